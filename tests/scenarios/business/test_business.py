"""A business's people see it, edit it, mark it as away and let it leave; what needs approval waits for it."""

import pytest
from sqlmodel import select

from models.applications import Application, ApplicationStatus
from models.audit import AuditEntry
from models.drafts import Draft
from models.incidents import Severity
from models.members import Member, MemberStatus, RepresentativeStatus, Sector
from models.roster import RosterEntry
from models.tasks import Task, TaskState
from tests.scenarios.businesses import (
    HOA,
    OTHER_TAX_CODE,
    SONG_HONG,
    TAM,
    TAX_CODE,
    another,
    business,
    introduce,
    make_link,
    member_id,
    newcomer,
    open_link,
    person_id,
    sectors,
    song_hong,
    standing,
)
from tests.scenarios.declaring import declare
from tests.scenarios.registering import act, press, rows, say, second_coordinator
from tests.story import COORDINATOR, Story, buttons_of, data_of, text_of

NEW_NAME = "Tổng công ty Sông Hồng"


async def edit(story: Story, person: int, part: str, *answers: tuple[str, str]) -> None:
    """Change one part of the data, up to the review."""
    await act(story, person, (("say", "/donvi"), ("press", "✏️ Sửa"), ("press", part), *answers))


async def rename(story: Story, person: int = HOA, name: str = NEW_NAME) -> None:
    """Ask for another name."""
    await edit(story, person, "✏️ Tên đơn vị", ("say", name), ("press", "Lưu và gửi phê duyệt"))


async def applications(story: Story) -> list[tuple[ApplicationStatus, dict[str, object]]]:
    """List the applications with what each asks for."""
    async with story.database.reading() as session:
        found = (await session.exec(select(Application))).all()
    return [(one.status, (one.proposed or {}).get("after", {})) for one in found]


# The card


async def test_a_representative_sees_the_business_and_may_do_what_belongs_to_them(story: Story) -> None:
    await song_hong(story)
    await say(story, HOA, "/donvi")
    for words in (SONG_HONG, "Lĩnh vực: Viễn thông", "Phường Hoàn Kiếm", "(5 đội)", "★ Trần Thị Hoa, Giám đốc"):
        assert words in story.text(HOA)
    assert "📡 Sẵn sàng nhận cảnh báo" in story.text(HOA)
    assert "🚪 Rời mạng lưới…" in buttons_of(story.last(HOA))
    await say(story, TAM, "/business")
    assert "🚪 Rời mạng lưới…" not in buttons_of(story.last(TAM))


async def test_who_speaks_for_several_businesses_chooses_first(story: Story) -> None:
    await song_hong(story)
    await another(story, HOA)
    await act(story, HOA, (("say", "/menu"), ("press", "🏢 Đơn vị")))
    assert "Anh/Chị đại diện cho 2 đơn vị" in story.text(HOA)
    await press(story, HOA, "Công nghệ Hoa Sen")
    assert "Lĩnh vực: Công nghệ thông tin" in story.text(HOA)
    await press(story, HOA, "◀ Các đơn vị của tôi")
    assert "2 đơn vị" in story.text(HOA)


async def test_a_stranger_has_no_business_to_see(story: Story) -> None:
    await song_hong(story)
    stranger = newcomer(story, started=True)
    await say(story, stranger, "/donvi")
    assert "không thuộc vai trò" in story.text(stranger)


@pytest.mark.parametrize("verb", ["card", "edit", "people", "away", "back", "leave", "surely", "now"])
async def test_nobody_touches_another_business(story: Story, verb: str) -> None:
    await song_hong(story)
    other = await another(story)
    await say(story, other, "/menu")
    words = await story.forge(other, story.last(other), f"bz:{await member_id(story)}:{verb}:0")
    assert "không đại diện cho đơn vị này" in words
    assert (await business(story)).status is MemberStatus.APPROVED


# Editing


