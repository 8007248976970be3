"""Running tests once for each change, in a copy of the tree, from a process that has its libraries loaded."""

import importlib
import importlib.util
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.changes import Change
from tests.mutants.marks import Marks, Passages, marked
from tests.mutants.modules import DECIDING
from tests.mutants.swaps import NotSwapped, swap

LIBRARIES = (
    "sqlalchemy.ext.asyncio",
    "sqlmodel.ext.asyncio.session",
    "telegram.ext",
    "aiosqlite",
    "alembic.command",
    "aiohttp.web",
    "starlette.applications",
    "fluent.runtime",
    "babel.dates",
    "structlog",
    "openpyxl",
    "phonenumbers",
    "pydantic_settings",
    "hypothesis",
    "pytest",
)
# A change that makes a test wait for ever is noticed by that.
PATIENCE_SECONDS = 120
# Most changes are noticed by one of the first few tests; only for the others all files are read.
FIRST_FEW = 12
PASSED, TESTS_FAILED, NO_COLLECTION, NOT_SWAPPED, BROKEN = 0, 1, 2, 98, 99
NOTICED = {TESTS_FAILED, NO_COLLECTION, -signal.SIGALRM}
# In a process's own copy of the tree: what pytest says, the test that it is at, and which noticed.
SAID, AT, FOUND = "mutants.said", "mutants.at", "mutants.found"


# A change, and the tests that might notice it.
Try = tuple[Change, list[str]]
# The test that noticed a change, if one did, and whether the change could be put into what was loaded.
Found = tuple[str | None, bool]


@dataclass(frozen=True, slots=True)
class Trial:
    """One change to one module, and the test that noticed it, if any did."""

    module: str
    change: Change
    noticed_by: str | None


def settle(folder: Path, *, with_marks: bool) -> None:
    """Settle this process in a copy of the tree of its own, with marks in the modules that decide or without."""
    tree = _copy_of_the_tree(Path(tempfile.mkdtemp(dir=folder)))
    os.chdir(tree)
    # What a child has compiled, the next one need not.
    sys.dont_write_bytecode = False
    for module in DECIDING if with_marks else ():
        _replace(Path(module), marked(Path(module).read_text(encoding="utf-8"), module))
    # What the product stands on is loaded here, but nothing of the product: that is for the children, from the copy.
    for name in LIBRARIES:
        importlib.import_module(name)


def pass_through(files: list[str]) -> tuple[Passages, list[str]]:
    """Run these files of tests on marked modules; tell which of them pass through which function, and which fail.

    A test that fails before anything is changed tells nothing, and is among none of the passages. Raises RuntimeError
    where the files cannot be read.
    """
    found, again = Path("mutants.passages"), Path("mutants.again")
    failed = _passed(files, found)
    # On a machine that has much to do, a test may run out of patience.
    broken = _passed(failed, again) if failed else []
    passages: Passages = json.loads(found.read_text(encoding="utf-8"))["passages"]
    for tests in passages.values():
        for each in broken:
            tests.pop(each, None)
    return passages, broken


def _passed(tests: list[str], found: Path) -> list[str]:
    ended = _in_a_child(lambda: _pass(tests, found))
    if ended not in {PASSED, TESTS_FAILED}:
        raise RuntimeError(f"the tests cannot be read: pytest ended with {ended}\n{_said()}")
    failed: list[str] = json.loads(found.read_text(encoding="utf-8"))["failed"]
    return failed


def try_out(module: str, tries: Sequence[Try]) -> list[Trial]:
    """Make each change to a module, see whether one of its tests notices it, and undo it.

    The tests are read once, and each change is put into what is loaded. What cannot be, is tried on a module that is
    read anew; and so is with a few tests what nobody notices, for it may be that it only shows in the reading.
    """
    source = Path(module).read_text(encoding="utf-8")
    found: list[Found] = []
    while len(found) < len(tries):
        found += _swapped(module, source, tries[len(found) :])
    trials = []
    for (change, tests), (noticed_by, was_swapped) in zip(tries, found, strict=True):
        again = tests[:FIRST_FEW] if was_swapped else tests
        trials.append(Trial(module, change, noticed_by or _read_anew(module, source, change, again)))
    return trials


def _swapped(module: str, source: str, tries: Sequence[Try]) -> list[Found]:
    """Try changes one after the other on what is loaded: all, or as many as leave it as it was."""
    found = Path(FOUND)
    found.write_text("[]", encoding="utf-8")
    every = list(dict.fromkeys(test for _, tests in tries for test in tests))
    ended = _in_a_child(lambda: _pytest(every, Swaps(module, source, tries, found)))
    if ended != PASSED:
        raise RuntimeError(f"pytest ended with {ended}\n{_said()}")
    noticed: list[Found] = json.loads(found.read_text(encoding="utf-8"))
    return noticed


