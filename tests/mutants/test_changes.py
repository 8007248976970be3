"""What counts as a small change, and which tests are run for it."""

from typing import Any

import pytest

from tests.mutants.changes import changes
from tests.mutants.marks import marked, to_run

RULE = '''"""A rule."""

LIMIT = 3


def is_late(due: int | None, *, now: int) -> bool:
    """Tell whether the due time lies behind."""
    if due is None or not due:
        return False
    note(due)
    return due + 1 < now
'''


def test_each_condition_number_and_act_of_a_rule_is_changed_once() -> None:
    assert [each.name for each in changes(RULE)] == [
        "module: 3 → 4",
        "is_late: or → and",
        "is_late: is → is not",
        "is_late: not due → (due)",
        "is_late: False → True",
        "is_late: note(due) → pass",
        "is_late: < → <=",
        "is_late: + → -",
        "is_late: 1 → 2",
    ]


def test_a_change_touches_its_own_place_alone() -> None:
    [change] = [each for each in changes(RULE) if each.name == "is_late: < → <="]
    assert change.applied(RULE) == RULE.replace("due + 1 < now", "due + 1 <= now")


def test_a_change_is_made_only_to_the_source_in_which_it_was_found() -> None:
    [change] = [each for each in changes(RULE) if each.name == "is_late: < → <="]
    with pytest.raises(ValueError, match="another one meanwhile"):
        change.applied(f"# Moved.\n{RULE}")


def test_letters_of_several_bytes_do_not_shift_what_is_changed() -> None:
    source = 'ready = "sẵn sàng" and limit > 2\n'
    [change] = [each for each in changes(source) if each.before == ">"]
    assert change.applied(source) == 'ready = "sẵn sàng" and limit >= 2\n'


def test_conditions_of_a_query_are_left_out_one_by_one() -> None:
    source = "query = select(Row).where(a, b).order_by(c)\n"
    assert [each.applied(source) for each in changes(source)] == [
        "query = select(Row).where(a, b).order_by()\n",
        "query = select(Row).where(b).order_by(c)\n",
        "query = select(Row).where(a, ).order_by(c)\n",
    ]


def test_a_mark_stands_behind_the_docstring_of_each_function_and_harms_nobody_who_looks_for_none() -> None:
    source = marked(RULE, "rules.py")
    assert 'lies behind."""\n    vars(' in source
    module: dict[str, Any] = {"note": id}
    exec(source, module)  # noqa: S102
    assert module["is_late"](1, now=3)


def test_the_modules_own_tests_come_first_then_the_quickest_and_not_more_than_half_a_minute_of_them() -> None:
    passages = {
        "services/a/b.py f": {"tests/far.py::x": 0.1, "tests/services/a/test_b.py::y": 9.0, "tests/far.py::z": 31.0}
    }
    chosen = to_run(passages, module="services/a/b.py", function="f")
    assert chosen == ["tests/services/a/test_b.py::y", "tests/far.py::x", "tests/far.py::z"]
    slow = {"services/a/b.py f": {"tests/far.py::x": 31.0, "tests/far.py::y": 32.0}}
    assert to_run(slow, module="services/a/b.py", function="f") == ["tests/far.py::x"]


def test_a_function_that_no_test_passes_is_tried_with_the_tests_of_its_module() -> None:
    passages = {"services/a/b.py module": {"tests/far.py::x": 0.1}}
    assert to_run(passages, module="services/a/b.py", function="g") == ["tests/far.py::x"]


def test_what_stands_outside_of_functions_is_tried_with_all_of_the_modules_own_tests() -> None:
    passages = {
        "services/a/b.py module": {"tests/far.py::x": 0.1},
        "tests/services/a/test_b.py module": {"tests/services/a/test_b.py::y": 0.2},
    }
    chosen = to_run(passages, module="services/a/b.py", function="module")
    assert chosen == ["tests/services/a/test_b.py::y", "tests/far.py::x"]


def test_one_case_of_each_story_comes_before_the_second_case_of_any() -> None:
    own = "tests/services/a/test_b.py"
    passages = {"services/a/b.py f": {f"{own}::x[1]": 0.1, f"{own}::x[2]": 0.2, f"{own}::y": 0.3}}
    chosen = to_run(passages, module="services/a/b.py", function="f")
    assert chosen == [f"{own}::x[1]", f"{own}::y", f"{own}::x[2]"]


def test_tests_beside_the_modules_own_come_before_quicker_ones_that_are_far() -> None:
    near, far = "tests/services/a/test_c.py::x", "tests/scenarios/test_d.py::y"
    passages = {"services/a/b.py f": {near: 2.0, far: 0.1, "tests/services/a/test_b.py::z": 3.0}}
    chosen = to_run(passages, module="services/a/b.py", function="f")
    assert chosen == ["tests/services/a/test_b.py::z", near, far]
