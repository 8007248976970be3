"""Several processes on one PostgreSQL: nobody is served twice or out of turn, and whoever dies is stood in for."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import asyncpg
import pytest
from sqlalchemy import func
from sqlalchemy.engine import make_url
from sqlmodel import col, select

from bot.base.clock import SystemClock
from bot.base.lock import AlreadyRunning
from bot.base.shared_locks import TROUBLE, Seat, SharedLocks, serving
from bot.engine.assembly import assemble
from bot.sandbox.state.clock import SandboxClock
from bot.sandbox.state.people import TelegramUser as Actor
from bot.sandbox.traffic.faults import Fault
from bot.sandbox.web.server import serve
from bot.telegram.shared_pace import SharedPace
from bot.telegram.throttle import Limits
from bot.telegram.window import Rate
from models.database import Database, opened
from models.inbox import InboxState, InboxUpdate
from models.pace import Pace
from models.responses import Answer, Response
from services.ground import inbox
from services.incidents import standings as answers
from services.outbox import pace
from tests.bot.command_line import end, start
from tests.bot.sandbox.world import World
from tests.network import MORNING
from tests.scenarios.declaring import declared
from tests.story import COORDINATOR, TOKEN, Story, StoryClock

AN, BINH = 201, 202
PATIENCE = 60.0


@asynccontextmanager
async def holder(place: str, *, alone: bool = False) -> AsyncIterator[SharedLocks]:
    """Hold locks as a process does."""
    locks = SharedLocks(place, alone=alone)
    try:
        yield locks
    finally:
        await locks.close()


async def cut_locks(place: str) -> None:
    """Let the server end every connection that holds locks, as when processes die."""
    connection = await asyncpg.connect(make_url(place).set(drivername="postgresql").render_as_string(False))
    await connection.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE application_name = 'san-sang-locks' AND datname = current_database()"
    )
    await connection.close()


async def test_a_lock_is_held_by_one_process_until_it_lets_go(database: Database, place: str) -> None:
    async with holder(place) as one, holder(place) as other:
        assert await one.take([Seat.CLOCK, serving(AN)]) == {Seat.CLOCK, serving(AN)}
        assert await other.take([Seat.CLOCK, serving(AN), serving(BINH)]) == {serving(BINH)}

        await one.let_go([serving(AN)])
        assert await other.take([Seat.CLOCK, serving(AN)]) == {serving(AN)}


async def test_who_dies_is_stood_in_for_at_once(database: Database, place: str) -> None:
    async with holder(place) as one, holder(place) as other:
        await one.take([Seat.POLLER])
        await other.keep()
        await cut_locks(place)
        with pytest.raises(TROUBLE):
            await other.keep()

        assert await other.take([Seat.POLLER]) == {Seat.POLLER}
        with pytest.raises(TROUBLE):
            await one.keep()
        assert await one.take([Seat.POLLER]) == set()


async def test_who_does_everything_stays_alone(database: Database, place: str) -> None:
    async with holder(place) as one, holder(place, alone=True) as everything:
        await one.keep()
        with pytest.raises(AlreadyRunning, match="only one"):
            await everything.keep()
        await one.close()
        await everything.keep()

        with pytest.raises(AlreadyRunning, match="--role all"):
            await one.keep()


async def test_an_update_is_held_by_one_worker_and_later_ones_of_its_sender_wait(
    database: Database, place: str
) -> None:
    updates = [{"update_id": number, "message": {"from": {"id": AN}}} for number in (1, 2)]
    updates.append({"update_id": 3, "message": {"from": {"id": BINH}}})
    async with database.writing() as session:
        await inbox.store(session, updates=updates, now=MORNING)

    async with opened(place) as other:
        async with database.writing_beside_others() as mine, other.writing_beside_others() as theirs:
            assert await inbox.claim(mine, update_ids=[1]) == [1]
            assert await inbox.claim(theirs, update_ids=[1, 2, 3]) == [3]
            assert await inbox.finish(mine, update_ids=[1], now=MORNING) == {1}
        async with other.writing_beside_others() as theirs:
            assert await inbox.claim(theirs, update_ids=[1, 2]) == [2]


@asynccontextmanager
async def second_house(story: Story) -> AsyncIterator[tuple[Story, Story]]:
    """Let a story's people be served by two processes; yields it, as each of them sees it."""
    async with AsyncExitStack() as stack:
        both = []
        for _ in range(2):
            locks = await stack.enter_async_context(holder(story.place))
            database = await stack.enter_async_context(opened(story.place))
            house = await stack.enter_async_context(
                assemble(story.settings, database, clock=story.clock, token=TOKEN, api_url=story.url, locks=locks)
            )
            both.append(Story(story.world, story.clock, story.url, story.settings, house, story.doors))
        yield both[0], both[1]


