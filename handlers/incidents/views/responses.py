"""What is asked after an answer: people, equipment, a note."""

from collections.abc import Collection, Mapping

from markupsafe import Markup

from handlers.frame.views.dialogues import NEXT, button, of_step, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Message
from handlers.frame.views.quantities import counted
from handlers.frame.views.reader import Reader
from models.capabilities import Unit
from models.drafts import Draft
from services.members.capabilities import Kind

# So much is shown of words that were kept as the note.
KEPT = 200
NUMBERS = (1, 2, 3, 5, 10, 20)


def ask_people(reader: Reader, draft: Draft, code: str, unit: Unit) -> Message:
    """Ask how many come: people, or whatever else the incident counts."""
    numbers = tuple(button(draft, "people", str(number), str(number)) for number in NUMBERS)
    skip = of_step(draft, NEXT, reader.label("button-skip"))
    key = "offer-people" if unit is Unit.PEOPLE else "offer-units"
    text = reader.say(key, code=code, unit=reader.label(f"unit-name-{unit}"))
    return Message(text, rows=(numbers, (skip,), way_out(reader, draft, back=False)))


def ask_equipment(
    reader: Reader, draft: Draft, code: str, names: Mapping[int, str], *, chosen: Collection[int], beside: str = ""
) -> Message:
    """Ask what equipment comes, of what the business registered and of what its words (`beside` a number) name."""
    rows = tuple(
        (
            button(
                draft,
                "toggle",
                reader.label("button-on" if one in chosen else "button-off", name=name),
                str(one),
            ),
        )
        for one, name in names.items()
    )
    on = of_step(draft, NEXT, reader.label("button-next"))
    parts = [*_kept(reader, beside), reader.say("offer-equipment", code=code)]
    return Message(Markup("\n\n").join(parts), rows=(*rows, (on,), way_out(reader, draft)))


def _kept(reader: Reader, beside: str) -> list[Markup]:
    """Say which words were kept as the note, since they are no number that is asked for."""
    return [reader.say("offer-kept-as-note", note=shorten(beside, KEPT))] if beside else []


def ask_quantity(reader: Reader, draft: Draft, code: str, kind: Kind, *, held: int) -> Message:
    """Ask how many of a piece of equipment come, in its unit; those that are registered (`held`) are a button."""
    offered = sorted({*NUMBERS[:4], held} - {0})
    numbers = tuple(button(draft, "quantity", str(number), str(number)) for number in offered)
    skip = of_step(draft, NEXT, reader.label("button-skip"))
    text = reader.say(
        "offer-quantity",
        code=code,
        name=kind.name,
        unit=reader.label(f"unit-name-{kind.unit}"),
        held=held,
        registered=counted(reader, held, kind.unit),
    )
    return Message(text, rows=(numbers, (skip,), way_out(reader, draft)))


def ask_note(
    reader: Reader, draft: Draft, code: str, *, note: str, with_files: Markup | None, beside: str = ""
) -> Message:
    """Ask for a note and for files, and say what has come so far; `beside` is what was said beside a number."""
    skip = of_step(draft, NEXT, reader.label("button-finish"))
    parts = [
        *(_kept(reader, beside) if beside == note else [reader.say("card-note", note=note)] if note else []),
        reader.say("offer-note", code=code),
        with_files,
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=((skip,), way_out(reader, draft)))


def offered(reader: Reader, code: str, *, added: bool) -> Message:
    """Thank for the offer, or say that nothing was added."""
    return Message(reader.say("offer-done" if added else "offer-nothing", code=code))


def stopped(reader: Reader, code: str) -> Message:
    """Say that what was added before the offer was broken off stays."""
    return Message(reader.say("offer-stopped", code=code))


def thanks(reader: Reader) -> str:
    """Thank for the word on an alert's usefulness."""
    return reader.label("useful-thanks")
