"""Coordinators suspend a business with a reason and reinstate it; everything follows, and everyone is told."""

from datetime import timedelta

import pytest
from sqlmodel import select

from models.audit import AuditEntry
from models.identity import id_of
from models.members import Member, MemberStatus
from models.tasks import Task
from services.people import accounts
from services.tasks import orders as tasks
from tests.enrolment import appoint, enrol
from tests.network import TIME_ZONE
from tests.scenarios.declaring import declare
from tests.scenes import scene
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

AN, BINH, CHI = 201, 202, 203
BUSINESS, OTHER = "Viễn thông Sông Hồng", "Công nghệ Hoa Sen"
UNREACHABLE = "Nhiều lần không liên lạc được với đơn vị."


@scene
async def network(story: Story) -> int:
    """Let An and Bình speak for a business, Chi for another; give the first one's id."""
    await enrol(story, AN, "Nguyễn Văn An", BUSINESS)
    await enrol(story, BINH, "Lê Thị Bình", BUSINESS)
    await enrol(story, CHI, "Phạm Quế Chi", OTHER)
    story.look_away()
    return await id_of_business(story)


async def id_of_business(story: Story, name: str = BUSINESS) -> int:
    async with story.database.reading() as session:
        return id_of((await session.exec(select(Member).where(Member.name == name))).one())


async def member(story: Story, name: str = BUSINESS) -> Member:
    async with story.database.reading() as session:
        return (await session.exec(select(Member).where(Member.name == name))).one()


async def card(story: Story, person: int = COORDINATOR, name: str = BUSINESS) -> None:
    """Open a business's card in the roster, by its link."""
    await story.say(person, f"/start m-{await id_of_business(story, name)}")


async def suspend(story: Story) -> None:
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.press(COORDINATOR, UNREACHABLE)
    await story.press(COORDINATOR, "⏸ Tạm dừng")


async def test_from_the_card_with_ready_made_words_previewed_and_confirmed(story: Story) -> None:
    await network(story)
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    assert f"Tạm dừng {BUSINESS}" in story.text(COORDINATOR)
    await story.press(COORDINATOR, UNREACHABLE)
    preview = story.text(COORDINATOR)
    assert UNREACHABLE in preview
    assert "2 người đại diện được báo" in preview
    assert (await member(story)).status is MemberStatus.APPROVED
    story.look_away()

    await story.press(COORDINATOR, "⏸ Tạm dừng")

    assert (await member(story)).status is MemberStatus.SUSPENDED
    for person in (AN, BINH):
        (told,) = story.arrived(person)
        assert f"{BUSINESS} tạm dừng tham gia mạng lưới" in told
        assert UNREACHABLE in told
        assert "liên hệ Sở Khoa học và Công nghệ" in told
    assert story.arrived(CHI) == []
    assert f"Đã tạm dừng {BUSINESS}" in story.text(COORDINATOR)


async def test_with_words_of_ones_own_that_can_be_written_anew(story: Story) -> None:
    await network(story)
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.say(COORDINATOR, "x" * 301)
    assert "từ 1 đến 300 ký tự" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Hết giấy phép")
    await story.press(COORDINATOR, "✏️ Sửa lý do")
    await story.say(COORDINATOR, "Giấy phép <b>viễn thông</b> đã hết hạn & chờ gia hạn")
    await story.press(COORDINATOR, "⏸ Tạm dừng")

    assert "Giấy phép <b>viễn thông</b> đã hết hạn & chờ gia hạn" in story.text(AN)


async def test_the_other_coordinators_hear_of_it_and_the_audit_keeps_it_without_the_reason(story: Story) -> None:
    await network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    await suspend(story)

    assert f"{BUSINESS} đã được điều phối viên cho tạm dừng" in story.text(SECOND_COORDINATOR)
    async with story.database.reading() as session:
        (entry,) = await session.exec(select(AuditEntry).where(AuditEntry.action == "member-suspended"))
    assert (entry.subject_id, entry.after) == (await id_of_business(story), None)


async def test_a_suspended_business_is_not_called_and_gone_from_the_roster_of_others(story: Story) -> None:
    await network(story)
    await suspend(story)
    story.look_away()

    await declare(story)
    assert (story.arrived(AN), story.arrived(BINH)) == ([], [])
    assert len(story.arrived(CHI)) == 1

    await story.say(CHI, "/danhba")
    await story.say(CHI, "song hong")
    assert BUSINESS not in " ".join([story.text(CHI), *buttons_of(story.last(CHI))])
    await story.say(AN, "/menu")
    assert "📝 Đăng ký tham gia" in buttons_of(story.last(AN))


