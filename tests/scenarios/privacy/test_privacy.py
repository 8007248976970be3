"""A person looks at their own data, gets them as a file, withdraws consent, and is gone at once."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.engine import schedule
from models.attachments import AttachmentKind
from models.audit import AuditEntry
from models.capabilities import Capability
from models.identity import id_of
from models.incidents import INCIDENT_SUBJECT, Severity
from models.members import ContactKind
from models.people import Consent, Language, Person
from models.responses import RESPONSE_SUBJECT, Response, ResponseChange
from models.roster import ContactLook
from models.tasks import TASK_CHANGE_SUBJECT, Task, TaskChange, TaskState, TaskStep
from services.ground import attachments
from services.ground.attachments import Attachment
from services.members import representatives
from services.people import accounts, businesses
from tests.enrolment import appoint, enrol
from tests.scenarios import registering
from tests.scenarios.declaring import declare
from tests.scenarios.registering import apply, rows
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Json, Story, buttons_of, data_of, text_of
from tests.traces import traces

NHUNG, BINH, STRANGER = 7700112233, 202, 900
NAME, BUSINESS = "Quách Thị Tuyết Nhung", "Viễn thông Sông Hồng"
SIGNS = (NAME, "Quách", str(NHUNG))
WITHDRAW, CONFIRM = "✋ Rút lại đồng ý", "✋ Rút lại đồng ý, xóa dữ liệu"


@scene
async def nhung(story: Story, *, colleague: bool = False) -> None:
    await enrol(story, NHUNG, NAME, BUSINESS)
    if colleague:
        await enrol(story, BINH, "Lê Thị Bình", BUSINESS, contact=ContactKind.BACKUP)


async def withdraw(story: Story, person: int = NHUNG) -> None:
    await story.say(person, "/dulieu")
    await story.press(person, WITHDRAW)
    await story.press(person, CONFIRM)


async def traces_of(story: Story, *signs: str) -> list[tuple[str, str]]:
    async with story.database.reading() as session:
        return await traces(session, *signs)


async def purposes(story: Story, *, version: str) -> list[str]:
    async with story.database.reading() as session:
        given = await session.exec(select(Consent).where(Consent.text_version == version))
        return sorted(one.purpose for one in given if one.withdrawn_at is None)


async def open_people(story: Story) -> None:
    """Let Bình look whom to call at Nhung's business."""
    await story.say(BINH, f"/danhba {BUSINESS}")
    if "👤 Xem đầu mối" not in buttons_of(story.last(BINH)):
        await story.press(BINH, f"{BUSINESS} ·")
    await story.press(BINH, "👤 Xem đầu mối")


async def actions(story: Story) -> list[str]:
    async with story.database.reading() as session:
        return [entry.action for entry in await session.exec(select(AuditEntry))]


def file_of(story: Story, person: int) -> Json:
    return next(message for message in reversed(story.chat(person)) if "document" in message)


def sheets_of(story: Story, message: Json) -> dict[str, list[list[object]]]:
    content = story.world.files.contents[message["document"]["file_id"]]
    book = load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


async def test_a_person_sees_in_short_what_is_stored(story: Story) -> None:
    await nhung(story)
    await story.say(NHUNG, "/dulieu")

    text = story.text(NHUNG)
    for fact in (NAME, str(NHUNG), accounts.CONSENT_VERSION, BUSINESS, "Giám đốc", "đầu mối chính", "0 lượt trả lời"):
        assert fact in text
    assert {"📄 Nhận tệp dữ liệu", "👁 Ai đã xem thông tin liên hệ", WITHDRAW} <= set(buttons_of(story.last(NHUNG)))


async def test_a_stranger_has_no_consent_to_withdraw_and_may_be_erased_all_the_same(story: Story) -> None:
    story.person(STRANGER, "Người lạ")
    await story.say(STRANGER, "/mydata")
    assert "Chưa ghi nhận sự đồng ý nào" in story.text(STRANGER)
    assert WITHDRAW not in buttons_of(story.last(STRANGER))

    await story.press(STRANGER, "🗑 Xóa dữ liệu của tôi")
    await story.press(STRANGER, "🗑 Xóa dữ liệu của tôi")

    assert "Đã thực hiện" in story.text(STRANGER)
    assert await traces_of(story, "Người lạ") == []


