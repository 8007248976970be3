"""Everything that is stored about one person, record by record, for the file that they may ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application
from models.audit import AuditEntry
from models.broadcasts import Broadcast, Delivery
from models.drafts import Draft
from models.duty import DutyWeek
from models.groups import Group
from models.identity import id_of
from models.inbox import InboxUpdate
from models.incidents import Alerted, Incident, Notice
from models.invitations import Invitation
from models.jobs import Job
from models.members import Member, Representative
from models.people import Consent, Person
from models.responses import Feedback, Response, ResponseChange, Sighting
from models.roster import ContactLook
from models.tasks import Task, TaskChange
from services.people import businesses


@dataclass(frozen=True)
class Records:
    """What is stored about a person; what belongs to a business or an incident stands beside it."""

    person: Person
    consents: Sequence[Consent]
    representations: Sequence[tuple[Representative, Member]]
    applications: Sequence[tuple[Application, Member]]
    alerts: Sequence[tuple[Incident, Member]]
    answers: Sequence[tuple[ResponseChange, Incident, Member]]
    sightings: Sequence[tuple[Sighting, Incident]]
    feedback: Sequence[tuple[Feedback, Incident]]
    task_steps: Sequence[tuple[TaskChange, Task, Member]]
    duty_weeks: Sequence[tuple[DutyWeek, Member]]
    looks: Sequence[tuple[ContactLook, Member, Person]]
    looked_at: Sequence[tuple[ContactLook, Member, Person]]
    invitations: Sequence[tuple[Invitation, Member | None]]
    groups: Sequence[tuple[Group, Member]]
    declared: Sequence[Incident]
    notices: Sequence[tuple[Notice, Incident]]
    tasks_asked: Sequence[tuple[Task, Member]]
    jobs: Sequence[Job]
    draft: Draft | None
    messages: Sequence[tuple[Delivery, Broadcast, str | None]]
    updates: Sequence[tuple[datetime, str]]
    audit: Sequence[AuditEntry]


async def gather(session: AsyncSession, *, person: Person) -> Records:
    """Read everything that is stored about a person, the oldest first."""
    own = id_of(person)
    theirs = [id_of(member) for member in await businesses.spoken_for(session, person=person)]
    look = (
        select(ContactLook, Member, Person)
        .join(Member, col(Member.id) == col(ContactLook.member_id))
        .join(Person, col(Person.id) == col(ContactLook.person_id))
        .order_by(col(ContactLook.id))
    )

    async def read(query: Any) -> Any:
        return (await session.exec(query)).all()

    return Records(
        person=person,
        consents=await read(select(Consent).where(Consent.person_id == own).order_by(col(Consent.id))),
        representations=await read(
            _with_member(Representative).where(Representative.person_id == own).order_by(col(Representative.id))
        ),
        applications=await read(
            _with_member(Application)
            .where(or_(col(Application.person_id) == own, col(Application.decided_by_id) == own))
            .order_by(col(Application.id))
        ),
        alerts=await read(_alerts(own)),
        answers=await read(_answers(own)),
        sightings=await read(_with_incident(Sighting).where(Sighting.person_id == own)),
        feedback=await read(_with_incident(Feedback).where(Feedback.person_id == own)),
        task_steps=await read(_task_steps(own)),
        duty_weeks=await read(_with_member(DutyWeek).where(DutyWeek.person_id == own).order_by(col(DutyWeek.monday))),
        looks=await read(look.where(ContactLook.person_id == own)),
        looked_at=await read(look.where(col(ContactLook.member_id).in_(theirs))),
        invitations=await read(_invitations(own)),
        groups=await read(_with_member(Group).where(Group.bound_by_id == own)),
        declared=await read(
            select(Incident)
            .where(or_(col(Incident.declared_by_id) == own, col(Incident.closed_by_id) == own))
            .order_by(col(Incident.id))
        ),
        notices=await read(_with_incident(Notice).where(Notice.said_by_id == own).order_by(col(Notice.id))),
        tasks_asked=await read(_with_member(Task).where(Task.asked_by_id == own).order_by(col(Task.id))),
        jobs=await read(select(Job).where(Job.person_id == own).order_by(col(Job.id))),
        draft=await session.get(Draft, own),
        messages=await read(_messages(own)),
        updates=await read(
            select(InboxUpdate.received_at, InboxUpdate.state)
            .where(InboxUpdate.sender_id == person.telegram_id)
            .order_by(col(InboxUpdate.received_at))
        ),
        audit=await read(
            select(AuditEntry)
            .where(
                or_(
                    col(AuditEntry.person_id) == own,
                    (col(AuditEntry.subject) == "person") & (col(AuditEntry.subject_id) == own),
                )
            )
            .order_by(col(AuditEntry.id))
        ),
    )


def _with_member(table: Any) -> Any:
    return select(table, Member).join(Member, col(Member.id) == col(table.member_id))


def _with_incident(table: Any) -> Any:
    return select(table, Incident).join(Incident, col(Incident.id) == col(table.incident_id))


def _alerts(own: int) -> Any:
    return (
        select(Incident, Member)
        .join(Alerted, col(Alerted.incident_id) == col(Incident.id))
        .join(Member, col(Member.id) == col(Alerted.member_id))
        .where(Alerted.person_id == own)
        .order_by(col(Incident.id), col(Member.id))
    )


def _answers(own: int) -> Any:
    return (
        select(ResponseChange, Incident, Member)
        .join(Response, col(Response.id) == col(ResponseChange.response_id))
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(Member, col(Member.id) == col(Response.member_id))
        .where(ResponseChange.person_id == own)
        .order_by(col(ResponseChange.answered_at), col(ResponseChange.update_id), col(ResponseChange.id))
    )


def _task_steps(own: int) -> Any:
    return (
        select(TaskChange, Task, Member)
        .join(Task, col(Task.id) == col(TaskChange.task_id))
        .join(Member, col(Member.id) == col(TaskChange.member_id))
        .where(TaskChange.person_id == own)
        .order_by(col(TaskChange.at), col(TaskChange.update_id), col(TaskChange.id))
    )


def _invitations(own: int) -> Any:
    return (
        select(Invitation, Member)
        .outerjoin(Member, col(Member.id) == col(Invitation.member_id))
        .where(or_(col(Invitation.created_by_id) == own, col(Invitation.opened_by_id) == own))
        .order_by(col(Invitation.id))
    )


def _messages(own: int) -> Any:
    """Select what was sent to a person, with the code of the task or incident, or the business, that it was about."""
    return (
        select(Delivery, Broadcast, func.coalesce(Task.code, Incident.code, Member.name))
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .outerjoin(Incident, col(Incident.id) == col(Broadcast.incident_id))
        .outerjoin(Task, col(Task.id) == col(Broadcast.task_id))
        .outerjoin(Member, col(Member.id) == col(Broadcast.member_id))
        .where(Delivery.person_id == own)
        .order_by(col(Delivery.id))
    )
