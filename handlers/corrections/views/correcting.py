"""A correction as the coordinator sees it: the parts, the preview, and who answered before."""

from collections.abc import Collection, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.corrections.taps import AnsweredBeforeTap, CorrectTap, TellCorrectionTap
from handlers.frame.views.dialogues import as_text, button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.incidents.views.cards import Facts, needed_count, place_name, type_name
from handlers.incidents.views.given import answer_said
from handlers.tally.taps import CalledTap, TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, Severity
from models.members import Member
from models.responses import Response
from services.corrections.correcting import REASON_LENGTH, AnsweredBefore, Regraded
from services.corrections.following import Followed
from services.notation.business_names import with_short_form
from services.tally.counting import GROUP_OF

IN_OVERVIEW, IN_A_ROW = 160, 4
PART_ROWS = (
    ("title", "description"),
    ("level", "type", "sectors"),
    ("place", "capabilities"),
    ("headcount", "began", "until"),
)


def offer(reader: Reader, incident: Incident, before: AnsweredBefore) -> Sequence[Button]:
    """Make the button that begins a correction, and the one that shows who answered before the last."""
    correct = Button(reader.label("button-correct"), CorrectTap(id_of(incident)).pack())
    return [correct, *_to_answered_before(reader, incident, before)]


def _to_answered_before(reader: Reader, incident: Incident, before: AnsweredBefore) -> Sequence[Button]:
    if not before.total:
        return []
    label = reader.label("button-answered-before", count=before.total)
    return [Button(label, AnsweredBeforeTap(id_of(incident), 0).pack())]


def hub(reader: Reader, draft: Draft, facts: Facts, parts: Collection[str]) -> Message:
    """Show all parts as they will stand, those that are changed marked, each behind a button."""
    none = reader.label("value-none")
    values = {
        "level": reader.label(f"severity-{facts.severity}"),
        "type": type_name(reader, facts.type),
        "sectors": ", ".join(facts.sectors) or reader.label("value-all"),
        "title": facts.title,
        "description": shorten(facts.description, IN_OVERVIEW),
        "place": place_name(reader, facts),
        "capabilities": ", ".join(facts.capabilities) or reader.label("value-any"),
        "headcount": needed_count(reader, facts) if facts.headcount_wanted else none,
        "began": reader.full_moment(facts.began_at) if facts.began_at else none,
        "until": reader.full_moment(facts.until_at) if facts.until_at else none,
    }
    lines = [
        reader.say(
            "correct-part-changed" if part in parts else "declare-field",
            name=reader.label(f"field-{part}"),
            value=value,
        )
        for part, value in values.items()
    ]
    rows = [tuple(button(draft, "edit", reader.label(f"field-{part}"), part) for part in row) for row in PART_ROWS]
    ready = button(draft, "preview", reader.label("button-preview"))
    last = (Button(ready.text, ready.data, Style.PRIMARY),) if parts else ()
    text = Markup("\n").join([reader.say("correct-hub", code=facts.code), "", *lines])
    return Message(text, rows=(*rows, (*last, *way_out(reader, draft, back=False))))


def ask_reason(reader: Reader, draft: Draft) -> Message:
    """Ask why the severity changes."""
    return Message(reader.say("correct-ask-reason", limit=REASON_LENGTH), rows=(way_out(reader, draft),))


def _is_graver(regraded: Regraded) -> bool:
    order = list(Severity)
    return order.index(regraded.after) > order.index(regraded.before)


def _regraded(reader: Reader, regraded: Regraded, reason: str) -> Markup:
    """Say how grave it was and shall be, why, and what that severity proposes, which nothing does by itself."""
    before, after = (reader.label(f"severity-{one}") for one in (regraded.before, regraded.after))
    lines = [reader.say("correct-severity", before=before, after=after, reason=reason)]
    lines.append(reader.say("correct-severity-policy", minutes=regraded.update_every))
    if regraded.observers:
        lines.append(reader.say("correct-severity-observers"))
    if regraded.after in (Severity.SERIOUS, Severity.CRITICAL) and _is_graver(regraded):
        lines.append(reader.say("correct-severity-escalate"))
    return Markup("\n").join(lines)