async def test_while_one_worker_still_speaks_to_a_person_no_other_serves_them(story: Story) -> None:
    story.person(AN, "Người")
    await story.world.say(AN, "/menu")
    await story.world.say(AN, "/trogiup")
    story.world.faults.add(Fault("slow", "sendMessage", chat_id=AN, seconds=2))
    await story.house.poller.poll(wait_seconds=0)

    async with second_house(story) as (one, other):
        assert await one.house.dispatcher.start_waiting() == 1
        assert await other.house.dispatcher.start_waiting() == 0
        await one.house.dispatcher.finish()
        assert await other.house.dispatcher.start_waiting() == 1
        await other.house.dispatcher.finish()

    menu, help_page = story.arrived(AN)
    assert "đăng ký tham gia" in menu
    assert "Trợ giúp" in help_page


async def test_a_storm_is_applied_once_and_in_order_by_two_workers(story: Story) -> None:
    crowd = range(1000, 1010)
    for person in crowd:
        story.person(person, "Người")
    for word in ("/menu", "/trogiup", "/ngonngu"):
        for person in crowd:
            await story.world.say(person, word)
    await story.house.poller.poll(wait_seconds=0)

    async with second_house(story) as (one, other), asyncio.timeout(PATIENCE):
        while await waiting(story):
            await asyncio.gather(one.house.dispatcher.drain(), other.house.dispatcher.drain())

    for person in crowd:
        assert len(story.arrived(person)) == 3
        assert "ngôn ngữ" in story.text(person)


async def test_of_answers_that_two_workers_store_the_one_that_came_in_last_counts(story: Story) -> None:
    await declared(story)
    for person, button in ((AN, "✅ Sẵn sàng"), (AN, "⛔ Không thể"), (BINH, "💻 Hỗ trợ từ xa")):
        await story.world.press(person, story.last_with(person, button)["message_id"], button)
    await story.house.poller.poll(wait_seconds=0)

    async with second_house(story) as (one, other), asyncio.timeout(PATIENCE):
        while await waiting(story):
            await asyncio.gather(one.house.dispatcher.drain(), other.house.dispatcher.drain())

    async with story.database.reading() as session:
        response = (await session.exec(select(Response))).one()
        history = [step.answer for step in await answers.history(session, response=response)]
    assert response.answer is Answer.REMOTE
    assert history == [Answer.READY, Answer.CANNOT, Answer.REMOTE]


async def waiting(story: Story) -> int:
    """Count the updates that are not applied yet."""
    async with story.database.reading() as session:
        stored = select(func.count()).where(col(InboxUpdate.state) == InboxState.STORED)
        return int((await session.exec(stored)).one())


async def send_at_the_pace(pace: SharedPace, clock: SystemClock, moments: list[float], many: int) -> None:
    """Send messages, each when its moment has come, and note when that was."""
    stepping = asyncio.create_task(keep_stepping(pace))
    while len(moments) < many:
        if (wait := pace.wait(clock.now(), many - len(moments))) > timedelta(0):
            await asyncio.sleep(wait.total_seconds())
            continue
        number = pace.depart(len(moments) + 1, clock.now())
        moments.append(asyncio.get_running_loop().time())
        pace.arrive(number, clock.now())
    stepping.cancel()


