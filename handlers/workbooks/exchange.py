"""Import and export: coordinators send a list, decide on it, and take rosters, answers, tasks and invitations out."""

import asyncio
from datetime import datetime

from telegram import Document, Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable, number_of
from handlers.workbooks.taps import JobTap, WorkbookTap
from handlers.workbooks.template import template
from handlers.workbooks.views import exchange as views
from models.attachments import AttachmentKind
from models.identity import id_of
from models.jobs import Job, JobKind, JobState
from services.ground.refusals import Refusal
from services.incidents import lifecycle as incidents
from services.jobs import queue as jobs
from services.jobs.queue import JobUnderWay
from services.members import capabilities
from services.notation.spelling import tidy_line
from services.workbooks import exports
from services.workbooks import invitation_sheets as import_sheets
from services.workbooks.imports import check_undecided, decide
from services.workbooks.lists import check_size

TAKEN = (".xlsx", ".csv")
# Files of spreadsheets: those that are not taken are told so, rather than led to the menu.
EXTENSIONS = ("xlsx", "csv", "xls", "xlsm", "xlsb", "ods", "tsv")
INCIDENTS_LISTED = 200


class FileNameNotTaken(Refusal):
    """Lists come as .xlsx or .csv."""


@allow(COORDINATORS)
async def on_room(update: Update, context: Context) -> None:
    """Show what can be brought in and taken out (`/nhapxuat`)."""
    counts = await import_sheets.count_by_commune(context.session, province_code=context.office.province_code)
    context.show(views.room(context.reader, invited=sum(count for _, count in counts)))


@allow(COORDINATORS)
async def on_workbook(update: Update, context: Context) -> None:
    """Take a button of the room."""
    tap = WorkbookTap.unpack(tapped_data(update))
    match tap.verb:
        case views.HOME:
            await on_room(update, context)
        case views.TEMPLATE:
            await _send_template(context)
        case views.HOW:
            context.show(views.how_to_import(context.reader))
        case views.ROSTER | views.ROSTER_MASKED | views.ROSTER_WHOLE:
            await _ask_for_roster(context, tap.verb)
        case views.SYSTEMS:
            await _ask(context, JobKind.EXPORT_SYSTEMS)
        case views.TASKS:
            await _ask(context, JobKind.EXPORT_TASKS)
        case views.ANSWERS:
            known = await incidents.recent(context.session, limit=INCIDENTS_LISTED)
            context.show(views.incidents_to_export(context.reader, known, tap.page))
        case views.INCIDENT:
            await _ask(context, JobKind.EXPORT_ANSWERS, incident=await _incident_id(context, tap.value))
        case views.SHEETS:
            await _show_communes(context, tap.page)
        case views.SHEET | views.SHEET_ANEW:
            await _print_of_commune(context, tap)
        case _:
            raise TapUnreadable


async def _ask(context: Context, kind: JobKind, **asked: object) -> None:
    """Store what is to be done; its result comes into this chat."""
    await jobs.ask(context.session, kind=kind, person=context.person, asked=asked, now=context.now)
    context.notice(views.asked(context.reader))


async def _ask_for_roster(context: Context, verb: str) -> None:
    """Take the roster out, after asking whether the personal numbers of households are to be in it."""
    households = await exports.count_personal_numbers(context.session) if verb == views.ROSTER else 0
    if households:
        context.show(views.with_personal_numbers(context.reader, households))
    elif verb == views.ROSTER_WHOLE:
        await _ask(context, JobKind.EXPORT_ROSTER, whole=True)
    else:
        await _ask(context, JobKind.EXPORT_ROSTER)


async def _print_of_commune(context: Context, tap: WorkbookTap) -> None:
    """Make the sheets of a commune or of all, after asking where printed ones would become void."""
    commune = None if tap.value == views.ALL else tap.value
    printed = await import_sheets.count_printed(context.session, commune_code=commune, now=context.now)
    if printed and tap.verb == views.SHEET:
        context.show(views.commune_printed_already(context.reader, tap.value, count=printed))
        return
    await _ask(context, JobKind.INVITATION_SHEET, commune=commune)


