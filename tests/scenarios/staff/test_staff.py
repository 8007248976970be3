"""The owner brings the staff in by one-time links, decides about each, and dismisses."""

import pytest
from sqlmodel import col, select

from models.audit import AuditEntry
from models.people import Person, Role
from tests.enrolment import appoint, enrol
from tests.scenarios.declaring import declare
from tests.story import COORDINATOR, SECOND_COORDINATOR, Json, Story, buttons_of, text_of
from tests.traces import traces

GUEST, OTHER, SECOND_OWNER = 301, 302, 103
DEPARTMENT = "Sở Khoa học và Công nghệ"


async def link_for(story: Story, role: str = "quan sát viên") -> str:
    """Let the owner make a link; returns what it says to the bot."""
    await story.say(COORDINATOR, "/canbo")
    await story.press(COORDINATOR, f"➕ Mời {role}")
    told = next(text_of(one) for one in reversed(story.chat(COORDINATOR)) if "?start=" in text_of(one))
    return told.split("?start=")[1].split()[0]


async def guest(story: Story, person: int = GUEST, name: str = "Hà Văn Lộc") -> int:
    return story.person(person, name)


async def role_of(story: Story, telegram_id: int) -> Role | None:
    async with story.database.reading() as session:
        return (await session.exec(select(Person).where(Person.telegram_id == telegram_id))).one().staff_role


async def actions(story: Story) -> list[str]:
    async with story.database.reading() as session:
        return [entry.action for entry in await session.exec(select(AuditEntry))]


def request_of(story: Story, owner: int = COORDINATOR) -> Json:
    return story.last_with(owner, "✔ Bổ nhiệm")


async def accepted(story: Story, role: str = "quan sát viên") -> None:
    """Let a guest open a link and accept."""
    payload = await link_for(story, role)
    await guest(story)
    await story.say(GUEST, f"/start {payload}")
    await story.press(GUEST, "✔ Nhận lời")


async def test_a_link_is_told_once_with_what_it_is_for_and_until_when(story: Story) -> None:
    payload = await link_for(story)

    told = next(text_of(one) for one in story.chat(COORDINATOR) if "?start=" in text_of(one))
    assert "quan sát viên" in told
    assert "hết hạn lúc 09:00, 22/11/2026" in told
    assert payload.startswith("i-")
    async with story.database.reading() as session:
        assert await traces(session, payload[2:]) == []
    await story.press(COORDINATOR, "🔗 Liên kết đang chờ (1)")
    assert "1. quan sát viên, hết hạn lúc 09:00, 22/11/2026" in text_of(story.last_with(COORDINATOR, "Thu hồi"))


@pytest.mark.parametrize(
    ("role", "appointed", "menu"),
    [
        ("điều phối viên", Role.COORDINATOR, "suco"),
        ("điều phối viên trực", Role.DUTY_OFFICER, "suco"),
        ("quan sát viên", Role.OBSERVER, "danhba"),
    ],
)
async def test_who_opens_accepts_and_is_confirmed_has_the_role_and_its_menu(
    story: Story, role: str, appointed: Role, menu: str
) -> None:
    payload = await link_for(story, role)
    await guest(story)
    await story.say(GUEST, f"/start {payload}")
    assert f"{DEPARTMENT} mời Anh/Chị làm {role}" in story.text(GUEST)
    assert await role_of(story, GUEST) is None
    story.look_away()

    await story.press(GUEST, "✔ Nhận lời")
    assert await role_of(story, GUEST) is None
    (asked,) = story.arrived(COORDINATOR)
    assert "Hà Văn Lộc đã mở liên kết mời" in asked
    assert str(GUEST) in asked

    await story.press(COORDINATOR, "✔ Bổ nhiệm")
    assert await role_of(story, GUEST) is appointed
    assert f"Anh/Chị đã là {role}" in story.text(GUEST)
    assert menu in [command["command"] for command in story.world.commands(GUEST)]
    card = next(one for one in story.chat(COORDINATOR) if "đã nhận lời" in text_of(one))
    assert "Đoàn Thị Hạ đã bổ nhiệm lúc" in text_of(card)
    assert buttons_of(card) == []
    assert {"invitation-made", "invitation-opened", "role-accepted", "invitation-used", "role"} <= set(
        await actions(story)
    )


