"""The work on lists of systems: a list is checked and taken over, and the register is taken out."""

import asyncio
from dataclasses import dataclass, field

from handlers.frame.desk import Desk, Progress, Stage
from handlers.frame.words import (
    Send,
    SendNewFile,
)
from handlers.frame.work import Fetch, Words
from handlers.workbooks.registers import views, words
from handlers.workbooks.views import documents
from handlers.workbooks.views.exchange import rejected_caption
from models.attachments import AttachmentKind
from models.identity import id_of
from models.jobs import Job
from services.jobs import queue as jobs
from services.workbooks import exports
from services.workbooks.import_rows import Rejected
from services.workbooks.lists import HeadingsMissing, NoRowsInFile, SheetsHidden, open_list
from services.workbooks.registers import system_imports, system_rows
from services.workbooks.registers.system_imports import SystemsApplied
from services.workbooks.registers.system_rows import SystemColumn, SystemRow

READ_AT_ONCE = 500


@dataclass
class CheckedSystems:
    """A file whose rows were all read as systems: what they say, or why not."""

    rows: list[SystemRow] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    def add(self, said: SystemRow | Rejected) -> None:
        """Take in what a row says, or why not."""
        if isinstance(said, SystemRow):
            self.rows.append(said)
        else:
            self.rejected.append(said)

    @property
    def count(self) -> int:
        """Count the rows."""
        return len(self.rows) + len(self.rejected)


async def read(desk: Desk, content: bytes, *, name: str) -> CheckedSystems | None:
    """Read a file as a list of systems; None where it names none. Raises as `open_list` and `take` do."""
    headings = words.headings(desk.reader.language)
    try:
        opened = await asyncio.to_thread(open_list, content, name=name, headings=headings)
    except HeadingsMissing as refusal:
        if headings.names[SystemColumn.NAME] in str(refusal.values["missing"]).split("; "):
            return None
        raise
    except (NoRowsInFile, SheetsHidden):
        return None
    vocabulary = words.vocabulary(desk.office)
    checked = CheckedSystems()
    with opened:
        while sent := await asyncio.to_thread(opened.take, READ_AT_ONCE):
            for row in sent:
                checked.add(system_rows.read(row, vocabulary))
            await desk.tell(Progress(Stage.READING, checked.count, opened.expected))
    checked.rows, twins = system_rows.without_twins(checked.rows)
    checked.rejected += twins
    return checked


async def check(desk: Desk, job: Job, checked: CheckedSystems) -> Words:
    """Tell what an import of a list of systems would do; nothing of it is written."""
    async with desk.database.reading() as session:
        plan = await system_imports.check(session, rows=checked.rows)
    rejected = sorted([*checked.rejected, *plan.rejected], key=lambda one: one.row.number)
    async with desk.database.writing() as session:
        job = await jobs.keep(
            session,
            job_id=id_of(job),
            register="systems",
            rows=checked.count,
            new=len(plan.new),
            changed=len(plan.changed),
            same=plan.same,
            rejected=len(rejected),
            seen=plan.seen,
            shown={},
        )
    if rejected:
        content = await asyncio.to_thread(documents.rejected, desk.reader, desk.office, rejected, now=desk.now())
        caption = rejected_caption(desk.reader, len(rejected))
        yield _file(desk, "rejected", content, caption)
    yield Send(views.checked(desk.reader, job))


async def take_over(desk: Desk, job: Job, fetch: Fetch) -> Words:
    """Take over a list that was checked: it is read anew, and only what was shown then is changed."""
    async with desk.database.reading() as session:
        asked = await session.get_one(Job, job.asked["check"])
        seen = dict(asked.found["seen"])
    checked = await read(desk, await fetch(job.asked["file_id"]), name=job.asked["name"]) or CheckedSystems()
    done = SystemsApplied(int(job.found.get("new", 0)), int(job.found.get("updated", 0)))
    for start in range(0, len(checked.rows), system_imports.AT_ONCE):
        async with desk.database.writing() as session:
            applied = await system_imports.apply(
                session,
                rows=checked.rows[start : start + system_imports.AT_ONCE],
                seen=seen,
                merge=job.asked["merge"],
                by=desk.person,
                now=desk.now(),
            )
            done.new += applied.new
            done.updated += applied.updated
            done.surprising += applied.surprising
            # With the rows themselves: a second attempt finds them the same, and would not count them.
            job = await jobs.keep(
                session, job_id=id_of(job), new=done.new, updated=done.updated, surprising=done.surprising
            )
        await desk.tell(Progress(Stage.SAVING, min(start + system_imports.AT_ONCE, len(checked.rows))))
    yield Send(views.imported(desk.reader, job, done))


async def export(desk: Desk, _job: Job, _fetch: Fetch) -> Words:
    """Take the register out, with whom to call; the workbook is a form as well, and can be sent back."""
    content, count = await workbook(desk)
    async with desk.database.writing() as session:
        exports.record(session, person=desk.person, what="systems", now=desk.now(), rows=count)
        if desk.person is not None:
            await system_imports.record_export(session, person=desk.person, now=desk.now())
    yield _file(desk, "systems", content, views.exported_caption(desk.reader, count=count, at=desk.now()))


async def workbook(desk: Desk) -> tuple[bytes, int]:
    """Write the register as a workbook; give its content, and how many systems are in it."""
    async with desk.database.reading() as session:
        rows = [views.row(desk.reader, *one) async for one in system_imports.entries(session)]
    return await asyncio.to_thread(views.workbook, desk.reader, desk.office, rows, now=desk.now()), len(rows)


def _file(desk: Desk, what: str, content: bytes, caption: str) -> SendNewFile:
    at = desk.now().astimezone(desk.office.time_zone)
    name = f"{desk.reader.label(f'workbook-file-{what}')}-{at:%Y%m%d-%H%M}.xlsx"
    return SendNewFile(AttachmentKind.DOCUMENT, name, content, caption)
