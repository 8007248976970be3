"""The buttons under a member's own words: which incident they are about, send, drop, take back."""

from telegram import Update

from handlers.conversations.hearing import sender_of, taken
from handlers.conversations.taps import AskAboutTap, AskTap
from handlers.conversations.views import asking as views
from handlers.frame.access import EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views import refusals
from models.conversations import Question
from services.conversations import asking
from services.conversations.outsiders import StrangersTooMany
from services.incidents.responses import NotAlerted


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_ask(update: Update, context: Context) -> None:
    """Send words that are about no incident, or let them go."""
    tap = AskTap.unpack(tapped_data(update))
    question = await asking.own(context.session, question_id=tap.question_id, person=context.person)
    match tap.verb:
        case views.SEND:
            await _send(context, question)
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
    concerns = await asking.concerns(context.session, person=context.person, only_for=only_for)
    concern = next((one for one in concerns if one.incident.id == tap.incident_id), None)
    if concern is None:
        raise NotAlerted
    await asking.send(context.session, question=question, concern=concern, now=context.now)
    context.show(await taken(context, question))


async def _send(context: Context, question: Question) -> None:
    """Send words that are about no incident; where strangers can send no more, say where else to turn."""
    try:
        await asking.send(context.session, question=question, concern=None, now=context.now, sender=sender_of(context))
    except StrangersTooMany as full:
        context.notice(refusals.plain(full, context.reader))
        if context.office.address:
            context.send(views.turn_to(context.reader, context.office.address))
        return
    context.show(await taken(context, question))
