"""What is stored about a person, in short, and who looked at the contacts of their businesses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery, DeliveryState
from models.conversations import Question, QuestionState
from models.identity import id_of
from models.members import SPEAKING_OR_WAITING, Member, Representative, RepresentativeStatus
from models.people import Consent, Person, Purpose
from models.responses import ResponseChange
from models.roster import ContactLook, LookKind
from models.tasks import TaskChange
from services.applications.requests import ConsentMissing
from services.ground import audit
from services.ground.paging import nearest_page
from services.members import entries
from services.people import accounts, businesses
from services.privacy import expiry

LOOKS = 8


@dataclass(frozen=True)
class Spoke:
    """A business, and how a person stands to it."""

    member: Member
    standing: Representative


@dataclass(frozen=True)
class Held:
    """What is stored about a person: consent and businesses, and how much of the rest."""

    person: Person
    consent: Consent | None
    listed: bool
    erased_on: datetime | None
    spoken: Sequence[Spoke]
    answers: int
    task_steps: int
    questions: int
    messages: int
    looks: int
    looked_at: int

    @property
    def is_current(self) -> bool:
        """Tell whether the person agreed to the text in force."""
        return self.consent is not None and self.consent.text_version == accounts.CONSENT_VERSION


@dataclass(frozen=True)
class Look:
    """A look at the contacts of a business: who looked, how, and for which businesses that person speaks."""

    at: datetime
    how: LookKind
    member: Member
    by: Person
    spoken: Sequence[str]


@dataclass(frozen=True)
class Looks:
    """A part of the looks, the newest first; `number` counts from 0."""

    items: Sequence[Look]
    number: int
    count: int


async def held(session: AsyncSession, *, person: Person) -> Held:
    """Tell in short what is stored about a person."""
    person_id = id_of(person)
    spoken = await standings(session, person=person)
    theirs = [id_of(one.member) for one in spoken if one.standing.status is RepresentativeStatus.APPROVED]
    sent = (col(Delivery.person_id) == person_id) & (col(Delivery.state) == DeliveryState.SENT)
    return Held(
        person=person,
        consent=await given(session, person=person),
        listed=await accounts.valid_consent(session, person=person, purpose=Purpose.LISTING) is not None,
        erased_on=expiry.erased_on(person),
        spoken=spoken,
        answers=await _count(session, col(ResponseChange.person_id) == person_id),
        task_steps=await _count(session, col(TaskChange.person_id) == person_id),
        questions=await _count(session, *_sent_by(person_id)),
        messages=await _count(session, sent),
        looks=await _count(session, col(ContactLook.person_id) == person_id),
        looked_at=await _count(session, col(ContactLook.member_id).in_(theirs)),
    )


async def _count(session: AsyncSession, *conditions: ColumnElement[bool]) -> int:
    return (await session.exec(select(func.count()).where(*conditions))).one()


def _sent_by(person_id: int) -> tuple[ColumnElement[bool], ...]:
    """Make the conditions that a question was sent by a person (id), whatever became of it."""
    return col(Question.person_id) == person_id, col(Question.state) != QuestionState.HELD


async def standings(session: AsyncSession, *, person: Person) -> Sequence[Spoke]:
    """List the businesses for which a person speaks or has applied to, whatever became of these."""
    query = (
        select(Member, Representative)
        .join(Representative, col(Representative.member_id) == col(Member.id))
        .where(Representative.person_id == id_of(person), col(Representative.status).in_(SPEAKING_OR_WAITING))
        .order_by(col(Member.id))
    )
    return [Spoke(member, standing) for member, standing in await session.exec(query)]


async def given(session: AsyncSession, *, person: Person) -> Consent | None:
    """Find a person's newest consent to take part that was not withdrawn, to whichever text."""
    query = (
        select(Consent)
        .where(
            Consent.person_id == id_of(person),
            Consent.purpose == Purpose.MEMBERSHIP,
            col(Consent.withdrawn_at).is_(None),
        )
        .order_by(col(Consent.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def should_renew(session: AsyncSession, *, person: Person) -> bool:
    """Tell whether a person speaks for a business without having agreed to the text in force."""
    if not await accounts.speaks_for_anyone(session, person=person):
        return False
    return await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is None


async def choose_listing(session: AsyncSession, *, person: Person, listed: bool, now: datetime) -> None:
    """Have a person found in the roster by other businesses, or no longer; all else stays as it is.

    Raises ConsentMissing from whoever has not agreed to the text in force.
    """
    if await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is None:
        raise ConsentMissing
    if listed:
        await accounts.consent(session, person=person, purpose=Purpose.LISTING, now=now)
    else:
        await accounts.withdraw(session, person=person, purpose=Purpose.LISTING, now=now)
    spoken = await businesses.spoken_for(session, person=person)
    await entries.refresh(session, member_ids=[id_of(member) for member in spoken])


async def looks(session: AsyncSession, *, person: Person, number: int) -> Looks:
    """List who looked at the contacts of a person's businesses; a number beyond the ends gives the nearest part."""
    theirs = [id_of(member) for member in await businesses.spoken_for(session, person=person)]
    total = await _count(session, col(ContactLook.member_id).in_(theirs))
    number, count = nearest_page(number, total=total, size=LOOKS)
    query = (
        select(ContactLook, Member, Person)
        .join(Member, col(Member.id) == col(ContactLook.member_id))
        .join(Person, col(Person.id) == col(ContactLook.person_id))
        .where(col(ContactLook.member_id).in_(theirs))
        .order_by(col(ContactLook.id).desc())
        .limit(LOOKS)
        .offset(number * LOOKS)
    )
    found = (await session.exec(query)).all()
    return Looks([await _look(session, look, member, by) for look, member, by in found], number, count)


async def _look(session: AsyncSession, look: ContactLook, member: Member, by: Person) -> Look:
    spoken = [one.name for one in await businesses.spoken_for(session, person=by)]
    return Look(at=look.at, how=look.how, member=member, by=by, spoken=spoken)


def record_file(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Keep that a person got all that is stored about them."""
    audit.record(session, person=person, action="data-handed-out", subject="person", subject_id=person.id, now=now)
