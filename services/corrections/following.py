"""What follows a correction: open tasks say what is true now, and those who act on what stood before are told once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.corrections import Correction
from models.identity import id_of
from models.incidents import Alerted, Incident
from models.people import Person
from models.responses import Response
from models.tasks import TASK_PLACE_LENGTH, UNFINISHED, Task, TaskState
from models.tlp import Tlp
from services.corrections.kinds import NEWS, OfCorrection
from services.groups import bindings
from services.incidents.answer_steps import ETA
from services.incidents.sharing import naming
from services.outbox import broadcasts
from services.people import businesses
from services.places import communes
from services.presence import stays

FINAL = (TaskState.VERIFIED, TaskState.CANCELLED)
# Whom the office looks for concerns nobody who is on the way.
TOLD = ("title", "description", "level", "type", "place", "began", "until")
SHOWN_BY_TASKS = ("title", "level", "place")


@dataclass(frozen=True)
class Followed:
    """The open tasks that a correction has changed, and those whose own words still name the place of before."""

    corrected: Sequence[Task] = ()
    stale: Sequence[Task] = ()


def of_tasks(tasks: Sequence[Task], correction: Correction, *, incident: Incident) -> Followed:
    """Let open tasks be as grave as their incident, and at its new place; what cannot be told is left for a person."""
    if not set(correction.after).intersection(SHOWN_BY_TASKS):
        return Followed()
    stale = []
    before, after = (_names(one.get("place", ())) for one in (correction.before, correction.after))
    gone = [name for name in before if name not in after]
    for task in tasks:
        task.severity = incident.severity
        task.place = _place(task.place, before, after) or task.place
        if any(name in f"{task.place} {task.what}" for name in gone):
            stale.append(task)
    return Followed(tasks, stale)


def _names(codes: Sequence[str]) -> Sequence[str]:
    return [communes.commune(code).name for code in codes]


def _place(place: str, before: Sequence[str], after: Sequence[str]) -> str | None:
    """Give the place that a task has now: only one that was taken over from the incident is known to be wrong."""
    gone, come = [name for name in before if name not in after], [name for name in after if name not in before]
    if not gone or place not in (*gone, ", ".join(before)):
        return None
    named = ", ".join(after if place == ", ".join(before) else come)
    return named if 0 < len(named) <= TASK_PLACE_LENGTH else None


async def open_tasks(session: AsyncSession, *, incident_id: int) -> Sequence[Task]:
    """List the tasks of an incident (id) that are not over for good."""
    query = select(Task).where(Task.incident_id == incident_id, col(Task.state).not_in(FINAL))
    return (await session.exec(query.order_by(col(Task.id)))).all()


async def tell(session: AsyncSession, correction: Correction, *, incident: Incident, now: datetime) -> None:
    """Tell those who hold an open task, are on site or have said that they come: an edited card makes no sound."""
    if not set(correction.after).intersection(TOLD):
        return
    members = await _acting(session, incident_id=correction.incident_id)
    if not members:
        return
    people = await _readers(session, incident_id=correction.incident_id, members=members)
    await broadcasts.queue(
        session,
        kind=NEWS,
        people=[one for one in people if one != correction.person_id],
        groups=await bindings.bound_to(session, members=members) if incident.tlp is not Tlp.RED else (),
        subject_id=correction.incident_id,
        details=OfCorrection(correction.id or 0),
        now=now,
    )


async def _acting(session: AsyncSession, *, incident_id: int) -> Sequence[int]:
    """List the businesses (ids) that act on what was said: by a task, on site, or on their way."""
    holding = select(Task.member_id).where(Task.incident_id == incident_id, col(Task.state).in_(UNFINISHED))
    coming = select(Response.member_id).where(
        Response.incident_id == incident_id,
        col(Response.answer).in_(ETA),
        ~stays.has_gone(col(Response.incident_id), col(Response.member_id)),
    )
    there = await stays.there_now(session, incident_id=incident_id)
    return sorted({*await session.exec(holding), *await session.exec(coming), *there})


async def _readers(session: AsyncSession, *, incident_id: int, members: Sequence[int]) -> Sequence[int]:
    """List who of some businesses has heard of an incident, or everybody of one that was called by no alert."""
    speaking = await businesses.speaking_for(session, people=(), members=members)
    called = select(Alerted.member_id, Alerted.person_id).where(Alerted.incident_id == incident_id)
    alerted = set((await session.exec(called)).all())
    of_alert = {member_id for member_id, _ in alerted}
    heard = [pair[1] for pair in speaking if pair in alerted or pair[0] not in of_alert]
    may_read = select(Person.id).where(col(Person.id).in_(heard), ~naming.hides(incident_id, col(Person.id)))
    return sorted({one for one in await session.exec(may_read) if one is not None})


async def tasks_of(session: AsyncSession, *, incident_id: int, person_id: int) -> Sequence[Task]:
    """List the open tasks of an incident (id) that a person's (id) businesses hold."""
    pairs = await businesses.speaking_for(session, people=[person_id], members=())
    mine = [member_id for member_id, one in pairs if one == person_id]
    held = select(Task).where(
        Task.incident_id == incident_id, col(Task.state).in_(UNFINISHED), col(Task.member_id).in_(mine)
    )
    return (await session.exec(held.order_by(col(Task.id)))).all()


async def last(session: AsyncSession, *, incident: Incident) -> Correction | None:
    """Find the last correction of an incident."""
    query = select(Correction).where(Correction.incident_id == id_of(incident))
    return (await session.exec(query.order_by(col(Correction.id).desc()).limit(1))).first()
