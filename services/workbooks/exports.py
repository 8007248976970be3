"""What leaves the house as workbooks: the roster, the answers to incidents, read some hundreds at a time."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, tuple_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.members import (
    LISTED,
    Member,
    MemberCapability,
    MemberSector,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.people import Language, Person
from models.responses import Answer, Response, ResponseChange
from models.roster import RosterEntry
from models.tasks import Task, TaskChange, TaskStep
from services.ground import audit
from services.members import capabilities
from services.notation.tax_codes import HOUSEHOLD_DIGITS
from services.people import businesses, looks

AT_ONCE = 500
# Before every moment, update and row.
FIRST = (datetime.min.replace(tzinfo=UTC), 0, 0)


@dataclass
class RosterRow:
    """A business as it stands in the roster, with those who may speak for it, the primary contact first."""

    member: Member
    sectors: list[Sector] = field(default_factory=list)
    capabilities: dict[int, int] = field(default_factory=dict)
    units: dict[int, Unit] = field(default_factory=dict)
    representatives: list[Representative] = field(default_factory=list)


@dataclass(frozen=True)
class AnswerRow:
    """An answer as it stands, or one step of its history; `by` is empty once that person is gone."""

    incident: Incident
    member: Member
    by: str
    answer: Answer
    answered_at: datetime
    offered_people: int | None
    offered_capability_ids: Sequence[int]
    note: str | None
    eta_at: datetime | None = None
    stood_down_at: datetime | None = None
    offered_quantities: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class TaskStepRow:
    """One step of a task's history."""

    code: str
    member: str
    by: str
    step: TaskStep
    at: datetime
    note: str | None


async def count_roster(session: AsyncSession) -> int:
    """Count the businesses of the roster."""
    return (await session.exec(select(func.count()).where(col(Member.status).in_(LISTED)))).one()


async def count_personal_numbers(session: AsyncSession) -> int:
    """Count the households of the roster, whose tax codes are personal numbers."""
    listed = (col(Member.status).in_(LISTED), func.length(Member.tax_code) == HOUSEHOLD_DIGITS)
    return (await session.exec(select(func.count()).where(*listed))).one()


async def roster_rows(session: AsyncSession) -> AsyncIterator[list[RosterRow]]:
    """Give the businesses of the roster in Vietnamese order of their names, a portion at a time."""
    place = tuple_(RosterEntry.sort_key, RosterEntry.member_id)
    query = (
        select(Member, RosterEntry.sort_key)
        .join(RosterEntry, col(RosterEntry.member_id) == col(Member.id))
        .where(col(Member.status).in_(LISTED))
        .order_by(col(RosterEntry.sort_key), col(RosterEntry.member_id))
        .limit(AT_ONCE)
    )
    after: tuple[str, int] = ("", 0)
    while found := (await session.exec(query.where(place > after))).all():
        yield await _described(session, [member for member, _ in found])
        last, sort_key = found[-1]
        after = (sort_key, id_of(last))
        # What was given is not looked at again; thousands of rows would only fill the memory.
        session.expunge_all()


