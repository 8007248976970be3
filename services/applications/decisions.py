"""Decisions on applications: made once, by whoever of those who may decide is first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.broadcasts import Broadcast
from models.capabilities import Capability
from models.identity import id_of
from models.members import Member, MemberStatus, RepresentativeStatus
from models.people import Person
from services.applications import changes, requests
from services.applications.changes import Identity
from services.applications.kinds import APPLICATION, DECISION
from services.applications.requests import Candidate, Registration
from services.ground.refusals import Refusal
from services.members import capabilities, entries, freshness, representatives
from services.outbox import broadcasts
from services.people import accounts, businesses, latecomers

REASON_LENGTH = 500


class ApplicationDecided(Refusal):
    """Somebody else was faster; `name` says who, `at` when."""


class DecisionNotYours(Refusal):
    """Coordinators decide on applications; the primary contacts of a business only on requests to join it."""


class ApplicationWithApplicant(Refusal):
    """The application was sent back with a question and waits for the applicant."""


class ApplicationWithdrawn(Refusal):
    """Since `at` the application is no longer in force: it was withdrawn, or a newer one took its place."""


class MemberNotApproved(Refusal):
    """Nothing can be decided about a business that is not in the network itself; `name` is its name."""


class ReasonLength(Refusal):
    """A reason or question is empty, or longer than `limit` characters; it has `length`."""


@dataclass(frozen=True)
class Request:
    """An application with all that it takes to decide it; `decided_by` is the last decision's author.

    `change` is what the business would be known by instead of what it is, and belongs to a change alone.
    """

    application: Application
    registration: Registration
    member_status: MemberStatus
    applicant: Person
    decided_by: Person | None
    capabilities: Sequence[Capability]
    change: tuple[Identity, Identity] | None = None


async def waiting(session: AsyncSession) -> Sequence[tuple[Application, Member]]:
    """List the applications that wait for a coordinator, with their businesses, the oldest first."""
    query = (
        select(Application, Member)
        .join(Member, col(Member.id) == Application.member_id)
        .where(Application.status == ApplicationStatus.SUBMITTED)
        .order_by(col(Application.submitted_at), col(Application.id))
    )
    return (await session.exec(query)).all()


async def request(session: AsyncSession, *, application: Application) -> Request:
    """Gather what it takes to decide an application, or to see how it was decided."""
    member, applicant = await requests.parties(session, application=application)
    profile = await businesses.profile(session, member=member)
    standing = await businesses.representative(session, member_id=id_of(member), person_id=id_of(applicant))
    if standing is None:
        raise requests.ApplicationUnknown
    decided_by = await session.get(Person, application.decided_by_id) if application.decided_by_id else None
    return Request(
        application=application,
        registration=Registration(
            tax_code=member.tax_code,
            name=member.name,
            sectors=profile.sectors,
            commune_code=member.commune_code,
            capabilities=profile.capabilities,
            units=profile.units,
            candidate=Candidate(standing.name, standing.title, standing.phone, standing.contact),
        ),
        member_status=member.status,
        applicant=applicant,
        decided_by=decided_by,
        capabilities=await capabilities.named(session, ids=profile.capabilities),
        change=await changes.sides(session, application=application, member=member),
    )


async def is_newest_request(session: AsyncSession, *, application_id: int, broadcast_id: int) -> bool:
    """Tell whether a broadcast is the last that put an application before the coordinators."""
    query = select(func.max(col(Broadcast.id))).where(*broadcasts.about(APPLICATION, application_id))
    return (await session.exec(query)).one() == broadcast_id


def check_reason(text: str) -> str:
    """Give a reason or question back; raises ReasonLength."""
    if not 0 < len(text) <= REASON_LENGTH:
        raise ReasonLength(limit=REASON_LENGTH, length=len(text))
    return text


def coordinates(person: Person) -> bool:
    """Tell whether a person decides on every application."""
    return person.staff_role in accounts.COORDINATORS


async def check_right(session: AsyncSession, *, application: Application, by: Person) -> None:
    """Refuse a person who may not decide an application; raises DecisionNotYours."""
    if coordinates(by):
        return
    deciders = await representatives.managing_people(session, member_id=application.member_id)
    if application.kind is not ApplicationKind.JOIN or by.id not in deciders:
        raise DecisionNotYours


async def to_decide(session: AsyncSession, *, application_id: int, by: Person) -> Application:
    """Find an application that a person may decide now.

    Raises ApplicationUnknown, DecisionNotYours, ApplicationDecided (with whose decision it was),
    ApplicationWithApplicant or ApplicationWithdrawn.
    """
    application = await requests.by_id(session, application_id=application_id)
    await check_right(session, application=application, by=by)
    return await still_open(session, application=application)


async def still_open(session: AsyncSession, *, application: Application) -> Application:
    """Give an application back that waits for its decision; raises as `to_decide` does."""
    if application.status is ApplicationStatus.ASKED_BACK:
        raise ApplicationWithApplicant
    if application.status is ApplicationStatus.WITHDRAWN:
        raise ApplicationWithdrawn(at=application.decided_at)
    if application.status is not ApplicationStatus.SUBMITTED:
        decided_by = await session.get(Person, application.decided_by_id)
        raise ApplicationDecided(name=(decided_by and decided_by.name) or "—", at=application.decided_at)
    return application


async def approve(session: AsyncSession, *, application_id: int, by: Person, now: datetime) -> Application:
    """Take in the representative, and the business where it is new or was invited; or make the change.

    Raises as `to_decide` does, MemberNotApproved when the business is not in the network, or TaxCodeOfAnother.
    """
    application = await to_decide(session, application_id=application_id, by=by)
    member, applicant = await requests.parties(session, application=application)
    if application.kind is ApplicationKind.NEW_MEMBER or member.status is MemberStatus.INVITED:
        latecomers.expect(session, member_id=id_of(member), at=now)
        member.status, member.approved_at = MemberStatus.APPROVED, now
        freshness.plan(member, now=now)
    if member.status is not MemberStatus.APPROVED:
        raise MemberNotApproved(name=member.name)
    if application.kind is ApplicationKind.CHANGE:
        await changes.make(session, application=application)
    await _settle_representative(session, application, RepresentativeStatus.APPROVED)
    await _decide(session, application, ApplicationStatus.APPROVED, by=by, reason=None, now=now)
    await accounts.refresh_menu(session, person=applicant)
    if application.kind is not ApplicationKind.CHANGE:
        latecomers.expect(session, person_id=id_of(applicant), at=now)
    return application


async def reject(session: AsyncSession, *, application_id: int, by: Person, reason: str, now: datetime) -> Application:
    """Turn an application down, with the reason that the applicant is told.

    Raises ReasonLength, or as `to_decide` does.
    """
    check_reason(reason)
    application = await to_decide(session, application_id=application_id, by=by)
    member, _ = await requests.parties(session, application=application)
    if application.kind is ApplicationKind.NEW_MEMBER:
        member.status = MemberStatus.REJECTED
    await _settle_representative(session, application, RepresentativeStatus.REJECTED)
    await _decide(session, application, ApplicationStatus.REJECTED, by=by, reason=reason, now=now)
    return application


async def ask_back(
    session: AsyncSession, *, application_id: int, by: Person, question: str, now: datetime
) -> Application:
    """Send an application back with a question; the applicant may correct it and hand it in again.

    Raises ReasonLength, DecisionNotYours for a person who is no coordinator, or as `to_decide` does.
    """
    check_reason(question)
    application = await to_decide(session, application_id=application_id, by=by)
    if not coordinates(by):
        raise DecisionNotYours
    await _decide(session, application, ApplicationStatus.ASKED_BACK, by=by, reason=question, now=now)
    return application


async def _settle_representative(session: AsyncSession, application: Application, status: RepresentativeStatus) -> None:
    """Let the applicant speak for the business, or not; an applicant for a change does so already."""
    standing = await businesses.representative(
        session, member_id=application.member_id, person_id=application.person_id
    )
    if standing is not None and application.kind is not ApplicationKind.CHANGE:
        standing.status = status
    await session.flush()
    await entries.refresh(session, member_ids=[application.member_id])


async def _decide(
    session: AsyncSession,
    application: Application,
    status: ApplicationStatus,
    *,
    by: Person,
    reason: str | None,
    now: datetime,
) -> None:
    """Write a decision down, tell those whom it concerns, and show everyone who might decide whose it was."""
    application.status, application.reason = status, reason
    application.decided_at, application.decided_by_id = now, id_of(by)
    await session.flush()
    requests.record(session, application, action=f"application-{status}", person=by, now=now)
    await requests.show(session, application=application, now=now)
    concerned = [application.person_id]
    if application.kind is ApplicationKind.CHANGE:
        concerned = [one.person_id for one in await representatives.of(session, member_id=application.member_id)]
    await broadcasts.queue(
        session,
        kind=DECISION,
        people=concerned,
        subject_id=id_of(application),
        now=now,
    )
