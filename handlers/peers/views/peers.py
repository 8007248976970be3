"""Neighbours' feeds as owners see them, and the list of what they warn of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.cap.views import rules
from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.peers.taps import PeersTap, PeerTap, PeerWish, ProposalTap
from models.identity import id_of
from models.peers import Peer, PeerProposal, PeerTrouble
from services.peers import proposals
from services.peers.register import PeerRefusal, PeerSheet

PAGE = 6
LONGEST_LABEL, LONGEST_HEADLINE = 30, 100
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class PeerPage:
    """A page of neighbours, its number, how many pages there are and how many neighbours."""

    peers: Sequence[Peer]
    number: int
    pages: int
    total: int


def listing(
    reader: Reader, recent: Sequence[tuple[PeerProposal, Peer]], page: PeerPage | None, *, now: datetime
) -> Message:
    """List what neighbours warned of lately and, for owners, their feeds; each is behind a button."""
    parts = [
        reader.say("peers-head"),
        Markup("\n").join(_recent(reader, proposal, peer, now) for proposal, peer in recent)
        or reader.say("peers-none-recent"),
    ]
    if page is not None:
        parts.append(_feeds(reader, page, now))
    rows = (
        *((_open(proposal, peer),) for proposal, peer in recent),
        *(_of_page(page) if page is not None else ()),
        (Button(reader.label("button-menu"), MenuTap("menu").pack()),),
    )
    return Message(Markup("\n\n").join(parts), rows=rows)


def _recent(reader: Reader, proposal: PeerProposal, peer: Peer, now: datetime) -> Markup:
    key = "peers-recent-drill" if proposal.is_drill else "peers-recent"
    return reader.say(
        key,
        state=proposals.standing(proposal, now=now),
        peer=peer.name,
        headline=shorten(proposal.headline, LONGEST_HEADLINE),
        at=reader.short_moment(proposal.proposed_at or proposal.changed_at, now),
    )


def _open(proposal: PeerProposal, peer: Peer) -> Button:
    text = shorten(f"📡 {peer.name}: {proposal.headline}", LONGEST_LABEL)
    return Button(text, ProposalTap(id_of(proposal)).pack())


def _feeds(reader: Reader, page: PeerPage, now: datetime) -> Markup:
    if not page.total:
        return reader.say("peers-no-feeds")
    lines = [reader.say("peers-feeds", count=page.total), *(_line(reader, one, now) for one in page.peers)]
    return Markup("\n").join(lines)


def _of_page(page: PeerPage) -> Rows:
    buttons = [
        (Button(shorten(f"📡 {one.name}", LONGEST_LABEL), PeerTap(id_of(one), PeerWish.LOOK).pack()),)
        for one in page.peers
    ]
    turned = turning(Page(page.peers, page.number, page.pages), lambda at: PeersTap(at).pack())
    return (*buttons, *turned)


def _line(reader: Reader, peer: Peer, now: datetime) -> Markup:
    return reader.say("peers-line", name=peer.name, state=_state(reader, peer, now))


def _state(reader: Reader, peer: Peer, now: datetime) -> str:
    if peer.paused_at is not None:
        return reader.label("peer-state-paused")
    if peer.trouble is not None:
        return reader.label("peer-state-trouble", why=trouble(reader, peer.trouble, peer.detail))
    if peer.read_at is None:
        return reader.label("peer-state-new")
    return reader.label("peer-state-read", at=reader.short_moment(peer.read_at, now))


def plain_line(reader: Reader, peer: Peer, now: datetime) -> str:
    """Say the same in a line without HTML, with the number by which it is removed."""
    return f"{peer.id}  {peer.name}  {peer.url}  {_state(reader, peer, now)}"


def page(reader: Reader, sheet: PeerSheet, *, now: datetime) -> Message:
    """Show a neighbour's feed: where it is, when it was read last, what went wrong, and what to do with it."""
    peer = sheet.peer
    lines = [
        reader.say("peer-head", name=peer.name),
        reader.say("peer-url", url=peer.url),
        reader.say("peer-with-token") if peer.token is not None else None,
        reader.say("peer-sender", sender=peer.sender) if peer.sender is not None else None,
        reader.say("peer-last-read", at=reader.moment(peer.read_at) if peer.read_at is not None else "—"),
        reader.say("peer-last-trouble", why=trouble(reader, peer.trouble, peer.detail), count=peer.failures)
        if peer.trouble is not None
        else None,
        reader.say("peer-is-paused")
        if peer.paused_at is not None
        else reader.say("peer-next", at=reader.moment(peer.due_at)),
    ]
    parts = [Markup("\n").join(line for line in lines if line is not None)]
    if sheet.refusals:
        refused = [_refused(reader, one, now) for one in sheet.refusals]
        parts.append(Markup("\n").join([reader.say("peer-refused-head"), *refused]))
    return Message(Markup("\n\n").join(parts), rows=_wishes(reader, peer))


def _refused(reader: Reader, refusal: PeerRefusal, now: datetime) -> Markup:
    why = trouble(reader, refusal.trouble, refusal.detail)
    return reader.say("peer-refused", at=reader.short_moment(refusal.at, now), why=why)


def _wishes(reader: Reader, peer: Peer) -> Rows:
    wish = PeerWish.RESUME if peer.paused_at is not None else PeerWish.PAUSE
    return (
        (
            Button(reader.label(f"peer-button-{wish}"), PeerTap(id_of(peer), wish).pack()),
            Button(reader.label("peer-button-remove"), PeerTap(id_of(peer), PeerWish.ASK).pack(), Style.DANGER),
        ),
        (Button(reader.label("proposal-button-list"), PeersTap(0).pack()),),
    )


def ask_removal(reader: Reader, peer: Peer) -> Message:
    """Ask whether a feed shall be read no longer."""
    remove = Button(reader.label("peer-button-remove-sure"), PeerTap(id_of(peer), PeerWish.REMOVE).pack(), Style.DANGER)
    keep = Button(reader.label("peer-button-keep"), PeerTap(id_of(peer), PeerWish.LOOK).pack())
    return Message(reader.say("peer-ask-removal", name=peer.name), rows=((remove,), (keep,)))


def trouble(reader: Reader, why: PeerTrouble, detail: str) -> str:
    """Say in a line why something of a neighbour's was not read or taken."""
    if why is PeerTrouble.BROKEN_RULE:
        return reader.label("peer-trouble-broken-rule", rule=rules.sentence(reader, detail))
    return reader.label(f"peer-trouble-{why.replace('_', '-')}", detail=detail or "—")
