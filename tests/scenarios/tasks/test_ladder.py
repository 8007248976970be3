"""A task that is forgotten: its owner's people hear of it, then everyone who speaks for it, then the coordinators."""

from datetime import timedelta

import pytest
from sqlmodel import select

from models.duty import DutyWeek
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus
from models.people import Person
from models.tasks import Task, TaskState
from services.duty import watchers as duty
from services.tasks import ladder
from tests.enrolment import appoint, enrol
from tests.network import TIME_ZONE
from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.tasking import IT, TELECOM, card, cards, give_alone, given, stand
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, text_of

UNACKNOWLEDGED = "🔔 Quý đơn vị chưa xác nhận đã nhận nhiệm vụ giao lúc"


@pytest.mark.parametrize(
    ("severity", "minutes"), [("1️⃣ Thấp", 60), ("2️⃣ Trung bình", 15), ("3️⃣ Nghiêm trọng", 10), ("4️⃣ Đặc biệt", 5)]
)
async def test_the_graver_the_sooner_the_three_rungs(story: Story, severity: str, minutes: int) -> None:
    await small_network(story)
    await appoint(story, SECOND_COORDINATOR, "Mạc Quang Thịnh")
    await give_alone(story, "song hong", TELECOM, severity=severity)
    await story.pass_time(seconds=15)
    story.look_away()

    await story.pass_time(minutes=minutes, seconds=-20)
    assert story.arrived(AN) == []
    await story.pass_time(seconds=10)
    (first,) = story.arrived(AN)
    assert UNACKNOWLEDGED in first
    assert story.arrived(COORDINATOR) == []
    await story.pass_time(minutes=minutes)
    (second,) = story.arrived(AN)
    assert "Nhắc lần hai, gửi tới đầu mối chính và các đầu mối dự phòng" in second
    assert story.arrived(COORDINATOR) == []
    await story.pass_time(minutes=minutes)
    for coordinator in (COORDINATOR, SECOND_COORDINATOR):
        (alarm,) = story.arrived(coordinator)
        assert alarm.startswith(f"🔔 NV-2026-0001 · {TELECOM} chưa nhận việc, dù đã nhắc hai lần. Giao lúc 09:00.")
    assert story.arrived(AN) == []
    assert story.arrived(CHI) == []


async def test_an_alarm_about_a_business_for_which_nobody_speaks_claims_no_reminders(story: Story) -> None:
    await given(story)
    await stand(story, TELECOM, MemberStatus.SUSPENDED)
    story.look_away()

    await story.pass_time(minutes=31)

    (alarm,) = story.arrived(COORDINATOR)
    assert alarm.startswith(f"🔔 NV-2026-0001 · {TELECOM} chưa nhận việc. Giao lúc 09:00.")
    assert "Hiện không có ai đại diện cho đơn vị này" in alarm


async def test_a_reminder_carries_the_buttons_and_becomes_a_card(story: Story) -> None:
    await given(story)
    await story.pass_time(minutes=10)
    (reminder,) = story.arrived(BINH)
    assert reminder.startswith("🆕 NV-2026-0001 · Chờ nhận việc")

    await story.press(BINH, "✍️ Đã nhận việc")

    for colleague in (AN, BINH):
        both = cards(story, colleague)
        assert len(both) == 2
        assert all(text_of(one).startswith("✍️ NV-2026-0001 · Đã nhận việc") for one in both)
        assert all("Nhận việc – Lê Thị Bình, 09:10" in text_of(one) for one in both)


def of_tasks(story: Story, person: int) -> list[str]:
    """Tell what has arrived, but for the word that an update of the incident is due."""
    return [text for text in story.arrived(person) if "giờ cập nhật" not in text]


