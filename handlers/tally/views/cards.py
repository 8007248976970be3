"""The tally as coordinators see it: the facts in a dozen lines, and what to do next as its one loud button."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.quantities import counted as so_many
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts, first_line, place_name
from handlers.tally.taps import (
    RemindNowTap,
)
from handlers.tally.views import ahead, beside, buttons
from handlers.tally.views import law as law_views
from handlers.tally.views.beside import RunsBeside
from handlers.tally.views.buttons import to_tally
from models.broadcasts import DeliveryState
from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.incidents.reminders import Reminded
from services.tally.counting import AnswerGroup, Tally
from services.tally.course import Course, Led
from services.waves.needs import Need

MARKS = {
    AnswerGroup.READY: "✅",
    AnswerGroup.REMOTE: "💻",
    AnswerGroup.NEEDS_INFO: "❓",
    AnswerGroup.CANNOT: "⛔",
    AnswerGroup.SILENT: "⏳",
    AnswerGroup.UNREACHABLE: "📵",
    AnswerGroup.WAITING: "📭",
    AnswerGroup.NOT_SENT: "🚫",
}
# What stands in one line of the tally, as it fits on a phone.
LINES = (
    (AnswerGroup.READY, AnswerGroup.REMOTE),
    (AnswerGroup.NEEDS_INFO, AnswerGroup.CANNOT),
    (AnswerGroup.SILENT,),
    (AnswerGroup.UNREACHABLE,),
)
ONLY_WHEN_ANY = (AnswerGroup.WAITING, AnswerGroup.NOT_SENT)
# A line of a phone holds some 40 characters, and each fact has one or two lines.
TITLE, PLACES, NAME = 60, 40, 24
NOTHING_BESIDE = RunsBeside()
# So much of a thing's name is said, and so many things are, fewer where people are counted too.
NEED, MOST_NEEDS, NEEDS_BESIDE_PEOPLE = 20, 2, 1


def tally(
    reader: Reader,
    facts: Facts,
    counted: Tally,
    course: Course,
    *,
    tasks_given: int = 0,
    failed: int = 0,
    missed: int = 0,
    names: Mapping[int, str] = MappingProxyType({}),
    law: Sequence[datetime | None] = (),
    running: RunsBeside = NOTHING_BESIDE,
) -> Message:
    """Show where an incident stands, and what can be done; the names behind the counts are in the lists.

    `failed` messages can be sent again, `missed` recipients have not got theirs, or nobody knows; `names` are of the
    capabilities (ids) that are asked for; `law` gives the deadlines of what is still to be told by law, the nearest
    first; `running` is what runs beside.
    """
    parts = [
        [
            first_line(reader, replace(facts, title=shorten(facts.title, TITLE))),
            # What is expected next, and when, is read before anything else.
            *(
                []
                if facts.status is IncidentStatus.CLOSED
                else ahead.lines(reader, course, counted, update_at=running.update_at)
            ),
            *beside.line(reader, running, now=counted.counted_at),
            *_what(reader, facts, counted, course),
            *_systems(reader, facts),
            *law_views.lines(reader, law, counted.counted_at),
            *_needs(reader, facts, counted, names),
        ],
        [*(_line(reader, counted, groups) for groups in LINES), *_presence(reader, counted)],
        [
            *_messages(reader, counted),
            *_said(reader, course, counted),
            *(_aftermath(reader, counted) if facts.status is IncidentStatus.CLOSED else []),
        ],
    ]
    text = Markup("\n\n").join(Markup("\n").join(lines) for lines in parts if lines)
    *rows, last = buttons.rows(reader, facts, counted, course, tasks_given, failed, missed)
    return Message(text, rows=(*rows, *law_views.way(reader, facts, law), last))


def moved(reader: Reader, incident: Incident) -> Message:
    """Say in an older tally that there is a newer one below: it keeps no buttons."""
    return Message(reader.say("tally-moved", code=incident.code))


def _what(reader: Reader, facts: Facts, counted: Tally, course: Course) -> list[Markup]:
    """Say how grave it is, where, and who declared it how long ago."""
    end = facts.closed_at or counted.counted_at
    return [
        reader.say(
            "tally-what",
            severity=reader.label(f"severity-{facts.severity}"),
            place=shorten(place_name(reader, facts), PLACES),
            members=reader.number(counted.members),
            people=reader.number(counted.people),
        ),
        reader.say(
            "tally-declared-over" if facts.status is IncidentStatus.CLOSED else "tally-declared",
            by=_led_by(reader, course, is_over=facts.status is IncidentStatus.CLOSED),
            at=reader.short_moment(facts.declared_at, counted.counted_at),
            elapsed=reader.duration(end - facts.declared_at),
        ),
    ]


def _led_by(reader: Reader, course: Course, *, is_over: bool) -> str:
    """Name who declared it, or who took command since; warn where nobody leads, or can be reached who does."""
    if course.led is Led.NOBODY and not is_over:
        return reader.label("tally-commanded-nobody")
    if course.led is Led.OUT_OF_REACH and not is_over:
        name = shorten(reader.known_as(course.commanded_by or course.declared_by), NAME)
        return reader.label("tally-commanded-unreached", name=name)
    if course.commanded_by is None:
        return shorten(reader.known_as(course.declared_by), NAME)
    return reader.label("tally-commanded", name=shorten(reader.known_as(course.commanded_by), NAME))


def _systems(reader: Reader, facts: Facts) -> list[Markup]:
    """Name the first system that the incident touches, and count the others."""
    if not facts.systems:
        return []
    first, *others = facts.systems
    key = "tally-systems-more" if others else "tally-systems"
    return [reader.say(key, name=shorten(first, NAME), count=len(others))]


def _needs(reader: Reader, facts: Facts, counted: Tally, names: Mapping[int, str]) -> list[Markup]:
    """Weigh in a line what is wanted against what is offered, what was asked for first, and say until when."""
    people = _people(reader, facts, counted)
    things = _things(reader, counted.needs, names, most=NEEDS_BESIDE_PEOPLE if people else MOST_NEEDS)
    said = [*people, *things] if facts.headcount_unit is Unit.PEOPLE else [*things, *people]
    if facts.until_at is not None and facts.status is not IncidentStatus.CLOSED:
        said.append(reader.say("tally-until", at=reader.short_moment(facts.until_at, counted.counted_at)))
    return [Markup(" · ").join(said)] if said else []


def _people(reader: Reader, facts: Facts, counted: Tally) -> list[Markup]:
    """Say how many people are wanted and offered; teams and machines are not weighed against them.

    Who is ready and said no number sends one at least, and is counted so.
    """
    in_people = facts.headcount_wanted and facts.headcount_unit is Unit.PEOPLE
    if not in_people and not counted.headcount:
        return []
    text = reader.say(
        "tally-headcount-of" if in_people else "tally-headcount",
        offered=reader.number(counted.people_at_least if in_people else counted.headcount),
        wanted=reader.number(facts.headcount_wanted),
        share=reader.share(counted.people_at_least, facts.headcount_wanted),
        members=counted.headcount_from,
        unsaid=counted.headcount_unsaid,
    )
    return [text]


def _things(reader: Reader, needs: Sequence[Need], names: Mapping[int, str], *, most: int) -> list[Markup]:
    """Say of each thing that is wanted how many are, where that was asked, and how many are offered."""
    said = [_thing(reader, need, names) for need in needs[:most]]
    if len(needs) > most:
        said.append(reader.say("tally-needs-more", count=len(needs) - most))
    return said


def _thing(reader: Reader, need: Need, names: Mapping[int, str]) -> Markup:
    name = shorten(" / ".join(names[one] for one in need.capability_ids if one in names), NEED)
    key = "tally-need-any" if not need.wanted else "tally-need" if name else "tally-need-unnamed"
    offered = reader.number(need.offered) if need.wanted else so_many(reader, need.offered, need.unit)
    wanted = so_many(reader, need.wanted, need.unit)
    return reader.say(key, name=name, wanted=wanted, offered=offered, unsaid=need.unsaid)


def _line(reader: Reader, counted: Tally, groups: Sequence[AnswerGroup]) -> Markup:
    """Count one or two heaps of businesses in a line, each by its mark and its name."""
    return Markup(" · ").join(_group(reader, counted, group) for group in groups)


def _presence(reader: Reader, counted: Tally) -> list[Markup]:
    """Say how many are on site or have gone, and how many who take part do so elsewhere too, or are out of reach."""
    figures = {
        "tally-there": counted.there,
        "tally-gone": counted.gone,
        "tally-elsewhere": counted.elsewhere,
        "tally-lost": counted.lost,
    }
    said = [reader.say(key, count=reader.number(count)) for key, count in figures.items() if count]
    return [Markup(" · ").join(said)] if said else []


def _group(reader: Reader, counted: Tally, group: AnswerGroup) -> Markup:
    number = counted.groups[group]
    return reader.say(
        _group_key(counted, group),
        mark=MARKS[group],
        name=reader.label(f"tally-heap-{group.replace('_', '-')}"),
        count=reader.number(number),
        share=reader.share(number, counted.members),
        seen=reader.number(counted.seen),
        wrote=reader.number(counted.wrote),
    )


def _group_key(counted: Tally, group: AnswerGroup) -> str:
    """Choose how a heap is counted: of those who chose no answer, who looked and who wrote stands with it."""
    if group is AnswerGroup.SILENT and counted.wrote:
        return "tally-group-wrote"
    return "tally-group-silent" if group is AnswerGroup.SILENT and counted.seen else "tally-group"


def group_name(reader: Reader, group: AnswerGroup) -> str:
    """Name a heap of businesses."""
    return reader.label(f"group-{group.replace('_', '-')}")


def _messages(reader: Reader, counted: Tally) -> list[Markup]:
    """Say what became of the messages that did not simply arrive; a failure is never shown as success."""
    messages = counted.messages
    troubles = {
        "tally-on-its-way": messages[DeliveryState.PENDING] + messages[DeliveryState.SENDING],
        "tally-failed": messages[DeliveryState.FAILED],
        "tally-uncertain": messages[DeliveryState.UNCERTAIN],
    }
    said = [reader.say(key, count=reader.number(count)) for key, count in troubles.items() if count]
    return [Markup(" · ").join(said)] if said else []


def _said(reader: Reader, course: Course, counted: Tally) -> list[Markup]:
    """Say what was said to those alerted: updates, and the last reminder."""
    said = []
    if course.updated_at is not None:
        at = reader.short_moment(course.updated_at, counted.counted_at)
        said.append(reader.say("tally-updates", count=course.updates, at=at))
    if course.reminded_at is not None:
        at = reader.short_moment(course.reminded_at, counted.counted_at)
        said.append(reader.say("tally-reminded", count=reader.number(course.reminded), at=at, times=course.reminders))
    return [Markup(" · ").join(said)] if said else []


def _aftermath(reader: Reader, counted: Tally) -> list[Markup]:
    after = counted.aftermath
    return [
        reader.say(
            "tally-aftermath",
            stood_down=after.stood_down,
            engaged=after.took_part,
            useful=after.useful,
            not_useful=after.not_useful,
        )
    ]


def ask_remind(reader: Reader, incident: Incident, counted: Tally, course: Course) -> Message:
    """Ask whether the silent ones are to be reminded, and say when they are by themselves."""
    incident_id = id_of(incident)
    parts = [
        reader.say("remind-ask", code=incident.code, count=reader.number(counted.groups[AnswerGroup.SILENT])),
        *([reader.say("remind-wrote", count=reader.number(counted.wrote))] if counted.wrote else []),
        *_said(reader, course, counted),
        *ahead.lines(reader, course, counted),
    ]
    now = Button(reader.label("button-remind-now"), RemindNowTap(incident_id).pack(), Style.PRIMARY)
    return Message(Markup("\n").join(parts), rows=((now,), to_tally(reader, incident_id)))


def reminded(reader: Reader, done: Reminded) -> str:
    """Confirm a reminder, and that more people were called."""
    if not done.called:
        return reader.label("reminded", count=done.people)
    if not done.people:
        return reader.label("called-in-reserve", count=done.called)
    return reader.label("reminded-and-called", people=done.people, called=done.called)


def status_changed(reader: Reader, status: IncidentStatus) -> str:
    """Confirm that everyone sees that help is under way, or that it is not after all."""
    return reader.label("handling-marked" if status is IncidentStatus.HANDLING else "handling-taken-back")


def brought_down(reader: Reader) -> str:
    """Say that the tally comes as the newest message."""
    return reader.label("tally-brought-down")
