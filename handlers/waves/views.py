"""The waves of an incident as coordinators see them, and what people are told of its course."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.incidents.views.cards import Facts, first_line, place_name
from handlers.policies.views.words import circle_name
from handlers.tally.taps import TallyTap
from handlers.waves.taps import CallWaveNowTap, CallWaveTap, HoldWavesTap, ReleaseWavesTap, WavesTap
from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Incident, Reminder
from models.tlp import NARROW
from services.waves.calling import NextWave
from services.waves.kinds import Raised


def to_waves(reader: Reader, incident: Incident) -> Button:
    """Make the button that leads to an incident's waves."""
    return Button(reader.label("button-waves"), WavesTap(id_of(incident)).pack())


def waves(
    reader: Reader,
    incident: Incident,
    rows: Sequence[Reminder],
    following: NextWave | None,
    *,
    idle: int = 0,
    now: datetime,
) -> Message:
    """Show which waves were called, which come when, and whom the next one would call now.

    `idle` waves are planned and would find nobody.
    """
    lines = [_line(reader, incident, row, now) for row in rows]
    parts = [
        [reader.say("waves-head", code=incident.code)],
        lines or ([] if idle else [reader.say("waves-none-planned")]),
        [
            *_idle(reader, incident, rows, idle),
            *_standing(reader, incident, now),
            *_following(reader, incident, following),
        ],
    ]
    text = Markup("\n\n").join(Markup("\n").join(part) for part in parts if part)
    return Message(text, rows=_buttons(reader, incident, rows, following))


def _line(reader: Reader, incident: Incident, row: Reminder, now: datetime) -> Markup:
    """Say when a wave was called, or when it comes and under which condition, as the tally does."""
    circle = row.circle or WaveCircle.OFF_DUTY
    at = reader.short_moment(row.done_at or row.due_at, now)
    if row.done_at is None:
        by_number = "wave-to-come-until" if row.fewer_than else "wave-to-come"
        key = "wave-to-come-unless" if incident.headcount_wanted else by_number
    elif row.called is None:
        key = "wave-not-needed"
    else:
        key = "wave-called-people" if circle is WaveCircle.OFF_DUTY else "wave-called"
    return reader.say(
        key, at=at, circle=circle_name(reader, circle), ready=row.fewer_than, count=reader.number(row.called or 0)
    )


def _idle(reader: Reader, incident: Incident, rows: Sequence[Reminder], idle: int) -> list[Markup]:
    """Say plainly why there is nothing to hold back, where waves are planned and none of them finds anybody."""
    if not idle or incident.waves_held_at is not None or any(row.done_at is None for row in rows):
        return []
    return [reader.say("waves-idle", count=idle)]


def _standing(reader: Reader, incident: Incident, now: datetime) -> list[Markup]:
    """Say that the waves are held back, that there is enough help, or that the label keeps others out."""
    said = []
    if incident.tlp in NARROW:
        said.append(reader.say("waves-narrow", label=label(incident.tlp)))
    if incident.waves_held_at is not None:
        said.append(reader.say("waves-held", at=reader.short_moment(incident.waves_held_at, now)))
    if incident.enough_at is not None:
        said.append(reader.say("waves-enough", at=reader.short_moment(incident.enough_at, now)))
    return said


def _following(reader: Reader, incident: Incident, following: NextWave | None) -> list[Markup]:
    """Say whom the next wave would call now; that all were called only where nothing else keeps others out."""
    if following is None:
        return [] if incident.tlp in NARROW else [reader.say("waves-all-called")]
    said = reader.say(
        "waves-next",
        circle=circle_name(reader, following.circle),
        members=reader.number(following.found.members),
        people=reader.number(len(following.found.people)),
    )
    return [said]


def _buttons(
    reader: Reader, incident: Incident, rows: Sequence[Reminder], following: NextWave | None
) -> tuple[tuple[Button, ...], ...]:
    incident_id = id_of(incident)
    made: list[tuple[Button, ...]] = []
    if following is not None:
        label = reader.label("button-wave-call", members=reader.number(following.found.members))
        made.append((Button(label, CallWaveTap(incident_id, following.circle).pack(), Style.PRIMARY),))
    if incident.waves_held_at is not None:
        made.append((Button(reader.label("button-waves-release"), ReleaseWavesTap(incident_id).pack()),))
    elif any(row.done_at is None for row in rows):
        made.append((Button(reader.label("button-waves-hold"), HoldWavesTap(incident_id).pack()),))
    return (*made, (Button(reader.label("button-to-tally"), TallyTap(incident_id).pack()),))


def ask(reader: Reader, incident: Incident, following: NextWave) -> Message:
    """Ask whether the next wave is to be called, with how many get the alert."""
    members = reader.number(following.found.members)
    said = reader.say(
        "wave-ask",
        code=incident.code,
        circle=circle_name(reader, following.circle),
        members=members,
        people=reader.number(len(following.found.people)),
    )
    call = CallWaveNowTap(id_of(incident), following.circle).pack()
    back = Button(reader.label("button-back"), WavesTap(id_of(incident)).pack())
    return Message(
        said, rows=((Button(reader.label("button-wave-call-now", members=members), call, Style.DANGER),), (back,))
    )


def called(reader: Reader, members: int) -> str:
    """Confirm at the top of the screen how many are called."""
    return reader.label("wave-is-called", count=reader.number(members))


def let_know(reader: Reader, facts: Facts) -> Message:
    """Let somebody of the office know of an incident."""
    return Message(_told(reader, facts, reader.say("course-let-know")))


def raised(reader: Reader, facts: Facts, told: Raised) -> Message:
    """Tell that the severity was raised since nobody answered."""
    said = reader.say(
        "course-raised",
        before=reader.label(f"severity-{told.before}"),
        after=reader.label(f"severity-{told.after}"),
        minutes=told.minutes,
    )
    to_tally = Button(reader.label("button-course-tally"), TallyTap(facts.incident_id).pack())
    return Message(_told(reader, facts, said), rows=((to_tally,),))


def not_needed(reader: Reader, facts: Facts) -> Message:
    """Thank those who have not answered: there is enough help."""
    text = Markup("\n\n").join([first_line(reader, facts), reader.say("course-not-needed")])
    return Message(text, quiet=True)


def rests(reader: Reader, facts: Facts, real: str) -> Message:
    """Tell everybody in a quick drill that it rests for something real (its code)."""
    return Message(Markup("\n\n").join([first_line(reader, facts), reader.say("course-rests", incident=real)]))


def goes_on(reader: Reader, facts: Facts) -> Message:
    """Tell everybody in a quick drill that it goes on."""
    return Message(Markup("\n\n").join([first_line(reader, facts), reader.say("course-goes-on")]))


def _told(reader: Reader, facts: Facts, said: Markup) -> Markup:
    what = reader.say(
        "course-what", severity=reader.label(f"severity-{facts.severity}"), place=place_name(reader, facts)
    )
    return Markup("\n\n").join([Markup("\n").join([first_line(reader, facts), what]), said])
