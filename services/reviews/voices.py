"""What those engaged in an incident or a drill say of it: was it useful, what was missing, may they be named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import InjectReply
from models.identity import id_of
from models.incidents import Alerted, Incident
from models.members import Member
from models.people import Person
from models.responses import Feedback
from models.reviews import Review, ReviewState, ReviewVoice
from models.scripts import RunStep
from services.drills.people import speakers
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.incidents import answer_steps
from services.incidents.sharing import honoured, labels, naming, readers
from services.notation.spelling import tidy_text
from services.outbox import broadcasts
from services.people import businesses
from services.reviews import reviews
from services.reviews.kinds import REVIEW_ASKED, lane_of
from services.reviews.reviewed import Reviewed
from services.reviews.reviews import ReviewOver

MISSING_LENGTH = 400
PAGE = 6


class ReviewNotYours(Refusal):
    """None of the person's businesses took part, or the person may not read of the incident."""


class MissingLength(Refusal):
    """What was missing is empty or longer than `limit` characters; it has `length`."""


class ReviewQuestion(StrEnum):
    """What is asked and answered by a tap."""

    USEFUL = "useful"
    NAMED = "named"


@dataclass(frozen=True)
class VoiceLine:
    """A business that took part, and what it says; `by` is who said it, None where nobody has."""

    voice: ReviewVoice
    member: str
    by: str | None


@dataclass(frozen=True)
class VoiceCounts:
    """How many businesses were asked, answered anything, found it useful or not, and may be named."""

    asked: int = 0
    answered: int = 0
    useful: int = 0
    not_useful: int = 0
    named: int = 0


@dataclass(frozen=True)
class VoicePage:
    """A part of the businesses that have said anything: `number` counts from 0."""

    lines: Sequence[VoiceLine]
    number: int
    pages: int
    counts: VoiceCounts


async def unheard(session: AsyncSession, *, review: Review) -> int:
    """Count the businesses that took part and were not asked yet, or have not answered."""
    if review.asked_at is None:
        return len(set(await _took_part(session, await reviews.about(session, review=review))))
    found = await count(session, review=review)
    return found.asked - found.answered


async def ask(session: AsyncSession, *, review: Review, about: Reviewed, now: datetime) -> None:
    """Ask those who took part, each business once; what they tapped at the end is not asked anew."""
    asked = {one.member_id for one in await _all(session, review)}
    members = [one for one in await _took_part(session, about) if one not in asked]
    if not members:
        return
    tapped = await _tapped(session, about, members) if isinstance(about, Incident) else {}
    session.add_all(ReviewVoice(review_id=id_of(review), member_id=one, useful=tapped.get(one)) for one in members)
    await session.flush()
    await broadcasts.queue(
        session,
        kind=REVIEW_ASKED,
        people=await _people_of(session, about, members),
        subject_id=id_of(review),
        lane=lane_of(about),
        now=now,
    )


async def _took_part(session: AsyncSession, about: Reviewed) -> Sequence[int]:
    """List the businesses (ids) that came to help; of a planned drill those that answered at least once."""
    if isinstance(about, Incident):
        return sorted((await session.exec(answer_steps.members_taking_part(id_of(about)))).all())
    answered = (
        select(InjectReply.member_id)
        .join(RunStep, col(RunStep.id) == col(InjectReply.run_step_id))
        .where(RunStep.run_id == about.run_id, col(InjectReply.answered_at).is_not(None))
        .order_by(col(InjectReply.member_id))
        .distinct()
    )
    return (await session.exec(answered)).all()


async def _people_of(session: AsyncSession, about: Reviewed, members: Sequence[int]) -> Sequence[int]:
    """List the people (ids) of some businesses (ids) who are told what follows of what they took part in."""
    if not isinstance(about, Incident):
        return await speakers(session, members=members)
    query = (
        select(Alerted.person_id)
        .where(readers.reading(id_of(about)), col(Alerted.member_id).in_(members))
        .order_by(col(Alerted.person_id))
        .distinct()
    )
    return (await session.exec(query)).all()


async def _all(session: AsyncSession, review: Review) -> Sequence[ReviewVoice]:
    query = select(ReviewVoice).where(ReviewVoice.review_id == id_of(review)).order_by(col(ReviewVoice.id))
    return (await session.exec(query)).all()


async def _tapped(session: AsyncSession, incident: Incident, members: Sequence[int]) -> Mapping[int, bool]:
    """Tell what people of some businesses (ids) tapped at the end; the latest tap counts."""
    query = (
        select(Alerted.member_id, Feedback.useful)
        .join(Feedback, col(Feedback.person_id) == col(Alerted.person_id))
        .where(
            Alerted.incident_id == id_of(incident),
            Feedback.incident_id == id_of(incident),
            col(Alerted.member_id).in_(members),
        )
        .order_by(col(Feedback.said_at))
    )
    return dict((await session.exec(query)).all())


async def standing(session: AsyncSession, *, review_id: int, person: Person) -> Sequence[VoiceLine]:
    """List what a person can say, or has, for the businesses they speak for that were asked."""
    members = {id_of(one): one.name for one in await businesses.spoken_for(session, person=person)}
    query = select(ReviewVoice).where(ReviewVoice.review_id == review_id, col(ReviewVoice.member_id).in_(members))
    found = (await session.exec(query.order_by(col(ReviewVoice.id)))).all()
    return [VoiceLine(one, members[one.member_id], await _said_by(session, one)) for one in found]


