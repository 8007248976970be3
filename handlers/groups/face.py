"""What the wing `groups` adds to the chat."""

from telegram.ext import MessageHandler, filters

from handlers.frame.faces import Command, HandlerFace, MenuEntry, MenuKind
from handlers.frame.links import LinkWord
from handlers.groups import binding, record_sheets
from handlers.groups.hearing import PlaceInGroupHandler
from handlers.groups.taps import GroupTap
from models.invitations import InvitationKind
from services.groups.bindings import BOUND, LOST, OUT_OF_REACH, UNBOUND

FACE = HandlerFace(
    "groups",
    commands=(Command("nhom", "group", binding.on_groups, frozenset({MenuKind.GROUP}), rank=10),),
    entries={"group": MenuEntry(binding.on_groups)},
    taps={GroupTap: binding.on_group},
    links={LinkWord.GROUP: binding.on_link},
    invitations={InvitationKind.GROUP: binding.on_invitation},
    news={
        BOUND: binding.compose_bound,
        UNBOUND: binding.compose_unbound,
        LOST: binding.compose_lost,
        OUT_OF_REACH: binding.compose_out_of_reach,
    },
    others=(
        PlaceInGroupHandler(binding.on_membership),
        MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.MIGRATE, binding.on_change),
        MessageHandler(filters.UpdateType.MESSAGE & filters.StatusUpdate.NEW_CHAT_TITLE, binding.on_change),
    ),
    sheets=record_sheets.SHEETS,
)
