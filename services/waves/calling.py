"""Waves: a wider circle is called when it is time and too few are ready, or when a coordinator asks for it.

A wave is a row of the incident's plan. It is done in the transaction that queues its calls, so it comes once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.circles import WaveCircle
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Reminder, ReminderKind
from models.lists import listed
from models.members import Member
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import audience, cards, lifecycle, reminders, under_way
from services.incidents.audience import Audience, Pairs
from services.policies import circles

WAVES = (ReminderKind.WIDEN, ReminderKind.WAVE)
# A wave that comes later than this was kept waiting, and those after it wait as much longer.
LATE = timedelta(minutes=1)


class WaveCalled(Refusal):
    """The circle was called already."""


class NoCircleLeft(Refusal):
    """Everybody who may be called was called."""


@dataclass(frozen=True)
class NextWave:
    """The circle that is called next, and who would be called now; `at` is when it comes by itself, if it does."""

    circle: WaveCircle
    found: Audience
    at: datetime | None


async def call_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Call the waves whose time has come, one for each incident; none while they are held back, or a drill rests."""
    first: dict[int, tuple[Reminder, Incident]] = {}
    for wave, incident in (await session.exec(_due(), params={"now": now})).all():
        first.setdefault(id_of(incident), (wave, incident))
    for wave, incident in first.values():
        await _take(session, incident=incident, wave=wave, now=now, time_zone=time_zone)


@cache
def _due() -> Select[Reminder, Incident]:
    return (
        select(Reminder, Incident)
        .join(Incident, col(Incident.id) == Reminder.incident_id)
        .where(
            Reminder.kind == ReminderKind.WAVE,
            col(Reminder.done_at).is_(None),
            col(Reminder.due_at) <= bindparam("now"),
            col(Incident.waves_held_at).is_(None),
            ~under_way.rests(),
        )
        .order_by(col(Reminder.due_at), col(Reminder.id))
    )


async def _take(
    session: AsyncSession, *, incident: Incident, wave: Reminder, now: datetime, time_zone: ZoneInfo
) -> None:
    """Call a wave if it is needed; those after it keep their distance where it was kept waiting."""
    wave.done_at = now
    if now - wave.due_at > LATE:
        for later in await to_come(session, incident=incident):
            later.due_at += now - wave.due_at
    if await reminders.is_to_be_taken(session, incident=incident, reminder=wave):
        await _call(session, incident=incident, wave=wave, now=now, time_zone=time_zone)
    else:
        await cards.redraw_tally(session, incident_id=id_of(incident), now=now)


async def to_come(session: AsyncSession, *, incident: Incident) -> Sequence[Reminder]:
    """List the waves that are planned and not done, in order."""
    query = select(Reminder).where(
        Reminder.incident_id == id_of(incident), col(Reminder.kind).in_(WAVES), col(Reminder.done_at).is_(None)
    )
    return (await session.exec(query.order_by(col(Reminder.due_at), col(Reminder.id)))).all()


async def of_incident(session: AsyncSession, *, incident: Incident) -> Sequence[Reminder]:
    """List the waves of an incident: those that are done in their order, then those to come."""
    query = select(Reminder).where(Reminder.incident_id == id_of(incident), col(Reminder.kind).in_(WAVES))
    order = (col(Reminder.done_at).is_(None), col(Reminder.done_at), col(Reminder.due_at), col(Reminder.id))
    return (await session.exec(query.order_by(*order))).all()


async def next_wave(
    session: AsyncSession, *, incident: Incident, now: datetime, time_zone: ZoneInfo
) -> NextWave | None:
    """Tell whom the next wave that finds anybody would call, planned or wider; None where all were called."""
    if incident.status is IncidentStatus.CLOSED:
        return None
    for row in await to_come(session, incident=incident):
        circle = row.circle or WaveCircle.OFF_DUTY
        found = await _found(session, incident, circle, now=now, time_zone=time_zone)
        if found.pairs:
            return NextWave(circle, found, row.due_at)
    for circle in await _wider(session, incident):
        found = await _found(session, incident, circle, now=now, time_zone=time_zone)
        if found.pairs:
            return NextWave(circle, found, None)
    return None


async def _wider(session: AsyncSession, incident: Incident) -> Sequence[WaveCircle]:
    """Find the circles that widen what was called so far, the narrowest first."""
    called = await circles.called(session, incident_id=id_of(incident))
    wanted = await lifecycle.wanted_by(session, incident=incident)
    left = [WaveCircle.SECTOR] if wanted.capability_ids and not wanted.any_capability else []
    if wanted.commune_codes and not wanted.any_place:
        widest = max((circles.OF_PLACES.index(one) for one in called if one in circles.OF_PLACES), default=-1)
        left += circles.OF_PLACES[widest + 1 :]
    return [one for one in left if one not in called]


