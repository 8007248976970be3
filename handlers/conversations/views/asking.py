"""What members see of their own words: where they went, or the question where they should go."""

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from handlers.conversations.taps import AskAboutTap, AskTap, WrittenAnswerTap
from handlers.frame.taps import MenuTap
from handlers.frame.views import tlp
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import CardTap, DetailsTap
from handlers.incidents.views.cards import answer_name
from handlers.reports.taps import ReportNewTap
from models.conversations import Question, QuestionState
from models.identity import id_of
from models.incidents import IncidentStatus
from models.responses import Answer
from models.tlp import NARROW
from services.conversations import danger, waiting
from services.conversations.asking import is_only_kept
from services.conversations.meaning import Concern
from services.notation.tlp import label_in

ECHOED = 200
IN_BUTTON = 56
MOST_INCIDENTS = 6
SEND, DROP, BACK = "send", "drop", "back"


def quoted(text: str, limit: int = ECHOED) -> str:
    """Quote words on one line, cut where a screen would end; a narrow label stays, wherever in them it stands."""
    quote, label = shorten(" ".join(text.split()), limit), label_in(text)
    return tlp.labelled(quote, label) if label in NARROW and label_in(quote) is not label else quote


def said(reader: Reader, question: Question, limit: int = ECHOED) -> str:
    """Quote what somebody said, or say that it was a file without words, or is erased with its person."""
    if not question.text and not question.message_id:
        return reader.label("question-erased")
    return quoted(question.text, limit) or reader.label(
        "question-voice-alone" if question.is_voice else "question-file-or-place-alone"
    )


def _asked(reader: Reader, text: Markup, question: Question) -> Markup:
    """Add whom to call to what is said of words, where these tell of danger to lives."""
    if not danger.is_told_in(question.text):
        return text
    return Markup("\n").join([text, reader.say("question-danger")])


