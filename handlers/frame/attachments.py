"""What came with a message beside its words: read here, once for every room that takes it."""

from dataclasses import replace

from telegram import Message

from models.attachments import AttachmentKind
from services.ground.attachments import Attachment
from services.notation.spelling import tidy_line, tidy_text

# An animation is a document as well, for programs that know none.
FILES = (
    AttachmentKind.VIDEO,
    AttachmentKind.ANIMATION,
    AttachmentKind.AUDIO,
    AttachmentKind.VOICE,
    AttachmentKind.VIDEO_NOTE,
    AttachmentKind.DOCUMENT,
)


def words_of(message: Message | None) -> str:
    """Give what was typed, also as the caption of a file."""
    return tidy_text((message and (message.text or message.caption)) or "")


def spoken_words(message: Message | None) -> str:
    """Give what was typed, whom a shared contact names, or what a poll asks; a command alone says nothing."""
    if message is None:
        return ""
    if message.contact is not None:
        contact = message.contact
        name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
        return tidy_text(f"👤 {name} · {contact.phone_number}")
    if message.poll is not None:
        return tidy_text(f"📊 {message.poll.question} ({' / '.join(one.text for one in message.poll.options)})")
    words = words_of(message)
    return "" if words.startswith("/") and len(words.split()) == 1 else words


def attached(message: Message | None) -> Attachment | None:
    """Give what is attached to a message: a file of any kind, or a place; None for words, contacts and the rest."""
    file = _file(message) if message is not None else None
    return replace(file, message_id=message.message_id) if file is not None and message is not None else None


def _file(message: Message) -> Attachment | None:
    if message.photo:
        largest = message.photo[-1]
        return Attachment(AttachmentKind.PHOTO, largest.file_id, largest.file_unique_id, size=largest.file_size or 0)
    if message.location is not None:
        return _place(message)
    for kind in FILES:
        file = getattr(message, kind)
        if file is not None:
            name = tidy_line(getattr(file, "file_name", None) or "")
            return Attachment(kind, file.file_id, file.file_unique_id, name=name, size=file.file_size or 0)
    return None


def _place(message: Message) -> Attachment | None:
    if message.location is None:
        return None
    name = f"{message.venue.title}, {message.venue.address}" if message.venue is not None else ""
    where = f"{message.location.latitude:.6f},{message.location.longitude:.6f}"
    return Attachment(AttachmentKind.LOCATION, where, name=tidy_line(name))


def album_of(message: Message) -> str:
    """Name the album to which a message belongs, or nothing: its files come one by one, each as a message."""
    return message.media_group_id or ""


def is_next_of(album: str, message: Message) -> bool:
    """Tell whether a message is one more of the album that came last: those are one word to the person."""
    return bool(album) and album_of(message) == album
