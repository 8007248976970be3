"""Each wing of the services says once what it adds, and nothing that it must say is left out."""

import inspect
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import services
from bot.engine.schedule import DUE
from models.broadcasts import BroadcastKind
from services.duty import rota
from services.incidents import outcomes, reminders
from services.watch import outages
from services.wings import WINGS

FLOOR = Path(services.__file__).parent


def test_every_folder_of_the_services_has_a_face_and_it_is_listed_once() -> None:
    folders = [folder.parent.name for folder in FLOOR.glob("*/__init__.py")]

    assert sorted(wing.wing for wing in WINGS) == sorted(folders)


def test_every_function_that_forgets_what_is_old_is_asked_by_the_clock() -> None:
    written = [path for path in FLOOR.glob("*/*.py") if "\nasync def forget_old(" in path.read_text()]
    asked = [Path(inspect.getfile(forget_old)) for forget_old in tidied()]

    assert sorted(asked) == sorted(written)


def tidied() -> Iterable[Any]:
    return (forget_old for wing in WINGS for forget_old in wing.tidy)


def test_what_is_due_takes_exactly_what_it_says_that_it_wants() -> None:
    for due in DUE:
        wants = {"session", "now", *due.wants}
        assert set(inspect.signature(due.work).parameters) == wants, due


def test_who_is_asked_again_after_an_outage_is_asked_before_anyone_is_reminded() -> None:
    order = [due.work for due in DUE]

    assert order[:2] == [outages.ask_due, reminders.remind_due]
    assert order[-1] == outcomes.take_over
    assert rota.remind_due in order
    assert [due.work for due in DUE if due.rests_while_catching_up] == [reminders.remind_due]


def test_every_kind_of_message_is_named_by_one_face() -> None:
    named = [kind.name for wing in WINGS for kind in wing.kinds]

    assert sorted(named) == sorted(BroadcastKind)
