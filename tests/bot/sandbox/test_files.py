"""Photos and documents, by upload and by id, and messages sent on."""

import struct
import zlib

import httpx
import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest

from bot.sandbox.errors import SandboxError
from tests.bot.sandbox.conftest import LAN, MAI
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
