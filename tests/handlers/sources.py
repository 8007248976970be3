"""The source code as the guards read it: which texts it asks for, which refusals it raises."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKING = {"say", "label"}


def modules(*floors: str) -> Iterator[tuple[Path, ast.Module]]:
    """Read every module of these floors."""
    for floor in floors:
        for path in sorted((ROOT / floor).rglob("*.py")):
            yield path.relative_to(ROOT), _parsed(path)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def import_everything(*floors: str) -> None:
    """Import every module of these floors, so that all their classes are known."""
    for floor in floors:
        package = importlib.import_module(floor)
        for found in pkgutil.walk_packages(package.__path__, f"{floor}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)


def constants(tree: ast.AST) -> Iterator[str]:
    """Give every string constant outside docstrings; of an f-string, its fixed parts."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def patterns_asked_for(tree: ast.AST) -> Iterator[str]:
    """Give the keys that are put together where a text is asked for, each hole written as {}."""
    for given in _keys(tree):
        for part in ast.walk(given):
            if isinstance(part, ast.JoinedStr):
                yield _pattern(part)


def keys_asked_for(tree: ast.AST) -> Iterator[str]:
    """Give the keys that stand whole where a text is asked for."""
    for given in _keys(tree):
        yield from _whole(given)


def _keys(tree: ast.AST) -> Iterator[ast.expr]:
    """Find what may be a key: the first two values given where a text is asked for, and what is called `key`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name_of(node.func) in ASKING:
            yield from node.args[:2]
        if isinstance(node, ast.Assign) and _name_of(node.targets[0]) == "key":
            yield node.value


def _whole(given: ast.expr) -> Iterator[str]:
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
    if isinstance(given, ast.IfExp):
        yield from _whole(given.body)
        yield from _whole(given.orelse)


def _pattern(joined: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in joined.values)


@cache
def made_by_name(*floors: str) -> Mapping[str, Sequence[frozenset[str]]]:
    """Gather what is called or raised on these floors: for each name the names of the keywords, time by time."""
    gathered: dict[str, list[frozenset[str]]] = {}
    for _, tree in modules(*floors):
        for name, keywords in _made(tree):
            gathered.setdefault(name, []).append(keywords)
    return gathered


def _made(tree: ast.AST) -> Iterator[tuple[str, frozenset[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield _name_of(node.func), frozenset(keyword.arg or "**" for keyword in node.keywords)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name | ast.Attribute):
            yield _name_of(node.exc), frozenset()


def _name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""
