"""What is said of incidents: the alert and its reminders, what coordinators write, and their tally."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind
from services.incidents import under_way


async def _under_way(session: AsyncSession, member_id: int) -> Sequence[Mapping[str, Any]]:
    incidents = await session.exec(under_way.of_member(member_id))
    return [{"incident_id": incident_id} for incident_id in incidents.all()]


ALERT = MessageKind(BroadcastKind.ALERT, Lane.ALERT, sent_again=True, stays=True, open_for=_under_way)
REMINDER = MessageKind(BroadcastKind.REMINDER, Lane.REMINDER, stays=True)
REPLY = MessageKind(BroadcastKind.REPLY, Lane.REPLY)
UPDATE = MessageKind(BroadcastKind.UPDATE, Lane.UPDATE)
ALL_CLEAR = MessageKind(BroadcastKind.ALL_CLEAR, Lane.UPDATE, sent_again=True)
TALLY = MessageKind(BroadcastKind.TALLY, Lane.TALLY, replaceable=True)

# The messages that show a member where an incident stands and what was answered.
CARDS = (ALERT.name, REMINDER.name)