async def _described(session: AsyncSession, members: Sequence[Member]) -> list[RosterRow]:
    rows = {id_of(member): RosterRow(member) for member in members}
    for one in await session.exec(select(MemberSector).where(col(MemberSector.member_id).in_(rows))):
        rows[one.member_id].sectors.append(one.sector)
    for held in await session.exec(select(MemberCapability).where(col(MemberCapability.member_id).in_(rows))):
        rows[held.member_id].capabilities[held.capability_id] = held.headcount
        rows[held.member_id].units[held.capability_id] = held.unit
    people = (
        select(Representative)
        .where(col(Representative.member_id).in_(rows), Representative.status == RepresentativeStatus.APPROVED)
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    for representative in await session.exec(people):
        rows[representative.member_id].representatives.append(representative)
    return list(rows.values())


async def capability_names(session: AsyncSession, *, language: Language) -> dict[int, str]:
    """Map every capability that a business may hold, retired ones included, to its name."""
    return {id_of(one): capabilities.name_of(one, language) for one in await session.exec(select(Capability))}


async def capability_units(session: AsyncSession) -> dict[int, Unit]:
    """Map every capability that a business may hold, retired ones included, to what it is counted in."""
    return {id_of(one): one.unit for one in await session.exec(select(Capability))}


async def count_answers(session: AsyncSession, *, incident_id: int | None) -> int:
    """Count the answers to one incident, or to all that are no drills."""
    query = select(func.count()).select_from(Response).join(Incident, col(Incident.id) == col(Response.incident_id))
    return (await session.exec(query.where(counted(incident_id)))).one()


def counted(incident_id: int | None) -> ColumnElement[bool]:
    """Make the condition that an answer is to one incident, or to any that is no drill."""
    return col(Incident.kind) != IncidentKind.DRILL if incident_id is None else col(Incident.id) == incident_id


async def answer_rows(session: AsyncSession, *, incident_id: int | None) -> AsyncIterator[list[AnswerRow]]:
    """Give the answers to one incident or to all but drills, the oldest incident first, a portion at a time."""
    query = (
        select(Response, Incident, Member, businesses.registered_name())
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(Member, col(Member.id) == col(Response.member_id))
        .join(Person, col(Person.id) == col(Response.person_id))
        .order_by(col(Response.incident_id), col(Response.id))
        .limit(AT_ONCE)
    )
    query = query.where(counted(incident_id))
    place = tuple_(Response.incident_id, Response.id)
    after = (0, 0)
    while found := (await session.exec(query.where(place > after))).all():
        yield [
            AnswerRow(
                incident=incident,
                member=member,
                by=by,
                answer=response.answer,
                answered_at=response.answered_at,
                offered_people=response.offered_people,
                offered_capability_ids=response.offered_capability_ids,
                note=response.note,
                eta_at=response.eta_at,
                stood_down_at=response.stood_down_at,
                offered_quantities=response.offered_quantities,
            )
            for response, incident, member, by in found
        ]
        after = (found[-1][0].incident_id, id_of(found[-1][0]))


async def answer_steps(session: AsyncSession, *, incident_id: int | None) -> AsyncIterator[list[AnswerRow]]:
    """Give every step of the answers to one incident or to all but drills, in the order in which they came in."""
    query = (
        select(ResponseChange, Incident, Member, businesses.registered_name())
        .join(Response, col(Response.id) == col(ResponseChange.response_id))
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(Member, col(Member.id) == col(Response.member_id))
        .join(Person, col(Person.id) == col(ResponseChange.person_id))
        .order_by(col(ResponseChange.answered_at), col(ResponseChange.update_id), col(ResponseChange.id))
        .limit(AT_ONCE)
    )
    query = query.where(counted(incident_id))
    place = tuple_(col(ResponseChange.answered_at), col(ResponseChange.update_id), col(ResponseChange.id))
    after = FIRST
    while found := (await session.exec(query.where(place > after))).all():
        yield [
            AnswerRow(
                incident=incident,
                member=member,
                by=by,
                answer=step.answer,
                answered_at=step.answered_at,
                offered_people=step.offered_people,
                offered_capability_ids=step.offered_capability_ids,
                note=step.note,
                offered_quantities=step.offered_quantities,
            )
            for step, incident, member, by in found
        ]
        last = found[-1][0]
        after = (last.answered_at, last.update_id, id_of(last))


async def count_tasks(session: AsyncSession) -> int:
    """Count all tasks."""
    return (await session.exec(select(func.count()).select_from(Task))).one()


async def task_steps(session: AsyncSession) -> AsyncIterator[list[TaskStepRow]]:
    """Give every step of all tasks in the order in which they came in."""
    query = (
        select(TaskChange, Task.code, Member.name, businesses.registered_name())
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .join(Member, col(Member.id) == col(TaskChange.member_id))
        .join(Person, col(Person.id) == col(TaskChange.person_id))
        .order_by(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
        .limit(AT_ONCE)
    )
    place = tuple_(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
    after = FIRST
    while found := (await session.exec(query.where(place > after))).all():
        yield [
            TaskStepRow(code=code, member=member, by=by, step=change.step, at=change.at, note=change.note)
            for change, code, member, by in found
        ]
        last = found[-1][0]
        after = (last.at, last.update_id, id_of(last))


async def record_roster(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Keep with every business of the roster whose people's numbers somebody took out."""
    await looks.keep_export(session, person=person, exported=col(Member.status).in_(LISTED), now=now)


def record(session: AsyncSession, *, person: Person | None, what: str, now: datetime, **scope: Any) -> None:
    """Write down that somebody took data out of the house: what, and how much of it."""
    audit.record(
        session, person=person, action=f"{what}-exported", subject="export", subject_id=None, now=now, after=scope
    )
