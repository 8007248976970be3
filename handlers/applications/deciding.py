"""Applications: coordinators, and primary contacts for those who join them, look and decide; the applicant is told."""

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.applications.taps import ApplicationTap
from handlers.applications.views import deciding as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views import refusals
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.applications import Application, ApplicationKind, ApplicationStatus
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.people import Person, Role
from models.roster import LookKind
from services.applications import decisions
from services.applications import requests as applications
from services.applications.decision_form import DecisionForm
from services.applications.decisions import (
    ApplicationDecided,
    ApplicationWithApplicant,
    ApplicationWithdrawn,
    DecisionNotYours,
)
from services.business import confirmations
from services.ground import drafts
from services.members import representatives
from services.notation.spelling import tidy_text
from services.outbox.deliveries import Claimed
from services.people import looks

DECIDERS = COORDINATORS | {Role.REPRESENTATIVE}


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """List the applications that wait (`/hoso`), with the way to the businesses that did not confirm their data."""
    waiting = await decisions.waiting(context.session)
    overdue = await confirmations.count_overdue(context.session)
    context.show(views.waiting_list(context.reader, waiting, overdue=overdue))


@allow(DECIDERS)
async def on_application(update: Update, context: Context) -> None:
    """Take a button of an application: look at it, approve it, or begin to reject it or to ask back."""
    tap = ApplicationTap.unpack(tapped_data(update))
    match tap.verb:
        case "list":
            await on_list(update, context)
        case "show":
            application = await applications.by_id(context.session, application_id=tap.application_id)
            await decisions.check_right(context.session, application=application, by=context.person)
            await _show_card(context, application, from_list=True)
        case views.APPROVE:
            approved = await decisions.approve(
                context.session, application_id=tap.application_id, by=context.person, now=context.now
            )
            context.notice(views.approved(context.reader))
            await _show_card(context, approved)
        case views.REJECT | views.ASK:
            await _begin_decision(context, tap)
        case _:
            raise TapUnreadable


async def _show_card(context: Context, application: Application, *, from_list: bool = False) -> None:
    request = await decisions.request(context.session, application=application)
    coordinates = decisions.coordinates(context.person)
    await looks.keep(
        context.session,
        person=context.person,
        member_id=application.member_id,
        how=LookKind.APPLICATION,
        now=context.now,
    )
    context.show(views.request(context.reader, request, coordinates=coordinates, from_list=from_list))


async def _begin_decision(context: Context, tap: ApplicationTap) -> None:
    """Ask for the reason below the card, which stays as it is until the decision."""
    await decisions.to_decide(context.session, application_id=tap.application_id, by=context.person)
    if tap.verb == views.ASK and not decisions.coordinates(context.person):
        raise DecisionNotYours
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.DECISION,
        step=views.REASON,
        data=DecisionForm(tap.application_id, tap.verb).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where a decision stands, for anyone who may still decide."""
    form = DecisionForm.of(draft)
    application = await applications.by_id(context.session, application_id=form.application_id)
    await decisions.check_right(context.session, application=application, by=context.person)
    request = await decisions.request(context.session, application=application)
    # What was written about somebody who withdrew is forgotten, at whatever step.
    if draft.step == views.REASON or form.words is None:
        return views.reason(context.reader, draft, request, verb=form.verb)
    return views.confirmation(context.reader, draft, request, verb=form.verb, words=form.words)


@allow(DECIDERS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the reason or the question."""
    if await _was_too_late(update, context, draft):
        return
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    await _take_words(context, draft, tidy_text(message.text))


