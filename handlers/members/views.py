"""The catalogue of capabilities as coordinators see and extend it."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views import dialogues
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.members.forms import CapabilityForm
from handlers.members.taps import CapabilityTap, CapabilityUnitTap
from models.capabilities import Capability, Unit
from models.drafts import Draft
from models.identity import id_of
from models.people import Language
from services.members.capabilities import NAME_LENGTH, name_of

LINES = 24
LIST, ADD, CHOOSE, RETIRE, CONFIRM = "list", "add", "choose", "retire", "confirm"
UNITS, UNIT_OF, ASK_UNIT, CHANGE_UNIT = "units", "unit", "ask", "change"
NAME_VI, NAME_EN, UNIT = "name_vi", "name_en", "unit"
UNITS_A_ROW = 4


def catalogue(reader: Reader, known: Sequence[Capability], number: int = 0) -> Message:
    """List the capabilities in both languages, a page at a time, with buttons to add and to retire."""
    page = page_of(known, number, size=LINES)
    lines = [
        reader.say(
            "capability-line",
            name=name_of(one, reader.language),
            other=_other_name(one, reader),
            unit=reader.label(f"unit-name-{one.unit}"),
        )
        for one in page.items
    ]
    text = Markup("\n").join([reader.say("capability-catalogue", count=len(known)), *lines])
    retire = (Button(reader.label("capability-button-choose"), CapabilityTap(CHOOSE, 0).pack()),) if known else ()
    rows = (
        *turning(page, lambda turned: CapabilityTap(LIST, turned).pack()),
        (Button(reader.label("capability-button-add"), CapabilityTap(ADD, 0).pack()), *retire),
        *(((Button(reader.label("capability-button-units"), CapabilityTap(UNITS, 0).pack()),),) if known else ()),
        (Button(reader.label("button-menu"), MenuTap("menu").pack()),),
    )
    return Message(text, rows=rows)


def _other_name(capability: Capability, reader: Reader) -> str:
    other = Language.VIETNAMESE if reader.language is Language.ENGLISH else Language.ENGLISH
    return name_of(capability, other)


def choice(reader: Reader, known: Sequence[Capability], number: int) -> Message:
    """Ask which capability is to be retired."""
    page = page_of(known, number)
    rows = tuple(
        (Button(name_of(one, reader.language), CapabilityTap(RETIRE, id_of(one)).pack()),) for one in page.items
    )
    turn = turning(page, lambda turned: CapabilityTap(CHOOSE, turned).pack())
    return Message(reader.say("capability-choose"), rows=(*rows, *turn, _to_catalogue(reader)))


def units(reader: Reader, known: Sequence[Capability], number: int) -> Message:
    """Ask which capability is to be counted otherwise."""
    page = page_of(known, number)
    rows = tuple((_with_unit(reader, one),) for one in page.items)
    turn = turning(page, lambda turned: CapabilityTap(UNITS, turned).pack())
    return Message(reader.say("capability-choose-for-unit"), rows=(*rows, *turn, _to_catalogue(reader)))


def _with_unit(reader: Reader, one: Capability) -> Button:
    text = f"{name_of(one, reader.language)} ({reader.label(f'unit-name-{one.unit}')})"
    return Button(text, CapabilityTap(UNIT_OF, id_of(one)).pack())


def other_units(reader: Reader, capability: Capability) -> Message:
    """Ask in what else a capability is to be counted."""
    buttons = [
        Button(reader.label(f"unit-name-{one}"), CapabilityUnitTap(ASK_UNIT, id_of(capability), one).pack())
        for one in Unit
        if one is not capability.unit
    ]
    rows = tuple(tuple(buttons[start : start + UNITS_A_ROW]) for start in range(0, len(buttons), UNITS_A_ROW))
    text = reader.say(
        "capability-other-unit",
        name=name_of(capability, reader.language),
        unit=reader.label(f"unit-name-{capability.unit}"),
    )
    return Message(text, rows=(*rows, _to_catalogue(reader)))


def confirm_unit(reader: Reader, capability: Capability, unit: Unit, *, holders: int) -> Message:
    """Ask whether the numbers that businesses gave are really to be read in another unit."""
    text = reader.say(
        "capability-confirm-unit",
        name=name_of(capability, reader.language),
        old=reader.label(f"unit-name-{capability.unit}"),
        new=reader.label(f"unit-name-{unit}"),
        holders=holders,
    )
    confirm = Button(
        reader.label("capability-button-change-unit", unit=reader.label(f"unit-name-{unit}")),
        CapabilityUnitTap(CHANGE_UNIT, id_of(capability), unit).pack(),
        Style.PRIMARY,
    )
    return Message(text, rows=((confirm,), _to_catalogue(reader)))


def unit_changed(reader: Reader, capability: Capability) -> str:
    """Confirm at the top of the screen that a capability is counted otherwise."""
    return reader.label(
        "capability-unit-changed",
        name=name_of(capability, reader.language),
        unit=reader.label(f"unit-name-{capability.unit}"),
    )


def _to_catalogue(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("button-back"), CapabilityTap(LIST, 0).pack()),)


def confirmation(reader: Reader, capability: Capability, *, holders: int) -> Message:
    """Ask whether a capability is really to be retired, and say what becomes of it."""
    text = reader.say("capability-confirm", name=name_of(capability, reader.language), holders=holders)
    confirm = Button(
        reader.label("capability-button-retire"), CapabilityTap(CONFIRM, id_of(capability)).pack(), Style.DANGER
    )
    return Message(text, rows=((confirm,), _to_catalogue(reader)))


def ask_name(reader: Reader, draft: Draft) -> Message:
    """Ask for the name of a new capability: the Vietnamese one, then the English one."""
    second = draft.step == NAME_EN
    text = reader.say(
        "capability-ask-name-en" if second else "capability-ask-name-vi",
        limit=NAME_LENGTH,
        name=CapabilityForm.of(draft).name_vi,
    )
    return Message(text, rows=(dialogues.way_out(reader, draft, back=second),))


def ask_unit(reader: Reader, draft: Draft) -> Message:
    """Ask in what a new capability is counted."""
    buttons = [dialogues.button(draft, UNIT, reader.label(f"unit-name-{one}"), one) for one in Unit]
    rows = tuple(tuple(buttons[start : start + UNITS_A_ROW]) for start in range(0, len(buttons), UNITS_A_ROW))
    text = reader.say("capability-ask-unit", name=CapabilityForm.of(draft).name_vi)
    return Message(text, rows=(*rows, dialogues.way_out(reader, draft)))


def added(reader: Reader, capability: Capability) -> Message:
    """Confirm a new capability."""
    return Message(
        reader.say(
            "capability-added",
            name=capability.name_vi,
            other=capability.name_en,
            unit=reader.label(f"unit-name-{capability.unit}"),
        ),
        rows=((Button(reader.label("capability-button-list"), CapabilityTap(LIST, 0).pack()),),),
    )


def retired(reader: Reader, capability: Capability) -> str:
    """Confirm at the top of the screen that a capability is retired."""
    return reader.label("capability-retired", name=name_of(capability, reader.language))
