"""What the wing `reviews` adds to the chat."""

from handlers.frame.faces import (
    OF_COORDINATORS,
    Command,
    HandlerFace,
    IncidentOffer,
    MenuEntry,
    MenuKind,
    MenuPage,
)
from handlers.reviews import cards, missing, record_sheets, remarks, rooms, typed, words
from handlers.reviews.taps import (
    ReviewAskedTap,
    ReviewDetailsTap,
    ReviewElseTap,
    ReviewEndedTap,
    ReviewKeepTap,
    ReviewListTap,
    ReviewMissingTap,
    ReviewMoveTap,
    ReviewOpenDrillTap,
    ReviewOpenTap,
    ReviewPartTap,
    ReviewRecordsTap,
    ReviewStepTap,
    ReviewTap,
    ReviewTasksTap,
    ReviewVoicesTap,
    ReviewVoiceTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.reviews.reviews import ReviewOver
from services.reviews.writing import ReviewTaskSettled

FACE = HandlerFace(
    "reviews",
    commands=(Command("danhgia", "review", rooms.on_reviews, OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, rank=96),),
    entries={
        "reviews": MenuEntry(
            rooms.on_reviews, OF_COORDINATORS, row=10, column=10, page=MenuPage.AFTER, waits=rooms.count_late
        )
    },
    taps={
        ReviewListTap: rooms.on_list,
        ReviewEndedTap: rooms.on_ended,
        ReviewOpenTap: rooms.on_open,
        ReviewOpenDrillTap: rooms.on_open_of_drill,
        ReviewTap: rooms.on_review,
        ReviewDetailsTap: rooms.on_details,
        ReviewRecordsTap: rooms.on_records,
        ReviewVoicesTap: rooms.on_voices,
        ReviewTasksTap: rooms.on_tasks,
        ReviewStepTap: rooms.on_step,
        ReviewPartTap: words.on_part,
        ReviewKeepTap: words.on_keep,
        ReviewMoveTap: words.on_move,
        ReviewAskedTap: rooms.on_asked,
        ReviewVoiceTap: rooms.on_voice,
        ReviewMissingTap: missing.on_missing,
        ReviewElseTap: typed.on_else,
    },
    conversations={
        Dialogue.REVIEW: words.CONVERSATION,
        Dialogue.REVIEW_VOICE: missing.CONVERSATION,
        Dialogue.REVIEW_REMARK: remarks.CONVERSATION,
    },
    over=(ReviewOver, ReviewTaskSettled),
    composers={
        BroadcastKind.REVIEW: cards.compose,
        BroadcastKind.REVIEW_REMINDER: cards.compose_reminder,
        BroadcastKind.REVIEW_ASKED: cards.compose_asked,
        BroadcastKind.REVIEW_OUTCOME: cards.compose_outcome,
    },
    sheets=record_sheets.SHEETS,
    before_dialogues=(typed.hear_missing, remarks.hear_remark),
    offers=(IncidentOffer(65, rooms.offer),),
    after_end=(rooms.after_end,),
)
