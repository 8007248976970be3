"""Who has acknowledged an update that asks for it: counted like answers, a business once, whoever taps for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, NamedRecipient, Notice
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tlp import Tlp
from models.updates import Acknowledgement
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import lifecycle
from services.incidents.kinds import SUBJECT, UPDATE, OfNotice
from services.incidents.sharing import naming
from services.outbox import broadcasts
from services.people import businesses
from services.updates.kinds import UPDATE_REMINDER

PAGE = 8
# Two coordinators who press at once mean one reminder.
PAUSE = timedelta(minutes=1)


class NothingToAcknowledge(Refusal):
    """The person is asked to acknowledge nothing here."""


class AcknowledgedAlready(Refusal):
    """The update was acknowledged at `at`."""


class EverybodyAcknowledged(Refusal):
    """Nobody is left who has not acknowledged the update."""


class AskedToAcknowledgeJustNow(Refusal):
    """They were reminded at `at`, less than a minute ago."""


@dataclass(frozen=True)
class Seen:
    """Of so many who were `asked` to acknowledge, so many did."""

    asked: int = 0
    seen: int = 0


@dataclass(frozen=True)
class SeenLine:
    """A business or an observer that is asked; `by` acknowledged it, if anybody did."""

    acknowledgement: Acknowledgement
    name: str
    by: str | None


@dataclass(frozen=True)
class SeenPage:
    """A part of those asked, those who have not acknowledged first: `number` counts from 0."""

    lines: Sequence[SeenLine]
    number: int
    pages: int
    counted: Seen


def expect(session: AsyncSession, *, notice_id: int, members: Sequence[int], observers: Sequence[int]) -> None:
    """Wait for the word of businesses and observers (ids)."""
    session.add_all(Acknowledgement(notice_id=notice_id, member_id=member_id) for member_id in members)
    session.add_all(Acknowledgement(notice_id=notice_id, person_id=person_id) for person_id in observers)


async def acknowledge(
    session: AsyncSession, *, notice_id: int, person: Person, now: datetime, only_for: int | None = None
) -> None:
    """Keep that an update was seen, for all of a person's businesses that are asked, or `only_for` one (id).

    Raises NothingToAcknowledge or AcknowledgedAlready.
    """
    notice = await session.get(Notice, notice_id)
    mine = await standing(session, notice_id=notice_id, person=person, only_for=only_for)
    if notice is None or notice.taken_back_at is not None or not mine or await _is_hidden(session, notice, person):
        raise NothingToAcknowledge
    waiting = [one for one in mine if one.at is None]
    if not waiting:
        raise AcknowledgedAlready(at=max(one.at for one in mine if one.at is not None))
    for one in waiting:
        one.at, one.person_id = now, id_of(person)
    await session.flush()
    audit.record(
        session,
        person=person,
        action="update-acknowledged",
        subject="incident",
        subject_id=notice.incident_id,
        now=now,
        after={"notice_id": notice_id, "members": [one.member_id for one in waiting]},
    )
    await redraw(session, notice, [one.member_id for one in waiting if one.member_id is not None], person, now=now)


async def _is_hidden(session: AsyncSession, notice: Notice, person: Person) -> bool:
    incident = await lifecycle.by_id(session, incident_id=notice.incident_id)
    return await naming.is_hidden(session, incident=incident, person_id=id_of(person))


async def redraw(
    session: AsyncSession, notice: Notice, members: Sequence[int], person: Person, *, now: datetime
) -> None:
    """Have the messages of the person, of colleagues and of the businesses' groups edited."""
    colleagues = select(Alerted.person_id).where(
        Alerted.incident_id == notice.incident_id, col(Alerted.member_id).in_(members)
    )
    await broadcasts.redraw(
        session,
        kinds=(UPDATE, UPDATE_REMINDER),
        subject=SUBJECT,
        subject_id=notice.incident_id,
        lane=Lane.UPDATE,
        people={id_of(person), *(await session.exec(colleagues)).all()},
        groups=await bindings.bound_to(session, members=members),
        now=now,
    )


async def standing(
    session: AsyncSession, *, notice_id: int, person: Person, only_for: int | None = None
) -> Sequence[Acknowledgement]:
    """List what a person can acknowledge, or has: for the businesses they speak for, and as an observer."""
    spoken_for = [id_of(member) for member in await businesses.spoken_for(session, person=person)]
    members = [one for one in spoken_for if only_for in (None, one)]
    own = col(Acknowledgement.member_id).is_(None) & (col(Acknowledgement.person_id) == id_of(person))
    mine = col(Acknowledgement.member_id).in_(members)
    query = select(Acknowledgement).where(
        Acknowledgement.notice_id == notice_id, mine if only_for is not None else mine | own
    )
    return (await session.exec(query.order_by(col(Acknowledgement.id)))).all()


async def of_member(session: AsyncSession, *, notice_id: int, member_id: int) -> Sequence[Acknowledgement]:
    """List what a business (id) has acknowledged, or can."""
    query = select(Acknowledgement).where(
        Acknowledgement.notice_id == notice_id, Acknowledgement.member_id == member_id
    )
    return (await session.exec(query)).all()


