"""A business of the roster: its card, and the people to call."""

from datetime import datetime

from markupsafe import Markup

from handlers.business.taps import InviteTap
from handlers.business.views.suspension import coordinator_rows as status_rows
from handlers.frame.taps import DialogueTap, MenuTap
from handlers.frame.views.fitting import ECHOED, shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.quantities import counted
from handlers.frame.views.reader import Reader
from handlers.frame.views.tax_codes import tax_code
from handlers.frame.views.ways import SHOW
from handlers.roster.taps import ContactTap, MemberTap
from handlers.roster.views.search import PEOPLE, PHONE, RESULTS
from handlers.tasks.taps import AssignTap
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, MemberStatus, Representative
from services.business.links import INVITING
from services.members.freshness import EVERY, known_since
from services.notation.phones import show_phone
from services.people import businesses
from services.places import communes
from services.roster.contacts import Card, Contacts
from services.roster.search import Viewer

CAPABILITIES = 20
PEOPLE_A_PAGE = 6
# Telegram shows no more of a contact's name.
CONTACT_NAME_LENGTH = 64
Rows = tuple[tuple[Button, ...], ...]


def card(reader: Reader, card: Card, *, viewer: Viewer, now: datetime, draft: Draft | None) -> Message:
    """Show what is known of a business; what is for coordinators only is left out for others."""
    member = card.member
    what = [
        reader.say("application-name", name=member.name),
        *_state(reader, member),
        reader.say("application-tax-code", code=tax_code(reader, member.tax_code, whole=_needs_number(card, viewer))),
        reader.say("application-sectors", sectors=sectors(reader, card)),
        reader.say("application-commune", commune=communes.commune(member.commune_code).name),
        reader.say("application-capabilities", capabilities=_capabilities(reader, card)),
    ]
    now_lines = _availability(reader, card, now=now)
    if member.phone is not None and viewer.sees_phones:
        now_lines.append(reader.say("roster-card-phone", phone=show_phone(member.phone)))
    if viewer.coordinates:
        now_lines.append(_freshness(reader, member, now=now))
    parts = [Markup("\n").join(lines) for lines in (what, now_lines) if lines]
    return Message(Markup("\n\n").join(parts), rows=_rows(reader, card, viewer=viewer, draft=draft))


def _needs_number(card: Card, viewer: Viewer) -> bool:
    """Tell whether somebody is shown the personal number of a household: coordinators, and its own people."""
    return viewer.coordinates or card.is_own


def sectors(reader: Reader, card: Card) -> str:
    """Name the sectors of a business."""
    return " · ".join(reader.label(f"sector-{sector}") for sector in card.profile.sectors)


def _state(reader: Reader, member: Member) -> list[Markup]:
    """Say where a business stands, unless it is plainly in."""
    if member.status is MemberStatus.APPROVED:
        return []
    if member.status is MemberStatus.SUSPENDED and member.suspended_because:
        return [reader.say("roster-card-suspended", reason=reader.own(member.suspended_because))]
    return [reader.say("roster-card-state", state=reader.label(f"roster-state-{member.status}"))]


def _capabilities(reader: Reader, card: Card) -> str:
    held = [
        reader.label("application-capability", name=name, counted=counted(reader, number, unit))
        for name, number, unit in card.capabilities[:CAPABILITIES]
    ]
    more = len(card.capabilities) - len(held)
    if more > 0:
        held.append(reader.label("roster-card-more", count=more))
    return ", ".join(held) or reader.label("application-no-capabilities")


def _availability(reader: Reader, card: Card, *, now: datetime) -> list[Markup]:
    """Say whether a business can be called now, and whether somebody is on duty."""
    member = card.member
    if member.status is not MemberStatus.APPROVED:
        return []
    if not card.is_spoken_for:
        return [reader.say("roster-card-nobody")]
    if businesses.is_away(member, now=now) and member.unavailable_until is not None:
        lines = [reader.say("roster-card-away", until=reader.moment(member.unavailable_until))]
    else:
        lines = [reader.say("roster-card-available")]
    return [*lines, reader.say("roster-card-on-duty")] if card.on_duty else lines


