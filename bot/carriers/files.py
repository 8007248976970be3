"""How the Bot API is asked to send what people attached: each kind by its own method, several files as an album."""

from collections.abc import Mapping, Sequence

from models.attachments import AttachmentKind
from services.ground.attachments import Attachment, has_caption

METHODS = {
    AttachmentKind.PHOTO: "sendPhoto",
    AttachmentKind.VIDEO: "sendVideo",
    AttachmentKind.DOCUMENT: "sendDocument",
    AttachmentKind.AUDIO: "sendAudio",
    AttachmentKind.VOICE: "sendVoice",
    AttachmentKind.VIDEO_NOTE: "sendVideoNote",
    AttachmentKind.ANIMATION: "sendAnimation",
    AttachmentKind.LOCATION: "sendLocation",
}


def request(files: Sequence[Attachment], *, caption: str) -> tuple[str, Mapping[str, object]]:
    """Give the method that sends files which go together, and what it is asked; the first one has the caption."""
    first, *others = files
    if others:
        captions = (caption, *("" for _ in others))
        album = [
            {"type": one.kind, "media": one.file_id, "caption": said} for one, said in zip(files, captions, strict=True)
        ]
        return "sendMediaGroup", {"media": album}
    if first.kind is AttachmentKind.LOCATION:
        latitude, longitude = first.place
        return METHODS[first.kind], {"latitude": latitude, "longitude": longitude}
    # The file stands under the name of its kind.
    asked: dict[str, object] = {first.kind: first.file_id}
    return METHODS[first.kind], {**asked, "caption": caption} if has_caption(first) else asked
