"""What the stories of import and export share: files that people send, and files that come back."""

from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import select

from models.members import Member
from tests.contents import contents
from tests.services.lists import row, xlsx
from tests.story import COORDINATOR, Json, Story

# What comes and goes with every message, and the work that was asked for: no business and no person changes by it.
COMING_AND_GOING = frozenset({"contact", "inbox", "jobs", "drafts", "people", "questions", "attachments"})
NAME = "danh-sach.xlsx"


async def send(story: Story, content: bytes, name: str = NAME, *, person: int = COORDINATOR) -> None:
    """Send a file, and let the bot answer."""
    await story.world.upload(person, filename=name, content=content)
    await story.settle()


async def import_list(story: Story, content: bytes, button: str = "Nhập", *, person: int = COORDINATOR) -> None:
    """Send a list and confirm it."""
    await send(story, content, person=person)
    await story.press(person, button)


def files(story: Story, person: int = COORDINATOR) -> list[Json]:
    """List the documents that the bot sent to a person."""
    return [message for message in story.chat(person) if "document" in message]


def content_of(story: Story, message: Json) -> bytes:
    """Give the content of a document."""
    return story.world.files.contents[message["document"]["file_id"]]


def workbook(story: Story, beginning: str, *, person: int = COORDINATOR) -> openpyxl.Workbook:
    """Open the newest workbook whose name begins so."""
    names = [message["document"]["file_name"] for message in files(story, person)]
    chosen = [one for one in files(story, person) if one["document"]["file_name"].startswith(beginning)]
    assert chosen, f"no {beginning!r} among {names}"
    return openpyxl.load_workbook(BytesIO(content_of(story, chosen[-1])))


def first_sheet(book: openpyxl.Workbook) -> Worksheet:
    """Give the first sheet of a workbook."""
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def lines(sheet: Worksheet) -> list[tuple[object, ...]]:
    """Give the rows of a sheet, headings included."""
    return [tuple(values) for values in sheet.iter_rows(values_only=True)]


async def what_stands(story: Story) -> dict[str, list[object]]:
    """Read everything that an import could change."""
    async with story.database.reading() as session:
        return await contents(session, without=COMING_AND_GOING)


async def businesses(story: Story) -> dict[str, Member]:
    """Map the names of all businesses to what is known of them."""
    async with story.database.reading() as session:
        return {member.name: member for member in await session.exec(select(Member))}


def two_new() -> bytes:
    """Make a list of two businesses that nobody knows."""
    return xlsx([row(1), row(2, sectors="Bưu chính; CNTT", capabilities="Máy phát điện: 5")])
