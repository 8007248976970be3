"""On site and gone: one tap each on a member's own card, and coordinators see who is there now."""

from tests.scenarios.declaring import AN, BINH, CHI, declared
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_a_member_comes_shares_a_place_and_goes_and_the_tally_counts_who_is_there_now(story: Story) -> None:
    await declared(story)
    assert "🦺 Đã có mặt" not in buttons_of(story.last(AN))
    await story.press(AN, "🕐 30 phút")
    await story.press(CHI, "💻 Hỗ trợ từ xa")
    assert "🦺 Đã có mặt" not in buttons_of(story.last(CHI))
    await story.pass_time(minutes=25)
    story.look_away()

    said = await story.press(AN, "🦺 Đã có mặt")
    assert said.startswith("Đã ghi nhận: có mặt lúc 09:25.")
    for colleague in (AN, BINH):
        assert "🦺 Có mặt tại hiện trường từ 09:25" in story.text(colleague)
        assert "👋 Đã rút" in buttons_of(story.last(colleague))
    await story.world.share_place(AN, 21.0285, 105.8542)
    await story.pass_time(seconds=4)
    assert story.text(AN) == "📍 Đã ghi nhận vị trí của Quý đơn vị cho SC-2026-0001."
    assert "🦺 Tại hiện trường: 1 đơn vị" in text_of(story.last_with(COORDINATOR, "⋯ Việc khác"))
    assert story.arrived(CHI) == []

    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🦺 Hiện trường (1)")
    assert "1. Viễn thông Sông Hồng – từ 09:25 (Nguyễn Văn An)" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📍 Xem 1 vị trí đã gửi")
    place = next(message for message in story.chat(COORDINATOR) if "location" in message)
    assert place["location"] == {"latitude": 21.0285, "longitude": 105.8542}

    said = await story.press(BINH, "👋 Đã rút")
    assert said.startswith("Đã ghi nhận: rút khỏi hiện trường lúc 09:25.")
    await story.press(COORDINATOR, "◀ Bảng tổng hợp", message=story.last_with(COORDINATOR, "📍 Xem"))
    assert "🦺 Tại hiện trường" not in text_of(story.last_with(COORDINATOR, "⋯ Việc khác"))
    assert "👋 Đã rút: 1" in text_of(story.last_with(COORDINATOR, "⋯ Việc khác"))
    card = story.last_with(AN, "🦺 Có mặt lại")
    assert "👋 Đã rút lúc 09:25 (có mặt từ 09:25)" in text_of(card)
    await story.press(AN, "🦺 Có mặt lại")
    await story.pass_time(seconds=4)
    tally = text_of(story.last_with(COORDINATOR, "⋯ Việc khác"))
    assert ("🦺 Tại hiện trường: 1 đơn vị" in tally, "👋" in tally) == (True, False)
    assert "👋 Đã rút" in buttons_of(story.last_with(AN, "👋 Đã rút"))


async def test_a_place_sent_after_the_word_on_site_goes_to_the_presence_though_a_report_is_half_written(
    story: Story,
) -> None:
    await declared(story)
    await story.press(AN, "🕐 30 phút")
    await story.say(AN, "/baocao Cột bị nghiêng")
    await story.pass_time(seconds=30)
    await story.press(AN, "🦺 Đã có mặt", message=story.last_with(AN, "🦺 Đã có mặt"))

    await story.world.share_place(AN, 21.0285, 105.8542)
    await story.settle()
    assert story.text(AN) == "📍 Đã ghi nhận vị trí của Quý đơn vị cho SC-2026-0001."

    await story.pass_time(seconds=30)
    await story.press(AN, "Dấu hiệu khác", message=story.last_with(AN, "Dấu hiệu khác"))
    await story.world.share_place(AN, 21.0285, 105.8542)
    await story.settle()
    assert "📎 Kèm" in story.text(AN)
