"""Long work that was asked for in chat: what each kind of job does, and the words that it leaves.

A job is done in portions by the engine. Each is an asynchronous generator: what it yields is sent before it goes
on, so that what follows may rely on it. Doing it again from the beginning changes nothing that was done.
"""

import asyncio
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.desk import Desk
from handlers.frame.views import tlp
from handlers.frame.views.tlp import labelled
from handlers.frame.words import (
    Send,
    SendNewFile,
)
from handlers.frame.work import Fetch, Words
from handlers.workbooks import exports as workbook_exports
from handlers.workbooks import imports as workbook_import
from handlers.workbooks import sheets
from handlers.workbooks.exports import Exported
from handlers.workbooks.imports import CheckedList
from handlers.workbooks.registers import systems
from handlers.workbooks.views import documents, invitation_sheet
from handlers.workbooks.views import exchange as views
from models.attachments import AttachmentKind
from models.identity import id_of
from models.jobs import Job
from models.tlp import Tlp
from services.incidents.sharing import labels
from services.jobs import queue as jobs
from services.workbooks import exports, imports
from services.workbooks import invitation_sheets as import_sheets
from services.workbooks.imports import Applied, Change, Source

# Fewer differences are read in the chat itself.
MOST_WITHOUT_WORKBOOK = 10
# What can be leafed through in the chat; a workbook holds all.
COMPARED_IN_CHAT = 100


async def check_import(desk: Desk, job: Job, fetch: Fetch) -> Words:
    """Check a list, of systems or of businesses, and tell what an import would do; nothing of it is written."""
    content = await fetch(job.asked["file_id"])
    listed = await systems.read(desk, content, name=job.asked["name"])
    if listed is not None:
        async for word in systems.check(desk, job, listed):
            yield word
        return
    checked = await workbook_import.read(desk, content, name=job.asked["name"], convert=bool(job.asked.get("convert")))
    plan = await workbook_import.compare(desk, checked)
    async with desk.database.writing() as session:
        names = await exports.capability_names(session, language=desk.reader.language)
        job = await jobs.keep(
            session,
            job_id=id_of(job),
            **workbook_import.found_by_check(checked, plan),
            shown=plan.shown(),
            compare=[_kept(change, checked.only_sheet) for change in plan.changed[:COMPARED_IN_CHAT]],
        )
    if plan.rejected:
        content = await asyncio.to_thread(documents.rejected, desk.reader, desk.office, plan.rejected, now=desk.now())
        yield _file(desk, "rejected", content, views.rejected_caption(desk.reader, len(plan.rejected)))
    older = checked.older
    if len(older) > workbook_import.OLDER_TOLD:
        content = await asyncio.to_thread(
            documents.older, desk.reader, desk.office, older, only_sheet=checked.only_sheet, now=desk.now()
        )
        yield _file(desk, "older", content, views.older_caption(desk.reader, len(older)))
    if len(plan.changed) > MOST_WITHOUT_WORKBOOK:
        content = await asyncio.to_thread(
            documents.comparison,
            desk.reader,
            desk.office,
            plan.changed,
            names,
            only_sheet=checked.only_sheet,
            now=desk.now(),
        )
        yield _file(desk, "comparison", content, views.comparison_caption(desk.reader, len(plan.changed)))
    yield Send(views.checked(desk.reader, job))


async def _read(desk: Desk, job: Job, fetch: Fetch) -> CheckedList:
    content = await fetch(job.asked["file_id"])
    return await workbook_import.read(desk, content, name=job.asked["name"], convert=bool(job.asked.get("convert")))


def _kept(change: Change, only_sheet: str) -> dict[str, object]:
    """Keep a comparison as it is shown, in values that JSON can hold."""
    return {
        "row": change.entry.sent.seen_from(only_sheet),
        "tax_code": change.entry.tax_code,
        "name": change.name,
        "differences": [[one.column, one.old, one.new] for one in change.differences],
    }


async def take_list_over(desk: Desk, job: Job, fetch: Fetch) -> Words:
    """Take over a list that was checked: it is read anew, and only what was shown then is changed."""
    before = Applied(new=int(job.found.get("new", 0)), updated=int(job.found.get("updated", 0)))
    async with desk.database.writing() as session:
        check = await session.get_one(Job, job.asked["check"])
        shown, rejected = check.found["shown"], int(check.found["rejected"])
        job = await jobs.keep(session, job_id=id_of(job), at=job.found.get("at", desk.now().isoformat()))
    source = Source(id_of(job), desk.person, datetime.fromisoformat(job.found["at"]))

    async def saved(session: AsyncSession, total: Applied) -> None:
        # With the rows themselves: a second attempt finds them the same, and would not count them.
        await jobs.keep(session, job_id=id_of(job), new=before.new + total.new, updated=before.updated + total.updated)

    checked = await _read(desk, job, fetch)
    applied = await workbook_import.take_over(
        desk, checked, shown=shown, merge=job.asked["merge"], source=source, saved=saved
    )
    applied.add(Applied(new=before.new, updated=before.updated, same=-before.new - before.updated))
    async with desk.database.writing() as session:
        if not job.found.get("concluded"):
            imports.conclude(session, source=source, applied=applied, rejected=rejected)
        found = workbook_import.found_by_import(applied)
        job = await jobs.keep(session, job_id=id_of(job), **found, concluded=True)
    yield Send(views.imported(desk.reader, job))


