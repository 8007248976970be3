"""A coordinator sends a list: it is checked, compared, decided on and taken over; bad input changes nothing."""

import zipfile
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook
from sqlmodel import col, select, update

from bot.sandbox.traffic.faults import Fault
from models.audit import AuditEntry
from models.jobs import Job, JobKind, JobState
from models.members import Member, MemberStatus
from services.people import accounts
from tests.enrolment import BA_VI, appoint, enrol
from tests.scenarios.importing import (
    businesses,
    files,
    first_sheet,
    import_list,
    lines,
    send,
    two_new,
    what_stands,
    workbook,
)
from tests.services.lists import HEADINGS, csv, row, tax_code, xlsx
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, data_of

AN = 501
SUMMARY = "Kết quả kiểm tra"


async def test_the_room_explains_itself_and_hands_out_the_template(story: Story) -> None:
    await story.say(COORDINATOR, "/nhapxuat")
    assert buttons_of(story.last(COORDINATOR)) == [
        *("📄 Tải mẫu", "📥 Nhập danh sách", "📑 Xuất danh bạ", "📑 Xuất câu trả lời"),
        *("📑 Xuất nhiệm vụ", "🖨 Phiếu mời (QR)", "📑 Xuất hệ thống", "☰ Menu"),
    ]

    await story.press(COORDINATOR, "📥 Nhập danh sách")
    assert "Cột bắt buộc: Mã số thuế; Tên đơn vị; Lĩnh vực; Xã, phường, đặc khu." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📄 Tải mẫu")

    sheet = first_sheet(workbook(story, "mau-danh-sach"))
    assert [cell.value for cell in sheet[1]][:2] == ["Mã số thuế *", "Tên đơn vị *"]
    assert sheet.freeze_panes == "A2"
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert lists == {"'Danh mục'!$A$2:$A$4", "'Danh mục'!$B$2:$B$127", "'Danh mục'!$C$2:$C$23"}


async def test_the_template_sent_back_as_it_is_has_nothing_to_import(story: Story) -> None:
    await story.say(COORDINATOR, "/nhapxuat")
    await story.press(COORDINATOR, "📄 Tải mẫu")
    template = BytesIO()
    workbook(story, "mau-danh-sach").save(template)

    await send(story, template.getvalue())

    assert "không có dòng nào" in story.text(COORDINATOR)


async def test_a_template_that_was_filled_in_is_understood_and_its_examples_are_not(story: Story) -> None:
    await story.say(COORDINATOR, "/nhapxuat")
    await story.press(COORDINATOR, "📄 Tải mẫu")
    book = workbook(story, "mau-danh-sach")
    first_sheet(book).append(row(1))
    filled = BytesIO()
    book.save(filled)

    await send(story, filled.getvalue())

    assert "Tổng số dòng: 1\n➕ Đơn vị mới: 1" in story.text(COORDINATOR)


async def test_a_list_is_checked_at_once_and_nothing_is_written_before_it_is_confirmed(story: Story) -> None:
    before = await what_stands(story)

    await send(story, two_new())

    received, summary = story.arrived(COORDINATOR)
    assert received == "📥 Đã nhận tệp danh-sach.xlsx. Đang kiểm tra …"
    assert "Kết quả kiểm tra · danh-sach.xlsx" in summary
    assert "➕ Đơn vị mới: 2" in summary
    assert "Chưa có gì được ghi." in summary
    assert await what_stands(story) == before


async def test_confirmed_businesses_wait_as_invited(story: Story) -> None:
    await send(story, two_new())
    story.look_away()

    await story.press(COORDINATOR, "📥 Nhập 2 đơn vị mới")

    assert len(story.arrived(COORDINATOR)) == 1
    assert "➕ Đơn vị mới, chờ người đại diện: 2" in story.text(COORDINATOR)
    assert "🖨 Phiếu mời cho 2 đơn vị vừa nhập" in buttons_of(story.last(COORDINATOR))
    found = await businesses(story)
    assert {member.status for member in found.values()} == {MemberStatus.INVITED}
    assert sorted(member.tax_code for member in found.values()) == sorted([tax_code(1), tax_code(2)])


