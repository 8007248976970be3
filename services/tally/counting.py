"""The tally: where an incident stands, counted by business and true at every moment it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from sqlalchemy import Integer, Subquery, and_, bindparam, case, cast, false, func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.channels import Reach
from models.conversations import Question
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.members import (
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.responses import Answer, Feedback, Response, Sighting
from services.groups import in_reach
from services.incidents import lifecycle
from services.incidents.answer_steps import ENGAGED
from services.incidents.kinds import ALERT
from services.outbox import broadcasts, receipt
from services.presence import engagements, standing_down, stays
from services.tally import asked
from services.waves import needs as waves_needs
from services.waves.needs import Need


class AnswerGroup(StrEnum):
    """The heaps into which businesses fall; each is in exactly one."""

    READY = "ready"
    REMOTE = "remote"
    NEEDS_INFO = "needs_info"
    CANNOT = "cannot"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    WAITING = "waiting"
    NOT_SENT = "not_sent"


GROUP_OF = {
    Answer.READY: AnswerGroup.READY,
    Answer.READY_30: AnswerGroup.READY,
    Answer.READY_60: AnswerGroup.READY,
    Answer.READY_120: AnswerGroup.READY,
    Answer.REMOTE: AnswerGroup.REMOTE,
    Answer.NEEDS_INFO: AnswerGroup.NEEDS_INFO,
    Answer.CANNOT: AnswerGroup.CANNOT,
}


# By how much a message in each state gives hope that its person was reached.
BEST_FIRST = (
    DeliveryState.SENT,
    DeliveryState.UNCERTAIN,
    DeliveryState.SENDING,
    DeliveryState.PENDING,
    DeliveryState.FAILED,
    DeliveryState.DROPPED,
)


@dataclass(frozen=True)
class Share:
    """How many businesses of a kind were called, and how many of them help (on site or remotely)."""

    called: int
    engaged: int


@dataclass(frozen=True)
class Aftermath:
    """What came back after the end: how many businesses stood down of those that took part, and what people thought.

    Who was on site took part, whatever was answered since.
    """

    stood_down: int
    took_part: int
    useful: int
    not_useful: int


@dataclass(frozen=True)
class Tally:
    """Where an incident stands.

    `people` counts those alerted, `messages` their messages by state; `seen` counts silent businesses that opened the
    details, `wrote` those that wrote in their own words; `headcount` sums the people offered, by `headcount_from`
    businesses, and `headcount_unsaid` are ready and said no number; `needs` are of other things. `there` counts those
    on site, `gone` those that were, `elsewhere` those that take part in another incident too, `lost` those that take
    part and of which nobody can be written to any more.
    """

    members: int
    people: int
    groups: Mapping[AnswerGroup, int]
    messages: Mapping[DeliveryState, int]
    seen: int
    headcount: int
    headcount_from: int
    sectors: Mapping[Sector, Share]
    capabilities: Mapping[int, Share]
    aftermath: Aftermath
    counted_at: datetime
    wrote: int = 0
    headcount_unsaid: int = 0
    needs: Sequence[Need] = ()
    there: int = 0
    gone: int = 0
    elsewhere: int = 0
    lost: int = 0

    @property
    def people_at_least(self) -> int:
        """Count the people that come at least: one of each business that is ready and said no number."""
        return self.headcount + self.headcount_unsaid * waves_needs.AT_LEAST

    @property
    def answered(self) -> int:
        """Count the businesses that gave any answer."""
        return sum(self.groups[group] for group in set(GROUP_OF.values()))


async def count(session: AsyncSession, *, incident: Incident, now: datetime) -> Tally:
    """Count where an incident stands; one query for each side, whatever the number of businesses."""
    incident_id = id_of(incident)
    groups = await _groups(session, incident_id)
    messages = await _messages(session, incident_id)
    offered = await waves_needs.headcount(session, incident=incident)
    seen = await session.exec(_seen(), params={"incident_id": incident_id})
    wanted = await lifecycle.wanted_by(session, incident=incident)
    return Tally(
        members=sum(groups.values()),
        people=sum(messages.values()),
        groups=groups,
        messages=messages,
        seen=seen.one(),
        headcount=offered.said,
        headcount_from=offered.said_by,
        headcount_unsaid=offered.unsaid,
        sectors=await _sectors(session, incident_id, wanted.sectors or tuple(Sector)),
        capabilities=await _capabilities(session, incident_id, wanted.capability_ids),
        aftermath=await _aftermath(session, incident_id),
        counted_at=now,
        wrote=await _wrote(session, incident_id),
        needs=await waves_needs.of(session, incident=incident, wanted=wanted),
        there=await stays.count_there(session, incident_id=incident_id),
        gone=await stays.count_gone(session, incident_id=incident_id),
        elsewhere=await engagements.count_elsewhere(session, incident_id=incident_id),
        lost=await _lost(session, incident_id),
    )


async def _lost(session: AsyncSession, incident_id: int) -> int:
    """Count the businesses that take part and are suspended, or that nobody speaks for any more within reach."""
    query = select(func.count()).where(
        Response.incident_id == incident_id,
        col(Response.answer).in_(ENGAGED),
        ~in_reach.anybody(col(Response.member_id)),
    )
    return (await session.exec(query)).one()


@cache
def _seen() -> SelectOfScalar[int]:
    called = called_to()
    return (
        select(func.count())
        .select_from(called)
        .where(called.c.heap == AnswerGroup.SILENT, called.c.seen_at.is_not(None))
    )


async def _wrote(session: AsyncSession, incident_id: int) -> int:
    """Count the businesses that wrote, and chose no answer."""
    return (await session.exec(_writing(), params={"incident_id": incident_id})).one()


@cache
def _writing() -> SelectOfScalar[int]:
    called = called_to()
    return (
        select(func.count(func.distinct(called.c.member_id)))
        .join(Question, col(Question.member_id) == called.c.member_id)
        .where(
            called.c.heap == AnswerGroup.SILENT,
            Question.incident_id == bindparam("incident_id"),
            col(Question.state).in_(asked.SEEN),
        )
    )


async def _aftermath(session: AsyncSession, incident_id: int) -> Aftermath:
    stood_down, took_part = await standing_down.count(session, incident_id=incident_id)
    rated = await session.exec(
        select(Feedback.useful, func.count()).where(Feedback.incident_id == incident_id).group_by(col(Feedback.useful))
    )
    opinions = dict(rated.all())
    return Aftermath(stood_down, took_part, useful=opinions.get(True, 0), not_useful=opinions.get(False, 0))


@cache
def called_to() -> Subquery:
    """Select each business called to the `incident_id` that a statement is given.

    It has its heap: what it answered, else what became of its people's messages.

    With it, when one of its people first looked, and why one of them could not be written to. An answer given stays
    one, whoever can be reached now. Until the end nobody waits for a business whose people speak for it no longer.
    """
    return (
        select(
            col(Alerted.member_id).label("member_id"),
            _heap().label("heap"),
            func.min(Sighting.seen_at).label("seen_at"),
            func.max(func.coalesce(col(Delivery.error), col(Reach.reason))).label("error"),
        )
        .join(Broadcast, col(Broadcast.subject_id) == Alerted.incident_id)
        .join(
            Delivery,
            (col(Delivery.broadcast_id) == col(Broadcast.id)) & (col(Delivery.person_id) == col(Alerted.person_id)),
        )
        .outerjoin(Reach, receipt.lost())
        .join(Member, col(Member.id) == col(Alerted.member_id))
        .outerjoin(
            Representative,
            (col(Representative.member_id) == col(Alerted.member_id))
            & (col(Representative.person_id) == col(Alerted.person_id)),
        )
        .outerjoin(
            Response,
            (col(Response.incident_id) == col(Alerted.incident_id))
            & (col(Response.member_id) == col(Alerted.member_id)),
        )
        .outerjoin(
            Sighting,
            (col(Sighting.incident_id) == col(Alerted.incident_id))
            & (col(Sighting.person_id) == col(Alerted.person_id)),
        )
        .where(Alerted.incident_id == bindparam("incident_id"), *broadcasts.about(ALERT, bindparam("incident_id")))
        .group_by(col(Alerted.member_id))
        .subquery()
    )


def _heap() -> ColumnElement[str]:
    """Make an aggregate that says in which heap a business falls, of the rows that `called_to` joins for it."""
    speaks = or_(
        and_(
            func.coalesce(col(Representative.status) == RepresentativeStatus.APPROVED, false()),
            col(Member.status) == MemberStatus.APPROVED,
        ),
        select(Incident.id)
        .where(Incident.id == bindparam("incident_id"), Incident.status == IncidentStatus.CLOSED)
        .exists(),
    )
    reached = _any(and_(receipt.reached(), speaks))
    waiting = _any(col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING)))
    dropped, failed = (_any(col(Delivery.state) == state) for state in (DeliveryState.DROPPED, DeliveryState.FAILED))
    return case(
        *((func.max(col(Response.answer)) == answer, group.value) for answer, group in GROUP_OF.items()),
        (reached == 1, AnswerGroup.SILENT.value),
        (waiting == 1, AnswerGroup.WAITING.value),
        ((dropped == 1) & (failed == 0), AnswerGroup.NOT_SENT.value),
        else_=AnswerGroup.UNREACHABLE.value,
    )


def _any(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Make an aggregate that is 1 when a condition holds for any row of the group."""
    return func.max(cast(condition, Integer))


