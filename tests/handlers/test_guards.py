"""What must hold of every button, text, refusal and handler, whoever adds one."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import get_type_hints

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor
from telegram.ext import CommandHandler

from handlers.advisories.taps import AdvisoryWish
from handlers.advisories.views import writing as advisory_views
from handlers.advisories.views.cards import POSTED
from handlers.applications.views import deciding as application_views
from handlers.applications.views import registration as registration_views
from handlers.audit import writing as audit_writing
from handlers.audit.taps import AuditSpan
from handlers.business.people import NEWS
from handlers.business.views import people as representative_views
from handlers.business.views import suspension as standing_views
from handlers.conversations.views import clear_words as clear_words_views
from handlers.declarations.fields import FIELDS
from handlers.declarations.taps import TemplateVerb
from handlers.declarations.views import steps as declaration_views
from handlers.declarations.views import templates as template_views
from handlers.drills import result_file
from handlers.drills.taps import DrillChange
from handlers.drills.views import contact_tests as contact_test_views
from handlers.drills.views import scripts as script_views
from handlers.duty import views as duty_views
from handlers.escalation.views import cards as escalation_views
from handlers.escalation.views import posts as post_views
from handlers.figures.taps import FiguresFile
from handlers.figures.views import pages as figures_views
from handlers.figures.views import tables as figures_tables
from handlers.frame.access import allowed_roles
from handlers.frame.desk import Stage
from handlers.frame.taps import LONGEST, DialogueTap, Tap
from handlers.frame.texts import label
from handlers.frame.views.home import HOME_WORDS
from handlers.front import layout
from handlers.front.face import ALL_FACES
from handlers.front.routes import routes
from handlers.honours.taps import HonourPaper, HonourWish
from handlers.honours.views.workbook import COLUMNS as HONOUR_COLUMNS
from handlers.lessons.taps import LessonHeap
from handlers.lessons.views import writing as lesson_views
from handlers.members import views as capability_views
from handlers.operations.views import group as operations_views
from handlers.papers.views import documents
from handlers.papers.views import exercises as exercise_paper_views
from handlers.papers.views import half_years as half_year_views
from handlers.peers.taps import PeerWish
from handlers.playbooks.taps import ScriptVerb, StepVerb
from handlers.playbooks.views import editing as playbook_editing
from handlers.policies.views import steps as policy_steps
from handlers.privacy.views import file as privacy_file_views
from handlers.reports.views import reporting as report_views
from handlers.reviews.taps import ReviewChange, ReviewStep
from handlers.roster.views import search as roster_views
from handlers.roster.views.search import Facet
from handlers.systems.views import editing as system_editing
from handlers.tasks import words as task_words
from handlers.tasks.views import assigning as task_assigning_views
from handlers.workbooks.template import GUIDED, PROMPTED
from handlers.workbooks.views import exchange as workbook_views
from handlers.workbooks.views.rows import EXPORT_COLUMNS
from handlers.workbooks.words import EXAMPLES
from models.advisories import AdvisoryAnswer, AdvisoryPart, AdvisoryState, AdvisoryStep
from models.applications import ApplicationKind, ApplicationStatus
from models.attachments import AttachmentKind
from models.broadcasts import BroadcastKind, DeliveryState, Lane
from models.calendars import CalendarThing
from models.capabilities import Unit
from models.channels import Channel
from models.circles import WaveCircle
from models.command import CommandWish
from models.conversations import AnswerFate, QuestionState
from models.drafts import Dialogue
from models.drills import DrillState
from models.escalation import CallState, EscalationStage, Post
from models.figures import DigestRhythm
from models.honours import HonourKind, HonourState
from models.inbox import InboxState
from models.incidents import IncidentKind, IncidentType, NoticeAudience, NoticeKind, ReminderKind, Severity
from models.invitations import InvitationKind
from models.lessons import LessonPart, LessonState, LessonVerdict
from models.members import LISTED, ContactKind, MemberStatus, RepresentativeStatus, Sector
from models.papers import PaperForm
from models.peers import PeerTrouble, ProposalState
from models.people import Language, Purpose
from models.reports import PlaceFrom, ReportKind, ReportState, ReportStep
from models.responses import Answer
from models.reviews import ReviewPart, ReviewState
from models.roster import LookKind
from models.scripts import RunStepState, ScriptKind, StepRole
from models.systems import ContactHours, SystemMark
from models.tasks import TaskState, TaskStep, TaskWatch
from models.tlp import Tlp
from services.advisories.answering import AdvisoryHeap
from services.advisories.kinds import AdvisoryNoteKind
from services.applications.form import Step
from services.business import mergers as merger_rules
from services.cap.rules import RULES as CAP_RULES
from services.corrections.calling import Callability
from services.declarations.alternatives import WayOut
from services.declarations.lines import LinePart
from services.declarations.templates import TEMPLATES
from services.drills import exercises
from services.drills.contact_counting import ContactHeap
from services.drills.kinds import DrillEvent
from services.escalation.kinds import EscalationNews
from services.figures.courses import MeasuredTime
from services.figures.periods import PeriodKind
from services.ground.refusals import Refusal
from services.honours.lists import OF_STAFF, HonourHeap
from services.honours.releasing import HonourCircle
from services.lessons.indicators import IndicatorKind
from services.operations.kinds import Trouble
from services.papers.shapes import SHAPES
from services.peers.proposals import ProposalStanding
from services.policies.simulation import Never, Scenario
from services.reports import triage as report_rules
from services.reports.kinds import ReportNews
from services.reviews.facts import LateKind
from services.reviews.kinds import ReviewNews, ReviewStage
from services.reviews.lists import ReviewHeap
from services.reviews.voices import ReviewQuestion
from services.staff.appointments import APPOINTED_ROLES, STAFF_ROLES
from services.systems.legal import RunsFrom, rule_sets
from services.tally.counting import AnswerGroup
from services.tasks.ladder import RUNGS
from services.tasks.lists import OF_A_MEMBER, OF_COORDINATORS, Heap
from services.tasks.owners import Coming
from services.tasks.states import ALARMING, ORDERED, TAKEN
from services.timelines.events import EventKind
from services.waves.ahead import Rest
from services.workbooks.lists import Beside, Column
from services.workbooks.registers.system_rows import SystemColumn
from tests.handlers import audit_words, sources

TEXTS = Path("handlers")
HUGE = 2**31
KEY = "k" * 8
# The answer to a tap holds 200 characters; what is longer is cut in the middle of a sentence.
NOTICE = 200
KEBAB = re.compile(r"[a-z]+(-[a-z0-9]+)+")
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)


def kebab(choices: Iterable[StrEnum]) -> list[str]:
    """Write an enumeration's values as they stand in keys."""
    return [choice.replace("_", "-") for choice in choices]


