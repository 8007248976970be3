"""The register in chat: a coordinator adds a system, and only those whom it concerns see it."""

from tests.enrolment import appoint, enrol
from tests.story import COORDINATOR, Story, buttons_of

TELECOM, POST = "Viễn thông Sông Hồng", "Bưu chính Hoa Mai"
HOA, MAI, KHOI = 501, 502, 503


async def adding(story: Story) -> None:
    """Let a coordinator add a system that the telecom business connects."""
    await enrol(story, HOA, "Trần Thị Hoa", TELECOM)
    await enrol(story, MAI, "Vũ Thị Mai", POST)
    await story.say(COORDINATOR, "/hethong")
    await story.press(COORDINATOR, "➕ Thêm hệ thống")
    await story.say(COORDINATOR, "Cổng Dịch vụ công")
    for button, words in (("Chủ quản", "Văn phòng UBND"), ("☎ Gọi ai", "")):
        await story.press(COORDINATOR, button)
        if words:
            await story.say(COORDINATOR, words)
    await story.press(COORDINATOR, "Ngoài giờ")
    await story.say(COORDINATOR, "Ngô Đêm, Trưởng ca, 0912 000 111")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "Cấp độ")
    await story.press(COORDINATOR, "4")
    await story.press(COORDINATOR, "Kết nối")
    await story.say(COORDINATOR, "song hong")
    await story.press(COORDINATOR, TELECOM)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "💾 Lưu")


async def test_a_system_is_added_and_seen_by_those_whom_it_concerns_alone(story: Story) -> None:
    await adding(story)
    assert "Đã thêm Cổng Dịch vụ công" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "🖥 Xem hệ thống")
    for line in ("Chủ quản: Văn phòng UBND", "Cấp độ 4 · Quản trị rủi ro", f"Kết nối: {TELECOM}"):
        assert line in story.text(COORDINATOR)

    await story.say(HOA, "/hethong dich vu cong")
    await story.press(HOA, "1")
    assert "✏ Sửa" not in buttons_of(story.last(HOA))
    await story.press(HOA, "☎ Gọi ai (1)")
    assert "Ngô Đêm, Trưởng ca · 0912 000 111" in story.text(HOA)

    await story.say(MAI, "/hethong")
    assert "Chưa có hệ thống nào mà Quý đơn vị" in story.text(MAI)
    assert "không xem được" in await story.forge(MAI, story.last(MAI), "sy:1:show")
    assert "không xem được" in await story.forge(HOA, story.last(HOA), "sy:1:edit")


async def test_bad_input_is_told_and_what_was_filled_in_stays(story: Story) -> None:
    await adding(story)
    await story.say(COORDINATOR, "/hethong")
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "✏ Sửa")
    await story.press(COORDINATOR, "An toàn TT")
    await story.say(COORDINATOR, "Không ai cả")
    assert "Không có đơn vị thành viên nào khớp “Không ai cả”" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "sông")
    await story.press(COORDINATOR, TELECOM)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "Địa bàn")
    await story.say(COORDINATOR, "Hoàn Kiếm")
    await story.press(COORDINATOR, "Phường Hoàn Kiếm")
    await story.press(COORDINATOR, "💾 Lưu")
    await story.press(COORDINATOR, "🖥 Xem hệ thống")

    assert f"An toàn thông tin: {TELECOM}" in story.text(COORDINATOR)
    assert "📍 Phường Hoàn Kiếm" in story.text(COORDINATOR)


async def test_what_a_colleague_changed_meanwhile_is_never_written_over(story: Story) -> None:
    await adding(story)
    await appoint(story, KHOI, "Vũ Minh Khôi")
    for person in (COORDINATOR, KHOI):
        await story.say(person, "/hethong")
        await story.press(person, "1")
        await story.press(person, "✏ Sửa")
        await story.press(person, "Bảo vệ")
    await story.press(COORDINATOR, "Bảo vệ bằng mọi giá")
    await story.press(COORDINATOR, "💾 Lưu")
    await story.press(KHOI, "Quản trị rủi ro")

    assert "Người khác vừa sửa “Cổng Dịch vụ công”" in await story.press(KHOI, "💾 Lưu")


async def test_a_system_is_taken_out_only_after_a_question(story: Story) -> None:
    await adding(story)
    await story.press(COORDINATOR, "🖥 Xem hệ thống")
    await story.press(COORDINATOR, "🗑 Xóa khỏi sổ")
    assert "bị xóa hẳn" in story.text(COORDINATOR)
    assert "Đã xóa khỏi sổ: Cổng Dịch vụ công" in await story.press(COORDINATOR, "🗑 Xóa khỏi sổ")

    assert "chưa có hệ thống nào" in story.text(COORDINATOR)
