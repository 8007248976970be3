"""From the first sign to the figures of the month: one operation with everything that belongs to it."""

from models.members import Sector
from models.people import Role
from tests.enrolment import BA_VI, appoint, enrol
from tests.scenarios.escalation.test_escalation import LINK, fill, watch
from tests.scenarios.filling import value_for
from tests.scenarios.operation import second_province
from tests.scenarios.reporting import report, watched
from tests.scenarios.systems.test_register import HOA, MAI, adding
from tests.scenarios.waves.test_waves import add_wave, open_policy, save
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

# A business of a neighbouring commune, and one at the far end of the province.
BA_DINH, NEIGHBOUR, FAR = "00004", 611, 612
# Whoever holds a post of the authority above.
OFFICER = 613
PORTAL = "Cổng Dịch vụ công"
CODE = "SC-2026-0001"


async def test_an_operation_from_the_first_report_to_its_lesson_and_the_figures_of_the_month(
    story: Story, phu_tho: Story
) -> None:
    async with second_province.reading(story, phu_tho) as neighbour:
        group = await prepare(story)
        await two_reports_are_laid_together(story)
        await it_becomes_a_serious_incident_on_a_system(story)
        await neighbour.sees_the_alert_and_passes_it_on("Mã độc, mã hóa dữ liệu", f"{PORTAL} hiện dòng chữ đòi tiền")
        await two_waves_bring_the_headcount(story)
        await a_playbook_gives_tasks(story)
        await an_update_is_acknowledged(story)
        await neighbour.hears("cập nhật cảnh báo", "Mã độc, mã hóa dữ liệu")
        await command_is_handed_over(story)
        await those_above_come_on_site(story)
        await what_was_sent_is_corrected(story)
        await the_end_is_told_and_confirmed(story)
        await neighbour.marks_the_end(f"{PORTAL} bị mã hóa dữ liệu")
        await everything_stands_in_the_topic(story, group)
        await its_papers_are_filled(story)
        await what_went_well_is_looked_at(story)
        await a_lesson_warns_the_others(story)
        await those_who_found_it_are_thanked(story)
        await the_month_counts_it(story)


async def prepare(story: Story) -> int:
    """In quiet times: the system, the members, the operations group (its id), and a policy with two waves."""
    await adding(story)
    await enrol(story, NEIGHBOUR, "Đỗ Văn Sơn", "Công nghệ Hoa Sen", sectors=(Sector.IT,), commune_code=BA_DINH)
    await enrol(story, FAR, "Lý Thị Nga", "Viễn thông Ba Vì", commune_code=BA_VI)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    group = story.world.create_forum("Điều hành Sở", [COORDINATOR, SECOND_COORDINATOR])
    await story.settle()
    await story.say(COORDINATOR, "/nhomdieuhanh", group=group)
    await appoint(story, OFFICER, "Lò Văn Quyết", role=Role.DUTY_OFFICER)
    await fill(story, "Chuyên viên 1", "Lò Văn Quyết", "", person="Lò Văn Quyết")
    await open_policy(story)
    await add_wave(story, "Giáp ranh", "20")
    await add_wave(story, "Mọi nơi", "30")
    await save(story)
    await story.pass_time(minutes=2)
    return group


async def two_reports_are_laid_together(story: Story) -> None:
    await report(story, HOA, f"{PORTAL} hiện dòng chữ đòi tiền")
    assert "Cảm ơn Quý đơn vị đã báo sớm" in story.text(HOA)
    await report(story, MAI, f"{PORTAL} không mở được, hiện dòng chữ đòi tiền")
    await story.pass_time(seconds=5)
    assert "Có thể là cùng một việc" in watched(story, "🚩 BC-2026-0002")

    await story.press(COORDINATOR, "🔁 Gộp vào BC-2026-0001")

    assert "Cùng một việc đã có đơn vị khác báo" in story.text(MAI)


