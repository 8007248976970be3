"""Coordinators suspend a business with a reason, and reinstate it; everyone concerned is told."""

from dataclasses import replace

from telegram import Update

from handlers.business import mergers
from handlers.business.forms import SuspensionForm
from handlers.business.taps import SuspensionTap
from handlers.business.views import suspension as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import NEXT, with_loss, words_only
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.members import Member
from services.business import suspension
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.members import representatives
from services.notation.spelling import tidy_text
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.people.kinds import News

TO_COORDINATORS = (suspension.MEMBER_SUSPENDED, suspension.MEMBER_REINSTATED)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button by which a business is suspended, reinstated or merged."""
    tap = SuspensionTap.unpack(tapped_data(update))
    match tap.verb:
        case views.SUSPEND:
            await _begin(context, tap.member_id)
        case views.REINSTATE:
            member = await suspension.to_reinstate(context.session, member_id=tap.member_id)
            context.send(views.ask_reinstatement(context.reader, member))
        case views.REINSTATE_NOW:
            member = await suspension.reinstate(
                context.session, member_id=tap.member_id, by=context.person, now=context.now
            )
            context.show(views.reinstated(context.reader, member))
        case views.KEEP:
            context.show(views.kept(context.reader))
        case views.MERGE:
            await mergers.begin(context, tap.member_id)
        case _:
            raise TapUnreadable


async def _begin(context: Context, member_id: int) -> None:
    """Ask for the reason below the business's card, which stays."""
    await suspension.to_suspend(context.session, member_id=member_id)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.SUSPENSION,
        step=views.REASON,
        data=SuspensionForm(member_id).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the question for the reason, or the preview."""
    form = SuspensionForm.of(draft)
    if draft.step == views.REASON:
        return views.ask_reason(
            context.reader, draft, await suspension.by_id(context.session, member_id=form.member_id)
        )
    ahead = await suspension.to_suspend(context.session, member_id=form.member_id)
    return views.preview(context.reader, draft, ahead, form.reason)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the reason."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    await _take_reason(context, draft, tidy_text(message.text))


@allow(COORDINATORS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take ready-made words, the wish for other words, or the confirmation."""
    match tap.verb:
        case views.REASON if draft.step == views.REASON and tap.value in views.READY_MADE:
            # Its readers are many: ready-made words are in the language of the office.
            reader = context.office.reader(context.office.language)
            await _take_reason(context, draft, views.ready_made(reader, tap.value))
        case views.CHANGE:
            drafts.go(draft, step=views.REASON, now=context.now)
            context.show(await _step(context, draft))
        case str(verb) if verb == NEXT and draft.step == views.CONFIRM:
            await _suspend(context, draft)
        case _:
            raise StepPassed


async def _take_reason(context: Context, draft: Draft, reason: str) -> None:
    form = replace(SuspensionForm.of(draft), reason=suspension.check_reason(reason))
    drafts.go(draft, step=views.CONFIRM, now=context.now, form=form)
    context.show(await _step(context, draft))


async def _suspend(context: Context, draft: Draft) -> None:
    form = SuspensionForm.of(draft)
    ahead = await suspension.suspend(
        context.session, member_id=form.member_id, reason=form.reason, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.suspended(context.reader, ahead))


async def compose_status(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell of a suspension or reinstatement, as long as it is so."""
    member = await _member(occasion, claimed)
    news = claimed.read(News)
    if member is None or news is None or member.status is not views.STATUS_TOLD[news.what]:
        return None
    return views.told(reader, news.what, member, department=occasion.office.department)


async def _member(occasion: Occasion, claimed: Claimed) -> Member | None:
    """Find the business that is told of, for a recipient who has still to do with it."""
    member = await occasion.session.get(Member, claimed.subject_id)
    if member is None:
        return None
    news = claimed.read(News)
    if news is not None and news.what in TO_COORDINATORS:
        coordinators = await accounts.coordinator_ids(occasion.session)
        return member if claimed.person_id in coordinators else None
    everybody = await representatives.of(occasion.session, member_id=id_of(member))
    return member if any(one.person_id == claimed.person_id for one in everybody) else None


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
