"""When coordinators are told what a neighbour said of its alert: an end and its opposite at once, else now and then."""

from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.peers import PROPOSAL_SUBJECT, PeerProposal, ProposalState
from services.outbox import broadcasts
from services.peers.kinds import PROPOSAL, SAID, PeerSaid
from services.people import accounts

# The card is edited by every update; a message that rings comes no oftener.
SELDOM = timedelta(minutes=5)


async def propose(session: AsyncSession, *, proposal: PeerProposal, now: datetime) -> None:
    """Show coordinators the card of what a neighbour warns of."""
    proposal.proposed_at = proposal.told_at = now
    people = await accounts.coordinator_ids(session)
    await broadcasts.queue(
        session, kind=PROPOSAL, people=people, subject_id=id_of(proposal), now=now, lane=_lane(proposal)
    )


async def redraw(session: AsyncSession, *, proposal: PeerProposal, now: datetime) -> None:
    """Edit the cards, and tell nobody of it."""
    await broadcasts.redraw(session, subject=PROPOSAL_SUBJECT, subject_id=id_of(proposal), lane=PROPOSAL.lane, now=now)


async def changed(session: AsyncSession, *, proposal: PeerProposal, now: datetime) -> None:
    """Edit the cards, and tell coordinators of it now or later: what has ended, or has not after all, at once."""
    await redraw(session, proposal=proposal, now=now)
    if proposal.state is not proposal.told_state:
        proposal.tell_at = now
    elif proposal.tell_at is None:
        # A clock that was set back keeps nobody waiting for longer.
        proposal.tell_at = max(now, min(proposal.told_at, now) + SELDOM)
    if proposal.tell_at <= now:
        await _tell(session, proposal, now)


async def tell_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell coordinators what was left for later."""
    query = select(PeerProposal).where(col(PeerProposal.tell_at) <= now).order_by(col(PeerProposal.id))
    for proposal in (await session.exec(query)).all():
        await _tell(session, proposal, now)


async def _tell(session: AsyncSession, proposal: PeerProposal, now: datetime) -> None:
    """Say where it stands now; that it is over is said once."""
    proposal.tell_at = None
    if proposal.state is not ProposalState.OPEN and proposal.state is proposal.told_state:
        return
    is_again = proposal.state is ProposalState.OPEN and proposal.told_state is not ProposalState.OPEN
    proposal.told_at, proposal.told_state = now, proposal.state
    await session.flush()
    await broadcasts.queue(
        session,
        kind=SAID,
        people=await accounts.coordinator_ids(session),
        subject_id=id_of(proposal),
        details=PeerSaid(proposal.state, is_again=is_again),
        now=now,
        lane=_lane(proposal),
    )


def _lane(proposal: PeerProposal) -> Lane:
    return Lane.DRILL if proposal.is_drill else Lane.REPLY