async def _groups(session: AsyncSession, incident_id: int) -> dict[AnswerGroup, int]:
    rows = await session.exec(_heaps(), params={"incident_id": incident_id})
    counted = {AnswerGroup(heap): number for heap, number in rows}
    return {group: counted.get(group, 0) for group in AnswerGroup}


@cache
def _heaps() -> Select[str, int]:
    heap = called_to().c.heap
    return select(heap, func.count()).group_by(heap)


async def _messages(session: AsyncSession, incident_id: int) -> dict[DeliveryState, int]:
    """Count the people alerted by what became of their message: of several, the best."""
    rows = await session.exec(_places(), params={"incident_id": incident_id})
    counted = {BEST_FIRST[number]: count for number, count in rows}
    return {state: counted.get(state, 0) for state in DeliveryState}


@cache
def _places() -> Select[int, int]:
    place = case({state.value: number for number, state in enumerate(BEST_FIRST)}, value=col(Delivery.state))
    best = (
        select(func.min(place).label("place"))
        .join(Broadcast, col(Broadcast.id) == Delivery.broadcast_id)
        .where(
            *broadcasts.about(ALERT, bindparam("incident_id")),
            col(Delivery.person_id).is_not(None),
        )
        .group_by(col(Delivery.person_id))
        .subquery()
    )
    return select(best.c.place, func.count()).group_by(best.c.place)


