"""What the wing `advisories` adds to the chat."""

from handlers.advisories import cards, channels, hearing, record_sheets, rooms, words, writing
from handlers.advisories.channels import PlaceInChannelHandler
from handlers.advisories.taps import (
    AdvisoryAnswerTap,
    AdvisoryChangeTap,
    AdvisoryHeapTap,
    AdvisoryListTap,
    AdvisoryNewTap,
    AdvisoryRemindTap,
    AdvisoryTap,
    PublicChannelTap,
)
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind, MenuPage, MenuPlace
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.advisories.steps import AdvisoryOver

FACE = HandlerFace(
    "advisories",
    commands=(
        Command("canhbao", "advisories", rooms.on_advisories, OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, rank=94),
        Command("kenh", "channel", channels.on_channel),
    ),
    entries={
        "advisories": MenuEntry(
            rooms.on_advisories,
            OF_COORDINATORS,
            row=70,
            column=10,
            page=MenuPage.PREPARE,
            also=MenuPlace(OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, MenuPage.AFTER, row=40, column=10),
        ),
    },
    taps={
        AdvisoryListTap: rooms.on_list,
        AdvisoryNewTap: writing.on_new,
        AdvisoryTap: rooms.on_advisory,
        AdvisoryAnswerTap: rooms.on_answer,
        AdvisoryHeapTap: rooms.on_heap,
        AdvisoryRemindTap: rooms.on_remind,
        AdvisoryChangeTap: words.on_change,
        PublicChannelTap: channels.on_tap,
    },
    conversations={Dialogue.ADVISORY: writing.CONVERSATION, Dialogue.ADVISORY_WORDS: words.CONVERSATION},
    over=(AdvisoryOver,),
    composers={
        BroadcastKind.ADVISORY: cards.compose,
        BroadcastKind.ADVISORY_NOTE: cards.compose_note,
        BroadcastKind.ADVISORY_PAGE: cards.compose_page,
        BroadcastKind.ADVISORY_POST: cards.compose_post,
        BroadcastKind.PUBLIC_CHANNEL: cards.compose_channel,
    },
    sheets=record_sheets.SHEETS,
    before_dialogues=(hearing.hear_reply,),
    in_groups=(hearing.hear_reply,),
    beside=(PlaceInChannelHandler(channels.on_place),),
)