async def _found(
    session: AsyncSession, incident: Incident, circle: WaveCircle, *, now: datetime, time_zone: ZoneInfo
) -> Audience:
    """Find whom a circle adds, the nearest first."""
    if circle is WaveCircle.OFF_DUTY:
        return Audience(await audience.held_back(session, incident=incident, now=now))
    wanted = (await lifecycle.wanted_now(session, incident=incident)).widened({circle})
    found = await audience.find(session, wanted=wanted, besides=id_of(incident), now=now, time_zone=time_zone)
    codes = (await lifecycle.wanted_by(session, incident=incident)).commune_codes
    return Audience(await _nearest_first(session, found.pairs, codes), found.reserve)


async def _nearest_first(session: AsyncSession, pairs: Pairs, codes: Sequence[str]) -> Pairs:
    """Put whom is called in order by how far their business is from where help is wanted."""
    if not codes or not pairs:
        return pairs
    those = listed(session, list(dict.fromkeys(member_id for member_id, _ in pairs)))
    rows = await session.exec(select(Member.id, Member.commune_code).join(those, those.c.value == col(Member.id)))
    commune = dict(rows.all())
    far = {code: circles.distance(code, codes=codes) for code in set(commune.values())}
    return sorted(pairs, key=lambda pair: far[commune[pair[0]]])


async def still_next(
    session: AsyncSession, *, incident: Incident, circle: WaveCircle, now: datetime, time_zone: ZoneInfo
) -> NextWave:
    """Give the next wave if it calls a circle; raises WaveCalled where that was called meanwhile, or NoCircleLeft."""
    upcoming = await next_wave(session, incident=incident, now=now, time_zone=time_zone)
    if upcoming is None:
        raise NoCircleLeft
    if upcoming.circle is not circle:
        raise WaveCalled
    return upcoming


async def call_now(
    session: AsyncSession, *, incident_id: int, circle: WaveCircle, by: Person, now: datetime, time_zone: ZoneInfo
) -> int:
    """Call the next wave because a coordinator asks; return how many businesses it called.

    Raises WaveCalled where it was called meanwhile, NoCircleLeft, IncidentUnknown or IncidentClosed.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    await still_next(session, incident=incident, circle=circle, now=now, time_zone=time_zone)
    planned = await to_come(session, incident=incident)
    as_planned = next((row for row in planned if (row.circle or WaveCircle.OFF_DUTY) is circle), None)
    wave = as_planned or Reminder(incident_id=incident_id, kind=ReminderKind.WAVE, due_at=now)
    wave.circle, wave.done_at = circle, now
    session.add(wave)
    await _call(session, incident=incident, wave=wave, now=now, time_zone=time_zone)
    audit.record(
        session,
        person=by,
        action="wave-called",
        subject="incident",
        subject_id=incident_id,
        now=now,
        after={"circle": circle, "members": wave.called},
    )
    return wave.called or 0


async def _call(
    session: AsyncSession, *, incident: Incident, wave: Reminder, now: datetime, time_zone: ZoneInfo
) -> None:
    """Queue the calls of a wave, to those whom nobody has called, and to the groups of their businesses."""
    circle = wave.circle or WaveCircle.OFF_DUTY
    found = await _found(session, incident, circle, now=now, time_zone=time_zone)
    wave.called = found.members
    groups: Sequence[int] = ()
    if circle is not WaveCircle.OFF_DUTY:
        groups = await bindings.bound_to(session, members=(member_id for member_id, _ in found.pairs))
    await audience.call(session, incident_id=id_of(incident), pairs=found.pairs, groups=groups, now=now)
    await session.flush()
    if found.reserve:
        await reminders.plan_widening(session, incident=incident, now=now, time_zone=time_zone)
    await cards.redraw_tally(session, incident_id=id_of(incident), now=now)


async def hold(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> None:
    """Let no wave come by itself until it is released; raises IncidentUnknown or IncidentClosed."""
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    if incident.waves_held_at is None:
        incident.waves_held_at = now
        await _record(session, incident, "waves-held", by=by, now=now)


async def release(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> None:
    """Let the waves come again, each as much later as they were held; raises IncidentUnknown or IncidentClosed."""
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    if incident.waves_held_at is not None:
        for wave in await to_come(session, incident=incident):
            wave.due_at += now - incident.waves_held_at
        incident.waves_held_at = None
        await _record(session, incident, "waves-released", by=by, now=now)


async def _record(session: AsyncSession, incident: Incident, action: str, *, by: Person, now: datetime) -> None:
    audit.record(session, person=by, action=action, subject="incident", subject_id=id_of(incident), now=now)
    await cards.redraw_tally(session, incident_id=id_of(incident), now=now)
