"""PostgreSQL is restarted, and cuts connections, in the middle of a broadcast: nothing is lost, nothing comes twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.broadcast import Plan, carry_out
from tests.faults.databases import cut, restart
from tests.faults.killing import kill
from tests.faults.postgres import Server, serving


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A server for one test alone."""
    async with serving() as server:
        yield server


def plan_on(server: Server) -> Plan:
    return Plan(people=60, rate=30, seed=7, patience=120, url=server.url)


async def test_a_server_that_crashes_and_one_that_is_restarted_are_waited_for(server: Server, tmp_path: Path) -> None:
    account = await carry_out(plan_on(server), tmp_path, restart(server, ["immediate", "fast"], seconds=1))

    assert account.wrong == []


async def test_connections_that_are_cut_in_the_middle_of_transactions_cost_nothing(
    server: Server, tmp_path: Path
) -> None:
    account = await carry_out(plan_on(server), tmp_path, cut(server, 20))

    assert account.wrong == []


async def test_kills_lose_nothing_on_postgresql_either(server: Server, tmp_path: Path) -> None:
    account = await carry_out(plan_on(server), tmp_path, kill(3, leases_run_out=True))

    assert account.wrong == []
