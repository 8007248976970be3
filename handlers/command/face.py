"""What the wing `command` adds to the chat."""

from handlers.command import dialogue, record_sheets, rooms
from handlers.command.taps import (
    CommandAnswerTap,
    CommandAskTap,
    CommandChooseTap,
    CommandOverTap,
    CommandTap,
    CommandToTap,
)
from handlers.frame.faces import HandlerFace, IncidentOffer
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue

FACE = HandlerFace(
    "command",
    taps={
        CommandTap: rooms.on_command,
        CommandChooseTap: rooms.on_choose,
        CommandToTap: dialogue.on_to,
        CommandAskTap: rooms.on_ask,
        CommandAnswerTap: rooms.on_answer,
        CommandOverTap: dialogue.on_over,
    },
    conversations={Dialogue.COMMAND: dialogue.CONVERSATION},
    composers={BroadcastKind.COMMAND: rooms.compose, BroadcastKind.COMMAND_PAGE: rooms.compose_page},
    sheets=record_sheets.SHEETS,
    offers=(IncidentOffer(30, rooms.offers),),
)
