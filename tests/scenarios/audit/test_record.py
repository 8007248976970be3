"""An owner looks for who did what, opens an entry, takes the record out, and nobody else can."""

from io import BytesIO

from openpyxl import load_workbook
from sqlmodel import col, select

from models.audit import AuditEntry, AuditSeal
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, declared
from tests.scenarios.tasking import given
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, text_of


async def test_an_owner_finds_an_answer_by_its_incident_and_by_the_name_of_the_business(story: Story) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")

    await story.say(COORDINATOR, "/nhatky SC-2026-0001")
    assert "Nhật ký thao tác" in story.text(COORDINATOR)
    assert "1. 09:00 20/11 ·" in story.text(COORDINATOR)
    assert "trả lời cảnh báo · SC-2026-0001" in story.text(COORDINATOR)
    assert "phát cảnh báo · SC-2026-0001" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "song hong tra loi")
    assert "1 mục" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "1")
    entry = story.text(COORDINATOR)
    assert "Thao tác: trả lời cảnh báo" in entry
    assert "Trả lời: ✅ Sẵn sàng" in entry
    await story.press(COORDINATOR, "◀ Nhật ký")
    assert "“song hong tra loi”" in story.text(COORDINATOR)

    await story.say(COORDINATOR, "chuyện không có")
    assert "Không có mục nào" in story.text(COORDINATOR)


async def test_an_incidents_code_finds_its_tasks_too_and_a_tasks_code_that_task_alone(story: Story) -> None:
    await given(story)

    await story.say(COORDINATOR, "/nhatky SC-2026-0001")
    assert "giao nhiệm vụ · NV-2026-0001" in story.text(COORDINATOR)
    assert "phát cảnh báo · SC-2026-0001" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "nv-2026-1")

    assert "giao nhiệm vụ · NV-2026-0001" in story.text(COORDINATOR)
    assert "SC-2026-0001" not in story.text(COORDINATOR)


async def test_what_was_looked_for_is_on_record_without_the_name(story: Story) -> None:
    await declared(story)

    await story.say(COORDINATOR, "/nhatky")
    await story.say(COORDINATOR, "Nguyễn Văn An")
    await story.press(COORDINATOR, "Tất cả")

    async with story.database.reading() as session:
        query = select(AuditEntry).where(AuditEntry.action == "record-searched").order_by(col(AuditEntry.id))
        kept = [entry.after for entry in await session.exec(query)]
    assert kept == [{"codes": [], "letters": 0}, {"codes": [], "letters": 11}]


async def test_the_time_that_was_chosen_stays_when_something_else_is_typed(story: Story) -> None:
    await declared(story)
    # From 9:00 until a minute before midnight, and then over it.
    await story.pass_time(hours=14, minutes=59)
    await story.say(COORDINATOR, "/nhatky phat canh bao")
    await story.press(COORDINATOR, "Hôm nay")
    assert "phát cảnh báo · SC-2026-0001" in story.text(COORDINATOR)
    await story.pass_time(minutes=2)
    await story.press(COORDINATOR, "Hôm nay")
    assert "Không có mục nào" in story.text(COORDINATOR)
    await story.pass_time(days=8)

    await story.say(COORDINATOR, "/nhatky phat canh bao")
    assert "Không có mục nào" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "30 ngày")
    assert "phát cảnh báo" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "sc-2026-0001")

    assert "30 ngày" in story.text(COORDINATOR)
    assert "phát cảnh báo · SC-2026-0001" in story.text(COORDINATOR)


async def test_the_workbook_ends_with_the_newest_seal_and_its_caption_begins_it(story: Story) -> None:
    await declared(story)
    await story.pass_time(minutes=1)

    await story.say(COORDINATOR, "/nhatky sc-2026-0001")
    await story.press(COORDINATOR, "📄 Tải .xlsx")
    await story.settle()

    async with story.database.reading() as session:
        seals = (await session.exec(select(AuditSeal).order_by(col(AuditSeal.id)))).all()
        taken_out = (await session.exec(select(AuditEntry).where(AuditEntry.action == "record-exported"))).one()
    file = next(one for one in reversed(story.chat(COORDINATOR)) if one.get("document"))
    caption = text_of(file)
    (used,) = [seal for seal in seals if seal.digest[:16] in caption]
    assert caption.startswith("TLP:AMBER+STRICT · ")
    assert not file.get("has_protected_content")
    sheet = load_workbook(BytesIO(story.world.files.contents[file["document"]["file_id"]])).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][:4] == ("Số", "Lúc", "Người thực hiện", "Thao tác")
    assert "phát cảnh báo" in {row[3] for row in rows}
    assert "incident-declared" not in {cell for row in rows for cell in row}
    assert rows[-1][0] == used.last_id
    assert rows[-1][-1] == used.digest
    assert taken_out.after == {"rows": len(rows) - 3}


async def test_an_open_dialogue_is_not_lost_for_a_look(story: Story) -> None:
    await declared(story)
    await story.say(COORDINATOR, "/suco")

    await story.say(COORDINATOR, "/nhatky phat canh bao")

    assert "phát cảnh báo" in story.text(COORDINATOR)
    assert "đang làm dở một thao tác khác" in story.text(COORDINATOR)


async def test_a_coordinator_has_no_door_to_it(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Lê Thị Bích")

    await story.say(SECOND_COORDINATOR, "/nhatky")

    assert "Nhật ký thao tác" not in story.text(SECOND_COORDINATOR)
