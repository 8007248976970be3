"""The files of a year: letters for those who agreed to be named, and the list for those who coordinate."""

from handlers.frame.charts import drawing
from handlers.frame.desk import Desk
from handlers.frame.views.reader import Reader
from handlers.frame.words import SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.honours.taps import HonourPaper
from handlers.honours.views import workbook
from handlers.papers.drafters import drafter
from handlers.papers.views.values import Drafter
from models.attachments import AttachmentKind
from models.jobs import Job
from models.people import Language
from services.honours import lists
from services.honours.honours import HonourSheet


async def write(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write the letters (in Vietnamese) or the list (in the reader's language) of a year."""
    year, paper = int(job.asked["year"]), HonourPaper(job.asked["paper"])
    async with desk.database.reading() as session:
        found = await lists.of_year(session, year=year, time_zone=desk.office.time_zone)
    narrow = any(not one.is_for_many for one in found)
    if paper is HonourPaper.LIST:
        real = sum(not one.honour.is_drill for one in found)
        yield SendNewFile(
            AttachmentKind.DOCUMENT,
            f"tuyen-duong-{year}.xlsx",
            workbook.written(desk.reader, year, found),
            desk.reader.label("honours-list-caption", year=str(year), count=real, drills=len(found) - real),
            protected=narrow,
        )
        return
    named = [one for one in found if one.honour.may_be_named is True and not one.honour.is_drill]
    reader = desk.office.reader(Language.VIETNAMESE)
    content = await drawing.beside(_letters, (reader, drafter(desk.office, desk.now()), year, named))
    yield SendNewFile(
        AttachmentKind.DOCUMENT,
        f"giay-khen-{year}.docx",
        content,
        desk.reader.label("honours-letters-caption", year=str(year), count=len({one.member.id for one in named})),
        protected=narrow,
    )


def _letters(order: tuple[Reader, Drafter, int, list[HonourSheet]]) -> bytes:
    """Write the letters; what Word files are made with is imported by the first one alone."""
    from handlers.honours.views import letters

    return letters.written(*order)
