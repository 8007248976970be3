"""The systems that an incident touches, what is proposed because of them, and what must be told by law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import LegalDutyTap, TouchedSystemTap, TouchedTap
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, Severity
from models.systems import InformationSystem, SystemMark
from services.incidents.touched.duties import REASON_LENGTH, LegalDuty
from services.incidents.touched.following import Proposed
from services.systems.legal import RuleSet
from services.systems.proposals import Gravity
from services.systems.search import Found

SHOW, ADD, LESS, RAISE, CALL, DUTIES, RULES = "show", "add", "less", "raise", "call", "duties", "rules"
TAKE, DROP, TOLD, AGAIN, MOVE = "take", "drop", "told", "again", "move"
SEARCH, DUE, REASON = "search", "due", "reason"
NAME, ON_BUTTON, NAMES = 60, 38, 120
# So many are offered; with more letters there are fewer.
OFFERED = 4


@dataclass(frozen=True)
class Touched:
    """An incident, the systems that it touches, what is proposed because of them, and what must be told."""

    incident: Incident
    systems: Sequence[InformationSystem]
    proposed: Proposed
    duties: Sequence[LegalDuty]


def page(reader: Reader, shown: Touched, *, now: datetime) -> Message:
    """Show the systems, each proposal with its reason, and a button for each that is still to be taken."""
    incident_id = id_of(shown.incident)
    lines = [reader.say("touched-head", code=shown.incident.code)]
    lines += [_line(reader, number, one) for number, one in enumerate(shown.systems, start=1)]
    if not shown.systems:
        lines.append(reader.say("touched-none"))
    said = [Markup("\n").join(lines), Markup("\n").join(_proposals(reader, shown, now))]
    change = [Button(reader.label("touched-button-add"), TouchedTap(incident_id, ADD).pack())]
    if shown.systems:
        change.append(Button(reader.label("touched-button-less"), TouchedTap(incident_id, LESS).pack()))
    rows = (tuple(change), *_taken(reader, shown), (_back(reader, incident_id),))
    return Message(Markup("\n\n").join(part for part in said if part), rows=rows)


def _line(reader: Reader, number: int, system: InformationSystem) -> Markup:
    return reader.say("touched-line", number=number, name=shorten(system.name, NAME), worth=worth(reader, system))


def worth(reader: Reader, system: InformationSystem) -> str:
    """Say what a system is worth: its level, and whether it is protected at any price."""
    level = reader.label("system-level", level=system.level) if system.level else reader.label("system-level-unknown")
    if system.mark is SystemMark.ABSOLUTE:
        return reader.label("touched-worth", level=level, mark=reader.label("system-mark-absolute"))
    return level


def _proposals(reader: Reader, shown: Touched, now: datetime) -> list[Markup]:
    lines = []
    if shown.proposed.gravity is not None:
        lines.append(gravity_line(reader, shown.proposed.gravity))
    if shown.proposed.to_call:
        names = shorten("; ".join(one.name for one in shown.proposed.to_call), NAMES)
        lines.append(reader.say("touched-call", names=names))
    open_ones = [one for one in shown.duties if one.is_open]
    if open_ones:
        due = open_ones[0].duty.due_at
        at = reader.short_moment(due, now) if due is not None else reader.label("duty-law-after-end")
        lines.append(reader.say("touched-duties", count=len(open_ones), at=at))
    return lines


def gravity_line(reader: Reader, gravity: Gravity) -> Markup:
    """Say which severity is proposed, and why."""
    return reader.say(
        "touched-gravity",
        severity=_severity(reader, gravity.severity),
        name=shorten(gravity.because_of.name, NAME),
        worth=worth(reader, gravity.because_of),
    )


def _severity(reader: Reader, severity: Severity) -> str:
    return reader.label(f"severity-{severity}")


def _taken(reader: Reader, shown: Touched) -> tuple[tuple[Button, ...], ...]:
    """Make a button for each proposal that is to be taken, and one that leads to what must be told."""
    incident_id, gravity = id_of(shown.incident), shown.proposed.gravity
    rows = []
    if gravity is not None:
        text = reader.label("touched-button-raise", severity=_severity(reader, gravity.severity))
        rows.append((Button(text, TouchedTap(incident_id, RAISE).pack(), Style.PRIMARY),))
    if shown.proposed.to_call:
        text = reader.label("touched-button-call", count=len(shown.proposed.to_call))
        rows.append((Button(text, TouchedTap(incident_id, CALL).pack(), Style.DANGER),))
    if shown.duties:
        text = reader.label("touched-button-duties", count=sum(one.is_open for one in shown.duties))
        rows.append((Button(text, TouchedTap(incident_id, DUTIES).pack()),))
    return tuple(rows)


def _back(reader: Reader, incident_id: int) -> Button:
    return Button(reader.label("button-to-tally"), TallyTap(incident_id).pack())


def offer(reader: Reader, incident: Incident, *, count: int) -> Button:
    """Make the button on the page of what else can be done with an incident."""
    text = reader.label("touched-button-offer", count=count) if count else reader.label("touched-button-offer-none")
    return Button(text, TouchedTap(id_of(incident), SHOW).pack())


def search(reader: Reader, draft: Draft, incident: Incident, found: Found) -> Message:
    """Ask which system is meant, with those that were found."""
    key = "touched-search" if found.total else "touched-search-none"
    rows = tuple(
        (Button(shorten(one.name, ON_BUTTON), TouchedSystemTap(id_of(incident), id_of(one), TAKE).pack()),)
        for one in found.systems[:OFFERED]
    )
    said = reader.say(key, code=incident.code)
    return Message(said, rows=(*rows, way_out(reader, draft, back=False)))


def less(reader: Reader, incident: Incident, systems: Sequence[InformationSystem]) -> Message:
    """Ask which system the incident does not touch after all."""
    buttons = [
        Button(
            reader.label("system-button-remove", name=shorten(one.name, ON_BUTTON)),
            TouchedSystemTap(id_of(incident), id_of(one), DROP).pack(),
        )
        for one in systems
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    back = Button(reader.label("touched-button-back"), TouchedTap(id_of(incident), SHOW).pack())
    return Message(reader.say("touched-less", code=incident.code), rows=(*rows, (back,)))


def duties(
    reader: Reader, incident: Incident, found: Sequence[LegalDuty], rules: RuleSet, other: RuleSet | None, now: datetime
) -> Message:
    """List what must be told, with the set of rules by which, and the button for the other set."""
    head = reader.say(
        "duty-law-head",
        code=incident.code,
        rules=rules.name,
        since=f"{rules.in_force_from:%d/%m/%Y}",
        read=f"{rules.read_on:%d/%m/%Y}",
    )
    lines = [_duty_line(reader, number, one, now) for number, one in enumerate(found, start=1)]
    numbers = tuple(
        Button(str(number), LegalDutyTap(id_of(one.duty), SHOW).pack()) for number, one in enumerate(found, start=1)
    )
    rows = [tuple(numbers[at : at + 5]) for at in range(0, len(numbers), 5)]
    if other is not None:
        text = reader.label("duty-law-button-rules", rules=other.name)
        rows.append((Button(text, TouchedTap(id_of(incident), RULES).pack()),))
    rows.append((Button(reader.label("touched-button-back"), TouchedTap(id_of(incident), SHOW).pack()),))
    return Message(Markup("\n\n").join([head, Markup("\n").join(lines)]), rows=tuple(rows))


def _duty_line(reader: Reader, number: int, one: LegalDuty, now: datetime) -> Markup:
    return reader.say("duty-law-line", number=number, what=duty_name(reader, one), until=until(reader, one, now))


def duty_name(reader: Reader, one: LegalDuty) -> str:
    """Name what must be told."""
    return reader.label(f"duty-law-{one.rule.word}")


def until(reader: Reader, one: LegalDuty, now: datetime) -> str:
    """Say until when, or what came of it."""
    duty = one.duty
    if duty.done_at is not None:
        return reader.label("duty-law-told", at=reader.short_moment(duty.done_at, now))
    if duty.dropped_at is not None:
        return reader.label("duty-law-dropped")
    if duty.due_at is None:
        return reader.label("duty-law-after-end")
    key = "duty-law-late" if duty.due_at <= now else "duty-law-until"
    return reader.label(key, at=reader.short_moment(duty.due_at, now))


def duty(reader: Reader, incident: Incident, one: LegalDuty, *, now: datetime, reminds: bool = False) -> Message:
    """Show one thing that must be told: to whom, until when, because of what, and where the law says so."""
    to = ", ".join(reader.label(f"duty-law-to-{whom}") for whom in one.rule.to)
    lines = [
        reader.say("duty-law-remind" if reminds else "duty-law-page", code=incident.code, what=duty_name(reader, one)),
        reader.say("duty-law-to", to=to),
        Markup.escape(until(reader, one, now)),
        reader.say("duty-law-term", term=_term(reader, one)),
        reader.say("duty-law-because", name=shorten(one.because_of.name, NAME), worth=worth(reader, one.because_of)),
        reader.say("duty-law-source", source=one.rule.source),
    ]
    if one.duty.changed:
        lines.append(reader.say("duty-law-changed"))
    if one.duty.dropped_because:
        lines.append(reader.say("duty-law-dropped-because", reason=one.duty.dropped_because))
    if not one.rule.confirmed:
        lines.append(reader.say("duty-law-unconfirmed"))
    return Message(Markup("\n").join(lines), rows=_duty_rows(reader, one))


def _term(reader: Reader, one: LegalDuty) -> str:
    """Say how the law counts: at once, in hours or in working days, from when the incident was found out or ended."""
    rule = one.rule
    since = reader.label(f"duty-law-since-{rule.runs_from}")
    if rule.working_days is not None:
        return reader.label("duty-law-term-working-days", count=rule.working_days, since=since)
    return reader.label("duty-law-term-hours", count=rule.hours or 0, since=since)


def _duty_rows(reader: Reader, one: LegalDuty) -> tuple[tuple[Button, ...], ...]:
    duty_id = id_of(one.duty)
    back = Button(reader.label("duty-law-button-back"), TouchedTap(one.duty.incident_id, DUTIES).pack())
    if not one.is_open:
        return ((Button(reader.label("duty-law-button-again"), LegalDutyTap(duty_id, AGAIN).pack()),), (back,))
    told = Button(reader.label("duty-law-button-told"), LegalDutyTap(duty_id, TOLD).pack(), Style.SUCCESS)
    move = Button(reader.label("duty-law-button-move"), LegalDutyTap(duty_id, MOVE).pack())
    drop = Button(reader.label("duty-law-button-drop"), LegalDutyTap(duty_id, DROP).pack())
    return ((told,), (move, drop), (back,))


def ask_due(reader: Reader, draft: Draft, one: LegalDuty) -> Message:
    """Ask for another deadline."""
    said = reader.say("duty-law-ask-due", what=duty_name(reader, one))
    return Message(said, rows=(way_out(reader, draft, back=False),))


def ask_reason(reader: Reader, draft: Draft, one: LegalDuty) -> Message:
    """Ask why it does not apply here."""
    said = reader.say("duty-law-ask-reason", what=duty_name(reader, one), limit=REASON_LENGTH)
    return Message(said, rows=(way_out(reader, draft, back=False),))


def raised(reader: Reader, incident: Incident) -> str:
    """Say that an incident is graver now."""
    return reader.label("touched-raised", severity=_severity(reader, incident.severity))


def called(reader: Reader, count: int) -> str:
    """Say how many businesses were called as well."""
    return reader.label("touched-called", count=count)
