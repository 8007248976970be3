"""Whether a message that a neighbour's feed led to is taken, and what it says; what is not is refused by a word."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.peers import PeerTrouble, ProposalState
from services.cap import reading, rules
from services.cap.reading import CapDocument, CapInfo, CapUnreadable
from services.notation.spelling import tidy_line
from services.peers import words
from services.peers.words import PeerWords

# Of the rules of the standard those without which nobody can tell what a message is, and to what it refers.
NEEDED = ("name-letters", "references-missing", "references-earlier", "expires-last")
# One that follows stands behind those that it may follow.
TYPES = ("Alert", "Update", "Cancel")
# What the standard knows beside them, and is for machines.
FOR_MACHINES = frozenset({"Ack", "Error", "System", "Test", "Draft"})
STATUSES = {"Actual": False, "Exercise": True}
SCOPES = frozenset({"Public", "Restricted"})
# Clocks differ a little.
AHEAD = timedelta(minutes=5)
# How long a message stands that does not say so itself, and the longest that one may stand.
LASTS, LONGEST = timedelta(days=1), timedelta(days=30)
# What was sent longer ago comes too late to be news.
OLDEST = timedelta(days=60)
LONGEST_NAME, LONGEST_DETAIL = 300, 120
ENDS = "AllClear"


class PeerWrong(Exception):
    """Something of a neighbour's that is not taken: what, and a word or two that say which."""

    def __init__(self, trouble: PeerTrouble, detail: str = "") -> None:
        """Keep the two; what others wrote becomes one short line."""
        self.trouble, self.detail = trouble, tidy_line(detail[: 2 * LONGEST_DETAIL])[:LONGEST_DETAIL]
        super().__init__(f"{trouble}: {self.detail}")


@dataclass(frozen=True)
class CheckedMessage:
    """A message that may be taken: as it came, as it reads, the block of it that is shown, and the words of that."""

    body: bytes
    document: CapDocument
    info: CapInfo
    words: PeerWords
    is_drill: bool

    @property
    def order(self) -> tuple[datetime, int]:
        """Give its place among those that came together: what follows another stands behind it."""
        return self.document.sent, TYPES.index(self.document.type)

    @property
    def state(self) -> ProposalState:
        """Tell where it leaves what it speaks of."""
        if self.document.type == "Cancel":
            return ProposalState.CANCELLED
        return ProposalState.OVER if ENDS in self.info.responses else ProposalState.OPEN


def check(body: bytes, *, now: datetime) -> CheckedMessage:
    """Read a message and see that it may be taken; raises PeerWrong."""
    try:
        document = reading.read(body)
    except CapUnreadable as error:
        raise PeerWrong(PeerTrouble.UNREADABLE, str(error)) from None
    _check_words(document)
    _check_names(document)
    _check_moments(document, now)
    info = _shown(document)
    if info is None:
        if document.type != "Cancel":
            raise PeerWrong(PeerTrouble.EMPTY)
        info = CapInfo(frozenset())
    ends = [one.expires for one in document.infos if one.expires is not None]
    # What has gone by stays so, however far away; no date is carried over the edge of the calendar.
    expires_at = min(max(ends), now + LONGEST) if ends else document.sent + LASTS
    said = words.words_of(document, info, expires_at=max(expires_at, now - LONGEST))
    return CheckedMessage(body, document, info, said, STATUSES[document.status])


def _check_words(document: CapDocument) -> None:
    if {document.type, document.status} & FOR_MACHINES:
        raise PeerWrong(PeerTrouble.NOT_FOR_PEOPLE, f"{document.status}, {document.type}")
    if document.type not in TYPES:
        raise PeerWrong(PeerTrouble.TYPE, document.type)
    if document.status not in STATUSES:
        raise PeerWrong(PeerTrouble.STATUS_WORD, document.status)
    if document.scope not in SCOPES:
        raise PeerWrong(PeerTrouble.SCOPE, document.scope)


def _check_names(document: CapDocument) -> None:
    broken = rules.broken(document, among=NEEDED)
    if not broken and max(len(document.sender), len(document.identifier)) > LONGEST_NAME:
        broken = ["name-letters"]
    if broken:
        raise PeerWrong(PeerTrouble.BROKEN_RULE, broken[0])
    # Only who said it first says more of it.
    others = [one for one in document.references if one.split(",")[0] != document.sender]
    if document.type != "Alert" and others:
        raise PeerWrong(PeerTrouble.NOT_FIRST, document.sender)


def _check_moments(document: CapDocument, now: datetime) -> None:
    if document.sent > now + AHEAD:
        raise PeerWrong(PeerTrouble.FUTURE, document.sent.isoformat())
    if document.sent < now - OLDEST:
        raise PeerWrong(PeerTrouble.EXPIRED)
    for info in document.infos:
        if info.expires is not None and info.expires < document.sent:
            raise PeerWrong(PeerTrouble.EXPIRY, info.expires.isoformat())


def _shown(document: CapDocument) -> CapInfo | None:
    """Choose the block that is shown: a Vietnamese one before others, with a headline or an event."""
    said = [one for one in document.infos if words.headline(one)]
    vietnamese = [one for one in said if one.language.lower().startswith("vi")]
    return next(iter(vietnamese or said), None)
