"""An update says how things stand, in parts, to whom it concerns, and when the next one comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import NOTICE_SUBJECT, Incident, Notice, NoticeAudience, NoticeKind
from models.people import Person
from models.tlp import NARROW, Tlp
from services.ground import audit
from services.ground.attachments import Attachment
from services.ground.details import id_field
from services.ground.refusals import Refusal
from services.incidents import cards, lifecycle, notices
from services.incidents.kinds import SUBJECT, UPDATE
from services.outbox import broadcasts
from services.people import accounts
from services.updates import due, seen

PART_LENGTH = 400
# Two coordinators who press at once mean one "nothing new".
PAUSE = timedelta(minutes=1)
# For so long what was sent can be taken back.
TAKEN_BACK_WITHIN = timedelta(minutes=1)
# Nobody promises an update for later than this.
FURTHEST = timedelta(days=7)


class UpdatePartLength(Refusal):
    """A part is empty or longer than `limit` characters; it has `length`."""


class NextUpdatePast(Refusal):
    """The moment of the next update has passed, or is more than a week away."""

    says_back = True


class UpdatedJustNow(Refusal):
    """An update went out at `at`, less than a minute ago."""


class UpdateStands(Refusal):
    """The update can be taken back no longer: more than a minute has passed, or it is taken back already."""


class UpdateUnknown(Refusal):
    """There is no such update."""


@dataclass(frozen=True)
class Situation:
    """All that an update says, before it is sent: `text` is how things stand, the other parts may be empty."""

    incident_id: int
    audience: NoticeAudience = NoticeAudience.ALL
    text: str = ""
    actions: str = ""
    needs: str = ""
    ruled_out: str = ""
    next_at: datetime | None = None
    observers: bool = False
    asks_seen: bool = False
    files: tuple[Attachment, ...] = ()


def check_part(part: str) -> str:
    """Give a part back; raises UpdatePartLength."""
    if not 0 < len(part) <= PART_LENGTH:
        raise UpdatePartLength(limit=PART_LENGTH, length=len(part))
    return part


def check_next(next_at: datetime, *, now: datetime) -> datetime:
    """Give the moment of the next update back; raises NextUpdatePast."""
    if not now < next_at <= now + FURTHEST:
        raise NextUpdatePast
    return next_at


async def recipients(
    session: AsyncSession, *, incident: Incident, audience: NoticeAudience, observers: bool
) -> Sequence[int]:
    """List the ids of the people an update would go to."""
    meant = await notices.recipients(session, incident=incident, audience=audience)
    if not observers and audience is not NoticeAudience.OBSERVERS:
        return meant
    return list(dict.fromkeys([*meant, *await observing(session, incident=incident)]))


async def observing(session: AsyncSession, *, incident: Incident) -> Sequence[int]:
    """List the observers (ids) to whom an update can go: none where it is for named people alone."""
    if incident.tlp is Tlp.RED:
        return ()
    return [id_of(one) for one in await accounts.observers(session)]


async def say(session: AsyncSession, *, situation: Situation, by: Person, now: datetime) -> int:
    """Send an update; return how many people it goes to. The next one is due when it says so.

    Raises IncidentUnknown, IncidentClosed, NoticeLength, UpdatePartLength, NextUpdatePast, TooManyFiles or
    NobodyToTell.
    """
    notices.check_text(situation.text)
    for part in (situation.actions, situation.needs, situation.ruled_out):
        if part:
            check_part(part)
    if situation.next_at is not None:
        check_next(situation.next_at, now=now)
    notice = as_notice(situation, by=by, now=now)
    return await _send(session, notice, situation.files, by=by, now=now)


def as_notice(situation: Situation, *, by: Person, now: datetime) -> Notice:
    """Make the notice that an update would be, not stored yet."""
    return Notice(
        incident_id=situation.incident_id,
        kind=NoticeKind.UPDATE,
        audience=situation.audience,
        text=situation.text,
        said_by_id=id_of(by),
        said_at=now,
        actions=situation.actions,
        needs=situation.needs,
        ruled_out=situation.ruled_out,
        next_at=situation.next_at,
        observers=situation.observers or situation.audience is NoticeAudience.OBSERVERS,
        asks_seen=situation.asks_seen,
    )


async def say_unchanged(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> int:
    """Say that nothing is new to those who got the last update, or to all; return how many people it goes to.

    Observers of other offices hear no more of what has become for an organisation at most.

    Raises IncidentUnknown, IncidentClosed, UpdatedJustNow or NobodyToTell.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    last = await latest(session, incident_id=incident_id)
    if last is not None and now - last.said_at < PAUSE:
        raise UpdatedJustNow(at=last.said_at)
    notice = Notice(
        incident_id=incident_id,
        kind=NoticeKind.UPDATE,
        audience=last.audience if last else NoticeAudience.ALL,
        text="",
        said_by_id=id_of(by),
        said_at=now,
        next_at=await due.usual(session, incident=incident, now=now),
        observers=last.observers if last else False,
        is_unchanged=True,
    )
    if incident.tlp in NARROW:
        if notice.audience is NoticeAudience.OBSERVERS:
            raise notices.NobodyToTell
        notice.observers = False
    return await _send(session, notice, (), by=by, now=now)


