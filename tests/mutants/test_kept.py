"""What a run of changes keeps for the next one."""

from pathlib import Path

import pytest

from tests.mutants.changes import Change, changes
from tests.mutants.kept import Kept

RULE = "def is_late(due: int, now: int) -> bool:\n    return due < now\n"
STORY = "tests/test_rules.py::test_what_is_late"


@pytest.fixture(autouse=True)
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Change:
    """A change to a rule, in a tree that has this rule and one test."""
    monkeypatch.chdir(tmp_path)
    Path("rules.py").write_text(RULE, encoding="utf-8")
    Path("tests").mkdir()
    Path("tests/test_rules.py").write_text("one", encoding="utf-8")
    [only] = changes(RULE)
    return only


def test_the_next_run_knows_which_test_noticed_a_change(change: Change) -> None:
    Kept().keep_trial("rules.py", change, STORY)
    assert Kept().noticed_by("rules.py", change) == STORY


@pytest.mark.parametrize("file", ["rules.py", "tests/test_rules.py"])
def test_a_change_is_tried_again_once_its_module_or_the_test_that_noticed_it_is_another(
    file: str, change: Change
) -> None:
    Kept().keep_trial("rules.py", change, STORY)
    Path(file).write_text("two", encoding="utf-8")
    assert Kept().noticed_by("rules.py", change) is None


def test_a_change_is_tried_again_once_the_test_that_noticed_it_is_gone(change: Change) -> None:
    Kept().keep_trial("rules.py", change, STORY)
    Path("tests/test_rules.py").unlink()
    assert Kept().noticed_by("rules.py", change) is None


def test_what_went_unnoticed_later_is_tried_again(change: Change) -> None:
    Kept().keep_trial("rules.py", change, STORY)
    Kept().keep_trial("rules.py", change, None)
    assert Kept().noticed_by("rules.py", change) is None


def test_where_tests_pass_is_found_again_only_for_a_file_of_tests_that_is_another() -> None:
    kept = Kept()
    assert kept.unknown(["tests/test_rules.py"]) == ["tests/test_rules.py"]
    found = {"rules.py is_late": {STORY: 0.5, "tests/test_far.py::test_far": 0.1}}
    kept.keep_passages(["tests/test_rules.py"], found)
    assert Kept().unknown(["tests/test_rules.py"]) == []
    assert Kept().passages(["tests/test_rules.py"]) == {"rules.py is_late": {STORY: 0.5}}
    Path("tests/test_rules.py").write_text("two", encoding="utf-8")
    assert Kept().unknown(["tests/test_rules.py"]) == ["tests/test_rules.py"]


def test_a_file_with_a_broken_test_is_looked_at_again() -> None:
    kept = Kept()
    kept.keep_passages(["tests/test_rules.py"], {"rules.py is_late": {STORY: 0.5}}, broken=[STORY])
    assert kept.unknown(["tests/test_rules.py"]) == ["tests/test_rules.py"]
    assert kept.passages(["tests/test_rules.py"]) == {"rules.py is_late": {STORY: 0.5}}


def test_what_a_run_forgets_is_found_anew(change: Change) -> None:
    kept = Kept()
    kept.keep_trial("rules.py", change, STORY)
    kept.keep_passages(["tests/test_rules.py"], {})
    kept.forget()
    assert kept.noticed_by("rules.py", change) is None
    assert kept.unknown(["tests/test_rules.py"]) == ["tests/test_rules.py"]
