"""What the house stands on is declared: nothing is imported that another package merely happens to bring along."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OURS = {"bot", "handlers", "services", "models", "migrations", "benchmarks", "tests"}
# A folder, and the groups of dependencies that may be imported there beside the product's own.
FOLDERS = [
    ("bot", ()),
    ("handlers", ()),
    ("services", ()),
    ("models", ()),
    ("migrations", ()),
    ("benchmarks", ("bench",)),
    ("tests", ("dev",)),
]
LOCKS = [
    ("requirements.lock", ()),
    ("requirements-dev.lock", ("dev",)),
    ("requirements-bench.lock", ("bench",)),
]


def plain(name: str) -> str:
    """Write a distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(groups: tuple[str, ...]) -> dict[str, str]:
    """Map the distributions that are declared, for the product and in the groups, to their pins."""
    lines = [
        *PROJECT["project"]["dependencies"],
        *(line for one in groups for line in PROJECT["dependency-groups"][one]),
    ]
    declared = [line.partition("[")[0].partition("==")[0] for line in lines]
    return {plain(name): line.partition("==")[2] for name, line in zip(declared, lines, strict=True)}


@cache
def homes() -> dict[str, list[str]]:
    """Map each package that can be imported here to the distributions that bring it."""
    return {name: list(found) for name, found in packages_distributions().items()}


def brought_by(module: str) -> str:
    """Name the distribution of a module; of several that share a package, the one that is named after the module."""
    first = module.partition(".")[0]
    among = homes().get(first, [first])
    return plain(next((each for each in among if f"{module}.".startswith(f"{each}.")), among[0]))


def imported(folder: str) -> Iterator[str]:
    """Name every module of others that a folder's files import, wherever in them."""
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


@pytest.mark.parametrize(("folder", "groups"), FOLDERS, ids=[folder for folder, _ in FOLDERS])
def test_whatever_is_imported_is_declared(folder: str, groups: tuple[str, ...]) -> None:
    foreign = {each for each in imported(folder) if each.partition(".")[0] not in OURS | sys.stdlib_module_names}
    undeclared = {each for each in foreign if brought_by(each) not in wanted(groups)}

    assert foreign
    assert undeclared == set()


@pytest.mark.parametrize(("lock", "groups"), LOCKS, ids=[lock for lock, _ in LOCKS])
def test_what_is_locked_is_what_is_declared(lock: str, groups: tuple[str, ...]) -> None:
    locked = {
        plain(name): version
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.M)
    }
    other = {
        name: locked.get(name)
        for name, pin in wanted(groups).items()
        if not f"{locked.get(name)}.".startswith(f"{pin.removesuffix('.*')}.")
    }

    assert other == {}


def test_nothing_private_of_python_telegram_bot_is_imported() -> None:
    private = {
        module
        for folder, _ in FOLDERS
        for module in imported(folder)
        if module.startswith("telegram.") and any(part.startswith("_") for part in module.split("."))
    }

    assert private == set()
