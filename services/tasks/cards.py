"""Who has a task's card: the people of the business that owns it, its group, and the coordinators who watch it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, Lane
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tasks import TASK_SUBJECT, Task, TaskState, TaskWatch
from services.duty import watchers as duty
from services.ground.details import id_field
from services.groups import bindings
from services.incidents.sharing import naming
from services.outbox import broadcasts
from services.people import accounts
from services.tasks.kinds import TASK, TASK_ALARM, TASK_REMINDER, Alarm, Head, OwnersCard, OwnersReminder

SPOKESPEOPLE = (
    select(Representative.person_id)
    .join(Member, col(Member.id) == Representative.member_id)
    .where(
        Representative.member_id == bindparam("member_id"),
        Representative.status == RepresentativeStatus.APPROVED,
        Member.status == MemberStatus.APPROVED,
    )
    .order_by(col(Representative.contact).desc(), col(Representative.id))
)


async def spokespeople(session: AsyncSession, *, member_id: int) -> Sequence[int]:
    """List the people (ids) who speak for an approved business, the primary contacts first."""
    return (await session.exec(SPOKESPEOPLE, params={"member_id": member_id})).all()


async def readers(session: AsyncSession, *, member_id: int, incident_id: int | None) -> Sequence[int]:
    """List the people (ids) who speak for a business and may read of an incident, or of what belongs to none."""
    speaking = await spokespeople(session, member_id=member_id)
    if incident_id is None:
        return speaking
    open_to = select(Person.id).where(col(Person.id).in_(speaking), ~naming.hides(incident_id, col(Person.id)))
    may_read = set(await session.exec(open_to))
    return [one for one in speaking if one in may_read]


async def called_first(
    session: AsyncSession, *, member_id: int, incident_id: int | None, now: datetime, time_zone: ZoneInfo
) -> Sequence[int]:
    """List the people (ids) who get a business's task at once: those on duty, or everyone where nobody is.

    Of what is for named people alone they are those who are named.
    """
    everyone = await readers(session, member_id=member_id, incident_id=incident_id)
    on_duty = await duty.on_duty(session, members=[member_id], now=now, time_zone=time_zone)
    return [one for one in everyone if one in on_duty.get(member_id, ())] or everyone


async def give(
    session: AsyncSession, *, task: Task, now: datetime, time_zone: ZoneInfo, head: Head | None = None
) -> None:
    """Send the owner's people and its group a new card."""
    called = await called_first(
        session, member_id=task.member_id, incident_id=task.incident_id, now=now, time_zone=time_zone
    )
    await _send(session, task=task, member_id=task.member_id, called=called, head=head, now=now)


async def give_to(session: AsyncSession, *, task: Task, people: Sequence[int], now: datetime) -> None:
    """Send some of the owner's people (ids) a card."""
    details = OwnersCard(task.member_id, task.incident_id)
    await broadcasts.queue(session, kind=TASK, people=people, subject_id=id_of(task), details=details, now=now)


async def tell_holders(session: AsyncSession, *, task: Task, member_id: int, head: Head, now: datetime) -> None:
    """Send those of a business who have a card a new one, since an edit makes no sound: it is not theirs any more."""
    await _send(
        session,
        task=task,
        member_id=member_id,
        called=await holders(session, task=task, member_id=member_id),
        head=head,
        now=now,
    )


async def _send(
    session: AsyncSession, *, task: Task, member_id: int, called: Sequence[int], head: Head | None, now: datetime
) -> None:
    await broadcasts.queue(
        session,
        kind=TASK,
        people=called,
        groups=await bindings.bound_to(session, members=[member_id]),
        subject_id=id_of(task),
        details=OwnersCard(member_id, task.incident_id, head),
        now=now,
    )


async def holders(session: AsyncSession, *, task: Task, member_id: int) -> Sequence[int]:
    """List the people (ids) of a business who have a card of a task, still speak for it, and may read of the task."""
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            Broadcast.subject == TASK_SUBJECT,
            Broadcast.subject_id == id_of(task),
            col(Broadcast.details)[id_field("member")].as_integer() == member_id,
        )
    )
    having = set(await session.exec(query))
    speaking = await readers(session, member_id=member_id, incident_id=task.incident_id)
    return [one for one in speaking if one in having]


async def remind(
    session: AsyncSession, *, task: Task, called: Sequence[int], watch: TaskWatch, rung: int, now: datetime
) -> None:
    """Remind people of the owner, and its group; the reminder is a card from its first edit on.

    A group in which nobody may take a step hears nothing.
    """
    if not called:
        return
    await broadcasts.queue(
        session,
        kind=TASK_REMINDER,
        people=called,
        groups=await bindings.bound_to(session, members=[task.member_id]),
        subject_id=id_of(task),
        details=OwnersReminder(task.member_id, task.incident_id, watch, rung),
        now=now,
    )


async def alarm(
    session: AsyncSession, *, task: Task, why: TaskState | TaskWatch, now: datetime, everybody: bool = False
) -> None:
    """Tell the coordinator who asked that a task needs a word; all coordinators if `everybody`, or if that one left."""
    coordinators = await accounts.coordinator_ids(session)
    alone = task.asked_by_id in coordinators and not everybody
    await broadcasts.queue(
        session,
        kind=TASK_ALARM,
        people=[task.asked_by_id] if alone else coordinators,
        subject_id=id_of(task),
        details=Alarm(why, task.incident_id),
        now=now,
    )


async def redraw(session: AsyncSession, *, task: Task, now: datetime) -> None:
    """Have every message that shows a task edited in place."""
    await broadcasts.redraw(session, subject=TASK_SUBJECT, subject_id=id_of(task), lane=Lane.REPLY, now=now)
