"""Reviews (`/danhgia`): the list, the page, what stands in the records, what becomes of one, what members are asked."""

from collections.abc import Sequence

from markupsafe import Markup
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Button
from handlers.reviews import cards
from handlers.reviews.taps import (
    ReviewAskedTap,
    ReviewDetailsTap,
    ReviewEndedTap,
    ReviewListTap,
    ReviewOpenDrillTap,
    ReviewOpenTap,
    ReviewRecordsTap,
    ReviewStep,
    ReviewStepTap,
    ReviewTap,
    ReviewTasksTap,
    ReviewVoicesTap,
    ReviewVoiceTap,
)
from handlers.reviews.views import cards as card_views
from handlers.reviews.views import drill_records, records
from handlers.reviews.views import lists as list_views
from handlers.reviews.views import voices as voice_views
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Role
from models.reviews import ReviewState
from services.reviews import drill_facts, lists, opening, reviews, voices, writing
from services.reviews.lists import ReviewHeap
from services.timelines import events

CONCERNED = COORDINATORS | {Role.REPRESENTATIVE}
MEMBERS = frozenset({Role.REPRESENTATIVE})
# Longer words are no code.
CODE = 40


@allow(CONCERNED)
async def on_reviews(update: Update, context: Context) -> None:
    """List reviews (`/danhgia`), or open that of the incident or drill whose code stands after the command."""
    if not context.turn.roles & COORDINATORS:
        mine = await lists.asked_of(context.session, person=context.person)
        context.show(voice_views.listing(context.reader, mine))
        return
    typed = words_of(update.message).partition(" ")[2].strip() if update.message is not None else ""
    about = await lists.by_code(context.session, code=typed) if typed else None
    if isinstance(about, Incident):
        await _open(update, context, id_of(about))
        return
    if about is not None:
        await _open_of_drill(update, context, id_of(about))
        return
    await _show_list(context, ReviewHeap.OPEN, 0, unknown=typed[:CODE])


async def _show_list(context: Context, heap: ReviewHeap, number: int, *, unknown: str = "") -> None:
    page = await lists.page(context.session, heap=heap, number=number)
    coming = await opening.coming(context.session, now=context.now)
    context.show(list_views.listing(context.reader, page, coming, now=context.now, unknown=unknown))


