"""Coordinators keep the catalogue of capabilities."""

from tests.scenarios.registering import CONSENT, THE_BUSINESS, act, apply, mai, press, say
from tests.story import COORDINATOR, Story, buttons_of


async def test_a_new_capability_can_be_chosen_at_once(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:5]))
    await act(story, COORDINATOR, (("say", "/nangluc"), ("press", "➕ Thêm"), ("say", "Ắc quy"), ("say", "Batteries")))
    await press(story, COORDINATOR, "chiếc")
    assert "Đã thêm năng lực Ắc quy (Batteries), tính bằng chiếc" in story.text(COORDINATOR)
    await press(story, person, "Phường Hoàn Kiếm")
    assert "☐ Ắc quy" in buttons_of(story.last(person))


async def test_members_are_asked_in_the_unit_of_the_capability(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:6]))

    await press(story, person, "›")
    await press(story, person, "☐ Máy phát điện")
    await press(story, person, "Tiếp tục")

    assert "bao nhiêu máy" in story.text(person)


async def test_a_name_that_is_known_or_too_long_is_explained(story: Story) -> None:
    await act(story, COORDINATOR, (("say", "/nangluc"), ("press", "➕ Thêm"), ("say", "dieu tra so")))
    assert "Danh mục đã có “Điều tra số”" in story.text(COORDINATOR)
    await say(story, COORDINATOR, "x" * 41)
    assert "từ 1 đến 40 ký tự" in story.text(COORDINATOR)


async def test_going_back_asks_for_the_vietnamese_name_again(story: Story) -> None:
    await act(story, COORDINATOR, (("say", "/capabilities"), ("press", "➕ Thêm"), ("say", "Lều bạt")))
    await press(story, COORDINATOR, "◀ Quay lại")
    assert "tên tiếng Việt" in story.text(COORDINATOR)


async def test_a_capability_is_retired_after_a_confirmation_and_members_keep_it(story: Story) -> None:
    await apply(story)
    for button in ("/nangluc", "Ngừng dùng…", "Đội ứng cứu cáp quang"):
        await (say if button.startswith("/") else press)(story, COORDINATOR, button)
    assert "Số đơn vị đã khai năng lực này: 1" in story.text(COORDINATOR)
    assert "Đã ngừng dùng" in await press(story, COORDINATOR, "Ngừng dùng")
    assert "Đội ứng cứu cáp quang" not in story.text(COORDINATOR)

    await act(story, COORDINATOR, (("say", "/hoso"), ("press", "Sông Lô")))
    assert "Đội ứng cứu cáp quang (5 đội)" in story.text(COORDINATOR)


async def test_only_coordinators_change_the_catalogue(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/nangluc")
    assert "không thuộc" in story.text(person)
    for data in ("k:add:0", "k:confirm:1"):
        assert "không thuộc" in await story.forge(person, story.last(person), data)


async def test_a_unit_is_changed_at_once_where_nobody_declared_a_number(story: Story) -> None:
    await act(story, COORDINATOR, (("say", "/nangluc"), ("press", "Đổi đơn vị tính…"), ("press", "Bộ đàm, liên lạc")))
    assert "Bộ đàm, liên lạc vô tuyến đang tính bằng bộ" in story.text(COORDINATOR)

    assert "Bộ đàm, liên lạc vô tuyến nay tính bằng chiếc" in await press(story, COORDINATOR, "chiếc")

    assert "• Bộ đàm, liên lạc vô tuyến (chiếc)" in story.text(COORDINATOR)


async def test_a_unit_of_which_businesses_declared_numbers_is_changed_after_asking(story: Story) -> None:
    await apply(story)
    fibre = (("say", "/nangluc"), ("press", "Đổi đơn vị tính…"), ("press", "Đội ứng cứu cáp quang (đội)"))
    await act(story, COORDINATOR, fibre)

    await press(story, COORDINATOR, "người")
    assert "từ đội sang người?" in story.text(COORDINATOR)
    assert "Số đơn vị đã khai năng lực này: 1" in story.text(COORDINATOR)
    await press(story, COORDINATOR, "Đổi sang người")

    await act(story, COORDINATOR, (("say", "/hoso"), ("press", "Sông Lô")))
    assert "Đội ứng cứu cáp quang (5 người)" in story.text(COORDINATOR)
