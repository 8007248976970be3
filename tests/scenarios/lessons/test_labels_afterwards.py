"""A lesson goes no further than the incident from which it was learnt, whether it waits or went out long ago."""

import pytest

from handlers.lessons.taps import LessonAnswerTap, LessonCopyTap, LessonReach, LessonSendTap, LessonTap
from models.lessons import LessonVerdict
from models.tlp import Tlp
from tests.scenarios.declaring import AN, BINH, CHI
from tests.scenarios.grouping import bind
from tests.scenarios.honours.test_labels_afterwards import relabel
from tests.scenarios.lessons.test_from_review import hand_in, reviewed, write
from tests.story import COORDINATOR, Json, Story, buttons_of, text_of

SENDS = LessonSendTap(1, LessonReach.ALL, 0).pack()
LOCKED = "🔒 BH-2026-0001 · TLP:RED"
CARD = "TLP:GREEN · 📚 BH-2026-0001"


async def sent(story: Story) -> None:
    """Let a lesson of a review go to the whole network."""
    await reviewed(story)
    await write(story)


def card_of(story: Story, person: int) -> Json:
    """Give the message that brought the lesson to a person or a group, whatever it says now."""
    return next(one for one in story.chat(person)[::-1] if "BH-2026-0001" in text_of(one))


async def open_page(story: Story) -> str:
    """Let the coordinator open the lesson from the list; return what the page says."""
    await story.say(COORDINATOR, "/baihoc")
    await story.press(COORDINATOR, "BH-2026-0001", message=story.last(COORDINATOR))
    return story.text(COORDINATOR)


async def test_a_lesson_that_waits_is_not_sent_any_more_once_its_incident_is_for_named_people(story: Story) -> None:
    await reviewed(story)
    await hand_in(story)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    story.look_away()
    await relabel(story, Tlp.RED)

    page = await open_page(story)
    assert page.startswith("TLP:RED · 📚 BH-2026-0001")
    assert (
        "Rút ra từ SC-2026-0001, nay mang nhãn TLP:RED: bài học theo nhãn đó, không còn TLP:GREEN như đã chọn" in page
    )
    said = await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    assert "chỉ dành cho người được nêu tên" in said
    assert "Đơn vị đã chia sẻ" not in said
    assert "chỉ dành cho người được nêu tên" in await story.forge(COORDINATOR, story.last(COORDINATOR), SENDS)
    await story.pass_time(minutes=1)
    assert story.arrived(CHI) == story.arrived(AN) == []


async def test_a_lesson_that_waits_gets_back_the_label_that_was_chosen_and_none_wider(story: Story) -> None:
    await reviewed(story)
    await hand_in(story)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    for label, shown in ((Tlp.AMBER, "TLP:AMBER"), (Tlp.CLEAR, "TLP:GREEN"), (Tlp.AMBER_STRICT, "TLP:AMBER+STRICT")):
        await relabel(story, label)
        await open_page(story)
        await story.press(COORDINATOR, "▶ Xem trước khi gửi")
        assert f"▪ {shown}: " in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)

    assert text_of(card_of(story, CHI)).startswith("TLP:AMBER+STRICT · 📚 BH-2026-0001")
    assert card_of(story, CHI).get("has_protected_content")


async def test_a_label_chosen_while_the_incident_is_for_fewer_waits_until_the_incident_is_for_more(
    story: Story,
) -> None:
    await reviewed(story)
    await hand_in(story)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    await relabel(story, Tlp.AMBER)
    await open_page(story)
    await story.press(COORDINATOR, "✏️ Nhãn TLP")
    await story.press(COORDINATOR, "TLP:CLEAR: ")
    assert story.text(COORDINATOR).startswith("TLP:AMBER · 📚 BH-2026-0001")
    assert "không còn TLP:CLEAR như đã chọn" in story.text(COORDINATOR)

    await relabel(story, Tlp.CLEAR)
    assert (await open_page(story)).startswith("TLP:CLEAR · 📚 BH-2026-0001")


async def test_what_went_out_is_locked_for_whoever_is_not_named_and_comes_back_with_a_wider_label(
    story: Story,
) -> None:
    await sent(story)
    cards = {one: card_of(story, one)["message_id"] for one in (AN, BINH, CHI)}
    await relabel(story, Tlp.RED, without=CHI)

    assert {one: card_of(story, one)["message_id"] for one in (AN, BINH, CHI)} == cards
    locked = card_of(story, CHI)
    assert text_of(locked).startswith(LOCKED)
    assert buttons_of(locked) == []
    assert not any("Máy xúc làm đứt cáp" in text_of(one) for one in story.chat(CHI))
    assert text_of(card_of(story, AN)).startswith("TLP:RED · 📚 BH-2026-0001")
    assert "Đã áp dụng" in buttons_of(card_of(story, AN))
    assert "chỉ những người được nêu tên còn đọc được" in await open_page(story)

    await relabel(story, Tlp.GREEN)
    assert text_of(card_of(story, CHI)).startswith(CARD)
    assert "Máy xúc làm đứt cáp" in text_of(card_of(story, CHI))