# What stands in the holes of keys that the source puts together; a new pattern belongs here.
RUN_STATES = ["going", "resting", "stopped", "over"]
ENDINGS: Mapping[str, Iterable[str]] = {
    "digest-button-{}": [f"{one}-{state}" for one in kebab(DigestRhythm) for state in ("on", "off")],
    "digest-head-{}": kebab(DigestRhythm),
    "digest-kept-{}": ["on", "off"],
    "digest-name-{}": kebab(DigestRhythm),
    "figures-button-{}": [*figures_views.PART_WORDS.values(), *FiguresFile, *PeriodKind],
    "figures-chart-{}": ["types", "times", "sectors"],
    "figures-column-{}": [*figures_tables.TIME_COLUMNS, *figures_tables.SECTOR_COLUMNS],
    "figures-defined-{}": figures_tables.DEFINED,
    "figures-definition-{}": figures_tables.DEFINED,
    "figures-head-{}": figures_views.PART_WORDS.values(),
    "figures-how-{}": figures_views.PART_WORDS.values(),
    "figures-file-{}": PeriodKind,
    "figures-period-{}": PeriodKind,
    "figures-row-{}": [*figures_tables.WHOLE, *figures_tables.DRILLS],
    "figures-scale-{}": ["types", "sectors", "minutes", "hours"],
    "figures-sheet-{}": figures_tables.WORDS,
    "figures-table-{}": figures_tables.WORDS,
    "figures-time-{}": kebab(MeasuredTime),
    "audit-action-{}": audit_words.in_keys(audit_words.actions()),
    "audit-column-{}": audit_writing.COLUMNS,
    "audit-key-{}": audit_words.in_keys(audit_words.keys()),
    "audit-span-{}": kebab(AuditSpan),
    "audit-state-{}": kebab([*AdvisoryState, *HonourState, *ReviewState]),
    "audit-subject-{}": audit_words.in_keys(audit_words.subjects()),
    "answer-said-{}": kebab(Answer),
    "answer-{}": kebab(Answer),
    "answer-short-{}": ["remote", "needs-info", "cannot"],
    "drill-ask-{}": ["begin", "cancel", "end"],
    "drill-button-{}": ["begin", "cancel", "rest", "go-on", "end", "file", *kebab(DrillChange)],
    "drill-button-{}-now": ["begin", "cancel", "end"],
    "drill-news-{}": [*kebab(set(DrillEvent) - {DrillEvent.OVER}), "held-for", "rests-for"],
    "drill-stands-{}": kebab(DrillState),
    "drill-state-{}": kebab(DrillState),
    "exercise-ask-{}": script_views.STEPS,
    "exercise-button-{}": ["change", "retire", "add", "save", "drop"],
    "exercise-role-{}": kebab(exercises.ROLES),
    "inject-button-{}": ["done", "cannot", "words", "seen"],
    "calendar-entry-{}": [*kebab(CalendarThing), "cancelled"],
    "inject-reply-{}": ["done", "cannot", "said", "seen", "silent", "missed"],
    "participants-by-{}": kebab(Channel),
    "participants-on-{}": kebab(Channel),
    "plan-ask-{}": ["told", "yearly"],
    "plan-button-{}": ["told-yes", "told-no", "yearly-yes", "yearly-no"],
    "sample-power-{}-text": ["1", "2", "3", "4", "5"],
    "sample-power-{}-expected": ["1", "2", "3", "4", "5"],
    "score-column-{}": result_file.COLUMNS,
    "contact-button-{}": kebab(set(ContactHeap) - {ContactHeap.WAITING}),
    "contact-list-{}": kebab(ContactHeap),
    "contact-why-{}": contact_test_views.OURS,
    "application-button-confirm-{}": application_views.READY_MADE,
    "application-confirm-{}": application_views.READY_MADE,
    "application-done-{}": kebab(set(ApplicationStatus) - {ApplicationStatus.SUBMITTED, ApplicationStatus.WITHDRAWN}),
    "application-entry-{}": kebab(ApplicationKind),
    "application-mark-{}": kebab(ApplicationStatus),
    "application-title-{}": kebab(ApplicationKind),
    "application-why-{}": application_views.READY_MADE,
    "application-{}": [
        *kebab(ApplicationStatus),
        *(key for keys in application_views.READY_MADE.values() for key in keys),
    ],
    "attached-{}": kebab(AttachmentKind),
    "business-person-{}": kebab(ContactKind),
    "button-notice-{}": kebab(NoticeAudience),
    "button-instead-{}": kebab(WayOut),
    "call-more-line-{}": kebab(Callability),
    "card-asking-{}": kebab(IncidentKind),
    "operations-trouble-{}": kebab(Trouble),
    "topic-stage-{}": kebab(EscalationStage),
    "operations-{}": [f"{what}-{works}" for what in operations_views.CHECKED for works in ("yes", "no")],
    "command-{}": {alias for menu in layout.COMMANDS.values() for alias in menu.values()},
    "circle-{}": kebab(WaveCircle),
    "circle-short-{}": kebab(WaveCircle),
    "contact-{}-line": kebab(ContactKind),
    "declare-ask-{}": FIELDS,
    "details-said-{}": kebab(NoticeKind),
    "declare-words-{}": clear_words_views.KINDS,
    "decision-{}{}": [
        *("approved-new-member", "approved-join", "approved-change", "rejected", "rejected-change"),
        *("asked-back", "asked-back-change", "withdrawn-join"),
    ],
    "button-duty-{}": [*duty_views.PARTS, duty_views.ALWAYS, duty_views.OFFICE, duty_views.DAYS],
    "export-column-{}": EXPORT_COLUMNS,
    "export-contact-{}": kebab(ContactKind),
    "export-status-{}": kebab(MemberStatus),
    "field-{}": [*(field for row in declaration_views.FIELD_ROWS for field in row), "reason", "systems"],
    "file-application-{}": kebab(ApplicationKind),
    "file-delivery-{}": kebab(DeliveryState),
    "file-heading-{}": {
        *privacy_file_views.PERSON,
        *(heading for sheet in ALL_FACES.sheets.values() for heading in sheet.headings),
    },
    "file-invitation-{}": kebab(InvitationKind),
    "question-answered-{}": ("under-way", "sent", "unsure"),
    "question-fate-{}": kebab(AnswerFate),
    "trouble-lane-{}": {"inbox", *(lane.name.lower() for lane in Lane)},
    "file-message-{}": kebab(BroadcastKind),
    "file-question-{}": kebab(QuestionState),
    "file-purpose-{}": kebab(Purpose),
    "file-sheet-{}": {"person", *ALL_FACES.sheets},
    "file-standing-{}": kebab(RepresentativeStatus),
    "file-state-{}": kebab(ApplicationStatus),
    "file-update-{}": kebab(InboxState),
    "group-{}": kebab(AnswerGroup),
    "look-how-{}": kebab(LookKind),
    "help-{}": layout.MENU,
    "import-done-{}": ["new", "updated", "kept"],
    "import-{}": ["new", "changed", "same", "rejected", "first-of-several", "old-prefix"],
    "import-unread-{}": ["hidden", "no-list", "missing", "twice"],
    "job-progress-{}": kebab(Stage),
    "kind-{}": kebab(IncidentKind),
    "language-{}": kebab(Language),
    "links-button-{}": kebab(ContactKind),
    "links-caption-{}": kebab(ContactKind),
    "links-for-{}": kebab(ContactKind),
    "members-{}": kebab(Stage),
    "membership-{}": standing_views.STATUS_TOLD,
    "half-written-{}": kebab(Dialogue),
    "menu-entry-{}": {
        layout.MORE,
        layout.MENU_ENTRY,
        *(
            entry
            for menus in (layout.MENU, *layout.PAGES.values())
            for menu in menus.values()
            for row in menu
            for entry in row
        ),
    },
    "menu-{}": {*layout.MENU, *layout.PAGES},
    "news-{}": NEWS,
    "merger-field-{}": [*merger_rules.Field, "tax-code", "state", "capabilities", "people", "weight"],
    "merger-state-{}": kebab(merger_rules.MERGEABLE),
    "notice-all-clear-ending-{}": ["drill", "incident"],
    "notice-ask-{}": kebab(NoticeAudience),
    "notice-head-{}": kebab(NoticeKind),
    "notice-sent-{}": kebab(NoticeKind),
    "notice-to-{}": kebab(NoticeAudience),
    "people-button-{}": [
        *(representative_views.TAKE, representative_views.TAKE_BACK, representative_views.ASK_OFFER),
        *(representative_views.OFFER, representative_views.ASK_REMOVE, representative_views.REMOVE),
        *(representative_views.ASK_STEP_DOWN, representative_views.STEP_DOWN),
    ],
    "people-entry-{}": kebab(ContactKind),
    "policy-ask-{}": [one.replace("_", "-") for one in policy_steps.ITEMS],
    "policy-button-{}": [*policy_steps.PARTS, *Scenario],
    "policy-item-{}": [one.replace("_", "-") for one in policy_steps.ITEMS],
    "policy-never-{}": kebab(Never),
    "privacy-contact-{}": kebab(ContactKind),
    "{}-of": ["question-list-head", "question-list-empty"],
    "registration-button-{}": kebab(ContactKind),
    "command-waits-{}": kebab(CommandWish),
    "command-waited-{}": kebab(CommandWish),
    "tally-above-{}": kebab(EscalationStage),
    "post-{}": kebab(Post),
    "post-short-{}": kebab(Post),
    "post-ask-{}": post_views.STEPS,
    "escalation-ask-{}": [escalation_views.NEXT, escalation_views.END],
    "escalation-button-{}": [
        *(escalation_views.MINUTES, escalation_views.LINK, escalation_views.SHOW, escalation_views.CALLS),
        *(escalation_views.NEXT, escalation_views.NEXT_NOW, escalation_views.END, escalation_views.END_NOW),
    ],
    "escalation-kept-{}": [escalation_views.MINUTES, escalation_views.LINK],
    "escalation-news-{}": kebab(EscalationNews),
    "escalation-stage-{}": kebab(EscalationStage),
    "escalation-write-{}": [escalation_views.MINUTES, escalation_views.LINK],
    "call-button-{}": kebab(set(CallState) - {CallState.CALLED}),
    "call-state-{}": kebab(CallState),
    "called-button-{}": kebab(set(CallState) - {CallState.CALLED, CallState.NO_ANSWER}),
    "called-{}": kebab(EscalationStage),
    "report-ask-{}": [*report_views.STEPS, "owner-which", "since-long-ago", *kebab(report_rules.IN_WORDS), "added"],
    "report-button-{}": [
        *("own", "others", "help", "no-help", "taken-up", "parted"),
        *kebab({*report_rules.IN_WORDS, ReportStep.SEEN, ReportStep.DECLARED, ReportStep.JOINED}),
    ],
    "report-button-{}confidential": ["", "not-"],
    "report-kind-{}": kebab(ReportKind),
    "report-words-{}": ["wait", "gone", "stay"],
    "report-title-{}": kebab(ReportKind),
    "report-naming-{}": ["open", "yes", "no"],
    "report-news-{}": ["added", "edited", "handed-up"],
    "report-place-{}": kebab(PlaceFrom),
    "report-short-{}": ["incident", "ended", "reopened"],
    "report-preview-{}": kebab(report_rules.IN_WORDS),
    "report-said-{}": [*kebab(report_rules.IN_WORDS), "added"],
    "report-since-{}": [str(minutes) for minutes in report_views.MINUTES_AGO],
    "report-state-{}": kebab(ReportState),
    "report-step-{}": kebab(ReportStep),
    "report-told-{}": kebab({*report_rules.NEWS.values(), ReportNews.ENDED, ReportNews.REOPENED}),
    "registration-edit-{}": kebab(set(Step) - {Step.CONSENT, Step.KNOWN, Step.HEADCOUNT, Step.REVIEW}),
    "registration-invited-{}": kebab(ContactKind),
    "registration-part-{}": kebab(Step),
    "reminder-{}": kebab(IncidentKind),
    "roster-choose-{}": Facet,
    "roster-contact-{}": kebab(ContactKind),
    "roster-facet-{}": Facet,
    "roster-mark-{}": kebab(set(LISTED) - {MemberStatus.APPROVED}),
    "roster-state-{}": kebab(LISTED),
    "roster-switch-{}": roster_views.SWITCHES,
    "role-{}": kebab(STAFF_ROLES),
    "sector-{}": kebab(Sector),
    "severity-{}": kebab(Severity),
    "severity-{}-marked": kebab(Severity),
    "tally-heap-{}": kebab(AnswerGroup),
    "tally-next-{}": kebab(ReminderKind),
    "tally-rest-{}": kebab(Rest),
    "task-alarm-{}": [*kebab(ALARMING), *kebab(TaskWatch)],
    "task-ask-{}": kebab([*task_words.OF_ONE_MESSAGE, TaskStep.DONE, TaskStep.BLOCKED]),
    "task-button-{}": kebab({*chain(*TAKEN.values()), *chain(*ORDERED.values())}),
    "task-coming-{}": kebab(Coming),
    "task-group-{}": ["ready", "remote", "needs-info", "silent", "cannot"],
    "task-found-by-{}": ["capability", "commune", "elsewhere"],
    "roster-found-by-{}": ["capability", "commune", "elsewhere"],
    "cap-rule-{}": CAP_RULES,
    "paper-about-{}": [*kebab(PaperForm), half_year_views.FORM, exercise_paper_views.FORM],
    "exercise-column-{}": [
        *exercise_paper_views.COURSE,
        *exercise_paper_views.SCORES,
        *exercise_paper_views.REPLIES,
    ],
    "exercise-report-{}": [
        *("announced", "unannounced", "began", "ended", "told", "partaking", "answered", "minutes", "points"),
        *("went-well", "to-change"),
    ],
    "exercise-result-{}": ["done", "cannot", "said", "seen", "silent"],
    "half-year-column-{}": [*half_year_views.COLUMNS, "helper", "times"],
    "half-year-rule-{}": {rule.word for rules in rule_sets() for rule in rules.periodic},
    "paper-answer-{}": kebab(Answer),
    "paper-closing-{}": [*kebab(PaperForm), half_year_views.FORM, exercise_paper_views.FORM],
    "paper-column-{}": {column for look in documents.TABLES.values() for column in look.columns},
    "paper-copies-{}": [*kebab(PaperForm), half_year_views.FORM, exercise_paper_views.FORM],
    "paper-field-{}": {field.word for shape in SHAPES.values() for field in shape.fields},
    "paper-file-{}": kebab(PaperForm),
    "paper-form-{}": kebab(PaperForm),
    "paper-part-{}": {part.word for shape in SHAPES.values() for part in shape.parts},
    "paper-symbol-{}": ["letter", "letter-by", "minutes", "report"],
    "paper-to-{}": [*kebab(PaperForm), half_year_views.FORM, exercise_paper_views.FORM],
    "paper-type-{}": [*kebab(PaperForm), half_year_views.FORM, exercise_paper_views.FORM],
    "timeline-{}": kebab(EventKind),
    "duty-law-{}": {rule.word for rules in rule_sets() for rule in rules.rules},
    "duty-law-since-{}": kebab(RunsFrom),
    "duty-law-to-{}": {to for rules in rule_sets() for rule in rules.rules for to in rule.to},
    "systems-column-{}": kebab(SystemColumn),
    "systems-spellings-{}": kebab(SystemColumn),
    "systems-import-{}": ["new", "changed", "same", "rejected"],
    "label-means-{}": kebab(Tlp),
    "review-button-{}": [*kebab(ReviewPart), *kebab(ReviewStep), *kebab(ReviewChange)],
    "review-say-{}": [f"{question}-{word}" for question in ReviewQuestion for word in ("yes", "no")],
    "review-file-{}": ["useful", "named"],
    "review-heap-{}": kebab(ReviewHeap),
    "review-hint-{}": kebab(ReviewPart),
    "review-kept-{}": kebab(ReviewStep),
    "review-late-{}": kebab(LateKind),
    "review-list-{}": kebab(ReviewHeap),
    "review-name-{}": kebab(ReviewPart),
    "review-news-{}": kebab(set(ReviewNews) - {ReviewNews.SHOWN}),
    "review-none-{}": kebab(ReviewHeap),
    "review-reminder-{}": kebab(ReviewStage),
    "review-short-{}": kebab(ReviewState),
    "review-state-{}": kebab(ReviewState),
    "review-when-{}": ["due", "late", "done"],
    "honour-ask-{}": [*kebab(HonourWish), "open", "yes", "no"],
    "honour-column-{}": HONOUR_COLUMNS,
    "honour-consent-{}": ["open", "yes", "no"],
    "honour-kept-{}": ["yes", "no"],
    "honour-kind-{}": kebab(HonourKind),
    "honour-sentence-{}": ["early", "tasks", "end", "lesson"],
    "honour-letter-sentence-{}": ["early", "tasks", "end", "lesson"],
    "honour-sheet-{}": ["real", "drills"],
    "honour-short-{}": kebab(HonourState),
    "honour-title-{}": ["real", "drills"],
    "honour-state-{}": kebab(HonourState),
    "honours-button-batch-{}": kebab(HonourCircle),
    "honours-button-paper-{}": kebab(HonourPaper),
    "honours-button-{}": kebab(HonourHeap),
    "honours-head-{}": kebab(HonourHeap),
    "honours-note-{}": kebab(OF_STAFF),
    "advisory-answer-{}": kebab(AdvisoryAnswer),
    "advisory-ask-{}": advisory_views.STEPS,
    "advisory-button-{}": [*kebab(AdvisoryAnswer), "tell", "withdraw"],
    "advisory-button-change-{}": kebab(AdvisoryWish),
    "advisory-change-{}": kebab(AdvisoryWish),
    "advisory-check-{}": kebab(AdvisoryWish),
    "advisory-heap-{}": kebab(AdvisoryHeap),
    "advisory-kept-{}": kebab(AdvisoryAnswer),
    "advisory-label-{}": kebab(advisory_views.LABELS),
    "advisory-line-{}": ["silent", "unreachable"],
    "advisory-name-{}": kebab(AdvisoryPart),
    "advisory-note-{}": kebab(AdvisoryNoteKind),
    "advisory-post-{}": {*POSTED.values()},
    "advisory-short-{}": kebab(AdvisoryState),
    "advisory-step-{}": kebab(AdvisoryStep),
    "peer-button-{}": [PeerWish.PAUSE, PeerWish.RESUME],
    "peer-trouble-{}": [one for one in kebab(PeerTrouble) if one != "broken-rule"],
    "proposal-is-{}": [one for one in ProposalStanding if one is not ProposalStanding.OPEN],
    "proposal-said-{}": [*kebab(ProposalState), "again"],
    "proposal-said-{}-drill": [*kebab(ProposalState), "again"],
    "proposal-source-{}": kebab(ProposalStanding),
    "proposal-whom-{}": ["all", "telecom", "telecom-it"],
    "lesson-ask-{}": [*lesson_views.STEPS, "title"],
    "lesson-button-{}": kebab(LessonVerdict),
    "lesson-button-edit-{}": kebab(LessonPart),
    "lesson-button-consent-{}": ["yes", "no"],
    "lesson-button-named-{}": ["yes", "no"],
    "lesson-consent-{}": ["yes", "no"],
    "lesson-named-{}": ["agreed", "refused"],
    "lesson-names-{}": ["agreed", "asked", "gone", "refused", "unasked"],
    "lesson-help-{}": ["open", "settled"],
    "lesson-heap-{}": kebab(LessonHeap),
    "lesson-indicator-{}": kebab(IndicatorKind),
    "lesson-kept-{}": kebab(LessonVerdict),
    "lesson-label-{}": kebab(Tlp),
    "lesson-name-{}": kebab(LessonPart),
    "lesson-preview-{}": ["narrow", "wide"],
    "lesson-short-{}": kebab(LessonState),
    "lesson-state-{}": kebab(LessonState),
    "lesson-verdict-{}": kebab(LessonVerdict),
    "system-ask-{}": kebab(system_editing.PARTS),
    "system-fact-{}": ["also", "owner", "operator", "place", "serves", "connectivity", "security"],
    "system-hours-{}": kebab(ContactHours),
    "system-mark-{}": kebab(SystemMark),
    "system-part-{}": kebab(system_editing.PARTS),
    "task-edit-{}": {field for row in task_assigning_views.EDITABLE for field in row},
    "task-head-{}": ["sent-back", "cancelled"],
    "task-heap-{}": [*OF_COORDINATORS, Heap.ALL],
    "task-my-heap-{}": [*OF_A_MEMBER, Heap.ALL],
    "task-reminder-{}": [f"{watch}-{rung}" for watch in TaskWatch for rung in RUNGS[:2]],
    "task-stands-{}": ["order", "owner", "office"],
    "task-said-{}": kebab([*task_words.OF_ONE_MESSAGE, TaskStep.DONE, TaskStep.BLOCKED]),
    "unit-{}": kebab(Unit),
    "unit-name-{}": kebab(Unit),
    "task-state-{}": kebab(TaskState),
    "task-step-{}": kebab(TaskStep),
    "part-{}": kebab(LinePart),
    "staff-told-{}": ["appointed", "declined", "dismissed", "stepped-down"],
    "staff-what-{}": kebab(APPOINTED_ROLES),
    "suspension-reason-{}": standing_views.READY_MADE,
    "run-step-{}": kebab(RunStepState),
    "playbook-page-{}": RUN_STATES,
    "playbook-run-{}": RUN_STATES,
    "playbook-step-{}": ["done", "skipped"],
    "playbook-{}": ["late", "until"],
    "script-kind-{}": kebab(ScriptKind),
    "script-role-{}": kebab(StepRole),
    "script-ask-{}": ["title", "add", "types", "drop", "retire"],
    "script-button-{}": kebab(ScriptVerb),
    "script-did-{}": ["save", "drop-now", "retire-now", "bring-back"],
    "step-ask-{}": ["text", "expected", "files", "role", "when", "within"],
    "step-button-{}": kebab(StepVerb),
    "step-button-role-{}": kebab(playbook_editing.ROLES),
    "alert-template-ask-{}": template_views.PARTS,
    "alert-template-button-{}": kebab(set(TemplateVerb) - {TemplateVerb.SHOW}),
    "alert-template-part-{}": template_views.PARTS,
    "template-{}-name": [template.name for template in TEMPLATES],
    "template-{}-text": [template.name for template in TEMPLATES],
    "template-{}-title": [template.name for template in TEMPLATES],
    "trial-{}": kebab(ReminderKind),
    "trial-head-{}": kebab(Scenario),
    "type-{}": kebab(IncidentType),
    "weekday-{}": list("0123456"),
    "weekday-{}-long": list("0123456"),
    "home-kind-{}": ["province", "city"],
    "home-{}": ["province", "city"],
    "workbook-button-{}": [*workbook_views.DOORS, "import"],
    "workbook-column-{}": kebab(Column),
    "workbook-example-{}": EXAMPLES,
    "workbook-file-{}": [
        "template",
        "rejected",
        "older",
        "comparison",
        "roster",
        "answers",
        "tasks",
        "sheet",
        "systems",
    ],
    "workbook-guide-heading-{}": ["column", "how"],
    "workbook-sheet-{}": ["guide", "choices"],
    "workbook-guide-{}": [*kebab(Column), *GUIDED],
    "workbook-heading-{}": ["row", "field", "old", "new", "older", "commune-today"],
    "workbook-prompt-{}": kebab(PROMPTED),
    "unsent-kind-{}": ["alert", "update", "reply", "reopened", "all-clear", "task"],
    "workbook-spellings-{}": [*kebab(Column), *kebab(Beside)],
    # The words before the hole are themselves chosen: type, kind, severity, sector.
    "{}-{}": [],
}

