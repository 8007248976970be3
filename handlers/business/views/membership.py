"""A business as its own people see it: its card, its absence, its leave."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.applications.views.deciding import CAPABILITIES_SHOWN, business_lines, change_lines
from handlers.business.taps import BusinessTap, ConfirmTap
from handlers.duty.taps import DutyTap
from handlers.frame.taps import MenuTap
from handlers.frame.views import dialogues
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import CARD, to, to_card
from handlers.groups.taps import GroupTap
from models.applications import Application, ApplicationStatus
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, Representative
from services.applications.requests import Candidate, Registration
from services.business.card import LONGEST_ABSENCE, OwnCard
from services.business.departures import DepartureOutlook
from services.members import freshness
from services.notation.phones import show_phone
from services.people import businesses

LIST, EDIT, PEOPLE, AWAY, BACK = "list", "edit", "people", "away", "back"
LEAVE, LEAVE_SURELY, LEAVE_NOW = "leave", "surely", "now"
DAYS = (1, 3, 7)
# What the button says that takes the moment that was typed.
UNTIL = "until"
PEOPLE_SHOWN = 5
CAPABILITIES_ON_CARD = 5
Rows = tuple[tuple[Button, ...], ...]


def choice(reader: Reader, members: Sequence[Member], number: int) -> Message:
    """Ask which of several businesses is meant."""
    page = page_of(members, number)
    rows = tuple((Button(member.name, BusinessTap(id_of(member), CARD).pack()),) for member in page.items)
    turn = turning(page, lambda turned: BusinessTap(0, LIST, turned).pack())
    return Message(reader.say("business-choose", count=len(members)), rows=(*rows, *turn, _menu(reader)))


def _menu(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("button-menu"), MenuTap("menu").pack()),)


def card(reader: Reader, facts: OwnCard, *, now: datetime, several: bool, heading: Markup | None = None) -> Message:
    """Show a business to one of its people, with what they may do; `several` leads back to the others."""
    member = facts.speaker.member
    parts = [
        *([heading] if heading is not None else []),
        Markup("\n").join(data_lines(reader, facts, most=CAPABILITIES_ON_CARD)),
        Markup("\n").join(_people_lines(reader, facts.speaker.people)),
        Markup("\n").join([_availability(reader, member, now=now), known_since(reader, member)]),
        *_change(reader, facts),
    ]
    return Message(Markup("\n\n").join(parts), rows=_buttons(reader, facts, now=now, several=several))


def data_lines(reader: Reader, facts: OwnCard, *, most: int = CAPABILITIES_SHOWN) -> list[Markup]:
    """Describe a business line by line, with `most` so many capabilities."""
    member, own = facts.speaker.member, facts.speaker.own
    described = Registration(
        tax_code=member.tax_code,
        name=member.name,
        sectors=facts.known_by.sectors,
        commune_code=member.commune_code,
        capabilities=facts.profile.capabilities,
        units=facts.profile.units,
        candidate=Candidate(own.name, own.title, own.phone, own.contact),
    )
    lines = business_lines(reader, described, facts.capabilities, joining=False, most=most)
    return [*lines, phone_line(reader, member.phone)]


def phone_line(reader: Reader, phone: str | None) -> Markup:
    """Write a business's own number, or that there is none."""
    return reader.say("business-phone", phone=show_phone(phone) if phone else reader.label("business-no-phone"))


def _people_lines(reader: Reader, people: Sequence[Representative]) -> list[Markup]:
    lines = [
        reader.say(f"business-person-{one.contact}", name=one.name, title=one.title) for one in people[:PEOPLE_SHOWN]
    ]
    more = len(people) - PEOPLE_SHOWN
    return [
        reader.say("business-people", count=len(people)),
        *lines,
        *([reader.say("business-people-more", more=more)] if more > 0 else []),
    ]


def _availability(reader: Reader, member: Member, *, now: datetime) -> Markup:
    if member.unavailable_until is not None and businesses.is_away(member, now=now):
        return reader.say("business-away", until=reader.moment(member.unavailable_until))
    return reader.say("business-available")


def known_since(reader: Reader, member: Member) -> Markup:
    """Say when a business's data were last confirmed, and whether somebody should do so now."""
    at = reader.moment(freshness.known_since(member))
    key = "business-to-confirm" if freshness.is_asked(member) else "business-confirmed"
    return reader.say(key, at=at)


def _change(reader: Reader, facts: OwnCard) -> list[Markup]:
    """Show the change that waits, with the question where it was sent back."""
    if facts.change is None:
        return []
    sent_back = facts.change.status is ApplicationStatus.ASKED_BACK
    head = reader.say(
        "business-change-asked-back" if sent_back else "business-change-waiting",
        number=str(id_of(facts.change)),
        question=facts.change.reason or "",
    )
    return [Markup("\n").join([head, *change_lines(reader, facts.known_by, facts.wished)])]


