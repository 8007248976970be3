"""Everything that can be tapped, as the program's own registries know it, filled with what stands in a town."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import product
from types import ModuleType
from typing import Any, get_type_hints

from handlers.applications.taps import CorrectionTap
from handlers.audit.taps import AuditEntryTap, AuditFileTap, AuditTap
from handlers.business.taps import NewLinkTap, RevokeNowTap, RevokeTap
from handlers.frame.access import Handler
from handlers.frame.taps import DialogueTap, MenuTap, Tap
from handlers.front.face import ALL_FACES, ENTRIES
from handlers.lessons.taps import LessonDropTap, LessonFindTap
from handlers.privacy.taps import PrivacyTap
from handlers.staff.taps import StaffOfferTap, StaffTap
from handlers.systems.taps import SystemsTap
from handlers.workbooks.taps import WorkbookTap
from models.people import Role
from tests.security.town import ABSENT, DRAFT_KEY, Town

# Fields that name what a button does: each of their values is a button of its own.
NAMING = ("verb", "entry", "step")
NUMBERS = {
    "message_id": (1, ABSENT),
    "page": (0,),
    "number": (1, ABSENT),
    "start": (0,),
    "after": (0,),
    "capability_id": (1, ABSENT),
    "entry_id": (1, ABSENT),
    "times": (0,),
    "year": (2026,),
    "half": (2,),
}
TEXTS = {"key": (DRAFT_KEY, "zzzzzzzz"), "period": ("m20261101", "w20261116")}
YES_OR_NO = (1, 0)
CHOICES = {
    "before": ("", "red"),
    "useful": YES_OR_NO,
    "retired": (0, 1),
    "accept": YES_OR_NO,
    "accepts": YES_OR_NO,
    "says": YES_OR_NO,
    "wants": YES_OR_NO,
}


@dataclass(frozen=True)
class Button:
    """One button: its name in the table of rights, what it carries, and whether that is about what is under way."""

    name: str
    data: str
    is_live: bool


def buttons(town: Town) -> Iterator[Button]:
    """Give every button that a handler of the program hears."""
    for tap, handler in ALL_FACES.taps.items():
        yield from _of(tap, handler, town)


def _of(tap: type[Tap], handler: Handler, town: Town) -> Iterator[Button]:
    hints = get_type_hints(tap)
    names = [one.name for one in fields(tap)]
    naming = next((name for name in names if name in NAMING), None)
    words = _words(tap, hints[naming], naming, handler) if naming else [None]
    for word in words:
        known = {name: [word] if name == naming else _values(tap, name, hints[name], word, town) for name in names}
        name_of_it = f"{tap.__name__}:{word}" if naming else tap.__name__
        live = [tap(**values).pack() for values in _combined(known, hints)]
        yield from (Button(name_of_it, data, is_live=True) for data in live)
        yield from (Button(name_of_it, tap(**values).pack(), is_live=False) for values in _changed(known, hints))


def _combined(known: Mapping[str, Sequence[Any]], hints: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every choice there is about what is under way."""
    choices = [values if _is_choice(name, hints) else values[:1] for name, values in known.items()]
    for values in product(*choices):
        yield dict(zip(known, values, strict=True))


