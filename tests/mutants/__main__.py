"""`make mutants`: some 300 small changes to the modules that decide, and whether the tests notice them.

First all tests run once on marked modules, to see which of them pass through which function. Then each change is made
and the tests that pass its function are run. Two processes work side by side, each in a copy of the tree. The lines
list what went unnoticed; the last one is the verdict: at least nine of ten changes that are not equivalent must be
noticed. `equivalent.toml` names those that are, each with the reason why nobody could tell it from what stands there.
"""

import argparse
import json
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.mutants.changes import Change, changes
from tests.mutants.marks import Passages
from tests.mutants.modules import DECIDING, LEFT_ALONE
from tests.mutants.runs import Trial, Work, pass_through, try_in_a_copy

WANTED_SHARE = 0.9
PROCESSES = 2
Drawn = list[tuple[str, Change]]


def main() -> int:
    """Draw the changes, try them, print what went unnoticed and the verdict."""
    asked = _arguments()
    drawn = draw(asked.count, asked.modules or list(DECIDING), equivalent())
    if asked.list:
        sys.stdout.writelines(f"{module}:{change.line} {change.name}\n" for module, change in drawn)
        return 0
    began = time.monotonic()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        passages = _passages(pool, _files(asked.tests) if asked.tests else _all_tests())
        work = [Work(drawn[each::PROCESSES], passages) for each in range(PROCESSES)]
        trials = [trial for tried in pool.map(try_in_a_copy, work) for trial in tried]
    return _verdict(trials, minutes=(time.monotonic() - began) / 60)


def draw(count: int, modules: list[str], left_out: frozenset[str]) -> Drawn:
    """Draw about so many changes, the same in each run: from each module by how many it has, four at least."""
    found = {module: _of(module, left_out) for module in modules}
    whole = sum(map(len, found.values()))
    return [
        (module, change)
        for module, all_of_it in found.items()
        for change in all_of_it[: max(4, round(count * len(all_of_it) / whole))]
    ]


def equivalent() -> frozenset[str]:
    """Name the changes that nobody could tell from what stands there, as `module function: before → after`."""
    named = tomllib.loads(Path(__file__).with_name("equivalent.toml").read_text(encoding="utf-8"))
    return frozenset(f"{module} {change}" for module, each in named.items() for change in each)


def _of(module: str, left_out: frozenset[str]) -> list[Change]:
    found = changes(Path(module).read_text(encoding="utf-8"))
    kept = [each for each in found if f"{module} {each.name}" not in left_out]
    return sorted(kept, key=lambda each: (each.order, each.line))


def _all_tests() -> list[str]:
    """List the files of tests that look at single rules."""
    return [str(file) for file in sorted(Path("tests").rglob("test_*.py")) if not str(file).startswith(LEFT_ALONE)]


def _files(asked: list[str]) -> list[str]:
    """List the files of tests in these folders, so that each process gets its share; none stands there twice."""
    found = [
        file for each in map(Path, asked) for file in (sorted(each.rglob("test_*.py")) if each.is_dir() else [each])
    ]
    return list(dict.fromkeys(map(str, found)))


def _passages(pool: ProcessPoolExecutor, tests: list[str]) -> Passages:
    """Find which tests pass through which function, half of the files in each process."""
    passages: Passages = defaultdict(dict)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        found = [Path(folder) / f"{each}.json" for each in range(PROCESSES)]
        # Asked for no file at all, pytest would run every test.
        shares = [(tests[each::PROCESSES], found[each]) for each in range(min(PROCESSES, len(tests)))]
        list(pool.map(pass_through, shares))
        for _, file in shares:
            for function, passing in json.loads(file.read_text(encoding="utf-8")).items():
                passages[function].update(passing)
    return dict(passages)


def _verdict(trials: list[Trial], *, minutes: float) -> int:
    noticed = sum(each.is_noticed for each in trials)
    share = noticed / len(trials)
    is_good = share >= WANTED_SHARE
    word = "good" if is_good else "too few"
    sys.stdout.write(f"{noticed} of {len(trials)} changes noticed ({share:.1%}) in {minutes:.0f} min: {word}\n")
    return 0 if is_good else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description="Small changes, and whether the tests notice.")
    parser.add_argument("modules", nargs="*", help="only these modules")
    parser.add_argument("--count", type=int, default=300, help="how many changes to draw (300)")
    parser.add_argument("--tests", nargs="*", help="only these tests, files or folders")
    parser.add_argument("--list", action="store_true", help="only list the changes that would be made")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
