"""PostgreSQL is restarted, and cuts connections, in the middle of a broadcast: nothing is lost, nothing comes twice."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.broadcast import Plan, carry_out
from tests.faults.databases import IMPATIENT, cut, lock_out, one_after_another, restart
from tests.faults.killing import kill
from tests.faults.postgres import Server, serving


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A server for one test alone."""
    async with serving() as server:
        yield server


def plan_on(server: Server) -> Plan:
    return Plan(people=150, rate=15, seed=7, patience=120, url=server.url)


async def test_a_server_that_cuts_connections_is_locked_crashes_and_is_restarted_costs_nothing(
    server: Server, tmp_path: Path
) -> None:
    plan = replace(plan_on(server), program=("-c", IMPATIENT))
    hurts = one_after_another(cut(server, 20), lock_out(server, seconds=3), restart(server, ["immediate", "fast"]))

    account = await carry_out(plan, tmp_path, hurts)

    assert account.wrong == []


async def test_kills_lose_nothing_on_postgresql_either(server: Server, tmp_path: Path) -> None:
    account = await carry_out(plan_on(server), tmp_path, kill(3, leases_run_out=True))

    assert account.wrong == []