async def test_importing_twice_changes_nothing(story: Story) -> None:
    await import_list(story, two_new())
    before = await what_stands(story)

    await send(story, two_new())

    assert "✔ Đã có, không khác: 2" in story.text(COORDINATOR)
    assert "danh bạ giữ nguyên" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == ["◀ Nhập, xuất"]
    assert await what_stands(story) == before


async def test_a_table_of_text_is_taken_as_well(story: Story) -> None:
    await send(story, csv([row(1), row(2)], encoding="utf-16"), "Danh sách.CSV")

    assert "➕ Đơn vị mới: 2" in story.text(COORDINATOR)


async def test_three_sheets_of_two_businesses_are_six_and_what_was_not_read_is_named(story: Story) -> None:
    book = Workbook()
    first_sheet(book).append(["Tên đơn vị", "Lĩnh vực"])
    for title, numbers in (("Viễn thông", (1, 2)), ("Bưu chính", (3, 4)), ("CNTT", (5, 6))):
        sheet = book.create_sheet(title)
        for line in (HEADINGS, *map(row, numbers)):
            sheet.append(list(line))
    sheet.append(row(7, commune="Sao Hỏa"))
    content = BytesIO()
    book.save(content)

    await send(story, content.getvalue())

    assert "➕ Đơn vị mới: 6" in story.text(COORDINATOR)
    assert "Trang đã đọc (số dòng): Viễn thông (2), Bưu chính (2), CNTT (3)" in story.text(COORDINATOR)
    assert "Trang không đọc: Sheet (thiếu cột Mã số thuế; Xã, phường, đặc khu)" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "📥 Nhập 6 đơn vị mới")
    assert len(await businesses(story)) == 6


async def test_an_empty_file_is_told_in_a_whole_sentence(story: Story) -> None:
    await send(story, b" \n")

    assert "Tệp rỗng, không có nội dung nào." in story.text(COORDINATOR)
    assert ".csv" not in story.text(COORDINATOR)


async def test_rejected_rows_come_back_with_the_reason_beside_each_wrong_cell(story: Story) -> None:
    order = ("STT", *HEADINGS)
    good, wrong = [1, *row(1)], [2, *row(2, tax_code="0100112438", commune="Sao Hỏa")]
    await send(story, xlsx([good, wrong], headings=order))

    assert "⚠️ Dòng bị loại: 1" in story.text(COORDINATOR)
    assert "Cột không dùng đến: STT" in story.text(COORDINATOR)
    sheet = first_sheet(workbook(story, "dong-bi-loai"))
    headings, returned = lines(sheet)
    assert headings == (
        *("STT", "Mã số thuế", "Lý do – Mã số thuế", "Tên đơn vị", "Lĩnh vực"),
        *("Xã/phường", "Lý do – Xã/phường", "Điện thoại đơn vị", "Năng lực"),
    )
    assert returned[1] == "0100112438"
    assert "chữ số kiểm tra" in str(returned[2])
    assert "Sao Hỏa" in str(returned[6])
    assert sheet["B2"].fill.fgColor.rgb != sheet["D2"].fill.fgColor.rgb


async def test_rejected_rows_can_be_corrected_and_sent_again_as_they_are(story: Story) -> None:
    await send(story, xlsx([row(1, commune="Sao Hỏa")]))
    book = workbook(story, "dong-bi-loai")
    sheet = first_sheet(book)
    sheet["D2"] = "Ba Vì"
    corrected = BytesIO()
    book.save(corrected)

    await send(story, corrected.getvalue(), "dong-bi-loai.xlsx")

    assert "➕ Đơn vị mới: 1" in story.text(COORDINATOR)
    assert "Cột không dùng" not in story.text(COORDINATOR)


