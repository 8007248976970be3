"""The files of figures, made beside everything else and sent to whoever asked for them."""

from handlers.figures import workbook
from handlers.figures.taps import FiguresFile, FiguresPart
from handlers.figures.views import charts as chart_views
from handlers.figures.views import pages
from handlers.figures.views.naming import LABEL, file_name, period_name
from handlers.frame.charts import bars, drawing
from handlers.frame.desk import Desk
from handlers.frame.views.message import Message
from handlers.frame.views.tlp import label, labelled
from handlers.frame.words import Send, SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.papers.drafters import drafter
from models.attachments import AttachmentKind
from models.jobs import Job
from models.people import Language
from services.figures import figures, periods
from services.figures.figures import FiguresReport


async def write(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Count a period, and say, draw or write it as it was asked for."""
    period = periods.by_key(job.asked["period"])
    async with desk.database.reading() as session:
        report = await figures.of(session, period=period, now=desk.now(), time_zone=desk.office.time_zone)
    if "part" in job.asked:
        part, hears = FiguresPart(job.asked["part"]), bool(job.asked["hears"])
        yield Send(pages.page(desk.reader, report, part, now=desk.now(), hears=hears))
        return
    name = file_name(desk.reader, period)
    caption = labelled(pages.caption(desk.reader, period), LABEL)
    match FiguresFile(job.asked["file"]):
        case FiguresFile.CHARTS:
            async for word in _charts(desk, report, name, caption):
                yield word
        case FiguresFile.WORKBOOK:
            content = await drawing.beside(_workbook, (desk, report))
            yield SendNewFile(AttachmentKind.DOCUMENT, f"{name}.xlsx", content, caption)
        case FiguresFile.DOCUMENT:
            yield SendNewFile(AttachmentKind.DOCUMENT, f"{name}.docx", await _document(desk, report), caption)


async def _charts(desk: Desk, report: FiguresReport, name: str, caption: str) -> Words:
    drawn = chart_views.charts(desk.reader, report)
    if not drawn:
        yield Send(Message(desk.reader.say("figures-no-charts", name=period_name(desk.reader, report.period))))
    for number, chart in enumerate(drawn, 1):
        content = await drawing.beside(bars.png, chart)
        yield SendNewFile(AttachmentKind.PHOTO, f"{name}-{number}.png", content, caption)


def _workbook(asked: tuple[Desk, FiguresReport]) -> bytes:
    desk, report = asked
    return workbook.written(desk.reader, report, label=label(LABEL))


async def _document(desk: Desk, report: FiguresReport) -> bytes:
    """Write the document; what it says is in Vietnamese, whoever asked for it."""
    reader = desk.office.reader(Language.VIETNAMESE)
    pictures = [await drawing.beside(bars.png, chart) for chart in chart_views.charts(reader, report)]

    def written(_: FiguresReport) -> bytes:
        # What Word files are made with is imported by the first one alone.
        from handlers.figures.views import documents

        order = documents.FiguresOrder(report, pictures, drafter(desk.office, desk.now()), reader)
        return documents.written(order)

    return await drawing.beside(written, report)
