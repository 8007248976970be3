"""A newcomer registers: step by step, forth and back, over restarts, with every kind of mistake."""

import pytest
from sqlmodel import select

from models.applications import Application
from models.drafts import Draft
from models.members import Member
from models.people import Consent, Language
from services.people import accounts
from tests.scenarios.registering import (
    ALL,
    BETWEEN_TAPS,
    BUSINESS,
    CONSENT,
    OTHER_TAX_CODE,
    TAX_CODE,
    THE_BUSINESS,
    THE_PERSON,
    act,
    apply,
    mai,
    press,
    rows,
    say,
)
from tests.story import COORDINATOR, Story, buttons_of, data_behind


async def test_a_newcomer_registers_and_is_told_what_happens_next(story: Story) -> None:
    person = await apply(story)
    confirmation = story.text(person)
    assert "Đã gửi hồ sơ số 1" in confirmation
    assert BUSINESS in confirmation
    assert "Điều phối viên của Sở Khoa học và Công nghệ sẽ xem xét" in confirmation

    (card,) = story.arrived(COORDINATOR)
    for fact in (
        BUSINESS,
        TAX_CODE,
        "Viễn thông",
        "Phường Hoàn Kiếm",
        "Đội ứng cứu cáp quang (5 đội)",
        "Nguyễn Thị Mai, Giám đốc",
        "đầu mối chính",
    ):
        assert fact in card
    assert "0912 345 678" not in card
    assert buttons_of(story.last(COORDINATOR)) == ["Phê duyệt", "Hỏi lại", "Từ chối", "☎️ Xem số điện thoại"]


