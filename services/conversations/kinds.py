"""What is said of questions: to coordinators that one waits, and to its person what was answered."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from models.broadcasts import BroadcastKind, Lane
from models.conversations import QUESTION_SUBJECT, Question
from models.incidents import Incident
from services.ground.details import Details
from services.ground.faces import MessageKind


@dataclass(frozen=True)
class Waiting(Details):
    """The rung of the ladder on which a coordinator is told of a question of an incident (id); the first is 0."""

    word = "waiting"
    incident_id: int | None
    rung: int = 0


@dataclass(frozen=True)
class Settled(Details):
    """The answer (id) to a question of an incident (id); none where a coordinator only took note of it."""

    word = "settled"
    incident_id: int | None
    answer_id: int | None


def _code(question_id: Any) -> Any:
    """Select the code of a question's incident."""
    return (
        select(Incident.code)
        .join(Question, col(Question.incident_id) == col(Incident.id))
        .where(Question.id == question_id)
        .scalar_subquery()
    )


QUESTION = MessageKind(
    BroadcastKind.QUESTION,
    Lane.TASK,
    QUESTION_SUBJECT,
    named=_code,
    details=(Waiting,),
    sent_again=True,
    replaceable=True,
)
ANSWER = MessageKind(
    BroadcastKind.QUESTION_ANSWER, Lane.REPLY, QUESTION_SUBJECT, named=_code, details=(Settled,), sent_again=True
)
KINDS = (QUESTION, ANSWER)
