"""A running incident is mended: what was sent is corrected in place, an end is taken back, one more is called."""

from models.members import Sector
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, CHI, declared
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

OTHERS = "⋯ Việc khác"


async def offer(story: Story, button: str, *, who: int = COORDINATOR) -> None:
    """Open what else can be done with the incident, and press one of it."""
    await story.press(who, OTHERS)
    await story.press(who, button)


async def test_a_correction_edits_every_card_and_shows_who_answered_before(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    story.look_away()

    await offer(story, "✏️ Sửa nội dung")
    await story.press(COORDINATOR, "Tiêu đề")
    await story.say(COORDINATOR, "Đứt cáp tại Ba Vì")
    assert "✏️ Tiêu đề: Đứt cáp tại Ba Vì" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "▶️ Xem trước")
    preview = story.text(COORDINATOR)
    assert "✏️ Đã sửa lúc 09:00" in preview
    assert "⚠️ 1 đơn vị đã trả lời theo nội dung cũ" in preview
    await story.press(COORDINATOR, "✏️ Sửa thẻ của 3 người")

    assert "1. Viễn thông Sông Hồng: ✅ Sẵn sàng (09:00)" in story.text(COORDINATOR)
    for member in (AN, BINH, CHI):
        card = text_of(story.last_with(member, "ℹ️ Xem chi tiết"))
        assert card.startswith("🔴 SC-2026-0001 · Đứt cáp tại Ba Vì\n✏️ Đã sửa lúc 09:00")
        assert ("trước khi nội dung được sửa" in card) == (member != CHI)
    # An and Bình's business is on its way: its people hear of it once. Nobody else does.
    (told,) = story.arrived(BINH)
    assert told.startswith("✏️ SC-2026-0001 · Đã sửa lúc 09:00\nTiêu đề: ")
    assert told.endswith("→ Đứt cáp tại Ba Vì")
    assert buttons_of(story.last(BINH)) == ["↩️ Về thẻ trả lời"]
    assert story.arrived(CHI) == []
    await story.press(COORDINATOR, "📣 Báo tin đã sửa cho tất cả")
    assert "Đính chính SC-2026-0001:\nTiêu đề: " in story.text(COORDINATOR)
    assert "→ Đứt cáp tại Ba Vì" in story.text(COORDINATOR)

    # The dialogue that An was in goes on where it stood.
    await story.press(AN, "3")
    assert "Nhân lực: 3 người" in text_of(story.last_with(BINH, "ℹ️ Xem chi tiết"))
    await story.press(BINH, "✅ Sẵn sàng")
    assert "trước khi nội dung được sửa" not in text_of(story.last_with(AN, "ℹ️ Xem chi tiết"))


async def test_a_colleague_who_corrects_at_the_same_time_looks_once_more_before_it_goes_out(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await declared(story)
    await story.pass_time(seconds=4)
    for who, part, words in (
        (COORDINATOR, "Tiêu đề", "Đứt cáp tại Ba Vì"),
        (SECOND_COORDINATOR, "Nội dung", "Mất liên lạc ba xã."),
    ):
        await offer(story, "✏️ Sửa nội dung", who=who)
        await story.press(who, part)
        await story.say(who, words)
        await story.press(who, "▶️ Xem trước")
    await story.press(COORDINATOR, "✏️ Sửa thẻ của")

    said = await story.press(SECOND_COORDINATOR, "✏️ Sửa thẻ của")

    assert "đã sửa nội dung lúc 09:00" in said
    assert "Đứt cáp tại Ba Vì" in story.text(SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "✏️ Sửa thẻ của")
    card = text_of(story.last_with(CHI, "ℹ️ Xem chi tiết"))
    assert card.startswith("🔴 SC-2026-0001 · Đứt cáp tại Ba Vì")
    assert "Mất liên lạc ba xã." in card


async def test_an_incident_that_was_misjudged_gets_another_severity_for_a_reason(story: Story) -> None:
    await declared(story)
    story.look_away()

    await offer(story, "✏️ Sửa nội dung")
    await story.press(COORDINATOR, "Mức độ")
    await story.press(COORDINATOR, "Đặc biệt nghiêm trọng")
    assert "Vì sao đổi mức độ?" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Thêm hai xã mất liên lạc")
    assert "Nghiêm trọng → Đặc biệt nghiêm trọng. Lý do: Thêm hai xã mất liên lạc" in story.text(COORDINATOR)
    assert "/chuyencap" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✏️ Sửa thẻ của 3 người")

    card = text_of(story.last_with(AN, "ℹ️ Xem chi tiết"))
    assert "✏️ Đã sửa lúc 09:00" in card
    assert "Mức độ (mạng lưới): Đặc biệt nghiêm trọng" in card
    assert story.arrived(AN) == []


async def test_an_end_by_mistake_is_taken_back_after_a_question_and_everyone_is_told(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    story.look_away()

    await offer(story, "↩️ Mở lại")
    asked = story.last(COORDINATOR)
    assert "3 người đã nhận cảnh báo sẽ được báo" in text_of(asked)
    assert story.arrived(CHI) == []
    await story.press(COORDINATOR, "↩️ Mở lại và báo 3 người")
    again = await story.forge(COORDINATOR, asked, "fn:1")

    assert "SC-2026-0001 đang mở" in again
    assert "✅ Sẵn sàng: 1 (50%)" in story.text(COORDINATOR)
    for member in (AN, BINH, CHI):
        (told,) = story.arrived(member)
        assert "↩️ Mở lại cảnh báo" in told
    ends = [text_of(message) for message in story.chat(CHI) if "Tin kết thúc này đã được rút lại" in text_of(message)]
    assert len(ends) == 1
    await story.press(CHI, "↩️ Về thẻ trả lời")
    await story.press(CHI, "⛔ Không thể")
    assert "✔ Viễn thông Sông Hồng: ✅ Sẵn sàng" in text_of(story.last_with(AN, "🦺 Đã có mặt"))


async def test_one_more_business_is_called_that_joined_meanwhile(story: Story) -> None:
    await declared(story, "TLP:AMBER Mất kết nối cáp quang")
    await story.pass_time(minutes=1)
    newcomer = 290
    await enrol(story, newcomer, "Đỗ Văn Em", "Bưu chính Ba Vì", sectors=(Sector.POSTAL,))
    story.look_away()

    await offer(story, "➕ Gọi thêm đơn vị")
    await story.say(COORDINATOR, "buu chinh")
    assert "Bưu chính Ba Vì" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1")
    assert "Gọi Bưu chính Ba Vì?" in story.text(COORDINATOR)
    assert "⚠️ Sự cố này là TLP:AMBER" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Gọi ngay")

    (alert,) = story.arrived(newcomer)
    assert "SC-2026-0001 · TLP:AMBER" in alert
    assert story.arrived(AN) == story.arrived(CHI) == []
    assert "✅ Sẵn sàng" in buttons_of(story.last(newcomer))
