"""A card tells what is known of a business; whom to call there is for members, and each look is kept."""

from datetime import timedelta

from sqlmodel import col, select, update

from models.audit import AuditEntry
from models.members import ContactKind, Member, Representative
from models.people import Consent, Person
from models.roster import ContactLook
from services.people.accounts import CONSENT_VERSION
from tests.enrolment import enrol
from tests.scenarios.registering import act, press, rows
from tests.scenarios.searching import (
    AN,
    CHI,
    LOTUS,
    OBSERVER,
    POWER,
    STRANGER,
    appoint_observer,
    change,
    found,
    suspend,
)
from tests.scenarios.searching import id_of_business as number_of
from tests.story import COORDINATOR, Json, Story, buttons_of

TO_POWER = (("say", "/danhba dien luc"), ("press", "Điện lực Đông Đô"))
PEOPLE = ("press", "👤 Xem đầu mối")


async def looks(story: Story) -> list[tuple[int, int]]:
    """List whose contacts were seen (business id), and by whom (Telegram id)."""
    async with story.database.reading() as session:
        query = (
            select(ContactLook.member_id, Person.telegram_id)
            .join(Person, col(Person.id) == col(ContactLook.person_id))
            .order_by(col(ContactLook.id))
        )
        return [(member_id, telegram_id) for member_id, telegram_id in await session.exec(query)]


def contacts_sent(story: Story, person: int) -> list[Json]:
    """Give the contacts that the bot sent."""
    return [message["contact"] for message in story.chat(person) if "contact" in message]


async def test_a_card_tells_what_a_business_does_and_where(story: Story) -> None:
    await found(story)

    def call(member: Member) -> None:
        member.phone = "+842438221234"

    await change(story, POWER, call)
    await act(story, CHI, TO_POWER)
    for words in (
        POWER,
        "Mã số thuế: ",
        "Lĩnh vực: Công nghệ thông tin, công nghệ số",
        "Địa bàn: Phường Hoàn Kiếm",
        "Năng lực: Đội ứng cứu cáp quang (4 đội)",
        "Đang sẵn sàng nhận cảnh báo",
        "Điện thoại đơn vị: 024 3822 1234",
    ):
        assert words in story.text(CHI)
    assert "Nguyễn Văn An" not in story.text(CHI)
    assert buttons_of(story.last(CHI)) == ["👤 Xem đầu mối", "◀ Danh sách"]


async def test_a_card_says_until_when_a_business_is_away(story: Story) -> None:
    await found(story)
    until = story.clock.now() + timedelta(days=3)

    def leave(member: Member) -> None:
        member.unavailable_until = until

    await change(story, POWER, leave)
    await act(story, CHI, TO_POWER)
    assert "Tạm vắng đến 09:00, 23/11/2026" in story.text(CHI)


async def test_contacts_are_shown_primary_first_and_the_look_is_kept(story: Story) -> None:
    await found(story)
    await enrol(story, 1010, "Bùi Anh Ba", POWER, contact=ContactKind.BACKUP)
    member_id = await number_of(story, POWER)
    await act(story, CHI, (*TO_POWER, PEOPLE))

    text = story.text(CHI)
    assert text.index("Nguyễn Văn An, Giám đốc") < text.index("Bùi Anh Ba, Giám đốc")
    assert "Đầu mối chính · ☎️ 0900 000 001" in text
    assert "Đầu mối dự phòng" in text
    assert "được ghi lại" in text
    assert await looks(story) == [(member_id, CHI)]
    async with story.database.reading() as session:
        (kept,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "contacts-seen"))).all()
    assert (kept.subject, kept.subject_id, kept.before, kept.after) == ("member", member_id, None, {"how": "card"})


async def test_looking_again_within_a_minute_is_one_look(story: Story) -> None:
    await found(story)
    await act(story, CHI, (*TO_POWER, PEOPLE, ("press", "◀ Thẻ đơn vị"), PEOPLE))
    assert len(await looks(story)) == 1
    await story.pass_time(minutes=2)
    await act(story, CHI, (("press", "◀ Thẻ đơn vị"), PEOPLE))
    assert len(await looks(story)) == 2


async def test_a_contact_is_sent_to_be_kept_in_the_phone(story: Story) -> None:
    await found(story)
    await act(story, CHI, (*TO_POWER, PEOPLE))
    assert "Đã gửi danh thiếp" in await story.press(CHI, "📇 Gửi danh thiếp: Nguyễn Văn An")
    (contact,) = contacts_sent(story, CHI)
    assert (contact["phone_number"], contact["first_name"]) == ("+84900000001", "Nguyễn Văn An")
    assert len(await looks(story)) == 1


async def test_the_number_of_a_business_itself_is_sent_as_well(story: Story) -> None:
    await found(story)

    def call(member: Member) -> None:
        member.phone = "+842438221234"

    member_id = await change(story, POWER, call)
    await act(story, CHI, (*TO_POWER, PEOPLE, ("press", "📇 Gửi danh thiếp của đơn vị")))
    (contact,) = contacts_sent(story, CHI)
    assert (contact["phone_number"], contact["first_name"]) == ("+842438221234", POWER)
    await change(story, POWER, lambda member: setattr(member, "phone", None))
    assert "không còn trong danh bạ" in await story.forge(CHI, story.last_with(CHI, "◀ Thẻ"), f"mb:{member_id}:phone:0")


