"""Owners fill the posts by day; at night those above are called, silence climbs, and help comes on site."""

from models.people import Role
from tests.enrolment import appoint
from tests.scenarios.declaring import declare, small_network
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Json, Story, buttons_of, text_of

LINK = "https://meet.example.vn/su-co"


async def fill(story: Story, post: str, name: str, phone: str, *, person: str = "") -> None:
    """Fill a post: by phone, or in the bot."""
    await story.say(COORDINATOR, "/chuyencap")
    await story.press(COORDINATOR, post)
    await story.say(COORDINATOR, name)
    await story.say(COORDINATOR, "Trưởng phòng, cơ quan điều phối")
    if phone:
        await story.say(COORDINATOR, phone)
    else:
        await story.press(COORDINATOR, "Không có số điện thoại")
    await story.press(COORDINATOR, person or "☎ Không, gọi điện thoại")


@scene
async def prepared(story: Story) -> None:
    """Fill three posts, one of them in the bot, and declare an incident."""
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Lò Văn Quyết", role=Role.DUTY_OFFICER)
    await fill(story, "Chuyên viên 1", "Lò Văn Quyết", "", person="Lò Văn Quyết")
    await fill(story, "Lãnh đạo 1", "Hà Thị Mỵ", "0912000111")
    await fill(story, "Công an", "Trực ban", "0912000222")
    await declare(story)
    story.look_away()


async def escalate(story: Story) -> None:
    """Call those above to a meeting."""
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "⤴ Chuyển cấp trên")
    await story.say(COORDINATOR, LINK)
    await story.press(COORDINATOR, "🚨 Mời họp ngay")


def watch(story: Story) -> Json:
    """Give the coordinator's newest card of the escalation."""
    return next(one for one in reversed(story.chat(COORDINATOR)) if "Bước " in text_of(one) and buttons_of(one))


def invitation(story: Story) -> Json:
    """Give the card of whoever is called in the bot, as it is now."""
    return next(one for one in story.chat(SECOND_COORDINATOR) if "Đề nghị họp trực tuyến ngay" in text_of(one))


async def test_posts_that_nobody_could_reach_are_shown_before_they_are_needed(story: Story) -> None:
    await prepared(story)

    await story.say(COORDINATOR, "/chuyencap")

    assert "5 nơi chưa liên lạc được" in story.text(COORDINATOR)
    assert "☎ Công an: Trực ban" in story.text(COORDINATOR)
    assert "⚠️ Ủy ban nhân dân: chưa có" in story.text(COORDINATOR)
    await story.say(SECOND_COORDINATOR, "/chuyencap")
    assert "Công an" not in "".join(buttons_of(story.last(SECOND_COORDINATOR)))


async def test_a_post_is_kept_without_any_way_to_be_reached_once_it_is_said_so(story: Story) -> None:
    await prepared(story)
    await story.say(COORDINATOR, "/chuyencap")
    await story.press(COORDINATOR, "Quân sự")
    await story.say(COORDINATOR, "Trực ban")
    await story.say(COORDINATOR, "Ban chỉ huy")

    await story.say(COORDINATOR, "12345")
    assert "Không có số điện thoại" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "Không có số điện thoại")
    assert "⚠️ Chưa có số điện thoại." in story.text(COORDINATOR)
    assert "☎ Không, gọi điện thoại" not in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "📵 Lưu, chưa có cách liên lạc")

    assert "📵 Bộ Chỉ huy quân sự: Trực ban" in story.text(COORDINATOR)
    assert "5 nơi chưa liên lạc được" in story.text(COORDINATOR)


async def test_a_meeting_is_called_silence_climbs_to_the_leader_and_help_comes_on_site_and_leaves(
    story: Story,
) -> None:
    await prepared(story)
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, "🏷 Nhãn TLP")
    await story.press(COORDINATOR, "TLP:GREEN")
    await story.press(COORDINATOR, "◀ Bảng tổng hợp")
    # Nobody taps so often in a minute: what was said to this chat so far takes half of one.
    await story.pass_time(seconds=40)
    await escalate(story)

    called = invitation(story)
    assert LINK in text_of(called)
    for said in (
        "TLP:GREEN · ",
        "Mức độ: ",
        "Địa bàn: ",
        "Sự cố bắt đầu: ",
        "Chuyên viên 1, cơ quan cấp trên thứ nhất",
        "Người mời: ",
    ):
        assert said in text_of(called)
    assert "Cùng được mời: ⏳ Công an" in text_of(called)
    assert "Đề nghị trả lời trước " in text_of(called)
    assert "🔗 Vào phòng họp" in buttons_of(called)
    assert len([line for line in text_of(called).splitlines() if line]) <= 12
    assert "Công an" in text_of(watch(story))
    assert "TLP:GREEN · " in text_of(watch(story)).splitlines()[2]
    assert "Lãnh đạo 1" not in text_of(watch(story))

    await story.pass_time(minutes=10)
    assert "Lãnh đạo 1 · Hà Thị Mỵ: chờ trả lời đến 09:21" in text_of(watch(story))
    assert "Chưa có người tham gia: Chuyên viên 1; Công an" in text_of(watch(story))
    cards = [text_of(one) for one in story.chat(COORDINATOR) if text_of(one).count("Chưa có người tham gia")]
    assert len(cards) == 1
    assert any("Tình hình hiện nay ở tin mới hơn" in text_of(one) for one in story.chat(COORDINATOR))
    assert "Đã quá giờ đề nghị trả lời" in text_of(invitation(story))

    said = await story.press(SECOND_COORDINATOR, "✔ Tham gia", message=called)
    assert said == "Đã ghi nhận câu trả lời của Anh/Chị: nhận lời. Xin cảm ơn."
    assert "Chuyên viên 1 · Lò Văn Quyết: nhận lời" in text_of(watch(story))
    await story.press(COORDINATOR, "☎ Gọi và ghi kết quả", message=watch(story))
    await story.press(COORDINATOR, "⏳ Công an")
    assert any("0912 000 222" in text_of(one) for one in story.chat(COORDINATOR))
    await story.press(COORDINATOR, "✔ Nhận lời")
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "📝 Ghi biên bản")
    await story.say(COORDINATOR, "Thống nhất cử đội ứng cứu")
    assert "Thống nhất cử đội ứng cứu" in text_of(watch(story))

    await story.press(COORDINATOR, "🚗 Sang bước 2", message=watch(story))
    await story.press(COORDINATOR, "🚗 Đề nghị hỗ trợ tại chỗ")
    assert ["Bước 2: hỗ trợ tại chỗ" in text_of(one) for one in story.chat(COORDINATOR)].count(True) == 1
    on_site = next(one for one in reversed(story.chat(SECOND_COORDINATOR)) if "hỗ trợ tại chỗ" in text_of(one))
    for button in ("✔ Tham gia", "🦺 Đã đến", "👋 Đã rút"):
        await story.press(SECOND_COORDINATOR, button)
    assert "Bước 2: hỗ trợ tại chỗ" in text_of(watch(story))
    assert "Chuyên viên 1 · Lò Văn Quyết: đã rút" in text_of(watch(story))
    assert on_site["message_id"] != called["message_id"]

    await story.press(COORDINATOR, "🟢 Kết thúc…", message=watch(story))
    await story.press(COORDINATOR, "🟢 Kết thúc chuyển cấp trên")
    assert any("Đã kết thúc lúc" in text_of(one) for one in story.chat(COORDINATOR))
