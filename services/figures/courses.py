"""How incidents of a stretch of time went: when each was found out, told, answered, helped and over.

An incident belongs to the stretch in which it was declared, whenever the rest of it happens. What is real and what is a
drill is read at once and kept apart by whoever lays it together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.members import MemberSector, Sector
from models.reports import Report, ReportChange, ReportStep
from models.responses import Answer, Response, ResponseChange
from services.figures.periods import Stretch
from services.incidents.kinds import ALERT

# Who comes, at once or within two hours; whoever helps from afar has answered and is not counted as ready.
READY = (Answer.READY, Answer.READY_30, Answer.READY_60, Answer.READY_120)


class MeasuredTime(StrEnum):
    """Which times of an incident are measured."""

    DETECTED = "detected"
    ALERTED = "alerted"
    READY = "ready"
    HEADCOUNT = "headcount"
    ALL_CLEAR = "all_clear"


@dataclass(frozen=True)
class MemberCall:
    """A business that was called to an incident: when its first alert went, and when it first answered, if it did."""

    member_id: int
    sent_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True)
class IncidentCourse:
    """An incident, a problem or a drill with what is measured of it.

    `detected_at` is the first sign: the earliest report that came to it (no confidential one), or its declaration.
    """

    incident: Incident
    detected_at: datetime
    calls: Sequence[MemberCall]
    first_ready_at: datetime | None
    unreached: frozenset[int]

    def took(self, time: MeasuredTime) -> timedelta | None:
        """Tell how long one of its times was; None where it did not come to that, or nobody knows."""
        incident = self.incident
        match time:
            case MeasuredTime.DETECTED:
                began = incident.began_at
                return self.detected_at - began if began is not None and began <= self.detected_at else None
            case MeasuredTime.ALERTED:
                return _between(self.detected_at, min((one.sent_at for one in self.calls if one.sent_at), default=None))
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


async def within(session: AsyncSession, *, stretch: Stretch) -> Sequence[IncidentCourse]:
    """Read what was declared in a stretch of time, each table once."""
    query = select(Incident).where(_declared_in(stretch)).order_by(col(Incident.declared_at), col(Incident.id))
    incidents = (await session.exec(query)).all()
    if not incidents:
        return ()
    signs, answers = await _first_signs(session, stretch), await _answers(session, stretch)
    calls, unreached = await _calls(session, stretch, answers), await _unreached(session, stretch)
    ready = await _first_ready(session, stretch)
    return [
        IncidentCourse(
            incident=one,
            detected_at=min(one.declared_at, signs.get(id_of(one), one.declared_at)),
            calls=calls.get(id_of(one), ()),
            first_ready_at=ready.get(id_of(one)),
            unreached=frozenset(unreached.get(id_of(one), ())),
        )
        for one in incidents
    ]


def _declared_in(stretch: Stretch) -> Any:
    return (col(Incident.declared_at) >= stretch.begin) & (col(Incident.declared_at) < stretch.end)


async def _first_signs(session: AsyncSession, stretch: Stretch) -> Mapping[int, datetime]:
    """Give the moment of the earliest report that led to each incident (id) or was added to it."""
    came = select(ReportChange.report_id).where(col(ReportChange.step).in_((ReportStep.DECLARED, ReportStep.JOINED)))
    query = (
        select(Report.incident_id, func.min(col(Report.reported_at)))
        .join(Incident, col(Incident.id) == col(Report.incident_id))
        .where(_declared_in(stretch), ~col(Report.is_confidential), col(Report.id).in_(came))
        .group_by(col(Report.incident_id))
    )
    return {incident_id: at for incident_id, at in await session.exec(query) if incident_id is not None}


Answers = Mapping[tuple[int, int], datetime]


async def _answers(session: AsyncSession, stretch: Stretch) -> Answers:
    """Give the first answer of each business to each incident (ids)."""
    query = (
        select(Response.incident_id, Response.member_id, func.min(col(ResponseChange.answered_at)))
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(ResponseChange, col(ResponseChange.response_id) == col(Response.id))
        .where(_declared_in(stretch))
        .group_by(col(Response.incident_id), col(Response.member_id))
    )
    return {(incident_id, member_id): at for incident_id, member_id, at in await session.exec(query)}


async def _first_ready(session: AsyncSession, stretch: Stretch) -> Mapping[int, datetime]:
    """Give when the first business was ready for each incident (id)."""
    query = (
        select(Response.incident_id, func.min(col(ResponseChange.answered_at)))
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(ResponseChange, col(ResponseChange.response_id) == col(Response.id))
        .where(_declared_in(stretch), col(ResponseChange.answer).in_(READY))
        .group_by(col(Response.incident_id))
    )
    return dict((await session.exec(query)).all())


async def _calls(session: AsyncSession, stretch: Stretch, answers: Answers) -> Mapping[int, Sequence[MemberCall]]:
    """Give the businesses called to each incident (id), with when the first alert to one of their people went."""
    query = (
        select(Alerted.incident_id, Alerted.member_id, func.min(col(Delivery.sent_at)))
        .join(Incident, col(Incident.id) == col(Alerted.incident_id))
        .outerjoin(
            Broadcast,
            (col(Broadcast.subject) == ALERT.subject)
            & (col(Broadcast.subject_id) == col(Alerted.incident_id))
            & (col(Broadcast.kind) == ALERT.name),
        )
        .outerjoin(
            Delivery,
            (col(Delivery.broadcast_id) == col(Broadcast.id)) & (col(Delivery.person_id) == col(Alerted.person_id)),
        )
        .where(_declared_in(stretch))
        .group_by(col(Alerted.incident_id), col(Alerted.member_id))
    )
    found: dict[int, list[MemberCall]] = {}
    for incident_id, member_id, sent_at in await session.exec(query):
        found.setdefault(incident_id, []).append(MemberCall(member_id, sent_at, answers.get((incident_id, member_id))))
    return found


async def _unreached(session: AsyncSession, stretch: Stretch) -> Mapping[int, set[int]]:
    """Give the people (ids) whom an alert of each incident (id) did not reach by any way."""
    query = (
        select(Broadcast.subject_id, Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .join(Incident, col(Incident.id) == col(Broadcast.subject_id))
        .where(
            _declared_in(stretch),
            Broadcast.subject == ALERT.subject,
            Broadcast.kind == ALERT.name,
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
