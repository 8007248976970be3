"""A member makes the link of their calendar, taps twice, makes it anew and takes it back."""

import re
from dataclasses import replace

from tests.scenarios.declaring import AN, small_network
from tests.story import COORDINATOR, Story, text_of

ADDRESS = "https://sansang.example"
LINK = re.compile(rf"{ADDRESS}/calendar/([\w-]{{32}})\.ics")


async def test_without_an_address_the_page_says_whom_to_ask(story: Story) -> None:
    await small_network(story)
    transactions = story.house.dispatcher._transactions
    transactions._office = replace(transactions._office, calendar_address="")

    await story.say(AN, "/lich")

    assert "chưa mở dịch vụ lịch" in story.text(AN)


async def test_a_link_is_shown_once_and_a_second_tap_changes_nothing(story: Story) -> None:
    await small_network(story)
    await story.say(AN, "/lich")
    asked = story.last(AN)
    await story.press(AN, "➕ Tạo liên kết lịch")
    first = LINK.search(story.text(AN))
    assert first is not None
    assert "Tuần trực của Anh/Chị và các cuộc diễn tập đã thông báo cho đơn vị" in text_of(asked)
    assert "hạn" not in text_of(asked)
    assert "iPhone:" in story.text(AN)
    assert "Android:" in story.text(AN)

    said = await story.forge(AN, asked, "lcm:0")
    assert "bằng một lần bấm trước đó" in said
    assert first[0] in story.text(AN)

    await story.say(AN, "/calendar")
    assert "đang dùng được" in story.text(AN)
    assert not LINK.search(story.text(AN))
    await story.press(AN, "↻ Tạo liên kết mới")
    second = LINK.search(story.text(AN))
    assert second is not None
    assert second[1] != first[1]

    await story.press(AN, "🗑 Thu hồi liên kết")
    assert "chưa có liên kết lịch" in story.text(AN)
    assert "bằng một lần bấm trước đó" in await story.forge(AN, story.last(AN), "lcr:2")


async def test_coordinators_have_it_among_what_they_prepare_and_strangers_have_none(story: Story) -> None:
    await small_network(story)
    stranger = story.person(500, "Lạ")

    await story.say(COORDINATOR, "/menu")
    await story.press(COORDINATOR, "Chuẩn bị")
    await story.press(COORDINATOR, "🗓 Lịch")
    assert "chưa có liên kết lịch" in story.text(COORDINATOR)
    for part in ("Các cuộc diễn tập", "hạn thông báo, báo cáo theo quy định", "hạn đánh giá", "tuần trực"):
        assert part in story.text(COORDINATOR)

    await story.say(stranger, "/lich")
    assert "lịch" not in text_of(story.last(stranger)).lower()


async def test_where_no_calendar_is_served_the_office_reads_what_turns_it_on_and_members_whom_to_ask(
    story: Story,
) -> None:
    await small_network(story)
    story.settings = story.settings.model_copy(update={"calendar_address": None})
    await story.restart()

    for person, said in ((COORDINATOR, "CALENDAR_ADDRESS"), (AN, "liên hệ cơ quan điều phối")):
        await story.say(person, "/lich")
        assert said in story.text(person)
