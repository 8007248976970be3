"""What several people say of one thing counts by when it came in, whoever is served first."""

from datetime import timedelta

import pytest
from sqlmodel import select, update

from models.inbox import InboxUpdate
from models.responses import Answer, Response, ResponseChange
from models.tasks import TaskState, TaskStep
from services.incidents import standings as answers
from services.tasks import orders as tasks
from tests.scenarios.declaring import AN, BINH, declared
from tests.scenarios.tasking import given, the_task
from tests.story import Story, buttons_of, text_of

READY, REMOTE, CANNOT = "✅ Sẵn sàng", "💻 Hỗ trợ từ xa", "⛔ Không thể"


async def tap(story: Story, person: int, button: str, *, seconds: float = 0) -> None:
    """Tap while the bot applies nothing: the tap is stored, and some time passes."""
    await story.world.press(person, story.last_with(person, button)["message_id"], button)
    await hand_over(story, seconds)


async def write(story: Story, person: int, words: str) -> None:
    """Write while the bot applies nothing."""
    await story.world.say(person, words)
    await hand_over(story)


async def hand_over(story: Story, seconds: float = 0) -> None:
    await story.house.poller.poll(wait_seconds=0)
    story.clock.advance(seconds)


async def apply_one_by_one(story: Story) -> None:
    """Apply what waits in no common commit, as what has failed before."""
    for attempts in (1, 0):
        async with story.database.writing() as session:
            await session.exec(update(InboxUpdate).values(attempts=attempts))
        await story.house.dispatcher.drain()


async def the_response(story: Story) -> Response:
    async with story.database.reading() as session:
        return (await session.exec(select(Response))).one()


async def steps(story: Story) -> list[tuple[str, Answer, int | None]]:
    """List the history of the one answer: who said it, what, and how many people come."""
    async with story.database.reading() as session:
        history = await answers.history(session, response=(await session.exec(select(Response))).one())
    return [(step.by.split()[-1], step.answer, step.offered_people) for step in history]


@pytest.mark.parametrize("seconds", [0, 2])
@pytest.mark.parametrize("together", [True, False])
async def test_of_taps_that_waited_the_last_one_counts_though_its_person_is_served_first(
    story: Story, together: bool, seconds: float
) -> None:
    await declared(story)
    for person, button in ((AN, READY), (AN, CANNOT), (BINH, REMOTE)):
        await tap(story, person, button, seconds=seconds)
    if not together:
        await apply_one_by_one(story)

    await story.settle()

    response = await the_response(story)
    assert response.answer is Answer.REMOTE
    assert await steps(story) == [
        ("An", Answer.READY, None),
        ("An", Answer.CANNOT, None),
        ("Bình", Answer.REMOTE, None),
    ]
    for person in (AN, BINH):
        assert f"✔ {REMOTE}" in buttons_of(story.last(person))
        assert "Lê Thị Bình" in text_of(story.last(person))


async def test_a_time_of_arrival_counts_from_the_tap(story: Story) -> None:
    await declared(story)
    tapped_at = story.clock.now()
    await tap(story, AN, "🕐 30 phút", seconds=300)

    await story.settle()

    response = await the_response(story)
    assert (response.answered_at, response.eta_at) == (tapped_at, tapped_at + timedelta(minutes=30))


async def test_an_answer_that_a_wrong_clock_has_dated_ahead_can_be_changed(story: Story) -> None:
    await declared(story)
    await story.press(AN, READY)
    async with story.database.writing() as session:
        ahead = story.clock.now() + timedelta(hours=7)
        response = (await session.exec(select(Response))).one()
        response.answered_at = ahead
        step = (await session.exec(select(ResponseChange))).one()
        step.answered_at = ahead

    await story.press(BINH, CANNOT)

    assert (await the_response(story)).answer is Answer.CANNOT


async def test_of_two_numbers_of_people_the_one_that_came_in_last_counts(story: Story) -> None:
    await declared(story)
    for person, button in ((AN, READY), (AN, "➕ Người"), (BINH, "➕ Người")):
        await story.press(person, button)
    await write(story, AN, "/trogiup")
    await tap(story, AN, "5")
    await tap(story, BINH, "10")

    await story.settle()

    assert (await the_response(story)).offered_people == 10
    assert await steps(story) == [
        ("An", Answer.READY, None),
        ("An", Answer.READY, 5),
        ("Bình", Answer.READY, 10),
    ]


async def test_a_step_of_a_task_that_came_in_earlier_stands_before_the_later_one(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(BINH, "⚠️ Vướng mắc")
    await story.say(BINH, "Thiếu cáp")
    await write(story, AN, "/trogiup")
    await tap(story, AN, "▶️ Bắt đầu")
    await tap(story, BINH, "✔ Xong")

    await story.settle()

    task = await the_task(story)
    assert task.state is TaskState.BLOCKED
    async with story.database.reading() as session:
        history = [(step.step, step.by) for step in await tasks.history(session, task=task)]
    assert history[1:] == [
        (TaskStep.ACKNOWLEDGED, "Nguyễn Văn An"),
        (TaskStep.STARTED, "Nguyễn Văn An"),
        (TaskStep.BLOCKED, "Lê Thị Bình"),
    ]
