"""The operations group: the department's own Telegram group, a topic in it for each incident, and what is said."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, BigInteger, Column
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, partial_index, word_of
from models.people import Language

# The word under which the operations group is stored as what a message is about.
OPERATIONS_SUBJECT = "operations_group"
# The word under which an entry of a log is stored as that to which something is attached.
LOG_SUBJECT = "log_entry"


class OperationsGroup(SQLModel, table=True):
    """The department's group in which coordinators run incidents together; there is one at a time."""

    __tablename__ = "operations_groups"

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger, unique=True)
    title: str
    language: Language = Field(sa_type=one_of(Language, "language"))
    registered_by_id: int = Field(foreign_key="people.id")
    registered_at: datetime = Field(sa_type=UtcDateTime)
    # Since when it is none any more: another one took its place, or the bot was put out.
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # What Telegram said of it last: whether it has topics, and what the bot may do. When to ask again, if at all.
    is_forum: bool = False
    may_manage_topics: bool = False
    may_pin: bool = False
    may_delete: bool = False
    hears_all: bool = False
    checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    check_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Since when people know that there are no topics.
    troubled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # When it was last told that a command belongs elsewhere, or that nobody knows who writes.
    hinted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TopicState(StrEnum):
    """Where an incident is spoken of: in a topic that is wanted, open or closed, or in the group without one."""

    WANTED = "wanted"
    OPEN = "open"
    CLOSED = "closed"
    WITHOUT = "without"


class IncidentTopic(SQLModel, table=True):
    """An incident's own topic in the operations group: a recipient of messages, as a person is.

    Without a topic (`thread_id` is None) its messages stand in the group itself.
    """

    __tablename__ = "incident_topics"
    __table_args__ = (partial_index("ended_at IS NULL", "uq_incident_topics_living", "incident_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incidents.id", index=True)
    operations_group_id: int = Field(foreign_key="operations_groups.id", index=True)
    thread_id: int | None = Field(default=None, sa_type=BigInteger)
    state: TopicState = Field(sa_type=word_of(TopicState))
    # The name that it has in Telegram, whether it says that the incident is over and keeps its title for the people
    # who are named, and how often it was changed.
    name: str = ""
    named_over: bool = False
    named_red: bool = False
    renamed: int = 0
    made_at: datetime = Field(sa_type=UtcDateTime)
    # When to do the next errand at the soonest (make, rename, close, pin), after one that Telegram refused for now.
    due_at: datetime = Field(sa_type=UtcDateTime)
    attempts: int = 0
    # Which of its messages (ids) are pinned.
    pinned: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    # Whether its cards stand there, and how the incident and its tasks looked on them.
    is_furnished: bool = False
    shown: str = ""
    tasks_shown: str = ""
    # Of each source of news the last row (id) that it was told of.
    told: dict[str, int] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    # Since when it is let go: the group is another one now.
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class TalkState(StrEnum):
    """What became of words outside of every topic: they wait for a choice, are kept in a log, or left out."""

    WAITING = "waiting"
    KEPT = "kept"
    LEFT = "left"


class GroupTalk(SQLModel, table=True):
    """What one person says in a row in the operations group outside of every topic, and whose log it is for."""

    __tablename__ = "group_talks"

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(sa_type=BigInteger)
    person_id: int = Field(foreign_key="people.id", index=True)
    state: TalkState = Field(sa_type=word_of(TalkState))
    # The incident in whose log it is kept.
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    # When the last of it was said.
    last_at: datetime = Field(sa_type=UtcDateTime)


class LogEntry(SQLModel, table=True):
    """What a person wrote about an incident in the operations group, as it was written.

    An edit is an entry of its own, which `changes_id` leads to what was written first: both stay. What was said outside
    of every topic belongs to a talk, and to no incident until it is said to which.
    """

    __tablename__ = "log_entries"
    __table_args__ = (partial_index("changes_id IS NULL", "ix_log_entries_message", "chat_id", "message_id"),)

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int | None = Field(default=None, foreign_key="incidents.id", index=True)
    talk_id: int | None = Field(default=None, foreign_key="group_talks.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    text: str
    # The album (Telegram's name of it) that came with it: its files come one by one.
    album: str = ""
    said_at: datetime = Field(sa_type=UtcDateTime)
    changes_id: int | None = Field(default=None, foreign_key="log_entries.id", index=True)
