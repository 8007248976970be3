"""Reports in lists, a page at a time: what waits first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.people import Person
from models.reports import UNDECIDED, Report, ReportState
from services.ground.paging import nearest_page
from services.people import businesses

PAGE = 5


@dataclass(frozen=True)
class ReportScope:
    """Whose reports are listed: those that one of a business's people may see, or all; or those of one incident."""

    person: Person | None = None
    members: Sequence[int] = ()
    incident_id: int | None = None


@dataclass(frozen=True)
class ReportLine:
    """One report of a list, with its business."""

    report: Report
    member: str


@dataclass(frozen=True)
class ReportPage:
    """A part of a list: `number` counts from 0; `waiting` have not been looked at, `undecided` not been decided on."""

    lines: Sequence[ReportLine]
    number: int
    pages: int
    total: int
    waiting: int
    undecided: int


async def scope_of(session: AsyncSession, *, person: Person) -> ReportScope:
    """Give the scope of one of a business's people."""
    members = [id_of(member) for member in await businesses.spoken_for(session, person=person)]
    return ReportScope(person, members)


async def page(session: AsyncSession, *, scope: ReportScope, number: int) -> ReportPage:
    """List reports: what nobody has looked at first, as it came in, then what is undecided, then the rest.

    Of the rest, and to members, the newest comes first.
    """
    counts = await _counts(session, scope)
    total = sum(counts.values())
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(Report, Member.name)
        .join(Member, col(Member.id) == col(Report.member_id))
        .where(*_conditions(scope))
        .order_by(*_order(scope))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    lines = [ReportLine(report, member) for report, member in (await session.exec(query)).all()]
    undecided = sum(counts.get(state, 0) for state in UNDECIDED)
    return ReportPage(lines, number, pages, total, counts.get(ReportState.NEW, 0), undecided)


def _order(scope: ReportScope) -> Sequence[ColumnElement[Any]]:
    if scope.person is not None:
        return (col(Report.id).desc(),)
    is_undecided = col(Report.state).in_(UNDECIDED)
    weight = case((col(Report.state) == ReportState.NEW, 0), (is_undecided, 1), else_=2)
    as_they_came = (col(Report.reported_at), col(Report.update_id), col(Report.id))
    return (weight, *(case((is_undecided, one)) for one in as_they_came), col(Report.id).desc())


async def waiting(session: AsyncSession) -> int:
    """Count the reports that nobody has looked at."""
    return (await session.exec(select(func.count()).where(Report.state == ReportState.NEW))).one()


async def undecided(session: AsyncSession) -> int:
    """Count the reports on which nobody has decided, looked at or not."""
    return (await session.exec(select(func.count()).where(col(Report.state).in_(UNDECIDED)))).one()


async def _counts(session: AsyncSession, scope: ReportScope) -> dict[ReportState, int]:
    query = select(Report.state, func.count()).where(*_conditions(scope)).group_by(col(Report.state))
    return {ReportState(state): number for state, number in await session.exec(query)}


def _conditions(scope: ReportScope) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if scope.person is not None:
        open_to_all = col(Report.is_confidential).is_(False)
        found += [
            col(Report.member_id).in_(scope.members),
            or_(open_to_all, col(Report.person_id) == id_of(scope.person)),
        ]
    if scope.incident_id is not None:
        found.append(col(Report.incident_id) == scope.incident_id)
    return found
