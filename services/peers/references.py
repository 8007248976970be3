"""What refers to what among a neighbour's messages, in whatever order they come."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.peers import PeerMessage, PeerProposal, PeerReference
from services.cap.reading import CapDocument
from services.peers.checking import OLDEST

# Of one message so many that it refers to are looked at, and of one sender so many kept within that time.
MOST = 100
MOST_KEPT, KEPT_WITHIN = 2_000, timedelta(days=1)


async def followed(session: AsyncSession, *, document: CapDocument) -> PeerProposal | None:
    """Find what a message follows: the newest proposal of a message that it refers to, or that refers to it."""
    proposals = select(PeerProposal).order_by(col(PeerProposal.id).desc()).limit(1)
    if document.type != "Alert":
        before = proposals.join(PeerMessage, col(PeerMessage.proposal_id) == col(PeerProposal.id)).where(
            PeerMessage.sender == document.sender, col(PeerMessage.identifier).in_(_referred(document))
        )
        if (found := (await session.exec(before)).first()) is not None:
            return found
    later = proposals.join(PeerReference, col(PeerReference.proposal_id) == col(PeerProposal.id))
    return (await session.exec(later.where(*_names(document)))).first()


async def was_followed(session: AsyncSession, *, document: CapDocument) -> bool:
    """Tell whether what follows a message came before it."""
    return (await session.exec(select(PeerReference.id).where(*_names(document)).limit(1))).first() is not None


async def keep(session: AsyncSession, *, document: CapDocument, proposal_id: int | None, now: datetime) -> None:
    """Keep what a message refers to and has not come yet; without a proposal nothing is to be shown of it."""
    if document.type == "Alert":
        return
    named = _referred(document)
    of_sender = PeerMessage.sender == document.sender
    come = await session.exec(select(PeerMessage.identifier).where(of_sender, col(PeerMessage.identifier).in_(named)))
    missing = sorted(set(named).difference(come.all()))
    lately = select(func.count()).where(
        PeerReference.sender == document.sender, col(PeerReference.received_at) > now - KEPT_WITHIN
    )
    if not missing or (await session.exec(lately)).one() + len(missing) > MOST_KEPT:
        return
    session.add_all(
        PeerReference(sender=document.sender, identifier=one, proposal_id=proposal_id, received_at=now)
        for one in missing
    )
    await session.flush()


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Forget references to what would be too old to be taken."""
    await session.exec(delete(PeerReference).where(col(PeerReference.received_at) < now - OLDEST))


def _names(document: CapDocument) -> Sequence[bool]:
    return PeerReference.sender == document.sender, PeerReference.identifier == document.identifier


def _referred(document: CapDocument) -> Sequence[str]:
    return [one.split(",")[1] for one in document.references[:MOST]]
