"""The businesses that a lesson's words name: each is asked, and what names one that has not agreed is not sent."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import LESSON_SUBJECT, Lesson, LessonNaming
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tlp import Tlp
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents.sharing import honoured
from services.lessons import hiding, lessons, names_in_words, writing
from services.lessons.kinds import LESSON_NAMED, LESSON_NAMING, NamedIn
from services.members.entry_words import key_of
from services.members.renaming import all_names
from services.outbox import broadcasts
from services.people import businesses

# A mark is no 0 and no 1, which say no and yes to words of before there were marks.
LOWEST_MARK = 2
GONE = (MemberStatus.LEFT, MemberStatus.MERGED)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


class LessonForFew(Refusal):
    """A lesson with the label RED is for named people: it is sent to nobody.

    `theirs` says whether ("yes") a business wrote it, which can hand it in again.
    """


class LessonNamesBusinesses(Refusal):
    """The words name businesses that have not agreed to be named: `names`, a list of them in words."""


class NobodyNamedToAsk(Refusal):
    """None of the businesses that are named can be asked, or all were."""


class LessonWordsChanged(Refusal):
    """The words that name the business were changed since it was shown them."""


class NotNamed(Refusal):
    """The person speaks for no business that was asked whether the lesson may name it."""


@dataclass(frozen=True)
class Named:
    """A business that the words name, by which of its names: whether it was asked, and what it said; silence is no.

    Who `is_gone` has left the network, or became one with another: it can be asked nothing any more.
    """

    member: Member
    accepts: bool | None
    asked_at: datetime | None = None
    called: Sequence[str] = ()

    @property
    def is_gone(self) -> bool:
        """Tell whether nobody can be asked for it."""
        return self.member.status in GONE and self.accepts is not True


def _said(lesson: Lesson) -> Sequence[str]:
    return (lesson.title, lesson.happened, lesson.found, lesson.todo, lesson.products)


async def named_in(session: AsyncSession, *, lesson: Lesson) -> Sequence[Named]:
    """List the businesses that the words of a lesson name, today's names or earlier ones, with what each said of it."""
    text = "\n".join(_said(lesson))
    asked = {one.member_id: one for one in await _asked(session, id_of(lesson))}
    called, here = await _names(session)
    found = {one: [name for name in called[one] if names_in_words.names(text, name)] for one in here}
    # What names a business that can be asked is said of that one, also where another with this name is gone.
    rest = names_in_words.without(text, [name for names in found.values() for name in names], "…")
    for one in called.keys() - here:
        found[one] = [name for name in called[one] if names_in_words.names(rest, name)]
    meant = select(Member).where(col(Member.id).in_([one for one, names in found.items() if names]))
    return [
        _named(one, lesson, asked, found[id_of(one)])
        for one in (await session.exec(meant.order_by(col(Member.name)))).all()
    ]


async def _names(session: AsyncSession) -> tuple[Mapping[int, Sequence[str]], Collection[int]]:
    """Give the names of each business (id), and which of them can be asked.

    An earlier name that is another one's today is that one's.
    """
    rows = (await session.exec(select(Member.id, Member.name, Member.known_as, Member.status))).all()
    here = {one or 0 for one, _, _, status in rows if status not in GONE}
    today = {key_of(name) for one, name, _, _ in rows if one in here}
    called = {}
    for one, name, known_as, _ in rows:
        called[one or 0] = [name, *(old for old in all_names(name, known_as)[1:] if key_of(old) not in today)]
    return called, here


def _named(member: Member, lesson: Lesson, asked: Mapping[int, LessonNaming], called: Sequence[str]) -> Named:
    row = asked.get(id_of(member))
    asked_at = row.asked_at if row is not None else None
    if member.id == lesson.member_id:
        return Named(member, lesson.may_be_named, asked_at, called)
    return Named(member, row.accepts if row is not None else None, asked_at, called)


async def _asked(session: AsyncSession, lesson_id: int) -> Sequence[LessonNaming]:
    return (await session.exec(select(LessonNaming).where(LessonNaming.lesson_id == lesson_id))).all()


