"""What the wing `incidents` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuKind
from handlers.incidents import cards, notices, open_now, record_sheets, responses, sharing, touched
from handlers.incidents.taps import (
    AnswerTap,
    CardTap,
    CloseTap,
    DetailsTap,
    LabelsTap,
    LabelSurelyTap,
    LabelTap,
    LegalDutyTap,
    OfferTap,
    RecipientsTap,
    RecipientTap,
    TouchedSystemTap,
    TouchedTap,
    UsefulTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.incidents.lifecycle import IncidentClosed
from services.incidents.responses import NotAlerted

CONCERNED = OF_COORDINATORS | {MenuKind.REPRESENTATIVE}

FACE = HandlerFace(
    "incidents",
    commands=(Command("tinhhinh", "incidents", cards.on_list, CONCERNED, rank=20),),
    entries={
        "incidents": MenuEntry(cards.on_list, CONCERNED, row=20, column=10),
    },
    taps={
        AnswerTap: responses.on_answer,
        OfferTap: responses.on_offer,
        UsefulTap: responses.on_useful,
        DetailsTap: cards.on_details,
        CardTap: cards.on_card,
        CloseTap: notices.on_close,
        TouchedTap: touched.on_touched,
        TouchedSystemTap: touched.on_system,
        LegalDutyTap: touched.on_duty,
        LabelsTap: sharing.on_labels,
        LabelTap: sharing.on_label,
        LabelSurelyTap: sharing.on_surely,
        RecipientsTap: sharing.on_recipients,
        RecipientTap: sharing.on_recipient,
    },
    conversations={
        Dialogue.NOTICE: notices.CONVERSATION,
        Dialogue.OFFER: responses.CONVERSATION,
        Dialogue.TOUCHED: touched.CONVERSATION,
    },
    over=(IncidentClosed, NotAlerted),
    edited=(notices.hear_edit,),
    composers={
        BroadcastKind.ALERT: cards.compose_alert,
        BroadcastKind.REMINDER: cards.compose_reminder,
        BroadcastKind.REPLY: notices.compose,
        BroadcastKind.ALL_CLEAR: notices.compose,
        BroadcastKind.REOPENED: notices.compose,
        BroadcastKind.LEGAL_DUTY: touched.compose_due,
    },
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
    offers=(IncidentOffer(40, touched.offer), IncidentOffer(45, sharing.offer)),
)
