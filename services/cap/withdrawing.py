"""A feed that may tell of an incident no more says so, by identifiers alone; one that may again tells of it anew.

Nothing is told that its readers have not read before: what is told anew is what was told there last.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapCause, CapMessage, CapScope, CapType
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.cap import feeds, messages
from services.cap.facts import CapFacts


async def write_due(session: AsyncSession, *, now: datetime, cap_sender: str | None) -> None:
    """Cancel what a feed may tell no more, and tell anew what it may again; without a sender nothing is written."""
    if cap_sender is None:
        return
    for scope in CapScope:
        for last, incident in await _last(session, scope, now):
            if last.type is CapType.CANCEL:
                await _tell_again(session, last, incident, sender=cap_sender, now=now)
            elif last.cause is not CapCause.ALL_CLEAR and not feeds.allows(scope, incident.tlp):
                await _withdraw(session, last, incident, sender=cap_sender, now=now)


async def _last(session: AsyncSession, scope: CapScope, now: datetime) -> Sequence[tuple[CapMessage, Incident]]:
    """List what a feed told last of each incident, as far as that still stands."""
    later = aliased(CapMessage)
    is_followed = select(later.id).where(
        later.incident_id == CapMessage.incident_id, later.scope == scope, col(later.id) > col(CapMessage.id)
    )
    query = (
        select(CapMessage, Incident)
        .join(Incident, col(Incident.id) == col(CapMessage.incident_id))
        .where(CapMessage.scope == scope, col(CapMessage.expires_at) > now, ~is_followed.exists())
    )
    return (await session.exec(query.order_by(col(CapMessage.id)))).all()


async def _withdraw(session: AsyncSession, last: CapMessage, incident: Incident, *, sender: str, now: datetime) -> None:
    """Cancel what was told; those who have the token and may read on find what everybody read before in their feed."""
    facts = CapFacts.read(last.facts)
    nothing = replace(
        facts, cause=CapCause.WITHDRAWN, title="", words="", communes=(), actions="", needs="", began_at=None
    )
    told = await messages.told(session, incident=incident, scope=last.scope)
    cancel = _following(last, CapCause.WITHDRAWN, scope=last.scope, sender=sender, now=now)
    cancel.type, cancel.facts = CapType.CANCEL, nothing.written()
    cancel.references = " ".join(messages.reference(one) for one in told)
    cancel.expires_at = cancel.sent_at + messages.END_LASTS
    session.add(cancel)
    await session.flush()
    other = CapScope.RESTRICTED
    if last.scope is other or not _is_told_on(incident, other):
        return
    if not await messages.told(session, incident=incident, scope=other):
        await _tell(session, last, incident, after=last, scope=other, sender=sender, now=now)


async def _tell_again(
    session: AsyncSession, cancel: CapMessage, incident: Incident, *, sender: str, now: datetime
) -> None:
    """Tell what was cancelled as an alert, where the label allows it again before that has ended by itself."""
    if not _is_told_on(incident, cancel.scope):
        return
    query = select(CapMessage).where(
        CapMessage.incident_id == cancel.incident_id, CapMessage.scope == cancel.scope, col(CapMessage.id) < cancel.id
    )
    before = (await session.exec(query.order_by(col(CapMessage.id).desc()).limit(1))).one()
    if before.expires_at > now:
        await _tell(session, before, incident, after=cancel, scope=cancel.scope, sender=sender, now=now)


def _is_told_on(incident: Incident, scope: CapScope) -> bool:
    return incident.status is not IncidentStatus.CLOSED and feeds.allows(scope, incident.tlp)


async def _tell(
    session: AsyncSession,
    said: CapMessage,
    incident: Incident,
    *,
    after: CapMessage,
    scope: CapScope,
    sender: str,
    now: datetime,
) -> None:
    made = _following(after, CapCause.TOLD_AGAIN, scope=scope, sender=sender, now=now)
    made.facts = replace(CapFacts.read(said.facts), tlp=incident.tlp).written()
    made.expires_at = said.expires_at
    session.add(made)
    await session.flush()


def _following(before: CapMessage, cause: CapCause, *, scope: CapScope, sender: str, now: datetime) -> CapMessage:
    """Make an alert that comes after another message, and is named by it."""
    sent_at = now.replace(microsecond=0)
    code = CapFacts.read(before.facts).code
    name = f"{code}-{cause.replace('_', '-')}-{id_of(before)}-{sent_at:%Y%m%d%H%M%S}"
    return CapMessage(
        incident_id=before.incident_id,
        cause=cause,
        cause_id=id_of(before),
        identifier=name if scope is before.scope else f"{name}-{scope.lower()}",
        sender=sender,
        sent_at=sent_at,
        type=CapType.ALERT,
        scope=scope,
        expires_at=before.expires_at,
    )