async def test_who_is_turned_down_is_told_politely_and_stays_a_stranger(story: Story) -> None:
    await accepted(story)
    await story.press(COORDINATOR, "⛔ Không")
    assert story.text(COORDINATOR).startswith("Không bổ nhiệm")
    assert "invitation-revoked" not in await actions(story)
    await story.press(COORDINATOR, "⛔ Không bổ nhiệm")

    assert "không được xác nhận" in story.text(GUEST)
    assert await role_of(story, GUEST) is None
    await story.say(GUEST, "/canbo")
    assert "không thuộc vai trò" in story.text(GUEST)


async def test_who_does_not_accept_leaves_no_request(story: Story) -> None:
    payload = await link_for(story)
    await guest(story)
    await story.say(GUEST, f"/start {payload}")
    story.look_away()
    await story.press(GUEST, "Không nhận")
    assert "Lời mời sẽ hết hiệu lực" in story.text(GUEST)
    await story.press(GUEST, "Không nhận")

    assert "không còn hiệu lực" in story.text(GUEST)
    assert story.arrived(COORDINATOR) == []
    await story.say(GUEST, f"/start {payload}")
    assert "đã bị thu hồi" in story.text(GUEST)


async def test_accepting_twice_asks_the_owner_once(story: Story) -> None:
    payload = await link_for(story)
    await guest(story)
    await story.say(GUEST, f"/start {payload}")
    offer = story.last(GUEST)
    data = offer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await story.press(GUEST, "✔ Nhận lời")
    story.look_away()

    assert "đã nhận lời trước đó" in await story.forge(GUEST, offer, data)
    assert story.arrived(COORDINATOR) == []


