"""The record as a workbook: what was found, numbers masked, and below it the newest seal over the record."""

import asyncio
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.audit import views
from handlers.frame.desk import Desk, Progress, Stage
from handlers.frame.views import tlp
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.frame.words import Send, SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.workbooks.writing import Row, Workbook
from models.attachments import AttachmentKind
from models.audit import AuditSeal
from models.jobs import Job
from models.tlp import Tlp
from services.audit import search
from services.audit.search import AuditLine, AuditQuery
from services.ground import audit
from services.incidents.sharing import labels
from services.workbooks import exports

COLUMNS = ("number", "at", "who", "what", "about", "before", "after")
# The record says how the house works from within, and names people.
AT_LEAST = Tlp.AMBER_STRICT


async def write(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write what was found of the record, and put on record that it was taken out."""
    since = job.asked["since"]
    query = AuditQuery(job.asked["words"], since=datetime.fromisoformat(since) if since else None)
    async with desk.database.reading() as session:
        seal, label = await audit.last_seal(session), await _label(session)
        content, count = await _written(desk, session, query, seal, label)
    if not count:
        yield Send(Message(desk.reader.say("audit-nothing-to-export")))
        return
    async with desk.database.writing() as session:
        exports.record(session, person=desk.person, what="record", now=desk.now(), rows=count)
    at = desk.now().astimezone(desk.office.time_zone)
    name = f"{desk.reader.label('audit-file-name')}-{at:%Y%m%d-%H%M}.xlsx"
    caption = labelled(_caption(desk.reader, count, seal), label)
    yield SendNewFile(AttachmentKind.DOCUMENT, name, content, caption, protected=labels.is_kept_in_chat(label))


async def _label(session: AsyncSession) -> Tlp:
    """Give the label of the incident that may go least far, and of all the record at least its own."""
    order = list(Tlp)
    return max(await labels.narrowest(session) or AT_LEAST, AT_LEAST, key=order.index)


async def _written(
    desk: Desk, session: AsyncSession, query: AuditQuery, seal: AuditSeal | None, label: Tlp
) -> tuple[bytes, int]:
    """Write the workbook; gives it with the number of its entries."""
    reader, count = desk.reader, 0
    title = reader.label("audit-sheet")
    book = Workbook(
        title=title,
        author=desk.office.department,
        time_zone=desk.office.time_zone,
        now=desk.now(),
        label=tlp.label(label),
    )
    with book:
        sheet = book.sheet(title, [reader.label(f"audit-column-{column}") for column in COLUMNS])
        async for portion in search.lines(session, query=query, actions=views.action_names(reader)):
            await asyncio.to_thread(sheet.add_all, [_row(reader, line) for line in portion])
            count += len(portion)
            await desk.tell(Progress(Stage.WRITING, count))
        if seal is not None:
            sheet.add_sum(_seal_row(reader, seal))
        return await asyncio.to_thread(book.close), count


def _row(reader: Reader, line: AuditLine) -> Row:
    entry = line.entry
    return (
        entry.id,
        entry.at,
        views.who(reader, line),
        views.action_name(reader, entry.action),
        views.about(reader, line),
        views.kept(reader, entry, entry.before),
        views.kept(reader, entry, entry.after),
    )


def _seal_row(reader: Reader, seal: AuditSeal) -> Row:
    return (seal.last_id, seal.sealed_at, "", reader.label("audit-seal"), "", "", seal.digest)


def _caption(reader: Reader, count: int, seal: AuditSeal | None) -> str:
    if seal is None:
        return reader.label("audit-caption-unsealed", count=reader.number(count))
    return reader.label("audit-caption", count=reader.number(count), hash=seal.digest[: audit.SHORT_HASH])
