"""Files that bots and people send: kept by id, handed out by id and by path."""

import secrets
import struct
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.errors import bad_request

MEGABYTE = 1024 * 1024
MAX_UPLOAD = 50 * MEGABYTE
MAX_SENT_BY_PEOPLE = 2048 * MEGABYTE
MAX_PHOTO = 10 * MEGABYTE
MAX_DOWNLOAD = 20 * MEGABYTE
# How the ids of each kind begin, where its files lie, and which of its traits a message tells.
PREFIXES = {
    "photo": "AgAC",
    "video": "BAAC",
    "document": "BQAC",
    "audio": "CQAC",
    "voice": "AwAC",
    "video_note": "DQAC",
    "animation": "CgAC",
}
FOLDERS = {kind: "photos" if kind == "photo" else f"{kind}s" for kind in PREFIXES}
NAMED = ("document", "audio", "video", "animation")
PLAYED = ("audio", "voice", "video", "video_note", "animation")
# The sandbox plays nothing: every recording lasts as long, and every film is as large.
SECONDS, WIDE, HIGH = 7, 640, 360
IMAGES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True)
class Upload:
    """A file as it arrived in a request."""

    filename: str
    content: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True)
class StoredFile:
    """What is known of a stored file; its bytes are kept apart."""

    file_id: str
    file_unique_id: str
    filename: str
    mime: str
    kind: str
    size: int
    path: str
    width: int = 0
    height: int = 0

    def as_photo(self) -> list[dict[str, Any]]:
        """Return the Bot API's PhotoSizes; the sandbox makes no thumbnails."""
        return [{**self._ids(), "width": self.width, "height": self.height, "file_size": self.size}]

    def as_file_of_kind(self) -> dict[str, Any]:
        """Return the Bot API's Document, Video, Audio, Voice, VideoNote or Animation."""
        told: dict[str, Any] = {**self._ids(), "file_size": self.size}
        if self.kind in NAMED:
            told["file_name"] = self.filename
        if self.kind != "video_note":
            told["mime_type"] = self.mime
        if self.kind in PLAYED:
            told["duration"] = SECONDS
        if self.kind in ("video", "animation"):
            told.update(width=WIDE, height=HIGH)
        if self.kind == "video_note":
            told["length"] = HIGH
        return told

    def as_content(self, kind: str) -> dict[str, Any]:
        """Return what a message with it carries; raises 400 for a file of another kind."""
        if self.kind != kind:
            raise bad_request(f"can't use file of type {self.kind.title()} as {kind.title()}")
        if kind == "photo":
            return {kind: self.as_photo()}
        told = self.as_file_of_kind()
        # An animation is a document as well, for programs that know none.
        return {kind: told, "document": told} if kind == "animation" else {kind: told}

    def as_file(self) -> dict[str, Any]:
        """Return the Bot API's File, with the path to download it."""
        return {**self._ids(), "file_size": self.size, "file_path": self.path}

    def as_record(self) -> dict[str, Any]:
        """Return what is kept over a restart."""
        return asdict(self)

    def _ids(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.file_unique_id}


class Files:
    """Every file by id."""

    def __init__(self) -> None:
        self.known: dict[str, StoredFile] = {}
        self.contents: dict[str, bytes] = {}
        self._by_path: dict[str, str] = {}

    def describe(self, upload: Upload, kind: str) -> StoredFile:
        """Return what will be known of a file; raises 400 for one that Telegram would not take."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        width, height = photo_size(upload.content) if kind == "photo" else (0, 0)
        suffix = upload.filename.rpartition(".")[2] if "." in upload.filename else "bin"
        return StoredFile(
            file_id=PREFIXES[kind] + secrets.token_urlsafe(36),
            file_unique_id="AQ" + secrets.token_urlsafe(9),
            filename=upload.filename,
            mime=_mime(upload),
            kind=kind,
            size=len(upload.content),
            path=f"{FOLDERS[kind]}/file_{secrets.token_hex(6)}.{suffix}",
            width=width,
            height=height,
        )

    def restore(self, stored: StoredFile, content: bytes) -> None:
        """Keep a file."""
        self.known[stored.file_id] = stored
        self.contents[stored.file_id] = content
        self._by_path[stored.path] = stored.file_id

    def get(self, file_id: str) -> StoredFile:
        """Return the file with this id; raises the 400 that Telegram answers to an unknown one."""
        stored = self.known.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def of_kind(self, file_id: str, kind: str) -> StoredFile:
        """Return the file with this id; raises 400 for an unknown one and for one of another kind."""
        stored = self.get(file_id)
        stored.as_content(kind)
        return stored

    def at_path(self, path: str) -> StoredFile | None:
        """Return the file that `getFile` named by this path."""
        file_id = self._by_path.get(path)
        return self.known[file_id] if file_id else None


def new_album_id() -> str:
    """Return an id like Telegram's for the messages of one album: many digits."""
    return str(10**16 + secrets.randbelow(9 * 10**16))


def _mime(upload: Upload) -> str:
    for signature, mime in IMAGES.items():
        if upload.content.startswith(signature):
            return mime
    return upload.mime or "application/octet-stream"


def photo_size(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG; raises 400 for what Telegram would not take as a photo."""
    if len(content) > MAX_PHOTO:
        raise bad_request("file is too big")
    size = _png_size(content) or _jpeg_size(content)
    if size is None or 0 in size:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        # frame headers are C0 to CF but for the tables DHT (C4), JPG (C8) and DAC (CC)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
