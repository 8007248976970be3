"""The list of drills, the live board of one, and what businesses said of an inject."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.drills.taps import (
    DrillChange,
    DrillChangeTap,
    DrillsTap,
    DrillTap,
    NextInjectTap,
    ParticipantsTap,
    RepliesTap,
    ScoreTap,
)
from handlers.drills.views.lines import circle_name, first_line
from handlers.drills.views.results import whole_lines
from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import DRILL, MARKS
from handlers.papers.taps import DrillPaperTap
from handlers.reviews.taps import ReviewOpenDrillTap
from models.drills import Drill, DrillState, InjectReply
from models.identity import id_of
from models.incidents import IncidentStatus
from models.members import Member
from models.scripts import RunStepState
from services.drills import people
from services.drills.injects import Inject, InjectStanding
from services.drills.scoring import DrillResult
from services.notation.business_names import with_short_form

NAME, WORDS, TITLE, SHOWN, LISTED = 40, 80, 40, 5, 5
PAGE = 6
BEFORE_ITS_END = (DrillState.PLANNED, DrillState.RUNNING)


@dataclass(frozen=True)
class BoardFacts:
    """What the board of a drill says; `next_at` is when a yearly one comes again.

    `as_in` is the drill (code) whose businesses take part, `rests_for` the incident (code) for which it rests or waits.
    """

    drill: Drill
    members: int
    as_in: str | None
    injects: Sequence[InjectStanding]
    rests: bool
    rests_for: str | None
    result: DrillResult
    next_at: datetime | None
    now: datetime


def listing(reader: Reader, drills: Sequence[Drill]) -> Message:
    """List drills, those under way first, with what can be prepared."""
    lines = [_listed(reader, drill) for drill in drills[:LISTED]]
    opened = tuple(Button(drill.code, DrillTap(id_of(drill), "show").pack()) for drill in drills[:LISTED])
    rows = [opened[start : start + 2] for start in range(0, len(opened), 2)][:2]
    plan = Button(reader.label("drill-button-plan"), DrillsTap("plan").pack(), Style.PRIMARY)
    written = Button(reader.label("drill-button-scripts"), DrillsTap("scripts").pack())
    contact = Button(reader.label("menu-entry-contacttest"), MenuTap("contacttest").pack())
    text = [reader.say("drill-list-head"), Markup("\n").join(lines) or reader.say("drill-list-none")]
    return Message(Markup("\n\n").join(text), rows=(*rows, (plan,), (written, contact)))


def _listed(reader: Reader, drill: Drill) -> Markup:
    over = drill.state in (DrillState.OVER, DrillState.CANCELLED)
    return reader.say(
        "drill-list-line",
        mark=MARKS[IncidentStatus.CLOSED] if over else DRILL,
        code=drill.code,
        title=shorten(reader.own(drill.title), TITLE),
        state=reader.label(f"drill-state-{drill.state}"),
        at=reader.moment(_begins(drill)),
    )


def board(reader: Reader, facts: BoardFacts) -> Message:
    """Show where a drill stands, and what can be done with it now."""
    lines = [first_line(reader, facts.drill), _state(reader, facts)]
    circle = circle_name(reader, people.circle_of(facts.drill), as_in=facts.as_in)
    lines.append(reader.say("drill-members", members=facts.members, circle=circle))
    if facts.drill.state is DrillState.OVER:
        lines += whole_lines(reader, facts.result)
    else:
        lines += [_inject_line(reader, one, facts) for one in _in_sight(facts.injects)]
    if facts.drill.yearly and facts.next_at is not None:
        lines.append(reader.say("drill-again", at=reader.moment(facts.next_at)))
    elif facts.drill.yearly and facts.drill.state is not DrillState.OVER:
        lines.append(reader.say("drill-yearly"))
    return Message(Markup("\n").join(lines), rows=_ways(reader, facts))


def open_now(reader: Reader, drill: Drill) -> OpenThing:
    """Say in a line of the main menu that a drill is under way; the button leads to its board."""
    line = reader.say("drill-open-now", mark=DRILL, code=drill.code, title=shorten(reader.own(drill.title), TITLE))
    return OpenThing(line, Button(f"{DRILL} {drill.code}", DrillTap(id_of(drill), "show").pack()))


def _begins(drill: Drill) -> datetime:
    """Tell when a drill begins, or began: by hand it may be long before its planned moment."""
    return drill.began_at or drill.starts_at


def _state(reader: Reader, facts: BoardFacts) -> Markup:
    drill = facts.drill
    if facts.rests:
        key = "drill-stands-resting-for" if facts.rests_for else "drill-stands-resting"
        return reader.say(key, incident=facts.rests_for or "")
    if drill.state is DrillState.PLANNED and drill.held_at is not None:
        key = "drill-stands-held-for" if facts.rests_for else "drill-stands-held"
        return reader.say(key, incident=facts.rests_for or "")
    at = _begins(drill) if drill.state in BEFORE_ITS_END else drill.ended_at or drill.starts_at
    key = f"drill-stands-{drill.state}"
    return reader.say(key, at=reader.moment(at), told=_told(reader, drill))


def _told(reader: Reader, drill: Drill) -> str:
    """Say whether those who take part know of it, or when they will."""
    if not drill.announced:
        return reader.label("drill-unannounced")
    if drill.announced_at is None and drill.announce_at is not None:
        return reader.label("drill-to-be-announced", at=reader.moment(drill.announce_at))
    return reader.label("drill-announced")


def _in_sight(injects: Sequence[InjectStanding]) -> Sequence[InjectStanding]:
    """Give so many injects as a screen shows: the last that came, and those to come."""
    came = [number for number, one in enumerate(injects) if one.inject.row.state is not RunStepState.WAITING]
    start = max(0, min((came[-1] if came else 0) - 2, len(injects) - SHOWN))
    return injects[start : start + SHOWN]


def _inject_line(reader: Reader, one: InjectStanding, facts: BoardFacts) -> Markup:
    inject = one.inject
    text = shorten(reader.own(inject.step.text), TITLE)
    if inject.row.state is RunStepState.WAITING:
        at = reader.short_moment(inject.row.due_at, facts.now) if inject.row.due_at and not facts.rests else "…"
        return reader.say("drill-inject-to-come", number=one.number, text=text, at=at)
    key = "drill-inject-open" if inject.is_open else "drill-inject-over"
    until = inject.row.until_at or facts.now
    return reader.say(
        key,
        number=one.number,
        text=text,
        answered=one.answered,
        given=one.given,
        missed=one.given - one.answered,
        until=reader.short_moment(until, facts.now),
    )


def _ways(reader: Reader, facts: BoardFacts) -> tuple[tuple[Button, ...], ...]:
    drill, drill_id = facts.drill, id_of(facts.drill)

    def way(verb: str, style: Style | None = None) -> Button:
        return Button(reader.label(f"drill-button-{verb}"), DrillTap(drill_id, verb).pack(), style)

    listed = Button(reader.label("drill-button-list"), DrillsTap("list").pack())
    score = Button(reader.label("drill-button-score"), ScoreTap(drill_id, 0).pack())
    participants = Button(reader.label("drill-button-participants"), ParticipantsTap(drill_id, 0).pack())

    def change(what: DrillChange) -> Button:
        return Button(reader.label(f"drill-button-{what}"), DrillChangeTap(drill_id, what).pack())

    if drill.state is DrillState.PLANNED:
        changes = (change(DrillChange.WHEN), change(DrillChange.CIRCLE))
        who = (participants, change(DrillChange.ADD))
        return ((way("begin", Style.PRIMARY),), who, changes, (way("cancel"), listed))
    if drill.state is DrillState.OVER:
        report = Button(reader.label("drill-button-report"), DrillPaperTap(drill_id).pack())
        review = Button(reader.label("review-button-of-drill"), ReviewOpenDrillTap(drill_id).pack())
        return ((score, review), (way("file"), report), (listed,))
    if drill.state is DrillState.CANCELLED:
        return ((listed,),)
    came = [one for one in facts.injects if one.inject.row.state is not RunStepState.WAITING]
    said = tuple(
        Button(reader.label("drill-button-replies", number=one.number), RepliesTap(id_of(one.inject.row), 0).pack())
        for one in came[-3:]
    )
    first = (way("go-on", Style.PRIMARY),) if facts.rests else _next_inject(reader, facts)
    rest = () if facts.rests else (way("rest"),)
    who = (participants, change(DrillChange.ADD))
    return tuple(row for row in (first, said, (*rest, way("end")), who, (score, listed)) if row)


def _next_inject(reader: Reader, facts: BoardFacts) -> tuple[Button, ...]:
    """Offer the inject that comes next, if any: the button says which, so that a double tap sends no other."""
    to_come = [one.inject for one in facts.injects if one.inject.row.state is RunStepState.WAITING]
    return tuple(
        Button(reader.label("drill-button-next"), NextInjectTap(id_of(one.row)).pack(), Style.PRIMARY)
        for one in to_come[:1]
    )


def moved(reader: Reader, drill: Drill) -> Message:
    """Point from an older board to the newest."""
    return Message(Markup("\n").join([first_line(reader, drill), reader.say("drill-moved")]))


def ask(reader: Reader, drill: Drill, verb: str) -> Message:
    """Ask whether a drill is to begin, end or be cancelled."""
    now = Button(reader.label(f"drill-button-{verb}-now"), DrillTap(id_of(drill), f"{verb}-now").pack(), Style.DANGER)
    back = Button(reader.label("drill-button-back"), DrillTap(id_of(drill), "show").pack())
    return Message(
        Markup("\n").join([first_line(reader, drill), reader.say(f"drill-ask-{verb}")]), rows=((now,), (back,))
    )


def replies(
    reader: Reader,
    inject: Inject,
    found: Sequence[tuple[Member, InjectReply, str | None]],
    number: int,
    *,
    now: datetime,
) -> Message:
    """Show what businesses said of an inject, those that said nothing at the end."""
    page = page_of(found, number, size=PAGE)
    lines = [reply_line(reader, member, reply, name, now=now) for member, reply, name in page.items]
    text = [
        Markup("\n").join(
            [first_line(reader, inject.drill), Markup.escape(shorten(reader.own(inject.step.text), 2 * WORDS))]
        ),
        Markup("\n").join(lines),
    ]
    back = Button(reader.label("drill-button-back"), DrillTap(id_of(inject.drill), "show").pack())
    turn = turning(page, lambda turned: RepliesTap(id_of(inject.row), turned).pack())
    return Message(Markup("\n\n").join(text), rows=(*turn, (back,)))


def reply_line(reader: Reader, member: Member, reply: InjectReply, name: str | None, *, now: datetime) -> Markup:
    """Say what one business did with an inject."""
    called = shorten(with_short_form(member.name), NAME)
    if reply.answered_at is None:
        key = "missed" if reply.missed_at else "seen" if reply.seen_at else "silent"
        return reader.say(f"inject-reply-{key}", member=called)
    key = {True: "done", False: "cannot", None: "said"}[reply.done]
    line = reader.say(
        f"inject-reply-{key}",
        member=called,
        by=reader.known_as(name),
        at=reader.short_moment(reply.answered_at, now),
    )
    if not reply.words:
        return line
    return Markup("\n").join([line, reader.say("inject-reply-words", words=shorten(reply.words, WORDS))])
