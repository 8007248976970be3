"""What happens to a drill is told to everybody who takes part, and to coordinators."""

from collections.abc import Sequence, Set
from contextlib import suppress
from datetime import datetime

from sqlalchemy import and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.drills import DRILL_SUBJECT, Drill
from models.identity import id_of
from models.jobs import JobKind
from models.people import Person
from models.scripts import RunStep
from services.drills import people
from services.drills.kinds import DRILL_BOARD, DRILL_NEWS, INJECT, DrillEvent, OfEvent, OwnResult
from services.jobs import queue
from services.jobs.queue import JobUnderWay
from services.outbox import broadcasts
from services.people import accounts


async def tell(
    session: AsyncSession,
    *,
    drill: Drill,
    what: DrillEvent,
    now: datetime,
    incident_id: int | None = None,
    members: bool = True,
    coordinators: bool = True,
    only: Sequence[int] | None = None,
    people_in: Set[int] | None = None,
) -> None:
    """Tell those who take part, unless it is not for them, and the coordinators, who get a board of it.

    `only` are the businesses (ids) that are told, in the place of all of them; `people_in` are the
    people (ids) among whom those are who hear of it.
    """
    details, drill_id = OfEvent(what, incident_id), id_of(drill)
    office = await accounts.coordinator_ids(session)
    if members:
        partaking = only if only is not None else await people.members_of(session, drill=drill, now=now)
        hearing = await people.speakers(session, members=partaking)
        told = [one for one in hearing if one not in office and (people_in is None or one in people_in)]
        await broadcasts.queue(session, kind=DRILL_NEWS, people=told, subject_id=drill_id, details=details, now=now)
    if coordinators:
        await broadcasts.queue(session, kind=DRILL_BOARD, people=office, subject_id=drill_id, details=details, now=now)


async def having(session: AsyncSession, *, drill: Drill, sent: bool) -> Set[int]:
    """Tell who (ids) has heard of a drill since it began; where not only what was `sent` counts, or is about to."""
    injects = select(RunStep.id).where(RunStep.run_id == drill.run_id)
    of_drill = broadcasts.about(DRILL_NEWS, id_of(drill))
    of_inject = (col(Broadcast.kind) == INJECT.name, col(Broadcast.subject) == INJECT.subject)
    heard = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN)
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            col(Delivery.state).in_(heard if sent else (*heard, DeliveryState.PENDING)),
            col(Broadcast.created_at) >= drill.began_at,
            or_(and_(*of_drill), and_(*of_inject, col(Broadcast.subject_id).in_(injects))),
        )
    )
    return {person_id for person_id in (await session.exec(query)).all() if person_id is not None}


async def tell_results(session: AsyncSession, *, drill: Drill, now: datetime) -> None:
    """Tell each participant how their own business did."""
    partaking = await people.members_of(session, drill=drill, now=now)
    told = await people.speakers(session, members=partaking)
    await broadcasts.queue(session, kind=DRILL_NEWS, people=told, subject_id=id_of(drill), details=OwnResult(), now=now)


async def ask_for_charts(session: AsyncSession, *, drill: Drill, now: datetime) -> None:
    """Have the chart of a drill drawn for each coordinator."""
    for person in await accounts.coordinators(session):
        # Whoever asked for it a moment ago gets it, and as it is in the end.
        with suppress(JobUnderWay):
            await ask_for_chart(session, drill=drill, person=person, now=now)


async def ask_for_chart(session: AsyncSession, *, drill: Drill, person: Person, now: datetime) -> None:
    """Have the chart of a drill drawn for one person; raises JobUnderWay."""
    await queue.ask(session, kind=JobKind.DRILL_CHART, person=person, asked={"drill": id_of(drill)}, now=now)


async def redraw_board(session: AsyncSession, *, drill: Drill, now: datetime) -> None:
    """Have every coordinator's board of a drill edited in place."""
    await broadcasts.redraw(
        session, kinds=(DRILL_BOARD,), subject=DRILL_SUBJECT, subject_id=id_of(drill), lane=Lane.TALLY, now=now
    )