async def take_back(session: AsyncSession, *, notice_id: int, by: Person, now: datetime) -> Notice:
    """Take back an update: who has not got it gets nothing, in the chats of the others it says so.

    Who may have got it, nobody knows, is told by a message of its own (`in_doubt`).

    The next update is due as it was before. Raises UpdateUnknown, UpdateStands or IncidentClosed.
    """
    notice = await by_id(session, notice_id=notice_id)
    if notice.taken_back_at is not None or now - notice.said_at > TAKEN_BACK_WITHIN:
        raise UpdateStands
    incident = await lifecycle.still_open(session, incident_id=notice.incident_id)
    notice.taken_back_at = now
    await session.flush()
    # Of whatever kind: the incident's topic was told as well.
    await broadcasts.redraw(
        session,
        subject=SUBJECT,
        subject_id=notice.incident_id,
        bringing=(NOTICE_SUBJECT, notice_id),
        lane=Lane.UPDATE,
        now=now,
    )
    before = await latest(session, incident_id=notice.incident_id)
    since = before.said_at if before is not None else incident.declared_at
    promised = before.next_at if before is not None else None
    next_at = promised or await due.usual(session, incident=incident, now=since)
    await due.plan(session, incident=incident, now=now, next_at=next_at)
    audit.record(
        session, person=by, action="notice-taken-back", subject="incident", subject_id=notice.incident_id, now=now
    )
    await cards.redraw_tally(session, incident_id=notice.incident_id, now=now)
    return notice


async def in_doubt(session: AsyncSession, *, notice: Notice) -> int:
    """Count the recipients of whom nobody knows whether an update has come to them."""
    tried = col(Delivery.state).in_((DeliveryState.SENDING, DeliveryState.UNCERTAIN))
    waits = (col(Delivery.state) == DeliveryState.PENDING) & (col(Delivery.attempts) > 0)
    query = (
        select(func.count(col(Delivery.id)))
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(UPDATE, notice.incident_id),
            col(Broadcast.details)[id_field(NOTICE_SUBJECT)].as_integer() == id_of(notice),
            tried | waits,
        )
    )
    return (await session.exec(query)).one()


async def _send(
    session: AsyncSession, notice: Notice, files: Sequence[Attachment], *, by: Person, now: datetime
) -> int:
    incident = await lifecycle.still_open(session, incident_id=notice.incident_id)
    observers = await observing(session, incident=incident) if notice.observers else ()
    people = await notices.send(session, notice=notice, files=files, by=by, now=now, others=observers)
    if notice.asks_seen:
        members = await notices.concerned(session, notice=notice)
        seen.expect(session, notice_id=id_of(notice), members=members, observers=observers)
    await due.plan(session, incident=incident, now=now, next_at=notice.next_at)
    await cards.redraw_tally(session, incident_id=notice.incident_id, now=now)
    return people


async def by_id(session: AsyncSession, *, notice_id: int) -> Notice:
    """Find an update; raises UpdateUnknown."""
    notice = await session.get(Notice, notice_id)
    if notice is None or notice.kind is not NoticeKind.UPDATE:
        raise UpdateUnknown
    return notice


async def still_said(session: AsyncSession, *, notice_id: int) -> Notice:
    """Find an update that was not taken back; raises UpdateUnknown or UpdateStands."""
    notice = await by_id(session, notice_id=notice_id)
    if notice.taken_back_at is not None:
        raise UpdateStands
    return notice


async def asking(session: AsyncSession, *, incident_id: int) -> Notice | None:
    """Find the last update of an incident that asks to be acknowledged."""
    query = select(Notice).where(
        Notice.incident_id == incident_id, col(Notice.asks_seen), col(Notice.taken_back_at).is_(None)
    )
    return (await session.exec(query.order_by(col(Notice.id).desc()).limit(1))).first()


async def latest(session: AsyncSession, *, incident_id: int) -> Notice | None:
    """Find the last update of an incident that was not taken back."""
    query = (
        select(Notice)
        .where(
            Notice.incident_id == incident_id,
            Notice.kind == NoticeKind.UPDATE,
            col(Notice.taken_back_at).is_(None),
        )
        .order_by(col(Notice.said_at).desc(), col(Notice.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()
