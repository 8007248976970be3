"""A quick drill that something real overtakes rests, and goes on later: everybody in it is told, once each time."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentKind
from services.ground.details import Details
from services.groups import bindings
from services.incidents import reminders, under_way
from services.outbox import broadcasts
from services.people import accounts
from services.waves.kinds import COURSE, GoesOnAgain, RestsForReal


async def follow(session: AsyncSession, *, now: datetime) -> None:
    """Tell of quick drills that rest now, or go on; what was to come then comes as much later."""
    drills = await session.exec(under_way.every().where(Incident.kind == IncidentKind.DRILL).order_by(col(Incident.id)))
    for drill in drills.all():
        real, rested_at = await under_way.overtaken_by(session, drill=drill), await _rests_since(session, drill)
        if real is not None and rested_at is None:
            await _tell(session, drill, RestsForReal(real), now=now)
        elif real is None and rested_at is not None:
            await reminders.plan_anew(session, incident=drill, closed_at=rested_at, now=now)
            await _tell(session, drill, GoesOnAgain(), now=now)


async def _rests_since(session: AsyncSession, drill: Incident) -> datetime | None:
    """Tell since when everybody knows that a drill rests, if that was told last."""
    query = select(Broadcast).where(*broadcasts.about(COURSE, id_of(drill))).order_by(col(Broadcast.id).desc())
    for told in (await session.exec(query)).all():
        word = (told.details or {}).get("is")
        if word in (RestsForReal.word, GoesOnAgain.word):
            return told.created_at if word == RestsForReal.word else None
    return None


async def _tell(session: AsyncSession, drill: Incident, details: Details, *, now: datetime) -> None:
    alerted = select(Alerted).where(Alerted.incident_id == id_of(drill)).order_by(col(Alerted.member_id))
    rows = (await session.exec(alerted)).all()
    people = dict.fromkeys([*(row.person_id for row in rows), *await accounts.coordinator_ids(session)])
    groups = await bindings.bound_to(session, members=(row.member_id for row in rows))
    await broadcasts.queue(
        session, kind=COURSE, people=people, groups=groups, subject_id=id_of(drill), details=details, now=now
    )