async def count_late(context: Context) -> int:
    """Count the reviews of real incidents that are late, for the button of the menu."""
    return await lists.late(context.session, now=context.now)


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer the review of an incident that is over."""
    return (list_views.offer(context.reader, incident),) if incident.status is IncidentStatus.CLOSED else ()


async def after_end(context: Context, incident: Incident) -> Sequence[Markup]:
    """Tell whoever ends an incident when its review opens by itself, and whose it becomes."""
    coming = await opening.coming_of(context.session, incident=incident, now=context.now)
    return (list_views.follows(context.reader, coming, now=context.now),) if coming is not None else ()


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """Show a page of a heap."""
    tap = ReviewListTap.unpack(tapped_data(update))
    await _show_list(context, tap.heap, tap.page)


@allow(COORDINATORS)
async def on_ended(update: Update, context: Context) -> None:
    """List what has ended and nobody has looked back at."""
    tap = ReviewEndedTap.unpack(tapped_data(update))
    page = await lists.ended(context.session, number=tap.page)
    context.show(list_views.ended(context.reader, page, now=context.now))


@allow(COORDINATORS)
async def on_open(update: Update, context: Context) -> None:
    """Open a review of whatever has ended, or show the one that there is."""
    await _open(update, context, ReviewOpenTap.unpack(tapped_data(update)).incident_id)


async def _open(update: Update, context: Context, incident_id: int) -> None:
    review = await opening.open_by_hand(
        context.session,
        incident_id=incident_id,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await cards.show_page(update, context, review)


@allow(COORDINATORS)
async def on_open_of_drill(update: Update, context: Context) -> None:
    """Open a review of a planned drill that is over, or show the one that there is."""
    await _open_of_drill(update, context, ReviewOpenDrillTap.unpack(tapped_data(update)).drill_id)


async def _open_of_drill(update: Update, context: Context, drill_id: int) -> None:
    zone, by = context.office.time_zone, context.person
    review = await opening.open_of_drill(context.session, drill_id=drill_id, by=by, now=context.now, time_zone=zone)
    await cards.show_page(update, context, review)


@allow(COORDINATORS)
async def on_review(update: Update, context: Context) -> None:
    """Show a review."""
    tap = ReviewTap.unpack(tapped_data(update))
    await cards.show_page(update, context, await reviews.by_id(context.session, review_id=tap.review_id))


@allow(COORDINATORS)
async def on_details(update: Update, context: Context) -> None:
    """Show all that the records know of what a review looks back at."""
    tap = ReviewDetailsTap.unpack(tapped_data(update))
    review = await reviews.by_id(context.session, review_id=tap.review_id)
    sheet = await cards.sheet_of(context.session, review, now=context.now)
    context.show(card_views.details(context.reader, sheet))


@allow(COORDINATORS)
async def on_records(update: Update, context: Context) -> None:
    """Show what happened when."""
    tap = ReviewRecordsTap.unpack(tapped_data(update))
    review = await reviews.by_id(context.session, review_id=tap.review_id)
    about = await reviews.about(context.session, review=review)
    head = card_views.head(context.reader, about)
    if isinstance(about, Incident):
        found = await events.of(context.session, incident=about)
        lines: Sequence[Markup] = [records.event(context.reader, one, review.ended_at) for one in found]
    else:
        known = await drill_facts.of(context.session, drill=about)
        lines = drill_records.course(context.reader, known, review.ended_at)
    context.show(records.time_line(context.reader, head, review, lines, tap.page))


@allow(COORDINATORS)
async def on_voices(update: Update, context: Context) -> None:
    """Show what those who took part say."""
    tap = ReviewVoicesTap.unpack(tapped_data(update))
    review = await reviews.by_id(context.session, review_id=tap.review_id)
    about = await reviews.about(context.session, review=review)
    found = await voices.page(context.session, review=review, number=tap.page)
    context.show(records.voices(context.reader, card_views.head(context.reader, about), review, found))


@allow(COORDINATORS)
async def on_tasks(update: Update, context: Context) -> None:
    """Show what is to be done."""
    tap = ReviewTasksTap.unpack(tapped_data(update))
    review = await reviews.by_id(context.session, review_id=tap.review_id)
    about = await reviews.about(context.session, review=review)
    found = await writing.tasks_of(context.session, review=review)
    head = card_views.head(context.reader, about)
    context.show(records.tasks(context.reader, head, review, found, tap.page, now=context.now))


@allow(COORDINATORS)
async def on_step(update: Update, context: Context) -> None:
    """Hand a review in, call it done, or write on."""
    tap = ReviewStepTap.unpack(tapped_data(update))
    session, by, now = context.session, context.person, context.now
    match tap.change:
        case ReviewStep.HAND_IN:
            review = await writing.hand_in(session, review_id=tap.review_id, by=by, now=now)
        case ReviewStep.FINISH if await _ask_once_more(context, tap.review_id):
            return
        case ReviewStep.FINISH | ReviewStep.FINISH_ANYWAY:
            review = await writing.finish(session, review_id=tap.review_id, by=by, now=now)
        case ReviewStep.TAKE_BACK:
            zone = context.office.time_zone
            review = await writing.take_back(session, review_id=tap.review_id, by=by, now=now, time_zone=zone)
    context.notice(context.reader.label(f"review-kept-{tap.change.replace('_', '-')}"))
    await cards.show_page(update, context, review)


async def _ask_once_more(context: Context, review_id: int) -> bool:
    """Ask whether a review is done though some who took part were not heard; tells whether that had to be asked."""
    review = await reviews.by_id(context.session, review_id=review_id)
    waits = any(one.waits for one in await writing.tasks_of(context.session, review=review))
    if waits or review.state is ReviewState.DONE:
        return False
    unheard = await voices.unheard(context.session, review=review)
    if unheard:
        about = await reviews.about(context.session, review=review)
        context.show(card_views.unheard(context.reader, about, review, unheard))
    return unheard > 0


@allow(MEMBERS)
async def on_asked(update: Update, context: Context) -> None:
    """Show one who took part what is asked."""
    tap = ReviewAskedTap.unpack(tapped_data(update))
    review = await voices.asked_of(context.session, review_id=tap.review_id, person=context.person)
    await cards.show_asked(update, context, review)


@allow(MEMBERS)
async def on_voice(update: Update, context: Context) -> None:
    """Keep a yes or a no of one who took part."""
    tap = ReviewVoiceTap.unpack(tapped_data(update))
    if tap.accepts not in (0, 1):
        raise TapUnreadable
    review = await voices.tap(
        context.session,
        review_id=tap.review_id,
        question=tap.question,
        says_yes=bool(tap.accepts),
        by=context.person,
        now=context.now,
    )
    context.notice(context.reader.label("review-said"))
    await cards.show_asked(update, context, review)