async def _said_by(session: AsyncSession, voice: ReviewVoice) -> str | None:
    if voice.person_id is None:
        return None
    return await businesses.registered_name_of(session, person_id=voice.person_id)


async def asked_of(session: AsyncSession, *, review_id: int, person: Person) -> Review:
    """Find a review of which a person is asked; raises ReviewUnknown or ReviewNotYours."""
    review = await reviews.by_id(session, review_id=review_id)
    about = await reviews.about(session, review=review)
    mine = await standing(session, review_id=review_id, person=person)
    if not mine:
        raise ReviewNotYours
    if isinstance(about, Incident) and await naming.is_hidden(session, incident=about, person_id=id_of(person)):
        raise ReviewNotYours
    return review


async def tap(
    session: AsyncSession, *, review_id: int, question: ReviewQuestion, says_yes: bool, by: Person, now: datetime
) -> Review:
    """Keep a yes or a no of a person's businesses; whether they may be named can be said after the end of it too.

    Raises ReviewUnknown, ReviewNotYours or ReviewOver.
    """
    review = await asked_of(session, review_id=review_id, person=by)
    field = "useful" if question is ReviewQuestion.USEFUL else "may_be_named"
    if question is ReviewQuestion.USEFUL:
        await _check_open(session, review)
    await _keep(session, review, field, says_yes, by=by, now=now)
    if question is ReviewQuestion.NAMED and not says_yes and review.incident_id is not None:
        members = [one.voice.member_id for one in await standing(session, review_id=review_id, person=by)]
        await honoured.unname(session, members=members, incident_id=review.incident_id, by=by, now=now)
    return review


async def say_missing(session: AsyncSession, *, review_id: int, text: str, by: Person, now: datetime) -> Review:
    """Keep what was missing, in words.

    Raises ReviewUnknown, ReviewNotYours, ReviewOver, MissingLength or LabelStricter.
    """
    review = await asked_of(session, review_id=review_id, person=by)
    await _check_open(session, review)
    words = tidy_text(text)
    if not 0 < len(words) <= MISSING_LENGTH:
        raise MissingLength(limit=MISSING_LENGTH, length=len(words))
    await labels.check_words(session, words, incident_id=review.incident_id)
    await _keep(session, review, "missing", words, by=by, now=now)
    return review


async def _check_open(session: AsyncSession, review: Review) -> None:
    if review.state is ReviewState.DONE:
        raise ReviewOver(code=(await reviews.about(session, review=review)).code)


async def _keep(session: AsyncSession, review: Review, field: str, value: object, *, by: Person, now: datetime) -> None:
    """Keep one answer for all businesses of a person; the same answer again changes nothing."""
    mine = [one.voice for one in await standing(session, review_id=id_of(review), person=by)]
    changed = [one for one in mine if getattr(one, field) != value or one.at is None]
    if not changed:
        return
    before = {str(one.member_id): _on_record(getattr(one, field)) for one in changed}
    for one in changed:
        setattr(one, field, value)
        one.person_id, one.at = id_of(by), now
    await session.flush()
    reviews.record(
        session,
        review,
        "review-voice",
        by=by,
        now=now,
        before={field: before},
        after={field: _on_record(value), "members": [one.member_id for one in changed]},
    )
    await reviews.redraw(session, review=review, now=now)


def _on_record(value: object) -> object:
    """Put no words of people into the record, but how many there are."""
    return len(value) if isinstance(value, str) else value


async def count(session: AsyncSession, *, review: Review) -> VoiceCounts:
    """Count what those engaged say."""
    found = await _all(session, review)
    return VoiceCounts(
        asked=len(found),
        answered=sum(one.at is not None for one in found),
        useful=sum(one.useful is True for one in found),
        not_useful=sum(one.useful is False for one in found),
        named=sum(one.may_be_named is True for one in found),
    )


async def page(session: AsyncSession, *, review: Review, number: int) -> VoicePage:
    """List the businesses that have said anything, those with words first."""
    said = (
        ReviewVoice.review_id == id_of(review),
        col(ReviewVoice.at).is_not(None) | col(ReviewVoice.useful).is_not(None),
    )
    total = (await session.exec(select(func.count()).where(*said))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(ReviewVoice, Member.name)
        .join(Member, col(Member.id) == col(ReviewVoice.member_id))
        .where(*said)
        .order_by(col(ReviewVoice.missing) == "", col(ReviewVoice.at).is_(None), col(Member.name), col(ReviewVoice.id))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    lines = [VoiceLine(one, name, await _said_by(session, one)) for one, name in (await session.exec(query)).all()]
    return VoicePage(lines, number, pages, await count(session, review=review))


async def who_answered(session: AsyncSession, *, review: Review) -> Sequence[int]:
    """List the people (ids) who answered, and may still read of the incident."""
    found = [one for one in await _all(session, review) if one.at is not None]
    said = [one.person_id for one in found if one.person_id is not None]
    if review.incident_id is None:
        still = set(await speakers(session, members=[one.member_id for one in found]))
    else:
        still = set(await readers.among(session, incident_id=review.incident_id, people=said))
    return [one for one in dict.fromkeys(said) if one in still]


async def may_be_named(session: AsyncSession, *, incident_id: int) -> Mapping[int, bool]:
    """Tell of each business (id) that has said so whether it may be named; who has said nothing is left out."""
    query = (
        select(ReviewVoice.member_id, ReviewVoice.may_be_named)
        .join(Review, col(Review.id) == col(ReviewVoice.review_id))
        .where(Review.incident_id == incident_id)
    )
    return {member_id: said for member_id, said in (await session.exec(query)).all() if said is not None}
