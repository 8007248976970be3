"""Photos, films, recordings and documents: sent by upload or by id, alone or as an album, and fetched again."""

from dataclasses import replace
from typing import Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.methods.registry import method
from bot.sandbox.methods.sending import SendOptions, deliver, deliver_all
from bot.sandbox.reading.contents import caption_content, location_content
from bot.sandbox.state.files import MAX_DOWNLOAD, MAX_UPLOAD, StoredFile, Upload, new_album_id
from bot.sandbox.world import World

Json = dict[str, Any]
ALBUM_SIZES = range(2, 11)
KINDS = ("photo", "video", "document", "audio")
# What stands in one album; documents and audios stand among their like.
SEEN = {"photo", "video"}


@method("sendPhoto", options=SendOptions)
def send_photo(
    world: World,
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
    stored = find_file(world, photo, "photo")
    message = deliver(world, chat_id, {**stored.as_content("photo"), **content}, options)
    keep_file(world, stored, photo)
    return message


@method("sendDocument", options=SendOptions)
def send_document(
    world: World,
    *,
    chat_id: int,
    document: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send a document."""
    return _send(
        world, chat_id, "document", document, caption_content(world, caption, parse_mode, caption_entities), options
    )


def _send(world: World, chat_id: int, kind: str, given: Upload | str, content: Json, options: SendOptions) -> Json:
    stored = find_file(world, given, kind)
    message = deliver(world, chat_id, {**stored.as_content(kind), **content}, options)
    keep_file(world, stored, given)
    return message


@method("sendVideo", options=SendOptions)
def send_video(
    world: World,
    *,
    chat_id: int,
    video: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send a film."""
    return _send(world, chat_id, "video", video, caption_content(world, caption, parse_mode, caption_entities), options)


@method("sendAnimation", options=SendOptions)
def send_animation(
    world: World,
    *,
    chat_id: int,
    animation: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send a short film without sound."""
    return _send(
        world, chat_id, "animation", animation, caption_content(world, caption, parse_mode, caption_entities), options
    )


@method("sendAudio", options=SendOptions)
def send_audio(
    world: World,
    *,
    chat_id: int,
    audio: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send music or another recording."""
    return _send(world, chat_id, "audio", audio, caption_content(world, caption, parse_mode, caption_entities), options)


@method("sendVoice", options=SendOptions)
def send_voice(
    world: World,
    *,
    chat_id: int,
    voice: Upload | str,
    caption: str = "",
    parse_mode: str = "",
    caption_entities: list[Json] | None = None,
    options: SendOptions,
) -> Json:
    """Send a recording of somebody's voice."""
    return _send(world, chat_id, "voice", voice, caption_content(world, caption, parse_mode, caption_entities), options)


@method("sendVideoNote", options=SendOptions)
def send_video_note(world: World, *, chat_id: int, video_note: Upload | str, options: SendOptions) -> Json:
    """Send a round film, which has no caption."""
    return _send(world, chat_id, "video_note", video_note, {}, options)


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
