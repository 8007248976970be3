"""Which tests pass through which function: found once, by marks that are written into a copy of the modules."""

import ast
import builtins
import json
import os
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest

# For one change so many tests are run at most, and so many seconds of them, the nearest and the quickest first.
TESTS_AT_MOST, SECONDS_AT_MOST = 200, 30.0
WHOLE_MODULE = "module"
# A program that a test starts knows of no marks.
MARK = "vars(__import__('builtins')).get('__passed__', lambda *_: None)({!r}, {!r})"
# Seconds by test, by `module function`.
Passages = dict[str, dict[str, float]]


def marked(source: str, module: str) -> str:
    """Give a module's source with a mark at the beginning of each function."""
    tree = ast.parse(source)
    _mark(tree, module, ())
    return ast.unparse(ast.fix_missing_locations(tree))


class Marks:
    """A plugin of pytest that keeps which marks each test passes, and how long the processor works for the test."""

    def __init__(self) -> None:
        self._passed: dict[str, set[str]] = defaultdict(set)
        self._seconds: dict[str, float] = {}
        self._failed: list[str] = []
        self._began = 0.0
        vars(builtins)["__passed__"] = self._keep

    def pytest_runtest_logstart(self) -> None:
        """Note when a test begins."""
        self._began = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Keep how long a test took, all its phases together, and among the tests of its file that it is there."""
        self._seconds[nodeid] = time.process_time() - self._began
        self._passed[f"{nodeid.partition('::')[0]} {WHOLE_MODULE}"].add(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep which tests fail."""
        if report.failed:
            self._failed.append(report.nodeid)

    def write(self, file: Path) -> None:
        """Write what was found, and what failed, as JSON."""
        found = {name: {each: self._seconds.get(each, 0.0) for each in tests} for name, tests in self._passed.items()}
        file.write_text(json.dumps({"passages": found, "failed": self._failed}), encoding="utf-8")

    def _keep(self, module: str, function: str) -> None:
        test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
        if test:
            self._passed[f"{module} {function}"].add(test)
            self._passed[f"{module} {WHOLE_MODULE}"].add(test)


def to_run(passages: Passages, *, module: str, function: str) -> list[str]:
    """Choose the tests for a change: those that pass its function, the module's own first, then those beside them.

    Of equals the quickest are first; of a test with many cases the others of its file come before its second one.
    Nobody passes what stands outside of functions: that is for all of the module's own tests, and all that pass it.
    """
    beside = f"tests/{module.rpartition('/')[0]}/"
    own = f"{beside}test_{Path(module).name}"
    whole = {**passages.get(f"{module} {WHOLE_MODULE}", {}), **passages.get(f"{own} {WHOLE_MODULE}", {})}
    found = whole if function == WHOLE_MODULE else passages.get(f"{module} {function}") or whole
    cases: Counter[str] = Counter()
    ranked = []
    for test in sorted(found, key=lambda each: (found[each], each)):
        story = test.partition("[")[0]
        far = (not test.startswith(own), not test.startswith(beside))
        ranked.append((far, cases[story], found[test], test))
        cases[story] += 1
    chosen: list[str] = []
    seconds = 0.0
    for *_, took, test in sorted(ranked):
        if len(chosen) == TESTS_AT_MOST or seconds > SECONDS_AT_MOST:
            break
        chosen.append(test)
        seconds += took
    return chosen


def _mark(node: ast.AST, module: str, inside: tuple[str, ...]) -> None:
    for each in ast.iter_child_nodes(node):
        if not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        names = (*inside, each.name)
        _mark(each, module, names)
        if not isinstance(each, ast.ClassDef):
            place = 1 if ast.get_docstring(each) else 0
            each.body.insert(place, ast.parse(MARK.format(module, ".".join(names))).body[0])
