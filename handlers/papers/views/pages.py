"""The pages of an incident's documents: which there are, what each still lacks, and the question for one field."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import button, under, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.incidents.views import touched
from handlers.papers.taps import PaperFieldTap, PapersTap, PaperTap, TimeLineTap
from handlers.papers.views.values import FieldValue, missing
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident
from models.papers import PaperForm
from models.tlp import UNLABELLED
from services.incidents.touched.duties import LegalDuty
from services.papers.answers import VALUE_LENGTH

SHOW, FILL, FILE = "show", "fill", "file"
LATER, KNOWN = "later", "known"
VALUE, ASKED = 60, 300
IN_A_ROW = 4


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


def filled_already(reader: Reader, words: str, listed: Message) -> Message:
    """Say above the list of documents that words stand in no field, since none is asked for any more."""
    return under(Message(reader.say("papers-filled-already", words=shorten(words, VALUE))), listed)


def page(
    reader: Reader,
    incident: Incident,
    form: PaperForm,
    given: Sequence[FieldValue],
    number: int,
    *,
    due: Sequence[LegalDuty],
    now: datetime,
) -> Message:
    """Show until when a document is `due`, and a page of its fields, what is missing marked; a number leads to each."""
    lacking, shown = missing(given), page_of(list(enumerate(given, 1)), number)
    incident_id = id_of(incident)
    key = "paper-head-lacking" if lacking else "paper-head-complete"
    lines = [reader.say(key, code=incident.code, name=form_name(reader, form), count=len(lacking))]
    lines += _deadlines(reader, due, now)
    lines += [_line(reader, place, one) for place, one in shown.items]
    places = [Button(str(place), PaperFieldTap(incident_id, form, place).pack()) for place, _ in shown.items]
    rows = [tuple(places[at : at + IN_A_ROW]) for at in range(0, len(places), IN_A_ROW)]
    turns = turning(shown, lambda other: PaperTap(incident_id, form, SHOW, other).pack())
    back = Button(reader.label("papers-button-back"), PapersTap(incident_id).pack())
    return Message(
        Markup("\n").join(lines), rows=(*_first_rows(reader, incident_id, form, len(lacking)), *rows, *turns, (back,))
    )


def _deadlines(reader: Reader, due: Sequence[LegalDuty], now: datetime) -> Sequence[Markup]:
    """Say until when the rules ask for a document, and where nobody has compared them with the text of the law."""
    lines = [
        reader.say("paper-due", what=touched.duty_name(reader, one), until=touched.until(reader, one, now))
        for one in due
    ]
    if not all(one.rule.confirmed for one in due):
        lines.append(reader.say("duty-law-unconfirmed"))
    return lines


def _first_rows(reader: Reader, incident_id: int, form: PaperForm, lacking: int) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons that fill what is missing and get the file, the next sensible one loud."""
    file = Button(reader.label("paper-button-file"), PaperTap(incident_id, form, FILE).pack())
    if not lacking:
        return ((replace(file, style=Style.PRIMARY),),)
    fill = reader.label("paper-button-fill", count=lacking)
    return ((Button(fill, PaperTap(incident_id, form, FILL).pack(), Style.PRIMARY),), (file,))


def _line(reader: Reader, number: int, one: FieldValue) -> Markup:
    label = reader.label(f"paper-field-{one.field.word}")
    if one.is_missing:
        return reader.say("paper-line-missing", number=number, label=label)
    if not one.value:
        return reader.say("paper-line-empty", number=number, label=label)
    return reader.say("paper-line", number=number, label=label, value=shorten(" ".join(one.value.split()), VALUE))


def ask(
    reader: Reader, draft: Draft, incident: Incident, form: PaperForm, one: FieldValue, left: int, *, back: bool
) -> Message:
    """Ask for a field, with what stands in it; so many others are `left`, and `back` leads to the one before."""
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
    elif left:
        parts.append(reader.say("paper-ask-left", count=left))
    row = []
    if left:
        row.append(button(draft, LATER, reader.label("paper-button-later"), one.field.word))
    if one.is_said:
        row.append(button(draft, KNOWN, reader.label("paper-button-known"), one.field.word))
    rows = ((tuple(row),) if row else ()) + (way_out(reader, draft, back=back),)
    return Message(Markup("\n\n").join(parts), rows=rows)


def under_way(reader: Reader) -> str:
    """Say that the file is being written."""
    return reader.label("paper-under-way")


def caption(reader: Reader, incident: Incident, form: PaperForm, lacking: int) -> str:
    """Say below a file how far it may go, what it is, and what it still lacks."""
    key = "paper-caption-lacking" if lacking else "paper-caption"
    said = reader.label(key, code=incident.code, name=form_name(reader, form), count=lacking)
    return labelled(said, incident.tlp or UNLABELLED)