def _counted() -> ColumnElement[bool]:
    """Make the condition, beside notices, incidents and businesses, that one was given or somebody can still give it.

    A business that is suspended cannot, nor an observer, nor a business of whom nobody is named, where it is for named
    people alone.
    """
    for_many = col(Incident.tlp).is_(None) | (col(Incident.tlp) != Tlp.RED)
    named = (
        select(Representative.id)
        .join(NamedRecipient, col(NamedRecipient.person_id) == col(Representative.person_id))
        .where(
            col(Representative.member_id) == col(Acknowledgement.member_id),
            col(NamedRecipient.incident_id) == col(Incident.id),
            Representative.status == RepresentativeStatus.APPROVED,
        )
    )
    takes_part = (col(Member.status) == MemberStatus.APPROVED) & (for_many | named.exists())
    observes = col(Acknowledgement.member_id).is_(None) & for_many
    return col(Acknowledgement.at).is_not(None) | takes_part | observes


async def count(session: AsyncSession, *, notice_ids: Collection[int]) -> Mapping[int, Seen]:
    """Count, for each update (id), who is asked to acknowledge it, and who did."""
    rows = await session.exec(
        select(Acknowledgement.notice_id, func.count(), func.count(col(Acknowledgement.at)))
        .join(Notice, col(Notice.id) == col(Acknowledgement.notice_id))
        .join(Incident, col(Incident.id) == col(Notice.incident_id))
        .outerjoin(Member, col(Member.id) == col(Acknowledgement.member_id))
        .where(col(Acknowledgement.notice_id).in_(notice_ids), _counted())
        .group_by(col(Acknowledgement.notice_id))
    )
    return {notice_id: Seen(asked, seen) for notice_id, asked, seen in rows}


async def listing(session: AsyncSession, *, notice_id: int, number: int) -> SeenPage:
    """List who is asked, those who have not acknowledged first, a page at a time."""
    counted = (await count(session, notice_ids=[notice_id])).get(notice_id, Seen())
    number, pages = nearest_page(number, total=counted.asked, size=PAGE)
    rows = await session.exec(
        select(Acknowledgement, Member.name, Person.name)
        .join(Notice, col(Notice.id) == col(Acknowledgement.notice_id))
        .join(Incident, col(Incident.id) == col(Notice.incident_id))
        .outerjoin(Member, col(Member.id) == col(Acknowledgement.member_id))
        .outerjoin(Person, col(Person.id) == col(Acknowledgement.person_id))
        .where(Acknowledgement.notice_id == notice_id, _counted())
        .order_by(
            col(Acknowledgement.at).is_not(None), col(Acknowledgement.at), col(Member.name), col(Acknowledgement.id)
        )
        .limit(PAGE)
        .offset(number * PAGE)
    )
    lines = [SeenLine(one, member or by or "", by if one.at else None) for one, member, by in rows]
    return SeenPage(lines, number, pages, counted)


async def remind(session: AsyncSession, *, notice_id: int, by: Person, now: datetime) -> int:
    """Ask those again who have not acknowledged; return how many people.

    Raises IncidentClosed, EverybodyAcknowledged or AskedToAcknowledgeJustNow.
    """
    notice = await session.get_one(Notice, notice_id)
    await lifecycle.still_open(session, incident_id=notice.incident_id)
    people = await missing(session, notice=notice)
    if not people:
        raise EverybodyAcknowledged
    last = await session.exec(
        select(func.max(Broadcast.created_at)).where(*broadcasts.about(UPDATE_REMINDER, notice.incident_id))
    )
    reminded_at = last.one()
    if reminded_at is not None and now - reminded_at < PAUSE:
        raise AskedToAcknowledgeJustNow(at=reminded_at)
    await broadcasts.queue(
        session,
        kind=UPDATE_REMINDER,
        people=people,
        subject_id=notice.incident_id,
        details=OfNotice(notice_id),
        now=now,
    )
    audit.record(
        session,
        person=by,
        action="update-reminded",
        subject="incident",
        subject_id=notice.incident_id,
        now=now,
        after={"people": len(people)},
    )
    return len(people)


async def missing(session: AsyncSession, *, notice: Notice) -> Sequence[int]:
    """List who (ids) was alerted for a business that has not acknowledged, and the observers who have not."""
    waiting = (Acknowledgement.notice_id == id_of(notice), col(Acknowledgement.at).is_(None))
    alerted = await session.exec(
        select(Alerted.person_id, Alerted.member_id)
        .join(Acknowledgement, col(Acknowledgement.member_id) == col(Alerted.member_id))
        .where(Alerted.incident_id == notice.incident_id, *waiting)
        .where(~naming.hides(notice.incident_id, col(Alerted.person_id)))
        .order_by(col(Alerted.person_id))
    )
    pairs = alerted.all()
    speaking = set(await businesses.speaking_for(session, people=(), members={member_id for _, member_id in pairs}))
    still = [person_id for person_id, member_id in pairs if (member_id, person_id) in speaking]
    observers = await session.exec(
        select(Acknowledgement.person_id).where(
            *waiting,
            col(Acknowledgement.member_id).is_(None),
            ~naming.hides(notice.incident_id, col(Acknowledgement.person_id)),
        )
    )
    return list(dict.fromkeys([*still, *(one for one in observers if one is not None)]))