async def test_words_at_the_consent_step_are_answered_shortly(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/dangky")

    await say(story, person, "Cho tôi hỏi")

    assert story.text(person) == "Đề nghị Anh/Chị đọc nội dung ở tin trên rồi chọn bằng nút dưới đây."
    assert {"Đồng ý", "Không đồng ý"} <= set(buttons_of(story.last(person)))


async def test_the_consent_comes_first_and_says_what_is_kept_and_which_rights_there_are(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/dangky")

    text = story.text(person)
    for fact in ("Lưu gì, để làm gì", "Ai xem được", "Bao lâu", "rút lại", accounts.CONSENT_VERSION):
        assert fact in text
    # A phone's screen holds it, the buttons too.
    assert len(text) < 1000
    ((listed,), (agree, decline), (whole,)) = story.last(person)["reply_markup"]["inline_keyboard"]
    assert (listed["text"], whole["text"]) == ("☐ Có tên trong danh bạ", "📖 Đọc toàn văn")
    assert (agree["text"], decline["text"]) == ("Đồng ý", "Không đồng ý")
    assert agree.get("style") == decline.get("style")
    assert await rows(story, Consent) == 0


async def test_the_whole_text_says_who_controls_the_data_and_every_right_and_time_limit(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/dangky")
    await press(story, person, "📖 Đọc toàn văn")

    text = story.text(person)
    await press(story, person, "Xem tiếp ▶")
    text += story.text(person)
    for fact in (
        "Bên kiểm soát dữ liệu: Sở Khoa học và Công nghệ",
        "máy chủ ở nước ngoài",
        "người nhận tệp mà họ xuất ra",
        "Bản sao lưu",
        "Ai không đồng ý",
        "hạn chế xử lý, phản đối, khiếu nại",
        "2 ngày làm việc",
        "15 ngày",
        "10 ngày",
        "20 ngày",
        "Nghĩa vụ",
        "Luật 91/2025/QH15",
        accounts.CONSENT_VERSION,
    ):
        assert fact in text
    await press(story, person, "◀ Quay lại")
    assert "Đồng ý" in buttons_of(story.last(person))


async def test_the_roster_is_a_choice_of_its_own_that_nobody_ticks_for_the_person(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/dangky")
    await press(story, person, "☐ Có tên trong danh bạ")
    await press(story, person, "Đồng ý")
    async with story.database.reading() as session:
        assert {one.purpose for one in await session.exec(select(Consent))} == {"membership", "listing"}


async def test_who_agrees_without_ticking_takes_part_and_is_not_listed(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/dangky")
    await press(story, person, "Đồng ý")
    async with story.database.reading() as session:
        assert [one.purpose for one in await session.exec(select(Consent))] == ["membership"]


async def test_who_does_not_agree_leaves_nothing_behind(story: Story) -> None:
    person = mai(story)
    await say(story, person, "/dangky")
    await press(story, person, "Không đồng ý")

    assert "không lưu thông tin đăng ký nào" in story.text(person)
    assert (await rows(story, Consent), await rows(story, Draft), await rows(story, Member)) == (0, 0, 0)


async def test_who_agreed_to_the_text_in_force_is_not_asked_again(story: Story) -> None:
    person = mai(story)
    await act(story, person, CONSENT)
    await press(story, person, "✖ Hủy")
    await say(story, person, "/dangky")
    assert "mã số thuế" in story.text(person)
    assert await rows(story, Consent) == 1


async def test_a_new_text_is_agreed_to_before_the_submission(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    person = mai(story)
    await act(story, person, ALL)
    monkeypatch.setattr(accounts, "CONSENT_VERSION", "2027-01")
    await press(story, person, "Gửi đăng ký")
    assert "2027-01" in story.text(person)
    assert await rows(story, Application) == 0

    await press(story, person, "Đồng ý")
    await press(story, person, "Gửi đăng ký")
    assert (await rows(story, Application), await rows(story, Consent)) == (1, 2)


async def test_every_step_says_what_is_wrong_and_remains(story: Story) -> None:
    person = mai(story)
    await act(story, person, CONSENT)
    mistakes = (
        ("0799001013", "chữ số kiểm tra", TAX_CODE),
        ("?", "Tên đơn vị cần có chữ", BUSINESS),
    )
    for wrong, explained, right in mistakes:
        await say(story, person, wrong)
        assert explained in story.text(person)
        await say(story, person, right)
    assert "chọn ít nhất một lĩnh vực" in await press(story, person, "Tiếp tục ▶")
    await act(story, person, THE_BUSINESS[2:4])
    await say(story, person, "đảo Greenland")
    assert "giống “đảo Greenland”" in story.text(person)
    await act(story, person, THE_BUSINESS[4:8])
    for wrong, explained, right in (
        ("nhiều", "từ 1 đến 999", "5"),
        ("Mai 123", "không có chữ số", "Nguyễn Thị Mai"),
        ("123", "Chức danh cần có chữ", "Giám đốc"),
        ("12345", "Số điện thoại chưa đúng", "0912345678"),
    ):
        await say(story, person, wrong)
        assert explained in story.text(person)
        await say(story, person, right)
    assert "đầu mối nào" in story.text(person)


async def test_a_wrong_kind_of_input_gets_a_word_and_the_step_once_more(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, ("say", TAX_CODE)))
    story.clock.at += BETWEEN_TAPS
    await story.world.upload(
        person, filename="giay-phep.pdf", content=b"%PDF-1.7", mime="application/pdf", kind="document"
    )
    await story.settle()
    assert "gõ chữ" in story.text(person)
    assert "tên đầy đủ của đơn vị" in story.text(person)

    await act(story, person, (("say", BUSINESS), ("say", "viễn thông")))
    assert "chọn bằng nút" in story.text(person)
    await act(story, person, THE_BUSINESS[2:])
    await say(story, person, "/khongcolenhnay")
    assert "gõ chữ" in story.text(person)


async def test_a_button_of_an_earlier_step_changes_nothing(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, ("say", TAX_CODE)))
    name_step = story.last(person)
    back = data_behind(name_step, "◀ Quay lại")
    await say(story, person, BUSINESS)
    assert "bước đã qua" in await story.forge(person, name_step, back)
    assert "lĩnh vực" in story.text(person)


async def test_forged_choices_change_nothing(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:5]))
    key = story.last(person)["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    elsewhere = "08527"  # a commune of Phú Thọ
    for data in (f"d:{key}:commune:{elsewhere}", f"d:{key}:commune:submit", f"d:{key}:review:submit"):
        assert await story.forge(person, story.last(person), data) != ""
    assert "chọn" in story.text(person)
    assert await rows(story, Application) == 0


async def test_an_address_of_before_is_offered_as_the_commune_of_today_and_said(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:4], ("say", "12 phường Hàng Bạc, quận Hoàn Kiếm, Hà Nội")))
    assert "Phường Hàng Bạc, quận Hoàn Kiếm nay thuộc" in story.text(person)
    assert "Phường Hoàn Kiếm" in buttons_of(story.last(person))

    await act(story, person, (("say", "Phường Hàng Trống"),))
    assert buttons_of(story.last(person))[:2] == ["Phường Hoàn Kiếm", "Phường Cửa Nam"]
    await act(story, person, (("say", "Xyz, Hà Nội"),))
    assert "Không tìm thấy xã, phường, đặc khu nào" in story.text(person)


async def test_back_leads_through_the_steps_and_what_was_said_can_be_kept(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:6]))
    await press(story, person, "◀ Quay lại")
    assert "Đã ghi: Phường Hoàn Kiếm" in story.text(person)
    await press(story, person, "◀ Quay lại")
    assert "☑ Viễn thông" in buttons_of(story.last(person))
    await press(story, person, "◀ Quay lại")
    assert f"Đã ghi: {BUSINESS}" in story.text(person)
    await press(story, person, "Giữ nguyên")
    assert "năng lực" in story.text(person)


