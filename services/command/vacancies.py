"""Command that nobody holds any more, and what was asked about the command of what is over."""

from datetime import datetime
from functools import cache

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from models.broadcasts import Broadcast, Lane
from models.command import CommandAnswer, CommandOffer, CommandTerm, CommandWish
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.people import Person
from services.command.kinds import COMMAND, KINDS, PAGE, OfOffer, OfVacancy
from services.ground.details import read
from services.incidents import cards
from services.incidents.kinds import SUBJECT
from services.outbox import broadcasts
from services.people import accounts


async def tell_due(session: AsyncSession, *, now: datetime) -> None:
    """Tell those who coordinate, once, of each open incident whose commander coordinates no longer."""
    for incident, last in (await session.exec(_vacant())).all():
        await _tell(session, incident, OfVacancy(id_of(last) if last is not None else 0), now=now)


@cache
def _vacant() -> Select[Incident, CommandTerm | None]:
    """Make what asks where nobody commands any longer, once: it is asked each second."""
    newest = (
        select(func.max(col(CommandTerm.id)))
        .where(col(CommandTerm.incident_id) == col(Incident.id))
        .correlate(Incident)
        .scalar_subquery()
    )
    return (
        select(Incident, CommandTerm)
        .outerjoin(CommandTerm, col(CommandTerm.id) == newest)
        .join(Person, col(Person.id) == func.coalesce(col(CommandTerm.person_id), col(Incident.declared_by_id)))
        .where(
            Incident.status != IncidentStatus.CLOSED,
            or_(col(Person.staff_role).is_(None), col(Person.staff_role).not_in(accounts.COORDINATORS)),
        )
        .order_by(col(Incident.id))
    )


async def _tell(session: AsyncSession, incident: Incident, vacancy: OfVacancy, *, now: datetime) -> None:
    incident_id = id_of(incident)
    told = await session.exec(select(Broadcast.details).where(*broadcasts.about(COMMAND, incident_id)))
    if any(read(one, OfVacancy) == vacancy for one in told):
        return
    people = await accounts.coordinator_ids(session)
    await broadcasts.queue(session, kind=COMMAND, people=people, subject_id=incident_id, details=vacancy, now=now)
    await broadcasts.redraw(session, kinds=(PAGE,), subject=SUBJECT, subject_id=incident_id, lane=Lane.REPLY, now=now)
    await cards.redraw_tally(session, incident_id=incident_id, now=now)


async def lapse_due(session: AsyncSession, *, now: datetime) -> None:
    """Let what was asked about command be over with the incident, or with the role of either: it keeps no buttons.

    Whoever offered command to somebody who coordinates no longer is told.
    """
    for asked, status in (await session.exec(_lapsed())).all():
        asked.answered_at, asked.answer = now, CommandAnswer.LAPSED
        if asked.wish is CommandWish.TAKE and status is not IncidentStatus.CLOSED:
            await broadcasts.queue(
                session,
                kind=COMMAND,
                people=[asked.by_id],
                subject_id=asked.incident_id,
                details=OfOffer(id_of(asked)),
                now=now,
            )
        await session.flush()
        await broadcasts.redraw(
            session, kinds=KINDS, subject=SUBJECT, subject_id=asked.incident_id, lane=Lane.REPLY, now=now
        )


@cache
def _lapsed() -> Select[CommandOffer, str]:
    """Make what asks for the offers that are over, once: it is asked each second."""
    coordinate = select(Person.id).where(col(Person.staff_role).in_(accounts.COORDINATORS))
    return (
        select(CommandOffer, Incident.status)
        .join(Incident, col(Incident.id) == col(CommandOffer.incident_id))
        .where(
            col(CommandOffer.answered_at).is_(None),
            or_(
                col(Incident.status) == IncidentStatus.CLOSED,
                col(CommandOffer.by_id).not_in(coordinate),
                col(CommandOffer.to_id).not_in(coordinate),
            ),
        )
        .order_by(col(CommandOffer.id))
    )
