"""Words that are typed in a dialogue about an incident are read for labels before others get them."""

import ast
from pathlib import Path

import pytest

from models.drafts import Dialogue

ROOT = Path(__file__).parents[2]
READING = {"labels.check_words", "sharing.asked_of_words", "label_in"}
# Where the words of a dialogue are read: there what reads them must be called.
READ = {
    Dialogue.INCIDENT: "services/declarations/touched.py",
    Dialogue.NOTICE: "services/incidents/notices.py",
    Dialogue.TASK: "services/tasks/orders.py",
    Dialogue.TASK_WORD: "handlers/tasks/words.py",
    Dialogue.QUESTION_ANSWER: "services/conversations/answering.py",
    Dialogue.CLEAR_WORDS: "services/conversations/answering.py",
    Dialogue.CORRECTION: "services/corrections/correcting.py",
    Dialogue.UPDATE: "handlers/updates/writing.py",
    Dialogue.REPORT: "services/reports/reports.py",
    Dialogue.REPORT_WORDS: "services/reports/reporting.py",
    Dialogue.ADVISORY: "services/advisories/sending.py",
    Dialogue.ADVISORY_WORDS: "services/advisories/changing.py",
    Dialogue.LESSON: "services/lessons/writing.py",
    Dialogue.LESSON_WORDS: "services/lessons/writing.py",
    Dialogue.REVIEW: "services/reviews/writing.py",
    Dialogue.REVIEW_VOICE: "services/reviews/voices.py",
    Dialogue.REVIEW_REMARK: "services/reviews/writing.py",
    Dialogue.HONOUR: "services/honours/deciding.py",
    Dialogue.PLAYBOOK: "services/tasks/orders.py",
    Dialogue.PLAYBOOK_SKIP: "services/playbooks/runs.py",
}
OF_NO_INCIDENT = "is about no incident"
BEFORE_ANY = "is written before there is an incident"
OF_A_DRILL = "is about a drill, which has no label"
INSIDE = "is read by those who coordinate, who read everything"
# Whose words nobody need read, and why.
NOT_READ = {
    Dialogue.REGISTRATION: OF_NO_INCIDENT,
    Dialogue.DECISION: OF_NO_INCIDENT,
    Dialogue.CAPABILITY: OF_NO_INCIDENT,
    Dialogue.BUSINESS: OF_NO_INCIDENT,
    Dialogue.SUSPENSION: OF_NO_INCIDENT,
    Dialogue.MERGER: OF_NO_INCIDENT,
    Dialogue.ROSTER: OF_NO_INCIDENT,
    Dialogue.DUTY: OF_NO_INCIDENT,
    Dialogue.SYSTEMS: OF_NO_INCIDENT,
    Dialogue.AUDIT: OF_NO_INCIDENT,
    Dialogue.FIGURES: OF_NO_INCIDENT,
    Dialogue.SYSTEM: OF_NO_INCIDENT,
    Dialogue.POLICY: OF_NO_INCIDENT,
    Dialogue.ESCALATION_POST: OF_NO_INCIDENT,
    Dialogue.SCRIPT: BEFORE_ANY,
    Dialogue.EXERCISE: BEFORE_ANY,
    Dialogue.TEMPLATE: BEFORE_ANY,
    Dialogue.DRILL: OF_A_DRILL,
    Dialogue.INJECT_WORDS: OF_A_DRILL,
    Dialogue.COMMAND: INSIDE,
    Dialogue.PAPER: INSIDE,
    Dialogue.ESCALATION: INSIDE,
    Dialogue.TOUCHED: INSIDE,
    Dialogue.CALL_MORE: "only names the businesses that are called",
    Dialogue.OFFER: "is read by those who coordinate and by the business that offers",
}


def test_of_every_dialogue_it_is_known_where_its_words_are_read_or_why_they_are_not() -> None:
    assert READ.keys() | NOT_READ.keys() == set(Dialogue)
    assert not READ.keys() & NOT_READ.keys()


@pytest.mark.parametrize("place", sorted(set(READ.values())))
def test_what_reads_the_words_for_labels_is_called_where_that_is_said(place: str) -> None:
    calls = [one for one in ast.walk(ast.parse((ROOT / place).read_text("utf-8"))) if isinstance(one, ast.Call)]

    assert {ast.unparse(one.func) for one in calls} & READING
