"""The ten lines "To add a capability" of docs/architecture.md are enough: a copy of the house gets one more wing.

The wing's own files stand in `tests/tiny_capability/`, each at its place.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.handlers.sources import ROOT

WING = Path(__file__).with_name("tiny_capability")
COPIED = ("bot", "handlers", "services", "models", "migrations", "tests", "pyproject.toml")
# All that is added to files that were there before: where, what, and before which words.
LINES = (
    ("pyproject.toml", '"greetings", ', '"watch", "privacy", '),
    ("services/wings.py", "from services.greetings import face as greetings\n", "from services.ground import face"),
    ("services/wings.py", "    greetings.FACE,\n", "    watch.FACE,\n"),
    ("handlers/wings.py", "from handlers.greetings import face as greetings\n", "from handlers.groups import face"),
    ("handlers/wings.py", "    greetings.FACE,\n", "    watch.FACE,\n"),
    ("models/broadcasts.py", '    GREETING = "greeting"\n', '    STAFF = "staff"\n'),
    ("tests/security/rights.py", '    "GreetTap": Right(ALL),\n', '    "LanguageTap": Right(ALL),\n'),
    ("tests/security/rights.py", '    "greet": ALL,\n', '    "help": ALL,\n'),
)
STORY = "tests/scenarios/greetings.py"
# What looks after every wing.
GUARDS = (
    "tests/handlers/test_guards.py",
    "tests/handlers/test_wings.py",
    "tests/services/test_wings.py",
    "tests/security/test_matrix.py::test_the_table_knows_every_button_and_no_other",
    "tests/security/test_matrix.py::test_the_table_knows_every_command_and_no_other",
    "tests/models/test_migrations.py::test_the_newest_step_holds_exactly_the_tables_of_the_models",
)
PYTEST = (sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider")
LAYERS = (str(Path(sys.executable).with_name("lint-imports")), "--no-cache")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house, with the wing in it."""
    copy = tmp_path_factory.mktemp("house")
    for name in COPIED:
        here, there = ROOT / name, copy / name
        shutil.copytree(here, there) if here.is_dir() else shutil.copy2(here, there)
    shutil.copytree(WING, copy, dirs_exist_ok=True)
    for name, line, before in LINES:
        text = (copy / name).read_text("utf-8")
        assert before in text, (name, before)
        (copy / name).write_text(text.replace(before, line + before), "utf-8")
    return copy


def run(house: Path, *command: str) -> None:
    """Run one of our own tools in the copy; what it prints when it fails is shown."""
    ran = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)  # noqa: S603
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_greeting_is_heard_told_repeated_and_erased_and_what_looks_after_every_wing_is_content(house: Path) -> None:
    run(house, *PYTEST, STORY, *GUARDS)


def test_the_floors_and_wings_stand_in_their_order(house: Path) -> None:
    run(house, *LAYERS)
