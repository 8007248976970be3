"""What the wing `tasks` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind
from handlers.frame.links import LinkWord
from handlers.tasks import assigning, cards, handover, lists, open_now, record_sheets, words
from handlers.tasks.taps import (
    AssignAfterDrillTap,
    AssignNowTap,
    AssignTap,
    TaskFilesTap,
    TaskListTap,
    TaskOrderTap,
    TaskStepTap,
    TaskTap,
    TaskVerifyTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue

CONCERNED = OF_COORDINATORS | {MenuKind.REPRESENTATIVE}

FACE = HandlerFace(
    "tasks",
    commands=(Command("nhiemvu", "tasks", lists.on_list, CONCERNED, rank=30),),
    entries={"tasks": MenuEntry(lists.on_list, CONCERNED, row=20, column=20)},
    taps={
        TaskTap: lists.on_task,
        TaskListTap: lists.on_list_tap,
        TaskStepTap: lists.on_step,
        TaskOrderTap: lists.on_order,
        TaskVerifyTap: lists.on_verify,
        TaskFilesTap: lists.on_files,
        AssignTap: assigning.on_assign,
        AssignAfterDrillTap: assigning.on_assign_after_drill,
        AssignNowTap: assigning.on_give,
    },
    conversations={Dialogue.TASK: assigning.CONVERSATION, Dialogue.TASK_WORD: words.CONVERSATION},
    over=words.TOO_LATE,
    links={LinkWord.TASK: lists.on_link},
    edited=(words.hear_edit,),
    composers={
        BroadcastKind.TASK: cards.compose_card,
        BroadcastKind.TASK_REMINDER: cards.compose_reminder,
        BroadcastKind.TASK_WATCH: cards.compose_watch,
        BroadcastKind.TASK_ALARM: cards.compose_alarm,
    },
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
    handovers=(handover.tell,),
    left_open=(handover.left_open,),
)
