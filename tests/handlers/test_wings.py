"""The faces together name everything that can be heard, said and done, each exactly once."""

import ast
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

import pytest

from handlers.business import membership
from handlers.duty import rota
from handlers.duty.taps import DutyTap
from handlers.frame.access import allowed_places, allowed_roles
from handlers.frame.faces import Command, HandlerFace, MenuEntry, MenuKind, MenuPage, collected
from handlers.frame.links import LinkWord
from handlers.frame.taps import Tap
from handlers.front import layout
from handlers.front.face import ALL_FACES, FACE
from handlers.wings import WINGS
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.invitations import InvitationKind
from models.jobs import JobKind
from services.duty.rota import NotOnTheRoster
from tests.handlers import sources

FACES = (*WINGS, FACE)
NO_WINGS = {"frame", "front"}
# What has to be named, and which table of a face names it.
WANTED: Mapping[str, Callable[[], Iterable[Any]]] = {
    "taps": lambda: [tap for tap in Tap.__subclasses__() if tap.__module__.startswith("handlers.")],
    "conversations": lambda: Dialogue,
    "links": lambda: LinkWord,
    "invitations": lambda: InvitationKind,
    "composers": lambda: BroadcastKind,
    "works": lambda: JobKind,
}
# Wings whose services tell of a business's place in the network by a piece of news, which they name in a word.
TELLING = (
    "services/duty",
    "services/groups",
    "services/members",
    "services/applications",
    "services/business",
    "services/privacy",
)


def not_named_once(faces: Collection[HandlerFace], table: str, wanted: Iterable[Any]) -> set[Any]:
    """Give what is wanted and named by no face or by several, and what is named and not wanted."""
    named = Counter(key for face in faces for key in getattr(face, table))
    wanted = set(wanted)
    return {one for one in wanted | set(named) if one not in wanted or named[one] != 1}


def having(face: HandlerFace, table: str, named: Any) -> HandlerFace:
    """Give a face with another table."""
    changed: dict[str, Any] = {table: named}
    return replace(face, **changed)


def test_no_two_buttons_carry_the_same_word() -> None:
    words = Counter(tap.word for tap in WANTED["taps"]())

    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("table", WANTED)
def test_every_value_is_named_by_exactly_one_face(table: str) -> None:
    sources.import_everything("handlers")

    assert not not_named_once(FACES, table, WANTED[table]())


@pytest.mark.parametrize("table", [table for table in WANTED if table != "taps"])
def test_a_new_value_that_no_face_names_is_found(table: str) -> None:
    new = Enum("new", ["MADE_UP"])

    assert not_named_once(FACES, table, [*WANTED[table](), *new]) == {*new}


def test_a_new_button_that_no_face_names_is_found() -> None:
    new = type("MadeUpTap", (), {})

    assert not_named_once(FACES, "taps", [*WANTED["taps"](), new]) == {new}


@pytest.mark.parametrize("table", WANTED)
def test_a_value_that_a_face_forgets_is_found(table: str) -> None:
    (forgotten, *_), forgetful = WANTED[table](), []
    for face in FACES:
        named = {key: value for key, value in getattr(face, table).items() if key != forgotten}
        forgetful.append(having(face, table, named))

    assert not_named_once(forgetful, table, WANTED[table]()) == {forgotten}


@pytest.mark.parametrize(
    "again",
    [
        {"taps": {DutyTap: rota.on_duty_tap}},
        {"entries": {"duty": MenuEntry(rota.on_rosters)}},
        {"conversations": {Dialogue.DUTY: membership.CONVERSATION}},
        {"news": {"on-duty": rota.compose_given}},
        {"over": (NotOnTheRoster,)},
        {"commands": (Command("truc", "duty", rota.on_rosters),)},
        {"commands": (Command("lichtruc", "watch", rota.on_rosters),)},
    ],
    ids=lambda again: next(iter(again)),
)
def test_what_two_wings_name_stops_the_program_at_its_start(again: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="that two faces name"):
        collected((*FACES, HandlerFace("second", **again)))


def test_no_face_names_a_thing_twice_in_one_table() -> None:
    tables = [
        (path, node)
        for path, tree in sources.modules("handlers")
        if path.name == "face.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
    ]
    twice = [
        (str(path), key)
        for path, node in tables
        for key, count in Counter(ast.unparse(key) for key in node.keys if key is not None).items()
        if count > 1
    ]

    assert len(tables) > len(WINGS)
    assert not twice


def test_every_wing_shows_its_face_under_its_own_name() -> None:
    folders = {path.parent.name for path in (sources.ROOT / "handlers").glob("*/__init__.py")}

    assert sorted(face.wing for face in WINGS) == sorted(folders - NO_WINGS)


def test_every_piece_of_news_that_people_are_told_is_composed() -> None:
    told = {
        node.id
        for _, tree in sources.modules(*TELLING)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg in ("what", "news")
        for node in ast.walk(keyword.value)
        if isinstance(node, ast.Name) and node.id.isupper()
    }
    words = {(name, value) for name, value in constants(*TELLING) if name in told}

    assert len(told) > 8
    assert {name for name, _ in words} == told
    assert {word for _, word in words} <= set(ALL_FACES.news)


def constants(*floors: str) -> Iterable[tuple[str, str]]:
    """Give the names of words that stand on a module's own page."""
    for _, tree in sources.modules(*floors):
        for node in tree.body:
            if isinstance(node, ast.Assign):
                yield from pairs(node.targets[0], node.value)


