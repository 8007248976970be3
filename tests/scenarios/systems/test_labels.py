"""Labels of the Traffic Light Protocol on an incident: on line 1, protected, limited, and widened after a question."""

import pytest
from sqlmodel import select

from models.incidents import Incident, IncidentKind
from models.people import Role
from models.tlp import Tlp
from tests.enrolment import appoint
from tests.scenarios.declaring import AN, BINH, CHI, declared, small_network
from tests.scenarios.escalation.test_escalation import LINK, escalate, prepared
from tests.scenarios.grouping import bind
from tests.scenarios.operations.test_operations import with_topic
from tests.scenarios.systems.test_register import HOA, MAI, adding
from tests.scenarios.tasking import give
from tests.story import COORDINATOR, SECOND_COORDINATOR, Story, buttons_of, data_behind, text_of


async def test_what_is_declared_amber_goes_to_the_system_alone_labelled_and_protected(story: Story) -> None:
    await adding(story)
    await story.say(COORDINATOR, "/suco TLP:AMBER Cổng dịch vụ công bị lỗi nghiêm trọng")
    assert "TLP:AMBER: chỉ gọi 1 đơn vị liên quan đến hệ thống" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🏷 Gọi rộng hơn nhãn")
    assert "⚠️ TLP:AMBER không dành cho rộng rãi, nhưng tin này sẽ tới 2 đơn vị" in story.text(COORDINATOR)
    await story.say(COORDINATOR, "/suco TLP:RED Mất dữ liệu nghiêm trọng")
    assert "TLP:RED chỉ dành cho những người được nêu tên" in story.text(COORDINATOR)
    assert "📨 Gửi tới" not in "".join(buttons_of(story.last(COORDINATOR)))
    await story.press(COORDINATOR, "🏷 Gọi rộng hơn nhãn")
    assert "TLP:RED · Mất dữ liệu" in story.text(COORDINATOR)
    assert "📨 Gửi tới" in "".join(buttons_of(story.last(COORDINATOR)))
    await story.say(COORDINATOR, "/suco TLP:AMBER Cổng dịch vụ công bị lỗi nghiêm trọng")
    story.look_away()
    for button in ("📨 Gửi tới", "🚨 Xác nhận gửi"):
        await story.press(COORDINATOR, button)

    (card,) = [one for one in story.chat(HOA) if "SC-2026-0001" in text_of(one)]
    assert text_of(card).startswith("🔴 SC-2026-0001 · TLP:AMBER · ")
    assert card["has_protected_content"]
    async with story.database.reading() as session:
        assert "TLP" not in (await session.exec(select(Incident))).one().title
    assert story.arrived(MAI) == []


async def test_a_wider_label_is_asked_about_and_a_narrower_one_is_taken_at_once(story: Story) -> None:
    await declared(story)
    for button in ("⋯ Việc khác", "🏷 Nhãn TLP", "TLP:RED"):
        await story.press(COORDINATOR, button)
    assert "Nhãn chia sẻ thông tin: TLP:RED" in story.text(COORDINATOR)
    card = story.text(201)
    assert card.startswith("🔴 SC-2026-0001 · TLP:RED · ")
    assert "👥 Chỉ dành cho: Nguyễn Văn An; Lê Thị Bình; Phạm Quế Chi" in card

    await story.press(COORDINATOR, "TLP:GREEN")
    assert "Nhãn mới cho phép chia sẻ rộng hơn" in story.text(COORDINATOR)
    assert story.text(201) == card
    await story.press(COORDINATOR, "🏷 Đổi sang TLP:GREEN")
    assert story.text(201).startswith("🔴 SC-2026-0001 · TLP:GREEN · ")
    assert "👥" not in story.text(201)

    await story.press(COORDINATOR, "TLP:CLEAR")
    async with story.database.writing() as session:
        (await session.exec(select(Incident))).one().tlp = Tlp.RED
    said = await story.press(COORDINATOR, "🏷 Đổi sang TLP:CLEAR")
    assert said.startswith("Chưa đổi: trong lúc hỏi, có người đã đổi nhãn thành TLP:RED.")
    assert "Nhãn chia sẻ thông tin: TLP:RED" in story.text(COORDINATOR), "what became RED meanwhile stays so"


@pytest.mark.parametrize(
    ("change", "said"), [({"tlp": Tlp.RED}, "TLP:RED"), ({"kind": IncidentKind.DRILL}, "DIỄN TẬP")]
)
async def test_calls_to_those_above_say_the_label_and_that_it_is_a_drill_on_line_1(
    story: Story, change: dict[str, object], said: str
) -> None:
    await prepared(story)
    async with story.database.writing() as session:
        incident = (await session.exec(select(Incident))).one()
        for name, value in change.items():
            setattr(incident, name, value)
    await escalate(story)
    await story.pass_time(seconds=5)

    cards = [one for one in story.chat(SECOND_COORDINATOR) if LINK in text_of(one)]
    assert ["Đề nghị họp" in text_of(one) for one in cards] == [True, False], "the call, and the coordinators' card"
    for card in cards:
        assert said in text_of(card).partition("\n")[0]
        assert card.get("has_protected_content", False) is ("tlp" in change)


