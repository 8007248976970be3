"""The staff as owners see it, and what the people concerned are told."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.staff.taps import StaffOfferTap, StaffTap
from models.identity import id_of
from models.invitations import Invitation
from models.people import Person, Role
from services.staff.appointments import APPOINTED_ROLES, StaffLinks, StaffRequest

LIST, PERSON, ASK, DISMISS = "list", "person", "ask", "dismiss"
INVITE, LINKS, REVOKE, APPOINT, DECLINE = "invite", "links", "revoke", "appoint", "decline"
# The words that follow the question of REVOKE and DECLINE.
REVOKE_NOW, DECLINE_NOW = "revoke-now", "decline-now"
# What the invited person may say: no is asked about first.
ACCEPTS, REFUSES, REFUSES_SURELY = 1, 0, 2
SHARE = "https://t.me/share/url"
Rows = tuple[tuple[Button, ...], ...]


def role_name(reader: Reader, role: Role) -> str:
    """Name a role of the staff."""
    return reader.label(f"role-{role.replace('_', '-')}")


def _name(reader: Reader, person: Person) -> str:
    """Name one of the staff; an owner by the settings may never have written."""
    if person.erased_at is None and not person.name:
        return reader.label("staff-never-wrote")
    return reader.known_as(person.name)


def _role(reader: Reader, person: Person) -> str:
    return role_name(reader, person.staff_role or Role.STRANGER)


def _kebab(role: Role) -> str:
    return role.replace("_", "-")


def staff_list(reader: Reader, everyone: Sequence[Person], links: StaffLinks, *, number: int) -> Message:
    """List the staff, a page at a time, with the ways to invite."""
    page = page_of(everyone, number)
    lines = [reader.say("staff-line", name=_name(reader, person), role=_role(reader, person)) for person in page.items]
    parts = [reader.say("staff-title", count=len(everyone)), Markup("\n").join(lines), reader.say("staff-hint")]
    people = tuple(
        (_button(reader, "staff-button-person", person),)
        for person in page.items
        if person.staff_role is not Role.OWNER
    )
    invite = tuple(
        (
            Button(
                reader.label("staff-button-invite", role=role_name(reader, role)),
                StaffTap(INVITE, links.last, role).pack(),
            ),
        )
        for role in APPOINTED_ROLES
    )
    rows: Rows = (
        *people,
        *turning(page, lambda turned: StaffTap(LIST, turned).pack()),
        *invite,
        (Button(reader.label("staff-button-links", count=len(links.living)), StaffTap(LINKS, 0).pack()),),
        (Button(reader.label("button-menu"), MenuTap("menu").pack()),),
    )
    return Message(Markup("\n\n").join(parts), rows=rows)


def _button(reader: Reader, key: str, person: Person) -> Button:
    text = reader.label(key, name=_name(reader, person), role=_role(reader, person))
    return Button(text[:60], StaffTap(PERSON, id_of(person)).pack())


def _to_list(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("staff-button-list"), StaffTap(LIST, 0).pack()),)


def person_card(reader: Reader, person: Person, *, in_reach: bool) -> Message:
    """Show one of the staff, with the wish to dismiss."""
    parts = [
        reader.say(
            "staff-person",
            name=_name(reader, person),
            role=_role(reader, person),
            since=reader.moment(person.created_at),
        )
    ]
    if not in_reach:
        parts.append(reader.say("staff-person-unreachable"))
    dismiss = Button(reader.label("staff-button-dismiss"), StaffTap(ASK, id_of(person)).pack(), Style.DANGER)
    rows: Rows = ((dismiss,), _to_list(reader)) if person.staff_role is not Role.OWNER else (_to_list(reader),)
    return Message(Markup("\n\n").join(parts), rows=rows)


def dismissal(reader: Reader, person: Person) -> Message:
    """Ask whether a person is really to be dismissed."""
    text = reader.say("staff-dismiss-ask", name=_name(reader, person), role=_role(reader, person))
    yes = Button(reader.label("staff-button-dismiss-yes"), StaffTap(DISMISS, id_of(person)).pack(), Style.DANGER)
    no = Button(reader.label("staff-button-dismiss-no"), StaffTap(PERSON, id_of(person)).pack())
    return Message(text, rows=((no, yes),))


def dismissed(reader: Reader) -> str:
    """Confirm a dismissal."""
    return reader.label("staff-dismissed")


def link(reader: Reader, role: Role, *, address: str, until: datetime) -> Message:
    """Tell a link, this once, and how it goes on."""
    name, ends = role_name(reader, role), reader.moment(until)
    text = reader.say("staff-link", role=name, link=address, until=ends)
    words = reader.label("staff-link-share-text", role=name, until=ends)
    share = Button(reader.label("staff-link-share"), url=f"{SHARE}?{urlencode({'url': address, 'text': words})}")
    # No way back in its place: the link is told nowhere else.
    return Message(text, rows=((share,),))


def links_list(reader: Reader, links: StaffLinks) -> Message:
    """List the living links, each with the way to take it back."""
    if not links.living:
        return Message(reader.say("staff-links-none"), rows=(_to_list(reader),))
    numbered = list(enumerate(links.living, 1))
    lines = [_link_line(reader, number, one, opener) for number, (one, opener) in numbered]
    rows = tuple(
        (
            Button(
                reader.label("staff-button-revoke", number=number, role=_role_of(reader, one)),
                StaffTap(REVOKE, id_of(one)).pack(),
                Style.DANGER,
            ),
        )
        for number, (one, _) in numbered
    )
    text = Markup("\n").join([reader.say("staff-links-title", count=len(numbered)), "", *lines])
    return Message(text, rows=(*rows, _to_list(reader)))


def _link_line(reader: Reader, number: int, one: Invitation, opener: Person | None) -> Markup:
    return reader.say(
        "staff-link-line" if opener is None else "staff-link-line-opened",
        number=number,
        role=_role_of(reader, one),
        until=reader.moment(one.expires_at),
        name=_name(reader, opener) if opener is not None else "",
    )


def _role_of(reader: Reader, invitation: Invitation) -> str:
    return role_name(reader, invitation.role or Role.OBSERVER)


def ask_revoke(reader: Reader, one: Invitation, opener: Person | None) -> Message:
    """Ask whether a link is to be taken back: it cannot be given again."""
    text = reader.say(
        "staff-revoke-ask" if opener is None else "staff-revoke-ask-opened",
        role=_role_of(reader, one),
        until=reader.moment(one.expires_at),
        name=_name(reader, opener) if opener is not None else "",
    )
    yes = Button(reader.label("staff-button-revoke-yes"), StaffTap(REVOKE_NOW, id_of(one)).pack(), Style.DANGER)
    return Message(text, rows=((Button(reader.label("staff-button-keep"), StaffTap(LINKS, 0).pack()), yes),))


def revoked(reader: Reader) -> str:
    """Confirm that a link is taken back."""
    return reader.label("staff-revoked")


def offer(reader: Reader, invitation: Invitation, role: Role, *, department: str) -> Message:
    """Tell a person who opened a link what it is, and ask."""
    text = reader.say(
        "staff-offer",
        department=department,
        role=role_name(reader, role),
        what=reader.say(f"staff-what-{_kebab(role)}"),
    )
    number = id_of(invitation)
    refuse = Button(reader.label("staff-button-refuse"), StaffOfferTap(number, REFUSES).pack())
    return Message(text, rows=((_accept(reader, number),), (refuse,)))


def _accept(reader: Reader, number: int) -> Button:
    return Button(reader.label("staff-button-accept"), StaffOfferTap(number, ACCEPTS).pack(), Style.SUCCESS)


def ask_refuse(reader: Reader, number: int) -> Message:
    """Ask the invited person whether they mean it: the invitation (id) is over with it."""
    surely = Button(reader.label("staff-button-refuse"), StaffOfferTap(number, REFUSES_SURELY).pack(), Style.DANGER)
    return Message(reader.say("staff-refuse-ask"), rows=((_accept(reader, number),), (surely,)))


def accepted(reader: Reader, role: Role) -> Message:
    """Confirm that the role is accepted, and say what comes next."""
    return Message(reader.say("staff-accepted", role=role_name(reader, role)))


def accepted_before(reader: Reader) -> str:
    """Answer a second tap."""
    return reader.label("staff-accepted-before")


def refused(reader: Reader) -> Message:
    """Thank the person who declined."""
    return Message(reader.say("staff-refused"))


def request(reader: Reader, asked: StaffRequest) -> Message:
    """Ask an owner whether to appoint the person who accepted; afterwards, show whose word it was."""
    person = asked.person
    parts = [_asking(reader, asked)]
    if asked.is_open:
        parts += [
            reader.say("staff-request-account", telegram_id=str(person.telegram_id)),
            reader.say("staff-request-warning"),
        ]
    else:
        parts.append(_decision(reader, asked))
    return Message(Markup("\n\n").join(parts), rows=_decisions(reader, asked) if asked.is_open else ())


def _asking(reader: Reader, asked: StaffRequest) -> Markup:
    return reader.say(
        "staff-request" if asked.is_open else "staff-requested",
        name=reader.known_as(asked.person.name),
        telegram_id=str(asked.person.telegram_id),
        role=role_name(reader, asked.role),
    )


def _decision(reader: Reader, asked: StaffRequest) -> Markup:
    at = reader.moment(asked.decided_at) if asked.decided_at is not None else ""
    by = reader.known_as(asked.decided_by.name if asked.decided_by is not None else None)
    if asked.invitation.used_at is not None:
        return reader.say("staff-request-appointed", by=by, at=at)
    if asked.decided_by is not None and asked.decided_by.id == asked.person.id:
        return reader.say("staff-request-withdrawn", at=at)
    return reader.say("staff-request-declined", by=by, at=at)


def _decisions(reader: Reader, asked: StaffRequest) -> Rows:
    number = id_of(asked.invitation)
    appoint = Button(reader.label("staff-button-appoint"), StaffTap(APPOINT, number).pack(), Style.SUCCESS)
    decline = Button(reader.label("staff-button-decline"), StaffTap(DECLINE, number).pack(), Style.DANGER)
    return ((appoint,), (decline,))


def ask_decline(reader: Reader, asked: StaffRequest) -> Message:
    """Ask an owner whether the person who accepted is to be turned down: it takes a new link to ask them again."""
    text = reader.say("staff-decline-ask", name=reader.known_as(asked.person.name), role=role_name(reader, asked.role))
    number = id_of(asked.invitation)
    yes = Button(reader.label("staff-button-decline-yes"), StaffTap(DECLINE_NOW, number).pack(), Style.DANGER)
    return Message(text, rows=((Button(reader.label("staff-button-list"), StaffTap(LIST, 0).pack()), yes),))


def declined(reader: Reader) -> Message:
    """Confirm in the place of the question that a person was turned down."""
    return Message(reader.say("staff-done-declined"), rows=(_to_list(reader),))


def appointed(reader: Reader) -> str:
    """Confirm that a person was appointed."""
    return reader.label("staff-done-appointed")


def told(reader: Reader, what: str, role: Role, *, department: str) -> Message:
    """Tell a person what became of a role: `what` is appointed, declined, dismissed or stepped-down."""
    text = reader.say(f"staff-told-{what}", role=role_name(reader, role), department=department)
    return Message(text, rows=((Button(reader.label("button-menu"), MenuTap("menu").pack()),),))