async def keep_stepping(pace: SharedPace) -> None:
    while True:
        await pace.step()


async def test_two_workers_share_one_limit_and_use_it_up(database: Database, place: str) -> None:
    limits = Limits(overall=Rate(200, timedelta(seconds=1)))
    moments: list[float] = []
    async with opened(place) as other, asyncio.timeout(PATIENCE), asyncio.TaskGroup() as workers:
        for each in (database, other):
            clock = SystemClock()
            workers.create_task(send_at_the_pace(SharedPace(limits, each, clock), clock, moments, 250))

    fullest = max(sum(1 for other in moments if begin <= other < begin + 1) for begin in moments)
    assert fullest <= 200
    assert moments[-1] - moments[0] >= 250 / 200 - 0.2


async def test_words_said_by_a_worker_with_no_place_in_hand_wait_for_one_and_fill_no_window(
    database: Database, place: str
) -> None:
    period = timedelta(seconds=0.4)
    limits = Limits(overall=Rate(80, period))
    moments: list[float] = []
    sends, talks = SystemClock(), SystemClock()
    async with opened(place) as other, asyncio.timeout(PATIENCE), asyncio.TaskGroup() as workers:
        workers.create_task(send_at_the_pace(SharedPace(limits, database, sends), sends, moments, 200))
        workers.create_task(say_at_the_pace(SharedPace(limits, other, talks), talks, moments, 200))

    fullest = max(sum(1 for other in moments if begin <= other < begin + 0.4) for begin in moments)
    assert fullest <= 80


async def say_at_the_pace(pace: SharedPace, clock: SystemClock, moments: list[float], many: int) -> None:
    """Say words to one person after another, and note when they went."""
    stepping = asyncio.create_task(keep_stepping(pace))
    while len(moments) < many:
        async with pace.for_words(len(moments) + 1, clock):
            moments.append(asyncio.get_running_loop().time())
    stepping.cancel()


async def test_places_are_reserved_for_those_in_line_alone(database: Database) -> None:
    clock = StoryClock(MORNING)
    shared = SharedPace(Limits(overall=Rate(10, timedelta(seconds=1))), database, clock)

    shared.wait(clock.now())
    await shared.step()
    (free,) = await reserve(database, pace.PaceOrder(1))
    shared.wait(clock.now(), 1)
    await shared.step()
    (after_one,) = await reserve(database, pace.PaceOrder(1))

    assert await moments_taken(database) == 3
    assert after_one.moment > free.moment + 0.05


async def moments_taken(database: Database) -> int:
    async with database.reading() as session:
        return len((await session.exec(select(col(Pace.moments)))).one() or ())


async def test_two_workers_that_begin_at_once_both_get_their_places(database: Database) -> None:
    one, other = await asyncio.gather(*(reserve(database, pace.PaceOrder(1)) for _ in range(2)))

    assert one[0].moment != other[0].moment


async def test_what_came_is_told_to_the_others_though_nobody_here_waits(database: Database) -> None:
    clock = StoryClock(MORNING)
    shared = SharedPace(Limits(overall=Rate(10, timedelta(seconds=1))), database, clock)
    shared.wait(clock.now(), 1)
    await shared.step()
    clock.at += timedelta(milliseconds=1) + max(timedelta(0), shared.wait(clock.now()))

    shared.arrive(shared.depart(AN, clock.now()), clock.now())
    await shared.step()

    async with database.reading() as session:
        (place,) = (await session.exec(select(col(Pace.moments)))).one() or []
    assert place[1] - place[0] < 0.9


