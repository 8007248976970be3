"""What is held about the person who asked for long work: nothing is reported to whoever was erased."""

from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.jobs import Job, JobState
from models.people import Person
from services.ground.holding_types import Erased, FilePart, Leaving, OfPerson
from services.jobs.queue import UNFINISHED


def _jobs(person: Person) -> Any:
    return select(Job).where(Job.person_id == id_of(person)).order_by(col(Job.id))


async def _end_jobs(session: AsyncSession, leaving: Leaving) -> None:
    """Let work go that would report to the person."""
    query = select(Job).where(Job.person_id == leaving.person_id, col(Job.state).in_(UNFINISHED))
    for job in (await session.exec(query)).all():
        job.state, job.finished_at, job.error = JobState.FAILED, leaving.now, leaving.why


PARTS = (FilePart("jobs", _jobs),)
PEOPLE = (OfPerson(col(Job.person_id), "jobs", Erased(_end_jobs)),)
