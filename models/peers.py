"""Neighbours whose feeds of CAP 1.2 are read: what each said, byte for byte, and what it proposes to pass on."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, partial_index, word_of

# The words under which a neighbour and a proposal are stored as what something is about.
PEER_SUBJECT = "peer"
PROPOSAL_SUBJECT = "peer_proposal"


class PeerTrouble(StrEnum):
    """Why a feed could not be read, or a message of it was not taken."""

    ADDRESS = "address"
    UNRESOLVED = "unresolved"
    PRIVATE_ADDRESS = "private_address"
    UNENCRYPTED = "unencrypted"
    REDIRECTS = "redirects"
    TLS = "tls"
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    STATUS = "status"
    TOO_LARGE = "too_large"
    ENCODED = "encoded"
    UNREADABLE = "unreadable"
    NO_FEED = "no_feed"
    TOO_MANY = "too_many"
    BROKEN_RULE = "broken_rule"
    TYPE = "type"
    STATUS_WORD = "status_word"
    SCOPE = "scope"
    FUTURE = "future"
    EXPIRY = "expiry"
    EMPTY = "empty"
    SENDER = "sender"
    NOT_FIRST = "not_first"
    CHANGED = "changed"
    DRILL_MIXED = "drill_mixed"
    # What is passed over without a word: nothing is wrong with it.
    OWN = "own"
    KNOWN = "known"
    EXPIRED = "expired"
    NOT_FOR_PEOPLE = "not_for_people"


class ProposalState(StrEnum):
    """Where what a neighbour warns of stands, as that neighbour says."""

    OPEN = "open"
    OVER = "over"
    CANCELLED = "cancelled"


class Peer(SQLModel, table=True):
    """A feed that is read. It speaks for one sender, that of its first message.

    `trouble` and `detail` say why the last reading failed; `failures` counts those in a row.
    """

    __tablename__ = "peers"
    __table_args__ = (partial_index("paused_at IS NULL AND removed_at IS NULL", "ix_peers_due", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    url: str = Field(unique=True)
    # What a restricted feed wants to see; it stands in no log, no list and no record.
    token: str | None = None
    sender: str | None = None
    added_at: datetime = Field(sa_type=UtcDateTime)
    due_at: datetime = Field(sa_type=UtcDateTime)
    read_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tried_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    trouble: PeerTrouble | None = Field(default=None, sa_type=word_of(PeerTrouble))
    detail: str = ""
    paused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PeerProposal(SQLModel, table=True):
    """What a neighbour warns of, as its newest message says it: coordinators may pass it on by hand.

    `restriction` is what a restricted message says of for whom it is; a public one says nothing. `said_at` is when that
    message was sent; none warned of anything before there is one. `ended_at` is when the newest
    end was sent, if any was. `told_at` is when coordinators were last told of it,
    and `told_state` what; at `tell_at` they are told what has changed since. One without `proposed_at` was over before
    anybody was asked, and is shown to nobody. One with `joined_id` turned out to be the same as that other one.
    """

    __tablename__ = "peer_proposals"
    __table_args__ = (partial_index("tell_at IS NOT NULL", "ix_peer_proposals_to_tell", "tell_at"),)

    id: int | None = Field(default=None, primary_key=True)
    peer_id: int = Field(foreign_key="peers.id", index=True)
    sender: str
    state: ProposalState = Field(sa_type=word_of(ProposalState))
    is_drill: bool
    restriction: str | None = None
    categories: str = ""
    severity: str = ""
    sender_name: str = ""
    headline: str
    description: str = ""
    instruction: str = ""
    areas: str = ""
    said_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    proposed_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    changed_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    told_at: datetime = Field(sa_type=UtcDateTime)
    told_state: ProposalState = Field(default=ProposalState.OPEN, sa_type=word_of(ProposalState))
    tell_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    joined_id: int | None = Field(default=None, foreign_key="peer_proposals.id", index=True)


class PeerMessage(SQLModel, table=True):
    """A message as it came, byte for byte."""

    __tablename__ = "peer_messages"
    __table_args__ = (
        UniqueConstraint("sender", "identifier", "sent_at"),
        Index("ix_peer_messages_peer_id_received_at", "peer_id", "received_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    peer_id: int = Field(foreign_key="peers.id")
    proposal_id: int = Field(foreign_key="peer_proposals.id", index=True)
    sender: str
    identifier: str
    sent_at: datetime = Field(sa_type=UtcDateTime)
    type: str
    body: bytes = Field(sa_type=LargeBinary)
    received_at: datetime = Field(sa_type=UtcDateTime)


class PeerReference(SQLModel, table=True):
    """A message that belongs to a proposal and is not kept: another refers to it, or nobody was to be told of it."""

    __tablename__ = "peer_references"
    __table_args__ = (Index("ix_peer_references_message", "sender", "identifier"),)

    id: int | None = Field(default=None, primary_key=True)
    sender: str
    identifier: str
    proposal_id: int = Field(foreign_key="peer_proposals.id", index=True)
    received_at: datetime = Field(sa_type=UtcDateTime, index=True)


class PeerDocument(SQLModel, table=True):
    """What stood where a feed led when it was looked at last, and why its message was not taken, if it was not.

    `changed` is what the feed said of when it was changed. It is fetched again when that is another,
    and nothing comes of a body that has the `digest` of before.
    """

    __tablename__ = "peer_documents"
    __table_args__ = (UniqueConstraint("peer_id", "url"),)

    id: int | None = Field(default=None, primary_key=True)
    peer_id: int = Field(foreign_key="peers.id")
    url: str
    changed: str
    digest: str
    trouble: PeerTrouble | None = Field(default=None, sa_type=word_of(PeerTrouble))
    detail: str = ""
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class PeerDeclaration(SQLModel, table=True):
    """A declaration that was begun from a proposal as its message (an id) said it; its draft becomes an incident's."""

    __tablename__ = "peer_declarations"

    draft_key: str = Field(primary_key=True)
    proposal_id: int = Field(foreign_key="peer_proposals.id", index=True)
    message_id: int = Field(foreign_key="peer_messages.id")
    begun_at: datetime = Field(sa_type=UtcDateTime)