@pytest.mark.parametrize(("ahead", "waits"), [(timedelta(hours=7), False), (timedelta(minutes=1), True)])
async def test_a_shared_pace_that_a_wrong_clock_left_hours_ahead_is_let_go_and_a_pause_is_not(
    database: Database, ahead: timedelta, *, waits: bool
) -> None:
    await reserve(database, pace.PaceOrder(1, pause=ahead))

    async with database.writing() as session:
        await pace.let_go(session)
    (place,) = await reserve(database, pace.PaceOrder(1))

    assert (place.at - MORNING > timedelta(seconds=30)) is waits


async def reserve(database: Database, order: pace.PaceOrder) -> Sequence[pace.PacePlace]:
    """Take places of a limit of ten a second."""
    step = timedelta(milliseconds=10)
    async with database.writing_beside_others() as session:
        second = timedelta(seconds=1)
        return await pace.reserve(session, order=order, most=10, period=second, apart=step, clock=lambda: MORNING)


async def test_moments_that_were_given_back_are_given_out_again_and_unasked_words_take_theirs(
    database: Database,
) -> None:
    given = await reserve(database, pace.PaceOrder(10))
    given_back = [place.moment for place in given[4:6]]

    first, second, third = await reserve(database, pace.PaceOrder(3, unasked=1, unused=given_back))

    assert first.at < MORNING + timedelta(seconds=0.2)
    assert second.moment >= given[0].moment + 1
    assert third.moment >= given[1].moment + 1


async def test_a_place_counts_from_its_answer_on_and_for_a_second_longer_where_none_is_known(
    database: Database,
) -> None:
    given = await reserve(database, pace.PaceOrder(10))
    answered = {place.moment: MORNING for place in given[:4]}

    again = await reserve(database, pace.PaceOrder(6, answered=answered))

    assert all(place.at <= MORNING + timedelta(seconds=1.5) for place in again[:4])
    assert again[4].moment >= given[4].moment + 2
    assert again[5].moment >= given[5].moment + 2


async def test_the_processes_of_a_service_answer_and_stand_in_for_one_that_is_killed(
    database: Database, place: str, tmp_path: Path
) -> None:
    await database.close()
    world = World(token=TOKEN, clock=SandboxClock())
    world.add_people([Actor(id=COORDINATOR, first_name="Hạ", started=True)])
    async with serve(world, port=0) as url, running(tmp_path, place, url) as processes:
        await world.say(COORDINATOR, "/menu")
        await answered(world, url, 1)

        for role in ("ingress", "worker", "clock"):
            processes[role].kill()
            await processes[role].wait()
        await world.say(COORDINATOR, "/trogiup")
        await answered(world, url, 2)

        refused = await end(await start(tmp_path, "run", **surroundings(place, url)))
        assert refused.code == 1
        assert "only one may have --role all" in refused.complained


def surroundings(place: str, url: str) -> dict[str, str]:
    return {"BOT_TOKEN": TOKEN, "BOT_API_URL": url, "DATABASE_URL": place, "OWNER_IDS": str(COORDINATOR)}


@asynccontextmanager
async def running(folder: Path, place: str, url: str) -> AsyncIterator[dict[str, asyncio.subprocess.Process]]:
    """Run two processes of each role; yields the first of each, which holds what one alone may do."""
    first: dict[str, asyncio.subprocess.Process] = {}
    started = []
    try:
        for role in ("ingress", "worker", "clock") * 2:
            process = await start(folder, "run", "--role", role, **surroundings(place, url))
            started.append(process)
            first.setdefault(role, process)
            assert process.stdout is not None
            async with asyncio.timeout(PATIENCE):
                line = (await process.stdout.readline()).decode()
            assert f"({role})" in line, (await end(process)).complained
        yield first
        for process in started:
            if process.returncode is None:
                process.terminate()
                assert (await end(process)).code == 0
    finally:
        for process in started:
            if process.returncode is None:
                process.kill()
                await process.wait()


async def answered(world: World, url: str, many: int) -> None:
    """Wait until the bot has sent so many messages to the coordinator."""
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession(url) as web, web.get("/sandbox/events") as events:
        while sum(message["from"]["is_bot"] for message in world.messages(COORDINATOR)) < many:
            await events.content.readline()
