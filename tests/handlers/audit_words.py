"""The words under which the code puts acts on record, and what they are about, read from its source.

A word may be handed down through helpers (`_record(session, action=…)`): who calls them says which words there are.
"""

import ast
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from models.applications import ApplicationStatus
from models.command import CommandChange
from models.conversations import QuestionState
from models.escalation import CallState
from models.incidents import NoticeKind
from models.reports import ReportStep
from models.scripts import RunStepState
from models.tasks import TaskStep
from tests.handlers import sources

HOLE = "{}"
# What these keep is called in the reader's words; what is put together before it is recorded stands beside.
WINGS_OF_KEYS = ("advisories", "audit", "figures", "honours", "lessons", "papers", "peers", "reviews")
KEPT_BESIDE = ("sectors", "capability_ids", "commune_codes", "what", "todo", "codes", "letters", "task")
FLOORS = ("services", "handlers", "bot")
# What stands in the holes of words that are put together from an enumeration.
ENDINGS: Mapping[str, Collection[str]] = {
    "application-{}": (ApplicationStatus.APPROVED, ApplicationStatus.ASKED_BACK, ApplicationStatus.REJECTED),
    "command-{}": tuple(CommandChange),
    "escalation-call-{}": set(CallState) - {CallState.CALLED},
    "notice-{}": tuple(NoticeKind),
    "question-{}": (QuestionState.ANSWERED, QuestionState.NOTED),
    "report-{}": tuple(ReportStep),
    "run-step-{}": (RunStepState.DONE, RunStepState.SKIPPED),
    "task-{}": tuple(TaskStep),
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Place:
    """Where an expression stands: its module, and the function around it, None for the module's own page."""

    path: str
    function: Function | None


@dataclass(frozen=True)
class Source:
    """What the code says: calls by the name of what is called, assignments by module and name, tables, constants."""

    calls: Mapping[str, list[tuple[Place, ast.Call]]] = field(default_factory=lambda: defaultdict(list))
    assigned: Mapping[tuple[str, str], list[tuple[Place, ast.expr]]] = field(default_factory=lambda: defaultdict(list))
    tables: list[tuple[Place, ast.Dict]] = field(default_factory=list)
    constants: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def keys() -> set[str]:
    """Give the keys of the values that some wings put on record, as far as they stand where it is done."""
    found = set(KEPT_BESIDE)
    for _, tree in sources.modules(*(f"services/{wing}" for wing in WINGS_OF_KEYS)):
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("record"):
                found |= {key for one in call.keywords if one.arg in ("before", "after") for key in _keys_in(one.value)}
    return found


def _keys_in(value: ast.expr) -> set[str]:
    tables = [node for node in ast.walk(value) if isinstance(node, ast.Dict)]
    names = [key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)]
    return {name for name in names if isinstance(name, str)}


def actions() -> set[str]:
    """Give every word of an act; what is put together from an enumeration has a hole: "task-{}"."""
    return _words("action")


def subjects() -> set[str]:
    """Give every word of what an act may be about."""
    return _words("subject")


def in_keys(words: Collection[str]) -> set[str]:
    """Write words as they stand in keys of texts, each hole filled with all that may stand there."""
    whole: set[str] = set()
    for word in words:
        whole |= {word.replace(HOLE, ending) for ending in ENDINGS.get(word, ())} if HOLE in word else {word}
    return {word.replace("_", "-") for word in whole}


@cache
def _words(name: str) -> set[str]:
    return {word for place, given in _recorded(name) for word in _resolved(place, given, frozenset())}


def _recorded(name: str) -> Iterator[tuple[Place, ast.expr]]:
    """Find what is given for a field where something is put on record, one row or many at once."""
    for place, call in _source().calls["record"]:
        if ast.unparse(call.func) == "audit.record":
            yield from ((place, one.value) for one in call.keywords if one.arg == name)
    for place, table in _source().tables:
        row = {
            key.value: value
            for key, value in zip(table.keys, table.values, strict=True)
            if isinstance(key, ast.Constant)
        }
        if {"action", "subject", "subject_id"} <= row.keys():
            yield place, row[name]


@cache
def _source() -> Source:
    """Read the code once."""
    source = Source()
    for path, tree in sources.modules("models", *FLOORS):
        _read(source, tree, Place(str(path), None))
    return source


def _read(source: Source, node: ast.AST, place: Place) -> None:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                source.calls[name].append((place, child))
            case ast.Assign(targets=[target], value=value):
                for name, its in _pairs(target, value):
                    source.assigned[place.path, name].append((place, its))
                    if place.function is None and isinstance(its, ast.Constant) and isinstance(its.value, str):
                        source.constants[name].add(its.value)
            case ast.Dict():
                source.tables.append((place, child))
        _read(source, child, Place(place.path, child) if isinstance(child, Function) else place)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Read `a = b` and `a, b = c, d`."""
    match target, value:
        case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
            for one, its in zip(names, values, strict=True):
                yield from _pairs(one, its)
        case ast.Name(id=name), _:
            yield name, value


def _resolved(place: Place, given: ast.expr, seen: frozenset[str]) -> set[str]:
    """Tell which texts an expression may be, a hole standing for what the source does not say."""
    match given:
        case ast.Constant(value=str(word)):
            return {word}
        case ast.IfExp(body=one, orelse=other):
            return _resolved(place, one, seen) | _resolved(place, other, seen)
        case ast.JoinedStr(values=parts):
            known = [sorted(_resolved(place, part, seen)) for part in parts]
            return {"".join(chosen) for chosen in product(*known)}
        case ast.FormattedValue(value=inner):
            return _resolved(place, inner, seen)
        case ast.Name(id=name):
            return _named(place, name, seen)
    return {HOLE}


def _named(place: Place, name: str, seen: frozenset[str]) -> set[str]:
    """Follow a name to what was assigned to it, or to what those say who call the function that takes it."""
    function = place.function
    if function is not None and name in _parameters(function):
        step = f"{place.path}:{function.name}:{name}"
        return {HOLE} if step in seen else _from_callers(place.path, function, name, seen | {step})
    assigned = [
        (there, value)
        for there, value in _source().assigned.get((place.path, name), [])
        if there.function in (None, function)
    ]
    if assigned:
        return {word for there, value in assigned for word in _resolved(there, value, seen)}
    return _source().constants.get(name) or {HOLE}


def _parameters(function: Function) -> list[str]:
    taken = function.args
    return [one.arg for one in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)]


def _from_callers(path: str, function: Function, name: str, seen: frozenset[str]) -> set[str]:
    """Gather what callers give for a parameter; a function whose name begins with _ is called in its module alone."""
    found: set[str] = set()
    for place, call in _source().calls.get(function.name, []):
        if _may_mean(call, place.path, path, function.name):
            for given in _given(call, function, name):
                found |= _resolved(place, given, seen)
    return found or {HOLE}


def _may_mean(call: ast.Call, called_in: str, path: str, name: str) -> bool:
    """Tell whether a call may be of a function in a module: elsewhere `requests.record` is of that one alone."""
    if called_in == path:
        return isinstance(call.func, ast.Name)
    if isinstance(call.func, ast.Attribute):
        return ast.unparse(call.func.value) == path.rpartition("/")[2].removesuffix(".py")
    return not name.startswith("_")


def _given(call: ast.Call, function: Function, name: str) -> Iterator[ast.expr]:
    """Give what a call says for a parameter; one that says nothing of the kind calls something else."""
    by_name = {one.arg: one.value for one in call.keywords}
    places = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    if name in by_name:
        yield by_name[name]
    elif name in places and places.index(name) < len(call.args):
        yield call.args[places.index(name)]
