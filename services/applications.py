"""Applications: submitted with consent, decided once, by whoever of the coordinators is first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.broadcasts import Broadcast, BroadcastKind, Lane
from models.capabilities import Capability
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus, Sector
from models.people import Person, Purpose
from services import audit, broadcasts, capabilities, members, people
from services.refusals import Refusal

OPEN = (ApplicationStatus.SUBMITTED, ApplicationStatus.ASKED_BACK)
REASON_LENGTH = 500


class ApplicationUnknown(Refusal):
    """There is no such application."""


class ApplicationDecided(Refusal):
    """Another coordinator was faster; `name` says who, `at` when."""


class ApplicationWithApplicant(Refusal):
    """The application was sent back with a question and waits for the applicant."""


class ConsentMissing(Refusal):
    """The person has not agreed to the text in force."""


class TaxCodeTaken(Refusal):
    """The business of this tax code came into the network meanwhile; `name` is its name."""


class AlreadyRepresentative(Refusal):
    """The person speaks for that business already; `name` is its name."""


class AlreadyApplied(Refusal):
    """The person's application for that business is waiting; `name` is its name."""


class MemberNotApproved(Refusal):
    """Nobody can speak for a business before it is in the network itself; `name` is its name."""


class ReasonLength(Refusal):
    """A reason or question is empty, or longer than `limit` characters; it has `length`."""


@dataclass(frozen=True)
class Candidate:
    """The person who is to speak for a business."""

    name: str
    title: str
    phone: str
    contact: ContactKind


@dataclass(frozen=True)
class Registration:
    """A new business, as its representative describes it; capabilities map an id to a headcount."""

    tax_code: str
    name: str
    sectors: Sequence[Sector]
    commune_code: str
    candidate: Candidate
    capabilities: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """An application with all that a coordinator needs to decide it; `decided_by` is the last decision's author."""

    application: Application
    registration: Registration
    member_status: MemberStatus
    applicant: Person
    decided_by: Person | None
    capabilities: Sequence[Capability]


async def check_applicant(session: AsyncSession, *, person: Person, member: Member) -> None:
    """Refuse who speaks for a business already, or who has applied to and waits."""
    standing = await members.representative(session, member_id=id_of(member), person_id=id_of(person))
    if standing is None:
        return
    if standing.status is RepresentativeStatus.APPROVED and member.status is MemberStatus.APPROVED:
        raise AlreadyRepresentative(name=member.name)
    waiting = await _open_application(session, person=person, member=member)
    if waiting is not None and waiting.status is ApplicationStatus.SUBMITTED:
        raise AlreadyApplied(name=member.name)


async def register(
    session: AsyncSession,
    *,
    person: Person,
    registration: Registration,
    now: datetime,
    correcting: int | None = None,
) -> Application:
    """Submit a new business for approval; `correcting` is the application (id) that was sent back, if any.

    Raises ConsentMissing, TaxCodeTaken, AlreadyRepresentative or AlreadyApplied.
    """
    member = await members.by_tax_code(session, tax_code=registration.tax_code)
    if member is None and correcting is not None:
        member = await _with_new_tax_code(
            session, application_id=correcting, person=person, tax_code=registration.tax_code
        )
    if member is not None:
        await check_applicant(session, person=person, member=member)
        if not await _may_describe(session, person=person, member=member):
            raise TaxCodeTaken(name=member.name)
        member.name, member.commune_code = registration.name, registration.commune_code
        member.status = MemberStatus.PENDING
    else:
        member = Member(
            tax_code=registration.tax_code,
            name=registration.name,
            status=MemberStatus.PENDING,
            commune_code=registration.commune_code,
            registered_at=now,
        )
        session.add(member)
        await session.flush()
    await members.describe(session, member=member, sectors=registration.sectors, capabilities=registration.capabilities)
    return await _submit(
        session,
        kind=ApplicationKind.NEW_MEMBER,
        person=person,
        member=member,
        candidate=registration.candidate,
        now=now,
    )


async def _with_new_tax_code(
    session: AsyncSession, *, application_id: int, person: Person, tax_code: str
) -> Member | None:
    """Correct the tax code of the business whose application was sent back to this very person."""
    application = await by_id(session, application_id=application_id)
    if application.person_id != id_of(person) or application.status is not ApplicationStatus.ASKED_BACK:
        return None
    member = await members.by_id(session, member_id=application.member_id)
    if member.status is MemberStatus.PENDING:
        member.tax_code = tax_code
        await session.flush()
        return member
    return None


