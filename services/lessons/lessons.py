"""Lessons as they are kept: found by those who may see them, and all that a card says of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, NamedRecipient
from models.lessons import EVIDENCE_SUBJECT, LESSON_SUBJECT, Lesson, LessonAnswer, LessonPart, LessonState
from models.members import Member
from models.people import Person
from models.tlp import NARROW, Tlp
from services.ground import attachments
from services.ground.attachments import Attachment
from services.ground.codes import Series
from services.ground.refusals import Refusal
from services.lessons import hiding, indicators, names_in_words
from services.lessons.indicators import Indicator
from services.notation.spelling import i_for_y, search_key, tidy_line, tidy_text
from services.people import accounts, businesses

SERIES = Series("BH", col(Lesson.year), col(Lesson.number))
# Together they are one message.
LENGTHS = {
    LessonPart.TITLE: 100,
    LessonPart.HAPPENED: 700,
    LessonPart.FOUND: 400,
    LessonPart.TODO: 900,
    LessonPart.INDICATORS: indicators.LENGTH_OF_ALL,
    LessonPart.PRODUCTS: 150,
}
# What a lesson may be without.
OPTIONAL = frozenset({LessonPart.FOUND, LessonPart.INDICATORS, LessonPart.PRODUCTS})


class LessonUnknown(Refusal):
    """There is no such lesson."""


class LessonNotYours(Refusal):
    """The lesson was not sent to the person, and is for others."""


class LessonLocked(Refusal):
    """The lesson `code` became one for named people alone, and the person, or the group, is none of them."""


class LessonWordsLength(Refusal):
    """The words are empty or longer than `limit` characters; they have `length`."""


@dataclass(frozen=True)
class LessonSheet:
    """All that a card says of a lesson; `member` is whose it is, whether it may be named or not.

    `proof` counts the files on which it was closed; `incident` is what it was learnt from. `hidden` are names
    that its words tell and may not tell any more.
    """

    lesson: Lesson
    member: Member | None
    files: Sequence[Attachment]
    indicators: Sequence[Indicator]
    proof: int = 0
    incident: Incident | None = None
    hidden: Sequence[str] = ()

    @property
    def named(self) -> str | None:
        """Give the business's name where it may be told to others."""
        return self.member.name if self.member is not None and self.lesson.may_be_named is True else None


def tidied(part: LessonPart, text: str) -> str:
    """Give the words of a part as they are kept.

    Raises LessonWordsLength, and of indicators IndicatorUnreadable or IndicatorsTooMany.
    """
    if part is LessonPart.INDICATORS:
        return indicators.kept(indicators.read(text))
    words = tidy_line(text) if part in (LessonPart.TITLE, LessonPart.PRODUCTS) else tidy_text(text)
    shortest = 0 if part in OPTIONAL else 1
    if not shortest <= len(words) <= LENGTHS[part]:
        raise LessonWordsLength(limit=LENGTHS[part], length=len(words))
    return words


def found_by(lesson: Lesson, hidden: Sequence[str] = ()) -> str:
    """Give the words by which a lesson is found, in whatever spelling they are typed, without `hidden` names."""
    said = (lesson.title, lesson.products, lesson.happened, lesson.found, lesson.todo)
    told = [names_in_words.without(one, hidden, "") for one in said]
    return _key(" ".join((lesson.code, *told, indicators.plain(lesson.indicators))))


def _key(text: str) -> str:
    return i_for_y(search_key(text))


def sought(typed: str) -> str:
    """Give the words that are looked for in the one spelling in which all are compared."""
    return _key(indicators.plain(typed))


def finding(typed: str) -> Sequence[ColumnElement[bool]]:
    """Make the conditions that a lesson has every word that was typed; keys have letters and digits alone."""
    return [col(Lesson.words).contains(word) for word in sought(typed).split()]


async def by_id(session: AsyncSession, *, lesson_id: int, lock: bool = False) -> Lesson:
    """Find a lesson, and with `lock` let nobody else change it meanwhile; raises LessonUnknown."""
    await session.flush()
    lesson = await session.get(Lesson, lesson_id, with_for_update=lock, populate_existing=lock)
    if lesson is None:
        raise LessonUnknown
    return lesson


async def sheet(session: AsyncSession, *, lesson: Lesson) -> LessonSheet:
    """Gather all that a card says of a lesson."""
    member = await session.get(Member, lesson.member_id) if lesson.member_id is not None else None
    files = await attachments.of(session, subject=LESSON_SUBJECT, subject_id=id_of(lesson))
    proof = await attachments.of(session, subject=EVIDENCE_SUBJECT, subject_id=id_of(lesson))
    incident = await session.get(Incident, lesson.incident_id) if lesson.incident_id is not None else None
    hidden = await hiding.of(session, lesson=lesson)
    return LessonSheet(lesson, member, files, indicators.read(lesson.indicators), len(proof), incident, hidden)


async def seen_by(session: AsyncSession, *, lesson_id: int, person: Person) -> Lesson:
    """Find a lesson that one of a business's people may see; raises LessonUnknown, LessonLocked or LessonNotYours."""
    lesson = await by_id(session, lesson_id=lesson_id)
    if not await is_seen(session, lesson=lesson, person=person):
        raise LessonLocked(code=lesson.code) if lesson.sent_at and lesson.tlp is Tlp.RED else LessonNotYours
    return lesson


async def is_locked(session: AsyncSession, *, lesson: Lesson, person: Person | None) -> bool:
    """Tell whether a lesson is for named people alone now, and a person is none of them; without one it is a group."""
    if lesson.tlp is not Tlp.RED:
        return False
    if person is None:
        return True
    return not await is_seen(session, lesson=lesson, person=person)


async def is_seen(session: AsyncSession, *, lesson: Lesson, person: Person) -> bool:
    """Tell whether a person may see a lesson: whoever coordinates may, others as `visible_to` says."""
    if person.staff_role in accounts.COORDINATORS:
        return True
    visible = select(Lesson.id).where(Lesson.id == id_of(lesson), await visible_to(session, person=person))
    return (await session.exec(visible)).first() is not None


async def visible_to(session: AsyncSession, *, person: Person) -> ColumnElement[bool]:
    """Make the condition that a person may see a lesson: their own, what their business was sent, what is for all.

    What is for an organisation at most is seen by those alone whom it was sent to; of what became for named people
    alone, by those of them who are named with the incident from which it was learnt.
    """
    members = [id_of(one) for one in await businesses.spoken_for(session, person=person)]
    asked = select(LessonAnswer.lesson_id).where(col(LessonAnswer.member_id).in_(members))
    is_out = col(Lesson.state) != LessonState.WAITING
    for_many = is_out & col(Lesson.sent_at).is_not(None) & col(Lesson.tlp).not_in(NARROW)
    own = (col(Lesson.person_id) == id_of(person)) & col(Lesson.member_id).in_(members)
    named = select(NamedRecipient.incident_id).where(NamedRecipient.person_id == id_of(person))
    may_read = (col(Lesson.tlp) != Tlp.RED) | col(Lesson.incident_id).in_(named)
    return or_(own, col(Lesson.id).in_(asked) & may_read, for_many)
