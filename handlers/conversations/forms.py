"""What is kept of the dialogues of this wing."""

from dataclasses import dataclass

from services.ground.forms import DraftForm


@dataclass(frozen=True)
class AnswerForm(DraftForm):
    """An answer to a question (id) that is being written; `to_all` goes on with an update to everybody."""

    question_id: int
    to_all: bool = False
    text: str = ""


@dataclass(frozen=True)
class ClearWordsForm(DraftForm):
    """What a coordinator wrote outside of any dialogue, in case that it is to be declared."""

    text: str
