"""A copy is taken while the bot works, is known to be sound, and gives everything back when it is needed."""

import asyncio
import shutil
import sqlite3
import stat
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.base.lock import AlreadyRunning, only_one
from bot.base.migrate import migrate
from bot.base.settings import Settings
from bot.cli import app
from bot.commands.backup import CannotBeCopied, back_up, restore, sqlite_file
from bot.commands.soundness import Unsound, verify
from bot.watching import logs
from models.database import opened
from tests.bot.command_line import Ended
from tests.conftest import BEGINNING
from tests.enrolment import enrol
from tests.scenarios.declaring import declare
from tests.story import COORDINATOR, Story, tell

AN, BINH = 201, 202
CROWD = range(301, 306)
APPLIED = "SELECT (SELECT count(*) FROM response_changes), count(*) FROM inbox WHERE state = 'done'"
COUNT_MEMBERS = "SELECT count(*) FROM members"
ORPHAN = "INSERT INTO incident_communes (incident_id, commune_code) VALUES (77, '00070')"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Begin in an empty folder, with none of our settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    yield tmp_path
    logs.set_up("WARNING")


@pytest.fixture
async def story(stocked: Path, tmp_path: Path) -> AsyncIterator[Story]:
    """The real bot on a SQLite file of its own, wherever other tests keep theirs."""
    file = shutil.copy(stocked, tmp_path / "story.db")
    async with opened(f"sqlite+aiosqlite:///{file}") as database, tell(database, BEGINNING) as story:
        yield story


def file_of(story: Story) -> Path:
    assert story.database.writer.url.database
    return Path(story.database.writer.url.database)


def ask(file: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def applied(file: Path) -> tuple[int, int]:
    """Count the answers in a database's history, and the updates that are marked as applied."""
    ((answers, updates),) = ask(file, APPLIED)
    return int(answers), int(updates)


async def crisis(story: Story) -> None:
    """Let five people be asked whether they can help."""
    for person in CROWD:
        await enrol(story, person, f"Người {person}", f"Viễn thông {person}")
    await declare(story, "Đứt cáp quang")


async def test_a_copy_taken_while_people_answer_shows_one_moment(story: Story, tmp_path: Path) -> None:
    await crisis(story)
    answers_before, updates_before = applied(file_of(story))
    copies: list[Path] = []

    async def answer() -> None:
        for person in CROWD:
            await story.press(person, "✅ Sẵn sàng")

    answering = asyncio.create_task(answer())
    while not answering.done():
        copies.append(tmp_path / f"{len(copies)}.db")
        await asyncio.to_thread(back_up, file_of(story), copies[-1])
    await answering

    # One transaction writes an answer and the mark of its update: a copy holds both or neither.
    grown = [applied(copy) for copy in copies]
    assert all(answers - answers_before == updates - updates_before for answers, updates in grown)
    assert grown == sorted(grown)
    assert applied(file_of(story))[0] - answers_before == len(CROWD)


async def test_a_bot_goes_on_from_a_restored_copy_as_if_nothing_had_happened_since(
    story: Story, tmp_path: Path
) -> None:
    await crisis(story)
    await story.press(CROWD[0], "✅ Sẵn sàng")
    copy, place = tmp_path / "copy.db", tmp_path / "elsewhere" / "san-sang.db"
    back_up(file_of(story), copy)
    await story.press(CROWD[1], "✅ Sẵn sàng")

    restored = await restore(place, copy, now=story.clock.now())

    assert (restored.kept, restored.contents.rows["responses"]) == (None, 1)
    async with opened(f"sqlite+aiosqlite:///{place}") as database, tell(database, story.clock.now()) as again:
        await again.say(COORDINATOR, "/suco Mất điện")
        assert "Mất điện" in again.text(COORDINATOR)
    assert ask(place, "SELECT count(*) FROM responses") == [(1,)]


async def test_what_a_restore_replaces_is_kept_with_its_last_word(story: Story, tmp_path: Path) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    copy = tmp_path / "copy.db"
    back_up(file_of(story), copy)
    await enrol(story, BINH, "Lê Thị Bình", "Viễn thông Sông Đà")
    # As after a crash: what was written last stands in the log alone.
    file, place = file_of(story), tmp_path / "san-sang.db"
    for ending in ("", "-wal", "-shm"):
        shutil.copy(file.with_name(file.name + ending), place.with_name(place.name + ending))

    restored = await restore(place, copy, now=story.clock.now())

    assert restored.kept is not None
    assert ask(place, COUNT_MEMBERS) == [(1,)]
    assert ask(restored.kept, COUNT_MEMBERS) == [(2,)]
    assert [mode(file) for file in (copy, place, restored.kept)] == [0o600] * 3


async def withdraw(story: Story, person: int) -> None:
    await story.say(person, "/dulieu")
    await story.press(person, "✋ Rút lại đồng ý")
    await story.press(person, "✋ Rút lại đồng ý, xóa dữ liệu")


async def test_who_was_erased_since_a_copy_was_made_is_erased_in_it_again(story: Story, tmp_path: Path) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await enrol(story, BINH, "Quách Thị Tuyết Nhung", "Viễn thông Sông Đà")
    copy, place = tmp_path / "copy.db", tmp_path / "elsewhere" / "san-sang.db"
    back_up(file_of(story), copy)
    await withdraw(story, BINH)
    # The next night's copy: the list beside it is all that tells when the machine itself is lost.
    back_up(file_of(story), tmp_path / "later.db")
    assert "Nhung" not in (tmp_path / "erased.csv").read_text()

    restored = await restore(place, copy, now=story.clock.now())

    assert restored.erased_again == 1
    assert ask(place, "SELECT name FROM people WHERE name LIKE '%Nhung%' OR name LIKE '%An'") == [("Nguyễn Văn An",)]
    assert "Quách".encode() not in place.read_bytes()
    assert not place.with_name("san-sang.db.unfinished-wal").exists()
    assert mode(tmp_path / "erased.csv") == 0o600


async def test_the_replaced_database_tells_who_was_erased_after_the_last_copy(story: Story, tmp_path: Path) -> None:
    await enrol(story, BINH, "Quách Thị Tuyết Nhung", "Viễn thông Sông Đà")
    copy, place = tmp_path / "copies" / "copy.db", tmp_path / "san-sang.db"
    back_up(file_of(story), copy)
    await withdraw(story, BINH)
    back_up(file_of(story), place)
    (tmp_path / "erased.csv").unlink()

    restored = await restore(place, copy, now=story.clock.now())

    assert restored.erased_again == 1
    assert ask(place, "SELECT count(*) FROM audit WHERE action = 'data-erased'") == [(1,)]


async def test_somebody_else_with_the_number_of_one_who_was_erased_stays(story: Story, tmp_path: Path) -> None:
    await enrol(story, BINH, "Quách Thị Tuyết Nhung", "Viễn thông Sông Đà")
    copy, place = tmp_path / "copy.db", tmp_path / "elsewhere" / "san-sang.db"
    back_up(file_of(story), copy)
    ((number,),) = ask(copy, "SELECT id FROM people WHERE name LIKE '%Nhung'")
    (tmp_path / "erased.csv").write_text(f"{number},2020-01-01T00:00:00+00:00\n")

    restored = await restore(place, copy, now=story.clock.now())

    assert restored.erased_again == 0


async def test_a_copy_of_an_earlier_version_is_brought_to_the_newest_step(tmp_path: Path, now: datetime) -> None:
    copy, place = tmp_path / "copy.db", tmp_path / "san-sang.db"
    await migrate(f"sqlite+aiosqlite:///{copy}", to="0001")

    restored = await restore(place, copy, now=now)

    assert verify(copy).step == "0001"
    assert restored.contents.step > "0001"


def test_nothing_is_restored_while_a_bot_works_on_the_database(stocked: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(stocked, tmp_path / "san-sang.db"))
    before = place.read_bytes()

    with only_one(place), pytest.raises(AlreadyRunning):
        asyncio.run(restore(place, stocked, now=BEGINNING))

    assert place.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda file: file.write_bytes(b"Not a database at all" * 100), "cannot be read"),
        (lambda file: file.write_bytes(file.read_bytes()[:-8192]), "damaged|cannot be read"),
        (lambda file: file.unlink(), "no file"),
        (lambda file: change(file, "DROP TABLE alembic_version"), "not a database of this program"),
        (lambda file: change(file, "UPDATE alembic_version SET version_num = '9999'"), "newer version"),
        (lambda file: change(file, ORPHAN), "belong to nothing"),
    ],
)
def test_a_file_that_is_no_sound_copy_is_refused_and_the_database_stays(
    stocked: Path, tmp_path: Path, spoil: Callable[[Path], object], what: str
) -> None:
    place, copy = tmp_path / "san-sang.db", tmp_path / "copy.db"
    back_up(stocked, copy)
    shutil.copy(copy, place)
    before = place.read_bytes()
    spoil(copy)

    with pytest.raises(Unsound, match=what):
        asyncio.run(restore(place, copy, now=BEGINNING))

    assert place.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir() if file != copy) == ["san-sang.db", "san-sang.db.lock"]


