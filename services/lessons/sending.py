"""A lesson goes to all or to a sector, and once more to those who have not said anything of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import LESSON_SUBJECT, Lesson, LessonAnswer, LessonState
from models.members import Member, MemberSector, MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Person
from models.tlp import Tlp
from services.ground import audit
from services.ground.refusals import Refusal
from services.groups import bindings
from services.lessons import lessons, naming, writing
from services.lessons.kinds import LESSON, LessonTold
from services.lessons.lessons import LessonSheet
from services.notation.daytime import by_day
from services.outbox import broadcasts

REMINDED_AFTER = timedelta(days=3)
# What goes to more people than these is asked once more.
MANY = 50


class NobodyToTeach(Refusal):
    """Nobody speaks for a business of that circle."""


@dataclass(frozen=True)
class LessonCircle:
    """Whom a lesson would reach: a sector or, without one, the whole network."""

    sector: Sector | None
    members: int
    people: int


async def circles(session: AsyncSession, *, lesson: Lesson) -> Sequence[LessonCircle]:
    """Count whom a lesson would reach if it went to all, and to each sector; RED reaches nobody."""
    if lesson.tlp is Tlp.RED:
        return ()
    found = []
    for sector in (None, *Sector):
        pairs = await _pairs(session, lesson, sector)
        found.append(LessonCircle(sector, len({one for one, _ in pairs}), len({one for _, one in pairs})))
    return found


def mark_of(sheet: LessonSheet) -> int:
    """Give a number for what a preview shows of a lesson: it is another one for other words, files or another label."""
    lesson = sheet.lesson
    words = (lesson.title, lesson.happened, lesson.found, lesson.todo, lesson.indicators, lesson.products)
    shown = (*words, lesson.tlp, sheet.named, sheet.hidden, [one.file_id for one in sheet.files])
    return crc32(repr(shown).encode())


async def check_seen(session: AsyncSession, *, lesson_id: int, seen: int) -> None:
    """Raise LessonWordsChanged where a lesson is another one than whoever sends it has seen (its mark)."""
    lesson = await writing.waiting(session, lesson_id=lesson_id)
    if mark_of(await lessons.sheet(session, lesson=lesson)) != seen:
        raise naming.LessonWordsChanged


async def _pairs(session: AsyncSession, lesson: Lesson, sector: Sector | None) -> Sequence[tuple[int, int]]:
    """List (business, person) of all whom a lesson would reach; the business that learnt it knows it."""
    query = (
        select(Representative.member_id, Representative.person_id)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(Representative.status == RepresentativeStatus.APPROVED, Member.status == MemberStatus.APPROVED)
        .order_by(col(Representative.id))
    )
    if lesson.member_id is not None:
        query = query.where(Representative.member_id != lesson.member_id)
    if sector is not None:
        of_sector = select(MemberSector.member_id).where(MemberSector.sector == sector)
        query = query.where(col(Representative.member_id).in_(of_sector))
    return [(member_id, person_id) for member_id, person_id in await session.exec(query)]


async def send(
    session: AsyncSession, *, lesson_id: int, sector: Sector | None, by: Person, now: datetime
) -> LessonCircle:
    """Send a lesson to a sector or the whole network, into groups of businesses too; whoever learnt it hears of it.

    Raises LessonUnknown, LessonSettled, NobodyToTeach or what `naming.check` raises.
    """
    lesson = await writing.waiting(session, lesson_id=lesson_id)
    await naming.check(session, lesson=lesson)
    pairs = await _pairs(session, lesson, sector)
    if not pairs:
        raise NobodyToTeach
    lesson.state, lesson.sent_at, lesson.sector = LessonState.SENT, now, sector
    members, people = list(dict.fromkeys(one for one, _ in pairs)), [one for _, one in pairs]
    session.add_all(LessonAnswer(lesson_id=lesson_id, member_id=member_id) for member_id in members)
    await session.flush()
    author = await session.get_one(Person, lesson.person_id)
    hears = lesson.member_id is not None and await writing.is_author(session, lesson=lesson, person=author)
    told = [*people, lesson.person_id] if hears else people
    await broadcasts.queue(
        session,
        kind=LESSON,
        people=told,
        groups=await bindings.bound_to(session, members=members),
        subject_id=lesson_id,
        details=LessonTold(),
        now=now,
    )
    audit.record(
        session,
        person=by,
        action="lesson-sent",
        subject=LESSON_SUBJECT,
        subject_id=lesson_id,
        now=now,
        after={"sector": sector, "tlp": lesson.tlp, "members": len(members)},
    )
    await writing.redraw(session, lesson=lesson, now=now)
    return LessonCircle(sector, len(members), len(set(people)))


async def remind_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Send a lesson once more, by day, to the businesses that have said nothing of it for three days."""
    if by_day(now, time_zone) > now:
        return
    query = select(Lesson).where(
        Lesson.state == LessonState.SENT,
        col(Lesson.reminded_at).is_(None),
        col(Lesson.sent_at) <= now - REMINDED_AFTER,
    )
    for lesson in (await session.exec(query.order_by(col(Lesson.id)))).all():
        lesson.reminded_at = now
        await session.flush()
        people = await silent_people(session, lesson=lesson)
        if people:
            again = LessonTold(again=True)
            await broadcasts.queue(
                session, kind=LESSON, people=people, subject_id=id_of(lesson), details=again, now=now
            )


async def silent_people(session: AsyncSession, *, lesson: Lesson) -> Sequence[int]:
    """List who (ids) speaks for a business that was sent a lesson and has said nothing of it."""
    query = (
        select(Representative.person_id)
        .join(LessonAnswer, col(LessonAnswer.member_id) == col(Representative.member_id))
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            LessonAnswer.lesson_id == id_of(lesson),
            col(LessonAnswer.verdict).is_(None),
            Representative.status == RepresentativeStatus.APPROVED,
            Member.status == MemberStatus.APPROVED,
        )
        .order_by(col(Representative.id))
    )
    return list(dict.fromkeys((await session.exec(query)).all()))
