"""What the wing `lessons` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind, MenuPage
from handlers.frame.links import LinkWord
from handlers.lessons import cards, inline, leading, naming, record_sheets, rooms, words, writing
from handlers.lessons.taps import (
    LessonAnswerTap,
    LessonCloseTap,
    LessonConsentTap,
    LessonCopyTap,
    LessonDropTap,
    LessonEvidenceTap,
    LessonFilesTap,
    LessonFindTap,
    LessonHeapTap,
    LessonListTap,
    LessonNamesTap,
    LessonNamingTap,
    LessonNewTap,
    LessonPartTap,
    LessonPreviewTap,
    LessonReviewTap,
    LessonSendTap,
    LessonSureTap,
    LessonTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.lessons.answering import LessonOver
from services.lessons.writing import LessonSettled

FACE = HandlerFace(
    "lessons",
    commands=(Command("baihoc", "lessons", rooms.on_lessons, OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, rank=97),),
    entries={
        "lessons": MenuEntry(
            rooms.on_lessons,
            OF_COORDINATORS | {MenuKind.REPRESENTATIVE},
            row=10,
            column=20,
            page=MenuPage.AFTER,
            waits=rooms.count_waiting,
        )
    },
    taps={
        LessonListTap: rooms.on_list,
        LessonNewTap: writing.on_new,
        LessonReviewTap: writing.on_review,
        LessonTap: rooms.on_lesson,
        LessonFindTap: rooms.on_find,
        LessonFilesTap: rooms.on_files,
        LessonDropTap: leading.on_drop,
        LessonEvidenceTap: rooms.on_evidence,
        LessonCopyTap: rooms.on_copy,
        LessonNamingTap: rooms.on_naming,
        LessonNamesTap: naming.on_ask,
        LessonConsentTap: naming.on_consent,
        LessonPartTap: words.on_part,
        LessonPreviewTap: leading.on_preview,
        LessonSendTap: leading.on_send,
        LessonSureTap: leading.on_sure,
        LessonAnswerTap: rooms.on_answer,
        LessonHeapTap: leading.on_heap,
        LessonCloseTap: words.on_close,
    },
    conversations={Dialogue.LESSON: writing.CONVERSATION, Dialogue.LESSON_WORDS: words.CONVERSATION},
    links={LinkWord.LESSON: rooms.on_link},
    inline=(inline.find,),
    over=(LessonSettled, LessonOver),
    composers={
        BroadcastKind.LESSON: cards.compose,
        BroadcastKind.LESSON_WAITING: cards.compose_waiting,
        BroadcastKind.LESSON_NAMING: naming.compose_ask,
        BroadcastKind.LESSON_NAMED: naming.compose_told,
    },
    sheets=record_sheets.SHEETS,
    before_dialogues=(naming.hear_answer, rooms.hear_reply),
    in_groups=(rooms.hear_reply,),
)