async def test_known_businesses_are_shown_side_by_side_and_corrected_when_confirmed(story: Story) -> None:
    await import_list(story, two_new())
    await send(story, xlsx([row(1, name="Công ty mới", commune="Ba Vì"), row(2, phone="024 3822 9999"), row(3)]))
    assert "✏️ Đã có, khác với danh bạ: 2" in story.text(COORDINATOR)

    await story.press(COORDINATOR, "🔍 So sánh 2 đơn vị đã có")
    compared = story.text(COORDINATOR)
    assert f"Công ty số 1 Hà Nội · {tax_code(1)} · dòng 2" in compared
    assert "▪ Tên đơn vị\nHiện có: Công ty số 1 Hà Nội\nTrong tệp: Công ty mới" in compared
    assert "▪ Xã, phường, đặc khu\nHiện có: Phường Hoàn Kiếm\nTrong tệp: Xã Ba Vì" in compared
    assert "▪ Điện thoại đơn vị\nHiện có: 024 3822 1234\nTrong tệp: 024 3822 9999" in compared
    assert "Hiện có: Bưu chính; Công nghệ thông tin, công nghệ số\nTrong tệp: Viễn thông; Bưu chính" in compared

    await story.press(COORDINATOR, "◀ Kết quả kiểm tra")
    await story.press(COORDINATOR, "📥 Nhập 1 mới, cập nhật 2 đã có")

    assert "➕ Đơn vị mới, chờ người đại diện: 1\n✏️ Đơn vị được cập nhật: 2" in story.text(COORDINATOR)
    found = await businesses(story)
    assert found["Công ty mới"].commune_code == BA_VI
    assert found["Công ty số 2 Hà Nội"].phone == "+842438229999"


async def test_known_businesses_stay_as_they_are_when_only_new_ones_are_wanted(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    known = (await businesses(story))["Viễn thông Sông Hồng"]
    assert known.tax_code.isdecimal()
    await import_list(story, two_new())

    await import_list(story, xlsx([row(1, name="Công ty mới"), row(3)]), "📥 Nhập 1 đơn vị mới")

    assert "Giữ nguyên theo lựa chọn của Anh/Chị: 1" in story.text(COORDINATOR)
    found = await businesses(story)
    assert "Công ty mới" not in found
    assert found["Viễn thông Sông Hồng"] == known


async def test_many_differences_come_as_a_workbook_and_are_leafed_through(story: Story) -> None:
    rows = [row(number) for number in range(1, 13)]
    await import_list(story, xlsx(rows))
    await send(story, xlsx([row(number, name=f"Tên mới {number}") for number in range(1, 13)]))

    headings, *compared = lines(first_sheet(workbook(story, "so-sanh")))
    assert headings == ("Dòng", "Mã số thuế", "Tên đơn vị", "Mục", "Hiện có", "Trong tệp")
    assert len(compared) == 12
    assert compared[0][3:] == ("Tên đơn vị", "Công ty số 1 Hà Nội", "Tên mới 1")
    await story.press(COORDINATOR, "🔍 So sánh 12")
    assert "1/6" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "›")
    assert "Tên mới 3" in story.text(COORDINATOR)


async def test_what_changed_after_the_check_is_left_as_it_is_and_told(story: Story) -> None:
    await import_list(story, two_new())
    await send(story, xlsx([row(1, name="Tên trong tệp"), row(2, name="Tên khác")]))
    async with story.database.writing() as session:
        (await session.get_one(Member, 1)).name = "Tên vừa đổi"

    await story.press(COORDINATOR, "✏️ Cập nhật 2 đơn vị đã có")

    assert "vừa có thay đổi sau khi kiểm tra: 1 (Tên vừa đổi)" in story.text(COORDINATOR)
    assert sorted(await businesses(story)) == ["Tên khác", "Tên vừa đổi"]


async def test_a_list_is_decided_on_once(story: Story) -> None:
    await send(story, two_new())
    summary = story.last(COORDINATOR)
    new, drop = data_of(summary)
    await story.press(COORDINATOR, "📥 Nhập 2 đơn vị mới")

    assert "đã được quyết định" in await story.forge(COORDINATOR, summary, new)
    assert "đã được quyết định" in await story.forge(COORDINATOR, summary, drop)
    assert len(await businesses(story)) == 2


