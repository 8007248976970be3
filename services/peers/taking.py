"""A message that a neighbour's feed led to: kept byte for byte, and shown as what it adds to a proposal."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapMessage
from models.identity import id_of
from models.peers import (
    Peer,
    PeerMessage,
    PeerProposal,
    PeerRefusal,
    PeerTrouble,
    ProposalState,
)
from services.notation.spelling import tidy_line, tidy_text
from services.peers import feeds, references, telling
from services.peers.checking import CheckedMessage, PeerWrong
from services.peers.feeds import FeedEntry

# What is in the way of a document, not in it: it is fetched again after a while.
PASSING = frozenset(
    {
        *(PeerTrouble.UNREACHABLE, PeerTrouble.SLOW, PeerTrouble.STATUS, PeerTrouble.UNRESOLVED, PeerTrouble.TLS),
        PeerTrouble.TOO_MANY,
    }
)
AGAIN_AFTER = timedelta(minutes=2)
# Of one neighbour coordinators get so many cards within that time; more would hide those of the others.
MOST_PROPOSED, MANY_WITHIN = 30, timedelta(hours=1)
# Within a day so many messages follow one alert, and so many bytes are kept of one neighbour.
A_DAY, MOST_FOLLOWING, MOST_BYTES = timedelta(days=1), 300, 33_554_432
HEADLINE, WORDS, AREAS = 200, 1500, 300
# Of what somebody wrote so much is looked through.
LOOKED_AT = 20_000


async def new_of(
    session: AsyncSession, *, peer: Peer, entries: Sequence[FeedEntry], now: datetime
) -> Sequence[FeedEntry]:
    """List the entries that were not looked at before, in their order; some are looked at again after a while.

    Those come last, for however many they are, they keep no new one waiting.
    """
    taken = select(PeerMessage.entry).where(PeerMessage.peer_id == id_of(peer))
    refused = select(PeerRefusal).where(PeerRefusal.peer_id == id_of(peer))
    refusals = {one.entry: one for one in await session.exec(refused)}
    known = {
        *(await session.exec(taken)),
        *(name for name, one in refusals.items() if one.trouble not in PASSING or one.at > now - AGAIN_AFTER),
    }
    new = [one for name, one in {each.name: each for each in entries}.items() if name not in known]
    return sorted(new, key=lambda one: one.name in refusals)


async def waits(session: AsyncSession, *, peer: Peer, entries: Sequence[FeedEntry]) -> bool:
    """Tell whether any of the entries is to be looked at again, for what was in the way passes."""
    names = {one.name for one in entries}
    passing = select(PeerRefusal.entry).where(PeerRefusal.peer_id == id_of(peer), col(PeerRefusal.trouble).in_(PASSING))
    return not names.isdisjoint((await session.exec(passing)).all())


async def take(
    session: AsyncSession, *, peer: Peer, entry: str, checked: CheckedMessage, own_sender: str | None, now: datetime
) -> PeerTrouble | None:
    """Take a message, or keep why it is not taken and give that back; an entry is taken once."""
    try:
        await _take(session, peer, entry, checked, own_sender, now)
    except PeerWrong as wrong:
        await refuse(session, peer=peer, entry=entry, wrong=wrong, now=now)
        return wrong.trouble
    return None


async def refuse(session: AsyncSession, *, peer: Peer, entry: str, wrong: PeerWrong, now: datetime) -> None:
    """Keep why an entry was not taken, in the place of what was kept of it before."""
    await _forget_refusal(session, peer, entry)
    refusal = PeerRefusal(peer_id=id_of(peer), entry=entry, trouble=wrong.trouble, detail=wrong.detail, at=now)
    session.add(refusal)
    await session.flush()


async def _forget_refusal(session: AsyncSession, peer: Peer, entry: str) -> None:
    """Forget why an entry was not taken when it was looked at before."""
    before = delete(PeerRefusal).where(col(PeerRefusal.peer_id) == id_of(peer), col(PeerRefusal.entry) == entry)
    await session.exec(before)


async def _take(
    session: AsyncSession, peer: Peer, entry: str, checked: CheckedMessage, own_sender: str | None, now: datetime
) -> None:
    document = checked.document
    await _check_not_ours(session, checked, own_sender)
    await _check_sender(session, peer, document.sender)
    await _check_unknown(session, checked)
    proposal = await references.followed(session, document=document)
    await _check_room(session, peer, proposal, checked, now)
    if proposal is not None and proposal.is_drill != checked.is_drill:
        raise PeerWrong(PeerTrouble.DRILL_MIXED, document.identifier)
    if proposal is not None:
        await _follow(session, proposal, checked, now)
    elif checked.state is not ProposalState.OPEN or await references.was_followed(session, document=document):
        # The end of something of which nobody here was told, or what has ended before it came.
        await references.keep(session, document=document, proposal_id=None, now=now)
        raise PeerWrong(PeerTrouble.EXPIRED)
    else:
        proposal = await _propose(session, peer, checked, now)
    await references.keep(session, document=document, proposal_id=id_of(proposal), now=now)
    peer.sender = document.sender
    await _forget_refusal(session, peer, entry)
    session.add(
        PeerMessage(
            peer_id=id_of(peer),
            proposal_id=id_of(proposal),
            sender=document.sender,
            identifier=document.identifier,
            sent_at=document.sent,
            type=document.type,
            body=checked.body,
            entry=entry,
            received_at=now,
        )
    )
    await session.flush()


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
    session: AsyncSession, peer: Peer, proposal: PeerProposal | None, checked: CheckedMessage, now: datetime
) -> None:
    """See that a neighbour fills neither the disk nor everybody's time; what ends an open alert is always taken."""
    if proposal is not None and proposal.state is ProposalState.OPEN and checked.state is not ProposalState.OPEN:
        return
    lately = col(PeerMessage.received_at) > now - A_DAY
    kept = select(func.coalesce(func.sum(func.length(col(PeerMessage.body))), 0))
    of_peer = (await session.exec(kept.where(PeerMessage.peer_id == id_of(peer), lately))).one()
    if of_peer + len(checked.body) > MOST_BYTES:
        raise PeerWrong(PeerTrouble.TOO_MANY)
    if proposal is None:
        return
    following = select(func.count()).where(PeerMessage.proposal_id == id_of(proposal), lately)
    if (await session.exec(following)).one() > MOST_FOLLOWING:
        raise PeerWrong(PeerTrouble.TOO_MANY)


