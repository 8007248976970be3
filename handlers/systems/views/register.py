"""The register as people see it: a list, the page of a system, and whom to call for it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.systems.taps import SystemsTap, SystemTap
from handlers.workbooks.taps import WorkbookTap
from models.identity import id_of
from models.systems import ContactHours, InformationSystem, SystemMark
from services.notation.phones import show_phone
from services.notation.spelling import search_key
from services.places import communes
from services.systems.entries import Called, SystemEntry
from services.systems.search import Found

ADD, SHOW, PEOPLE, EDIT, RETIRE, SURELY = "add", "show", "people", "edit", "retire", "surely"
# The verb of `WorkbookTap` that takes the register out.
WORKBOOK = "systems"
# So much of a search fits into a button beside its page.
LONGEST_KEY = 40
NAME_IN_LINE = 60
LINE = 90


def short_key(text: str) -> str:
    """Give what was typed as a button can carry it."""
    key = search_key(text).encode()[:LONGEST_KEY]
    return search_key(key.decode(errors="ignore"))


def listing(reader: Reader, found: Found, *, text: str, coordinating: bool) -> Message:
    """List systems, a button each; where nothing has the words, those that nearly do."""
    buttons = [
        Button(str(number), SystemTap(id_of(one), SHOW).pack()) for number, one in enumerate(found.systems, start=1)
    ]
    add = _adding(reader) if coordinating else ()
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    lines = [_line(reader, number, one) for number, one in enumerate(found.systems, start=1)]
    said = Markup("\n").join([_head(reader, found, text, coordinating), *lines])
    return Message(said, rows=(*_in_fives(buttons), *_turning(found, text), (*add, menu)))


def _adding(reader: Reader) -> tuple[Button, ...]:
    """Let coordinators add a system, or take the register out as a workbook, which can be sent back."""
    workbook = Button(reader.label("systems-button-workbook"), WorkbookTap(WORKBOOK, "", 0).pack())
    return (Button(reader.label("systems-button-add"), SystemTap(0, ADD).pack()), workbook)


def _head(reader: Reader, found: Found, text: str, coordinating: bool) -> Markup:
    if not found.total:
        key = "systems-none-found" if text else "systems-none" if coordinating else "systems-none-of-yours"
        return reader.say(key, text=text)
    if found.is_near:
        return reader.say("systems-near", text=text)
    return reader.say("systems-found" if text else "systems-all", text=text, count=found.total)


def _in_fives(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + 5]) for at in range(0, len(buttons), 5))


def _line(reader: Reader, number: int, system: InformationSystem) -> Markup:
    """Write a system in one line of a list: its number, its name, and what it is worth."""
    worth = reader.label("system-level-short", level=system.level) if system.level else ""
    if system.mark is SystemMark.ABSOLUTE:
        worth = reader.label("system-line-absolute", worth=worth)
    return reader.say("systems-line", number=number, name=shorten(system.name, NAME_IN_LINE), worth=worth)


def _turning(found: Found, text: str) -> tuple[tuple[Button, ...], ...]:
    if found.pages == 1:
        return ()
    before, after = (found.number - 1) % found.pages, (found.number + 1) % found.pages
    return (
        (
            Button("‹", SystemsTap(before, text).pack()),
            Button(f"{found.number + 1}/{found.pages}", SystemsTap(found.number, text).pack()),
            Button("›", SystemsTap(after, text).pack()),
        ),
    )


def page(
    reader: Reader, system: InformationSystem, entry: SystemEntry, named: Mapping[int, str], *, coordinating: bool
) -> Message:
    """Show all that the register says of a system but the people to call."""
    lines = [reader.say("system-head", name=system.name), *facts(reader, entry, named)]
    call = Button(
        reader.label("system-button-people", count=len(entry.contacts)),
        SystemTap(id_of(system), PEOPLE).pack(),
        Style.PRIMARY if entry.contacts else None,
    )
    edit = Button(reader.label("system-button-edit"), SystemTap(id_of(system), EDIT).pack())
    gone = Button(reader.label("system-button-retire"), SystemTap(id_of(system), RETIRE).pack())
    return Message(
        Markup("\n").join(lines),
        rows=((call,), *(((edit, gone),) if coordinating else ()), (_to_list(reader),)),
    )


def facts(reader: Reader, entry: SystemEntry, named: Mapping[int, str]) -> list[Markup]:
    """Write what is known of a system, a line each, what is not known as a dash."""
    said = {
        "also": "; ".join(entry.also_called),
        "owner": entry.owner.name,
        "operator": entry.operator.name,
        "place": communes.commune(entry.commune_code).name if entry.commune_code else reader.label("whole-province"),
        "serves": entry.serves,
        "connectivity": "; ".join(named.get(one, "") for one in entry.connectivity),
        "security": "; ".join(named.get(one, "") for one in entry.security),
    }
    worth = reader.say(
        "system-worth", level=level_name(reader, entry.level), mark=reader.label(f"system-mark-{entry.mark}")
    )
    lines = [reader.say(f"system-fact-{name}", value=shorten(value or "—", LINE)) for name, value in said.items()]
    return [*lines[:3], worth, *lines[3:]]


def level_name(reader: Reader, level: int | None) -> str:
    """Name a legal level, or that nobody has determined it."""
    return reader.label("system-level", level=level) if level else reader.label("system-level-unknown")


def _to_list(reader: Reader) -> Button:
    return Button(reader.label("systems-button-list"), SystemsTap(0).pack())


def people(reader: Reader, system: InformationSystem, contacts: Sequence[Called], *, hours: ContactHours) -> Message:
    """Show whom to call, those first whose hours it is now."""
    parts = [reader.say("system-people-head", name=system.name)]
    for when, those in groupby(contacts, key=lambda one: one.hours):
        head = reader.say("system-hours-now" if when is hours else "system-hours", hours=hours_name(reader, when))
        parts.append(Markup("\n").join([head, *(_contact(reader, one) for one in those)]))
    if not contacts:
        parts.append(reader.say("system-people-none"))
    back = Button(reader.label("system-button-back"), SystemTap(id_of(system), SHOW).pack())
    return Message(Markup("\n\n").join(parts), rows=((back,),))


def hours_name(reader: Reader, hours: ContactHours) -> str:
    """Name the hours in which somebody is called."""
    return reader.label(f"system-hours-{hours.replace('_', '-')}")


def _contact(reader: Reader, one: Called) -> Markup:
    key = "system-contact-titled" if one.title else "system-contact"
    return reader.say(key, name=one.name, title=one.title, phone=show_phone(one.phone))


def ask_retire(reader: Reader, system: InformationSystem) -> Message:
    """Ask whether a system is to be taken out."""
    surely = Button(reader.label("system-button-surely"), SystemTap(id_of(system), SURELY).pack(), Style.DANGER)
    back = Button(reader.label("system-button-back"), SystemTap(id_of(system), SHOW).pack())
    return Message(reader.say("system-ask-retire", name=system.name), rows=((surely,), (back,)))


def retired(reader: Reader, system: InformationSystem) -> str:
    """Say that a system was taken out."""
    return reader.label("system-retired", name=shorten(system.name, NAME_IN_LINE))
