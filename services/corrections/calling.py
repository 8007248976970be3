"""One more business is called to an incident under way: any that can be, whatever was wanted at the beginning."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Alerted, Incident
from models.members import Member, MemberStatus
from models.people import Person
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.incidents import latecomers, lifecycle
from services.incidents.audience import Audience, Wanted
from services.notation.spelling import search_key, sort_key
from services.people import businesses
from services.people.businesses import speaking_for
from services.presence import engagements
from services.roster import search as roster_search
from services.roster.search import Filters, Viewer

PAGE = 8
# What was typed finds no more than that: whoever looks further types more.
MOST_FOUND = 40


class CalledAlready(Refusal):
    """The business `member` was called to the incident `code` already."""


class AwayNow(Refusal):
    """The business `member` takes no calls until `until`."""


class NobodySpeaks(Refusal):
    """Nobody who speaks for the business `member` can be called."""


class Callability(StrEnum):
    """Whether a business can be called: it can, it was already, it is away, or nobody speaks for it."""

    FREE = "free"
    CALLED = "called"
    AWAY = "away"
    NOBODY = "nobody"


@dataclass(frozen=True)
class CallCandidate:
    """A business that may be called, whether it can be, and in which other incidents (codes) it takes part."""

    member: Member
    state: Callability
    elsewhere: Sequence[str] = ()


@dataclass(frozen=True)
class CallPage:
    """A part of the businesses to choose from; without a word typed those that came since the alert."""

    candidates: Sequence[CallCandidate]
    number: int
    pages: int
    total: int


async def find(
    session: AsyncSession, *, incident: Incident, text: str, by: Person, number: int, now: datetime
) -> CallPage:
    """List the businesses that a text finds, in any spelling; without one those that joined or came back meanwhile."""
    members = await (_typed(session, text, by=by, now=now) if text else _came_meanwhile(session, incident, now=now))
    number, pages = nearest_page(number, total=len(members), size=PAGE)
    shown = members[number * PAGE :][:PAGE]
    return CallPage(await _described(session, incident, shown, now=now), number, pages, len(members))


async def _typed(session: AsyncSession, text: str, *, by: Person, now: datetime) -> Sequence[Member]:
    if not search_key(text):
        return ()
    viewer = Viewer(id_of(by), coordinates=True, sees_phones=True)
    search = roster_search.prepare(text, viewer=viewer, filters=Filters(status=MemberStatus.APPROVED), now=now)
    finding = await roster_search.find(session, search=search, size=MOST_FOUND)
    return [item.member for item in finding.items]


async def _came_meanwhile(session: AsyncSession, incident: Incident, *, now: datetime) -> Sequence[Member]:
    """List who was approved, or has come back, since the alert, and was not called: it did not match."""
    called = select(Alerted.member_id).where(Alerted.incident_id == id_of(incident))
    query = select(Member).where(
        Member.status == MemberStatus.APPROVED,
        col(Member.id).not_in(called),
        or_(
            col(Member.approved_at) > incident.declared_at,
            (col(Member.unavailable_until) > incident.declared_at) & (col(Member.unavailable_until) <= now),
        ),
    )
    found = (await session.exec(query)).all()
    return sorted(found, key=lambda member: sort_key(member.name))


async def _described(
    session: AsyncSession, incident: Incident, members: Sequence[Member], *, now: datetime
) -> Sequence[CallCandidate]:
    ids = [id_of(member) for member in members]
    called = await _called(session, incident, ids)
    spoken_for = {member_id for member_id, _ in await speaking_for(session, people=(), members=ids)}
    others = await engagements.elsewhere(session, members=ids, but_not=incident.id)
    return [
        CallCandidate(member, _state(member, called, spoken_for, now=now), others.get(id_of(member), ()))
        for member in members
    ]


async def _called(session: AsyncSession, incident: Incident, ids: Collection[int]) -> set[int]:
    query = select(Alerted.member_id).where(Alerted.incident_id == id_of(incident), col(Alerted.member_id).in_(ids))
    return set((await session.exec(query)).all())


def _state(member: Member, called: Collection[int], spoken_for: Collection[int], *, now: datetime) -> Callability:
    if member.id in called:
        return Callability.CALLED
    if businesses.is_away(member, now=now):
        return Callability.AWAY
    return Callability.FREE if member.id in spoken_for else Callability.NOBODY


async def may_call(session: AsyncSession, *, incident_id: int, member_id: int, now: datetime) -> CallCandidate:
    """Find a business (id) that can be called to an incident (id) under way.

    Raises IncidentUnknown, IncidentClosed, CalledAlready, AwayNow or NobodySpeaks.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    member = await businesses.by_id(session, member_id=member_id)
    (candidate,) = await _described(session, incident, [member], now=now)
    refusals: Mapping[Callability, Refusal] = {
        Callability.CALLED: CalledAlready(member=member.name, code=incident.code),
        Callability.AWAY: AwayNow(member=member.name, until=member.unavailable_until),
        Callability.NOBODY: NobodySpeaks(member=member.name),
    }
    if member.status is not MemberStatus.APPROVED:
        raise refusals[Callability.NOBODY]
    if candidate.state in refusals:
        raise refusals[candidate.state]
    return candidate


async def call(
    session: AsyncSession, *, incident_id: int, member_id: int, by: Person, now: datetime, time_zone: ZoneInfo
) -> Audience:
    """Call one more business (id) to an incident (id), as all were called: those on duty first, its group with them.

    Raises what `may_call` raises.
    """
    candidate = await may_call(session, incident_id=incident_id, member_id=member_id, now=now)
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    found = await latecomers.call_businesses(
        session, incident, [member_id], wanted=Wanted(), now=now, time_zone=time_zone
    )
    if not found.pairs:
        raise NobodySpeaks(member=candidate.member.name)
    audit.record(
        session,
        person=by,
        action="called-more",
        subject="incident",
        subject_id=incident_id,
        now=now,
        after={"member_id": member_id, "people": len(found.people)},
    )
    return found
