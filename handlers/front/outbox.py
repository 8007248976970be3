"""Renders what is due to be sent or edited: late, in each recipient's language, and not at all when it is stale."""

from dataclasses import replace

from handlers.frame.compose import Occasion
from handlers.frame.views.message import Message
from handlers.front.face import ALL_FACES
from services.incidents.cards import incident_of
from services.incidents.sharing import labels
from services.outbox.deliveries import Claimed


async def compose(occasion: Occasion, claimed: Claimed) -> Message | None:
    """Make the message of a claimed delivery; None where it has gone stale."""
    reader = occasion.office.reader(claimed.language)
    message = await ALL_FACES.composers[claimed.kind](occasion, claimed, reader)
    if message is None or not await _is_narrow(occasion, claimed):
        return message
    return replace(message, protected=True)


async def _is_narrow(occasion: Occasion, claimed: Claimed) -> bool:
    """Tell whether a message is about an incident that is for an organisation at most; looked up once for a batch."""
    incident_id = incident_of(claimed)
    if incident_id is None:
        return False
    label = await occasion.once(
        claimed, lambda: labels.of(occasion.session, incident_id=incident_id), about=("label", incident_id)
    )
    return labels.is_narrow(label)
