"""`python -m bot.sandbox PORT CHATS TOKEN`: the sandbox as a child of whoever holds its standard input.

CHATS is the file in which the chats are kept, TOKEN the one in which the bot's token stands. It imports little, for who
starts it waits for the address, which is the one line that it prints.
"""

import asyncio
import os
import sys
from contextlib import closing
from pathlib import Path

from bot.listener import CannotListen
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.web.server import busy, serve
from bot.sandbox.world import World


async def _run(port: int, chats: Path, token: str) -> None:
    """Serve until the parent is gone: the end of its end of the pipe, however it comes, is ours."""
    parent_gone = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), parent_gone.set)
    # Closed here too, for a port that is busy ends all before anything is served.
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