def test_a_copy_that_turns_out_damaged_is_not_left_behind(stocked: Path, tmp_path: Path) -> None:
    place = tmp_path / "san-sang.db"
    back_up(stocked, place)
    change(place, ORPHAN)

    with pytest.raises(Unsound, match="belong to nothing"):
        back_up(place, tmp_path / "copy.db")

    assert [file.name for file in tmp_path.iterdir()] == ["san-sang.db"]


def run(*arguments: str, **settings: str) -> Ended:
    """Run a command in this process."""
    result = CliRunner().invoke(app, arguments, env=settings)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def test_the_commands_say_what_was_copied_and_what_was_put_back(folder: Path) -> None:
    assert run("migrate").code == 0

    first = run("backup")
    copy = next((folder / "data" / "backups").glob("sandbox-*.db"))
    assert (first.code, first.said.startswith(f"data/backups/{copy.name} is sound: step ")) == (0, True)
    second = run("backup", str(copy))
    assert (second.code, "is there already" in second.complained) == (1, True)

    with only_one(folder / "data" / "sandbox.db"):
        refused = run("restore", str(copy))
    assert (refused.code, "The bot is running" in refused.complained) == (1, True)
    done = run("restore", str(copy))
    assert done.code == 0
    assert "The replaced database is kept: data/sandbox.db.replaced-" in done.said


def test_postgresql_is_backed_up_by_its_own_means() -> None:
    with pytest.raises(CannotBeCopied, match="pg_dump") as refused:
        sqlite_file("postgresql+asyncpg://bot:secret@localhost/san_sang")

    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_database_its_log_and_its_copies_are_readable_by_their_owner_alone(folder: Path) -> None:
    data = folder / "data"
    data.mkdir(mode=0o755)
    (data / "sandbox.db").touch(mode=0o644)

    assert run("migrate").code == 0
    assert run("demo-data").code == 0
    with closing(sqlite3.connect(data / "sandbox.db")) as database:
        database.execute("UPDATE people SET name = name")
        assert run("backup").code == 0
        modes = {file.name: mode(file) for file in data.rglob("*") if file.is_file()}

    assert {"sandbox.db", "sandbox.db-wal", "sandbox.db-shm"} <= modes.keys()
    assert set(modes.values()) == {0o600}
    assert {mode(each) for each in (data, data / "backups")} == {0o700}