async def test_the_file_holds_what_is_stored_and_nothing_runs_as_a_formula(story: Story) -> None:
    await nhung(story)
    await appoint(story, SECOND_COORDINATOR, "=HYPERLINK(1)")
    await declare(story, "Đứt cáp quang")
    await story.press(NHUNG, "✅ Sẵn sàng")
    async with story.database.writing() as session:
        looker = await accounts.recognise(
            session,
            telegram_id=SECOND_COORDINATOR,
            name="=HYPERLINK(1)",
            language=Language.VIETNAMESE,
            now=story.clock.now(),
        )
        (member,) = await businesses.spoken_for(
            session, person=(await session.exec(select(Person).where(Person.telegram_id == NHUNG))).one()
        )
        session.add(ContactLook(member_id=id_of(member), person_id=id_of(looker), at=story.clock.now()))

    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, "📄 Nhận tệp dữ liệu")

    message = file_of(story, NHUNG)
    assert message["document"]["file_name"] == "san-sang-20261120.xlsx"
    sheets = sheets_of(story, message)
    assert ["Tên trên Telegram", NAME] in [row[:2] for row in sheets["Cá nhân"]]
    assert sheets["Đại diện"][1][:3] == [BUSINESS, sheets["Đại diện"][1][1], NAME]
    assert "✅ Sẵn sàng" in sheets["Trả lời"][1]
    assert "=HYPERLINK(1)" in sheets["Ai xem liên hệ"][1]
    assert "cảnh báo" in {row[0] for row in sheets["Tin nhắn bot đã gửi"]}
    assert "consent" in {row[1] for row in sheets["Nhật ký"]}
    assert len(sheets) == 63
    assert "data-handed-out" in await actions(story)


async def test_the_file_holds_what_was_offered_attached_and_asked_for(story: Story) -> None:
    await nhung(story)
    await declare(story, "Đứt cáp quang")
    await story.press(NHUNG, "✅ Sẵn sàng")
    async with story.database.writing() as session:
        change = (await session.exec(select(ResponseChange))).one()
        known = {one.name_vi: id_of(one) for one in await session.exec(select(Capability))}
        change.offered_capability_ids = [known["Máy phát điện"], known["Đội ứng cứu cáp quang"]]
        change.offered_quantities = {str(known["Máy phát điện"]): 2}
        own = (await session.exec(select(Person).where(Person.telegram_id == NHUNG))).one()
        task = await order(session, change, asked_by=own, now=story.clock.now())
        step = TaskChange(
            task_id=id_of(task),
            member_id=task.member_id,
            person_id=id_of(own),
            step=TaskStep.DONE,
            at=story.clock.now(),
            note="Đã hàn nối",
        )
        session.add(step)
        await session.flush()
        for subject, subject_id, files in (
            (RESPONSE_SUBJECT, change.response_id, [Attachment(AttachmentKind.PHOTO, "f1", "u1")]),
            (TASK_CHANGE_SUBJECT, id_of(step), [Attachment(AttachmentKind.DOCUMENT, "f2", "u2", "nghiem-thu.pdf")]),
            (INCIDENT_SUBJECT, 1, [Attachment(AttachmentKind.LOCATION, "21.3,105.4", name="Cổng số 2")]),
        ):
            await attachments.keep(session, subject=subject, subject_id=subject_id, attachments=files)

    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, "📄 Nhận tệp dữ liệu")
    sheets = sheets_of(story, file_of(story, NHUNG))
    await story.say(COORDINATOR, "/dulieu")
    await story.press(COORDINATOR, "📄 Nhận tệp dữ liệu")
    of_coordinator = sheets_of(story, file_of(story, COORDINATOR))

    (answer,) = sheets["Trả lời"][1:]
    assert "Máy phát điện: 2 máy" in str(answer)
    assert "Đội ứng cứu cáp quang" in str(answer)
    assert "1 ảnh" in answer
    assert "1 tài liệu nghiem-thu.pdf" in sheets["Bước nhiệm vụ"][1]
    assert {"Kiểm tra tuyến cáp", "Cổng số 2"} <= set(sheets["Nhiệm vụ đã giao"][1])
    assert "1 vị trí Cổng số 2 21.3,105.4" in of_coordinator["Sự cố đã khai báo, kết thúc"][1]


