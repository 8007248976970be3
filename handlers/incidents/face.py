"""What the wing `incidents` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind
from handlers.incidents import (
    cards,
    declarations,
    notices,
    open_now,
    record_sheets,
    resending,
    responses,
    tally,
    tally_lists,
)
from handlers.incidents.taps import (
    AnswerTap,
    CalledTap,
    CardTap,
    CloseTap,
    DetailsTap,
    HandlingTap,
    ListTap,
    NoticeTap,
    OfferTap,
    RemindNowTap,
    RemindTap,
    ResendNowTap,
    ResendTap,
    StandDownTap,
    TallyDownTap,
    TallyPartTap,
    TallyTap,
    UnhandledTap,
    UsefulTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.incidents.lifecycle import IncidentClosed
from services.incidents.responses import NotAlerted

CONCERNED = OF_COORDINATORS | {MenuKind.REPRESENTATIVE}

FACE = HandlerFace(
    "incidents",
    commands=(
        # At the scene, a coordinator writes it under a photo.
        Command("suco", "incident", declarations.on_declare, OF_COORDINATORS, rank=10, under_files=True),
        Command("tinhhinh", "incidents", cards.on_list, CONCERNED, rank=20),
    ),
    entries={
        "declare": MenuEntry(declarations.on_declare, OF_COORDINATORS, row=10, column=10),
        "incidents": MenuEntry(cards.on_list, CONCERNED, row=20, column=10),
    },
    taps={
        AnswerTap: responses.on_answer,
        OfferTap: responses.on_offer,
        StandDownTap: responses.on_stand_down,
        UsefulTap: responses.on_useful,
        DetailsTap: cards.on_details,
        CardTap: cards.on_card,
        ResendTap: resending.on_resend,
        ResendNowTap: resending.on_resend_now,
        TallyTap: tally.on_tally,
        TallyDownTap: tally.on_down,
        TallyPartTap: tally_lists.on_part,
        ListTap: tally_lists.on_list,
        CalledTap: tally_lists.on_called,
        RemindTap: tally.on_remind,
        RemindNowTap: tally.on_remind_now,
        HandlingTap: tally.on_handling,
        UnhandledTap: tally.on_unhandled,
        NoticeTap: notices.on_notice,
        CloseTap: notices.on_close,
    },
    conversations={
        Dialogue.INCIDENT: declarations.CONVERSATION,
        Dialogue.NOTICE: notices.CONVERSATION,
        Dialogue.OFFER: responses.CONVERSATION,
    },
    over=(IncidentClosed, NotAlerted),
    edited=(notices.hear_edit,),
    composers={
        BroadcastKind.ALERT: cards.compose_alert,
        BroadcastKind.REMINDER: cards.compose_reminder,
        BroadcastKind.REPLY: notices.compose,
        BroadcastKind.UPDATE: notices.compose,
        BroadcastKind.ALL_CLEAR: notices.compose,
        BroadcastKind.TALLY: tally.compose,
    },
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
)
