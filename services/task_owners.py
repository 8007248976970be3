"""Who may be given a task: the businesses that answered an incident, or those found by name or tax code."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, literal
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Alerted
from models.members import Member, MemberStatus
from models.responses import Response
from models.roster import RosterEntry
from services.spelling import search_key
from services.tally import GROUP_OF, Group

PAGE = 8
# The order in which businesses that were called to an incident are offered.
ORDER = (Group.READY, Group.REMOTE, Group.NEEDS_INFO, Group.SILENT, Group.CANNOT)


@dataclass(frozen=True)
class Candidate:
    """A business that may be given a task, with the heap of its answer where it was called to an incident."""

    member: Member
    group: Group | None = None


@dataclass(frozen=True)
class Page:
    """A part of the businesses to choose from: `number` counts from 0."""

    candidates: Sequence[Candidate]
    number: int
    pages: int


async def answering(session: AsyncSession, *, incident_id: int, number: int) -> Page:
    """List the businesses called to an incident: the ready ones by time of arrival, the remote ones, the rest."""
    called = (
        col(Member.id).in_(select(Alerted.member_id).where(Alerted.incident_id == incident_id)),
        col(Member.status) == MemberStatus.APPROVED,
    )
    total = (await session.exec(select(func.count(col(Member.id))).where(*called))).one()
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    rank = case(
        *((col(Response.answer) == answer, ORDER.index(group)) for answer, group in GROUP_OF.items()),
        else_=ORDER.index(Group.SILENT),
    )
    query = (
        select(Member, Response)
        .outerjoin(Response, (col(Response.member_id) == col(Member.id)) & (col(Response.incident_id) == incident_id))
        .where(*called)
        .order_by(rank, col(Response.eta_at), col(Member.id))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    rows = (await session.exec(query)).all()
    candidates = [
        Candidate(member, GROUP_OF[response.answer] if response else Group.SILENT) for member, response in rows
    ]
    return Page(candidates, number, pages)


async def find(session: AsyncSession, *, text: str, number: int) -> Page:
    """Find businesses of the network by words of their name, in any spelling, or a tax code, in Vietnamese order."""
    name = literal(" ") + col(RosterEntry.name_key)
    fitting: list[ColumnElement[bool]] = [
        name.contains(f" {word}") | col(Member.tax_code).startswith(word) for word in search_key(text).split()
    ]
    if not fitting:
        return Page((), 0, 1)
    fitting.append(col(Member.status) == MemberStatus.APPROVED)
    entries = col(RosterEntry.member_id) == col(Member.id)
    total = (await session.exec(select(func.count(col(Member.id))).join(RosterEntry, entries).where(*fitting))).one()
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    query = (
        select(Member)
        .join(RosterEntry, entries)
        .where(*fitting)
        .order_by(col(RosterEntry.sort_key))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    return Page([Candidate(member) for member in await session.exec(query)], number, pages)
