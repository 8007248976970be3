"""The menu, the help page, and the choice of language."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.front.taps import LanguageTap
from models.people import Language, Role
from services.people.accounts import menu_for

# The rooms of each menu and the commands of each role, the most used first; names are keys of the texts.
_EVERYBODY = {"menu": "menu", "trogiup": "help", "huy": "cancel", "dulieu": "mydata", "ngonngu": "language"}
_COORDINATOR_ROWS = (("declare",), ("incidents", "tasks"), ("roster", "applications"), ("workbooks", "capabilities"))
_COORDINATOR_COMMANDS = {
    "suco": "incident",
    "tinhhinh": "incidents",
    "nhiemvu": "tasks",
    "danhba": "roster",
    "hoso": "applications",
    "nangluc": "capabilities",
    "nhapxuat": "workbooks",
}
_LAST_ROW = ("help", "language")
MENU = {
    "owner": (*_COORDINATOR_ROWS, ("staff",), _LAST_ROW),
    "coordinator": (*_COORDINATOR_ROWS, _LAST_ROW),
    "representative": (("incidents", "tasks"), ("roster", "business"), _LAST_ROW),
    "observer": (("roster",), _LAST_ROW),
    "stranger": (("register",), _LAST_ROW),
}
COMMANDS = {
    "owner": {**_COORDINATOR_COMMANDS, "canbo": "staff", **_EVERYBODY},
    "coordinator": {**_COORDINATOR_COMMANDS, **_EVERYBODY},
    "representative": {
        "tinhhinh": "incidents",
        "nhiemvu": "tasks",
        "danhba": "roster",
        "donvi": "business",
        "lichtruc": "duty",
        "dangky": "register",
        **_EVERYBODY,
    },
    "observer": {"danhba": "roster", **_EVERYBODY},
    "stranger": {"dangky": "register", **_EVERYBODY},
    # In a group, whoever looks.
    "group": {"nhom": "group"},
}


def menu(
    reader: Reader,
    *,
    roles: frozenset[Role],
    department: str,
    businesses: Sequence[str],
    greeting: bool,
    renewal: tuple[Markup, tuple[Button, ...]] | None = None,
) -> Message:
    """Show what a person may do here; a greeting says first what this is.

    `renewal` asks for the consent to a newer text: its words, and a row of buttons.
    """
    kind = menu_for(roles)
    parts = [reader.say("greeting", department=department)] if greeting else []
    parts.append(reader.say(f"menu-{kind}", department=department))
    if businesses:
        parts.append(reader.say("menu-speaks-for", businesses=", ".join(businesses)))
    rows = tuple(tuple(_entry(reader, name) for name in row) for row in MENU[kind])
    if renewal is not None:
        words, asking = renewal
        parts.append(words)
        rows = (asking, *rows)
    return Message(Markup("\n\n").join(parts), rows=rows)


def _entry(reader: Reader, name: str) -> Button:
    style = Style.DANGER if name == "declare" else None
    return Button(reader.label(f"menu-entry-{name}"), MenuTap(name).pack(), style)


def commands(reader: Reader, kind: str) -> list[tuple[str, str]]:
    """List the commands of a menu with what they do, in the reader's language."""
    english = reader.language is Language.ENGLISH
    return [
        (alias if english else command, reader.label(f"command-{alias}")) for command, alias in COMMANDS[kind].items()
    ]


def help_page(reader: Reader, *, roles: frozenset[Role]) -> Message:
    """Explain the commands that a person may use."""
    kind = menu_for(roles)
    lines = [reader.say("help-line", command=command, what=what) for command, what in commands(reader, kind)]
    text = Markup("\n\n").join([reader.say(f"help-{kind}"), Markup("\n").join(lines)])
    own_data = Button(reader.label("menu-entry-mydata"), MenuTap("mydata").pack())
    return Message(text, rows=((own_data,), (Button(reader.label("button-menu"), MenuTap("menu").pack()),)))


def languages(reader: Reader) -> Message:
    """Ask for the language, each named in itself."""
    row = tuple(Button(reader.label(f"language-{language}"), LanguageTap(language).pack()) for language in Language)
    return Message(reader.say("language-ask"), rows=(row,))


def language_chosen(reader: Reader) -> str:
    """Confirm the language, in it."""
    return reader.label("language-chosen")
