"""The files of a year: letters for those who agreed to be named, and the list for those who coordinate."""

from handlers.frame.charts import drawing
from handlers.frame.desk import Desk
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.frame.words import SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.honours.taps import HonourPaper
from handlers.honours.views import workbook
from handlers.papers.drafters import drafter
from handlers.papers.views.values import Drafter
from models.attachments import AttachmentKind
from models.jobs import Job
from models.people import Language
from services.honours import honours, lists
from services.honours.honours import HonourSheet


async def write(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write the letters (in Vietnamese) or the list (in the reader's language) of a year."""
    year, paper = int(job.asked["year"]), HonourPaper(job.asked["paper"])
    async with desk.database.reading() as session:
        found = await lists.of_year(session, year=year, time_zone=desk.office.time_zone)
    if paper is HonourPaper.LIST:
        listed = honours.named_among(found)
        real = sum(not one.honour.is_drill for one in listed)
        said = desk.reader.label(
            "honours-list-caption",
            year=str(year),
            count=real,
            drills=len(listed) - real,
            unnamed=len(found) - len(listed),
        )
        yield SendNewFile(
            AttachmentKind.DOCUMENT,
            f"tuyen-duong-{year}.xlsx",
            workbook.written(desk.reader, year, found),
            labelled(said, honours.label_of_all(listed)),
        )
        return
    named = [one for one in honours.named_among(found) if not one.honour.is_drill]
    reader = desk.office.reader(Language.VIETNAMESE)
    content = await drawing.beside(_letters, (reader, drafter(desk.office, desk.now()), year, named))
    yield SendNewFile(
        AttachmentKind.DOCUMENT,
        f"giay-khen-{year}.docx",
        content,
        labelled(
            desk.reader.label("honours-letters-caption", year=str(year), count=len({one.member.id for one in named})),
            honours.label_of_all(named),
        ),
    )


def _letters(order: tuple[Reader, Drafter, int, list[HonourSheet]]) -> bytes:
    """Write the letters; what Word files are made with is imported by the first one alone."""
    from handlers.honours.views import letters

    return letters.written(*order)
