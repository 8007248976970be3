"""Whether a message has reached its person: conditions for queries over deliveries."""

from functools import cache

from sqlalchemy import and_, func, or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from models.broadcasts import Delivery, DeliveryState
from models.channels import Reach


@cache
def reached() -> ColumnElement[bool]:
    """Make the condition that a message was taken, and that its channel has not lost its person since.

    For queries over deliveries outer joined with `Reach` by `lost`.
    """
    taken = col(Delivery.state).in_((DeliveryState.SENT, DeliveryState.UNCERTAIN))
    sent_at = func.coalesce(col(Delivery.sent_at), col(Delivery.due_at))
    return and_(taken, or_(col(Reach.unreachable_since).is_(None), col(Reach.unreachable_since) < sent_at))


@cache
def lost() -> ColumnElement[bool]:
    """Make the condition by which a delivery is joined with its channel's loss of its person, if there is one."""
    return and_(col(Reach.person_id) == col(Delivery.person_id), col(Reach.channel) == col(Delivery.channel))
