"""Jobs: one after another, done again after a crash, given up after three attempts."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from models.jobs import Job, JobKind, JobState
from models.people import Person, Role
from services.jobs import queue as jobs
from services.jobs.queue import JobUnderWay, JobUnknown
from tests import network
from tests.services.cast import told


@pytest.fixture
async def asker(session: AsyncSession) -> Person:
    return await network.person(session, 9001, "Đoàn Thị Hạ", role=Role.OWNER)


async def ask(session: AsyncSession, person: Person, now: datetime, kind: JobKind = JobKind.EXPORT_ROSTER) -> Job:
    return await jobs.ask(session, kind=kind, person=person, asked={}, now=now)


async def test_jobs_are_taken_in_the_order_in_which_they_were_asked_for(
    session: AsyncSession, asker: Person, now: datetime
) -> None:
    first, second = await ask(session, asker, now), await ask(session, asker, now, JobKind.EXPORT_TASKS)
    assert await jobs.ahead_of(session, job=second) == 1

    taken = [await jobs.claim(session), await jobs.claim(session), await jobs.claim(session)]

    assert taken == [first, second, None]
    assert (first.state, first.attempts) == (JobState.RUNNING, 1)
    assert not await jobs.anything_waiting(session)


async def test_the_same_is_asked_for_once_until_it_is_done(session: AsyncSession, asker: Person, now: datetime) -> None:
    job = await ask(session, asker, now)
    with pytest.raises(JobUnderWay):
        await ask(session, asker, now)
    await jobs.claim(session)
    with pytest.raises(JobUnderWay):
        await ask(session, asker, now)

    await jobs.finish(session, job_id=id_of(job), now=now)

    assert await jobs.ahead_of(session, job=await ask(session, asker, now)) == 0


async def test_another_person_may_ask_for_the_same(session: AsyncSession, asker: Person, now: datetime) -> None:
    other = await network.person(session, 9002, "Vũ Văn Khoa", role=Role.COORDINATOR)
    await ask(session, asker, now)

    assert await ask(session, other, now)


async def test_a_job_belongs_to_who_asked_for_it(session: AsyncSession, asker: Person, now: datetime) -> None:
    other = await network.person(session, 9002, "Vũ Văn Khoa", role=Role.COORDINATOR)
    job = await ask(session, asker, now)

    assert await jobs.of_person(session, job_id=id_of(job), person=asker) is job
    with pytest.raises(JobUnknown):
        await jobs.of_person(session, job_id=id_of(job), person=other)
    with pytest.raises(JobUnknown):
        await jobs.of_person(session, job_id=99, person=asker)


async def test_a_job_that_a_crash_interrupted_waits_again_and_counts_as_an_attempt(
    session: AsyncSession, asker: Person, now: datetime
) -> None:
    job = await ask(session, asker, now)
    await jobs.claim(session)

    assert await jobs.recover(session, now=now) == []

    assert (job.state, job.attempts) == (JobState.WAITING, 1)


async def test_a_job_that_ended_three_runs_is_not_begun_a_fourth_time(
    session: AsyncSession, asker: Person, now: datetime
) -> None:
    job = await ask(session, asker, now)

    for _ in range(3):
        given_up = [*await jobs.recover(session, now=now)]
        assert await jobs.claim(session) is job
        assert given_up == []

    assert await jobs.recover(session, now=now) == [job]
    assert await jobs.claim(session) is None
    assert (job.state, job.finished_at) == (JobState.FAILED, now)
    assert await told(session, BroadcastKind.TROUBLE) == [asker.id]


async def test_an_orderly_end_is_no_attempt(session: AsyncSession, asker: Person, now: datetime) -> None:
    job = await ask(session, asker, now)
    await jobs.claim(session)

    await jobs.put_back(session, job_id=id_of(job))

    assert (job.state, job.attempts) == (JobState.WAITING, 0)


async def test_a_job_is_given_up_after_three_attempts_and_the_owners_are_told(
    session: AsyncSession, asker: Person, now: datetime
) -> None:
    job = await ask(session, asker, now)

    given_up = []
    for _ in range(3):
        await jobs.claim(session)
        given_up.append(await jobs.fail(session, job_id=id_of(job), error="x" * 900, now=now))

    assert given_up == [False, False, True]
    assert (job.state, job.finished_at, job.error) == (JobState.FAILED, now, "x" * 500)
    assert await told(session, BroadcastKind.TROUBLE) == [asker.id]
    (broadcast,) = (await session.exec(select(Broadcast))).all()
    assert broadcast.details == {"is": "job", "job_id": job.id}


async def test_what_a_job_found_is_added_to_and_stored(session: AsyncSession, asker: Person, now: datetime) -> None:
    job = await ask(session, asker, now)

    await jobs.keep(session, job_id=id_of(job), new=1)
    await jobs.keep(session, job_id=id_of(job), updated=2)
    await session.flush()
    await session.refresh(job)

    assert job.found == {"new": 1, "updated": 2}


async def test_jobs_are_forgotten_after_a_month_with_what_they_found(
    session: AsyncSession, asker: Person, now: datetime
) -> None:
    old, waiting = await ask(session, asker, now), await ask(session, asker, now, JobKind.EXPORT_TASKS)
    await jobs.finish(session, job_id=id_of(old), now=now)

    await jobs.forget_old(session, now=now + timedelta(days=29))
    assert len((await session.exec(select(Job))).all()) == 2
    await jobs.forget_old(session, now=now + timedelta(days=31))

    assert [job.id for job in await session.exec(select(Job))] == [waiting.id]
