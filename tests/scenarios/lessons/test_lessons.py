"""A member writes a lesson down, a coordinator sends it, every business says what it made of it, and it is closed."""

from sqlmodel import select

from models.lessons import Lesson
from models.people import Person
from services.privacy import withdrawal
from services.wings import WINGS
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.files import below, kinds_of, send_photo
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

HAPPENED = "Máy chủ thư bị mã hóa. Kẻ tấn công vào qua lỗ hổng cũ."
SIGNS = "evil.example.com\nhttps://evil.example/a.php"


async def write(
    story: Story,
    person: int = AN,
    label: str = "TLP:GREEN",
    signs: str = SIGNS,
    happened: str = HAPPENED,
    found: str = "Nhân viên trực thấy tệp lạ",
    products: str = "",
    todo: str = "Vá máy chủ thư",
) -> None:
    """Write a lesson in its steps, and hand it in."""
    await story.say(person, "/baihoc")
    await story.press(person, "➕ Viết bài học")
    await story.say(person, happened)
    await story.say(person, found)
    await story.say(person, todo)
    await (story.say(person, signs) if signs else story.press(person, "▶ Không có"))
    await (story.say(person, products) if products else story.press(person, "▶ Không có"))
    await story.press(person, f"{label}: ")
    await story.press(person, "📨 Gửi bài học")
    await story.settle()


async def send(story: Story) -> None:
    """Let the coordinator look at what waits as its readers will, and send it to all."""
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)


async def test_a_lesson_goes_from_one_member_to_the_others_without_its_name_and_comes_back_as_counts(
    story: Story,
) -> None:
    await small_network(story)
    await write(story)
    assert "BH-2026-0001" in story.text(AN)
    assert "có được nêu tên Viễn thông Sông Hồng không" in story.text(AN)
    assert "gửi một bài học để chia sẻ" in story.text(COORDINATOR)

    await send(story)
    card = story.text(CHI)
    for part in (
        "TLP:GREEN · 📚 BH-2026-0001",
        "một đơn vị thành viên",
        "hxxps://evil[.]example/a.php",
        "Vá máy chủ thư",
    ):
        assert part in card
    assert "Sông Hồng" not in card
    assert not story.last(CHI).get("has_protected_content")

    await story.press(CHI, "Cần hỗ trợ")
    await story.pass_time(minutes=1)
    assert "Đề nghị hỗ trợ áp dụng bài học BH-2026-0001" in "".join(story.arrived(COORDINATOR))
    assert "cần hỗ trợ (Phạm Quế Chi" in text_of(story.last_with(CHI, "Cần hỗ trợ"))

    card = story.last_with(CHI, "Cần hỗ trợ")["message_id"]
    story.look_away()
    await story.world.say(CHI, "Bản vá nào vậy?", reply_to=card)
    await story.pass_time(minutes=1)
    asked = "".join(story.arrived(COORDINATOR))
    assert "Về bài học BH-2026-0001 (Máy chủ thư bị mã hóa): Bản vá nào vậy?" in asked
    await story.world.say(CHI, "đã áp dụng", reply_to=card)
    await story.pass_time(minutes=1)
    assert "Đã ghi nhận: đã áp dụng" in story.text(CHI)
    assert "đã áp dụng (Phạm Quế Chi" in text_of(story.last_with(CHI, "Cần hỗ trợ"))

    await story.press(AN, "Được nêu tên")
    await story.pass_time(minutes=1)
    assert "Đơn vị chia sẻ: Viễn thông Sông Hồng" in text_of(story.last_with(CHI, "Cần hỗ trợ"))

    await story.say(COORDINATOR, "/tuyenduong")
    assert "Chia sẻ bài học BH-2026-0001 để các đơn vị khác phòng tránh." in story.text(COORDINATOR)


async def test_what_goes_to_many_people_is_asked_once_more(story: Story) -> None:
    await small_network(story)
    for number in range(50):
        await enrol(story, 300 + number, f"Đỗ Văn {number}", f"Công ty Sơn {number}")
    await write(story)
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    story.look_away()
    await story.press(COORDINATOR, "📨 Tất cả")
    assert "Xác nhận gửi: Tất cả, 51 đơn vị, 51 người?" in story.text(COORDINATOR)
    await story.pass_time(seconds=10)
    assert story.arrived(CHI) == []

    await story.press(COORDINATOR, "📨 Xác nhận gửi")
    await story.pass_time(minutes=1)
    assert "BH-2026-0001" in story.text(CHI)


async def test_what_is_for_an_organisation_at_most_cannot_be_forwarded_and_red_is_not_sent(story: Story) -> None:
    await small_network(story)
    await write(story, label="TLP:AMBER+STRICT")
    await send(story)

    assert story.last(CHI).get("has_protected_content")
    assert story.text(CHI).startswith("TLP:AMBER+STRICT")

    await write(story, label="TLP:RED")
    await story.press(COORDINATOR, "Xem bài học")
    said = await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    assert "TLP:RED" in said
    await story.pass_time(minutes=1)
    assert "BH-2026-0002" not in "".join(story.arrived(CHI) + story.arrived(BINH))