def _changed(known: Mapping[str, Sequence[Any]], hints: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give what is about something else in one of its fields: of others, over, or not there."""
    for name, values in known.items():
        if not _is_choice(name, hints):
            for value in values[1:]:
                yield {other: values[0] for other, values in known.items()} | {name: value}


def _is_choice(name: str, hints: Mapping[str, Any]) -> bool:
    return name in CHOICES or _is_enumeration(hints[name])


def _is_enumeration(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _words(tap: type[Tap], kind: Any, naming: str, handler: Handler) -> Sequence[Any]:
    """Give the words that tell a tap's buttons apart: those that its room asks for."""
    if _is_enumeration(kind):
        return list(kind)
    if tap is MenuTap:
        return list(ENTRIES)
    if tap is DialogueTap:
        return ["cancel", "home"]
    return sorted(_asked_for(tap, sys.modules[inspect.unwrap(handler).__module__]))


def _asked_for(tap: type[Tap], room: ModuleType) -> set[str]:
    """Read from a room's source every word with which it compares the verb of a tap of this kind."""
    found: set[str] = set()
    for function in ast.walk(ast.parse(inspect.getsource(room))):
        if isinstance(function, ast.AsyncFunctionDef) and tap.__name__ in ast.unparse(function):
            for node in ast.walk(function):
                if isinstance(node, ast.Match) and ast.unparse(node.subject) == "tap.verb":
                    found |= {word for case in node.cases for word in _in_pattern(case.pattern, room)}
                if isinstance(node, ast.Compare) and ast.unparse(node.left) == "tap.verb":
                    found |= _resolved(node.comparators[0], room)
    return found


def _in_pattern(pattern: ast.pattern, room: ModuleType) -> set[str]:
    return {
        word for node in ast.walk(pattern) if isinstance(node, ast.MatchValue) for word in _resolved(node.value, room)
    }


def _resolved(node: ast.expr, room: ModuleType) -> set[str]:
    """Find what a constant, a name or an attribute of a module stands for."""
    match node:
        case ast.Constant(value=str(word)):
            return {word}
        case ast.Tuple(elts=several):
            return {word for one in several for word in _resolved(one, room)}
        case ast.Name(id=name):
            value = getattr(room, name)
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            value = getattr(getattr(room, module), name)
        case _:
            raise AssertionError(f"cannot read {ast.unparse(node)}")
    return {value} if isinstance(value, str) else set(value)


def _values(tap: type[Tap], name: str, kind: Any, word: Any, town: Town) -> Sequence[Any]:
    """Give what a field may hold, first what is under way and may be acted upon."""
    if name in CHOICES:
        return CHOICES[name]
    if _is_enumeration(kind):
        return list(kind)
    if tap is CorrectionTap:
        waiting, asked_back, *more = town.ids[name]
        return (asked_back, waiting, *more)
    if tap is NewLinkTap and name == "after":
        return (town.newest_link, 0)
    if tap in (RevokeTap, RevokeNowTap):
        return (town.newest_link, town.staff_link, ABSENT)
    if tap is StaffOfferTap and name == "invitation_id":
        return (town.staff_link, town.newest_link, ABSENT)
    if tap is StaffTap:
        return _of_staff(name, word, town)
    if name == "value":
        return _free(tap, word, town)
    if tap in (SystemsTap, AuditTap, AuditEntryTap, AuditFileTap) and name == "text":
        return ("", "kin")
    if tap is LessonDropTap and name == "kept_id":
        return (0, ABSENT)
    if tap is LessonFindTap and name == "words":
        return ("ma doc", "kin")
    known = TEXTS.get(name) or NUMBERS.get(name) or town.ids.get(name)
    assert known, f"{tap.__name__} carries {name}: say in the ids of tests/security/town.py which there are in the town"
    return known


def _of_staff(name: str, word: str, town: Town) -> Sequence[Any]:
    if name == "role":
        return (Role.OBSERVER, "") if word == "invite" else ("",)
    about = {
        "invite": town.accepted_link,
        "revoke": town.staff_link,
        "revoke-now": town.staff_link,
        "appoint": town.accepted_link,
        "decline": town.accepted_link,
        "decline-now": town.accepted_link,
    }
    return (about.get(word, 0 if word in ("list", "links") else town.people["observer"]), ABSENT)


def _free(tap: type[Tap], word: str, town: Town) -> Sequence[Any]:
    if tap is WorkbookTap:
        return {"incident": ("all", str(ABSENT)), "sheet": ("all", "00000")}.get(word, ("",))
    if tap is PrivacyTap:
        return {"looks": ("0", "x"), "agree": ("1", "x"), "whole": ("2", "x"), "listing": ("1", "x")}.get(word, ("",))
    return ("",)
