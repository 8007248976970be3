"""Lists of businesses at the command line: `python -m bot members …`.

The same work as in chat, beside a running bot: every transaction is short, and after each the bot has its turn.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.base import catalogue, sandbox_token
from bot.base.settings import Settings
from bot.commands import console
from bot.commands.console import complain, say
from bot.commands.start import make_ready
from bot.telegram.transport import AiohttpRequest
from handlers.frame.desk import Desk, Progress, Stage
from handlers.frame.office import Office
from handlers.frame.views import refusals
from handlers.frame.views.message import plain
from handlers.frame.views.reader import Reader
from handlers.workbooks import exports as workbook_exports
from handlers.workbooks import imports as workbook_import
from handlers.workbooks import jobs as work
from handlers.workbooks import sheets as workbook_sheets
from handlers.workbooks.imports import CheckedList
from handlers.workbooks.template import template as make_template
from handlers.workbooks.views import command_line as views
from handlers.workbooks.views import documents as workbook_documents
from handlers.workbooks.views.exchange import checked_text, imported_text
from models.database import opened
from models.people import Language
from services.ground.refusals import Refusal
from services.members import capabilities
from services.workbooks import exports, imports
from services.workbooks import invitation_sheets as import_sheets
from services.workbooks.import_communes import find_commune
from services.workbooks.imports import Plan, Source
from services.workbooks.lists import check_size

# Some rows were taken over, and others turned away.
PARTLY = 3
# Whoever waits for SQLite's writer looks again every 0.1 s at the latest: without rests they would find it taken again
# and again.
REST = 0.05
WRITING = frozenset({Stage.SAVING, Stage.INVITING})
Command = Callable[[Desk], Coroutine[Any, Any, None]]


def template(output: Path | None, language: Language | None) -> None:
    """Write the template of a list of businesses, with drop-down lists and examples."""

    async def command(desk: Desk) -> None:
        async with desk.database.reading() as session:
            names = await capabilities.names(session, language=desk.reader.language)
        content = make_template(desk.reader, desk.office, list(names.values()), now=desk.now())
        _write(desk, output or Path(f"{desk.reader.label('workbook-file-template')}.xlsx"), content)

    _at_desk(command, language=language)


def import_list(file: Path, *, merge: bool | None, convert: bool | None) -> None:
    """Check a list of businesses and take it over; what is not given is asked.

    Asked are whether known businesses are updated, and whether what is written for old fonts is converted.
    """
    _at_desk(lambda desk: _import(desk, file, merge, convert))


def export(output: Path | None, *, personal_numbers: bool) -> None:
    """Write the roster, with the contacts of every business; personal numbers of households only if asked for."""

    async def command(desk: Desk) -> None:
        exported = await workbook_exports.roster(desk, whole=personal_numbers)
        if not exported.count:
            raise console.end(views.nothing_to_export(desk.reader))
        _write(desk, output or Path(f"{work.file_stem(desk, 'roster')}.xlsx"), exported.content)
        async with desk.database.writing() as session:
            exports.record(
                session,
                person=None,
                what="roster",
                now=desk.now(),
                rows=exported.count,
                **({"personal_numbers": True} if personal_numbers else {}),
            )
        say.print(views.for_the_office_only(desk.reader), markup=False)

    _at_desk(command)


def sheet(commune: str | None, output: Path) -> None:
    """Make the sheets of invitations for imported businesses that nobody speaks for yet."""

    async def command(desk: Desk) -> None:
        code = find_commune(commune, province_code=desk.office.province_code).code if commune else None
        async with desk.database.reading() as session:
            waiting = await import_sheets.waiting(session, commune_code=code)
        made = 0
        async for document in workbook_sheets.sheets(desk, waiting):
            name = f"{work.file_stem(desk, 'sheet')}{workbook_sheets.ending(document)}"
            _write(desk, output / name, document.content)
            made += document.count
        say.print(views.sheets_made(desk.reader, made), markup=False)

    _at_desk(command, needs_bot=True)


def _at_desk(command: Command, *, language: Language | None = None, needs_bot: bool = False) -> None:
    """Do a command's work; an expected "no" is said in plain words and ends with exit code 1."""
    settings = console.settings()
    reader = settings.office.reader(language or settings.language)
    try:
        asyncio.run(_do(settings, reader, command, needs_bot=needs_bot))
    except Refusal as refusal:
        raise console.end(refusals.plain(refusal, reader)) from None


async def _do(settings: Settings, reader: Reader, command: Command, *, needs_bot: bool) -> None:
    await make_ready(settings)
    office = await _with_bot(settings, reader) if needs_bot else settings.office
    bars = _Bars(reader)
    async with opened(settings.database) as database:
        async with database.writing() as session:
            await catalogue.stock(session, now=datetime.now(UTC))
        try:
            await command(Desk(database, office, reader, person=None, now=lambda: datetime.now(UTC), tell=bars.tell))
        finally:
            bars.stop()


