"""The product's own sandbox as a process of its own, for what Telegram's limits decide and not the machine's speed."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from benchmarks import network

ROOT = Path(__file__).parents[1]


@contextmanager
def running(people: int, *, token: str) -> Iterator[str]:
    """Run the sandbox with so many people who have started the bot, its limits kept; gives its address."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "data").mkdir()
        (Path(folder) / "data" / "sandbox-token").write_text(token)
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "sandbox", "--port", "0"],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        address = process.stdout.readline().strip() if process.stdout else ""
        cast = [
            {"id": network.FIRST + number, "first_name": f"Người {number}", "started": True} for number in range(people)
        ]
        cast.append({"id": network.OWNER, "first_name": "Hạ", "started": True})
        try:
            _ask(f"{address}/sandbox/people", cast)
            yield address
        finally:
            process.terminate()
            process.wait()


def counters(address: str) -> dict[str, Any]:
    """Ask a running sandbox what it has counted."""
    return _ask(f"{address}/sandbox/counters")


def _ask(address: str, body: object = None) -> dict[str, Any]:
    content = None if body is None else json.dumps(body).encode()
    request = Request(address, content, method="GET" if body is None else "PUT")  # noqa: S310 - our own server
    with urlopen(request) as answer:  # noqa: S310 - our own server
        found: dict[str, Any] = json.load(answer)
        return found
