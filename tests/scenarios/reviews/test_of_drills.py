"""A planned drill that is over is looked back at in chat: prefilled, asked of those who took part, and marked."""

from tests.scenarios.declaring import AN, CHI, small_network
from tests.scenarios.drills.drilling import plan, write_script
from tests.scenes import scene
from tests.story import COORDINATOR, Story, buttons_of


@scene
async def over(story: Story) -> None:
    """Let a drill be over, of which one business answered the first inject in time."""
    await small_network(story)
    await write_script(story)
    await plan(story)
    await story.pass_time(minutes=61)
    await story.press(AN, "✔ Đã thực hiện")
    for _ in range(5):
        await story.pass_time(minutes=10)
    await story.settle()
    story.look_away()


async def test_it_opens_by_the_clock_and_asks_in_the_morning_marked_as_a_drill(story: Story) -> None:
    await over(story)
    await story.pass_time(hours=3)
    assert story.arrived(COORDINATOR) == story.arrived(AN) == []
    await story.pass_time(hours=21)
    page = story.text(COORDINATOR)
    assert "DIỄN TẬP · DK-2026-0001" in page.partition("\n")[0]
    assert "Anh/Chị phụ trách đánh giá này" in page
    assert "trả lời đúng hạn 1/3, làm đúng yêu cầu 1" in page
    assert "Quá hạn chưa trả lời: 2 lượt" in page
    await story.press(COORDINATOR, "🔬 Chi tiết, sửa")
    assert "✏️ Cách phát hiện" not in buttons_of(story.last(COORDINATOR))
    assert "Kết quả chung" in story.text(COORDINATOR)
    assert "DIỄN TẬP" in story.text(AN).partition("\n")[0]
    assert "cảm ơn Quý đơn vị đã tham gia diễn tập" in story.text(AN)
    assert story.arrived(CHI) == []

    await story.press(AN, "☐ Hữu ích")
    await story.press(AN, "Ghi điều còn thiếu")
    assert "DIỄN TẬP" in story.text(AN).partition("\n")[0]
    await story.say(AN, "Sơ đồ trạm")
    await story.press(COORDINATOR, "📈 Diễn biến")
    assert "Tình huống 2: Ba trạm hết ắc quy. · đúng hạn 0/1" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "💬 Ý kiến (1)")
    assert "Sơ đồ trạm" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "📌 Việc (0)")
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ mới")
    assert "DIỄN TẬP" not in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/huy")
    await story.say(COORDINATOR, "/danhgia DK-2026-0001")
    await story.pass_time(seconds=10)
    for part in ("Điều làm tốt", "Nguyên nhân", "Cần thay đổi"):
        await story.press(COORDINATOR, f"✏️ {part}")
        assert "DIỄN TẬP" in story.text(COORDINATOR).partition("\n")[0]
        await story.say(COORDINATOR, "Như đã bàn")
        await story.pass_time(seconds=10)
    await story.press(COORDINATOR, "📨 Chuyển xem xét")
    await story.press(COORDINATOR, "✔ Hoàn thành đánh giá")
    await story.pass_time(minutes=1)
    assert "sẽ thay đổi: Như đã bàn" in story.text(AN)
    assert "DIỄN TẬP" in story.text(AN).partition("\n")[0]
    await story.press(COORDINATOR, "◀ Đánh giá")
    assert "Đánh giá diễn tập: 1" in story.text(COORDINATOR)


async def test_it_is_opened_from_its_board_or_by_its_code_once_it_is_over(story: Story) -> None:
    await small_network(story)
    await write_script(story)
    await plan(story)
    await story.say(COORDINATOR, "/danhgia dk-2026-0001")
    assert "DK-2026-0001 chưa kết thúc" in story.text(COORDINATOR)
    await story.pass_time(minutes=61)
    for _ in range(5):
        await story.pass_time(minutes=10)
    await story.say(COORDINATOR, "/dientap")
    await story.press(COORDINATOR, "DK-2026-0001")
    await story.press(COORDINATOR, "🔬 Đánh giá sau diễn tập")
    assert "Quá hạn chưa trả lời: 3 lượt" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/language")
    await story.press(COORDINATOR, "English")
    await story.say(COORDINATOR, "/review DK-2026-0001")
    page = story.text(COORDINATOR)
    assert "DRILL · DK-2026-0001 · Review" in page
    assert "Not answered in time: 3" in page
    await story.press(COORDINATOR, "💬 Voices (0)")
