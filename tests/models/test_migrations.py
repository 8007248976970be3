"""The migrations lead to exactly the tables of today, and every step can be climbed both ways."""

import json
import os
from collections.abc import Iterator, Set
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, bindparam, event, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.base.migrate import MIGRATIONS, migrate
from models.columns import UtcDateTime
from models.tables import METADATA
from tests import databases
from tests.conftest import MIGRATED


@pytest.fixture
async def url(tmp_path: Path) -> str:
    """The URL of an empty database."""
    url = databases.address(tmp_path, "climb")
    await databases.make(url)
    return url


# These change what is stored, or may be, and no table.
WITHOUT_TABLES = {"0011", "0016", "0018", "0020", "0022", "0065", "0078", "0084", "0088"}
# A step that was landed is not changed any more: `make test` climbs the newest ones, `make test-postgres` all.
LATELY = None if os.environ.get("STEPS") == "all" else 12
AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def steps() -> list[str]:
    """List the steps, the first one first."""
    return [step.revision for step in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]


async def begun(url: str) -> tuple[str, list[str]]:
    """Climb to where the newest steps begin; return the step that was reached, and those above it."""
    above = steps()[-LATELY:] if LATELY else steps()
    below = steps()[steps().index(above[0]) - 1] if above[0] != steps()[0] else "base"
    if below != "base":
        await migrate(url, to=below)
    return below, above


