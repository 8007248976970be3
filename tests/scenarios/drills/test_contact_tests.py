"""A contact test as people meet it: two taps to everybody, one tap to confirm, the count that follows."""

from tests.scenarios.declaring import AN, BINH, CHI, declared, small_network
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_two_taps_ask_everybody_and_the_count_follows_each_confirmation(story: Story) -> None:
    await small_network(story)
    story.world.block(CHI)
    await story.say(COORDINATOR, "/lienlac")
    assert "2 đơn vị" in story.text(COORDINATOR)
    story.look_away()

    assert await story.press(COORDINATOR, "📶 Gửi toàn mạng lưới (3 người)") == "📶 Đang gửi KT-2026-0001."
    for person in (AN, BINH):
        (question,) = story.arrived(person)
        assert question.startswith("📶 KIỂM TRA LIÊN LẠC · KT-2026-0001\n")
        assert buttons_of(story.last(person)) == ["✔ Bấm để xác nhận"]
    assert await story.press(AN, "✔ Bấm để xác nhận") == "✔ Đã ghi nhận. Trân trọng cảm ơn Anh/Chị."
    await story.pass_time(minutes=1)

    assert "✔ Anh/Chị đã xác nhận lúc" in story.text(AN)
    assert buttons_of(story.last(AN)) == []
    count = story.text(COORDINATOR)
    assert "🏢 Đơn vị có người xác nhận: 1 / 2" in count
    assert "✔ Người đã xác nhận: 1 / 3 (33%)" in count
    assert "⏳ Chưa xác nhận: 1" in count
    assert "📵 Không liên lạc được: 1" in count
    await story.press(COORDINATOR, "📵 Không liên lạc được (1)")
    assert "1. Phạm Quế Chi (Công nghệ Hoa Sen): đã chặn bot" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Về kết quả")
    assert story.arrived(COORDINATOR) == []
    assert story.arrived(AN) == []


async def test_the_end_takes_the_button_from_whoever_has_not_confirmed(story: Story) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/lienlac")
    await story.press(COORDINATOR, "📶 Gửi toàn mạng lưới")
    await story.press(AN, "✔ Bấm để xác nhận")

    await story.press(COORDINATOR, "🟢 Kết thúc")
    assert "Còn 2 người chưa xác nhận" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🟢 Kết thúc đợt kiểm tra")

    assert "🟢 Đã kết thúc lúc" in story.text(COORDINATOR)
    assert "Đợt kiểm tra đã kết thúc" in text_of(story.last(BINH))
    assert buttons_of(story.last(BINH)) == []
    assert "✔ Anh/Chị đã xác nhận" in story.text(AN)


async def test_whoever_would_test_while_something_is_open_is_told_so_first(story: Story) -> None:
    await declared(story)
    await story.say(COORDINATOR, "/lienlac")

    assert "⚠️ Đang có sự cố mở: SC-2026-0001." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📶 Gửi toàn mạng lưới")
    assert "không có sự cố" not in story.text(AN)
