"""The work of invitation sheets: links are made and written into documents, a document at a time."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.frame.desk import Desk, Progress, Stage
from handlers.frame.links import Link, LinkWord
from handlers.workbooks.views import invitation_sheet
from services.workbooks import invitation_sheets as import_sheets
from services.workbooks.invitation_sheets import LIFETIME, Invited

# One document stays far below what Telegram takes, and a printer's tray holds it.
IN_ONE_DOCUMENT = 2_000


@dataclass(frozen=True)
class Document:
    """One document of several: its content, its businesses, and the instant at which their links were made."""

    content: bytes
    count: int
    part: int
    parts: int
    made_at: datetime

    @property
    def until(self) -> datetime:
        """Tell until when the links work."""
        return self.made_at + LIFETIME


async def sheets(desk: Desk, businesses: Sequence[Invited]) -> AsyncIterator[Document]:
    """Make documents for businesses, one after another; the links of each are stored before it is given."""
    ordered = await asyncio.to_thread(import_sheets.in_order, businesses, province_code=desk.office.province_code)
    parts = -(-len(ordered) // IN_ONE_DOCUMENT)
    # The cards are for members: they speak the office's language, whoever prints them.
    reader = desk.office.reader(desk.office.language)
    for part in range(parts):
        chosen = ordered[part * IN_ONE_DOCUMENT : (part + 1) * IN_ONE_DOCUMENT]
        made_at = desk.now()
        links = await _links(desk, chosen, made_at=made_at, done=part * IN_ONE_DOCUMENT, total=len(ordered))
        content = await asyncio.to_thread(
            invitation_sheet.document,
            reader,
            chosen,
            links,
            department=desk.office.department,
            made_at=made_at,
            until=made_at + LIFETIME,
        )
        yield Document(content, len(chosen), part + 1, parts, made_at)


async def _links(
    desk: Desk, businesses: Sequence[Invited], *, made_at: datetime, done: int, total: int
) -> dict[int, str]:
    """Make the links of one document, some hundred in a transaction."""
    links: dict[int, str] = {}
    for start in range(0, len(businesses), import_sheets.AT_ONCE):
        portion = businesses[start : start + import_sheets.AT_ONCE]
        async with desk.database.writing() as session:
            tokens = await import_sheets.invite(session, businesses=portion, by=desk.person, now=made_at)
        for member_id, token in tokens.items():
            links[member_id] = desk.office.link(Link(LinkWord.INVITATION, token).pack())
        await desk.tell(Progress(Stage.INVITING, done + len(links), total))
    return links


def ending(document: Document) -> str:
    """Give the end of a document's file name, with its number where there are several."""
    return f"-{document.part}.html" if document.parts > 1 else ".html"
