"""What must be told by law because of the systems that an incident touches: proposed, changed, told, dropped, reminded.

Only incidents have duties: a drill is none, and neither is a problem.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import BroadcastKind, Lane
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.people import Person
from models.systems import IncidentDuty, IncidentSystem, InformationSystem
from services.ground import audit
from services.ground.details import Details
from services.ground.faces import MessageKind, called
from services.ground.refusals import Refusal
from services.incidents import cards
from services.outbox import broadcasts
from services.people import accounts
from services.systems import legal
from services.systems.legal import LegalRule, RuleSet, RunsFrom

SUBJECT = "incident"
# The parts of the time until a deadline after which the coordinators are reminded.
REMINDED_AT = (0.5, 0.9)
REASON_LENGTH = 200
# Where deadlines are put in order, what has none stands behind.
LAST = datetime.max.replace(tzinfo=UTC)


class DutyUnknown(Refusal):
    """There is no such duty, or it was taken back with its system."""


class DutySettled(Refusal):
    """The duty was told of or dropped already."""


class DutyReasonLength(Refusal):
    """The reason is empty or longer than `limit` characters."""


@dataclass(frozen=True)
class DutyDue(Details):
    """The duty (id) of which coordinators are reminded."""

    word = "duty_due"
    duty_id: int


DUTY = MessageKind(
    BroadcastKind.LEGAL_DUTY, Lane.REMINDER, SUBJECT, named=called(Incident.code), details=(DutyDue,), sent_again=True
)


@dataclass(frozen=True)
class LegalDuty:
    """A duty with its rule, and the system because of which it is proposed."""

    duty: IncidentDuty
    rule: LegalRule
    because_of: InformationSystem

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to be told."""
        return self.duty.done_at is None and self.duty.dropped_at is None


async def propose(
    session: AsyncSession,
    *,
    incident: Incident,
    systems: Sequence[InformationSystem],
    now: datetime,
    time_zone: ZoneInfo,
    rules: RuleSet | None = None,
) -> None:
    """Write down what the rules in force ask for, each once; what nothing asks for any more and nobody did goes away.

    An incident keeps the set by which it began, unless another one is named.
    """
    incident_id = id_of(incident)
    before = (await session.exec(select(IncidentDuty).where(IncidentDuty.incident_id == incident_id))).all()
    rules = rules or _kept(before) or legal.in_force(incident.declared_at, time_zone)
    asked = _asked(rules, incident, systems)
    known = {(one.rules, one.rule): one for one in before}
    for one in before:
        still = one.rules == rules.name and one.rule in asked
        if not still and one.done_at is None:
            await session.delete(one)
        elif still:
            one.because_of_id = id_of(asked[one.rule])
    for word, because_of in asked.items():
        rule = rules.rule(word)
        if rule is not None and (rules.name, word) not in known:
            session.add(
                IncidentDuty(
                    incident_id=incident_id,
                    because_of_id=id_of(because_of),
                    rules=rules.name,
                    rule=word,
                    due_at=_due(rule, incident, time_zone),
                )
            )
    await session.flush()


def _kept(before: Sequence[IncidentDuty]) -> RuleSet | None:
    """Give the set by which an incident's duties were written so far."""
    return next((found for one in before if (found := legal.by_name(one.rules)) is not None), None)


def _asked(rules: RuleSet, incident: Incident, systems: Sequence[InformationSystem]) -> dict[str, InformationSystem]:
    """Tell which rules ask for something, each with the system of the highest level for which it does."""
    if incident.kind is not IncidentKind.INCIDENT:
        return {}
    by_level = sorted(systems, key=lambda one: one.level or 0, reverse=True)
    found: dict[str, InformationSystem] = {}
    for rule in rules.rules:
        because_of = next((one for one in by_level if rule.applies(level=one.level, type_=incident.type)), None)
        if because_of is not None:
            found[rule.word] = because_of
    return found


def _due(rule: LegalRule, incident: Incident, time_zone: ZoneInfo) -> datetime | None:
    """Tell until when a rule is to be followed; None while its time has not begun to run."""
    if rule.runs_from is RunsFrom.END:
        return rule.due(incident.closed_at, time_zone) if incident.closed_at is not None else None
    return rule.due(incident.began_at or incident.declared_at, time_zone)


async def all_of(session: AsyncSession, *, incident_id: int) -> Sequence[LegalDuty]:
    """List the duties of an incident, the open ones first, by their deadlines."""
    query = (
        select(IncidentDuty, InformationSystem)
        .join(InformationSystem, col(InformationSystem.id) == col(IncidentDuty.because_of_id))
        .where(IncidentDuty.incident_id == incident_id)
        .order_by(col(IncidentDuty.id))
    )
    found = [_with_rule(duty, system) for duty, system in await session.exec(query)]
    known = [one for one in found if one is not None]
    return sorted(known, key=lambda one: (not one.is_open, one.duty.due_at or LAST))


def _with_rule(duty: IncidentDuty, system: InformationSystem) -> LegalDuty | None:
    rules = legal.by_name(duty.rules)
    rule = rules.rule(duty.rule) if rules is not None else None
    return LegalDuty(duty, rule, system) if rule is not None else None


async def one(session: AsyncSession, *, duty_id: int) -> LegalDuty:
    """Find a duty; raises DutyUnknown."""
    duty = await session.get(IncidentDuty, duty_id)
    system = await session.get(InformationSystem, duty.because_of_id) if duty is not None else None
    found = _with_rule(duty, system) if duty is not None and system is not None else None
    if found is None:
        raise DutyUnknown
    return found


