"""Businesses that a lesson names are asked whether it may, say so by a tap, and whoever asked hears of it."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.conversations import hearing
from handlers.frame.access import COORDINATORS, EVERYONE, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.frame.views.spelled import meant_by
from handlers.lessons import cards
from handlers.lessons.taps import LessonConsentTap, LessonNamesTap
from handlers.lessons.views import naming as views
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.lessons import LESSON_SUBJECT, Lesson, LessonNaming
from models.members import Member
from models.people import Person
from services.ground.details import read
from services.lessons import hiding, lessons, naming
from services.lessons.kinds import NamedIn
from services.lessons.naming import LessonWordsChanged
from services.outbox.deliveries import Claimed
from services.people import accounts, businesses

SPELLED = {True: ("lesson-says-yes",), False: ("lesson-says-no", "lesson-says-not")}
# A lesson, a business that it names, what that was asked, and who reads of it.
Found = tuple[Lesson, Member, LessonNaming, Person]


@allow(COORDINATORS)
async def on_ask(update: Update, context: Context) -> None:
    """Ask the businesses that a lesson names."""
    lesson_id = LessonNamesTap.unpack(tapped_data(update)).lesson_id
    asked = await naming.ask(context.session, lesson_id=lesson_id, by=context.person, now=context.now)
    context.notice(context.reader.label("lesson-names-sent", members=len(asked)))
    lesson = await lessons.by_id(context.session, lesson_id=lesson_id)
    await cards.show_names(update, context, lesson)


@allow(EVERYONE)
async def on_consent(update: Update, context: Context) -> None:
    """Keep whether a business agrees to be named; the service tells who may say so, for a no outlives the role."""
    tap = LessonConsentTap.unpack(tapped_data(update))
    try:
        await naming.answer(
            context.session,
            lesson_id=tap.lesson_id,
            member_id=tap.member_id,
            accepts=bool(tap.says),
            seen=tap.says,
            by=context.person,
            now=context.now,
        )
        context.notice(context.reader.label("lesson-naming-kept"))
    except LessonWordsChanged:
        context.notice(context.reader.label("refusal-lesson-words-changed"), urgent=True)
    lesson = await lessons.by_id(context.session, lesson_id=tap.lesson_id)
    row = await naming.of_member(context.session, lesson_id=tap.lesson_id, member_id=tap.member_id)
    member = await context.session.get_one(Member, tap.member_id)
    if row is not None:
        found = (lesson, member, row, context.person)
        context.show(await _asked(context.session, context.reader, found))


async def hear_answer(update: Update, context: Context) -> bool:
    """Take words that spell what stands on a button of the question as its answer, in a reply or right after it."""
    message = update.effective_message
    if message is None or attached(message) is not None:
        return False
    accepts = meant_by(words_of(message), SPELLED)
    card = await hearing.card_meant(update, context, LESSON_SUBJECT, is_spelled=True) if accepts is not None else None
    told = read(card.details, NamedIn) if card is not None and card.kind == BroadcastKind.LESSON_NAMING else None
    if card is None or told is None or accepts is None or context.turn.group is not None:
        return False
    lesson = await naming.answer(
        context.session,
        lesson_id=card.subject_id or 0,
        member_id=told.member_id,
        accepts=accepts,
        by=context.person,
        now=context.now,
    )
    member = await context.session.get_one(Member, told.member_id)
    row = await naming.of_member(context.session, lesson_id=id_of(lesson), member_id=told.member_id)
    if row is not None:
        # A yes that was typed is seen with the words to which it was said.
        context.send(await _asked(context.session, context.reader, (lesson, member, row, context.person)))
    return True


async def _asked(session: AsyncSession, reader: Reader, found: Found, *, again: bool = False) -> Message:
    """Make the question whether a lesson may name a business."""
    lesson, member, row, person = found
    said = await _sentences(session, lesson, member, person)
    mark = await naming.mark_of(session, lesson=lesson, member_id=row.member_id)
    return views.ask(reader, lesson, member, row, said, mark=mark, again=again)


async def compose_ask(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Ask one of a business's people whether a lesson may name it; from then on the message says what was chosen."""
    found = await _found(occasion, claimed)
    if found is None:
        return None
    _, member, _, person = found
    if member.id not in {one.id for one in await businesses.spoken_for(occasion.session, person=person)}:
        return None
    told = claimed.read(NamedIn)
    again = told is not None and told.again
    return await _asked(occasion.session, reader, found, again=again)


async def _sentences(session: AsyncSession, lesson: Lesson, member: Member, person: Person) -> Sequence[str]:
    """List what would be said of a business; of what became for named people alone nobody else reads a sentence."""
    if await lessons.is_locked(session, lesson=lesson, person=person):
        return ()
    return await naming.sentences(session, lesson=lesson, member=member)


async def compose_told(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell whoever asked what a business said."""
    found = await _found(occasion, claimed)
    if found is None:
        return None
    lesson, member, row, person = found
    if person.staff_role not in accounts.COORDINATORS or row.accepts is None:
        return None
    return views.told(reader, lesson, member, row, await hiding.of(occasion.session, lesson=lesson))


async def _found(occasion: Occasion, claimed: Claimed) -> Found | None:
    """Find the lesson, the business that it names, what that was asked, and to whom the message goes."""
    session, told = occasion.session, claimed.read(NamedIn)
    if told is None or claimed.subject_id is None or claimed.person_id is None:
        return None
    row = await naming.of_member(session, lesson_id=claimed.subject_id, member_id=told.member_id)
    if row is None:
        return None
    lesson = await lessons.by_id(session, lesson_id=claimed.subject_id)
    member = await session.get_one(Member, told.member_id)
    return lesson, member, row, await session.get_one(Person, claimed.person_id)
