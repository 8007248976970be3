"""What the wing `corrections` adds to the chat."""

from handlers.corrections import calling, correcting, news, record_sheets, reopening
from handlers.corrections.taps import (
    AnsweredBeforeTap,
    CallMoreTap,
    CorrectTap,
    ReopenNowTap,
    ReopenTap,
    TellCorrectionTap,
)
from handlers.frame.faces import HandlerFace, IncidentOffer
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue

FACE = HandlerFace(
    "corrections",
    taps={
        CorrectTap: correcting.on_correct,
        AnsweredBeforeTap: correcting.on_answered_before,
        TellCorrectionTap: news.on_tell,
        ReopenTap: reopening.on_reopen,
        ReopenNowTap: reopening.on_reopen_now,
        CallMoreTap: calling.on_call_more,
    },
    conversations={
        Dialogue.CORRECTION: correcting.CONVERSATION,
        Dialogue.CALL_MORE: calling.CONVERSATION,
    },
    composers={BroadcastKind.CORRECTION: news.compose},
    sheets=record_sheets.SHEETS,
    offers=(
        IncidentOffer(10, correcting.offer),
        IncidentOffer(20, calling.offer),
        IncidentOffer(40, reopening.offer),
    ),
)
