"""Merging two entries of one business, as a coordinator goes through it."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from handlers.frame.views import dialogues
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.quantities import quantity
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, Sector
from services.business.mergers import Field, Side
from services.notation.phones import show_phone
from services.places import communes

PICK, KEEP, TAKE = "pick", "keep", "take"
MARKS = ("1️⃣", "2️⃣")
LONGEST = 80
LONGEST_BUTTON = 28


def ask(reader: Reader, draft: Draft, member: Member, found: Sequence[Member]) -> Message:
    """Ask for the other entry; what was found stands as buttons, and one may always type again."""
    if not found:
        text = reader.say("merger-ask", member=member.name, tax_code=member.tax_code)
        return Message(text, rows=(dialogues.way_out(reader, draft, back=False),))
    rows = tuple((dialogues.button(draft, PICK, _candidate(reader, one), str(id_of(one))),) for one in found)
    text = reader.say("merger-choose", member=member.name)
    return Message(text, rows=(*rows, dialogues.way_out(reader, draft, back=False)))


def _candidate(reader: Reader, member: Member) -> str:
    return reader.label("merger-candidate", member=shorten(member.name, 40), tax_code=member.tax_code)


def compare(reader: Reader, draft: Draft, first: Side, second: Side, *, names: dict[int, str]) -> Message:
    """Show both entries field by field, and ask which one stays."""
    sheets = [_sheet(reader, one, names) for one in (first, second)]
    lines = [
        reader.say("merger-same", field=reader.label(f"merger-field-{field}"), value=value)
        if value == sheets[1][field]
        else reader.say(
            "merger-differs", field=reader.label(f"merger-field-{field}"), first=value, second=sheets[1][field]
        )
        for field, value in sheets[0].items()
    ]
    keep = tuple(
        (
            dialogues.button(
                draft,
                KEEP,
                reader.label("merger-button-keep", mark=mark, tax_code=one.member.tax_code),
                str(id_of(one.member)),
            ),
        )
        for mark, one in zip(MARKS, (first, second), strict=True)
    )
    text = Markup("\n\n").join([reader.say("merger-compare"), Markup("\n").join(lines)])
    return Message(text, rows=(*keep, dialogues.way_out(reader, draft)))


def _sheet(reader: Reader, one: Side, names: dict[int, str]) -> dict[str, str]:
    """Describe one entry, field by field."""
    member = one.member
    held = ", ".join(
        quantity(reader, names.get(number, ""), count, one.profile.units[number])
        for number, count in one.profile.capabilities.items()
    )
    return {
        "tax-code": member.tax_code,
        **{field.value: written(reader, field, one.value(field)) for field in Field},
        "state": reader.label(f"merger-state-{member.status}"),
        "capabilities": shorten(held, LONGEST) or reader.label("merger-nothing"),
        "people": shorten(", ".join(each.name for each in one.speaking), LONGEST) or reader.label("merger-nothing"),
        "weight": reader.label("merger-weight", answers=one.answers, tasks=one.tasks),
    }


def written(reader: Reader, field: Field, value: Any) -> str:
    """Write what an entry says of a field."""
    if not value:
        return reader.label("merger-nothing")
    match field:
        case Field.SECTORS:
            return " · ".join(reader.label(f"sector-{sector}") for sector in Sector if sector in value)
        case Field.COMMUNE:
            return communes.commune(value).name
        case Field.PHONE:
            return show_phone(value)
    return shorten(str(value), LONGEST)


def values(
    reader: Reader, draft: Draft, kept: Side, other: Side, *, fields: Sequence[Field], others: Sequence[Field]
) -> Message:
    """Let the right value be chosen where the entries differ: that of the one that stays, unless one taps the other."""
    lines = [reader.say("merger-values")]
    rows: list[tuple[Button, ...]] = []
    for field in fields:
        name = reader.label(f"merger-field-{field}")
        both = [written(reader, field, one.value(field)) for one in (kept, other)]
        lines.append(reader.say("merger-differs", field=name, first=both[0], second=both[1]))
        chosen = 1 if field in others else 0
        rows.append(
            tuple(_value(reader, draft, field, place, text, chosen=place == chosen) for place, text in enumerate(both))
        )
    on = dialogues.of_step(draft, dialogues.NEXT, reader.label("merger-button-values-next"))
    text = Markup("\n\n").join(lines)
    return Message(text, rows=(*rows, (on,), dialogues.way_out(reader, draft)))


def _value(reader: Reader, draft: Draft, field: Field, place: int, text: str, *, chosen: bool) -> Button:
    short = f"{MARKS[place]} {shorten(text, LONGEST_BUTTON)}"
    label = reader.label("button-chosen", text=short) if chosen else short
    return dialogues.button(draft, TAKE, label, f"{field}{'+-'[place]}")


def confirm(
    reader: Reader, draft: Draft, kept: Side, other: Side, *, fields: Sequence[Field], others: Sequence[Field]
) -> Message:
    """Show what comes of it, and that it is for good, before it is done."""
    chosen = [
        reader.say(
            "merger-value-line",
            field=reader.label(f"merger-field-{field}"),
            value=written(reader, field, (other if field in others else kept).value(field)),
        )
        for field in (Field.NAME, *(field for field in fields if field is not Field.NAME))
    ]
    parts = [
        reader.say("merger-confirm", kept=kept.member.tax_code, merged=other.member.tax_code),
        Markup("\n").join(chosen),
        reader.say("merger-follows"),
        reader.say("merger-follows-group") if kept.group is not None and other.group is not None else None,
        reader.say("merger-follows-duty") if kept.on_duty and other.on_duty else None,
        reader.say("merger-for-good"),
    ]
    merge = dialogues.of_step(draft, dialogues.NEXT, reader.label("merger-button-confirm"))
    text = Markup("\n\n").join(part for part in parts if part)
    return Message(text, rows=((merge,), dialogues.way_out(reader, draft)))


def done(reader: Reader, member: Member) -> Message:
    """Confirm a merger."""
    return Message(reader.say("merger-done", member=member.name, tax_code=member.tax_code))


def told(reader: Reader, member: Member, *, department: str) -> Message:
    """Tell everyone who speaks for the business."""
    text = reader.say("membership-merged", member=member.name, tax_code=member.tax_code, department=department)
    return Message(text)
