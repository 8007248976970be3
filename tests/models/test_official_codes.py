"""Codes of communes that were stored wrong are the official ones after the climb, and as before after the way back."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Connection, DateTime, Integer, MetaData, Table, insert, select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.base.migrate import migrate
from services.places import communes
from tests import databases
from tests.models.test_one_subject import AT

# As the list of before had it, and the official code with the name that both have.
CUA_NAM = ("00073", "00082", "Phường Cửa Nam")
CAU_GIAY = ("00167", "00166", "Phường Cầu Giấy")
# Each of these three had the official code of another.
LY_QUOC, HA_LANG, VINH_QUY = ("01558", "01537"), ("01561", "01558"), ("01537", "01561")
RIGHT = "00070"
LOC_NINH = "25270"
# Under each table, what was stored and what is meant; of the members only the code.
MEMBERS = (CUA_NAM[:2], CAU_GIAY[:2], LY_QUOC, HA_LANG, VINH_QUY, (RIGHT, RIGHT), (LOC_NINH, LOC_NINH))
WISHED: Mapping[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "drafts": (
        "data",
        {"commune_code": "00073", "found": ["00167", RIGHT], "wanted": {"commune_codes": ["01558", "01561"]}},
        {"commune_code": "00082", "found": ["00166", RIGHT], "wanted": {"commune_codes": ["01537", "01558"]}},
    ),
    "audit": ("after", {"commune_code": "01537", "name": "00073"}, {"commune_code": "01561", "name": "00073"}),
    "jobs": ("asked", {"commune": "00167", "page": 73}, {"commune": "00166", "page": 73}),
    "broadcasts": ("details", {"is": "x", "commune": "00073"}, {"is": "x", "commune": "00082"}),
    "applications": ("proposed", {"after": {"commune_code": "00073"}}, {"after": {"commune_code": "00082"}}),
}


@pytest.fixture
async def url(tmp_path: Path) -> str:
    """The URL of a database of before."""
    url = databases.address(tmp_path, "climb")
    await databases.make(url)
    await migrate(url, to="0014")
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(_fill)
    await engine.dispose()
    return url


def _fill(connection: Connection) -> None:
    _add(connection, "people", {"id": 1, "language": "vi", "telegram_id": 1})
    for number, (stored, _) in enumerate(MEMBERS, 1):
        code = {"id": number, "tax_code": str(number), "status": "approved", "merged_into_id": None}
        _add(connection, "members", code | {"commune_code": stored})
        _add(connection, "roster_entries", {"member_id": number, "sort_key": str(number), "status": "approved"})
    _add(connection, "incidents", {"id": 1, "kind": "drill", "type": "other", "severity": "low", "status": "open"})
    for stored, _ in (LY_QUOC, HA_LANG):
        _add(connection, "incident_communes", {"incident_id": 1, "commune_code": stored})
    for name, (column, stored_value, _) in WISHED.items():
        words = {"kind": "join", "status": "submitted", "state": "done"}
        _add(connection, name, {"id": 1, "person_id": 1, "member_id": 1, **words, column: stored_value})


def _add(connection: Connection, name: str, given: Mapping[str, object]) -> None:
    table = _table(connection, name)
    wanted = {column.name: _something(column.type) for column in table.columns if not column.nullable}
    known = {key: value for key, value in given.items() if key in table.columns}
    connection.execute(insert(table).values(wanted | known))


def _something(kind: object) -> object:
    if isinstance(kind, Boolean | Integer):
        return 1
    if isinstance(kind, DateTime):
        return AT
    return {} if isinstance(kind, JSON) else ""


def _table(connection: Connection, name: str) -> Table:
    return Table(name, MetaData(), autoload_with=connection, resolve_fks=False)


async def stored(url: str, name: str, column: str) -> Sequence[Any]:
    """Give a column of a table, in the order of its rows."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        table = await connection.run_sync(_table, name)
        query = select(table.columns[column]).order_by(*table.primary_key.columns)
        found = (await connection.execute(query)).scalars().all()
    await engine.dispose()
    return found


async def test_businesses_and_incidents_have_the_official_codes_after_the_climb(url: str) -> None:
    await migrate(url, to="0011")

    assert await stored(url, "members", "commune_code") == [
        *("00082", "00166", "01537", "01558", "01561", RIGHT, LOC_NINH)
    ]
    assert await stored(url, "incident_communes", "commune_code") == ["01537", "01558"]
    for _, code, name in (CUA_NAM, CAU_GIAY):
        assert communes.commune(code).name == name


async def test_codes_within_what_was_written_down_move_too(url: str) -> None:
    await migrate(url, to="0011")

    for name, (column, _, meant) in WISHED.items():
        (found,) = await stored(url, name, column)
        assert (json.loads(found) if isinstance(found, str) else found) == meant, name


async def test_what_became_a_ward_is_written_into_the_roster_anew(url: str) -> None:
    await migrate(url, to="0011")

    assert sorted(await stored(url, "roster_entries", "member_id")) == [1, 2, 3, 4, 5, 6]


async def test_the_way_back_brings_the_codes_of_before(url: str) -> None:
    await migrate(url, to="0011")
    await migrate(url, to="-1")

    assert await stored(url, "members", "commune_code") == [code for code, _ in MEMBERS]
    assert await stored(url, "incident_communes", "commune_code") == ["01558", "01561"]
    for name, (column, before, _) in WISHED.items():
        (found,) = await stored(url, name, column)
        assert (json.loads(found) if isinstance(found, str) else found) == before
