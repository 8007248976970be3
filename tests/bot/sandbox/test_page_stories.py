"""What people do on the chat page beyond writing: asking inline, opening links, groups, pictures and files."""

import re
from dataclasses import fields
from typing import Any

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from bot.sandbox.state.books import BotReport
from tests import browser as screen
from tests.bot.sandbox import stage
from tests.bot.sandbox.stage import ANH, HUNG, MAI, Scene, bubble, buttons
from tests.bot.sandbox.test_files import png
from tests.browser import DESKTOP, PHONE, window

browser = screen.browser
scene = stage.scene
pytestmark = pytest.mark.asyncio(loop_scope="module")

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


NOTHING = dict.fromkeys((each.name for each in fields(BotReport) if each.name != "state"), 0)


def article(result_id: str, title: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "article",
        "id": result_id,
        "title": title,
        "input_message_content": {"message_text": f"<b>{title}</b>", "parse_mode": "HTML"},
        **more,
    }


def mine(page: Page) -> Locator:
    """The newest message of the person who is played."""
    return page.locator(".message.out").last


async def to_the_bot(page: Page) -> None:
    await expect(page.get_by_role("tab", selected=True)).to_have_text("Sẵn Sàng")


@SIZES
async def test_a_result_with_buttons_is_sent_from_a_group(
    browser: Browser, scene: Scene, size: tuple[int, int]
) -> None:
    group = scene.world.create_group("Nhóm không bot", [HUNG, MAI], with_bot=False)
    keyboard = buttons([{"text": "✅ Nhận", "callback_data": "take"}])
    card = article("1", "SC-2026-0012", description="Mất kết nối cáp quang", reply_markup=keyboard)
    async with window(browser, f"{scene.url}/#/{HUNG}/{group}", size=size) as page:
        await screen.ask_inline(page, "sc")
        assert await scene.offer([card, article("2", "SC-2026-0013")]) == "sc"
        await expect(page.get_by_role("option")).to_have_count(2)
        await expect(page.get_by_role("option").first).to_contain_text("Mất kết nối cáp quang")
        await screen.choose_result(page, "SC-2026-0012")

        await expect(mine(page)).to_contain_text("qua @san_sang_bot")
        await expect(page.get_by_test_id("composer")).to_have_value("")
        await mine(page).get_by_role("button", name="✅ Nhận").click()
        tap = await scene.tap()
        assert "message" not in tap
        await scene.bot("editMessageText", inline_message_id=tap["inline_message_id"], text="Hùng đã nhận")
        await expect(mine(page)).to_contain_text("Hùng đã nhận")
    assert "via_bot" in scene.world.messages(group)[-1]


