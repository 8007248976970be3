"""Photos, films, recordings and documents: sent by upload or by id, alone or as an album, and fetched again."""

import inspect
from dataclasses import dataclass, replace
from typing import Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.methods.parameters import Parameter, read_signature
from bot.sandbox.methods.registry import METHODS, Method, method
from bot.sandbox.methods.sending import SendOptions, deliver, deliver_all
from bot.sandbox.reading.contents import caption_content, location_content
from bot.sandbox.state.files import MAX_DOWNLOAD, MAX_UPLOAD, StoredFile, Upload, new_album_id
from bot.sandbox.world import World

Json = dict[str, Any]
ALBUM_SIZES = range(2, 11)
KINDS = ("photo", "video", "document", "audio")
# What stands in one album; documents and audios stand among their like.
SEEN = {"photo", "video"}


@dataclass(frozen=True, kw_only=True)
class FileOptions(SendOptions):
    """What may be said of a file that has no caption."""

    def about(self, _: World) -> Json:
        """Return what the message carries beside the file."""
        return {}


@dataclass(frozen=True, kw_only=True)
class CaptionedOptions(FileOptions):
    """What may be said of a file with a caption."""

    caption: str = ""
    parse_mode: str = ""
    caption_entities: list[Json] | None = None

    def about(self, world: World) -> Json:
        """Return the caption."""
        return caption_content(world, self.caption, self.parse_mode, self.caption_entities)


@dataclass(frozen=True, kw_only=True)
class SeenOptions(CaptionedOptions):
    """What may be said of a file that is seen in the chat."""

    show_caption_above_media: bool = False
    has_spoiler: bool = False

    def about(self, world: World) -> Json:
        """Return the caption, where it stands, and whether the picture is hidden at first."""
        content = super().about(world)
        if self.show_caption_above_media:
            content["show_caption_above_media"] = True
        if self.has_spoiler:
            content["has_media_spoiler"] = True
        return content


# The methods that send one file, each with the kind, under whose name the file stands.
SENDING: dict[str, tuple[str, type[FileOptions]]] = {
    "sendPhoto": ("photo", SeenOptions),
    "sendVideo": ("video", SeenOptions),
    "sendAnimation": ("animation", SeenOptions),
    "sendDocument": ("document", CaptionedOptions),
    "sendAudio": ("audio", CaptionedOptions),
    "sendVoice": ("voice", CaptionedOptions),
    "sendVideoNote": ("video_note", FileOptions),
}


def _sending(name: str, kind: str, options: type[FileOptions]) -> Method:
    """Make the method that sends a file of one kind, by upload or by id."""

    def send(world: World, *, chat_id: int, options: FileOptions, **files: Upload | str) -> Json:
        given = files[kind]
        content = options.about(world)
        stored = find_file(world, given, kind)
        message = deliver(world, chat_id, {**stored.as_content(kind), **content}, options)
        keep_file(world, stored, given)
        return message

    chat = tuple(each for each in read_signature(send) if each.name != "options")
    file = Parameter(kind, Upload, (), inspect.Parameter.empty)
    return Method(name, send, (*chat, file), options, read_signature(options))


METHODS.update({name.lower(): _sending(name, kind, options) for name, (kind, options) in SENDING.items()})


@method("sendLocation", options=SendOptions)
def send_location(world: World, *, chat_id: int, latitude: float, longitude: float, options: SendOptions) -> Json:
    """Send a place, which has no caption."""
    return deliver(world, chat_id, location_content(latitude, longitude), options)


@method("sendMediaGroup", options=SendOptions)
def send_media_group(world: World, *, chat_id: int, media: list[Any], options: SendOptions) -> list[Json]:
    """Send 2 to 10 photos and films, or as many documents or audios, as an album."""
    if len(media) not in ALBUM_SIZES:
        raise bad_request("an album must include 2-10 items")
    items = [read_media(world, each) for each in media]
    kinds = {stored.kind for stored, _ in items}
    if len(kinds) > 1 and not kinds <= SEEN:
        odd = "document" if "document" in kinds else "audio"
        raise bad_request(f"{odd} can't be mixed with other media types")
    group = {"media_group_id": new_album_id()}
    contents = [{**group, **content} for _, content in items]
    messages = deliver_all(world, chat_id, contents, replace(options, reply_markup=None))
    for (stored, _), each in zip(items, media, strict=True):
        keep_file(world, stored, each["media"])
    return messages


@method("getFile")
def get_file(world: World, *, file_id: str) -> Json:
    """Return where to download a file from."""
    stored = world.files.get(file_id)
    if stored.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.as_file()


def read_media(world: World, media: Any) -> tuple[StoredFile, Json]:
    """Return the file of an InputMedia, and what a message with it carries; raises the 400 for a broken one."""
    if not isinstance(media, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind, given = media.get("type"), media.get("media")
    if kind not in KINDS:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    if not given:
        raise bad_request("can't parse InputMedia: media not found")
    caption, parse_mode = str(media.get("caption") or ""), media.get("parse_mode") or ""
    about = caption_content(world, caption, parse_mode, media.get("caption_entities") or [])
    stored = find_file(world, given, kind)
    return stored, {**stored.as_content(kind), **about}


def find_file(world: World, given: Upload | str, kind: str) -> StoredFile:
    """Return the file that is to be sent. An uploaded file is not kept yet: see `keep_file`."""
    if isinstance(given, Upload):
        if len(given.content) > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        return world.files.describe(given, kind)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return world.files.of_kind(given, kind)


def keep_file(world: World, stored: StoredFile, given: Upload | str) -> None:
    """Keep a file that has just been sent, unless it was known before."""
    if isinstance(given, Upload):
        world.keep_file(stored, given.content)
