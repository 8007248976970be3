"""Groups of businesses: bound by a representative, written to like a person, lost when the bot is put out."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.groups import Group


async def bound_to(session: AsyncSession, *, members: Iterable[int]) -> Sequence[int]:
    """List the ids of the groups that are bound to some businesses (ids)."""
    wanted = list(dict.fromkeys(members))
    found: list[int] = []
    for start in range(0, len(wanted), 500):
        query = select(col(Group.id)).where(
            col(Group.member_id).in_(wanted[start : start + 500]), col(Group.left_at).is_(None)
        )
        found += [group_id for group_id in await session.exec(query) if group_id is not None]
    return found


async def of_chat(session: AsyncSession, *, chat_id: int) -> Group | None:
    """Find the group that is bound in a chat."""
    query = select(Group).where(Group.chat_id == chat_id, col(Group.left_at).is_(None))
    return (await session.exec(query)).first()


async def lose(session: AsyncSession, *, group_id: int, now: datetime) -> None:
    """Write to a group no more: the bot is not in it."""
    group = await session.get_one(Group, group_id)
    group.left_at = group.left_at or now


async def move(session: AsyncSession, *, group_id: int, chat_id: int) -> None:
    """Keep the new chat of a group that has become a supergroup."""
    group = await session.get_one(Group, group_id)
    group.chat_id = chat_id
