"""Names that the words of a lesson may not tell any more: a business that agreed to be named can take that back."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.lessons import Lesson, LessonNaming
from models.members import Member
from services.members.entry_words import own_name, short_name
from services.notation.spelling import search_key

# Too short a name is any word.
SHORTEST = 4
# So many words that say what kind of company it is may stand before a name.
LEGAL_WORDS = 12
ENDINGS = ".!?…\n"
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


def names(text: str, key: str, name: str) -> bool:
    """Tell whether a text (and its key) names a business: in any spelling, or by its short name as that is written.

    Short names are words of every day as well ("Thành Công"), which capitals tell apart.
    """
    if f" {search_key(name)} " in key:
        return True
    short = short_name(name)
    return len(short) >= SHORTEST and _as_written(short).search(text) is not None


def _as_written(short: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")


def without(text: str, hidden: Collection[str], instead: str) -> str:
    """Put other words in the place of each name in a text, where `names` finds one."""
    for name in sorted(hidden, key=len, reverse=True):
        for begin, end in reversed(list(_found(text, name))):
            before = text[:begin].rstrip(" ")
            begins = not before or before[-1] in ENDINGS
            text = text[:begin] + (instead[:1].upper() + instead[1:] if begins else instead) + text[end:]
    return text


def _found(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give where a text names a business, with the legal words before its name."""
    words = [(found.start(), found.end(), search_key(found[0])) for found in _WORD.finditer(text)]
    whole, short = search_key(name).split(), short_name(name)
    written = {found.start() for found in _as_written(short).finditer(text)} if len(short) >= SHORTEST else set()
    keys, at = [key for _, _, key in words], 0
    while at < len(words):
        length = len(whole) if whole and keys[at : at + len(whole)] == whole else 0
        if not length and words[at][0] in written:
            length = len(search_key(short).split())
        if length:
            yield words[at - _legal_before(keys, at, length)][0], words[at + length - 1][1]
        at += length or 1


def _legal_before(keys: Sequence[str], at: int, length: int) -> int:
    """Count the legal words that stand before a name in a text."""
    name = " ".join(keys[at : at + length])
    for count in range(min(LEGAL_WORDS, at), 0, -1):
        if own_name(" ".join(keys[at - count : at + length])) == name:
            return count
    return 0


async def of_each(session: AsyncSession, *, lessons: Sequence[Lesson]) -> Mapping[int, Sequence[str]]:
    """List the names that each lesson may not tell; what has not gone out is shown as it is written."""
    sent = {id_of(one): one for one in lessons if one.sent_at is not None}
    refused: dict[int, set[int]] = {
        lesson_id: {one.member_id}
        for lesson_id, one in sent.items()
        if one.member_id is not None and one.may_be_named is not True
    }
    asked = select(LessonNaming).where(col(LessonNaming.lesson_id).in_(sent), col(LessonNaming.accepts).is_not(True))
    for row in await session.exec(asked):
        # What the business says that learnt it stands on the lesson itself.
        if row.member_id != sent[row.lesson_id].member_id:
            refused.setdefault(row.lesson_id, set()).add(row.member_id)
    called = await _called(session, {one for members in refused.values() for one in members})
    return {
        lesson_id: [name for one in sorted(members) for name in called.get(one, ())]
        for lesson_id, members in refused.items()
    }


async def of(session: AsyncSession, *, lesson: Lesson) -> Sequence[str]:
    """List the names that a lesson may not tell."""
    await session.flush()
    return (await of_each(session, lessons=[lesson])).get(id_of(lesson), ())


async def _called(session: AsyncSession, members: Collection[int]) -> Mapping[int, Sequence[str]]:
    """Give the names of businesses (ids), and of those that became one with them."""
    if not members:
        return {}
    query = select(Member.id, Member.merged_into_id, Member.name).where(
        or_(col(Member.id).in_(members), col(Member.merged_into_id).in_(members))
    )
    found: dict[int, list[str]] = {}
    for member_id, into_id, name in await session.exec(query):
        for one in (member_id, into_id):
            if one is not None:
                found.setdefault(one, []).append(name)
    return found
