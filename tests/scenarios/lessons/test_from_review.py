"""A lesson is written of what a review found: its words stand in the steps, the incident's code on no reader's card."""

from sqlmodel import select

from models.incidents import Incident, IncidentKind
from models.tlp import Tlp
from tests.scenarios.declaring import CHI
from tests.scenarios.reviews.test_reviews import ended
from tests.story import COORDINATOR, Story


async def reviewed(story: Story) -> None:
    """Let the review of an incident that has ended be written on."""
    await ended(story)
    await story.pass_time(hours=27)
    for part, text in (("Nguyên nhân", "Máy xúc làm đứt cáp"), ("Cần thay đổi", "Cắm mốc tuyến cáp")):
        await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
        await story.press(COORDINATOR, f"✏️ {part}")
        await story.say(COORDINATOR, text)


async def write(story: Story) -> None:
    """Write a lesson of the review and send it."""
    await hand_in(story)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    assert "Rút ra từ SC-2026-0001" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    # It was shared by nobody but the office.
    assert "Đơn vị đã chia sẻ" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)


async def hand_in(story: Story) -> None:
    """Write a lesson of the review, as far as the step that shows all of it."""
    await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
    await story.press(COORDINATOR, "📚 Viết bài học từ đánh giá")
    await story.press(COORDINATOR, "▶ Giữ nguyên")
    await story.say(COORDINATOR, "Cảnh báo mất tín hiệu")
    await story.press(COORDINATOR, "▶ Giữ nguyên")
    await story.press(COORDINATOR, "▶ Không có")
    await story.press(COORDINATOR, "▶ Không có")
    await story.press(COORDINATOR, "TLP:GREEN: ")


async def test_what_a_review_says_stands_in_the_steps_and_goes_to_the_network_without_the_code(story: Story) -> None:
    await reviewed(story)
    await write(story)

    card = story.text(CHI)
    assert card.startswith("TLP:GREEN · 📚 BH-2026-0001\nMất kết nối cáp quang")
    assert "Máy xúc làm đứt cáp" in card
    assert "Cắm mốc tuyến cáp" in card
    assert "SC-2026" not in card


async def test_whoever_hands_it_in_reads_first_which_label_it_will_carry(story: Story) -> None:
    await reviewed(story)
    async with story.database.writing() as session:
        (await session.exec(select(Incident))).one().tlp = Tlp.AMBER
    await hand_in(story)

    assert "Bài học sẽ mang nhãn TLP:AMBER, không phải TLP:GREEN như đã chọn" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gửi bài học")
    assert story.text(COORDINATOR).startswith("TLP:AMBER · 📚 BH-2026-0001")


async def test_a_lesson_of_a_drill_says_so_wherever_it_is_shown(story: Story) -> None:
    await reviewed(story)
    async with story.database.writing() as session:
        (await session.exec(select(Incident))).one().kind = IncidentKind.DRILL
    await write(story)

    assert story.text(CHI).startswith("TLP:GREEN · DIỄN TẬP · 📚 BH-2026-0001")
    await story.say(CHI, "/baihoc")
    assert "DIỄN TẬP · đã gửi" in story.text(CHI)