async def _with_bot(settings: Settings, reader: Reader) -> Office:
    """Ask Telegram, or the sandbox that runs, for the bot's name: links are made of it."""
    address, token = settings.bot_api_url, settings.bot_token
    if token is None:
        address, token = f"http://127.0.0.1:{settings.sandbox_port}", sandbox_token.token()
    requests = AiohttpRequest(proxy=settings.bot_proxy)
    bot = ExtBot(token, f"{address}/bot", request=requests, get_updates_request=requests)
    try:
        await bot.initialize()
        return replace(settings.office, bot=bot.username)
    except TelegramError as error:
        raise console.end(views.no_bot(reader, f"{address}: {error.message}")) from None
    finally:
        await bot.shutdown()


class _Bars:
    """A bar of progress for each stage of the work, and a rest after each portion that was written."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._stage: Stage | None = None
        self._bar: Bar | None = None

    async def tell(self, progress: Progress) -> None:
        """Move the bar; after a portion that was written, let a running bot have its turn."""
        if self._stage is not progress.stage:
            self._begin(progress.stage)
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=progress.done, total=progress.total)
        if progress.done == progress.total:
            self.stop()
        if progress.stage in WRITING:
            await asyncio.sleep(REST)

    def _begin(self, stage: Stage) -> None:
        self.stop()
        self._stage = stage
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Bar(*columns, console=complain)
        self._bar.add_task(views.stage(self._reader, stage), total=None)
        self._bar.start()

    def stop(self) -> None:
        """Leave the bar as it is; what is said next stands below it."""
        if self._bar is not None:
            self._bar.stop()
        self._bar = None


def _write(desk: Desk, file: Path, content: bytes) -> None:
    """Write a file that its owner alone may read, and say so."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_bytes(content)
    except OSError as error:
        raise console.end(views.cannot_write(desk.reader, file, error.strerror or str(error))) from None
    say.print(views.written(desk.reader, file), markup=False)


async def _import(desk: Desk, file: Path, merge: bool | None, convert: bool | None) -> None:
    """Check a list, tell what it would do, and take it over; known businesses only where somebody says so."""
    checked, plan, found = await _check(desk, file, convert=bool(convert))
    old = sum(count for _, count, *_ in found["old_writings"])
    if old and convert is None and typer.confirm(views.ask_convert(desk.reader, old)):
        checked, plan, found = await _check(desk, file, convert=True)
    await _write_findings(desk, file, checked, plan)
    if plan.changed and merge is None:
        merge = typer.confirm(views.ask_merge(desk.reader, len(plan.changed)))
    if plan.new or (plan.changed and merge):
        source = Source(None, None, desk.now())
        applied = await workbook_import.take_over(desk, checked, shown=plan.shown(), merge=bool(merge), source=source)
        async with desk.database.writing() as session:
            imports.conclude(session, source=source, applied=applied, rejected=len(plan.rejected))
        result = imported_text(desk.reader, file.name, workbook_import.found_by_import(applied))
        say.print(plain(result), markup=False)
    if plan.rejected:
        raise typer.Exit(PARTLY)


async def _check(desk: Desk, file: Path, *, convert: bool) -> tuple[CheckedList, Plan, dict[str, Any]]:
    """Check a list and tell what importing it would do."""
    checked = await workbook_import.read(desk, _content(desk, file), name=file.name, convert=convert)
    plan = await workbook_import.compare(desk, checked)
    found = workbook_import.found_by_check(checked, plan)
    say.print(plain(checked_text(desk.reader, file.name, found)), markup=False)
    return checked, plan, found


def _content(desk: Desk, file: Path) -> bytes:
    try:
        check_size(file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise console.end(views.cannot_read(desk.reader, file, error.strerror or str(error))) from None


async def _write_findings(desk: Desk, file: Path, checked: CheckedList, plan: Plan) -> None:
    """Write the rejected rows and the differences beside the list."""
    reader, office = desk.reader, desk.office
    if plan.rejected:
        content = workbook_documents.rejected(reader, office, plan.rejected, now=desk.now())
        _write(desk, _beside(desk, file, "rejected"), content)
    if len(checked.older) > workbook_import.OLDER_TOLD:
        content = workbook_documents.older(reader, office, checked.older, only_sheet=checked.only_sheet, now=desk.now())
        _write(desk, _beside(desk, file, "older"), content)
    if plan.changed:
        async with desk.database.reading() as session:
            names = await exports.capability_names(session, language=reader.language)
        content = workbook_documents.comparison(
            reader, office, plan.changed, names, only_sheet=checked.only_sheet, now=desk.now()
        )
        _write(desk, _beside(desk, file, "comparison"), content)


def _beside(desk: Desk, file: Path, what: str) -> Path:
    return file.with_name(f"{file.stem}-{desk.reader.label(f'workbook-file-{what}')}.xlsx")
