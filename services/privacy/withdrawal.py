"""A person withdraws consent: what follows for their businesses, and how they are erased in one transaction.

What remains is a number (Luật 91/2025/QH15; decision 0015): answers and steps belong to the businesses, the audit and
the proofs of consent are kept for `audit.KEPT`.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import case, func, or_, update
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind
from models.broadcasts import BroadcastKind, Delivery, DeliveryState, Lane
from models.drafts import Dialogue, Draft
from models.duty import DutyWeek
from models.identity import id_of
from models.incidents import Alerted
from models.invitations import Invitation
from models.jobs import Job, JobState
from models.members import ContactKind, Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Consent, Person, Role
from models.responses import Response
from models.tasks import Task, TaskChange
from services.applications import requests as applications
from services.business import suspension
from services.ground import audit, drafts, inbox
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import cards as incident_cards
from services.members import entries, representatives
from services.outbox import broadcasts
from services.people import accounts, invitations
from services.privacy import held
from services.staff import appointments as staff

LEFT, NOBODY_LEFT = "representative-withdrew", "nobody-left"
# Why a person who withdrew cannot be written to, as the tally reads it.
WITHDREW = "withdrew"


class OwnerBySettings(Refusal):
    """An owner is one by the settings: they must be changed first."""


class Ending(StrEnum):
    """What a business comes to without a person."""

    NOBODY = "nobody"
    SUCCESSOR = "successor"
    OTHERS = "others"


@dataclass(frozen=True)
class Loss:
    """What a business comes to: how many others speak for it, who is called first now, which weeks nobody watches."""

    member: Member
    ending: Ending
    others: int
    successor: Representative | None
    weeks: int
    tasks: Sequence[Task]


async def losses(session: AsyncSession, *, person: Person) -> Sequence[Loss]:
    """Tell what each business comes to for which a person speaks, be it suspended."""
    spoken = await held.standings(session, person=person)
    return [
        await _loss(session, one.member, one.standing)
        for one in spoken
        if one.standing.status is RepresentativeStatus.APPROVED
        and one.member.status in (MemberStatus.APPROVED, MemberStatus.SUSPENDED)
    ]


async def _loss(session: AsyncSession, member: Member, own: Representative) -> Loss:
    member_id = id_of(member)
    others = [one for one in await representatives.of(session, member_id=member_id) if one.id != own.id]
    weeks = select(func.count()).where(DutyWeek.member_id == member_id, DutyWeek.person_id == own.person_id)
    heir = others[0] if others and others[0].contact is not ContactKind.PRIMARY else None
    return Loss(
        member=member,
        ending=Ending.NOBODY if not others else Ending.SUCCESSOR if heir else Ending.OTHERS,
        others=len(others),
        successor=heir,
        weeks=(await session.exec(weeks)).one(),
        tasks=await suspension.open_tasks(session, member_id=member_id) if not others else (),
    )


def stamp(losses: Sequence[Loss]) -> str:
    """Write briefly what was told, so that nobody confirms what has changed since: eight characters."""
    told = [
        (
            one.member.id,
            one.ending,
            one.successor.id if one.successor else None,
            one.weeks,
            [task.id for task in one.tasks],
        )
        for one in losses
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:8]


def check(person: Person) -> None:
    """Let only those pass who may be erased; raises OwnerBySettings."""
    if person.staff_role is Role.OWNER:
        raise OwnerBySettings


async def withdraw(session: AsyncSession, *, person: Person, now: datetime) -> Sequence[Loss]:
    """Erase a person at once and for good; tell what their businesses come to. Raises OwnerBySettings.

    They are written to no more, so that the last words must be said to them directly.
    """
    check(person)
    following = await losses(session, person=person)
    await _end_consents(session, person, now=now)
    if person.staff_role is not None:
        await staff.step_down(session, person=person, now=now)
    await _end_applications(session, person, now=now)
    await _end_representations(session, person, following, now=now)
    await _end_invitations(session, person, following, now=now)
    await session.exec(delete(DutyWeek).where(col(DutyWeek.person_id) == id_of(person)))
    await drafts.discard(session, person=person)
    await _end_messages(session, person)
    await inbox.forget_sender(session, sender_id=person.telegram_id)
    await _end_jobs(session, person, now=now)
    await incident_cards.redraw_tallies_counting(session, person=person, now=now)
    _forget(person, now=now)
    await session.flush()
    await _redraw_what_named(session, person, now=now)
    return following


async def forget_passer_by(session: AsyncSession, *, person: Person) -> None:
    """Keep nothing of who came with this very update, and only to go: nothing else refers to them yet."""
    await inbox.forget_sender(session, sender_id=person.telegram_id)
    await session.delete(person)
    await session.flush()


async def _end_consents(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """Keep that consents are withdrawn; of who never gave any, that they asked to be erased."""
    query = select(Consent).where(Consent.person_id == id_of(person), col(Consent.withdrawn_at).is_(None))
    withdrawn = (await session.exec(query)).all()
    for one in withdrawn:
        one.withdrawn_at = now
        _record(
            session,
            person,
            action="consent-withdrawn",
            now=now,
            after={"purpose": one.purpose, "text_version": one.text_version},
        )
    if not withdrawn:
        _record(session, person, action="data-erased", now=now)


def _record(
    session: AsyncSession, person: Person, *, action: str, now: datetime, after: dict[str, str] | None = None
) -> None:
    audit.record(session, person=person, action=action, subject="person", subject_id=person.id, now=now, after=after)


async def _end_applications(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """Withdraw what waits for a decision, and forget what was said; a business not decided on is not taken in."""
    theirs = (await session.exec(select(Application).where(Application.person_id == id_of(person)))).all()
    for application in theirs:
        application.reason = None
        if application.status not in applications.OPEN:
            continue
        await applications.withdraw(session, application=application, person=person, now=now)
        member = await session.get_one(Member, application.member_id)
        if application.kind is ApplicationKind.NEW_MEMBER and member.status is MemberStatus.PENDING:
            member.status = MemberStatus.REJECTED
            await session.flush()
            await entries.refresh(session, member_ids=[application.member_id])
    await _forget_decisions_under_way(session, {id_of(application) for application in theirs})


async def _forget_decisions_under_way(session: AsyncSession, application_ids: Collection[int]) -> None:
    """Forget the words that others are writing about some applications; the next step tells them that it is over."""
    query = select(Draft).where(Draft.dialogue == Dialogue.DECISION)
    for draft in (await session.exec(query)).all():
        if draft.data["application_id"] in application_ids:
            draft.data = {name: value for name, value in draft.data.items() if name != "words"}


async def _end_representations(
    session: AsyncSession, person: Person, following: Sequence[Loss], *, now: datetime
) -> None:
    """Let the person speak for nobody; where they were called first, a backup is from now on."""
    query = select(Representative).where(Representative.person_id == id_of(person))
    own = {one.member_id: one for one in (await session.exec(query)).all()}
    for loss in following:
        await representatives.release(
            session, member=loss.member, leaving=[own[id_of(loss.member)]], by=person, now=now
        )
        await _hand_on(session, person, loss, now=now)
    for one in own.values():
        one.name = one.title = one.phone = ""
        one.status = RepresentativeStatus.REMOVED
    offered = select(Representative).where(Representative.primary_offered_by_id == id_of(person))
    for one in (await session.exec(offered)).all():
        one.primary_offered_by_id = one.primary_offered_at = None
    await session.flush()


async def _hand_on(session: AsyncSession, person: Person, loss: Loss, *, now: datetime) -> None:
    """Tell those who stay; where nobody does, the coordinators."""
    member_id = id_of(loss.member)
    if loss.successor is not None:
        loss.successor.contact = ContactKind.PRIMARY
        await session.flush()
        _record_successor(session, person, loss.successor, now=now)
    staying = [one.person_id for one in await representatives.of(session, member_id=member_id)]
    coordinators = [id_of(one) for one in await accounts.coordinators(session) if one.id != person.id]
    await representatives.tell(
        session,
        topic=LEFT if staying else NOBODY_LEFT,
        member_id=member_id,
        people=staying or coordinators,
        now=now,
    )


def _record_successor(session: AsyncSession, person: Person, successor: Representative, *, now: datetime) -> None:
    audit.record(
        session,
        person=person,
        action="primary-succeeded",
        subject="member",
        subject_id=successor.member_id,
        now=now,
        after={"person_id": successor.person_id},
    )


async def _end_invitations(session: AsyncSession, person: Person, following: Sequence[Loss], *, now: datetime) -> None:
    """Take back the living links that the person opened, and those that they made for their own businesses."""
    theirs = [loss.member.id for loss in following]
    made = (col(Invitation.created_by_id) == id_of(person)) & col(Invitation.member_id).in_(theirs)
    query = select(Invitation).where(
        or_(col(Invitation.opened_by_id) == id_of(person), made),
        col(Invitation.used_at).is_(None),
        col(Invitation.revoked_at).is_(None),
    )
    for one in (await session.exec(query)).all():
        invitations.revoke(session, invitation=one, by=person, now=now)
        await session.flush()
        await staff.show(session, invitation_id=id_of(one), now=now)


async def _end_messages(session: AsyncSession, person: Person) -> None:
    """Send and edit nothing more, and forget in which chat it was; what is on its way keeps no chat either."""
    unsent = col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING))
    await session.exec(
        update(Delivery)
        .where(col(Delivery.person_id) == id_of(person))
        .values(
            chat_id=broadcasts.NOWHERE,
            state=case((unsent, DeliveryState.DROPPED), else_=col(Delivery.state)),
            edit_due_at=None,
            revision=col(Delivery.revision) + 1,
        )
        .execution_options(synchronize_session=False)
    )


async def _end_jobs(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """Let work go that would report to the person."""
    query = select(Job).where(Job.person_id == id_of(person), col(Job.state).in_((JobState.WAITING, JobState.RUNNING)))
    for job in (await session.exec(query)).all():
        job.state, job.finished_at, job.error = JobState.FAILED, now, WITHDREW


def _forget(person: Person, *, now: datetime) -> None:
    """Leave a number: no name, and in the place of the Telegram id what is nobody's."""
    person.name = ""
    person.telegram_id = -id_of(person)
    person.erased_at = person.unreachable_since = now
    person.unreachable_reason = WITHDREW
    person.menu_wanted = person.menu_shown = ""


