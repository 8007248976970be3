"""The messages that show a review: made for whom they go to, late, and edited in place from then on."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_message_id
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.reviews.views import cards as views
from handlers.reviews.views import voices as voice_views
from handlers.reviews.views.cards import ReviewSheet
from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from models.reviews import REVIEW_SUBJECT, Review, ReviewState
from services.ground import drafts
from services.outbox import broadcasts
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.reviews import drill_facts, facts, reviews, voices, writing
from services.reviews.drill_facts import DrillFacts
from services.reviews.facts import ReviewFacts
from services.reviews.kinds import REVIEW, REVIEW_ASKED, ReviewDue, ReviewNews, ReviewTold
from services.reviews.reviewed import Reviewed
from services.reviews.reviews import ReviewUnknown


async def sheet_of(session: AsyncSession, review: Review, *, now: datetime) -> ReviewSheet:
    """Gather all that the page of a review says."""
    about = await reviews.about(session, review=review)
    return ReviewSheet(
        review=review,
        about=about,
        owner=(await session.get_one(Person, review.owner_id)).name,
        facts=await known_of(session, about, now=now),
        voices=await voices.count(session, review=review),
        tasks=await writing.tasks_of(session, review=review),
    )


async def known_of(session: AsyncSession, about: Reviewed, *, now: datetime) -> ReviewFacts | DrillFacts:
    """Gather what the records know of an incident or a planned drill."""
    if isinstance(about, Incident):
        return await facts.of(session, incident=about, now=now)
    return await drill_facts.of(session, drill=about)


async def page_of(context: Context, review: Review) -> Message:
    """Make the page of a review for whoever looks at it."""
    return views.page(context.reader, await sheet_of(context.session, review, now=context.now), now=context.now)


async def show_page(update: Update, context: Context, review: Review) -> None:
    """Show the page of a review in the place of the tapped message, or as a new one, and keep it true from now on."""
    if tapped_message_id(update) is None and await _comes_by_outbox(context, review):
        people = [id_of(context.person)]
        await broadcasts.queue(
            context.session,
            kind=REVIEW,
            people=people,
            subject_id=id_of(review),
            details=ReviewTold(),
            lane=Lane.ASKED,
            now=context.now,
        )
        return
    context.show(await page_of(context, review))
    await keep_tapped(update, context, kind=REVIEW, subject_id=id_of(review), details=ReviewTold())


async def _comes_by_outbox(context: Context, review: Review) -> bool:
    """Tell whether a page can be kept true from the first: above a dialogue that goes on it stands at once."""
    if review.state is ReviewState.DONE:
        return False
    return await drafts.current(context.session, person=context.person) is None


async def show_asked(update: Update, context: Context, review: Review) -> None:
    """Show what is asked of one who took part, and keep it true from now on."""
    about = await reviews.about(context.session, review=review)
    mine = await voices.standing(context.session, review_id=id_of(review), person=context.person)
    context.show(voice_views.card(context.reader, review, about, mine))
    await keep_tapped(update, context, kind=REVIEW_ASKED, subject_id=id_of(review), anew=True)


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the page of a review for one of those who coordinate, with why it comes to them."""
    told = claimed.read(ReviewTold) or ReviewTold()
    review = await _for_staff(occasion, claimed)
    if review is None or (review.state is ReviewState.DONE and not claimed.is_edit):
        return None
    news = ReviewNews.SHOWN if claimed.is_edit else told.news
    return views.page(reader, await _sheet(occasion, claimed, review), now=occasion.now, news=news)


async def compose_reminder(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Remind of a review that is not done; once it was opened, the message is its page."""
    due = claimed.read(ReviewDue)
    review = await _for_staff(occasion, claimed)
    if review is None or due is None or (review.state is ReviewState.DONE and not claimed.is_edit):
        return None
    return views.reminder(reader, await _sheet(occasion, claimed, review), due.stage, now=occasion.now)


async def compose_asked(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask one who took part."""
    person = await _person(occasion, claimed)
    review = await _review(occasion, claimed)
    if person is None or review is None or (review.state is ReviewState.DONE and not claimed.is_edit):
        return None
    mine = await voices.standing(occasion.session, review_id=id_of(review), person=person)
    if not mine:
        return None
    about = await reviews.about(occasion.session, review=review)
    return voice_views.card(reader, review, about, mine)


async def compose_outcome(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell one who answered what changes came of it."""
    person, review = await _person(occasion, claimed), await _review(occasion, claimed)
    if person is None or review is None or review.state is not ReviewState.DONE:
        return None
    mine = await voices.standing(occasion.session, review_id=id_of(review), person=person)
    is_heard = any(one.voice.missing for one in mine)
    return voice_views.outcome(reader, await _sheet(occasion, claimed, review), is_heard=is_heard)


async def _for_staff(occasion: Occasion, claimed: Claimed) -> Review | None:
    person = await _person(occasion, claimed)
    if person is None or person.staff_role not in accounts.COORDINATORS:
        return None
    return await _review(occasion, claimed)


async def _person(occasion: Occasion, claimed: Claimed) -> Person | None:
    return await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None


async def _review(occasion: Occasion, claimed: Claimed) -> Review | None:
    try:
        return await reviews.by_id(occasion.session, review_id=claimed.subject_id or 0)
    except ReviewUnknown:
        return None


async def _sheet(occasion: Occasion, claimed: Claimed, review: Review) -> ReviewSheet:
    """Gather what the messages about a review say, once for all of them."""
    return await occasion.once(
        claimed,
        lambda: sheet_of(occasion.session, review, now=occasion.now),
        about=(REVIEW_SUBJECT, id_of(review)),
    )
