"""Businesses of the network by what is typed of them: a tax code, or a part of the name."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import LISTED, Member
from models.roster import RosterEntry
from services.ground.refusals import Refusal
from services.notation.spelling import search_key


class NoSuchBusiness(Refusal):
    """No business of the network is called `text`, or has it as its tax code."""


# Whoever was invited or waits may provide for a system all the same.
OFFERED = 6


async def like(session: AsyncSession, *, text: str) -> Sequence[Member]:
    """Find the businesses that are meant: the one of a tax code or of exactly this name, or some with all its words."""
    key = search_key(text)
    if not key:
        return ()
    by_code = select(Member).where(Member.tax_code == text.strip(), col(Member.status).in_(LISTED))
    found = (await session.exec(by_code)).all()
    if found:
        return found
    query = (
        select(Member, RosterEntry.name_key)
        .join(RosterEntry, col(RosterEntry.member_id) == col(Member.id))
        .where(col(Member.status).in_(LISTED))
        .order_by(col(RosterEntry.sort_key), col(Member.id))
    )
    for word in key.split():
        query = query.where(col(RosterEntry.name_key).contains(word, autoescape=True))
    rows = (await session.exec(query.limit(10 * OFFERED))).all()
    exactly = [member for member, name_key in rows if name_key.strip() == key]
    return exactly or [member for member, _ in rows[:OFFERED]]


async def called(session: AsyncSession, *, text: str) -> Member | None:
    """Find the one business of a tax code, or of exactly this name; None where none is, or several are."""
    key = search_key(text)
    found = [
        one for one in await like(session, text=text) if one.tax_code == text.strip() or search_key(one.name) == key
    ]
    return found[0] if len(found) == 1 else None


async def names(session: AsyncSession, *, ids: Collection[int]) -> Mapping[int, str]:
    """Name some businesses (ids)."""
    rows = await session.exec(select(Member).where(col(Member.id).in_(ids)))
    return {id_of(member): member.name for member in rows}
