"""No word after the alert is lost in silence: it comes once more where nobody knows, and is taken back everywhere."""

import pytest

from bot.sandbox.traffic.faults import Fault, Kind
from services.outbox.deliveries import REPEAT_AFTER
from tests.scenarios.corrections.test_mending import offer
from tests.scenarios.declaring import AN, CHI, declared
from tests.scenarios.operations.test_operations import in_topic, with_topic
from tests.scenarios.updates.test_updates import write
from tests.story import COORDINATOR, Story, text_of

AGAIN = "↻"


def lose(story: Story, kind: Kind, who: int, *, times: int | None = 1) -> None:
    """Let nobody know what becomes of the next messages to somebody."""
    story.world.faults.add(Fault(kind, "sendMessage", chat_id=who, times=times))


async def minutes(story: Story, count: int) -> None:
    """Let minutes pass, one by one."""
    for _ in range(count):
        await story.pass_time(minutes=1)


async def open_tally(story: Story) -> None:
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")


async def say_unchanged(story: Story) -> None:
    await open_tally(story)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Chưa có gì mới")


def said_to(story: Story, who: int, words: str) -> list[str]:
    """Give the messages of a chat that say something."""
    return [text_of(one) for one in story.chat(who) if words in text_of(one)]


@pytest.mark.parametrize("kind", ["drop_before", "502", "500"])
async def test_an_update_whose_fate_is_unknown_is_sent_once_more_and_says_so(story: Story, kind: Kind) -> None:
    await declared(story)
    await write(story, "Đổi mật khẩu")
    lose(story, kind, CHI)

    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await minutes(story, 3)

    (update,) = said_to(story, CHI, "Đổi mật khẩu")
    assert update.startswith(AGAIN)
    assert AGAIN not in said_to(story, AN, "Đổi mật khẩu")[0]


async def test_what_stays_uncertain_is_named_among_those_who_have_not_got_it(story: Story) -> None:
    await declared(story)
    await write(story, "Đổi mật khẩu")
    lose(story, "drop_before", CHI, times=None)

    await story.press(COORDINATOR, "📨 Gửi tới 3 người")
    await minutes(story, int(sum(rest.total_seconds() for rest in REPEAT_AFTER) // 60) + 2)
    await open_tally(story)
    await story.press(COORDINATOR, "❌ Chưa nhận")

    assert "Phạm Quế Chi" in story.text(COORDINATOR)
    assert "chưa rõ đã tới nơi hay chưa" in story.text(COORDINATOR)
    assert "cập nhật" in story.text(COORDINATOR)


async def test_a_correction_whose_fate_is_unknown_is_told_once_more(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await offer(story, "✏️ Sửa nội dung")
    await story.press(COORDINATOR, "Tiêu đề")
    await story.say(COORDINATOR, "Đứt cáp tại Ba Vì")
    await story.press(COORDINATOR, "▶️ Xem trước")
    story.look_away()
    lose(story, "502", AN)

    await story.press(COORDINATOR, "✏️ Sửa thẻ của")
    await minutes(story, 3)

    (told,) = [one for one in story.arrived(AN) if "Đã sửa lúc" in one]
    assert told.startswith(AGAIN)


async def test_what_was_taken_back_is_not_sent_again_and_who_may_have_got_it_is_told_so(story: Story) -> None:
    await declared(story)
    lose(story, "drop_after", CHI, times=2)
    await say_unchanged(story)
    copies = len(said_to(story, CHI, "Chưa có diễn biến mới."))
    assert copies

    await story.press(COORDINATOR, "↩ Thu lại")
    answer = story.text(COORDINATOR)
    await minutes(story, 3)

    assert len(said_to(story, CHI, "Chưa có diễn biến mới.")) == copies
    assert len(said_to(story, CHI, "↩ Tin này đã được thu lại.")) == 1
    assert any("Chưa rõ đã tới hay chưa: 1 nơi" in text_of(one) for one in story.chat(COORDINATOR)), answer


async def test_a_taken_back_update_is_edited_in_the_topic_too(story: Story) -> None:
    group, thread = await with_topic(story)
    await say_unchanged(story)
    await story.pass_time(seconds=20)
    assert any("Chưa có diễn biến mới." in text_of(one) for one in in_topic(story, group, thread))

    await story.press(COORDINATOR, "↩ Thu lại")
    await minutes(story, 1)

    assert not any("Chưa có diễn biến mới." in text_of(one) for one in in_topic(story, group, thread))
    assert any("↩ Tin này đã được thu lại." in text_of(one) for one in in_topic(story, group, thread))