async def test_an_import_can_be_cancelled(story: Story) -> None:
    before = await what_stands(story)
    await send(story, two_new())

    await story.press(COORDINATOR, "✖ Hủy")

    assert "Đã hủy việc nhập danh-sach.xlsx. Danh bạ giữ nguyên." in story.text(COORDINATOR)
    assert await what_stands(story) == before


async def test_another_coordinator_does_not_decide_on_somebodys_list(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await send(story, two_new())
    (new, *_) = data_of(story.last(COORDINATOR))
    await story.say(SECOND_COORDINATOR, "/menu")

    assert "không còn được lưu" in await story.forge(SECOND_COORDINATOR, story.last(SECOND_COORDINATOR), new)
    assert await businesses(story) == {}


async def test_who_is_no_coordinator_imports_nothing(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    before = await what_stands(story)

    await send(story, two_new(), person=AN)
    await story.say(AN, "/nhapxuat")

    # The file is offered to the coordinating body, as whatever a member sends, in a message that is edited later.
    asked = ("questions", "attachments", "broadcasts", "deliveries")
    stands = {table: rows for table, rows in (await what_stands(story)).items() if table not in asked}
    assert stands == {table: rows for table, rows in before.items() if table not in asked}
    async with story.database.reading() as session:
        assert (await session.exec(select(Job))).all() == []
    for data in ("xw:home::0", "xw:roster::0", "xj:1:new:0"):
        assert "không thuộc vai trò" in await story.forge(AN, story.last(AN), data)


async def test_a_file_in_the_midst_of_declaring_belongs_to_the_incident(story: Story) -> None:
    await story.say(COORDINATOR, "/suco Đứt cáp quang tại Hoàn Kiếm")

    await send(story, two_new())

    async with story.database.reading() as session:
        assert (await session.exec(select(Job))).all() == []


async def test_a_list_in_the_midst_of_another_dialogue_is_checked_and_the_dialogue_goes_on(story: Story) -> None:
    await story.say(COORDINATOR, "/nangluc")
    await story.press(COORDINATOR, "➕ Thêm")

    await send(story, two_new())
    assert SUMMARY in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Xuồng máy")

    assert "Xuồng máy" in story.text(COORDINATOR)


async def test_everything_is_said_in_the_language_of_who_asks(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Ann", language_code="en")

    await send(story, xlsx([row(1), row(2, commune="Mars")]), person=SECOND_COORDINATOR)

    assert "➕ New businesses: 1" in story.text(SECOND_COORDINATOR)
    headings, returned = lines(first_sheet(workbook(story, "rejected-rows", person=SECOND_COORDINATOR)))
    assert headings[4] == "Reason – Xã/phường"
    assert "Mars" in str(returned[4])


# Bad input


def many(count: int) -> bytes:
    line = ";".join(str(cell or "") for cell in row()).encode() + b"\n"
    return csv([]) + line * count


def zipped(name: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("make", "name", "told"),
    [
        (
            lambda: xlsx([["x", "y"]], headings=("Họ tên", "Lớp")),
            "ds.xlsx",
            "Không thấy cột: Mã số thuế; Tên đơn vị; Lĩnh vực",
        ),
        (
            lambda: xlsx([row()[:3]], headings=HEADINGS[:3]),
            "ds.xlsx",
            "Không thấy cột: Xã, phường, đặc khu. Tiêu đề lạ: –",
        ),
        (lambda: xlsx([row()], headings=(*HEADINGS[:5], "MST")), "ds.xlsx", "Có hai cột cùng ý nghĩa: MST"),
        (lambda: xlsx([]), "ds.xlsx", "không có dòng nào"),
        (lambda: two_new()[:2000], "ds.xlsx", "Tệp bị hỏng"),
        (lambda: many(100_000), "ds.csv", "vượt quá 60.000 dòng"),
        (lambda: b"%PDF-1.7 ...", "ds.xlsx", "mà là tệp PDF"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "ds.xlsx", "mà là tệp ảnh"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "ds.xlsx", ".xls đời cũ, hoặc tệp có mật khẩu"),
        (lambda: zipped("word/document.xml"), "ds.xlsx", "mà là văn bản"),
        (lambda: zipped("a.txt"), "ds.xlsx", "mà là tệp nén"),
        (lambda: b"<html><table></table></html>", "ds.xlsx", "mà là trang web"),
        (lambda: csv([row()]), "ds.xlsx", "đổi đuôi tệp thành .csv"),
        (lambda: b"\xff\xfe\x00", "ds.csv", "hoặc không đọc được"),
        (lambda: two_new(), "ds.xls", "chỉ nhận danh sách dạng .xlsx hoặc .csv"),
        (lambda: two_new(), "ds.ods", "chỉ nhận danh sách dạng .xlsx hoặc .csv"),
        (lambda: b"x" * (20 * 1024 * 1024 + 1), "ds.xlsx", "Tệp 21 MB vượt quá giới hạn 20 MB"),
    ],
)
async def test_a_bad_file_is_told_precisely_and_changes_nothing(
    story: Story, make: Callable[[], bytes], name: str, told: str
) -> None:
    before = await what_stands(story)

    await send(story, make(), name)

    assert told in story.text(COORDINATOR)
    assert await what_stands(story) == before


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"name": '=HYPERLINK("http://x","Công ty")'}, "Ô chứa công thức"),
        ({"name": "#REF!"}, "Ô báo lỗi công thức (#REF!)"),
        ({"name": None}, "ô đang để trống"),
        ({"tax_code": 100112438}, "thiếu số 0 ở đầu"),
        ({"sectors": "Nông nghiệp"}, "Không có lĩnh vực “Nông nghiệp”"),
        ({"phone": "12"}, "Số điện thoại chưa đúng"),
        ({"capabilities": "Máy phát đện: 5"}, "Gần nhất: Máy phát điện"),
        ({"capabilities": "Máy phát điện"}, "cần số lượng từ 1 đến 999"),
    ],
)
async def test_a_bad_cell_is_told_precisely_and_changes_nothing(
    story: Story, cells: dict[str, object], reason: str
) -> None:
    before = await what_stands(story)

    await send(story, xlsx([row(1, **cells)]))

    returned = lines(first_sheet(workbook(story, "dong-bi-loai")))[1]
    assert any(reason in str(cell) for cell in returned), returned
    assert "danh bạ giữ nguyên" in story.text(COORDINATOR)
    assert await what_stands(story) == before


