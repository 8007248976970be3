"""Who holds the command of an incident, what one asks of another, and what everybody is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.command.taps import (
    CommandAnswerTap,
    CommandAskTap,
    CommandChooseTap,
    CommandOverTap,
    CommandTap,
    CommandToTap,
)
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.tally.taps import TallyTap
from models.command import CommandAnswer, CommandChange, CommandOffer, CommandTerm, CommandWish
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from services.command.holding import Holder

# So many letters of a name stand on a button, and so many people on a page.
NAME, PAGE = 24, 4


@dataclass(frozen=True)
class Wish:
    """What one coordinator asked of another."""

    asked: CommandOffer
    by: Person
    to: Person


def door(reader: Reader, incident_id: int, held: Holder) -> Button:
    """Lead to who holds command, or to where it is taken when nobody does."""
    if not held.coordinates:
        return Button(reader.label("button-command-nobody"), CommandTap(incident_id).pack())
    name = shorten(reader.known_as(held.person.name), NAME)
    return Button(reader.label("button-command", name=name), CommandTap(incident_id).pack())


def page(
    reader: Reader,
    incident: Incident,
    held: Holder,
    *,
    before: Person | None,
    wish: Wish | None,
    viewer: Person,
    now: datetime,
) -> Message:
    """Say who holds command, since when and how, what waits for an answer, and offer what the viewer can do."""
    lines = [
        reader.say("command-head", code=incident.code),
        reader.say("command-held", name=reader.known_as(held.person.name), at=reader.short_moment(held.since, now)),
    ]
    if held.last is not None and before is not None:
        key = "command-came" if held.last.change is CommandChange.HANDED_OVER else "command-came-over"
        lines.append(reader.say(key, name=reader.known_as(before.name), reason=held.last.note))
    if not held.acts:
        lines.append(reader.say("command-nobody"))
    if wish is not None:
        waits = now < wish.asked.silent_at
        key = f"command-waits-{wish.asked.wish}" if waits else f"command-waited-{wish.asked.wish}"
        lines.append(
            reader.say(
                key,
                by=reader.known_as(wish.by.name),
                to=reader.known_as(wish.to.name),
                at=reader.short_moment(wish.asked.asked_at, now),
                until=reader.short_moment(wish.asked.silent_at, now),
            )
        )
    rows = () if incident.status is IncidentStatus.CLOSED else _doing(reader, incident, held, wish, viewer, now=now)
    return Message(Markup("\n").join(lines), rows=(*rows, _to_tally(reader, id_of(incident))))


def _doing(
    reader: Reader, incident: Incident, held: Holder, wish: Wish | None, viewer: Person, *, now: datetime
) -> tuple[tuple[Button, ...], ...]:
    """Offer what one person can do: answer, hand over, ask, take over."""
    incident_id = id_of(incident)
    if wish is not None and wish.to.id == viewer.id:
        return _answers(reader, wish)
    if held.person.id == viewer.id:
        over = Button(reader.label("button-command-hand"), CommandChooseTap(incident_id, 0).pack(), Style.PRIMARY)
        return ((over,),)
    asked = wish is not None and wish.asked.wish is CommandWish.GIVE
    waits = wish is not None and now < wish.asked.silent_at
    if not held.acts or (asked and not waits):
        take = Button(reader.label("button-command-over"), CommandOverTap(incident_id).pack(), Style.PRIMARY)
        return ((take,),)
    if waits:
        return ()
    return ((Button(reader.label("button-command-ask"), CommandAskTap(incident_id).pack(), Style.PRIMARY),),)


def _answers(reader: Reader, wish: Wish) -> tuple[tuple[Button, ...], ...]:
    """Offer the two answers to what was asked."""
    takes = wish.asked.wish is CommandWish.TAKE
    yes = reader.label("button-command-take" if takes else "button-command-give")
    no = reader.label("button-command-not" if takes else "button-command-keep")
    offer_id = id_of(wish.asked)
    return (
        (Button(yes, CommandAnswerTap(offer_id, 1).pack(), Style.PRIMARY),),
        (Button(no, CommandAnswerTap(offer_id, 0).pack()),),
    )


def _to_tally(reader: Reader, incident_id: int) -> tuple[Button, ...]:
    return (Button(reader.label("button-to-tally"), TallyTap(incident_id).pack()),)


def choose(reader: Reader, incident: Incident, others: Sequence[Person], *, number: int) -> Message:
    """Ask to whom command is to be handed over."""
    incident_id = id_of(incident)
    back = (Button(reader.label("button-back"), CommandTap(incident_id).pack()),)
    if not others:
        return Message(reader.say("command-nobody-else", code=incident.code), rows=(back,))
    shown = page_of(others, number, size=PAGE)
    rows = [
        (Button(shorten(reader.known_as(one.name), NAME), CommandToTap(incident_id, id_of(one)).pack()),)
        for one in shown.items
    ]
    turns = turning(shown, lambda other: CommandChooseTap(incident_id, other).pack())
    below = ((*turns[0], *back),) if turns else (back,)
    return Message(reader.say("command-choose", code=incident.code), rows=(*rows, *below))


def asked(reader: Reader, holder: Person) -> str:
    """Confirm that the holder was asked."""
    return reader.label("command-asked", name=reader.known_as(holder.name))


def asking(reader: Reader, incident: Incident, wish: Wish) -> Message:
    """Put to somebody what another asks of them."""
    takes = wish.asked.wish is CommandWish.TAKE
    text = reader.say(
        "command-asking-take" if takes else "command-asking-give",
        code=incident.code,
        title=reader.own(incident.title),
        by=reader.known_as(wish.by.name),
        until=reader.moment(wish.asked.silent_at),
    )
    return Message(_with_note(reader, text, wish.asked.note), rows=(*_answers(reader, wish),))


def _with_note(reader: Reader, text: Markup, note: str) -> Markup:
    return Markup("\n\n").join([text, Markup.escape(reader.handed_over(note))]) if note else text


def answered(reader: Reader, incident: Incident, wish: Wish) -> Message:
    """Say what became of what was asked."""
    takes = wish.asked.wish is CommandWish.TAKE
    if wish.asked.answer is CommandAnswer.ACCEPTED:
        key = "command-taken" if takes else "command-given"
    elif wish.asked.answer is CommandAnswer.DECLINED:
        key = "command-not-taken" if takes else "command-kept"
    else:
        key = "command-lapsed"
    text = reader.say(key, code=incident.code, by=reader.known_as(wish.by.name), to=reader.known_as(wish.to.name))
    note = wish.asked.note if takes and wish.asked.answer is CommandAnswer.ACCEPTED else ""
    return Message(_with_note(reader, text, note), rows=(_to_tally(reader, id_of(incident)),))


def declined(reader: Reader, incident: Incident, wish: Wish) -> Message:
    """Tell whoever asked that the answer was no, that command was offered elsewhere, or that the other is gone."""
    key = "command-declined-take" if wish.asked.wish is CommandWish.TAKE else "command-declined-give"
    if wish.asked.answer is CommandAnswer.LAPSED:
        key = "command-offer-gone" if wish.asked.wish is CommandWish.TAKE else "command-offered-elsewhere"
    text = reader.say(key, code=incident.code, to=reader.known_as(wish.to.name))
    return Message(text, rows=((door_to_page(reader, incident)),))


def door_to_page(reader: Reader, incident: Incident) -> tuple[Button, ...]:
    """Make the row that leads to the page of command, and to the tally."""
    page_button = Button(reader.label("button-command-page"), CommandTap(id_of(incident)).pack())
    return (page_button, *_to_tally(reader, id_of(incident)))


def silent(reader: Reader, incident: Incident, wish: Wish, *, is_over: bool) -> Message:
    """Tell whoever asked that no answer came in time, and what can be done about it."""
    takes = wish.asked.wish is CommandWish.TAKE
    text = reader.say(
        "command-silent-take" if takes else "command-silent-give",
        code=incident.code,
        to=reader.known_as(wish.to.name),
    )
    if is_over:
        return Message(text)
    incident_id = id_of(incident)
    other = Button(reader.label("button-command-hand"), CommandChooseTap(incident_id, 0).pack(), Style.PRIMARY)
    over = Button(reader.label("button-command-over"), CommandOverTap(incident_id).pack(), Style.PRIMARY)
    return Message(text, rows=((other if takes else over,), _to_tally(reader, incident_id)))


def passed(
    reader: Reader,
    incident: Incident,
    command: CommandTerm,
    *,
    to: Person,
    before: Person,
    is_theirs: bool,
    now: datetime,
) -> Message:
    """Tell every coordinator who holds command from now on."""
    key = "command-passed" if command.change is CommandChange.HANDED_OVER else "command-passed-over"
    text = reader.say(
        key,
        code=incident.code,
        title=reader.own(incident.title),
        name=reader.known_as(to.name),
        before=reader.known_as(before.name),
        at=reader.short_moment(command.at, now),
    )
    # Whoever was offered command has the note already, on the offer that they accepted.
    has_note = is_theirs and command.change is CommandChange.HANDED_OVER
    said = _with_note(reader, text, "" if has_note else command.note)
    parts = [said, reader.say("command-is-yours")] if is_theirs else [said]
    return Message(Markup("\n\n").join(parts), rows=(_to_tally(reader, id_of(incident)),))


def ended(reader: Reader, incident: Incident, *, by: Person, tasks: int, questions: int, at: str) -> Message:
    """Tell whoever holds command that another ended the incident, and what is still open."""
    text = reader.say(
        "command-ended", code=incident.code, title=reader.own(incident.title), by=reader.known_as(by.name), at=at
    )
    counts = {"task-left-open": tasks, "question-left-open": questions}
    left = [reader.label(key, count=count) for key, count in counts.items() if count]
    lines = [text, reader.say("command-ended-open", what=" · ".join(left))] if left else [text]
    return Message(Markup("\n").join(lines), rows=(_to_tally(reader, id_of(incident)),))


def vacant(reader: Reader, incident: Incident, before: Person, *, now_held: Person | None, is_over: bool) -> Message:
    """Tell a coordinator that the commander is gone, and how command is taken; or who has taken it since."""
    text = reader.say(
        "command-vacant", code=incident.code, title=reader.own(incident.title), before=reader.known_as(before.name)
    )
    if now_held is not None:
        text = Markup("\n").join([text, reader.say("command-vacant-no-more", name=reader.known_as(now_held.name))])
    elif not is_over:
        text = Markup("\n").join([text, reader.say("command-vacant-ask")])
    over = Button(reader.label("button-command-over"), CommandOverTap(id_of(incident)).pack(), Style.PRIMARY)
    return Message(text, rows=(*([] if is_over else [(over,)]), _to_tally(reader, id_of(incident))))
