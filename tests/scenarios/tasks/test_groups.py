"""A task in the business's own group: its card is there too, and only its representatives answer."""

import pytest

from bot.sandbox.traffic.faults import Fault
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.tasking import IT, TELECOM, bind_group, card, cards, give_alone
from tests.scenarios.tasks.test_ladder import put_on_duty
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of, text_of

OUTSIDER = 301


@scene
async def in_a_group(story: Story) -> int:
    """Give An's business, which has a group with an employee in it, a task; returns the group's chat."""
    await small_network(story)
    story.person(OUTSIDER, "Đỗ Văn Em")
    chat = await bind_group(story, TELECOM, AN, BINH, OUTSIDER)
    await give_alone(story, "song hong", TELECOM, severity="3️⃣ Nghiêm trọng")
    await story.pass_time(seconds=15)
    story.look_away()
    return chat


async def test_the_card_appears_in_the_group_and_is_acknowledged_there_in_one_tap(story: Story) -> None:
    chat = await in_a_group(story)

    said = await story.press(BINH, "✍️ Đã nhận việc", group=chat)

    assert said == "Đã ghi nhận NV-2026-0001: Nhận việc. Xin cảm ơn."
    for where in (chat, AN, BINH, COORDINATOR):
        assert "Nhận việc – Lê Thị Bình, 09:00" in text_of(card(story, where))
    assert story.arrived(chat) == []


async def test_who_is_in_the_group_and_does_not_speak_for_the_business_changes_nothing(story: Story) -> None:
    chat = await in_a_group(story)

    said = await story.press(OUTSIDER, "✍️ Đã nhận việc", group=chat)

    assert TELECOM in said
    assert text_of(card(story, chat)).startswith("🆕 NV-2026-0001 · Chờ nhận việc")


async def test_what_takes_words_is_asked_in_the_private_chat(story: Story) -> None:
    chat = await in_a_group(story)
    await story.press(AN, "✍️ Đã nhận việc", group=chat)

    said = await story.press(AN, "⚠️ Vướng mắc", group=chat)

    assert said.startswith("Bot đã nhắn riêng để hỏi thêm.")
    assert story.arrived(chat) == []
    (question,) = story.arrived(AN)
    assert question.startswith("⚠️ NV-2026-0001 · Đang vướng gì, thiếu gì?")
    await story.say(AN, "Thiếu máy hàn")
    await story.press(AN, "✔ Xong")
    assert text_of(card(story, chat)).startswith("⚠️ NV-2026-0001 · Có vướng mắc")
    assert "💬 Thiếu máy hàn" in text_of(card(story, chat))


async def test_the_group_is_reminded_too(story: Story) -> None:
    chat = await in_a_group(story)

    await story.pass_time(minutes=10)

    (reminder,) = story.arrived(chat)
    assert "🔔 Quý đơn vị chưa xác nhận đã nhận nhiệm vụ giao lúc 09:00" in reminder


async def test_in_a_group_only_the_tasks_of_its_business_are_touched(story: Story) -> None:
    chat = await in_a_group(story)
    await give_alone(story, "hoa sen", IT)
    await story.pass_time(seconds=15)

    said = await story.forge(AN, card(story, chat), "ts:2:acknowledged", group=chat)

    assert said == "Nhiệm vụ này không giao cho đơn vị của Anh/Chị."
    assert text_of(card(story, CHI, "NV-2026-0002")).startswith("🆕 NV-2026-0002 · Chờ nhận việc")
    assert cards(story, chat, "NV-2026-0002") == []


async def test_when_the_task_passes_on_the_group_is_told_and_has_no_buttons_left(story: Story) -> None:
    chat = await in_a_group(story)

    await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
    await story.say(COORDINATOR, "hoa sen")
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")
    await story.pass_time(seconds=15)

    (told,) = story.arrived(chat)
    assert told.startswith("🔁 NV-2026-0001 · Đã giao đơn vị khác")
    assert [buttons_of(one) for one in cards(story, chat)] == [[], []]


@pytest.mark.parametrize("says", ["CHAT_RESTRICTED", "Forbidden?", "have no write access"])
async def test_a_card_that_the_group_does_not_take_reaches_the_primary_contact(story: Story, says: str) -> None:
    await small_network(story)
    chat = await bind_group(story, TELECOM, AN, BINH)
    await put_on_duty(story, BINH, TELECOM)
    story.world.faults.add(Fault("400", "sendMessage", chat_id=chat, says=says))

    await give_alone(story, "song hong", TELECOM, severity="3️⃣ Nghiêm trọng")
    await story.pass_time(seconds=15)

    assert len(cards(story, AN)) == len(cards(story, BINH)) == 1
    assert cards(story, chat) == []
    assert buttons_of(card(story, AN)) == buttons_of(card(story, BINH))


async def test_a_reminder_that_puts_the_bot_out_of_the_group_brings_nobody_a_second_card(story: Story) -> None:
    chat = await in_a_group(story)
    story.world.kick_bot(chat)

    await story.pass_time(minutes=10)

    assert len(cards(story, AN)) == 2
    assert len(cards(story, BINH)) == 2
