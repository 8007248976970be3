"""What is due to be sent or edited by a channel, and whether anything is."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, bindparam, exists, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery, DeliveryState, Lane
from models.channels import Channel

# A live tally is edited at most this often: edits share Telegram's limit of messages.
TALLY_PAUSE = timedelta(seconds=3)
# All topics of a group share its twenty messages a minute with everything that is said there.
TOPIC_PAUSE = timedelta(seconds=12)
# An instant, or the place of one in a statement that is made once.
Moment: TypeAlias = datetime | BindParameter[Any]


async def anything(session: AsyncSession, *, now: datetime, channel: Channel) -> bool:
    """Tell, without taking anything, whether a message waits to be sent or edited by a channel."""
    asked = {"now": now, "tally_rested": now - TALLY_PAUSE, "topic_rested": now - TOPIC_PAUSE}
    return bool((await session.exec(_anything(channel), params=asked)).one())


@cache
def _anything(channel: Channel) -> Any:
    """Make what asks whether anything is due, once: it is asked twice a second and after whatever happens."""
    now: Moment = bindparam("now")
    send = select(Delivery.id).where(*sends(channel, now))
    edit = select(Delivery.id).where(*edits(channel, now, bindparam("tally_rested"), bindparam("topic_rested")))
    return select(or_(exists(send), exists(edit)))


def sends(channel: Channel, now: Moment) -> Sequence[ColumnElement[bool]]:
    """Make the conditions of a message that waits to be sent."""
    return (
        col(Delivery.channel) == channel,
        col(Delivery.state) == DeliveryState.PENDING,
        col(Delivery.due_at) <= now,
    )


def edits(channel: Channel, now: Moment, tally_rested: Moment, topic_rested: Moment) -> Sequence[ColumnElement[bool]]:
    """Make the conditions of a message that is to be edited; tallies rest until they were last edited before then."""
    rested = or_(
        col(Delivery.edit_lane) != Lane.TALLY,
        col(Delivery.edited_at).is_(None),
        (col(Delivery.edited_at) <= tally_rested) & col(Delivery.incident_topic_id).is_(None),
        col(Delivery.edited_at) <= topic_rested,
    )
    return (
        col(Delivery.channel) == channel,
        col(Delivery.state) == DeliveryState.SENT,
        col(Delivery.edit_due_at) <= now,
        col(Delivery.leased_until).is_(None),
        rested,
    )
