"""Albums, contacts, exchanged media and what is too large, by the bot and by people."""

from pathlib import Path

import httpx
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
)
from telegram.error import BadRequest

from bot.sandbox.errors import SandboxError
from bot.sandbox.state.files import Upload
from bot.sandbox.state.people import TelegramUser
from bot.sandbox.web.server import serve
from tests.bot.sandbox.conftest import LAN, MAI, TOKEN, MovedClock
from tests.bot.sandbox.test_files import png
from tests.bot.sandbox.world import World

MEGABYTE = 1024 * 1024
REPORT = Upload("báo cáo.txt", b"Mau 03", "text/plain")
PICTURE = Upload("a.png", png(4, 3), "image/png")


async def test_an_album_of_the_bot_is_several_messages_with_one_mark(bot: Bot, world: World) -> None:
    known = (await bot.send_photo(LAN, png(5, 5))).photo[-1].file_id
    media = [
        InputMediaPhoto(png(2, 2), caption="<b>Hiện trường</b>", parse_mode="HTML"),
        InputMediaPhoto(png(3, 3)),
        InputMediaPhoto(known),
    ]

    sent = await bot.send_media_group(MAI, media, protect_content=True)

    assert [(each.photo[-1].width, each.caption) for each in sent] == [(2, "Hiện trường"), (3, None), (5, None)]
    assert len({each.media_group_id for each in sent}) == 1
    assert all(each.has_protected_content for each in sent)
    assert [each["media_group_id"] for each in world.messages(MAI)] == [sent[0].media_group_id] * 3
    file = await bot.get_file(sent[1].photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == png(3, 3)


async def test_albums_that_telegram_refuses(bot: Bot, world: World) -> None:
    photo, document = InputMediaPhoto(png(2, 2)), InputMediaDocument(b"text", filename="a.txt")

    with pytest.raises(BadRequest, match="2-10 items"):
        await bot.send_media_group(MAI, [photo])
    with pytest.raises(BadRequest, match="2-10 items"):
        await bot.send_media_group(MAI, [InputMediaPhoto("x")] * 11)
    with pytest.raises(BadRequest, match="Document can't be mixed with other media types"):
        await bot.send_media_group(MAI, [photo, document])
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_media_group(MAI, [photo, InputMediaPhoto("AgACnothing")])

    assert world.messages(MAI) == []
    assert world.files.known == {}


async def test_an_album_of_a_person_comes_message_by_message(bot: Bot, world: World, http: httpx.AsyncClient) -> None:
    ids = await world.upload_album(MAI, [PICTURE, PICTURE], caption="Hai ảnh")
    files = [("file", (each, b"text", "text/plain")) for each in ("a.txt", "b.txt", "c.txt")]
    uploaded = await http.post(f"/sandbox/chats/{MAI}/upload", files=files, data={"kind": "document"})

    told = [each.message for each in await bot.get_updates() if each.message]
    assert [each.message_id for each in told] == [*ids, *uploaded.json()["message_ids"]]
    assert [each.caption for each in told] == ["Hai ảnh", None, None, None, None]
    assert len({each.media_group_id for each in told}) == 2
    assert [each.document.file_name for each in told if each.document] == ["a.txt", "b.txt", "c.txt"]
    with pytest.raises(SandboxError, match="at least 2 files"):
        await world.upload_album(MAI, [PICTURE])
    with pytest.raises(SandboxError, match="2 to 10 files"):
        await world.upload_album(MAI, [PICTURE] * 11)


async def test_what_is_larger_than_20_mb_can_be_sent_but_not_fetched(bot: Bot, world: World) -> None:
    content = bytes([7]) * (20 * MEGABYTE + 1)

    await world.upload(MAI, filename="nặng.bin", content=content)
    await world.upload(MAI, filename="vừa.bin", content=content[:-1])

    heavy, right = [each.message.document for each in await bot.get_updates() if each.message]
    assert heavy is not None
    assert right is not None
    assert heavy.file_size == len(content)
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(heavy.file_id)
    assert (await bot.get_file(right.file_id)).file_size == len(content) - 1


async def test_the_bot_uploads_50_mb_and_no_more(world: World, http: httpx.AsyncClient, api: str) -> None:
    def form(size: int) -> dict[str, tuple[str, bytes]]:
        return {"document": ("a.bin", bytes([7]) * size)}

    over = await http.post(f"{api}/sendDocument", data={"chat_id": MAI}, files=form(50 * MEGABYTE + 1))
    far_over = await http.post(f"{api}/sendDocument", data={"chat_id": MAI}, files=form(51 * MEGABYTE))
    within = await http.post(f"{api}/sendDocument", data={"chat_id": MAI}, files=form(50 * MEGABYTE))

    refusal = {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
    assert (over.status_code, over.json()) == (413, refusal)
    assert (far_over.status_code, far_over.json()) == (413, refusal)
    assert within.json()["ok"]
    assert len(world.messages(MAI)) == 1


async def test_files_are_still_there_after_a_restart(tmp_path: Path, clock: MovedClock) -> None:
    path = tmp_path / "chats.db"
    world = World(TOKEN, clock, path)
    world.add_people([TelegramUser(MAI, "Mai", started=True)])
    ids = await world.upload_album(MAI, [REPORT, REPORT], kind="document")
    group = world.create_group("Tổ trực", [MAI])
    world.kick_bot(group)
    world.close()

    again = World(TOKEN, clock, path)

    assert [each["message_id"] for each in again.messages(MAI)] == ids
    files = [each["document"]["file_id"] for each in again.messages(MAI)]
    assert [again.files.contents[each] for each in files] == [b"Mau 03"] * 2
    assert len({again.files.get(each).path for each in files}) == 2
    assert (again.chat(group).bot_was_kicked, again.chat(group).unread) == (True, {MAI: 0})
    async with serve(again) as url, Bot(TOKEN, f"{url}/bot", f"{url}/file/bot") as bot:
        assert bytes(await (await bot.get_file(files[1])).download_as_bytearray()) == b"Mau 03"


async def test_a_contact_card_is_sent(bot: Bot, world: World) -> None:
    sent = await bot.send_contact(MAI, "+842343823456", "Trực", last_name="Bưu điện", vcard="BEGIN:VCARD\nEND:VCARD")

    assert sent.contact is not None
    assert (sent.contact.phone_number, sent.contact.last_name) == ("+842343823456", "Bưu điện")
    with pytest.raises(BadRequest, match="Phone number is empty"):
        await bot.send_contact(MAI, " ", "Trực")
    with pytest.raises(BadRequest, match="First name is empty"):
        await bot.send_contact(MAI, "113", " ")
    with pytest.raises(BadRequest, match="Vcard is too long"):
        await bot.send_contact(MAI, "113", "Trực", vcard="x" * 2049)
    assert len(world.messages(MAI)) == 1


async def test_media_are_exchanged_with_their_caption_and_buttons(bot: Bot, world: World) -> None:
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Mở", callback_data="open")]])
    sent = await bot.send_message(MAI, "Đang vẽ bản đồ…", reply_markup=buttons)

    drawn = await bot.edit_message_media(InputMediaPhoto(png(6, 4), caption="Bản đồ"), MAI, sent.message_id)

    assert isinstance(drawn, Message)
    assert (drawn.text, drawn.photo[-1].width, drawn.caption, drawn.reply_markup) == (None, 6, "Bản đồ", None)
    document = InputMediaDocument(b"ban do", filename="bản đồ.pdf")
    filed = await bot.edit_message_media(document, MAI, sent.message_id, reply_markup=buttons)
    assert isinstance(filed, Message)
    assert filed.document is not None
    assert (filed.document.file_name, filed.photo, filed.caption) == ("bản đồ.pdf", (), None)
    assert world.messages(MAI)[0]["edits"] == 2
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_media(
            InputMediaDocument(filed.document.file_id), MAI, sent.message_id, reply_markup=buttons
        )


async def test_an_album_keeps_its_kind_of_media(bot: Bot) -> None:
    first, _ = await bot.send_media_group(MAI, [InputMediaPhoto(png(2, 2)), InputMediaPhoto(png(3, 3))])

    await bot.edit_message_media(InputMediaPhoto(png(4, 4)), MAI, first.message_id)

    with pytest.raises(BadRequest, match="an album keeps its kind"):
        await bot.edit_message_media(InputMediaDocument(b"text", filename="a.txt"), MAI, first.message_id)


async def test_several_messages_are_deleted_at_once_and_missing_ones_passed_over(
    bot: Bot, world: World, clock: MovedClock
) -> None:
    ids = [(await bot.send_message(MAI, text)).message_id for text in ("một", "hai", "ba")]

    assert await bot.delete_messages(MAI, [ids[0], ids[2], ids[2], 9999])

    assert [each["text"] for each in world.messages(MAI)] == ["hai"]
    with pytest.raises(BadRequest, match="Too many message identifiers"):
        await bot.delete_messages(MAI, list(range(1, 102)))
    clock.advance(48 * 3600 + 1)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_messages(MAI, ids)


async def test_a_tap_is_answered_with_a_link_to_the_bot_and_no_other(bot: Bot, world: World) -> None:
    sent = await bot.send_message(
        MAI, "Tin", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Mở", callback_data="open")]])
    )
    query_id = await world.press(MAI, sent.message_id, "Mở")

    with pytest.raises(BadRequest, match="Url_invalid"):
        await bot.answer_callback_query(query_id, url="https://example.vn/?start=x")
    with pytest.raises(BadRequest, match="Url_invalid"):
        await bot.answer_callback_query(query_id, url="https://t.me/other_bot?start=x")
    assert await bot.answer_callback_query(query_id, url="t.me/san_sang_bot?start=report_7")

    assert world.answer(query_id) == {"text": "", "show_alert": False, "url": "t.me/san_sang_bot?start=report_7"}


async def test_the_bot_knows_what_it_may_do(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.supports_inline_queries, me.can_join_groups, me.can_read_all_group_messages) == (True, True, False)
