"""What the wing `honours` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind, MenuPage
from handlers.honours import cards, files, hearing, record_sheets, rooms, words
from handlers.honours.taps import (
    HonourConfirmTap,
    HonourListTap,
    HonourNamingTap,
    HonourPaperTap,
    HonourPreviewTap,
    HonourReleasesTap,
    HonourReleaseTap,
    HonourTap,
    HonourWordsTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.jobs import JobKind
from services.honours.deciding import HonourDecided

FACE = HandlerFace(
    "honours",
    commands=(
        Command("tuyenduong", "honours", rooms.on_honours, OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, rank=98),
    ),
    entries={
        "honours": MenuEntry(
            rooms.on_honours,
            OF_COORDINATORS | {MenuKind.REPRESENTATIVE},
            row=20,
            column=10,
            page=MenuPage.AFTER,
            waits=rooms.count_waiting,
        )
    },
    taps={
        HonourListTap: rooms.on_list,
        HonourTap: rooms.on_honour,
        HonourConfirmTap: rooms.on_confirm,
        HonourWordsTap: words.on_words,
        HonourNamingTap: rooms.on_naming,
        HonourReleasesTap: rooms.on_releases,
        HonourPreviewTap: rooms.on_preview,
        HonourReleaseTap: rooms.on_release,
        HonourPaperTap: rooms.on_paper,
    },
    conversations={Dialogue.HONOUR: words.CONVERSATION},
    over=(HonourDecided,),
    composers={
        BroadcastKind.HONOURS_PROPOSED: cards.compose_proposed,
        BroadcastKind.HONOUR_THANKS: cards.compose_thanks,
        BroadcastKind.HONOUR_NAMED: cards.compose_named,
    },
    works={JobKind.HONOURS: files.write},
    sheets=record_sheets.SHEETS,
    before_dialogues=(hearing.hear_reply,),
)
