"""What the wing `business` adds to the chat."""

from handlers.applications.taps import CorrectionTap
from handlers.business import confirmations, editing, links, membership, mergers, people, suspension
from handlers.business.taps import (
    BusinessTap,
    ConfirmTap,
    InviteTap,
    NewLinkTap,
    OverdueTap,
    PrimaryTap,
    RepresentativeTap,
    RevokeNowTap,
    RevokeTap,
    SuspensionTap,
)
from handlers.frame.faces import Command, HandlerFace, MenuEntry, MenuKind
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from services.business.mergers import MERGED, NotMergeable
from services.business.primary_contacts import OFFERED
from services.business.suspension import (
    MEMBER_REINSTATED,
    MEMBER_SUSPENDED,
    REINSTATED,
    SUSPENDED,
    NotInNetwork,
)
from services.members.representatives import NotYourBusiness

OF_REPRESENTATIVES = frozenset({MenuKind.REPRESENTATIVE})

FACE = HandlerFace(
    "business",
    commands=(Command("donvi", "business", membership.on_business, OF_REPRESENTATIVES, rank=80),),
    entries={"business": MenuEntry(membership.on_business, OF_REPRESENTATIVES, row=30, column=30)},
    taps={
        BusinessTap: membership.on_tap,
        CorrectionTap: editing.on_correct,
        RepresentativeTap: people.on_tap,
        PrimaryTap: people.on_offer,
        InviteTap: links.on_links,
        NewLinkTap: links.on_new,
        RevokeTap: links.on_revoke,
        RevokeNowTap: links.on_revoke_now,
        ConfirmTap: confirmations.on_confirm,
        OverdueTap: confirmations.on_overdue,
        SuspensionTap: suspension.on_tap,
    },
    conversations={
        Dialogue.BUSINESS: membership.CONVERSATION,
        Dialogue.SUSPENSION: suspension.CONVERSATION,
        Dialogue.MERGER: mergers.CONVERSATION,
    },
    over=(NotInNetwork, NotMergeable, NotYourBusiness),
    composers={BroadcastKind.CONFIRMATION: confirmations.compose},
    news={
        **dict.fromkeys(people.NEWS, people.compose_news),
        OFFERED: people.compose_offer,
        SUSPENDED: suspension.compose_status,
        MEMBER_SUSPENDED: suspension.compose_status,
        REINSTATED: suspension.compose_status,
        MEMBER_REINSTATED: suspension.compose_status,
        MERGED: mergers.compose_merged,
    },
)