async def test_plain_data_change_when_they_are_saved_and_are_confirmed_with_it(story: Story) -> None:
    await song_hong(story)
    await edit(story, TAM, "✏️ Địa bàn", ("say", "ba vi"), ("press", "Xã Ba Vì"))
    assert "Đổi ngay khi lưu: địa bàn" in story.text(TAM)
    assert (await business(story)).commune_code == "00070"
    await act(story, TAM, (("press", "✏️ Điện thoại đơn vị"), ("say", "024 3822 1234"), ("press", "💾 Lưu")))

    member = await business(story)
    assert (member.phone, member.commune_code != "00070", member.confirmed_at) == (
        "+842438221234",
        True,
        story.clock.now(),
    )
    assert "✔ Đã lưu." in story.text(TAM)
    assert "024 3822 1234" in story.text(TAM)
    assert await rows(story, Application) == 0


async def test_capabilities_headcounts_and_ones_own_data_are_edited(story: Story) -> None:
    await song_hong(story)
    await edit(story, TAM, "✏️ Năng lực", ("press", "Tiếp tục ▶"), ("press", "20"))
    await act(story, TAM, (("press", "✏️ Chức danh"), ("say", "Phó giám đốc"), ("press", "💾 Lưu")))
    assert "(20 đội)" in story.text(TAM)
    assert "• Lê Minh Tâm, Phó giám đốc" in story.text(TAM)
    assert (await standing(story, HOA)).title == "Giám đốc"


async def test_nothing_is_on_record_of_names_and_numbers_but_that_they_changed(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Điện thoại", ("say", "0912 345 678"), ("press", "💾 Lưu"))
    async with story.database.reading() as session:
        entries = (await session.exec(select(AuditEntry).where(AuditEntry.action == "member-edited"))).all()
    assert [(entry.before, entry.after) for entry in entries] == [({}, {"fields": ["phone"]})]


async def test_saving_without_a_change_confirms_the_data(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "✏️ Sửa"), ("press", "✔ Thông tin vẫn đúng")))
    assert "Đã ghi nhận thông tin là đúng" in story.text(HOA)
    assert (await business(story)).confirmed_at == story.clock.now()


