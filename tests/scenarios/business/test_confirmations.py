"""Every six months one tap confirms a business's data; coordinators see who did not."""

from datetime import timedelta

from sqlmodel import select

from models.members import Member, Representative, RepresentativeStatus
from tests.scenarios.businesses import HOA, SONG_HONG, TAM, another, ask_from, business, member_id, song_hong
from tests.scenarios.registering import act, press, say
from tests.story import COORDINATOR, Story, buttons_of, data_of

HALF_A_YEAR = 183


async def asked(story: Story) -> Member:
    """Let half a year pass, until the business is asked; the story begins at nine in the morning."""
    await song_hong(story)
    await ask_from(story, story.clock.now())
    await story.pass_time(days=HALF_A_YEAR)
    return await business(story)


async def test_the_primary_contact_is_asked_after_half_a_year_and_confirms_in_one_tap(story: Story) -> None:
    await song_hong(story)
    await ask_from(story, story.clock.now())
    await story.pass_time(days=HALF_A_YEAR, hours=-1)
    assert story.arrived(HOA) == []
    await story.pass_time(hours=1)
    (card,) = story.arrived(HOA)
    assert "Mỗi sáu tháng, đề nghị Quý đơn vị xác nhận thông tin còn đúng" in card
    assert SONG_HONG in card
    assert story.arrived(TAM) == []

    assert "Đã ghi nhận" in await press(story, HOA, "✔ Thông tin vẫn đúng")
    assert (await business(story)).confirmed_at == story.clock.now()
    assert "✔ Thông tin vẫn đúng" not in buttons_of(story.last(HOA))
    await story.pass_time(days=15)
    assert story.arrived(HOA) == []


async def test_a_second_tap_says_when_the_data_were_confirmed(story: Story) -> None:
    await asked(story)
    card = story.last(HOA)
    await press(story, HOA, "✔ Thông tin vẫn đúng")
    first = (await business(story)).confirmed_at
    story.clock.at += timedelta(minutes=5)
    assert "đã được xác nhận lúc" in await story.forge(HOA, card, data_of(card)[0])
    assert (await business(story)).confirmed_at == first


async def test_who_does_not_confirm_is_asked_once_more_after_a_fortnight(story: Story) -> None:
    await asked(story)
    story.look_away()
    await story.pass_time(days=13)
    assert story.arrived(HOA) == []
    await story.pass_time(days=1)
    assert len(story.arrived(HOA)) == 1
    await story.pass_time(days=30)
    assert story.arrived(HOA) == []


async def test_nobody_is_asked_by_night(story: Story) -> None:
    await song_hong(story)
    await ask_from(story, story.clock.now() - timedelta(hours=12))
    await story.pass_time(days=HALF_A_YEAR, hours=-12)
    assert story.arrived(HOA) == []
    await story.pass_time(hours=10, minutes=59)
    assert story.arrived(HOA) == []
    await story.pass_time(minutes=1)
    assert len(story.arrived(HOA)) == 1


async def test_all_representatives_are_asked_where_there_is_no_primary_contact(story: Story) -> None:
    await song_hong(story)
    await act(story, HOA, (("say", "/donvi"), ("press", "👥 Người đại diện"), ("press", "★ Trần Thị Hoa")))
    await act(story, HOA, (("press", "Thôi làm người đại diện…"), ("press", "Thôi làm người đại diện")))
    await ask_from(story, story.clock.now())
    story.look_away()
    await story.pass_time(days=HALF_A_YEAR)
    assert story.arrived(HOA) == []
    assert len(story.arrived(TAM)) == 1


async def test_editing_from_the_question_and_saving_after_the_review_confirms(story: Story) -> None:
    await asked(story)
    card = story.last(HOA)
    await act(
        story,
        HOA,
        (("press", "✏️ Sửa"), ("press", "✏️ Chức danh"), ("say", "Tổng giám đốc"), ("press", "💾 Lưu")),
    )
    member = await business(story)
    assert (member.confirmed_at, member.confirmation_asked_at) == (story.clock.now(), None)
    assert "đã được xác nhận lúc" in await story.forge(HOA, card, f"cf:{member.id}")


async def test_a_colleague_may_confirm_and_the_card_of_the_other_shows_it(story: Story) -> None:
    await asked(story)
    await say(story, TAM, "/donvi")
    assert "Cần xác nhận lại thông tin" in story.text(TAM)
    await press(story, TAM, "✔ Thông tin vẫn đúng")
    assert "Thông tin được xác nhận lần gần nhất" in story.text(HOA)
    assert buttons_of(story.last(HOA)) == ["🏢 Xem đơn vị"]


async def test_nobody_from_elsewhere_confirms(story: Story) -> None:
    await asked(story)
    other = await another(story)
    await say(story, other, "/menu")
    data = f"cf:{await member_id(story)}"
    assert "không đại diện" in await story.forge(other, story.last(other), data)
    assert (await business(story)).confirmed_at is None


async def test_coordinators_see_who_has_not_confirmed_since_when_and_ask_again(story: Story) -> None:
    await asked(story)
    await say(story, COORDINATOR, "/hoso")
    await press(story, COORDINATOR, "⏰ Chưa xác nhận thông tin: 1")
    assert f"1. {SONG_HONG} · xác nhận 20/11/2026 · nhắc 22/05/2027" in story.text(COORDINATOR)
    page = story.last(COORDINATOR)
    assert "mỗi ngày chỉ nhắc một lần" in await press(story, COORDINATOR, "🔔 1")
    await story.pass_time(days=2)
    story.look_away()
    assert "Đã nhắc Viễn thông Sông Hồng" in await press(story, COORDINATOR, "🔔 1")
    assert len(story.arrived(HOA)) == 1

    await press(story, HOA, "✔ Thông tin vẫn đúng")
    words = await story.forge(COORDINATOR, page, data_of(page)[0])
    assert "đã được xác nhận lúc" in words
    await press(story, COORDINATOR, "◀ Hồ sơ")
    assert "⏰" not in "".join(buttons_of(story.last(COORDINATOR)))


async def test_only_coordinators_see_who_has_not_confirmed(story: Story) -> None:
    await asked(story)
    for data in ("ov:0:0", f"ov:0:{await member_id(story)}"):
        assert "vai trò" in await story.forge(HOA, story.last(HOA), data)


async def test_a_business_without_anybody_is_shown_and_cannot_be_asked(story: Story) -> None:
    await asked(story)
    async with story.database.writing() as session:
        for one in await session.exec(select(Representative)):
            one.status = RepresentativeStatus.REMOVED
    await story.pass_time(days=2)
    await act(story, COORDINATOR, (("say", "/hoso"), ("press", "⏰ Chưa xác nhận thông tin: 1")))
    assert "chưa có người đại diện" in await press(story, COORDINATOR, "🔔 1")