async def _redraw_what_named(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """Have the messages of others edited that show the person's name: cards, tallies, tasks, applications."""
    person_id = id_of(person)
    answered = select(Response).where(Response.person_id == person_id)
    for response in (await session.exec(answered)).all():
        await _redraw_answer(session, response, now=now)
    did = select(TaskChange.task_id).where(TaskChange.person_id == person_id)
    asked = select(Task.id).where(Task.asked_by_id == person_id)
    for task_id in {*await session.exec(did), *await session.exec(asked)}:
        await broadcasts.redraw(session, kinds=broadcasts.TASK_CARDS, lane=Lane.UPDATE, task_id=task_id, now=now)
    theirs = select(Application.id).where(
        or_(col(Application.person_id) == person_id, col(Application.decided_by_id) == person_id)
    )
    for application_id in (await session.exec(theirs)).all():
        await broadcasts.redraw(
            session, kinds=(BroadcastKind.APPLICATION,), lane=Lane.UPDATE, application_id=application_id, now=now
        )


async def _redraw_answer(session: AsyncSession, response: Response, *, now: datetime) -> None:
    """Have the cards of the business whose answer it was edited, and the tallies."""
    colleagues = select(Alerted.person_id).where(
        Alerted.incident_id == response.incident_id, Alerted.member_id == response.member_id
    )
    await incident_cards.redraw(
        session,
        lane=Lane.UPDATE,
        incident_id=response.incident_id,
        people=(await session.exec(colleagues)).all(),
        groups=await bindings.bound_to(session, members=[response.member_id]),
        now=now,
    )
    await incident_cards.redraw_tally(session, incident_id=response.incident_id, now=now)
