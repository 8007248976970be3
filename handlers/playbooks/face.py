"""What the wing `playbooks` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuPage
from handlers.playbooks import editing, open_now, record_sheets, runs, scripts, skipping, starting, writing
from handlers.playbooks.taps import (
    PlaybookListTap,
    PlaybookOffersTap,
    PlaybookStartTap,
    PlaybookStepTap,
    PlaybookTap,
    RetiredTap,
    RunPauseTap,
    RunStepDoneTap,
    RunStepGiveTap,
    RunStepOwnersTap,
    RunStepSkipTap,
    RunStepTap,
    RunStepUndoneTap,
    RunTap,
    ScriptActTap,
    ScriptNewTap,
    StepActTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue

FACE = HandlerFace(
    "playbooks",
    commands=(Command("kichban", "playbooks", scripts.on_list, OF_COORDINATORS, rank=62),),
    entries={"playbooks": MenuEntry(scripts.on_list, OF_COORDINATORS, row=40, column=10, page=MenuPage.PREPARE)},
    taps={
        PlaybookListTap: scripts.on_list_tap,
        PlaybookTap: scripts.on_playbook,
        PlaybookStepTap: scripts.on_step,
        RetiredTap: editing.on_retired,
        ScriptNewTap: editing.on_new,
        ScriptActTap: editing.on_script,
        StepActTap: editing.on_step,
        PlaybookOffersTap: starting.on_offers,
        PlaybookStartTap: starting.on_start,
        RunTap: runs.on_run,
        RunPauseTap: runs.on_pause,
        RunStepTap: runs.on_step,
        RunStepDoneTap: runs.on_done,
        RunStepUndoneTap: runs.on_undone,
        RunStepOwnersTap: runs.on_owners,
        RunStepGiveTap: runs.on_give,
        RunStepSkipTap: skipping.on_skip,
    },
    conversations={
        Dialogue.PLAYBOOK: starting.CONVERSATION,
        Dialogue.PLAYBOOK_SKIP: skipping.CONVERSATION,
        Dialogue.SCRIPT: writing.CONVERSATION,
    },
    over=(*skipping.TOO_LATE, *writing.TOO_LATE),
    composers={BroadcastKind.PLAYBOOK_STEP: runs.compose_step, BroadcastKind.PLAYBOOK_RUN: runs.compose_run},
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
    offers=(IncidentOffer(20, starting.offer),),
    handovers=(starting.hand_over,),
    left_open=(starting.left_open,),
)