async def test_nothing_found_is_said_and_a_late_answer_is_not_shown(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        await screen.ask_inline(page, "má")
        early = await scene.heard("inline_query")
        await screen.ask_inline(page, "máy bay")
        await expect(page.get_by_text("Đang hỏi Sẵn Sàng…")).to_be_visible()
        await scene.bot("answerInlineQuery", inline_query_id=early["id"], results=[article("1", "Máy phát")])
        assert await scene.offer([]) == "máy bay"
        await expect(page.get_by_text("Không có kết quả nào")).to_be_visible()
        await expect(page.get_by_role("option")).to_have_count(0)
        await page.get_by_test_id("composer").fill("")
        await expect(page.locator("#suggestions")).to_be_hidden()


async def test_a_remembered_answer_is_shown_without_the_bot(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        await screen.ask_inline(page, "trực")
        query = await scene.heard("inline_query")
        await scene.bot("answerInlineQuery", inline_query_id=query["id"], results=[article("1", "Trực ban")])
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.get_by_test_id("composer").fill("")
        await screen.ask_inline(page, "trực")
        await expect(page.get_by_role("option", name="Trực ban")).to_be_visible()
    assert scene.world.pending_updates == 0


async def test_more_results_come_at_the_end_of_the_list(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        await screen.ask_inline(page, "đơn vị")
        await scene.offer([article(str(number), f"Đơn vị {number}") for number in range(50)], next_offset="50")
        await expect(page.get_by_role("option")).to_have_count(50)
        await page.locator("#suggestions").evaluate("list => list.scrollTop = list.scrollHeight")
        more = await scene.heard("inline_query")
        assert (more["query"], more["offset"]) == ("đơn vị", "50")
        await scene.bot("answerInlineQuery", inline_query_id=more["id"], results=[article("50", "Đơn vị cuối")])
        await expect(page.get_by_role("option")).to_have_count(51)


async def test_the_button_above_the_results_starts_the_bot(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Nhóm không bot", [ANH, MAI], with_bot=False)
    async with window(browser, f"{scene.url}/#/{ANH}/{group}") as page:
        await screen.ask_inline(page, "của tôi")
        await scene.offer([], button={"text": "Đăng ký đơn vị", "start_parameter": "dang_ky"})
        await screen.choose_result(page, "Đăng ký đơn vị")
        await to_the_bot(page)
        await expect(mine(page)).to_contain_text("/start dang_ky")


async def test_a_contact_among_the_results_is_sent_as_a_card(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    card = {"type": "contact", "id": "1", "phone_number": "+842343823456", "first_name": "Bưu điện tỉnh"}
    async with window(browser, scene.chat(HUNG)) as page:
        await screen.ask_inline(page, "bưu điện")
        await scene.offer([card])
        await screen.choose_result(page, "Bưu điện tỉnh")
        await expect(mine(page).get_by_role("link", name="Gọi +842343823456")).to_be_visible()


async def test_a_share_button_leads_to_a_chat_of_choice(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Tổ trực", [HUNG, MAI])
    share = [{"text": "Chia sẻ", "switch_inline_query": "SC-12"}]
    here = [{"text": "Tìm ở đây", "switch_inline_query_current_chat": ""}]
    message_id = await scene.greet(HUNG, "Thẻ", reply_markup=buttons(share, here))
    async with window(browser, scene.chat(HUNG)) as page:
        await bubble(page, message_id).get_by_role("button", name="Tìm ở đây").click()
        await expect(page.get_by_test_id("composer")).to_have_value("@san_sang_bot ")
        assert await scene.offer([]) == ""
        await bubble(page, message_id).get_by_role("button", name="Chia sẻ").click()
        await page.get_by_test_id("choose-chat").locator(f'[data-choice="{group}"]').click()
        await expect(page.get_by_role("tab", selected=True)).to_contain_text("Tổ trực")
        await expect(page.get_by_test_id("composer")).to_have_value("@san_sang_bot SC-12")
        assert await scene.offer([article("1", "SC-12")]) == "SC-12"
        await screen.choose_result(page, "SC-12")
        await expect(mine(page)).to_contain_text("SC-12")
    assert scene.world.messages(group)[-1]["via_bot"]


async def test_a_pasted_link_starts_the_bot_as_that_person(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(ANH)) as page:
        await screen.open_link(page, "https://t.me/other_bot?start=x")
        await expect(page.get_by_test_id("toast")).to_have_text("Liên kết này không mở Sẵn Sàng.")
        await screen.open_link(page, "t.me/san_sang_bot?start=invite_7")
        await expect(mine(page)).to_contain_text("/start invite_7")
    assert scene.world.messages(ANH)[-1]["text"] == "/start invite_7"


async def test_a_link_without_a_scheme_in_a_message_is_followed_inside(browser: Browser, scene: Scene) -> None:
    message_id = await scene.greet(HUNG, "Mở t.me/san_sang_bot?start=qr_1 nhé")
    async with window(browser, scene.chat(HUNG)) as page:
        await bubble(page, message_id).get_by_role("link").click()
        await expect(mine(page)).to_contain_text("/start qr_1")
        assert len(page.context.pages) == 1


@SIZES
async def test_a_startgroup_link_founds_a_group_and_brings_the_bot(
    browser: Browser, scene: Scene, size: tuple[int, int]
) -> None:
    async with window(browser, scene.chat(MAI), size=size) as page:
        await screen.open_link(page, "https://t.me/san_sang_bot?startgroup=grp_9")
        await page.get_by_test_id("choose-chat").get_by_role("button", name="Nhóm mới").click()
        await page.get_by_test_id("group-title").fill("Tổ cáp quang")
        await page.get_by_test_id("pick-search").fill("hung")
        await page.locator(f'[data-pick="{HUNG}"]').check()
        await page.get_by_test_id("new-group-yes").click()
        await expect(mine(page)).to_contain_text("/start@san_sang_bot grp_9")
        await expect(page.locator(".service").last).to_have_text("Trần Thị Mai đã thêm Sẵn Sàng vào nhóm")
        await expect(page.locator("#chat-about")).to_contain_text("nhóm 2 người")
    [group] = [each for each in scene.world.chats.values() if each.title == "Tổ cáp quang"]
    assert (group.members, group.bot_is_member) == ([MAI, HUNG], True)


async def test_a_startgroup_link_brings_the_bot_into_a_group_that_is_there(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Tổ trực", [MAI, HUNG], with_bot=False)
    async with window(browser, scene.chat(HUNG)) as page:
        await screen.open_link(page, "https://t.me/san_sang_bot?startgroup=grp_1")
        await page.locator(f'[data-choice="{group}"]').click()
        await expect(mine(page)).to_contain_text("/start@san_sang_bot grp_1")
    assert scene.world.chat(group).bot_is_member


async def test_a_group_is_founded_and_changed_from_the_menu(browser: Browser, scene: Scene) -> None:
    async with window(browser, scene.chat(MAI)) as page:
        menu = page.get_by_test_id("chat-menu")
        await menu.click()
        await page.get_by_test_id("new-group-item").click()
        await page.get_by_test_id("group-title").fill("Nhóm chung")
        await page.get_by_test_id("group-title").press("Enter")
        await expect(page.get_by_role("tab", selected=True)).to_have_text("Nhóm chung")
        await menu.click()
        await page.get_by_test_id("add-people-item").click()
        await page.locator(f'[data-pick="{HUNG}"]').check()
        await page.get_by_test_id("add-people-yes").click()
        await expect(page.locator(".service").last).to_have_text("Trần Thị Mai đã thêm Nguyễn Văn Hùng vào nhóm")
        await menu.click()
        await page.get_by_test_id("add-bot").click()
        await expect(page.locator(".service").last).to_have_text("Trần Thị Mai đã thêm Sẵn Sàng vào nhóm")
        await menu.click()
        await page.get_by_test_id("members-item").click()
        await expect(page.locator("[data-member]")).to_have_count(3)
        await page.locator(f'[data-remove="{HUNG}"]').click()
        await expect(page.locator(".service").last).to_have_text("Trần Thị Mai đã mời Nguyễn Văn Hùng ra khỏi nhóm")
        await menu.click()
        await page.get_by_test_id("kick-bot").click()
        await expect(page.locator(".service").last).to_contain_text("Sẵn Sàng ra khỏi nhóm")
    [group] = [each for each in scene.world.chats.values() if each.is_group]
    assert (group.members, group.bot_was_kicked) == ([MAI], True)


async def test_what_is_new_in_a_group_is_marked_until_it_is_read(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Tổ trực", [MAI, HUNG])
    async with window(browser, scene.chat(HUNG)) as page:
        tab = page.get_by_role("tab", name="Tổ trực")
        await scene.greet(group, "Ai trực ca tối?")
        await expect(tab.locator(".badge")).to_have_text("2")
        await expect(page.locator(f'[data-person="{MAI}"] .badge')).to_have_text("1")
        await screen.open_chat(page, "Tổ trực")
        await expect(page.locator(".message.in")).to_contain_text("Ai trực ca tối?")
        await expect(page.locator(f'[data-person="{HUNG}"] .badge')).to_be_hidden()
        await scene.greet(HUNG, "Nhắc riêng")
        await expect(page.get_by_role("tab", name="Sẵn Sàng").locator(".badge")).to_have_text("1")
    assert scene.world.chat(group).unread[HUNG] == 0


@SIZES
async def test_a_code_is_shown_as_it_was_sent_and_large_enough(
    browser: Browser, scene: Scene, size: tuple[int, int]
) -> None:
    code = png(300, 300)
    small = await scene.send_file(HUNG, "photo", "nho.png", png(33, 33))
    large = await scene.send_file(HUNG, "photo", "ma.png", code, caption="Quét mã này " * 20)
    async with window(browser, scene.chat(HUNG), size=size) as page:
        assert await screen.read_picture(page, bubble(page, large)) == code
        box = await bubble(page, large).locator("img").bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (300, 300)
        grown = await bubble(page, small).locator("img").bounding_box()
        assert grown is not None
        assert grown["width"] == 7 * 33
        await bubble(page, large).get_by_role("button", name="Xem ảnh lớn").click()
        viewed = await page.get_by_test_id("viewer").locator("img").bounding_box()
        assert viewed is not None
        assert viewed["width"] > 300


async def test_a_protected_document_is_not_handed_out(browser: Browser, scene: Scene) -> None:
    kept = await scene.send_file(HUNG, "document", "mật.pdf", b"TLP:RED", protect_content="true")
    await scene.send_file(HUNG, "document", "báo cáo.pdf", b"Mau 03")
    async with window(browser, scene.chat(HUNG)) as page:
        await expect(bubble(page, kept)).to_contain_text("7 B")
        await bubble(page, kept).get_by_role("button", name="mật.pdf").click()
        await expect(page.get_by_test_id("toast")).to_have_text(re.compile("Người gửi không cho lưu"))
        await expect(bubble(page, kept).locator("a[download]")).to_have_count(0)
        assert await screen.download(page, "báo cáo.pdf") == b"Mau 03"


@SIZES
async def test_an_album_stands_together_with_one_caption(browser: Browser, scene: Scene, size: tuple[int, int]) -> None:
    await scene.greet(HUNG)
    photos = [FilePayload(name=f"{n}.png", mimeType="image/png", buffer=png(200 + n, 150)) for n in range(3)]
    async with window(browser, scene.chat(HUNG), size=size) as page:
        await screen.upload(page, *photos, caption="Ba vị trí đứt cáp")
        album = page.locator(".album")
        await expect(album.locator("img")).to_have_count(3)
        await expect(album.locator(".meta:visible")).to_have_count(1)
        last = await album.locator(".photo").last.bounding_box()
        words = await album.get_by_text("Ba vị trí đứt cáp").bounding_box()
        assert last is not None
        assert words is not None
        assert words["y"] >= last["y"] + last["height"]
        ids = [each["message_id"] for each in scene.world.messages(HUNG)[-3:]]
        for message_id in ids:
            await scene.bot("deleteMessage", chat_id=HUNG, message_id=message_id)
        await expect(album).to_have_count(0)


async def test_documents_are_sent_to_a_group_as_an_answer(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Tổ trực", [HUNG, MAI])
    message_id = await scene.greet(group, "Gửi biên bản")
    async with window(browser, scene.chat(HUNG)) as page:
        await screen.open_chat(page, "Tổ trực")
        await bubble(page, message_id).locator(".bubble").dblclick()
        report = FilePayload(name="bien-ban.txt", mimeType="text/plain", buffer=b"Bien ban")
        await screen.upload(page, report, kind="document", caption="Đã ký")
        await expect(mine(page)).to_contain_text("Đã ký")
    sent = scene.world.messages(group)[-1]
    assert sent["reply_to_message"]["message_id"] == message_id
    assert sent["document"]["file_name"] == "bien-ban.txt"


async def test_the_page_says_that_the_bot_sends_a_file(browser: Browser, scene: Scene) -> None:
    await scene.greet(HUNG)
    async with window(browser, scene.chat(HUNG)) as page:
        await expect(page.locator(".message")).to_have_count(1)
        await scene.bot("sendChatAction", chat_id=HUNG, action="upload_document")
        await expect(page.locator("#chat-about")).to_have_text("Sẵn Sàng đang gửi tệp")


async def test_an_answer_to_a_tap_opens_the_bot_by_its_link(browser: Browser, scene: Scene) -> None:
    group = scene.world.create_group("Tổ trực", [HUNG, MAI])
    card = await scene.greet(group, "Thẻ", reply_markup=buttons([{"text": "Mở riêng", "callback_data": "open"}]))
    async with window(browser, f"{scene.url}/#/{HUNG}/{group}") as page:
        await bubble(page, card).get_by_role("button", name="Mở riêng").click()
        query = await scene.tap()
        await scene.bot("answerCallbackQuery", callback_query_id=query["id"], url="t.me/san_sang_bot?start=card_1")
        await to_the_bot(page)
        await expect(mine(page)).to_contain_text("/start card_1")


@SIZES
async def test_telegram_is_hurt_by_switches_and_the_bot_is_killed_while_its_books_are_watched(
    browser: Browser, scene: Scene, size: tuple[int, int]
) -> None:
    async def report(state: str, **counts: int) -> Any:
        async with scene.session.put(
            f"{scene.url}/sandbox/books", json={"state": state, **NOTHING, **counts}
        ) as answer:
            return (await answer.json())["kill"]

    async with window(browser, scene.url, size=size) as page:
        await page.get_by_test_id("tools").click()
        state, kill, verdict = (page.get_by_test_id(each) for each in ("bot-state", "kill", "verdict"))
        await expect(kill).to_be_disabled()
        for kind in ("429", "slow", "drop_before", "drop_after", "away"):
            await page.get_by_test_id(f"fault-{kind}").check()
        await expect(page.get_by_test_id("faults").locator("li")).to_have_count(5)
        await page.get_by_test_id("fault-away").uncheck()
        await expect(page.get_by_test_id("faults").locator("li")).to_have_count(4)
        assert [each.kind for each in scene.world.faults.active] == ["429", "slow", "drop_before", "drop_after"]

        assert not await report("running", due=3, sent=3)
        await expect(verdict).to_have_text("✓ Sổ khớp: không mất gì")
        async with page.expect_response("**/sandbox/kill"):
            await kill.click()
        assert await report("running", due=3, sent=1, waiting=2)
        await expect(state).to_have_text("Đang khởi động lại…")
        await expect(verdict).to_contain_text("được gửi lại trong vòng 1 phút")
        assert not await report("running", due=3, sent=3, repeated=1)
        await expect(state).to_have_text("Đang chạy")
        await expect(verdict).to_have_class(re.compile("balanced"))
        await expect(page.locator('[data-book="repeated"]')).to_have_text("1")
        await expect(page.get_by_test_id("kills")).to_have_text("Đã tắt ngang 1 lần")


async def test_a_founder_gives_a_group_topics_and_people_write_in_the_one_that_is_open(
    browser: Browser, scene: Scene
) -> None:
    group = scene.world.create_group("Điều hành Sở", [MAI, HUNG])
    async with window(browser, f"{scene.url}/#/{MAI}/{group}") as page:
        for item in ("upgrade-item", "forum-item", "rights-item"):
            await page.get_by_test_id("chat-menu").click()
            await page.get_by_test_id(item).click()
            await expect(page.get_by_test_id(item)).to_have_count(0)
        await expect(page.locator("#topic-tabs")).to_be_visible()
        forum = max(scene.world.chats.values(), key=lambda chat: chat.is_forum).id
        topic = await scene.bot("createForumTopic", chat_id=forum, name="🔴 SC-2026-0001")
        thread = topic["message_thread_id"]
        await scene.bot("sendMessage", chat_id=forum, text="Thẻ sự cố", message_thread_id=thread)
        await expect(page.get_by_text("Thẻ sự cố")).to_have_count(0)

        await page.get_by_role("tab", name="🔴 SC-2026-0001").click()
        await expect(page.get_by_text("Thẻ sự cố")).to_be_visible()
        await page.get_by_test_id("composer").fill("Đội đã lên đường")
        await page.get_by_test_id("send").click()
        heard = await scene.heard("message")
        assert (heard["text"], heard["message_thread_id"]) == ("Đội đã lên đường", thread)

        await page.get_by_test_id("chat-menu").click()
        await page.get_by_test_id("topic-close-item").click()
        await expect(page.get_by_role("tab", name="🔒 🔴 SC-2026-0001")).to_be_visible()
        await page.get_by_role("tab", name="Chủ đề chung").click()
        await expect(page.get_by_text("Đội đã lên đường")).to_have_count(0)
