"""What the wing `peers` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuPage
from handlers.peers import proposals, rooms
from handlers.peers.taps import PeersTap, PeerTap, ProposalPassTap, ProposalTap
from models.broadcasts import BroadcastKind

FACE = HandlerFace(
    "peers",
    commands=(Command("tinhban", "peers", rooms.on_peers, OF_COORDINATORS, rank=107),),
    entries={"peers": MenuEntry(rooms.on_peers, OF_COORDINATORS, row=70, column=90, page=MenuPage.PREPARE)},
    taps={
        PeersTap: rooms.on_list,
        PeerTap: rooms.on_peer,
        ProposalTap: proposals.on_proposal,
        ProposalPassTap: proposals.on_pass,
    },
    composers={BroadcastKind.PEER_PROPOSAL: proposals.compose, BroadcastKind.PEER_SAID: proposals.compose_said},
    offers=(IncidentOffer(65, proposals.give),),
    origins=(proposals.meanwhile,),
)
