"""A business leaves the network: nobody is called for it any more, and what was stays on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind
from models.identity import id_of
from models.members import Member, MemberStatus, RepresentativeStatus
from models.people import Person
from models.tasks import UNFINISHED, Task
from services.applications import requests as applications
from services.applications.kinds import DECISION
from services.applications.requests import OPEN
from services.business import links, suspension
from services.ground import audit
from services.ground.refusals import Refusal
from services.members import representatives
from services.members.representatives import Speaker
from services.outbox import broadcasts
from services.people import accounts, businesses

OWN_BUSINESS_LEFT, MEMBER_LEFT = "left", "member-left"
CODES_TOLD = 5


class TasksOpen(Refusal):
    """The business has `count` tasks that are not done or handed back; `codes` names the first."""


@dataclass(frozen=True)
class DepartureOutlook:
    """What leaving would mean: tasks that stand in the way, incidents under way to which the business was called."""

    speaker: Speaker
    tasks: Sequence[str]
    incidents: Sequence[str]


async def outlook(session: AsyncSession, *, member_id: int, person: Person) -> DepartureOutlook:
    """Tell what leaving would mean; raises NotYourBusiness or PrimaryContactOnly."""
    speaker = await representatives.managing(session, member_id=member_id, person=person)
    tasks = select(Task.code).where(Task.member_id == member_id, col(Task.state).in_(UNFINISHED)).order_by(Task.code)
    return DepartureOutlook(
        speaker=speaker,
        tasks=(await session.exec(tasks)).all(),
        incidents=[incident.code for incident in await suspension.under_way(session, member_id=member_id)],
    )


async def leave(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Take a business out of the network; its people and the coordinators are told.

    Raises NotYourBusiness, PrimaryContactOnly or TasksOpen.
    """
    ahead = await outlook(session, member_id=member_id, person=person)
    member = ahead.speaker.member
    if ahead.tasks:
        raise TasksOpen(count=len(ahead.tasks), codes=", ".join(ahead.tasks[:CODES_TOLD]))
    member.status, member.unavailable_until = MemberStatus.LEFT, None
    member.confirmation_asked_at = member.confirmation_due_at = None
    audit.record(session, person=person, action="member-left", subject="member", subject_id=member_id, now=now)
    await representatives.release(session, member=member, leaving=ahead.speaker.people, by=person, now=now)
    await links.revoke_all(session, member_id=member_id, by=person, now=now)
    await _let_applications_go(session, member, person=person, now=now)
    await _tell(session, ahead, person=person, now=now)
    return member


async def _let_applications_go(session: AsyncSession, member: Member, *, person: Person, now: datetime) -> None:
    """End all that waits at the business's own wish, and tell the people who wanted to speak for it."""
    query = select(Application).where(Application.member_id == id_of(member), col(Application.status).in_(OPEN))
    for application in (await session.exec(query)).all():
        await applications.withdraw(session, application=application, person=person, now=now)
        if application.kind is ApplicationKind.CHANGE:
            continue
        candidate = await businesses.representative(session, member_id=id_of(member), person_id=application.person_id)
        if candidate is not None and candidate.status is RepresentativeStatus.PENDING:
            candidate.status = RepresentativeStatus.REJECTED
        await broadcasts.queue(
            session,
            kind=DECISION,
            people=[application.person_id],
            subject_id=id_of(application),
            now=now,
        )


async def _tell(session: AsyncSession, ahead: DepartureOutlook, *, person: Person, now: datetime) -> None:
    member_id = id_of(ahead.speaker.member)
    others = [one.person_id for one in ahead.speaker.people if one.person_id != person.id]
    await representatives.tell(session, what=OWN_BUSINESS_LEFT, member_id=member_id, people=others, now=now)
    coordinators = await accounts.coordinator_ids(session)
    await representatives.tell(session, what=MEMBER_LEFT, member_id=member_id, people=coordinators, now=now)
    await suspension.redraw_what_is_open(session, member_id=member_id, now=now)
