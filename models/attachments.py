"""What people attach to words: photos, videos, voices, documents and places; Telegram keeps the files."""

from enum import StrEnum

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.columns import word_of


class AttachmentKind(StrEnum):
    """How something attached is shown."""

    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    LOCATION = "location"


class KeptAttachment(SQLModel, table=True):
    """Something attached to one subject (a word and its id), such as an incident or a step of a task.

    `file_id` is by what Telegram keeps the file for this bot; of a place it is "latitude,longitude". `unique_id` is the
    same whoever sends the file. `size` is in bytes, 0 where it is not known.
    """

    __tablename__ = "attachments"
    __table_args__ = (Index("ix_attachments_subject_subject_id", "subject", "subject_id"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    subject_id: int
    kind: AttachmentKind = Field(sa_type=word_of(AttachmentKind))
    file_id: str
    unique_id: str
    name: str
    size: int
