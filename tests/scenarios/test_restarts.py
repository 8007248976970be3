"""The bot is restarted before every word and every tap, or ends in the midst of its work: nobody notices."""

import asyncio
import tempfile
from pathlib import Path

import pytest
from sqlmodel import select

from bot.sandbox.traffic.faults import Fault
from handlers.workbooks.writing import WAITING_ROWS
from models.jobs import Job, JobState
from models.members import MemberStatus
from models.people import Person
from models.tasks import TaskState
from tests.scenarios.businesses import SONG_HONG, business
from tests.scenarios.declaring import AN, BINH, PIXEL, small_network
from tests.scenarios.importing import files, send, two_new
from tests.scenarios.tasking import IT, LINE, TELECOM, bind_group, card, cards, given, the_task
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def restarted(story: Story, person: int, *acts: tuple[str, str]) -> None:
    """Let a person say and press one thing after the other, each to a bot that has just started."""
    for verb, words in acts:
        await story.restart()
        await (story.say if verb == "say" else story.press)(person, words)


async def test_a_business_keeps_its_roster_goes_away_and_its_people_withdraw(story: Story) -> None:
    await small_network(story)

    await restarted(
        story,
        AN,
        ("say", "/lichtruc"),
        ("press", "🕐 Giờ trực"),
        ("press", "✏️ Tự đặt từng ngày"),
        ("press", "CN ·"),
        ("press", "nghỉ"),
        ("press", "✔ Lưu giờ trực"),
    )
    assert "T2–T7 cả ngày · CN nghỉ" in story.text(AN)
    await restarted(story, AN, ("say", "/donvi"), ("press", "💤"), ("say", "31/12"), ("press", "💤 Xác nhận tạm vắng"))
    assert (await business(story)).unavailable_until is not None
    await restarted(story, BINH, ("say", "/dulieu"), ("press", "✋ Rút lại"), ("press", "✋ Rút lại"))

    async with story.database.reading() as session:
        names = [person.name for person in await session.exec(select(Person))]
    assert "Nguyễn Văn An" in names
    assert "Lê Thị Bình" not in names


async def test_a_task_is_blocked_sent_back_and_passed_on(story: Story) -> None:
    await given(story)

    await restarted(story, AN, ("press", "✍️ Đã nhận việc"), ("press", "⚠️ Vướng mắc"), ("say", "Thiếu máy hàn"))
    await story.restart()
    await story.world.upload(AN, filename="anh.png", content=PIXEL, mime="image/png", kind="photo")
    await story.settle()
    await restarted(story, AN, ("press", "✔ Xong"))
    assert "💬 Thiếu máy hàn\n📎 1 tệp đính kèm" in text_of(card(story, COORDINATOR))
    await restarted(story, COORDINATOR, ("press", "↩ Trả lại"), ("say", "Mượn máy của đơn vị bạn"))
    assert (await the_task(story)).state is TaskState.ASSIGNED
    await restarted(
        story,
        COORDINATOR,
        ("press", "🔁 Giao đơn vị khác"),
        ("press", IT),
        ("press", "📨 Giao cho"),
        ("press", "🚫 Hủy"),
    )
    await restarted(story, COORDINATOR, ("say", "Đã khắc phục"))

    assert (await the_task(story)).state is TaskState.CANCELLED


async def test_a_list_is_checked_taken_over_and_its_businesses_are_invited(story: Story) -> None:
    await send(story, two_new())

    await restarted(story, COORDINATOR, ("press", "📥 Nhập 2 đơn vị mới"), ("press", "🖨"))

    assert (await business(story, "Công ty số 1 Hà Nội")).status is MemberStatus.INVITED
    assert [one["document"]["file_name"][:11] for one in files(story)] == ["phieu-moi-2"]


async def test_an_export_that_dies_with_the_bot_leaves_nothing_behind_and_is_made_by_the_next_one(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting_rows = tmp_path / "waiting"
    waiting_rows.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(waiting_rows))
    await small_network(story)
    await story.say(COORDINATOR, "/nhapxuat")
    room = story.last_with(COORDINATOR, "📑 Xuất danh bạ")
    await story.world.press(COORDINATOR, room["message_id"], "📑 Xuất danh bạ")
    story.world.faults.add(Fault("429", "sendDocument", seconds=60, times=None))
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()

    working = asyncio.create_task(story.house.jobs.drain())
    while await state_of_job(story) is JobState.WAITING:
        continue
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    story.world.faults.clear()
    assert (await state_of_job(story), files(story)) == (JobState.RUNNING, [])
    assert not list(waiting_rows.iterdir())
    killed_at_once = waiting_rows / f"{WAITING_ROWS}abandoned"
    killed_at_once.mkdir()
    (killed_at_once / "rows").write_text("Nguyễn Văn An")
    await story.restart()
    await story.settle()

    assert len(files(story)) == 1
    assert await state_of_job(story) is JobState.DONE
    assert not list(waiting_rows.iterdir())


async def state_of_job(story: Story) -> JobState:
    async with story.database.reading() as session:
        return (await session.exec(select(Job))).one().state


async def test_a_task_on_its_way_into_a_group_that_becomes_a_supergroup_arrives_there_once(story: Story) -> None:
    await small_network(story)
    group = await bind_group(story, TELECOM, AN, BINH)
    await story.say(COORDINATOR, "/nhiemvu")
    for verb, words in (
        ("press", "➕ Giao nhiệm vụ"),
        ("say", "song hong"),
        ("press", SONG_HONG),
        ("say", LINE),
        ("press", "Trung bình"),
    ):
        await (story.say if verb == "say" else story.press)(COORDINATOR, words)
    story.world.faults.add(Fault("429", "sendMessage", chat_id=group, seconds=2))
    send_it = story.last_with(COORDINATOR, "📨 Giao cho")
    await story.world.press(COORDINATOR, send_it["message_id"], "📨 Giao cho")
    await story.house.poller.poll(wait_seconds=0)
    await story.house.dispatcher.drain()
    await story.house.delivery.drain()

    moved = story.world.migrate_group(group)
    await story.restart()
    await story.pass_time(seconds=15)

    assert (len(cards(story, group)), len(cards(story, moved))) == (0, 1)
    assert "Nhận việc" in await story.press(BINH, "✍️ Đã nhận việc", group=moved)
    assert "Nhận việc – Lê Thị Bình" in text_of(card(story, moved))
    assert "✔ Hoàn thành" in buttons_of(card(story, moved))
