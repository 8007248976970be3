"""Whatever is wrong with settings and files: one line says what and what to do, and nothing secret stands in it.

Most starts are made in this process, by the entry that the program itself has; some are processes of their own, of
which two run at a time.
"""

import asyncio
import re
import socket
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from itertools import starmap
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.base.lock import only_one
from bot.base.migrate import migrate
from bot.base.settings import Settings, read_settings
from bot.cli import app
from bot.sandbox.web.server import serve
from bot.watching import logs
from tests.bot import command_line
from tests.bot.command_line import Ended
from tests.bot.sandbox.world import World

KEY = "AAFxyz-abcdefghijklmnopqrstuvwxyz01"
TOKEN = f"7123456789:{KEY}"
PASSWORD = "hoa-sen-7-canh"
SECRET = "bi-mat-cua-webhook"
# No part of a secret of this length may be shown.
PART = 8
WRONG_SETTING, MAY_PASS = 2, 1
HERE = "sqlite+aiosqlite:///network.db"
SERVER = f"postgresql://bot:{PASSWORD}@127.0.0.1/network"
NOWHERE = "http://127.0.0.1:1"
Lay = Callable[[Path], None]


@dataclass(frozen=True)
class Kind:
    """Something that is wrong, by which command it is met, and what is said of it."""

    said: str
    settings: Mapping[str, str] = field(default_factory=dict)
    lay: Lay | None = None
    command: tuple[str, ...] = ("run",)
    code: int = WRONG_SETTING


def wrong(name: str, value: str, said: str = "the value") -> Kind:
    return Kind(f"{name}: {said}", {name: value})


def env(content: bytes) -> Lay:
    def lay(folder: Path) -> None:
        (folder / ".env").write_bytes(content)

    return lay


def linked(to: str) -> Lay:
    def lay(folder: Path) -> None:
        (folder / ".env").symlink_to(to)

    return lay