# What people write in Vietnamese is read here, and never shown.
READING = {
    Path("services/policies/editing.py"),
    Path("services/conversations/danger.py"),
    Path("services/conversations/hints.py"),
    Path("services/declarations/drill_words.py"),
    Path("services/declarations/leads.py"),
    Path("services/declarations/needs.py"),
    Path("services/declarations/parts_of_days.py"),
    Path("services/lessons/indicators.py"),
    Path("services/lessons/names_in_words.py"),
    Path("services/systems/mentions.py"),
    Path("services/workbooks/import_phones.py"),
    Path("services/lettering/syllables.py"),
    Path("services/lettering/writings.py"),
    *(
        Path(f"services/notation/{name}.py")
        for name in ("business_names", "moments", "numbers", "past", "phones", "spelling", "tax_codes", "tlp")
    ),
    *(
        Path(f"services/places/{name}.py")
        for name in ("communes", "elsewhere", "finding", "former", "gazetteer", "mentions", "reading", "unread")
    ),
}

# These only answer what was typed, as a message of their own.
TO_TYPED_WORDS = {
    "PhoneInvalid",
    "NoSuchCommune",
    "TaxCodeLength",
    "TaxCodeOfNobody",
    "TaxCodeCheckDigit",
    "PeopleUnclear",
}