async def order(session: AsyncSession, change: ResponseChange, *, asked_by: Person, now: datetime) -> Task:
    """Give the business of an answer a task."""
    response = await session.get_one(Response, change.response_id)
    task = Task(
        year=2026,
        number=1,
        code="NV-2026-0001",
        member_id=response.member_id,
        severity=Severity.MEDIUM,
        what="Kiểm tra tuyến cáp",
        place="Cổng số 2",
        due_at=now,
        state=TaskState.DONE,
        state_at=now,
        asked_by_id=id_of(asked_by),
        asked_at=now,
        draft_key="k",
    )
    session.add(task)
    await session.flush()
    return task


async def test_the_page_tells_what_follows_before_anything_happens(story: Story) -> None:
    await nhung(story)
    await declare(story, "Đứt cáp quang")
    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, WITHDRAW)

    text = story.text(NHUNG)
    for fact in ("Xóa ngay", "không khôi phục được", "Giữ lại, không kèm tên", "5 năm", "không còn ai đại diện"):
        assert fact in text
    assert len(await traces_of(story, NAME)) > 0

    await story.press(NHUNG, "◀ Giữ nguyên")
    assert "Dữ liệu của Anh/Chị" in story.text(NHUNG)
    assert await rows(story, Consent) == 2


async def test_who_withdraws_is_gone_from_every_table_and_the_audit_shows_that_it_happened(story: Story) -> None:
    await nhung(story)
    story.look_away()
    await withdraw(story)

    assert "Đã thực hiện" in story.text(NHUNG)
    assert await traces_of(story, *SIGNS) == []
    assert "consent-withdrawn" in await actions(story)
    (told,) = story.arrived(COORDINATOR)
    assert f"{BUSINESS} không còn ai đại diện" in told
    assert story.world.commands(NHUNG) == []


async def test_alerts_no_longer_come(story: Story) -> None:
    await nhung(story, colleague=True)
    await withdraw(story)
    story.look_away()

    await declare(story, "Đứt cáp quang")

    assert story.arrived(NHUNG) == []
    assert len(story.arrived(BINH)) == 1


async def test_the_business_is_in_the_roster_without_the_contact(story: Story) -> None:
    await nhung(story, colleague=True)
    await withdraw(story)

    await story.say(COORDINATOR, "/danhba")
    await story.say(COORDINATOR, NAME)
    assert NAME not in story.text(COORDINATOR).replace(f"“{NAME}”", "")
    async with story.database.reading() as session:
        assert [place for place, _ in await traces(session, "Quách") if place.startswith("roster")] == []


async def test_the_backup_is_told_that_they_are_called_first_now(story: Story) -> None:
    await nhung(story, colleague=True)
    story.look_away()
    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, WITHDRAW)
    assert "Lê Thị Bình thành đầu mối chính" in story.text(NHUNG)
    await story.press(NHUNG, CONFIRM)

    (told,) = story.arrived(BINH)
    assert "Anh/Chị nay là đầu mối chính" in told
    assert NAME not in told
    assert story.arrived(COORDINATOR) == []


async def see_the_ready(story: Story) -> None:
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "✅ Sẵn sàng: 1")


async def test_in_the_middle_of_an_incident_the_answer_stays_without_the_name(story: Story) -> None:
    await nhung(story, colleague=True)
    await declare(story, "Đứt cáp quang")
    await story.press(NHUNG, "✅ Sẵn sàng")
    assert NAME in text_of(story.last_with(BINH, "Xem chi tiết"))
    await see_the_ready(story)
    assert NAME in story.text(COORDINATOR)
    await story.press(COORDINATOR, "◀ Bảng tổng hợp")

    await withdraw(story)
    await story.pass_time(seconds=10)

    await see_the_ready(story)
    card, listed = story.last_with(BINH, "Xem chi tiết"), story.last(COORDINATOR)
    for message in (card, listed):
        assert NAME not in text_of(message)
        assert "(đã xóa dữ liệu)" in text_of(message)
    assert await traces_of(story, *SIGNS) == []


async def test_who_was_alone_is_shown_as_unreachable_with_the_reason(story: Story) -> None:
    await nhung(story)
    await declare(story, "Đứt cáp quang")
    await withdraw(story)
    await story.pass_time(seconds=10)

    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "📵 Không liên lạc được: 1")
    assert any(f"{BUSINESS} – đã rút đồng ý" in text_of(message) for message in story.chat(COORDINATOR))
    story.look_away()
    await story.pass_time(minutes=20)
    assert story.arrived(NHUNG) == []


