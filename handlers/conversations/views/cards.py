"""A question as coordinators see it: whose it is, the words, what was answered, and what can be done."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from handlers.conversations.taps import HandTap, QuestionsTap, QuestionTap
from handlers.conversations.views import danger
from handlers.conversations.views.asking import quoted, said
from handlers.frame.views import attached
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.roster.taps import ContactTap
from handlers.tasks.taps import TaskTap
from models.conversations import Question, QuestionState
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus
from models.members import MemberStatus
from models.people import Person
from models.tasks import Task
from services.conversations.answering import can_undo_note
from services.conversations.asking import is_only_kept
from services.conversations.threads import Given, QuestionPage, Sheet
from services.declarations.drill_words import says_it_is_real

SHOW, ANSWER, NOTE, HAND, ALL, THREAD, FILES = "show", "answer", "note", "hand", "all", "thread", "files"
# What was noted by a slip waits for an answer again.
UNNOTE = "unnote"
# The answer that was given goes to those who ask the same.
ALIKE = "alike"
# What tells of danger and is about no incident is declared from it.
DECLARE = "declare"
# So much of a question, and of an answer, is shown at once; the thread shows more.
SHOWN, SHOWN_ANSWER = 900, 300
SHOWN_BEFORE = 120
# So many questions stand in a handover note, each so long, and so much of whose it is.
HANDED_OVER, SHOWN_HANDED_OVER, IN_LINE = 3, 80, 40
MOST_COLLEAGUES = 8


def card(
    reader: Reader,
    sheet: Sheet,
    *,
    before: Sequence[Sheet] = (),
    waited: bool = False,
    returned: bool = False,
    repeated: bool = False,
    now: datetime,
) -> Message:
    """Show a question that waits, or what became of it; `waited` says that it has climbed, and how long it waits.

    `returned`: whom it was handed to coordinates no longer.
    """
    question = sheet.question
    waits = question.state is QuestionState.OPEN
    parts = [
        _alarm(reader, sheet) if waits else None,
        reader.say("card-repeated") if repeated else None,
        _waited(reader, sheet, now=now) if waited and waits else None,
        reader.say("question-returned") if returned and waits and sheet.handed_to is None else None,
        _head(reader, sheet, now=now),
        _before(reader, sheet, before),
        _words(reader, sheet, now=now),
        *_outcome(reader, sheet, now=now),
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=_rows(reader, sheet, before))


def _waited(reader: Reader, sheet: Sheet, *, now: datetime) -> Markup:
    """Say for how long nobody has answered: since it was asked, whoever it was handed to meanwhile."""
    key = "question-waited-undelivered" if sheet.undelivered else "question-waited"
    return reader.say(key, minutes=(now - sheet.question.asked_at) // timedelta(minutes=1))


def _head(reader: Reader, sheet: Sheet, *, now: datetime) -> Markup:
    mark = "❓" if sheet.question.state is QuestionState.OPEN else "✔"
    if sheet.incident is None:
        key = "question-head-unsorted" if sheet.question.is_unsorted else "question-head-alone"
        first = reader.say(key, mark=mark)
    else:
        first = _of_incident(reader, sheet.incident, mark, now=now)
    at = reader.short_moment(sheet.question.asked_at, now)
    by_whom = "question-by-titled" if sheet.asker is not None else "question-by"
    by = reader.say(
        by_whom,
        member=whose(reader, sheet),
        by=asker_name(reader, sheet),
        title=sheet.asker.title if sheet.asker is not None else "",
        at=at,
    )
    suspended = sheet.member is not None and sheet.member.status is MemberStatus.SUSPENDED
    lines = [
        first,
        _task(reader, sheet.task) if sheet.task is not None else None,
        by,
        reader.say("question-of-suspended") if suspended else None,
    ]
    return Markup("\n").join(line for line in lines if line)


def _of_incident(reader: Reader, incident: Incident, mark: str, *, now: datetime) -> Markup:
    """Name the incident that words are about, and say when it ended if it has."""
    title = shorten(reader.own(incident.title), 60)
    if incident.status is not IncidentStatus.CLOSED or incident.closed_at is None:
        return reader.say("question-head", mark=mark, code=incident.code, title=title)
    at = reader.short_moment(incident.closed_at, now)
    return reader.say("question-head-ended", mark=mark, code=incident.code, title=title, at=at)


def _task(reader: Reader, task: Task) -> Markup:
    return reader.say("question-task", code=task.code, what=quoted(reader.own(task.what), SHOWN_BEFORE))


def whose(reader: Reader, sheet: Sheet) -> str:
    """Name the business that asks, or say that it is a stranger."""
    return sheet.member.name if sheet.member is not None else reader.label("question-stranger")


def code_of(sheet: Sheet) -> str:
    """Give the code of a question's task or incident, to stand behind a name; words that may be erased are no name."""
    return f" ({sheet.code})" if sheet.code else ""