async def it_becomes_a_serious_incident_on_a_system(story: Story) -> None:
    await story.say(COORDINATOR, "/baocao")
    await story.press(COORDINATOR, "BC-2026-0001")
    await story.press(COORDINATOR, "🚨 Khai báo sự cố")
    assert f"Đề xuất mức Nghiêm trọng, vì {PORTAL}: Cấp độ 4." in story.text(COORDINATOR)
    for button in ("3️⃣ Nghiêm trọng", "✏️ Sửa", "Số lượng", "10", "▶️ Xem trước"):
        await story.press(COORDINATOR, button)
    assert "Gọi trước: Viễn thông Sông Hồng, vì là đơn vị cung cấp" in story.text(COORDINATOR)
    story.look_away()
    await story.press(COORDINATOR, "📨 Gửi tới 2 đơn vị")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(seconds=5)

    for reporter in (HOA, MAI):
        assert any("là sự cố trong cảnh báo" in text for text in story.arrived(reporter))
        assert "Cần: 10 người" in text_of(story.last_with(reporter, "✅ Sẵn sàng"))
    assert story.arrived(NEIGHBOUR) == story.arrived(FAR) == []
    assert f"🖥 {PORTAL}" in story.text(COORDINATOR)


async def offer(story: Story, person: int, answer: str, people: int) -> None:
    """Answer an alert, and say how many come."""
    await story.press(person, answer)
    await story.press(person, "➕ Người, phương tiện, ghi chú")
    await story.say(person, str(people))
    await story.press(person, "Hoàn tất")


async def two_waves_bring_the_headcount(story: Story) -> None:
    await offer(story, HOA, "✅ Sẵn sàng", 3)
    await story.pass_time(minutes=20)
    assert len(story.arrived(NEIGHBOUR)) == 1
    await offer(story, NEIGHBOUR, "🕐 30 phút", 3)
    assert story.arrived(FAR) == []
    await story.pass_time(minutes=10)
    assert len(story.arrived(FAR)) == 1
    await offer(story, FAR, "🕐 1 giờ", 4)
    await story.pass_time(minutes=1)

    tally = watched(story, "👷 Nhân lực")
    assert "👷 Nhân lực: 10 / 10 người (100%)" in tally
    assert "Đủ lực lượng từ" in tally
    story.look_away()


async def to_tally(story: Story, person: int = COORDINATOR) -> None:
    """Open the tally anew."""
    await story.say(person, "/tinhhinh")
    await story.press(person, CODE)


async def others(story: Story, button: str) -> None:
    """Open what else can be done with the incident, and press one of it."""
    await to_tally(story)
    await story.press(COORDINATOR, "⋯ Việc khác")
    await story.press(COORDINATOR, button)


async def a_playbook_gives_tasks(story: Story) -> None:
    await others(story, "🧭 Kịch bản")
    assert "1. Mã độc tống tiền ✨" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1")
    await story.press(COORDINATOR, "▶️ Bắt đầu")
    await story.pass_time(seconds=20)

    (task,) = story.arrived(NEIGHBOUR)
    assert task.startswith("🆕 NV-2026-0001")
    assert "Khoanh vùng" in task
    await story.press(NEIGHBOUR, "✍️ Đã nhận việc")
    assert story.arrived(HOA) == story.arrived(FAR) == []


async def an_update_is_acknowledged(story: Story) -> None:
    await to_tally(story)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "Đã ngắt máy chủ khỏi mạng.")
    assert "▪ Đã làm: 3 đơn vị tham gia; 1 nhiệm vụ đang thực hiện" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "☐ Xác nhận")
    await story.press(COORDINATOR, "📨 Gửi tới 4 người")
    await story.pass_time(seconds=5)

    for one in (HOA, MAI, NEIGHBOUR, FAR):
        assert "Đã ngắt máy chủ khỏi mạng." in story.arrived(one)[-1]
    for one in (HOA, FAR):
        await story.press(one, "✔ Đã nắm thông tin")
    await others(story, "✔ Đã xác nhận: 2/4")
    assert "⏳ Bưu chính Hoa Mai\n⏳ Công nghệ Hoa Sen\n✔" in story.text(COORDINATOR)


