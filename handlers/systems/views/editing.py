"""The steps by which a system is added or changed."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.systems.forms import SystemForm
from handlers.systems.taps import SystemsTap, SystemTap
from handlers.systems.views import register as views
from models.drafts import Draft
from models.identity import id_of
from models.systems import ContactHours, InformationSystem, SystemMark
from services.notation.phones import show_phone
from services.places.communes import Commune
from services.systems.entries import HIGHEST_LEVEL, NAME_LENGTH, TEXT_LENGTH

HUB, NAME, ALSO, OWNER, OPERATOR, LEVEL, MARK = "hub", "name", "also", "owner", "operator", "level", "mark"
COMMUNE, SERVES, CONNECTIVITY, SECURITY, CONTACTS = "commune", "serves", "connectivity", "security", "contacts"
OPEN, SAVE, SET, EMPTY, REMOVE, AS_TYPED = "open", "save", "set", "empty", "remove", "typed"
PROVIDED = (CONNECTIVITY, SECURITY)
# As the overview shows them; what is provided stands below.
IN_ROWS = ((NAME, ALSO, SERVES), (OWNER, OPERATOR, COMMUNE), (LEVEL, MARK, CONTACTS))
PARTS = (*(part for row in IN_ROWS for part in row), *PROVIDED, *ContactHours)
TYPED = frozenset(PARTS) - {LEVEL, MARK, CONTACTS}
MAY_BE_EMPTY = frozenset(PARTS) - {NAME, MARK, CONTACTS, *PROVIDED}
# So many businesses are offered at once; more letters make them fewer.
OFFERED = 3
COMMUNES_OFFERED = 4
ON_BUTTON = 50
Rows = tuple[tuple[Button, ...], ...]


def hub(reader: Reader, draft: Draft, form: SystemForm, named: Mapping[int, str]) -> Message:
    """Show all parts as they are, each with the button that opens it, and the button that saves."""
    head = reader.say("system-head", name=form.entry.name)
    count = reader.say("system-contacts-count", count=len(form.entry.contacts))
    lines = [head, *views.facts(reader, form.entry, named), count]
    said = reader.say("system-hub-new" if form.system_id is None else "system-hub-change")
    save = button(draft, SAVE, reader.label("system-button-save"))
    rows = (
        (Button(save.text, save.data, Style.SUCCESS),),
        *(tuple(_opens(reader, draft, name) for name in names) for names in IN_ROWS),
        (*(_opens(reader, draft, name) for name in PROVIDED), *way_out(reader, draft, back=False)),
    )
    return Message(Markup("\n\n").join([Markup("\n").join(lines), said]), rows=rows)


def _opens(reader: Reader, draft: Draft, part: str) -> Button:
    return button(draft, OPEN, reader.label(f"system-part-{_kebab(part)}"), part)


def _kebab(part: str) -> str:
    return part.replace("_", "-")


def ask(reader: Reader, draft: Draft, form: SystemForm, named: Mapping[int, str]) -> Message:
    """Ask for a part, with what can be chosen."""
    part = draft.step
    text = [reader.say(f"system-ask-{_kebab(part)}", limit=NAME_LENGTH if part == NAME else TEXT_LENGTH)]
    if form.offered:
        text.append(reader.say("system-choose-business", text=form.typed))
    held = _held(reader, part, form, named)
    if held:
        text.append(held)
    return Message(Markup("\n\n").join(text), rows=(*_choices(reader, draft, form, named), _out(reader, draft, form)))


def _held(reader: Reader, part: str, form: SystemForm, named: Mapping[int, str]) -> Markup:
    """Say what a part holds that has several values."""
    entry = form.entry
    if part in PROVIDED:
        members = entry.connectivity if part == CONNECTIVITY else entry.security
        return (
            reader.say("system-held", value="; ".join(named.get(one, "") for one in members)) if members else Markup("")
        )
    if part in set(ContactHours):
        people = [f"{one.name}, {show_phone(one.phone)}" for one in entry.contacts if one.hours == part]
        return reader.say("system-held", value="; ".join(people)) if people else Markup("")
    return Markup("")


def _choices(reader: Reader, draft: Draft, form: SystemForm, named: Mapping[int, str]) -> Rows:
    """Make the buttons of what can be chosen for the part that is open."""
    part = draft.step
    if part == LEVEL:
        levels = range(1, HIGHEST_LEVEL + 1)
        return (tuple(button(draft, SET, str(one), str(one)) for one in levels), (_empty(reader, draft),))
    if part == MARK:
        return tuple((button(draft, SET, reader.label(f"system-mark-{one}"), one),) for one in SystemMark)
    if part == CONTACTS:
        return tuple((_opens(reader, draft, one),) for one in ContactHours)
    offered = tuple((button(draft, SET, shorten(named.get(one, ""), ON_BUTTON), str(one)),) for one in form.offered)
    if offered:
        as_typed = reader.label("system-button-as-typed", text=shorten(form.typed, ON_BUTTON))
        return (*offered, *(((button(draft, AS_TYPED, as_typed),),) if part not in PROVIDED else ()))
    if part in PROVIDED:
        members = form.entry.connectivity if part == CONNECTIVITY else form.entry.security
        return tuple((_removes(reader, draft, one, named),) for one in members)
    return ((_empty(reader, draft),),) if part in MAY_BE_EMPTY else ()


def _removes(reader: Reader, draft: Draft, member_id: int, named: Mapping[int, str]) -> Button:
    name = shorten(named.get(member_id, ""), ON_BUTTON)
    return button(draft, REMOVE, reader.label("system-button-remove", name=name), str(member_id))


def _empty(reader: Reader, draft: Draft) -> Button:
    key = "system-button-whole-province" if draft.step == COMMUNE else "system-button-empty"
    return button(draft, EMPTY, reader.label(key))


def _out(reader: Reader, draft: Draft, form: SystemForm) -> tuple[Button, ...]:
    """Lead back to the overview, which a system has only once it has a name."""
    return way_out(reader, draft, back=bool(form.entry.name))


def ask_commune(reader: Reader, draft: Draft, form: SystemForm, offered: Sequence[Commune]) -> Message:
    """Ask in which commune a system is, by what was typed."""
    text = reader.say("system-choose-commune", text=form.typed) if offered else reader.say("system-ask-commune")
    buttons = [button(draft, SET, one.name, one.code) for one in offered[:COMMUNES_OFFERED]]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Message(text, rows=(*rows, (_empty(reader, draft),), way_out(reader, draft)))


def saved(reader: Reader, system: InformationSystem, *, is_new: bool) -> Message:
    """Say that a system was kept, and lead to it."""
    show = Button(reader.label("system-button-show"), SystemTap(id_of(system), views.SHOW).pack())
    listed = Button(reader.label("systems-button-list"), SystemsTap(0).pack())
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    return Message(
        reader.say("system-added" if is_new else "system-changed", name=system.name), rows=((show,), (listed, menu))
    )
