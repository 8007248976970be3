"""Whoever comes late, or has lost the card, has its buttons again; and the menu begins with what is open."""

from sqlmodel import col, update

from models.broadcasts import Delivery, DeliveryState
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_whoever_unblocks_the_bot_gets_the_alert_once_is_reminded_and_the_tally_follows(story: Story) -> None:
    await small_network(story)
    story.world.block(CHI)
    await declare(story)
    await story.pass_time(seconds=4)
    assert "📵 Không liên lạc được: 1" in story.text(COORDINATOR)
    assert story.arrived(CHI) == []

    story.world.unblock(CHI)
    await story.say(CHI, "/start")
    await story.pass_time(seconds=4)

    cards = [text for text in story.arrived(CHI) if "Mất kết nối cáp quang" in text and "Đang mở" not in text]
    assert len(cards) == 1
    assert "✅ Sẵn sàng" in buttons_of(story.last(CHI))
    assert "📵 Không liên lạc được: 0" in story.text(COORDINATOR)
    await story.pass_time(minutes=5)
    (reminder,) = story.arrived(CHI)
    assert reminder.startswith("🔴 SC-2026-0001")


async def test_the_details_lead_to_the_card_anew_and_the_old_one_loses_its_buttons(story: Story) -> None:
    await declared(story)
    first = story.last(AN)
    await story.press(AN, "ℹ️ Xem chi tiết")

    said = await story.press(AN, "↩️ Về thẻ trả lời")

    assert said == "Thẻ trả lời được gửi lại ở cuối cuộc trò chuyện."
    old = next(one for one in story.chat(AN) if one["message_id"] == first["message_id"])
    assert buttons_of(old) == []
    assert "Thẻ này đã được gửi lại ở dưới" in text_of(old)
    new = story.last(AN)
    assert new["message_id"] > first["message_id"]
    await story.press(AN, "✅ Sẵn sàng", message=new)
    assert "✔ ✅ Sẵn sàng" in buttons_of(story.last(AN))
    assert "✔ ✅ Sẵn sàng" in buttons_of(story.last(BINH))
    await story.pass_time(seconds=4)
    assert "✅ Sẵn sàng: 1 (50%)" in story.text(COORDINATOR)


async def test_the_list_leads_to_the_card_and_what_is_over_to_its_details(story: Story) -> None:
    await declared(story)
    await story.say(CHI, "/tinhhinh")
    await story.press(CHI, "🔴 SC-2026-0001")
    assert "✅ Sẵn sàng" in buttons_of(story.last(CHI))

    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khắc phục xong.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi tới 3 người")
    await story.say(CHI, "/tinhhinh")
    await story.press(CHI, "🟢 SC-2026-0001")

    assert "↩️ Về thẻ trả lời" not in buttons_of(story.last(CHI))


async def test_who_asks_twice_for_the_card_has_one_with_buttons(story: Story) -> None:
    await declared(story)
    for _ in range(2):
        await story.say(AN, "/menu")
        await story.press(AN, "🔴 SC-2026-0001")

    cards = [one for one in story.chat(AN) if "✅ Sẵn sàng" in buttons_of(one)]
    assert len(cards) == 1


async def test_a_members_menu_begins_with_what_is_open_and_what_they_answered(story: Story) -> None:
    await declared(story)
    await story.say(AN, "/menu")
    assert story.text(AN).startswith("Đang mở\n🔴 SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm: chưa trả lời")
    await story.press(AN, "🕐 30 phút")
    await story.say(BINH, "/menu")
    assert "Mất kết nối cáp quang tại Hoàn Kiếm: 🕐 Sẵn sàng, có mặt sau 30 phút" in story.text(BINH)


async def test_a_coordinators_menu_begins_with_the_tally_in_a_line(story: Story) -> None:
    await declared(story)
    await story.press(AN, "💻 Hỗ trợ từ xa")

    await story.say(COORDINATOR, "/menu")

    assert story.text(COORDINATOR).startswith(
        "Đang mở\n🔴 SC-2026-0001 · Mất kết nối cáp quang tại Hoàn Kiếm: 1/2 đã trả lời, 1 hỗ trợ"
    )
    await story.press(COORDINATOR, "🔴 SC-2026-0001")
    assert "⏳ Chưa trả lời: 1" in story.text(COORDINATOR)


async def test_a_coordinators_menu_fits_a_phone_and_more_leads_to_the_rest(story: Story) -> None:
    await declared(story)

    await story.say(COORDINATOR, "/menu")

    rows = story.last(COORDINATOR)["reply_markup"]["inline_keyboard"]
    assert len(rows) == 5
    assert [button["text"] for button in rows[-1]] == ["⋯ Mục khác", "🌐 English"]
    await story.press(COORDINATOR, "⋯ Mục khác")
    assert "👥 Cán bộ" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "◀ Quay lại")
    assert story.text(COORDINATOR).startswith("Đang mở")


async def test_what_failed_is_sent_again_from_the_tally_in_one_tap(story: Story) -> None:
    await declared(story)
    async with story.database.writing() as session:
        await session.exec(
            update(Delivery)
            .where(col(Delivery.address) == str(CHI))
            .values(state=DeliveryState.FAILED, due_at=story.clock.now(), sent_at=None, message_id=None)
        )
    story.look_away()
    await story.press(AN, "💻 Hỗ trợ từ xa")
    await story.pass_time(seconds=4)

    await story.press(COORDINATOR, "❌ Chưa nhận")
    named = story.text(COORDINATOR)
    assert "Chưa gửi được tới 1 nơi nhận" in named
    assert "09" in named
    assert "chưa nhận: cảnh báo – có thể gửi lại" in named

    said = await story.press(COORDINATOR, "📤 Gửi lại 1 tin")

    assert said == "Đang gửi lại 1 tin."
    (card,) = story.arrived(CHI)
    assert card.startswith("🔴 SC-2026-0001")
    assert "📤 Gửi lại 1 tin" not in buttons_of(story.last(COORDINATOR))