async def test_who_has_acknowledged_is_not_reminded_until_the_deadline(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")

    await story.pass_time(hours=1, minutes=59, seconds=30)
    assert story.arrived(AN) == []
    await story.pass_time(seconds=31)

    (overdue,) = story.arrived(AN)
    assert "⏰ Nhiệm vụ này đã đến hạn lúc 11:00" in overdue
    assert "⏰ Trước 11:00, thứ sáu 20/11/2026 – ⚠️ đã quá hạn" in text_of(card(story, BINH))
    assert "⚠️ đã quá hạn" in text_of(card(story, COORDINATOR))
    assert of_tasks(story, COORDINATOR) == []
    await story.pass_time(minutes=10)
    assert "Nhắc lần hai" in story.arrived(AN)[0]
    await story.pass_time(minutes=10)
    (alarm,) = of_tasks(story, COORDINATOR)
    assert alarm.startswith(f"⏰ NV-2026-0001 · {TELECOM} đã quá hạn từ 11:00")


@pytest.mark.parametrize("ending", ["done", "declined", "cancelled"])
async def test_what_is_done_declined_or_cancelled_is_left_in_peace(story: Story, ending: str) -> None:
    await given(story)
    if ending == "declined":
        await story.press(AN, "⛔ Từ chối")
        await story.say(AN, "Không đủ người")
    elif ending == "cancelled":
        await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
        await story.press(COORDINATOR, "không nêu lý do")
    else:
        await story.press(AN, "✍️ Đã nhận việc")
        await story.press(AN, "✔ Hoàn thành")
        await story.press(AN, "✔ Xong")
    story.look_away()

    await story.pass_time(hours=6)

    assert [of_tasks(story, one) for one in (AN, BINH, COORDINATOR)] == [[], [], []]


async def test_a_task_that_was_sent_back_climbs_the_ladder_anew(story: Story) -> None:
    await given(story)
    await story.press(AN, "✍️ Đã nhận việc")
    await story.press(AN, "✔ Hoàn thành")
    await story.press(AN, "✔ Xong")
    await story.pass_time(minutes=30)
    await story.press(COORDINATOR, "↩ Trả lại")
    await story.say(COORDINATOR, "Thiếu biên bản")
    story.look_away()

    await story.pass_time(minutes=10)

    (reminder,) = story.arrived(BINH)
    assert f"{UNACKNOWLEDGED} 09:30" in reminder


async def test_a_task_that_passed_to_another_business_climbs_the_ladder_there_alone(story: Story) -> None:
    await given(story)
    await story.pass_time(minutes=9)
    await story.press(COORDINATOR, "🔁 Giao đơn vị khác")
    await story.press(COORDINATOR, IT)
    await story.press(COORDINATOR, "📨 Giao cho")
    story.look_away()

    await story.pass_time(minutes=9)
    assert story.arrived(CHI) == []
    await story.pass_time(minutes=1)

    assert len(story.arrived(CHI)) == 1
    assert story.arrived(AN) == []


async def test_those_on_duty_get_the_card_and_the_backup_contact_with_the_second_reminder(story: Story) -> None:
    await small_network(story)
    await enrol(story, 204, "Vũ Văn Dũng", TELECOM, contact=ContactKind.BACKUP)
    await put_on_duty(story, AN, TELECOM)
    await give_alone(story, "song hong", TELECOM, severity="3️⃣ Nghiêm trọng")
    await story.pass_time(seconds=15)
    assert len(cards(story, AN)) == 1
    assert cards(story, BINH) == cards(story, 204) == []
    story.look_away()

    await story.pass_time(minutes=10)
    assert len(story.arrived(AN)) == 1
    assert story.arrived(BINH) == story.arrived(204) == []
    await story.pass_time(minutes=10)

    for person in (BINH, 204):
        assert "Nhắc lần hai" in story.arrived(person)[0]
        assert buttons_of(story.last(person)) == ["✍️ Đã nhận việc", "⛔ Từ chối"]
    await story.press(204, "✍️ Đã nhận việc")
    assert text_of(card(story, BINH)).startswith("✍️ NV-2026-0001 · Đã nhận việc")


async def put_on_duty(story: Story, telegram_id: int, business: str) -> None:
    """Let a person be on duty for a business this week, around the clock."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        person = (await session.exec(select(Person).where(Person.telegram_id == telegram_id))).one()
        monday = duty.monday_of(story.clock.now().astimezone(TIME_ZONE).date())
        session.add(
            DutyWeek(
                member_id=id_of(member),
                monday=monday,
                person_id=id_of(person),
                remind_at=story.clock.now() + timedelta(days=9),
            )
        )


async def test_after_a_silence_of_the_bot_each_hears_of_a_task_once(story: Story) -> None:
    await given(story)
    story.clock.at += timedelta(hours=4)

    await story.settle()

    for person, said in ((AN, "Nhắc lần hai"), (BINH, "đã quá hạn từ 11:00"), (COORDINATOR, "đã quá hạn từ 11:00")):
        (only,) = of_tasks(story, person)
        assert said in only


async def test_when_nobody_speaks_for_the_owner_the_coordinators_hear_of_it(story: Story) -> None:
    await given(story)
    await stand(story, TELECOM, MemberStatus.SUSPENDED)

    await story.pass_time(minutes=30)

    assert story.arrived(AN) == story.arrived(BINH) == []
    (alarm,) = story.arrived(COORDINATOR)
    assert "chưa nhận việc" in alarm
    assert "⚠️ Hiện không có ai đại diện cho đơn vị này" in text_of(card(story, COORDINATOR))


async def test_a_reminder_that_is_sent_late_is_dropped_when_it_is_not_needed_any_more(story: Story) -> None:
    await given(story)
    async with story.database.writing() as session:
        await ladder.remind_due(session, now=story.clock.now() + timedelta(minutes=10))
        task = (await session.exec(select(Task))).one()
        task.state = TaskState.DECLINED

    await story.settle()

    assert story.arrived(AN) == story.arrived(BINH) == []