async def still_open(session: AsyncSession, *, duty_id: int) -> LegalDuty:
    """Find a duty that nobody has seen to; raises DutyUnknown or DutySettled."""
    found = await one(session, duty_id=duty_id)
    if not found.is_open:
        raise DutySettled
    return found


async def tell(session: AsyncSession, *, duty_id: int, by: Person, now: datetime) -> LegalDuty:
    """Keep that somebody was told as the law asks; raises DutyUnknown or DutySettled."""
    found = await still_open(session, duty_id=duty_id)
    found.duty.done_at = now
    await _record(session, found, "duty-told", by, now)
    return found


async def reopen(session: AsyncSession, *, duty_id: int, by: Person, now: datetime) -> LegalDuty:
    """Take back that a duty was told of or dropped; raises DutyUnknown."""
    found = await one(session, duty_id=duty_id)
    if not found.is_open:
        found.duty.done_at = found.duty.dropped_at = found.duty.dropped_because = None
        await _record(session, found, "duty-reopened", by, now)
    return found


async def drop(session: AsyncSession, *, duty_id: int, reason: str, by: Person, now: datetime) -> LegalDuty:
    """Keep that a duty does not apply here, and why; raises DutyUnknown, DutySettled or DutyReasonLength."""
    found = await still_open(session, duty_id=duty_id)
    if not 0 < len(reason) <= REASON_LENGTH:
        raise DutyReasonLength(limit=REASON_LENGTH, length=len(reason))
    found.duty.dropped_at, found.duty.dropped_because = now, reason
    await _record(session, found, "duty-dropped", by, now)
    return found


async def move(session: AsyncSession, *, duty_id: int, due_at: datetime, by: Person, now: datetime) -> LegalDuty:
    """Set another deadline, of which coordinators are reminded anew; raises DutyUnknown or DutySettled."""
    found = await still_open(session, duty_id=duty_id)
    found.duty.due_at, found.duty.changed = due_at, True
    found.duty.reminders, found.duty.reminded_at = 0, None
    await _record(session, found, "duty-moved", by, now)
    return found


async def follow(
    session: AsyncSession, *, incident: Incident, rules: RuleSet, by: Person, now: datetime, time_zone: ZoneInfo
) -> None:
    """Let another set of rules hold for an incident: what was not told by the former one goes away."""
    query = (
        select(InformationSystem)
        .join(IncidentSystem, col(IncidentSystem.system_id) == col(InformationSystem.id))
        .where(IncidentSystem.incident_id == id_of(incident))
    )
    systems = (await session.exec(query)).all()
    await propose(session, incident=incident, systems=systems, now=now, time_zone=time_zone, rules=rules)
    audit.record(
        session,
        person=by,
        action="duties-by-other-rules",
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        after={"rules": rules.name},
    )


async def _record(session: AsyncSession, found: LegalDuty, action: str, by: Person, now: datetime) -> None:
    duty = found.duty
    audit.record(
        session,
        person=by,
        action=action,
        subject="incident",
        subject_id=duty.incident_id,
        now=now,
        after={"rule": f"{duty.rules}/{duty.rule}", "due": duty.due_at.isoformat() if duty.due_at else None},
    )
    await session.flush()
    await cards.redraw_tally(session, incident_id=duty.incident_id, now=now)


async def run_from_end(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Let the time begin to run of what is due after the end of an incident."""
    for duty, incident in (await session.exec(_running_from_end())).all():
        rules = legal.by_name(duty.rules)
        rule = rules.rule(duty.rule) if rules is not None else None
        duty.due_at = _due(rule, incident, time_zone) if rule is not None else None


@cache
def _running_from_end() -> Select[IncidentDuty, Incident]:
    open_ones = (col(IncidentDuty.done_at).is_(None), col(IncidentDuty.dropped_at).is_(None))
    return (
        select(IncidentDuty, Incident)
        .join(Incident, col(Incident.id) == col(IncidentDuty.incident_id))
        .where(*open_ones, col(IncidentDuty.due_at).is_(None), Incident.status == IncidentStatus.CLOSED)
    )


async def remind_due(session: AsyncSession, *, now: datetime) -> None:
    """Remind the coordinators of each duty at half of its time and at nine tenths, after an outage once for both."""
    for duty, incident in (await session.exec(_reminded_of())).all():
        passed = _passed(duty, incident, now)
        if passed <= duty.reminders:
            continue
        duty.reminders, duty.reminded_at = passed, now
        people = await accounts.coordinator_ids(session)
        await broadcasts.queue(
            session, kind=DUTY, people=people, subject_id=duty.incident_id, details=DutyDue(id_of(duty)), now=now
        )


@cache
def _reminded_of() -> Select[IncidentDuty, Incident]:
    open_ones = (col(IncidentDuty.done_at).is_(None), col(IncidentDuty.dropped_at).is_(None))
    return (
        select(IncidentDuty, Incident)
        .join(Incident, col(Incident.id) == col(IncidentDuty.incident_id))
        .where(*open_ones, col(IncidentDuty.due_at).is_not(None), IncidentDuty.reminders < len(REMINDED_AT))
    )


def _passed(duty: IncidentDuty, incident: Incident, now: datetime) -> int:
    """Count the parts of a duty's time that have passed of those at which it is reminded of."""
    if duty.due_at is None:
        return 0
    rules = legal.by_name(duty.rules)
    rule = rules.rule(duty.rule) if rules is not None else None
    runs_from_end = rule is not None and rule.runs_from is RunsFrom.END
    begin = incident.closed_at if runs_from_end and incident.closed_at is not None else incident.declared_at
    return sum(now >= min(begin + part * (duty.due_at - begin), duty.due_at) for part in REMINDED_AT)
