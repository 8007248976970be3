"""The command line: `python -m bot …`.

Each command loads what it alone needs: a start takes half as long.
"""

import asyncio
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.base.part import Part
from bot.base.settings import CHATS, Settings
from bot.commands import console
from bot.commands.console import FAILED, WRONG_SETTING, say
from bot.watching import logs
from models.people import Language

app = typer.Typer(
    help="Sẵn Sàng: the chat system of a province's digital-transformation and incident-response network.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
lists = typer.Typer(help="Lists of businesses: template, import, export, invitation sheets.", no_args_is_help=True)
app.add_typer(lists, name="members")
neighbours = typer.Typer(help="Neighbours' feeds of CAP 1.2 that are read.", no_args_is_help=True)
app.add_typer(neighbours, name="peers")


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
    if settings.bot_token is not None:
        from bot.commands import service

        service.serve(settings, role, settings.bot_token)
        return
    from bot.play import play

    if code := play.play(settings):
        raise typer.Exit(code)


@app.command(name="play-bot", hidden=True)
def play_bot(address: Annotated[str, typer.Argument(help="The sandbox's address.")]) -> None:
    """Be the bot beside the sandbox, as a child of `run`, which holds our standard input."""
    from bot.play import bot as play_bot

    play_bot.play_bot(console.settings(), address)


@app.command()
def sandbox(
    port: Annotated[int | None, typer.Option(help="The port of the page; 0 for any free one.")] = None,
    data: Annotated[Path, typer.Option(help="Where the chats are kept.")] = CHATS,
) -> None:
    """Run the sandbox alone: a Bot API on this machine, with a chat page in the browser."""
    from bot.base.listener import CannotListen
    from bot.play import playground
    from bot.sandbox.web.server import busy

    settings = console.settings()
    chosen = settings.sandbox_port if port is None else port
    try:
        asyncio.run(playground.serve_alone(chosen, data, say))
    except CannotListen as error:
        raise console.end(busy(chosen, error)) from None
    except OSError as error:
        raise console.end(f"{data} cannot be used: {error.strerror}.") from None


@app.command()
def migrate(
    to: Annotated[str, typer.Option(help="A step, such as 0001; the newest by default.")] = "head",
) -> None:
    """Make the database if it is missing, and bring it to the newest step."""
    from alembic.util import CommandError

    from bot.commands.start import make_ready

    settings = console.settings()
    try:
        asyncio.run(make_ready(settings, to=to))
    except CommandError as error:
        raise console.end(f"The database cannot be brought to the step {to!r}: {error}") from None
    say.print(f"{settings.database_shown} is up to date.")


@app.command(name="demo-data")
def demo_data() -> None:
    """Fill an empty database with a made-up province; twice changes nothing."""
    from bot.demonstration.load import NotADemonstration

    settings = console.settings()
    try:
        counts = asyncio.run(_load(settings))
    except NotADemonstration as error:
        raise console.end(str(error)) from None
    say.print(counts)


async def _load(settings: Settings) -> str:
    from bot.commands.start import make_ready
    from bot.demonstration.load import load
    from models.database import opened

    await make_ready(settings)
    async with opened(settings.database) as database:
        loaded = await load(database, office=settings.office, now=datetime.now(UTC))
    return f"The demonstration province: {loaded}"


@app.command()
def doctor(
    seal: Annotated[
        str,
        typer.Option(help="A seal over the record as somebody kept it, such as from the digest: does it still stand?"),
    ] = "",
) -> None:
    """Examine settings, database, clock, API and token, and give a plain verdict on each."""
    from bot.commands.doctor import examine
    from services.audit.chain import as_kept
    from services.ground.audit import SHORT_HASH

    kept = as_kept(seal)
    if kept and re.fullmatch(f"[0-9a-f]{{{SHORT_HASH},64}}", kept) is None:
        raise console.end(
            f"--seal takes the {SHORT_HASH} letters and digits of a seal, or more of them.", WRONG_SETTING
        )
    verdicts = asyncio.run(examine(console.settings(), seal=kept))
    for verdict in verdicts:
        say.print(f"[{'green' if verdict.good else 'red'}]{'✔' if verdict.good else '✖'}[/] ", end="")
        say.print(logs.without_secrets(f"{verdict.subject}: {verdict.finding}"), markup=False)
    if not all(verdict.good for verdict in verdicts):
        raise typer.Exit(FAILED)


@app.command(name="backup")
def back_up(
    file: Annotated[Path | None, typer.Argument(help="The copy; a dated file beside the database by default.")] = None,
) -> None:
    """Copy the database, also while the bot runs, and look whether the copy is sound."""
    from bot.commands import backup, soundness

    settings = console.settings()
    try:
        source = backup.sqlite_file(settings.database)
        copy = file or backup.file_for(source, datetime.now(UTC))
        contents = backup.back_up(source, copy)
    except FileExistsError:
        raise console.end(f"{copy} is there already; a backup never takes another's place.") from None
    except (backup.CannotBeCopied, soundness.Unsound) as error:
        raise console.end(str(error)) from None
    except OSError as error:
        raise console.end(f"{copy} cannot be written: {error.strerror}.") from None
    say.print(f"{copy} is sound: {contents}.", markup=False)


@app.command(name="keep-erased")
def keep_erased(folder: Annotated[Path, typer.Argument(help="Where the database's backups are kept.")]) -> None:
    """Add to a list beside PostgreSQL's backups who was erased, as numbers and moments; `backup` does so itself."""
    from bot.commands import erased

    settings = console.settings()
    try:
        gone = asyncio.run(erased.in_live(settings.database))
        erased.keep(folder, gone)
    except OSError as error:
        raise console.end(f"{folder / erased.NAME} cannot be written: {error.strerror}.") from None
    say.print(f"{folder / erased.NAME} holds {len(erased.in_list(folder))} who were erased.", markup=False)


@app.command(name="erase-again")
def erase_again(folder: Annotated[Path, typer.Argument(help="Where the list of who was erased is kept.")]) -> None:
    """Erase those on the list beside the backups who are back after PostgreSQL's pg_restore, before the bot starts."""
    from bot.base.migrate import migrate
    from bot.commands import erased

    settings = console.settings()
    if not (folder / erased.NAME).exists():
        raise console.end(f"There is no {folder / erased.NAME}.")
    asyncio.run(migrate(settings.database))
    again = asyncio.run(erased.erase_again(settings.database, erased.in_list(folder), now=datetime.now(UTC)))
    say.print(f"{again} people had been erased since; they were erased again.")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A copy that `backup` made.")]) -> None:
    """Put a backup in the database's place, after looking whether it is sound; what stood there is kept."""
    from bot.base.lock import AlreadyRunning
    from bot.commands import backup, soundness

    settings = console.settings()
    try:
        target = backup.sqlite_file(settings.database)
        restored = asyncio.run(backup.restore(target, file, now=datetime.now(UTC)))
    except AlreadyRunning:
        raise console.end("The bot is running; end it first, for it would go on with the replaced database.") from None
    except (backup.CannotBeCopied, soundness.Unsound) as error:
        raise console.end(str(error)) from None
    except OSError as error:
        raise console.end(f"{target} cannot be written: {error.strerror}.") from None
    say.print(f"{target} is what {file} was: {restored.contents}.", markup=False)
    if restored.erased_again:
        say.print(f"{restored.erased_again} people had been erased since; they were erased again.")
    if restored.contents.unsent:
        say.print(f"{restored.contents.unsent} messages were on their way then; they go out at the next start.")
    if restored.kept is not None:
        say.print(f"The replaced database is kept: {restored.kept}", markup=False)


@app.command()
def reset() -> None:
    """Throw the sandbox's province and chats away, after asking; a real database is never touched."""
    from bot.base.lock import AlreadyRunning, only_one
    from bot.play import playground

    settings = console.settings()
    if not settings.in_sandbox or settings.database_url:
        raise console.end("Only the sandbox's own data can be reset; BOT_TOKEN or DATABASE_URL is set.")
    files = playground.files_of(settings)
    if not files:
        say.print("There is nothing to throw away.")
        return
    if not typer.confirm("Throw away the sandbox's province and all its chats?"):
        raise typer.Exit(FAILED)
    try:
        with only_one(playground.place_of(settings)):
            for file in files:
                file.unlink()
    except AlreadyRunning:
        raise console.end("The sandbox is running; end it first (Ctrl-C).") from None
    say.print("Gone. The next start begins afresh.")


@app.command(name="copy-database")
def copy_database(
    source: Annotated[str, typer.Argument(help="The URL of the database to copy, as in DATABASE_URL.")],
    target: Annotated[str, typer.Argument(help="The URL of an empty database at the newest step.")],
) -> None:
    """Copy a whole database into an empty one, all or nothing, verified by counts and checksums of every table."""
    from bot.commands import copying

    copying.copy_database(source, target)


@lists.command()
def template(
    output: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
    language: Annotated[Language | None, typer.Option(help="vi or en; the office's language by default.")] = None,
) -> None:
    """Write the template of a list of businesses, with drop-down lists and examples."""
    from bot.commands import members

    members.template(output, language)


@lists.command(name="import")
def import_list(
    file: Annotated[Path, typer.Argument(help="The list, .xlsx or .csv.", show_default=False)],
    merge: Annotated[
        bool | None,
        typer.Option("--merge/--no-merge", help="Update known businesses, or leave them; else it is asked."),
    ] = None,
    convert: Annotated[
        bool | None,
        typer.Option("--convert/--no-convert", help="Convert what is written for old fonts, or not; else it is asked."),
    ] = None,
) -> None:
    """Check a list of businesses and take it over; twice changes nothing. Exit code 3: some rows were rejected."""
    from bot.commands import members

    members.import_list(file, merge=merge, convert=convert)


@lists.command()
def export(
    output: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
    personal_numbers: Annotated[
        bool, typer.Option("--personal-numbers", help="Write the tax codes of households in full.")
    ] = False,
) -> None:
    """Write the roster, with the contacts of every business; for the coordinating body only."""
    from bot.commands import members

    members.export(output, personal_numbers=personal_numbers)


@lists.command()
def sheet(
    commune: Annotated[str | None, typer.Option(help="Only businesses of this commune, in any spelling.")] = None,
    output: Annotated[Path, typer.Option(help="The folder to write into.")] = Path(),
) -> None:
    """Make the sheets of invitations for imported businesses that nobody speaks for yet."""
    from bot.commands import members

    members.sheet(commune, output)


@neighbours.command(name="add")
def add_peer(
    url: Annotated[str, typer.Argument(help="The address of the feed, such as https://…/cap/feed.atom.")],
    name: Annotated[
        str, typer.Option(help="What coordinators call it, such as Phú Thọ; else the machine's name.")
    ] = "",
    token: Annotated[
        bool, typer.Option("--token", help="The feed is restricted: its token is asked for, and shown nowhere.")
    ] = False,
) -> None:
    """Read a neighbour's feed from now on."""
    from bot.commands import peers

    peers.add(url, name, typer.prompt("Token", hide_input=True) if token else None)


@neighbours.command(name="list")
def list_peers() -> None:
    """List the feeds that are read, when each was read last, and what went wrong."""
    from bot.commands import peers

    peers.show()


@neighbours.command(name="remove")
def remove_peer(which: Annotated[str, typer.Argument(help="The number from the list, or the address.")]) -> None:
    """Read a feed no longer; what it said is kept."""
    from bot.commands import peers

    peers.remove(which)


def main() -> None:
    """Enter from `python -m bot`."""
    # What is written holds names and phone numbers: nobody else on the machine may read it.
    os.umask(0o077)
    console.set_up()
    typer.main.get_command(app)(prog_name="python -m bot")
