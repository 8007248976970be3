"""Renders what is due to be sent or edited: late, in each recipient's language, and not at all when it is stale."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup
from sqlmodel import col, select

from handlers.frame import guarding
from handlers.frame.access import COORDINATORS
from handlers.frame.compose import Occasion
from handlers.frame.views import drill_word, tlp
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.front.face import ALL_FACES
from handlers.incidents.views import sharing as sharing_views
from handlers.operations.cards import compose_silent
from models.broadcasts import BroadcastKind
from models.conversations import QUESTION_SUBJECT, Question
from models.escalation import ESCALATION_SUBJECT, Escalation
from models.honours import HONOUR_SUBJECT, Honour
from models.incidents import Incident, IncidentKind
from models.people import Person
from models.reports import REPORT_SUBJECT, Report
from models.reviews import REVIEW_SUBJECT, Review
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_RUN_SUBJECT, RunStep, ScriptRun
from models.tasks import TASK_SUBJECT, Task
from models.tlp import Tlp
from services.incidents.cards import incident_of
from services.incidents.kinds import CARDS
from services.incidents.sharing import labels, naming
from services.notation.tlp import label_in, narrowest
from services.outbox.deliveries import Claimed
from services.reports.reports import label_of
from services.wings import KINDS

# The mark of what is sent once more.
AGAIN = "↻"
CARD_KINDS = frozenset(BroadcastKind(kind.name) for kind in CARDS)
# These bring what people say in their own words: a label there counts as that of the incident does.
WORDED = frozenset(
    {
        BroadcastKind.QUESTION,
        BroadcastKind.QUESTION_ANSWER,
        BroadcastKind.QUESTION_FILE,
        BroadcastKind.QUESTION_TAKEN,
        BroadcastKind.QUESTIONS,
        BroadcastKind.COMMAND,
    }
)
# How the incident behind a message is found where neither its subject nor its details name one.
BEHIND: dict[str, Any] = {
    HONOUR_SUBJECT: lambda id_: select(Honour.incident_id).where(Honour.id == id_),
    ESCALATION_SUBJECT: lambda id_: select(Escalation.incident_id).where(Escalation.id == id_),
    QUESTION_SUBJECT: lambda id_: select(Question.incident_id).where(Question.id == id_),
    REVIEW_SUBJECT: lambda id_: select(Review.incident_id).where(Review.id == id_),
    SCRIPT_RUN_SUBJECT: lambda id_: select(ScriptRun.incident_id).where(ScriptRun.id == id_),
    RUN_STEP_SUBJECT: lambda id_: (
        select(ScriptRun.incident_id).join(RunStep, col(RunStep.run_id) == col(ScriptRun.id)).where(RunStep.id == id_)
    ),
    TASK_SUBJECT: lambda id_: select(Task.incident_id).where(Task.id == id_),
}


async def compose(occasion: Occasion, claimed: Claimed) -> Message | None:
    """Make the message of a claimed delivery; None where it has gone stale, or is for the named people alone.

    Whichever wing makes it, a message of a drill says so in its first line, and one that is for an organisation at
    most has its label there and is protected.
    """
    reader = occasion.office.reader(claimed.language)
    incident = await occasion.once(claimed, lambda: _behind(occasion, claimed), about=_about("behind", claimed))
    label = await occasion.once(claimed, lambda: _label(occasion, claimed, incident), about=_about("label", claimed))
    if label is Tlp.RED and claimed.group_id is not None:
        # A group's members are not named people: it gets nothing, and what it has is emptied.
        return sharing_views.hidden(reader, incident) if claimed.is_edit and incident is not None else None
    if incident is not None and claimed.person_id is not None and await _is_hidden(occasion, claimed, incident):
        # What was read before is emptied where Telegram lets it be; nothing new is sent but a card's first word.
        shows = claimed.is_edit or claimed.kind in CARD_KINDS
        return sharing_views.hidden(reader, incident) if shows else None
    in_topic = claimed.incident_topic_id is not None
    composer = compose_silent if label is Tlp.RED and in_topic else ALL_FACES.composers[claimed.kind]
    message = await composer(occasion, claimed, reader)
    if message is None:
        return None
    shown = _marked(reader, _repeated(reader, claimed, message), incident)
    if claimed.kind in WORDED:
        label = narrowest(label, label_in(str(shown.text)), await _label_of_question(occasion, claimed))
    if incident is None and label is None:
        # Lists are about none, and may name several.
        codes = guarding.codes_in(str(shown.text))
        narrow = await occasion.once(
            claimed, lambda: guarding.narrow_among(occasion.session, codes), about=("narrow", codes)
        )
        return guarding.guarded(shown, narrow)
    if label is None or not labels.is_narrow(label):
        return shown
    return replace(tlp.marked(shown, label), protected=True)


async def _is_hidden(occasion: Occasion, claimed: Claimed, incident: Incident) -> bool:
    """Tell whether an incident is for named people alone, and the recipient is neither one nor a coordinator.

    Those above are called one by one: whoever calls them names them.
    """
    if incident.tlp is not Tlp.RED or claimed.person_id is None or claimed.subject == ESCALATION_SUBJECT:
        return False
    if not await naming.is_hidden(occasion.session, incident=incident, person_id=claimed.person_id):
        return False
    person = await occasion.session.get_one(Person, claimed.person_id)
    return person.staff_role not in COORDINATORS


async def _label_of_question(occasion: Occasion, claimed: Claimed) -> Tlp | None:
    """Give the label that a question names: its words may be cut where it is shown, and its files say none."""
    question = await occasion.session.get(Question, claimed.subject_id) if claimed.subject == QUESTION_SUBJECT else None
    return label_in(question.text) if question is not None else None


def _repeated(reader: Reader, claimed: Claimed, message: Message) -> Message:
    """Say of what is sent once more that it may have come before, where its wing has no words of its own for that."""
    kind = KINDS[claimed.kind]
    if not claimed.is_repeat or not kind.sent_again or kind.replaceable or not message.text or AGAIN in message.text:
        return message
    return replace(message, text=Markup("\n\n").join([reader.say("sent-again"), message.text]))


def _about(what: str, claimed: Claimed) -> tuple[object, ...]:
    return (what, claimed.subject, claimed.subject_id, incident_of(claimed))


def _marked(reader: Reader, message: Message, incident: Incident | None) -> Message:
    shown = drill_word.marked(reader, message)
    if incident is None or incident.kind is not IncidentKind.DRILL or drill_word.says_so(reader, shown):
        return shown
    return drill_word.with_line(reader, shown, code=incident.code)


async def _behind(occasion: Occasion, claimed: Claimed) -> Incident | None:
    """Find the incident that a message is about, be it by what a task, a question or a call is for."""
    incident_id = incident_of(claimed)
    if incident_id is None and claimed.subject in BEHIND and claimed.subject_id is not None:
        incident_id = (await occasion.session.exec(BEHIND[claimed.subject](claimed.subject_id))).first()
    return await occasion.session.get(Incident, incident_id) if incident_id is not None else None


async def _label(occasion: Occasion, claimed: Claimed, incident: Incident | None) -> Tlp | None:
    """Give the label of a report, or else that of the incident."""
    if claimed.subject == REPORT_SUBJECT:
        report = await occasion.session.get(Report, claimed.subject_id)
        said = label_of(report) if report is not None else None
        if said is not None:
            return said
    return incident.tlp if incident is not None else None
