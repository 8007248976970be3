"""The messages that show a lesson: made for whom they go to, late, and edited in place from then on."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_message_id
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.lessons.views import cards as views
from handlers.lessons.views import naming as naming_views
from handlers.lessons.views.cards import SaidBy
from models.identity import id_of
from models.lessons import LESSON_SUBJECT, Lesson, LessonAnswer, LessonState
from models.members import Member
from models.people import Person
from services.groups import bindings
from services.lessons import answering, lessons, naming, writing
from services.lessons.kinds import LESSON, LESSON_WAITING, LessonTold, NamesShown
from services.lessons.lessons import LessonSheet
from services.outbox.deliveries import Claimed
from services.people import accounts, businesses


async def show_page(update: Update, context: Context, lesson: Lesson) -> None:
    """Show the coordinators' page in the place of the tapped message, and keep it true from now on."""
    context.show(await page_of(context.session, context.reader, lesson))
    await keep_tapped(update, context, kind=LESSON_WAITING, subject_id=id_of(lesson))


async def show_names(update: Update, context: Context, lesson: Lesson) -> None:
    """Show those who coordinate whom a lesson names, and keep what these say of it true from now on."""
    context.show(await _names_of(context.session, context.reader, lesson))
    await keep_tapped(update, context, kind=LESSON_WAITING, subject_id=id_of(lesson), details=NamesShown())


async def _names_of(session: AsyncSession, reader: Reader, lesson: Lesson) -> Message:
    return naming_views.names(reader, lesson, await naming.named_in(session, lesson=lesson))


async def page_of(session: AsyncSession, reader: Reader, lesson: Lesson) -> Message:
    """Make the coordinators' page."""
    sheet = await lessons.sheet(session, lesson=lesson)
    return views.page(reader, sheet, await answering.count(session, lesson_id=id_of(lesson)))


async def read_by(session: AsyncSession, reader: Reader, lesson: Lesson, person: Person) -> Message:
    """Make what one of a business's people reads: those of the business that learnt it say whether it may be named."""
    sheet = await lessons.sheet(session, lesson=lesson)
    said = await _said(session, lesson, person)
    members = {one.id for one in await businesses.spoken_for(session, person=person)}
    if lesson.member_id is not None and lesson.member_id in members:
        return views.own(reader, sheet, said)
    return views.read(reader, sheet, said)


async def show_read(update: Update, context: Context, lesson: Lesson) -> None:
    """Show a lesson to one of a business's people, whomever it was sent to, and keep it true from now on."""
    if tapped_message_id(update) is None:
        await writing.show_anew(context.session, lesson=lesson, to=context.person, now=context.now)
        return
    context.show(await read_by(context.session, context.reader, lesson, context.person))
    await keep_tapped(
        update, context, kind=LESSON, subject_id=id_of(lesson), details=LessonTold(opened=True), anew=True
    )


async def _said(session: AsyncSession, lesson: Lesson, person: Person) -> Sequence[SaidBy]:
    standing = await answering.standing(session, lesson_id=id_of(lesson), person=person)
    return [await _said_by(session, one) for one in standing]


async def _said_to(session: AsyncSession, lesson: Lesson, claimed: Claimed, person: Person | None) -> Sequence[SaidBy]:
    """Tell what the businesses of a recipient say: a person's, or the one whose group it is."""
    if person is not None:
        return await _said(session, lesson, person)
    member = await bindings.spoken_to(session, group_id=claimed.group_id)
    members = [id_of(member)] if member is not None else []
    standing = await answering.standing_of(session, lesson_id=id_of(lesson), members=members)
    return [await _said_by(session, one) for one in standing]


async def _said_by(session: AsyncSession, one: LessonAnswer) -> SaidBy:
    member = await session.get_one(Member, one.member_id)
    by = await session.get(Person, one.person_id) if one.person_id is not None else None
    return SaidBy(member.name, one.verdict, by.name if by is not None else None, one.at)


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make a lesson for one of those whom it was sent to, a group, or its author; once more for the silent alone."""
    told, person = claimed.read(LessonTold), await _person(occasion, claimed)
    if told is None or claimed.subject_id is None:
        return None
    sheet = await _sheet(occasion, claimed)
    lesson = sheet.lesson
    if told.opened:
        return await _opened(occasion, claimed, reader, lesson, person)
    said = await _said_to(occasion.session, lesson, claimed, person)
    is_author = not told.again and await writing.is_author(occasion.session, lesson=lesson, person=person)
    is_stale = lesson.state is not LessonState.SENT or (told.again and all(one.verdict for one in said))
    if not (said or is_author) or (is_stale and not claimed.is_edit):
        return None
    if await lessons.is_locked(occasion.session, lesson=lesson, person=person):
        return views.locked(reader, lesson) if claimed.is_edit else None
    return views.card(reader, sheet, said, again=told.again, is_author=is_author)


async def _opened(
    occasion: Occasion, claimed: Claimed, reader: Reader, lesson: Lesson, person: Person | None
) -> Message | None:
    """Make what somebody opened, as they may read it now; a lock where it became for others."""
    if person is None:
        return None
    if not await lessons.is_seen(occasion.session, lesson=lesson, person=person):
        return views.locked(reader, lesson) if claimed.is_edit else None
    return await read_by(occasion.session, reader, lesson, person)


async def compose_waiting(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator that a lesson waits; once it was opened or is out, its page is kept true."""
    person = await _person(occasion, claimed)
    if person is None or claimed.subject_id is None or person.staff_role not in accounts.COORDINATORS:
        return None
    sheet = await _sheet(occasion, claimed)
    if not claimed.is_edit:
        return views.waiting(reader, sheet) if sheet.lesson.state is LessonState.WAITING else None
    if claimed.read(NamesShown) is not None and sheet.lesson.state is LessonState.WAITING:
        return await _names_of(occasion.session, reader, sheet.lesson)
    return await page_of(occasion.session, reader, sheet.lesson)


async def _person(occasion: Occasion, claimed: Claimed) -> Person | None:
    return await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None


async def _sheet(occasion: Occasion, claimed: Claimed) -> LessonSheet:
    """Gather what the messages about a lesson say, once for all of them."""
    lesson_id = claimed.subject_id or 0

    async def gather() -> LessonSheet:
        lesson = await lessons.by_id(occasion.session, lesson_id=lesson_id)
        return await lessons.sheet(occasion.session, lesson=lesson)

    return await occasion.once(claimed, gather, about=(LESSON_SUBJECT, lesson_id))
