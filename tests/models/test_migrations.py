"""The migrations lead to exactly the tables of today, and every step can be climbed both ways."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.migrate import MIGRATIONS, migrate
from models.tables import METADATA


def address(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'climb.db'}"


def steps() -> list[str]:
    """List the steps, the first one first."""
    return [step.revision for step in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]


async def look(url: str) -> tuple[str | None, dict[str, list[str]]]:
    """Tell at which step a database is, and the columns of each of its tables."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(_look)
    await engine.dispose()
    return found


def _look(connection: Connection) -> tuple[str | None, dict[str, list[str]]]:
    tables = inspect(connection)
    names = [name for name in tables.get_table_names() if name != "alembic_version"]
    step = MigrationContext.configure(connection).get_current_revision()
    return step, {name: [column["name"] for column in tables.get_columns(name)] for name in names}


def _differences(connection: Connection) -> object:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return compare_metadata(context, METADATA)


async def test_the_newest_step_holds_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    await migrate(address(tmp_path))

    engine = create_async_engine(address(tmp_path))
    async with engine.connect() as connection:
        different = await connection.run_sync(_differences)
    await engine.dispose()

    assert different == []


async def test_the_newest_step_holds_every_check_of_the_models(tmp_path: Path) -> None:
    await migrate(address(tmp_path))

    engine = create_async_engine(address(tmp_path))
    async with engine.connect() as connection:
        kept = await connection.run_sync(
            lambda sync: {
                (table, check["name"], check["sqltext"])
                for table in METADATA.tables
                for check in inspect(sync).get_check_constraints(table)
            }
        )
        fresh = create_async_engine("sqlite+aiosqlite://")
        async with fresh.begin() as other:
            await other.run_sync(METADATA.create_all)
            meant = await other.run_sync(
                lambda sync: {
                    (table, check["name"], check["sqltext"])
                    for table in METADATA.tables
                    for check in inspect(sync).get_check_constraints(table)
                }
            )
        await fresh.dispose()
    await engine.dispose()

    assert meant
    assert kept == meant


async def test_each_step_is_climbed_up_down_and_up_again(tmp_path: Path) -> None:
    url = address(tmp_path)
    below = "base"
    for step in steps():
        _, before = await look(url)
        await migrate(url, to=step)
        reached, after = await look(url)
        assert reached == step
        assert after != before

        await migrate(url, to=below if below == "base" else "-1")
        assert (await look(url))[1] == before

        await migrate(url, to=step)
        assert await look(url) == (step, after)
        below = step


async def test_words_that_the_first_version_put_on_record_are_taken_off_it(tmp_path: Path) -> None:
    url = address(tmp_path)
    await migrate(url, to="0001")
    engine = create_async_engine(url)
    rows = (("application", '{"kind": "join", "reason": "Ông Long?"}'), ("application", "null"), ("member", None))
    async with engine.begin() as connection:
        for subject, after in rows:
            await connection.execute(
                text('INSERT INTO audit (at, action, subject, "after") VALUES (:at, :action, :subject, :after)'),
                {"at": "2026-11-20 02:00:00", "action": "done", "subject": subject, "after": after},
            )

    await migrate(url)

    async with engine.connect() as connection:
        kept = [after for (after,) in await connection.execute(text('SELECT "after" FROM audit ORDER BY id'))]
    await engine.dispose()
    assert kept == ['{"kind":"join"}', "null", None]


async def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    await migrate(address(tmp_path))
    before = await look(address(tmp_path))

    await migrate(address(tmp_path))

    assert await look(address(tmp_path)) == before


async def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "san-sang.db"

    await migrate(f"sqlite+aiosqlite:///{file}")

    assert file.stat().st_mode & 0o777 == 0o600
