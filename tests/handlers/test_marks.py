"""A mark has one meaning: the glossary's table names each, and no text uses one for something else."""

import re
from collections import defaultdict
from collections.abc import Mapping

from handlers.incidents.views.cards import MARKS as STATUSES
from handlers.incidents.views.cards import mark_of
from handlers.tally.views.cards import MARKS as HEAPS
from models.incidents import IncidentKind, IncidentStatus
from models.people import Language
from tests.handlers import sources

MARK = re.compile(
    "[0-9]\ufe0f?\u20e3|[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u2bff\U0001f000-\U0001faff]"
)
ENTRY = re.compile(r"^([a-z][\w-]*) =")
# Marks that must not be mistaken, and the only texts that may use them; the rest of the house keeps to the table alone.
ONLY_IN: Mapping[str, set[str]] = {
    "✅": {"answer-ready", "answer-said-ready"},
    "🟠": {"button-handling"},
    "🔴": set(),
    "🧪": {"button-as-drill", "template-drill-name", "menu-entry-drills", "figures-button-drills"},
    "🟢": {
        *("button-close", "button-send-all-clear", "card-closed", "details-said-all-clear", "notice-ask-all-clear"),
        *("notice-head-all-clear", "notice-sent-all-clear", "task-incident-over"),
        *("report-told-ended", "report-short-ended", "command-ended"),
        *("escalation-ended", "escalation-button-end", "escalation-button-end-now", "escalation-ask-end"),
        *(
            "called-over",
            "playbook-step-stopped",
            "playbook-run-stopped",
            "playbook-run-over",
            "playbook-page-stopped",
            "playbook-page-over",
        ),
        *("proposal-is-over", "proposal-said-over", "proposal-said-over-drill"),
        *("contact-count-over", "contact-button-end", "contact-button-end-now"),
        *("drill-button-end", "drill-button-end-now"),
    },
    "✖": {"button-cancel", "import-button-drop"},
    "➖": {
        *(
            "button-drop",
            "label-button-unlabel",
            "button-drop-part",
            "button-command-without-facts",
            "button-update-clear",
            "button-update-no-next",
            "button-without-place",
            "preview-proposed",
            "roster-button-off",
            "system-button-empty",
            "system-button-remove",
            "touched-button-less",
            "duty-law-button-drop",
            "lesson-button-drop",
            "lesson-button-drop-one",
            "lesson-button-empty",
            "roster-button-unfiltered",
        ),
        *("task-filter-off", "button-group-unbind", "button-group-unbind-now"),
        *("button-operations-let-go", "button-operations-let-go-now"),
        *("participants-button-out", "participants-taken-out"),
    },
    # Messages, not those whom they go to.
    "📤": {
        *("tally-on-its-way", "button-resend", "button-resend-now"),
        *("question-answered-under-way", "question-fate-under-way"),
        *("contact-count-waiting", "contact-list-waiting"),
    },
    "📵": {
        "figures-button-unreached",
        *("duty-name-unreachable", "duty-unreachable", "staff-person-unreachable", "trouble-failures-businesses"),
        *("question-fate-lost", "question-undelivered", "button-tally-undelivered"),
        *("call-button-no-answer", "escalation-news-silent"),
        *("late-line-out-of-reach", "late-out-of-reach-hint", "list-lost", "tally-lost"),
        *("contact-count-unreachable", "contact-button-unreachable", "contact-list-unreachable"),
        *("participants-head-unreached", "participants-line-unreached"),
        *("participants-nobody-line", "participants-speaker-unreached", "post-button-no-way"),
        *("report-unreached", "report-said-unreached"),
    },
    # To be on site is no place, to verify a task no end, a list none of tasks: each has a mark of its own.
    "🦺": {
        *("card-on-site", "situation-on-site", "situation-nobody-there", "button-on-site", "button-on-site-again"),
        *("button-site", "site-head", "late-line-there", "arrival-there", "tally-there", "task-button-on-site"),
        *("call-button-came", "called-button-came"),
    },
    "🏁": {"button-tally-verify", "task-button-verified", "task-ask-verified", "task-button-verify-now"},
    "🎬": {"drill-button-scripts", "exercise-head"},
    "☰": {"button-menu"},
    "1️⃣": {"severity-low-marked"},
    "2️⃣": {"severity-medium-marked"},
    "3️⃣": {"severity-serious-marked"},
    "4️⃣": {"severity-critical-marked"},
}


def bare(mark: str) -> str:
    """Leave out the sign that asks for a coloured picture."""
    return mark.replace("\ufe0f", "")


def used(language: Language) -> dict[str, set[str]]:
    """Give each mark of the texts of a language with the keys that use it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in sorted((sources.ROOT / "handlers").glob(f"*/*.{language}.ftl")):
        key = ""
        for line in file.read_text("utf-8").splitlines():
            entry = ENTRY.match(line)
            key = entry[1] if entry else key
            for mark in MARK.findall(line):
                found[bare(mark)].add(key)
    return dict(found)


def table() -> list[str]:
    """Read the marks of the glossary's table, one a row."""
    text = (sources.ROOT / "docs/glossary.md").read_text("utf-8")
    section = text.partition("\n## Marks")[2].partition("\n## ")[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("|")]
    return [bare(mark) for row in rows[2:] for mark in row.split()]


def test_the_table_names_every_mark_once() -> None:
    marks = table()

    assert len(marks) > 50
    assert sorted(marks) == sorted(set(marks))


def test_every_mark_of_the_texts_stands_in_the_table() -> None:
    for language in Language:
        assert used(language).keys() - set(table()) == set(), language


def test_every_mark_that_code_shows_stands_in_the_table() -> None:
    shown = {
        bare(mark)
        for _, tree in sources.modules("handlers")
        for text in sources.constants(tree)
        if len(text) <= 3
        for mark in MARK.findall(text)
    }

    assert shown
    assert shown - set(table()) == set()


def test_marks_that_must_not_be_mistaken_are_used_for_one_thing() -> None:
    for language in Language:
        found = used(language)
        for mark, keys in ONLY_IN.items():
            assert found.get(bare(mark), set()) == keys, (language, mark)


def test_heaps_of_businesses_have_marks_of_their_own_that_messages_have_not() -> None:
    assert len(set(HEAPS.values())) == len(HEAPS)
    assert not {"📤", "❌", "❔"} & set(HEAPS.values())


def test_the_mark_of_attention_is_a_picture_everywhere() -> None:
    plain = re.compile("\u26a0(?!\ufe0f)")
    files = [*(sources.ROOT / "handlers").rglob("*.ftl"), *(sources.ROOT / "handlers").rglob("*.py")]

    assert any("\u26a0\ufe0f" in file.read_text("utf-8") for file in files)
    assert [file.name for file in files if plain.search(file.read_text("utf-8"))] == []


def test_both_languages_mark_a_text_alike() -> None:
    vietnamese, english = used(Language.VIETNAMESE), used(Language.ENGLISH)

    assert vietnamese == english


def test_a_drill_has_a_mark_of_its_own_until_it_is_over() -> None:
    shown = {(kind, status): mark_of(kind, status) for kind in IncidentKind for status in IncidentStatus}

    for status in (IncidentStatus.OPEN, IncidentStatus.HANDLING):
        assert shown[IncidentKind.DRILL, status] == "🧪"
    assert [STATUSES[status] for status in IncidentStatus] == ["🔴", "🟠", "🟢"]
    assert shown[IncidentKind.DRILL, IncidentStatus.CLOSED] == "🟢"
    assert shown[IncidentKind.INCIDENT, IncidentStatus.HANDLING] == "🟠"
