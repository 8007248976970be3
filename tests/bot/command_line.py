"""The real program as a process of its own, in a folder of its own."""

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


@dataclass(frozen=True)
class Ended:
    """How a program ended: exit code, standard output and standard error."""

    code: int
    said: str
    complained: str


def environment(**settings: str) -> dict[str, str]:
    """Make an environment with these settings and no others of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "120", **settings}


async def start(folder: Path, *arguments: str, **settings: str) -> asyncio.subprocess.Process:
    """Start `python -m bot` with these arguments in a folder."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder,
        env=environment(**settings),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def end(process: asyncio.subprocess.Process, typed: str = "") -> Ended:
    """Wait until a program ends by itself."""
    async with asyncio.timeout(PATIENCE):
        said, complained = await process.communicate(typed.encode())
    return Ended(process.returncode or 0, said.decode(), complained.decode())


async def run(folder: Path, *arguments: str, typed: str = "", **settings: str) -> Ended:
    """Run `python -m bot` with these arguments to its end."""
    return await end(await start(folder, *arguments, **settings), typed)
