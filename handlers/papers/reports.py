"""Reports that are about no single incident: a half-year's (`/mau05`), and a drill's that is over."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.charts import drawing
from handlers.frame.context import Context, tapped_data
from handlers.frame.desk import Desk
from handlers.frame.words import SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.papers.drafters import drafter
from handlers.papers.taps import DrillPaperTap, HalfYearFileTap, HalfYearTap
from handlers.papers.views import pages
from models.attachments import AttachmentKind
from models.identity import id_of
from models.jobs import Job, JobKind
from models.people import Language
from services.drills import planning
from services.jobs import queue
from services.papers import exercises, facts, half_years
from services.papers.half_years import HalfYear
from services.papers.shapes import REPORTER


@allow(COORDINATORS)
async def on_half_years(update: Update, context: Context) -> None:
    """Show the figures of the half-year under way, and when its report is due (`/mau05`)."""
    await _show(context, half_years.of_moment(context.now, context.office.time_zone))


@allow(COORDINATORS)
async def on_half_year(update: Update, context: Context) -> None:
    """Show the figures of another half-year."""
    tap = HalfYearTap.unpack(tapped_data(update))
    await _show(context, _checked(context, HalfYear(tap.year, tap.half)))


def _checked(context: Context, period: HalfYear) -> HalfYear:
    return half_years.check(period, now=context.now, time_zone=context.office.time_zone)


async def _show(context: Context, period: HalfYear) -> None:
    from handlers.papers.views import half_years as views

    zone = context.office.time_zone
    figures = await half_years.figures(context.session, period=period, now=context.now, time_zone=zone)
    due = half_years.due_next(context.now, zone)
    has_next = period.ends(zone) <= context.now
    context.show(views.page(context.reader, figures, due, has_next=has_next))


@allow(COORDINATORS)
async def on_half_year_file(update: Update, context: Context) -> None:
    """Have the report of a half-year written."""
    tap = HalfYearFileTap.unpack(tapped_data(update))
    period = _checked(context, HalfYear(tap.year, tap.half))
    await _ask(context, JobKind.HALF_YEAR_PAPER, {"year": period.year, "half": period.half})


@allow(COORDINATORS)
async def on_drill_paper(update: Update, context: Context) -> None:
    """Have the report of a drill written."""
    tap = DrillPaperTap.unpack(tapped_data(update))
    drill = exercises.check_over(await planning.by_id(context.session, drill_id=tap.drill_id))
    await _ask(context, JobKind.DRILL_PAPER, {"drill": id_of(drill)})


async def _ask(context: Context, kind: JobKind, asked: dict[str, int]) -> None:
    await queue.ask(context.session, kind=kind, person=context.person, asked=asked, now=context.now)
    context.notice(pages.under_way(context.reader))


async def write_half_year(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write the report of a half-year (Mẫu 05)."""
    from handlers.papers.views import half_years as views

    period = HalfYear(job.asked["year"], job.asked["half"])
    who = drafter(desk.office, desk.now())
    async with desk.database.reading() as session:
        figures = await half_years.figures(session, period=period, now=desk.now(), time_zone=desk.office.time_zone)
        known = {"reporter-name": who.department, "reporter-address": who.address, **await facts.remembered(session)}
    reporter = {one.word: known.get(one.word, "") for one in REPORTER.fields}
    order = views.HalfYearOrder(figures, who, reporter, desk.office.reader(Language.VIETNAMESE))
    content = await drawing.beside(views.written, order)
    name = f"mau-05-{period.year}-{period.half}.docx"
    yield SendNewFile(AttachmentKind.DOCUMENT, name, content, views.caption(desk.reader, period))


async def write_drill(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write the report of a drill."""
    from handlers.papers.views import exercises as views

    async with desk.database.reading() as session:
        drill = await planning.by_id(session, drill_id=job.asked["drill"])
        records = await exercises.of_drill(session, drill=drill, now=desk.now())
    who = drafter(desk.office, desk.now())
    order = views.DrillOrder(records, who, desk.office.reader(Language.VIETNAMESE))
    content = await drawing.beside(views.written, order)
    caption = views.caption(desk.reader, records)
    yield SendNewFile(AttachmentKind.DOCUMENT, f"{drill.code}-bao-cao.docx", content, caption)
