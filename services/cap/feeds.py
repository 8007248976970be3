"""What is in a feed now: messages whose incident's label still allows it, until a day after they end."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapMessage, CapScope, CapType
from models.incidents import Incident
from models.tlp import Tlp

# Readers look seldom, and are to see that something has ended.
KEPT = timedelta(days=1)
# So many stay below the 900 KB that readers take.
MOST = 300
# What the label of an incident must be now; without one it is as for the community.
ALLOWED: dict[CapScope, tuple[Tlp | None, ...]] = {
    CapScope.PUBLIC: (Tlp.CLEAR,),
    CapScope.RESTRICTED: (Tlp.CLEAR, None, Tlp.GREEN, Tlp.AMBER),
}


def allows(scope: CapScope, label: Tlp | None) -> bool:
    """Tell whether a feed may tell of what is labelled so."""
    return label in ALLOWED[scope]


def _is_allowed(scope: CapScope) -> Any:
    """Select by the label of now: what became for fewer is taken out of a feed, but for what says so."""
    is_cancel = col(CapMessage.type) == CapType.CANCEL
    labels = [one for one in ALLOWED[scope] if one is not None]
    unlabelled = (col(Incident.tlp).is_(None),) if None in ALLOWED[scope] else ()
    labelled = or_(col(Incident.tlp).in_(labels), *unlabelled)
    return (col(CapMessage.scope) == scope) & or_(is_cancel, labelled & ~_is_cancelled())


def _is_cancelled() -> Any:
    later = aliased(CapMessage)
    cancel = select(later.id).where(
        later.incident_id == CapMessage.incident_id,
        later.scope == CapMessage.scope,
        later.type == CapType.CANCEL,
        col(later.id) > col(CapMessage.id),
    )
    return cancel.exists()


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