async def test_in_an_open_incident_the_card_says_so_and_the_tally_marks_it(story: Story) -> None:
    await network(story)
    await declare(story)
    alert = story.last_with(AN, "✅ Sẵn sàng")
    answer = alert["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await story.press(AN, "✅ Sẵn sàng")
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.press(COORDINATOR, UNREACHABLE)
    assert "sự cố đang diễn ra: SC-2026-0001" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.pass_time(seconds=10)

    now = next(one for one in story.chat(AN) if one["message_id"] == alert["message_id"])
    assert "đơn vị đang tạm dừng" in text_of(now)
    assert buttons_of(now) == []
    assert "không gửi đến đơn vị" in await story.forge(AN, now, answer)
    await story.press(COORDINATOR, "📋 Danh sách")
    await story.press(COORDINATOR, "✅ Sẵn sàng: 1")
    assert f"⏸ {BUSINESS} (tạm dừng)" in text_of(story.last_with(COORDINATOR, "◀ Bảng tổng hợp"))
    story.look_away()
    await story.pass_time(minutes=20)
    assert all("tạm dừng" not in text for text in story.arrived(AN))
    assert [text for text in story.arrived(BINH) if "SC-2026" in text] == []


async def test_reinstated_in_two_taps_it_answers_again(story: Story) -> None:
    await network(story)
    await declare(story)
    alert = story.last_with(AN, "✅ Sẵn sàng")
    await suspend(story)
    story.look_away()
    await card(story)
    await story.press(COORDINATOR, "▶ Cho hoạt động lại")
    assert UNREACHABLE in story.text(COORDINATOR)
    story.look_away()
    await story.press(COORDINATOR, "▶ Cho hoạt động lại")

    kept = await member(story)
    assert (kept.status, kept.suspended_because) == (MemberStatus.APPROVED, None)
    assert any("đã hoạt động lại trong mạng lưới" in text for text in story.arrived(AN))
    now = next(one for one in story.chat(AN) if one["message_id"] == alert["message_id"])
    await story.press(AN, "✅ Sẵn sàng", message=now)
    assert "donvi" in [command["command"] for command in story.world.commands(AN)]


async def test_the_wish_to_reinstate_can_be_let_go(story: Story) -> None:
    await network(story)
    await suspend(story)
    await card(story)
    await story.press(COORDINATOR, "▶ Cho hoạt động lại")
    await story.press(COORDINATOR, "◀ Không")

    assert (await member(story)).status is MemberStatus.SUSPENDED


async def test_a_second_tap_or_a_second_coordinator_changes_nothing_more(story: Story) -> None:
    await network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    await card(story, SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "⏸ Tạm dừng")
    await story.press(SECOND_COORDINATOR, UNREACHABLE)
    late = story.last(SECOND_COORDINATOR)
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.press(COORDINATOR, UNREACHABLE)
    preview = story.last(COORDINATOR)
    confirm = preview["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    story.look_away()

    assert "đã hoàn tất, đã hủy" in await story.forge(COORDINATOR, preview, confirm)
    late_confirm = late["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "nên không tạm dừng được" in await story.forge(SECOND_COORDINATOR, late, late_confirm)
    assert story.arrived(AN) == []
    # The late one's dialogue is over: /start greets.
    await story.say(SECOND_COORDINATOR, "/start")
    assert "Anh/Chị cần làm gì?" in story.text(SECOND_COORDINATOR)


async def test_a_dialogue_that_was_overtaken_is_over_when_one_comes_back(story: Story) -> None:
    await network(story)
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    await card(story, SECOND_COORDINATOR)
    await story.press(SECOND_COORDINATOR, "⏸ Tạm dừng")
    await story.press(SECOND_COORDINATOR, UNREACHABLE)
    await suspend(story)
    story.look_away()
    await story.say(SECOND_COORDINATOR, "/start")

    said = story.arrived(SECOND_COORDINATOR)
    assert any("nên không tạm dừng được" in text for text in said)
    assert any("Anh/Chị cần làm gì?" in text for text in said)


async def test_other_input_than_words_gets_a_word_and_the_dialogue_can_be_cancelled(story: Story) -> None:
    await network(story)
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.say(COORDINATOR, "/hoso2")
    assert "Không có lệnh /hoso2." in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✖ Hủy")

    assert (await member(story)).status is MemberStatus.APPROVED


async def test_members_and_forged_taps_change_nothing(story: Story) -> None:
    member_id = await network(story)
    await story.say(AN, "/menu")
    for verb in ("suspend", "reinstate", "now", "merge", "keep"):
        assert "không thuộc vai trò" in await story.forge(AN, story.last(AN), f"ms:{member_id}:{verb}")
    await story.say(COORDINATOR, "/menu")
    for data, words in (
        (f"ms:{member_id}:now", "không ở trạng thái tạm dừng"),
        (f"ms:{member_id}:reinstate", "không ở trạng thái tạm dừng"),
        ("ms:9999:suspend", "Không tìm thấy đơn vị"),
        (f"ms:{member_id}:nothing", "không còn dùng được"),
    ):
        assert words in await story.forge(COORDINATOR, story.last(COORDINATOR), data)
    assert (await member(story)).status is MemberStatus.APPROVED


async def test_the_open_tasks_are_named_so_that_somebody_else_takes_them(story: Story) -> None:
    member_id = await network(story)
    await declare(story)
    async with story.database.writing() as session:
        (by,) = await accounts.coordinators(session)
        assignment = tasks.Assignment(
            member_id=member_id, what="Kéo cáp", place="Hoàn Kiếm", due_at=story.clock.now() + timedelta(hours=3)
        )
        await tasks.assign(
            session, assignment=assignment, draft_key="x", by=by, now=story.clock.now(), time_zone=TIME_ZONE
        )
        (task,) = await session.exec(select(Task))
    await story.settle()
    await card(story)
    await story.press(COORDINATOR, "⏸ Tạm dừng")
    await story.press(COORDINATOR, UNREACHABLE)
    assert task.code in story.text(COORDINATOR)
    await story.press(COORDINATOR, "⏸ Tạm dừng")

    assert f"cần giao đơn vị khác: {task.code}" in story.text(COORDINATOR)


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_ready_made_words_are_in_the_language_of_the_office(story: Story, language: str) -> None:
    await network(story)
    await appoint(story, SECOND_COORDINATOR, "Khoi", language_code=language)
    await card(story, SECOND_COORDINATOR)
    suspend_button = {"vi": "⏸ Tạm dừng", "en": "⏸ Suspend"}[language]
    reason = {"vi": UNREACHABLE, "en": "The business could not be reached several times."}[language]
    await story.press(SECOND_COORDINATOR, suspend_button)
    await story.press(SECOND_COORDINATOR, reason)
    await story.press(SECOND_COORDINATOR, suspend_button)

    assert UNREACHABLE in story.text(AN)
