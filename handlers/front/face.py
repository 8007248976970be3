"""What the front door itself adds to the chat, and everything that is heard and said in the whole house."""

from telegram.ext import InlineQueryHandler, MessageHandler, filters

from handlers.frame.faces import Command, HandlerFace, MenuEntry, collected
from handlers.frame.taps import DialogueTap, MenuTap
from handlers.front import dialogues, files, inline, invitations, membership, menu, offers, start
from handlers.front.taps import LanguageTap, OffersTap
from handlers.wings import WINGS
from models.broadcasts import BroadcastKind

# A group's own talk is none of the bot's business; the room looks what is meant for it.
IN_GROUPS = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS & ~filters.StatusUpdate.ALL & ~filters.VIA_BOT

# Where these stand in the menus is said in `handlers/front/layout.py`, which the rooms of the front door show.
FACE = HandlerFace(
    "front",
    commands=(
        Command("start", "start", start.on_start),
        Command("menu", "menu", menu.on_menu),
        Command("trogiup", "help", menu.on_help),
        Command("huy", "cancel", dialogues.on_cancel),
        Command("ngonngu", "language", menu.on_language),
    ),
    entries={
        "menu": MenuEntry(menu.on_menu),
        "more": MenuEntry(menu.on_more),
        "resume": MenuEntry(start.on_resume),
        "prepare": MenuEntry(menu.on_prepare),
        "after": MenuEntry(menu.on_after),
        "help": MenuEntry(menu.on_help),
        "language": MenuEntry(menu.on_language),
    },
    taps={
        MenuTap: start.on_menu_tap,
        LanguageTap: menu.on_language_tap,
        OffersTap: offers.on_offers,
        DialogueTap: dialogues.on_tap,
    },
    links=invitations.LINKS,
    others=(
        InlineQueryHandler(inline.on_query),
        MessageHandler(IN_GROUPS & ~filters.COMMAND, dialogues.on_group_message),
    ),
    composers={BroadcastKind.MEMBERSHIP: membership.compose, BroadcastKind.FILES: files.compose},
)
ALL_FACES = collected((*WINGS, FACE))
# The rooms that the menu's buttons open, as each turn is told of them.
ENTRIES = {name: entry.handler for name, entry in ALL_FACES.entries.items()}
