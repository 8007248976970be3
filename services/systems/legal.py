"""Who must be told of an incident by law, and until when: dated sets of rules, kept as data (`rules/*.toml`)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).with_name("rules")


class RunsFrom(StrEnum):
    """From when the time of a rule runs."""

    FOUND = "found"
    END = "end"


@dataclass(frozen=True)
class LegalRule:
    """One rule of a set: what must be told, to whom, within which time, from which level on, and where it says so.

    `types` limit it to some types of incidents, none is every type. What is not `confirmed` is shown as such.
    """

    word: str
    to: tuple[str, ...]
    runs_from: RunsFrom
    within: timedelta
    lowest_level: int
    source: str
    confirmed: bool
    types: tuple[str, ...] = ()

    def applies(self, *, level: int | None, type_: str) -> bool:
        """Tell whether the rule holds for a system of a level (None where nobody knows it) and a type of incident."""
        return (level or 1) >= self.lowest_level and (not self.types or type_ in self.types)


@dataclass(frozen=True)
class RuleSet:
    """A set of rules by its name, since when it is in force, and when its texts were read."""

    name: str
    in_force_from: date
    read_on: date
    rules: tuple[LegalRule, ...]

    def rule(self, word: str) -> LegalRule | None:
        """Find a rule by its word."""
        return next((one for one in self.rules if one.word == word), None)


@cache
def rule_sets() -> Sequence[RuleSet]:
    """Read all sets of rules, the oldest first."""
    return sorted(map(_read, FOLDER.glob("*.toml")), key=lambda one: one.in_force_from)


def in_force(at: datetime, time_zone: ZoneInfo) -> RuleSet:
    """Give the set that is in force at a moment; before the oldest one, the oldest one."""
    day = at.astimezone(time_zone).date()
    known = rule_sets()
    return next((one for one in reversed(known) if one.in_force_from <= day), known[0])


def by_name(name: str) -> RuleSet | None:
    """Find a set of rules by its name."""
    return next((one for one in rule_sets() if one.name == name), None)


def _read(path: Path) -> RuleSet:
    data = tomllib.loads(path.read_text("utf-8"))
    return RuleSet(path.stem, data["in_force_from"], data["read_on"], tuple(map(_rule, data["rule"])))


def _rule(data: Mapping[str, Any]) -> LegalRule:
    return LegalRule(
        word=data["word"],
        to=tuple(data["to"]),
        runs_from=RunsFrom(data["from"]),
        within=timedelta(hours=data["hours"]),
        lowest_level=data["lowest_level"],
        source=data["source"],
        confirmed=data["confirmed"],
        types=tuple(data.get("types", ())),
    )
