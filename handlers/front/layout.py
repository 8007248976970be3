"""What stands in the menus: the buttons of the main menu and the commands of each kind of person, in their order."""

from collections.abc import Mapping
from itertools import groupby

from handlers.frame.faces import MenuKind
from handlers.wings import WING_FACES

# What the front door itself adds to every menu but that of a group. Names are keys of the texts.
LAST_ROW = ("help", "language")
BUSINESS = "business"
OWN_COMMANDS = ((910, "menu", "menu"), (920, "trogiup", "help"), (930, "huy", "cancel"), (950, "ngonngu", "language"))


def _rows(kind: MenuKind) -> tuple[tuple[str, ...], ...]:
    placed = [(one.row, one.column, name) for name, one in WING_FACES.entries.items() if kind in one.shown_in]
    rows = groupby(sorted(placed), key=lambda place: place[0])
    return (*(tuple(name for _, _, name in row) for _, row in rows), LAST_ROW)


def _listed(kind: MenuKind) -> dict[str, str]:
    """Give the commands of a menu, each with its English name."""
    listed = [(one.rank, one.vietnamese, one.english) for one in WING_FACES.commands if kind in one.listed_in]
    own = () if kind is MenuKind.GROUP else OWN_COMMANDS
    return {command: alias for _, command, alias in sorted((*listed, *own))}


MENU: Mapping[str, tuple[tuple[str, ...], ...]] = {kind: _rows(kind) for kind in MenuKind if kind is not MenuKind.GROUP}
COMMANDS: Mapping[str, Mapping[str, str]] = {kind: _listed(kind) for kind in MenuKind}


def menu_of(kind: str, *, speaks: bool) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a menu; who speaks for a business has its page there, whatever else they are."""
    rows = MENU[kind]
    if not speaks or any(BUSINESS in row for row in rows):
        return rows
    return (*rows[:-1], (BUSINESS,), rows[-1])
