"""What one run keeps for the next: which tests pass through which function, and which test noticed which change."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.mutants.changes import Change
from tests.mutants.marks import Passages
from tests.mutants.modules import DECIDING

KEPT = Path(".mutants")


class Kept:
    """Two files beside the tree, written after each result, so that a run which was stopped goes on where it was."""

    def __init__(self, folder: Path = KEPT) -> None:
        folder.mkdir(exist_ok=True)
        self._passages = folder / "passages.json"
        self._trials = folder / "trials.json"
        self._passed: dict[str, Any] = _read(self._passages)
        self._tried: dict[str, Any] = _read(self._trials)

    def forget(self) -> None:
        """Begin with nothing known."""
        self._passed, self._tried = {}, {}

    def unknown(self, tests: list[str]) -> list[str]:
        """List the files of tests of which it isn't known where they pass, as they stand now."""
        return [each for each in tests if self._passed.get(each, {}).get("state") != _state(each)]

    def passages(self, tests: list[str]) -> Passages:
        """Put together where these files of tests pass."""
        found: Passages = {}
        for each in tests:
            for function, seconds in self._passed[each]["passages"].items():
                found.setdefault(function, {}).update(seconds)
        return found

    def keep_passages(self, tests: list[str], found: Passages, broken: Iterable[str] = ()) -> None:
        """Keep where these files of tests pass; those of which a test is broken are looked at again by the next run."""
        those = {test.partition("::")[0] for test in broken}
        for each in tests:
            state = None if each in those else _state(each)
            self._passed[each] = {"state": state, "passages": dict(_of_file(each, found))}
        _write(self._passages, self._passed)

    def noticed_by(self, module: str, change: Change) -> str | None:
        """Name the test that noticed a change, unless the module or the test's file has become another since."""
        known = self._tried.get(_key(module, change))
        return known["test"] if known and known["state"] == _state_of_trial(module, known["test"]) else None

    def keep_trial(self, module: str, change: Change, test: str | None) -> None:
        """Keep which test noticed a change; what went unnoticed is tried again in the next run."""
        if test is None:
            self._tried.pop(_key(module, change), None)
        else:
            self._tried[_key(module, change)] = {"test": test, "state": _state_of_trial(module, test)}
        _write(self._trials, self._tried)


def _of_file(file: str, found: Passages) -> Iterator[tuple[str, dict[str, float]]]:
    for function, tests in found.items():
        if own := {test: seconds for test, seconds in tests.items() if test.partition("::")[0] == file}:
            yield function, own


def _key(module: str, change: Change) -> str:
    return f"{module}:{change.start} {change.name}"


def _state(file: str) -> str:
    """Tell a file of tests as it stands now from any other, and one set of deciding modules from another."""
    return _digest(*DECIDING, Path(file).read_text(encoding="utf-8"))


def _state_of_trial(module: str, test: str) -> str | None:
    files = [Path(module), Path(test.partition("::")[0])]
    return _digest(*(each.read_text(encoding="utf-8") for each in files)) if all(map(Path.is_file, files)) else None


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def _read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _write(file: Path, content: dict[str, Any]) -> None:
    """Write at one stroke: who is stopped in the middle leaves the file of before."""
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(content), encoding="utf-8")
    beside.replace(file)
