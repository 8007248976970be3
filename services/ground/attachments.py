"""What is attached to incidents, notices, answers and steps of tasks: kept in the order in which it came."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, bindparam, case, func, type_coerce, update
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind, KeptAttachment
from models.identity import id_of
from services.ground.refusals import Refusal

# As many as one album holds.
MOST_FILES = 10
# What one album holds together.
ALBUMS = {
    AttachmentKind.PHOTO: "seen",
    AttachmentKind.VIDEO: "seen",
    AttachmentKind.DOCUMENT: "document",
    AttachmentKind.AUDIO: "audio",
}
WITHOUT_CAPTION = frozenset({AttachmentKind.VIDEO_NOTE, AttachmentKind.LOCATION})
NAME_LENGTH = 120
BETWEEN = "\t"
SIZE_LIMIT = 2**31 - 1
_OF_THESE = (
    col(KeptAttachment.subject) == bindparam("of_subject"),
    col(KeptAttachment.subject_id).in_(bindparam("subject_ids", expanding=True)),
)
COUNT_OF_EACH = (
    select(KeptAttachment.subject_id, func.count()).where(*_OF_THESE).group_by(col(KeptAttachment.subject_id))
)
OF_EACH = select(KeptAttachment).where(*_OF_THESE).order_by(col(KeptAttachment.id))


class TooManyFiles(Refusal):
    """More than `limit` files came with one word."""


@dataclass(frozen=True)
class Attachment:
    """A file that Telegram keeps, by its ids, or a place, whose `file_id` is "latitude,longitude".

    `name` is a document's or an audio's own, or a place's; `size` is in bytes, 0 where it is not known; `message_id` is
    of the message that brought it, 0 where that is not known; `kept_id` is of the row by which it is kept, 0 before.
    """

    kind: AttachmentKind
    file_id: str
    unique_id: str = ""
    name: str = ""
    size: int = 0
    message_id: int = field(default=0, compare=False)
    kept_id: int = field(default=0, compare=False)

    @property
    def place(self) -> tuple[float, float]:
        """Give latitude and longitude of a place; raises ValueError for anything else."""
        latitude, longitude = self.file_id.split(",")
        return float(latitude), float(longitude)


def has_caption(attachment: Attachment) -> bool:
    """Tell whether Telegram shows words under it."""
    return attachment.kind not in WITHOUT_CAPTION


def parts_of(attachments: Sequence[Attachment]) -> Sequence[tuple[Attachment, ...]]:
    """Put attachments that follow each other together where one album holds them."""
    parts: list[tuple[Attachment, ...]] = []
    for one in attachments:
        album = ALBUMS.get(one.kind)
        together = bool(parts) and album is not None and ALBUMS.get(parts[-1][0].kind) == album
        if together and len(parts[-1]) < MOST_FILES:
            parts[-1] = (*parts[-1], one)
        else:
            parts.append((one,))
    return parts


def joined(before: Sequence[Attachment], one: Attachment) -> tuple[Attachment, ...]:
    """Add one to those that came before, unless it is among them; raises TooManyFiles.

    What a message brings after it was edited takes the place of what it brought before.
    """
    if one.unique_id and one.unique_id in {other.unique_id for other in before}:
        return tuple(before)
    if one.message_id and one.message_id in {other.message_id for other in before}:
        return tuple(one if other.message_id == one.message_id else other for other in before)
    return check_number((*before, one))


def check_number(attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Give attachments back; raises TooManyFiles."""
    if len(attachments) > MOST_FILES:
        raise TooManyFiles(limit=MOST_FILES)
    return tuple(attachments)


async def keep(session: AsyncSession, *, subject: str, subject_id: int, attachments: Sequence[Attachment]) -> None:
    """Keep what is attached to a subject (a word and its id), after what is attached already."""
    session.add_all(
        KeptAttachment(
            subject=subject,
            subject_id=subject_id,
            kind=one.kind,
            file_id=one.file_id,
            unique_id=one.unique_id,
            name=one.name[:NAME_LENGTH],
            size=min(one.size, SIZE_LIMIT),
        )
        for one in attachments
    )
    await session.flush()


async def of(session: AsyncSession, *, subject: str, subject_id: int) -> Sequence[Attachment]:
    """List what is attached to one subject, in the order in which it came."""
    return (await of_each(session, subject=subject, subject_ids=[subject_id])).get(subject_id, ())


async def of_each(
    session: AsyncSession, *, subject: str, subject_ids: Collection[int]
) -> Mapping[int, Sequence[Attachment]]:
    """List what is attached to each of some subjects (ids); those without anything are left out."""
    asked = {"of_subject": subject, "subject_ids": list(subject_ids)}
    found: dict[int, list[Attachment]] = {}
    for row in await session.exec(OF_EACH, params=asked):
        one = Attachment(row.kind, row.file_id, row.unique_id, row.name, row.size, kept_id=id_of(row))
        found.setdefault(row.subject_id, []).append(one)
    return found


async def count_of_each(session: AsyncSession, *, subject: str, subject_ids: Collection[int]) -> Mapping[int, int]:
    """Count what is attached to each of some subjects (ids); those without anything are left out."""
    asked = {"of_subject": subject, "subject_ids": list(subject_ids)}
    return dict((await session.exec(COUNT_OF_EACH, params=asked)).all())


def written_of(table: Any, subject: str) -> Any:
    """Select what is attached to each row of a table, whose rows are such subjects: a line each, as `read` takes it."""
    place = case((col(KeptAttachment.kind) == AttachmentKind.LOCATION, col(KeptAttachment.file_id)), else_="")
    parts = (type_coerce(col(KeptAttachment.kind), String), col(KeptAttachment.name), place)
    return (
        select(func.aggregate_strings(parts[0] + BETWEEN + parts[1] + BETWEEN + parts[2], "\n"))
        .where(KeptAttachment.subject == subject, col(KeptAttachment.subject_id) == col(table.id))
        .correlate(table)
        .scalar_subquery()
    )


def read(written: str | None) -> Sequence[tuple[AttachmentKind, str]]:
    """Read what `written_of` wrote: of each its kind, and its name and place, or nothing."""
    lines = (line.split(BETWEEN) for line in (written or "").splitlines())
    return [(AttachmentKind(kind), " ".join(filter(None, rest))) for kind, *rest in lines]


async def forget(session: AsyncSession, *, subject: str, subject_id: int) -> None:
    """Forget what is attached to a subject."""
    await session.exec(
        delete(KeptAttachment).where(
            col(KeptAttachment.subject) == subject, col(KeptAttachment.subject_id) == subject_id
        )
    )


async def take_out(session: AsyncSession, *, subject: str, subject_id: int, kept_id: int) -> bool:
    """Forget one thing that is attached to a subject; tell whether it was there."""
    gone = await session.exec(
        delete(KeptAttachment).where(
            col(KeptAttachment.id) == kept_id,
            col(KeptAttachment.subject) == subject,
            col(KeptAttachment.subject_id) == subject_id,
        )
    )
    return bool(gone.rowcount)


async def move(session: AsyncSession, *, subject: str, before: int, after: int) -> None:
    """Let what is attached to one subject (id) be attached to another."""
    await session.exec(
        update(KeptAttachment)
        .where(col(KeptAttachment.subject) == subject, col(KeptAttachment.subject_id) == before)
        .values(subject_id=after)
        .execution_options(synchronize_session="fetch")
    )
