"""Renders what is due to be sent or edited: late, in each recipient's language, and not at all when it is stale."""

from collections.abc import Mapping

from handlers.applications import deciding as applications
from handlers.business import confirmations
from handlers.frame.compose import Composer, Occasion
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.front import membership
from handlers.incidents import cards as incidents
from handlers.incidents import notices, tally
from handlers.staff import appointing as staff
from handlers.tasks import cards as task_cards
from handlers.watch import trouble
from models.broadcasts import BroadcastKind
from services.outbox.deliveries import Claimed

COMPOSERS: Mapping[BroadcastKind, Composer] = {
    BroadcastKind.ALERT: incidents.compose_alert,
    BroadcastKind.REMINDER: incidents.compose_reminder,
    BroadcastKind.REPLY: notices.compose,
    BroadcastKind.UPDATE: notices.compose,
    BroadcastKind.ALL_CLEAR: notices.compose,
    BroadcastKind.TALLY: tally.compose,
    BroadcastKind.APPLICATION: applications.compose_request,
    BroadcastKind.DECISION: applications.compose_decision,
    BroadcastKind.TROUBLE: trouble.compose,
    BroadcastKind.TASK: task_cards.compose_card,
    BroadcastKind.TASK_REMINDER: task_cards.compose_reminder,
    BroadcastKind.TASK_WATCH: task_cards.compose_watch,
    BroadcastKind.TASK_ALARM: task_cards.compose_alarm,
    BroadcastKind.MEMBERSHIP: membership.compose,
    BroadcastKind.STAFF: staff.compose,
    BroadcastKind.CONFIRMATION: confirmations.compose,
}


async def compose(occasion: Occasion, claimed: Claimed) -> Message | None:
    """Make the message of a claimed delivery; None where it has gone stale."""
    reader = Reader(claimed.language, occasion.office.time_zone)
    return await COMPOSERS[claimed.kind](occasion, claimed, reader)
