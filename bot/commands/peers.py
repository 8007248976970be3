"""Neighbours' feeds at the command line: `python -m bot peers …`, beside a running bot too."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.base.settings import Settings
from bot.commands import console
from bot.commands.console import say
from bot.commands.start import make_ready
from handlers.frame.views import refusals
from handlers.peers.views import peers as views
from models.database import opened
from services.ground.refusals import Refusal
from services.peers import register
from services.peers.register import PeerUnknown

Work = Callable[[AsyncSession], Awaitable[str]]


def add(url: str, name: str, token: str | None) -> None:
    """Read a feed from now on."""

    async def work(session: AsyncSession) -> str:
        peer = await register.add(session, url=url, name=name, token=token, by=None, now=datetime.now(UTC))
        return f"{peer.name} is read from now on: {peer.url}"

    _do(work)


def show() -> None:
    """List the feeds that are read."""
    settings = console.settings()
    reader = settings.office.reader(settings.office.language)

    async def work(session: AsyncSession) -> str:
        now = datetime.now(UTC)
        lines = [views.plain_line(reader, one, now) for one in await register.current(session)]
        return "\n".join(lines) or "No feed is read."

    _do(work)


def remove(which: str) -> None:
    """Read a feed no longer, by its number or its address."""

    async def work(session: AsyncSession) -> str:
        for peer in await register.current(session):
            if which in (str(peer.id), peer.url):
                await register.remove(session, peer=peer, by=None, now=datetime.now(UTC))
                return f"{peer.name} is read no longer."
        raise PeerUnknown

    _do(work)


def _do(work: Work) -> None:
    settings = console.settings()
    try:
        done = asyncio.run(_work(settings, work))
    except Refusal as no:
        raise console.end(refusals.plain(no, settings.office.reader(settings.office.language))) from None
    say.print(done, markup=False)


async def _work(settings: Settings, work: Work) -> str:
    await make_ready(settings)
    async with opened(settings.database) as database, database.writing() as session:
        return await work(session)