async def test_back_from_a_headcount_asks_about_the_capability_before(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:6]))
    for choice in ("☐ Điều tra số", "☐ Đội ứng cứu cáp quang", "Tiếp tục ▶", "3"):
        await press(story, person, choice)
    assert "Đội ứng cứu cáp quang (2/2)" in story.text(person)
    await press(story, person, "◀ Quay lại")
    assert "Điều tra số (1/2)" in story.text(person)
    await press(story, person, "◀ Quay lại")
    assert "Đã chọn 2: Điều tra số, Đội ứng cứu cáp quang." in story.text(person)


async def test_a_double_tap_on_a_tick_ticks_once(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:2]))
    sectors = story.last(person)
    tick = sectors["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for _ in range(2):
        story.clock.at += BETWEEN_TAPS
        await story.forge(person, sectors, tick)
    assert "☑ Viễn thông" in buttons_of(story.last(person))


async def test_each_part_can_be_changed_from_the_review(story: Story) -> None:
    person = mai(story)
    await act(story, person, ALL)
    changes = {
        "✏️ Mã số thuế": (("say", OTHER_TAX_CODE),),
        "✏️ Tên đơn vị": (("say", "Công ty Bưu chính Đất Tổ"),),
        "✏️ Lĩnh vực": (("press", "☑ Viễn thông"), ("press", "☐ Bưu chính"), ("press", "Tiếp tục ▶")),
        "✏️ Địa bàn": (("say", "tay ho"), ("press", "Phường Tây Hồ")),
        "✏️ Năng lực": (("press", "☑ Đội ứng cứu cáp quang"), ("press", "Chưa có năng lực nào")),
        "✏️ Họ tên": (("press", "Mai Nguyễn"),),
        "✏️ Chức danh": (("say", "Phó Giám đốc"),),
        "✏️ Điện thoại": (("say", "0987 654 321"),),
        "✏️ Đầu mối": (("press", "Đầu mối dự phòng"),),
    }
    for edit, acts in changes.items():
        await act(story, person, (("press", edit), *acts))
        assert "kiểm tra lại" in story.text(person), edit
    review = story.text(person)
    for fact in (OTHER_TAX_CODE, "Đất Tổ", "Bưu chính", "Tây Hồ", "chưa khai", "Mai Nguyễn, Phó", "0987", "dự phòng"):
        assert fact in review
    for gone in (TAX_CODE, BUSINESS, "Hoàn Kiếm", "cáp quang", "0912"):
        assert gone not in review


async def test_an_edit_can_be_left_without_a_change(story: Story) -> None:
    person = mai(story)
    await act(story, person, ALL)
    review = story.text(person)
    for way_back in ("◀ Quay lại", "Giữ nguyên"):
        await press(story, person, "✏️ Tên đơn vị")
        await press(story, person, way_back)
        assert story.text(person) == review
    await act(story, person, (("press", "✏️ Lĩnh vực"), ("press", "☐ Bưu chính"), ("press", "◀ Quay lại")))
    assert story.text(person) == review


async def test_a_restart_after_every_step_loses_nothing(story: Story) -> None:
    person = mai(story)
    await say(story, person, ALL[0][1])
    for done, (verb, words) in enumerate(ALL[1:]):
        await story.restart()
        await say(story, person, "/start")
        if done > 0:
            assert ("đang đăng ký dở" in story.text(person)) == (done > 1), words
        if done > 1:
            await press(story, person, "▶ Tiếp tục")
        await act(story, person, ((verb, words),))
    await press(story, person, "Gửi đăng ký")
    assert "Đã gửi hồ sơ số 1" in story.text(person)
    assert "Đội ứng cứu cáp quang (5 đội)" in story.text(COORDINATOR)


async def test_who_comes_back_may_start_anew(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS[:2]))
    old = story.last(person)
    further = data_behind(old, "Tiếp tục ▶")
    await say(story, person, "/dangky")
    await press(story, person, "↻ Làm lại từ đầu")
    assert "mã số thuế" in story.text(person)
    assert "Đã ghi" not in story.text(person)
    assert "đã hoàn tất, đã hủy hoặc đã làm lại" in await story.forge(person, old, further)


