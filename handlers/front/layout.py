"""What stands in the menus: the buttons of the main menu and the commands of each kind of person, in their order."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from handlers.frame.faces import MenuKind, MenuPage
from handlers.wings import WING_FACES

Rows = tuple[tuple[str, ...], ...]
# A row, a column, and the entry that stands there.
Place = tuple[int, int, str]

# A phone shows so many rows below the words, of which what is open takes at most so many. Names are keys of the texts.
MOST_ROWS, MOST_OPEN = 5, 3
MORE, HELP, LANGUAGE, MENU_ENTRY = "more", "help", "language", "menu"
BUSINESS = "business"
# Where on the first page the door to another page stands; a door is called like its page.
DOORS = {MenuPage.PREPARE: (40, 90), MenuPage.AFTER: (40, 95)}
OWN_ENTRIES = ((900, 20, HELP), (900, 30, LANGUAGE))
OWN_COMMANDS = ((910, "menu", "menu"), (920, "trogiup", "help"), (930, "huy", "cancel"), (950, "ngonngu", "language"))


def _rows(kind: MenuKind) -> Rows:
    """Give the first page; the door to another page stands there if anything is behind it."""
    doors = [(*place, page.value) for page, place in DOORS.items() if _placed(kind, page)]
    return _laid([*_placed(kind, MenuPage.FIRST), *doors, *OWN_ENTRIES])


def _placed(kind: MenuKind, page: MenuPage) -> list[Place]:
    places = [(place, name) for name, one in WING_FACES.entries.items() for place in one.places]
    return [(one.row, one.column, name) for one, name in places if kind in one.shown_in and one.page is page]


def _laid(placed: Iterable[Place]) -> Rows:
    rows = groupby(sorted(placed), key=lambda place: place[0])
    return tuple(tuple(name for _, _, name in row) for _, row in rows)


def _listed(kind: MenuKind) -> dict[str, str]:
    """Give the commands of a menu, each with its English name."""
    listed = [(one.rank, one.vietnamese, one.english) for one in WING_FACES.commands if kind in one.listed_in]
    own = () if kind is MenuKind.GROUP else OWN_COMMANDS
    return {command: alias for _, command, alias in sorted((*listed, *own))}


MENU: Mapping[str, Rows] = {kind: _rows(kind) for kind in MenuKind if kind is not MenuKind.GROUP}
PAGES: Mapping[MenuPage, Mapping[str, Rows]] = {
    page: {kind: _laid(_placed(MenuKind(kind), page)) for kind in MENU} for page in DOORS
}
COMMANDS: Mapping[str, Mapping[str, str]] = {kind: _listed(kind) for kind in MenuKind}


def menu_of(kind: str, *, speaks: bool) -> Rows:
    """Give the rows of a menu; who speaks for a business has its page there, whatever else they are."""
    rows = MENU[kind]
    if not speaks or any(BUSINESS in row for row in rows):
        return rows
    return (rows[0], (BUSINESS,), *rows[1:])


def fitted(rows: Rows, *, taken: int) -> Rows:
    """Give as much of a menu as a phone shows below `taken` rows of other buttons; "more" leads to the rest."""
    room = MOST_ROWS - taken
    return rows if len(rows) <= room else (*rows[: room - 1], (MORE, LANGUAGE))


def behind(rows: Rows) -> Rows:
    """Give what "more" leads to: all but the first row, which is always in sight, and the way back."""
    *between, last = rows[1:]
    return (*between, (*(name for name in last if name != LANGUAGE), MENU_ENTRY))
