"""Members, observers and coordinators find businesses in the roster by whatever they type."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from models.drafts import Draft
from models.members import Member
from tests.enrolment import enrol
from tests.scenarios.registering import act, rows
from tests.scenarios.searching import (
    AN,
    CHI,
    LOTUS,
    OBSERVER,
    POST,
    POWER,
    STRANGER,
    appoint_observer,
    change,
    found,
    suspend,
)
from tests.story import COORDINATOR, Story, buttons_of, data_of

MENU, FILTERS = "☰ Menu", "🔎 Bộ lọc"


def offered(story: Story, person: int) -> Sequence[str]:
    """Give the buttons of the newest message."""
    return buttons_of(story.last(person))


async def test_the_opening_page_counts_explains_and_offers_filters(story: Story) -> None:
    await found(story)
    await story.say(CHI, "/danhba")

    assert "Danh bạ mạng lưới · 3 đơn vị" in story.text(CHI)
    assert "số điện thoại" in story.text(CHI)
    assert offered(story, CHI) == [
        "📋 Xem tất cả (3)",
        "🏷 Lĩnh vực",
        "🧰 Năng lực",
        "📍 Địa bàn",
        "📡 Đang sẵn sàng (3)",
        MENU,
    ]
    await story.press(CHI, "📋 Xem tất cả (3)")
    assert offered(story, CHI)[:3] == [
        "Bưu chính Ăn Mặc · Phường Hoàn Kiếm",
        "Công nghệ Hòa Sen · Xã Ba Vì",
        "Điện lực Đông Đô · Phường Hoàn Kiếm",
    ]


@pytest.mark.parametrize("text", ["dien luc", "ĐIỆN LỰC", "đldđ", "cáp quang hoan kiem", "cntt dong do"])
async def test_a_command_with_words_finds_at_once(story: Story, text: str) -> None:
    await found(story)
    await story.say(CHI, f"/danhba {text}")

    assert "Danh bạ · 1 đơn vị" in story.text(CHI)
    assert offered(story, CHI)[0] == "Điện lực Đông Đô · Phường Hoàn Kiếm"


async def test_a_page_says_by_what_a_business_was_found_unless_it_is_its_name(story: Story) -> None:
    await found(story)

    await story.say(CHI, "/danhba cáp quang")
    assert "🔎 Điện lực Đông Đô – theo năng lực: " in story.text(CHI)
    await story.say(CHI, "/danhba hoan kiem")
    assert "🔎 Điện lực Đông Đô – theo địa bàn: Phường Hoàn Kiếm" in story.text(CHI)
    await story.say(CHI, "/danhba dien luc")
    assert "theo" not in story.text(CHI)


@pytest.mark.parametrize("text", ["Phường Hàng Bạc, quận Hoàn Kiếm", "điện lực phường Hàng Bạc"])
async def test_a_commune_of_before_finds_the_businesses_of_the_one_in_which_it_lies(story: Story, text: str) -> None:
    await found(story)
    await story.say(CHI, f"/danhba {text}")

    assert "Bộ lọc: Phường Hoàn Kiếm" in story.text(CHI)
    assert "Điện lực Đông Đô · Phường Hoàn Kiếm" in offered(story, CHI)
    assert "Công nghệ Hòa Sen · Xã Ba Vì" not in offered(story, CHI)


async def test_typing_anew_replaces_the_words_and_filters_stay(story: Story) -> None:
    await found(story)
    await act(story, CHI, (("say", "/roster"), ("press", "🏷 Lĩnh vực"), ("press", "Công nghệ thông tin")))
    assert "Danh bạ · 2 đơn vị" in story.text(CHI)
    assert "Bộ lọc: Công nghệ thông tin, công nghệ số" in story.text(CHI)

    await story.say(CHI, "dien luc")
    assert "“dien luc”" in story.text(CHI)
    assert "Danh bạ · 1 đơn vị" in story.text(CHI)
    await story.say(CHI, "hoa sen")
    assert "“hoa sen”" in story.text(CHI)
    assert "dien luc" not in story.text(CHI)
    assert "Bộ lọc: Công nghệ thông tin" in story.text(CHI)

    shown = [[one["text"] for one in row] for row in story.last(CHI)["reply_markup"]["inline_keyboard"]]
    assert ["➖ “hoa sen”"] in shown
    assert ["➖ Công nghệ thông tin, công nghệ số"] in shown
    await story.press(CHI, "➖ Công nghệ thông tin, công nghệ số")
    assert "Bộ lọc" not in story.text(CHI)
    await story.press(CHI, "➖ “hoa sen”")
    assert "Danh bạ mạng lưới · 3 đơn vị" in story.text(CHI)


async def test_each_filter_shows_its_values_with_counts(story: Story) -> None:
    await found(story)
    await act(story, CHI, (("say", "/danhba"), ("press", "📍 Địa bàn")))
    assert offered(story, CHI) == ["Xã Ba Vì (1)", "Phường Hoàn Kiếm (2)", "◀ Quay lại"]
    await act(story, CHI, (("press", "Phường Hoàn Kiếm (2)"), ("press", FILTERS), ("press", "🧰 Năng lực")))
    assert offered(story, CHI) == ["Đội ứng cứu cáp quang (1)", "◀ Quay lại"]
    await story.press(CHI, "Đội ứng cứu cáp quang (1)")
    assert "Bộ lọc: Đội ứng cứu cáp quang · Phường Hoàn Kiếm" in story.text(CHI)
    assert "Danh bạ · 1 đơn vị" in story.text(CHI)

    # A value that is tapped again is taken away.
    await act(story, CHI, (("press", FILTERS), ("press", "📍 Địa bàn"), ("press", "✔ Phường Hoàn Kiếm (1)")))
    assert "Bộ lọc: Đội ứng cứu cáp quang" in story.text(CHI)
    assert "Hoàn Kiếm" not in story.text(CHI).split("\n")[-1]


async def test_who_is_away_is_marked_and_left_out_of_those_available(story: Story) -> None:
    await found(story)
    until = story.clock.now() + timedelta(days=2)

    def leave(member: Member) -> None:
        member.unavailable_until = until

    await change(story, POST, leave)
    await act(story, CHI, (("say", "/danhba"), ("press", "📋 Xem tất cả (3)")))
    assert offered(story, CHI)[0] == "💤 Bưu chính Ăn Mặc · Phường Hoàn Kiếm"
    await act(story, CHI, (("press", FILTERS), ("press", "📡 Đang sẵn sàng (2)")))
    assert "Danh bạ · 2 đơn vị" in story.text(CHI)
    await story.pass_time(days=2, minutes=1)
    await story.press(CHI, "➖ Đang sẵn sàng")
    assert "📡 Đang sẵn sàng (3)" in offered(story, CHI)


async def test_pages_turn_both_ways(story: Story) -> None:
    for number in range(10):
        await enrol(story, AN, "Nguyễn Văn An", f"Điện lực {number}")
    await act(story, AN, (("say", "/danhba dien luc"), ("press", "›")))
    assert offered(story, AN)[:2] == ["Điện lực 8 · Phường Hoàn Kiếm", "Điện lực 9 · Phường Hoàn Kiếm"]
    assert "2/2" in offered(story, AN)
    await story.press(AN, "›")
    assert offered(story, AN)[0] == "Điện lực 0 · Phường Hoàn Kiếm"


async def test_a_card_leads_back_to_the_page_on_which_it_was_opened(story: Story) -> None:
    for number in range(10):
        await enrol(story, AN, "Nguyễn Văn An", f"Điện lực {number}")
    await act(
        story, AN, (("say", "/danhba dien luc"), ("press", "›"), ("press", "Điện lực 9"), ("press", "◀ Danh sách"))
    )
    assert "2/2" in offered(story, AN)


async def test_an_empty_result_says_what_was_understood_and_offers_what_was_meant(story: Story) -> None:
    await found(story)
    await story.say(CHI, "/danhba Dien luk")

    assert "Đã tìm: dien luk" in story.text(CHI)
    assert offered(story, CHI)[0] == "Điện lực Đông Đô · Phường Hoàn Kiếm"
    assert "Bỏ từ “luk” (1)" in offered(story, CHI)
    await story.press(CHI, "Bỏ từ “luk” (1)")
    assert "“dien”" in story.text(CHI)
    assert offered(story, CHI)[0] == "Điện lực Đông Đô · Phường Hoàn Kiếm"


async def test_what_filters_hide_is_offered_without_them(story: Story) -> None:
    await found(story)
    await act(
        story, CHI, (("say", "/danhba"), ("press", "🏷 Lĩnh vực"), ("press", "Bưu chính (1)"), ("say", "dien luc"))
    )
    assert "Không tìm thấy đơn vị nào" in story.text(CHI)
    assert "Bộ lọc: Bưu chính" in story.text(CHI)
    await story.press(CHI, "➖ Bỏ bộ lọc (1)")
    assert offered(story, CHI)[0] == "Điện lực Đông Đô · Phường Hoàn Kiếm"


# Who sees what


async def test_strangers_see_nothing_but_how_to_register(story: Story) -> None:
    await found(story)
    for text in ("/danhba", "/roster dien luc"):
        await story.say(STRANGER, text)
        assert "dành cho các đơn vị thành viên" in story.text(STRANGER)
        assert offered(story, STRANGER) == ["📝 Đăng ký tham gia"]
    for data in ("mb:1:show:0", "mb:1:people:0", "mc:1"):
        assert "không thuộc vai trò" in await story.forge(STRANGER, story.last(STRANGER), data)
    await story.press(STRANGER, "📝 Đăng ký tham gia")
    assert "Đăng ký tham gia" in story.text(STRANGER)
    assert await rows(story, Draft) == 1


async def test_who_waits_for_approval_or_is_suspended_is_a_stranger(story: Story) -> None:
    await found(story)
    await suspend(story, POWER)
    await story.say(AN, "/danhba")
    assert "dành cho các đơn vị thành viên" in story.text(AN)


async def test_observers_find_businesses_but_neither_see_nor_test_phones(story: Story) -> None:
    await found(story)
    await appoint_observer(story)

    def call(member: Member) -> None:
        member.phone = "+842438221234"

    await change(story, POWER, call)
    await story.say(OBSERVER, "/danhba dien luc")
    await story.press(OBSERVER, "Điện lực Đông Đô")
    assert "Điện lực Đông Đô" in story.text(OBSERVER)
    assert "3822" not in story.text(OBSERVER)
    assert "👤 Xem đầu mối" not in offered(story, OBSERVER)

    for number in ("02438221234", "0900000001"):
        await story.say(OBSERVER, f"/danhba {number}")
        assert "Không tìm thấy" in story.text(OBSERVER)
        await story.say(CHI, f"/danhba {number}")
        assert "Điện lực Đông Đô · Phường Hoàn Kiếm" in offered(story, CHI)
    await story.say(OBSERVER, "/danhba")
    assert "số điện thoại" not in story.text(OBSERVER)


async def test_a_suspended_business_is_found_by_coordinators_only(story: Story) -> None:
    await found(story)
    member_id = await suspend(story, POWER)
    await story.say(CHI, "/danhba dien luc")
    assert "Không tìm thấy" in story.text(CHI)
    assert "không có trong danh bạ" in await story.forge(CHI, story.last(CHI), f"mb:{member_id}:show:0")
    assert "không có trong danh bạ" in await story.forge(CHI, story.last(CHI), f"mb:{member_id}:people:0")

    await act(story, COORDINATOR, (("say", "/danhba dien luc"), ("press", "⏸ Điện lực Đông Đô")))
    assert "Tạm dừng" in story.text(COORDINATOR)
    assert "Chưa xác minh" in story.text(COORDINATOR)


async def test_coordinators_filter_by_state_and_by_unconfirmed_data(story: Story) -> None:
    await found(story)
    await suspend(story, POWER)
    long_ago = story.clock.now() - timedelta(days=200)

    def grow_old(member: Member) -> None:
        member.approved_at = member.registered_at = long_ago

    await change(story, LOTUS, grow_old)
    await act(story, COORDINATOR, (("say", "/danhba"), ("press", "🚦 Trạng thái")))
    assert offered(story, COORDINATOR) == ["Thành viên (2)", "Tạm dừng (1)", "◀ Quay lại"]
    await story.press(COORDINATOR, "Tạm dừng (1)")
    assert offered(story, COORDINATOR)[0] == "⏸ Điện lực Đông Đô · Phường Hoàn Kiếm"
    await act(story, COORDINATOR, (("press", "➖ Tạm dừng"), ("press", "🕓 Chưa xác nhận thông tin (1)")))
    assert offered(story, COORDINATOR)[0] == "Công nghệ Hòa Sen · Xã Ba Vì"
    await story.press(COORDINATOR, "Công nghệ Hòa Sen")
    assert "chưa được xác nhận lại từ" in story.text(COORDINATOR)


async def test_members_cannot_forge_the_filters_of_coordinators(story: Story) -> None:
    await found(story)
    await story.say(CHI, "/danhba")
    page = story.last(CHI)
    key = page["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    for verb, value in (("open", "status"), ("on", "unconfirmed"), ("open", "phone"), ("on", "sector"), ("turn", "-1")):
        assert "không còn dùng được" in await story.forge(CHI, page, f"d:{key}:{verb}:{value}")
    for value in ("telecom", "nonsense", "99999"):
        assert "Không có gì thay đổi" in await story.forge(CHI, page, f"d:{key}:set:{value}")
    await story.press(CHI, "🏷 Lĩnh vực")
    for value in ("nonsense", "", "1"):
        assert "không còn dùng được" in await story.forge(CHI, page, f"d:{key}:set:{value}")
    for value in ("9" * 30, "x", "²"):
        assert "không còn dùng được" in await story.forge(CHI, page, f"d:{key}:turn:{value}")
    assert "không còn dùng được" in await story.forge(CHI, page, f"d:{key}:off:now")


# What people type


@pytest.mark.parametrize(
    "text", ["%", "_", "'", '"; DROP TABLE members; --', "😀", "\u202e\u200fdien\u202c", "<i>zz</i> &", "\\"]
)
async def test_hostile_text_is_only_text(story: Story, text: str) -> None:
    await found(story)
    await story.say(CHI, "/danhba")
    await story.say(CHI, text)
    said = story.text(CHI)
    if "dien" in text:
        assert offered(story, CHI)[0] == "Điện lực Đông Đô · Phường Hoàn Kiếm"
    else:
        assert "không có chữ hay số nào để tìm" in said or "Không tìm thấy" in said


async def test_a_text_of_4096_characters_is_searched_in_its_first_words(story: Story) -> None:
    await found(story)
    await story.say(CHI, "/danhba")
    await story.say(CHI, ("dien luc " * 456)[:4096])
    assert offered(story, CHI)[0] == "Điện lực Đông Đô · Phường Hoàn Kiếm"
    await story.say(CHI, "k" * 4096)
    assert "Không tìm thấy" in story.text(CHI)


async def test_looking_something_up_ends_no_other_dialogue(story: Story) -> None:
    await found(story)
    await act(story, COORDINATOR, (("say", "/nangluc"), ("press", "➕ Thêm"), ("say", "/danhba dien luc")))
    assert "thao tác đó vẫn được giữ nguyên" in story.text(COORDINATOR)
    await act(story, COORDINATOR, (("press", "Điện lực Đông Đô"), ("press", "📖 Danh bạ")))
    assert "Danh bạ mạng lưới · 3 đơn vị" in story.text(COORDINATOR)
    await act(story, COORDINATOR, (("say", "Ắc quy"), ("say", "Batteries"), ("press", "bộ")))
    assert "Đã thêm năng lực" in story.text(COORDINATOR)


async def test_another_dialogue_takes_the_place_of_a_look_up_without_a_word(story: Story) -> None:
    await found(story)
    await story.say(COORDINATOR, "/danhba dien luc")
    older = story.last_with(COORDINATOR, FILTERS)
    filters = data_of(older)[buttons_of(older).index(FILTERS)]
    await act(story, COORDINATOR, (("say", "/nangluc"), ("press", "➕ Thêm")))
    assert "đã được hủy" not in story.text(COORDINATOR)
    assert "Nút này thuộc" in await story.forge(COORDINATOR, older, filters)


async def test_start_greets_who_looked_something_up(story: Story) -> None:
    await found(story)
    await act(story, CHI, (("say", "/danhba dien luc"), ("say", "/start")))
    assert "Kính chào" in story.text(CHI)


async def test_the_roster_is_left_like_any_dialogue(story: Story) -> None:
    await found(story)
    await act(story, CHI, (("say", "/danhba dien luc"), ("say", "/huy")))
    assert "Đã đóng danh bạ" in story.text(CHI)
    assert await rows(story, Draft) == 0


async def test_the_roster_reads_english_too(story: Story) -> None:
    await found(story)
    await act(story, CHI, (("say", "/ngonngu"), ("press", "English"), ("say", "/roster dien luc")))
    assert "Roster · 1 business" in story.text(CHI)
    await story.press(CHI, "Điện lực Đông Đô")
    assert "Available for alerts" in story.text(CHI)
