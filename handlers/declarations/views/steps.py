"""The dialogue of a declaration as the coordinator sees it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from markupsafe import Markup

from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import ECHOED, fits_two_a_row, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts, needed_count, place_name, type_name
from handlers.incidents.views.sharing import recipient_name
from handlers.incidents.views.touched import gravity_line
from models.drafts import Draft
from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from services.declarations.declaring import Declaration
from services.ground.attachments import MOST_FILES, Attachment
from services.incidents.sharing.recipients import Recipient
from services.places.choosing import Offer
from services.places.communes import Commune
from services.systems.proposals import Gravity

HEADCOUNTS = (5, 10, 20, 50)
HOURS = (2, 6, 12, 24)
HOURS_AGO = (0, 1, 3)
IN_OVERVIEW = 160
# So many templates stand in three rows, and so many in two where a row turns the pages.
MOST_TEMPLATES, TEMPLATES_BESIDE_TURNING = 6, 4
# So much of a name stands on its button.
NAME = 14
FIELD_ROWS = (
    ("kind", "level", "type"),
    ("title", "description", "place"),
    ("sectors", "capabilities", "headcount"),
    ("began", "until", "attachment"),
)
Rows = tuple[tuple[Button, ...], ...]


def start(reader: Reader, draft: Draft, kind: IncidentKind, names: Sequence[tuple[str, str]], *, page: int) -> Message:
    """Ask for the incident in one line, or a template, of which `names` are given with what their buttons say.

    The kind is chosen here. Of more templates than fit there are pages.
    """
    kinds = tuple(
        button(draft, "kind", _chosen(reader, reader.label(f"kind-{one}"), on=one is kind), one) for one in IncidentKind
    )
    part = page_of(
        _short_enough(names), page, size=MOST_TEMPLATES if len(names) <= MOST_TEMPLATES else TEMPLATES_BESIDE_TURNING
    )
    templates = [button(draft, "template", text, name) for name, text in part.items]
    pairs = _in_rows([one for one in templates if fits_two_a_row([one.text])], 2)
    alone = tuple((one,) for one in templates if not fits_two_a_row([one.text]))
    odd = pairs[-1] if pairs and len(pairs[-1]) == 1 else ()
    turn = turning(part, lambda at: button(draft, "page", "", str(at)).data)
    last = (
        *odd,
        button(draft, "edit", reader.label("button-step-by-step"), "hub"),
        *way_out(reader, draft, back=False),
    )
    return Message(
        reader.say("declare-start"), rows=(kinds, *(row for row in pairs if row is not odd), *alone, *turn, last)
    )


def _short_enough(names: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Cut what the buttons of templates say where the rows would be too many; one long one has a row of its own."""
    long = sum(not fits_two_a_row([text]) for _, text in names)
    if long <= 1 and len(names) <= MOST_TEMPLATES:
        return names
    return [(name, text if fits_two_a_row([text]) else shorten(text, NAME)) for name, text in names]


def ask_which_place(
    reader: Reader, draft: Draft, said: str, candidates: Sequence[Commune], *, left: int, is_only: bool
) -> Message:
    """Ask what one name of a line means, all that it may be or none; `left` names are open, this one among them.

    Where the line names no other place, none is the whole province.
    """
    buttons = [button(draft, "where", one.name, f"{left}-{one.code}") for one in candidates]
    name = shorten(said, NAME)
    none = reader.label("button-whole-province") if is_only else reader.label("button-without-place", name=name)
    ends = [button(draft, "where", none, f"{left}-none")]
    if len(candidates) > 1:
        ends.insert(0, button(draft, "where", reader.label("button-all-places", count=len(candidates)), f"{left}-all"))
    text = reader.say("declare-which-place", name=shorten(said, ECHOED))
    return Message(text, rows=(*_in_rows(buttons, 2), tuple(ends), way_out(reader, draft)))


