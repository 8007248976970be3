"""Giving a task: which business, what, where, until when, and the preview exactly as its people will see it."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import ECHOED, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page as ButtonPage
from handlers.frame.views.pages import turning
from handlers.frame.views.reader import Reader
from handlers.incidents.views.tally import MARKS
from handlers.tasks.taps import AssignNowTap
from handlers.tasks.views.words import deadline_rows
from models.drafts import Draft
from models.incidents import Severity
from services.tasks.orders import WHAT_LENGTH, TaskSheet
from services.tasks.owners import PAGE, CandidatePage, TaskCandidate

NAME_LENGTH = 40
# The parts of a task that the preview lets one change; to give it to another business, only two of them.
EDITABLE = (("what", "place"), ("until", "severity"), ("member",))
EDITABLE_OF_AN_INCIDENT = (("what", "place"), ("until", "member"))
EDITABLE_AGAIN = (("until", "member"),)


def choose(reader: Reader, draft: Draft, page: CandidatePage, *, code: str, asked: str, back: bool) -> Message:
    """Ask for the business: those that answered the incident `code`, or those found for what was typed."""
    numbered = list(enumerate(page.candidates, page.number * PAGE + 1))
    lines = [_line(reader, number, one) for number, one in numbered]
    text = Markup("\n\n").join(
        part for part in (_choosing(reader, page, code=code, asked=asked), Markup("\n").join(lines)) if part
    )
    rows = tuple((_candidate(draft, number, one),) for number, one in numbered)
    turn = turning(
        ButtonPage(page.candidates, page.number, page.pages), lambda number: button(draft, "page", "", str(number)).data
    )
    return Message(text, rows=(*rows, *turn, way_out(reader, draft, back=back)))


def _choosing(reader: Reader, page: CandidatePage, *, code: str, asked: str) -> Markup:
    if asked:
        key = "task-choose-found" if page.candidates else "task-choose-none"
        return reader.say(key, asked=shorten(asked, ECHOED))
    return reader.say("task-choose-answering", code=code) if code else reader.say("task-choose")


def _line(reader: Reader, number: int, candidate: TaskCandidate) -> Markup:
    """Name a business in full: many begin alike, and a button shows no more than a beginning."""
    member = candidate.member
    return reader.say("task-candidate", number=number, member=member.name, tax_code=member.tax_code)


def _candidate(draft: Draft, number: int, candidate: TaskCandidate) -> Button:
    name = f"{number}. {shorten(candidate.member.name, NAME_LENGTH)}"
    text = f"{MARKS[candidate.group]} {name}" if candidate.group else name
    return button(draft, "member", text, str(candidate.member.id))


def ask_what(reader: Reader, draft: Draft, *, member: str) -> Message:
    """Ask what is to be done, the one thing that must be written."""
    return Message(reader.say("task-ask-what", member=member, limit=WHAT_LENGTH), rows=(way_out(reader, draft),))


def ask_place(reader: Reader, draft: Draft, places: Sequence[str]) -> Message:
    """Ask where: the communes of the incident or of the business stand behind buttons."""
    rows = tuple((button(draft, "place", name, str(number)),) for number, name in enumerate(places))
    return Message(reader.say("task-ask-place"), rows=(*rows, way_out(reader, draft)))


def ask_until(reader: Reader, draft: Draft, *, five: bool) -> Message:
    """Ask until when."""
    return Message(
        reader.say("task-ask-until"), rows=(*deadline_rows(reader, draft, five=five), way_out(reader, draft))
    )


def ask_severity(reader: Reader, draft: Draft) -> Message:
    """Ask how grave it is: that decides how soon is reminded."""
    rows = tuple(
        (button(draft, "severity", reader.label(f"severity-{one}-marked"), one),) for one in reversed(Severity)
    )
    return Message(reader.say("task-ask-severity"), rows=(*rows, way_out(reader, draft)))


def preview(
    reader: Reader, draft: Draft, card: Message, sheet: TaskSheet, *, people: int, again: bool, away: str
) -> Message:
    """Show the card exactly as the owner's people will see it, and the one button that gives the task.

    `again` is for a task that another business has; `away` is until when the business is not available, if it says so.
    """
    sample = tuple(
        tuple(Button(one.text, button(draft, "sample", "").data, one.style) for one in row) for row in card.rows
    )
    asking = reader.say("task-preview-ask", member=sheet.member.name, people=people)
    warning = reader.say("task-preview-away", until=away) if away else None
    text = Markup("\n\n").join(part for part in (reader.say("preview-head"), card.text, asking, warning) if part)
    name = shorten(sheet.member.name, NAME_LENGTH)
    give = Button(reader.label("task-button-give", member=name), AssignNowTap(draft.key).pack(), Style.PRIMARY)
    fields = EDITABLE_AGAIN if again else EDITABLE_OF_AN_INCIDENT if sheet.incident else EDITABLE
    edits = tuple(
        tuple(button(draft, "edit", reader.label(f"task-edit-{field}"), field) for field in row) for row in fields
    )
    return Message(text, rows=(*sample, (give,), *edits, way_out(reader, draft, back=False)))


def only_a_preview(reader: Reader) -> str:
    """Say that the owner's button does nothing in the preview."""
    return reader.label("only-a-preview")


def given(reader: Reader, *, code: str, member: str) -> str:
    """Confirm that a task is on its way to its owner."""
    return reader.label("task-given", code=code, member=member)
