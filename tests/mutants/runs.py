"""Running tests once for each change, in a copy of the tree, from a process that has its libraries loaded."""

import importlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.mutants.changes import Change
from tests.mutants.marks import Marks, Passages, marked, to_run
from tests.mutants.modules import DECIDING

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
)
# A change that makes a test wait for ever is noticed by that.
PATIENCE_SECONDS = 120
PASSED, TESTS_FAILED, NO_COLLECTION, BROKEN = 0, 1, 2, 99
NOTICED = {TESTS_FAILED, NO_COLLECTION, -signal.SIGALRM}


@dataclass(frozen=True, slots=True)
class Trial:
    """One change to one module, and whether a test noticed it."""

    module: str
    change: Change
    is_noticed: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What one process is to try, and which tests pass through which function."""

    drawn: list[tuple[str, Change]]
    passages: Passages


def pass_through(asked: tuple[list[str], Path]) -> None:
    """Run these files of tests on marked modules, and write which of them pass through which function.

    Raises RuntimeError where they fail: changes tell nothing on a tree that is broken already.
    """
    files, found = asked
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = _copy_of_the_tree(Path(folder))
        for module in DECIDING:
            source = (tree / module).read_text(encoding="utf-8")
            (tree / module).write_text(marked(source, module), encoding="utf-8")
        _load_libraries(tree)
        ended = _in_a_child(lambda: _pass(files, found), patience=0)
    if ended != PASSED:
        raise RuntimeError(f"the tests fail before anything is changed: pytest ended with {ended}")


def try_in_a_copy(work: Work) -> list[Trial]:
    """Try each change in a copy of the tree, and print at once what goes unnoticed."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = _copy_of_the_tree(Path(folder))
        _load_libraries(tree)
        return list(_told(_try_all(work, tree)))


def _try_all(work: Work, tree: Path) -> Iterator[Trial]:
    for module, change in work.drawn:
        tests = to_run(work.passages, module=module, function=change.function)
        yield Trial(module, change, bool(tests) and _is_noticed(tree / module, change, tests))


def _told(trials: Iterable[Trial]) -> Iterator[Trial]:
    for trial in trials:
        if not trial.is_noticed:
            sys.stdout.write(f"unnoticed: {trial.module}:{trial.change.line} {trial.change.name}\n")
            sys.stdout.flush()
        yield trial


def _is_noticed(file: Path, change: Change, tests: list[str]) -> bool:
    source = file.read_text(encoding="utf-8")
    file.write_text(change.applied(source), encoding="utf-8")
    try:
        ended = _in_a_child(lambda: _pytest(["-x", *tests]), patience=PATIENCE_SECONDS)
    finally:
        file.write_text(source, encoding="utf-8")
    if ended not in {PASSED, *NOTICED}:
        raise RuntimeError(f"pytest ended with {ended} on {file.name}: {change.name}")
    return ended in NOTICED


def _copy_of_the_tree(to: Path) -> Path:
    """Copy the tree, so that no change ever stands in it."""
    passed_over = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.db*")
    return Path(shutil.copytree(".", to, ignore=passed_over, dirs_exist_ok=True))


def _load_libraries(tree: Path) -> None:
    """Load what the product stands on, but nothing of the product: that is for the children, from the copy."""
    os.chdir(tree)
    sys.dont_write_bytecode = True
    for name in LIBRARIES:
        importlib.import_module(name)


def _in_a_child(act: Callable[[], int], *, patience: int) -> int:
    """Do something in a child of this process; the child ends with it, and tells how by its exit code."""
    child = os.fork()
    if child == 0:
        ended = BROKEN
        try:
            signal.alarm(patience)
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


def _pytest(arguments: list[str], *plugins: Any) -> int:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    # From here on everything of the product and of its tests comes out of the copy.
    sys.path[:] = [
        str(Path.cwd()),
        *(each for each in sys.path if each and not (Path(each) / "tests/mutants").exists()),
    ]
    for name in [each for each in sys.modules if each.split(".")[0] == "tests"]:
        del sys.modules[name]
    pytest = importlib.import_module("pytest")
    quiet = ["-q", "-n", "0", "-p", "no:cacheprovider", "-W", "ignore:Module already imported"]
    return int(pytest.main([*quiet, *arguments], plugins=list(plugins)))
