"""Planning a drill: its script, its moment, who takes part, whether they know, and whether it comes again each year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import DRILL_SUBJECT, Drill, DrillState
from models.identity import id_of
from models.people import Person
from models.scripts import Script
from services.drills import news, people
from services.drills.kinds import DrillEvent
from services.drills.people import EVERYBODY, DrillCircle
from services.ground import audit
from services.ground.codes import Series, following
from services.ground.refusals import Refusal
from services.scripts import versions

SERIES = Series("DK", col(Drill.year), col(Drill.number))
# Whoever is told of a drill is told a week before; of one that is nearer, at once.
TOLD_BEFORE = timedelta(days=7)
FARTHEST = timedelta(days=400)
LISTED = 30


class DrillUnknown(Refusal):
    """There is no such drill."""


class DrillNotPlanned(Refusal):
    """The drill has begun, is over or was cancelled."""


class DrillMomentRange(Refusal):
    """A drill begins in the future, and within `days` days."""

    says_back = True


class CommunesUnread(Refusal):
    """What was typed names no commune of the province."""


@dataclass(frozen=True)
class DrillPlan:
    """All that is said of a drill before it begins."""

    script_id: int
    starts_at: datetime
    circle: DrillCircle = EVERYBODY
    announced: bool = True
    yearly: bool = False


async def by_id(session: AsyncSession, *, drill_id: int) -> Drill:
    """Find a drill; raises DrillUnknown."""
    drill = await session.get(Drill, drill_id)
    if drill is None:
        raise DrillUnknown
    return drill


async def code_of(session: AsyncSession, *, drill_id: int | None) -> str | None:
    """Give the code of a drill, None without one."""
    return (await by_id(session, drill_id=drill_id)).code if drill_id is not None else None


async def by_run(session: AsyncSession, *, run_id: int) -> Drill | None:
    """Find the drill that a run is of."""
    return (await session.exec(select(Drill).where(Drill.run_id == run_id))).first()


async def listed(session: AsyncSession) -> Sequence[Drill]:
    """List drills: those under way, then those to come by their moment, then the latest that are over."""
    drills = (await session.exec(select(Drill).order_by(col(Drill.id).desc()).limit(LISTED))).all()
    order = {DrillState.RUNNING: 0, DrillState.PLANNED: 1, DrillState.OVER: 2, DrillState.CANCELLED: 3}
    coming = sorted(drills, key=lambda one: (order[one.state], one.starts_at))
    under_way = [one for one in coming if order[one.state] < 2]
    return [*under_way, *sorted((one for one in coming if order[one.state] >= 2), key=_ended, reverse=True)]


def _ended(drill: Drill) -> datetime:
    return drill.ended_at or drill.starts_at


async def running(session: AsyncSession, *, limit: int) -> Sequence[Drill]:
    """List the drills under way, the newest first."""
    query = select(Drill).where(Drill.state == DrillState.RUNNING).order_by(col(Drill.id).desc()).limit(limit)
    return (await session.exec(query)).all()


def check_moment(moment: datetime, *, now: datetime) -> datetime:
    """Give the moment back; raises DrillMomentRange."""
    if not now < moment <= now + FARTHEST:
        raise DrillMomentRange(days=FARTHEST.days)
    return moment


async def plan(
    session: AsyncSession, *, said: DrillPlan, draft_key: str, by: Person, now: datetime, time_zone: ZoneInfo
) -> Drill:
    """Plan a drill, once whatever is tapped twice; raises what `versions.usable` raises, or DrillMomentRange."""
    taken = (await session.exec(select(Drill).where(Drill.draft_key == draft_key))).first()
    if taken is not None:
        return taken
    script = await versions.usable(session, script_id=said.script_id)
    check_moment(said.starts_at, now=now)
    drill = await _store(session, said, script, draft_key=draft_key, by_id=id_of(by), now=now, time_zone=time_zone)
    _record(session, drill, by, "drill-planned", now)
    return drill


async def _store(
    session: AsyncSession,
    said: DrillPlan,
    script: Script,
    *,
    draft_key: str,
    by_id: int,
    now: datetime,
    time_zone: ZoneInfo,
    before_id: int | None = None,
) -> Drill:
    code = await following(session, series=SERIES, now=now, time_zone=time_zone)
    drill = Drill(
        year=code.year,
        number=code.number,
        code=str(code),
        title=script.title,
        state=DrillState.PLANNED,
        script_id=id_of(script),
        sector=said.circle.sector,
        communes=list(said.circle.communes),
        as_in_id=said.circle.as_in_id,
        starts_at=said.starts_at,
        announced=said.announced,
        announce_at=told_at(said.starts_at, now=now) if said.announced else None,
        yearly=said.yearly,
        before_id=before_id,
        planned_by_id=by_id,
        planned_at=now,
        draft_key=draft_key,
    )
    session.add(drill)
    await session.flush()
    return drill


def told_at(starts_at: datetime, *, now: datetime) -> datetime:
    """Tell when those who take part are told of a drill that begins at a moment: a week before, or at once."""
    return max(now, starts_at - TOLD_BEFORE)


async def still_planned(session: AsyncSession, *, drill_id: int) -> Drill:
    """Find a drill that has not begun; raises DrillUnknown or DrillNotPlanned."""
    drill = await by_id(session, drill_id=drill_id)
    if drill.state is not DrillState.PLANNED:
        raise DrillNotPlanned
    return drill


async def cancel(session: AsyncSession, *, drill_id: int, by: Person, now: datetime) -> Drill:
    """Let a drill not take place; whoever was told of it is told so. Raises DrillUnknown or DrillNotPlanned."""
    drill = await still_planned(session, drill_id=drill_id)
    drill.state, drill.ended_at = DrillState.CANCELLED, now
    await session.flush()
    _record(session, drill, by, "drill-cancelled", now)
    await news.tell(session, drill=drill, what=DrillEvent.CANCELLED, members=drill.announced_at is not None, now=now)
    return drill


async def move(session: AsyncSession, *, drill_id: int, starts_at: datetime, by: Person, now: datetime) -> Drill:
    """Let a drill begin at another moment; whoever was told of it is told so.

    Raises DrillUnknown, DrillNotPlanned or DrillMomentRange.
    """
    drill = await still_planned(session, drill_id=drill_id)
    before = drill.starts_at
    drill.starts_at, drill.held_at, drill.rests_for_id = check_moment(starts_at, now=now), None, None
    if drill.announced and drill.announced_at is None:
        drill.announce_at = told_at(starts_at, now=now)
    await session.flush()
    moments = {"before": before.isoformat(), "after": starts_at.isoformat()}
    _record(session, drill, by, "drill-moved", now, after=moments)
    if before != starts_at and drill.announced_at is not None:
        await news.tell(session, drill=drill, what=DrillEvent.MOVED, coordinators=False, now=now)
    await news.redraw_board(session, drill=drill, now=now)
    return drill


async def change_circle(
    session: AsyncSession, *, drill_id: int, circle: DrillCircle, by: Person, now: datetime
) -> Drill:
    """Let others take part in a drill; who was told of it and is left out is told so, who is new hears of it.

    Raises DrillUnknown or DrillNotPlanned.
    """
    drill = await still_planned(session, drill_id=drill_id)
    before = await people.members_of(session, drill=drill, now=now)
    drill.sector, drill.communes, drill.as_in_id = circle.sector, list(circle.communes), circle.as_in_id
    await session.flush()
    after = await people.members_of(session, drill=drill, now=now)
    _record(session, drill, by, "drill-circle-changed", now)
    if drill.announced_at is not None:
        left, new = [one for one in before if one not in after], [one for one in after if one not in before]
        for what, only in ((DrillEvent.LEFT, left), (DrillEvent.ANNOUNCED, new)):
            await news.tell(session, drill=drill, what=what, coordinators=False, only=only, now=now)
    await news.redraw_board(session, drill=drill, now=now)
    return drill


async def latest(session: AsyncSession) -> Drill | None:
    """Find the drill that was held last."""
    query = (
        select(Drill).where(Drill.state == DrillState.OVER).order_by(col(Drill.ended_at).desc(), col(Drill.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def announce_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell those who take part of the drills whose day is near."""
    query = select(Drill).where(
        Drill.state == DrillState.PLANNED, col(Drill.announce_at) <= now, col(Drill.announced_at).is_(None)
    )
    for drill in (await session.exec(query)).all():
        drill.announced_at = now
        await session.flush()
        await news.tell(session, drill=drill, what=DrillEvent.ANNOUNCED, coordinators=False, now=now)


