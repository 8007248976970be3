"""Photos and documents, by upload and by id, and messages sent on."""

import struct
import zlib
from typing import Any

import httpx
import pytest
from telegram import Bot, InputFile, InputMediaAudio, InputMediaPhoto, InputMediaVideo
from telegram.error import BadRequest

from bot.sandbox.errors import SandboxError
from bot.sandbox.state.files import Upload
from tests.bot.sandbox.conftest import LAN, MAI, MovedClock
from tests.bot.sandbox.world import World

JPEG = bytes.fromhex("ffd8ffe000044a46ffc0000b080002000301011100ffd9")


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


async def test_a_document_is_uploaded_sent_again_by_id_and_downloaded(bot: Bot, world: World) -> None:
    sent = await bot.send_document(
        MAI, InputFile(b"so lieu", filename="báo cáo.xlsx"), caption="<b>Báo cáo</b>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("báo cáo.xlsx", 7)
    assert (sent.caption, sent.caption_entities[0].type) == ("Báo cáo", "bold")

    again = await bot.send_document(LAN, sent.document.file_id)
    assert again.document is not None
    file = await bot.get_file(again.document.file_id)

    assert bytes(await file.download_as_bytearray()) == b"so lieu"


@pytest.mark.parametrize(("content", "size"), [(png(40, 30), (40, 30)), (JPEG, (3, 2))], ids=["png", "jpeg"])
async def test_a_photo_knows_its_size(bot: Bot, content: bytes, size: tuple[int, int]) -> None:
    sent = await bot.send_photo(MAI, content)

    assert (sent.photo[-1].width, sent.photo[-1].height) == size


async def test_what_is_no_photo_is_refused_and_not_kept(bot: Bot, world: World) -> None:
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(MAI, b"not an image")
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(MAI, png(1000, 10))
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(MAI, "AgACnothing")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(MAI, png(2, 2), caption="a" * 1025)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_photo(999, png(2, 2))

    assert world.messages(MAI) == []
    assert world.files.known == {}


async def test_a_photo_cannot_be_sent_as_a_document_by_its_id(bot: Bot) -> None:
    sent = await bot.send_photo(MAI, png(2, 2))

    with pytest.raises(BadRequest, match="Can't use file of type photo as document"):
        await bot.send_document(MAI, sent.photo[-1].file_id)


async def test_what_a_person_uploads_reaches_the_bot(bot: Bot, world: World, http: httpx.AsyncClient) -> None:
    await world.upload(MAI, filename="a.png", content=png(5, 4), mime="image/png", kind="photo", caption="Ảnh")
    await world.upload(MAI, filename="b.pdf", content=b"%PDF", mime="application/pdf")

    photo, document = (each.message for each in await bot.get_updates())
    assert photo is not None
    assert document is not None
    assert document.document is not None
    assert (photo.photo[-1].width, photo.caption) == (5, "Ảnh")
    assert (document.document.file_name, document.document.mime_type) == ("b.pdf", "application/pdf")
    shown = await http.get(f"/sandbox/files/{photo.photo[-1].file_id}")
    assert (shown.content, shown.headers["content-type"]) == (png(5, 4), "image/png")
    with pytest.raises(SandboxError, match="IMAGE_PROCESS_FAILED"):
        await world.upload(MAI, filename="a.png", content=b"text", kind="photo")


async def test_a_caption_is_edited_on_photos_and_text_on_texts_only(bot: Bot, world: World) -> None:
    photo = await bot.send_photo(MAI, png(2, 2), caption="một")
    text = await bot.send_message(LAN, "một")

    await bot.edit_message_caption(MAI, photo.message_id, caption="hai")

    assert world.messages(MAI)[0]["caption"] == "hai"
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("ba", MAI, photo.message_id)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(LAN, text.message_id, caption="ba")


async def test_a_message_is_forwarded_with_its_origin_and_copied_without(bot: Bot, world: World) -> None:
    message_id = await world.say(MAI, "Báo tin")

    forwarded = await bot.forward_message(LAN, MAI, message_id)
    copied = await bot.copy_message(LAN, MAI, message_id)

    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.to_dict()["sender_user"]["id"] == MAI
    assert [each["text"] for each in world.messages(LAN)] == ["Báo tin", "Báo tin"]
    assert "forward_origin" not in world.messages(LAN)[1]
    assert world.messages(LAN)[1]["message_id"] == copied.message_id


async def test_protected_content_goes_nowhere(bot: Bot) -> None:
    sent = await bot.send_message(MAI, "TLP:RED", protect_content=True)
    assert sent.has_protected_content

    with pytest.raises(BadRequest, match="Message can't be forwarded"):
        await bot.forward_message(LAN, MAI, sent.message_id)
    with pytest.raises(BadRequest, match="Message can't be copied"):
        await bot.copy_message(LAN, MAI, sent.message_id)


async def told(bot: Bot) -> list[Any]:
    """Give the messages of which the bot is told, as JSON."""
    return [each.message.to_dict() for each in await bot.get_updates() if each.message]


async def test_each_kind_of_file_is_sent_told_and_sent_again_as_what_it_is(
    bot: Bot, world: World, clock: MovedClock
) -> None:
    await world.upload(MAI, filename="tram.mp4", content=b"film", mime="video/mp4", kind="video", caption="Trạm đổ")
    await world.upload(MAI, filename="a.ogg", content=b"loi", mime="audio/ogg", kind="voice")
    await world.upload(MAI, filename="a.mp3", content=b"am", mime="audio/mpeg", kind="audio")
    await world.upload(MAI, filename="b.mp4", content=b"tron", mime="video/mp4", kind="video_note")
    await world.upload(MAI, filename="c.mp4", content=b"dong", mime="video/mp4", kind="animation")

    film, voice, audio, note, moving = await told(bot)

    assert (film["caption"], film["video"]["file_name"], film["video"]["file_size"]) == ("Trạm đổ", "tram.mp4", 4)
    assert moving["document"]["file_id"] == moving["animation"]["file_id"]
    sent = []
    for send, of in (
        (bot.send_video, film["video"]),
        (bot.send_voice, voice["voice"]),
        (bot.send_audio, audio["audio"]),
        (bot.send_video_note, note["video_note"]),
        (bot.send_animation, moving["animation"]),
    ):
        sent.append((await send(LAN, of["file_id"])).to_dict())
        clock.advance(2)
    kinds = ("video", "voice", "audio", "video_note", "animation")
    assert [each[kind]["file_id"][:4] for each, kind in zip(sent, kinds, strict=True)] == [
        "BAAC",
        "AwAC",
        "CQAC",
        "DQAC",
        "CgAC",
    ]
    with pytest.raises(BadRequest, match=r"(?i)type voice as document"):
        await bot.send_document(LAN, voice["voice"]["file_id"])


async def test_a_place_is_shared_and_sent(bot: Bot, world: World, http: httpx.AsyncClient) -> None:
    await world.share_place(MAI, 21.3227, 105.402)
    answer = await http.post(f"/sandbox/chats/{LAN}/location", json={"latitude": 91, "longitude": 0})

    (place,) = [each["location"] for each in await told(bot)]
    sent = (await bot.send_location(LAN, place["latitude"], place["longitude"])).to_dict()

    assert answer.status_code == 400
    assert sent["location"] == {"latitude": 21.3227, "longitude": 105.402}
    with pytest.raises(BadRequest, match="geo-location"):
        await bot.send_location(LAN, 0, 181)


async def test_a_person_edits_their_own_words_and_the_bot_is_told(
    bot: Bot, world: World, http: httpx.AsyncClient
) -> None:
    said = await world.say(MAI, "Cần 2 sợi")
    film = await world.upload(MAI, filename="a.mp4", content=b"film", mime="video/mp4", kind="video", caption="Hai")
    await bot.get_updates()

    await world.edit(MAI, said, "Cần 12 sợi")
    answer = await http.post(f"/sandbox/chats/{MAI}/edit", json={"message_id": film, "text": "Mười hai"})

    edited = [each.edited_message for each in await bot.get_updates() if each.edited_message]
    assert answer.json() == {"message_id": film}
    assert [(each.message_id, each.text or each.caption) for each in edited][-2:] == [
        (said, "Cần 12 sợi"),
        (film, "Mười hai"),
    ]
    assert all(each.edit_date for each in edited)
    of_the_bot = await bot.send_message(MAI, "Đã ghi")
    for message_id, person in ((of_the_bot.message_id, MAI), (said, LAN)):
        with pytest.raises(SandboxError, match="no such message of one's own"):
            await world.edit(person, message_id, "Khác")


async def test_films_and_photos_stand_in_one_album(bot: Bot, world: World) -> None:
    picture, film = Upload("a.png", png(4, 3), "image/png"), Upload("a.mp4", b"film", "video/mp4")

    await world.upload_album(MAI, [picture, film], caption="Hiện trường")

    first, second = await told(bot)
    assert first["media_group_id"] == second["media_group_id"]
    sent = await bot.send_media_group(
        LAN, [InputMediaPhoto(first["photo"][-1]["file_id"]), InputMediaVideo(second["video"]["file_id"])]
    )
    assert [bool(each.photo) for each in sent] == [True, False]
    with pytest.raises(BadRequest, match="Audio can't be mixed"):
        await bot.send_media_group(LAN, [InputMediaPhoto(png(2, 2)), InputMediaAudio(b"am", filename="a.mp3")])
