"""A database is copied whole and unchanged, into an empty one at the newest step and into no other."""

import asyncio
import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import null, text, update
from sqlalchemy.engine import make_url
from sqlmodel import col, select
from typer.testing import CliRunner

from bot.base.lock import only_one
from bot.base.migrate import migrate
from bot.cli import app
from bot.commands import copying
from bot.commands.copying import CannotCopy, contents, copy
from models.audit import AuditEntry
from models.database import opened
from models.duty import DutyWeek
from models.identity import id_of
from models.members import Member, MemberStatus
from models.people import Person
from models.responses import Answer
from models.tables import METADATA
from services.incidents import responses
from services.members import entries
from services.peers import checking, register, taking
from services.peers.feeds import FeedEntry
from tests import databases
from tests.conftest import MIGRATED
from tests.neighbour import message
from tests.network import MORNING, found_network, person

PLACES = ("file", "server") if databases.SERVER else ("file",)


@dataclass(frozen=True)
class Places:
    """Where the databases of a test are made."""

    kept: Path
    folder: Path

    def url(self, kind: str, name: str) -> str:
        """Tell the URL of a database that is not there yet."""
        return (
            databases.address(self.folder, name) if kind == "server" else f"sqlite+aiosqlite:///{self.folder / name}.db"
        )

    async def empty(self, kind: str, name: str) -> str:
        """Make a database at the newest step with nothing in it."""
        url = self.url(kind, name)
        if kind == "server":
            await databases.copy(databases.beside(url, MIGRATED), to=url)
        else:
            shutil.copy(self.kept, str(make_url(url).database))
        return url


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite at the newest step, made once."""
    file = tmp_path_factory.mktemp("kept") / "migrated.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture
def places(kept: Path, place: str, tmp_path: Path) -> Places:
    return Places(kept, tmp_path)


async def fill(url: str) -> None:
    """Put a network into a database, with all that is hard to copy."""
    async with opened(url) as database, database.writing() as session:
        network = await found_network(session)
        await responses.respond(
            session, incident=await network.declare(), person=network.an, answer=Answer.READY, now=MORNING
        )
        await entries.index_missing(session)
        first, last = (await session.exec(select(Member).order_by(col(Member.id)).limit(2))).all()
        # A row that leads to a later one of the same table.
        first.status, first.merged_into_id = MemberStatus.MERGED, id_of(last)
        monday = date(2026, 11, 23)
        session.add(DutyWeek(member_id=id_of(last), monday=monday, person_id=id_of(network.an), remind_at=MORNING))
        network.an.telegram_id, network.an.name = 2**62, "Nguyễn Văn An 'quoted' \\ 👍🏽\n\t"
        for after in ({"b": [1, None], "a": "đ"}, None):
            session.add(AuditEntry(at=MORNING, action="done", subject="member", after=after))
        peer = await register.add(session, url="https://a.example", name="", token=None, by=None, now=MORNING)
        await taking.take(
            session,
            peer=peer,
            entry=FeedEntry("e", ""),
            checked=checking.check(message(MORNING), now=MORNING),
            own_sender=None,
            now=MORNING,
        )
        await session.flush()
        newest = select(AuditEntry.id).order_by(col(AuditEntry.id).desc()).limit(1).scalar_subquery()
        await session.exec(update(AuditEntry).where(col(AuditEntry.id) == newest).values(before=null()))


@pytest.mark.parametrize("source", PLACES)
@pytest.mark.parametrize("target", PLACES)
async def test_every_row_is_copied_and_the_copy_goes_on_numbering(places: Places, source: str, target: str) -> None:
    old, new = await places.empty(source, "old"), await places.empty(target, "new")
    await fill(old)

    copied = await copy(old, new)

    assert set(copied) == set(METADATA.tables)
    assert (
        min(
            copied[name].rows
            for name in ("members", "people", "deliveries", "responses", "roster_entries", "peer_messages")
        )
        > 0
    )
    async with opened(old) as before, opened(new) as after:
        async with before.reader.connect() as one, after.reader.connect() as two:
            for table in METADATA.sorted_tables:
                assert await contents(one, table) == await contents(two, table) == copied[table.name]
        async with after.writing() as session:
            newcomer = await person(session, 4711, "Người Mới")
            people = (await session.exec(select(Person.id))).all()
        assert id_of(newcomer) == max(filter(None, people)) == len(people)


async def test_portions_lose_nothing_where_they_meet(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = await places.empty(PLACES[-1], "old"), await places.empty(PLACES[0], "new")
    await fill(old)
    whole = await copy(old, new)
    again = await places.empty(PLACES[-1], "again")

    monkeypatch.setattr(copying, "PORTION", 2)

    assert await copy(old, again) == whole


@pytest.mark.parametrize("kind", PLACES)
async def test_a_single_changed_value_changes_the_checksum(places: Places, kind: str) -> None:
    url = await places.empty(kind, "old")
    await fill(url)
    table = METADATA.tables["people"]
    async with opened(url) as database:
        async with database.reader.connect() as connection:
            before = await contents(connection, table)
        async with database.writing() as session:
            someone = (await session.exec(select(Person).limit(1))).one()
            someone.created_at += timedelta(microseconds=1)
        async with database.reader.connect() as connection:
            after = await contents(connection, table)

    assert before.rows == after.rows
    assert before.checksum != after.checksum


@pytest.mark.parametrize("kind", PLACES)
async def test_a_target_with_rows_is_left_alone(places: Places, kind: str) -> None:
    old, new = await places.empty("file", "old"), await places.empty(kind, "new")
    await fill(old)
    await copy(old, new)

    with pytest.raises(CannotCopy, match="is not empty"):
        await copy(old, new)


@pytest.mark.parametrize("kind", PLACES)
async def test_a_target_at_an_older_step_is_refused(places: Places, kind: str) -> None:
    old, new = await places.empty("file", "old"), places.url(kind, "new")
    await databases.make(new)
    await migrate(new, to="0001")

    with pytest.raises(CannotCopy, match="is at step 0001 instead of"):
        await copy(old, new)


async def test_a_copy_that_differs_is_undone(places: Places) -> None:
    old, new = await places.empty(PLACES[-1], "old"), await places.empty("file", "new")
    await fill(old)
    spoil = "CREATE TRIGGER spoil AFTER INSERT ON people BEGIN UPDATE people SET name = name || '?'; END"
    async with opened(new) as database, database.writer.begin() as connection:
        await connection.execute(text(spoil))

    with pytest.raises(CannotCopy, match="The copy of people differs"):
        await copy(old, new)

    async with opened(new) as database, database.writer.begin() as connection:
        await connection.execute(text("DROP TRIGGER spoil"))
    assert (await copy(old, new))["people"].rows > 0


def run(*arguments: str) -> tuple[int, str, str]:
    """Run the command, quietly."""
    result = CliRunner().invoke(app, ["copy-database", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_the_command_tells_what_was_copied(places: Places) -> None:
    old, new = (asyncio.run(places.empty(kind, name)) for kind, name in (("file", "old"), (PLACES[-1], "new")))
    asyncio.run(fill(old))

    code, said, complained = run(old, new)

    assert (code, complained) == (0, "")
    assert re.search(r"^people: \d+ rows, [0-9a-f]{16}$", said, re.MULTILINE)
    assert said.splitlines()[-1].endswith(f"rows as {old}.")


def test_the_command_refuses_a_file_that_is_not_there_or_in_use(places: Places) -> None:
    old, new = (asyncio.run(places.empty("file", name)) for name in ("old", "new"))

    nowhere = run(f"sqlite+aiosqlite:///{places.folder / 'typing-mistake.db'}", new)
    with only_one(places.folder / "old.db"):
        in_use = run(old, new)
    no_address = run("nonsense", new)

    assert nowhere == (1, "", f"There is no file {places.folder / 'typing-mistake.db'}.\n")
    assert in_use[0] == no_address[0] == 1
    assert "works on" in in_use[2]
    assert "are URLs" in no_address[2]


def test_no_password_is_shown(places: Places) -> None:
    new = asyncio.run(places.empty("file", "new"))

    code, said, complained = run("postgresql+asyncpg://bot:very-secret@127.0.0.1:1/none", new)

    assert (code, said) == (1, "")
    assert "Nothing was copied" in complained
    assert "very-secret" not in complained
