"""What is typed of a review without a dialogue: right after the questions what was missing, and on its page."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.conversations import Question, QuestionState
from models.identity import id_of
from models.people import Person
from models.reviews import Review, ReviewState
from services.conversations.meaning import JUST_ASKED, broadcast_of, concerns
from services.reports import replies
from services.reviews import reviews, voices
from services.reviews.reviews import ReviewUnknown
from services.reviews.voices import ReviewNotYours

# What shows the page of a review to those who coordinate.
PAGES = (BroadcastKind.REVIEW, BroadcastKind.REVIEW_REMINDER)


async def still_asked(session: AsyncSession, *, review_id: int, person: Person) -> Review | None:
    """Find a review of which a person is asked and that is not done."""
    try:
        review = await voices.asked_of(session, review_id=review_id, person=person)
    except (ReviewUnknown, ReviewNotYours):
        return None
    return review if review.state is not ReviewState.DONE else None


async def just_asked(session: AsyncSession, *, person: Person, now: datetime) -> Review | None:
    """Find the review whose questions came to a person, or got their last answer, a moment ago.

    There is none where they have written of something else since, or where words may be about an incident or a report.
    """
    shown = await _last_shown(session, person)
    review = await still_asked(session, review_id=shown[0], person=person) if shown is not None else None
    if shown is None or review is None:
        return None
    mine = await voices.standing(session, review_id=id_of(review), person=person)
    said = [one.voice.at for one in mine if one.voice.person_id == person.id and one.voice.at is not None]
    is_over = now - max([shown[1], *said]) > JUST_ASKED
    if is_over or await _wrote_since(session, person, shown[1]) or await replies.asked_back(session, person=person):
        return None
    meant = await concerns(session, person=person, at=now)
    return review if all(one.incident.id == review.incident_id for one in meant) else None


async def _last_shown(session: AsyncSession, person: Person) -> tuple[int, datetime] | None:
    """Tell of which review (id) the questions were shown to a person last, and when."""
    query = (
        select(Broadcast.subject_id, Delivery.sent_at)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(
            Delivery.person_id == id_of(person),
            Broadcast.kind == BroadcastKind.REVIEW_ASKED,
            col(Delivery.sent_at).is_not(None),
        )
        .order_by(col(Delivery.sent_at).desc(), col(Delivery.id).desc())
        .limit(1)
    )
    found = (await session.exec(query)).first()
    if found is None or found[0] is None or found[1] is None:
        return None
    return found[0], found[1]


async def _wrote_since(session: AsyncSession, person: Person, since: datetime) -> bool:
    """Tell whether a person wrote something that went, or goes by itself, to the coordinators."""
    goes = (col(Question.state) != QuestionState.HELD) | col(Question.goes_at).is_not(None)
    query = select(Question.id).where(Question.person_id == id_of(person), Question.asked_at >= since, goes)
    return (await session.exec(query.limit(1))).first() is not None


async def add(session: AsyncSession, *, review: Review, text: str, by: Person, now: datetime) -> Review:
    """Add words to what a person's businesses say was missing; raises what `voices.say_missing` does."""
    mine = await voices.standing(session, review_id=id_of(review), person=by)
    said = next((one.voice.missing for one in mine if one.voice.missing), "")
    return await voices.say_missing(session, review_id=id_of(review), text=f"{said}\n{text}", by=by, now=now)


async def take_out(session: AsyncSession, *, review_id: int, text: str, by: Person, now: datetime) -> None:
    """Take words out of what was missing that were meant for something else; what was done with them stays.

    Who has said nothing else has not answered.
    """
    review = await still_asked(session, review_id=review_id, person=by)
    if review is None:
        return
    mine = await voices.standing(session, review_id=review_id, person=by)
    changed = [one.voice for one in mine if _without(one.voice.missing, text) != one.voice.missing]
    if not changed:
        return
    for voice in changed:
        voice.missing = _without(voice.missing, text)
        if not voice.missing and voice.useful is None and voice.may_be_named is None:
            voice.person_id = voice.at = None
    await session.flush()
    reviews.record(
        session,
        review,
        "review-voice",
        by=by,
        now=now,
        after={"missing": [len(one.missing) for one in changed], "members": [one.member_id for one in changed]},
    )
    await reviews.redraw(session, review=review, now=now)


def _without(said: str, words: str) -> str:
    return f"\n{said}\n".replace(f"\n{words}\n", "\n", 1).strip("\n")


async def page_before(session: AsyncSession, *, person: Person, now: datetime) -> Review | None:
    """Find the review, not done, whose page is the newest message of one who coordinates, shown a moment ago."""
    query = (
        select(Broadcast.kind, Broadcast.subject_id, Delivery.state)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.person_id == id_of(person), col(Delivery.sent_at) >= now - JUST_ASKED)
        .order_by(col(Delivery.sent_at).desc(), col(Delivery.id).desc())
        .limit(1)
    )
    found = (await session.exec(query)).first()
    if found is None or found[2] is not DeliveryState.SENT:
        return None
    return await _of_page(session, found[0], found[1])


async def page_in(session: AsyncSession, *, address: str, message_id: int) -> Review | None:
    """Find the review, not done, whose page one of our messages in a chat is."""
    broadcast = await broadcast_of(session, address=address, message_id=message_id)
    return await _of_page(session, broadcast.kind, broadcast.subject_id) if broadcast is not None else None


async def _of_page(session: AsyncSession, kind: str, review_id: int | None) -> Review | None:
    review = await session.get(Review, review_id) if kind in PAGES and review_id is not None else None
    return review if review is not None and review.state is not ReviewState.DONE else None