async def test_editing_is_cancelled_and_goes_on_after_a_restart(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Chức danh", ("say", "Tổng giám đốc"))
    await story.restart()
    await say(story, HOA, "/start")
    assert "Tổng giám đốc" in story.text(HOA)
    assert "Đổi ngay khi lưu: chức danh" in story.text(HOA)
    await press(story, HOA, "✖ Hủy")
    assert await rows(story, Draft) == 0
    assert (await standing(story, HOA)).title == "Giám đốc"


async def test_two_who_edit_different_things_lose_nothing(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Điện thoại đơn vị", ("say", "024 3822 1234"))
    await edit(story, TAM, "✏️ Địa bàn", ("say", "ba vi"), ("press", "Xã Ba Vì"), ("press", "💾 Lưu"))
    await press(story, HOA, "💾 Lưu")
    member = await business(story)
    assert (member.phone, member.commune_code == "00070") == ("+842438221234", False)


async def test_a_second_tap_on_save_changes_nothing_more(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Tên đơn vị", ("say", NEW_NAME))
    review = story.last(HOA)
    (save, *_) = data_of(review)
    await press(story, HOA, "Lưu và gửi phê duyệt", message=review)
    assert "đã hoàn tất" in await story.forge(HOA, review, save)
    assert await rows(story, Application) == 1


async def test_an_answer_that_does_not_fit_is_refused_where_it_is_given(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Điện thoại đơn vị", ("say", "113"))
    assert "Số điện thoại chưa đúng" in story.text(HOA)
    await press(story, HOA, "Không có số chung")
    assert "Điện thoại đơn vị: chưa khai" in text_of(story.last_with(HOA, "✔ Thông tin vẫn đúng"))


# Name, sectors and tax code


async def test_a_new_name_waits_for_a_coordinator_who_sees_both_sides(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Tên đơn vị", ("say", NEW_NAME))
    assert "Đổi sau khi được phê duyệt" in story.text(HOA)
    story.look_away()
    await press(story, HOA, "Lưu và gửi phê duyệt")
    (card,) = story.arrived(COORDINATOR)
    assert "thay đổi thông tin đơn vị" in card
    assert f"Tên đơn vị: {SONG_HONG} → {NEW_NAME}" in card
    assert story.arrived(TAM) == []
    assert f"Tên đơn vị: {SONG_HONG} → {NEW_NAME}" in story.text(HOA)
    assert (await business(story)).name == SONG_HONG

    await press(story, COORDINATOR, "Phê duyệt")
    for person in (HOA, TAM):
        (told,) = story.arrived(person)[-1:]
        assert f"Thông tin của {NEW_NAME} đã được cập nhật" in told
    assert f"Tên đơn vị: {SONG_HONG} → {NEW_NAME}" in story.text(COORDINATOR)
    async with story.database.reading() as session:
        (entry,) = (await session.exec(select(RosterEntry))).all()
    assert "tong cong ty song hong" in entry.name_key


async def test_a_change_that_somebody_proposed_who_has_left_shows_no_empty_name_or_phone(story: Story) -> None:
    await song_hong(story)
    await rename(story, TAM)
    await act(story, TAM, (("say", "/donvi"), ("press", "👥 Người đại diện"), ("press", "Lê Minh Tâm")))
    await act(story, TAM, (("press", "Thôi làm người đại diện…"), ("press", "Thôi làm người đại diện")))

    await act(story, COORDINATOR, (("say", "/hoso"), ("press", f"✏️ {SONG_HONG}")))

    shown = story.text(COORDINATOR)
    assert "Người đại diện: (dữ liệu cá nhân đã xóa)\nTên trên Telegram: Lê Minh Tâm" in shown
    assert "Người đề nghị" not in shown
    assert "Điện thoại" not in shown


async def test_sectors_and_tax_code_wait_as_well_and_the_queue_lists_them(story: Story) -> None:
    await song_hong(story)
    await edit(story, HOA, "✏️ Mã số thuế", ("say", TAX_CODE), ("press", "✏️ Lĩnh vực"), ("press", "☐ Bưu chính"))
    await act(story, HOA, (("press", "Tiếp tục ▶"), ("press", "Lưu và gửi phê duyệt")))
    await act(story, COORDINATOR, (("say", "/hoso"), ("press", f"✏️ {SONG_HONG}")))
    assert "Lĩnh vực: Viễn thông → Viễn thông · Bưu chính" in story.text(COORDINATOR)
    await press(story, COORDINATOR, "Phê duyệt")
    assert (await business(story)).tax_code == TAX_CODE
    assert await sectors(story) == [Sector.TELECOM, Sector.POSTAL]


async def test_a_rejected_change_leaves_everything_and_tells_the_reason(story: Story) -> None:
    await song_hong(story)
    await rename(story)
    await act(story, COORDINATOR, (("press", "Từ chối"), ("say", "Chưa có giấy chứng nhận mới.")))
    await press(story, COORDINATOR, "Từ chối hồ sơ")
    assert "thông tin cũ giữ nguyên" in story.text(HOA)
    assert "Chưa có giấy chứng nhận mới." in story.text(HOA)
    assert (await business(story)).name == SONG_HONG
    assert (await standing(story, HOA)).status is RepresentativeStatus.APPROVED


async def test_a_change_that_is_asked_back_is_corrected_and_handed_in_again(story: Story) -> None:
    await song_hong(story)
    await rename(story)
    await act(
        story, COORDINATOR, (("press", "Hỏi lại"), ("say", "Tên trên giấy chứng nhận là gì?"), ("press", "Gửi câu hỏi"))
    )
    await say(story, TAM, "/donvi")
    assert "Tên trên giấy chứng nhận là gì?" in story.text(TAM)

    await press(story, HOA, "✏️ Mở lại hồ sơ")
    assert "Tên trên giấy chứng nhận là gì?" in story.text(HOA)
    await act(story, HOA, (("press", "✏️ Tên đơn vị"), ("say", "Sông Hồng Telecom")))
    await press(story, HOA, "Lưu và gửi phê duyệt")
    assert "nộp lại sau câu hỏi" in story.text(COORDINATOR)
    assert await applications(story) == [(ApplicationStatus.SUBMITTED, {"name": "Sông Hồng Telecom"})]


async def test_nobody_from_elsewhere_opens_a_change_that_was_asked_back(story: Story) -> None:
    await song_hong(story)
    other = await another(story)
    await rename(story)
    await act(story, COORDINATOR, (("press", "Hỏi lại"), ("say", "Tên?"), ("press", "Gửi câu hỏi")))
    await say(story, other, "/menu")
    assert "không đại diện" in await story.forge(other, story.last(other), "q:1")


async def test_a_new_wish_takes_the_place_of_one_that_waits(story: Story) -> None:
    await song_hong(story)
    await rename(story, TAM)
    older = story.last(COORDINATOR)
    approve = data_of(older)[0]
    await edit(story, HOA, "✏️ Lĩnh vực", ("press", "☐ Bưu chính"), ("press", "Tiếp tục ▶"))
    assert "Hồ sơ số 1 đang chờ duyệt sẽ được thay bằng đề nghị này" in story.text(HOA)
    story.look_away()
    await press(story, HOA, "Lưu và gửi phê duyệt")

    assert await applications(story) == [
        (ApplicationStatus.WITHDRAWN, {"name": NEW_NAME}),
        (ApplicationStatus.SUBMITTED, {"name": NEW_NAME, "sectors": ["telecom", "postal"]}),
    ]
    assert "mà Anh/Chị gửi đã được đồng nghiệp rút lại hoặc thay" in story.text(TAM)
    (card,) = story.arrived(COORDINATOR)
    assert "Hồ sơ số 2" in card
    assert "không còn hiệu lực" in await story.forge(COORDINATOR, older, approve)
    assert (await business(story)).name == SONG_HONG


async def test_taking_the_old_name_again_withdraws_the_wish(story: Story) -> None:
    await song_hong(story)
    await rename(story)
    await edit(story, HOA, "✏️ Tên đơn vị", ("say", SONG_HONG), ("press", "💾 Lưu"))
    assert "Đề nghị trước đã được rút lại" in story.text(HOA)
    assert [status for status, _ in await applications(story)] == [ApplicationStatus.WITHDRAWN]
    assert "Không còn hiệu lực từ" in story.text(COORDINATOR)


async def test_a_tax_code_of_another_business_is_refused_at_entry_and_again_at_approval(story: Story) -> None:
    await song_hong(story)
    await another(story)
    taken = (await business(story, "Công nghệ Hoa Sen")).tax_code
    await edit(story, HOA, "✏️ Mã số thuế", ("say", OTHER_TAX_CODE))
    await press(story, HOA, "Lưu và gửi phê duyệt")
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.tax_code == taken))).one()
        member.tax_code = OTHER_TAX_CODE
    assert "là của đơn vị khác" in await press(story, COORDINATOR, "Phê duyệt")

    await edit(story, TAM, "✏️ Mã số thuế", ("say", OTHER_TAX_CODE))
    assert "là của đơn vị khác trong mạng lưới: Công nghệ Hoa Sen" in story.text(TAM)


async def test_of_two_coordinators_the_first_decides_a_change(story: Story) -> None:
    await song_hong(story)
    other = await second_coordinator(story)
    await rename(story)
    late = story.last(other)
    await press(story, COORDINATOR, "Phê duyệt")
    assert "đã được Đoàn Thị Hạ quyết định" in await story.forge(other, late, data_of(late)[0])


async def test_a_primary_contact_does_not_approve_a_change_of_the_own_business(story: Story) -> None:
    await song_hong(story)
    await rename(story, TAM)
    await say(story, HOA, "/menu")
    assert "do điều phối viên quyết định" in await story.forge(HOA, story.last(HOA), "p:1:approve")


# Away


async def test_an_absence_keeps_alerts_away_and_ends_by_itself(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "💤 Tạm vắng…")))
    assert "tạm vắng đến 09:0" in (await press(story, HOA, "3 ngày"))
    assert "💤 Tạm vắng đến" in story.text(HOA)
    assert "Trần Thị Hoa đã ghi Viễn thông Sông Hồng tạm vắng đến" in story.text(TAM)
    other = await another(story)
    story.look_away()
    await declare(story)
    assert story.arrived(HOA) == story.arrived(TAM) == []
    assert len(story.arrived(other)) == 1

    await story.pass_time(days=3)
    await say(story, HOA, "/donvi")
    assert "📡 Sẵn sàng nhận cảnh báo" in story.text(HOA)
    story.look_away()
    await declare(story, "Mất điện tại Ba Vì")
    assert len(story.arrived(TAM)) == 1


