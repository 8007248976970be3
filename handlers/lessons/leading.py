"""What those who coordinate do with a lesson: look at it as its readers would, send it, see who says what."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.lessons import cards
from handlers.lessons.taps import (
    LessonDropTap,
    LessonHeapTap,
    LessonPreviewTap,
    LessonReach,
    LessonSendTap,
    LessonSureTap,
)
from handlers.lessons.views import answers
from handlers.lessons.views import cards as views
from models.members import Sector
from services.lessons import answering, changing, hiding, lessons, naming, sending, writing
from services.lessons.naming import LessonWordsChanged


@allow(COORDINATORS)
async def on_preview(update: Update, context: Context) -> None:
    """Show a lesson as its readers would get it, with whom it would reach; or whom it names and may not."""
    await _preview(update, context, LessonPreviewTap.unpack(tapped_data(update)).lesson_id)


async def _preview(update: Update, context: Context, lesson_id: int) -> None:
    lesson = await writing.waiting(context.session, lesson_id=lesson_id)
    named = await naming.named_in(context.session, lesson=lesson)
    naming.check_label(lesson)
    if any(one.accepts is not True for one in named):
        await cards.show_names(update, context, lesson)
        return
    sheet = await lessons.sheet(context.session, lesson=lesson)
    context.show(views.preview(context.reader, sheet, await sending.circles(context.session, lesson=lesson)))


@allow(COORDINATORS)
async def on_send(update: Update, context: Context) -> None:
    """Send a lesson to all or to a sector; what goes to many people is asked once more."""
    tap = LessonSendTap.unpack(tapped_data(update))
    lesson = await writing.waiting(context.session, lesson_id=tap.lesson_id)
    circles = await sending.circles(context.session, lesson=lesson)
    chosen = next((one for one in circles if one.sector == _sector(tap.reach)), None)
    if chosen is None or chosen.people <= sending.MANY:
        await _send(update, context, tap)
        return
    if await _is_as_seen(update, context, tap):
        context.show(views.sure(context.reader, lesson, chosen, tap))


@allow(COORDINATORS)
async def on_sure(update: Update, context: Context) -> None:
    """Send a lesson to many people, as it was asked once more."""
    await _send(update, context, LessonSureTap.unpack(tapped_data(update)))


def _sector(reach: LessonReach) -> Sector | None:
    return None if reach is LessonReach.ALL else Sector(reach.value)


async def _is_as_seen(update: Update, context: Context, tap: LessonSendTap | LessonSureTap) -> bool:
    """Tell whether a lesson is still what its preview showed; one that was changed since is shown once more instead."""
    try:
        await sending.check_seen(context.session, lesson_id=tap.lesson_id, seen=tap.seen)
    except LessonWordsChanged:
        context.notice(context.reader.label("refusal-lesson-words-changed"), urgent=True)
        await _preview(update, context, tap.lesson_id)
        return False
    return True


async def _send(update: Update, context: Context, tap: LessonSendTap | LessonSureTap) -> None:
    if not await _is_as_seen(update, context, tap):
        return
    sent = await sending.send(
        context.session, lesson_id=tap.lesson_id, sector=_sector(tap.reach), by=context.person, now=context.now
    )
    context.notice(context.reader.label("lesson-sent", members=sent.members, people=sent.people))
    await cards.show_page(update, context, await lessons.by_id(context.session, lesson_id=tap.lesson_id))


@allow(COORDINATORS)
async def on_drop(update: Update, context: Context) -> None:
    """Take a file out of a lesson that waits, and show what is left."""
    tap = LessonDropTap.unpack(tapped_data(update))
    if tap.kept_id:
        await changing.drop_file(
            context.session, lesson_id=tap.lesson_id, kept_id=tap.kept_id, by=context.person, now=context.now
        )
        context.notice(context.reader.label("lesson-dropped"))
    lesson = await writing.waiting(context.session, lesson_id=tap.lesson_id)
    context.show(views.dropping(context.reader, await lessons.sheet(context.session, lesson=lesson)))


@allow(COORDINATORS)
async def on_heap(update: Update, context: Context) -> None:
    """List the businesses that say one thing of a lesson, or nothing."""
    tap = LessonHeapTap.unpack(tapped_data(update))
    lesson = await lessons.by_id(context.session, lesson_id=tap.lesson_id)
    found = await answering.listing(context.session, lesson_id=tap.lesson_id, verdict=tap.heap.verdict, number=tap.page)
    hidden = await hiding.of(context.session, lesson=lesson)
    context.show(answers.heap(context.reader, lesson, tap.heap, found, hidden))