def asker_name(reader: Reader, sheet: Sheet) -> str:
    """Name who asked as they registered; who was erased has no name."""
    if sheet.asker is not None and sheet.person:
        return sheet.asker.name
    return reader.known_as(sheet.person)


def _before(reader: Reader, sheet: Sheet, before: Sequence[Sheet]) -> Markup | None:
    """Show what these words were before they were changed, or what the conversation was about."""
    if sheet.changed is None:
        return _earlier(reader, before[-1]) if before else None
    noted = sheet.changed.state is QuestionState.NOTED
    key = "question-changed-noted" if noted else "question-changed-answered"
    return reader.say(key, text=said(reader, sheet.changed, SHOWN_BEFORE))


def _earlier(reader: Reader, sheet: Sheet) -> Markup:
    """Show in short what the conversation was about before."""
    answer = (sheet.answers[-1].answer.text or reader.label("question-file-alone")) if sheet.answers else "…"
    return reader.say(
        "question-before",
        text=said(reader, sheet.question, SHOWN_BEFORE),
        answer=quoted(answer, SHOWN_BEFORE),
    )


def _gone(reader: Reader, question: Question) -> Markup:
    """Say that words were taken back, or where they went."""
    return reader.say("question-gone-to", code=question.became) if question.became else reader.say("question-gone")


def _words(reader: Reader, sheet: Sheet, *, now: datetime) -> Markup:
    question = sheet.question
    if question.state is QuestionState.TAKEN_BACK:
        return _gone(reader, question)
    lines = [reader.say("question-words", text=shorten(question.text, SHOWN))] if question.text else []
    if sheet.files:
        lines.append(reader.say("question-voice" if question.is_voice else "question-files", count=sheet.files))
    if sheet.alike:
        lines.append(reader.say("question-alike", count=sheet.alike))
    if question.edited_at is not None:
        lines.append(reader.say("question-edited", at=reader.short_moment(question.edited_at, now)))
    return Markup("\n").join(lines)


def _outcome(reader: Reader, sheet: Sheet, *, now: datetime) -> list[Markup]:
    """Say who answered, took note, or has it in hand."""
    lines = [_with_fate(reader, sheet, one, now=now) for one in sheet.answers]
    settled_at = sheet.question.settled_at
    if is_only_kept(sheet.question):
        lines.append(reader.say("question-only-kept"))
    elif sheet.question.state is QuestionState.NOTED and settled_at is not None:
        by = reader.known_as(sheet.settled_by)
        lines.append(reader.say("question-noted-by", by=by, at=reader.short_moment(settled_at, now)))
    if sheet.question.state is QuestionState.OPEN and sheet.handed_to is not None:
        lines.append(reader.say("question-handed-to", name=reader.known_as(sheet.handed_to)))
    return lines


def _with_fate(reader: Reader, sheet: Sheet, one: Given, *, now: datetime) -> Markup:
    """Show an answer with as much as is known of its way."""
    line, fate = given(reader, one, now=now), one.answer.fate
    if fate is None:
        return line
    word = reader.say(f"question-fate-{fate.replace('_', '-')}", member=whose(reader, sheet))
    return Markup("\n").join([line, word])


