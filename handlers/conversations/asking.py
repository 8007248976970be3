"""The buttons under a member's own words: which incident they are about, send, drop, take back."""

from telegram import Update

from handlers.conversations import cards
from handlers.conversations.hearing import sender_of
from handlers.conversations.taps import AskAboutTap, AskTap, WrittenAnswerTap
from handlers.conversations.views import asking as views
from handlers.frame.access import EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views import refusals
from handlers.incidents.responses import store
from handlers.incidents.views.cards import answered
from models.conversations import Question
from models.identity import id_of
from services.conversations import asking, meaning, waiting
from services.conversations.kinds import TAKEN
from services.conversations.outsiders import StrangersTooMany
from services.incidents import lifecycle
from services.incidents.responses import NotAlerted, Said


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_ask(update: Update, context: Context) -> None:
    """Send words that are about no incident, or let them go."""
    tap = AskTap.unpack(tapped_data(update))
    question = await asking.own(context.session, question_id=tap.question_id, person=context.person)
    match tap.verb:
        case views.SEND if question.is_unsorted:
            await waiting.sort(context.session, question=question, concern=None, now=context.now)
            await _confirm(update, context, question)
        case views.SEND:
            await _send(update, context, question)
        case views.DROP:
            await asking.drop(context.session, question=question)
            context.show(views.dropped(context.reader))
        case views.BACK:
            await asking.take_back(context.session, question=question, now=context.now)
            context.show(views.taken_back(context.reader))
        case _:
            raise TapUnreadable


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_ask_about(update: Update, context: Context) -> None:
    """Send words about the incident that was tapped."""
    tap = AskAboutTap.unpack(tapped_data(update))
    question = await asking.own(context.session, question_id=tap.question_id, person=context.person)
    only_for = context.turn.group.member_id if context.turn.group is not None else None
    concerns = await meaning.concerns(context.session, person=context.person, at=question.asked_at, only_for=only_for)
    concern = next((one for one in concerns if one.incident.id == tap.incident_id), None)
    if concern is None:
        raise NotAlerted
    if question.is_unsorted:
        await waiting.sort(context.session, question=question, concern=concern, now=context.now)
    else:
        await asking.send(context.session, question=question, concern=concern, now=context.now)
    await _confirm(update, context, question)


@allow(EVERYONE, places=PRIVATE_OR_GROUP, shares=True)
async def on_written_answer(update: Update, context: Context) -> None:
    """Take the answer to the alert that words resemble, which counts from when they were typed."""
    tap = WrittenAnswerTap.unpack(tapped_data(update))
    question = await asking.by_id(context.session, question_id=tap.question_id)
    if question.incident_id is None:
        raise NotAlerted
    incident = await lifecycle.by_id(context.session, incident_id=question.incident_id)
    only_for = context.turn.group.member_id if context.turn.group is not None else None
    typed_at = question.edited_at or question.asked_at
    said = Said(incident, context.person, tap.answer, only_for, context.came, counts_from=typed_at)
    context.leave(said, store, incident_id=question.incident_id)
    context.notice(answered(context.reader, tap.answer))


async def _send(update: Update, context: Context, question: Question) -> None:
    """Send words that are about no incident; where strangers can send no more, say where else to turn."""
    try:
        await asking.send(context.session, question=question, concern=None, now=context.now, sender=sender_of(context))
    except StrangersTooMany as full:
        context.notice(refusals.plain(full, context.reader))
        if context.office.address:
            context.send(views.turn_to(context.reader, context.office.address))
        return
    await _confirm(update, context, question)


async def _confirm(update: Update, context: Context, question: Question) -> None:
    """Confirm in the place of the tapped message, and keep that true."""
    occasion = Occasion(context.session, context.office, context.now)
    context.show(await cards.taken(occasion, context.reader, question))
    if context.turn.group is None:
        await keep_tapped(update, context, kind=TAKEN, subject_id=id_of(question))
