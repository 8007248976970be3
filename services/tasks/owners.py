"""Who may be given a task: the businesses that answered an incident, or those that the roster finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Alerted
from models.members import Member, MemberStatus
from models.people import Person
from models.responses import Response
from services.ground.paging import nearest_page
from services.ground.spelling import search_key
from services.incidents.tally import GROUP_OF, AnswerGroup
from services.roster import search as roster_search
from services.roster.search import Filters, Viewer

PAGE = 8
# The order in which businesses that were called to an incident are offered.
ORDER = (AnswerGroup.READY, AnswerGroup.REMOTE, AnswerGroup.NEEDS_INFO, AnswerGroup.SILENT, AnswerGroup.CANNOT)


@dataclass(frozen=True)
class TaskCandidate:
    """A business that may be given a task, with the heap of its answer where it was called to an incident."""

    member: Member
    group: AnswerGroup | None = None


@dataclass(frozen=True)
class CandidatePage:
    """A part of the businesses to choose from: `number` counts from 0."""

    candidates: Sequence[TaskCandidate]
    number: int
    pages: int


async def answering(session: AsyncSession, *, incident_id: int, number: int) -> CandidatePage:
    """List the businesses called to an incident: the ready ones by time of arrival, the remote ones, the rest."""
    called = (
        col(Member.id).in_(select(Alerted.member_id).where(Alerted.incident_id == incident_id)),
        col(Member.status) == MemberStatus.APPROVED,
    )
    total = (await session.exec(select(func.count(col(Member.id))).where(*called))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    rank = case(
        *((col(Response.answer) == answer, ORDER.index(group)) for answer, group in GROUP_OF.items()),
        else_=ORDER.index(AnswerGroup.SILENT),
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
        TaskCandidate(member, GROUP_OF[response.answer] if response else AnswerGroup.SILENT)
        for member, response in rows
    ]
    return CandidatePage(candidates, number, pages)


async def find(session: AsyncSession, *, text: str, by: Person, number: int, now: datetime) -> CandidatePage:
    """Find businesses of the network for a coordinator, by all that the roster understands; no words find nothing."""
    if not search_key(text):
        return CandidatePage((), 0, 1)
    viewer = Viewer(id_of(by), coordinates=True, sees_phones=True)
    search = roster_search.prepare(text, viewer=viewer, filters=Filters(status=MemberStatus.APPROVED), now=now)
    found = await roster_search.find(session, search=search, page=number, size=PAGE)
    return CandidatePage([TaskCandidate(item.member) for item in found.items], found.page, found.pages)
