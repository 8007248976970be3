"""The course of an incident: who declared it, what was said of it since, and what comes next by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from sqlalchemy import bindparam, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Broadcast, Delivery
from models.conversations import Question, QuestionAnswer
from models.identity import id_of
from models.incidents import (
    Alerted,
    Incident,
    IncidentStatus,
    Notice,
    NoticeAudience,
    NoticeKind,
)
from models.people import Person
from models.responses import Answer, Response, ResponseChange
from models.tasks import Task, TaskState
from services.command import holding
from services.ground.details import id_field
from services.incidents import reminders
from services.incidents.kinds import REMINDER, REPLY, SUBJECT, UPDATE
from services.outbox import broadcasts
from services.tally import asked
from services.waves import ahead
from services.waves.ahead import NextStep, Rest


class Led(StrEnum):
    """Whether whoever holds command can act, cannot be reached now, or coordinates no longer."""

    ACTS = "acts"
    OUT_OF_REACH = "out_of_reach"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Course:
    """What was done about an incident so far; `declared_by` is empty for who withdrew consent.

    `commanded_by` names whoever took command after the one who declared it.

    `updates` counts what was said to those alerted, the last of it at `updated_at`; `reminded` counts the businesses
    that the latest of `reminders` asked again, at `reminded_at`; `asking` counts businesses that need information and
    got no answer since, `questions` what was asked in words and waits,
    `undelivered` those of them whose answer nobody could be sent; `to_verify` are tasks (ids) that are said to be done;
    `remind_from` is when a coordinator may remind, None while nobody may. `next` is what the clock does next, or why it
    does nothing more. `held`: a coordinator holds the waves back; since `enough_at` the headcount wanted is there.
    """

    declared_by: str
    commanded_by: str | None = None
    led: Led = Led.ACTS
    updates: int = 0
    updated_at: datetime | None = None
    reminders: int = 0
    reminded: int = 0
    reminded_at: datetime | None = None
    asking: int = 0
    questions: int = 0
    undelivered: int = 0
    to_verify: Sequence[int] = ()
    remind_from: datetime | None = None
    next: NextStep | Rest | None = None
    held: bool = False
    enough_at: datetime | None = None


async def of(session: AsyncSession, *, incident: Incident, now: datetime) -> Course:
    """Gather the course of an incident."""
    by = await session.get(Person, incident.declared_by_id)
    held = await holding.holder(session, incident=incident)
    updates, updated_at = await _updates(session, id_of(incident))
    times, reminded, reminded_at = await _reminded(session, id_of(incident))
    return Course(
        declared_by=by.name if by is not None else "",
        commanded_by=held.person.name if held.last is not None else None,
        led=Led.ACTS if held.acts else Led.OUT_OF_REACH if held.coordinates else Led.NOBODY,
        updates=updates,
        updated_at=updated_at,
        reminders=times,
        reminded=reminded,
        reminded_at=reminded_at,
        asking=await _asking(session, id_of(incident)),
        questions=await asked.waiting(session, incident_id=id_of(incident)),
        undelivered=await asked.undelivered(session, incident_id=id_of(incident)),
        to_verify=await _to_verify(session, id_of(incident)),
        remind_from=await reminders.may_be_asked_from(session, incident=incident),
        next=await _next(session, incident, now=now),
        held=incident.waves_held_at is not None,
        enough_at=incident.enough_at,
    )


async def said(session: AsyncSession, *, incident: Incident) -> list[Notice]:
    """List what coordinators said of an incident, in order."""
    query = select(Notice).where(Notice.incident_id == id_of(incident)).order_by(col(Notice.said_at), col(Notice.id))
    return list((await session.exec(query)).all())


async def said_to(session: AsyncSession, *, incident: Incident, person: Person) -> list[Notice]:
    """List, in order, what was said to all, and what else was sent to a person."""
    mine = await session.exec(
        select(Broadcast.details)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(
            col(Broadcast.kind).in_([kind.name for kind in (UPDATE, REPLY)]),
            Broadcast.subject == SUBJECT,
            Broadcast.subject_id == id_of(incident),
            Delivery.person_id == id_of(person),
        )
    )
    brought = {(details or {}).get(id_field("notice")) for details in mine}
    everything = await said(session, incident=incident)
    return [one for one in everything if one.audience is NoticeAudience.ALL or one.id in brought]


async def _updates(session: AsyncSession, incident_id: int) -> tuple[int, datetime | None]:
    """Count the updates and answers that were sent, and tell when the last one was."""
    sent = await session.exec(
        select(Notice.said_at)
        .where(
            Notice.incident_id == incident_id,
            Notice.kind != NoticeKind.ALL_CLEAR,
            col(Notice.taken_back_at).is_(None),
        )
        .order_by(col(Notice.said_at).desc())
    )
    moments = sent.all()
    return len(moments), moments[0] if moments else None


async def _reminded(session: AsyncSession, incident_id: int) -> tuple[int, int, datetime | None]:
    """Count the reminders that went out, and the businesses that the last one asked, and tell when."""
    sent = await session.exec(
        select(Broadcast).where(*broadcasts.about(REMINDER, incident_id)).order_by(col(Broadcast.id).desc())
    )
    found = sent.all()
    if not found:
        return 0, 0, None
    last = found[0]
    had_answered = (
        select(Response.member_id)
        .join(ResponseChange, col(ResponseChange.response_id) == col(Response.id))
        .where(Response.incident_id == incident_id, col(ResponseChange.answered_at) < last.created_at)
    )
    asked = await session.exec(
        select(func.count(func.distinct(col(Alerted.member_id))))
        .join(Delivery, col(Delivery.person_id) == col(Alerted.person_id))
        .where(
            Delivery.broadcast_id == id_of(last),
            Alerted.incident_id == incident_id,
            col(Alerted.member_id).not_in(had_answered),
        )
    )
    return len(found), asked.one(), last.created_at


async def _to_verify(session: AsyncSession, incident_id: int) -> Sequence[int]:
    query = select(Task.id).where(Task.incident_id == incident_id, Task.state == TaskState.DONE)
    found = await session.exec(query.order_by(col(Task.state_at), col(Task.id)))
    return [one for one in found if one is not None]


async def _asking(session: AsyncSession, incident_id: int) -> int:
    """Count the businesses that need information and were not written to since they said so."""
    return (await session.exec(_lacking(), params={"incident_id": incident_id})).one()


@cache
def _lacking() -> SelectOfScalar[int]:
    answered = (
        select(func.max(Notice.said_at))
        .where(
            Notice.incident_id == bindparam("incident_id"),
            Notice.kind == NoticeKind.REPLY,
            Notice.audience == NoticeAudience.NEEDS_INFO,
        )
        .scalar_subquery()
    )
    by_question = (
        select(QuestionAnswer.id)
        .join(Question, col(Question.id) == col(QuestionAnswer.question_id))
        .where(
            Question.incident_id == bindparam("incident_id"),
            col(Question.member_id) == col(Response.member_id),
            col(QuestionAnswer.said_at) > col(Response.answered_at),
        )
        .exists()
    )
    return select(func.count()).where(
        Response.incident_id == bindparam("incident_id"),
        Response.answer == Answer.NEEDS_INFO,
        answered.is_(None) | (col(Response.answered_at) > answered),
        ~by_question,
    )


async def _next(session: AsyncSession, incident: Incident, *, now: datetime) -> NextStep | Rest | None:
    """Find what the clock does next, or why it does nothing more; None after the end and once enough are there."""
    if incident.status is IncidentStatus.CLOSED or incident.enough_at is not None:
        return None
    return await ahead.look(session, incident=incident, now=now)
