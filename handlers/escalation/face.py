"""What the wing `escalation` adds to the chat."""

from handlers.escalation import calling, posts, record_sheets
from handlers.escalation.taps import (
    CallAnswerTap,
    CallMarkTap,
    CallTap,
    EscalateTap,
    EscalationTap,
    PostEmptyTap,
    PostsTap,
    PostTap,
)
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuPage
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.escalation.calling import EscalationOver, EscalationUnderWay

FACE = HandlerFace(
    "escalation",
    commands=(Command("chuyencap", "escalate", posts.on_posts, OF_COORDINATORS, rank=86),),
    entries={"escalate": MenuEntry(posts.on_posts, OF_COORDINATORS, row=60, column=30, page=MenuPage.PREPARE)},
    taps={
        PostsTap: posts.on_posts,
        PostTap: posts.on_post,
        PostEmptyTap: posts.on_empty,
        EscalateTap: calling.on_escalate,
        EscalationTap: calling.on_escalation,
        CallTap: calling.on_call,
        CallMarkTap: calling.on_mark,
        CallAnswerTap: calling.on_answer,
    },
    conversations={Dialogue.ESCALATION: calling.CONVERSATION, Dialogue.ESCALATION_POST: posts.CONVERSATION},
    over=(EscalationOver, EscalationUnderWay),
    composers={
        BroadcastKind.ESCALATION_CALL: calling.compose_call,
        BroadcastKind.ESCALATION_WATCH: calling.compose_watch,
        BroadcastKind.POST_VACATED: posts.compose_vacated,
    },
    sheets=record_sheets.SHEETS,
    offers=(IncidentOffer(50, calling.offers),),
    left_open=(calling.left_open,),
)