async def test_what_is_for_named_people_goes_to_them_and_into_no_group_of_a_business(story: Story) -> None:
    await small_network(story)
    story.person(556, "Người ngoài", started=False)
    group = await bind(story, CHI, "Nhóm Hoa Sen", 556)
    story.look_away()
    await story.say(COORDINATOR, "/suco TLP:RED Mất dữ liệu tại máy chủ")
    for button in ("3️⃣ Nghiêm trọng", "🏷 Gọi rộng hơn nhãn", "👤 Chọn người nhận (3/3)", "Lê Thị Bình"):
        await story.press(COORDINATOR, button)
    assert "Đã chọn 2/3 người đại diện" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "✔ Xong")
    assert "👤 2/3 người được nêu tên" in story.text(COORDINATOR)
    for button in ("📨 Gửi tới", "🚨 Xác nhận gửi"):
        await story.press(COORDINATOR, button)
    await story.pass_time(minutes=20)

    assert any("TLP:RED · Mất dữ liệu" in one for one in story.arrived(CHI))
    assert "👥 Chỉ dành cho: Nguyễn Văn An; Phạm Quế Chi" in story.arrived(AN)[0]
    assert story.arrived(group) == story.arrived(BINH) == []
    await story.say(BINH, "/tinhhinh")
    assert "SC-2026" not in story.text(BINH)


async def test_who_is_named_no_more_has_an_empty_card_and_is_refused_until_named_again(story: Story) -> None:
    await declared(story)
    for button in ("⋯ Việc khác", "🏷 Nhãn TLP", "TLP:RED", "👤 Người nhận được nêu tên"):
        await story.press(COORDINATOR, button)
    assert "3/3 người được nêu tên" in story.text(COORDINATOR)
    old = story.last(BINH)
    await story.press(COORDINATOR, "Lê Thị Bình")
    await story.pass_time(seconds=5)

    assert story.text(BINH).startswith("🔒 SC-2026-0001 · TLP:RED")
    assert "cáp quang" not in story.text(BINH)
    for data in (data_behind(old, "✅ Sẵn sàng"), data_behind(old, "ℹ️ Xem chi tiết")):
        assert "không" in await story.forge(BINH, old, data)
    await story.press(AN, "✅ Sẵn sàng")
    assert "cáp quang" not in story.text(BINH)

    await story.press(COORDINATOR, "Lê Thị Bình")
    assert "Điều đã đọc thì không thu hồi được" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "👤 Nêu tên và gửi")
    await story.pass_time(seconds=5)
    assert "TLP:RED · Mất kết nối cáp quang" in story.text(BINH)
    assert "✅ Sẵn sàng" in "".join(buttons_of(story.last(BINH)))


async def test_what_becomes_red_is_locked_wherever_it_was_read_and_its_task_can_be_given_elsewhere(
    story: Story,
) -> None:
    group, _ = await with_topic(story)
    await appoint(story, 301, "Quan Sát", role=Role.OBSERVER)
    members = await bind(story, CHI, "Nhóm Hoa Sen")
    for button in ("✉️ Nhắn tin…", "📣 Báo tin cho tất cả"):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, "Cáp quang: tin số một")
    for button in ("👥 Gửi cho", "Kèm cả quan sát viên", "◀ Quay lại", "📨 Gửi tới"):
        await story.press(COORDINATOR, button)
    await story.pass_time(seconds=30)
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await give(story, "Hàn cáp quang", business="Công nghệ Hoa Sen")
    await story.pass_time(seconds=30)
    readers = (CHI, 301, members, group)
    assert all(any("áp quang" in text_of(one) for one in story.chat(chat)) for chat in readers)

    await story.say(COORDINATOR, "/tinhhinh")
    for button in ("SC-2026-0001", "⋯ Việc khác", "🏷 Nhãn TLP"):
        await story.press(COORDINATOR, button)
    assert "Không thu hồi được" in story.text(COORDINATOR)
    for button in ("TLP:RED", "👤 Người nhận được nêu tên", "Phạm Quế Chi"):
        await story.press(COORDINATOR, button)
    assert "NV-2026-0001 đang giao cho Công nghệ Hoa Sen" in story.text(COORDINATOR)
    await story.pass_time(seconds=60)
    for chat in readers:
        shown = [one for one in story.chat(chat) if "áp quang" in text_of(one)]
        assert shown == [], chat
        assert any(text_of(one).startswith("🔒 SC-2026-0001 · TLP:RED") for one in story.chat(chat))
    assert not any("✅ Sẵn sàng" in buttons_of(one) for one in story.chat(members))
    await story.press(COORDINATOR, "📌 Xem NV-2026-0001")
    assert any("đơn vị khác" in one for one in buttons_of(story.last(COORDINATOR)))


async def test_a_tally_that_came_anew_since_it_is_for_few_is_kept_true(story: Story) -> None:
    await declared(story)
    async with story.database.writing() as session:
        (await session.exec(select(Incident))).one().tlp = Tlp.AMBER
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.pass_time(seconds=5)
    tally = story.last_with(COORDINATOR, "📋 Danh sách")
    assert tally["has_protected_content"]
    assert "✅ Sẵn sàng: 0" in text_of(tally)

    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=30)

    same = next(one for one in story.chat(COORDINATOR) if one["message_id"] == tally["message_id"])
    assert "✅ Sẵn sàng: 1" in text_of(same)
    assert same["has_protected_content"]