def preview(
    reader: Reader,
    draft: Draft,
    card: Message,
    *,
    people: int,
    answers: int,
    regraded: Regraded | None,
    reason: str,
    systems: Sequence[str] = (),
    asked: tuple[Markup, tuple[tuple[Button, ...], ...]] | None = None,
) -> Message:
    """Show the card as it will stand, whose is edited, how many answered before, and what another severity proposes.

    What is `asked` about a label that the words name takes the place of the button that sends.
    """
    parts = [reader.say("preview-head"), card.text, as_text(reader, card.rows)]
    if systems:
        parts.append(reader.say("preview-systems", names=shorten("; ".join(systems), IN_OVERVIEW)))
    if regraded is not None:
        parts.append(_regraded(reader, regraded, reason))
    parts.append(reader.say("correct-preview", people=people, answers=answers))
    send = button(draft, "send", reader.label("button-correct-now", people=people))
    question, rows = asked or (Markup(), ((Button(send.text, send.data, Style.PRIMARY),),))
    text = Markup("\n\n").join(part for part in (*parts, question) if part)
    return Message(text, rows=(*rows, way_out(reader, draft)))


def corrected(
    reader: Reader, incident: Incident, before: AnsweredBefore, followed: Followed, *, now: datetime
) -> Message:
    """Confirm a correction, with the tasks it changed, and show who answered before it: they saw something else."""
    key = "corrected" if before.total else "corrected-nobody"
    done = Markup("\n").join([*_tasks(reader, followed), reader.say(key, code=incident.code, count=before.total)])
    if not before.total:
        return Message(done, rows=(_tell(reader, incident), _back(reader, incident)))
    return _listed(reader, incident, before, done, now)


def _tasks(reader: Reader, followed: Followed) -> Sequence[Markup]:
    """Say which open tasks were corrected with it, and which still name the old place in words of their own."""
    corrected, stale = (", ".join(task.code for task in some) for some in (followed.corrected, followed.stale))
    lines = []
    if corrected:
        lines.append(reader.say("corrected-tasks", count=len(followed.corrected), codes=corrected))
    if stale:
        lines.append(reader.say("corrected-tasks-stale", count=len(followed.stale), codes=stale))
    return lines


def answered_before(reader: Reader, incident: Incident, before: AnsweredBefore, *, now: datetime) -> Message:
    """List who answered before the last correction and not since."""
    at = reader.short_moment(incident.corrected_at, now) if incident.corrected_at else ""
    head = reader.say("answered-before-head", code=incident.code, at=at, count=before.total)
    return _listed(reader, incident, before, head, now)


def _listed(reader: Reader, incident: Incident, before: AnsweredBefore, head: Markup, now: datetime) -> Message:
    incident_id = id_of(incident)
    lines = [_line(reader, number, *one, now) for number, one in enumerate(before.lines, 1)]
    numbers = [
        Button(str(number), CalledTap(incident_id, id_of(member), GROUP_OF[answer.answer], 0).pack())
        for number, (member, answer) in enumerate(before.lines, 1)
    ]
    rows = [tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)]
    page = Page(before.lines, before.number, before.pages)
    rows += turning(page, lambda number: AnsweredBeforeTap(incident_id, number).pack())
    text = Markup("\n\n").join([head, Markup("\n").join(lines) or reader.say("list-empty")])
    return Message(text, rows=(*rows, _tell(reader, incident), _back(reader, incident)))


def _line(reader: Reader, number: int, member: Member, answer: Response, now: datetime) -> Markup:
    return reader.say(
        "answered-before-line",
        number=number,
        member=with_short_form(member.name),
        answer=answer_said(reader, answer.answer),
        at=reader.short_moment(answer.answered_at, now),
    )


def _tell(reader: Reader, incident: Incident) -> tuple[Button, ...]:
    """Offer to tell everybody: an edited card makes no sound."""
    return (Button(reader.label("button-tell-of-correction"), TellCorrectionTap(id_of(incident)).pack()),)


def _back(reader: Reader, incident: Incident) -> tuple[Button, ...]:
    return (Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack()),)