def _freshness(reader: Reader, member: Member, *, now: datetime) -> Markup:
    since = known_since(member)
    stale = member.status is MemberStatus.APPROVED and since <= now - EVERY
    return reader.say("roster-card-unconfirmed" if stale else "roster-card-confirmed", at=reader.moment(since))


def _rows(reader: Reader, card: Card, *, viewer: Viewer, draft: Draft | None) -> Rows:
    member_id = id_of(card.member)
    rows: list[tuple[Button, ...]] = []
    if viewer.sees_phones:
        look = MemberTap(member_id, PEOPLE, 0).pack()
        rows.append((Button(reader.label("roster-button-people"), look),))
    if card.is_own:
        rows.append((Button(reader.label("roster-button-own"), MenuTap("business").pack()),))
    if viewer.coordinates:
        rows += coordinator_rows(reader, card)
    return (*rows, _back(reader, draft))


def coordinator_rows(reader: Reader, card: Card) -> Rows:
    """Make the buttons by which a coordinator does something with a business: each leads to a room of its own."""
    member, member_id = card.member, id_of(card.member)
    rows: list[tuple[Button, ...]] = []
    if member.status is MemberStatus.APPROVED:
        rows.append((Button(reader.label("roster-button-assign"), AssignTap(0, member_id).pack()),))
    if member.status in INVITING:
        rows.append((Button(reader.label("people-button-invite"), InviteTap(member_id).pack()),))
    return (*rows, *status_rows(reader, member))


def _back(reader: Reader, draft: Draft | None) -> tuple[Button, ...]:
    """Lead back to the list that is under way, or to the opening page of the roster."""
    if draft is None:
        return (Button(reader.label("roster-button-home"), MenuTap("roster").pack()),)
    return (Button(reader.label("roster-button-list"), DialogueTap(draft.key, RESULTS).pack()),)


def people(reader: Reader, contacts: Contacts, *, number: int) -> Message:
    """Show whom to call at a business, a page at a time, each with a button that sends the contact."""
    member = contacts.member
    member_id = id_of(member)
    page = page_of(contacts.people, number, size=PEOPLE_A_PAGE)
    parts = [reader.say("roster-people", name=member.name)]
    parts += [_person(reader, one, on_duty=one.person_id in contacts.on_duty) for one in page.items]
    if not contacts.people:
        parts.append(reader.say("roster-nobody"))
    if contacts.withheld:
        parts.append(reader.say("roster-withheld", count=contacts.withheld))
    if member.phone is not None:
        parts.append(reader.say("roster-card-phone", phone=show_phone(member.phone)))
    parts.append(reader.say("roster-look-kept"))
    send = [(_send(reader, one),) for one in page.items]
    if member.phone is not None:
        own = MemberTap(member_id, PHONE, 0).pack()
        send.append((Button(reader.label("roster-button-contact-business"), own),))
    back = Button(reader.label("roster-button-card"), MemberTap(member_id, SHOW, 0).pack())
    turned = turning(page, lambda other: MemberTap(member_id, PEOPLE, other).pack())
    return Message(Markup("\n\n").join(parts), rows=(*send, *turned, (back,)))


def _person(reader: Reader, one: Representative, *, on_duty: bool) -> Markup:
    return reader.say(
        "roster-person-on-duty" if on_duty else "roster-person",
        name=one.name,
        title=one.title,
        contact=reader.label(f"roster-contact-{one.contact}"),
        phone=show_phone(one.phone),
    )


def _send(reader: Reader, one: Representative) -> Button:
    text = reader.label("roster-button-contact", name=shorten(one.name, ECHOED))
    return Button(text, ContactTap(id_of(one)).pack())


def contact_name(name: str) -> str:
    """Give the name under which a contact is sent."""
    return shorten(name, CONTACT_NAME_LENGTH - 2)


def contact_sent(reader: Reader) -> str:
    """Confirm at the top of the screen that a contact was sent."""
    return reader.label("roster-contact-sent")