async def test_whoever_is_left_out_neither_answers_nor_opens_nor_finds_it_and_who_is_named_does(story: Story) -> None:
    await sent(story)
    await relabel(story, Tlp.RED, without=CHI)

    locked = card_of(story, CHI)
    for data in (LessonAnswerTap(1, LessonVerdict.HELP), LessonTap(1), LessonCopyTap(1)):
        assert "nay chỉ dành cho những người nhận được nêu tên" in await story.forge(CHI, locked, data.pack())
    story.look_away()
    await story.world.say(CHI, "đã áp dụng", reply_to=locked["message_id"])
    await story.settle()
    assert "nay chỉ dành cho những người nhận được nêu tên" in story.text(CHI)
    await story.world.say(CHI, "Bản vá nào vậy?", reply_to=locked["message_id"])
    await story.pass_time(minutes=1)
    assert "Mất kết nối cáp quang" not in "".join(story.arrived(CHI))
    for words in ("/baihoc", "/baihoc máy xúc"):
        await story.say(CHI, words)
        assert "BH-2026-0001" not in story.text(CHI)

    await story.press(AN, "Đã áp dụng", message=card_of(story, AN))
    await story.pass_time(minutes=1)
    assert "Viễn thông Sông Hồng: đã áp dụng (Nguyễn Văn An" in text_of(card_of(story, AN))
    await story.say(AN, "/baihoc")
    assert "TLP:RED" in story.text(AN)
    assert "BH-2026-0001" in story.text(AN)


async def test_a_group_reads_nothing_more_of_it_even_through_somebody_who_is_named(story: Story) -> None:
    await reviewed(story)
    group = await bind(story, AN, "Trực ban Sông Hồng", BINH)
    await write(story)
    await relabel(story, Tlp.RED)

    locked = card_of(story, group)
    assert text_of(locked).startswith(LOCKED)
    for data in (LessonAnswerTap(1, LessonVerdict.APPLIED), LessonCopyTap(1)):
        said = await story.forge(AN, locked, data.pack(), group=group)
        assert "nay chỉ dành cho những người nhận được nêu tên" in said


async def test_whoever_has_said_nothing_yet_is_not_reminded_of_what_is_for_others(story: Story) -> None:
    await sent(story)
    await relabel(story, Tlp.RED, without=CHI)
    story.look_away()
    await story.pass_time(days=4)

    assert not any("BH-2026-0001" in one for one in story.arrived(CHI))
    assert any("BH-2026-0001" in one for one in story.arrived(AN))


async def test_whoever_is_asked_whether_it_may_name_them_reads_no_sentence_of_it_any_more(story: Story) -> None:
    await reviewed(story)
    await hand_in(story)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    await story.press(COORDINATOR, "✏️ Việc nên làm")
    await story.say(COORDINATOR, "Hỏi Công nghệ Hoa Sen về mốc tuyến cáp.")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.press(COORDINATOR, "Hỏi các đơn vị này")
    await story.pass_time(minutes=1)
    assert "về mốc tuyến cáp" in story.text(CHI)
    await relabel(story, Tlp.RED, without=CHI)

    assert "về mốc tuyến cáp" not in story.text(CHI)
    await story.press(CHI, "Không đồng ý")
    assert "Đã ghi nhận: không đồng ý" in story.text(CHI)
    assert "về mốc tuyến cáp" not in story.text(CHI)


async def opened(story: Story) -> None:
    """Let a lesson go to one business's sector alone, and let another open it from the list."""
    await reviewed(story)
    await hand_in(story)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.press(COORDINATOR, "📨 Viễn thông")
    await story.pass_time(minutes=1)
    await story.say(CHI, "/baihoc")
    await story.press(CHI, "BH-2026-0001", message=story.last(CHI))
    assert story.text(CHI).startswith(CARD)


@pytest.mark.parametrize("label", [Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED])
async def test_a_page_that_somebody_opened_is_locked_once_it_is_for_those_alone_whom_it_was_sent_to(
    story: Story, label: Tlp
) -> None:
    await opened(story)
    await relabel(story, label, without=CHI if label is Tlp.RED else None)

    assert text_of(card_of(story, CHI)).startswith("🔒 BH-2026-0001")
    assert not any("Máy xúc làm đứt cáp" in text_of(one) for one in story.chat(CHI))

    await relabel(story, Tlp.GREEN)
    assert "Máy xúc làm đứt cáp" in text_of(card_of(story, CHI))


async def test_a_page_that_was_opened_by_a_link_is_locked_as_well(story: Story) -> None:
    await opened(story)
    await story.say(CHI, "/start l-1")
    await story.settle()
    assert story.text(CHI).startswith(CARD)
    await relabel(story, Tlp.AMBER_STRICT)

    assert not any("Máy xúc làm đứt cáp" in text_of(one) for one in story.chat(CHI))
