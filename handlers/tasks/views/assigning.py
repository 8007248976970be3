"""Giving a task: which business, what, where, until when, and the preview exactly as its people will see it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import as_text, button, way_out
from handlers.frame.views.fitting import ECHOED, first_that_fits, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page as ButtonPage
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.quantities import counted, quantity
from handlers.frame.views.reader import Reader
from handlers.tally.views.cards import MARKS
from handlers.tasks.forms import AssignmentForm
from handlers.tasks.taps import AssignNowTap
from handlers.tasks.views.words import deadline_rows
from models.capabilities import Unit
from models.drafts import Draft
from models.incidents import Severity
from services.declarations.spans import WrongDay
from services.members.entry_words import short_name
from services.notation.business_names import with_short_form
from services.places.communes import commune
from services.roster.reasons import FoundIn
from services.tally.counting import AnswerGroup
from services.tasks.orders import WHAT_LENGTH, TaskSheet
from services.tasks.owners import CandidatePage, TaskCandidate

# What is asked before a task is given, with the buttons for it.
AskedBefore = tuple[Markup, tuple[tuple[Button, ...], ...]]
# What a button with a row of its own shows, and a line of the list.
NAME_LENGTH = 36
LINE_LENGTH = 70
# So few businesses have a row each; of more there are the list's numbers, so many in a row.
MOST_BY_NAME = 3
NUMBERS_IN_A_ROW = 4
# How much a list may say, and how many capabilities of each business, until that fits.
LONGEST_LIST = 1000
TOLD = (3, 1, 0)
FILTER_LENGTH = 11
MOST_TOLD = 3
# The parts of a task that the preview lets one change; to give it to another business, only two of them.
EDITABLE = (("what", "place"), ("until", "severity"), ("member",))
EDITABLE_OF_AN_INCIDENT = (("what", "place"), ("until", "member"))
EDITABLE_AGAIN = (("until", "member"),)


def choose(
    reader: Reader,
    draft: Draft,
    page: CandidatePage,
    kept: AssignmentForm,
    *,
    names: Mapping[int, str],
    code: str,
    back: bool,
    now: datetime,
) -> Message:
    """Ask for the business: those called to the incident `code`, or those found; `names` are of capabilities (ids)."""
    heads = [_choosing(reader, page, kept, names=names, code=code), _sums(reader, page, names)]
    head = Markup("\n").join(one for one in heads if one)
    versions = (Markup("\n\n").join([head, *_lines(reader, page, names, now, told=told)]) for told in TOLD)
    listed = bool(code or kept.asked or kept.capability)
    rows = (
        *_candidates(draft, page),
        _filters(reader, draft, kept, names, listed=listed),
        *_turning(draft, page),
        way_out(reader, draft, back=back),
    )
    return Message(first_that_fits(versions, longest=LONGEST_LIST), rows=rows)


def _lines(
    reader: Reader, page: CandidatePage, names: Mapping[int, str], now: datetime, *, told: int
) -> tuple[Markup, ...]:
    """Say of each business of a page what it is and does, or nothing where there is none."""
    numbered = enumerate(page.candidates, 1)
    lines = [
        _line(reader, number, one, names, now, told=max(told, _meant(one, page.asked))) for number, one in numbered
    ]
    return (Markup("\n").join(lines),) if lines else ()


def _meant(candidate: TaskCandidate, asked: Collection[int]) -> int:
    """Tell how many of a business's capabilities are told whatever the room: one, where it is what was asked for."""
    return 1 if any(one.capability_id in asked for one in candidate.equipment) else 0


def _choosing(
    reader: Reader, page: CandidatePage, kept: AssignmentForm, *, names: Mapping[int, str], code: str
) -> Markup:
    if kept.asked:
        key = "task-choose-found" if page.candidates else "task-choose-none"
        return reader.say(key, asked=shorten(kept.asked, ECHOED), count=page.total)
    if kept.capability:
        return reader.say("task-choose-able", capability=names.get(kept.capability, ""), count=page.total)
    return reader.say("task-choose-answering", code=code, count=page.total) if code else reader.say("task-choose")


def _sums(reader: Reader, page: CandidatePage, names: Mapping[int, str]) -> Markup | None:
    """Say what those bring together who help."""
    sums, said = page.sums, []
    if sums.engaged:
        said.append(reader.label("task-sum-engaged", count=sums.engaged))
    if sums.people:
        said.append(counted(reader, sums.people, Unit.PEOPLE))
    if sums.of_capability is not None:
        one = sums.of_capability
        said.append(quantity(reader, names.get(one.capability_id, ""), one.number, one.unit))
    return reader.say("task-sums", sums=" · ".join(said)) if said else None