async def repeat(session: AsyncSession, *, drill: Drill, now: datetime, time_zone: ZoneInfo) -> Drill | None:
    """Plan the drill of next year in the place of one that is over, by the version of its script that counts now.

    None where it does not come again, or its script is out of use.
    """
    if not drill.yearly:
        return None
    script = await versions.by_id(session, script_id=drill.script_id)
    counting = await versions.counting(session, kind=script.kind, name=script.name)
    if counting is None or counting.retired_at is not None:
        return None
    said = DrillPlan(
        script_id=id_of(counting),
        starts_at=a_year_later(drill.starts_at, time_zone),
        circle=people.circle_of(drill),
        announced=drill.announced,
        yearly=True,
    )
    following_one = await _store(
        session,
        said,
        counting,
        draft_key=f"after:{id_of(drill)}",
        by_id=drill.planned_by_id,
        now=now,
        time_zone=time_zone,
        before_id=id_of(drill),
    )
    for member_id in await people.added(session, drill=drill):
        await people.add(session, drill=following_one, member_id=member_id, now=now)
    return following_one


async def next_time(session: AsyncSession, *, drill: Drill) -> datetime | None:
    """Tell when the drill that repeats one begins, if there is one."""
    after = await session.exec(select(Drill.starts_at).where(Drill.before_id == id_of(drill)))
    return after.first()


def a_year_later(moment: datetime, time_zone: ZoneInfo) -> datetime:
    """Give the same hour of the same day of next year; 28 February for the 29th."""
    local = moment.astimezone(time_zone)
    day = min(local.day, 28) if local.month == 2 else local.day
    return local.replace(year=local.year + 1, day=day).astimezone(UTC)


def _record(
    session: AsyncSession, drill: Drill, by: Person, action: str, now: datetime, *, after: dict[str, str] | None = None
) -> None:
    audit.record(
        session, person=by, action=action, subject=DRILL_SUBJECT, subject_id=id_of(drill), now=now, after=after
    )
