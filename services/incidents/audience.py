"""Who is called: the representatives of approved, available members that match what is wanted.

Those on duty come first; the others of a business are held in reserve until it stays silent.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func, insert, or_, true
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.members import (
    Member,
    MemberCapability,
    MemberSector,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.people import Person
from models.responses import Response
from models.tlp import NARROW
from services.duty import watchers as duty
from services.incidents import cards as incident_cards
from services.incidents import under_way
from services.incidents.kinds import ALERT, SUBJECT
from services.incidents.sharing import naming
from services.outbox import again, broadcasts
from services.people.businesses import may_be_called, may_be_spoken_for
from services.policies import circles

# An alert in one of these states has reached its person, or may still do so.
ALIVE = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN)
ALERTED = SQLModel.metadata.tables[Alerted.__tablename__]
Pairs = Sequence[tuple[int, int]]
# Below this part of the network it is said how many are not called.
FEW = 0.1


@dataclass(frozen=True)
class Wanted:
    """What help is wanted and where; an empty part leaves that side open.

    `any_place` and `any_capability` call businesses that lack it too: place and need are said all the same. `also` are
    businesses (ids) that are called from elsewhere, `first` those that are called before the others, whatever else is
    wanted, or alone with `only_first`.
    """

    sectors: tuple[Sector, ...] = ()
    capability_ids: tuple[int, ...] = ()
    commune_codes: tuple[str, ...] = ()
    any_place: bool = False
    any_capability: bool = False
    also: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    only_first: bool = False

    def widened(self, called: Collection[WaveCircle]) -> "Wanted":
        """Give what is wanted when some circles are called too: any capability, more communes, the whole province."""
        return replace(
            self,
            any_capability=self.any_capability or WaveCircle.SECTOR in called,
            any_place=self.any_place or WaveCircle.PROVINCE in called,
            commune_codes=tuple(circles.communes(self.commune_codes, circles=called)),
        )


@dataclass(frozen=True)
class Audience:
    """The pairs (business id, person id) that are called, and those that are held in reserve."""

    pairs: Pairs
    reserve: Pairs = ()

    @property
    def members(self) -> int:
        """Count the businesses."""
        return len({member_id for member_id, _ in self.pairs})

    @property
    def people(self) -> Sequence[int]:
        """List the people's ids, each once: a person who stands for several businesses gets one message."""
        return list(dict.fromkeys(person_id for _, person_id in self.pairs))

    @property
    def held_back(self) -> int:
        """Count the people who are not called at once, for none of their businesses."""
        return len({person_id for _, person_id in self.reserve} - set(self.people))


async def find(
    session: AsyncSession,
    *,
    wanted: Wanted,
    now: datetime,
    time_zone: ZoneInfo,
    members: Collection[int] | None = None,
    besides: int | None = None,
) -> Audience:
    """Find the businesses (among `members`, ids, if given) to be called: with a wanted sector and capability, in place.

    Those that were alerted of an incident (`besides`, its id) are left out.
    Of a business with somebody on duty only they are called; without a duty roster, everybody who speaks for it.
    """
    query = _searched(wanted, now, besides)
    if members is not None:
        query = query.where(col(Member.id).in_(members))
    order = {member_id: place for place, member_id in enumerate(wanted.first)}
    rows = [(member_id, person_id) for member_id, person_id in await session.exec(query)]
    pairs = sorted(rows, key=lambda pair: order.get(pair[0], len(order)))
    found = {member_id for member_id, _ in pairs}
    on_duty = await duty.on_duty(session, members=found, now=now, time_zone=time_zone)
    reserve = [(one, person_id) for one, person_id in pairs if one in on_duty and person_id not in on_duty[one]]
    held_back = set(reserve)
    return Audience([pair for pair in pairs if pair not in held_back], reserve)


async def left_out(session: AsyncSession, *, called: Audience, now: datetime) -> int:
    """Count the businesses that are not called, where so few are (`FEW`) that it may not be meant; else 0."""
    everybody = _callable(now).order_by(None).subquery()
    network = (await session.exec(select(func.count(everybody.c.member_id.distinct())))).one()
    return network - called.members if called.members < network * FEW else 0


async def is_there(session: AsyncSession, *, wanted: Wanted, besides: int, now: datetime) -> bool:
    """Tell whether `find` would find anybody, without looking at all of them."""
    query = _searched(wanted, now, besides).order_by(None).limit(1)
    return (await session.exec(query)).first() is not None


