"""Honours in lists, a page at a time: proposals for those who coordinate, and year by year those who are named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import Honour, HonourState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.lessons import Lesson
from models.people import Person
from models.tlp import NARROW, UNLABELLED, Tlp
from services.ground.paging import nearest_page
from services.honours import honours
from services.honours.honours import HonourSheet
from services.incidents.sharing import naming
from services.people import businesses

PAGE = 6


class HonourHeap(StrEnum):
    """Which honours: proposed, thanked for, dropped; named to the network for the real thing, or for drills."""

    PROPOSED = "proposed"
    THANKED = "thanked"
    DROPPED = "dropped"
    NAMED = "named"
    DRILLS = "drills"


OF_STAFF = frozenset({HonourHeap.PROPOSED, HonourHeap.THANKED, HonourHeap.DROPPED})


@dataclass(frozen=True)
class HonourPage:
    """A page of a list; pages are counted from 0.

    `total` counts all that are real, and `drills` those of drills, which stand apart. `year` is the one whose names are
    shown.
    """

    heap: HonourHeap
    lines: Sequence[HonourSheet]
    number: int
    pages: int
    total: int
    drills: int
    year: int
    has_earlier: bool = False


def span(year: int, time_zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Give the first instant of a year, and that of the next."""
    first, after = (datetime(one, 1, 1, tzinfo=time_zone).astimezone(UTC) for one in (year, year + 1))
    return first, after


async def page(session: AsyncSession, *, heap: HonourHeap, year: int, number: int, time_zone: ZoneInfo) -> HonourPage:
    """List a page: real ones before drills, of what waits the oldest first, else the newest."""
    first, after = span(year, time_zone)
    conditions = [*_meant(heap)]
    if heap not in OF_STAFF:
        conditions += [col(Honour.happened_at) >= first, col(Honour.happened_at) < after]
    counts = await _counts(session, conditions)
    total, drills = counts.get(False, 0), counts.get(True, 0)
    number, pages = nearest_page(number, total=total + drills, size=PAGE)
    at = col(Honour.happened_at) if heap is HonourHeap.PROPOSED else col(Honour.happened_at).desc()
    query = honours.sheets().where(*conditions).order_by(col(Honour.is_drill), at, col(Honour.id))
    lines = await honours.read(session, query.limit(PAGE).offset(number * PAGE))
    earlier = await _counts(session, [*_meant(heap), col(Honour.happened_at) < first]) if heap not in OF_STAFF else {}
    return HonourPage(heap, lines, number, pages, total, drills, year, bool(earlier))


def _meant(heap: HonourHeap) -> Sequence[Any]:
    """Make the conditions of a heap; of an incident that is under way again nothing is proposed."""
    match heap:
        case HonourHeap.PROPOSED:
            is_over = col(Honour.incident_id).is_(None) | (col(Incident.status) == IncidentStatus.CLOSED)
            return (Honour.state == HonourState.PROPOSED, is_over)
        case HonourHeap.THANKED:
            return (Honour.state == HonourState.CONFIRMED,)
        case HonourHeap.DROPPED:
            return (Honour.state == HonourState.DROPPED,)
    label = func.coalesce(col(Incident.tlp), col(Lesson.tlp), UNLABELLED.value)
    return (
        *_named(),
        col(Honour.release_id).is_not(None),
        col(Honour.is_drill) == (heap is HonourHeap.DRILLS),
        label.not_in([one.value for one in NARROW]),
    )


def _named() -> Sequence[Any]:
    return (Honour.state == HonourState.CONFIRMED, col(Honour.may_be_named).is_(True))


async def _counts(session: AsyncSession, conditions: Sequence[Any]) -> dict[bool, int]:
    """Count real ones and those of drills, each apart."""
    query = (
        select(Honour.is_drill, func.count())
        .outerjoin(Incident, col(Incident.id) == col(Honour.incident_id))
        .outerjoin(Lesson, col(Lesson.id) == col(Honour.lesson_id))
        .where(*conditions)
        .group_by(col(Honour.is_drill))
    )
    return {bool(is_drill): count for is_drill, count in await session.exec(query)}


async def waiting(session: AsyncSession) -> int:
    """Count the proposals that wait for a coordinator, those of drills not among them."""
    return (await _counts(session, _meant(HonourHeap.PROPOSED))).get(False, 0)


async def of_incident(session: AsyncSession, *, incident_id: int) -> Sequence[HonourSheet]:
    """List what is proposed of one incident."""
    query = honours.sheets().where(*_meant(HonourHeap.PROPOSED), Honour.incident_id == incident_id)
    return await honours.read(session, query.order_by(col(Honour.id)))


async def own(session: AsyncSession, *, person: Person, limit: int) -> Sequence[HonourSheet]:
    """List what a person's businesses were thanked for, the newest first."""
    members = [id_of(one) for one in await businesses.spoken_for(session, person=person)]
    query = honours.sheets().where(
        Honour.state == HonourState.CONFIRMED,
        col(Honour.member_id).in_(members),
        ~naming.hides(col(Honour.incident_id), id_of(person)),
    )
    return await honours.read(session, query.order_by(col(Honour.happened_at).desc()).limit(limit))


async def of_year(session: AsyncSession, *, year: int, time_zone: ZoneInfo) -> Sequence[HonourSheet]:
    """List what was confirmed of a year, in the order in which it happened; what is for named people is left out."""
    first, after = span(year, time_zone)
    query = honours.sheets().where(
        Honour.state == HonourState.CONFIRMED, col(Honour.happened_at) >= first, col(Honour.happened_at) < after
    )
    found = await honours.read(session, query.order_by(col(Honour.happened_at), col(Honour.id)))
    return [one for one in found if one.label is not Tlp.RED]