def ask_severity(reader: Reader, draft: Draft, form: Declaration, gravity: Gravity | None) -> Message:
    """Ask how grave it is, the one question before the preview; what is proposed stands out, with its reason."""
    buttons = [button(draft, "severity", reader.label(f"severity-{one}-marked"), one) for one in reversed(Severity)]
    text = reader.say("declare-severity", title=reader.own(form.title))
    if gravity is not None:
        text = Markup("\n\n").join([text, gravity_line(reader, gravity)])
        proposed = reader.label(f"severity-{gravity.severity}-marked")
        buttons = [replace(one, style=Style.PRIMARY) if one.text == proposed else one for one in buttons]
    return Message(text, rows=(*_in_rows(buttons, 1), way_out(reader, draft)))


def hub(reader: Reader, draft: Draft, facts: Facts, *, systems: Sequence[str]) -> Message:
    """Show all fields with their values, each behind a button; `systems` are the names of those that it touches."""
    none = reader.label("value-none")
    values = {
        "kind": reader.label(f"kind-{facts.kind}"),
        "level": reader.label(f"severity-{facts.severity}"),
        "title": facts.title or none,
        "description": shorten(facts.description, IN_OVERVIEW) or none,
        "type": type_name(reader, facts.type),
        "place": place_name(reader, facts),
        "systems": shorten("; ".join(systems), IN_OVERVIEW) or none,
        "sectors": ", ".join(facts.sectors) or reader.label("value-all"),
        "capabilities": ", ".join(facts.capabilities) or reader.label("value-any"),
        "headcount": needed_count(reader, facts) if facts.headcount_wanted else none,
        "began": reader.full_moment(facts.began_at) if facts.began_at else none,
        "until": reader.full_moment(facts.until_at) if facts.until_at else none,
        "attachment": reader.label("value-attached", count=facts.files) if facts.files else none,
    }
    lines = [
        reader.say("declare-field", name=reader.label(f"field-{field}"), value=value) for field, value in values.items()
    ]
    text = Markup("\n").join([reader.say("declare-hub"), "", *lines])
    rows = tuple(
        tuple(button(draft, "edit", reader.label(f"field-{field}"), field) for field in row) for row in FIELD_ROWS
    )
    ready = button(draft, "preview", reader.label("button-preview"))
    # Whoever does not want to go on cancels: a way back would be a sixth row.
    touched = button(draft, "edit", reader.label("button-systems"), "systems")
    last = (touched, Button(ready.text, ready.data, Style.PRIMARY), *way_out(reader, draft, back=False))
    return Message(text, rows=(*rows, last))


def ask(reader: Reader, draft: Draft, field: str, form: Declaration) -> Message:
    """Ask for one field: by buttons, by typing, or both."""
    rows: Rows = ()
    match field:
        case "kind":
            rows = _choices(reader, draft, "kind", IncidentKind, (form.kind,))
        case "type":
            rows = _choices(reader, draft, "type", IncidentType, (form.type,))
        case "level":
            rows = _choices(reader, draft, "severity", Severity, (form.severity,))
        case "sectors":
            sectors = [(one.value, reader.label(f"sector-{one}")) for one in Sector]
            rows = (*_in_rows(toggles(reader, draft, sectors, form.wanted.sectors), 1), _all_or_done(reader, draft))
        case "headcount":
            numbers = tuple(_set(draft, str(number), str(number)) for number in HEADCOUNTS)
            rows = (numbers, (_set(draft, reader.label("value-none"), "0"),))
        case "until":
            hours = tuple(_set(draft, reader.label("hours", hours=one), str(one)) for one in HOURS)
            rows = (hours, (_set(draft, reader.label("value-none"), "none"),))
        case "began":
            ago = tuple(_set(draft, reader.label("hours-ago", hours=one), str(one)) for one in HOURS_AGO)
            rows = (ago, (_set(draft, reader.label("value-none"), "none"),))
        case "attachment" if form.attachments:
            rows = ((_set(draft, reader.label("button-remove-file"), "none"),),)
    unit = reader.label(f"unit-name-{form.headcount_unit}")
    text = reader.say(f"declare-ask-{field}", limit=MOST_FILES, unit=unit)
    return Message(text, rows=(*rows, way_out(reader, draft)))


def _choices(reader: Reader, draft: Draft, words: str, choices: type[StrEnum], chosen: Sequence[StrEnum]) -> Rows:
    buttons = []
    for one in choices:
        name = reader.label(f"{words}-{one.replace('_', '-')}")
        buttons.append(_set(draft, _chosen(reader, name, on=one in chosen), one))
    return _in_rows(buttons, 1 if len(buttons) < 5 else 2)