async def join(
    session: AsyncSession, *, person: Person, member: Member, candidate: Candidate, now: datetime
) -> Application:
    """Ask to speak for a known business; raises ConsentMissing, AlreadyRepresentative or AlreadyApplied."""
    await check_applicant(session, person=person, member=member)
    return await _submit(session, kind=ApplicationKind.JOIN, person=person, member=member, candidate=candidate, now=now)


async def _may_describe(session: AsyncSession, *, person: Person, member: Member) -> bool:
    """Tell whether a known business may be described anew: rejected, or sent back to this very person."""
    if member.status is MemberStatus.REJECTED:
        return True
    asked_back = await _open_application(session, person=person, member=member)
    return (
        member.status is MemberStatus.PENDING
        and asked_back is not None
        and asked_back.kind is ApplicationKind.NEW_MEMBER
    )


async def sent_back(session: AsyncSession, *, person: Person, member: Member) -> Application | None:
    """Find the person's application for a business that waits for their answer to a question."""
    found = await _open_application(session, person=person, member=member)
    return found if found is not None and found.status is ApplicationStatus.ASKED_BACK else None


async def _open_application(session: AsyncSession, *, person: Person, member: Member) -> Application | None:
    query = select(Application).where(
        Application.person_id == id_of(person),
        Application.member_id == id_of(member),
        col(Application.status).in_(OPEN),
    )
    return (await session.exec(query)).first()


async def _submit(
    session: AsyncSession,
    *,
    kind: ApplicationKind,
    person: Person,
    member: Member,
    candidate: Candidate,
    now: datetime,
) -> Application:
    """Hand an application to the coordinators; one that was sent back is handed in again."""
    if await people.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is None:
        raise ConsentMissing
    await members.name_representative(
        session,
        member=member,
        person=person,
        name=candidate.name,
        title=candidate.title,
        phone=candidate.phone,
        contact=candidate.contact,
        status=RepresentativeStatus.PENDING,
    )
    application = await _open_application(session, person=person, member=member)
    if application is None:
        application = Application(
            kind=kind,
            member_id=id_of(member),
            person_id=id_of(person),
            status=ApplicationStatus.SUBMITTED,
            submitted_at=now,
        )
        session.add(application)
    application.status, application.submitted_at = ApplicationStatus.SUBMITTED, now
    await session.flush()
    _record(session, application, action="application-submitted", person=person, now=now)
    await _tell_coordinators(session, application=application, now=now)
    return application


async def _tell_coordinators(session: AsyncSession, *, application: Application, now: datetime) -> None:
    """Put the request before every coordinator; older cards of it show that it was handed in again."""
    application_id = id_of(application)
    await broadcasts.redraw(
        session,
        kinds=(BroadcastKind.APPLICATION,),
        lane=Lane.REPLY,
        application_id=application_id,
        now=now,
    )
    await broadcasts.queue(
        session,
        kind=BroadcastKind.APPLICATION,
        people=[id_of(person) for person in await people.coordinators(session)],
        application_id=application_id,
        now=now,
    )


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
    """Gather what a coordinator needs to decide an application, or to see how it was decided."""
    member, applicant = await parties(session, application=application)
    profile = await members.profile(session, member=member)
    standing = await members.representative(session, member_id=id_of(member), person_id=id_of(applicant))
    if standing is None:
        raise ApplicationUnknown
    decided_by = await session.get(Person, application.decided_by_id) if application.decided_by_id else None
    return Request(
        application=application,
        registration=Registration(
            tax_code=member.tax_code,
            name=member.name,
            sectors=profile.sectors,
            commune_code=member.commune_code,
            capabilities=profile.capabilities,
            candidate=Candidate(standing.name, standing.title, standing.phone, standing.contact),
        ),
        member_status=member.status,
        applicant=applicant,
        decided_by=decided_by,
        capabilities=await capabilities.named(session, ids=profile.capabilities),
    )


async def is_newest_request(session: AsyncSession, *, application_id: int, broadcast_id: int) -> bool:
    """Tell whether a broadcast is the last that put an application before the coordinators."""
    query = select(func.max(col(Broadcast.id))).where(
        Broadcast.application_id == application_id, Broadcast.kind == BroadcastKind.APPLICATION
    )
    return (await session.exec(query)).one() == broadcast_id


def check_reason(text: str) -> str:
    """Give a reason or question back; raises ReasonLength."""
    if not 0 < len(text) <= REASON_LENGTH:
        raise ReasonLength(limit=REASON_LENGTH, length=len(text))
    return text


