"""The posts above: who holds each, how they can be reached, and which nobody could reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeGuard

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.escalation import Post, PostHolder
from models.identity import id_of
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.phones import read_phone
from services.notation.spelling import tidy_line
from services.people import accounts, reach

NAME_LENGTH = 80
# Whom silence, or a no, climbs to.
LEADER_OF: Mapping[Post, Post] = {
    Post.FIRST_SPECIALIST: Post.FIRST_LEADER,
    Post.SECOND_SPECIALIST: Post.SECOND_LEADER,
    Post.POLICE: Post.FIRST_LEADER,
    Post.MILITARY: Post.FIRST_LEADER,
    Post.NATIONAL: Post.FIRST_LEADER,
    Post.COMMITTEE: Post.FIRST_LEADER,
}
LEADERS = frozenset(LEADER_OF.values())
# Those of one authority: each answers for the other.
AUTHORITIES = (
    frozenset({Post.FIRST_SPECIALIST, Post.FIRST_LEADER}),
    frozenset({Post.SECOND_SPECIALIST, Post.SECOND_LEADER}),
)


class PostNameLength(Refusal):
    """The name or the office is empty or longer than `limit` characters."""


class PostUnreachable(Refusal):
    """A holder has a phone number, or is in the bot; this one has neither."""


class WayToCall(StrEnum):
    """How the holder of a post can be called; the last two are for daylight to mend."""

    BOT = "bot"
    PHONE = "phone"
    NO_WAY = "no_way"
    NOBODY = "nobody"


@dataclass(frozen=True)
class PostLine:
    """A post, who holds it, and how they can be called now."""

    post: Post
    holder: PostHolder | None
    way: WayToCall


def answering_for(post: Post) -> frozenset[Post]:
    """Give the posts of the same authority, the post itself among them."""
    return next((one for one in AUTHORITIES if post in one), frozenset({post}))


def check_name(text: str) -> str:
    """Give a name or an office back; raises PostNameLength."""
    tidy = tidy_line(text)
    if not 0 < len(tidy) <= NAME_LENGTH:
        raise PostNameLength(limit=NAME_LENGTH)
    return tidy


async def lines(session: AsyncSession) -> Sequence[PostLine]:
    """List all posts in their order."""
    held = {one.post: one for one in await session.exec(select(PostHolder).where(col(PostHolder.ended_at).is_(None)))}
    return [PostLine(post, held.get(post), await way(session, held.get(post))) for post in Post]


async def way(session: AsyncSession, holder: PostHolder | None) -> WayToCall:
    """Tell how a holder can be called: in the bot where it reaches them, else by phone."""
    if holder is None:
        return WayToCall.NOBODY
    if await in_bot(session, person_id=holder.person_id):
        return WayToCall.BOT
    return WayToCall.PHONE if holder.phone else WayToCall.NO_WAY


async def in_bot(session: AsyncSession, *, person_id: int | None) -> bool:
    """Tell whether a person (id) is of those who coordinate, and can be written to."""
    person = await session.get(Person, person_id) if person_id is not None else None
    return coordinates(person) and await reach.is_in_reach(session, person=person)


def coordinates(person: Person | None) -> TypeGuard[Person]:
    """Tell whether a person still has a role in which they may be called in the bot."""
    return person is not None and person.erased_at is None and person.staff_role in accounts.COORDINATORS


async def fill(
    session: AsyncSession,
    *,
    post: Post,
    name: str,
    office: str,
    phone: str,
    person_id: int | None,
    by: Person,
    now: datetime,
    knowingly: bool = False,
) -> PostHolder:
    """Give a post to a person or an office, in the place of whoever held it.

    `knowingly` keeps whom nobody can call yet: the name alone is worth having, and the list shows what is missing.

    Raises PostNameLength, PhoneInvalid or PostUnreachable.
    """
    number = read_phone(phone) if phone else ""
    if not number and person_id is None and not knowingly:
        raise PostUnreachable
    name, office = check_name(name), check_name(office)
    await end(session, post=post, by=by, now=now)
    holder = PostHolder(post=post, name=name, office=office, phone=number, person_id=person_id, since=now)
    session.add(holder)
    await session.flush()
    _record(session, "post-filled", holder, by=by, now=now)
    return holder


async def end(session: AsyncSession, *, post: Post, by: Person, now: datetime) -> None:
    """Leave a post empty, if somebody holds it."""
    held = select(PostHolder).where(PostHolder.post == post, col(PostHolder.ended_at).is_(None))
    holder = (await session.exec(held)).first()
    if holder is not None:
        holder.ended_at = now
        await session.flush()
        _record(session, "post-emptied", holder, by=by, now=now)


def _record(session: AsyncSession, action: str, holder: PostHolder, *, by: Person, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject="post_holder",
        subject_id=id_of(holder),
        now=now,
        after={"post": holder.post},
    )