async def test_two_rows_with_one_tax_code_are_both_turned_away_naming_each_other(story: Story) -> None:
    await import_list(story, xlsx([row(1), row(2), row(1, name="Tên khác")]))

    _, first, second = lines(first_sheet(workbook(story, "dong-bi-loai")))
    assert "Trùng mã số thuế với dòng 4" in str(first[1])
    assert "Trùng mã số thuế với dòng 2" in str(second[1])
    assert list(await businesses(story)) == ["Công ty số 2 Hà Nội"]


# When something goes wrong


async def test_a_job_that_a_crash_interrupted_is_done_again_and_nothing_comes_in_twice(story: Story) -> None:
    await import_list(story, two_new())
    before = await what_stands(story)
    async with story.database.writing() as session:
        await session.exec(update(Job).where(col(Job.kind) == JobKind.IMPORT).values(state=JobState.RUNNING))

    await story.restart()
    await story.settle()

    assert "➕ Đơn vị mới, chờ người đại diện: 2" in story.text(COORDINATOR)
    assert await what_stands(story) == before


async def test_a_list_that_brought_the_bot_down_three_times_is_given_up_and_told(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    story.house.jobs.stop()
    await send(story, two_new(), person=SECOND_COORDINATOR)
    async with story.database.writing() as session:
        await session.exec(update(Job).values(state=JobState.RUNNING, attempts=3))
    story.look_away()

    await story.restart()
    await story.settle()

    assert "không hoàn thành được sau 3 lần thử" in story.text(SECOND_COORDINATOR)
    assert "việc số 1 (nhập, xuất dữ liệu) không hoàn thành được" in story.text(COORDINATOR)


async def test_a_list_that_waits_when_the_bot_ends_is_checked_after_the_next_start(story: Story) -> None:
    story.house.jobs.stop()
    await send(story, two_new())
    assert SUMMARY not in story.text(COORDINATOR)

    await story.restart()
    await story.settle()

    assert SUMMARY in story.text(COORDINATOR)


async def test_a_job_waits_while_telegram_asks_for_it(story: Story) -> None:
    before = story.clock.now()
    story.world.faults.add(Fault("429", "getFile", seconds=30))
    story.world.faults.add(Fault("drop_before", "sendDocument", times=2))

    await send(story, xlsx([row(1, commune="Sao Hỏa")]))

    assert story.clock.now() - before >= timedelta(seconds=30)
    assert len(files(story)) == 1
    assert SUMMARY in story.text(COORDINATOR)


async def test_a_job_is_given_up_after_three_attempts_and_told_to_its_person_and_the_owners(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    story.look_away()
    story.world.faults.add(Fault("500", "getFile", times=None))

    await send(story, two_new(), person=SECOND_COORDINATOR)

    assert "không hoàn thành được sau 3 lần thử" in story.text(SECOND_COORDINATOR)
    assert "việc số 1 (nhập, xuất dữ liệu) không hoàn thành được" in story.text(COORDINATOR)
    async with story.database.reading() as session:
        (job,) = (await session.exec(select(Job))).all()
    assert (job.state, job.attempts) == (JobState.FAILED, 3)


async def test_who_is_a_coordinator_no_more_gets_nothing_that_was_asked_for_before(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Văn Khoa")
    await story.say(SECOND_COORDINATOR, "/nhapxuat")
    story.house.jobs.stop()
    await story.press(SECOND_COORDINATOR, "📑 Xuất danh bạ")
    async with story.database.writing() as session:
        person = await accounts.recognise(
            session,
            telegram_id=SECOND_COORDINATOR,
            name="Vũ Văn Khoa",
            language=story.settings.language,
            now=story.clock.now(),
        )
        await accounts.assign_role(session, person=person, role=None, by=None, now=story.clock.now())
    story.look_away()

    await story.restart()
    await story.settle()

    assert files(story, SECOND_COORDINATOR) == []


async def test_an_import_is_on_record_with_who_did_it(story: Story) -> None:
    await import_list(story, two_new())

    async with story.database.reading() as session:
        rows = (await session.exec(select(AuditEntry).where(AuditEntry.action == "import"))).all()
        person = await accounts.owners(session)
    assert [row.person_id for row in rows] == [person[0].id]
    assert rows[0].after is not None
    assert rows[0].after["new"] == 2


@pytest.mark.parametrize(
    "heading", ["SĐT", "Số ĐT", "ĐT", "Điện thoại liên hệ", "Số điện thoại liên hệ", "Di động", "Tel"]
)
async def test_the_usual_headings_of_phones_are_known(story: Story, heading: str) -> None:
    await send(story, xlsx([row(1)], headings=(*HEADINGS[:4], heading, HEADINGS[5])))

    assert "➕ Đơn vị mới: 1" in story.text(COORDINATOR)
    assert "Cột không dùng đến" not in story.text(COORDINATOR)


async def test_of_two_headings_of_one_meaning_the_usual_one_is_taken_and_the_other_told(story: Story) -> None:
    headings = (*HEADINGS[:2], "Ngành nghề kinh doanh", *HEADINGS[3:], "Di động", "Loại hình")
    await send(story, xlsx([[*row(1), "0912345678", "TNHH"]], headings=headings))

    assert "➕ Đơn vị mới: 1" in story.text(COORDINATOR)
    assert "Cột không dùng đến: Di động; Loại hình" in story.text(COORDINATOR)