async def by_id(session: AsyncSession, *, application_id: int) -> Application:
    """Find an application; raises ApplicationUnknown."""
    application = await session.get(Application, application_id)
    if application is None:
        raise ApplicationUnknown
    return application


async def to_decide(session: AsyncSession, *, application_id: int) -> Application:
    """Find an application that a coordinator may decide now.

    Raises ApplicationUnknown, ApplicationDecided (with whose decision it was) or ApplicationWithApplicant.
    """
    application = await by_id(session, application_id=application_id)
    if application.status is ApplicationStatus.ASKED_BACK:
        raise ApplicationWithApplicant
    if application.status is not ApplicationStatus.SUBMITTED:
        by = await session.get(Person, application.decided_by_id)
        raise ApplicationDecided(name=by.name if by else "", at=application.decided_at)
    return application


async def approve(session: AsyncSession, *, application_id: int, by: Person, now: datetime) -> Application:
    """Take the business in, if it is new, and its representative.

    Raises as `to_decide` does, or MemberNotApproved when somebody is to speak for a business that is not in.
    """
    application = await to_decide(session, application_id=application_id)
    member, applicant = await parties(session, application=application)
    if application.kind is ApplicationKind.JOIN and member.status is not MemberStatus.APPROVED:
        raise MemberNotApproved(name=member.name)
    if application.kind is ApplicationKind.NEW_MEMBER:
        member.status, member.approved_at = MemberStatus.APPROVED, now
    await _settle_representative(session, application, RepresentativeStatus.APPROVED)
    await _decide(session, application, ApplicationStatus.APPROVED, by=by, reason=None, now=now)
    await people.refresh_menu(session, person=applicant)
    return application


async def reject(session: AsyncSession, *, application_id: int, by: Person, reason: str, now: datetime) -> Application:
    """Turn an application down, with the reason that the applicant is told.

    Raises ReasonLength, or as `to_decide` does.
    """
    check_reason(reason)
    application = await to_decide(session, application_id=application_id)
    member, _ = await parties(session, application=application)
    if application.kind is ApplicationKind.NEW_MEMBER:
        member.status = MemberStatus.REJECTED
    await _settle_representative(session, application, RepresentativeStatus.REJECTED)
    await _decide(session, application, ApplicationStatus.REJECTED, by=by, reason=reason, now=now)
    return application


async def ask_back(
    session: AsyncSession, *, application_id: int, by: Person, question: str, now: datetime
) -> Application:
    """Send an application back with a question; the applicant may correct it and hand it in again.

    Raises ReasonLength, or as `to_decide` does.
    """
    check_reason(question)
    application = await to_decide(session, application_id=application_id)
    await _decide(session, application, ApplicationStatus.ASKED_BACK, by=by, reason=question, now=now)
    return application


async def parties(session: AsyncSession, *, application: Application) -> tuple[Member, Person]:
    """Give the business and the applicant of an application."""
    member = await members.by_id(session, member_id=application.member_id)
    person = (await session.exec(select(Person).where(Person.id == application.person_id))).one()
    return member, person


async def _settle_representative(session: AsyncSession, application: Application, status: RepresentativeStatus) -> None:
    standing = await members.representative(session, member_id=application.member_id, person_id=application.person_id)
    if standing is not None:
        standing.status = status
    await session.flush()


async def _decide(
    session: AsyncSession,
    application: Application,
    status: ApplicationStatus,
    *,
    by: Person,
    reason: str | None,
    now: datetime,
) -> None:
    """Write a decision down, tell the applicant, and show every coordinator whose it was."""
    application.status, application.reason = status, reason
    application.decided_at, application.decided_by_id = now, id_of(by)
    await session.flush()
    _record(session, application, action=f"application-{status}", person=by, now=now)
    await broadcasts.redraw(
        session,
        kinds=(BroadcastKind.APPLICATION,),
        lane=Lane.REPLY,
        application_id=id_of(application),
        now=now,
    )
    await broadcasts.queue(
        session,
        kind=BroadcastKind.DECISION,
        people=[application.person_id],
        application_id=id_of(application),
        now=now,
    )


def _record(session: AsyncSession, application: Application, *, action: str, person: Person, now: datetime) -> None:
    audit.record(
        session,
        person=person,
        action=action,
        subject="application",
        subject_id=application.id,
        now=now,
        after={"member_id": application.member_id, "kind": application.kind, "reason": application.reason},
    )
