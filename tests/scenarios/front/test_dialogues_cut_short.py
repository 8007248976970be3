"""What others do meanwhile ends a dialogue with a word why, wherever it stands; nobody is caught in it."""

from collections.abc import Sequence

import pytest
from sqlmodel import select

from bot.sandbox.state.files import Upload
from models.drafts import Draft
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, Representative
from models.people import Person
from services.business import suspension
from tests.enrolment import enrol
from tests.scenarios.businesses import (
    HOA,
    NEWCOMER,
    SONG_HONG,
    TAM,
    another,
    introduce,
    make_link,
    member_id,
    newcomer,
    open_link,
    song_hong,
)
from tests.scenarios.businesses import standing as standing_of
from tests.scenarios.declaring import PIXEL, declare
from tests.scenarios.registering import CONSENT, THE_BUSINESS, act, mai
from tests.story import COORDINATOR, Story

OTHER = "Công nghệ Hoa Sen"
NOT_THEIRS = "hiện không đại diện cho đơn vị này"
ROSTER_CHANGED = "Lịch trực này không còn như Anh/Chị thấy"
Way = Sequence[tuple[str, str]]
ABOUT_A_BUSINESS: Sequence[tuple[str, Way, str]] = (
    ("bz:{id}:away:0", (), NOT_THEIRS),
    ("bz:{id}:edit:0", (("press", "✏️ Tên đơn vị"),), NOT_THEIRS),
    ("dy:{id}:hours", (("press", "✏️ Tự đặt từng ngày"), ("press", "T2 ·")), ROSTER_CHANGED),
    ("dy:{id}:order", (), ROSTER_CHANGED),
)


async def two_businesses(story: Story) -> int:
    """Let Hoa speak for two businesses; returns the id of the first."""
    await song_hong(story)
    await another(story)
    await enrol(story, HOA, "Trần Thị Hoa", OTHER, contact=ContactKind.BACKUP)
    await story.say(HOA, "/menu")
    return await member_id(story)


async def suspend(story: Story, number: int) -> None:
    async with story.database.writing() as session:
        by = (await session.exec(select(Person).where(Person.telegram_id == COORDINATOR))).one()
        await suspension.suspend(session, member_id=number, reason="Bận", by=by, now=story.clock.now())
    await story.settle()


async def take_back(story: Story, number: int) -> None:
    async with story.database.writing() as session:
        (await session.get_one(Member, number)).status = MemberStatus.APPROVED


async def begin(story: Story, number: int, data: str, way: Way) -> None:
    await story.forge(HOA, story.last(HOA), data.format(id=number))
    for verb, words in way:
        await (story.say if verb == "say" else story.press)(HOA, words)


async def under_way(story: Story) -> list[str]:
    async with story.database.reading() as session:
        return [draft.dialogue for draft in await session.exec(select(Draft))]


async def test_the_menu_opens_again_though_the_business_of_a_dialogue_was_suspended(story: Story) -> None:
    number = await two_businesses(story)
    for data, way, why in ABOUT_A_BUSINESS:
        await begin(story, number, data, way)
        await suspend(story, number)
        story.look_away()

        await story.say(HOA, "/start")

        told, menu = story.arrived(HOA)
        assert why in told, (data, way)
        assert "Sẵn Sàng" in menu, (data, way)
        assert await under_way(story) == [], (data, way)
        await take_back(story, number)


async def test_what_is_typed_about_a_suspended_business_is_taken_by_nobody(story: Story) -> None:
    number = await two_businesses(story)
    for data, way, why in ABOUT_A_BUSINESS:
        await begin(story, number, data, way)
        await suspend(story, number)
        story.look_away()

        await story.say(HOA, "8h-17h")

        (told,) = story.arrived(HOA)
        assert why in told, (data, way)
        assert await under_way(story) == [], (data, way)
        await take_back(story, number)


@pytest.mark.parametrize(
    ("data", "button", "why"),
    [
        ("bz:{id}:away:0", "1 ngày", NOT_THEIRS),
        ("bz:{id}:edit:0", "✏️ Tên đơn vị", NOT_THEIRS),
        ("dy:{id}:hours", "✏️ Tự đặt từng ngày", ROSTER_CHANGED),
    ],
)
async def test_a_tap_of_a_dialogue_about_a_suspended_business_ends_it(
    story: Story, data: str, button: str, why: str
) -> None:
    number = await two_businesses(story)
    await begin(story, number, data, ())
    await suspend(story, number)

    assert why in await story.press(HOA, button)

    assert await under_way(story) == []


async def test_what_a_suspended_business_would_bring_along_is_not_asked_any_more(story: Story) -> None:
    number = await two_businesses(story)
    await declare(story)
    await story.press(HOA, "✅ Sẵn sàng")
    await story.press(HOA, "➕")
    await suspend(story, number)
    await suspend(story, await member_id(story, OTHER))

    await story.say(HOA, "5")

    assert SONG_HONG not in story.text(HOA)
    assert await under_way(story) == []


@pytest.mark.parametrize("goes_on", ["/start", "Chúng tôi không biết anh ấy"])
async def test_who_handed_the_primary_contact_over_decides_no_more_and_sees_the_newcomer_no_more(
    story: Story, goes_on: str
) -> None:
    await song_hong(story)
    await open_link(story, newcomer(story), await make_link(story))
    await story.press(NEWCOMER, "Đồng ý")
    await introduce(story, NEWCOMER)
    await story.press(HOA, "Từ chối")
    await set_contact(story, HOA, ContactKind.BACKUP)
    await set_contact(story, TAM, ContactKind.PRIMARY)
    story.look_away()

    await story.say(HOA, goes_on)

    told, *rest = story.arrived(HOA)
    assert told.startswith("Hồ sơ này không do Anh/Chị quyết định")
    assert not any("Vũ Đức Long" in text for text in (told, *rest))
    assert await under_way(story) == []


@pytest.mark.parametrize("done", [2, 4, 9])
async def test_an_album_where_none_is_asked_for_gets_one_answer(story: Story, done: int) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS)[:done])
    story.look_away()

    for photos in (10, 3):
        files = [Upload(f"{number}.png", PIXEL, "image/png") for number in range(photos)]
        await story.world.upload_album(person, files)
        await story.settle()

        assert len(story.arrived(person)) == 1, "each album is answered, and once"


async def set_contact(story: Story, person: int, contact: ContactKind) -> None:
    number = id_of(await standing_of(story, person))
    async with story.database.writing() as session:
        (await session.get_one(Representative, number)).contact = contact


async def test_a_registration_by_a_link_that_was_taken_back_is_over_when_it_is_handed_in(story: Story) -> None:
    await song_hong(story)
    await open_link(story, newcomer(story), await make_link(story))
    await story.press(NEWCOMER, "Đồng ý")
    for words in ("Vũ Đức Long", "Trưởng phòng Kỹ thuật", "0912 345 678"):
        await story.say(NEWCOMER, words)
    await story.press(HOA, "↩ Thu hồi liên kết 1")
    await story.press(HOA, "↩ Thu hồi")

    assert "Liên kết mời không đúng hoặc đã bị thu hồi" in await story.press(NEWCOMER, "Gửi đăng ký")

    assert await under_way(story) == []
    await story.say(NEWCOMER, "/start")
    assert "đăng ký dở" not in story.text(NEWCOMER)
