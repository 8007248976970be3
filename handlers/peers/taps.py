"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap


class PeerWish(StrEnum):
    """What an owner wants of a neighbour's feed; to remove it is asked about first."""

    LOOK = "look"
    PAUSE = "pause"
    RESUME = "resume"
    ASK = "ask"
    REMOVE = "remove"


@dataclass(frozen=True)
class PeersTap(Tap):
    """A look at what neighbours warn of, and for owners at their feeds, a page at a time."""

    word: ClassVar[str] = "nbl"
    page: int


@dataclass(frozen=True)
class PeerTap(Tap):
    """An owner's wish about a neighbour's feed."""

    word: ClassVar[str] = "nbf"
    peer_id: int
    wish: PeerWish


@dataclass(frozen=True)
class ProposalTap(Tap):
    """A look at what a neighbour warns of."""

    word: ClassVar[str] = "nbp"
    proposal_id: int


@dataclass(frozen=True)
class ProposalPassTap(Tap):
    """The wish to pass on what a neighbour warns of."""

    word: ClassVar[str] = "nbs"
    proposal_id: int
