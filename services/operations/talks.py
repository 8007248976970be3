"""What is said in the operations group outside of every topic: whose log it is for is asked once for words in a row."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.operations import LOG_SUBJECT, GroupTalk, LogEntry, OperationsGroup, TalkState
from models.people import Person
from services.ground import attachments
from services.ground.refusals import Refusal
from services.operations import log, topics
from services.operations.log import Written

# Words that follow so soon go where those before them went, and nothing more is said of them.
IN_A_ROW = timedelta(minutes=2)


class TalkUnknown(Refusal):
    """There are no such words in this group, or no such incident."""


class TalkOfAnother(Refusal):
    """Only whoever wrote the words, or a coordinator, says whose log they are for."""


class TalkSettled(Refusal):
    """Somebody has said already whose log the words are for."""


async def possible(session: AsyncSession, *, group: OperationsGroup) -> Sequence[Incident]:
    """List the incidents of which words outside of every topic may be: those open ones that the group has."""
    living = await topics.living(session, group=group)
    return [incident for _, incident in living if incident.status is not IncidentStatus.CLOSED]


async def going_on(session: AsyncSession, *, group: OperationsGroup, person: Person, now: datetime) -> GroupTalk | None:
    """Find the talk that a person's words go on with, and let no choice come between."""
    query = (
        select(GroupTalk)
        .where(
            GroupTalk.chat_id == group.chat_id,
            GroupTalk.person_id == id_of(person),
            col(GroupTalk.last_at) > now - IN_A_ROW,
        )
        .order_by(col(GroupTalk.id).desc())
        .limit(1)
    )
    return (await session.exec(query.with_for_update())).first()


async def begin(
    session: AsyncSession, *, group: OperationsGroup, among: Sequence[Incident], by: Person, now: datetime
) -> GroupTalk:
    """Begin a talk: of the only incident that there is, else it waits to be told of which."""
    only = id_of(among[0]) if len(among) == 1 else None
    talk = GroupTalk(
        chat_id=group.chat_id,
        person_id=id_of(by),
        state=TalkState.WAITING if only is None else TalkState.KEPT,
        incident_id=only,
        last_at=now,
    )
    session.add(talk)
    await session.flush()
    return talk


async def hear(
    session: AsyncSession, *, group: OperationsGroup, talk: GroupTalk, written: Written, by: Person, now: datetime
) -> None:
    """Let words go where their talk goes."""
    talk.last_at = max(talk.last_at, now)
    if talk.state is not TalkState.LEFT:
        await log.write(
            session,
            group=group,
            incident_id=talk.incident_id,
            written=written,
            by=by,
            now=now,
            talk_id=id_of(talk),
        )


async def keep(
    session: AsyncSession, *, group: OperationsGroup, talk_id: int, incident_id: int, by: Person, coordinates: bool
) -> Incident:
    """Keep a talk that waits in the log of an incident (id).

    Raises TalkUnknown, TalkOfAnother or TalkSettled.
    """
    talk = await _open_to(session, group, talk_id, by=by, coordinates=coordinates)
    if talk.state is not TalkState.WAITING:
        raise TalkSettled
    among = {id_of(incident): incident for incident in await possible(session, group=group)}
    if incident_id not in among:
        raise TalkUnknown
    talk.state, talk.incident_id = TalkState.KEPT, incident_id
    await session.exec(
        update(LogEntry)
        .where(col(LogEntry.talk_id) == talk_id)
        .values(incident_id=incident_id)
        .execution_options(synchronize_session="fetch")
    )
    return among[incident_id]


async def leave(session: AsyncSession, *, group: OperationsGroup, talk_id: int, by: Person, coordinates: bool) -> None:
    """Take a talk out of the log again, or keep it in none; the group's own talk is not ours to hold.

    Raises TalkUnknown, TalkOfAnother or TalkSettled.
    """
    talk = await _open_to(session, group, talk_id, by=by, coordinates=coordinates)
    if talk.state is TalkState.LEFT:
        raise TalkSettled
    talk.state, talk.incident_id = TalkState.LEFT, None
    said = (await session.exec(select(LogEntry.id).where(col(LogEntry.talk_id) == talk_id))).all()
    for entry_id in said:
        if entry_id is not None:
            await attachments.forget(session, subject=LOG_SUBJECT, subject_id=entry_id)
    of_talk = delete(LogEntry).where(col(LogEntry.talk_id) == talk_id)
    for part in (col(LogEntry.changes_id).is_not(None), col(LogEntry.changes_id).is_(None)):
        await session.exec(of_talk.where(part).execution_options(synchronize_session="fetch"))


async def _open_to(
    session: AsyncSession, group: OperationsGroup, talk_id: int, *, by: Person, coordinates: bool
) -> GroupTalk:
    talk = await session.get(GroupTalk, talk_id, with_for_update=True, populate_existing=True)
    if talk is None or talk.chat_id != group.chat_id:
        raise TalkUnknown
    if talk.person_id != by.id and not coordinates:
        raise TalkOfAnother
    return talk
