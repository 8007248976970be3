"""Figures in chat (`/baocao_ky`): a period is tapped or typed, looked at part by part, and taken as a file."""

from telegram import Update

from handlers.figures.forms import FiguresForm
from handlers.figures.taps import FiguresFileTap, FiguresPart, FiguresTap
from handlers.figures.views import pages as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import words_only
from handlers.frame.views.message import Message
from models.drafts import LOOKING_UP, Dialogue, Draft
from models.jobs import JobKind
from services.figures import figures, periods
from services.figures.periods import Period, PeriodKind
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.jobs import queue

STEP = "period"


@allow(COORDINATORS)
async def on_figures(update: Update, context: Context) -> None:
    """Show the figures of this month, or of the period after the command (`/baocao_ky quý 3/2026`)."""
    typed = words_of(update.message).partition(" ")[2].strip() if update.message is not None else ""
    today = context.now.astimezone(context.office.time_zone).date()
    period = periods.read(typed, today=today) if typed else periods.of_day(PeriodKind.MONTH, today)
    hears = await _hear(context, period)
    context.show(await _page(context, period, FiguresPart.OVERVIEW, hears=hears))


async def _hear(context: Context, period: Period) -> bool:
    """Hear what is typed next as another period, unless another dialogue is under way: a look at figures ends none."""
    under_way = await drafts.current(context.session, person=context.person)
    if under_way is not None and under_way.dialogue not in LOOKING_UP:
        return False
    form = FiguresForm(period.key)
    if under_way is not None and under_way.dialogue is Dialogue.FIGURES:
        drafts.go(under_way, step=STEP, now=context.now, form=form)
        return True
    await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.FIGURES,
        step=STEP,
        data=form.write(),
        now=context.now,
    )
    return True


async def _page(context: Context, period: Period, part: FiguresPart, *, hears: bool) -> Message:
    """Make a page of figures; what takes long is made beside everything else and sent when it is done."""
    zone = context.office.time_zone
    if await figures.takes_long(context.session, period=period, now=context.now, time_zone=zone):
        asked = {"period": period.key, "part": part.value, "hears": hears}
        await queue.ask(context.session, kind=JobKind.FIGURES, person=context.person, asked=asked, now=context.now)
        return views.being_made(context.reader, period)
    report = await figures.of(context.session, period=period, now=context.now, time_zone=zone)
    return views.page(context.reader, report, part, now=context.now, hears=hears)


@allow(COORDINATORS)
async def on_part(update: Update, context: Context) -> None:
    """Show a part of the figures of a period, in the place of what was tapped."""
    tap = FiguresTap.unpack(tapped_data(update))
    period = periods.by_key(tap.period)
    context.show(await _page(context, period, tap.part, hears=await _hear(context, period)))


@allow(COORDINATORS)
async def on_file(update: Update, context: Context) -> None:
    """Have the figures of a period drawn or written."""
    tap = FiguresFileTap.unpack(tapped_data(update))
    period = periods.by_key(tap.period)
    periods.so_far(period, now=context.now, time_zone=context.office.time_zone)
    await queue.ask(
        context.session,
        kind=JobKind.FIGURES,
        person=context.person,
        asked={"period": period.key, "file": tap.file.value},
        now=context.now,
    )
    context.notice(views.under_way(context.reader))


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear which period is wanted."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    today = context.now.astimezone(context.office.time_zone).date()
    period = periods.read(message.text, today=today)
    drafts.go(draft, step=STEP, now=context.now, form=FiguresForm(period.key))
    context.show(await _page(context, period, FiguresPart.OVERVIEW, hears=True))


@allow(COORDINATORS)
async def _on_tap(_update: Update, _context: Context, _draft: Draft, _tap: DialogueTap) -> None:
    """Refuse: a look at figures has no buttons of its own."""
    raise StepPassed


async def _step(context: Context, draft: Draft) -> Message:
    period = periods.by_key(FiguresForm.of(draft).period)
    return await _page(context, period, FiguresPart.OVERVIEW, hears=True)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step, goes_on=False)