async def command_is_handed_over(story: Story) -> None:
    await story.press(HOA, "🦺 Đã có mặt")
    await others(story, "🎖 Chỉ huy: Đoàn Thị Hạ")
    await story.press(COORDINATOR, "➡ Bàn giao chỉ huy…")
    await story.press(COORDINATOR, "Vũ Văn Khoa")
    note = story.text(COORDINATOR)
    assert "Tại hiện trường: Viễn thông Sông Hồng\nCập nhật tiếp theo: " in note
    assert "Nhiệm vụ chưa hoàn thành: 1\n✍️ NV-2026-0001" in note
    await story.press(COORDINATOR, "➡ Gửi đề nghị bàn giao")
    await story.pass_time(seconds=5)
    await story.press(SECOND_COORDINATOR, "✔ Nhận chỉ huy")
    await story.pass_time(seconds=5)

    assert "Người chỉ huy: Vũ Văn Khoa, nhận bàn giao từ Đoàn Thị Hạ" in watched(story, "🎖")
    story.look_away()


async def those_above_come_on_site(story: Story) -> None:
    await others(story, "⤴ Chuyển cấp trên")
    await story.say(COORDINATOR, LINK)
    await story.press(COORDINATOR, "🚨 Mời họp ngay")
    await story.pass_time(seconds=5)
    assert LINK in text_of(story.last_with(OFFICER, "✔ Tham gia"))
    await story.press(OFFICER, "✔ Tham gia")
    await story.press(COORDINATOR, "🚗 Sang bước 2", message=watch(story))
    await story.press(COORDINATOR, "🚗 Đề nghị hỗ trợ tại chỗ")
    await story.pass_time(seconds=5)
    for button in ("✔ Tham gia", "🦺 Đã đến"):
        await story.press(OFFICER, button)
    await story.pass_time(seconds=5)

    assert "Bước 2: hỗ trợ tại chỗ" in text_of(watch(story))
    assert "Chuyên viên 1 · Lò Văn Quyết: đã đến" in text_of(watch(story))
    story.look_away()


async def what_was_sent_is_corrected(story: Story) -> None:
    await others(story, "✏️ Sửa nội dung")
    await story.press(COORDINATOR, "Tiêu đề")
    await story.say(COORDINATOR, f"{PORTAL} bị mã hóa dữ liệu")
    await story.press(COORDINATOR, "▶️ Xem trước")
    await story.press(COORDINATOR, "✏️ Sửa thẻ của")
    await story.pass_time(seconds=5)

    for one in (HOA, MAI, NEIGHBOUR, FAR):
        card = text_of(story.last_with(one, "✅ Sẵn sàng"))
        assert card.startswith(f"🔴 {CODE} · {PORTAL} bị mã hóa dữ liệu\n✏️ Đã sửa lúc")
        news = [text.splitlines()[0] for text in story.arrived(one)]
        # Whoever helps is told what changed; whoever does not finds it on the card.
        assert news == ([] if one == MAI else [f"✏️ {CODE} · Đã sửa lúc 09:37"])


async def the_end_is_told_and_confirmed(story: Story) -> None:
    await to_tally(story, SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "🟢 Kết thúc")
    await story.say(SECOND_COORDINATOR, f"Đã khôi phục {PORTAL}.")
    story.look_away()
    await story.press(SECOND_COORDINATOR, "🟢 Kết thúc và gửi")
    await story.pass_time(seconds=30)

    for one in (HOA, MAI, NEIGHBOUR, FAR):
        assert any(f"Đã khôi phục {PORTAL}." in text for text in story.arrived(one))
    assert "✔ Đã rút lực lượng" not in buttons_of(story.last(MAI))
    for one in (HOA, NEIGHBOUR):
        await story.press(one, "✔ Đã rút lực lượng")
    story.look_away()
    await story.pass_time(minutes=61)
    assert any("1 đơn vị chưa xác nhận đã rút" in text for text in story.arrived(SECOND_COORDINATOR))
    await story.press(FAR, "✔ Đã rút lực lượng")
    await story.pass_time(seconds=5)
    assert "Các đơn vị tham gia đều đã xác nhận rút lực lượng" in story.text(SECOND_COORDINATOR)