async def make_sheets(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Make invitation sheets; businesses whose sheet went out in an earlier attempt are not invited again."""
    moments = list(job.found.get("sent", ()))
    async with desk.database.reading() as session:
        registered_at = await _moment_of_import(session, job.asked.get("import"))
        waiting = await import_sheets.waiting(
            session, commune_code=job.asked.get("commune"), registered_at=registered_at
        )
        done = await import_sheets.invited_at(session, moments=[datetime.fromisoformat(at) for at in moments])
    rest = [business for business in waiting if business.member_id not in done]
    async for document in sheets.sheets(desk, rest):
        caption = invitation_sheet.caption(
            desk.reader, count=document.count, part=document.part, parts=document.parts, until=document.until
        )
        yield _file(desk, "sheet", document.content, caption, ending=sheets.ending(document))
        moments.append(document.made_at.isoformat())
        async with desk.database.writing() as session:
            await jobs.keep(session, job_id=id_of(job), sent=moments)
    yield Send(views.sheets_made(desk.reader, count=len(done) + len(rest)))


async def _moment_of_import(session: AsyncSession, job_id: int | None) -> datetime | None:
    """Tell at which instant an import registered its businesses."""
    if job_id is None:
        return None
    return datetime.fromisoformat((await session.get_one(Job, job_id)).found["at"])


async def export_roster(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Take the roster out, with phone numbers, and with the personal numbers of households where that was asked for."""
    whole = bool(job.asked.get("whole"))
    exported = await workbook_exports.roster(desk, whole=whole)
    at = desk.reader.moment(desk.now())
    yield await _exported(
        desk,
        "roster",
        exported,
        desk.reader.label("export-roster-caption", count=exported.count, at=at),
        personal_numbers=whole,
    )


async def export_answers(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Take the answers to one incident or to all out."""
    exported = await workbook_exports.answers(desk, incident_id=job.asked["incident"])
    at, scope = desk.reader.moment(desk.now()), exported.scope or desk.reader.label("export-scope-all")
    yield await _exported(
        desk,
        "answers",
        exported,
        desk.reader.label("export-answers-caption", scope=scope, count=exported.count, at=at),
    )


async def export_tasks(desk: Desk, _job: Job, _fetch: Fetch) -> Words:
    """Take all tasks out."""
    exported = await workbook_exports.all_tasks(desk)
    at = desk.reader.moment(desk.now())
    caption = desk.reader.label("export-tasks-caption", count=exported.count, at=at)
    yield await _exported(desk, "tasks", exported, caption)


async def _exported(
    desk: Desk,
    what: str,
    exported: Exported,
    caption: str,
    *,
    personal_numbers: bool = False,
) -> Send | SendNewFile:
    """Hand a workbook over with its label, and write down that it was."""
    if not exported.count:
        return Send(views.nothing_to_export(desk.reader))
    async with desk.database.writing() as session:
        exports.record(
            session,
            person=desk.person,
            what=what,
            now=desk.now(),
            rows=exported.count,
            of=exported.scope or None,
            **({"personal_numbers": True} if personal_numbers else {}),
        )
        if what == "roster" and desk.person is not None:
            await exports.record_roster(session, person=desk.person, now=desk.now())
    name = f"{file_stem(desk, what, exported.label)}.xlsx"
    handed = SendNewFile(AttachmentKind.DOCUMENT, name, exported.content, labelled(caption, exported.label))
    return replace(handed, protected=labels.is_kept_in_chat(exported.label))


def _file(desk: Desk, what: str, content: bytes, caption: str, *, ending: str = ".xlsx") -> SendNewFile:
    return SendNewFile(AttachmentKind.DOCUMENT, f"{file_stem(desk, what)}{ending}", content, caption)


def file_stem(desk: Desk, what: str, label: Tlp | None = None) -> str:
    """Name a file by its label, what it holds and when it was made: "TLP-AMBER-danh-ba-20261120-0900"."""
    at = desk.now().astimezone(desk.office.time_zone)
    name = f"{desk.reader.label(f'workbook-file-{what}')}-{at:%Y%m%d-%H%M}"
    return name if label is None else f"{tlp.label(label).replace(':', '-').replace('+', '-')}-{name}"