@allow(DECIDERS)
async def _on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take ready-made words, the wish for other words, or the confirmation."""
    if await _was_too_late(update, context, draft):
        return
    if draft.step == views.CONFIRM and tap.verb == views.SEND:
        await _decide(context, draft)
    elif tap.verb == views.CHANGE:
        drafts.go(draft, step=views.REASON, now=context.now)
        context.show(await _step(context, draft))
    elif tap.verb == views.REASON:
        await _take_words(context, draft, await _ready_made(context, draft, tap.value))
    else:
        raise TapUnreadable


async def _ready_made(context: Context, draft: Draft, value: str) -> str:
    """Give the words of a button in the language of the applicant, who will read them."""
    form = DecisionForm.of(draft)
    if value not in map(str, range(len(views.READY_MADE[form.verb]))):
        raise TapUnreadable
    application = await applications.by_id(context.session, application_id=form.application_id)
    _, applicant = await applications.parties(context.session, application=application)
    return views.ready_made(context.office.reader(applicant.language), form.verb, number_of(value))


async def _take_words(context: Context, draft: Draft, words: str) -> None:
    form = replace(DecisionForm.of(draft), words=decisions.check_reason(words))
    drafts.go(draft, step=views.CONFIRM, now=context.now, form=form)
    context.show(await _step(context, draft))


async def _decide(context: Context, draft: Draft) -> None:
    """Reject, or send back with a question."""
    form = DecisionForm.of(draft)
    if form.verb == views.REJECT:
        application = await decisions.reject(
            context.session,
            application_id=form.application_id,
            by=context.person,
            reason=form.words or "",
            now=context.now,
        )
    else:
        application = await decisions.ask_back(
            context.session,
            application_id=form.application_id,
            by=context.person,
            question=form.words or "",
            now=context.now,
        )
    await drafts.discard(context.session, person=context.person)
    request = await decisions.request(context.session, application=application)
    context.show(views.decided(context.reader, request, coordinates=decisions.coordinates(context.person)))


async def _was_too_late(update: Update, context: Context, draft: Draft) -> bool:
    """Drop a decision that someone else has made meanwhile, say whose it was, and show the card.

    Raises DecisionNotYours for a person who may not see it any more.
    """
    application_id = DecisionForm.of(draft).application_id
    try:
        await decisions.to_decide(context.session, application_id=application_id, by=context.person)
    except (ApplicationDecided, ApplicationWithApplicant, ApplicationWithdrawn) as late:
        # Not left to the dispatcher, which would undo the end of this dialogue as well.
        await drafts.discard(context.session, person=context.person)
        application = await applications.by_id(context.session, application_id=application_id)
        if update.callback_query is not None:
            context.notice(refusals.plain(late, context.reader), urgent=True)
        else:
            context.send(refusals.message(late, context.reader))
        await _show_card(context, application)
        return True
    return False


async def compose_request(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of an application as it stands now, for anyone who may decide it; others keep no card of it."""
    recipient = await occasion.session.get(Person, claimed.person_id)
    if recipient is None or claimed.subject_id is None:
        return None
    session, coordinates = occasion.session, decisions.coordinates(recipient)
    application = await applications.by_id(session, application_id=claimed.subject_id)
    if not coordinates and not await _manages(session, application, recipient):
        return views.not_yours_any_more(reader) if claimed.is_edit else None

    async def make() -> Message:
        request = await decisions.request(session, application=application)
        newest = await decisions.is_newest_request(
            session, application_id=id_of(application), broadcast_id=claimed.broadcast_id
        )
        if not newest:
            return views.handed_in_again(reader, request)
        return views.request(reader, request, coordinates=coordinates, with_phone=False)

    return await occasion.once(claimed, make, about=(claimed.broadcast_id, coordinates))


async def _manages(session: AsyncSession, application: Application, person: Person) -> bool:
    """Tell whether a person decides, or decided, on applications to join their business."""
    deciders = await representatives.managing_people(session, member_id=application.member_id)
    return application.kind is ApplicationKind.JOIN and person.id in deciders


async def compose_decision(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell those concerned the decision, once; None when the application was handed in again before it was told."""
    if claimed.subject_id is None or claimed.is_edit:
        return None
    application = await applications.by_id(occasion.session, application_id=claimed.subject_id)
    if application.status is ApplicationStatus.SUBMITTED:
        return None
    request = await decisions.request(occasion.session, application=application)
    return views.decision(reader, request, department=occasion.office.department)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
