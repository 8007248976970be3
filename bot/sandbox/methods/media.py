"""Photos and documents: sent by upload or by id, and fetched again."""

from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import MAX_DOWNLOAD, StoredFile, Upload
from bot.sandbox.methods.registry import method
from bot.sandbox.methods.sending import SendOptions, caption_content, deliver

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]


@method("sendPhoto", options=SendOptions)
def send_photo(
    world: "World",
    *,
    chat_id: int,
    photo: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    show_caption_above_media: bool = False,
    has_spoiler: bool = False,
    options: SendOptions,
) -> Json:
    """Send a photo."""
    content = caption_content(world, caption, parse_mode, caption_entities)
    if show_caption_above_media:
        content["show_caption_above_media"] = True
    if has_spoiler:
        content["has_media_spoiler"] = True
    stored = _find(world, photo, "photo")
    message = deliver(world, chat_id, {"photo": stored.as_photo(), **content}, options)
    _keep(world, stored, photo)
    return message


@method("sendDocument", options=SendOptions)
def send_document(
    world: "World",
    *,
    chat_id: int,
    document: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send a document."""
    content = caption_content(world, caption, parse_mode, caption_entities)
    stored = _find(world, document, "document")
    message = deliver(world, chat_id, {"document": stored.as_document(), **content}, options)
    _keep(world, stored, document)
    return message


@method("getFile")
def get_file(world: "World", *, file_id: str) -> Json:
    """Return where to download a file from."""
    stored = world.files.get(file_id)
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.as_file()


def _find(world: "World", given: Upload | str, kind: str) -> StoredFile:
    """Return the file that is to be sent; an uploaded one is kept only once it has been sent."""
    if isinstance(given, Upload):
        return world.files.describe(given, kind)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.get(given)
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def _keep(world: "World", stored: StoredFile, given: Upload | str) -> None:
    if isinstance(given, Upload):
        world.keep_file(stored, given.content)