async def test_a_link_belongs_to_the_first_who_opens_it_and_works_once(story: Story) -> None:
    payload = await link_for(story)
    await guest(story)
    await guest(story, OTHER, "Người khác")
    await story.say(GUEST, f"/start {payload}")

    await story.say(OTHER, f"/start {payload}")
    assert "đã được người khác mở trước" in story.text(OTHER)
    data = story.last_with(GUEST, "✔ Nhận lời")["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert "đã được người khác mở trước" in await story.forge(OTHER, story.last(OTHER), data)

    await story.press(GUEST, "✔ Nhận lời")
    await story.press(COORDINATOR, "✔ Bổ nhiệm")
    await story.say(GUEST, f"/start {payload}")
    assert "đã được dùng" in story.text(GUEST)


@pytest.mark.parametrize("accepts", [1, 0])
async def test_a_forged_word_on_a_link_that_nobody_opened_neither_takes_it_nor_lets_it_go(
    story: Story, accepts: int
) -> None:
    payload = await link_for(story, "điều phối viên")
    await guest(story)
    await guest(story, OTHER, "Người khác")
    await story.say(OTHER, "/start")
    story.look_away()

    words = await story.forge(OTHER, story.last(OTHER), f"so:1:{accepts}")

    assert "không đúng hoặc đã bị thu hồi" in words
    assert story.arrived(COORDINATOR) == []
    assert not {"invitation-opened", "role-accepted", "invitation-revoked"} & set(await actions(story))
    await story.say(GUEST, f"/start {payload}")
    assert f"{DEPARTMENT} mời Anh/Chị làm điều phối viên" in story.text(GUEST)


async def test_a_link_runs_out_after_two_days(story: Story) -> None:
    payload = await link_for(story)
    await guest(story)
    await story.pass_time(hours=48)
    await story.say(GUEST, f"/start {payload}")

    assert "hết hạn lúc" in story.text(GUEST)


async def test_who_accepted_in_time_is_decided_on_later_too(story: Story) -> None:
    await accepted(story)
    await story.pass_time(hours=72)
    await story.press(COORDINATOR, "✔ Bổ nhiệm")

    assert await role_of(story, GUEST) is Role.OBSERVER


async def test_a_link_that_was_taken_back_opens_nothing(story: Story) -> None:
    payload = await link_for(story)
    await guest(story)
    await story.press(COORDINATOR, "🔗 Liên kết đang chờ (1)")
    await story.press(COORDINATOR, "Thu hồi 1.")
    assert "Thu hồi liên kết mời quan sát viên" in text_of(story.last_with(COORDINATOR, "◀ Giữ lại"))
    await story.press(COORDINATOR, "Thu hồi")
    assert "Không có liên kết nào" in text_of(story.last_with(COORDINATOR, "◀ Danh sách cán bộ"))

    await story.say(GUEST, f"/start {payload}")
    assert "đã bị thu hồi" in story.text(GUEST)


async def test_a_second_tap_on_invite_makes_no_second_link(story: Story) -> None:
    await story.say(COORDINATOR, "/canbo")
    page = story.last(COORDINATOR)
    data = next(
        button["callback_data"]
        for row in page["reply_markup"]["inline_keyboard"]
        for button in row
        if "quan sát viên" in button["text"]
    )
    await story.press(COORDINATOR, "➕ Mời quan sát viên")
    story.look_away()

    await story.forge(COORDINATOR, page, data)

    assert story.arrived(COORDINATOR) == []
    assert (await actions(story)).count("invitation-made") == 1


async def test_two_owners_press_at_once_and_the_first_word_stands(story: Story) -> None:
    await appoint(story, SECOND_OWNER, "Lò Thị Mỷ", role=Role.OWNER)
    await accepted(story)
    late = request_of(story, SECOND_OWNER)
    decline = late["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    await story.press(COORDINATOR, "✔ Bổ nhiệm")

    words = await story.forge(SECOND_OWNER, late, decline)

    assert "đã được Đoàn Thị Hạ quyết định" in words
    assert await role_of(story, GUEST) is Role.OBSERVER
    assert "Đoàn Thị Hạ đã bổ nhiệm" in text_of(story.chat(SECOND_OWNER)[-1])


async def test_an_owner_who_opens_the_link_does_not_take_it(story: Story) -> None:
    payload = await link_for(story)
    await story.say(COORDINATOR, f"/start {payload}")
    assert "OWNER_IDS" in story.text(COORDINATOR)

    await guest(story)
    await story.say(GUEST, f"/start {payload}")
    assert "mời Anh/Chị làm" in story.text(GUEST)


async def test_who_has_the_role_already_does_not_take_the_link(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    payload = await link_for(story, "điều phối viên")
    await story.say(SECOND_COORDINATOR, f"/start {payload}")

    assert "đang giữ vai trò này" in story.text(SECOND_COORDINATOR)


async def test_the_dismissed_are_told_and_their_menu_and_tallies_stop(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    await enrol(story, 201, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await declare(story)
    tally = story.last_with(SECOND_COORDINATOR, "📋 Danh sách")
    await story.say(COORDINATOR, "/canbo")
    await story.press(COORDINATOR, "Vũ Minh Khôi")
    await story.press(COORDINATOR, "Miễn nhiệm")
    assert await role_of(story, SECOND_COORDINATOR) is Role.COORDINATOR
    story.look_away()
    assert "Đã miễn nhiệm" in await story.press(COORDINATOR, "Miễn nhiệm")

    (told,) = story.arrived(SECOND_COORDINATOR)
    assert "Vai trò điều phối viên của Anh/Chị trong mạng lưới đã kết thúc" in told
    assert "suco" not in [command["command"] for command in story.world.commands(SECOND_COORDINATOR)]
    await story.press(201, "✅ Sẵn sàng")
    await story.pass_time(seconds=10)
    assert "✅ Sẵn sàng: 0" in text_of(
        next(one for one in story.chat(SECOND_COORDINATOR) if one["message_id"] == tally["message_id"])
    )
    assert "không thuộc vai trò" in await story.press(SECOND_COORDINATOR, "📋 Danh sách")
    async with story.database.reading() as session:
        (entry,) = await session.exec(
            select(AuditEntry).where(AuditEntry.action == "role", col(AuditEntry.person_id).is_not(None))
        )
        assert (entry.before, entry.after) == ({"role": "coordinator"}, {"role": None})


async def test_dismissing_twice_is_refused(story: Story) -> None:
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    await story.say(COORDINATOR, "/canbo")
    await story.press(COORDINATOR, "Vũ Minh Khôi")
    await story.press(COORDINATOR, "Miễn nhiệm")
    page = story.last_with(COORDINATOR, "◀ Không")
    data = page["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    await story.press(COORDINATOR, "Miễn nhiệm")
    story.look_away()

    assert "không còn giữ vai trò nào" in await story.forge(COORDINATOR, page, data)
    assert story.arrived(SECOND_COORDINATOR) == []


async def test_an_owner_cannot_be_dismissed(story: Story) -> None:
    await appoint(story, SECOND_OWNER, "Lò Thị Mỷ", role=Role.OWNER)
    await story.say(COORDINATOR, "/canbo")
    assert "Lò Thị Mỷ" not in " ".join(buttons_of(story.last(COORDINATOR)))
    async with story.database.reading() as session:
        owner = (await session.exec(select(Person).where(Person.telegram_id == SECOND_OWNER))).one()

    assert "OWNER_IDS" in await story.forge(COORDINATOR, story.last(COORDINATOR), f"sf:dismiss:{owner.id}:")
    assert await role_of(story, SECOND_OWNER) is Role.OWNER


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OBSERVER, None])
async def test_only_owners_look_at_the_staff(story: Story, role: Role | None) -> None:
    if role is None:
        await guest(story)
        await story.say(GUEST, "/start")
    else:
        await appoint(story, GUEST, "Hà Văn Lộc", role=role)
        await story.say(GUEST, "/start")
    assert "👥 Cán bộ" not in buttons_of(story.last(GUEST))

    for data in ("sf:list:0:", "sf:invite:0:coordinator", "sf:dismiss:1:", "sf:appoint:1:", "m:staff"):
        assert "không thuộc vai trò" in await story.forge(GUEST, story.last(GUEST), data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("sf:invite:0:owner", "OWNER_IDS"),
        ("sf:invite:0:king", "không còn dùng được"),
        ("sf:invite:0:stranger", "OWNER_IDS"),
        ("sf:appoint:99:", "không đúng hoặc đã bị thu hồi"),
        ("sf:person:99:", "không còn giữ vai trò nào"),
        ("sf:revoke:99:", "không đúng hoặc đã bị thu hồi"),
        ("so:99:1", "không đúng hoặc đã bị thu hồi"),
        ("sf:nothing:1:", "không còn dùng được"),
    ],
)
async def test_forged_taps_of_an_owner_change_nothing(story: Story, data: str, words: str) -> None:
    await story.say(COORDINATOR, "/canbo")
    before = await actions(story)

    assert words in await story.forge(COORDINATOR, story.last(COORDINATOR), data)
    assert await actions(story) == before


async def test_an_invited_person_who_withdraws_is_no_request_any_more(story: Story) -> None:
    await accepted(story)
    await story.say(GUEST, "/dulieu")
    await story.press(GUEST, "🗑 Xóa dữ liệu của tôi")
    await story.press(GUEST, "🗑 Xóa dữ liệu của tôi")

    card = next(one for one in story.chat(COORDINATOR) if "đã nhận lời" in text_of(one))
    assert "(đã xóa dữ liệu)" in text_of(card)
    assert "Người được mời đã rút" in text_of(card)
    assert buttons_of(card) == []


async def test_the_list_stands_in_order_and_an_english_owner_reads_english(story: Story) -> None:
    await appoint(story, 401, "Đặng Thị Ánh", role=Role.OBSERVER)
    await appoint(story, 402, "Bùi Văn Bảy", role=Role.OBSERVER)
    await appoint(story, SECOND_COORDINATOR, "Vũ Minh Khôi")
    await appoint(story, SECOND_OWNER, "Olive Owner", language_code="en", role=Role.OWNER)
    await story.say(SECOND_OWNER, "/staff")

    names = ["Olive Owner", "Vũ Minh Khôi", "Bùi Văn Bảy", "Đặng Thị Ánh"]
    places = [story.text(SECOND_OWNER).index(name) for name in names]
    assert places == sorted(places)
    assert "Staff of the network" in story.text(SECOND_OWNER)
    assert "➕ Invite: duty officer" in buttons_of(story.last(SECOND_OWNER))
