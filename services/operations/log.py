"""An incident's log: what people wrote in its topic, as they wrote it, with who and when; edits keep both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery
from models.identity import id_of
from models.incidents import Incident
from models.operations import LOG_SUBJECT, IncidentTopic, LogEntry, OperationsGroup
from models.people import Person
from services.ground import attachments
from services.ground.attachments import Attachment
from services.ground.paging import nearest_page
from services.operations import topics

PAGE = 5


@dataclass(frozen=True)
class Written:
    """What came in a group: words, what is attached, the message (id) and, of a forum, its thread."""

    text: str
    message_id: int
    thread_id: int | None = None
    answers: int | None = None
    file: Attachment | None = None
    album: str = ""


@dataclass(frozen=True)
class LogLine:
    """An entry as a page shows it: who wrote it, how many files came with it, and what it said before an edit."""

    entry: LogEntry
    author: str
    files: int
    before: str | None = None


@dataclass(frozen=True)
class LogPage:
    """A part of a log, the newest entries first: `number` counts from 0."""

    lines: Sequence[LogLine]
    number: int
    count: int
    total: int


async def concerned(session: AsyncSession, *, group: OperationsGroup, written: Written) -> int | None:
    """Tell of which incident (id) something was written: by its topic, by what it answers, or by the code in it."""
    if written.thread_id is not None:
        topic = await topics.of_thread(session, group=group, thread_id=written.thread_id)
        if topic is not None:
            return topic.incident_id
    if written.answers is not None:
        answered = await _answered(session, group, written.answers)
        if answered is not None:
            return answered
    return await _named(session, group, written.text)


async def _answered(session: AsyncSession, group: OperationsGroup, message_id: int) -> int | None:
    """Tell of which incident (id) a message is that the bot, or somebody else, wrote in the group."""
    said = (
        select(IncidentTopic.incident_id)
        .join(Delivery, col(Delivery.incident_topic_id) == col(IncidentTopic.id))
        .where(Delivery.address == str(group.chat_id), Delivery.message_id == message_id)
    )
    found = (await session.exec(said)).first()
    if found is not None:
        return found
    kept = select(LogEntry.incident_id).where(LogEntry.chat_id == group.chat_id, LogEntry.message_id == message_id)
    return (await session.exec(kept)).first()


async def _named(session: AsyncSession, group: OperationsGroup, text: str) -> int | None:
    """Tell which of the group's incidents (id) words name by its code."""
    words = {word.strip(".,:;()").upper() for word in text.split()}
    for topic, incident in await topics.living(session, group=group):
        if incident.code in words:
            return topic.incident_id
    return None


async def write(
    session: AsyncSession,
    *,
    group: OperationsGroup,
    incident_id: int | None,
    written: Written,
    by: Person,
    now: datetime,
    talk_id: int | None = None,
) -> None:
    """Keep what a person wrote; the files of an album are kept together."""
    album = await _album(session, group, written, by)
    if album is None:
        album = LogEntry(
            incident_id=incident_id,
            talk_id=talk_id,
            person_id=id_of(by),
            chat_id=group.chat_id,
            message_id=written.message_id,
            text=written.text,
            album=written.album,
            said_at=now,
        )
        session.add(album)
        await session.flush()
    elif written.text and not album.text:
        album.text = written.text
    if written.file is not None:
        await attachments.keep(session, subject=LOG_SUBJECT, subject_id=id_of(album), attachments=[written.file])


async def _album(session: AsyncSession, group: OperationsGroup, written: Written, by: Person) -> LogEntry | None:
    if not written.album:
        return None
    query = select(LogEntry).where(
        LogEntry.chat_id == group.chat_id, LogEntry.album == written.album, LogEntry.person_id == id_of(by)
    )
    return (await session.exec(query.order_by(col(LogEntry.id)).limit(1))).first()


async def change(
    session: AsyncSession, *, group: OperationsGroup, message_id: int, text: str, by: Person, now: datetime
) -> None:
    """Keep the words to which a person changed what they wrote, beside what it was."""
    query = select(LogEntry).where(
        LogEntry.chat_id == group.chat_id, LogEntry.message_id == message_id, LogEntry.person_id == id_of(by)
    )
    versions = (await session.exec(query.order_by(col(LogEntry.id)))).all()
    if not versions or versions[-1].text == text:
        return
    first = versions[0]
    session.add(
        LogEntry(
            incident_id=first.incident_id,
            talk_id=first.talk_id,
            person_id=first.person_id,
            chat_id=first.chat_id,
            message_id=first.message_id,
            text=text,
            said_at=now,
            changes_id=first.id,
        )
    )
    await session.flush()


async def page(session: AsyncSession, *, incident: Incident, number: int = 0) -> LogPage:
    """Give a page of an incident's log, the newest entries first."""
    of_incident = col(LogEntry.incident_id) == id_of(incident)
    total = (await session.exec(select(func.count()).select_from(LogEntry).where(of_incident))).one()
    number, count = nearest_page(number, total=total, size=PAGE)
    query = (
        select(LogEntry, Person.name)
        .join(Person, col(Person.id) == col(LogEntry.person_id))
        .where(of_incident)
        .order_by(col(LogEntry.id).desc())
        .offset(number * PAGE)
        .limit(PAGE)
    )
    rows = (await session.exec(query)).all()
    files = await attachments.count_of_each(
        session, subject=LOG_SUBJECT, subject_ids=[id_of(entry) for entry, _ in rows]
    )
    before = await _before(session, [entry for entry, _ in rows])
    lines = [LogLine(entry, author, files.get(id_of(entry), 0), before.get(id_of(entry))) for entry, author in rows]
    return LogPage(lines, number, count, total)


async def _before(session: AsyncSession, entries: Sequence[LogEntry]) -> Mapping[int, str]:
    """Tell of the entries that are edits what was written before each, by entry (id)."""
    return {id_of(one): await _version_before(session, one) for one in entries if one.changes_id is not None}


async def _version_before(session: AsyncSession, entry: LogEntry) -> str:
    same = (col(LogEntry.id) == entry.changes_id) | (col(LogEntry.changes_id) == entry.changes_id)
    earlier = select(LogEntry.text).where(same, col(LogEntry.id) < id_of(entry)).order_by(col(LogEntry.id).desc())
    return (await session.exec(earlier.limit(1))).first() or ""


async def files_on(session: AsyncSession, *, shown: LogPage) -> Sequence[Attachment]:
    """List what was attached to the entries of a page, the oldest first."""
    found: list[Attachment] = []
    for line in reversed(shown.lines):
        if line.files:
            found += await attachments.of(session, subject=LOG_SUBJECT, subject_id=id_of(line.entry))
    return found