async def _check_not_ours(session: AsyncSession, checked: CheckedMessage, own_sender: str | None) -> None:
    """See that a message is none of ours that comes back, and was not made from one of ours."""
    document = checked.document
    ours = select(CapMessage.id).limit(1)
    if document.sender == own_sender or (await session.exec(ours.where(CapMessage.sender == document.sender))).first():
        raise PeerWrong(PeerTrouble.OWN, document.identifier)
    said = set(re.findall(r"[\w.+-]{8,}", f"{document.note} {checked.info.description}"[:LOOKED_AT]))
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


async def _propose(session: AsyncSession, peer: Peer, checked: CheckedMessage, now: datetime) -> PeerProposal:
    lately = select(PeerProposal.id).where(
        PeerProposal.peer_id == id_of(peer), col(PeerProposal.proposed_at) > now - MANY_WITHIN
    )
    if len((await session.exec(lately)).all()) >= MOST_PROPOSED:
        raise PeerWrong(PeerTrouble.TOO_MANY)
    proposal = PeerProposal(
        peer_id=id_of(peer),
        sender=checked.document.sender,
        state=ProposalState.OPEN,
        is_drill=checked.is_drill,
        headline="",
        proposed_at=now,
        changed_at=now,
        expires_at=checked.expires_at,
        told_at=now,
    )
    _write(proposal, checked)
    session.add(proposal)
    await session.flush()
    await telling.propose(session, proposal=proposal, now=now)
    return proposal


async def _follow(session: AsyncSession, proposal: PeerProposal, checked: CheckedMessage, now: datetime) -> None:
    """Let a later message change what is proposed, and tell the coordinators of it."""
    if await _is_stale(session, proposal, checked):
        # What came out of order says nothing new; it is kept all the same.
        return
    proposal.state, proposal.changed_at = checked.state, now
    if checked.state is ProposalState.OPEN:
        _write(proposal, checked)
    await session.flush()
    await telling.changed(session, proposal=proposal, now=now)


async def _is_stale(session: AsyncSession, proposal: PeerProposal, checked: CheckedMessage) -> bool:
    newer = select(PeerMessage.id).where(
        PeerMessage.proposal_id == id_of(proposal), col(PeerMessage.sent_at) > checked.document.sent
    )
    return (
        proposal.state is ProposalState.CANCELLED
        or (await session.exec(newer.limit(1))).first() is not None
        or await references.was_followed(session, document=checked.document)
    )


def _write(proposal: PeerProposal, checked: CheckedMessage) -> None:
    """Write what a message says where coordinators read it: plain lines, no longer than they can be shown."""
    info = checked.info
    proposal.headline = tidy_line((info.headline or info.event)[:LOOKED_AT])[:HEADLINE]
    proposal.description = tidy_text(info.description[:LOOKED_AT])[:WORDS]
    proposal.instruction = tidy_text(info.instruction[:LOOKED_AT])[:WORDS]
    proposal.areas = tidy_line(", ".join(one.name for one in info.areas))[:AREAS]
    proposal.categories = " ".join(sorted(info.categories))[:AREAS]
    proposal.severity = tidy_line(info.severity)[:20]
    proposal.sender_name = tidy_line(info.sender_name)[:HEADLINE]
    document = checked.document
    proposal.restriction = tidy_line(document.restriction)[:AREAS] if document.scope == "Restricted" else None
    proposal.expires_at = checked.expires_at
