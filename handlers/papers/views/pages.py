"""The pages of an incident's documents: which there are, what each still lacks, and the question for one field."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.papers.taps import PaperFieldTap, PapersTap, PaperTap, TimeLineTap
from handlers.papers.views.values import FieldValue, missing
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident
from models.papers import PaperForm
from services.papers.answers import VALUE_LENGTH

SHOW, FILL, FILE = "show", "fill", "file"
LATER, KNOWN = "later", "known"
VALUE, ASKED = 60, 300
IN_A_ROW = 6


def offer(reader: Reader, incident: Incident) -> Button:
    """Make the button on the page of what else can be done with an incident."""
    return Button(reader.label("papers-button-offer"), PapersTap(id_of(incident)).pack())


def form_name(reader: Reader, form: PaperForm) -> str:
    """Name a document."""
    return reader.label(f"paper-form-{form}")


def listing(reader: Reader, incident: Incident, lacking: Mapping[PaperForm, int]) -> Message:
    """List the documents, each with how many fields it still lacks."""
    lines = [reader.say("papers-head", code=incident.code)]
    for form, count in lacking.items():
        key = "papers-line-lacking" if count else "papers-line-complete"
        lines.append(reader.say(key, name=form_name(reader, form), count=count))
    lines.append(reader.say("papers-foot"))
    rows = [(Button(form_name(reader, form), PaperTap(id_of(incident), form, SHOW).pack()),) for form in lacking]
    time_line = Button(reader.label("papers-button-time-line"), TimeLineTap(id_of(incident)).pack())
    back = Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack())
    return Message(Markup("\n").join(lines), rows=(*rows, (time_line, back)))


def page(reader: Reader, incident: Incident, form: PaperForm, given: Sequence[FieldValue]) -> Message:
    """Show a document's fields, those that are missing marked; a number leads to each."""
    lacking = missing(given)
    incident_id = id_of(incident)
    key = "paper-head-lacking" if lacking else "paper-head-complete"
    lines = [reader.say(key, code=incident.code, name=form_name(reader, form), count=len(lacking))]
    lines += [_line(reader, number, one) for number, one in enumerate(given, 1)]
    fill = Button(reader.label("paper-button-fill", count=len(lacking)), PaperTap(incident_id, form, FILL).pack())
    file = Button(
        reader.label("paper-button-file"),
        PaperTap(incident_id, form, FILE).pack(),
        None if lacking else Style.PRIMARY,
    )
    first = ((Button(fill.text, fill.data, Style.PRIMARY),), (file,)) if lacking else ((file,),)
    numbers = [
        Button(str(number), PaperFieldTap(incident_id, form, number).pack()) for number in range(1, len(given) + 1)
    ]
    rows = [tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)]
    back = Button(reader.label("papers-button-back"), PapersTap(incident_id).pack())
    return Message(Markup("\n").join(lines), rows=(*first, *rows, (back,)))


def _line(reader: Reader, number: int, one: FieldValue) -> Markup:
    label = reader.label(f"paper-field-{one.field.word}")
    if one.is_missing:
        return reader.say("paper-line-missing", number=number, label=label)
    if not one.value:
        return reader.say("paper-line-empty", number=number, label=label)
    return reader.say("paper-line", number=number, label=label, value=shorten(" ".join(one.value.split()), VALUE))


def ask(reader: Reader, draft: Draft, incident: Incident, form: PaperForm, one: FieldValue, left: int) -> Message:
    """Ask for a field, with what stands in it."""
    text = reader.say(
        "paper-ask",
        code=incident.code,
        name=form_name(reader, form),
        label=reader.label(f"paper-field-{one.field.word}"),
        limit=VALUE_LENGTH,
    )
    parts = [text]
    if one.value:
        parts.append(reader.say("paper-ask-now", value=shorten(one.value, ASKED)))
    elif left > 1:
        parts.append(reader.say("paper-ask-left", count=left - 1))
    row = []
    if not one.value and left > 1:
        row.append(button(draft, LATER, reader.label("paper-button-later"), one.field.word))
    if one.is_said:
        row.append(button(draft, KNOWN, reader.label("paper-button-known"), one.field.word))
    rows = ((tuple(row),) if row else ()) + (way_out(reader, draft, back=False),)
    return Message(Markup("\n\n").join(parts), rows=rows)


def under_way(reader: Reader) -> str:
    """Say that the file is being written."""
    return reader.label("paper-under-way")


def caption(reader: Reader, incident: Incident, form: PaperForm, lacking: int) -> str:
    """Say below a file what it is, and what it still lacks."""
    key = "paper-caption-lacking" if lacking else "paper-caption"
    return reader.label(key, code=incident.code, name=form_name(reader, form), count=lacking)