async def test_who_has_not_agreed_to_the_text_in_force_is_shown_to_coordinators_only(story: Story) -> None:
    await found(story)
    await act(story, CHI, (*TO_POWER, PEOPLE))
    page = story.last(CHI)
    async with story.database.writing() as session:
        await session.exec(update(Consent).values(text_version="2020-01"))
    await story.press(CHI, "◀ Thẻ đơn vị", message=page)
    await story.press(CHI, "👤 Xem đầu mối")
    assert "Nguyễn Văn An" not in story.text(CHI)
    assert "Còn 1 người chưa đồng ý" in story.text(CHI)
    assert "không còn trong danh bạ" in await story.forge(CHI, page, "mc:1")
    assert contacts_sent(story, CHI) == []

    await act(story, COORDINATOR, (*TO_POWER, PEOPLE))
    assert "Nguyễn Văn An" in story.text(COORDINATOR)
    async with story.database.writing() as session:
        await session.exec(update(Consent).values(text_version=CONSENT_VERSION))
    await act(story, CHI, (("press", "◀ Thẻ đơn vị"), PEOPLE))
    assert "Nguyễn Văn An" in story.text(CHI)


async def test_forged_taps_open_no_contacts(story: Story) -> None:
    await found(story)
    await appoint_observer(story)
    member_id = await number_of(story, POWER)
    await story.say(OBSERVER, "/danhba")
    await story.say(STRANGER, "/start")
    for verb in ("people", "phone"):
        assert "chỉ dành cho các đơn vị thành viên" in await story.forge(
            OBSERVER, story.last(OBSERVER), f"mb:{member_id}:{verb}:0"
        )
        assert "không thuộc" in await story.forge(STRANGER, story.last(STRANGER), f"mb:{member_id}:{verb}:0")
    assert "chỉ dành cho" in await story.forge(OBSERVER, story.last(OBSERVER), "mc:1")
    assert "không thuộc" in await story.forge(STRANGER, story.last(STRANGER), "mc:1")
    await story.say(CHI, "/danhba")
    for data in ("mb:999:show:0", "mb:999:people:0", "mb:0:phone:0"):
        assert "không có trong danh bạ" in await story.forge(CHI, story.last(CHI), data)
    assert "không còn trong danh bạ" in await story.forge(CHI, story.last(CHI), "mc:999")
    assert "không còn dùng được" in await story.forge(CHI, story.last(CHI), f"mb:{member_id}:delete:0")
    assert await rows(story, ContactLook) == 0


async def test_people_who_speak_for_it_no_longer_are_gone(story: Story) -> None:
    await found(story)
    await act(story, CHI, (*TO_POWER, PEOPLE))
    async with story.database.writing() as session:
        await session.exec(update(Representative).where(col(Representative.member_id) == 1).values(status="removed"))
    assert "không còn trong danh bạ" in await story.press(CHI, "📇 Gửi danh thiếp: Nguyễn Văn An")
    await act(story, CHI, (("press", "◀ Thẻ đơn vị"), PEOPLE))
    assert "Chưa có đầu mối nào" in story.text(CHI)


async def test_many_contacts_are_paged(story: Story) -> None:
    await found(story)
    for number in range(8):
        await enrol(story, 2000 + number, f"Lê Văn Số {'ABCDEFGH'[number]}", POWER)
    await act(story, CHI, (*TO_POWER, PEOPLE, ("press", "›")))
    assert "Lê Văn Số H" in story.text(CHI)
    assert "2/2" in buttons_of(story.last(CHI))
    assert "Nguyễn Văn An" in story.text(CHI)
    assert "Lê Văn Số A" not in story.text(CHI)


async def test_a_card_leads_coordinators_to_what_they_can_do_with_the_business(story: Story) -> None:
    await found(story)
    await act(story, COORDINATOR, TO_POWER)
    assert "Thông tin được xác nhận lần gần nhất" in story.text(COORDINATOR)
    offered = buttons_of(story.last(COORDINATOR))
    assert offered[1:3] == ["📌 Giao nhiệm vụ", "➕ Mời người đại diện"]
    assert offered[3:5] == ["⏸ Tạm dừng", "🔀 Gộp với đơn vị khác"]
    await press(story, COORDINATOR, "📌 Giao nhiệm vụ")
    assert "Điện lực Đông Đô" in story.text(COORDINATOR)

    await suspend(story, POWER)
    await story.say(COORDINATOR, "/huy")
    await act(story, COORDINATOR, TO_POWER)
    offered = buttons_of(story.last(COORDINATOR))
    assert "📌 Giao nhiệm vụ" not in offered
    assert "▶ Cho hoạt động lại" in offered


async def test_members_are_offered_nothing_of_that(story: Story) -> None:
    await found(story)
    await act(story, CHI, TO_POWER)
    assert buttons_of(story.last(CHI)) == ["👤 Xem đầu mối", "◀ Danh sách"]


async def test_the_card_of_an_own_business_leads_to_its_own_room(story: Story) -> None:
    await found(story)
    await act(story, AN, TO_POWER)
    assert "🏢 Đơn vị của tôi" in buttons_of(story.last(AN))
    await story.press(AN, "🏢 Đơn vị của tôi")
    assert POWER in story.text(AN)


async def test_a_link_opens_the_card_for_those_who_may_see_it(story: Story) -> None:
    await found(story)
    member_id = await number_of(story, LOTUS)
    await story.say(AN, f"/start m-{member_id}")
    assert LOTUS in story.text(AN)
    await story.press(AN, "📖 Danh bạ")
    assert "Danh bạ mạng lưới" in story.text(AN)

    for payload in ("m-999", "m-99999999999999999"):
        await story.say(AN, f"/start {payload}")
        assert "không có trong danh bạ" in story.text(AN)
    for payload in ("m-0", "m-", "m-x"):
        await story.say(AN, f"/start {payload}")
        assert "Danh bạ mạng lưới" in story.text(AN)
    await story.say(STRANGER, f"/start m-{member_id}")
    assert "dành cho các đơn vị thành viên" in story.text(STRANGER)
    assert LOTUS not in story.text(STRANGER)
