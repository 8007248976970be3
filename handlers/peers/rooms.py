"""Neighbours (`/tinhban`): coordinators see what they warn of, owners how their feeds are read."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.peers.taps import PeersTap, PeerTap, PeerWish
from handlers.peers.views import peers as views
from models.people import Role
from services.ground.paging import nearest_page
from services.peers import proposals, register

OWNERS = frozenset({Role.OWNER})


@allow(COORDINATORS)
async def on_peers(update: Update, context: Context) -> None:
    """List what neighbours warned of lately, and for owners their feeds (`/tinhban`)."""
    await _show(context, 0)


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """Show another page of the feeds, or come back to the list."""
    await _show(context, PeersTap.unpack(tapped_data(update)).page)


async def _show(context: Context, number: int) -> None:
    recent = await proposals.recent(context.session, now=context.now)
    if Role.OWNER not in context.turn.roles:
        context.show(views.listing(context.reader, recent, None, now=context.now))
        return
    every = await register.current(context.session)
    at, pages = nearest_page(number, total=len(every), size=views.PAGE)
    shown = views.PeerPage(every[at * views.PAGE : (at + 1) * views.PAGE], at, pages, len(every))
    context.show(views.listing(context.reader, recent, shown, now=context.now))


@allow(OWNERS)
async def on_peer(update: Update, context: Context) -> None:
    """Show a neighbour's feed, pause it, go on with it, or remove it."""
    tap = PeerTap.unpack(tapped_data(update))
    peer = await register.by_id(context.session, peer_id=tap.peer_id)
    match tap.wish:
        case PeerWish.LOOK:
            pass
        case PeerWish.PAUSE:
            await register.pause(context.session, peer=peer, by=context.person, now=context.now)
        case PeerWish.RESUME:
            await register.resume(context.session, peer=peer, by=context.person, now=context.now)
        case PeerWish.ASK:
            context.show(views.ask_removal(context.reader, peer))
            return
        case PeerWish.REMOVE:
            await register.remove(context.session, peer=peer, by=context.person, now=context.now)
            context.notice(context.reader.label("peer-removed", name=peer.name))
            await _show(context, 0)
            return
    context.show(views.page(context.reader, await register.sheet(context.session, peer=peer), now=context.now))