async def test_an_absence_lasts_until_a_day_that_is_typed_and_at_most_ninety_days(story: Story) -> None:
    await song_hong(story)
    await act(story, TAM, (("say", "/donvi"), ("press", "💤 Tạm vắng…"), ("say", "25/12/2027")))
    assert "tối đa 90 ngày" in story.text(TAM)
    await say(story, TAM, "1/11/2026")
    assert "đã qua" in story.text(TAM)
    await say(story, TAM, "bao giờ xong thì thôi")
    assert "chưa hiểu thời gian" in story.text(TAM)
    await say(story, TAM, "25/12")
    assert story.text(TAM).endswith("tạm vắng đến 23:59, thứ sáu 25/12/2026?")
    await act(story, TAM, (("press", "◀ Quay lại"), ("say", "hết thứ hai")))
    assert "tạm vắng đến 23:59, thứ hai 23/11/2026?" in story.text(TAM)
    await press(story, TAM, "💤 Xác nhận tạm vắng")
    assert "💤 Tạm vắng đến 23:59, 23/11/2026" in story.text(TAM)


async def test_the_button_of_a_typed_absence_takes_nothing_that_was_not_typed(story: Story) -> None:
    await song_hong(story)
    await act(story, TAM, (("say", "/donvi"), ("press", "💤 Tạm vắng…")))
    cancel = next(data for data in data_of(story.last(TAM)) if ":cancel" in data)
    key = cancel.split(":")[1]
    assert "không còn dùng được" in await story.forge(TAM, story.last(TAM), f"d:{key}:away:until")


