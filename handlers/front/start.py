"""The first word: `/start` greets, or goes on with a dialogue that was interrupted."""

from telegram import Update

from handlers.applications import deciding as applications
from handlers.applications import registration
from handlers.business import membership as business
from handlers.duty import rota
from handlers.frame.access import ANYWHERE, EVERYONE, Handler, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.links import Link, LinkWord
from handlers.frame.taps import MenuTap, TapUnreadable
from handlers.front import dialogues, invitations, menu
from handlers.groups import binding as groups
from handlers.incidents import cards as incidents
from handlers.incidents import declarations
from handlers.members import capabilities
from handlers.privacy import my_data as privacy
from handlers.roster import cards as roster_cards
from handlers.roster import search as roster
from handlers.staff import appointing as staff
from handlers.tasks import lists as tasks
from handlers.workbooks import exchange as workbook_room
from services.people import accounts as people_rules

ENTRIES: dict[str, Handler] = {
    "menu": menu.on_menu,
    "register": registration.on_register,
    "business": business.on_business,
    "declare": declarations.on_declare,
    "incidents": incidents.on_list,
    "tasks": tasks.on_list,
    "roster": roster.on_roster,
    "applications": applications.on_list,
    "capabilities": capabilities.on_catalogue,
    "workbooks": workbook_room.on_room,
    "group": groups.on_groups,
    "duty": rota.on_rosters,
    "staff": staff.on_staff,
    "mydata": privacy.on_data,
    "help": menu.on_help,
    "language": menu.on_language,
}
# Where deep links lead; each handler gets the link.
OPENERS: dict[LinkWord, Handler] = {
    LinkWord.REGISTER: registration.on_link,
    LinkWord.INVITATION: invitations.on_link,
    LinkWord.GROUP: groups.on_link,
    LinkWord.TASK: tasks.on_link,
    LinkWord.MEMBER: roster_cards.on_link,
}


@allow(EVERYONE, places=ANYWHERE)
async def on_start(update: Update, context: Context) -> None:
    """Follow the link that brought the person here, or greet."""
    link = Link.unpack(context.args[0]) if context.args else None
    if link is not None and link.word in OPENERS:
        await OPENERS[link.word](update, context, link)
        return
    await _greet(update, context)


@allow(EVERYONE)
async def _greet(update: Update, context: Context) -> None:
    """Greet, and set the command menu by role and language."""
    await people_rules.refresh_menu(context.session, person=context.person)
    if not await dialogues.resume(context):
        await menu.show_menu(context, greeting=True)


@allow(EVERYONE)
async def on_menu_tap(update: Update, context: Context) -> None:
    """Open the room of a menu button; that room checks the person's rights itself."""
    entry = MenuTap.unpack(tapped_data(update)).entry
    if entry not in ENTRIES:
        raise TapUnreadable
    await ENTRIES[entry](update, context)


COMMANDS = ((("start",), on_start),)
TAPS = ((MenuTap, on_menu_tap),)
