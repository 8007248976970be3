"""What the wing `applications` adds to the chat."""

from handlers.applications import deciding, open_now, record_sheets, registration
from handlers.applications.taps import ApplicationTap
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind
from handlers.frame.links import LinkWord
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.invitations import InvitationKind
from services.applications.decisions import DecisionNotYours
from services.people.invitations import InvitationExpired, InvitationTaken, InvitationUnknown, InvitationUsed

REGISTERING = frozenset({MenuKind.REPRESENTATIVE, MenuKind.STRANGER})

FACE = HandlerFace(
    "applications",
    commands=(
        Command("hoso", "applications", deciding.on_list, OF_COORDINATORS, rank=50),
        Command("dangky", "register", registration.on_register, REGISTERING, rank=100),
    ),
    entries={
        "applications": MenuEntry(deciding.on_list, OF_COORDINATORS, row=30, column=20),
        "register": MenuEntry(registration.on_register, frozenset({MenuKind.STRANGER}), row=10, column=10),
    },
    taps={ApplicationTap: deciding.on_application},
    conversations={Dialogue.REGISTRATION: registration.CONVERSATION, Dialogue.DECISION: deciding.CONVERSATION},
    over=(DecisionNotYours, InvitationExpired, InvitationTaken, InvitationUnknown, InvitationUsed),
    links={LinkWord.REGISTER: registration.on_link},
    invitations={InvitationKind.REPRESENTATIVE: registration.on_invitation},
    composers={
        BroadcastKind.APPLICATION: deciding.compose_request,
        BroadcastKind.DECISION: deciding.compose_decision,
    },
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
)
