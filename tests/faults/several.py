"""Several processes as one program: an ingress, two workers and a clock, for stories that know of one bot.

They end with it, however it ends. `python -m tests.faults.several`.
"""

import asyncio
import ctypes
import signal
import sys

ROLES = ("clock", "ingress", "worker", "worker")
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG (https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html)
LIBC = ctypes.CDLL(None)


def _die_with_parent() -> None:
    LIBC.prctl(DIES_WITH_PARENT, signal.SIGKILL)


async def _start(role: str) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--role", role),
        stdout=asyncio.subprocess.PIPE,
        preexec_fn=_die_with_parent,
    )
    assert process.stdout is not None
    assert b"at work" in await process.stdout.readline(), role
    return process


async def run() -> int:
    """Run them all until SIGTERM; returns the worst of their exit codes."""
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    bots = [await _start(ROLES[0]), *await asyncio.gather(*map(_start, ROLES[1:]))]
    print(f"{len(bots)} processes are at work.", flush=True)  # noqa: T201 - who started us waits for this line
    await stopping.wait()
    for bot in bots:
        bot.terminate()
    ended = await asyncio.gather(*(bot.communicate() for bot in bots))
    are_stored = all(b"everything is stored" in said for said, _ in ended)
    print("everything is stored" if are_stored else "not everything is stored", flush=True)  # noqa: T201
    return max(bot.returncode or 0 for bot in bots)


if __name__ == "__main__":
    sys.exit(asyncio.run(run()))