@pytest.mark.parametrize("done", [2, 4, 8, 12, len(ALL)])
async def test_a_registration_can_be_cancelled_at_any_step(story: Story, done: int) -> None:
    person = mai(story)
    await act(story, person, ALL[:done])
    await press(story, person, "✖ Hủy")
    assert await rows(story, Draft) == 0
    assert story.world.keyboard(person) is None


async def test_the_own_number_is_shared_by_a_button_below_the_input_line(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS, *THE_PERSON[:2]))
    assert story.world.keyboard(person) is not None
    story.clock.at += BETWEEN_TAPS
    await story.world.share_contact(person)
    await story.settle()

    assert story.world.keyboard(person) is None
    assert "Đã ghi số 0912 345 678" in story.chat(person)[-2]["text"]
    assert "đầu mối nào" in story.text(person)


async def test_a_contact_card_of_somebody_else_is_refused(story: Story) -> None:
    person = mai(story)
    other = story.person(777, "Người khác", phone="+84987654321")
    await act(story, person, (*CONSENT, *THE_BUSINESS, *THE_PERSON[:2]))
    story.clock.at += BETWEEN_TAPS
    await story.world.share_contact(person, of=other)
    await story.settle()
    assert "của người khác" in story.text(person)
    await act(story, person, THE_PERSON[2:])
    assert "0912 345 678" in story.text(person)


async def test_going_back_from_the_phone_takes_the_button_away(story: Story) -> None:
    person = mai(story)
    await act(story, person, (*CONSENT, *THE_BUSINESS, *THE_PERSON[:2]))
    await press(story, person, "◀ Quay lại")
    assert story.world.keyboard(person) is None


