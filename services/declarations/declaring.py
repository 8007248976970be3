"""Declarations: an incident, a drill or a problem goes out once, to everyone who matches what is wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AliasChoices, BeforeValidator, Field
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.incidents import (
    INCIDENT_SUBJECT,
    Alerted,
    Incident,
    IncidentCapability,
    IncidentCommune,
    IncidentKind,
    IncidentSector,
    IncidentStatus,
    IncidentType,
    Severity,
)
from models.people import Person
from models.tlp import Tlp
from services.ground import attachments, audit, codes
from services.ground.attachments import Attachment
from services.ground.codes import Code, Series
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import audience, lifecycle, reminders
from services.incidents.audience import Audience, Wanted
from services.incidents.kinds import ALERT, TALLY
from services.incidents.sharing import naming
from services.incidents.touched import systems as touched
from services.notation.tlp import as_title
from services.outbox import broadcasts
from services.people import accounts
from services.policies import versions as policies
from services.systems import register
from services.updates import due as updates
from services.waves import course

PREFIXES = {IncidentKind.INCIDENT: "SC", IncidentKind.DRILL: "DT", IncidentKind.PROBLEM: "VD"}
SERIES = {
    kind: Series(prefix, col(Incident.year), col(Incident.number), only=col(Incident.kind) == kind)
    for kind, prefix in PREFIXES.items()
}
TITLE_LENGTH = 120
DESCRIPTION_LENGTH = 2000
# For so long the same declaration is taken for a repetition, and asked about.
JUST = timedelta(minutes=10)
MOST_PEOPLE = 10_000


class AlreadySent(Refusal):
    """The declaration went out already; `code` names the incident."""


class JustSent(Refusal):
    """The same was sent to the same businesses at `at`, within the last minutes; `code` names it."""


class NobodyToAlert(Refusal):
    """No approved, available business matches what is wanted."""


class TitleLength(Refusal):
    """The title is empty or longer than `limit` characters."""


class DescriptionLength(Refusal):
    """The description is empty or longer than `limit` characters."""


class UntilPast(Refusal):
    """The time until which help is wanted has passed while the declaration was written."""


class HeadcountRange(Refusal):
    """The number of people wanted is not between 0 and `limit`."""

    says_back = True


def _listed(value: object) -> object:
    """Read the one file, or none, that a draft of an older version holds."""
    if value is None:
        return ()
    return (value,) if isinstance(value, Mapping) else value


@dataclass(frozen=True)
class Declaration:
    """All that a coordinator says of an incident before it is sent; `wanted` decides who is called.

    `headcount_wanted` counts `headcount_unit`s and is 0 where no number is asked for. `systems` (ids) are those that it
    touches, `tlp` says how far it may be told; where that is to named people alone, `left_out` are the people (ids) of
    the businesses called who are not named.
    """

    kind: IncidentKind = IncidentKind.INCIDENT
    type: IncidentType = IncidentType.TECHNICAL
    severity: Severity = Severity.SERIOUS
    title: str = ""
    description: str = ""
    headcount_wanted: int = 0
    headcount_unit: Unit = Unit.PEOPLE
    began_at: datetime | None = None
    until_at: datetime | None = None
    wanted: Wanted = field(default_factory=Wanted)
    systems: tuple[int, ...] = ()
    tlp: Tlp | None = None
    left_out: tuple[int, ...] = ()
    attachments: Annotated[
        tuple[Attachment, ...],
        Field(validation_alias=AliasChoices("attachments", "attachment")),
        BeforeValidator(_listed),
    ] = ()


def from_line(line: str) -> Declaration:
    """Make a declaration of one typed text: its beginning is the title, the whole is what happened."""
    first = line.splitlines()[0] if line else ""
    if len(first) > TITLE_LENGTH:
        first = first[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    return Declaration(title=first, description=check_description(line))


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
    once_more: bool = False,
) -> tuple[Incident, Audience]:
    """Store an incident and queue its alert to everyone who matches, once for each draft.

    Raises AlreadySent on the second tap, JustSent for what was sent a few minutes ago unless it is wanted `once_more`,
    NobodyToAlert, UntilPast, TitleLength or DescriptionLength.
    """
    await _refuse_second_tap(session, draft_key)
    await _check(session, declaration, once_more=once_more, now=now)
    called = await reached(session, declaration=declaration, now=now, time_zone=time_zone)
    if not called.pairs:
        raise NobodyToAlert
    code = await codes.following(session, series=SERIES[declaration.kind], now=now, time_zone=time_zone)
    incident = await _store(session, declaration, draft_key, province_code, code=code, by=by, now=now)
    await touched.touch(
        session,
        incident=incident,
        systems=await register.of_these_in_use(session, system_ids=declaration.systems),
        by=by,
        now=now,
        time_zone=time_zone,
    )
    await _call(session, incident=incident, called=called, by=by, now=now, time_zone=time_zone)
    _record(session, incident, called, by=by, now=now)
    return incident, called


async def _check(session: AsyncSession, declaration: Declaration, *, once_more: bool, now: datetime) -> None:
    """See that a declaration may be sent; raises JustSent, TitleLength, DescriptionLength or UntilPast."""
    twin = None if once_more else await just_sent(session, declaration=declaration, now=now)
    if twin is not None:
        raise JustSent(code=twin.code, at=twin.declared_at)
    check_title(declaration.title)
    check_description(declaration.description)
    if declaration.until_at is not None and declaration.until_at <= now:
        raise UntilPast


def _record(session: AsyncSession, incident: Incident, called: Audience, *, by: Person, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action="incident-declared",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={
            "code": incident.code,
            "members": called.members,
            "people": len(called.people),
            "held_back": called.held_back,
        },
    )


async def reached(session: AsyncSession, *, declaration: Declaration, now: datetime, time_zone: ZoneInfo) -> Audience:
    """Find whom a declaration calls; of what is for named people alone those who are named, off duty or on."""
    found = await audience.find(session, wanted=declaration.wanted, now=now, time_zone=time_zone)
    if declaration.tlp is not Tlp.RED:
        return found
    pairs, reserve = [
        [pair for pair in those if pair[1] not in declaration.left_out] for those in (found.pairs, found.reserve)
    ]
    return Audience(pairs, reserve) if pairs else Audience(reserve)


async def _refuse_second_tap(session: AsyncSession, draft_key: str) -> None:
    sent = (await session.exec(select(Incident).where(Incident.draft_key == draft_key))).first()
    if sent is not None:
        raise AlreadySent(code=sent.code)


async def just_sent(session: AsyncSession, *, declaration: Declaration, now: datetime) -> Incident | None:
    """Find the latest incident of the last minutes with the same kind and title, by whomever, that called the same."""
    query = (
        select(Incident)
        .where(
            Incident.kind == declaration.kind,
            Incident.title == as_title(declaration.title),
            Incident.declared_at > now - JUST,
        )
        .order_by(col(Incident.id).desc())
    )
    for incident in (await session.exec(query)).all():
        wanted = await lifecycle.wanted_by(session, incident=incident)
        also_called = await _were_called(session, incident=incident, members=declaration.wanted.also)
        if also_called and _in_order(wanted) == _in_order(declaration.wanted):
            return incident
    return None


async def _were_called(session: AsyncSession, *, incident: Incident, members: Sequence[int]) -> bool:
    """Tell whether all of these businesses (ids) were called to an incident."""
    called = select(Alerted.member_id).where(
        Alerted.incident_id == id_of(incident), col(Alerted.member_id).in_(members)
    )
    return set(members) <= set(await session.exec(called))


def _in_order(wanted: Wanted) -> tuple[Sequence[object], ...]:
    limits = (wanted.any_place, wanted.any_capability)
    return sorted(wanted.sectors), sorted(wanted.capability_ids), sorted(wanted.commune_codes), limits


async def _store(
    session: AsyncSession,
    declaration: Declaration,
    draft_key: str,
    province_code: str,
    *,
    code: Code,
    by: Person,
    now: datetime,
) -> Incident:
    incident = Incident(
        kind=declaration.kind,
        year=code.year,
        number=code.number,
        code=str(code),
        type=declaration.type,
        severity=declaration.severity,
        title=as_title(declaration.title),
        description=declaration.description,
        province_code=province_code,
        headcount_wanted=declaration.headcount_wanted,
        headcount_unit=declaration.headcount_unit,
        began_at=declaration.began_at,
        until_at=declaration.until_at,
        any_place=declaration.wanted.any_place,
        any_capability=declaration.wanted.any_capability,
        tlp=declaration.tlp,
        status=IncidentStatus.OPEN,
        draft_key=draft_key,
        declared_by_id=id_of(by),
        declared_at=now,
    )
    await policies.keep(session, incident=incident, now=now)
    session.add(incident)
    await session.flush()
    incident_id = id_of(incident)
    wanted = declaration.wanted
    session.add_all(IncidentSector(incident_id=incident_id, sector=one) for one in wanted.sectors)
    session.add_all(IncidentCommune(incident_id=incident_id, commune_code=one) for one in wanted.commune_codes)
    session.add_all(IncidentCapability(incident_id=incident_id, capability_id=one) for one in wanted.capability_ids)
    await attachments.keep(
        session, subject=INCIDENT_SUBJECT, subject_id=incident_id, attachments=declaration.attachments
    )
    return incident


def check_headcount(headcount: int) -> int:
    """Give the number back; raises HeadcountRange."""
    if not 0 <= headcount <= MOST_PEOPLE:
        raise HeadcountRange(limit=MOST_PEOPLE)
    return headcount


async def expected_code(session: AsyncSession, *, kind: IncidentKind, now: datetime, time_zone: ZoneInfo) -> str:
    """Tell the code that the next incident of a kind will get, for the preview."""
    return str(await codes.following(session, series=SERIES[kind], now=now, time_zone=time_zone))


async def _call(
    session: AsyncSession, *, incident: Incident, called: Audience, by: Person, now: datetime, time_zone: ZoneInfo
) -> None:
    """Queue the alert, its reminders, and a tally for every other coordinator."""
    incident_id = id_of(incident)
    if incident.tlp is Tlp.RED:
        named = (person_id for _, person_id in (*called.pairs, *called.reserve))
        await naming.propose(session, incident_id=incident_id, people=named)
    await audience.keep(session, incident_id=incident_id, pairs=called.pairs)
    await broadcasts.queue(
        session,
        kind=ALERT,
        people=called.people,
        groups=await bindings.bound_to(session, members=(member_id for member_id, _ in called.pairs)),
        subject_id=incident_id,
        now=now,
    )
    others = [id_of(person) for person in await accounts.coordinators(session) if person is not by]
    await broadcasts.queue(session, kind=TALLY, people=others, subject_id=incident_id, now=now)
    await reminders.plan(session, incident=incident, widening=bool(called.reserve), now=now, time_zone=time_zone)
    await course.let_know(session, incident=incident, now=now)
    await updates.plan(session, incident=incident, now=now)