def toggles(reader: Reader, draft: Draft, choices: Sequence[tuple[str, str]], chosen: Collection[str]) -> list[Button]:
    """Make buttons that turn choices (value, name) on and off: each carries what it leads to."""
    return [
        _set(draft, _chosen(reader, name, on=value in chosen), f"{'-' if value in chosen else '+'}{value}")
        for value, name in choices
    ]


def _set(draft: Draft, text: str, value: str) -> Button:
    return button(draft, "set", text, value)


def _chosen(reader: Reader, name: str, *, on: bool) -> str:
    return reader.label("button-on" if on else "button-off", name=name)


def _all_or_done(reader: Reader, draft: Draft) -> tuple[Button, ...]:
    return (
        _set(draft, reader.label("value-all"), "none"),
        button(draft, "edit", reader.label("button-done"), "hub"),
    )


def done(reader: Reader, draft: Draft, *, to_preview: bool) -> Button:
    """Make the button that leads away from a field where several are chosen."""
    verb, value = ("preview", "") if to_preview else ("edit", "hub")
    return button(draft, verb, reader.label("button-done"), value)


def ask_place(
    reader: Reader, draft: Draft, chosen: Sequence[Commune], offer: Offer, *, asked: str, to_preview: bool
) -> Message:
    """Ask for communes by typing; what was found and what is chosen are buttons that turn on and off."""
    listed = {one.code: one for one in (*chosen, *offer.communes)}
    on = {one.code for one in chosen}
    buttons = toggles(reader, draft, [(code, one.name) for code, one in listed.items()], on)
    key = "declare-ask-place-found" if asked else "declare-ask-place"
    last = (
        _set(draft, reader.label("button-whole-province"), "none"),
        done(reader, draft, to_preview=to_preview),
    )
    said = [reader.say(key, asked=shorten(asked, ECHOED))]
    if offer.former is not None:
        said.insert(0, reader.say("commune-of-before", former=offer.former.address))
    return Message(Markup("\n").join(said), rows=(*_in_rows(buttons, 2), last, way_out(reader, draft)))


def ask_capabilities(
    reader: Reader, draft: Draft, names: Mapping[int, str], chosen: Sequence[int], *, page: int
) -> Message:
    """Ask what businesses should be able to do, a page at a time; what is chosen on other pages is named."""
    part = page_of([(str(one), name) for one, name in names.items()], page)
    buttons = toggles(reader, draft, part.items, [str(one) for one in chosen])
    turn = turning(part, lambda number: button(draft, "page", "", str(number)).data)
    said = [reader.say("declare-ask-capabilities")]
    if chosen:
        said.append(reader.say("declare-chosen", names=", ".join(names[one] for one in chosen if one in names)))
    rows = (*_in_rows(buttons, 1), *turn, _all_or_done(reader, draft), way_out(reader, draft))
    return Message(Markup("\n\n").join(said), rows=rows)


def ask_recipients(reader: Reader, draft: Draft, found: Sequence[Recipient], *, page: int) -> Message:
    """Ask who is named where it is for named people alone, a page at a time."""
    part = page_of(found, page)
    named = [one for one in found if one.named]
    choices = [(str(one.person_id), recipient_name(one)) for one in part.items]
    buttons = toggles(reader, draft, choices, [str(one.person_id) for one in named])
    turn = turning(part, lambda number: button(draft, "page", "", str(number)).data)
    text = reader.say("declare-ask-recipients", named=len(named), count=len(found))
    last = (done(reader, draft, to_preview=True),)
    return Message(text, rows=(*_in_rows(buttons, 1), *turn, last, way_out(reader, draft)))


def _in_rows(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def sent(reader: Reader, code: str, members: int, people: int) -> str:
    """Confirm that an incident went out."""
    return reader.label("declare-sent", code=code, members=members, people=people)


def with_files(reader: Reader, files: Sequence[Attachment], shown: Message, *, is_album: bool) -> Message:
    """Say above a step that comes before the preview, which shows them, what files are kept so far."""
    said = gathered(reader, files, is_album=is_album)
    return shown if said is None else replace(shown, text=Markup("\n\n").join([said, shown.text]))
