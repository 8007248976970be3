"""`make mutants`: some 600 small changes to the modules that decide, and whether the tests notice them.

First the tests run once on marked modules, to see which of them pass through which function. Then each change is made
and the tests that pass its function are run, until one notices. One process for each core works in a copy of the tree.
Each result is printed as it comes and kept in `.mutants`, so that a run which was stopped goes on where it was, and the
next one tries again only what may have become different (`--anew`: all of it). At the end stand what went unnoticed
and the verdict: at least nine of ten changes that are not equivalent must be noticed. `equivalent.toml` names those
that are, each with the reason why nobody could tell it from what stands there.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
import tomllib
from collections.abc import Collection, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.mutants.changes import Change, changes
from tests.mutants.kept import Kept
from tests.mutants.marks import Passages, to_run
from tests.mutants.modules import DECIDING, LEFT_ALONE
from tests.mutants.runs import Trial, Try, pass_through, settle, try_out

WANTED_SHARE = 0.9
# How many changes are drawn, before each module gets its fewest.
COUNT = 220
FEWEST_OF_MODULE = 4
FILES_AT_ONCE, CHANGES_AT_ONCE = 12, 5
Drawn = list[tuple[str, Change]]


def main() -> int:
    """Draw the changes, try them, print what went unnoticed and the verdict."""
    asked = _arguments()
    modules, reasons = asked.modules or list(DECIDING), equivalent()
    # Of modules that are named the same changes are tried as in the whole run, unless it is said how many.
    drawn = draw(asked.count or COUNT, modules if asked.count else list(DECIDING), reasons)
    drawn = [(module, change) for module, change in drawn if module in modules]
    if asked.list:
        sys.stdout.writelines(f"{module}:{change.line} {change.name}\n" for module, change in drawn)
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began = time.monotonic()
    kept = Kept()
    if asked.anew:
        kept.forget()
    passages = _passages(kept, _files(asked.tests) if asked.tests else _all_tests())
    trials = list(_told(_tried(drawn, passages, kept), len(drawn)))
    _tell_left_out(reasons, modules)
    return _verdict(trials, minutes=(time.monotonic() - began) / 60)


def draw(count: int, modules: list[str], left_out: Collection[str]) -> Drawn:
    """Draw about so many changes, the same in each run: from each module by how many it has, four at least."""
    found = {module: _of(module, left_out) for module in modules}
    whole = sum(map(len, found.values()))
    return [
        (module, change)
        for module, all_of_it in found.items()
        for change in all_of_it[: max(FEWEST_OF_MODULE, round(count * len(all_of_it) / whole))]
    ]


def equivalent() -> dict[str, str]:
    """Give why nobody could tell a change from what stands there, by `module function: before → after`."""
    named = tomllib.loads(Path(__file__).with_name("equivalent.toml").read_text(encoding="utf-8"))
    return {f"{module} {change}": reason for module, each in named.items() for change, reason in each.items()}


def _of(module: str, left_out: Collection[str]) -> list[Change]:
    found = changes(Path(module).read_text(encoding="utf-8"))
    kept = [each for each in found if f"{module} {each.name}" not in left_out]
    return sorted(kept, key=lambda each: (each.order, each.line))


def _all_tests() -> list[str]:
    """List the files of tests that look at single rules."""
    return _files(["tests"])


def _files(asked: list[str]) -> list[str]:
    """List these files of tests and those in these folders, so that each process gets its share; none twice."""
    found: list[str] = []
    for each in map(Path, asked):
        inside = sorted(str(file) for file in each.rglob("test_*.py")) if each.is_dir() else [str(each)]
        found += [file for file in inside if not (each.is_dir() and file.startswith(LEFT_ALONE))]
    return list(dict.fromkeys(found))


def _passages(kept: Kept, tests: list[str]) -> Passages:
    """Find which tests pass through which function, where it isn't known yet."""
    unknown = kept.unknown(tests)
    shares = [unknown[each : each + FILES_AT_ONCE] for each in range(0, len(unknown), FILES_AT_ONCE)]
    with _processes(with_marks=True) as pool:
        running = {pool.submit(pass_through, share): share for share in shares}
        for number, done in enumerate(as_completed(running), start=1):
            found, broken = done.result()
            kept.keep_passages(running[done], found, broken)
            for test in broken:
                _say(f"left out, for it fails before anything is changed: {test}")
            _say(f"passed through {number} of {len(shares)} shares of the tests")
    return kept.passages(tests)


def _tried(drawn: Drawn, passages: Passages, kept: Kept) -> Iterator[Trial]:
    """Try each change of which it isn't known which test notices it."""
    tries: dict[str, list[Try]] = {}
    for module, change in drawn:
        if known := kept.noticed_by(module, change):
            yield Trial(module, change, known)
        elif tests := to_run(passages, module=module, function=change.function):
            tries.setdefault(module, []).append((change, tests))
        else:
            yield Trial(module, change, None)
    with _processes(with_marks=False) as pool:
        running = [
            pool.submit(try_out, module, some[each : each + CHANGES_AT_ONCE])
            for module, some in tries.items()
            for each in range(0, len(some), CHANGES_AT_ONCE)
        ]
        for done in as_completed(running):
            for trial in done.result():
                kept.keep_trial(trial.module, trial.change, trial.noticed_by)
                yield trial


@contextmanager
def _processes(*, with_marks: bool) -> Iterator[ProcessPoolExecutor]:
    """Give one process for each core, each settled in a copy of the tree; what they have not begun is dropped."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        begin = partial(settle, Path(folder), with_marks=with_marks)
        pool = ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"), initializer=begin)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def _told(trials: Iterator[Trial], whole: int) -> Iterator[Trial]:
    for number, each in enumerate(trials, start=1):
        ended = f"noticed by {each.noticed_by}" if each.noticed_by else "UNNOTICED"
        _say(f"{number}/{whole} {each.module}:{each.change.line} {each.change.name}: {ended}")
        yield each


def _tell_left_out(reasons: dict[str, str], modules: list[str]) -> None:
    there = {f"{module} {each.name}" for module in modules for each in _of(module, ())}
    for change, reason in reasons.items():
        if change in there:
            _say(f"left out, for nobody could tell it: {change}: {reason}")
        elif change.partition(" ")[0] in modules:
            _say(f"named as equivalent, but there is no such change any more: {change}")


def _verdict(trials: list[Trial], *, minutes: float) -> int:
    unnoticed = sorted((each.module, each.change.line, each.change.name) for each in trials if not each.noticed_by)
    for module, line, name in unnoticed:
        _say(f"unnoticed: {module}:{line} {name}")
    noticed = len(trials) - len(unnoticed)
    share = noticed / len(trials)
    is_good = share >= WANTED_SHARE
    word = "good" if is_good else "too few"
    _say(f"{noticed} of {len(trials)} changes noticed ({share:.1%}) in {minutes:.0f} min: {word}")
    return 0 if is_good else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description="Small changes, and whether the tests notice.")
    parser.add_argument("modules", nargs="*", help="only these modules")
    parser.add_argument(
        "--count", type=int, help=f"how many changes to draw of these modules ({COUNT} of all together)"
    )
    parser.add_argument("--tests", nargs="*", help="only these tests, files or folders")
    parser.add_argument("--list", action="store_true", help="only list the changes that would be made")
    parser.add_argument("--anew", action="store_true", help="forget what earlier runs found")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
