"""Drafts that the version before stored are read, and are kept under the same keys."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.audit.forms import AuditForm
from handlers.audit.taps import AuditSpan
from handlers.business.forms import AbsenceForm, EditForm, MergerForm, SuspensionForm
from handlers.command.forms import CommandForm
from handlers.declarations.forms import DeclarationForm
from handlers.duty.forms import DutyForm
from handlers.figures.forms import FiguresForm
from handlers.frame.gathering import Gathered
from handlers.incidents.forms import NoticeForm, OfferForm
from handlers.members.forms import CapabilityForm
from handlers.reports.forms import ReportForm
from handlers.roster.pages import RosterForm
from handlers.tasks.forms import AssignmentForm, TaskWordForm
from handlers.updates.forms import UpdateForm
from models.attachments import AttachmentKind
from models.capabilities import Unit
from models.incidents import IncidentKind, IncidentType, NoticeAudience, NoticeKind, Severity
from models.members import Sector
from models.tasks import TaskStep
from models.tlp import Tlp
from services.applications.decision_form import DecisionForm
from services.applications.form import Form
from services.business.mergers import Field
from services.declarations.declaring import Declaration
from services.declarations.lines import Doubt, LinePart
from services.declarations.spans import WrongDay
from services.duty.watchers import Span
from services.ground.attachments import Attachment
from services.ground.forms import DraftForm
from services.incidents.audience import Wanted
from services.places.elsewhere import Elsewhere
from services.reports.reporting import Sign
from services.tasks.orders import Assignment
from services.tasks.owners import Coming

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
PHOTO = Attachment(AttachmentKind.PHOTO, "F1", "U1", "tram.jpg", 900, 17)
KEPT_PHOTO = {
    "kind": "photo",
    "file_id": "F1",
    "unique_id": "U1",
    "name": "tram.jpg",
    "size": 900,
    "message_id": 17,
    "kept_id": 0,
}
DECLARED = {
    "systems": [4],
    "tlp": "amber",
    "left_out": [12],
    "kind": "drill",
    "type": "disaster",
    "severity": "serious",
    "title": "Mất điện",
    "description": "Mất điện cả xã.",
    "headcount_wanted": 5,
    "headcount_unit": "people",
    "began_at": None,
    "until_at": "2026-11-20T05:00:00Z",
    "wanted": {
        "sectors": ["it"],
        "commune_codes": ["00070"],
        "capability_ids": [3],
        "any_place": True,
        "any_capability": False,
        "also": [7],
        "first": [8],
        "only_first": True,
    },
    "attachments": [KEPT_PHOTO],
}
DECLARATION = Declaration(
    kind=IncidentKind.DRILL,
    type=IncidentType.DISASTER,
    severity=Severity.SERIOUS,
    title="Mất điện",
    description="Mất điện cả xã.",
    headcount_wanted=5,
    until_at=NOON,
    wanted=Wanted(
        sectors=(Sector.IT,),
        commune_codes=("00070",),
        capability_ids=(3,),
        any_place=True,
        also=(7,),
        first=(8,),
        only_first=True,
    ),
    systems=(4,),
    tlp=Tlp.AMBER,
    left_out=(12,),
    attachments=(PHOTO,),
)
ASSIGNED = {
    "member_id": 7,
    "incident_id": 2,
    "drill_id": None,
    "task_id": None,
    "what": "Nối cáp",
    "place": "Ba Vì",
    "due_at": "2026-11-20T05:00:00Z",
    "severity": "serious",
    "files": [KEPT_PHOTO],
}
EDITED = {**Form(name="Sông Lô", editing=7).write(), "before": Form(name="Sông Đà", editing=7).write()}
GATHERED = {
    "said": {"7": "Cổng 2"},
    "files": [KEPT_PHOTO],
    "album": "A",
}
STORED: list[tuple[dict[str, Any], DraftForm]] = [
    (
        {
            "form": DECLARED,
            "place": "Ba",
            "system": "cong",
            "page": 1,
            "album": "A",
            "proposed": ["began", "headcount"],
            "doubts": [{"said": "Ba Vì", "codes": ["00070"]}],
            "unread": ["tại Hòa Bình"],
            "beside": ["2 máy phát"],
            "ahead_at": "2026-11-28T15:00:00Z",
            "late_at": "2026-11-28T13:00:00Z",
            "wrong_day": {"said": "31/11", "weekday": None, "ends": True},
            "elsewhere": [{"said": "Ba Vì", "provinces": ["Hà Nội"]}],
            "open_start": "hôm qua",
            "planned_until": "2026-11-29T13:00:00Z",
            "of_old": ["Hòa Bình"],
            "as_drill": True,
            "as_real": True,
            "from_preview": True,
            "told": "⚠️ BC-2026-0001",
            "source_tlp": "amber",
            "placeless": "Mất điện",
            "by_address": True,
        },
        DeclarationForm(
            DECLARATION,
            place="Ba",
            system="cong",
            page=1,
            album="A",
            proposed=(LinePart.BEGAN, LinePart.HEADCOUNT),
            doubts=(Doubt("Ba Vì", ("00070",)),),
            unread=("tại Hòa Bình",),
            beside=("2 máy phát",),
            ahead_at=datetime(2026, 11, 28, 15, tzinfo=UTC),
            late_at=datetime(2026, 11, 28, 13, tzinfo=UTC),
            wrong_day=WrongDay("31/11", ends=True),
            elsewhere=(Elsewhere("Ba Vì", ("Hà Nội",)),),
            open_start="hôm qua",
            planned_until=datetime(2026, 11, 29, 13, tzinfo=UTC),
            of_old=("Hòa Bình",),
            as_drill=True,
            as_real=True,
            from_preview=True,
            told="⚠️ BC-2026-0001",
            source_tlp=Tlp.AMBER,
            placeless="Mất điện",
            by_address=True,
        ),
    ),
    (
        {"incident_id": 2, "to_id": 5, "note": "Đội 2 đang tới", "with_facts": False},
        CommandForm(2, 5, "Đội 2 đang tới", with_facts=False),
    ),
    (
        {
            "incident_id": 2,
            "audience": "ready",
            "observers": True,
            "asks_seen": True,
            "actions": "Đã cô lập",
            "needs": "2 xe",
            "ruled_out": "Mất điện",
            "next_at": "2026-11-20T05:00:00Z",
            "proposed": ["actions"],
            "quotes": 3,
            "unquoted": "Đã khoanh vùng",
            "changed": "text",
            "text_before": {"0": "Đã khoanh vùng"},
            "quotes_before": 3,
            "next_before": None,
            "gathered": GATHERED,
        },
        UpdateForm(
            2,
            NoticeAudience.READY,
            observers=True,
            asks_seen=True,
            actions="Đã cô lập",
            needs="2 xe",
            ruled_out="Mất điện",
            next_at=NOON,
            proposed=("actions",),
            quotes=3,
            unquoted="Đã khoanh vùng",
            changed="text",
            text_before={0: "Đã khoanh vùng"},
            quotes_before=3,
            gathered=Gathered({7: "Cổng 2"}, (PHOTO,), "A"),
        ),
    ),
    (
        {"incident_id": 2, "kind": "update", "audience": "ready", "text": "Đã có điện.", "gathered": GATHERED},
        NoticeForm(2, NoticeKind.UPDATE, NoticeAudience.READY, "Đã có điện.", Gathered({7: "Cổng 2"}, (PHOTO,), "A")),
    ),
    (
        {
            "incident_id": 2,
            "code": "SC-2026-0002",
            "equipment": [3, 4],
            "quantities": {"3": 2},
            "unasked": [4],
            "added": True,
            "gathered": GATHERED,
            "unit": "teams",
        },
        OfferForm(
            2,
            "SC-2026-0002",
            (3, 4),
            {3: 2},
            (4,),
            added=True,
            gathered=Gathered({7: "Cổng 2"}, (PHOTO,), "A"),
            unit=Unit.TEAMS,
        ),
    ),
    (
        {
            "form": ASSIGNED,
            "asked": "sông",
            "page": 2,
            "capability": 3,
            "coming": "remote",
            "nearest": False,
            "album": "A",
            "said": {"17": "Nối cáp"},
            "late_at": "2026-11-20T05:00:00Z",
            "wrong_day": {"said": "31/11", "weekday": None, "ends": True},
        },
        AssignmentForm(
            Assignment(
                member_id=7,
                incident_id=2,
                what="Nối cáp",
                place="Ba Vì",
                due_at=NOON,
                severity=Severity.SERIOUS,
                files=(PHOTO,),
            ),
            asked="sông",
            page=2,
            capability=3,
            coming=Coming.REMOTE,
            nearest=False,
            album="A",
            said={17: "Nối cáp"},
            late_at=NOON,
            wrong_day=WrongDay("31/11", ends=True),
        ),
    ),
    (
        {
            "task_id": 5,
            "code": "NV-2026-0005",
            "began_with": 9,
            "step": "done",
            "note": "Xong",
            "files": [KEPT_PHOTO],
            "album": "A",
            "said": {"17": "Lúc 9:30"},
        },
        TaskWordForm(5, "NV-2026-0005", 9, TaskStep.DONE, "Xong", (PHOTO,), "A", {17: "Lúc 9:30"}),
    ),
    ({"member_id": 7, "until": None}, AbsenceForm(7)),
    (EDITED, EditForm(name="Sông Lô", editing=7, before=Form(name="Sông Đà", editing=7))),
    ({"member_id": 7, "reason": "Ngừng hoạt động"}, SuspensionForm(7, "Ngừng hoạt động")),
    (
        {"member_id": 7, "found": [8, 9], "other_id": 8, "kept_id": 7, "others": ["name"]},
        MergerForm(7, (8, 9), 8, 7, (Field.NAME,)),
    ),
    (
        {"member_id": 7, "hours": {"0": [450, 1020]}, "day": 2, "week": "2026-11-23", "order": [3, 1], "page": 1},
        DutyForm(7, {0: (450, 1020)}, 2, "2026-11-23", (3, 1), 1),
    ),
    ({"name_vi": "Máy bơm", "name_en": "Pumps"}, CapabilityForm("Máy bơm", "Pumps")),
    ({"period": "m20261001"}, FiguresForm("m20261001")),
    ({"text": "cap", "span": "month", "page": 2}, AuditForm("cap", AuditSpan.MONTH, 2)),
    (
        {"text": "cáp", "filters": {"sector": "it", "available": True}, "page": 3},
        RosterForm("cáp", {"sector": "it", "available": True}, 3),
    ),
    ({"application_id": 4, "verb": "reject", "words": "Trùng"}, DecisionForm(4, "reject", "Trùng")),
]


@pytest.mark.parametrize(("stored", "form"), STORED, ids=[type(form).__name__ for _, form in STORED])
def test_a_stored_draft_is_read_and_kept_as_it_was(stored: dict[str, Any], form: DraftForm) -> None:
    assert type(form).read(stored) == form
    written = form.write()
    assert {str(day): list(span) for day, span in written.pop("hours", {}).items()} == stored.pop("hours", {})
    assert written == stored


@pytest.mark.parametrize(
    ("stored", "form"),
    [
        ({}, CapabilityForm()),
        ({"member_id": 7}, AbsenceForm(7)),
        ({"application_id": 4, "verb": "ask"}, DecisionForm(4, "ask")),
        ({"form": DECLARED, "place": ""}, DeclarationForm(DECLARATION)),
        (
            {"incident_id": 2, "code": "SC-2026-0002", "equipment": [], "added": False},
            OfferForm(2, "SC-2026-0002"),
        ),
        (
            {"incident_id": 2, "kind": "update", "audience": "ready", "text": "Đã có điện."},
            NoticeForm(2, NoticeKind.UPDATE, NoticeAudience.READY, "Đã có điện."),
        ),
        ({"sign": {"member_id": 7}, "gathered": {"said": {"5": "Khói"}}}, ReportForm(Sign(7), Gathered({5: "Khói"}))),
        ({"member_id": 7, "hours": {}, "day": 0, "week": "", "order": [], "page": 0}, DutyForm(7)),
    ],
)
def test_a_dialogue_that_has_just_begun_is_read_too(stored: dict[str, Any], form: DraftForm) -> None:
    assert type(form).read(stored) == form


def test_a_file_that_the_version_before_kept_is_read() -> None:
    photo = Attachment(AttachmentKind.PHOTO, "F1")
    declared = DeclarationForm.read({"form": {"attachment": {"kind": "photo", "file_id": "F1"}}})
    without = DeclarationForm.read({"form": {"attachment": None}})
    task = {"task_id": 5, "code": "NV-2026-0005", "began_with": 9, "step": "done", "note": "Xong"}

    assert (declared.form.attachments, without.form.attachments) == ((photo,), ())
    assert TaskWordForm.read(task | {"files": [["photo", "F1"]]}).files == (photo,)


def test_a_choice_of_places_that_the_version_before_kept_is_read() -> None:
    declared = DeclarationForm.read({"form": DECLARED, "candidates": ["00070", "00004"]})

    assert declared.doubts == (Doubt("…", ("00070", "00004")),)
    assert DeclarationForm.read({"form": DECLARED, "candidates": []}).doubts == ()


def test_hours_are_read_in_the_order_of_the_week() -> None:
    form = DutyForm.read({"member_id": 7, "hours": {"5": [0, 60], "0": [450, 1020]}})

    assert list(form.spans.items()) == [(0, (Span(450, 1020),)), (5, (Span(0, 60),))]


def test_rooms_read_drafts_through_their_forms_alone() -> None:
    reading = {str(path) for path in Path("handlers").rglob("*.py") if "draft.data" in path.read_text(encoding="utf-8")}

    assert reading == set()