async def test_an_absence_ends_in_one_tap_and_a_second_one_changes_nothing(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "💤 Tạm vắng…"), ("press", "1 tuần"), ("say", "/donvi")))
    card = story.last(HOA)
    back = [data for data in data_of(card) if ":back:" in data]
    assert "nhận cảnh báo trở lại" in await press(story, HOA, "📡 Nhận cảnh báo trở lại")
    assert (await business(story)).unavailable_until is None
    assert "Trần Thị Hoa đã ghi Viễn thông Sông Hồng nhận cảnh báo trở lại" in story.text(TAM)
    story.look_away()
    assert "bình thường" in await story.forge(HOA, card, back[0])
    assert story.arrived(TAM) == []


async def test_an_incident_that_waits_for_an_answer_still_waits(story: Story) -> None:
    await song_hong(story)
    await declare(story)
    card = story.last(HOA)
    await act(story, HOA, (("say", "/donvi"), ("press", "💤 Tạm vắng…"), ("press", "1 ngày")))
    assert await press(story, HOA, "✅ Sẵn sàng", message=card)
    (shown,) = [message for message in story.chat(HOA) if message["message_id"] == card["message_id"]]
    assert "Sẵn sàng" in text_of(shown)


# Leaving


async def leave(story: Story, person: int = HOA) -> None:
    """Let the business leave, as its primary contact does."""
    await act(story, person, (("say", "/donvi"), ("press", "🚪 Rời mạng lưới…"), ("press", "Tiếp tục rời mạng lưới")))
    await press(story, person, "🚪 Rời mạng lưới ngay")


async def task(story: Story, state: TaskState) -> None:
    """Give the business a task."""
    async with story.database.writing() as session:
        session.add(
            Task(
                year=2026,
                number=7,
                code="NV-2026-0007",
                member_id=await member_id(story),
                severity=Severity.MEDIUM,
                what="Nối cáp",
                place="Hoàn Kiếm",
                due_at=story.clock.now(),
                state=state,
                state_at=story.clock.now(),
                asked_by_id=await person_id(story, COORDINATOR),
                asked_at=story.clock.now(),
                draft_key="story",
            )
        )


async def test_a_business_leaves_after_two_confirmations_and_everybody_is_told(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "🚪 Rời mạng lưới…")))
    for words in ("không còn trong danh bạ", "vẫn được lưu", "cùng mã số thuế"):
        assert words in story.text(HOA)
    await press(story, HOA, "Tiếp tục rời mạng lưới")
    assert (await business(story)).status is MemberStatus.APPROVED
    story.look_away()
    await press(story, HOA, "🚪 Rời mạng lưới ngay")

    assert (await business(story)).status is MemberStatus.LEFT
    assert "đã rời mạng lưới" in story.text(HOA)
    (told,) = story.arrived(TAM)
    assert "Viễn thông Sông Hồng đã rời mạng lưới, theo đề nghị của Trần Thị Hoa" in told
    (coordinator,) = story.arrived(COORDINATOR)
    assert "đã rời mạng lưới. Người thực hiện: Trần Thị Hoa" in coordinator
    assert await rows(story, RosterEntry) == 0
    assert "donvi" not in [command["command"] for command in story.world.commands(TAM)]
    await another(story)
    await declare(story)
    assert story.arrived(TAM) == []


