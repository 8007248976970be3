"""The chat page in a real browser, against the real sandbox; the bot's part is played call by call."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, FilePayload, expect

from bot.sandbox import page as chat_page
from bot.sandbox.acts import timeline
from bot.sandbox.state.people import TelegramUser
from tests import browser as screen
from tests.bot.sandbox import stage
from tests.bot.sandbox.stage import ANH, CAST, HUNG, MAI, Scene, bubble, buttons, new_world, running
from tests.browser import PHONE, window

browser = screen.browser
scene = stage.scene
pytestmark = pytest.mark.asyncio(loop_scope="module")

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
STATIC = Path(chat_page.__file__).parent / "static"


MARKED = """[...CSS.highlights.get("changed")].map(
    (range) => range.startContainer.data.slice(range.startOffset, range.endOffset))"""
READY = buttons([{"text": "✅ Sẵn sàng", "callback_data": "yes", "style": "success"}])


async def test_without_a_browser_stories_are_skipped_but_not_where_changes_are_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
        screen.find_chromium()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        screen.find_chromium()


async def test_both_languages_have_words_for_the_same_things() -> None:
    assert chat_page.words("vi").keys() == chat_page.words("en").keys()


async def test_every_word_that_the_page_asks_for_exists() -> None:
    template = (STATIC.parent / "templates" / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'words\["([\w-]+)"\]', template))
    for module in STATIC.glob("*.js"):
        asked |= set(re.findall(r'\bsay\(\s*"([\w-]+)"', module.read_text(encoding="utf-8")))
    assert asked - chat_page.words("vi").keys() == set()


async def test_a_language_once_chosen_is_remembered(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(MAI)) as page:
        await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Tin nhắn")
        await page.get_by_role("link", name="English").click()
        await expect(page.get_by_role("heading", name="Trần Thị Mai")).to_be_visible()
        await page.goto(scene.chat(HUNG))
        await page.reload()
        await expect(page.locator("html")).to_have_attribute("lang", "en")


async def test_who_somebody_is_stands_in_the_language_of_the_page(browser: Browser, scene: Scene) -> None:
    notes, headings = {"vi": "Kỹ sư trực", "en": "Engineer on duty"}, {"vi": "Nhà mạng", "en": "Operators"}
    scene.world.add_people(
        [TelegramUser(668, "Hồ", note=notes["vi"], group=headings["vi"], notes=notes, headings=headings, started=True)]
    )
    async with window(browser, scene.chat(668)) as page:
        person = page.locator('[data-person="668"]')
        await expect(person).to_contain_text("Kỹ sư trực")
        await page.get_by_role("link", name="English").click()
        await expect(person).to_contain_text("Engineer on duty")
        await expect(page.get_by_role("button", name="Operators")).to_be_visible()


async def test_what_people_write_is_never_read_as_html(browser: Browser, scene: Scene) -> None:
    trap = '<img src="/x" onerror="document.title=1"><b>bold</b>'
    scene.world.add_people([TelegramUser(666, trap, note=trap, group=trap, started=True)])
    message_id = await scene.world.say(666, trap)
    async with window(browser, scene.chat(666)) as page:
        await expect(bubble(page, message_id)).to_contain_text(trap)
        await expect(page.locator('[data-person="666"]')).to_contain_text(trap)
        await expect(page.locator("img, b")).to_have_count(0)


async def test_formatting_counts_as_telegram_counts_after_emoji(browser: Browser, scene: Scene) -> None:
    text = "🇻🇳🔴 <b>SC-1 <i>gấp</i></b> <code>a&lt;b</code> <tg-spoiler>kín</tg-spoiler> /tro_giup https://sandbox.vn"
    message_id = await scene.greet(MAI, text, parse_mode="HTML")
    async with window(browser, scene.chat(MAI)) as page:
        shown = bubble(page, message_id)
        await expect(shown.locator("strong")).to_have_text("SC-1 gấp")
        await expect(shown.locator("strong em")).to_have_text("gấp")
        await expect(shown.locator("code")).to_have_text("a<b")
        await expect(shown.get_by_role("link")).to_have_attribute("href", "https://sandbox.vn/")
        await shown.get_by_role("button", name="Hiện nội dung ẩn").click()
        await expect(shown.get_by_text("kín")).to_be_visible()
        await shown.get_by_role("button", name="/tro_giup").click()
        await expect(page.locator(".message.out").last).to_contain_text("/tro_giup")


async def test_a_quote_is_folded_only_where_it_is_longer_than_what_shows(browser: Browser, scene: Scene) -> None:
    words = "Báo sớm và có mặt sau 25 phút. "
    short = await scene.greet(MAI, f"<blockquote expandable>{words}</blockquote>", parse_mode="HTML")
    long = await scene.greet(MAI, f"<blockquote expandable>{words * 20}</blockquote>", parse_mode="HTML")
    async with window(browser, scene.chat(MAI), size=PHONE) as page:
        unfold = bubble(page, long).get_by_role("button", name="Mở rộng đoạn trích")
        await expect(unfold).to_be_visible()
        await expect(bubble(page, short).get_by_role("button", name="Mở rộng đoạn trích")).to_be_hidden()
        await unfold.click()
        await expect(unfold).to_have_count(0)


async def test_a_link_that_would_run_code_is_only_words(browser: Browser, scene: Scene) -> None:
    entity = {"type": "text_link", "offset": 0, "length": 4, "url": "javascript:alert(1)"}
    world = scene.world
    message = timeline.post(world, world.chat(MAI), world.bot_user(), {"text": "bấm!", "entities": [entity]})
    async with window(browser, scene.chat(MAI)) as page:
        await expect(bubble(page, message["message_id"])).to_contain_text("bấm!")
        await expect(bubble(page, message["message_id"]).locator("a")).to_have_count(0)


async def test_a_pressed_button_waits_for_the_bots_answer(browser: Browser, scene: Scene) -> None:
    message_id = await scene.greet(HUNG, "Đề nghị trả lời", reply_markup=READY)
    async with window(browser, scene.chat(HUNG)) as page:
        button = bubble(page, message_id).get_by_role("button", name="✅ Sẵn sàng", exact=True)
        await button.click()
        await expect(button).to_have_attribute("aria-busy", "true")
        query = await scene.tap()
        assert query["data"] == "yes"
        await scene.bot("answerCallbackQuery", callback_query_id=query["id"], text="Đã ghi nhận")
        await expect(page.get_by_test_id("toast")).to_have_text("Đã ghi nhận")
        await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_stays_until_it_is_closed(browser: Browser, scene: Scene) -> None:
    message_id = await scene.greet(HUNG, "Đề nghị trả lời", reply_markup=READY)
    async with window(browser, scene.chat(HUNG)) as page:
        await bubble(page, message_id).get_by_role("button").click()
        query = await scene.tap()
        await scene.bot("answerCallbackQuery", callback_query_id=query["id"], text="Sự cố đã đóng", show_alert=True)
        await expect(page.get_by_test_id("alert")).to_contain_text("Sự cố đã đóng")
        await page.get_by_role("button", name="Đồng ý").click()
        await expect(page.get_by_test_id("alert")).to_have_count(0)


async def test_an_edit_changes_the_same_bubble_and_says_so(browser: Browser, scene: Scene) -> None:
    message_id = await scene.greet(MAI, "Sẵn sàng: 1")
    async with window(browser, scene.chat(MAI)) as page:
        await expect(bubble(page, message_id)).to_contain_text("Sẵn sàng: 1")
        await scene.bot("editMessageText", chat_id=MAI, message_id=message_id, text="Sẵn sàng: 12 đội")
        await expect(bubble(page, message_id)).to_contain_text("Sẵn sàng: 12 đội")
        assert await page.evaluate(MARKED) == ["12 đội"]
        await expect(bubble(page, message_id)).to_contain_text("đã sửa")
        await expect(page.locator(".message")).to_have_count(1)
        await scene.bot("deleteMessage", chat_id=MAI, message_id=message_id)
        await expect(page.locator(".message")).to_have_count(0)


async def test_a_link_to_the_bot_is_opened_as_that_person(browser: Browser, scene: Scene) -> None:
    link = "https://t.me/san_sang_bot?start=invite_1"
    message_id = await scene.greet(HUNG, "Mời", reply_markup=buttons([{"text": "Mở", "url": link}]))
    async with window(browser, scene.chat(HUNG)) as page:
        await bubble(page, message_id).get_by_role("button", name="Mở").click()
        await expect(page.locator(".message.out")).to_contain_text("/start invite_1")


async def test_another_link_opens_in_a_tab_of_its_own(browser: Browser, scene: Scene) -> None:
    link = f"{scene.url}/sandbox/health"
    message_id = await scene.greet(HUNG, "Xem", reply_markup=buttons([{"text": "Trang", "url": link}]))
    async with window(browser, scene.chat(HUNG)) as page, page.context.expect_page() as opening:
        await bubble(page, message_id).get_by_role("button", name="Trang").click()
        opened = await opening.value
        await expect(opened).to_have_url(link)


async def test_a_text_to_copy_is_copied(browser: Browser, scene: Scene) -> None:
    copied = buttons([{"text": "Chép mã", "copy_text": {"text": "SC-2026-0012"}}])
    message_id = await scene.greet(HUNG, "Mã", reply_markup=copied)
    async with window(browser, scene.chat(HUNG)) as page:
        await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await bubble(page, message_id).get_by_role("button", name="Chép mã").click()
        await expect(page.get_by_test_id("toast")).to_have_text("Đã chép")
        assert await page.evaluate("navigator.clipboard.readText()") == "SC-2026-0012"


async def test_a_double_tap_on_a_bubble_answers_that_message(browser: Browser, scene: Scene) -> None:
    message_id = await scene.greet(HUNG, "Bao giờ tới nơi?")
    async with window(browser, scene.chat(HUNG)) as page:
        await bubble(page, message_id).locator(".bubble").dblclick()
        await expect(page.get_by_test_id("replying")).to_contain_text("Bao giờ tới nơi?")
        await page.get_by_test_id("composer").fill("14:35")
        await page.get_by_test_id("composer").press("Enter")
        await expect(page.locator(".message.out .replied")).to_contain_text("Bao giờ tới nơi?")
        await expect(page.get_by_test_id("replying")).to_be_hidden()
    assert scene.world.messages(HUNG)[-1]["reply_to_message"]["message_id"] == message_id


async def test_a_wish_for_a_reply_is_met_by_the_next_words(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(HUNG)) as page:
        await page.get_by_test_id("start").click()
        wish = {"force_reply": True, "input_field_placeholder": "Tên đơn vị"}
        message_id = await scene.greet(HUNG, "Đơn vị tên gì?", reply_markup=wish)
        await expect(page.get_by_test_id("replying")).to_be_visible()
        await expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Tên đơn vị")
        await page.get_by_test_id("composer").fill("Hà Thành")
        await page.get_by_test_id("send").click()
        await expect(page.locator(".message.out").last).to_contain_text("Hà Thành")
    assert scene.world.messages(HUNG)[-1]["reply_to_message"]["message_id"] == message_id


async def test_results_of_an_inline_query_are_offered_and_sent(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    article = {
        "type": "article",
        "id": "1",
        "title": "Bưu điện tỉnh",
        "input_message_content": {"message_text": "Bưu điện tỉnh: 0234 3823 456"},
    }
    async with window(browser, scene.chat(HUNG)) as page:
        await page.get_by_test_id("composer").fill("@san_sang_bot buu")
        updates = await scene.bot("getUpdates", timeout=10, allowed_updates=["inline_query"])
        query = updates[-1]["inline_query"]
        assert query["query"] == "buu"
        await scene.bot("answerInlineQuery", inline_query_id=query["id"], results=[article])
        await page.get_by_role("option", name="Bưu điện tỉnh").click()
        await expect(page.locator(".message.out")).to_contain_text("0234 3823 456")


async def test_a_newcomer_presses_start(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(ANH)) as page:
        await expect(page.get_by_test_id("composer")).to_be_hidden()
        await page.get_by_role("button", name="BẮT ĐẦU").click()
        await expect(page.locator(".message.out")).to_contain_text("/start")
        await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_enter_sends_and_shift_enter_makes_a_line(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        composer = page.get_by_test_id("composer")
        await composer.fill("dòng một")
        await composer.press("Shift+Enter")
        await composer.press_sequentially("dòng hai")
        await composer.press("Enter")
        await expect(page.locator(".message.out")).to_contain_text("dòng một\ndòng hai")
        await expect(composer).to_have_value("")
        await composer.fill("lần nữa")
        await page.get_by_test_id("send").click()
        await expect(page.locator(".message.out").last).to_contain_text("lần nữa")


async def test_words_not_sent_yet_wait_with_their_person(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    await scene.greet(MAI)
    async with window(browser, scene.chat(HUNG)) as page:
        await page.get_by_test_id("composer").fill("đang viết dở")
        await page.locator(f'[data-person="{MAI}"]').click()
        await expect(page.get_by_test_id("composer")).to_have_value("")
        await page.locator(f'[data-person="{HUNG}"]').click()
        await expect(page.get_by_test_id("composer")).to_have_value("đang viết dở")


async def test_commands_are_offered_and_found_by_their_beginning(browser: Browser, scene: Scene) -> None:
    commands = [
        {"command": "su_co", "description": "Khai báo sự cố"},
        {"command": "danh_ba", "description": "Danh bạ"},
    ]
    await scene.bot("setMyCommands", commands=commands)
    await scene.greet(MAI)
    async with window(browser, scene.chat(MAI)) as page:
        await page.get_by_test_id("menu").click()
        await expect(page.get_by_role("option")).to_have_count(2)
        await page.get_by_test_id("composer").press_sequentially("/da")
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.get_by_role("option").click()
        await expect(page.locator(".message.out")).to_contain_text("/danh_ba")


async def test_a_phone_number_is_shared_only_after_a_question(browser: Browser, scene: Scene) -> None:
    keyboard = {"keyboard": [[{"text": "Gửi số", "request_contact": True}]], "resize_keyboard": True}
    await scene.greet(HUNG, "Xin số điện thoại", reply_markup=keyboard)
    async with window(browser, scene.chat(HUNG)) as page:
        keys = page.get_by_test_id("reply-keyboard")
        await keys.get_by_role("button", name="Gửi số").click()
        await expect(page.get_by_test_id("question")).to_contain_text("+84912345102")
        await page.get_by_role("button", name="Hủy").click()
        await expect(page.locator(".message.out")).to_have_count(0)
        await keys.get_by_role("button", name="Gửi số").click()
        await page.get_by_role("button", name="Chia sẻ", exact=True).click()
        await expect(page.locator(".message.out .contact")).to_contain_text("Nguyễn Văn Hùng")


async def test_a_reply_keyboard_writes_its_words_and_can_be_folded(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG, "Chọn", reply_markup={"keyboard": [[{"text": "Có"}, {"text": "Không"}]]})
    async with window(browser, scene.chat(HUNG)) as page:
        keys = page.get_by_test_id("reply-keyboard")
        await page.get_by_test_id("keyboard-toggle").click()
        await expect(keys).to_be_hidden()
        await page.get_by_test_id("keyboard-toggle").click()
        await keys.get_by_role("button", name="Không").click()
        await expect(page.locator(".message.out")).to_contain_text("Không")
        await scene.greet(HUNG, "Cảm ơn", reply_markup={"remove_keyboard": True})
        await expect(keys).to_be_hidden()


async def test_the_bot_is_blocked_after_a_question_and_unblocked_by_the_bar(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        await page.get_by_test_id("chat-menu").click()
        await page.get_by_role("menuitem", name="Chặn bot").click()
        await page.get_by_role("button", name="Chặn bot").click()
        await expect(page.get_by_test_id("composer")).to_be_hidden()
        await page.get_by_test_id("unblock").click()
        await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_people_are_found_without_accents_and_the_unread_counted(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(MAI)) as page:
        row = page.locator('[data-person="1001"]')
        await expect(row).to_be_visible()
        await scene.greet(1001, "một")
        await scene.greet(1001, "hai")
        await expect(row.get_by_label("2 tin chưa đọc")).to_be_visible()
        await page.get_by_test_id("search").fill("dang yen")
        await expect(page.locator("[data-person]:visible")).to_have_count(1)
        await row.click()
        await expect(page.locator(".message")).to_have_count(2)
        async with page.expect_response("**/sandbox/chats/1001"):
            await scene.greet(1001, "ba")
        await expect(row.locator(".badge")).to_be_hidden()
        assert scene.world.people.get(1001).unread == 0
        await page.get_by_test_id("search").fill("không có ai")
        await expect(page.locator("[data-person]:visible")).to_have_count(0)


async def test_a_photo_is_shown_and_a_document_can_be_fetched(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        photo = FilePayload(name="diem-dut.png", mimeType="image/png", buffer=DOT)
        await page.get_by_test_id("pick-photo").set_input_files(photo)
        await page.get_by_test_id("caption").fill("Điểm đứt")
        await page.get_by_test_id("upload-yes").click()
        shown = page.locator(".message.out").last
        await expect(shown).to_contain_text("Điểm đứt")
        await expect(shown.get_by_role("img", name="Điểm đứt")).to_have_js_property("naturalWidth", 1)
        report = FilePayload(name="bao-cao.txt", mimeType="text/plain", buffer=b"Mau 03")
        await page.get_by_test_id("pick-document").set_input_files(report)
        await page.get_by_test_id("upload-yes").click()
        async with page.expect_download() as download:
            await page.get_by_role("link", name="Tải bao-cao.txt").click()
        assert (await (await download.value).path()).read_bytes() == b"Mau 03"


async def test_a_reader_of_old_messages_is_told_of_new_ones_and_not_moved(browser: Browser, scene: Scene) -> None:
    for number in range(40):
        await scene.greet(MAI, f"Tin số {number}")
    async with window(browser, scene.chat(MAI)) as page:
        await expect(page.locator(".message").last).to_be_in_viewport()
        await page.get_by_test_id("timeline").evaluate("timeline => timeline.scrollTop = 0")
        pill = page.get_by_test_id("new-messages")
        await expect(pill).to_be_visible()
        newest = await scene.greet(MAI, "Tin mới tới")
        await expect(pill).to_have_text("1 tin mới")
        await expect(bubble(page, newest)).not_to_be_in_viewport()
        await pill.click()
        await expect(bubble(page, newest)).to_be_in_viewport()
        followed = await scene.greet(MAI, "Tin nữa")
        await expect(bubble(page, followed)).to_be_in_viewport()


async def test_a_lost_connection_is_shown_and_what_was_missed_is_fetched(browser: Browser) -> None:
    world = new_world()
    async with running(world) as before:
        first = await before.greet(MAI, "trước")
        async with window(browser, before.chat(MAI)) as page:
            await expect(bubble(page, first)).to_be_visible()
            await page.route("**/sandbox/events", lambda route: route.abort())
            world.events.close()
            await expect(page.get_by_test_id("connection")).to_have_text(re.compile("đang nối lại"))
            missed = await before.greet(MAI, "trong khi mất kết nối")
            world.events.open()
            await page.unroute("**/sandbox/events")
            await expect(bubble(page, missed)).to_be_visible()
            await expect(page.get_by_test_id("connection")).to_be_empty()


async def test_a_phone_shows_the_list_or_the_chat(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.url, size=PHONE) as page:
        await expect(page.get_by_test_id("timeline")).to_be_hidden()
        await page.locator(f'[data-person="{HUNG}"]').click()
        await expect(page.get_by_test_id("timeline")).to_be_visible()
        await expect(page.get_by_test_id("search")).to_be_hidden()
        await page.get_by_test_id("back").click()
        await expect(page.get_by_test_id("search")).to_be_visible()


async def test_a_person_reads_and_writes_in_their_group_too(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Trực ban", [MAI, HUNG])
    await scene.world.say(MAI, "Ai đã có mặt?", group)
    async with window(browser, scene.chat(HUNG)) as page:
        await page.get_by_role("tab", name="Trực ban").click()
        await expect(page.locator(".message.in")).to_contain_text("Trần Thị Mai")
        await page.get_by_test_id("composer").fill("Có mặt")
        await page.get_by_test_id("send").click()
        await expect(page.locator(".message.out")).to_contain_text("Có mặt")
        assert scene.world.messages(group)[-1]["text"] == "Có mặt"


async def test_the_drawer_moves_the_clock_and_makes_faults(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(MAI)) as page:
        await page.get_by_test_id("tools").click()
        before = scene.world.clock()
        await page.get_by_role("button", name="+1 giờ").click()
        await expect(page.get_by_text("nhanh hơn giờ thật 60 phút")).to_be_visible()
        assert scene.world.clock() - before >= 3600
        await page.get_by_test_id("fault-429").click()
        await expect(page.get_by_test_id("faults")).to_contain_text("Quá nhiều yêu cầu (429)")
        assert [fault.kind for fault in scene.world.faults.active] == ["429"]
        await page.get_by_text("Lỗi khác, từng lần").click()
        await page.get_by_role("button", name="Xóa tất cả").click()
        await expect(page.get_by_test_id("faults")).to_contain_text("Không có lỗi nào")
        await expect(page.locator('[data-counter="sent"]')).to_have_text("0")
        await scene.greet(MAI)
        await expect(page.locator('[data-counter="sent"]')).to_have_text("1")


async def test_a_crowd_and_a_long_chat_are_all_there(browser: Browser, scene: Scene) -> None:
    scene.world.add_people(TelegramUser(2000 + n, "Người", f"số {n}", group="Đám đông") for n in range(320))
    for number in range(500):
        await scene.world.say(MAI, f"tin {number}")
    async with window(browser, scene.chat(MAI)) as page:
        await expect(page.locator("[data-message]")).to_have_count(500)
        await expect(page.locator("[data-message]").last).to_be_in_viewport()
        await expect(page.locator("[data-person]")).to_have_count(len(CAST) + 320)
        await page.get_by_role("button", name="Đám đông").click()
        await expect(page.locator("[data-person]:visible")).to_have_count(len(CAST))
