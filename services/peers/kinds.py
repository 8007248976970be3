"""What is said of neighbours: to coordinators what one warns of, and what that neighbour says of it later."""

from dataclasses import dataclass

from sqlmodel import col

from models.broadcasts import BroadcastKind, Lane
from models.peers import PROPOSAL_SUBJECT, PeerProposal, ProposalState
from services.ground.details import Details
from services.ground.faces import MessageKind, called


@dataclass(frozen=True)
class PeerSaid(Details):
    """What the neighbour said after its alert: that it is over, taken back, something new, or open again."""

    word = "peer-said"
    state: ProposalState
    is_again: bool = False


CALLED = called(col(PeerProposal.headline))
PROPOSAL = MessageKind(
    BroadcastKind.PEER_PROPOSAL,
    Lane.REPLY,
    PROPOSAL_SUBJECT,
    named=CALLED,
    sent_again=True,
    replaceable=True,
)
SAID = MessageKind(
    BroadcastKind.PEER_SAID, Lane.REPLY, PROPOSAL_SUBJECT, named=CALLED, details=(PeerSaid,), sent_again=True
)
KINDS = (PROPOSAL, SAID)