async def test_in_the_middle_of_a_dialogue_the_draft_goes_too(story: Story) -> None:
    story.person(NHUNG, NAME)
    for words in ("/dangky",):
        await story.say(NHUNG, words)
    await story.press(NHUNG, "Đồng ý")
    await story.say(NHUNG, "0799001012")
    before = story.last(NHUNG)

    await withdraw(story)

    assert await traces_of(story, *SIGNS, "0799001012") == []
    # Her old buttons belong to nobody now.
    assert "đã hoàn tất, đã hủy" in await story.forge(NHUNG, before, data_of(before)[0])


async def test_a_second_tap_on_the_last_button_leaves_no_trace(story: Story) -> None:
    await nhung(story)
    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, WITHDRAW)
    page = story.last(NHUNG)
    data = page["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    await story.press(NHUNG, CONFIRM)

    story.look_away()
    words = await story.forge(NHUNG, page, data)

    assert "đã được xóa trước đó" in words
    assert story.arrived(NHUNG) == []
    assert await traces_of(story, *SIGNS) == []
    assert (await actions(story)).count("consent-withdrawn") == 2


async def test_who_blocks_the_bot_afterwards_is_not_stored_again(story: Story) -> None:
    await nhung(story)
    await withdraw(story)

    story.world.block(NHUNG)
    await story.settle()

    assert [place for place, _ in await traces_of(story, *SIGNS) if place != "inbox.sender_id"] == []


async def test_who_presses_an_old_button_afterwards_is_not_stored_again(story: Story) -> None:
    await nhung(story)
    await declare(story, "Đứt cáp quang")
    card = story.last_with(NHUNG, "Sẵn sàng")
    await withdraw(story)

    assert await story.forge(NHUNG, card, data_of(card)[0])

    assert await traces_of(story, *SIGNS) == []


async def test_who_writes_again_is_a_stranger(story: Story) -> None:
    await nhung(story)
    await withdraw(story)
    await story.say(NHUNG, "/start")

    assert "đăng ký tham gia" in story.text(NHUNG)
    assert "dangky" in [command["command"] for command in story.world.commands(NHUNG)]
    await story.say(NHUNG, "/dulieu")
    assert "Chưa ghi nhận sự đồng ý nào" in story.text(NHUNG)
    assert BUSINESS not in story.text(NHUNG)


async def test_who_read_the_page_before_things_changed_reads_it_again(story: Story) -> None:
    await nhung(story, colleague=True)
    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, WITHDRAW)
    await withdraw(story, BINH)

    assert "Tình hình vừa thay đổi" in await story.press(NHUNG, CONFIRM)
    assert "không còn ai đại diện" in text_of(story.last_with(NHUNG, CONFIRM))
    await story.press(NHUNG, CONFIRM)
    assert "Đã thực hiện" in story.text(NHUNG)


async def test_an_owner_is_led_to_the_settings_first(story: Story) -> None:
    await story.say(COORDINATOR, "/dulieu")
    assert "OWNER_IDS" in await story.press(COORDINATOR, "🗑 Xóa dữ liệu của tôi")
    assert "OWNER_IDS" in await story.forge(COORDINATOR, story.last(COORDINATOR), "pd:confirm:e3b0c442")
    assert len(await traces_of(story, "Đoàn Thị Hạ")) > 0


