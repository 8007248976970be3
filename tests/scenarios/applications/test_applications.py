"""Coordinators decide applications: the first decision wins, the others see whose it was, the applicant is told."""

from models.applications import Application
from models.drafts import Draft
from tests.scenarios.registering import (
    BUSINESS,
    CONSENT,
    TAX_CODE,
    THE_PERSON,
    act,
    apply,
    press,
    rows,
    say,
    second_coordinator,
)
from tests.story import COORDINATOR, Story, buttons_of, text_of


async def test_an_approved_applicant_is_told_and_gets_the_menu_of_a_member(story: Story) -> None:
    person = await apply(story)
    story.look_away()
    assert "Đã phê duyệt" in await press(story, COORDINATOR, "Phê duyệt")

    (told,) = story.arrived(person)
    assert f"{BUSINESS} đã là thành viên của mạng lưới" in told
    assert "tinhhinh" in [command["command"] for command in story.world.commands(person)]
    assert story.arrived(COORDINATOR) == []
    assert "Đoàn Thị Hạ đã phê duyệt lúc 09:00, 20/11/2026" in story.text(COORDINATOR)
    assert buttons_of(story.last(COORDINATOR)) == []


async def test_the_other_coordinators_see_whose_decision_it_was(story: Story) -> None:
    other = await second_coordinator(story)
    person = await apply(story)
    late = story.last(other)
    approve = late["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await press(story, COORDINATOR, "Phê duyệt")
    assert "Đoàn Thị Hạ đã phê duyệt" in story.text(other)
    assert buttons_of(story.last(other)) == []

    story.look_away()
    words = await story.forge(other, late, approve)
    assert "đã được Đoàn Thị Hạ quyết định lúc" in words
    assert story.arrived(person) == []


async def test_a_rejection_is_confirmed_first_and_tells_the_reason(story: Story) -> None:
    person = await apply(story)
    story.look_away()
    await act(story, COORDINATOR, (("press", "Từ chối"), ("say", "Giấy phép viễn thông đã hết hạn.")))
    assert "Giấy phép viễn thông đã hết hạn." in story.text(COORDINATOR)
    assert story.arrived(person) == []

    await press(story, COORDINATOR, "Từ chối hồ sơ")
    (told,) = story.arrived(person)
    assert "chưa thể phê duyệt" in told
    assert "Giấy phép viễn thông đã hết hạn." in told
    card, *_ = story.chat(COORDINATOR)
    assert "Đoàn Thị Hạ đã từ chối" in text_of(card)
    assert "Đã từ chối hồ sơ số 1" in story.text(COORDINATOR)


async def test_a_ready_made_reason_takes_one_tap_and_can_be_written_anew(story: Story) -> None:
    person = await apply(story)
    await act(
        story,
        COORDINATOR,
        (
            ("press", "Từ chối"),
            ("press", "Đơn vị đã có hồ sơ khác."),
            ("press", "Viết lại"),
            ("press", "Mã số thuế và tên đơn vị không khớp."),
            ("press", "Từ chối hồ sơ"),
        ),
    )
    assert "Mã số thuế và tên đơn vị không khớp." in story.text(person)


async def test_a_decision_can_be_cancelled(story: Story) -> None:
    await apply(story)
    await act(story, COORDINATOR, (("press", "Từ chối"), ("press", "✖ Hủy")))
    assert await rows(story, Draft) == 0
    assert "Phê duyệt" in buttons_of(story.chat(COORDINATOR)[0])


async def test_who_was_asked_back_corrects_and_hands_in_again(story: Story) -> None:
    person = await apply(story)
    await act(
        story, COORDINATOR, (("press", "Hỏi lại"), ("say", "Tên đầy đủ của đơn vị là gì?"), ("press", "Gửi câu hỏi"))
    )
    question = story.last(person)
    assert "Tên đầy đủ của đơn vị là gì?" in text_of(question)

    await press(story, person, "Mở lại hồ sơ")
    assert "Tên đầy đủ của đơn vị là gì?" in story.text(person)
    assert "Đội ứng cứu cáp quang (5 đội)" in story.text(person)
    await act(story, person, (("press", "✏️ Tên đơn vị"), ("say", "Công ty Cổ phần Sông Lô")))
    story.look_away()
    await press(story, person, "Gửi đăng ký")

    (card,) = story.arrived(COORDINATOR)
    assert "Công ty Cổ phần Sông Lô" in card
    assert "nộp lại sau câu hỏi của Đoàn Thị Hạ" in card
    older, *_ = story.chat(COORDINATOR)
    assert "đã được nộp lại" in text_of(older)
    assert buttons_of(older) == []
    assert await rows(story, Application) == 1
    assert "đang chờ duyệt" in await press(story, person, "Mở lại hồ sơ", message=question)


async def test_what_was_corrected_already_stays_when_the_application_is_opened_again(story: Story) -> None:
    person = await apply(story)
    await act(story, COORDINATOR, (("press", "Hỏi lại"), ("say", "Tên?"), ("press", "Gửi câu hỏi")))
    question = story.last(person)
    await act(story, person, (("press", "Mở lại hồ sơ"), ("press", "✏️ Tên đơn vị"), ("say", "Công ty mới")))
    await press(story, person, "Mở lại hồ sơ", message=question)
    assert "Công ty mới" in story.text(person)


async def test_the_tax_code_of_an_application_that_was_sent_back_can_be_corrected(story: Story) -> None:
    person = await apply(story)
    await act(story, COORDINATOR, (("press", "Hỏi lại"), ("say", "Mã số?"), ("press", "Gửi câu hỏi")))
    await act(story, person, (("press", "Mở lại hồ sơ"), ("press", "✏️ Mã số thuế"), ("say", "0799002023")))
    await press(story, person, "Gửi đăng ký")
    assert "0799002023" in story.text(COORDINATOR)
    assert await rows(story, Application) == 1


async def test_nobody_else_opens_an_application_that_was_sent_back(story: Story) -> None:
    person = await apply(story)
    await act(story, COORDINATOR, (("press", "Hỏi lại"), ("say", "Tên?"), ("press", "Gửi câu hỏi")))
    data = story.last(person)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    thief = story.person(666, "Kẻ tò mò", language_code="vi")
    await say(story, thief, "/start")
    story.look_away(thief)
    assert "Không tìm thấy hồ sơ" in await story.forge(thief, story.last(thief), data)
    assert story.arrived(thief) == []


async def test_a_coordinator_who_is_too_late_with_a_reason_hears_whose_decision_it_was(story: Story) -> None:
    other = await second_coordinator(story)
    person = await apply(story)
    await press(story, other, "Từ chối")
    await press(story, COORDINATOR, "Phê duyệt")
    story.look_away()
    await say(story, other, "Ngoài tỉnh")

    assert "đã được Đoàn Thị Hạ quyết định" in story.arrived(other)[0]
    assert story.arrived(person) == []
    assert await rows(story, Draft) == 0


async def test_the_same_at_the_confirmation(story: Story) -> None:
    other = await second_coordinator(story)
    person = await apply(story)
    await act(story, other, (("press", "Hỏi lại"), ("say", "Tên?")))
    await press(story, COORDINATOR, "Phê duyệt")
    story.look_away()
    assert "đã được Đoàn Thị Hạ quyết định" in await press(story, other, "Gửi câu hỏi")
    assert story.arrived(person) == []


async def test_a_coordinator_is_told_when_a_decision_takes_the_place_of_another_dialogue(story: Story) -> None:
    await apply(story)
    card = story.last(COORDINATOR)
    await act(story, COORDINATOR, (("say", "/nangluc"), ("press", "➕ Thêm")))
    await press(story, COORDINATOR, "Từ chối", message=card)
    assert "đang làm dở trước đó đã được hủy" in story.text(COORDINATOR)


async def test_the_list_opens_each_application_that_waits(story: Story) -> None:
    await say(story, COORDINATOR, "/hoso")
    assert "không có hồ sơ nào chờ duyệt" in story.text(COORDINATOR)
    await apply(story)
    await act(story, COORDINATOR, (("say", "/hoso"), ("press", BUSINESS)))
    assert "Hồ sơ số 1" in story.text(COORDINATOR)
    await press(story, COORDINATOR, "◀ Danh sách")
    assert "Hồ sơ chờ duyệt: 1" in story.text(COORDINATOR)


async def test_only_coordinators_decide(story: Story) -> None:
    person = await apply(story)
    for verb in ("show", "approve", "reject", "ask"):
        assert "không thuộc" in await story.forge(person, story.last(person), f"p:1:{verb}")
    await say(story, person, "/hoso")
    assert "Phê duyệt" in buttons_of(story.chat(COORDINATOR)[0])


async def test_who_joins_a_business_that_waits_is_approved_after_it(story: Story) -> None:
    await apply(story)
    first = story.last(COORDINATOR)
    second = story.person(502, "Lê Văn Minh", language_code="vi")
    await act(story, second, (*CONSENT, ("say", TAX_CODE), ("press", "Làm người đại diện"), *THE_PERSON))
    await press(story, second, "Gửi đăng ký")
    joining = story.last(COORDINATOR)
    assert "cần phê duyệt hồ sơ của đơn vị trước" in text_of(joining)

    assert "Chưa phê duyệt được" in await press(story, COORDINATOR, "Phê duyệt", message=joining)
    await press(story, COORDINATOR, "Phê duyệt", message=first)
    await press(story, COORDINATOR, "Phê duyệt", message=joining)
    assert f"đã là người đại diện của {BUSINESS}" in story.text(second)