async def everything_stands_in_the_topic(story: Story, group: int) -> None:
    (topic,) = story.world.chat(group).topics.values()
    assert topic["closed"]
    assert topic["name"].startswith(f"🟢 {CODE}")
    said = "\n".join(text_of(one) for one in story.chat(group))
    for words in (
        "Đã ngắt máy chủ khỏi mạng.",
        "Vũ Văn Khoa",
        f"Đã khôi phục {PORTAL}.",
        "BC-2026-0001",
        "BC-2026-0002",
    ):
        assert words in said


async def its_papers_are_filled(story: Story) -> None:
    """The initial and the final report, within their terms: what is missing is typed, and both come as files."""
    for form in ("Báo cáo ban đầu (Mẫu 03)", "Báo cáo kết thúc (Mẫu 04)"):
        await others(story, "📄 Văn bản")
        await story.press(COORDINATOR, form)
        if any("✏️ Điền" in button for button in buttons_of(story.last(COORDINATOR))):
            await story.press(COORDINATOR, "✏️ Điền")
        while "Đề nghị Anh/Chị gõ nội dung mục" in story.text(COORDINATOR):
            await story.say(COORDINATOR, value_for(story.text(COORDINATOR), "Như biên bản tại hiện trường"))
        assert "Đã đủ các mục bắt buộc" in story.text(COORDINATOR)
        await story.press(COORDINATOR, "📄 Tải tệp Word")
        await story.settle()
        (paper,) = [one for one in story.chat(COORDINATOR) if f"{form}: đủ nội dung" in text_of(one)]
        assert paper["document"]["file_name"].endswith(".docx")
    for left in (1, 0):
        await others(story, "🖥")
        await story.press(COORDINATOR, "⚖ Việc phải báo")
        assert "quá hạn" not in story.text(COORDINATOR).lower()
        await story.press(COORDINATOR, "1")
        await story.press(COORDINATOR, "✔ Đã báo")
        await others(story, "🖥")
        assert f"⚖ Việc phải báo ({left})" in buttons_of(story.last(COORDINATOR))


async def what_went_well_is_looked_at(story: Story) -> None:
    """The next morning the review is there; whoever commanded last owns it, and says what well went first."""
    await story.pass_time(hours=24)
    await story.say(SECOND_COORDINATOR, f"/danhgia {CODE}")
    await story.pass_time(seconds=10)
    page = story.text(SECOND_COORDINATOR)
    assert "Phụ trách: Vũ Văn Khoa · hạn" in page
    assert "Trả lời: 3/4 đơn vị, 3 đơn vị tham gia" in page
    await story.press(SECOND_COORDINATOR, "🔬 Chi tiết, sửa")
    assert "Phát hiện: Viễn thông Sông Hồng báo lúc 09:02" in story.text(SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "◀ Quay lại")
    await story.press(FAR, "☐ Hữu ích")
    await story.press(HOA, "☐ Đồng ý nêu tên")
    for part, text in (
        ("Điều làm tốt", "Hai đơn vị báo sớm"),
        ("Nguyên nhân", "Mật khẩu quản trị dùng chung"),
        ("Cần thay đổi", "Bật xác thực hai lớp"),
    ):
        await story.press(SECOND_COORDINATOR, f"✏️ {part}", message=story.last(SECOND_COORDINATOR))
        await story.say(SECOND_COORDINATOR, text)
        await story.pass_time(seconds=10)
    await story.press(SECOND_COORDINATOR, "📨 Chuyển xem xét")
    said = await story.press(SECOND_COORDINATOR, "✔ Hoàn thành đánh giá")
    assert "NV-2026-0001" in said
    await story.press(SECOND_COORDINATOR, "📌 Việc (1)")
    await story.press(SECOND_COORDINATOR, "Để mở có lý do")
    await story.say(SECOND_COORDINATOR, "Làm tiếp trong quý sau")
    await story.press(SECOND_COORDINATOR, "✔ Hoàn thành đánh giá")
    assert "đã được hỏi nhưng chưa trả lời" in story.text(SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "✔ Vẫn hoàn thành")
    assert "✔ Đã hoàn thành" in story.text(SECOND_COORDINATOR)
    await story.pass_time(seconds=20)
    assert any("sẽ thay đổi: Bật xác thực hai lớp" in text for text in story.arrived(FAR))