class Variables(Visitor):
    """Gathers the variables that a text mentions."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - the library's name
        """Take one down."""
        self.names.add(node.id.name)


@lru_cache
def texts(language: Language) -> Mapping[str, frozenset[str]]:
    """Give a language's keys, each with the variables of its text."""
    found: dict[str, frozenset[str]] = {}
    files = sorted((sources.ROOT / TEXTS).glob(f"*/*.{language}.ftl"))
    entries = ((file, entry) for file in files for entry in parse(file.read_text("utf-8")).body)
    for source, entry in entries:
        assert not isinstance(entry, fluent.Junk), f"unreadable in {source.name}: {entry.content}"
        if isinstance(entry, fluent.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice, again in {source.name}"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = frozenset(variables.names)
    return found


def put_together() -> Iterator[str]:
    """Give every key that the source can put together."""
    for pattern, endings in ENDINGS.items():
        for ending in endings:
            yield pattern.replace("{}{}", "{}").replace("{}", ending)


def all_taps() -> list[type[Tap]]:
    return Tap.__subclasses__()


def all_refusals() -> list[type[Refusal]]:
    sources.import_everything("services", "handlers", "bot")
    found, waiting = [], [Refusal]
    while waiting:
        below = [one for one in waiting.pop().__subclasses__() if not one.__module__.startswith("tests.")]
        found += below
        waiting += below
    return found


# Buttons


def longest(kind: type) -> object:
    """Give the longest value that a field of a button may have."""
    if issubclass(kind, StrEnum):
        return max(kind, key=lambda choice: len(choice.encode()))
    return HUGE if kind is int else KEY


@pytest.mark.parametrize("tap", all_taps(), ids=lambda tap: tap.__name__)
def test_every_button_fits_with_its_longest_values(tap: type[Tap]) -> None:
    hints = get_type_hints(tap)
    packed = tap(**{one.name: longest(hints[one.name]) for one in fields(tap)}).pack()

    assert len(packed.encode()) <= LONGEST
    assert tap.unpack(packed).pack() == packed


def dialogue_words() -> Iterator[tuple[str, str]]:
    """Give the longest verbs and values of the dialogues' buttons."""
    codes = ["00000", str(HUGE), "none", *(template.name for template in TEMPLATES), *IncidentType, *FIELDS]
    yield from (("template", code) for code in codes)
    for verb in (*Step, f"{Step.HEADCOUNT}-{HUGE}"):
        yield from ((verb, f"+{value}") for value in (*codes, *Step, registration_views.SUBMIT))
    yield from ((verb, str(HUGE)) for verb in ("toggle", "people", application_views.REASON, capability_views.CONFIRM))


def test_every_button_of_a_dialogue_fits() -> None:
    for verb, value in dialogue_words():
        assert len(DialogueTap(KEY, verb, value).pack().encode()) <= LONGEST


def test_no_two_buttons_begin_with_the_same_word() -> None:
    words = [tap.word for tap in all_taps()]

    assert sorted(words) == sorted(set(words))


def test_every_button_is_heard_by_one_handler() -> None:
    heard = [tap.pattern() for tap in ALL_FACES.taps]

    for tap in all_taps():
        assert [bool(re.match(pattern, f"{tap.word}:x")) for pattern in heard].count(True) == 1, tap


def test_what_a_button_carries_is_taken_for_a_number_in_one_place_only() -> None:
    taken = [
        f"{path}:{node.lineno}"
        for path, tree in sources.modules("handlers")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "int" and "value" in ast.unparse(node.args[0])
    ]

    assert all(one.startswith(("handlers/frame/taps.py:", "handlers/frame/links.py:")) for one in taken), taken


# Texts


def test_both_languages_hold_the_same_texts() -> None:
    assert set(texts(Language.VIETNAMESE)) == set(texts(Language.ENGLISH))


def test_both_languages_mention_the_same_values() -> None:
    vietnamese, english = texts(Language.VIETNAMESE), texts(Language.ENGLISH)

    different = {key for key in vietnamese if vietnamese[key] != english.get(key)}

    assert not different


def test_every_text_that_is_asked_for_exists() -> None:
    asked = {(str(path), key) for path, tree in sources.modules("handlers") for key in sources.keys_asked_for(tree)}

    missing = {(path, key) for path, key in asked if key not in texts(Language.VIETNAMESE) and KEBAB.fullmatch(key)}

    assert len(asked) > 100
    assert not missing


def test_every_pattern_of_keys_is_known_and_all_its_texts_exist() -> None:
    patterns = {pattern for _, tree in sources.modules("handlers") for pattern in sources.patterns_asked_for(tree)}

    assert patterns ^ set(ENDINGS) == set()
    missing = set(put_together()) - set(texts(Language.VIETNAMESE))
    assert not missing


def test_no_text_is_left_over() -> None:
    whole = {text for _, tree in sources.modules("handlers") for text in sources.constants(tree)}
    used = whole | set(put_together()) | {refusal.key() for refusal in all_refusals()}

    left_over = set(texts(Language.VIETNAMESE)) - used
    assert not left_over


def test_no_word_of_vietnamese_stands_outside_the_texts() -> None:
    found = [
        (str(path), text)
        for path, tree in sources.modules("handlers", "services", "models")
        for text in sources.constants(tree)
        if VIETNAMESE.search(text) and path not in READING
    ]

    assert not found


# Refusals


@pytest.mark.parametrize("refusal", all_refusals(), ids=lambda refusal: refusal.__name__)
def test_every_refusal_has_its_words_in_both_languages(refusal: type[Refusal]) -> None:
    for language in Language:
        assert refusal.key() in texts(language)


@pytest.mark.parametrize("refusal", all_refusals(), ids=lambda refusal: refusal.__name__)
def test_a_refusal_carries_every_value_that_its_words_mention(refusal: type[Refusal]) -> None:
    carried = sources.made_by_name("services", "handlers").get(refusal.__name__)

    assert carried, f"{refusal.__name__} is never raised"
    for language in Language:
        mentioned = texts(language).get(refusal.key(), frozenset())
        assert all(mentioned - HOME_WORDS <= values for values in carried)


@pytest.mark.parametrize("refusal", all_refusals(), ids=lambda refusal: refusal.__name__)
def test_a_refusal_fits_into_the_answer_to_a_tap_unless_it_only_answers_typed_words(refusal: type[Refusal]) -> None:
    for language in Language:
        values = dict.fromkeys(texts(language)[refusal.key()], "x" * 20)
        said = label(language, refusal.key(), **values)
        assert len(said) <= NOTICE or refusal.__name__ in TO_TYPED_WORDS, said


def test_no_two_refusals_share_their_words() -> None:
    keys = [refusal.key() for refusal in all_refusals()]

    assert sorted(keys) == sorted(set(keys))


# Handlers


def test_every_handler_declares_who_may_use_it() -> None:
    undeclared = [route.callback for route in routes() if not allowed_roles(route.callback)]

    assert not undeclared


def test_every_room_of_the_menu_declares_who_may_enter() -> None:
    assert not [entry for entry, opened in ALL_FACES.entries.items() if not allowed_roles(opened.handler)]


def test_every_dialogue_declares_who_may_write_and_tap_in_it() -> None:
    for dialogue, conversation in ALL_FACES.conversations.items():
        assert allowed_roles(conversation.on_message), dialogue
        assert allowed_roles(conversation.on_tap), dialogue


def test_every_command_has_an_english_name() -> None:
    alone = {"start", "menu"}
    for command in ALL_FACES.commands:
        assert command.vietnamese != command.english or set(command.names) <= alone, command


def test_every_command_of_the_menus_is_heard_under_both_names() -> None:
    heard = {
        name for route in routes() if isinstance(route, CommandHandler) for name in route.commands if name.isascii()
    }

    for menu in layout.COMMANDS.values():
        assert set(menu) | set(menu.values()) <= heard


def test_no_command_is_heard_twice() -> None:
    heard = [name for route in routes() if isinstance(route, CommandHandler) for name in route.commands]

    assert sorted(heard) == sorted(set(heard))


def test_words_that_may_be_the_products_are_shown_in_the_readers_own_language() -> None:
    views = [file for name in ("views.py", "views/*.py", "record_sheets.py") for file in TEXTS.glob(f"*/{name}")]
    assert [place for file in sorted(views) for place in _shown_as_kept(file)] == []


def _shown_as_kept(file: Path) -> Iterator[str]:
    """Name the places where words that may be the product's are shown as they are kept."""
    kept = (".incident.title", ".drill.title", ".task.what", ".inject.step.text", ".member.suspended_because")
    tree = ast.parse(file.read_text("utf-8"))
    through = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and ast.unparse(one.func).endswith(".own")]
    asked = [one.test for one in ast.walk(tree) if isinstance(one, ast.If)]
    fine = {part for whole in (*through, *asked) for part in ast.walk(whole)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node not in fine and f".{ast.unparse(node)}".endswith(kept):
            yield f"{file}:{node.lineno}"
