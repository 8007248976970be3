"""The people of a business, as they see each other, and what they are told of what happens to it."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.applications.taps import ApplicationTap
from handlers.business.taps import BusinessTap, InviteTap, PrimaryTap, RepresentativeTap
from handlers.business.views.membership import EDIT, LEAVE, PEOPLE
from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to, to_card
from models.applications import Application
from models.identity import id_of
from models.members import ContactKind, Member, Representative
from services.members.representatives import Speaker
from services.notation.phones import show_phone

SHOW, REMOVE, STEP_DOWN, OFFER, TAKE_BACK, TAKE = "show", "remove", "down", "offer", "unoffer", "take"
ASK_REMOVE, ASK_STEP_DOWN, ASK_OFFER = "ask-remove", "ask-down", "ask-offer"
Rows = tuple[tuple[Button, ...], ...]
Waiting = Sequence[tuple[Application, Representative]]


def people(reader: Reader, speaker: Speaker, waiting: Waiting, *, page: int) -> Message:
    """List a business's people, those who wait to be approved, and the way to invite others."""
    member = speaker.member
    everybody: list[Representative | tuple[Application, Representative]] = [*waiting, *speaker.people]
    shown = page_of(everybody, page)
    rows = tuple((_entry(reader, one),) for one in shown.items)
    turn = turning(shown, lambda turned: BusinessTap(id_of(member), PEOPLE, turned).pack())
    parts = [reader.say("people-list", name=member.name, count=len(speaker.people))]
    if waiting:
        parts.append(reader.say("people-waiting", count=len(waiting)))
    if not speaker.manages:
        parts.append(reader.say("people-managed-by", names=_managers(speaker)))
    invite = (Button(reader.label("people-button-invite"), InviteTap(id_of(member)).pack()),)
    return Message(
        Markup("\n\n").join(parts),
        rows=(*rows, *turn, *([invite] if speaker.manages else []), to_card(reader, member)),
    )


def _managers(speaker: Speaker) -> str:
    return ", ".join(one.name for one in speaker.people if one.contact is ContactKind.PRIMARY)


def _entry(reader: Reader, one: Representative | tuple[Application, Representative]) -> Button:
    if isinstance(one, tuple):
        application, candidate = one
        data = ApplicationTap(id_of(application), "show").pack()
        return Button(reader.label("people-entry-waiting", name=candidate.name), data)
    return Button(reader.label(f"people-entry-{one.contact}", name=one.name), _tap(one, SHOW))


def _tap(one: Representative, verb: str) -> str:
    return RepresentativeTap(one.member_id, one.person_id, verb).pack()


def _button(reader: Reader, one: Representative, verb: str, style: Style | None = None) -> Button:
    return Button(reader.label(f"people-button-{verb}"), _tap(one, verb), style)


def _to_people(reader: Reader, member: Member) -> tuple[Button, ...]:
    return (to(reader, member, PEOPLE, "people-button-back"),)


def _described(reader: Reader, member: Member, one: Representative) -> Markup:
    return Markup("\n").join(
        [
            reader.say("people-person", name=one.name, title=one.title),
            reader.say("application-phone", phone=show_phone(one.phone)),
            reader.say(f"contact-{one.contact}-line"),
            reader.say("people-of", name=member.name),
        ]
    )


def oneself(reader: Reader, speaker: Speaker) -> Message:
    """Show a person themselves, with what they may change of it."""
    own, member = speaker.own, speaker.member
    nobody_first = speaker.people[0].contact is not ContactKind.PRIMARY
    rows = (
        (to(reader, member, EDIT, "people-button-edit"),),
        *([(_button(reader, own, TAKE),)] if nobody_first else []),
        (_button(reader, own, ASK_STEP_DOWN),),
        _to_people(reader, member),
    )
    return Message(_described(reader, member, own), rows=rows)


def colleague(reader: Reader, speaker: Speaker, chosen: Representative, *, offered: bool) -> Message:
    """Show a colleague; a person who manages the people gets the buttons for it."""
    member = speaker.member
    return Message(
        _described(reader, member, chosen),
        rows=(*_managing(reader, speaker, chosen, offered=offered), _to_people(reader, member)),
    )


