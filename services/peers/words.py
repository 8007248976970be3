"""What coordinators read of a neighbour's alert: plain lines, no longer than they can be shown."""

from dataclasses import dataclass
from datetime import datetime

from services.cap.reading import LOOKED_AT, CapDocument, CapInfo
from services.notation.spelling import tidy_line, tidy_text

HEADLINE, WORDS, AREAS, SEVERITY = 200, 1500, 300, 20


@dataclass(frozen=True)
class PeerWords:
    """What one message warns of, when it was sent and until when it stands; a proposal has the same by these names."""

    headline: str
    description: str
    instruction: str
    areas: str
    categories: str
    severity: str
    sender_name: str
    restriction: str | None
    said_at: datetime
    expires_at: datetime


def headline(info: CapInfo) -> str:
    """Give the one line that says what it is about."""
    return tidy_line(info.headline or info.event)[:HEADLINE]


def words_of(document: CapDocument, info: CapInfo, *, expires_at: datetime) -> PeerWords:
    """Give what a message says."""
    return PeerWords(
        headline=headline(info),
        description=tidy_text(info.description)[:WORDS],
        instruction=tidy_text(info.instruction)[:WORDS],
        areas=tidy_line(", ".join(one.name for one in info.areas)[:LOOKED_AT])[:AREAS],
        categories=" ".join(sorted(info.categories))[:AREAS],
        severity=tidy_line(info.severity)[:SEVERITY],
        sender_name=tidy_line(info.sender_name)[:HEADLINE],
        restriction=tidy_line(document.restriction)[:AREAS] if document.scope == "Restricted" else None,
        said_at=document.sent,
        expires_at=expires_at,
    )
