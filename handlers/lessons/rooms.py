"""Lessons as everybody uses them (`/baihoc`): the list, the search, a lesson, what a business says of it."""

from telegram import Update

from handlers.conversations import hearing
from handlers.frame.access import COORDINATORS, PRIVATE_OR_GROUP, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.frame.views.spelled import meant_by
from handlers.lessons import cards
from handlers.lessons.taps import (
    LessonAnswerTap,
    LessonCopyTap,
    LessonEvidenceTap,
    LessonFilesTap,
    LessonFindTap,
    LessonListTap,
    LessonNamingTap,
    LessonTap,
)
from handlers.lessons.views import cards as card_views
from handlers.lessons.views import copying
from handlers.lessons.views import lists as list_views
from models.identity import id_of
from models.lessons import EVIDENCE_SUBJECT, LESSON_SUBJECT, Lesson, LessonVerdict
from models.people import Role
from models.tlp import NARROW
from services.conversations.asking import Spoken
from services.ground import attachments
from services.lessons import answering, hiding, lessons, lists, writing
from services.lessons.lessons import LessonLocked
from services.notation.tlp import before_words

CONCERNED = COORDINATORS | {Role.REPRESENTATIVE}
MEMBERS = frozenset({Role.REPRESENTATIVE})


@allow(CONCERNED)
async def on_lessons(update: Update, context: Context) -> None:
    """List lessons (`/baihoc`), or find those that have the words after the command."""
    typed = words_of(update.message).partition(" ")[2] if update.message is not None else ""
    await _show_list(context, number=0, typed=typed.strip())


@allow(CONCERNED)
async def on_list(update: Update, context: Context) -> None:
    """Show another page of the list."""
    await _show_list(context, number=LessonListTap.unpack(tapped_data(update)).page)


@allow(CONCERNED)
async def on_find(update: Update, context: Context) -> None:
    """Show another page of what was found."""
    tap = LessonFindTap.unpack(tapped_data(update))
    await _show_list(context, number=tap.page, typed=tap.words)


async def _show_list(context: Context, *, number: int, typed: str = "") -> None:
    context.show(await list_of(context, number=number, typed=typed))


async def list_of(context: Context, *, number: int = 0, typed: str = "") -> Message:
    """Make a page of the list, as far as the person may see it."""
    is_staff = bool(context.turn.roles & COORDINATORS)
    page = await lists.page(context.session, person=context.person, is_staff=is_staff, number=number, typed=typed)
    return list_views.listing(context.reader, page)


async def count_waiting(context: Context) -> int:
    """Count the lessons that wait to be sent, for the button of the menu."""
    return await lists.waiting(context.session)


@allow(CONCERNED)
async def on_lesson(update: Update, context: Context) -> None:
    """Show a lesson: to those who coordinate with what there is to do."""
    lesson = await _visible(context, LessonTap.unpack(tapped_data(update)).lesson_id)
    await _show(update, context, lesson)


@allow(CONCERNED)
async def on_link(update: Update, context: Context, link: Link) -> None:
    """Show the lesson that a link leads to, to whoever may see it."""
    await _show(update, context, await _visible(context, link.number))


async def _show(update: Update, context: Context, lesson: Lesson) -> None:
    if context.turn.roles & COORDINATORS:
        await cards.show_page(update, context, lesson)
        return
    await cards.show_read(update, context, lesson)


async def _visible(context: Context, lesson_id: int) -> Lesson:
    """Find a lesson that the person may see, and may see here.

    Raises LessonUnknown, LessonNotYours or LessonLocked, also in a group: its members are not named people.
    """
    lesson = await lessons.by_id(context.session, lesson_id=lesson_id)
    if context.turn.group is not None and await _is_locked(context, lesson):
        raise LessonLocked(code=lesson.code)
    if context.turn.roles & COORDINATORS:
        return lesson
    return await lessons.seen_by(context.session, lesson_id=lesson_id, person=context.person)


async def _is_locked(context: Context, lesson: Lesson) -> bool:
    """Tell whether a lesson is for named people who are not here: those of a group are none."""
    person = context.person if context.turn.group is None else None
    return await lessons.is_locked(context.session, lesson=lesson, person=person)


