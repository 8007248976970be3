"""Who must be told of an incident by law, and until when: dated sets of rules, kept as data (`rules/*.toml`)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from models.papers import PaperForm
from services.ground.working_days import working_day_after

FOLDER = Path(__file__).with_name("rules")
DAYS_END = time(23, 59)


class RunsFrom(StrEnum):
    """From when the time of a rule runs."""

    FOUND = "found"
    END = "end"


@dataclass(frozen=True)
class LegalRule:
    """One rule of a set: what must be told, to whom, within which time, from which level on, and where it says so.

    The time is counted in `hours` or in `working_days`, one of them; 0 hours is at once. `types` limit it to some types
    of incidents, none is every type. `paper` is the document by which it is followed, if the house drafts it. What is
    not `confirmed` is shown as such.
    """

    word: str
    to: tuple[str, ...]
    runs_from: RunsFrom
    lowest_level: int
    source: str
    confirmed: bool
    types: tuple[str, ...] = ()
    hours: int | None = None
    working_days: int | None = None
    paper: PaperForm | None = None

    def applies(self, *, level: int | None, type_: str) -> bool:
        """Tell whether the rule holds for a system of a level (None where nobody knows it) and a type of incident."""
        return (level or 1) >= self.lowest_level and (not self.types or type_ in self.types)

    def due(self, start: datetime, time_zone: ZoneInfo) -> datetime:
        """Tell until when the rule is to be followed; a term in working days lasts until the end of its last day."""
        if self.working_days is None:
            return start + timedelta(hours=self.hours or 0)
        last = working_day_after(start.astimezone(time_zone).date(), self.working_days)
        return datetime.combine(last, DAYS_END, tzinfo=time_zone)


@dataclass(frozen=True)
class PeriodicRule:
    """A report that is due on some days of each year (month and day), and where the law says so."""

    word: str
    days: tuple[tuple[int, int], ...]
    source: str
    confirmed: bool


@dataclass(frozen=True)
class RuleSet:
    """A set of rules by its name, since when it is in force, and when its texts were read."""

    name: str
    in_force_from: date
    read_on: date
    rules: tuple[LegalRule, ...]
    periodic: tuple[PeriodicRule, ...] = ()

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
    rules, periodic = (tuple(map(_rule, data["rule"])), tuple(map(_periodic, data.get("periodic", ()))))
    return RuleSet(path.stem, data["in_force_from"], data["read_on"], rules, periodic)


def _rule(data: Mapping[str, Any]) -> LegalRule:
    return LegalRule(
        word=data["word"],
        to=tuple(data["to"]),
        runs_from=RunsFrom(data["from"]),
        lowest_level=data["lowest_level"],
        source=data["source"],
        confirmed=data["confirmed"],
        types=tuple(data.get("types", ())),
        hours=data.get("hours"),
        working_days=data.get("working_days"),
        paper=PaperForm(data["paper"]) if "paper" in data else None,
    )


def _periodic(data: Mapping[str, Any]) -> PeriodicRule:
    days = tuple((int(month), int(day)) for month, day in (one.split("-") for one in data["days"]))
    return PeriodicRule(data["word"], days, data["source"], data["confirmed"])