def pairs(target: ast.expr, value: ast.expr) -> Iterable[tuple[str, str]]:
    """Read `A = "a"` and `A, B = "a", "b"`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from pairs(one, its)
    if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield target.id, value.value


# Menus


def test_every_menu_shows_its_entries_in_their_order() -> None:
    coordinators = (
        ("declare",),
        ("incidents", "tasks", "questions"),
        ("roster", "applications"),
        ("reports", "prepare", "after"),
    )
    last = ("help", "language")

    assert {
        "owner": (*coordinators, ("staff", *last)),
        "coordinator": (*coordinators, last),
        "representative": (("report",), ("incidents", "tasks", "questions"), ("roster", "business"), ("after",), last),
        "observer": (("roster",), last),
        "stranger": (("register",), last),
    } == layout.MENU


def test_a_menu_never_has_more_than_five_rows_and_what_it_leaves_out_stands_behind_more() -> None:
    rows = layout.menu_of("owner", speaks=True)

    assert layout.fitted(rows, taken=0) == (*rows[:4], ("more", "language"))
    assert layout.fitted(rows, taken=3) == (("declare",), ("more", "language"))
    assert layout.fitted(layout.menu_of("owner", speaks=False), taken=0) == (
        *rows[:1],
        *rows[2:5],
        ("staff", "help", "language"),
    )
    assert layout.behind(rows) == (
        ("business",),
        ("incidents", "tasks", "questions"),
        ("roster", "applications"),
        ("reports", "prepare", "after"),
        ("staff", "help", "menu"),
    )


def test_what_is_prepared_stands_on_a_page_of_its_own_for_coordinators_alone() -> None:
    prepared = (
        ("systems", "policies"),
        ("playbooks", "templates"),
        ("operations", "escalate"),
        ("drills", "contacttest"),
        ("advisories", "calendar", "peers"),
        ("workbooks", "capabilities"),
    )

    assert {
        "owner": prepared,
        "coordinator": prepared,
        "representative": (),
        "observer": (),
        "stranger": (),
    } == layout.PAGES[MenuPage.PREPARE]


def test_what_is_looked_back_at_stands_on_a_page_of_its_own_for_members_too() -> None:
    looked_back, ahead = (("reviews", "lessons"), ("honours", "figures")), ("advisories", "calendar")

    assert {
        "owner": (*looked_back, ("halfyear", "audit"), ahead),
        "coordinator": (*looked_back, ("halfyear",), ahead),
        "representative": (("lessons",), ("honours",), ahead),
        "observer": (),
        "stranger": (),
    } == layout.PAGES[MenuPage.AFTER]


def test_every_command_menu_lists_its_commands_in_their_order() -> None:
    coordinators = [
        "suco",
        "tinhhinh",
        "baocao",
        "hoidap",
        "nhiemvu",
        "danhba",
        "hoso",
        "nangluc",
        "chinhsach",
        "kichban",
        "mau",
        "nhapxuat",
        "dientap",
        "lienlac",
        "chuyencap",
        "canhbao",
        "hethong",
        "danhgia",
        "baihoc",
        "tuyenduong",
        "baocao_ky",
        "mau05",
        "lich",
        "tinhban",
    ]
    everybody = ["menu", "trogiup", "huy", "dulieu", "ngonngu"]

    assert {kind: list(listed) for kind, listed in layout.COMMANDS.items()} == {
        "owner": [*coordinators, "canbo", "nhatky", *everybody],
        "coordinator": [*coordinators, *everybody],
        "representative": [
            "tinhhinh",
            "baocao",
            "hoidap",
            "nhiemvu",
            "danhba",
            "donvi",
            "lichtruc",
            "canhbao",
            "hethong",
            "danhgia",
            "baihoc",
            "tuyenduong",
            "dangky",
            "lich",
            *everybody,
        ],
        "observer": ["danhba", *everybody],
        "stranger": ["dangky", *everybody],
        "group": ["nhom"],
    }


def test_no_two_entries_of_a_menu_stand_in_one_place_and_no_two_commands_have_one_rank() -> None:
    for kind in MenuKind:
        standing = [place for entry in ALL_FACES.entries.values() for place in entry.places]
        places = [(place.page, place.row, place.column) for place in standing if kind in place.shown_in]
        ranks = [command.rank for command in ALL_FACES.commands if kind in command.listed_in]
        ranks += [rank for rank, _, _ in layout.OWN_COMMANDS]

        assert sorted(places) == sorted(set(places))
        assert sorted(ranks) == sorted(set(ranks))


def test_no_two_sheets_of_a_persons_file_have_one_rank() -> None:
    ranks = [sheet.rank for sheet in ALL_FACES.sheets.values()]

    assert sorted(ranks) == sorted(set(ranks))


def test_every_handler_that_a_face_names_declares_who_may_use_it_and_where() -> None:
    handlers = [
        *(command.handler for command in ALL_FACES.commands),
        *(entry.handler for entry in ALL_FACES.entries.values()),
        *ALL_FACES.taps.values(),
        *ALL_FACES.links.values(),
        *ALL_FACES.files.values(),
        *(route.callback for route in ALL_FACES.others),
    ]

    assert not [handler for handler in handlers if not (allowed_roles(handler) and allowed_places(handler))]
