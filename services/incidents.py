"""Incidents, drills and problems: declared once, handled, closed with a summary to everyone alerted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.identity import id_of
from models.incidents import (
    Alerted,
    AttachmentKind,
    Incident,
    IncidentCapability,
    IncidentCommune,
    IncidentKind,
    IncidentSector,
    IncidentStatus,
    IncidentType,
    Severity,
)
from models.members import Sector
from models.people import Person
from services import audience, audit, broadcasts, people, reminders
from services.audience import Audience, Wanted
from services.refusals import Refusal

PREFIXES = {IncidentKind.INCIDENT: "SC", IncidentKind.DRILL: "DT", IncidentKind.PROBLEM: "VD"}
TITLE_LENGTH = 120
DESCRIPTION_LENGTH = 2000


class IncidentUnknown(Refusal):
    """There is no such incident."""


class IncidentClosed(Refusal):
    """The incident is over; `code` names it, `at` is when it ended."""


class AlreadySent(Refusal):
    """The declaration went out already; `code` names the incident."""


class NobodyToAlert(Refusal):
    """No approved, available business matches what is wanted."""


class TitleLength(Refusal):
    """The title is empty or longer than `limit` characters."""


class DescriptionLength(Refusal):
    """The description is empty or longer than `limit` characters."""


class UntilPast(Refusal):
    """The time until which help is wanted has passed while the declaration was written."""


@dataclass(frozen=True)
class Attachment:
    """A photo or document that Telegram keeps, by its file id."""

    kind: AttachmentKind
    file_id: str


@dataclass(frozen=True)
class Declaration:
    """All that a coordinator says of an incident before it is sent; `wanted` decides who is called."""

    kind: IncidentKind
    type: IncidentType
    severity: Severity
    title: str
    description: str
    headcount_wanted: int
    until_at: datetime | None = None
    wanted: Wanted = field(default_factory=Wanted)
    attachment: Attachment | None = None


def check_title(title: str) -> str:
    """Give the title back; raises TitleLength."""
    if not 0 < len(title) <= TITLE_LENGTH:
        raise TitleLength(limit=TITLE_LENGTH, length=len(title))
    return title


def check_description(description: str) -> str:
    """Give the description back; raises DescriptionLength."""
    if not 0 < len(description) <= DESCRIPTION_LENGTH:
        raise DescriptionLength(limit=DESCRIPTION_LENGTH, length=len(description))
    return description


async def declare(
    session: AsyncSession,
    *,
    declaration: Declaration,
    draft_key: str,
    province_code: str,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> tuple[Incident, Audience]:
    """Store an incident and queue its alert to everyone who matches, once for each draft.

    Raises AlreadySent on the second tap, NobodyToAlert, UntilPast, TitleLength or DescriptionLength.
    """
    await _refuse_second_tap(session, draft_key)
    check_title(declaration.title)
    check_description(declaration.description)
    if declaration.until_at is not None and declaration.until_at <= now:
        raise UntilPast
    called = await audience.find(session, wanted=declaration.wanted, now=now)
    if not called.pairs:
        raise NobodyToAlert
    year = now.astimezone(time_zone).year
    incident = await _store(session, declaration, draft_key, province_code, by=by, now=now, year=year)
    await _call(session, incident=incident, called=called, by=by, now=now)
    audit.record(
        session,
        person=by,
        action="incident-declared",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"code": incident.code, "members": called.members, "people": len(called.people)},
    )
    return incident, called


async def _refuse_second_tap(session: AsyncSession, draft_key: str) -> None:
    sent = (await session.exec(select(Incident).where(Incident.draft_key == draft_key))).first()
    if sent is not None:
        raise AlreadySent(code=sent.code)


async def _store(
    session: AsyncSession,
    declaration: Declaration,
    draft_key: str,
    province_code: str,
    *,
    by: Person,
    now: datetime,
    year: int,
) -> Incident:
    number = await _next_number(session, kind=declaration.kind, year=year)
    attachment = declaration.attachment
    incident = Incident(
        kind=declaration.kind,
        year=year,
        number=number,
        code=f"{PREFIXES[declaration.kind]}-{year}-{number:04}",
        type=declaration.type,
        severity=declaration.severity,
        title=declaration.title,
        description=declaration.description,
        province_code=province_code,
        headcount_wanted=declaration.headcount_wanted,
        until_at=declaration.until_at,
        attachment_kind=attachment.kind if attachment else None,
        attachment_file_id=attachment.file_id if attachment else None,
        status=IncidentStatus.OPEN,
        draft_key=draft_key,
        declared_by_id=id_of(by),
        declared_at=now,
    )
    session.add(incident)
    await session.flush()
    incident_id = id_of(incident)
    wanted = declaration.wanted
    session.add_all(IncidentSector(incident_id=incident_id, sector=one) for one in wanted.sectors)
    session.add_all(IncidentCommune(incident_id=incident_id, commune_code=one) for one in wanted.commune_codes)
    session.add_all(IncidentCapability(incident_id=incident_id, capability_id=one) for one in wanted.capability_ids)
    await session.flush()
    return incident


async def _next_number(session: AsyncSession, *, kind: IncidentKind, year: int) -> int:
    query = select(func.max(Incident.number)).where(Incident.kind == kind, Incident.year == year)
    return ((await session.exec(query)).one() or 0) + 1


async def _call(session: AsyncSession, *, incident: Incident, called: Audience, by: Person, now: datetime) -> None:
    """Queue the alert, its reminders, and a tally for every other coordinator."""
    incident_id = id_of(incident)
    rows = [
        {"incident_id": incident_id, "member_id": member_id, "person_id": person_id}
        for member_id, person_id in called.pairs
    ]
    await session.exec(insert(Alerted), params=rows)
    await broadcasts.queue(session, kind=BroadcastKind.ALERT, people=called.people, incident_id=incident_id, now=now)
    others = [id_of(person) for person in await people.coordinators(session) if person is not by]
    await broadcasts.queue(session, kind=BroadcastKind.TALLY, people=others, incident_id=incident_id, now=now)
    reminders.plan(session, incident=incident, now=now)


async def by_id(session: AsyncSession, *, incident_id: int) -> Incident:
    """Find an incident; raises IncidentUnknown."""
    incident = await session.get(Incident, incident_id)
    if incident is None:
        raise IncidentUnknown
    return incident


async def still_open(session: AsyncSession, *, incident_id: int) -> Incident:
    """Find an incident that is not over; raises IncidentUnknown or IncidentClosed."""
    incident = await by_id(session, incident_id=incident_id)
    if incident.status is IncidentStatus.CLOSED:
        raise IncidentClosed(code=incident.code, at=incident.closed_at)
    return incident


async def recent(session: AsyncSession, *, limit: int = 10) -> Sequence[Incident]:
    """List incidents, those under way first, then the newest."""
    query = (
        select(Incident).order_by(col(Incident.status) == IncidentStatus.CLOSED, col(Incident.id).desc()).limit(limit)
    )
    return (await session.exec(query)).all()


async def recent_for(session: AsyncSession, *, person: Person, limit: int = 10) -> Sequence[Incident]:
    """List the incidents of which a person was alerted, in the same order."""
    mine = select(Alerted.incident_id).where(Alerted.person_id == id_of(person))
    query = (
        select(Incident)
        .where(col(Incident.id).in_(mine))
        .order_by(col(Incident.status) == IncidentStatus.CLOSED, col(Incident.id).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def wanted_by(session: AsyncSession, *, incident: Incident) -> Wanted:
    """Tell what help an incident asked for."""
    incident_id = id_of(incident)
    sectors = await session.exec(select(IncidentSector.sector).where(IncidentSector.incident_id == incident_id))
    capabilities = await session.exec(
        select(IncidentCapability.capability_id).where(IncidentCapability.incident_id == incident_id)
    )
    communes = await session.exec(
        select(IncidentCommune.commune_code).where(IncidentCommune.incident_id == incident_id)
    )
    called = set(sectors)
    return Wanted(
        sectors=[sector for sector in Sector if sector in called],
        capability_ids=list(capabilities),
        commune_codes=list(communes),
    )


async def alerted_people(session: AsyncSession, *, incident_id: int) -> Sequence[int]:
    """List the ids of everyone who was alerted."""
    query = select(Alerted.person_id).where(Alerted.incident_id == incident_id).distinct()
    return (await session.exec(query)).all()


async def mark_handling(session: AsyncSession, *, incident_id: int, by: Person, now: datetime) -> Incident:
    """Show everyone that help is under way (🟠); raises IncidentUnknown or IncidentClosed."""
    incident = await still_open(session, incident_id=incident_id)
    if incident.status is IncidentStatus.OPEN:
        await _change_status(session, incident, IncidentStatus.HANDLING, by=by, now=now)
    return incident


async def close(session: AsyncSession, *, incident_id: int, summary: str, by: Person, now: datetime) -> Incident:
    """End an incident: cards turn green, no more answers. Raises IncidentUnknown or IncidentClosed."""
    incident = await still_open(session, incident_id=incident_id)
    incident.closed_at, incident.closed_by_id = now, id_of(by)
    incident.summary = check_description(summary)
    await _change_status(session, incident, IncidentStatus.CLOSED, by=by, now=now)
    return incident


async def _change_status(
    session: AsyncSession, incident: Incident, status: IncidentStatus, *, by: Person, now: datetime
) -> None:
    before, incident.status = incident.status, status
    await session.flush()
    audit.record(
        session,
        person=by,
        action="incident-status",
        subject="incident",
        subject_id=incident.id,
        now=now,
        before={"status": before},
        after={"status": status},
    )
    incident_id = id_of(incident)
    await broadcasts.redraw(session, kind=BroadcastKind.ALERT, lane=Lane.UPDATE, incident_id=incident_id, now=now)
    await broadcasts.redraw(session, kind=BroadcastKind.TALLY, lane=Lane.TALLY, incident_id=incident_id, now=now)
