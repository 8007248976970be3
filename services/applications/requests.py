"""Applications: submitted with consent, corrected and handed in again when they were sent back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.broadcasts import Lane
from models.capabilities import Unit
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Person, Purpose
from services.applications.kinds import APPLICATION
from services.ground import audit
from services.ground.refusals import Refusal
from services.members import entries, representatives
from services.outbox import broadcasts
from services.people import accounts, businesses

OPEN = (ApplicationStatus.SUBMITTED, ApplicationStatus.ASKED_BACK)
# A person who was turned down, or left, may be described anew, and is approved anew.
OUTSIDE = (MemberStatus.REJECTED, MemberStatus.LEFT)
JOINABLE = (MemberStatus.PENDING, MemberStatus.INVITED, MemberStatus.APPROVED)


class ApplicationUnknown(Refusal):
    """There is no such application."""


class ConsentMissing(Refusal):
    """The person has not agreed to the text in force."""


class TaxCodeTaken(Refusal):
    """The business of this tax code came into the network meanwhile; `name` is its name."""


class AlreadyRepresentative(Refusal):
    """The person speaks for that business already; `name` is its name."""


class AlreadyApplied(Refusal):
    """The person's application for that business is waiting; `name` is its name."""


class MemberNotJoinable(Refusal):
    """Nobody can come to speak for a business that is suspended or has left; `name` is its name."""


async def open_of(session: AsyncSession, *, person: Person) -> Sequence[tuple[Application, Member]]:
    """List a person's applications that are not decided yet, with their businesses, the oldest first."""
    query = (
        select(Application, Member)
        .join(Member, col(Member.id) == col(Application.member_id))
        .where(Application.person_id == id_of(person), col(Application.status).in_(OPEN))
        .order_by(col(Application.id))
    )
    return (await session.exec(query)).all()


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
    # In what they are counted, where that is not what the catalogue says now.
    units: Mapping[int, Unit] = field(default_factory=dict)


async def check_applicant(session: AsyncSession, *, person: Person, member: Member) -> None:
    """Refuse a person who speaks for the business, or has applied to and waits, and anybody if it is closed."""
    if member.status not in (*JOINABLE, *OUTSIDE):
        raise MemberNotJoinable(name=member.name)
    standing = await businesses.representative(session, member_id=id_of(member), person_id=id_of(person))
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
    member = await businesses.by_tax_code(session, tax_code=registration.tax_code)
    if member is None and correcting is not None:
        member = await _with_new_tax_code(
            session, application_id=correcting, person=person, tax_code=registration.tax_code
        )
    if member is not None:
        await check_applicant(session, person=person, member=member)
        if not await _may_describe(session, person=person, member=member):
            raise TaxCodeTaken(name=member.name)
        member.name, member.commune_code = registration.name, registration.commune_code
        member.status, member.unavailable_until = MemberStatus.PENDING, None
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
    await businesses.describe(
        session, member=member, sectors=registration.sectors, capabilities=registration.capabilities
    )
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
    member = await businesses.by_id(session, member_id=application.member_id)
    if member.status is MemberStatus.PENDING:
        member.tax_code = tax_code
        await session.flush()
        return member
    return None


async def join(
    session: AsyncSession, *, person: Person, member: Member, candidate: Candidate, now: datetime
) -> Application:
    """Ask to speak for a known business.

    Raises ConsentMissing, AlreadyRepresentative, AlreadyApplied or MemberNotJoinable.
    """
    await check_applicant(session, person=person, member=member)
    if member.status not in JOINABLE:
        raise MemberNotJoinable(name=member.name)
    return await _submit(session, kind=ApplicationKind.JOIN, person=person, member=member, candidate=candidate, now=now)


async def _may_describe(session: AsyncSession, *, person: Person, member: Member) -> bool:
    """Tell whether a known business may be described anew: it is outside, or sent back to this very person."""
    if member.status in OUTSIDE:
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
        Application.kind != ApplicationKind.CHANGE,
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
    """Name the person who is to speak for a business, and hand in their application, also one that was sent back."""
    if await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is None:
        raise ConsentMissing
    await businesses.name_representative(
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
    return await hand_in(session, application=application, person=person, now=now)


async def hand_in(session: AsyncSession, *, application: Application, person: Person, now: datetime) -> Application:
    """Put an application before those who decide it, for the first time or once more."""
    session.add(application)
    application.status, application.submitted_at = ApplicationStatus.SUBMITTED, now
    await session.flush()
    await entries.refresh(session, member_ids=[application.member_id])
    record(session, application, action="application-submitted", person=person, now=now)
    await _tell_deciders(session, application=application, now=now)
    return application


async def _tell_deciders(session: AsyncSession, *, application: Application, now: datetime) -> None:
    """Put the request before everyone who may decide it; older cards of it show that it was handed in again."""
    await show(session, application=application, now=now)
    deciders = await accounts.coordinator_ids(session)
    if application.kind is ApplicationKind.JOIN:
        deciders += await representatives.managing_people(session, member_id=application.member_id)
    await broadcasts.queue(
        session,
        kind=APPLICATION,
        people=deciders,
        subject_id=id_of(application),
        now=now,
    )


async def show(session: AsyncSession, *, application: Application, now: datetime) -> None:
    """Have every card of an application edited in place: it shows where the application stands."""
    await broadcasts.redraw(
        session,
        kinds=(APPLICATION,),
        subject=APPLICATION.subject,
        lane=Lane.REPLY,
        subject_id=id_of(application),
        now=now,
    )


async def withdraw(session: AsyncSession, *, application: Application, person: Person, now: datetime) -> None:
    """Let an application stand no longer because of what a person did; its cards show it."""
    application.status = ApplicationStatus.WITHDRAWN
    application.decided_at, application.decided_by_id = now, id_of(person)
    await session.flush()
    record(session, application, action="application-withdrawn", person=person, now=now)
    await show(session, application=application, now=now)


async def waiting_for(session: AsyncSession, *, member_id: int) -> Sequence[tuple[Application, Representative]]:
    """List those who wait to speak for a business (id), the oldest application first."""
    query = (
        select(Application, Representative)
        .join(
            Representative,
            (col(Representative.member_id) == col(Application.member_id))
            & (col(Representative.person_id) == col(Application.person_id)),
        )
        .where(
            Application.kind == ApplicationKind.JOIN,
            Application.member_id == member_id,
            Application.status == ApplicationStatus.SUBMITTED,
        )
        .order_by(col(Application.submitted_at), col(Application.id))
    )
    return [(application, candidate) for application, candidate in await session.exec(query)]


async def by_id(session: AsyncSession, *, application_id: int) -> Application:
    """Find an application; raises ApplicationUnknown."""
    application = await session.get(Application, application_id)
    if application is None:
        raise ApplicationUnknown
    return application


async def parties(session: AsyncSession, *, application: Application) -> tuple[Member, Person]:
    """Give the business and the applicant of an application."""
    member = await businesses.by_id(session, member_id=application.member_id)
    person = (await session.exec(select(Person).where(Person.id == application.person_id))).one()
    return member, person


def record(session: AsyncSession, application: Application, *, action: str, person: Person, now: datetime) -> None:
    """Keep on record what a person did to an application; the words that went with it stay with the application."""
    audit.record(
        session,
        person=person,
        action=action,
        subject="application",
        subject_id=application.id,
        now=now,
        after={"member_id": application.member_id, "kind": application.kind},
    )
