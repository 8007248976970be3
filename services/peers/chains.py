"""Proposals that turn out to be one: the first stays and has all, the others say that they belong to it."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.peers import PeerDeclaration, PeerMessage, PeerProposal, PeerReference, ProposalState
from services.peers import telling
from services.peers.words import PeerWords

# From what still stands to what was taken back: none goes back from an end.
ORDER = (ProposalState.OPEN, ProposalState.OVER, ProposalState.CANCELLED)


def furthest(*states: ProposalState) -> ProposalState:
    """Tell where what belongs together stands: any end is the end of all of it."""
    return max(states, key=ORDER.index)


async def joined(session: AsyncSession, *, found: Sequence[PeerProposal], now: datetime) -> PeerProposal:
    """Make one of proposals that belong together, the first of them."""
    kept, *others = found
    for other in others:
        await _join(session, kept, other, now)
    return kept


async def _join(session: AsyncSession, kept: PeerProposal, other: PeerProposal, now: datetime) -> None:
    if other.said_at is not None and (kept.said_at is None or other.said_at > kept.said_at):
        kept.sqlmodel_update({one.name: getattr(other, one.name) for one in fields(PeerWords)})
    if furthest(kept.state, other.state) is not kept.state:
        kept.state, kept.changed_at = other.state, other.changed_at
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
