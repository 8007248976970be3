"""Names that the words of a lesson may not tell any more: a business that agreed to be named can take that back."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import Lesson, LessonNaming
from models.members import Member
from services.members.renaming import all_names


async def of_each(session: AsyncSession, *, lessons: Sequence[Lesson]) -> Mapping[int, Sequence[str]]:
    """List the names that each lesson may not tell; what has not gone out is shown as it is written."""
    sent = {id_of(one): one for one in lessons if one.sent_at is not None}
    refused: dict[int, set[int]] = {
        lesson_id: {one.member_id}
        for lesson_id, one in sent.items()
        if one.member_id is not None and one.may_be_named is not True
    }
    for row in await session.exec(select(LessonNaming).where(col(LessonNaming.lesson_id).in_(sent))):
        # What the business says that learnt it stands on the lesson itself.
        if row.accepts is not True and row.member_id != sent[row.lesson_id].member_id:
            refused.setdefault(row.lesson_id, set()).add(row.member_id)
    called = await _called(session, {one for members in refused.values() for one in members})
    return {
        lesson_id: list(dict.fromkeys(name for one in sorted(members) for name in called.get(one, ())))
        for lesson_id, members in refused.items()
    }


async def of(session: AsyncSession, *, lesson: Lesson) -> Sequence[str]:
    """List the names that a lesson may not tell."""
    await session.flush()
    return (await of_each(session, lessons=[lesson])).get(id_of(lesson), ())


async def _called(session: AsyncSession, members: Collection[int]) -> Mapping[int, Sequence[str]]:
    """Give the names of businesses (ids), today's and earlier ones, and of those that became one with them."""
    if not members:
        return {}
    query = select(Member.id, Member.merged_into_id, Member.name, Member.known_as).where(
        or_(col(Member.id).in_(members), col(Member.merged_into_id).in_(members))
    )
    found: dict[int, list[str]] = {}
    for member_id, into_id, name, known_as in await session.exec(query):
        for one in (member_id, into_id):
            if one is not None:
                found.setdefault(one, []).extend(all_names(name, known_as))
    return found
