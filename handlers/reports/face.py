"""What the wing `reports` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuKind
from handlers.reports import cards, lists, offers, open_now, record_sheets, reporting, triage, words
from handlers.reports.taps import (
    ReportAddTap,
    ReportAnswerTap,
    ReportCourseTap,
    ReportFilesTap,
    ReportIncidentsTap,
    ReportJoinTap,
    ReportLayTap,
    ReportListTap,
    ReportNamingTap,
    ReportNewTap,
    ReportOrderTap,
    ReportTap,
)
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.reports.declared import ReportDeclared
from services.reports.triage import ReportSettled

CONCERNED = OF_COORDINATORS | {MenuKind.REPRESENTATIVE}

FACE = HandlerFace(
    "reports",
    # At the scene, a member writes it under a photo.
    commands=(Command("baocao", "report", reporting.on_reports, CONCERNED, rank=22, under_files=True),),
    entries={
        "report": MenuEntry(reporting.on_new, frozenset({MenuKind.REPRESENTATIVE}), row=10, column=10),
        "reports": MenuEntry(reporting.on_reports, OF_COORDINATORS, row=40, column=10, waits=lists.count_undecided),
    },
    taps={
        ReportNewTap: reporting.on_new,
        ReportTap: lists.on_report,
        ReportListTap: lists.on_list_tap,
        ReportFilesTap: lists.on_files,
        ReportAddTap: lists.on_add,
        ReportCourseTap: lists.on_course,
        ReportAnswerTap: words.on_answer,
        ReportNamingTap: lists.on_naming,
        ReportOrderTap: triage.on_order,
        ReportIncidentsTap: triage.on_incidents,
        ReportJoinTap: triage.on_join,
        ReportLayTap: triage.on_lay,
    },
    conversations={Dialogue.REPORT: reporting.CONVERSATION, Dialogue.REPORT_WORDS: words.CONVERSATION},
    over=(ReportSettled, ReportDeclared),
    before_dialogues=(words.hear_reply, words.hear_answer),
    edited=(reporting.hear_edit,),
    composers={BroadcastKind.REPORT: cards.compose_report, BroadcastKind.REPORTERS_CARD: cards.compose_own},
    sheets=record_sheets.SHEETS,
    open_now=(open_now.tell,),
    offers=(IncidentOffer(60, offers.give),),
    origins=(triage.meanwhile,),
)