async def _sectors(session: AsyncSession, incident_id: int, wanted: Sequence[Sector]) -> dict[Sector, Share]:
    rows = await session.exec(_by_sector(), params={"incident_id": incident_id, "wanted": list(wanted)})
    shares = {Sector(sector): Share(number, engaged) for sector, number, engaged in rows}
    return {sector: shares[sector] for sector in Sector if sector in shares}


@cache
def _by_sector() -> Select[str, int, int]:
    called = called_to()
    return (
        select(MemberSector.sector, func.count(), _engaged(called))
        .join(called, called.c.member_id == MemberSector.member_id)
        .where(col(MemberSector.sector).in_(bindparam("wanted", expanding=True)))
        .group_by(col(MemberSector.sector))
    )


async def _capabilities(session: AsyncSession, incident_id: int, wanted: Sequence[int]) -> dict[int, Share]:
    rows = await session.exec(_by_capability(), params={"incident_id": incident_id, "wanted": list(wanted)})
    return {capability_id: Share(number, engaged) for capability_id, number, engaged in rows}


@cache
def _by_capability() -> Select[int, int, int]:
    called = called_to()
    return (
        select(MemberCapability.capability_id, func.count(), _engaged(called))
        .join(called, called.c.member_id == MemberCapability.member_id)
        .where(col(MemberCapability.capability_id).in_(bindparam("wanted", expanding=True)))
        .group_by(col(MemberCapability.capability_id))
    )


def _engaged(called: Subquery) -> ColumnElement[int]:
    return func.sum(cast(called.c.heap.in_((AnswerGroup.READY.value, AnswerGroup.REMOTE.value)), Integer))
