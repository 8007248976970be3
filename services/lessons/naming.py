"""The businesses that a lesson's words name: each is asked, and what names one that has not agreed is not sent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

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
from services.lessons import hiding, lessons, writing
from services.lessons.kinds import LESSON_NAMED, LESSON_NAMING, NamedIn
from services.outbox import broadcasts
from services.people import businesses

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


class NotNamed(Refusal):
    """The person speaks for no business that was asked whether the lesson may name it."""


@dataclass(frozen=True)
class Named:
    """A business that the words name: whether it was asked, and what it said; nothing said is no.

    Who `is_gone` has left the network, or became one with another: it can be asked nothing any more.
    """

    member: Member
    accepts: bool | None
    asked_at: datetime | None = None

    @property
    def is_gone(self) -> bool:
        """Tell whether nobody can be asked for it."""
        return self.member.status in GONE and self.accepts is not True


def _said(lesson: Lesson) -> Sequence[str]:
    return (lesson.title, lesson.happened, lesson.found, lesson.todo, lesson.products)


async def named_in(session: AsyncSession, *, lesson: Lesson) -> Sequence[Named]:
    """List the businesses that the words of a lesson name, with what each said of it."""
    text = "\n".join(_said(lesson))
    asked = {one.member_id: one for one in await _asked(session, id_of(lesson))}
    rows = (await session.exec(select(Member.id, Member.name, Member.status))).all()
    called = {one: _called(one or 0, name, lesson, asked) for one, name, _ in rows}
    here = [one for one, _, status in rows if status not in GONE and _tells(text, called[one])]
    # What names a business that can be asked is said of that one, also where another with this name is gone.
    rest = hiding.without(text, [name for one in here for name in called[one]], "…")
    gone = [one for one, _, status in rows if status in GONE and _tells(rest, called[one])]
    meant = select(Member).where(col(Member.id).in_([*here, *gone])).order_by(col(Member.name))
    return [_named(one, lesson, asked) for one in (await session.exec(meant)).all()]


def _called(member_id: int, name: str, lesson: Lesson, asked: Mapping[int, LessonNaming]) -> Sequence[str]:
    """Give the names of a business (id): today's, and those that it had when it wrote the lesson or was asked."""
    before = [asked[member_id].known_as] if member_id in asked else []
    if member_id == lesson.member_id:
        before.append(lesson.known_as)
    return list(dict.fromkeys([name, *(one for known in before for one in known.splitlines())]))


def _tells(text: str, called: Sequence[str]) -> bool:
    return any(hiding.names(text, one) for one in called)


def _named(member: Member, lesson: Lesson, asked: Mapping[int, LessonNaming]) -> Named:
    row = asked.get(id_of(member))
    asked_at = row.asked_at if row is not None else None
    if member.id == lesson.member_id:
        return Named(member, lesson.may_be_named, asked_at)
    return Named(member, row.accepts if row is not None else None, asked_at)


async def keep_names(session: AsyncSession, *, lesson: Lesson) -> None:
    """Keep under which names a lesson that goes out tells of businesses: one that takes that back may be renamed."""
    asked = {one.member_id: one for one in await _asked(session, id_of(lesson))}
    for one in await named_in(session, lesson=lesson):
        member_id = id_of(one.member)
        known = "\n".join(_called(member_id, one.member.name, lesson, asked))
        if member_id in asked:
            asked[member_id].known_as = known
        if member_id == lesson.member_id:
            lesson.known_as = known
    await session.flush()


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
    asked = []
    for one in await named_in(session, lesson=lesson):
        people = await _speaking(session, id_of(one.member))
        if one.accepts is not None or one.asked_at is not None or one.is_gone or not people:
            continue
        session.add(
            LessonNaming(
                lesson_id=lesson_id,
                member_id=id_of(one.member),
                known_as=one.member.name,
                asked_by_id=id_of(by),
                asked_at=now,
            )
        )
        told = NamedIn(member_id=id_of(one.member))
        await broadcasts.queue(session, kind=LESSON_NAMING, people=people, subject_id=lesson_id, details=told, now=now)
        asked.append(one.member)
    if not asked:
        raise NobodyNamedToAsk
    audit.record(
        session,
        person=by,
        action="lesson-naming-asked",
        subject=LESSON_SUBJECT,
        subject_id=lesson_id,
        now=now,
        after={"members": [one.id for one in asked]},
    )
    await session.flush()
    await writing.redraw(session, lesson=lesson, now=now)
    return asked


async def _speaking(session: AsyncSession, member_id: int) -> Sequence[int]:
    query = select(Representative.person_id).where(
        Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED
    )
    return (await session.exec(query.order_by(col(Representative.id)))).all()


async def answer(
    session: AsyncSession, *, lesson_id: int, member_id: int, accepts: bool, by: Person, now: datetime
) -> Lesson:
    """Keep whether a business agrees that a lesson names it; whoever asked hears of it, and it can be changed any time.

    Raises LessonUnknown or NotNamed.
    """
    lesson = await lessons.by_id(session, lesson_id=lesson_id, lock=True)
    row = next((one for one in await _asked(session, lesson_id) if one.member_id == member_id), None)
    if row is None or member_id not in {one.id for one in await businesses.spoken_for(session, person=by)}:
        raise NotNamed
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


async def of_member(session: AsyncSession, *, lesson_id: int, member_id: int) -> LessonNaming | None:
    """Give what a business was asked of a lesson, and said."""
    return next((one for one in await _asked(session, lesson_id) if one.member_id == member_id), None)


async def sentences(session: AsyncSession, *, lesson: Lesson, member: Member) -> Sequence[str]:
    """List the sentences of a lesson that name a business, but for those that name another which has not agreed."""
    others = [
        one.member.name
        for one in await named_in(session, lesson=lesson)
        if one.accepts is not True and one.member.id != member.id
    ]
    parts = [part.strip() for text in _said(lesson) for part in _SENTENCE.split(text) if part.strip()]
    found = [part for part in parts if hiding.names(part, member.name)]
    return list(dict.fromkeys(part for part in found if not any(hiding.names(part, other) for other in others)))
