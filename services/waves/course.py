"""What else follows by itself: the severity is raised, others are let know, those who were not needed are thanked."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Lane
from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Incident, Reminder, ReminderKind, Severity
from models.people import Person, Role
from services.ground import audit
from services.groups import bindings
from services.incidents import cards, lifecycle, reminders, under_way
from services.incidents.sharing import labels
from services.outbox import broadcasts
from services.people.accounts import COORDINATORS
from services.policies import steps, versions
from services.waves import needs
from services.waves.kinds import COURSE, LetKnow, NotNeeded, Raised

# Whoever has said a number by mistake has so long to correct it before others are told that they are not needed.
SETTLED = timedelta(minutes=2)


async def let_know(session: AsyncSession, *, incident: Incident, now: datetime) -> None:
    """Let those know of an incident whom its policy names, beside the coordinators, if its label lets them."""
    people = await _holding(session, await _told_of(session, incident))
    if people:
        await broadcasts.queue(
            session, kind=COURSE, people=people, subject_id=id_of(incident), details=LetKnow(), now=now
        )


async def raise_due(session: AsyncSession, *, now: datetime) -> None:
    """Raise the severity of what nobody has answered when it is time, and tell the coordinators."""
    for step, incident in (await session.exec(_due(), params={"now": now})).all():
        step.done_at = now
        above = steps.graver(incident.severity)
        if above is not None and await reminders.is_to_be_taken(session, incident=incident, reminder=step):
            await _raise(session, incident, above, now=now)


@cache
def _due() -> Select[Reminder, Incident]:
    return (
        select(Reminder, Incident)
        .join(Incident, col(Incident.id) == Reminder.incident_id)
        .where(
            Reminder.kind == ReminderKind.RAISE,
            col(Reminder.done_at).is_(None),
            col(Reminder.due_at) <= bindparam("now"),
            ~under_way.rests(),
        )
    )


async def _raise(session: AsyncSession, incident: Incident, above: Severity, *, now: datetime) -> None:
    before, incident.severity = incident.severity, above
    incident_id = id_of(incident)
    audit.record(
        session,
        person=None,
        action="severity-raised",
        subject="incident",
        subject_id=incident_id,
        now=now,
        before={"severity": before},
        after={"severity": above},
    )
    people = await _holding(session, COORDINATORS.union(await _told_of(session, incident)))
    details = Raised(before, above, (now - incident.declared_at) // timedelta(minutes=1))
    await broadcasts.queue(session, kind=COURSE, people=people, subject_id=incident_id, details=details, now=now)
    await session.flush()
    await cards.redraw(session, incident_id=incident_id, lane=Lane.UPDATE, now=now)
    await cards.redraw_tally(session, incident_id=incident_id, now=now)


async def _told_of(session: AsyncSession, incident: Incident) -> Collection[Role]:
    """Tell who hears of an incident beside the coordinators: nobody of what is for an organisation at most."""
    if labels.is_narrow(incident.tlp):
        return ()
    return (await versions.of_incident(session, incident=incident)).told


async def _holding(session: AsyncSession, roles: Collection[Role]) -> list[int]:
    """List the people (ids) of the office who hold one of some roles."""
    query = select(Person).where(col(Person.staff_role).in_(roles)).order_by(col(Person.id))
    return [id_of(person) for person in await session.exec(query)]


async def watch_headcounts(session: AsyncSession, *, now: datetime) -> None:
    """Keep since when the headcount wanted is there, and thank once those who have not answered until then."""
    wanting = under_way.every().where(Incident.headcount_wanted > 0)
    for incident in (await session.exec(wanting)).all():
        enough = await is_enough(session, incident=incident)
        if enough is (incident.enough_at is None):
            incident.enough_at = now if enough else None
            if not enough and incident.thanked_at is not None:
                # The cards say that there is enough help: they ask again.
                await cards.redraw(session, incident_id=id_of(incident), lane=Lane.UPDATE, now=now)
            await cards.redraw_tally(session, incident_id=id_of(incident), now=now)
        elif incident.enough_at and incident.enough_at <= now - SETTLED and incident.thanked_at is None:
            incident.thanked_at = now
            await _thank(session, incident, now=now)


async def is_enough(session: AsyncSession, *, incident: Incident) -> bool:
    """Tell whether the headcount that an incident wants is offered, in people or whatever else it counts."""
    if incident.headcount_unit is Unit.PEOPLE:
        return (await needs.headcount(session, incident=incident)).at_least >= incident.headcount_wanted
    wanted = await lifecycle.wanted_by(session, incident=incident)
    first, *_ = await needs.of(session, incident=incident, wanted=wanted)
    return first.offered >= first.wanted


async def _thank(session: AsyncSession, incident: Incident, *, now: datetime) -> None:
    people = await reminders.silent_people(session, incident_id=id_of(incident))
    if people:
        await broadcasts.queue(
            session, kind=COURSE, people=people, subject_id=id_of(incident), details=NotNeeded(), now=now
        )
    # A group is not written to again: its card says so.
    silent = await reminders.silent_members(session, incident_id=id_of(incident))
    groups = await bindings.bound_to(session, members=silent)
    await cards.redraw(session, incident_id=id_of(incident), people=(), groups=groups, lane=Lane.UPDATE, now=now)