async def test_a_coordinator_edits_a_part_looks_at_the_silent_and_closes_it_on_evidence(story: Story) -> None:
    await small_network(story)
    await write(story)
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "✏️ Tiêu đề")
    await story.say(COORDINATOR, "Máy chủ thư cũ bị mã hóa")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)
    assert "Máy chủ thư cũ bị mã hóa" in story.text(CHI)

    await story.press(COORDINATOR, "Chưa trả lời (1)")
    assert "Công nghệ Hoa Sen" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "Kết thúc bài học")
    await story.press(COORDINATOR, "✔ Kết thúc với tệp đã gửi")
    await story.say(COORDINATOR, "Đã rà soát toàn mạng lưới")
    await story.pass_time(minutes=1)

    assert "Minh chứng khi kết thúc: Đã rà soát toàn mạng lưới" in story.text(COORDINATOR)
    assert "Bài học này đã kết thúc" in story.text(CHI)
    assert "Đã áp dụng" not in buttons_of(story.last(CHI))


async def test_what_somebody_wrote_who_has_left_is_made_ready_and_sent_all_the_same(story: Story) -> None:
    await small_network(story)
    await story.say(BINH, "/baihoc")
    await story.press(BINH, "➕ Viết bài học")
    await send_photo(story, BINH, name="one")
    for said in (HAPPENED, "Nhân viên trực thấy tệp lạ", "Vá máy chủ thư"):
        await story.say(BINH, said)
    await story.say(BINH, "evil.example.com\nkhông rõ tên\nhttps://evil.example/a.php")
    assert "Đã giữ 2 dấu hiệu" in story.text(BINH)
    assert "“không rõ tên”" in story.text(BINH)
    await story.say(BINH, "198.51.100.7")
    assert "Sản phẩm, phiên bản" in story.text(BINH)
    await story.say(BINH, "không có")
    await story.press(BINH, "TLP:GREEN: ")
    await send_photo(story, BINH, "Ảnh màn hình máy bị mã hóa", name="two")
    assert "198[.]51[.]100[.]7" in story.text(BINH)
    assert story.text(BINH).startswith("📎 Đã kèm tệp vào nội dung.\n\n")
    await story.press(BINH, "📨 Gửi bài học")
    own = story.last(BINH)
    async with story.database.writing() as session:
        binh = (await session.exec(select(Person).where(Person.telegram_id == BINH))).one()
        await withdrawal.withdraw(session, person=binh, wings=WINGS, now=story.clock.now())
    await story.pass_time(minutes=1)
    story.look_away()
    await story.press(BINH, "Được nêu tên", message=own)
    await story.press(COORDINATOR, "Xem bài học")
    assert "2 ảnh" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "➖ Bỏ bớt tệp kèm")
    await story.press(COORDINATOR, "➖ 1.")
    assert [button for button in buttons_of(story.last(COORDINATOR)) if "➖" in button] == ["➖ 1. 1 ảnh"]
    await story.press(COORDINATOR, "◀ Quay lại")
    await story.press(COORDINATOR, "✏️ Tiêu đề")
    await story.say(COORDINATOR, "Máy chủ thư cũ bị mã hóa")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    assert "Đơn vị đã chia sẻ bài học không nằm trong số nhận." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)

    assert kinds_of(below(story, CHI, "BH-2026-0001")) == ["photo"]
    assert "📎 Kèm 1 ảnh, ngay bên dưới" in text_of(story.last_with(CHI, "Cần hỗ trợ"))
    await story.say(CHI, "/baihoc")
    await story.press(CHI, "BH-2026-0001", message=story.last(CHI))
    await story.press(CHI, "Đã áp dụng", message=story.last(CHI))
    await story.pass_time(minutes=1)
    assert "📎 Kèm 1 ảnh; bấm Tệp kèm để xem" in story.text(CHI)
    assert "Tệp kèm (1)" in buttons_of(story.last(CHI))
    assert not [said for said in story.arrived(BINH) if "BH-2026" in said]


async def test_a_lesson_is_found_without_accents(story: Story) -> None:
    await small_network(story)
    await write(story)
    await send(story)

    await story.say(CHI, "/baihoc may chu thu")
    await story.press(CHI, "BH-2026-0001", message=story.last(CHI))
    await story.press(CHI, "Đã áp dụng", message=story.last(CHI))
    await story.pass_time(minutes=1)
    assert "Công nghệ Hoa Sen: đã áp dụng (Phạm Quế Chi" in story.text(CHI)
    await story.say(CHI, "/lessons khong co gi")
    assert "Không có bài học nào" in story.text(CHI)


async def test_a_lesson_that_was_changed_since_its_preview_is_shown_once_more_and_not_sent(story: Story) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await write(story)
    await story.press(COORDINATOR, "Xem bài học")
    await story.press(COORDINATOR, "▶ Xem trước khi gửi")
    await story.say(SECOND_COORDINATOR, "/baihoc")
    await story.press(SECOND_COORDINATOR, "BH-2026-0001")
    await story.press(SECOND_COORDINATOR, "✏️ Việc nên làm")
    await story.say(SECOND_COORDINATOR, "Đổi mật khẩu ngay")
    story.look_away()

    assert "vừa được sửa" in await story.press(COORDINATOR, "📨 Tất cả")
    assert story.arrived(CHI) == []
    assert "Đổi mật khẩu ngay" in text_of(story.last_with(COORDINATOR, "📨 Tất cả"))

    await story.press(COORDINATOR, "📨 Tất cả")
    await story.pass_time(minutes=1)
    assert ["Đổi mật khẩu ngay" in one for one in story.arrived(CHI)] == [True]


async def test_none_typed_for_what_a_lesson_may_be_without_leaves_it_empty(story: Story) -> None:
    await small_network(story)

    await write(story, found="Không có", signs="không có", products="Chưa rõ")

    async with story.database.reading() as session:
        lesson = (await session.exec(select(Lesson))).one()
    assert (lesson.found, lesson.indicators, lesson.products) == ("", "", "")
    assert "Phát hiện bằng cách nào" not in story.text(COORDINATOR)