async def test_staying_changes_nothing(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "🚪 Rời mạng lưới…"), ("press", "Tiếp tục rời mạng lưới")))
    await press(story, HOA, "◀ Ở lại")
    assert "📡 Sẵn sàng nhận cảnh báo" in story.text(HOA)


async def test_a_backup_contact_lets_nothing_leave(story: Story) -> None:
    await song_hong(story)
    await say(story, TAM, "/donvi")
    for verb in ("leave", "surely", "now"):
        words = await story.forge(TAM, story.last(TAM), f"bz:{await member_id(story)}:{verb}:0")
        assert "do đầu mối chính của đơn vị thực hiện: Trần Thị Hoa" in words
    assert (await business(story)).status is MemberStatus.APPROVED


async def test_open_tasks_keep_a_business_and_are_named(story: Story) -> None:
    await song_hong(story)
    await task(story, TaskState.STARTED)
    await act(story, HOA, (("say", "/donvi"), ("press", "🚪 Rời mạng lưới…")))
    assert "còn 1 nhiệm vụ chưa hoàn thành: NV-2026-0007" in story.text(HOA)
    words = await story.forge(HOA, story.last(HOA), f"bz:{await member_id(story)}:now:0")
    assert "NV-2026-0007" in words
    assert (await business(story)).status is MemberStatus.APPROVED


async def test_a_task_that_is_done_keeps_nobody(story: Story) -> None:
    await song_hong(story)
    await task(story, TaskState.DONE)
    await leave(story)
    assert (await business(story)).status is MemberStatus.LEFT


async def test_what_waits_goes_with_the_business(story: Story) -> None:
    await song_hong(story)
    await rename(story, TAM)
    person = newcomer(story)
    await open_link(story, person, await make_link(story))
    await press(story, person, "Đồng ý")
    await introduce(story, person)
    unused = await make_link(story)
    await leave(story)
    assert {status for status, _ in await applications(story)} == {ApplicationStatus.WITHDRAWN}
    assert "hồ sơ làm người đại diện của Anh/Chị không còn hiệu lực" in story.text(person)
    late = newcomer(story, 605, "Ngô")
    await open_link(story, late, unused)
    assert "đã bị thu hồi" in story.text(late)


async def test_an_incident_under_way_is_named_before_leaving(story: Story) -> None:
    await song_hong(story)
    await declare(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "🚪 Rời mạng lưới…")))
    assert "Sự cố chưa kết thúc" in story.text(HOA)
    assert "SC-2026-0001" in story.text(HOA)


async def test_a_business_that_left_comes_back_by_its_tax_code(story: Story) -> None:
    await song_hong(story)
    async with story.database.writing() as session:
        member = (await session.exec(select(Member))).one()
        member.tax_code = TAX_CODE
    await leave(story)
    await act(story, TAM, (("say", "/dangky"), ("say", TAX_CODE), ("say", NEW_NAME), ("press", "☐ Viễn thông")))
    await act(story, TAM, (("press", "Tiếp tục ▶"), ("say", "hoan kiem"), ("press", "Phường Hoàn Kiếm")))
    await press(story, TAM, "Chưa có năng lực nào ▶")
    for words in ("Lê Minh Tâm", "Giám đốc", "0912 345 678"):
        await say(story, TAM, words)
    await act(story, TAM, (("press", "Đầu mối chính"), ("press", "Gửi đăng ký")))
    await press(story, COORDINATOR, "Phê duyệt")

    member = await business(story, NEW_NAME)
    assert member.status is MemberStatus.APPROVED
    assert (await standing(story, HOA, NEW_NAME)).status is RepresentativeStatus.REMOVED
    assert (await standing(story, TAM, NEW_NAME)).status is RepresentativeStatus.APPROVED
