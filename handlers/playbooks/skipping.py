"""Leaving a step of a playbook out: for a reason, which stays beside it."""

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.playbooks.forms import SkipForm
from handlers.playbooks.taps import RunStepSkipTap
from handlers.playbooks.views import runs as views
from handlers.playbooks.views.parts import text_of
from models.drafts import Dialogue, Draft
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.spelling import tidy_line
from services.playbooks import runs
from services.scripts import running
from services.scripts.running import RunOver, RunStepSettled

REASON = "reason"
TOO_LATE = (RunStepSettled, RunOver)


@allow(COORDINATORS)
async def on_skip(update: Update, context: Context) -> None:
    """Ask why a step is left out."""
    tap = RunStepSkipTap.unpack(tapped_data(update))
    one = await running.by_id(context.session, run_step_id=tap.run_step_id)
    running.refuse_settled(one)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.PLAYBOOK_SKIP,
        step=REASON,
        data=SkipForm(tap.run_step_id, one.row.place, text_of(context.reader, one.step)).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    form = SkipForm.of(draft)
    return views.ask_reason(context.reader, draft, place=form.place, text=form.text)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the reason, and leave the step out."""
    text = words_of(update.effective_message)
    if not text or text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    form = SkipForm.of(draft)
    await runs.skip(
        context.session, run_step_id=form.run_step_id, reason=tidy_line(text), by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.skipped(context.reader, place=form.place, run_step_id=form.run_step_id))


@allow(COORDINATORS)
async def on_tap(_update: Update, _context: Context, _draft: Draft, _tap: DialogueTap) -> None:
    """Take no button but the one that cancels."""
    raise StepPassed


async def check(context: Context, draft: Draft) -> None:
    """Raise RunStepSettled or RunOver where the step is over meanwhile."""
    one = await running.by_id(context.session, run_step_id=SkipForm.of(draft).run_step_id)
    running.refuse_settled(one)


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=_step, check=check)
