"""Who may not: strangers, other businesses, those who left, forged taps; each gets a true word and changes nothing."""

import pytest
from sqlmodel import select

from models.members import MemberStatus, Sector
from models.people import Person
from models.tasks import TaskState
from services.people import accounts
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import AN, BINH, CHI, declared, small_network
from tests.scenarios.tasking import IT, TELECOM, all_tasks, card, give_alone, given, remove, stand, the_task
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

NOT_ALLOWED = "Chức năng này không thuộc vai trò của Anh/Chị."
NOT_YOURS = "Nhiệm vụ này không giao cho đơn vị của Anh/Chị."
UNREADABLE = "Nút này không còn dùng được."


@pytest.mark.parametrize("data", ["ta:0:0", "ta:1:1", "tn:abc", "to:1:verified", "to:1:cancelled", "to:1:reassigned"])
async def test_a_member_cannot_give_nor_decide(story: Story, data: str) -> None:
    await given(story)

    assert await story.forge(AN, card(story, AN), data) == NOT_ALLOWED
    assert (await the_task(story)).state is TaskState.ASSIGNED


@pytest.mark.parametrize("data", ["ts:1:acknowledged", "ts:1:declined", "ts:1:done", "tk:1", "tf:1:0"])
async def test_a_member_of_another_business_is_told_that_the_task_is_not_theirs(story: Story, data: str) -> None:
    await given(story)

    assert await story.forge(CHI, story.last(CHI), data) == NOT_YOURS
    assert (await the_task(story)).state is TaskState.ASSIGNED


@pytest.mark.parametrize(
    "data", ["ts:1:verified", "ts:1:assigned", "ts:1:nonsense", "ts:1", "tl:nonsense:0:0", "tk:x", "tf:1:-1:2"]
)
async def test_a_forged_tap_that_no_button_carries_is_answered(story: Story, data: str) -> None:
    await given(story)

    said = await story.forge(AN, card(story, AN), data)

    assert said.startswith(UNREADABLE)
    assert (await the_task(story)).state is TaskState.ASSIGNED


@pytest.mark.parametrize("data", ["tk:99", "ts:99:acknowledged", "tf:99:0"])
async def test_a_task_that_does_not_exist_is_not_found(story: Story, data: str) -> None:
    await given(story)

    assert await story.forge(AN, card(story, AN), data) == "Không tìm thấy nhiệm vụ này."


@pytest.mark.parametrize("data", ["to:1:acknowledged", "to:1:assigned"])
async def test_a_coordinator_does_not_speak_for_the_owner(story: Story, data: str) -> None:
    await given(story)

    assert (await story.forge(COORDINATOR, card(story, COORDINATOR), data)).startswith(UNREADABLE)
    assert await story.forge(COORDINATOR, card(story, COORDINATOR), "ts:1:acknowledged") == NOT_YOURS


@pytest.mark.parametrize("data", ["ta:99:0", "ta:0:99"])
async def test_a_task_of_an_unknown_incident_or_for_an_unknown_business_is_not_begun(story: Story, data: str) -> None:
    await given(story)

    said = await story.forge(COORDINATOR, card(story, COORDINATOR), data)

    assert said.startswith(("Không tìm thấy sự cố này.", "Đơn vị này hiện không có người đại diện"))


async def test_only_coordinators_list_the_tasks_of_one_incident(story: Story) -> None:
    await given(story)
    await enrol(story, 777, "Người mới", "Đơn vị mới", sectors=(Sector.POSTAL,))
    await story.say(777, "/nhiemvu")

    for number in (1, 99):
        assert await story.forge(777, story.last(777), f"tl:all:{number}:0") == NOT_ALLOWED
    assert "SC-" not in story.text(777)


async def test_a_stranger_sees_no_list(story: Story) -> None:
    await given(story)
    stranger = story.person(900, "Người lạ")
    await story.say(stranger, "/nhiemvu")
    assert story.text(stranger) == NOT_ALLOWED

    assert await story.forge(stranger, story.last(stranger), "tl:all:0:0") == NOT_ALLOWED
    assert await story.forge(stranger, story.last(stranger), "tk:1") == NOT_YOURS


async def test_who_speaks_for_the_owner_no_more_can_do_nothing_and_hears_nothing(story: Story) -> None:
    await given(story)
    await remove(story, BINH)

    assert await story.press(BINH, "✍️ Đã nhận việc") == NOT_YOURS
    await story.pass_time(minutes=30)

    assert story.arrived(BINH) == []
    assert len(story.arrived(AN)) == 1


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.LEFT])
async def test_a_business_that_is_out_of_the_network_cannot_act_and_gets_no_cards(
    story: Story, status: MemberStatus
) -> None:
    await given(story)
    await stand(story, TELECOM, status)

    assert await story.press(AN, "✍️ Đã nhận việc") == NOT_YOURS
    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await story.press(COORDINATOR, "không nêu lý do")

    assert story.arrived(AN) == []
    shown = card(story, AN)
    assert "Nhiệm vụ này không còn thuộc phần việc của Anh/Chị" in text_of(shown)
    assert buttons_of(shown) == []


async def test_a_business_that_left_while_the_task_was_written_is_replaced_by_another(story: Story) -> None:
    await declared(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, TELECOM)
    await story.say(COORDINATOR, "Cử đội hàn nối")
    await stand(story, TELECOM, MemberStatus.SUSPENDED)

    said = await story.press(COORDINATOR, "📨 Giao cho")
    assert said.startswith("Đơn vị này hiện không có người đại diện nào")
    await story.say(COORDINATOR, "/start")
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")

    assert f"Đề nghị {IT}:\nCử đội hàn nối" in story.text(CHI)


