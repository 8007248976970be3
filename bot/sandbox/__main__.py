"""`python -m bot.sandbox PORT CHATS TOKEN`: the sandbox as a child of whoever holds its standard input.

CHATS is the file in which the chats are kept, and TOKEN the file that holds the bot's token. The only line that it
prints is its address. It imports little, because whoever starts it waits for that line.
"""

import asyncio
import os
import sys
from contextlib import closing
from pathlib import Path

from bot.base.listener import CannotListen
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.web.server import busy, serve
from bot.sandbox.world import World


async def _run(port: int, chats: Path, token: str) -> None:
    """Serve until the parent closes its end of the pipe or dies."""
    parent_gone = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), parent_gone.set)
    # Closed here too: when the port is busy, nothing is served that would close it.
    with closing(World(token, clock=SandboxClock(), path=chats)) as world:
        async with serve(world, port=port) as address:
            sys.stdout.write(address + "\n")
            sys.stdout.flush()
            await parent_gone.wait()


def main(port: int, chats: Path, token: Path) -> None:
    """Run the sandbox, or say why its port cannot be used."""
    os.umask(0o077)
    try:
        asyncio.run(_run(port, chats, token.read_text()))
    except CannotListen as error:
        sys.exit(busy(port, error))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
