"""What the wing `tally` adds to the chat."""

from handlers.frame.faces import HandlerFace
from handlers.tally import cards, lists, resending
from handlers.tally.taps import (
    AnswerFilesTap,
    CalledTap,
    HandlingTap,
    LeavesTap,
    ListTap,
    RemindNowTap,
    RemindTap,
    ResendNowTap,
    ResendTap,
    TallyDownTap,
    TallyPartTap,
    TallyTap,
    UnhandledTap,
    UnsentTap,
)
from models.broadcasts import BroadcastKind

FACE = HandlerFace(
    "tally",
    taps={
        ResendTap: resending.on_resend,
        ResendNowTap: resending.on_resend_now,
        UnsentTap: resending.on_unsent,
        TallyTap: cards.on_tally,
        TallyDownTap: cards.on_down,
        TallyPartTap: lists.on_part,
        ListTap: lists.on_list,
        LeavesTap: lists.on_leaves,
        CalledTap: lists.on_called,
        AnswerFilesTap: lists.on_files,
        RemindTap: cards.on_remind,
        RemindNowTap: cards.on_remind_now,
        HandlingTap: cards.on_handling,
        UnhandledTap: cards.on_unhandled,
    },
    composers={BroadcastKind.TALLY: cards.compose},
)
