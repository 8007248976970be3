"""The command line: help, plain words, exit codes, and nothing destroyed without asking.

Most commands run in this process, since Python takes seconds to start anew; the few that need one have their own.
"""

import asyncio
import errno
import fcntl
import hashlib
import os
import re
import socket
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Never

import pytest
import typer
from typer.testing import CliRunner

from bot.base.lock import only_one
from bot.base.settings import Settings
from bot.cli import app
from bot.commands import start
from bot.sandbox.traffic.faults import Fault
from bot.sandbox.web.server import serve
from bot.watching import logs
from tests.bot import command_line
from tests.bot.command_line import Ended
from tests.bot.sandbox.world import World
from tests.bot.test_broken_starts import content_of

TOKEN = "7123456789:AAFxyz-abcdefghijklmnopqrstuvwxyz01"
COMMANDS = ("run", "sandbox", "migrate", "demo-data", "doctor", "backup", "restore", "reset")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin in an empty folder, with none of our settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    yield
    logs.set_up("WARNING")


@pytest.fixture
def nobody_listens() -> Iterator[str]:
    """The address of a port that is taken and on which nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def run(*arguments: str, typed: str = "", **settings: str) -> Ended:
    """Run a command in this process."""
    result = CliRunner().invoke(app, arguments, input=typed, env=settings)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


async def beside(world: World, *arguments: str, **settings: str) -> Ended:
    """Run a command beside a Bot API server whose address it gets."""
    async with serve(world) as address:
        return await asyncio.to_thread(run, *arguments, BOT_API_URL=address, **settings)


def climbed(file: str = "data/sandbox.db") -> Path:
    """Let an empty database of the newest step be there, as `migrate` leaves it; made but once."""
    path = Path(file)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_bytes(content_of("head"))
    path.chmod(0o600)
    return path


def one_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


def test_help_names_every_command_with_what_it_does(tmp_path: Path) -> None:
    ended = run("--help", COLUMNS="120")

    assert ended.code == 0
    for command in COMMANDS:
        assert re.search(rf"\b{command}\s+[A-Z].*\.", ended.said), command
    assert list(tmp_path.iterdir()) == []


async def test_the_program_is_started_as_a_module(tmp_path: Path) -> None:
    ended = await command_line.run(tmp_path, "doctor", TIME_ZONE="Hanoi")

    assert (ended.code, ended.said) == (2, "")
    assert one_line(ended.complained).startswith("TIME_ZONE: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_setting_is_one_line_and_exit_code_2(tmp_path: Path, command: str) -> None:
    (tmp_path / ".env").write_text("TIME_ZONE=Hanoi\n")

    ended = run(command, *([".env"] if command == "restore" else []))

    assert (ended.code, ended.said) == (2, "")
    said = "TIME_ZONE: the value 'Hanoi' cannot be used. Allowed: a time zone's name, such as Asia/Ho_Chi_Minh."
    assert one_line(ended.complained) == said


def test_migrate_makes_a_database_that_only_its_owner_may_read(tmp_path: Path) -> None:
    ended = run("migrate")

    assert ended.code == 0
    assert "data/sandbox.db is up to date." in ended.said
    assert (tmp_path / "data" / "sandbox.db").stat().st_mode & 0o777 == 0o600


def test_a_step_that_does_not_exist_is_said_to_be_none() -> None:
    ended = run("migrate", "--to", "9999")

    assert ended.code == 1
    assert "'9999'" in one_line(ended.complained)


def a_text(file: Path) -> None:
    file.write_text("something else altogether, and long enough to be looked at" * 20)


def a_folder(file: Path) -> None:
    file.mkdir()


def anothers(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE songs (title TEXT)")


def a_newer_one(file: Path) -> None:
    with closing(sqlite3.connect(climbed(str(file)))) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize("command", [("run",), ("migrate",), ("demo-data",), ("members", "export")])
@pytest.mark.parametrize(
    ("lay", "why"),
    [
        (a_text, "file is not a database. Name another file in DATABASE_URL, or restore a backup"),
        (
            a_folder,
            "unable to open database file. It must be a file that this user may read and write,"
            " in a folder where it may make others",
        ),
        (anothers, "it is another program's. Name another file in DATABASE_URL"),
        (a_newer_one, "a newer version made it. Install that version, or restore a backup"),
    ],
)
def test_a_database_that_cannot_be_ours_is_one_line_and_exit_code_2(
    tmp_path: Path, lay: Callable[[Path], None], why: str, command: tuple[str, ...]
) -> None:
    lay(tmp_path / "mine.db")

    ended = run(*command, BOT_TOKEN=TOKEN, DATABASE_URL="sqlite+aiosqlite:///mine.db")

    assert (ended.code, ended.said) == (2, "")
    assert one_line(ended.complained) == f"The database sqlite+aiosqlite:///mine.db cannot be used: {why}."


@pytest.mark.parametrize(("command", "said"), [("run", "data/sandbox.db"), ("migrate", "sqlite+aiosqlite:///data")])
def test_a_file_where_the_folder_should_be_is_one_line_and_exit_code_2(tmp_path: Path, command: str, said: str) -> None:
    (tmp_path / "data").write_text("in the way")

    ended = run(command)

    assert ended.code == 2
    assert one_line(ended.complained).startswith(f"The database {said}")
    assert one_line(ended.complained).endswith(
        "cannot be used: File exists. There is a file where its folder should be: move it away."
    )


def test_a_database_that_others_keep_locked_is_one_line_and_worth_another_start(
    tmp_path: Path,
) -> None:
    run("migrate", "--to", "0001")
    with closing(sqlite3.connect(tmp_path / "data" / "sandbox.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = run("migrate", DATABASE_URL="sqlite+aiosqlite:///data/sandbox.db?timeout=0")

    assert ended.code == 1
    assert "cannot be used: database is locked. End the program that keeps it." in one_line(ended.complained)


def test_the_demonstration_is_loaded_once(tmp_path: Path) -> None:
    first, second = run("demo-data"), run("demo-data")

    assert first.code == second.code == 0
    database = sqlite3.connect(tmp_path / "data" / "sandbox.db")
    (members,) = database.execute("SELECT count(*) FROM members").fetchone()
    (people,) = database.execute("SELECT count(*) FROM people").fetchone()
    database.close()
    assert members > 50
    assert people > 100
    assert first.said.startswith("The demonstration province: ")


def test_a_real_province_is_never_filled_with_made_up_businesses(tmp_path: Path) -> None:
    database = sqlite3.connect(climbed())
    database.execute(
        "INSERT INTO members (tax_code, name, status, commune_code, registered_at)"
        " VALUES ('0100112437', 'Có thật', 'approved', '00070', '2026-01-01')"
    )
    database.commit()
    database.close()

    ended = run("demo-data")

    assert ended.code == 1
    assert one_line(ended.complained)


def test_the_doctor_finds_the_sandbox_well() -> None:
    ended = run("doctor")

    assert ended.code == 0
    assert [line[:2] for line in ended.said.splitlines()] == ["✔ "] * 3
    assert "BOT_TOKEN is not set: the sandbox stands in for Telegram." in ended.said
    assert "is made at the first start" in ended.said


async def test_the_doctor_tells_a_refused_token_from_a_server_that_answers() -> None:
    await asyncio.to_thread(climbed, "data/san-sang.db")

    ended = await beside(World(token="5555555:another-bots-token"), "doctor", BOT_TOKEN=TOKEN, OWNER_IDS="1")

    assert ended.code == 1
    assert "✖ token: Telegram refuses BOT_TOKEN; copy it anew from @BotFather." in ended.said
    assert re.search(r"✔ API and clock: .* answers; the clocks differ by [01] s\.", ended.said)
    assert re.search(r"✔ database: .*san-sang\.db can be written, step \w+\.", ended.said)
    assert TOKEN not in ended.said + ended.complained


async def test_the_doctor_finds_everything_well_where_it_is() -> None:
    ended = await beside(World(token=TOKEN), "doctor", BOT_TOKEN=TOKEN, OWNER_IDS="1")

    assert ended.code == 0
    assert "✔ token: belongs to @san_sang_bot." in ended.said


def test_the_doctor_sees_what_was_stored_while_the_clock_was_ahead(tmp_path: Path) -> None:
    run("migrate")
    later = (datetime.now(UTC) + timedelta(hours=7)).strftime("%Y-%m-%d %H:%M:%S.%f")
    database = sqlite3.connect(tmp_path / "data" / "sandbox.db")
    database.execute("INSERT INTO contact (id, heard_at) VALUES (1, ?)", (later,))
    database.commit()
    database.close()

    ended = run("doctor")

    assert ended.code == 1
    assert re.search(r"✖ stored times: .* up to 4(19|20) minutes ahead", ended.said)


async def test_the_doctor_sees_that_something_else_answers_for_telegram() -> None:
    world = World(token=TOKEN)
    world.faults.add(Fault("page_200", times=None))

    ended = await beside(world, "doctor", BOT_TOKEN=TOKEN, OWNER_IDS="1")

    assert ended.code == 1
    assert "✖ token: could not be checked: something else answers for Telegram" in ended.said


@pytest.mark.parametrize(
    ("minutes", "is_running", "mark"), [(0, True, "✔"), (10, False, "✔"), (10, True, "✖")], ids=["now", "ended", "deaf"]
)
async def test_the_doctor_sees_that_a_bot_which_runs_hears_nothing(
    tmp_path: Path, minutes: int, *, is_running: bool, mark: str
) -> None:
    file = tmp_path / "network.db"
    file.write_bytes(await asyncio.to_thread(content_of, "head"))
    heard = datetime.now(UTC) - timedelta(minutes=minutes)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("INSERT INTO contact (id, heard_at) VALUES (1, ?)", (f"{heard:%Y-%m-%d %H:%M:%S.%f}",))
    given = {"BOT_TOKEN": TOKEN, "OWNER_IDS": "1", "DATABASE_URL": "sqlite+aiosqlite:///network.db"}

    with only_one(file) if is_running else nullcontext():
        ended = await beside(World(token=TOKEN), "doctor", **given)

    (verdict,) = [line for line in ended.said.splitlines() if "updates: " in line]
    assert verdict.startswith(mark)
    assert ended.code == (1 if mark == "✖" else 0)


async def test_the_doctor_sees_a_clock_that_is_wrong() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 404 Not Found\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: 0\r\n")
        writer.write(b"Connection: close\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ended = await asyncio.to_thread(run, "doctor", BOT_TOKEN=TOKEN, OWNER_IDS="1", BOT_API_URL=address)

    assert ended.code == 1
    assert re.search(r"✖ API and clock: .* answers; the clocks differ by \d{4,} s\.", ended.said)


def test_the_doctor_says_when_nobody_could_approve_and_the_server_is_away(nobody_listens: str) -> None:
    ended = run("doctor", BOT_TOKEN=TOKEN, BOT_API_URL=nobody_listens)

    assert ended.code == 1
    assert "✖ settings: OWNER_IDS is empty" in ended.said
    assert f"✖ API: {nobody_listens} cannot be reached" in ended.said
    assert "✖ token: could not be checked" in ended.said
    assert TOKEN not in ended.said + ended.complained


def test_the_doctor_knows_a_file_that_is_no_database_of_ours(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sandbox.db").write_text("something else altogether, and long enough to be looked at" * 20)

    ended = run("doctor")

    assert ended.code == 1
    assert "✖ database: " in ended.said


def pages_of(file: Path, name: str) -> tuple[int, int]:
    """Tell where the first page of a table or an index begins, and how long it is."""
    with closing(sqlite3.connect(file)) as database:
        ((root,),) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
        ((size,),) = database.execute("PRAGMA page_size")
    return (root - 1) * size, size


def wipe(name: str) -> Callable[[Path], None]:
    def lay(file: Path) -> None:
        begin, size = pages_of(file, name)
        with file.open("r+b") as content:
            content.seek(begin)
            content.write(bytes(size))

    return lay


def flip(file: Path) -> None:
    begin, _ = pages_of(file, "people")
    content = bytearray(file.read_bytes())
    content[begin : begin + 8192] = bytes(byte ^ 0xFF for byte in content[begin : begin + 8192])
    file.write_bytes(content)


def cut_short(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def told(statement: str) -> Callable[[Path], None]:
    def lay(file: Path) -> None:
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(statement)

    return lay


DAMAGES: Sequence[tuple[Callable[[Path], None], str]] = (
    (wipe("sqlite_autoindex_people_1"), "is damaged|cannot be read"),
    (wipe("members"), "is damaged|cannot be read"),
    (flip, "is damaged|cannot be read"),
    (cut_short, "is damaged|cannot be read"),
    (told("UPDATE alembic_version SET version_num = '9999'"), r"newer version of this program \(step 9999\)"),
    (told("ALTER TABLE people DROP COLUMN name"), r"lacks: the column people\.name"),
    (told("DROP TABLE audit"), r"lacks: the table audit"),
    (told("DROP TABLE alembic_version"), "is not a database of this program"),
)


@pytest.mark.parametrize(("lay", "found"), DAMAGES)
def test_the_doctor_looks_as_a_backup_does(tmp_path: Path, lay: Callable[[Path], None], found: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sandbox.db").write_bytes(content_of("head"))
    lay(tmp_path / "data" / "sandbox.db")

    ended = run("doctor")

    assert ended.code == 1
    (verdict,) = [line for line in ended.said.splitlines() if line.startswith("✖ ")]
    assert re.match(rf"✖ database: .*({found})", verdict)
    assert verdict.endswith("Restore a backup.")


def test_the_doctor_shows_no_password_of_an_address(nobody_listens: str) -> None:
    address = nobody_listens.replace("://", "://office:hoa-sen@")

    ended = run("doctor", BOT_TOKEN=TOKEN, BOT_API_URL=address)

    assert f"{address.replace('hoa-sen', '***')} cannot be reached" in ended.said
    assert "hoa-sen" not in ended.said + ended.complained


@pytest.mark.parametrize("port", ["1", "port"])
def test_a_copy_that_cannot_begin_is_one_line_without_the_password(tmp_path: Path, port: str) -> None:
    climbed()

    ended = run(
        "copy-database", "sqlite+aiosqlite:///data/sandbox.db", f"postgresql+asyncpg://bot:hoa-sen@127.0.0.1:{port}/x"
    )

    assert ended.code == 1
    assert "hoa-sen" not in one_line(ended.complained)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE])
def test_what_the_system_lacks_for_a_while_is_worth_another_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: int
) -> None:
    def refused(*_: object) -> Never:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(typer.Exit) as ended, start.alone_with(tmp_path / "san-sang.db"):
        pytest.fail("it went on")

    assert ended.value.exit_code == 1


def test_a_database_server_that_refuses_is_one_line_and_worth_another_start(
    nobody_listens: str,
) -> None:
    server = nobody_listens.removeprefix("http://")
    ended = run("migrate", DATABASE_URL=f"postgresql+asyncpg://bot:secret@{server}/network")

    assert ended.code == 1
    assert one_line(ended.complained).startswith(
        f"The database postgresql+asyncpg://bot:***@{server}/network cannot be used: "
    )


async def test_a_refused_token_is_said_plainly(tmp_path: Path) -> None:
    async with serve(World(token="5555555:another-bots-token")) as address:
        ended = await command_line.run(tmp_path, "run", BOT_TOKEN=TOKEN, BOT_API_URL=address)

    assert ended.code == 1
    assert one_line(ended.complained) == "Telegram refused BOT_TOKEN. Copy it anew from @BotFather."


def test_an_api_that_cannot_be_reached_is_said_plainly(nobody_listens: str) -> None:
    ended = run("run", BOT_TOKEN=TOKEN, BOT_API_URL=nobody_listens)

    assert ended.code == 1
    assert one_line(ended.complained).startswith(f"The Bot API at {nobody_listens} cannot be used: ")
    assert TOKEN not in ended.complained


def test_a_database_server_that_is_away_is_said_plainly(nobody_listens: str) -> None:
    server = nobody_listens.removeprefix("http://")
    ended = run("run", BOT_TOKEN=TOKEN, DATABASE_URL=f"postgresql+asyncpg://bot:secret@{server}/network")

    assert ended.code == 1
    said = one_line(ended.complained)
    assert said.startswith(f"The database postgresql+asyncpg://bot:***@{server}/network cannot be used: ")


def test_a_second_start_over_the_same_database_is_refused(tmp_path: Path) -> None:
    with only_one(tmp_path / "data" / "san-sang.db"):
        ended = run("run", BOT_TOKEN=TOKEN, BOT_API_URL="http://127.0.0.1:1")

    assert ended.code == 1
    assert "Another Sẵn Sàng works on data/san-sang.db" in one_line(ended.complained)


def test_the_lock_is_gone_with_its_holder(tmp_path: Path, nobody_listens: str) -> None:
    with only_one(tmp_path / "data" / "san-sang.db"):
        pass

    ended = run("run", BOT_TOKEN=TOKEN, BOT_API_URL=nobody_listens)

    assert "cannot be used" in ended.complained


def test_a_busy_port_is_said_plainly_by_the_sandbox_alone(nobody_listens: str) -> None:
    port = nobody_listens.rpartition(":")[2]

    ended = run("sandbox", "--port", port)

    assert ended.code == 1
    assert f"Port {port} cannot be used" in one_line(ended.complained)


async def test_a_busy_port_is_said_plainly_by_the_whole_program(tmp_path: Path, nobody_listens: str) -> None:
    port = nobody_listens.rpartition(":")[2]

    ended = await command_line.run(tmp_path, "run", SANDBOX_PORT=port)

    assert ended.code == 1
    assert f"Port {port} cannot be used" in one_line(ended.complained)


def test_reset_asks_before_it_throws_anything_away(tmp_path: Path) -> None:
    file = climbed()

    refused = run("reset", typed="n\n")
    assert refused.code == 1
    assert file.exists()
    agreed = run("reset", typed="y\n")

    assert agreed.code == 0
    assert not file.exists()
    assert "There is nothing to throw away." in run("reset").said


@pytest.mark.parametrize("real", [{"BOT_TOKEN": TOKEN}, {"DATABASE_URL": "sqlite+aiosqlite:///data/mine.db"}])
def test_reset_never_touches_a_real_database(tmp_path: Path, real: dict[str, str]) -> None:
    climbed("data/mine.db" if "DATABASE_URL" in real else "data/san-sang.db")
    before = {file.name for file in (tmp_path / "data").iterdir()}

    ended = run("reset", typed="y\n", **real)

    assert ended.code == 1
    assert {file.name for file in (tmp_path / "data").iterdir()} == before


def test_reset_waits_until_the_sandbox_has_ended(tmp_path: Path) -> None:
    file = climbed()

    with only_one(file):
        ended = run("reset", typed="y\n")

    assert ended.code == 1
    assert "The sandbox is running" in ended.complained
    assert file.exists()


@pytest.mark.parametrize("role", ["ingress", "worker", "clock"])
def test_on_sqlite_one_process_does_everything(role: str, tmp_path: Path) -> None:
    ended = run("run", "--role", role, BOT_TOKEN="123456:TEST-token")

    assert ended.code == 1
    assert ended.complained.count("\n") == 1
    assert f"--role {role} needs BOT_TOKEN, and a DATABASE_URL of PostgreSQL" in ended.complained
    assert not list(tmp_path.iterdir())


def test_the_doctor_names_stored_codes_that_are_no_communes(tmp_path: Path) -> None:
    database = sqlite3.connect(climbed())
    for number, code in enumerate(("00073", "00073", "00070"), 1):
        database.execute(
            "INSERT INTO members (id, tax_code, name, status, commune_code, registered_at)"
            " VALUES (?, ?, 'A', 'approved', ?, '2026-11-20 02:00:00.000000')",
            (number, str(number), code),
        )
    database.commit()
    database.close()

    ended = run("doctor")

    assert ended.code == 1
    assert "✖ stored places: no commune has these codes, which businesses or incidents have: 00073 (2)." in ended.said


def test_the_doctor_sees_that_the_record_was_changed_after_it_was_sealed(tmp_path: Path) -> None:
    entry = '[1,"2026-11-20T02:00:00+00:00",null,"member-approved","member",7,null,null]'
    seal = hashlib.sha256(f"{'0' * 64}{entry}".encode()).hexdigest()
    database = sqlite3.connect(climbed())
    database.execute(
        "INSERT INTO audit (id, at, action, subject, subject_id)"
        " VALUES (1, '2026-11-20 02:00:00.000000', 'member-approved', 'member', 7)"
    )
    database.execute(
        "INSERT INTO audit_seals (first_id, last_id, entries, before, digest, sealed_at)"
        " VALUES (1, 1, 1, ?, ?, '2026-11-20 02:00:05.000000')",
        ("0" * 64, seal),
    )
    database.execute(
        "INSERT INTO audit_mark (id, last_id, digest, sealed_at, begins_after)"
        " VALUES (1, 1, ?, '2026-11-20 02:00:05.000000', ?)",
        (seal, "0" * 64),
    )
    database.commit()
    whole = run("doctor")
    kept = run("doctor", "--seal", f" {seal[:16].upper()}… ")
    database.execute("UPDATE audit SET subject_id = 8")
    database.commit()
    changed = run("doctor")
    database.execute("DELETE FROM audit")
    database.execute("DELETE FROM audit_seals")
    database.commit()
    database.close()

    emptied = run("doctor", "--seal", seal[:16])

    assert f"✔ record: 1 sealed entries, unchanged; the newest seal is {seal[:16]}." in whole.said
    assert "✖ record: entries between 1 and 1, sealed at 02:00:05 20/11/2026 UTC, were changed" in changed.said
    assert f"✔ seal: {seal[:16]} stands, of 02:00:05 20/11/2026 UTC." in kept.said
    assert "it once reached entry 1, sealed at 02:00:05 20/11/2026 UTC" in emptied.said
    assert f"✖ seal: none begins with {seal[:16]}" in emptied.said


def test_a_seal_that_is_none_is_no_question_and_one_without_a_database_has_no_answer() -> None:
    asked = run("doctor", "--seal", "abc")
    assert (asked.code, asked.said) == (2, "")
    assert "--seal takes the 16 letters and digits" in asked.complained

    ended = run("doctor", "--seal", "0123456789abcdef")
    assert ended.code == 1
    assert "✖ seal: 0123456789abcdef could not be looked for." in ended.said