def _line(
    reader: Reader, number: int, candidate: TaskCandidate, names: Mapping[int, str], now: datetime, *, told: int
) -> Markup:
    """Say of a business who it is, where, when it comes, how far it is, what it brings, and what it does already."""
    member = candidate.member
    named = reader.say("task-candidate", number=number, member=shorten(with_short_form(member.name), LINE_LENGTH))
    said = [
        commune(member.commune_code).name,
        *_facts(reader, candidate, now),
        *_brings(reader, candidate, names, told=told),
    ]
    facts = reader.say("task-candidate-facts", facts=" · ".join(said))
    return Markup("\n").join(
        part for part in (named, facts, _elsewhere(reader, candidate), _why(reader, candidate)) if part
    )


def _elsewhere(reader: Reader, candidate: TaskCandidate) -> Markup | None:
    """Say in which other incidents a business takes part."""
    codes = ", ".join(candidate.elsewhere)
    return reader.say("engaged-elsewhere", codes=codes) if codes else None


def _facts(reader: Reader, candidate: TaskCandidate, now: datetime) -> Sequence[str]:
    """Say how a business answered, when it arrives, and how far it is."""
    said = []
    if candidate.group is not None:
        said.append(f"{MARKS[candidate.group]} {reader.label(f'task-group-{candidate.group}'.replace('_', '-'))}")
    if candidate.eta_at is not None and candidate.group is AnswerGroup.READY:
        # Who is expected is not on site: the mark of "ready" would read so beside a time.
        said[-1:] = [f"🕐 {reader.label('task-eta', at=reader.short_moment(candidate.eta_at, now))}"]
    if candidate.km is not None:
        said.append(reader.label("task-km", km=round(candidate.km)))
    return said


def _brings(
    reader: Reader, candidate: TaskCandidate, names: Mapping[int, str], *, told: int = MOST_TOLD
) -> Sequence[str]:
    """Say what a business brings, so many of its capabilities, and what it does already."""
    said = [counted(reader, candidate.people, Unit.PEOPLE)] if candidate.people else []
    known = [one for one in candidate.equipment if one.capability_id in names]
    said += [quantity(reader, names[one.capability_id], one.number, one.unit) for one in known[:told]]
    if len(known) > told > 0:
        said.append(reader.label("task-and-more", count=len(known) - told))
    if candidate.tasks:
        said.append(reader.label("task-doing", count=len(candidate.tasks)))
    return said


def _why(reader: Reader, candidate: TaskCandidate) -> Markup | None:
    """Say by what a business was found, unless it is its name."""
    reason = candidate.reason
    if reason is None or reason.where is FoundIn.NAME:
        return None
    return reader.say(f"task-found-by-{reason.where}", names=", ".join(reason.names))


def _candidates(draft: Draft, page: CandidatePage) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons of a page's businesses: few have a row each, with the name; of more there are the numbers."""
    by_name = len(page.candidates) <= MOST_BY_NAME and page.pages == 1
    buttons = [
        button(
            draft,
            "member",
            f"{number}. {shorten(short_name(one.member.name), NAME_LENGTH)}" if by_name else str(number),
            str(one.member.id),
        )
        for number, one in enumerate(page.candidates, 1)
    ]
    in_a_row = 1 if by_name else NUMBERS_IN_A_ROW
    return tuple(tuple(buttons[start : start + in_a_row]) for start in range(0, len(buttons), in_a_row))


def _filters(
    reader: Reader, draft: Draft, kept: AssignmentForm, names: Mapping[int, str], *, listed: bool
) -> tuple[Button, ...]:
    """Make the row of what narrows the list; the second tap on what is chosen takes it away."""
    chosen = names.get(kept.capability, "") or kept.asked
    able = (
        reader.label("task-filter-off", what=shorten(chosen, FILTER_LENGTH))
        if chosen
        else reader.label("task-filter-capability")
    )
    capability = button(draft, "filter", able, "capability")
    if not listed or kept.form.incident_id is None:
        return (capability,)
    coming = button(draft, "filter", reader.label(f"task-coming-{kept.coming}".replace("_", "-")), "coming")
    order = button(draft, "filter", reader.label("task-order-near" if kept.nearest else "task-order-soon"), "order")
    return (capability, coming, order)