@allow(CONCERNED)
async def on_files(update: Update, context: Context) -> None:
    """Send the files of a lesson."""
    lesson = await _visible(context, LessonFilesTap.unpack(tapped_data(update)).lesson_id)
    await _send_files(context, lesson, LESSON_SUBJECT)


@allow(COORDINATORS)
async def on_evidence(update: Update, context: Context) -> None:
    """Send the files on which a lesson was closed."""
    lesson_id = LessonEvidenceTap.unpack(tapped_data(update)).lesson_id
    await _send_files(context, await lessons.by_id(context.session, lesson_id=lesson_id), EVIDENCE_SUBJECT)


async def _send_files(context: Context, lesson: Lesson, subject: str) -> None:
    files = await attachments.of(context.session, subject=subject, subject_id=id_of(lesson))
    context.send_attachments(files, lesson.code, protected=lesson.tlp in NARROW)
    context.notice(context.reader.label("lesson-files-sent", count=len(files)))


@allow(CONCERNED, places=PRIVATE_OR_GROUP)
async def on_copy(update: Update, context: Context) -> None:
    """Send the signs of a lesson below, each on a button that copies it."""
    lesson = await _visible(context, LessonCopyTap.unpack(tapped_data(update)).lesson_id)
    sheet = await lessons.sheet(context.session, lesson=lesson)
    context.send(copying.all_of(context.reader, sheet, card_views.head(context.reader, lesson, sheet.hidden)))


@allow(MEMBERS)
async def on_naming(update: Update, context: Context) -> None:
    """Keep whether the business that learnt a lesson may be named."""
    tap = LessonNamingTap.unpack(tapped_data(update))
    if tap.accepts not in (0, 1):
        raise TapUnreadable
    lesson = await writing.name(
        context.session, lesson_id=tap.lesson_id, accepts=bool(tap.accepts), by=context.person, now=context.now
    )
    context.notice(context.reader.label("lesson-naming-kept"))
    await cards.show_read(update, context, lesson)


@allow(MEMBERS, places=PRIVATE_OR_GROUP)
async def on_answer(update: Update, context: Context) -> None:
    """Keep what a business says of a lesson; the cards of all its people follow by the outbox."""
    tap = LessonAnswerTap.unpack(tapped_data(update))
    await keep_answer(context, await lessons.by_id(context.session, lesson_id=tap.lesson_id), tap.verdict)
    context.notice(context.reader.label(f"lesson-kept-{tap.verdict}"))


async def keep_answer(context: Context, lesson: Lesson, verdict: LessonVerdict) -> None:
    """Keep what was tapped or typed of a lesson for the person's businesses, or for that of the group."""
    words = await _named(context, lesson, "lesson-help-asked")
    await answering.answer(
        context.session,
        lesson_id=id_of(lesson),
        verdict=verdict,
        question=Spoken(words, message_id=0, came=context.came),
        by=context.person,
        now=context.now,
        only_for=context.turn.group.member_id if context.turn.group is not None else None,
    )


async def _named(context: Context, lesson: Lesson, word: str) -> str:
    """Say to the coordinators which lesson it is about, in a text of theirs."""
    office = context.office.reader(context.office.language)
    title = card_views.titled(office, lesson, await hiding.of(context.session, lesson=lesson))
    return before_words(lesson.tlp) + office.label(word, code=lesson.code, title=title)


async def hear_reply(update: Update, context: Context) -> bool:
    """Take a reply to a lesson's card as a question that names it, or as the answer that it spells.

    Right after that card the words of an answer need no reply.
    """
    message = update.effective_message
    if message is None:
        return False
    keys = {one: (f"lesson-button-{one}", f"lesson-verdict-{one}") for one in LessonVerdict}
    verdict = meant_by(words_of(message), keys) if attached(message) is None else None
    card = await hearing.card_meant(update, context, LESSON_SUBJECT, is_spelled=verdict is not None)
    lesson = await context.session.get(Lesson, card.subject_id) if card is not None else None
    if lesson is None:
        return False
    if verdict is not None:
        await keep_answer(context, lesson, verdict)
        context.send(Message(context.reader.say(f"lesson-kept-{verdict}")))
        return True
    if await _is_locked(context, lesson):
        return False
    about = await _named(context, lesson, "lesson-asked")
    await hearing.take_named(context, message, lambda text: f"{about} {text}".strip())
    return True
