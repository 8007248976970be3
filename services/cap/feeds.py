"""What is in a feed now: messages whose incident's label still allows it, until a day after they end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapMessage, CapScope
from models.incidents import Incident
from models.tlp import Tlp

# Readers look seldom, and are to see that something has ended.
KEPT = timedelta(days=1)
# So many stay below the 900 KB that readers take.
MOST = 300
# What the label of an incident must be now; without one it is as for the community.
ALLOWED: dict[CapScope, tuple[Tlp, ...]] = {
    CapScope.PUBLIC: (Tlp.CLEAR,),
    CapScope.RESTRICTED: (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER),
}


def _is_allowed(scope: CapScope) -> Any:
    """Select by the label of now: what became for fewer is taken out of a feed."""
    label = col(Incident.tlp)
    labelled = label.in_(ALLOWED[scope])
    unlabelled = label.is_(None) if scope is CapScope.RESTRICTED else None
    return (col(CapMessage.scope) == scope) & (labelled if unlabelled is None else or_(labelled, unlabelled))


@cache
def _listing(scope: CapScope) -> Any:
    """Make what lists a feed, once: readers ask each minute, and most hear that nothing is new."""
    return (
        select(CapMessage.id)
        .join(Incident, col(Incident.id) == col(CapMessage.incident_id))
        .where(_is_allowed(scope), col(CapMessage.expires_at) > bindparam("kept_since"))
        .order_by(col(CapMessage.id).desc())
        .limit(MOST)
    )


async def listed(session: AsyncSession, *, scope: CapScope, now: datetime) -> Sequence[int]:
    """List the messages (ids) of a feed, the newest first."""
    found: Sequence[int] = (await session.exec(_listing(scope), params={"kept_since": now - KEPT})).all()
    return found


async def these(session: AsyncSession, *, ids: Sequence[int]) -> Sequence[CapMessage]:
    """Give messages by their ids, the newest first."""
    query = select(CapMessage).where(col(CapMessage.id).in_(ids)).order_by(col(CapMessage.id).desc())
    return (await session.exec(query)).all()


async def found(session: AsyncSession, *, identifier: str, scopes: Sequence[CapScope]) -> CapMessage | None:
    """Find a message by its identifier, if its feed is one of these and its incident's label still allows it."""
    allowed = [_is_allowed(scope) for scope in scopes]
    query = (
        select(CapMessage)
        .join(Incident, col(Incident.id) == col(CapMessage.incident_id))
        .where(CapMessage.identifier == identifier, or_(*allowed))
    )
    return (await session.exec(query)).first()
