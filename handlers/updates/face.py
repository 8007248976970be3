"""What the wing `updates` adds to the chat."""

from handlers.frame.faces import HandlerFace, IncidentOffer
from handlers.incidents.taps import NoticeTap
from handlers.updates import record_sheets, rooms, writing
from handlers.updates.taps import AcknowledgeTap, RemindSeenNowTap, RemindSeenTap, SeenTap, TakeBackTap, UnchangedTap
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue

FACE = HandlerFace(
    "updates",
    taps={
        NoticeTap: writing.on_notice,
        UnchangedTap: rooms.on_unchanged,
        TakeBackTap: rooms.on_take_back,
        AcknowledgeTap: rooms.on_acknowledge,
        SeenTap: rooms.on_seen,
        RemindSeenTap: rooms.on_remind,
        RemindSeenNowTap: rooms.on_remind_now,
    },
    conversations={Dialogue.UPDATE: writing.CONVERSATION},
    composers={
        BroadcastKind.UPDATE: rooms.compose,
        BroadcastKind.UPDATE_WATCH: rooms.compose_owed,
        BroadcastKind.UPDATE_REMINDER: rooms.compose_reminder,
    },
    sheets=record_sheets.SHEETS,
    offers=(IncidentOffer(20, rooms.offers),),
    handovers=(rooms.hand_over,),
)
