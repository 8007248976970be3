"""The long run: `make faults`, or `make faults ARGS="--people 500 --kills 20 --seed 3"`."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.faults.killing import Plan, carry_out


def main() -> int:
    """Kill the bot again and again while it alerts many people, and say what came of it."""
    asked = argparse.ArgumentParser(prog="make faults", description=main.__doc__)
    asked.add_argument("--people", type=int, default=5000)
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--rate", type=int, default=60, help="messages a second that Telegram takes")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--patience", type=float, default=1800, help="seconds to wait for the end after the last kill")
    asked.add_argument("--database", default="", help="an empty database's URL; a file of SQLite by default")
    given = asked.parse_args()
    plan = Plan(
        people=given.people,
        kills=given.kills,
        rate=given.rate,
        seed=given.seed,
        patience=given.patience,
        url=given.database,
    )
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        try:
            account = asyncio.run(carry_out(plan, Path(folder)))
        except AssertionError as error:
            sys.stdout.write(f"The books do not add up: {error}\n")
            return 1
    sys.stdout.write(f"{account.as_line()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
