"""The heaps of the tally as lists: who stands in each, when they come, what else is known of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Subquery, case, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.presence import Presence
from models.responses import Answer, Response
from models.roster import RosterEntry
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.groups import in_reach
from services.incidents import answer_files
from services.incidents.answer_steps import ENGAGED
from services.people import businesses
from services.presence import engagements, stays
from services.tally import asked
from services.tally.counting import AnswerGroup, called_to

PAGE = 8
# So many pages are offered at once to be turned to.
MOST_LEAVES = 30
# Why a business cannot be reached whose people were, when nobody of them speaks for it any more.
NOBODY = "nobody"


class NotCalled(Refusal):
    """The business was not called to this incident."""


@dataclass(frozen=True)
class TallyLine:
    """One business in a list of the tally; `error` says why it is unreachable, `files` came beside its answer.

    `wrote_at` is when it last wrote in its own words, `elsewhere` are other incidents (codes) that it takes part in,
    `there_since` is since when it is on site. `lost`: it takes part, and nobody of it can be written to any more.
    """

    member: Member
    response: Response | None
    by: str | None
    seen_at: datetime | None
    error: str | None
    files: int = 0
    wrote_at: datetime | None = None
    elsewhere: Sequence[str] = ()
    there_since: datetime | None = None
    lost: bool = False


@dataclass(frozen=True)
class TallyPage:
    """A part of a list: `number` counts from 0."""

    lines: Sequence[TallyLine]
    number: int
    pages: int
    total: int


async def listing(
    session: AsyncSession, *, incident: Incident, group: AnswerGroup, number: int, now: datetime
) -> TallyPage:
    """List the businesses of a heap by time of arrival, those who are late at the end, a page at a time.

    Those without an answer stand by name, whoever looked before whoever did not: they are the likeliest to answer.
    """
    incident_id = id_of(incident)
    called = called_to()
    counted = select(func.count()).select_from(called).where(called.c.heap == group.value)
    total = (await session.exec(counted, params={"incident_id": incident_id})).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    found = await _page(session, called, group, incident_id=incident_id, number=number, now=now)
    shown = [id_of(member) for member, _, _ in found]
    remarks = await _remarks(session, called, shown, incident_id=incident_id)
    files = await answer_files.count(session, incident_id=incident_id, members=shown)
    wrote = await asked.wrote(session, incident_id=incident_id, members=shown)
    others = await engagements.elsewhere(session, members=shown, but_not=incident_id)
    there = await stays.there_now(session, incident_id=incident_id, members=shown)
    able = await in_reach.of(session, members=shown)
    lines = [
        TallyLine(
            member=member,
            response=response,
            by=by,
            seen_at=remarks[id_of(member)][0],
            error=(remarks[id_of(member)][1] or NOBODY) if group is AnswerGroup.UNREACHABLE else None,
            files=files.get(id_of(member), 0),
            wrote_at=wrote.get(id_of(member)),
            elsewhere=others.get(id_of(member), ()),
            there_since=_since(there, id_of(member)),
            lost=_is_lost(response, able),
        )
        for member, response, by in found
    ]
    return TallyPage(lines=lines, number=number, pages=pages, total=total)


async def _page(
    session: AsyncSession, called: Subquery, group: AnswerGroup, *, incident_id: int, number: int, now: datetime
) -> Sequence[tuple[Member, Response | None, str]]:
    """Read a page of a heap: each business with its answer, and who gave it."""
    rows = await session.exec(
        select(Member, Response, businesses.registered_name())
        .join(called, called.c.member_id == Member.id)
        .outerjoin(
            Response,
            (col(Response.member_id) == col(Member.id)) & (col(Response.incident_id) == incident_id),
        )
        .outerjoin(Person, col(Person.id) == col(Response.person_id))
        .outerjoin(RosterEntry, col(RosterEntry.member_id) == col(Member.id))
        .where(called.c.heap == group.value)
        .order_by(*_order(called, now))
        .limit(PAGE)
        .offset(number * PAGE),
        params={"incident_id": incident_id},
    )
    return rows.all()


def _order(called: Subquery, now: datetime) -> tuple[Any, ...]:
    """Put a heap in order: by arrival, the late at the end, then who looked, then by name as the roster does."""
    late = case(((col(Response.eta_at) < now) & (col(Response.answer) != Answer.READY), 1), else_=0)
    unseen = case((called.c.seen_at.is_(None), 1), else_=0)
    name = func.coalesce(col(RosterEntry.sort_key), func.lower(col(Member.name)))
    return late, col(Response.eta_at), col(Response.answered_at), unseen, name, col(Member.id)


async def leaves(
    session: AsyncSession, *, incident: Incident, group: AnswerGroup, now: datetime
) -> Sequence[tuple[int, str]]:
    """Tell with which business each page of a heap begins (its number from 0): of very many pages, of every few."""
    incident_id = id_of(incident)
    called = called_to()
    place = func.row_number().over(order_by=_order(called, now)) - 1
    rows = (
        select(place.label("place"), Member.name)
        .join(called, called.c.member_id == Member.id)
        .outerjoin(Response, (col(Response.member_id) == col(Member.id)) & (col(Response.incident_id) == incident_id))
        .outerjoin(RosterEntry, col(RosterEntry.member_id) == col(Member.id))
        .where(called.c.heap == group.value)
        .subquery()
    )
    of_incident = {"incident_id": incident_id}
    total = (await session.exec(select(func.count()).select_from(rows), params=of_incident)).one()
    step = max(1, -(-total // (PAGE * MOST_LEAVES)))
    first = select(rows.c.place, rows.c.name).where(rows.c.place % (PAGE * step) == 0).order_by(rows.c.place)
    return [(number // PAGE, name) for number, name in await session.exec(first, params=of_incident)]


def _since(there: Mapping[int, Presence], member_id: int) -> datetime | None:
    return there[member_id].arrived_at if member_id in there else None


def _is_lost(response: Response | None, able: Collection[int]) -> bool:
    """Tell whether a business takes part of which nobody can be written to any more, as those (ids) can."""
    return response is not None and response.answer in ENGAGED and response.member_id not in able


async def line_of(session: AsyncSession, *, incident: Incident, member_id: int) -> TallyLine:
    """Find one business (id) that was called; raises NotCalled."""
    incident_id = id_of(incident)
    called = called_to()
    rows = await session.exec(
        select(Member, Response, businesses.registered_name(), called.c.heap)
        .join(called, called.c.member_id == Member.id)
        .outerjoin(
            Response,
            (col(Response.member_id) == col(Member.id)) & (col(Response.incident_id) == incident_id),
        )
        .outerjoin(Person, col(Person.id) == col(Response.person_id))
        .where(Member.id == member_id),
        params={"incident_id": incident_id},
    )
    found = rows.first()
    if found is None:
        raise NotCalled
    member, response, by, heap = found
    seen_at, error = (await _remarks(session, called, [member_id], incident_id=incident_id))[member_id]
    files = await answer_files.count(session, incident_id=incident_id, members=[member_id])
    return TallyLine(
        member=member,
        response=response,
        by=by,
        seen_at=seen_at,
        error=(error or NOBODY) if heap == AnswerGroup.UNREACHABLE else None,
        files=files.get(member_id, 0),
        wrote_at=(await asked.wrote(session, incident_id=incident_id, members=[member_id])).get(member_id),
        elsewhere=(await engagements.elsewhere(session, members=[member_id], but_not=incident_id)).get(member_id, ()),
        there_since=_since(await stays.there_now(session, incident_id=incident_id, members=[member_id]), member_id),
        lost=_is_lost(response, await in_reach.of(session, members=[member_id])),
    )


async def _remarks(
    session: AsyncSession, called: Subquery, member_ids: Sequence[int], *, incident_id: int
) -> dict[int, tuple[datetime | None, str | None]]:
    """Tell when each business first looked, and why one of its people could not be written to."""
    query = select(called.c.member_id, called.c.seen_at, called.c.error).where(called.c.member_id.in_(member_ids))
    rows = await session.exec(query, params={"incident_id": incident_id})
    return {member_id: (seen_at, error) for member_id, seen_at, error in rows}
