"""The figures of a half-year for Mẫu 05: incidents by type, and who helped with them; no drills and no problems."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.escalation import Escalation
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentType
from models.members import Member
from models.presence import Presence
from models.tasks import Task, TaskState
from services.ground.refusals import Refusal
from services.ground.years import FIRST_YEAR
from services.systems import legal
from services.systems.legal import PeriodicRule

# A task that a business took on is help; one that it was only given, declined, or was let off is none.
HELPING = (
    TaskState.ACKNOWLEDGED,
    TaskState.STARTED,
    TaskState.ON_SITE,
    TaskState.BLOCKED,
    TaskState.DONE,
    TaskState.VERIFIED,
)
# The order of the form: attacks, then what is none.
NO_ATTACK = (IncidentType.TECHNICAL, IncidentType.OPERATION, IncidentType.DISASTER)
ORDER = (*(one for one in IncidentType if one not in NO_ATTACK), *NO_ATTACK)


class HalfYearUnknown(Refusal):
    """There is no such half-year, it was before there were networks of this kind, or it has not begun."""


@dataclass(frozen=True)
class HalfYear:
    """January to June (`half` 1) or July to December (2) of a year, in the office's time."""

    year: int
    half: int

    @property
    def before(self) -> "HalfYear":
        """Give the half-year before."""
        return HalfYear(self.year, 1) if self.half == 2 else HalfYear(self.year - 1, 2)

    @property
    def following(self) -> "HalfYear":
        """Give the half-year after."""
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)

    @property
    def is_too_early(self) -> bool:
        """Tell whether it was before there were networks of this kind."""
        return self.year < FIRST_YEAR

    def begins(self, time_zone: ZoneInfo) -> datetime:
        """Tell its first instant."""
        return datetime(self.year, 1 if self.half == 1 else 7, 1, tzinfo=time_zone).astimezone(UTC)

    def ends(self, time_zone: ZoneInfo) -> datetime:
        """Tell the first instant after it."""
        return self.following.begins(time_zone)

    def last_day(self, time_zone: ZoneInfo) -> datetime:
        """Tell an instant of its last day."""
        return self.ends(time_zone) - timedelta(hours=1)


@dataclass(frozen=True)
class TypeCount:
    """How many incidents of a type there were, with how many businesses helped, how many went above."""

    total: int
    helped: int
    escalated: int

    @property
    def alone(self) -> int:
        """Count those that were handled without help."""
        return self.total - self.helped


@dataclass(frozen=True)
class HalfYearFigures:
    """What Mẫu 05 says of a half-year: counts by type, and each business that helped with how often it did.

    `until` is when it was counted, where the half-year was not over then.
    """

    period: HalfYear
    until: datetime | None
    by_type: Mapping[IncidentType, TypeCount]
    whole: TypeCount
    helpers: Sequence[tuple[str, int]]


def of_moment(at: datetime, time_zone: ZoneInfo) -> HalfYear:
    """Give the half-year of a moment."""
    local = at.astimezone(time_zone)
    return HalfYear(local.year, 1 if local.month <= 6 else 2)


def check(period: HalfYear, *, now: datetime, time_zone: ZoneInfo) -> HalfYear:
    """Give a half-year back; raises HalfYearUnknown."""
    if period.half not in (1, 2) or period.is_too_early or period.year > now.year + 1:
        raise HalfYearUnknown
    if period.begins(time_zone) > now:
        raise HalfYearUnknown
    return period


async def figures(session: AsyncSession, *, period: HalfYear, now: datetime, time_zone: ZoneInfo) -> HalfYearFigures:
    """Count the incidents that were declared in a half-year, as far as it has come."""
    query = select(Incident).where(
        Incident.kind == IncidentKind.INCIDENT,
        Incident.declared_at >= period.begins(time_zone),
        Incident.declared_at < period.ends(time_zone),
    )
    incidents = (await session.exec(query)).all()
    ids = [id_of(one) for one in incidents]
    helped = await _helped(session, ids)
    above = set(await session.exec(select(Escalation.incident_id).where(col(Escalation.incident_id).in_(ids))))
    with_help = {incident_id for incident_id, _ in helped}
    by_type = {kind: _count([id_of(one) for one in incidents if one.type is kind], with_help, above) for kind in ORDER}
    names = Counter(member_id for _, member_id in helped)
    until = now if now < period.ends(time_zone) else None
    return HalfYearFigures(period, until, by_type, _count(ids, with_help, above), await _named(session, names))


def _count(ids: Sequence[int], helped: set[int], above: set[int]) -> TypeCount:
    return TypeCount(len(ids), len(helped.intersection(ids)), len(above.intersection(ids)))


async def _helped(session: AsyncSession, ids: Sequence[int]) -> set[tuple[int, int]]:
    """Find which businesses (ids) helped with which incidents (ids): by a task that they took on, or on site.

    To be ready is an offer, which may never have been needed.
    """
    came = select(Presence.incident_id, Presence.member_id).where(col(Presence.incident_id).in_(ids))
    worked = select(Task.incident_id, Task.member_id).where(
        col(Task.incident_id).in_(ids), col(Task.state).in_(HELPING)
    )
    found = {(incident_id, member_id) for incident_id, member_id in await session.exec(came)}
    return found | {(one, member_id) for one, member_id in await session.exec(worked) if one is not None}


async def _named(session: AsyncSession, names: Mapping[int, int]) -> Sequence[tuple[str, int]]:
    query = select(Member.id, Member.name).where(col(Member.id).in_(names))
    found = [(name, names[member_id]) for member_id, name in await session.exec(query) if member_id is not None]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def due_next(now: datetime, time_zone: ZoneInfo) -> Sequence[tuple[PeriodicRule, datetime]]:
    """List the reports of the year that the rules in force ask for, each with the next day by which it is due."""
    today = now.astimezone(time_zone).date()
    found = []
    for rule in legal.in_force(now, time_zone).periodic:
        days = [
            today.replace(year=year, month=month, day=day)
            for year in (today.year, today.year + 1)
            for month, day in rule.days
        ]
        coming = min(day for day in days if day >= today)
        found.append((rule, datetime(coming.year, coming.month, coming.day, 12, tzinfo=time_zone)))
    return found


def due_around(now: datetime, time_zone: ZoneInfo, *, since: timedelta) -> Sequence[tuple[PeriodicRule, datetime]]:
    """List the reports that are due next, and before them those that were due within the time `since`."""
    past = [(rule, at) for rule, at in due_next(now - since, time_zone) if at < now]
    return [*past, *(one for one in due_next(now, time_zone) if one not in past)]
