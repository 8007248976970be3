"""Proposals that turn out to be one: the first stays and has all, the others say that they belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.peers import PeerDeclaration, PeerMessage, PeerProposal, PeerReference, ProposalState
from services.peers import telling
from services.peers.words import PeerWords

# From what still stands to what was taken back: of what was sent at once the last of these counts.
ORDER = (ProposalState.OPEN, ProposalState.OVER, ProposalState.CANCELLED)


@dataclass(frozen=True)
class ChainStand:
    """When the newest message that warns and the newest end were sent, and where that leaves what belongs together.

    A proposal has the same by these names.
    """

    said_at: datetime | None
    ended_at: datetime | None
    state: ProposalState


def stand(of: Iterable[ChainStand | PeerProposal]) -> ChainStand:
    """Tell where what belongs together stands: it has ended exactly when its newest message is an end.

    The newest is what was sent last, in whatever order they came.
    """
    parts = list(of)
    said_at = max((one.said_at for one in parts if one.said_at is not None), default=None)
    ends = [(one.ended_at, ORDER.index(one.state)) for one in parts if one.ended_at is not None]
    if not ends:
        return ChainStand(said_at, None, ProposalState.OPEN)
    ended_at, place = max(ends)
    is_open_again = said_at is not None and said_at > ended_at
    return ChainStand(said_at, ended_at, ProposalState.OPEN if is_open_again else ORDER[place])


async def joined(session: AsyncSession, *, found: Sequence[PeerProposal], now: datetime) -> PeerProposal:
    """Make one of proposals that belong together, the first of them."""
    kept, *others = found
    for other in others:
        await _join(session, kept, other, now)
    return kept


async def _join(session: AsyncSession, kept: PeerProposal, other: PeerProposal, now: datetime) -> None:
    both = stand((kept, other))
    if other.said_at is not None and (kept.said_at is None or other.said_at > kept.said_at):
        kept.sqlmodel_update({one.name: getattr(other, one.name) for one in fields(PeerWords)})
    if both.state is not kept.state:
        kept.state, kept.changed_at = both.state, other.changed_at
    kept.ended_at = both.ended_at
    await _hand_over(session, kept, other)
    if other.proposed_at is None:
        await session.delete(other)
        await session.flush()
        return
    kept.told_state = min(kept.told_state, other.told_state, key=ORDER.index)
    kept.tell_at = min(filter(None, (kept.tell_at, other.tell_at)), default=None)
    other.joined_id, other.tell_at = id_of(kept), None
    await session.flush()
    await telling.redraw(session, proposal=other, now=now)


async def _hand_over(session: AsyncSession, kept: PeerProposal, other: PeerProposal) -> None:
    for table in (PeerMessage, PeerReference, PeerDeclaration):
        owned = update(table).where(col(table.proposal_id) == id_of(other))
        await session.exec(owned.values(proposal_id=id_of(kept)))
    before = update(PeerProposal).where(col(PeerProposal.joined_id) == id_of(other))
    await session.exec(before.values(joined_id=id_of(kept)))
