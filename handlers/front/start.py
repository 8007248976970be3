"""The first word: `/start` greets, or goes on with a dialogue that was interrupted."""

from telegram import Update

from handlers.frame.access import ANYWHERE, EVERYONE, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link
from handlers.frame.taps import MenuTap, TapUnreadable
from handlers.front import dialogues, looking_up, menu
from services.people import accounts as people_rules


@allow(EVERYONE, places=ANYWHERE)
async def on_start(update: Update, context: Context) -> None:
    """Follow the link that brought the person here, or greet."""
    link = Link.unpack(context.args[0]) if context.args else None
    if link is not None and link.word in context.turn.openers:
        await context.turn.openers[link.word](update, context, link)
        return
    await _greet(update, context)


@allow(EVERYONE)
async def _greet(update: Update, context: Context) -> None:
    """Greet, and set the command menu by role and language."""
    await people_rules.refresh_menu(context.session, person=context.person)
    if not await dialogues.resume(context):
        await menu.show_menu(context, greeting=True)


@allow(EVERYONE)
async def on_resume(update: Update, context: Context) -> None:
    """Go on with what was begun and not finished; where nothing is, show the menu."""
    if not await dialogues.resume(context):
        await menu.show_menu(context, greeting=False)


@allow(EVERYONE)
async def on_menu_tap(update: Update, context: Context) -> None:
    """Open the room of a menu button; that room checks the person's rights itself."""
    entry = MenuTap.unpack(tapped_data(update)).entry
    entries = context.turn.entries
    if entry not in entries:
        raise TapUnreadable
    await looking_up.leave(context)
    await entries[entry](update, context)
