"""What belongs together among a neighbour's messages, in whatever order they come: all that refer to one another."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, delete, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.peers import PeerMessage, PeerProposal, PeerReference
from services.cap.reading import CapDocument
from services.peers.checking import OLDEST, CheckedMessage

# Of one sender so many names are kept within that time.
MOST_KEPT, KEPT_WITHIN = 10_000, timedelta(days=1)


async def touched(session: AsyncSession, *, checked: CheckedMessage) -> Sequence[PeerProposal]:
    """List the proposals to which a message belongs, by what it refers to and what refers to it.

    What was proposed stands first, the first of it before all others. An exercise and what is real never belong
    together.
    """
    document = checked.document
    referred = referred_by(document)
    named = [document.identifier, *referred]
    of_kept = select(PeerMessage.proposal_id).where(
        PeerMessage.sender == document.sender, col(PeerMessage.identifier).in_(referred)
    )
    of_names = select(PeerReference.proposal_id).where(
        PeerReference.sender == document.sender, col(PeerReference.identifier).in_(named)
    )
    query = select(PeerProposal).where(
        or_(col(PeerProposal.id).in_(of_kept), col(PeerProposal.id).in_(of_names)),
        PeerProposal.is_drill == checked.is_drill,
    )
    return (await session.exec(query.order_by(col(PeerProposal.proposed_at).is_(None), col(PeerProposal.id)))).all()


async def is_mixed(session: AsyncSession, *, checked: CheckedMessage) -> bool:
    """Tell whether an exercise refers to what is real, or the real to an exercise."""
    document = checked.document
    query = (
        select(PeerMessage.id)
        .join(PeerProposal, col(PeerProposal.id) == col(PeerMessage.proposal_id))
        .where(
            PeerMessage.sender == document.sender,
            col(PeerMessage.identifier).in_(referred_by(document)),
            PeerProposal.is_drill != checked.is_drill,
        )
    )
    return (await session.exec(query.limit(1))).first() is not None


async def is_newest(session: AsyncSession, *, document: CapDocument, among: Sequence[PeerProposal]) -> bool:
    """Tell whether no message of these proposals is newer: of what was sent at once, what others refer to is older."""
    newest = max((one.said_at for one in among if one.said_at is not None), default=None)
    if newest is None or document.sent != newest:
        return newest is None or document.sent > newest
    names = PeerReference.sender == document.sender, PeerReference.identifier == document.identifier
    return (await session.exec(select(PeerReference.id).where(*names).limit(1))).first() is None


async def keep(
    session: AsyncSession, *, document: CapDocument, named: Sequence[str], proposal: PeerProposal, now: datetime
) -> None:
    """Keep what belongs to a proposal and is not kept as a message."""
    messages = select(PeerMessage.identifier).where(
        PeerMessage.sender == document.sender, col(PeerMessage.identifier).in_(named)
    )
    names = select(PeerReference.identifier).where(
        PeerReference.proposal_id == id_of(proposal), col(PeerReference.identifier).in_(named)
    )
    known = {*(await session.exec(messages)).all(), *(await session.exec(names)).all()}
    missing = sorted(set(named) - known)
    lately = select(func.count()).where(
        PeerReference.sender == document.sender, col(PeerReference.received_at) > now - KEPT_WITHIN
    )
    if not missing or (await session.exec(lately)).one() + len(missing) > MOST_KEPT:
        return
    session.add_all(
        PeerReference(sender=document.sender, identifier=one, proposal_id=id_of(proposal), received_at=now)
        for one in missing
    )
    await session.flush()


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Forget the names of what would be too old to be taken, and what was shown to nobody once none is left of it."""
    await session.exec(delete(PeerReference).where(col(PeerReference.received_at) < now - OLDEST))
    named = select(PeerReference.proposal_id)
    await session.exec(
        delete(PeerProposal).where(
            col(PeerProposal.proposed_at).is_(None),
            col(PeerProposal.changed_at) < now - OLDEST,
            col(PeerProposal.id).not_in(named),
        )
    )


def referred_by(document: CapDocument) -> Sequence[str]:
    """Name the messages that one refers to; a new alert refers to none."""
    return [] if document.type == "Alert" else [one.split(",")[1] for one in document.references]