def given(reader: Reader, one: Given, *, now: datetime, limit: int = SHOWN_ANSWER) -> Markup:
    """Show an answer, who gave it, and when."""
    at = reader.short_moment(one.answer.said_at, now)
    text = shorten(one.answer.text, limit) or reader.label("question-file-alone")
    said_so = reader.say("question-given", by=reader.known_as(one.by), at=at, text=text)
    with_files = attached.gathered(reader, one.files, is_album=False)
    return Markup("\n").join([said_so, with_files]) if with_files else said_so


def _alarm(reader: Reader, sheet: Sheet) -> Markup | None:
    """Say that words tell of danger, or, about no incident, that what they tell of is real, while a drill goes on."""
    in_drill = sheet.incident is not None and sheet.incident.kind is IncidentKind.DRILL
    told = danger.alarm(reader, [sheet.question.text], in_drill=in_drill)
    if told or sheet.incident is not None:
        return told
    is_real = sheet.question.is_unsorted and says_it_is_real(sheet.question.text)
    return reader.say("question-tells-it-is-real") if is_real else None


def _rows(reader: Reader, sheet: Sheet, before: Sequence[Sheet]) -> tuple[tuple[Button, ...], ...]:
    question, state = sheet.question, sheet.question.state
    to_list = Button(reader.label("question-button-list"), QuestionsTap(question.incident_id or 0, 0).pack())
    to_task = (Button(reader.label("question-button-task"), TaskTap(id_of(sheet.task)).pack()),) if sheet.task else ()
    if state is QuestionState.TAKEN_BACK:
        return ((to_list,),)
    question_id = id_of(question)
    rows: list[tuple[Button, ...]] = []
    if state is QuestionState.OPEN:
        rows.append((_button(reader, question_id, "question-button-answer", ANSWER, Style.PRIMARY),))
        if sheet.incident is None and _alarm(reader, sheet):
            rows.insert(0, (_button(reader, question_id, "question-button-declare", DECLARE, Style.DANGER),))
        rows.append(
            (
                _button(reader, question_id, "question-button-note", NOTE),
                _button(reader, question_id, "question-button-hand", HAND),
            )
        )
    elif sheet.person:
        rows.append((_button(reader, question_id, "question-button-answer-more", ANSWER),))
        if can_undo_note(question):
            rows.append((_button(reader, question_id, "question-button-unnote", UNNOTE),))
    if sheet.alike and sheet.answers:
        rows.append((to_alike(reader, sheet),))
    if sheet.incident is not None and sheet.incident.status is not IncidentStatus.CLOSED:
        rows.append((_button(reader, question_id, "question-button-all", ALL),))
    if sheet.all_files:
        spoken = question.is_voice and sheet.all_files == 1
        text = reader.label("question-button-voice" if spoken else "question-button-files", count=sheet.all_files)
        rows.append((Button(text, QuestionTap(question_id, FILES).pack()),))
    more = [_button(reader, question_id, "question-button-thread", THREAD)] if before or _is_cut(sheet) else []
    if call := to_call(reader, sheet):
        more.insert(0, call)
    last = (*to_task, to_list)
    if len(more) + len(last) > 2:
        return (*rows, *((tuple(more),) if more else ()), last)
    return (*rows, (*more, *last))


def to_call(reader: Reader, sheet: Sheet) -> Button | None:
    """Make the button that gives the phone number of who asked; of another where nobody got the answer."""
    if sheet.asker is None and not sheet.undelivered:
        return None
    key = "question-button-contact" if sheet.asker is not None else "question-button-contact-other"
    return Button(reader.label(key), ContactTap(id_of(sheet.contact)).pack()) if sheet.contact is not None else None


def to_alike(reader: Reader, sheet: Sheet) -> Button:
    """Make the button that gives the answer to those who ask the same."""
    text = reader.label("question-button-alike", count=sheet.alike)
    return Button(text, QuestionTap(id_of(sheet.question), ALIKE).pack())