async def test_a_coordinator_who_withdraws_loses_the_role_and_the_owner_is_told(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    story.look_away()
    await story.say(SECOND_COORDINATOR, "/dulieu")
    await story.press(SECOND_COORDINATOR, "🗑 Xóa dữ liệu của tôi")
    assert "thôi vai trò điều phối viên" in story.text(SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "🗑 Xóa dữ liệu của tôi")

    (told,) = story.arrived(COORDINATOR)
    assert "thôi vai trò điều phối viên" in told
    await story.say(SECOND_COORDINATOR, "/hoso")
    assert "không thuộc vai trò" in story.text(SECOND_COORDINATOR)


async def test_who_looked_at_the_contacts_is_listed_with_their_business(story: Story) -> None:
    await nhung(story)
    await enrol(story, BINH, "Lê Thị Bình", "Bưu chính Long Biên")
    async with story.database.writing() as session:
        ids = {one.telegram_id: id_of(one) for one in await session.exec(select(Person))}
        (member,) = await businesses.spoken_for(session, person=await session.get_one(Person, ids[NHUNG]))
        session.add_all(
            ContactLook(member_id=id_of(member), person_id=ids[BINH], at=story.clock.now()) for _ in range(9)
        )
    await story.say(NHUNG, "/dulieu")
    assert "đã được xem 9 lượt" in story.text(NHUNG)
    await story.press(NHUNG, "👁 Ai đã xem thông tin liên hệ")

    assert story.text(NHUNG).count("Lê Thị Bình (Bưu chính Long Biên)") == 8
    await story.press(NHUNG, "›")
    assert story.text(NHUNG).count("Lê Thị Bình") == 1


async def test_a_newer_text_of_the_consent_is_asked_for_in_the_menu_until_it_is_agreed_to(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    await nhung(story)
    await story.say(NHUNG, "/menu")
    assert "📖 Đọc bản mới" not in buttons_of(story.last(NHUNG))
    monkeypatch.setattr(accounts, "CONSENT_VERSION", "2027-06")

    await story.say(NHUNG, "/menu")
    assert "bản mới 2027-06" in story.text(NHUNG)
    await story.press(NHUNG, "📖 Đọc bản mới")
    for fact in ("để làm gì", "danh bạ", "2027-06"):
        assert fact in story.text(NHUNG)
    await story.press(NHUNG, "Để sau")
    assert "bản mới 2027-06" in story.text(NHUNG)
    await story.press(NHUNG, "📖 Đọc bản mới")
    assert "Đã ghi nhận" in await story.press(NHUNG, "Đồng ý")

    assert "bản mới" not in story.text(NHUNG)
    assert await purposes(story, version="2027-06") == ["membership"]


async def test_being_listed_is_ticked_by_the_person_when_a_newer_text_is_agreed_to(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    await nhung(story)
    monkeypatch.setattr(accounts, "CONSENT_VERSION", "2027-06")
    await story.say(NHUNG, "/menu")
    await story.press(NHUNG, "📖 Đọc bản mới")
    await story.press(NHUNG, "☐ Có tên trong danh bạ")
    await story.press(NHUNG, "☑ Có tên trong danh bạ")
    await story.press(NHUNG, "☐ Có tên trong danh bạ")
    await story.press(NHUNG, "Đồng ý")

    assert await purposes(story, version="2027-06") == ["listing", "membership"]


async def test_who_leaves_the_roster_stays_in_the_network_and_can_come_back(story: Story) -> None:
    await nhung(story)
    await enrol(story, BINH, "Lê Thị Bình", "Bưu chính Long Biên")
    await story.say(NHUNG, "/dulieu")
    assert "các đơn vị thành viên khác thấy họ tên" in story.text(NHUNG)
    assert "không thấy Anh/Chị trong danh bạ nữa" in await story.press(NHUNG, "☑ Có tên trong danh bạ")
    assert "các đơn vị thành viên khác không thấy Anh/Chị" in story.text(NHUNG)

    await open_people(story)
    assert NAME not in story.text(BINH)
    assert "Còn 1 người chưa đồng ý" in story.text(BINH)
    await declare(story, "Đứt cáp quang")
    assert "Đứt cáp quang" in text_of(story.last_with(NHUNG, "✅ Sẵn sàng"))

    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, "☐ Có tên trong danh bạ")
    await open_people(story)
    assert NAME in story.text(BINH)


async def test_whoever_has_not_agreed_to_take_part_cannot_be_listed(story: Story) -> None:
    story.person(STRANGER, "Người lạ")
    await story.say(STRANGER, "/dulieu")
    assert "danh bạ" not in story.text(STRANGER)
    assert "Cần có sự đồng ý" in await story.forge(STRANGER, story.last(STRANGER), "pd:listing:1")
    assert "không còn dùng được" in await story.forge(STRANGER, story.last(STRANGER), "pd:listing:2")
    assert await rows(story, Consent) == 0


async def test_nobody_agrees_to_a_text_that_they_did_not_read(story: Story) -> None:
    await nhung(story)
    story.person(STRANGER, "Người lạ")
    await story.say(STRANGER, "/start")
    for person, version in ((NHUNG, "2020-01"), (STRANGER, accounts.CONSENT_VERSION)):
        await story.say(person, "/menu")
        assert "không còn dùng được" in await story.forge(person, story.last(person), f"pd:agree:{version}/1")
    assert await rows(story, Consent) == 2


@pytest.mark.parametrize("data", ["pd:looks:x", "pd:nothing:", "pd:file", "pd:looks:-1"])
async def test_forged_taps_are_refused(story: Story, data: str) -> None:
    await nhung(story)
    await story.say(NHUNG, "/dulieu")
    story.look_away()

    assert "không còn dùng được" in await story.forge(NHUNG, story.last(NHUNG), data)
    assert story.arrived(NHUNG) == []


async def test_english_readers_read_all_of_it_in_english(story: Story) -> None:
    story.person(STRANGER, "Alice", language_code="en")
    await story.say(STRANGER, "/mydata")
    assert "Your data" in story.text(STRANGER)
    await story.press(STRANGER, "Get the file")
    assert "Person" in sheets_of(story, file_of(story, STRANGER))
    await story.press(STRANGER, "Delete my data")
    assert "Deleted at once" in text_of(story.last_with(STRANGER, "Keep everything"))


async def test_a_business_that_nobody_represents_any_more_is_not_called_available(story: Story) -> None:
    await nhung(story)
    await story.say(COORDINATOR, f"/danhba {BUSINESS}")
    await story.press(COORDINATOR, f"{BUSINESS} ·")
    assert "Đang sẵn sàng nhận cảnh báo" in story.text(COORDINATOR)

    await withdraw(story)

    await story.say(COORDINATOR, f"/danhba {BUSINESS}")
    await story.press(COORDINATOR, f"{BUSINESS} ·")
    assert "Chưa có người đại diện" in story.text(COORDINATOR)
    assert "sẵn sàng" not in story.text(COORDINATOR)


async def test_who_speaks_for_nobody_any_more_is_told_and_then_erased_without_asking(story: Story) -> None:
    await nhung(story, colleague=True)
    async with story.database.writing() as session:
        leaving = (await session.exec(select(Person).where(Person.telegram_id == NHUNG))).one()
        (member,) = await businesses.spoken_for(session, person=leaving)
        await representatives.step_down(session, member_id=id_of(member), person=leaving, now=story.clock.now())
    await schedule.tidy(story.database, now=story.clock.now())
    await story.say(NHUNG, "/dulieu")
    assert "không còn vai trò nào. Dữ liệu cá nhân sẽ được xóa từ" in story.text(NHUNG)

    story.look_away()
    await story.pass_time(days=22)
    (told,) = story.arrived(NHUNG)
    assert "Dữ liệu cá nhân của Anh/Chị sẽ được xóa từ" in told
    assert "20/12" in told
    assert buttons_of(story.last(NHUNG)) == ["◀ Dữ liệu của tôi"]
    assert "consent-withdrawn" not in await actions(story)

    await story.pass_time(days=8)

    assert await traces_of(story, *SIGNS) == []
    assert "data-erased" in await actions(story)
    assert "consent-withdrawn" not in await actions(story)


async def test_each_way_of_seeing_a_number_is_listed_with_how_it_was_seen(story: Story) -> None:
    await nhung(story, colleague=True)
    await declare(story, "Đứt cáp quang")
    await story.press(NHUNG, "✅ Sẵn sàng")
    await see_the_ready(story)
    await story.press(COORDINATOR, "1")
    await story.say(COORDINATOR, "/nhapxuat")
    await story.press(COORDINATOR, "📑 Xuất danh bạ")
    await story.say(BINH, "/donvi")
    await story.press(BINH, "👥 Người đại diện")
    await story.press(BINH, f"★ {NAME}")

    await story.say(NHUNG, "/dulieu")
    await story.press(NHUNG, "👁 Ai đã xem thông tin liên hệ")

    text = story.text(NHUNG)
    for how in ("xem khi điều phối", "xuất tệp danh bạ", "xem đồng nghiệp"):
        assert text.count(f"{how}: {BUSINESS}") == 1


async def test_an_application_that_is_opened_is_a_look_at_its_applicant(story: Story) -> None:
    await apply(story)
    await story.say(COORDINATOR, "/hoso")
    await story.press(COORDINATOR, registering.BUSINESS)

    async with story.database.reading() as session:
        (look,) = (await session.exec(select(ContactLook))).all()
    assert look.how == "application"


async def test_an_application_that_comes_unasked_shows_no_number_until_it_is_asked_for(story: Story) -> None:
    await apply(story)
    card = story.last_with(COORDINATOR, "Phê duyệt")
    assert "Điện thoại" not in text_of(card)

    await story.press(COORDINATOR, "☎️ Xem số điện thoại", message=card)

    assert "Điện thoại: 0" in story.text(COORDINATOR)
    assert "☎️ Xem số điện thoại" not in buttons_of(story.last(COORDINATOR))
    async with story.database.reading() as session:
        (look,) = (await session.exec(select(ContactLook))).all()
    assert look.how == "application"
