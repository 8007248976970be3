"""The menu, the help page, and the choice of language."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import fits_a_row, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.front.taps import LanguageTap
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident
from models.people import Language

NOTHING: Mapping[str, int] = MappingProxyType({})
# So much of an incident's title fits beside its code.
TITLE = 60
# As long as Telegram lets a command be.
LONGEST_COMMAND = 32


class Unread(StrEnum):
    """What is said of what can't be read: to those who coordinate, and to those who may have written to them."""

    TO_COORDINATORS = "menu-unread"
    TO_OTHERS = "menu-unread-write"


def menu(
    reader: Reader,
    *,
    kind: str,
    things: Sequence[OpenThing],
    buttons: int,
    entries: Sequence[Sequence[str]],
    department: str,
    businesses: Sequence[str],
    greeting: bool,
    waiting: Mapping[str, int] = NOTHING,
    renewal: tuple[Markup, tuple[Button, ...]] | None = None,
    unread: Unread | None = None,
) -> Message:
    """Show what is under way for a person and what they may do here; a greeting says first what this is.

    `unread` is said where what they have just sent can't be read, and went to nobody. `buttons` of the things have a
    button, the others are said; `waiting` counts what waits behind an entry.

    `renewal` asks for the consent to a newer text: its words, and a row of buttons.
    """
    parts = [reader.say("greeting", department=department)] if greeting else []
    if unread is not None:
        parts.append(reader.say(unread.value))
    if things:
        parts.append(Markup("\n").join([reader.say("menu-open-now"), *(thing.line for thing in things)]))
    parts.append(reader.say(f"menu-{kind}", department=department))
    if businesses:
        parts.append(reader.say("menu-speaks-for", businesses=", ".join(businesses)))
    rows = (
        *((thing.button,) for thing in things[:buttons] if thing.button),
        *(tuple(_entry(reader, name, waiting) for name in row) for row in entries),
    )
    if renewal is not None:
        words, asking = renewal
        parts.append(words)
        rows = (asking, *rows)
    return Message(Markup("\n\n").join(parts), rows=rows)


def more(reader: Reader, entries: Sequence[Sequence[str]], waiting: Mapping[str, int] = NOTHING) -> Message:
    """Show the entries of the menu for which it has no room."""
    rows = tuple(tuple(_entry(reader, name, waiting) for name in row) for row in entries)
    return Message(reader.say("menu-more"), rows=rows)


def half_written(reader: Reader, draft: Draft, *, now: datetime) -> OpenThing:
    """Say what was begun and not finished, since when, and lead back to it."""
    name = reader.label(f"half-written-{draft.dialogue.replace('_', '-')}")
    line = reader.say("menu-half-written", name=name, at=reader.short_moment(draft.updated_at, now))
    return OpenThing(line, Button(reader.label("button-go-on-writing"), MenuTap("resume").pack()))


def page(reader: Reader, page: str, entries: Sequence[Sequence[str]], waiting: Mapping[str, int]) -> Message:
    """Show the entries of a page behind the first one, with what waits behind each."""
    rows = tuple(tuple(_entry(reader, name, waiting) for name in row) for row in entries)
    return Message(reader.say(f"menu-{page}"), rows=rows)


def offers(reader: Reader, incident: Incident, buttons: Sequence[Button]) -> Message:
    """Show what else can be done with an incident, and the way back to its tally."""
    back = (Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack()),)
    said = reader.say(
        "offers" if buttons else "offers-none",
        code=incident.code,
        title=labelled(shorten(reader.own(incident.title), TITLE), incident.tlp),
    )
    return Message(said, rows=(*_paired(buttons), back))


def _paired(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Lay buttons out two in a row, so that few rows are needed; a wide one has a row of its own."""
    rows: list[tuple[Button, ...]] = []
    waiting: int | None = None
    for button in buttons:
        if not fits_a_row((button.text, "")):
            rows.append((button,))
        elif waiting is None:
            waiting = len(rows)
            rows.append((button,))
        else:
            rows[waiting] = (*rows[waiting], button)
            waiting = None
    return rows


def _entry(reader: Reader, name: str, waiting: Mapping[str, int]) -> Button:
    if name == "language":
        other = next(one for one in Language if one is not reader.language)
        return Button(reader.label("menu-entry-language"), LanguageTap(other).pack())
    style = Style.DANGER if name == "declare" else None
    label = reader.label(f"menu-entry-{name}")
    if count := waiting.get(name):
        label = reader.label("menu-entry-waits", what=label, count=count)
    return Button(label, MenuTap(name).pack(), style)


def commands(reader: Reader, listed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Say of each command, listed with its English name, what it does, in the reader's language."""
    english = reader.language is Language.ENGLISH
    return [(alias if english else command, reader.label(f"command-{alias}")) for command, alias in listed.items()]


def help_page(reader: Reader, *, kind: str, listed: Mapping[str, str]) -> Message:
    """Explain the commands that a person may use."""
    lines = [reader.say("help-line", command=command, what=what) for command, what in commands(reader, listed)]
    text = Markup("\n\n").join([reader.say(f"help-{kind}"), Markup("\n").join(lines)])
    own_data = Button(reader.label("menu-entry-mydata"), MenuTap("mydata").pack())
    return Message(text, rows=((own_data,), (Button(reader.label("button-menu"), MenuTap("menu").pack()),)))


def nearest(name: str, listed: Mapping[str, str]) -> str | None:
    """Find the command (its Vietnamese name) that resembles a name, of those that are listed with an English one."""
    meant = {alias: command for command, alias in listed.items()} | {command: command for command in listed}
    found = get_close_matches(name.lower(), meant, n=1)
    return meant[found[0]] if found else None


def unknown_command(reader: Reader, name: str, nearest: Mapping[str, str]) -> Message:
    """Say that there is no such command, and name the nearest one with its English name, if there is one."""
    shown = shorten(name, LONGEST_COMMAND)
    menu = (Button(reader.label("button-menu"), MenuTap("menu").pack()),)
    for command, what in commands(reader, nearest):
        return Message(reader.say("command-unknown-nearest", name=shown, command=command, what=what), rows=(menu,))
    return Message(reader.say("command-unknown", name=shown), rows=(menu,))


def languages(reader: Reader) -> Message:
    """Ask for the language, each named in itself."""
    row = tuple(Button(reader.label(f"language-{language}"), LanguageTap(language).pack()) for language in Language)
    return Message(reader.say("language-ask"), rows=(row,))


def language_chosen(reader: Reader) -> str:
    """Confirm the language, in it."""
    return reader.label("language-chosen")
