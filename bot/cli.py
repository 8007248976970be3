"""The command line: `python -m bot …`."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from alembic.util import CommandError
from sqlalchemy.engine import make_url
from telegram.error import InvalidToken, TelegramError

from bot import backup, console, copying, logs, members, play
from bot import doctor as check_up
from bot.assembly import Part, assemble
from bot.assembly import run as keep_going
from bot.clock import SystemClock
from bot.console import FAILED, say
from bot.demonstration.load import NotADemonstration, load
from bot.listener import CannotListen
from bot.lock import AlreadyRunning, only_one
from bot.migrate import file_of
from bot.migrate import migrate as climb
from bot.settings import Settings
from bot.shared_locks import TROUBLE, SharedLocks
from bot.tracebacks import said
from models.database import opened

app = typer.Typer(
    help="Sẵn Sàng: the chat system of a province's digital-transformation and incident-response network.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(members.app, name="members")
app.command(name="copy-database")(copying.copy_database)


@app.command()
def run(
    role: Annotated[
        Part, typer.Option(help="What this process does; several processes share the work on PostgreSQL alone.")
    ] = Part.ALL,
) -> None:
    """Run the bot: against Telegram with BOT_TOKEN, else against the sandbox with a demonstration province."""
    settings = console.settings()
    if role is not Part.ALL and (settings.in_sandbox or not settings.on_server):
        raise console.end(
            f"--role {role} needs BOT_TOKEN, and a DATABASE_URL of PostgreSQL: on SQLite one process does everything."
        )
    try:
        with _only_one(settings):
            code = asyncio.run(_run(settings, role))
    except (AlreadyRunning, CannotListen, DatabaseAway, play.SandboxFailed) as error:
        raise console.end(str(error)) from None
    except InvalidToken:
        raise console.end("Telegram refused BOT_TOKEN. Copy it anew from @BotFather.") from None
    except TelegramError as error:
        raise console.end(f"The Bot API at {settings.bot_api_url} cannot be used: {error.message}") from None
    if code:
        raise typer.Exit(code)


@app.command(name="play-bot", hidden=True)
def play_bot(address: Annotated[str, typer.Argument(help="The sandbox's address.")]) -> None:
    """Be the bot beside the sandbox, as a child of `run`, which holds our standard input."""
    settings = console.settings()
    file = _file(settings)
    try:
        with only_one(file.with_name(file.name + ".bot")):
            asyncio.run(_play_bot(settings, address))
    except (AlreadyRunning, TelegramError) as error:
        raise console.end(str(error)) from None


async def _play_bot(settings: Settings, address: str) -> None:
    await play.play_bot(settings, address, _stop_by_signal())


def _file(settings: Settings) -> Path:
    """Name the file that the program works on; where that is a server, a name for the lock of the sandbox."""
    return file_of(settings.database) or Path("data/server")


class DatabaseAway(Exception):
    """The server of the database cannot be reached, or does not let us in."""


@contextmanager
def _only_one(settings: Settings) -> Iterator[None]:
    """Keep other programs away from a database of one file; on a server, several may share the work."""
    if settings.on_server and not settings.in_sandbox:
        yield
        return
    with only_one(_file(settings)):
        yield


@asynccontextmanager
async def _sharing(settings: Settings, role: Part) -> AsyncIterator[SharedLocks | None]:
    """Hold the locks that processes on one server share, if there is one; raises AlreadyRunning or DatabaseAway."""
    if not settings.on_server:
        yield None
        return
    locks = SharedLocks(settings.database, alone=role is Part.ALL)
    try:
        try:
            await locks.keep()
        except TROUBLE as error:
            where = make_url(settings.database).render_as_string()
            what = f"{type(error).__name__} {said(error)}".partition("\n")[0]
            raise DatabaseAway(f"The database {where} cannot be used: {what}") from error
        yield locks
    finally:
        await locks.close()


def _stop_by_signal() -> asyncio.Event:
    """Make an event that Ctrl-C or SIGTERM sets."""
    stopping = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    return stopping


async def _run(settings: Settings, role: Part) -> int:
    """Run the bot until it is told to end; returns the exit code."""
    stopping = _stop_by_signal()
    if settings.bot_token is None:
        await climb(settings.database)
        return await play.run(settings, stopping, say)
    async with AsyncExitStack() as stack:
        locks = await stack.enter_async_context(_sharing(settings, role))
        await climb(settings.database)
        database = await stack.enter_async_context(opened(settings.database))
        house = await stack.enter_async_context(
            assemble(
                settings,
                database,
                clock=SystemClock(),
                token=settings.bot_token,
                api_url=settings.bot_api_url,
                locks=locks,
                part=role,
            )
        )
        as_what = "" if role is Part.ALL else f" ({role})"
        say.print(f"@{house.bot.username} is at work for {settings.department}{as_what}. Ctrl-C ends it.")
        await keep_going(house, stopping, part=role)
    say.print("Ended; everything is stored.")
    return 0


@app.command()
def sandbox(
    port: Annotated[int | None, typer.Option(help="The port of the page; 0 for any free one.")] = None,
    data: Annotated[Path, typer.Option(help="Where the chats are kept.")] = play.CHATS,
    with_parent: Annotated[bool, typer.Option(hidden=True)] = False,
) -> None:
    """Run the sandbox alone: a Bot API on this machine, with a chat page in the browser."""
    settings = console.settings()
    chosen = settings.sandbox_port if port is None else port
    try:
        asyncio.run(play.serve_alone(chosen, data, with_parent=with_parent, say=say))
    except OSError as error:
        raise console.end(
            f"Port {chosen} cannot be used ({error.strerror}). Set SANDBOX_PORT to another one."
        ) from None


@app.command()
def migrate(
    to: Annotated[str, typer.Option(help="A step, such as 0001; the newest by default.")] = "head",
) -> None:
    """Make the database if it is missing, and bring it to the newest step."""
    settings = console.settings()
    try:
        asyncio.run(climb(settings.database, to=to))
    except CommandError as error:
        raise console.end(f"The database cannot be brought to the step {to!r}: {error}") from None
    say.print(f"{settings.database_shown} is up to date.")


@app.command(name="demo-data")
def demo_data() -> None:
    """Fill an empty database with a made-up province; twice changes nothing."""
    settings = console.settings()
    try:
        counts = asyncio.run(_load(settings))
    except NotADemonstration as error:
        raise console.end(str(error)) from None
    say.print(counts)


async def _load(settings: Settings) -> str:
    await climb(settings.database)
    async with opened(settings.database) as database:
        loaded = await load(database, office=settings.office, now=datetime.now(UTC))
    return f"The demonstration province: {loaded}"


@app.command()
def doctor() -> None:
    """Examine settings, database, clock, API and token, and give a plain verdict on each."""
    settings = console.settings()
    verdicts = asyncio.run(check_up.examine(settings))
    for verdict in verdicts:
        say.print(f"[{'green' if verdict.good else 'red'}]{'✔' if verdict.good else '✖'}[/] ", end="")
        say.print(f"{verdict.subject}: {verdict.finding}", markup=False)
    if not all(verdict.good for verdict in verdicts):
        raise typer.Exit(FAILED)


@app.command(name="backup")
def back_up(
    file: Annotated[Path | None, typer.Argument(help="The copy; a dated file beside the database by default.")] = None,
) -> None:
    """Copy the database, also while the bot runs, and look whether the copy is sound."""
    settings = console.settings()
    try:
        source = backup.sqlite_file(settings.database)
        copy = file or backup.file_for(source, datetime.now(UTC))
        contents = backup.back_up(source, copy)
    except FileExistsError:
        raise console.end(f"{copy} is there already; a backup never takes another's place.") from None
    except (backup.CannotBeCopied, backup.BackupWrong) as error:
        raise console.end(str(error)) from None
    except OSError as error:
        raise console.end(f"{copy} cannot be written: {error.strerror}.") from None
    say.print(f"{copy} is sound: {contents}.", markup=False)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A copy that `backup` made.")]) -> None:
    """Put a backup in the database's place, after looking whether it is sound; what stood there is kept."""
    settings = console.settings()
    try:
        target = backup.sqlite_file(settings.database)
        restored = asyncio.run(backup.restore(target, file, now=datetime.now(UTC)))
    except AlreadyRunning:
        raise console.end("The bot is running; end it first, for it would go on with the replaced database.") from None
    except (backup.CannotBeCopied, backup.BackupWrong) as error:
        raise console.end(str(error)) from None
    except OSError as error:
        raise console.end(f"{target} cannot be written: {error.strerror}.") from None
    say.print(f"{target} is what {file} was: {restored.contents}.", markup=False)
    if restored.contents.unsent:
        say.print(f"{restored.contents.unsent} messages were on their way then; they go out at the next start.")
    if restored.kept is not None:
        say.print(f"The replaced database is kept: {restored.kept}", markup=False)


@app.command()
def reset() -> None:
    """Throw the sandbox's province and chats away, after asking; a real database is never touched."""
    settings = console.settings()
    if not settings.in_sandbox or settings.database_url:
        raise console.end("Only the sandbox's own data can be reset; BOT_TOKEN or DATABASE_URL is set.")
    files = play.files_of(settings)
    if not files:
        say.print("There is nothing to throw away.")
        return
    if not typer.confirm("Throw away the sandbox's province and all its chats?"):
        raise typer.Exit(FAILED)
    try:
        with _only_one(settings):
            for file in files:
                file.unlink()
    except AlreadyRunning:
        raise console.end("The sandbox is running; end it first (Ctrl-C).") from None
    say.print("Gone. The next start begins afresh.")


def main() -> None:
    """Enter from `python -m bot`."""
    # What is written holds names and phone numbers: nobody else on the machine may read it.
    os.umask(0o077)
    # Typer's own way would print what ends the program with all that its message quotes.
    sys.excepthook = logs.last_word
    typer.main.get_command(app)(prog_name="python -m bot")
