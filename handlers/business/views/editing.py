"""A business's data while one of its people edits them: all of them, what changes, and what needs approval."""

from dataclasses import dataclass

from markupsafe import Markup

from handlers.applications.views import registration as steps
from handlers.applications.views.deciding import business_lines, change_lines
from handlers.applications.views.registration import StepSheet
from handlers.business.views.membership import phone_line
from handlers.frame.views import dialogues
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.applications import Application, ApplicationStatus
from models.identity import id_of
from services.applications import registration
from services.applications.changes import Identity
from services.applications.form import Form, Step
from services.business import editing
from services.notation.phones import show_phone

PARTS = {
    editing.COMMUNE: Step.COMMUNE,
    editing.PHONE: Step.BUSINESS_PHONE,
    editing.CAPABILITIES: Step.CAPABILITIES,
    "person": Step.PERSON,
    "title": Step.TITLE,
    "phone": Step.PHONE,
}


@dataclass(frozen=True)
class Edited:
    """What the review is made from: a step's sheet, the form it began with, what the business is known by now.

    `waiting` is the older wish that a new one would replace.
    """

    sheet: StepSheet
    before: Form
    known_by: Identity
    waiting: Application | None


def review(reader: Reader, facts: Edited) -> Message:
    """Show all data as they would be, what of them changes, and how."""
    sheet, form = facts.sheet, facts.sheet.form
    parts = [
        reader.say("editing-heading", name=facts.known_by.name),
        Markup("\n").join(_lines(reader, sheet)),
        *_changes(reader, facts),
        reader.say("editing-hint"),
    ]
    if form.question:
        parts.insert(1, reader.say("registration-question", question=form.question))
    save = Button(
        reader.label(_save_key(facts)), dialogues.button(sheet.draft, Step.REVIEW, "", steps.SUBMIT).data, Style.SUCCESS
    )
    way_out = dialogues.way_out(reader, sheet.draft, back=False)
    return Message(Markup("\n\n").join(parts), rows=((save,), *steps.edits(reader, sheet), way_out))


def _lines(reader: Reader, sheet: StepSheet) -> list[Markup]:
    described = registration.described(sheet.form)
    business = business_lines(reader, described, sheet.chosen, joining=False)
    own = described.candidate
    return [
        *business,
        phone_line(reader, sheet.form.business_phone),
        reader.say("editing-own", name=own.name, title=own.title, phone=show_phone(own.phone)),
    ]


def _changes(reader: Reader, facts: Edited) -> list[Markup]:
    """Say what changes at once and what waits for approval."""
    form = facts.sheet.form
    plain = editing.plain_changes(form, facts.before)
    parts = []
    if plain:
        names = ", ".join(reader.label(f"registration-part-{_kebab(PARTS[field])}") for field in plain)
        parts.append(reader.say("editing-at-once", names=names))
    wish = editing.known_by(form)
    if wish != facts.known_by:
        lines = change_lines(reader, facts.known_by, wish)
        parts.append(Markup("\n").join([reader.say("editing-after-approval"), *lines]))
    if _replaces(facts) and facts.waiting is not None:
        parts.append(reader.say("editing-will-replace", number=str(id_of(facts.waiting))))
    return parts


def _kebab(part: Step) -> str:
    return part.value.replace("_", "-")


def _replaces(facts: Edited) -> bool:
    touched = editing.known_by(facts.sheet.form) != editing.known_by(facts.before)
    return touched and facts.waiting is not None and facts.waiting.status is ApplicationStatus.SUBMITTED


def _save_key(facts: Edited) -> str:
    """Name the button by what it does."""
    form = facts.sheet.form
    touched = editing.known_by(form) != editing.known_by(facts.before) or form.application_id is not None
    if touched and editing.known_by(form) != facts.known_by:
        return "editing-button-send"
    if touched or editing.plain_changes(form, facts.before):
        return "editing-button-save"
    return "business-button-confirm"
