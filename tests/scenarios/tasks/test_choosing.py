"""Choosing who is given a task: the nearest business with a generator in a few taps, found by what it can do."""

from sqlmodel import select

from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Incident, IncidentCommune
from models.members import Member, MemberCapability
from services.members import capabilities, entries
from tests.enrolment import BA_VI, HOAN_KIEM, enrol
from tests.scenarios.declaring import AN, CHI
from tests.scenarios.tasking import the_task
from tests.story import COORDINATOR, Json, Story, buttons_of

GROUP = "Tổng công ty Dịch vụ Viễn thông và Công nghệ thông tin Chi nhánh"
NEAR, FAR = "Công ty Cổ phần Hạ tầng Ánh Dương", "Công ty TNHH MTV Viễn thông Ba Vì"


async def able(story: Story, business: str, number: int) -> None:
    """Let a business have so many generators."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        known = {one.name_vi: one for one in await capabilities.catalogue(session)}
        generator = known.get("Máy phát điện") or await capabilities.add(
            session, name_vi="Máy phát điện", name_en="Power generators", by=None, now=story.clock.now()
        )
        generator.unit = Unit.MACHINES
        session.add(
            MemberCapability(
                member_id=id_of(member), capability_id=id_of(generator), headcount=number, unit=Unit.MACHINES
            )
        )
        await session.flush()
        await entries.refresh(session, member_ids=[id_of(member)])


async def wanted_in(story: Story, commune_code: str) -> None:
    """Let the incident that is there be in a commune."""
    async with story.database.writing() as session:
        incident = (await session.exec(select(Incident))).one()
        await session.merge(IncidentCommune(incident_id=id_of(incident), commune_code=commune_code))


async def with_generators(story: Story) -> None:
    """Let a near business with one generator and a far one with six be called to an incident and be ready."""
    await enrol(story, AN, "Nguyễn Văn An", FAR, commune_code=BA_VI)
    await enrol(story, CHI, "Phạm Quế Chi", NEAR, commune_code=HOAN_KIEM)
    await able(story, FAR, 6)
    await able(story, NEAR, 1)
    await story.say(COORDINATOR, "/suco Mất điện trạm tại phường Hoàn Kiếm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "➖ Địa bàn: Phường Hoàn Kiếm")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await wanted_in(story, HOAN_KIEM)
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(CHI, "🕐 30 phút")
    await story.pass_time(seconds=5)


async def test_a_task_is_given_to_the_nearest_business_with_a_generator(story: Story) -> None:
    await with_generators(story)

    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, "🧰 Năng lực")
    await story.press(COORDINATOR, "Máy phát điện (2)")
    listed = story.text(COORDINATOR)
    assert "Có thể huy động: 2 đơn vị sẵn sàng · Máy phát điện: 7 máy" in listed
    await story.press(COORDINATOR, "1. ")
    chosen = story.text(COORDINATOR)
    await story.say(COORDINATOR, "Đưa máy phát đến trạm")
    await story.press(COORDINATOR, "📨 Giao cho")

    assert "Máy phát điện: 1 máy" in chosen
    assert (await the_task(story)).member_id == await member_id(story, NEAR)


async def member_id(story: Story, business: str) -> int:
    async with story.database.reading() as session:
        return id_of((await session.exec(select(Member).where(Member.name == business))).one())


async def test_a_capability_that_is_typed_finds_and_says_why(story: Story) -> None:
    await with_generators(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")

    await story.say(COORDINATOR, "máy phát")

    found = story.text(COORDINATOR)
    assert "“máy phát”: 2 đơn vị" in found
    assert found.count("🔎 theo năng lực: Máy phát điện") == 2
    await story.press(COORDINATOR, "➖ máy phát")
    assert "2 đơn vị được gọi" in story.text(COORDINATOR)


async def with_more(story: Story, business: str, number: int) -> None:
    """Let a business have so many capabilities that are no generators, all of them before its generators."""
    async with story.database.writing() as session:
        member = (await session.exec(select(Member).where(Member.name == business))).one()
        others = [one for one in await capabilities.catalogue(session) if one.name_vi != "Máy phát điện"][:number]
        rows = (await session.exec(select(MemberCapability).where(MemberCapability.member_id == member.id))).all()
        for row in rows:
            await session.delete(row)
        await session.flush()
        for one in others:
            session.add(MemberCapability(member_id=id_of(member), capability_id=id_of(one), headcount=2))
            await session.flush()


async def test_the_capability_that_is_wanted_is_named_first_of_many(story: Story) -> None:
    await enrol(story, AN, "Nguyễn Văn An", FAR, commune_code=BA_VI)
    await with_more(story, FAR, 5)
    await able(story, FAR, 6)
    await story.say(COORDINATOR, "/suco Mất điện trạm, cần máy phát")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")

    (line,) = [one for one in story.text(COORDINATOR).splitlines() if one.startswith("Xã Ba Vì")]
    shown = line.split(" · ")
    assert shown.index("Máy phát điện: 6 máy") == 2
    assert shown[-1] == "và 3 năng lực khác"

    await story.press(COORDINATOR, "🧰 Năng lực")
    other = next(text for text in buttons_of(story.last(COORDINATOR)) if text.endswith("(1)") and "Máy" not in text)
    await story.press(COORDINATOR, other)
    (line,) = [one for one in story.text(COORDINATOR).splitlines() if one.startswith("Xã Ba Vì")]
    assert line.split(" · ")[2].startswith(other.removesuffix(" (1)"))
    assert line.split(" · ")[3] == "Máy phát điện: 6 máy"


async def test_names_are_short_and_the_work_under_way_is_told(story: Story) -> None:
    await with_generators(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, "2. ")
    await story.say(COORDINATOR, "Đưa máy phát đến trạm")
    await story.press(COORDINATOR, "📨 Giao cho")

    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")

    listed = story.text(COORDINATOR)
    assert "1. CTCP Hạ tầng Ánh Dương\nPhường Hoàn Kiếm · 🕐 đến lúc 09:30 · 0 km · Máy phát điện: 1 máy\n2. " in listed
    assert "2. CT TNHH MTV Viễn thông Ba Vì\nXã Ba Vì · 🕐 đến lúc 09:00 · " in listed
    assert listed.count("đang thực hiện 1 nhiệm vụ") == 1
    assert len(story.last(COORDINATOR)["reply_markup"]["inline_keyboard"]) <= 5


async def of_one_group(story: Story, count: int) -> None:
    """Let so many businesses of one group, whose names differ only at their end, be called to an incident."""
    await enrol(story, AN, "Nguyễn Văn An", f"{GROUP} 1", commune_code=BA_VI)
    for number in range(2, count + 1):
        await enrol(story, AN + number * 10, "Trần Văn Ba", f"{GROUP} {number}", commune_code=BA_VI)
    await story.say(COORDINATOR, "/suco Mất điện trạm tại phường Hoàn Kiếm")
    await story.press(COORDINATOR, "3️⃣ Nghiêm trọng")
    await story.press(COORDINATOR, "➖ Địa bàn: Phường Hoàn Kiếm")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")


async def test_names_that_differ_at_their_end_are_told_apart_and_chosen_by_number(story: Story) -> None:
    await of_one_group(story, 10)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    listed, rows = story.text(COORDINATOR), rows_of(story.last(COORDINATOR))

    assert len(rows) <= 5
    assert rows[:2] == [["1", "2", "3", "4"], ["5", "6", "7", "8"]]
    assert rows[3] == ["‹", "1/2", "›"]
    fifth = next(line for line in listed.splitlines() if line.startswith("5. "))
    assert fifth.startswith("5. TCT Dịch vụ Viễn thông và Công nghệ thông tin CN ")
    await story.press(COORDINATOR, "5")

    assert fifth.rpartition(" ")[2] == story.text(COORDINATOR).partition(" · ")[0].rpartition(" ")[2]


async def test_the_second_page_begins_with_one_again(story: Story) -> None:
    await of_one_group(story, 10)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")

    await story.press(COORDINATOR, "›")

    assert rows_of(story.last(COORDINATOR))[:2] == [["1", "2"], ["🧰 Năng lực", "🚗💻 Tất cả", "📍 Gần nhất"]]
    assert "\n1. TCT Dịch vụ" in story.text(COORDINATOR)


def rows_of(message: Json) -> list[list[str]]:
    return [[button["text"] for button in row] for row in message["reply_markup"]["inline_keyboard"]]


async def test_those_who_come_soonest_stand_first_when_asked_for_and_the_remote_ones_alone(story: Story) -> None:
    await with_generators(story)
    await story.press(AN, "💻 Hỗ trợ từ xa")
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, "🚗💻 Tất cả")
    on_site = buttons_of(story.last(COORDINATOR))[0]

    await story.press(COORDINATOR, "🚗 Đến nơi")

    assert on_site == "1. Hạ tầng Ánh Dương"
    assert buttons_of(story.last(COORDINATOR))[0] == "1. Viễn thông Ba Vì"


async def test_whom_to_call_is_shown_below_and_the_question_stays(story: Story) -> None:
    await with_generators(story)
    await story.press(COORDINATOR, "📌 Giao nhiệm vụ")
    await story.press(COORDINATOR, "1. ")

    await story.press(COORDINATOR, "👤 Xem đầu mối")

    assert "Phạm Quế Chi" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "Đưa máy phát đến trạm")
    assert "Đưa máy phát đến trạm" in story.text(COORDINATOR)
