"""Who reads an incident for named people alone is chosen by coordinators, one person after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus, NamedRecipient
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tasks import OVER, Task
from models.tlp import Tlp
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import cards, own_cards
from services.incidents.sharing import readers


class NotForNamedPeople(Refusal):
    """The label of the incident `code` is another one now: nobody is named."""


class NotProposed(Refusal):
    """The person speaks for no business that was called."""


@dataclass(frozen=True)
class UnreadTask:
    """A task that is not over, and whose business (its name) has nobody who may read it."""

    task_id: int
    code: str
    member: str


@dataclass(frozen=True)
class Recipient:
    """A person who speaks for a business that is called, and whether they are named."""

    person_id: int
    name: str
    member: str
    named: bool


async def proposed(session: AsyncSession, *, incident_id: int) -> Sequence[Recipient]:
    """List everybody who speaks for the businesses that were called, each person once."""
    called = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    members = (await session.exec(called.distinct())).all()
    named = select(NamedRecipient.person_id).where(NamedRecipient.incident_id == incident_id)
    return await of_businesses(session, members=members, named=(await session.exec(named)).all())


async def of_businesses(session: AsyncSession, *, members: Sequence[int], named: Sequence[int]) -> Sequence[Recipient]:
    """List everybody who speaks for businesses (ids), each person once; `named` are the ids of those who are."""
    query = (
        select(Representative, Member.name)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            col(Member.id).in_(members),
            Member.status == MemberStatus.APPROVED,
            Representative.status == RepresentativeStatus.APPROVED,
        )
        .order_by(col(Member.id), col(Representative.contact).desc(), col(Representative.id))
    )
    found: dict[int, Recipient] = {}
    for one, member in (await session.exec(query)).all():
        if one.person_id is not None:
            found.setdefault(one.person_id, Recipient(one.person_id, one.name, member, one.person_id in named))
    return list(found.values())


async def unread_tasks(session: AsyncSession, *, incident: Incident) -> Sequence[UnreadTask]:
    """List the tasks that are not over of an incident for named people alone, of businesses of whom nobody is named."""
    if incident.tlp is not Tlp.RED:
        return ()
    named = (
        select(Representative.member_id)
        .join(NamedRecipient, col(NamedRecipient.person_id) == col(Representative.person_id))
        .where(NamedRecipient.incident_id == id_of(incident), Representative.status == RepresentativeStatus.APPROVED)
    )
    query = (
        select(Task.id, Task.code, Member.name)
        .join(Member, col(Member.id) == col(Task.member_id))
        .where(Task.incident_id == id_of(incident), col(Task.state).not_in(OVER), col(Task.member_id).not_in(named))
        .order_by(col(Task.id))
    )
    return [UnreadTask(task_id or 0, code, member) for task_id, code, member in await session.exec(query)]


async def check(session: AsyncSession, *, incident: Incident, person_id: int) -> Recipient:
    """Find a person (id) among those who can be named; raises NotForNamedPeople or NotProposed."""
    if incident.tlp is not Tlp.RED:
        raise NotForNamedPeople(code=incident.code)
    for one in await proposed(session, incident_id=id_of(incident)):
        if one.person_id == person_id:
            return one
    raise NotProposed


async def name(session: AsyncSession, *, incident: Incident, person_id: int, by: Person, now: datetime) -> None:
    """Name one more person (id), who gets the card while the incident is under way; raises as `check` does."""
    if (await check(session, incident=incident, person_id=person_id)).named:
        return
    session.add(NamedRecipient(incident_id=id_of(incident), person_id=person_id))
    await session.flush()
    _record(session, incident, person_id, action="recipient-named", by=by, now=now)
    await readers.redraw_all(session, incident_id=id_of(incident), people=[person_id], now=now)
    if incident.status is not IncidentStatus.CLOSED:
        person = await session.get_one(Person, person_id)
        await own_cards.send_anew(session, incident=incident, person=person, now=now)
    await cards.redraw(session, incident_id=id_of(incident), lane=Lane.UPDATE, now=now)


async def leave_out(session: AsyncSession, *, incident: Incident, person_id: int, by: Person, now: datetime) -> None:
    """Name a person (id) no more: their card tells nothing from now on. Raises NotForNamedPeople."""
    if incident.tlp is not Tlp.RED:
        raise NotForNamedPeople(code=incident.code)
    row = await session.get(NamedRecipient, (id_of(incident), person_id))
    if row is None:
        return
    await session.delete(row)
    await session.flush()
    _record(session, incident, person_id, action="recipient-left-out", by=by, now=now)
    await readers.redraw_all(session, incident_id=id_of(incident), people=[person_id], now=now)
    await cards.redraw(session, incident_id=id_of(incident), lane=Lane.UPDATE, now=now)


def _record(
    session: AsyncSession, incident: Incident, person_id: int, *, action: str, by: Person, now: datetime
) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        after={"person_id": person_id},
    )
