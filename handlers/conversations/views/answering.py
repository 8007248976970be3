"""The dialogue in which a coordinator answers."""

from markupsafe import Markup

from handlers.conversations.taps import QuestionTap
from handlers.conversations.views.asking import quoted
from handlers.conversations.views.cards import SHOW, code_of, to_alike, to_call, whose
from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.conversations import AnswerFate
from models.drafts import Draft
from models.identity import id_of
from services.conversations.threads import Given, Sheet

SEND = "send"


def ask(reader: Reader, draft: Draft, sheet: Sheet, *, to_all: bool) -> Message:
    """Ask for the answer."""
    key = "question-ask-answer-all" if to_all else "question-ask-answer"
    text = reader.say(key, member=whose(reader, sheet), code=code_of(sheet))
    return Message(text, rows=(way_out(reader, draft, back=False),))


def ready(
    reader: Reader,
    draft: Draft,
    sheet: Sheet,
    text: str,
    with_files: Markup | None,
    asked: tuple[Markup, tuple[tuple[Button, ...], ...]] | None = None,
) -> Message:
    """Show an answer with its files, to be sent once all of them have come.

    What is `asked` about a label that it names takes the place of the button that sends.
    """
    parts = [
        reader.say("question-answer-ready", member=whose(reader, sheet), code=code_of(sheet)),
        reader.say("question-words", text=quoted(text)) if text else None,
        with_files,
    ]
    send = button(draft, SEND, reader.label("question-button-send"))
    question, sending = asked or (None, ((Button(send.text, send.data, Style.PRIMARY),),))
    text_shown = Markup("\n\n").join(part for part in (*parts, question) if part)
    return Message(text_shown, rows=(*sending, way_out(reader, draft, back=False)))


def ask_again(reader: Reader, draft: Draft, sheet: Sheet, text: str, *, at: str, with_files: Markup | None) -> Message:
    """Say that a colleague was faster, and ask whether to send all the same what was typed."""
    alone = reader.label("question-file-alone")
    before = quoted(sheet.answers[-1].answer.text) or alone if sheet.answers else ""
    parts = [
        reader.say("question-answered-before", by=reader.known_as(sheet.settled_by), at=at, text=before),
        reader.say("question-yours", text=quoted(text) or alone),
        *([with_files] if with_files else []),
    ]
    send = button(draft, SEND, reader.label("question-button-send-too"))
    row = (Button(send.text, send.data, Style.PRIMARY),)
    return Message(Markup("\n\n").join(parts), rows=(row, way_out(reader, draft, back=False)))


def ask_changed(reader: Reader, draft: Draft, sheet: Sheet, text: str, *, with_files: Markup | None) -> Message:
    """Say to what the question was changed since, and ask whether what was typed answers that too."""
    parts = [
        reader.say("question-changed-meanwhile", text=quoted(sheet.question.text)),
        reader.say("question-yours", text=quoted(text) or reader.label("question-file-alone")),
        *([with_files] if with_files else []),
    ]
    send = button(draft, SEND, reader.label("question-button-send"))
    row = (Button(send.text, send.data, Style.PRIMARY),)
    return Message(Markup("\n\n").join(parts), rows=(row, way_out(reader, draft, back=False)))


def answered(reader: Reader, sheet: Sheet, given: Given, *, to_others: bool = False) -> Message:
    """Say how far an answer is, and offer to give it to those who ask the same.

    `to_others`: whoever asked cannot be told. Where nobody can, that is said, and whom to call.
    """
    show = (Button(reader.label("question-button-show"), QuestionTap(id_of(sheet.question), SHOW).pack()),)
    fate = given.answer.fate or AnswerFate.SENT
    words = quoted(given.answer.text) or reader.label("question-file-alone")
    if fate is AnswerFate.LOST:
        lost = reader.say("question-fate-lost", member=whose(reader, sheet))
        call = to_call(reader, sheet)
        return Message(
            Markup("\n").join([lost, reader.say("question-words", text=words)]),
            rows=(*(((Button(call.text, call.data, Style.PRIMARY),),) if call else ()), show),
        )
    told = reader.say(f"question-answered-{fate.replace('_', '-')}", member=whose(reader, sheet), text=words)
    with_files = gathered(reader, given.files, is_album=False)
    lines = [told, *([with_files] if with_files else [])]
    if to_others:
        lines.append(reader.say("question-answered-others"))
    if not sheet.alike:
        return Message(Markup("\n").join(lines), rows=(show,))
    lines.append(reader.say("question-alike", count=sheet.alike))
    give = to_alike(reader, sheet)
    return Message(Markup("\n").join(lines), rows=((Button(give.text, give.data, Style.PRIMARY),), show))


def to_everybody(reader: Reader, question: str, answer: str, limit: int) -> str:
    """Make the text of an update of a question and its answer, within a limit of characters."""
    whole = reader.label("question-to-all", question=quoted(question), answer=answer)
    return whole if len(whole) <= limit else answer[:limit]
