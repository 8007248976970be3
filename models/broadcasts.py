"""The outbox: broadcasts (one send to many) and deliveries (one recipient's message, edits included)."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.channels import Channel
from models.columns import UtcDateTime, one_of, partial_index, word_of


class BroadcastKind(StrEnum):
    """What is said; its words are made when it is sent."""

    ALERT = "alert"
    REMINDER = "reminder"
    REPLY = "reply"
    UPDATE = "update"
    UPDATE_WATCH = "update_watch"
    UPDATE_REMINDER = "update_reminder"
    ALL_CLEAR = "all_clear"
    REOPENED = "reopened"
    CORRECTION = "correction"
    TALLY = "tally"
    COMMAND = "command"
    COMMAND_PAGE = "command_page"
    COURSE = "course"
    APPLICATION = "application"
    DECISION = "decision"
    TROUBLE = "trouble"
    TASK = "task"
    TASK_REMINDER = "task_reminder"
    TASK_WATCH = "task_watch"
    TASK_ALARM = "task_alarm"
    MEMBERSHIP = "membership"
    CONFIRMATION = "confirmation"
    STAFF = "staff"
    ERASURE = "erasure"
    QUESTION = "question"
    QUESTION_ANSWER = "question_answer"
    QUESTIONS = "questions"
    QUESTION_FILE = "question_file"
    QUESTION_TAKEN = "question_taken"
    FILES = "files"
    STAND_DOWN_LATE = "stand_down_late"
    STAND_DOWN_ASKED = "stand_down_asked"
    LEGAL_DUTY = "legal_duty"
    CONTACT_TEST = "contact_test"
    CONTACT_COUNT = "contact_count"
    REPORT = "report"
    REPORTERS_CARD = "reporters_card"
    REVIEW = "review"
    REVIEW_REMINDER = "review_reminder"
    REVIEW_ASKED = "review_asked"
    REVIEW_OUTCOME = "review_outcome"
    LESSON = "lesson"
    LESSON_WAITING = "lesson_waiting"
    LESSON_NAMING = "lesson_naming"
    LESSON_NAMED = "lesson_named"
    DIGEST = "digest"
    HONOURS_PROPOSED = "honours_proposed"
    HONOUR_THANKS = "honour_thanks"
    HONOUR_NAMED = "honour_named"
    ADVISORY = "advisory"
    ADVISORY_NOTE = "advisory_note"
    ADVISORY_PAGE = "advisory_page"
    ADVISORY_POST = "advisory_post"
    PUBLIC_CHANNEL = "public_channel"
    PEER_PROPOSAL = "peer_proposal"
    PEER_SAID = "peer_said"
    ESCALATION_CALL = "escalation_call"
    ESCALATION_WATCH = "escalation_watch"
    POST_VACATED = "post_vacated"
    PLAYBOOK_STEP = "playbook_step"
    PLAYBOOK_RUN = "playbook_run"
    OPERATIONS_GROUP = "operations_group"
    OPERATIONS_TROUBLE = "operations_trouble"
    TOPIC_CARD = "topic_card"
    TOPIC_TASKS = "topic_tasks"
    TOPIC_NEWS = "topic_news"
    INJECT = "inject"
    DRILL_NEWS = "drill_news"
    DRILL_BOARD = "drill_board"


class Lane(IntEnum):
    """The order in which deliveries go out; the lower the sooner."""

    # What one person asked to have at the end of their chat, and waits for: a single message.
    ASKED = 0
    ALERT = 1
    TASK = 2
    REPLY = 3
    UPDATE = 4
    TALLY = 5
    REMINDER = 6
    DIGEST = 7
    # What a drill says waits for everything that is real.
    DRILL = 8


class DeliveryState(StrEnum):
    """What is known of a message. Never "delivered" or "read": Telegram does not say."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"
    UNCERTAIN = "uncertain"


class Broadcast(SQLModel, table=True):
    """One send to many: its kind and what it is about (a subject, by its id), never rendered text."""

    __tablename__ = "broadcasts"
    __table_args__ = (Index(None, "subject", "subject_id"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: BroadcastKind = Field(sa_type=word_of(BroadcastKind))
    lane: int
    subject: str
    subject_id: int | None = Field(default=None, sa_type=BigInteger)
    # What it is about beside its subject, as `services/ground/details.py` writes it.
    details: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    created_at: datetime = Field(sa_type=UtcDateTime)


# Of the columns that lead to a recipient exactly one does; databases count what is no number each in its own way.
ONE_RECIPIENT = (
    " + ".join(
        f"(CASE WHEN {column} IS NULL THEN 0 ELSE 1 END)"
        for column in ("person_id", "group_id", "incident_topic_id", "public_channel_id")
    )
    + " = 1"
)


class Delivery(SQLModel, table=True):
    """One recipient's message of a broadcast: sent once, then edited in place while what it shows changes.

    The recipient is a person, a business's own group, an incident's topic in the operations group, or the public
    channel. `address` is where the channel of delivery finds them: a chat's number in Telegram. It is empty once a
    person has withdrawn.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("broadcast_id", "person_id", "channel"),
        UniqueConstraint("broadcast_id", "group_id"),
        CheckConstraint(ONE_RECIPIENT, name="recipient"),
        partial_index("state = 'pending'", "ix_deliveries_sends", "channel", "lane", "due_at", "id"),
        partial_index(
            "edit_due_at IS NOT NULL", "ix_deliveries_edits", "channel", "edit_lane", "edit_due_at", "person_id"
        ),
        partial_index("state = 'failed'", "ix_deliveries_failed", "due_at"),
        # Few messages go to topics: those to people are not counted in it.
        partial_index(
            "incident_topic_id IS NOT NULL", "uq_deliveries_topic", "incident_topic_id", "broadcast_id", unique=True
        ),
        # Of posts there are fewer still.
        partial_index(
            "public_channel_id IS NOT NULL", "uq_deliveries_post", "public_channel_id", "broadcast_id", unique=True
        ),
        Index("ix_deliveries_message", "address", "message_id"),
        partial_index("leased_until IS NOT NULL", "ix_deliveries_leases", "leased_until"),
    )

    id: int | None = Field(default=None, primary_key=True)
    broadcast_id: int = Field(foreign_key="broadcasts.id")
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="groups.id", index=True)
    incident_topic_id: int | None = Field(default=None, foreign_key="incident_topics.id")
    public_channel_id: int | None = Field(default=None, foreign_key="public_channels.id")
    channel: str = Channel.TELEGRAM
    address: str
    lane: int
    state: DeliveryState = Field(sa_type=one_of(DeliveryState, "state"))
    due_at: datetime = Field(sa_type=UtcDateTime)
    attempts: int = 0
    leased_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    error: str | None = None
    # When to render the message anew. Each change moves `revision`, so that an edit under way is not the
    # last word.
    edit_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    edit_lane: int | None = None
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revision: int = 0
    shown: str | None = None
