"""Putting a changed function in the place of the one that is loaded, so that nothing need be read anew."""

import inspect
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from tests.mutants.changes import Change


class NotSwapped(Exception):
    """The change stands outside of any function, or in what is read when the function is defined."""


def swap(module: str, change: Change, source: str) -> None:
    """Let a loaded function of a module (its file) do what its changed source says, wherever it is held already.

    `source` is the module's before the change. What the module's wing remembers of earlier calls is forgotten.
    Raises NotSwapped.
    """
    loaded = sys.modules.get(module.removesuffix(".py").replace("/", "."))
    changed = dict(_functions(compile(change.applied(source), str(Path(module).absolute()), "exec")))
    path = _path_to_function(change, changed)
    function = _found(loaded, path)
    if function is None or not _differs(function.__code__, changed[path]):
        raise NotSwapped
    function.__code__ = changed[path]
    _forget_calls(module.rpartition("/")[0].replace("/", "."))


def _functions(code: CodeType, inside: str = "") -> Iterator[tuple[str, CodeType]]:
    """Give the code of each function of a module and of its classes; what stands in a function belongs to it."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            name = f"{inside}{each.co_name}"
            if each.co_flags & inspect.CO_OPTIMIZED:
                yield name, each
            else:
                yield from _functions(each, f"{name}.")


def _path_to_function(change: Change, known: dict[str, CodeType]) -> str:
    names = change.function.split(".")
    path = next(
        (".".join(names[:length]) for length in range(1, len(names) + 1) if ".".join(names[:length]) in known), ""
    )
    if not path:
        raise NotSwapped
    return path


def _found(loaded: Any, path: str) -> FunctionType | None:
    held = loaded
    for name in path.split("."):
        held = vars(held).get(name) if held is not None else None
    if isinstance(held, property):
        held = held.fget
    if isinstance(held, staticmethod | classmethod):
        held = held.__func__
    held = inspect.unwrap(held) if callable(held) else None
    return held if isinstance(held, FunctionType) and held.__name__ == path.rpartition(".")[2] else None


def _differs(code: CodeType, changed: CodeType) -> bool:
    """Tell whether the change is in the function's own code, and fits where the function stands."""
    return code.co_freevars == changed.co_freevars and code != changed


def _forget_calls(wing: str) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith(wing):
            for each in list(vars(module).values()):
                forget = getattr(each, "cache_clear", None)
                if callable(forget) and not isinstance(each, partial):
                    forget()
