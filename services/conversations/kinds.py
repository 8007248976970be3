"""What is said of questions: to coordinators that one waits, and to its person what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.conversations import QUESTION_ANSWER_SUBJECT, QUESTION_SUBJECT, QUESTIONS_SUBJECT, Question
from models.incidents import Incident
from services.ground.details import Details, read
from services.ground.faces import MessageKind


class Rung(IntEnum):
    """How far a question has climbed: told of at once, again to all who coordinate, or to the owners."""

    AT_ONCE = 0
    EVERYBODY = 1
    OWNERS = 2


@dataclass(frozen=True)
class Waiting(Details):
    """The rung of the ladder on which a coordinator is told of a question of an incident (id).

    `returned`: whom it was handed to coordinates no longer; `whole`: it is shown with all of its words.
    """

    word = "waiting"
    incident_id: int | None
    rung: Rung = Rung.AT_ONCE
    returned: bool = False
    whole: bool = False


@dataclass(frozen=True)
class AnswerGiven(Details):
    """Which answer (id) to a question of an incident (id) a coordinator gave, whom it tells whether it arrived."""

    word = "answer-given"
    incident_id: int | None
    answer_id: int


@dataclass(frozen=True)
class Listed(Details):
    """The page, from 0, of a list of questions."""

    word = "listed"
    page: int


@dataclass(frozen=True)
class OpenedFile(Details):
    """Which file of a question (from 0) a coordinator opened, and under which message (Telegram's id)."""

    word = "opened-file"
    part: int
    message_id: int | None


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


async def _of_answer(_: AsyncSession, __: int | None, details: Mapping[str, Any] | None) -> tuple[str, int] | None:
    """Tell where the files of an answer are kept."""
    settled = read(details, Settled)
    if settled is None or settled.answer_id is None:
        return None
    return QUESTION_ANSWER_SUBJECT, settled.answer_id


QUESTION = MessageKind(
    BroadcastKind.QUESTION,
    Lane.TASK,
    QUESTION_SUBJECT,
    named=_code,
    details=(Waiting, AnswerGiven),
    sent_again=True,
    replaceable=True,
)
ANSWER = MessageKind(
    BroadcastKind.QUESTION_ANSWER,
    Lane.REPLY,
    QUESTION_SUBJECT,
    named=_code,
    details=(Settled,),
    sent_again=True,
    brings=_of_answer,
)
QUESTIONS = MessageKind(
    BroadcastKind.QUESTIONS, Lane.ASKED, QUESTIONS_SUBJECT, named=None, details=(Listed,), replaceable=True
)
# Each file by itself, so that it can be taken away where its person takes it back or is erased.
FILE = MessageKind(
    BroadcastKind.QUESTION_FILE, Lane.ASKED, QUESTION_SUBJECT, named=_code, details=(OpenedFile,), sent_again=True
)
# The confirmation in the chat where it was asked.
TAKEN = MessageKind(BroadcastKind.QUESTION_TAKEN, Lane.ASKED, QUESTION_SUBJECT, named=_code, replaceable=True)
KINDS = (QUESTION, ANSWER, QUESTIONS, FILE, TAKEN)