async def test_a_second_tap_on_submit_submits_nothing(story: Story) -> None:
    person = mai(story)
    await act(story, person, ALL)
    review = story.last(person)
    await story.world.press(person, review["message_id"], "Gửi đăng ký")
    await story.world.press(person, review["message_id"], "Gửi đăng ký")
    await story.settle()
    assert await rows(story, Application) == 1
    assert len(story.arrived(COORDINATOR)) == 1


async def test_a_known_tax_code_offers_to_join_that_business(story: Story) -> None:
    await apply(story)
    await press(story, COORDINATOR, "Phê duyệt")
    second = story.person(502, "Lê Văn Minh", language_code="vi")
    await act(story, second, (*CONSENT, ("say", TAX_CODE)))
    assert BUSINESS in story.text(second)
    await press(story, second, "Dùng mã số thuế khác")
    await say(story, second, TAX_CODE)
    await press(story, second, "Làm người đại diện")
    await act(story, second, (("press", "Lê Văn Minh"), *THE_PERSON[1:3], ("press", "Đầu mối dự phòng")))

    review = story.text(second)
    assert BUSINESS in review
    assert "Địa bàn" not in review
    assert "✏️ Lĩnh vực" not in buttons_of(story.last(second))
    story.look_away(COORDINATOR)
    await press(story, second, "Gửi đăng ký")
    (card,) = story.arrived(COORDINATOR)
    assert "làm người đại diện" in card
    assert "Lê Văn Minh, Giám đốc" in card
    assert await rows(story, Member) == 1


async def test_a_business_that_came_in_meanwhile_can_be_joined_from_the_review(story: Story) -> None:
    slow = story.person(502, "Lê Văn Minh", language_code="vi")
    await act(story, slow, ALL)
    await apply(story)
    assert "đã có trong mạng lưới" in await press(story, slow, "Gửi đăng ký")

    await act(story, slow, (("press", "✏️ Mã số thuế"), ("say", TAX_CODE), ("press", "Làm người đại diện")))
    await press(story, slow, "Gửi đăng ký")
    assert f"làm người đại diện của {BUSINESS}" in story.text(slow)


async def test_who_is_in_or_waits_is_told_at_the_tax_code(story: Story) -> None:
    person = await apply(story)
    await act(story, person, (("say", "/dangky"), ("say", TAX_CODE)))
    assert "đang chờ duyệt" in story.text(person)
    await press(story, COORDINATOR, "Phê duyệt")
    await say(story, person, TAX_CODE)
    assert f"đã là người đại diện của {BUSINESS}" in story.text(person)


async def test_names_with_signs_of_html_are_shown_as_they_are(story: Story) -> None:
    person = mai(story)
    name = "Công ty <b>A & B</b> “Tín”"
    await act(story, person, (*CONSENT, ("say", TAX_CODE), ("say", name), *THE_BUSINESS[2:], *THE_PERSON))
    assert name in story.text(person)


async def test_registration_speaks_english(story: Story) -> None:
    person = story.person(503, "Mary Tran", phone="+84912345678", language_code="en")
    await act(
        story,
        person,
        (
            ("say", "/register"),
            ("press", "I agree"),
            ("say", TAX_CODE),
            ("say", "Song Lo Telecom"),
            ("press", "IT and digital"),
            ("press", "Continue"),
            ("say", "ba dinh"),
            ("press", "Phường Ba Đình"),
            ("press", "No capability yet"),
            ("press", "Mary Tran"),
            ("say", "Director"),
            ("say", "0912345678"),
            ("press", "Backup contact"),
        ),
    )
    review = story.text(person)
    assert "Please check your details" in review
    assert "IT and digital technology" in review
    await press(story, person, "Send registration")
    assert "Application 1 has been sent" in story.text(person)
    async with story.database.reading() as session:
        found = await accounts.recognise(
            session, telegram_id=person, name="", language=Language.VIETNAMESE, now=story.clock.now()
        )
    assert found.language is Language.ENGLISH