def _is_cut(sheet: Sheet) -> bool:
    return len(sheet.question.text) > SHOWN or any(len(one.answer.text) > SHOWN_ANSWER for one in sheet.answers)


def _button(reader: Reader, question_id: int, key: str, verb: str, style: Style | None = None) -> Button:
    return Button(reader.label(key), QuestionTap(question_id, verb).pack(), style)


def whole(reader: Reader, sheet: Sheet, *, now: datetime) -> Message:
    """Show one question of a conversation with all of its words, as a message of its own so that none is cut."""
    return Message(_whole(reader, sheet, now=now))


def _whole(reader: Reader, sheet: Sheet, *, now: datetime) -> Markup:
    head, question = _head(reader, sheet, now=now), sheet.question
    if question.state is QuestionState.TAKEN_BACK:
        return Markup("\n\n").join([head, _gone(reader, question)])
    words = shorten(question.text, 2200) or said(reader, question)
    lines = [given(reader, one, now=now, limit=1200) for one in sheet.answers[-1:]]
    return Markup("\n\n").join([head, reader.say("question-words", text=words), *lines])


def caption(reader: Reader, sheet: Sheet, *, now: datetime) -> str:
    """Say of files whose they are."""
    at = reader.short_moment(sheet.question.asked_at, now)
    return reader.label("question-caption", member=whose(reader, sheet), at=at)


def answer_caption(reader: Reader, sheet: Sheet, one: Given, *, now: datetime) -> str:
    """Say of files whose answer they came with."""
    at = reader.short_moment(one.answer.said_at, now)
    return reader.label("question-answer-caption", by=reader.known_as(one.by), member=whose(reader, sheet), at=at)


def choose_colleague(reader: Reader, sheet: Sheet, colleagues: Sequence[Person]) -> Message:
    """Ask to whom a question is handed."""
    question_id = id_of(sheet.question)
    rows = [
        (Button(shorten(reader.known_as(one.name), 56), HandTap(question_id, id_of(one)).pack()),)
        for one in colleagues[:MOST_COLLEAGUES]
    ]
    back = (_button(reader, question_id, "button-back", SHOW),)
    key = "question-ask-colleague" if rows else "question-no-colleague"
    return Message(reader.say(key, member=whose(reader, sheet), code=code_of(sheet)), rows=(*rows, back))


def noted(reader: Reader) -> str:
    """Confirm that a question needs no answer."""
    return reader.label("question-noted")


def waits_again(reader: Reader) -> str:
    """Confirm that a question that was noted waits for an answer again."""
    return reader.label("question-waits-again")


def answered_alike(reader: Reader, count: int) -> str:
    """Confirm that an answer went to those who ask the same."""
    return reader.label("question-answered-alike", count=count)


def handed(reader: Reader, colleague: Person) -> str:
    """Confirm that a question is a colleague's now."""
    return reader.label("question-handed", name=reader.known_as(colleague.name))


def handover(reader: Reader, page: QuestionPage, *, now: datetime) -> list[str]:
    """Say in lines, for whoever takes over command, which questions wait, the oldest first."""
    if not page.open:
        return []
    waiting = [one for one in page.lines if one.question.state is QuestionState.OPEN][:HANDED_OVER]
    lines = [reader.label("question-handover-head", count=page.open)]
    for one in waiting:
        at = reader.short_moment(one.question.asked_at, now)
        text = said(reader, one.question, SHOWN_HANDED_OVER)
        lines.append(reader.label("question-handover", at=at, member=shorten(whose(reader, one), IN_LINE), text=text))
    if page.open > len(waiting):
        lines.append(reader.label("question-handover-more", count=page.open - len(waiting)))
    return lines


def left_open(reader: Reader, count: int) -> list[str]:
    """Say in a few words, for whoever ends an incident, that questions wait for an answer."""
    return [reader.label("question-left-open", count=count)] if count else []
