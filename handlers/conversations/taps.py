"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap
from models.responses import Answer


@dataclass(frozen=True)
class AskTap(Tap):
    """What a person wishes to become of their own words: `verb` is send, drop or back (take back)."""

    word: ClassVar[str] = "qa"
    question_id: int
    verb: str


@dataclass(frozen=True)
class AskAboutTap(Tap):
    """The incident that a person's words are about."""

    word: ClassVar[str] = "qi"
    question_id: int
    incident_id: int


@dataclass(frozen=True)
class WrittenAnswerTap(Tap):
    """The answer to an alert that a question's words resemble: a delay counts from when they were typed."""

    word: ClassVar[str] = "qr"
    question_id: int
    answer: Answer


@dataclass(frozen=True)
class QuestionTap(Tap):
    """What a coordinator wishes to do with a question.

    `verb` is show, answer, note, unnote, hand, all (answer to everybody), alike (to those who ask the same), declare,
    files or thread.
    """

    word: ClassVar[str] = "qu"
    question_id: int
    verb: str


@dataclass(frozen=True)
class HandTap(Tap):
    """The colleague (person id) to whom a question is handed."""

    word: ClassVar[str] = "qh"
    question_id: int
    person_id: int


@dataclass(frozen=True)
class QuestionsTap(Tap):
    """A list of questions, of an incident (id) or of all (0), a page at a time."""

    word: ClassVar[str] = "ql"
    incident_id: int
    page: int
