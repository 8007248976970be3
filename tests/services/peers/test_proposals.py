"""What a neighbour's alert is passed on as."""

from datetime import timedelta

import pytest

from models.peers import PeerProposal, ProposalState
from models.tlp import Tlp
from services.peers import proposals
from tests.network import MORNING


@pytest.mark.parametrize(
    ("restriction", "label"),
    [(None, None), ("TLP:GREEN", Tlp.GREEN), ("TLP:RED", Tlp.RED), ("Chỉ các sở của vùng", Tlp.AMBER), ("", Tlp.AMBER)],
)
def test_what_was_restricted_without_a_label_is_for_the_clients_of_the_organisation_alone(
    restriction: str | None, label: Tlp | None
) -> None:
    proposal = PeerProposal(
        peer_id=1,
        sender="skhcn@phutho.example",
        state=ProposalState.OPEN,
        is_drill=False,
        restriction=restriction,
        headline="Đứt cáp quang",
        proposed_at=MORNING,
        told_at=MORNING,
        changed_at=MORNING,
        expires_at=MORNING + timedelta(days=3),
    )

    assert proposals.label(proposal) is label
