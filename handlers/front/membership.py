"""What people are told of a business's standing in the network: each topic has a composer of its own."""

from collections.abc import Mapping

from handlers.business import mergers, suspension
from handlers.business import people as representatives
from handlers.duty import rota as duty
from handlers.frame.compose import Composer, Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.groups import binding as groups
from services.business import mergers as merger_rules
from services.business import suspension as standing_rules
from services.duty import rota
from services.groups import bindings as group_rules
from services.outbox.deliveries import Claimed
from services.privacy import withdrawal

TOPICS: Mapping[str, Composer] = {
    group_rules.BOUND: groups.compose_bound,
    group_rules.UNBOUND: groups.compose_unbound,
    group_rules.LOST: groups.compose_lost,
    rota.GIVEN: duty.compose_given,
    rota.BEGINS: duty.compose_beginning,
    **representatives.TOPICS,
    standing_rules.SUSPENDED: suspension.compose_standing,
    standing_rules.MEMBER_SUSPENDED: suspension.compose_standing,
    standing_rules.REINSTATED: suspension.compose_standing,
    standing_rules.MEMBER_REINSTATED: suspension.compose_standing,
    withdrawal.LEFT: suspension.compose_withdrawal,
    withdrawal.NOBODY_LEFT: suspension.compose_nobody_left,
    merger_rules.MERGED: mergers.compose_merged,
}


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the message of a topic; None when it is stale, or of a topic that is told no more."""
    composer = TOPICS.get(claimed.topic or "")
    return await composer(occasion, claimed, reader) if composer is not None else None
