"""A message that a neighbour's feed led to: kept byte for byte, and shown as what it adds to a proposal."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapMessage
from models.identity import id_of
from models.peers import (
    Peer,
    PeerMessage,
    PeerProposal,
    PeerTrouble,
    ProposalState,
)
from services.peers import chains, documents, feeds, references, telling
from services.peers.chains import ChainStand
from services.peers.checking import CheckedMessage, PeerWrong
from services.peers.feeds import FeedEntry

# Of one neighbour coordinators get so many cards within that time; more would hide those of the others.
MOST_PROPOSED, MANY_WITHIN = 30, timedelta(hours=1)
# Within a day so many messages follow one alert, and so many bytes are kept of one neighbour.
A_DAY, MOST_FOLLOWING, MOST_BYTES = timedelta(days=1), 300, 33_554_432


async def take(
    session: AsyncSession,
    *,
    peer: Peer,
    entry: FeedEntry,
    checked: CheckedMessage,
    own_sender: str | None,
    now: datetime,
) -> PeerTrouble | None:
    """Take a message, or keep why it is not taken and give that back; a message is taken once."""
    try:
        await _take(session, peer, checked, own_sender, now)
    except PeerWrong as wrong:
        await documents.keep(session, peer=peer, entry=entry, body=checked.body, wrong=wrong, now=now)
        return wrong.trouble
    await documents.keep(session, peer=peer, entry=entry, body=checked.body, wrong=None, now=now)
    return None


async def _take(
    session: AsyncSession, peer: Peer, checked: CheckedMessage, own_sender: str | None, now: datetime
) -> None:
    document = checked.document
    await _check_not_ours(session, checked, own_sender)
    await _check_sender(session, peer, document.sender)
    await _check_unknown(session, checked)
    if await references.is_mixed(session, checked=checked):
        raise PeerWrong(PeerTrouble.DRILL_MIXED, document.identifier)
    found = await references.touched(session, checked=checked)
    await _check_room(session, peer, found, checked, now)
    proposal = await _said_in(session, peer, found, checked, now)
    named = references.referred_by(document)
    if proposal.proposed_at is None:
        # The end of something of which nobody here was told, or what has ended before it came.
        await references.keep(
            session, document=document, named=[document.identifier, *named], proposal=proposal, now=now
        )
        raise PeerWrong(PeerTrouble.EXPIRED)
    await references.keep(session, document=document, named=named, proposal=proposal, now=now)
    peer.sender = document.sender
    session.add(
        PeerMessage(
            peer_id=id_of(peer),
            proposal_id=id_of(proposal),
            sender=document.sender,
            identifier=document.identifier,
            sent_at=document.sent,
            type=document.type,
            body=checked.body,
            received_at=now,
        )
    )
    await session.flush()


async def _said_in(
    session: AsyncSession, peer: Peer, found: Sequence[PeerProposal], checked: CheckedMessage, now: datetime
) -> PeerProposal:
    """Give the one proposal to which a message belongs, with what it adds; it is proposed if it is to be by now."""
    is_asked = any(one.proposed_at is not None for one in found)
    stand = chains.stand((_stand(checked), *found))
    state = stand.state
    is_newest = checked.state is ProposalState.OPEN and await references.is_newest(
        session, document=checked.document, among=found
    )
    is_news = not is_asked and is_newest and state is ProposalState.OPEN and checked.words.expires_at > now
    if is_news:
        await _check_few(session, peer, now)
    proposal = await chains.joined(session, found=found, now=now) if found else _begun(session, peer, checked, now)
    if is_newest:
        proposal.sqlmodel_update(asdict(checked.words))
    if state is not proposal.state or (is_newest and state is ProposalState.OPEN):
        proposal.state, proposal.changed_at = state, now
    proposal.ended_at = stand.ended_at
    await session.flush()
    if is_news:
        await telling.propose(session, proposal=proposal, now=now)
    elif is_asked and (is_newest or state is not proposal.told_state):
        await telling.changed(session, proposal=proposal, now=now)
    elif len(found) > 1:
        await telling.redraw(session, proposal=proposal, now=now)
    return proposal


def _stand(checked: CheckedMessage) -> ChainStand:
    """Tell where one message leaves what it speaks of, if there were no other."""
    sent_at = checked.document.sent
    if checked.state is ProposalState.OPEN:
        return ChainStand(sent_at, None, checked.state)
    return ChainStand(None, sent_at, checked.state)


def _begun(session: AsyncSession, peer: Peer, checked: CheckedMessage, now: datetime) -> PeerProposal:
    """Begin a proposal of which nobody has been told."""
    proposal = PeerProposal(
        peer_id=id_of(peer),
        sender=checked.document.sender,
        state=checked.state,
        is_drill=checked.is_drill,
        headline="",
        changed_at=now,
        expires_at=checked.words.expires_at,
        told_at=now,
    )
    session.add(proposal)
    return proposal


async def _check_unknown(session: AsyncSession, checked: CheckedMessage) -> None:
    """See that a message was not taken before, with these words or others."""
    document = checked.document
    twin = select(PeerMessage).where(
        PeerMessage.sender == document.sender,
        PeerMessage.identifier == document.identifier,
        PeerMessage.sent_at == document.sent,
    )
    if (known := (await session.exec(twin)).first()) is not None:
        raise PeerWrong(PeerTrouble.KNOWN if known.body == checked.body else PeerTrouble.CHANGED, document.identifier)


async def _check_room(
    session: AsyncSession, peer: Peer, found: Sequence[PeerProposal], checked: CheckedMessage, now: datetime
) -> None:
    """See that a neighbour fills neither the disk nor everybody's time; what ends an open alert is always taken."""
    is_open = any(one.state is ProposalState.OPEN for one in found)
    if is_open and checked.state is not ProposalState.OPEN:
        return
    lately = col(PeerMessage.received_at) > now - A_DAY
    kept = select(func.coalesce(func.sum(func.length(col(PeerMessage.body))), 0))
    of_peer = (await session.exec(kept.where(PeerMessage.peer_id == id_of(peer), lately))).one()
    if of_peer + len(checked.body) > MOST_BYTES:
        raise PeerWrong(PeerTrouble.TOO_MANY)
    following = select(func.count()).where(col(PeerMessage.proposal_id).in_([id_of(one) for one in found]), lately)
    if (await session.exec(following)).one() > MOST_FOLLOWING:
        raise PeerWrong(PeerTrouble.TOO_MANY)