def check_label(lesson: Lesson) -> None:
    """See that a lesson is not for named people alone; raises LessonForFew."""
    if lesson.tlp is Tlp.RED:
        raise LessonForFew(theirs="yes" if lesson.member_id is not None else "no")


async def check(session: AsyncSession, *, lesson: Lesson) -> None:
    """See that a lesson may go out as it is written; raises LessonForFew or LessonNamesBusinesses."""
    check_label(lesson)
    lacking = [one.member.name for one in await named_in(session, lesson=lesson) if one.accepts is not True]
    if lacking:
        raise LessonNamesBusinesses(names=", ".join(lacking))


async def ask(session: AsyncSession, *, lesson_id: int, by: Person, now: datetime) -> Sequence[Member]:
    """Ask the businesses that a lesson names and that have said nothing of it yet; whoever is not reached is left out.

    Raises LessonUnknown, LessonSettled, LessonForFew or NobodyNamedToAsk.
    """
    lesson = await writing.waiting(session, lesson_id=lesson_id)
    check_label(lesson)
    open_still = [
        one
        for one in await named_in(session, lesson=lesson)
        if one.accepts is None and one.asked_at is None and not one.is_gone
    ]
    asked = [one.member for one in open_still if await _ask(session, lesson, one.member, by=by, now=now)]
    if not asked:
        raise NobodyNamedToAsk
    _record_asked(session, lesson, asked, by=by, now=now)
    await session.flush()
    await writing.redraw(session, lesson=lesson, now=now)
    return asked


async def _ask(
    session: AsyncSession, lesson: Lesson, member: Member, *, by: Person, now: datetime, again: bool = False
) -> bool:
    """Ask a business whether a lesson may name it; tell whether anybody speaks for it."""
    member_id = id_of(member)
    people = await _speaking(session, member_id)
    if not people:
        return False
    session.add(LessonNaming(lesson_id=id_of(lesson), member_id=member_id, asked_by_id=id_of(by), asked_at=now))
    told = NamedIn(member_id=member_id, again=again)
    await broadcasts.queue(session, kind=LESSON_NAMING, people=people, subject_id=id_of(lesson), details=told, now=now)
    return True


def _record_asked(
    session: AsyncSession, lesson: Lesson, members: Sequence[Member], *, by: Person, now: datetime
) -> None:
    after: dict[str, object] = {"members": [one.id for one in members]}
    writing.put_on_record(session, lesson, by, "lesson-naming-asked", now, after=after)


async def told_of_each(session: AsyncSession, *, lesson: Lesson) -> Mapping[int, Sequence[str]]:
    """Give the sentences that name each business (id) which a lesson names."""
    return {id_of(one.member): _sentences(lesson, one) for one in await named_in(session, lesson=lesson)}


async def ask_anew(
    session: AsyncSession, *, lesson: Lesson, before: Mapping[int, Sequence[str]], by: Person, now: datetime
) -> Sequence[Member]:
    """Ask the businesses once more that agreed to other words than those which name them now.

    Who agreed has read the sentences that name them, and no others: a yes holds as long as each of these is one they
    have read. So it is taken for silence again when a new one stands there, and lasts when one has gone or when
    something else is changed. A no is no question of words, and stays.
    """
    lost = [
        one
        for one in await named_in(session, lesson=lesson)
        if one.accepts is True and not set(_sentences(lesson, one)) <= set(before.get(id_of(one.member), ()))
    ]
    for one in lost:
        await _take_for_silence(session, lesson, id_of(one.member))
    meant = lost if lesson.tlp is not Tlp.RED else ()
    asked = [one.member for one in meant if await _ask(session, lesson, one.member, by=by, now=now, again=True)]
    if asked:
        _record_asked(session, lesson, asked, by=by, now=now)
    return asked


