"""Dialogues under way: where a person stopped, and what they said so far."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, false
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of


class Dialogue(StrEnum):
    """The conversations that take several steps."""

    REGISTRATION = "registration"
    INCIDENT = "incident"
    DECISION = "decision"
    NOTICE = "notice"
    OFFER = "offer"
    CAPABILITY = "capability"
    TASK = "task"
    TASK_WORD = "task_word"
    BUSINESS = "business"
    SUSPENSION = "suspension"
    MERGER = "merger"
    ROSTER = "roster"
    DUTY = "duty"
    QUESTION_ANSWER = "question_answer"
    CLEAR_WORDS = "clear_words"
    CORRECTION = "correction"
    CALL_MORE = "call_more"
    REPORT = "report"
    REPORT_WORDS = "report_words"
    ESCALATION = "escalation"
    ESCALATION_POST = "escalation_post"
    COMMAND = "command"
    UPDATE = "update"
    SYSTEMS = "systems"
    SYSTEM = "system"
    PLAYBOOK = "playbook"
    PLAYBOOK_SKIP = "playbook_skip"
    POLICY = "policy"
    TOUCHED = "touched"
    SCRIPT = "script"
    DRILL = "drill"
    EXERCISE = "exercise"
    INJECT_WORDS = "inject_words"
    TEMPLATE = "template"
    PAPER = "paper"
    REVIEW = "review"
    REVIEW_VOICE = "review_voice"
    REVIEW_REMARK = "review_remark"
    LESSON = "lesson"
    LESSON_WORDS = "lesson_words"
    HONOUR = "honour"
    ADVISORY = "advisory"
    ADVISORY_WORDS = "advisory_words"
    AUDIT = "audit"
    FIGURES = "figures"


# In these something is only looked for: nothing is lost where one of them is dropped.
LOOKING_UP = (Dialogue.ROSTER, Dialogue.SYSTEMS, Dialogue.AUDIT, Dialogue.FIGURES)

# These need no role of the staff: they stay where one is taken away.
OF_MEMBERS = (
    Dialogue.ROSTER,
    Dialogue.SYSTEMS,
    Dialogue.REGISTRATION,
    Dialogue.OFFER,
    Dialogue.CAPABILITY,
    Dialogue.BUSINESS,
    Dialogue.DUTY,
    Dialogue.CLEAR_WORDS,
    Dialogue.REPORT,
    Dialogue.LESSON,
    Dialogue.REVIEW_VOICE,
)


class Draft(SQLModel, table=True):
    """A person's one dialogue under way; `key` tells the taps that belong to it from older ones."""

    __tablename__ = "drafts"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    key: str = Field(max_length=8)
    dialogue: Dialogue = Field(sa_type=word_of(Dialogue))
    step: str
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    # The last messages (ids) that were heard, each with the step at which it was: one of them may be edited. A file of
    # an album has the album beside these.
    heard: list[tuple[int, str] | tuple[int, str, str]] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False)
    )
    # The message that shows the step under way, and alone has live buttons.
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    updated_at: datetime = Field(sa_type=UtcDateTime)
    # Whether it was shown again after it had waited, and nothing was said in it since.
    shown_again: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    # The dialogue that waits until this one is over: its key, kind, step, data and heard messages.
    waiting: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
