"""Greetings (`/chao`): a person greets, and the coordinators read it."""

from telegram import Update

from handlers.frame.access import EVERYONE, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.greetings.taps import GreetTap
from services.greetings import greetings
from services.outbox.deliveries import Claimed


@allow(EVERYONE)
async def on_greet(_update: Update, context: Context) -> None:
    """Offer to greet (`/chao`)."""
    button = Button(context.reader.label("button-greet"), GreetTap().pack())
    context.show(Message(context.reader.say("greet-ask"), rows=((button,),)))


@allow(EVERYONE)
async def on_tap(_update: Update, context: Context) -> None:
    """Greet the coordinators."""
    await greetings.greet(context.session, person=context.person, now=context.now)
    context.notice(context.reader.label("greet-done"))


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell who greets; None when that is no longer known."""
    person = await greetings.greeter(occasion.session, greeting_id=claimed.subject_id)
    told = claimed.read(greetings.Greeted)
    if person is None or told is None:
        return None
    return Message(reader.say("greet-told-again" if told.again else "greet-told", name=person.name))
