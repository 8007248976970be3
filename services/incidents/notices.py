"""What coordinators say after the alert: updates, answers to those who asked, and the all-clear."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import NOTICE_SUBJECT, Alerted, Incident, Notice, NoticeAudience, NoticeKind
from models.people import Person
from models.responses import Answer, Response
from services.ground import attachments, audit
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import lifecycle
from services.incidents.answer_steps import ENGAGED
from services.incidents.kinds import ALL_CLEAR, REOPENED, REPLY, SUBJECT, UPDATE, OfNotice
from services.incidents.sharing import labels, readers
from services.notation.likeness import is_correction
from services.outbox import broadcasts

TEXT_LENGTH = 1000
FROM_WRITING_TO_SENDING = timedelta(minutes=10)
KINDS = {
    NoticeKind.UPDATE: UPDATE,
    NoticeKind.REPLY: REPLY,
    NoticeKind.ALL_CLEAR: ALL_CLEAR,
    NoticeKind.REOPENED: REOPENED,
}
# What happens whether or not anybody is left to be told.
ENDS = frozenset({NoticeKind.ALL_CLEAR, NoticeKind.REOPENED})
ANSWERS = {NoticeAudience.READY: ENGAGED, NoticeAudience.NEEDS_INFO: (Answer.NEEDS_INFO,)}


class NoticeLength(Refusal):
    """The text is empty or longer than `limit` characters."""


class NobodyToTell(Refusal):
    """Nobody has given the answer that this is meant for."""


async def recipients(session: AsyncSession, *, incident: Incident, audience: NoticeAudience) -> Sequence[int]:
    """List the ids of the people a notice would go to."""
    if audience is NoticeAudience.ALL:
        return await readers.people(session, incident_id=id_of(incident))
    query = select(Alerted.person_id).where(
        readers.reading(id_of(incident)), col(Alerted.member_id).in_(_concerned(id_of(incident), audience))
    )
    return (await session.exec(query.distinct())).all()


def _concerned(incident_id: int, audience: NoticeAudience) -> SelectOfScalar[int]:
    """Select the alerted businesses that a notice is meant for, as far as anybody of theirs is told it."""
    told = select(Alerted.member_id).where(readers.reading(incident_id)).distinct()
    if audience is NoticeAudience.ALL:
        return told
    return select(Response.member_id).where(
        Response.incident_id == incident_id,
        col(Response.answer).in_(ANSWERS.get(audience, ())),
        col(Response.member_id).in_(told),
    )


def check_text(text: str) -> str:
    """Give the text back; raises NoticeLength."""
    if not 0 < len(text) <= TEXT_LENGTH:
        raise NoticeLength(limit=TEXT_LENGTH, length=len(text))
    return text


async def say(
    session: AsyncSession,
    *,
    incident_id: int,
    kind: NoticeKind,
    audience: NoticeAudience,
    text: str,
    by: Person,
    now: datetime,
    files: Sequence[Attachment] = (),
) -> int:
    """Send an update or an answer, with files right under it; return how many people it goes to.

    Raises IncidentUnknown, IncidentClosed, NoticeLength, TooManyFiles or NobodyToTell.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    check_text(text)
    return await _send(session, incident=incident, kind=kind, audience=audience, text=text, files=files, by=by, now=now)


async def all_clear(
    session: AsyncSession,
    *,
    incident_id: int,
    summary: str,
    by: Person,
    now: datetime,
    files: Sequence[Attachment] = (),
) -> int:
    """End an incident and tell everyone alerted, with files right under it; return how many people.

    Raises IncidentUnknown, IncidentClosed, NoticeLength or TooManyFiles.
    """
    text = check_text(summary)
    incident = await lifecycle.close(session, incident_id=incident_id, summary=text, by=by, now=now)
    return await _send(
        session,
        incident=incident,
        kind=NoticeKind.ALL_CLEAR,
        audience=NoticeAudience.ALL,
        text=text,
        files=files,
        by=by,
        now=now,
    )