async def a_lesson_warns_the_others(story: Story) -> None:
    """What was learnt goes to the whole network, whose businesses say what they made of it."""
    await story.press(SECOND_COORDINATOR, "📚 Viết bài học từ đánh giá")
    await story.press(SECOND_COORDINATOR, "▶ Giữ nguyên")
    await story.say(SECOND_COORDINATOR, "Nhân viên trực thấy trang hiện dòng chữ đòi tiền")
    await story.press(SECOND_COORDINATOR, "▶ Giữ nguyên")
    await story.say(SECOND_COORDINATOR, "doi-tien.example.com")
    await story.press(SECOND_COORDINATOR, "▶ Không có")
    await story.press(SECOND_COORDINATOR, "TLP:GREEN: ")
    await story.press(SECOND_COORDINATOR, "📨 Gửi bài học")
    for button in ("▶ Xem trước khi gửi", "📨 Tất cả"):
        await story.press(SECOND_COORDINATOR, button)
    await story.pass_time(minutes=1)
    assert "doi-tien[.]example[.]com" in story.text(NEIGHBOUR)
    await story.press(NEIGHBOUR, "Đã áp dụng")
    await story.press(FAR, "Không liên quan")
    await story.say(COORDINATOR, "/baihoc xac thuc hai lop")
    assert "BH-2026-0001" in story.text(COORDINATOR)


async def those_who_found_it_are_thanked(story: Story) -> None:
    """Who reported it before anybody else is thanked, agreed to be named, and is named to the network."""
    await story.say(COORDINATOR, "/tuyenduong")
    assert "Phát hiện và báo sớm SC-2026-0001 lúc " in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1", message=story.last(COORDINATOR))
    await story.press(COORDINATOR, "✔ Xác nhận, cảm ơn đơn vị")
    await story.pass_time(minutes=1)
    assert "trân trọng cảm ơn Viễn thông Sông Hồng" in story.text(HOA)
    await story.say(COORDINATOR, "/tuyenduong")
    await story.press(COORDINATOR, "📨 Nêu tên với mạng lưới")
    await story.press(COORDINATOR, "Toàn mạng lưới: 1 ghi nhận")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.pass_time(minutes=1)
    assert "▪ Viễn thông Sông Hồng: Phát hiện và báo sớm SC-2026-0001" in story.text(FAR)


async def the_month_counts_it(story: Story) -> None:
    """The figures of the month hold all of it, and no drill."""
    await story.say(COORDINATOR, "/baocao_ky")
    figures = story.text(COORDINATOR)
    for line in (
        "Sự cố: 1 (0), đã kết thúc 1",
        "Mức độ: Nghiêm trọng 1",
        "Đơn vị trả lời: 75% · 3/4",
        "Thông báo theo luật trễ: 0/1",
        "Bài học đã gửi: 1 (0)",
        "DIỄN TẬP, kiểm tra liên lạc (tính riêng): 0 (0)",
    ):
        assert line in figures, (line, figures)
