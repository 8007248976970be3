"""What members say of an incident in their own words, and what coordinators answer."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of

# The word under which a question is stored as what a message is about.
QUESTION_SUBJECT = "question"
# Lists of questions are about an incident (id), or about all of them.
QUESTIONS_SUBJECT, EVERYWHERE = "questions", 0
# The word under which an answer is stored as that to which something is attached.
QUESTION_ANSWER_SUBJECT = "question_answer"


class QuestionState(StrEnum):
    """Where a question stands; one that is held was typed, and its person has not said yet where it should go."""

    HELD = "held"
    OPEN = "open"
    ANSWERED = "answered"
    NOTED = "noted"
    TAKEN_BACK = "taken_back"


class Question(SQLModel, table=True):
    """A question or a note of a business, or of a stranger, of an incident or of none, as a person wrote it.

    `thread_id` is the first question of the same conversation; the first one itself has none. `message_id` is the
    person's own message, in the private chat or in the business's group: an edit of it changes the question.
    `update_id` puts what came in at one moment in order.
    """

    __tablename__ = "questions"
    __table_args__ = (
        partial_index("state = 'open'", "ix_questions_open", "incident_id", "asked_at"),
        partial_index("state = 'held'", "ix_questions_held", "asked_at"),
        partial_index("goes_at IS NOT NULL", "ix_questions_going", "goes_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    # The task that it is about: it answers the task's card, or came with a step too late.
    task_id: int | None = Field(default=None, foreign_key="tasks.id")
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="groups.id")
    thread_id: int | None = Field(default=None, foreign_key="questions.id", index=True)
    message_id: int = Field(sa_type=BigInteger)
    text: str
    # The album (Telegram's name of it) that came with it: its files come one by one.
    album: str = ""
    # The words of an album by the message (id) in which they came: an edit changes those of one message.
    said: dict[str, str] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    is_voice: bool = False
    asked_at: datetime = Field(sa_type=UtcDateTime)
    update_id: int = Field(default=0, sa_type=BigInteger)
    # The settled question whose words were changed to these: it keeps what it was when it was settled.
    changes_id: int | None = Field(default=None, foreign_key="questions.id")
    # A stranger's account, as a keyed hash, while what they sent counts: who is erased and comes back is known by it.
    sender: str = ""
    # The code of the report to which these words became an answer: here they are taken back.
    became: str = ""
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    state: QuestionState = Field(sa_type=word_of(QuestionState))
    # When held words go to the coordinators by themselves; nobody has said of unsorted ones what they are about.
    goes_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    is_unsorted: bool = False
    # The coordinator to whom a colleague handed it, and who settled it.
    handed_to_id: int | None = Field(default=None, foreign_key="people.id")
    settled_by_id: int | None = Field(default=None, foreign_key="people.id")
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AnswerFate(StrEnum):
    """What is known of an answer: that Telegram took it for somebody who asked, or that it could be sent to nobody."""

    UNDER_WAY = "under_way"
    SENT = "sent"
    UNSURE = "unsure"
    LOST = "lost"


class QuestionAnswer(SQLModel, table=True):
    """What a coordinator answered to a question; there may be more than one. Of old ones no fate is known."""

    __tablename__ = "question_answers"
    __table_args__ = (
        partial_index("fate = 'under_way'", "ix_question_answers_under_way", "id"),
        partial_index("fate = 'lost'", "ix_question_answers_lost", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    question_id: int = Field(foreign_key="questions.id", index=True)
    text: str
    said_by_id: int = Field(foreign_key="people.id")
    said_at: datetime = Field(sa_type=UtcDateTime)
    fate: AnswerFate | None = Field(default=None, sa_type=word_of(AnswerFate))


class QuestionClimb(SQLModel, table=True):
    """A moment at which a question that nobody has answered is told of again: `rung` 1 and 2 go up the ladder."""

    __tablename__ = "question_climbs"
    __table_args__ = (partial_index("done_at IS NULL", "ix_question_climbs_due", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    question_id: int = Field(foreign_key="questions.id", index=True)
    rung: int
    due_at: datetime = Field(sa_type=UtcDateTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
