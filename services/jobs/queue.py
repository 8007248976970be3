"""Jobs: long work that somebody asked for, taken one at a time, done again after a crash, given up after three."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.jobs import Job, JobKind, JobState
from models.people import Person
from services.ground.refusals import Refusal
from services.jobs.kinds import JOB_TROUBLE, GivenUp
from services.outbox import broadcasts
from services.people import accounts

MOST_ATTEMPTS = 3
LONGEST_ERROR = 500
# What a job found may hold names of businesses and what is known of them: it is kept while it can be of use.
KEEP = timedelta(days=30)
UNFINISHED = (JobState.WAITING, JobState.RUNNING)
# Made once: it is asked twice a second and after whatever happens.
ANY_WAITING = select(Job.id).where(Job.state == JobState.WAITING).limit(1)


class JobUnknown(Refusal):
    """There is no such job, or it is somebody else's."""


class JobUnderWay(Refusal):
    """The same person has asked for the same, and it is not done yet."""


async def ask(session: AsyncSession, *, kind: JobKind, person: Person, asked: Mapping[str, Any], now: datetime) -> Job:
    """Store what is to be done; raises JobUnderWay when it waits or runs already."""
    mine = select(Job).where(Job.kind == kind, Job.person_id == id_of(person), col(Job.state).in_(UNFINISHED))
    if any(job.asked == asked for job in await session.exec(mine)):
        raise JobUnderWay
    job = Job(kind=kind, state=JobState.WAITING, person_id=id_of(person), asked=dict(asked), asked_at=now)
    session.add(job)
    await session.flush()
    return job


async def ahead_of(session: AsyncSession, *, job: Job) -> int:
    """Count the jobs that are done before this one."""
    query = select(func.count()).where(col(Job.state).in_(UNFINISHED), col(Job.id) < id_of(job))
    return (await session.exec(query)).one()


async def of_person(session: AsyncSession, *, job_id: int, person: Person) -> Job:
    """Find a person's own job; raises JobUnknown."""
    job = await session.get(Job, job_id)
    if job is None or job.person_id != person.id:
        raise JobUnknown
    return job


async def recover(session: AsyncSession, *, now: datetime) -> Sequence[Job]:
    """Let the jobs wait again during which an earlier run ended; each counts as an attempt.

    What has had its attempts is given up, for it may be what ended them all; returns those jobs.
    """
    interrupted = (await session.exec(select(Job).where(Job.state == JobState.RUNNING))).all()
    for job in interrupted:
        job.state = JobState.WAITING
    over = [job for job in interrupted if job.attempts >= MOST_ATTEMPTS]
    for job in over:
        await _give_up(session, job, error=job.error or "the process ended in the midst of it", now=now)
    return over


async def anything_waiting(session: AsyncSession) -> bool:
    """Tell whether there is work."""
    return (await session.exec(ANY_WAITING)).first() is not None


async def claim(session: AsyncSession) -> Job | None:
    """Take the job that has waited longest."""
    job = (await session.exec(select(Job).where(Job.state == JobState.WAITING).order_by(col(Job.id)).limit(1))).first()
    if job is not None:
        job.state = JobState.RUNNING
        job.attempts += 1
    return job


async def keep_message(session: AsyncSession, *, job_id: int, message_id: int | None) -> None:
    """Keep in which message progress is told."""
    await session.exec(update(Job).where(col(Job.id) == job_id).values(message_id=message_id))


async def keep(session: AsyncSession, *, job_id: int, **found: Any) -> Job:
    """Add to what a job found so far, in the transaction that made it true."""
    job = await session.get_one(Job, job_id)
    # A new dictionary: a change inside the old one would not be noticed and never stored.
    job.found = {**job.found, **found}
    return job


async def finish(session: AsyncSession, *, job_id: int, now: datetime) -> None:
    """Keep that a job is done."""
    job = await session.get_one(Job, job_id)
    job.state, job.finished_at, job.error = JobState.DONE, now, None


async def put_back(session: AsyncSession, *, job_id: int) -> None:
    """Let a job wait again that was interrupted by an orderly end: that is no failure."""
    job = await session.get_one(Job, job_id)
    job.state = JobState.WAITING
    job.attempts -= 1


async def fail(session: AsyncSession, *, job_id: int, error: str, now: datetime) -> bool:
    """Count a failure; after the third the job is given up, and the owners are told. Tell whether it is."""
    job = await session.get_one(Job, job_id)
    job.error = error[:LONGEST_ERROR]
    if job.attempts < MOST_ATTEMPTS:
        job.state = JobState.WAITING
        return False
    await _give_up(session, job, error=job.error, now=now)
    return True


async def _give_up(session: AsyncSession, job: Job, *, error: str, now: datetime) -> None:
    job.state, job.finished_at, job.error = JobState.FAILED, now, error
    owners = [id_of(person) for person in await accounts.owners(session)]
    await broadcasts.queue(session, kind=JOB_TROUBLE, people=owners, details=GivenUp(id_of(job)), now=now)


async def drop(session: AsyncSession, *, job_id: int, reason: str, now: datetime) -> None:
    """Give a job up without another attempt: its person may not have it, or cannot be told."""
    job = await session.get_one(Job, job_id)
    job.state, job.finished_at, job.error = JobState.FAILED, now, reason[:LONGEST_ERROR]


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete jobs that were done a month ago, and with them what they found."""
    await session.exec(delete(Job).where(col(Job.finished_at) < now - KEEP))