async def _take_for_silence(session: AsyncSession, lesson: Lesson, member_id: int) -> None:
    """Let a business stand as if it had not been asked."""
    row = await of_member(session, lesson_id=id_of(lesson), member_id=member_id)
    if row is not None:
        await session.delete(row)
    if member_id == lesson.member_id:
        lesson.may_be_named = None
    await session.flush()


async def _speaking(session: AsyncSession, member_id: int) -> Sequence[int]:
    query = select(Representative.person_id).where(
        Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED
    )
    return (await session.exec(query.order_by(col(Representative.id)))).all()


async def answer(
    session: AsyncSession,
    *,
    lesson_id: int,
    member_id: int,
    accepts: bool,
    seen: int | None = None,
    by: Person,
    now: datetime,
) -> Lesson:
    """Keep whether a business agrees that a lesson names it; whoever asked hears of it, and it can be changed any time.

    `seen` is the mark of the words to which it says yes. Raises LessonUnknown, NotNamed or LessonWordsChanged.
    """
    lesson = await lessons.by_id(session, lesson_id=lesson_id, lock=True)
    row = next((one for one in await _asked(session, lesson_id) if one.member_id == member_id), None)
    if row is None or not await _may_say(session, member_id, by, accepts=accepts):
        raise NotNamed
    if accepts and seen is not None and seen != await mark_of(session, lesson=lesson, member_id=member_id):
        raise LessonWordsChanged
    before = row.accepts
    row.accepts = accepts
    if member_id == lesson.member_id:
        lesson.may_be_named = accepts
    lesson.words = lessons.found_by(lesson, await hiding.of(session, lesson=lesson))
    audit.record(
        session,
        person=by,
        action="lesson-naming",
        subject=LESSON_SUBJECT,
        subject_id=lesson_id,
        now=now,
        before={"may_be_named": before},
        after={"may_be_named": accepts, "member_id": member_id},
    )
    await session.flush()
    if not accepts:
        await honoured.unname(session, members=[member_id], lesson_id=lesson_id, by=by, now=now)
    if before is not accepts:
        told = NamedIn(member_id=member_id)
        await broadcasts.queue(
            session, kind=LESSON_NAMED, people=[row.asked_by_id], subject_id=lesson_id, details=told, now=now
        )
    await writing.redraw(session, lesson=lesson, now=now)
    return lesson


async def _may_say(session: AsyncSession, member_id: int, person: Person, *, accepts: bool) -> bool:
    """Tell whether a person may say yes or no for a business; a no, also where it is suspended or has left."""
    if not accepts:
        return await businesses.stands_for(session, person=person, member_id=member_id)
    return member_id in {one.id for one in await businesses.spoken_for(session, person=person)}


async def of_member(session: AsyncSession, *, lesson_id: int, member_id: int) -> LessonNaming | None:
    """Give what a business was asked of a lesson, and said."""
    return next((one for one in await _asked(session, lesson_id) if one.member_id == member_id), None)


async def sentences(session: AsyncSession, *, lesson: Lesson, member: Member) -> Sequence[str]:
    """List the sentences of a lesson that name a business, but for those that name another which has not agreed."""
    named = await named_in(session, lesson=lesson)
    own = [one for one in named if one.member.id == member.id]
    called = [name for one in own for name in one.called]
    others = [name for one in named if one.accepts is not True and one.member.id != member.id for name in one.called]
    return [
        part
        for one in own
        for part in _sentences(lesson, one)
        if not names_in_words.names_others(part, called=called, others=others)
    ]


def _sentences(lesson: Lesson, named: Named) -> Sequence[str]:
    parts = [part.strip() for text in _said(lesson) for part in _SENTENCE.split(text) if part.strip()]
    return list(dict.fromkeys(part for part in parts if any(names_in_words.names(part, one) for one in named.called)))


async def mark_of(session: AsyncSession, *, lesson: Lesson, member_id: int) -> int:
    """Give a number for the sentences of a lesson that name a business (id): it is another one for others."""
    told = (await told_of_each(session, lesson=lesson)).get(member_id, ())
    return crc32("\n".join(told).encode()) | LOWEST_MARK
