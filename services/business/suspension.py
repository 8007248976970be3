"""Coordinators suspend a business with a reason, and reinstate it; its people are told both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tasks import OVER, TASK_SUBJECT, Task
from services.ground import audit
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import cards as incident_cards
from services.incidents import under_way as incidents_under_way
from services.incidents.sharing import readers
from services.members import entries, representatives
from services.outbox import broadcasts
from services.people import accounts as people
from services.people import latecomers

REASON_LENGTH = 300
SUSPENDED, MEMBER_SUSPENDED = "suspended", "member-suspended"
REINSTATED, MEMBER_REINSTATED = "reinstated", "member-reinstated"


class MemberUnknown(Refusal):
    """There is no such business."""


class NotInNetwork(Refusal):
    """Only a business that is in the network can be suspended; `name` is its name."""


class NotSuspended(Refusal):
    """The business is not suspended, or no longer; `name` is its name."""


class SuspensionReasonLength(Refusal):
    """The reason is empty or longer than `limit` characters; it has `length`."""


@dataclass(frozen=True)
class SuspensionOutlook:
    """What a suspension would mean: whom it stops, and what is under way."""

    member: Member
    people: int
    tasks: Sequence[Task]
    incidents: Sequence[Incident]


async def by_id(session: AsyncSession, *, member_id: int) -> Member:
    """Find a business; raises MemberUnknown."""
    member = await session.get(Member, member_id)
    if member is None:
        raise MemberUnknown
    return member


async def open_tasks(session: AsyncSession, *, member_id: int) -> Sequence[Task]:
    """List the tasks of a business (id) that are not over, by their deadlines."""
    query = (
        select(Task)
        .where(Task.member_id == member_id, col(Task.state).not_in(OVER))
        .order_by(col(Task.due_at), col(Task.id))
    )
    return (await session.exec(query)).all()


async def under_way(session: AsyncSession, *, member_id: int) -> Sequence[Incident]:
    """List the incidents that are not over and to which a business (id) was called."""
    called = incidents_under_way.of_member(member_id)
    query = select(Incident).where(col(Incident.id).in_(called)).order_by(col(Incident.id))
    return (await session.exec(query)).all()


async def to_suspend(session: AsyncSession, *, member_id: int) -> SuspensionOutlook:
    """Find a business that can be suspended, and what it would mean; raises MemberUnknown or NotInNetwork."""
    member = await by_id(session, member_id=member_id)
    if member.status is not MemberStatus.APPROVED:
        raise NotInNetwork(name=member.name)
    return SuspensionOutlook(
        member=member,
        people=len(await representatives.of(session, member_id=member_id)),
        tasks=await open_tasks(session, member_id=member_id),
        incidents=await under_way(session, member_id=member_id),
    )


def check_reason(text: str) -> str:
    """Give a reason back; raises SuspensionReasonLength."""
    if not 0 < len(text) <= REASON_LENGTH:
        raise SuspensionReasonLength(limit=REASON_LENGTH, length=len(text))
    return text


async def suspend(
    session: AsyncSession, *, member_id: int, reason: str, by: Person, now: datetime
) -> SuspensionOutlook:
    """Suspend a business: nobody acts for it or is called until it is reinstated; tell what stays open.

    Raises MemberUnknown, NotInNetwork or SuspensionReasonLength.
    """
    ahead = await to_suspend(session, member_id=member_id)
    ahead.member.status, ahead.member.suspended_because = MemberStatus.SUSPENDED, check_reason(reason)
    await _follow(session, ahead.member, action="member-suspended", by=by, now=now)
    speakers = [id_of(person) for person in await _speakers(session, member_id)]
    await readers.release(session, people=speakers, now=now)
    await _tell(session, ahead.member, news=(SUSPENDED, MEMBER_SUSPENDED), by=by, now=now)
    return ahead


async def to_reinstate(session: AsyncSession, *, member_id: int) -> Member:
    """Find a business that is suspended; raises MemberUnknown or NotSuspended."""
    member = await by_id(session, member_id=member_id)
    if member.status is not MemberStatus.SUSPENDED:
        raise NotSuspended(name=member.name)
    return member


async def reinstate(session: AsyncSession, *, member_id: int, by: Person, now: datetime) -> Member:
    """Let a business take part again; raises MemberUnknown or NotSuspended."""
    member = await to_reinstate(session, member_id=member_id)
    member.status, member.suspended_because = MemberStatus.APPROVED, None
    latecomers.expect(session, member_id=member_id, at=now)
    await _follow(session, member, action="member-reinstated", by=by, now=now)
    await _tell(session, member, news=(REINSTATED, MEMBER_REINSTATED), by=by, now=now)
    return member


async def _follow(session: AsyncSession, member: Member, *, action: str, by: Person, now: datetime) -> None:
    """Let everything follow a business's status: the record, menus, the roster, and all messages that show it."""
    member_id = id_of(member)
    await session.flush()
    audit.record(session, person=by, action=action, subject="member", subject_id=member_id, now=now)
    for person in await _speakers(session, member_id):
        await people.refresh_menu(session, person=person)
    await entries.refresh(session, member_ids=[member_id])
    await redraw_what_is_open(session, member_id=member_id, now=now)


async def redraw_what_is_open(session: AsyncSession, *, member_id: int, now: datetime) -> None:
    """Have the cards and tallies of what is under way for a business (id) edited in place."""
    speakers = [id_of(person) for person in await _speakers(session, member_id)]
    group = await bindings.of_member(session, member_id=member_id)
    for incident in await under_way(session, member_id=member_id):
        await incident_cards.redraw(
            session,
            lane=Lane.UPDATE,
            incident_id=id_of(incident),
            people=speakers,
            groups=[id_of(group)] if group is not None else (),
            now=now,
        )
        await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    for task in await open_tasks(session, member_id=member_id):
        await broadcasts.redraw(session, subject=TASK_SUBJECT, subject_id=id_of(task), lane=Lane.UPDATE, now=now)


async def _speakers(session: AsyncSession, member_id: int) -> Sequence[Person]:
    query = (
        select(Person)
        .join(Representative, col(Representative.person_id) == col(Person.id))
        .where(Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED)
    )
    return (await session.exec(query)).all()


async def _tell(session: AsyncSession, member: Member, *, news: tuple[str, str], by: Person, now: datetime) -> None:
    """Tell the business's people the first of the news, the other coordinators the second."""
    to_people, to_coordinators = news
    member_id = id_of(member)
    told = [id_of(one) for one in await _speakers(session, member_id)]
    await representatives.tell(session, what=to_people, member_id=member_id, people=told, now=now)
    coordinators = [id_of(one) for one in await people.coordinators(session) if one.id != by.id]
    await representatives.tell(session, what=to_coordinators, member_id=member_id, people=coordinators, now=now)