async def _check_not_ours(session: AsyncSession, checked: CheckedMessage, own_sender: str | None) -> None:
    """See that a message is none of ours that comes back, and was not made from one of ours."""
    document = checked.document
    ours = select(CapMessage.id).limit(1)
    if document.sender == own_sender or (await session.exec(ours.where(CapMessage.sender == document.sender))).first():
        raise PeerWrong(PeerTrouble.OWN, document.identifier)
    said = set(re.findall(r"[\w.+-]{8,}", f"{document.note} {checked.info.description}"))
    named = (await session.exec(ours.where(col(CapMessage.identifier).in_(list(said)[:500])))).first()
    if named is not None:
        raise PeerWrong(PeerTrouble.OWN, document.identifier)


async def _check_sender(session: AsyncSession, peer: Peer, sender: str) -> None:
    """See that a feed speaks for its own sender, and for no other neighbour's.

    The public and the restricted feed of a neighbour lie at one place and speak for one sender.
    """
    if peer.sender is not None and peer.sender != sender:
        raise PeerWrong(PeerTrouble.SENDER, sender)
    others = select(Peer).where(Peer.sender == sender, Peer.id != peer.id, col(Peer.removed_at).is_(None))
    for other in (await session.exec(others)).all():
        if feeds.place_of(other.url) != feeds.place_of(peer.url):
            raise PeerWrong(PeerTrouble.SENDER, sender)


async def _check_few(session: AsyncSession, peer: Peer, now: datetime) -> None:
    """See that coordinators are not buried in one neighbour's cards."""
    lately = select(func.count()).where(
        PeerProposal.peer_id == id_of(peer), col(PeerProposal.proposed_at) > now - MANY_WITHIN
    )
    if (await session.exec(lately)).one() >= MOST_PROPOSED:
        raise PeerWrong(PeerTrouble.TOO_MANY)
