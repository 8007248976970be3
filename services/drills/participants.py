"""Who takes part in a drill, as a list: whom it would reach and by what, and who is taken out before it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy
from sqlalchemy import case, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.channels import Channel, Reach
from models.drills import DRILL_SUBJECT, Drill
from models.groups import Group
from models.identity import id_of
from models.lists import listed
from models.members import Member, Representative, RepresentativeStatus
from models.people import Person
from services.drills import news, people, planning
from services.drills.kinds import DrillEvent
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.notation.spelling import sort_key
from services.people import businesses, reach

PAGE = 8


class NotInDrill(Refusal):
    """The business `member` does not take part."""


@dataclass(frozen=True)
class Participant:
    """A business that takes part: how many speak for it, how many of them each channel reaches, whether its group does.

    `why` is what is known against those who are out of reach.
    """

    member: Member
    speakers: int
    reached: Mapping[Channel, int]
    in_group: bool
    why: str | None

    @property
    def is_reached(self) -> bool:
        """Tell whether a message would come to anybody there."""
        return self.in_group or any(self.reached.values())


@dataclass(frozen=True)
class ParticipantPage:
    """A part of the list: `number` counts from 0; `unreached` of all `total` are reached by nothing."""

    items: Sequence[Participant]
    number: int
    pages: int
    total: int
    unreached: int


@dataclass(frozen=True)
class PersonInDrill:
    """Somebody who speaks for a business: by which channels a message would come, or why it would not."""

    name: str
    phone: str
    channels: Sequence[Channel]
    why: str | None


async def listing(session: AsyncSession, *, drill: Drill, number: int, now: datetime) -> ParticipantPage:
    """List who takes part, a page at a time: those first whom nothing reaches, then by name."""
    members = await people.members_of(session, drill=drill, now=now)
    found = await _participants(session, members)
    found.sort(key=lambda one: (one.is_reached, sort_key(one.member.name), one.member.id))
    number, pages = nearest_page(number, total=len(found), size=PAGE)
    shown = found[number * PAGE : (number + 1) * PAGE]
    return ParticipantPage(shown, number, pages, len(found), sum(not one.is_reached for one in found))


async def by_id(session: AsyncSession, *, drill: Drill, member_id: int, now: datetime) -> Participant:
    """Find a business that takes part; raises NotInDrill."""
    member = await businesses.by_id(session, member_id=member_id)
    if member_id not in await people.members_of(session, drill=drill, now=now):
        raise NotInDrill(member=member.name)
    (found,) = await _participants(session, [member_id])
    return found


async def speakers_of(session: AsyncSession, *, member_id: int) -> Sequence[PersonInDrill]:
    """List who speaks for a business (id), the primary contacts first."""
    query = (
        sqlalchemy.select(Representative, *(reach.in_reach_by(channel) for channel in reach.ADDRESSES))
        .join(Person, col(Person.id) == col(Representative.person_id))
        .where(
            col(Representative.member_id) == member_id,
            col(Representative.status) == RepresentativeStatus.APPROVED,
        )
        .order_by(col(Representative.contact).desc(), col(Representative.id))
    )
    found: Sequence[Any] = (await session.exec(query)).all()  # type: ignore[call-overload]
    why = await _against(session, [one.person_id for one, *_ in found])
    return [
        PersonInDrill(
            name=one.name,
            phone=one.phone,
            channels=[channel for channel, comes in zip(reach.ADDRESSES, reached, strict=True) if comes],
            why=why.get(one.person_id),
        )
        for one, *reached in found
    ]


async def _against(session: AsyncSession, people_ids: Sequence[int]) -> Mapping[int, str]:
    """Tell what is known against people (ids) whom a channel has lost."""
    query = select(Reach.person_id, Reach.reason).where(col(Reach.person_id).in_(people_ids))
    return {person_id: reason or "" for person_id, reason in await session.exec(query)}


async def take_out(session: AsyncSession, *, drill_id: int, member_id: int, by: Person, now: datetime) -> Drill:
    """Let a business not take part in a drill that has not begun; where it was told of the drill, it is told so.

    It stays out whoever else is let take part, until it is added again; a drill of next year has it again.
    Raises DrillUnknown, DrillNotPlanned or NotInDrill.
    """
    drill = await planning.still_planned(session, drill_id=drill_id)
    await by_id(session, drill=drill, member_id=member_id, now=now)
    await people.take_out(session, drill=drill, member_id=member_id, now=now)
    audit.record(
        session,
        person=by,
        action="drill-taken-out",
        subject=DRILL_SUBJECT,
        subject_id=drill_id,
        now=now,
        after={"member_id": member_id},
    )
    if drill.announced_at is not None:
        await news.tell(session, drill=drill, what=DrillEvent.LEFT, coordinators=False, only=[member_id], now=now)
    await news.redraw_board(session, drill=drill, now=now)
    return drill


async def _participants(session: AsyncSession, members: Sequence[int]) -> list[Participant]:
    """Count of each business (id) whom each channel reaches, by queries of one number whatever theirs."""
    wanted = listed(session, members)
    rows = (await session.exec(select(Member).join(wanted, wanted.c.value == col(Member.id)))).all()
    bound = select(Group.member_id).join(wanted, wanted.c.value == col(Group.member_id))
    grouped = set(await session.exec(bound.where(col(Group.left_at).is_(None))))
    counted = {
        member_id: (speakers, why, reached) for member_id, speakers, why, *reached in await _counted(session, members)
    }
    found = []
    for member in rows:
        speakers, why, reached = counted.get(id_of(member), (0, None, [0 for _ in reach.ADDRESSES]))
        by_channel = dict(zip(reach.ADDRESSES, reached, strict=True))
        found.append(Participant(member, speakers, by_channel, id_of(member) in grouped, why))
    return found


async def _counted(session: AsyncSession, members: Sequence[int]) -> Any:
    """Count of each business (id) who speaks for it and whom each channel reaches, and one reason why not."""
    wanted = listed(session, members)
    reached = [func.sum(case((reach.in_reach_by(channel), 1), else_=0)) for channel in reach.ADDRESSES]
    why = (
        select(func.max(Reach.reason)).where(col(Reach.person_id) == col(Person.id)).correlate(Person).scalar_subquery()
    )
    query = (
        sqlalchemy.select(col(Representative.member_id), func.count(), func.max(why), *reached)
        .join(wanted, wanted.c.value == col(Representative.member_id))
        .join(Person, col(Person.id) == col(Representative.person_id))
        .where(col(Representative.status) == RepresentativeStatus.APPROVED)
        .group_by(col(Representative.member_id))
    )
    return await (await session.connection()).execute(query)