async def look(url: str) -> tuple[str | None, dict[str, list[str]]]:
    """Tell at which step a database is, and the columns of each of its tables: a step back puts them at the end."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(_look)
    await engine.dispose()
    return found


def _look(connection: Connection) -> tuple[str | None, dict[str, list[str]]]:
    tables = inspect(connection)
    names = [name for name in tables.get_table_names() if name != "alembic_version"]
    step = MigrationContext.configure(connection).get_current_revision()
    return step, {name: sorted(column["name"] for column in tables.get_columns(name)) for name in names}


def _differences(connection: Connection) -> object:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return compare_metadata(context, METADATA)


@pytest.fixture
async def climbed_url(url: str, place: str) -> str:
    """The URL of a database that has climbed to the newest step."""
    await databases.copy(databases.beside(place, MIGRATED), to=url)
    return url


async def test_the_newest_step_holds_exactly_the_tables_of_the_models(climbed_url: str) -> None:
    engine = create_async_engine(climbed_url)
    async with engine.connect() as connection:
        different = await connection.run_sync(_differences)
    await engine.dispose()

    assert different == []


async def test_the_newest_step_holds_every_check_and_index_of_the_models(climbed_url: str) -> None:
    meant_url = databases.beside(climbed_url, "meant")
    await databases.make(meant_url)

    fresh, climbed = create_async_engine(meant_url), create_async_engine(climbed_url)
    async with fresh.begin() as connection:
        await connection.run_sync(METADATA.create_all)
        meant = await connection.run_sync(_checks_and_indexes)
    async with climbed.connect() as connection:
        kept = await connection.run_sync(_checks_and_indexes)
    await fresh.dispose()
    await climbed.dispose()

    assert kept == meant


def _checks_and_indexes(connection: Connection) -> tuple[Set[object], Set[object]]:
    """List (table, name, condition) of every check, and of every index with the columns that it is over."""
    tables = inspect(connection)
    where = f"{connection.dialect.name}_where"
    checks = {
        (table, one["name"], one["sqltext"]) for table in METADATA.tables for one in tables.get_check_constraints(table)
    }
    indexes = {
        (table, one["name"], tuple(one["column_names"]), str(one.get("dialect_options", {}).get(where)))
        for table in METADATA.tables
        for one in tables.get_indexes(table)
    }
    assert checks
    assert any(condition != "None" for *_, condition in indexes)
    return checks, indexes


async def test_each_step_is_climbed_up_down_and_up_again(url: str) -> None:
    below, above = await begun(url)
    _, before = await look(url)
    for step in above:
        await migrate(url, to=step)
        reached, after = await look(url)
        assert reached == step
        assert (after != before) == (step not in WITHOUT_TABLES)

        await migrate(url, to=below if below == "base" else "-1")
        assert (await look(url))[1] == before

        await migrate(url, to=step)
        assert await look(url) == (step, after)
        below, before = step, after


async def test_words_that_the_first_version_put_on_record_are_taken_off_it(url: str) -> None:
    await migrate(url, to="0001")
    engine = create_async_engine(url)
    rows = (("application", '{"kind": "join", "reason": "Ông Long?"}'), ("application", "null"), ("member", None))
    insertion = text("""INSERT INTO audit (at, action, subject, "after") VALUES (:at, 'done', :subject, :after)""")
    insertion = insertion.bindparams(bindparam("at", AT, UtcDateTime()))
    async with engine.begin() as connection:
        for subject, after in rows:
            await connection.execute(insertion, {"subject": subject, "after": after})

    await migrate(url)

    async with engine.connect() as connection:
        found = await connection.execute(text('SELECT CAST("after" AS TEXT) FROM audit ORDER BY id'))
        kept = [after and json.loads(after) for (after,) in found]
    await engine.dispose()
    assert kept == [{"kind": "join"}, None, None]


BEFORE_CHANNELS = "0006"


async def test_messages_and_whom_they_could_not_reach_are_what_they_were_before_there_were_channels(url: str) -> None:
    await migrate(url, to=BEFORE_CHANNELS)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        people = ((1, 1001, None, None), (2, 1002, AT, "blocked"), (3, -3, AT, "withdrew"))
        for person_id, telegram_id, since, why in people:
            await connection.execute(PERSON, {"id": person_id, "telegram_id": telegram_id, "since": since, "why": why})
        await connection.execute(BROADCAST)
        for delivery_id, person_id, chat_id in ((1, 1, 1001), (2, 2, 1002), (3, 3, 0)):
            await connection.execute(DELIVERY, {"id": delivery_id, "person_id": person_id, "chat_id": chat_id})

    await migrate(url)

    async with engine.connect() as connection:
        messages = await connection.execute(
            text("SELECT person_id, channel, address, message_id, state FROM deliveries ORDER BY id")
        )
        lost = await connection.execute(REACH)
        assert messages.all() == [
            (1, "telegram", "1001", 71, "sent"),
            (2, "telegram", "1002", 72, "sent"),
            (3, "telegram", "", 73, "sent"),
        ]
        assert lost.all() == [(2, "telegram", AT, "blocked"), (3, "telegram", AT, "withdrew")]
    await migrate(url, to=f"-{len(steps()) - 1 - steps().index(BEFORE_CHANNELS)}")
    assert (await look(url))[0] == BEFORE_CHANNELS
    async with engine.connect() as connection:
        chats = await connection.execute(text("SELECT chat_id FROM deliveries ORDER BY id"))
        lost_ones = await connection.execute(PEOPLE)
        assert chats.scalars().all() == [1001, 1002, 0]
        assert lost_ones.all() == [(None, None), (AT, "blocked"), (AT, "withdrew")]
    await engine.dispose()


PERSON = text(
    "INSERT INTO people (id, telegram_id, name, language, created_at, unreachable_since, unreachable_reason,"
    " menu_wanted, menu_shown) VALUES (:id, :telegram_id, '', 'vi', :at, :since, :why, '', '')"
).bindparams(bindparam("at", AT, UtcDateTime()), bindparam("since", type_=UtcDateTime()))
BROADCAST = text("INSERT INTO broadcasts (id, kind, lane, created_at) VALUES (1, 'trouble', 3, :at)").bindparams(
    bindparam("at", AT, UtcDateTime())
)
DELIVERY = text(
    "INSERT INTO deliveries (id, broadcast_id, person_id, chat_id, lane, state, due_at, attempts, message_id, revision)"
    " VALUES (:id, 1, :person_id, :chat_id, 3, 'sent', :at, 1, 70 + :id, 0)"
).bindparams(bindparam("at", AT, UtcDateTime()))
REACH = text("SELECT person_id, channel, unreachable_since, reason FROM reach ORDER BY person_id").columns(
    unreachable_since=UtcDateTime()
)
PEOPLE = text("SELECT unreachable_since, unreachable_reason FROM people ORDER BY id").columns(
    unreachable_since=UtcDateTime()
)


async def test_a_day_on_duty_has_several_spans_and_before_that_its_first_one(url: str) -> None:
    await migrate(url, to="0020")
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT INTO members (id, tax_code, name, status, commune_code, registered_at)"
                " VALUES (1, '0100109106', 'A', 'approved', '08260', :at)"
            ).bindparams(bindparam("at", AT, UtcDateTime()))
        )
        for weekday, begins, ends in ((0, 810, 1020), (0, 450, 690), (1, 810, 1020)):
            await connection.execute(
                text("INSERT INTO duty_hours (member_id, weekday, begins, ends) VALUES (1, :weekday, :begins, :ends)"),
                {"weekday": weekday, "begins": begins, "ends": ends},
            )

    await migrate(url, to="-1")

    async with engine.connect() as connection:
        kept = await connection.execute(text("SELECT weekday, begins, ends FROM duty_hours ORDER BY weekday"))
        assert kept.all() == [(0, 450, 690), (1, 810, 1020)]
    await engine.dispose()


BEFORE_CHAINS = "0086"


async def test_what_neighbours_ended_before_anybody_was_told_stays_ended_and_is_shown_to_nobody(url: str) -> None:
    await migrate(url, to=BEFORE_CHAINS)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for insertion in (NEIGHBOUR, WARNED, SAID, NAMED):
            await connection.execute(insertion)

    await migrate(url)

    async with engine.connect() as connection:
        asked = await connection.execute(
            text("SELECT state, headline, said_at IS NULL FROM peer_proposals WHERE proposed_at IS NOT NULL")
        )
        unasked = await connection.execute(
            text(
                "SELECT r.identifier, p.state, p.headline, p.said_at FROM peer_references r"
                " JOIN peer_proposals p ON p.id = r.proposal_id WHERE p.proposed_at IS NULL ORDER BY r.id"
            )
        )
        assert asked.all() == [("open", "Đứt cáp", False)]
        assert unasked.all() == [("B", "cancelled", "", None), ("C", "cancelled", "", None)]
    await migrate(url, to=f"-{len(steps()) - 1 - steps().index(BEFORE_CHAINS)}")
    async with engine.connect() as connection:
        names = await connection.execute(text("SELECT identifier, proposal_id FROM peer_references ORDER BY id"))
        assert names.all() == [("A", 1), ("B", None), ("C", None)]
    await engine.dispose()


NEIGHBOUR = text(
    "INSERT INTO peers (id, name, url, sender, added_at, due_at, failures, detail)"
    " VALUES (1, 'Phú Thọ', 'https://phutho.example', 'phutho', :at, :at, 0, '')"
).bindparams(bindparam("at", AT, UtcDateTime()))
WARNED = text(
    "INSERT INTO peer_proposals (peer_id, sender, state, is_drill, categories, severity, sender_name, headline,"
    " description, instruction, areas, proposed_at, changed_at, expires_at, told_at, told_state)"
    " VALUES (1, 'phutho', 'open', false, '', '', '', 'Đứt cáp', '', '', '', :at, :at, :at, :at, 'open')"
).bindparams(bindparam("at", AT, UtcDateTime()))
SAID = text(
    "INSERT INTO peer_messages (peer_id, proposal_id, sender, identifier, sent_at, type, body, entry, received_at)"
    " VALUES (1, 1, 'phutho', 'U', :at, 'Update', '', 'U', :at)"
).bindparams(bindparam("at", AT, UtcDateTime()))
NAMED = text(
    "INSERT INTO peer_references (sender, identifier, proposal_id, received_at) VALUES ('phutho', 'A', 1, :at),"
    " ('phutho', 'B', NULL, :at), ('phutho', 'C', NULL, :at), ('gone', 'D', NULL, :at)"
).bindparams(bindparam("at", AT, UtcDateTime()))


async def test_migrating_twice_changes_nothing(climbed_url: str) -> None:
    before = await look(climbed_url)

    await migrate(climbed_url)

    assert await look(climbed_url) == before


async def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "san-sang.db"

    await migrate(f"sqlite+aiosqlite:///{file}")

    assert file.stat().st_mode & 0o777 == 0o600


async def test_a_climb_that_is_cut_off_at_any_step_leaves_nothing_behind(url: str) -> None:
    _, above = await begun(url)
    for step in above:
        before = await look(url)
        with cut_off(), pytest.raises(KeyboardInterrupt):
            await migrate(url)
        assert await look(url) == before

        await migrate(url, to=step)
        assert (await look(url))[0] == step


@contextmanager
def cut_off() -> Iterator[None]:
    """Let every climb be stopped at the end of its first step."""

    def stop(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("UPDATE alembic_version", "INSERT INTO alembic_version")):
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", stop)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", stop)