def _turning(draft: Draft, page: CandidatePage) -> tuple[tuple[Button, ...], ...]:
    return turning(
        ButtonPage(page.candidates, page.number, page.pages), lambda number: button(draft, "page", "", str(number)).data
    )


def ask_capability(
    reader: Reader, draft: Draft, names: Mapping[int, str], having: Mapping[int, int], *, page: int
) -> Message:
    """Ask which capability is wanted, each with the number of businesses that have it."""
    part = page_of(list(names.items()), page)
    rows = tuple(
        (button(draft, "capability", reader.label("task-capability", name=name, count=having[one]), str(one)),)
        for one, name in part.items
    )
    turn = turning(part, lambda number: button(draft, "page", "", str(number)).data)
    key = "task-ask-capability" if names else "task-ask-capability-none"
    return Message(reader.say(key), rows=(*rows, *turn, way_out(reader, draft)))


def ask_what(
    reader: Reader, draft: Draft, candidate: TaskCandidate, *, names: Mapping[int, str], now: datetime
) -> Message:
    """Ask what is to be done, the one thing that must be written, below who it is for and whom to call there."""
    facts, brings = _facts(reader, candidate, now), _brings(reader, candidate, names)
    about = [
        reader.say(
            "task-ask-what-of", member=candidate.member.name, commune=commune(candidate.member.commune_code).name
        ),
        reader.say("task-candidate-facts", facts=" · ".join(facts)) if facts else None,
        reader.say("task-brings", brings=" · ".join(brings)) if brings else None,
        reader.say("task-doing-now", codes=", ".join(candidate.tasks[:MOST_TOLD])) if candidate.tasks else None,
        _elsewhere(reader, candidate),
    ]
    text = Markup("\n\n").join(
        [Markup("\n").join(part for part in about if part), reader.say("task-ask-what", limit=WHAT_LENGTH)]
    )
    people = button(draft, "people", reader.label("roster-button-people"))
    return Message(text, rows=((people,), way_out(reader, draft)))


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
    reader: Reader,
    draft: Draft,
    card: Message,
    sheet: TaskSheet,
    *,
    people: int,
    with_files: Markup | None,
    again: bool,
    away: str,
    untaken: Markup | None,
    asked: AskedBefore | None = None,
) -> Message:
    """Show the card exactly as the owner's people will see it, what follows it, and the one button that gives the task.

    `again` is for a task that another business has; `away` is until when the business is not available, if it says so.
    `untaken` says what deadline of the order's line does not count. What is `asked` about a label that the words name
    takes the place of the button that gives it.
    """
    asking = reader.say("task-preview-ask", member=sheet.member.name, people=people)
    warning = reader.say("task-preview-away", until=away) if away else None
    name = shorten(short_name(sheet.member.name), LINE_LENGTH)
    give = Button(reader.label("task-button-give", member=name), AssignNowTap(draft.key).pack(), Style.PRIMARY)
    question, giving = asked or (None, ((give,),))
    shown = (reader.say("preview-head"), card.text, with_files, as_text(reader, card.rows))
    parts = (*shown, untaken, asking, warning, question)
    text = Markup("\n\n").join(part for part in parts if part)
    fields = EDITABLE_AGAIN if again else EDITABLE_OF_AN_INCIDENT if sheet.incident else EDITABLE
    edits = tuple(
        tuple(button(draft, "edit", reader.label(f"task-edit-{field}"), field) for field in row) for row in fields
    )
    drop = ((button(draft, "drop", reader.label("button-without-files")),),) if with_files else ()
    return Message(text, rows=(*giving, *edits, *drop, way_out(reader, draft, back=False)))


def untaken(
    reader: Reader, late_at: datetime | None, wrong_day: WrongDay | None, *, due_at: datetime | None
) -> Markup | None:
    """Say that the deadline of an order's line is over or on no day, and which one counts in its place."""
    until = reader.moment(due_at) if due_at is not None else ""
    if wrong_day is not None:
        if wrong_day.weekday is None:
            return reader.say("task-no-such-day", day=wrong_day.said, until=until)
        return reader.say("task-other-weekday", day=wrong_day.said, weekday=wrong_day.weekday, until=until)
    return reader.say("task-late", at=reader.moment(late_at), until=until) if late_at is not None else None


def given(reader: Reader, *, code: str, member: str) -> str:
    """Confirm that a task is on its way to its owner."""
    return reader.label("task-given", code=code, member=member)
