"""What is said of advisories: the card, short words that follow it, the coordinators' page, and the public post."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryPart
from models.broadcasts import BroadcastKind, Lane
from models.public_channels import PUBLIC_CHANNEL_SUBJECT, PublicChannel
from services.ground.details import Details
from services.ground.faces import MessageKind, called


class AdvisoryNoteKind(StrEnum):
    """Why a short message follows a card."""

    UNSEEN = "unseen"
    UNDONE = "undone"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class AdvisoryNoted(Details):
    """Why a short message follows a card, and which part was changed."""

    word = "advisory-noted"
    why: AdvisoryNoteKind
    part: AdvisoryPart | None = None


@dataclass(frozen=True)
class AdvisoryAtEnd(Details):
    """The page comes by itself, since the deadline is over."""

    word = "advisory-at-end"


class ChannelNewsKind(StrEnum):
    """What owners hear of a public channel."""

    OFFERED = "offered"
    LOST = "lost"


@dataclass(frozen=True)
class ChannelNews(Details):
    """What owners hear of a public channel."""

    word = "channel-news"
    what: ChannelNewsKind


CALLED = called(col(Advisory.code))
ADVISORY = MessageKind(BroadcastKind.ADVISORY, Lane.UPDATE, ADVISORY_SUBJECT, named=CALLED, sent_again=True)
ADVISORY_NOTE = MessageKind(
    BroadcastKind.ADVISORY_NOTE,
    Lane.REMINDER,
    ADVISORY_SUBJECT,
    named=CALLED,
    details=(AdvisoryNoted,),
    sent_again=True,
)
ADVISORY_PAGE = MessageKind(
    BroadcastKind.ADVISORY_PAGE,
    Lane.REPLY,
    ADVISORY_SUBJECT,
    named=CALLED,
    details=(AdvisoryAtEnd,),
    sent_again=True,
    replaceable=True,
)
# A second post would not be edited with the first: one whose fate is unknown is not repeated.
ADVISORY_POST = MessageKind(BroadcastKind.ADVISORY_POST, Lane.UPDATE, ADVISORY_SUBJECT, named=CALLED)
CHANNEL = MessageKind(
    BroadcastKind.PUBLIC_CHANNEL,
    Lane.REPLY,
    PUBLIC_CHANNEL_SUBJECT,
    named=called(col(PublicChannel.title)),
    details=(ChannelNews,),
    sent_again=True,
)
KINDS = (ADVISORY, ADVISORY_NOTE, ADVISORY_PAGE, ADVISORY_POST, CHANNEL)