async def test_who_coordinates_no_more_has_no_task_under_way_and_no_card(story: Story) -> None:
    await given(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh")
    await story.say(SECOND_COORDINATOR, "/nhiemvu")
    await story.press(SECOND_COORDINATOR, "🆕 NV-2026-0001")
    async with story.database.writing() as session:
        person = (await session.exec(select(Person).where(Person.telegram_id == SECOND_COORDINATOR))).one()
        await accounts.assign_role(session, person=person, role=None, by=None, now=story.clock.now())

    await story.press(AN, "✍️ Đã nhận việc")

    assert story.text(SECOND_COORDINATOR).startswith("🆕 NV-2026-0001")
    assert await story.press(SECOND_COORDINATOR, "🚫 Hủy nhiệm vụ") == NOT_ALLOWED


async def test_two_coordinators_decide_at_once_and_the_first_counts(story: Story) -> None:
    await given(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh")
    await story.say(SECOND_COORDINATOR, "/nhiemvu")
    await story.press(SECOND_COORDINATOR, "🆕 NV-2026-0001")
    for button in ("✍️ Đã nhận việc", "✔ Hoàn thành", "✔ Xong"):
        await story.press(AN, button)
    before = story.last(SECOND_COORDINATOR)
    await story.press(COORDINATOR, "🏁 Xác nhận hoàn thành")
    await story.press(COORDINATOR, "🏁 Xác nhận")

    said = await story.forge(SECOND_COORDINATOR, before, "tq:1")
    assert await story.forge(SECOND_COORDINATOR, before, "to:1:verified") == said
    late = await story.forge(SECOND_COORDINATOR, before, "to:1:sent_back")

    assert said.startswith("Việc này đã được ghi nhận lúc 09:00, 20/11/2026 (Đoàn Thị Hạ)")
    assert late.startswith("NV-2026-0001 đã được xác nhận hoàn thành")


async def test_a_link_opens_a_live_card_for_those_concerned_and_nobody_else(story: Story) -> None:
    await given(story)

    for person in (AN, COORDINATOR):
        await story.world.open_link(person, "t-1")
        await story.settle()
        assert story.text(person).startswith("🆕 NV-2026-0001")
    await story.world.open_link(CHI, "t-1")
    await story.settle()
    assert story.text(CHI) == NOT_YOURS
    await story.world.open_link(CHI, "t-99999999999999999999")
    await story.settle()
    assert story.text(CHI) == "Không tìm thấy nhiệm vụ này."

    await story.press(BINH, "✍️ Đã nhận việc")
    assert story.text(AN).startswith("✍️ NV-2026-0001 · Đã nhận việc")
    assert story.text(COORDINATOR).startswith("✍️ NV-2026-0001 · Đã nhận việc")


async def test_a_person_of_two_businesses_sees_the_tasks_of_both_with_their_names(story: Story) -> None:
    await small_network(story)
    await enrol(story, CHI, "Phạm Quế Chi", TELECOM)
    await give_alone(story, "song hong", TELECOM, "Hàn cáp")
    await give_alone(story, "hoa sen", IT, "Kiểm tra máy chủ")
    await story.pass_time(seconds=20)

    await story.say(CHI, "/nhiemvu")

    listed = story.text(CHI)
    assert listed.startswith("📌 Nhiệm vụ · Tất cả: 2")
    assert f"{TELECOM}: Hàn cáp" in listed
    assert f"{IT}: Kiểm tra máy chủ" in listed


async def test_a_members_list_goes_by_state_with_counts_and_leads_back(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")

    await story.say(AN, "/nhiemvu")
    assert "✍️ NV-2026-0001 · SC-2026-0001 · trước 11:00\nCử hai đội" in story.text(AN)
    assert [one for one in buttons_of(story.last(AN)) if "(" in one] == [
        "Cần xử lý (0)",
        "Đang thực hiện (1)",
        "Chờ xác nhận (0)",
        "Đã kết thúc (0)",
    ]
    await story.press(AN, "Cần xử lý (0)")
    assert story.text(AN) == "📌 Nhiệm vụ · Cần xử lý: 0\n\nKhông có nhiệm vụ nào."
    await story.press(AN, "Đang thực hiện (1)")
    await story.press(AN, "✍️ NV-2026-0001")
    assert buttons_of(story.last(AN))[-1] == "◀ Danh sách nhiệm vụ"
    await story.press(AN, "▶️ Bắt đầu", message=story.last(AN))
    assert story.text(AN).startswith("▶️ NV-2026-0001 · Đang thực hiện")
    await story.press(AN, "◀ Danh sách nhiệm vụ")
    await story.press(BINH, "🦺 Đã có mặt")
    assert story.text(AN).startswith("📌 Nhiệm vụ · Tất cả: 1")


async def test_long_lists_are_paged_with_the_overdue_ones_first(story: Story) -> None:
    await small_network(story)
    await give_alone(story, "hoa sen", IT, "Kiểm tra máy chủ")
    await story.pass_time(hours=4, minutes=1)
    for number in range(6):
        await give_alone(story, "song hong", TELECOM, f"Việc số {number}")
        await story.pass_time(seconds=20)
    assert len(await all_tasks(story)) == 7

    await story.say(COORDINATOR, "/nhiemvu")

    assert story.text(COORDINATOR).splitlines()[2] == "🆕 NV-2026-0001 · ⚠️ quá hạn 13:00"
    assert "1/2" in buttons_of(story.last(COORDINATOR))
    await story.press(COORDINATOR, "›")
    assert "🆕 NV-2026-0007 · trước 17:" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "Quá hạn (1)")
    assert story.text(COORDINATOR).startswith("📌 Nhiệm vụ · Quá hạn: 1")
