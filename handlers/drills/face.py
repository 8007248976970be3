"""What the wing `drills` adds to the chat."""

from handlers.drills import (
    boards,
    chart,
    contact_tests,
    home,
    injects,
    open_now,
    participants,
    planning,
    record_sheets,
    results,
    scripts,
)
from handlers.drills.taps import (
    AskContactsTap,
    ConfirmContactTap,
    ContactListTap,
    ContactTestTap,
    DrillChangeTap,
    DrillsTap,
    DrillTap,
    ExerciseTap,
    InjectTap,
    NextInjectTap,
    ParticipantsTap,
    ParticipantTap,
    RepliesTap,
    ScoreTap,
    TakeOutTap,
)
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.jobs import JobKind

FACE = HandlerFace(
    "drills",
    commands=(
        Command("dientap", "drills", home.on_list, OF_COORDINATORS, rank=82, also=("drill",)),
        Command("lienlac", "contacttest", contact_tests.on_choose, OF_COORDINATORS, rank=84),
    ),
    entries={
        "drills": MenuEntry(home.on_list, OF_COORDINATORS, row=65, column=10, page=MenuPage.PREPARE),
        "contacttest": MenuEntry(contact_tests.on_choose, OF_COORDINATORS, row=65, column=20, page=MenuPage.PREPARE),
    },
    taps={
        AskContactsTap: contact_tests.on_new,
        ConfirmContactTap: contact_tests.on_confirm,
        ContactTestTap: contact_tests.on_test,
        ContactListTap: contact_tests.on_list,
        DrillsTap: home.on_drills,
        DrillTap: boards.on_drill,
        NextInjectTap: boards.on_next,
        DrillChangeTap: planning.on_change,
        ParticipantsTap: participants.on_list,
        ParticipantTap: participants.on_one,
        RepliesTap: boards.on_replies,
        ScoreTap: results.on_score,
        InjectTap: injects.on_inject,
        ExerciseTap: scripts.on_exercise,
        TakeOutTap: scripts.on_take_out,
    },
    conversations={
        Dialogue.DRILL: planning.CONVERSATION,
        Dialogue.EXERCISE: scripts.CONVERSATION,
        Dialogue.INJECT_WORDS: injects.CONVERSATION,
    },
    over=injects.OVER,
    composers={
        BroadcastKind.CONTACT_TEST: contact_tests.compose_question,
        BroadcastKind.CONTACT_COUNT: contact_tests.compose_count,
        BroadcastKind.INJECT: injects.compose_inject,
        BroadcastKind.DRILL_NEWS: injects.compose_news,
        BroadcastKind.DRILL_BOARD: boards.compose_board,
    },
    works={JobKind.DRILL_CHART: chart.draw},
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
)