def _goes(reader: Reader, text: Markup, question: Question) -> Markup:
    """Add that words which wait for a tap go by themselves."""
    if question.goes_at is None:
        return text
    word = reader.say("question-goes-by-itself", minutes=waiting.CHOOSING // timedelta(minutes=1))
    return Markup("\n").join([text, word])


def ask_where(reader: Reader, question: Question, concerns: Sequence[Concern], *, in_group: bool = False) -> Message:
    """Ask which incident words are about, or whether to send them where nothing is under way."""
    question_id = id_of(question)
    drop = Button(reader.label("question-button-drop"), AskTap(question_id, DROP).pack())
    if not concerns:
        send = Button(reader.label("question-button-send"), AskTap(question_id, SEND).pack(), Style.PRIMARY)
        menu = () if in_group else ((Button(reader.label("button-menu"), MenuTap("menu").pack()),),)
        text = _asked(reader, reader.say("question-ask-send", text=said(reader, question)), question)
        return Message(_goes(reader, text, question), rows=((send, drop), *menu))
    text = _asked(reader, reader.say("question-ask-which", text=said(reader, question)), question)
    rows = (*_which(reader, question, concerns), (_general(reader, question), drop))
    return Message(_goes(reader, text, question), rows=rows)


def _which(reader: Reader, question: Question, concerns: Sequence[Concern]) -> list[tuple[Button]]:
    return [
        (Button(_named(reader, one), AskAboutTap(id_of(question), id_of(one.incident)).pack()),)
        for one in concerns[:MOST_INCIDENTS]
    ]


def _general(reader: Reader, question: Question) -> Button:
    return Button(reader.label("question-button-general"), AskTap(id_of(question), SEND).pack())


def taken_unsorted(reader: Reader, question: Question, concerns: Sequence[Concern]) -> Message:
    """Say that words of danger are on their way already; what they are about only helps to sort them."""
    text = _asked(reader, reader.say("question-taken-alone", text=said(reader, question)), question)
    if question.state is not QuestionState.OPEN:
        return Message(text)
    back = Button(reader.label("question-button-back"), AskTap(id_of(question), BACK).pack())
    rows = (*_which(reader, question, concerns), (_general(reader, question), back))
    return Message(Markup("\n").join([text, reader.say("question-sort")]), rows=rows)


def ask_outsider(reader: Reader, question: Question, *, suspended: str = "") -> Message:
    """Offer an outsider to send words to the coordinating body, and say what goes with them.

    `suspended` names the business of a person that is suspended now; a stranger has none.
    """
    question_id = id_of(question)
    send = Button(reader.label("question-button-send"), AskTap(question_id, SEND).pack(), Style.PRIMARY)
    drop = Button(reader.label("question-button-drop"), AskTap(question_id, DROP).pack())
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    key = "question-ask-suspended" if suspended else "question-ask-stranger"
    text = reader.say(key, member=suspended, text=said(reader, question))
    # Whom to call is said to every stranger.
    text = _asked(reader, text, question) if suspended else text
    return Message(_goes(reader, text, question), rows=((send, drop), (menu,)))


def _named(reader: Reader, concern: Concern) -> str:
    incident = concern.incident
    key = "question-incident-ended" if incident.status is IncidentStatus.CLOSED else "question-incident"
    return shorten(reader.label(key, code=incident.code, title=reader.own(incident.title)), IN_BUTTON)


def taken(
    reader: Reader, question: Question, *, code: str = "", answer: Answer | None = None, silent: bool = False
) -> Message:
    """Say that words are on their way, and offer to take them back while nobody has answered.

    `answer` is what they resemble: it can be given in one tap as well. A `silent` business has chosen none so far: it
    is told, and led to its card.
    """
    changed = "question-changed-taken" if code else "question-changed-taken-alone"
    first = "question-taken" if code else "question-taken-alone"
    kept = "question-kept" if code else "question-kept-alone"
    key = kept if is_only_kept(question) else first if question.changes_id is None else changed
    back = Button(reader.label("question-button-back"), AskTap(id_of(question), BACK).pack())
    waits = question.state is QuestionState.OPEN or is_only_kept(question)
    text = _asked(reader, reader.say(key, code=code, text=said(reader, question)), question)
    rows = ((back,),) if waits else ()
    if question.incident_id is None:
        return Message(text, rows=rows)
    if answer is None and silent:
        card = Button(reader.label("button-to-card"), CardTap(question.incident_id).pack(), Style.PRIMARY)
        return Message(Markup("\n").join([text, reader.say("question-no-answer-yet")]), rows=((card,), *rows))
    if answer is None:
        return Message(text, rows=rows)
    offer = Button(answer_name(reader, answer), WrittenAnswerTap(id_of(question), answer).pack(), Style.PRIMARY)
    return Message(Markup("\n").join([text, reader.say("question-as-answer")]), rows=((offer,), *rows))


def taken_after_end(reader: Reader, question: Question, *, code: str, at: str) -> Message:
    """Say that words are on their way though the incident ended at `at`, and offer to take them back."""
    back = Button(reader.label("question-button-back"), AskTap(id_of(question), BACK).pack())
    text = _asked(reader, reader.say("question-taken-ended", code=code, at=at, text=said(reader, question)), question)
    return Message(text, rows=((back,),))


def dropped(reader: Reader) -> Message:
    """Say that nothing was sent."""
    return Message(reader.say("question-dropped"))


def taken_back(reader: Reader, *, became: str = "") -> Message:
    """Say that words were taken back and are forgotten, or became an answer to a report (code)."""
    if became:
        return Message(reader.say("question-became", code=became))
    return Message(reader.say("question-taken-back"))


def answered(
    reader: Reader,
    question: Question,
    answer: str | None,
    *,
    code: str,
    with_files: Markup | None = None,
    asked_by_other: bool = False,
) -> Message:
    """Bring an answer, and word of its files, under the words that it answers, or say that these were read.

    `asked_by_other`: it goes to who did not ask, but speaks for the business.
    """
    quote = reader.say("question-quote", text=said(reader, question))
    if answer is None:
        parts: list[Markup | None] = [reader.say("question-read-of" if code else "question-read", code=code), quote]
    else:
        head = reader.say("question-answer-head-of" if code else "question-answer-head", code=code)
        parts = [
            head,
            reader.say("question-asked-by-other") if asked_by_other else None,
            quote,
            Markup.escape(answer),
            with_files,
            reader.say("question-go-on"),
        ]
    rows: tuple[tuple[Button, ...], ...] = ()
    if question.incident_id is not None:
        rows = ((Button(reader.label("button-details"), DetailsTap(question.incident_id).pack()),),)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows, quiet=answer is None)


def whom_to_call(reader: Reader) -> Markup:
    """Say whom to call where lives are in danger."""
    return reader.say("question-danger")


def ask_report(reader: Reader, question: Question) -> Message:
    """Offer to report what a member would have declared."""
    question_id = id_of(question)
    send = Button(reader.label("question-button-send"), AskTap(question_id, SEND).pack(), Style.PRIMARY)
    drop = Button(reader.label("question-button-drop"), AskTap(question_id, DROP).pack())
    text = _asked(reader, reader.say("question-ask-report", text=said(reader, question)), question)
    return Message(_goes(reader, text, question), rows=((send, drop),))


def how_to_report(reader: Reader) -> Message:
    """Say how a member reports what happened."""
    report = Button(reader.label("menu-entry-report"), ReportNewTap().pack(), Style.PRIMARY)
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    return Message(reader.say("question-how-to-report"), rows=((report,), (menu,)))


def turn_to(reader: Reader, address: str) -> Message:
    """Say where a stranger finds the department while no more of their messages can be passed on."""
    return Message(reader.say("question-turn-to", address=address))
