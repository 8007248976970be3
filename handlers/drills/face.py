"""What the wing `drills` adds to the chat."""

from handlers.drills import contact_tests, record_sheets
from handlers.drills.taps import AskContactsTap, ConfirmContactTap, ContactListTap, ContactTestTap
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from models.broadcasts import BroadcastKind

FACE = HandlerFace(
    "drills",
    commands=(Command("lienlac", "contacttest", contact_tests.on_choose, OF_COORDINATORS, rank=84),),
    entries={
        "contacttest": MenuEntry(contact_tests.on_choose, OF_COORDINATORS, row=60, column=20, page=MenuPage.PREPARE),
    },
    taps={
        AskContactsTap: contact_tests.on_new,
        ConfirmContactTap: contact_tests.on_confirm,
        ContactTestTap: contact_tests.on_test,
        ContactListTap: contact_tests.on_list,
    },
    composers={
        BroadcastKind.CONTACT_TEST: contact_tests.compose_question,
        BroadcastKind.CONTACT_COUNT: contact_tests.compose_count,
    },
    sheets=record_sheets.SHEETS,
)
