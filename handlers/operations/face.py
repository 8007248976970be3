"""What the wing `operations` adds to the chat."""

from telegram.ext import MessageHandler, filters

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuPage
from handlers.frame.links import LinkWord
from handlers.groups.hearing import PlaceInGroupHandler
from handlers.operations import cards, general, hearing, record_sheets, registering, topic
from handlers.operations.taps import LogFilesTap, LogTap, OperationsGroupTap, TalkTap, TopicTap
from models.broadcasts import BroadcastKind

IN_GROUPS = filters.ChatType.GROUPS & ~filters.VIA_BOT
WRITTEN = filters.UpdateType.MESSAGE & IN_GROUPS & ~filters.StatusUpdate.ALL & ~filters.COMMAND
CHANGED = filters.UpdateType.MESSAGE & (filters.StatusUpdate.MIGRATE | filters.StatusUpdate.NEW_CHAT_TITLE)

FACE = HandlerFace(
    "operations",
    commands=(
        Command("nhomdieuhanh", "operations", registering.on_operations),
        Command("hientrang", "status", topic.on_situation),
    ),
    entries={
        "operations": MenuEntry(registering.on_operations, OF_COORDINATORS, row=60, column=10, page=MenuPage.PREPARE),
        "situation": MenuEntry(topic.on_situation),
    },
    taps={
        OperationsGroupTap: registering.on_tap,
        TopicTap: topic.on_tap,
        TalkTap: general.on_talk,
        LogTap: topic.on_log,
        LogFilesTap: topic.on_log_files,
    },
    links={LinkWord.OPERATIONS: registering.on_link},
    composers={
        BroadcastKind.OPERATIONS_GROUP: cards.compose_group,
        BroadcastKind.OPERATIONS_TROUBLE: cards.compose_trouble,
        BroadcastKind.TOPIC_CARD: cards.compose_card,
        BroadcastKind.TOPIC_TASKS: cards.compose_tasks,
        BroadcastKind.TOPIC_NEWS: cards.compose_news,
    },
    sheets=record_sheets.SHEETS,
    offers=(IncidentOffer(90, topic.offer_log),),
    beside=(
        PlaceInGroupHandler(registering.on_place),
        MessageHandler(CHANGED, registering.on_change),
        MessageHandler(WRITTEN, hearing.on_words),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & IN_GROUPS, hearing.on_edit),
    ),
)