def _managing(reader: Reader, speaker: Speaker, chosen: Representative, *, offered: bool) -> Rows:
    if not speaker.manages:
        return ()
    hands_over = speaker.own.contact is ContactKind.PRIMARY and chosen.contact is not ContactKind.PRIMARY
    hand_over = (_button(reader, chosen, TAKE_BACK if offered else ASK_OFFER),)
    return (*([hand_over] if hands_over else []), (_button(reader, chosen, ASK_REMOVE),))


def ask_remove(reader: Reader, speaker: Speaker, chosen: Representative) -> Message:
    """Ask whether a colleague is to be removed, and say what follows."""
    text = reader.say("people-ask-remove", name=chosen.name, business=speaker.member.name)
    return _asked(reader, text, chosen, REMOVE, style=Style.DANGER)


def ask_offer(reader: Reader, speaker: Speaker, chosen: Representative) -> Message:
    """Ask whether the primary contact is to be offered to a colleague, and say what follows."""
    text = reader.say("people-ask-offer", name=chosen.name, business=speaker.member.name)
    return _asked(reader, text, chosen, OFFER)


def ask_step_down(reader: Reader, speaker: Speaker) -> Message:
    """Ask whether a person means to step down; the last one can only let the business leave."""
    if len(speaker.people) == 1:
        text = reader.say("people-last", name=speaker.member.name)
        leave = (to(reader, speaker.member, LEAVE, "business-button-leave"),)
        return Message(text, rows=(leave, _to_people(reader, speaker.member)))
    only_first = _managers(speaker) == speaker.own.name and speaker.own.contact is ContactKind.PRIMARY
    key = "people-ask-step-down-primary" if only_first else "people-ask-step-down"
    return _asked(reader, reader.say(key, name=speaker.member.name), speaker.own, STEP_DOWN, style=Style.DANGER)


def _asked(reader: Reader, text: Markup, one: Representative, verb: str, style: Style | None = None) -> Message:
    back = Button(reader.label("button-back"), _tap(one, SHOW))
    return Message(text, rows=((_button(reader, one, verb, style),), (back,)))


def removed(reader: Reader, name: str) -> str:
    """Confirm a removal at the top of the screen."""
    return reader.label("people-removed", name=name)


def offered(reader: Reader, one: Representative) -> str:
    """Confirm at the top of the screen that the primary contact is offered."""
    return reader.label("people-offered", name=one.name)


def taken_back(reader: Reader) -> str:
    """Confirm at the top of the screen that an offer was taken back."""
    return reader.label("people-taken-back")


def taken(reader: Reader) -> str:
    """Confirm at the top of the screen that the person is the primary contact now."""
    return reader.label("people-taken")


def stepped_down(reader: Reader, member: Member) -> Message:
    """Thank someone who stepped down."""
    return Message(reader.say("people-stepped-down", name=member.name), rows=(_menu(reader),))


def _menu(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("button-menu"), MenuTap("menu").pack()),)


def offer(reader: Reader, speaker: Speaker, giver: Representative) -> Message:
    """Offer the primary contact to the reader, to be accepted in one tap."""
    member_id = id_of(speaker.member)
    text = reader.say("people-offer", name=speaker.member.name, giver=giver.name)
    accept = Button(reader.label("people-button-accept"), PrimaryTap(member_id, 1).pack(), Style.SUCCESS)
    decline = Button(reader.label("people-button-decline"), PrimaryTap(member_id, 0).pack())
    return Message(text, rows=((accept,), (decline,)))


def offer_over(reader: Reader) -> Message:
    """Show in the place of an offer that it waits no longer."""
    return Message(reader.say("people-offer-over"))


def answered(reader: Reader, member: Member, *, accepted: bool) -> Message:
    """Show in the place of an offer how it was answered."""
    key = "people-offer-accepted" if accepted else "people-offer-declined"
    return Message(reader.say(key, name=member.name), rows=(to_card(reader, member),))


def news(reader: Reader, what: str, member: Member, *, by: str | None) -> Message:
    """Tell what happened to a business; `by` names the person who did it, empty when they withdrew consent."""
    until = reader.moment(member.unavailable_until) if member.unavailable_until else ""
    text = reader.say(f"news-{what}", name=member.name, by=reader.known_as(by), until=until, tax_code=member.tax_code)
    return Message(text)
