"""A report that is not finished: its words go to coordinators by themselves, and it is shown where it stands."""

from dataclasses import replace

from telegram import Message as TelegramMessage

from handlers.frame.access import COORDINATORS
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context
from handlers.frame.gathering import Gathered
from handlers.reports.forms import ReportForm
from handlers.reports.views.reporting import WORDS
from models.drafts import Dialogue, Draft
from models.reports import Report
from services.conversations import danger, hints
from services.ground import drafts
from services.reports import unfinished as rules


async def begun(context: Context) -> Draft | None:
    """Find the report that a person has not finished, if they are at one."""
    draft = await drafts.current(context.session, person=context.person)
    return draft if draft is not None and draft.dialogue is Dialogue.REPORT else None


def noted(context: Context, draft: Draft, form: ReportForm, message: TelegramMessage) -> ReportForm:
    """Keep which message goes to coordinators at once beside the report: those of danger, and questions."""
    text = words_of(message)
    is_file_of_last = draft.step == WORDS and attached(message) is not None
    asks = hints.is_question(text) and not is_file_of_last
    if context.turn.roles & COORDINATORS or not (danger.is_told_in(text) or asks):
        return form
    return replace(form, told=(*form.told, message.message_id))


async def keep(context: Context, draft: Draft) -> None:
    """Let what was said so far go by itself after a while; what is confidential goes with the report alone."""
    form = ReportForm.of(draft)
    if form.sign.is_confidential:
        await rules.drop(context.session, held=form.held)
        return
    said = {**form.gathered.said, **form.anew.said}
    text = "\n".join(words for one, words in said.items() if words and one not in form.told)
    if not text:
        return
    held = await rules.keep(
        context.session,
        held=form.held,
        text=text,
        files=(*form.gathered.files, *form.anew.files),
        by=context.person,
        came=context.came,
        now=context.now,
    )
    drafts.go(draft, step=draft.step, now=context.now, form=replace(form, held=held))


async def let_go(context: Context, draft: Draft) -> None:
    """Forget the words of a report that its person gives up."""
    await rules.drop(context.session, held=ReportForm.of(draft).held)


async def settle(context: Context, form: ReportForm, report: Report) -> None:
    """Let a report that was sent take the place of its words that have gone before it."""
    await rules.settle(context.session, held=form.held, report=report, now=context.now)


def open_again(context: Context, draft: Draft, gathered: Gathered) -> None:
    """Keep what came with the command that opens an unfinished report again."""
    form = ReportForm.of(draft)
    drafts.go(draft, step=draft.step, now=context.now, form=replace(form, anew=_joined(form.anew, gathered)))


def go_on(context: Context, draft: Draft) -> None:
    """Go on with an unfinished report, and what came with the command."""
    form = ReportForm.of(draft)
    joined = replace(form, gathered=_joined(form.gathered, form.anew), anew=Gathered())
    drafts.go(draft, step=draft.step, now=context.now, form=joined)


def _joined(first: Gathered, then: Gathered) -> Gathered:
    return replace(first, said={**first.said, **then.said}, files=(*first.files, *then.files), album=then.album)


async def goes(context: Context, form: ReportForm) -> str:
    """Tell what is to be said of words that go by themselves: that they do, that they have gone, or only with all."""
    if form.sign.is_confidential:
        return "stay" if form.gathered.words else ""
    return await rules.standing(context.session, held=form.held)
