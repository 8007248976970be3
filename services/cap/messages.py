"""What others are told: a message for each alert, update, correction and end whose label allows it, once each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapCause, CapMessage, CapScope, CapType
from models.corrections import Correction
from models.identity import id_of
from models.incidents import Incident, IncidentCommune, IncidentKind, Notice, NoticeAudience, NoticeKind
from models.tlp import Tlp
from services.cap.facts import CapFacts, moment

# What was said longer ago is told to nobody any more: what was out of reach meanwhile is made up for, and a sender that
# is set for the first time brings no old words out.
WITHIN = timedelta(hours=1)
# A message that nothing follows ends by itself, when it was said or after so long.
LASTS = timedelta(days=3)
END_LASTS = timedelta(days=1)
# Which feed a label allows; without one it is as for the community. What is not here is told to nobody.
SCOPES: dict[Tlp | None, CapScope] = {
    Tlp.CLEAR: CapScope.PUBLIC,
    None: CapScope.RESTRICTED,
    Tlp.GREEN: CapScope.RESTRICTED,
    Tlp.AMBER: CapScope.RESTRICTED,
}
# A problem to be solved is no alert.
TOLD = (IncidentKind.INCIDENT, IncidentKind.DRILL)
CAUSES = {
    NoticeKind.UPDATE: CapCause.UPDATE,
    NoticeKind.ALL_CLEAR: CapCause.ALL_CLEAR,
    NoticeKind.REOPENED: CapCause.REOPENED,
}


@dataclass(frozen=True)
class CapNews:
    """Something that was said of an incident: what it is, its id, when, and the words that are its own."""

    cause: CapCause
    cause_id: int
    at: datetime
    incident: Incident
    notice: Notice | None = None


async def write_due(session: AsyncSession, *, now: datetime, cap_sender: str | None) -> None:
    """Write a message of everything said lately that has none yet; without a sender nothing is written."""
    if cap_sender is None:
        return
    found = [*await _alerts(session, now), *await _corrections(session, now), *await _notices(session, now)]
    order = list(CapCause)
    for news in sorted(found, key=lambda one: (one.at, order.index(one.cause), one.cause_id)):
        await _write(session, news, sender=cap_sender, now=now)


async def _alerts(session: AsyncSession, now: datetime) -> Sequence[CapNews]:
    query = select(Incident).where(col(Incident.declared_at) > now - WITHIN, _untold((CapCause.ALERT,), Incident.id))
    return [
        CapNews(CapCause.ALERT, id_of(one), one.declared_at, one)
        for one in (await session.exec(query)).all()
        if _is_told(one, said_at=one.declared_at)
    ]


async def _corrections(session: AsyncSession, now: datetime) -> Sequence[CapNews]:
    query = (
        select(Correction, Incident)
        .join(Incident, col(Incident.id) == col(Correction.incident_id))
        .where(col(Correction.at) > now - WITHIN, _untold((CapCause.CORRECTION,), Correction.id))
    )
    return [
        CapNews(CapCause.CORRECTION, id_of(one), one.at, incident)
        for one, incident in await session.exec(query)
        if _is_told(incident, said_at=one.at)
    ]


async def _notices(session: AsyncSession, now: datetime) -> Sequence[CapNews]:
    """Find what was said to everybody who was alerted; what is for some of them stays with them."""
    query = (
        select(Notice, Incident)
        .join(Incident, col(Incident.id) == col(Notice.incident_id))
        .where(
            col(Notice.said_at) > now - WITHIN,
            col(Notice.kind).in_(CAUSES),
            Notice.audience == NoticeAudience.ALL,
            col(Notice.is_unchanged).is_(False),
            _untold(tuple(CAUSES.values()), Notice.id),
        )
    )
    return [
        CapNews(CAUSES[notice.kind], id_of(notice), notice.said_at, incident, notice)
        for notice, incident in await session.exec(query)
        if _is_told(incident, said_at=notice.said_at)
    ]


def _untold(causes: Sequence[CapCause], cause_id: Any) -> Any:
    """Select what no message was written of."""
    told = select(CapMessage.id).where(col(CapMessage.cause).in_(causes), CapMessage.cause_id == cause_id)
    return ~told.exists()


def _is_told(incident: Incident, *, said_at: datetime) -> bool:
    """Tell whether others are told what was said of an incident: words that were for fewer people stay with them."""
    was_for_fewer = incident.widened_at is not None and said_at < incident.widened_at
    return incident.kind in TOLD and incident.tlp in SCOPES and not was_for_fewer


async def _write(session: AsyncSession, news: CapNews, *, sender: str, now: datetime) -> None:
    """Write a message in the feed that the label allows, and in the other one where that has told of it before.

    The first that a feed has of an incident is an alert, and one that only says the end is none.
    """
    widest = SCOPES[news.incident.tlp]
    for scope in CapScope if widest is CapScope.PUBLIC else (widest,):
        before = await told(session, incident=news.incident, scope=scope)
        is_first = news.cause is not CapCause.ALL_CLEAR and scope is widest
        if not before and widest is CapScope.RESTRICTED:
            # What was public before was read by its readers as well.
            before = await told(session, incident=news.incident, scope=CapScope.PUBLIC)
        if before or is_first:
            await _add(session, news, before, scope=scope, sender=sender, now=now)


async def _add(
    session: AsyncSession,
    news: CapNews,
    before: Sequence[CapMessage],
    *,
    scope: CapScope,
    sender: str,
    now: datetime,
) -> None:
    incident = news.incident
    sent_at = now.replace(microsecond=0)
    name = f"{incident.code}-{news.cause.replace('_', '-')}-{news.cause_id}-{sent_at:%Y%m%d%H%M%S}"
    message = CapMessage(
        incident_id=id_of(incident),
        cause=news.cause,
        cause_id=news.cause_id,
        identifier=name if scope is SCOPES[incident.tlp] else f"{name}-{scope.lower()}",
        sender=sender,
        sent_at=sent_at,
        type=CapType.UPDATE if before else CapType.ALERT,
        scope=scope,
        references=" ".join(reference(one) for one in before),
        expires_at=_expiry(incident, is_end=news.cause is CapCause.ALL_CLEAR, sent_at=sent_at),
        facts=(await _facts(session, news)).written(),
    )
    session.add(message)
    await session.flush()


async def told(session: AsyncSession, *, incident: Incident, scope: CapScope) -> Sequence[CapMessage]:
    """List what a feed told of an incident before, and has not cancelled."""
    query = select(CapMessage).where(CapMessage.incident_id == id_of(incident), CapMessage.scope == scope)
    found = (await session.exec(query.order_by(col(CapMessage.id)))).all()
    cancelled = max((at for at, one in enumerate(found, 1) if one.type is CapType.CANCEL), default=0)
    return found[cancelled:]


def reference(message: CapMessage) -> str:
    """Name a message as the standard does."""
    return f"{message.sender},{message.identifier},{moment(message.sent_at)}"


def _expiry(incident: Incident, *, is_end: bool, sent_at: datetime) -> datetime:
    if is_end:
        return sent_at + END_LASTS
    until = incident.until_at.replace(microsecond=0) if incident.until_at is not None else sent_at
    return until if until > sent_at else sent_at + LASTS


async def _facts(session: AsyncSession, news: CapNews) -> CapFacts:
    incident, notice = news.incident, news.notice
    query = select(IncidentCommune.commune_code).where(IncidentCommune.incident_id == id_of(incident))
    return CapFacts(
        code=incident.code,
        cause=news.cause,
        is_exercise=incident.kind is IncidentKind.DRILL,
        type=incident.type,
        severity=incident.severity,
        title=incident.title,
        words=notice.text if notice is not None else incident.description,
        province_code=incident.province_code,
        communes=tuple(sorted(await session.exec(query))),
        actions=notice.actions if notice is not None else "",
        needs=notice.needs if notice is not None else "",
        began_at=incident.began_at,
        tlp=incident.tlp,
    )