def _searched(wanted: Wanted, now: datetime, besides: int | None) -> Select[int, int]:
    """Select (business, person) of all who fit, but for those alerted of an incident (`besides`, its id)."""
    fitting = and_(true(), *_fitting(wanted))
    query = _callable(now).where(or_(fitting, col(Member.id).in_(wanted.first)) if wanted.first else fitting)
    if wanted.only_first:
        query = query.where(col(Member.id).in_(wanted.first))
    if besides is None:
        return query
    alerted = select(Alerted.member_id).where(Alerted.incident_id == besides)
    # What is for an organisation at most never widens by itself.
    return query.where(~_is_narrow(besides), col(Member.id).not_in(alerted))


def _is_narrow(incident_id: int) -> ColumnElement[bool]:
    """Make the condition that an incident is labelled for an organisation at most."""
    return select(Incident.id).where(Incident.id == incident_id, col(Incident.tlp).in_(NARROW)).exists()


def _fitting(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Make the conditions that a business has a wanted sector and capability, and is in place."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.sectors:
        with_sector = select(MemberSector.member_id).where(col(MemberSector.sector).in_(wanted.sectors))
        conditions.append(col(Member.id).in_(with_sector))
    if wanted.capability_ids and not wanted.any_capability:
        with_capability = select(MemberCapability.member_id).where(
            col(MemberCapability.capability_id).in_(wanted.capability_ids)
        )
        conditions.append(col(Member.id).in_(with_capability))
    if wanted.commune_codes and not wanted.any_place:
        there = col(Member.commune_code).in_(wanted.commune_codes)
        conditions.append(or_(there, col(Member.id).in_(wanted.also)))
    return conditions


def _callable(now: datetime) -> Select[int, int]:
    """Select (business, person) of all who speak for approved, available businesses."""
    return (
        select(Representative.member_id, Representative.person_id)
        .join(Member, col(Member.id) == Representative.member_id)
        .where(Representative.status == RepresentativeStatus.APPROVED, may_be_called(now))
        # Primary contacts of all businesses first, so that each is reached as early as can be.
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )


async def widen(
    session: AsyncSession, *, incident: Incident, now: datetime, members: Collection[int] | None = None
) -> int:
    """Call the rest of the businesses that were alerted and have not answered (of `members`, ids, if given).

    Return how many people get the alert for it. Nobody is called twice, and nobody after the end.
    """
    if incident.status is IncidentStatus.CLOSED:
        return 0
    pairs = await held_back(session, incident=incident, now=now, members=members)
    return await call(session, incident_id=id_of(incident), pairs=pairs, now=now)


async def held_back(
    session: AsyncSession, *, incident: Incident, now: datetime, members: Collection[int] | None = None
) -> Pairs:
    """List the rest of the businesses that were alerted and have not answered (of `members`, ids, if given)."""
    query = _held_back(id_of(incident), now)
    if members is not None:
        query = query.where(col(Member.id).in_(members))
    return [(member_id, person_id) for member_id, person_id in await session.exec(query)]


async def holds_anybody_back(session: AsyncSession, *, incident: Incident, now: datetime) -> bool:
    """Tell whether `held_back` would list anybody."""
    query = _held_back(id_of(incident), now).order_by(None).limit(1)
    return (await session.exec(query)).first() is not None


def _held_back(incident_id: int, now: datetime) -> Select[int, int]:
    alerted = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    answered = select(Response.member_id).where(Response.incident_id == incident_id)
    return _callable(now).where(
        col(Member.id).in_(alerted),
        col(Member.id).not_in(answered),
        ~_was_called(incident_id),
        ~naming.hides(incident_id, col(Representative.person_id)),
    )


async def not_called(session: AsyncSession, *, incident_id: int, members: Collection[int], now: datetime) -> Pairs:
    """List who might be called for some businesses (ids) and was not, as (business, person)."""
    hidden = naming.hides(incident_id, col(Representative.person_id))
    query = _callable(now).where(col(Member.id).in_(members), ~_was_called(incident_id), ~hidden)
    return [(member_id, person_id) for member_id, person_id in await session.exec(query)]


async def on_duty_and_not_called(
    session: AsyncSession, *, incident_id: int, now: datetime, time_zone: ZoneInfo
) -> Pairs:
    """List who is on duty for an alerted business and was not called, as (business, person)."""
    alerted = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    query = (
        duty.watching(now, time_zone)
        .join(Member, col(Member.id) == col(Representative.member_id))
        .where(
            col(Representative.member_id).in_(alerted),
            may_be_called(now),
            ~_was_called(incident_id),
            ~naming.hides(incident_id, col(Representative.person_id)),
        )
    )
    return [(member_id, person_id) for member_id, person_id in await session.exec(query)]


def _was_called(incident_id: int) -> ColumnElement[bool]:
    """Make the condition that the representative of a row was alerted for the business of the row."""
    return (
        select(Alerted.person_id)
        .where(
            Alerted.incident_id == incident_id,
            col(Alerted.member_id) == col(Representative.member_id),
            col(Alerted.person_id) == col(Representative.person_id),
        )
        .exists()
    )


async def call(
    session: AsyncSession, *, incident_id: int, pairs: Pairs, now: datetime, groups: Collection[int] = ()
) -> int:
    """Alert people for businesses, and groups (ids), one message each; return how many people get one.

    A person who has it for another business gets no second one: theirs is edited, or sent if it went astray.
    """
    if not pairs:
        return 0
    have_it = await session.exec(
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(*broadcasts.about(ALERT, incident_id))
    )
    already = set(have_it)
    wanted = list(dict.fromkeys(person_id for _, person_id in pairs))
    people = [person_id for person_id in wanted if person_id not in already]
    await keep(session, incident_id=incident_id, pairs=pairs)
    if people or groups:
        await broadcasts.queue(session, kind=ALERT, people=people, groups=groups, subject_id=incident_id, now=now)
    await show_again(
        session, incident_id=incident_id, people=[one for one in wanted if one in already], lane=Lane.UPDATE, now=now
    )
    await incident_cards.redraw_tally(session, incident_id=incident_id, now=now)
    return len(people)


async def show_again(
    session: AsyncSession, *, incident_id: int, people: Collection[int], lane: Lane, now: datetime
) -> None:
    """Have the cards of some people (ids) edited, and sent where they went astray."""
    if not people:
        return
    await again.send_missed(session, subject=SUBJECT, subject_ids=[incident_id], kinds=(ALERT,), people=people, now=now)
    await incident_cards.redraw(session, incident_id=incident_id, people=people, lane=lane, now=now)


async def keep(session: AsyncSession, *, incident_id: int, pairs: Pairs) -> None:
    """Write down which people were alerted, and for which businesses."""
    rows = [{"incident_id": incident_id, "member_id": one, "person_id": person_id} for one, person_id in pairs]
    if rows:
        await (await session.connection()).execute(insert(ALERTED), rows)


async def replace_unreached(session: AsyncSession, *, incident: Incident, people: Iterable[int], now: datetime) -> None:
    """Call the rest of those businesses at once for which some people (ids) were called, and nobody can answer.

    A person who can is reached by the alert, or may still be, and speaks for the business.
    """
    incident_id = id_of(incident)
    concerned = select(Alerted.member_id).where(
        Alerted.incident_id == incident_id, col(Alerted.person_id).in_(list(people))
    )
    reached = (
        select(Alerted.member_id)
        .join(Broadcast, col(Broadcast.subject_id) == col(Alerted.incident_id))
        .join(
            Delivery,
            (col(Delivery.broadcast_id) == col(Broadcast.id)) & (col(Delivery.person_id) == col(Alerted.person_id)),
        )
        .join(
            Representative,
            (col(Representative.member_id) == col(Alerted.member_id))
            & (col(Representative.person_id) == col(Alerted.person_id)),
        )
        .where(
            Alerted.incident_id == incident_id,
            *broadcasts.about(ALERT, incident_id),
            col(Delivery.state).in_(ALIVE),
            Representative.status == RepresentativeStatus.APPROVED,
        )
    )
    lost = set((await session.exec(concerned)).all()).difference((await session.exec(reached)).all())
    if lost:
        await widen(session, incident=incident, members=lost, now=now)


async def replace_released(session: AsyncSession, *, member_id: int, people: Collection[int], now: datetime) -> None:
    """Call the rest of a business (id) at once to what it has not answered, where those called speak for it no more.

    `people` (ids) are those who have just gone.
    """
    for incident in await _unanswered(session, member_id=member_id):
        await replace_unreached(session, incident=incident, people=people, now=now)


async def call_in(session: AsyncSession, *, incident: Incident, person: Person, now: datetime) -> None:
    """Give the alert to a person who was not called and opens it for an alerted business of theirs."""
    if incident.status is IncidentStatus.CLOSED:
        return
    incident_id = id_of(incident)
    alerted = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    mine = alerted.where(Alerted.person_id == id_of(person))
    query = may_be_spoken_for(id_of(person)).where(
        col(Member.id).in_(alerted), col(Member.id).not_in(mine), ~naming.hides(incident_id, id_of(person))
    )
    pairs = [(id_of(member), id_of(person)) for member in await session.exec(query)]
    await call(session, incident_id=incident_id, pairs=pairs, now=now)


async def _unanswered(session: AsyncSession, *, member_id: int) -> Sequence[Incident]:
    """List the open incidents of which a business was alerted, and which it has not answered."""
    alerted = select(Alerted.incident_id).where(Alerted.member_id == member_id)
    answered = select(Response.incident_id).where(Response.member_id == member_id)
    query = under_way.every().where(col(Incident.id).in_(alerted), col(Incident.id).not_in(answered))
    return (await session.exec(query.order_by(col(Incident.id)))).all()