class Swaps:
    """A plugin of pytest that runs, instead of all tests, those of each change in a child, with the change made."""

    def __init__(self, module: str, source: str, tries: Sequence[Try], found: Path) -> None:
        self._module, self._source, self._tries, self._found = module, source, tries, found

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try the changes, and write after each which test noticed it."""
        items = {item.nodeid: item for item in session.items}
        # The database that all tests begin with is made once, by a test that wants it; its tidying waits for the end.
        warming = next((item for item in session.items if "place" in getattr(item, "fixturenames", ())), None)
        if warming is not None:
            _run(warming)
        found: list[Found] = []
        for change, tests in self._tries:
            ended = _in_a_child(partial(self._try, change, [items[test] for test in tests]))
            failed = ended not in {PASSED, NOT_SWAPPED}
            noticed = failed and (ended < 0 or self._passes_unchanged(items))
            found.append((Path(AT).read_text(encoding="utf-8") if noticed else None, ended != NOT_SWAPPED))
            self._found.write_text(json.dumps(found), encoding="utf-8")
            if ended < 0:
                break
        return True

    def _try(self, change: Change, items: list[pytest.Item]) -> int:
        try:
            swap(self._module, change, self._source)
        except NotSwapped:
            return NOT_SWAPPED
        return next((TESTS_FAILED for item in items if not _run(item)), PASSED)

    def _passes_unchanged(self, items: dict[str, pytest.Item]) -> bool:
        """Tell whether the test that noticed a change passes without it, here and now."""
        item = items[Path(AT).read_text(encoding="utf-8")]
        return _in_a_child(lambda: PASSED if _run(item) else TESTS_FAILED) == PASSED


def _run(item: pytest.Item) -> bool:
    """Run a test, but leave what all tests share."""
    signal.alarm(PATIENCE_SECONDS)
    Path(AT).write_text(item.nodeid, encoding="utf-8")
    # What follows is said to be of the same session, but in no module: only what the session shares stays.
    reports = runtestprotocol(item, log=False, nextitem=cast("pytest.Item", item.session))
    signal.alarm(0)
    return not any(report.failed for report in reports)


def _read_anew(module: str, source: str, change: Change, tests: list[str]) -> str | None:
    file = Path(module)
    _replace(file, change.applied(source))
    try:
        parts = [each for each in (tests[:FIRST_FEW], tests[FIRST_FEW:]) if each]
        return next(filter(None, map(_noticing, parts)), None)
    finally:
        _replace(file, source)


def _noticing(tests: list[str]) -> str | None:
    """Run some tests, and name the one that fails or waits for ever."""
    Path(AT).write_text(tests[0], encoding="utf-8")
    ended = _in_a_child(lambda: _pytest(["-x", *tests], _At()))
    if ended not in {PASSED, *NOTICED}:
        raise RuntimeError(f"pytest ended with {ended}\n{_said()}")
    return Path(AT).read_text(encoding="utf-8") if ended in NOTICED else None


def _said() -> str:
    return Path(SAID).read_text(encoding="utf-8")[-4000:]


class _At:
    """A plugin of pytest that writes which test it is at, and gives each its time."""

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        signal.alarm(PATIENCE_SECONDS)
        Path(AT).write_text(nodeid, encoding="utf-8")


def _replace(file: Path, source: str) -> None:
    """Write a module anew, and forget what was compiled of it: of one size and one second, nobody could tell."""
    file.write_text(source, encoding="utf-8")
    Path(importlib.util.cache_from_source(str(file))).unlink(missing_ok=True)


def _copy_of_the_tree(to: Path) -> Path:
    """Copy the tree, so that no change ever stands in it."""
    passed_over = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", ".mutants", "__pycache__", "*.db*")
    return Path(shutil.copytree(".", to, ignore=passed_over, dirs_exist_ok=True))


def _in_a_child(act: Callable[[], int]) -> int:
    """Do something in a child of this process; the child ends with it, and tells how by its exit code."""
    child = os.fork()
    if child == 0:
        ended = BROKEN
        try:
            ended = act()
        finally:
            os._exit(ended)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _pass(files: list[str], found: Path) -> int:
    marks = Marks()
    ended = _pytest(files, marks)
    marks.write(found)
    return ended


def _pytest(arguments: list[str], plugin: Any) -> int:
    said = os.open(SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    # From here on everything of the product and of its tests comes out of the copy.
    sys.path[:] = [
        str(Path.cwd()),
        *(each for each in sys.path if each and not (Path(each) / "tests/mutants").exists()),
    ]
    for name in [each for each in sys.modules if each.split(".")[0] == "tests"]:
        del sys.modules[name]
    pytest = importlib.import_module("pytest")
    quiet = ["-q", "-n", "0", "-p", "no:cacheprovider", "-W", "ignore:Module already imported"]
    return int(pytest.main([*quiet, *arguments], plugins=[plugin]))
