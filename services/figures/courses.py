"""How incidents of a stretch of time went: when each was found out, told, answered, helped and over.

An incident belongs to the stretch in which it was declared, whenever the rest of it happens. What is real and what is a
drill is read at once and given apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, case, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentKind, IncidentStatus
from models.members import MemberSector, Sector
from models.responses import Response, ResponseChange
from services.figures.periods import Stretch
from services.incidents.answer_steps import READY
from services.incidents.kinds import ALERT
from services.outbox import broadcasts
from services.timelines import signs
from services.timelines.signs import FirstSign


class MeasuredTime(StrEnum):
    """Which times of an incident are measured."""

    DETECTED = "detected"
    ALERTED = "alerted"
    READY = "ready"
    HEADCOUNT = "headcount"
    ALL_CLEAR = "all_clear"


@dataclass(frozen=True)
class MemberAnswer:
    """A business that answered: when its first alert went, if that is known, and when it first answered."""

    member_id: int
    sent_at: datetime | None
    answered_at: datetime


@dataclass(frozen=True)
class IncidentCourse:
    """An incident, a problem or a drill with what is measured of it."""

    incident: Incident
    first_sign: FirstSign | None
    first_sent_at: datetime | None
    first_ready_at: datetime | None
    answers: Sequence[MemberAnswer]
    unreached: frozenset[int]

    @property
    def detected_at(self) -> datetime:
        """Tell when it was found out."""
        return signs.found_at(self.incident, self.first_sign)

    def took(self, time: MeasuredTime) -> timedelta | None:
        """Tell how long one of its times was; None where it did not come to that, or nobody knows."""
        incident = self.incident
        match time:
            case MeasuredTime.DETECTED:
                return signs.found_after(incident, self.first_sign)
            case MeasuredTime.ALERTED:
                return _between(self.detected_at, self.first_sent_at)
            case MeasuredTime.READY:
                return _between(incident.declared_at, self.first_ready_at)
            case MeasuredTime.HEADCOUNT:
                return _between(incident.declared_at, incident.enough_at if incident.headcount_wanted > 0 else None)
        return _between(incident.declared_at, incident.closed_at if self.is_over else None)

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return self.incident.status is IncidentStatus.CLOSED


def _between(begin: datetime, end: datetime | None) -> timedelta | None:
    return end - begin if end is not None else None


@dataclass(frozen=True)
class Courses:
    """What was declared in a stretch of time, by kind, and how often each business (id) was called to each kind."""

    of_kind: Mapping[IncidentKind, Sequence[IncidentCourse]]
    called: Mapping[IncidentKind, Mapping[int, int]]


async def within(session: AsyncSession, *, stretch: Stretch) -> Courses:
    """Read what was declared in a stretch of time, each table once."""
    declared = (col(Incident.declared_at) >= stretch.begin) & (col(Incident.declared_at) < stretch.end)
    query = select(Incident).where(declared).order_by(col(Incident.declared_at), col(Incident.id))
    incidents = (await session.exec(query)).all()
    ids = [id_of(one) for one in incidents]
    first_signs, sent = await signs.first(session, incidents=ids), await _sent(session, ids)
    answers, ready = await _answers(session, ids, sent)
    first_sent = _first_sent(sent)
    unreached = await _unreached(session, ids, stretch)
    courses = [
        IncidentCourse(
            incident=one,
            first_sign=first_signs.get(id_of(one)),
            first_sent_at=first_sent.get(id_of(one)),
            first_ready_at=ready.get(id_of(one)),
            answers=answers.get(id_of(one), ()),
            unreached=frozenset(unreached.get(id_of(one), ())),
        )
        for one in incidents
    ]
    of_kind = {kind: [one for one in courses if one.incident.kind is kind] for kind in IncidentKind}
    return Courses(of_kind, _called(incidents, sent))


# When the first alert to one of a business's people went, by incident and business (ids); all that were called.
Sent = Mapping[tuple[int, int], datetime | None]


async def _sent(session: AsyncSession, ids: Sequence[int]) -> Sent:
    """Give when the first alert of each incident to each business that was called went (ids).

    Outer joins let SQLite go from the calls to the messages; from the people it would read all that each ever got.
    """
    query = (
        select(Alerted.incident_id, Alerted.member_id, func.min(col(Delivery.sent_at)))
        .outerjoin(Broadcast, and_(*broadcasts.about(ALERT, col(Alerted.incident_id))))
        .outerjoin(
            Delivery,
            (col(Delivery.broadcast_id) == col(Broadcast.id)) & (col(Delivery.person_id) == col(Alerted.person_id)),
        )
        .where(col(Alerted.incident_id).in_(ids))
        .group_by(col(Alerted.incident_id), col(Alerted.member_id))
    )
    return {(incident_id, member_id): at for incident_id, member_id, at in await session.exec(query)}


async def _answers(
    session: AsyncSession, ids: Sequence[int], sent: Sent
) -> tuple[Mapping[int, Sequence[MemberAnswer]], Mapping[int, datetime]]:
    """Give the first answer of each business to each incident (id), and when the first of them was ready."""
    ready_at: Any = func.min(case((col(ResponseChange.answer).in_(READY), col(ResponseChange.answered_at))))
    query = (
        select(Response.incident_id, Response.member_id, func.min(col(ResponseChange.answered_at)), ready_at)
        .join(ResponseChange, col(ResponseChange.response_id) == col(Response.id))
        .where(col(Response.incident_id).in_(ids))
        .group_by(col(Response.incident_id), col(Response.member_id))
    )
    found: dict[int, list[MemberAnswer]] = {}
    ready: dict[int, datetime] = {}
    for incident_id, member_id, answered_at, ready_then in await session.exec(query):
        answer = MemberAnswer(member_id, sent.get((incident_id, member_id)), answered_at)
        found.setdefault(incident_id, []).append(answer)
        if ready_then is not None:
            ready[incident_id] = min(ready_then, ready.get(incident_id, ready_then))
    return found, ready


def _first_sent(sent: Sent) -> Mapping[int, datetime]:
    """Give when the first alert of each incident (id) went."""
    first: dict[int, datetime] = {}
    for (incident_id, _), at in sent.items():
        if at is not None:
            first[incident_id] = min(at, first.get(incident_id, at))
    return first


def _called(incidents: Sequence[Incident], sent: Sent) -> Mapping[IncidentKind, Mapping[int, int]]:
    """Count to how many incidents of each kind each business (id) was called."""
    kinds = {id_of(one): one.kind for one in incidents}
    found: dict[IncidentKind, dict[int, int]] = {kind: {} for kind in IncidentKind}
    for incident_id, member_id in sent:
        of_kind = found[kinds[incident_id]]
        of_kind[member_id] = of_kind.get(member_id, 0) + 1
    return found


async def _unreached(session: AsyncSession, ids: Sequence[int], stretch: Stretch) -> Mapping[int, set[int]]:
    """Give the people (ids) whom an alert of each incident (id) did not reach by any way."""
    query = (
        select(Broadcast.subject_id, Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            Broadcast.subject == ALERT.subject,
            Broadcast.kind == ALERT.name,
            col(Broadcast.subject_id).in_(ids),
            Delivery.state == DeliveryState.FAILED,
            # An index has what failed, by when it was due: no alert was due before its incident was declared.
            col(Delivery.due_at) >= stretch.begin,
            col(Delivery.person_id).is_not(None),
        )
    )
    found: dict[int, set[int]] = {}
    for incident_id, person_id in await session.exec(query):
        if incident_id is not None and person_id is not None:
            found.setdefault(incident_id, set()).add(person_id)
    return found


async def sectors(session: AsyncSession) -> Mapping[int, Sequence[Sector]]:
    """Give the sectors of each business (id) as they are now."""
    found: dict[int, list[Sector]] = {}
    for member_id, sector in await session.exec(select(MemberSector.member_id, MemberSector.sector)):
        found.setdefault(member_id, []).append(Sector(sector))
    return found