async def _print_of_import(context: Context, job: Job, *, anew: bool) -> None:
    """Make the sheets of those that an import brought in, after asking where printed ones would become void.

    Raises JobUnderWay before the import is done.
    """
    if job.state is not JobState.DONE:
        raise JobUnderWay
    at = datetime.fromisoformat(job.found["at"])
    printed = await import_sheets.count_printed(context.session, registered_at=at, now=context.now)
    if printed and not anew:
        context.send(views.import_printed_already(context.reader, job, count=printed))
        return
    await _ask(context, JobKind.INVITATION_SHEET, **{"import": id_of(job)})


async def _send_template(context: Context) -> None:
    reader = context.reader
    names = list((await capabilities.names(context.session, language=reader.language)).values())
    content = await asyncio.to_thread(template, reader, context.office, names, now=context.now)
    name = f"{reader.label('workbook-file-template')}.xlsx"
    context.send_new_file(AttachmentKind.DOCUMENT, name, content, views.template_caption(reader))


async def _incident_id(context: Context, value: str) -> int | None:
    if value == views.ALL:
        return None
    return id_of(await incidents.by_id(context.session, incident_id=number_of(value)))


async def _show_communes(context: Context, page: int) -> None:
    counts = await import_sheets.count_by_commune(context.session, province_code=context.office.province_code)
    context.show(views.communes_to_invite(context.reader, counts, page, days=import_sheets.LIFETIME.days))


@allow(COORDINATORS)
async def on_file(update: Update, context: Context) -> None:
    """Store that the list that was sent is to be checked; raises FileNameNotTaken or FileTooLarge."""
    document = update.effective_message.document if update.effective_message is not None else None
    if document is not None:
        await _receive(context, document)


async def _receive(context: Context, document: Document) -> None:
    name = tidy_line(document.file_name or "")
    if not name.lower().endswith(TAKEN):
        raise FileNameNotTaken
    check_size(document.file_size or 0)
    job = await jobs.ask(
        context.session,
        kind=JobKind.CHECK_IMPORT,
        person=context.person,
        asked={"file_id": document.file_id, "name": name, "size": document.file_size or 0},
        now=context.now,
    )
    context.send(views.received(context.reader, job, ahead=await jobs.ahead_of(context.session, job=job)))


@allow(COORDINATORS)
async def on_job(update: Update, context: Context) -> None:
    """Take a button of the result of a check, or of an import."""
    tap = JobTap.unpack(tapped_data(update))
    job = await jobs.of_person(context.session, job_id=tap.job_id, person=context.person)
    if tap.verb in (views.INVITE, views.INVITE_ANEW) and job.kind is JobKind.IMPORT:
        await _print_of_import(context, job, anew=tap.verb == views.INVITE_ANEW)
        return
    check_undecided(job)
    match tap.verb:
        case views.NEW | views.MERGE:
            await _take_over(context, job, merge=tap.verb == views.MERGE)
        case _ if "register" in job.found and tap.verb != views.DROP:
            raise TapUnreadable
        case views.CONVERT:
            await _check_converted(context, job)
        case views.DROP:
            decide(job, decision=tap.verb)
            context.show(views.dropped(context.reader, job))
        case views.COMPARE:
            names = await exports.capability_names(context.session, language=context.reader.language)
            context.show(views.comparison(context.reader, job, tap.page, names))
        case views.SUMMARY:
            context.show(views.checked(context.reader, job))
        case _:
            raise TapUnreadable


async def _check_converted(context: Context, job: Job) -> None:
    """Check the list once more, with what is written for old fonts read anew."""
    decide(job, decision=views.CONVERT)
    asked = {**job.asked, "convert": True}
    await jobs.ask(context.session, kind=JobKind.CHECK_IMPORT, person=context.person, asked=asked, now=context.now)
    context.show(views.converting(context.reader, job))


async def _take_over(context: Context, job: Job, *, merge: bool) -> None:
    decide(job, decision=views.MERGE if merge else views.NEW)
    asked = {**job.asked, "check": id_of(job), "merge": merge}
    kind = JobKind.IMPORT_SYSTEMS if "register" in job.found else JobKind.IMPORT
    await jobs.ask(context.session, kind=kind, person=context.person, asked=asked, now=context.now)
    context.show(views.begun(context.reader, job))
