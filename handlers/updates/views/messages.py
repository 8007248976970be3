"""An update as its readers get it, a reminder to acknowledge it, and what the commander hears of the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import DetailsTap, NoticeTap
from handlers.incidents.views.cards import Facts, first_line
from handlers.incidents.views.notices import words
from handlers.tally.taps import TallyTap
from handlers.updates.taps import AcknowledgeTap, TakeBackTap, UnchangedTap
from models.incidents import IncidentStatus, Notice, NoticeAudience
from services.command.holding import Holder


@dataclass(frozen=True)
class SeenBy:
    """Who acknowledged an update, when, and for which business; `name` is empty for an observer."""

    name: str
    by: str | None
    at: datetime


def update(
    reader: Reader,
    facts: Facts,
    notice: Notice,
    *,
    with_files: Markup | None = None,
    seen: Sequence[SeenBy] = (),
    waits: bool = True,
    has_details: bool = True,
    repeated: bool = False,
) -> Message:
    """Make the message that readers get; where it asks for a word, that is one tap, and then shows who gave it."""
    parts = [
        reader.say("card-repeated" if notice.asks_seen else "sent-again") if repeated else None,
        first_line(reader, facts),
        reader.say("notice-head-update"),
        Markup.escape(words(reader, notice)),
        with_files,
        _next(reader, notice),
        _seen(reader, notice, seen, waits=waits),
    ]
    return Message(
        Markup("\n\n").join(part for part in parts if part),
        rows=_buttons(reader, notice, facts, waits=waits, has_details=has_details),
    )


def _next(reader: Reader, notice: Notice) -> Markup | None:
    if notice.next_at is None or notice.taken_back_at is not None:
        return None
    return reader.say("update-next", at=reader.short_moment(notice.next_at, notice.said_at))


def _seen(reader: Reader, notice: Notice, seen: Sequence[SeenBy], *, waits: bool) -> Markup | None:
    """Say who acknowledged it, or that it is asked for."""
    if not notice.asks_seen or notice.taken_back_at is not None:
        return None
    lines = [
        reader.say(
            "update-seen-by" if one.name else "update-seen-own",
            name=one.name,
            by=reader.known_as(one.by),
            at=reader.short_moment(one.at, notice.said_at),
        )
        for one in seen
    ]
    if waits:
        lines.append(reader.say("update-asks-seen"))
    return Markup("\n").join(lines)


def _buttons(
    reader: Reader, notice: Notice, facts: Facts, *, waits: bool, has_details: bool
) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if notice.asks_seen and waits and notice.taken_back_at is None:
        tap = AcknowledgeTap(notice.id or 0).pack()
        rows.append((Button(reader.label("button-acknowledge"), tap, Style.SUCCESS),))
    if has_details:
        rows.append((Button(reader.label("button-details"), DetailsTap(facts.incident_id).pack()),))
    return tuple(rows)


def reminder(reader: Reader, facts: Facts, notice: Notice, *, now: datetime) -> Message:
    """Ask again for the word that an update was seen."""
    parts = [
        reader.say("update-reminder", at=reader.short_moment(notice.said_at, now)),
        first_line(reader, facts),
        Markup.escape(words(reader, notice)),
    ]
    acknowledge = Button(reader.label("button-acknowledge"), AcknowledgeTap(notice.id or 0).pack(), Style.SUCCESS)
    return Message(Markup("\n\n").join(parts), rows=((acknowledge,),))


def reminder_over(reader: Reader, facts: Facts) -> Message:
    """Say on a reminder that the word was given."""
    return Message(Markup("\n\n").join([first_line(reader, facts), reader.say("update-reminder-over")]))


def owed(reader: Reader, facts: Facts, *, due_at: datetime, is_late: bool, held: Holder, now: datetime) -> Message:
    """Tell that an update is due soon, or late, and offer both ways to give it."""
    led = held.coordinates if is_late else held.acts
    key = (
        ("update-late" if led else "update-late-nobody") if is_late else "update-soon" if led else "update-soon-nobody"
    )
    text = reader.say(key, at=reader.short_moment(due_at, now), name=reader.known_as(held.person.name))
    incident_id = facts.incident_id
    write = Button(
        reader.label("button-update-write"), NoticeTap(incident_id, NoticeAudience.ALL).pack(), Style.PRIMARY
    )
    tally = Button(reader.label("button-to-tally"), TallyTap(incident_id).pack())
    if facts.status is IncidentStatus.CLOSED:
        return Message(Markup("\n").join([first_line(reader, facts), text]), rows=((tally,),))
    # One tap of the last goes to all: it stands away from what is only opened.
    rows = ((write,), (tally,), (unchanged_button(reader, incident_id),))
    return Message(Markup("\n").join([first_line(reader, facts), text]), rows=rows)


def unchanged_button(reader: Reader, incident_id: int) -> Button:
    """Make the button that says at once that nothing is new."""
    return Button(reader.label("button-update-unchanged"), UnchangedTap(incident_id).pack())


def may_be_taken_back(reader: Reader, sent: Message, notice: Notice) -> Message:
    """Let whoever sent an update take it back for a moment."""
    text = Markup("\n").join([sent.text, reader.say("update-may-be-taken-back")])
    button = Button(reader.label("button-update-take-back"), TakeBackTap(notice.id or 0).pack())
    return Message(text, rows=((button,),))


def taken_back(reader: Reader, *, unknown: int, has_files: bool) -> Message:
    """Confirm that an update was taken back, with how many of its copies are `unknown`: they may have come or not.

    What cannot be taken back is said: files that have arrived stay.
    """
    lines = [reader.say("update-is-taken-back")]
    if unknown:
        lines.append(reader.say("update-taken-back-unknown", count=unknown))
    if has_files:
        lines.append(reader.say("update-taken-back-files"))
    return Message(Markup("\n").join(lines))


def handover(reader: Reader, due_at: datetime, *, now: datetime) -> str:
    """Say for whoever takes over command when the next update is due."""
    key = "update-handover-late" if due_at <= now else "update-handover"
    return reader.label(key, at=reader.short_moment(due_at, now))