@cache
def content_of(step: str) -> bytes:
    """Give the content of an empty database of ours; made once, for the way up takes its time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.db"
        asyncio.run(migrate(f"sqlite+aiosqlite:///{file}", to=step))
        return file.read_bytes()


def made(change: Callable[[Path], None], *, step: str = "head") -> Lay:
    """Let a database of ours be changed."""

    def lay(folder: Path) -> None:
        (folder / "network.db").write_bytes(content_of(step))
        change(folder / "network.db")

    return lay


def sql(statement: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(statement)

    return change


def shortened(size: int) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        file.write_bytes(file.read_bytes()[:size])

    return change


def written(name: str, content: str) -> Lay:
    def lay(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content)

    return lay


def folder_named(name: str) -> Lay:
    def lay(folder: Path) -> None:
        (folder / name).mkdir(parents=True)

    return lay


CANNOT = "The database sqlite.* cannot be used: "
DATABASE = {"DATABASE_URL": HERE, "BOT_API_URL": NOWHERE}

SETTINGS: Mapping[str, Kind] = {
    "a file that cannot be decoded": Kind(r"\.env is no text in UTF-8\. Save it", lay=env(TOKEN.encode("utf-16"))),
    "a file with zeros in a value": Kind("BOT_TOKEN: ", lay=env(f"BOT_TOKEN={KEY}\0{KEY}\n".encode())),
    "a folder in the place of the file": Kind(r"\.env cannot be read: Is a directory", lay=folder_named(".env")),
    "a file that cannot be read": Kind(r"\.env cannot be read: ", lay=linked("/proc/self/mem")),
    "a link that leads nowhere": Kind(r"\.env cannot be read: ", lay=linked("/nowhere/san-sang.env")),
    "a token of another form": wrong("BOT_TOKEN", f"{TOKEN}{TOKEN}"),
    "a token with spaces": wrong("BOT_TOKEN", f" {TOKEN} {KEY}"),
    "a token over two lines": Kind("BOT_TOKEN: ", lay=env(f'BOT_TOKEN="{TOKEN}\n{KEY}"\n'.encode())),
    "a token in other letters": wrong("BOT_TOKEN", f"{TOKEN}ả"),
    "a database of another kind": wrong("DATABASE_URL", f"mysql://bot:{PASSWORD}@db/network"),
    "a database in memory": wrong("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
    "a server without a database": wrong("DATABASE_URL", f"postgresql://bot:{PASSWORD}@db/"),
    "a port that is too large": wrong("DATABASE_URL", f"postgresql://bot:{PASSWORD}@db:70000/network"),
    "a port that is no number": wrong("DATABASE_URL", f"postgresql://bot:{PASSWORD}@db:{PASSWORD}/network"),
    "another sslmode": wrong("DATABASE_URL", f"{SERVER}?sslmode=on", "sslmode must be one of disable, allow"),
    "a binding that cannot be had": wrong(
        "DATABASE_URL", f"{SERVER}?sslmode=require&channel_binding=require", "channel_binding must be one of prefer"
    ),
    "a parameter that nobody knows": wrong(
        "DATABASE_URL", f"postgres://db/network?password={PASSWORD}&pgbouncer=true", "the parameter 'pgbouncer' is not"
    ),
    "certificates that are not there": wrong(
        "DATABASE_URL",
        f"{SERVER}?sslmode=verify-full&sslrootcert=/nowhere/{PASSWORD}.crt",
        "sslrootcert cannot be read",
    ),
    "certificates that are none": Kind(
        "DATABASE_URL: sslrootcert is no certificate",
        {"DATABASE_URL": f"{SERVER}?sslmode=verify-ca&sslrootcert=root.crt"},
        written("root.crt", PASSWORD),
    ),
    "a key alone": wrong("DATABASE_URL", f"{SERVER}?sslkey=bot.key", "sslkey needs sslcert"),
    "a parameter with a file": wrong("DATABASE_URL", f"{HERE}?sslmode=require", "the parameter 'sslmode' is not"),
    "a province of before": wrong("PROVINCE", "99", ""),
    "a province by its name": wrong("PROVINCE", "Phú Thọ", ""),
    "a time zone that is none": wrong("TIME_ZONE", "Hanoi"),
    "a language that we have not": wrong("LANGUAGE", "fr"),
    "a pace in words": wrong("MESSAGES_PER_SECOND", "fast"),
    "a pace below zero": wrong("MESSAGES_PER_SECOND", "-30"),
    "a port to listen on beyond all": wrong("LISTEN_PORT", "70000"),
    "a port to watch below zero": wrong("WATCH_PORT", "-1"),
    "a sandbox's port in words": wrong("SANDBOX_PORT", "eighty"),
    "an owner past 64 bits": wrong("OWNER_IDS", "9223372036854775808"),
    "an owner in words": wrong("OWNER_IDS", "@nguyenvanan"),
    "owners beyond counting": wrong("OWNER_IDS", "1" * 5000),
    "a webhook without its secret": wrong("WEBHOOK_SECRET", ""),
    "a webhook that is no address": wrong("WEBHOOK_URL", "bot.example.vn/telegram"),
    "a secret in other letters": wrong("WEBHOOK_SECRET", f"{SECRET} và"),
    "an API that is no address": wrong("BOT_API_URL", f"api.telegram.org/bot{TOKEN}"),
    "a proxy of another kind": wrong("BOT_PROXY", f"socks5://an:{PASSWORD}@127.0.0.1:1080"),
    "a heartbeat of another kind": wrong("HEARTBEAT", f"ftp://an:{PASSWORD}@example.org/key"),
    "a level of logs that is none": wrong("LOG_LEVEL", "LOUD"),
    "a department over two lines": Kind("DEPARTMENT: ", lay=env(b'DEPARTMENT="S\nKHCN"\n')),
    "a role on SQLite": Kind("--role worker needs BOT_TOKEN, and", command=("run", "--role", "worker"), code=MAY_PASS),
}
FILES: Mapping[str, Kind] = {
    "a text": Kind(CANNOT + "file is not a database.", DATABASE, written("network.db", "xin chào " * 500)),
    "a folder": Kind(CANNOT + "unable to open database file.", DATABASE, folder_named("network.db")),
    "a beginning alone": Kind(CANNOT + "(file is not|database disk image)", DATABASE, made(shortened(3000))),
    "a newer one": Kind(
        CANNOT + "a newer version made it.", DATABASE, made(sql("UPDATE alembic_version SET version_num = '9999'"))
    ),
    "another program's": Kind(
        CANNOT + "it is another program's",
        DATABASE,
        lambda folder: sql("CREATE TABLE songs (title TEXT)")(folder / "network.db"),
    ),
    "a file where its folder should be": Kind(
        "The database .* cannot be used: File exists.",
        {"DATABASE_URL": "sqlite+aiosqlite:///data/network.db"},
        written("data", "in the way"),
    ),
    "a folder that cannot be written": Kind(
        "The database /sys/network.db cannot be used: .* must be able to write there",
        {"DATABASE_URL": "sqlite+aiosqlite:////sys/network.db"},
    ),
    "a table that a step needs and is not there": Kind(
        CANNOT + "no such table: .* doctor", DATABASE, made(sql("DROP TABLE deliveries"), step="0002")
    ),
    "a server that is not there": Kind(
        r"The database postgresql.*:\*\*\*@.* cannot be used: .*whether the server runs",
        {"DATABASE_URL": f"postgresql://bot:{PASSWORD}@127.0.0.1:1/network?sslmode=require"},
        code=MAY_PASS,
    ),
    "a server whose name nobody knows": Kind(
        "The database postgresql.* cannot be used: ",
        {"DATABASE_URL": f"postgresql://db.invalid/network?password={PASSWORD}"},
        code=MAY_PASS,
    ),
    "an API that is not there": Kind(
        f"The Bot API at {NOWHERE} cannot be used: ", {"BOT_API_URL": NOWHERE}, code=MAY_PASS
    ),
    "an API behind a proxy that is not there": Kind(
        "The Bot API at .* cannot be used: ", {"BOT_PROXY": f"http://an:{PASSWORD}@127.0.0.1:1"}, code=MAY_PASS
    ),
    "a backup of nothing": Kind("There is no database at", command=("backup", "copy.db"), code=MAY_PASS),
    "a backup over another": Kind(
        "copy.db is there already",
        DATABASE,
        made(lambda file: file.with_name("copy.db").touch()),
        ("backup", "copy.db"),
        MAY_PASS,
    ),
    "a backup of what is damaged": Kind(
        ".*(network|copy).db", DATABASE, made(shortened(40_000)), ("backup", "copy.db"), MAY_PASS
    ),
    "a backup of what lacks a column": Kind(
        ".*lacks: the column people.name",
        DATABASE,
        made(sql("ALTER TABLE people DROP COLUMN name")),
        ("backup", "copy.db"),
        MAY_PASS,
    ),
    "a backup that is not there": Kind("There is no file", DATABASE, command=("restore", "copy.db"), code=MAY_PASS),
    "a backup that is a text": Kind(
        "copy.db cannot be read as a database",
        DATABASE,
        written("copy.db", "x" * 9000),
        ("restore", "copy.db"),
        MAY_PASS,
    ),
    "a copy from nowhere": Kind("SOURCE and TARGET are URLs", command=("copy-database", "here", SERVER), code=MAY_PASS),
    "a copy to an address that is not understood": Kind(
        "SOURCE or TARGET: sslmode must be", command=("copy-database", HERE, f"{SERVER}?sslmode=on")
    ),
    "a list that is not there": Kind(
        "Không đọc được nowhere.xlsx: ", DATABASE, command=("members", "import", "nowhere.xlsx"), code=MAY_PASS
    ),
}
KINDS = {**SETTINGS, **FILES}
# Those that are tried by the program itself: what comes before the settings, and one of each sort.
# A start costs two seconds of a processor: one of each way by which the program can end.
IN_EARNEST = (
    *("a file that cannot be decoded", "a port that is no number", "a newer one"),
    *("a table that a step needs and is not there", "an API behind a proxy that is not there"),
)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin in an empty folder, with none of our settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    yield
    logs.set_up("WARNING")


def start(folder: Path, *arguments: str, **settings: str) -> Ended:
    """Run a command in this process."""
    assert Path.cwd() == folder
    result = CliRunner().invoke(app, arguments, env=settings)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def settings_of(kind: Kind) -> dict[str, str]:
    """Add to what is wrong what is right, and secret."""
    guarded = {"WEBHOOK_URL": f"https://{PASSWORD}.example.vn/telegram", "WEBHOOK_SECRET": SECRET}
    has_file = kind.lay is not None and not kind.settings
    return {**({} if has_file else {"BOT_TOKEN": TOKEN}), **guarded, **kind.settings}


def look_at(kind: Kind, ended: Ended) -> None:
    """Look that one line says what is wrong, and that nothing secret was written."""
    written = ended.said + ended.complained
    for secret in (KEY, PASSWORD, SECRET):
        parts = {secret[begin : begin + PART] for begin in range(len(secret) - PART + 1)}
        assert [part for part in parts if part in written] == []
    assert "Traceback" not in written
    assert "locals" not in written
    (line,) = ended.complained.splitlines()
    assert re.match(kind.said, line), line
    assert (ended.code, ended.said) == (kind.code, "")


@pytest.mark.parametrize("name", KINDS)
def test_what_is_wrong_is_one_line_without_a_secret(tmp_path: Path, name: str) -> None:
    kind = KINDS[name]
    if kind.lay is not None:
        kind.lay(tmp_path)

    look_at(kind, start(tmp_path, *kind.command, **settings_of(kind)))


async def test_the_program_itself_says_it_in_the_same_way(tmp_path: Path) -> None:
    two = asyncio.Semaphore(2)

    async def tried(number: int, kind: Kind) -> Ended:
        async with two:
            return await command_line.run(tmp_path / str(number), *kind.command, **settings_of(kind))

    kinds = [KINDS[name] for name in IN_EARNEST]
    await asyncio.to_thread(lay_all, kinds, tmp_path)
    for kind, ended in zip(kinds, await asyncio.gather(*starmap(tried, enumerate(kinds))), strict=True):
        look_at(kind, ended)


def lay_all(kinds: Sequence[Kind], folder: Path) -> None:
    """Lay out what is wrong, one after another: two climbs of a database at once would meet in alembic."""
    for number, kind in enumerate(kinds):
        (folder / str(number)).mkdir()
        if kind.lay is not None:
            kind.lay(folder / str(number))


@pytest.mark.parametrize("name", ["LISTEN_PORT", "WATCH_PORT"])
async def test_a_port_that_is_taken_is_told_before_anybody_is_said_to_be_at_work(tmp_path: Path, name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        kind = Kind(rf"127\.0\.0\.1, port {port}, cannot be used \(Address already in use\)", code=MAY_PASS)
        async with serve(World(token=TOKEN)) as address:
            settings = {**settings_of(kind), name: str(port), "BOT_API_URL": address}
            ended = await command_line.run(tmp_path, "run", **settings)

    look_at(kind, ended)


async def test_a_database_that_fails_after_telegram_was_reached_is_one_line_as_well(tmp_path: Path) -> None:
    kind = Kind(CANNOT + "(database disk image is malformed|no such column)", DATABASE)
    made(sql("ALTER TABLE contact DROP COLUMN heard_at"))(tmp_path)
    async with serve(World(token=TOKEN)) as address:
        ended = await command_line.run(tmp_path, "run", **(settings_of(kind) | {"BOT_API_URL": address}))

    look_at(kind, ended)


def test_a_database_that_another_program_works_on_is_left_to_it(tmp_path: Path) -> None:
    with only_one(tmp_path / "network.db"):
        kind = Kind("Another Sẵn Sàng works on network.db; two would send everything twice", DATABASE, code=MAY_PASS)
        look_at(kind, start(tmp_path, "run", **settings_of(kind)))


def test_an_owner_who_is_named_twice_is_one_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", "12, 13,12")

    assert read_settings().owner_ids == (12, 13)


def test_systemd_starts_no_program_again_that_ended_by_a_wrong_setting() -> None:
    unit = (command_line.ROOT / "deploy" / "san-sang.service").read_text()

    assert f"RestartPreventExitStatus={WRONG_SETTING}\n" in unit