def _buttons(reader: Reader, facts: OwnCard, *, now: datetime, several: bool) -> Rows:
    member, manages = facts.speaker.member, facts.speaker.manages
    confirm = Button(reader.label("business-button-confirm"), ConfirmTap(id_of(member)).pack(), Style.SUCCESS)
    people_key = "business-button-people-waiting" if manages and facts.waiting else "business-button-people"
    people = Button(reader.label(people_key, waiting=facts.waiting), BusinessTap(id_of(member), PEOPLE).pack())
    last = Button(reader.label("business-button-list"), BusinessTap(0, LIST).pack()) if several else _menu(reader)[0]
    return (
        *([(confirm,)] if freshness.is_asked(member) else []),
        (to(reader, member, EDIT, "business-button-edit"), people),
        _duty_and_group(reader, member),
        (_absence(reader, member, away=businesses.is_away(member, now=now)),),
        *([(to(reader, member, LEAVE, "business-button-leave"),)] if manages else []),
        (last,),
    )


def _duty_and_group(reader: Reader, member: Member) -> tuple[Button, ...]:
    """Lead to the people who are called first, and where alerts are read beside the private chats."""
    duty = Button(reader.label("button-duty"), DutyTap(id_of(member), "show").pack())
    group = Button(reader.label("button-group-show"), GroupTap(id_of(member), "show").pack())
    return (duty, group)


def _absence(reader: Reader, member: Member, *, away: bool) -> Button:
    if away:
        return to(reader, member, BACK, "business-button-back")
    return to(reader, member, AWAY, "business-button-away")


def ask_return(reader: Reader, draft: Draft, member: Member) -> Message:
    """Ask until when a business is away."""
    text = reader.say("business-ask-return", name=member.name, days=LONGEST_ABSENCE.days)
    quick = tuple(
        dialogues.button(draft, AWAY, reader.label("business-button-days", days=days), str(days)) for days in DAYS
    )
    return Message(text, rows=(quick, dialogues.way_out(reader, draft, back=False)))


def ask_whether_until(reader: Reader, draft: Draft, member: Member, *, until: datetime) -> Message:
    """Show a moment that was typed as it was understood, before it counts."""
    text = reader.say("business-ask-whether-until", name=member.name, until=reader.full_moment(until))
    keep = dialogues.button(draft, AWAY, reader.label("business-button-away-until"), UNTIL)
    return Message(text, rows=((keep,), dialogues.way_out(reader, draft)))


def is_away(reader: Reader, member: Member) -> str:
    """Confirm at the top of the screen until when a business is away."""
    until = reader.full_moment(member.unavailable_until) if member.unavailable_until else ""
    return reader.label("business-now-away", until=until)


def is_back(reader: Reader) -> str:
    """Confirm at the top of the screen that a business is called again."""
    return reader.label("business-now-back")


def leaving(reader: Reader, ahead: DepartureOutlook) -> Message:
    """Explain what leaving means; tasks under way come first."""
    member = ahead.speaker.member
    if ahead.tasks:
        text = reader.say(
            "business-leave-tasks", name=member.name, count=len(ahead.tasks), codes=", ".join(ahead.tasks)
        )
        return Message(text, rows=(to_card(reader, member),))
    parts = [reader.say("business-leave", name=member.name)]
    if ahead.incidents:
        parts.append(reader.say("business-leave-incidents", codes=", ".join(ahead.incidents)))
    go_on = to(reader, member, LEAVE_SURELY, "business-button-leave-go-on")
    stay = to(reader, member, CARD, "business-button-stay")
    return Message(Markup("\n\n").join(parts), rows=((stay,), (go_on,)))


def leaving_surely(reader: Reader, ahead: DepartureOutlook) -> Message:
    """Ask once more whether a business is to leave."""
    member = ahead.speaker.member
    leave = to(reader, member, LEAVE_NOW, "business-button-leave-now", Style.DANGER)
    stay = to(reader, member, CARD, "business-button-stay")
    return Message(reader.say("business-leave-surely", name=member.name), rows=((leave,), (stay,)))


def left(reader: Reader, member: Member) -> Message:
    """Take leave of a business."""
    return Message(reader.say("business-left", name=member.name), rows=(_menu(reader),))


def is_saved(reader: Reader, *, sent: bool) -> str:
    """Confirm at the top of the screen that the data are saved."""
    return reader.label("editing-done-sent" if sent else "editing-done")


def saved(reader: Reader, *, changed: bool, application: Application | None, withdrawn: bool) -> Markup:
    """Say above the card what saving led to."""
    parts = [reader.say("editing-saved" if changed else "editing-confirmed")]
    if application is not None:
        parts.append(reader.say("editing-sent", number=str(id_of(application))))
    if withdrawn:
        parts.append(reader.say("editing-replaced" if application is not None else "editing-withdrawn"))
    return Markup(" ").join(parts)