async def take_back_the_end(session: AsyncSession, *, incident: Incident, by: Person, now: datetime) -> int:
    """Reopen an incident, and tell everyone alerted, whose messages of the end say so too; return how many people."""
    summary = incident.summary or ""
    await lifecycle.reopen(session, incident=incident, by=by, now=now)
    await broadcasts.redraw(
        session, kinds=(ALL_CLEAR,), subject=SUBJECT, subject_id=id_of(incident), lane=Lane.UPDATE, now=now
    )
    return await _send(
        session,
        incident=incident,
        kind=NoticeKind.REOPENED,
        audience=NoticeAudience.ALL,
        text=summary,
        files=(),
        by=by,
        now=now,
    )


async def _send(
    session: AsyncSession,
    *,
    incident: Incident,
    kind: NoticeKind,
    audience: NoticeAudience,
    text: str,
    files: Sequence[Attachment],
    by: Person,
    now: datetime,
) -> int:
    notice = Notice(
        incident_id=id_of(incident), kind=kind, audience=audience, text=text, said_by_id=id_of(by), said_at=now
    )
    return await send(session, notice=notice, files=files, by=by, now=now)


async def send(
    session: AsyncSession,
    *,
    notice: Notice,
    files: Sequence[Attachment],
    by: Person,
    now: datetime,
    others: Sequence[int] = (),
) -> int:
    """Keep a notice and send it to those it is meant for, and to `others` (ids); return how many people.

    Raises TooManyFiles, LabelStricter or NobodyToTell.
    """
    attachments.check_number(files)
    words = "\n".join((notice.text, notice.actions, notice.needs, notice.ruled_out))
    if notice.kind is not NoticeKind.REOPENED:
        # What the end said is kept with it and told to nobody again.
        await labels.check_words(session, words, incident_id=notice.incident_id)
    incident = await lifecycle.by_id(session, incident_id=notice.incident_id)
    meant = await recipients(session, incident=incident, audience=notice.audience)
    people = list(dict.fromkeys([*meant, *others]))
    if not people and notice.kind not in ENDS:
        raise NobodyToTell
    await _keep(session, notice, files)
    await broadcasts.queue(
        session,
        kind=KINDS[notice.kind],
        people=people,
        groups=await bindings.bound_to(session, members=await concerned(session, notice=notice)),
        subject_id=notice.incident_id,
        details=OfNotice(id_of(notice)),
        now=now,
    )
    audit.record(
        session,
        person=by,
        action=f"notice-{notice.kind}",
        subject="incident",
        subject_id=notice.incident_id,
        now=now,
        after={"audience": notice.audience, "people": len(people)},
    )
    return len(people)


async def concerned(session: AsyncSession, *, notice: Notice) -> Sequence[int]:
    """List the alerted businesses (ids) that a notice is meant for."""
    return (await session.exec(_concerned(notice.incident_id, notice.audience))).all()


async def _keep(session: AsyncSession, notice: Notice, files: Sequence[Attachment]) -> Notice:
    session.add(notice)
    await session.flush()
    await attachments.keep(session, subject=NOTICE_SUBJECT, subject_id=id_of(notice), attachments=files)
    return notice


async def by_id(session: AsyncSession, *, notice_id: int) -> Notice:
    """Find a notice; raises NoResultFound."""
    return (await session.exec(select(Notice).where(Notice.id == notice_id))).one()


async def said_from(session: AsyncSession, *, by: Person, written_at: datetime, text: str) -> Notice | None:
    """Find the notice that a person sent from what they wrote at a moment, by what it says after a correction.

    It is the first such one within ten minutes after it.
    """
    query = (
        select(Notice)
        .where(
            Notice.said_by_id == id_of(by),
            col(Notice.taken_back_at).is_(None),
            col(Notice.said_at) >= written_at,
            col(Notice.said_at) <= written_at + FROM_WRITING_TO_SENDING,
        )
        .order_by(col(Notice.id))
    )
    for notice in await session.exec(query):
        parts = (notice.text, notice.actions, notice.needs, notice.ruled_out)
        if any(part and is_correction(text, of=part) for part in parts):
            return notice
    return None
