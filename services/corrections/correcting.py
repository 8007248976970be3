"""What was sent is corrected: the cards of everybody are edited, and nothing is sent anew but to who acts on it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.corrections import Correction
from models.identity import id_of
from models.incidents import Incident, IncidentCapability, IncidentCommune, IncidentSector, Severity
from models.members import Member
from models.people import Person, Role
from models.responses import Response
from models.tasks import TASK_SUBJECT, Task
from services.corrections import following
from services.corrections.following import Followed
from services.declarations.declaring import Declaration, UntilPast, check_description, check_title
from services.ground import audit
from services.ground.paging import nearest_page
from services.ground.refusals import Refusal
from services.incidents import cards, lifecycle
from services.incidents.sharing import labels
from services.notation.tlp import as_title
from services.outbox import broadcasts
from services.policies import versions

PAGE = 8
# What can be corrected, and how each part is told from what stood before.
PARTS: Mapping[str, Callable[[Declaration], Any]] = {
    "level": lambda said: said.severity.value,
    "type": lambda said: said.type.value,
    "sectors": lambda said: [one.value for one in said.wanted.sectors],
    "title": lambda said: said.title,
    "description": lambda said: said.description,
    "place": lambda said: list(said.wanted.commune_codes),
    "capabilities": lambda said: list(said.wanted.capability_ids),
    "headcount": lambda said: [said.headcount_wanted, said.headcount_unit.value],
    "began": lambda said: said.began_at.isoformat() if said.began_at else None,
    "until": lambda said: said.until_at.isoformat() if said.until_at else None,
}


REASON_LENGTH = 200


class ReasonMissing(Refusal):
    """How grave it is changes for a reason, of at most `limit` characters."""


class NothingCorrected(Refusal):
    """What would be sent says the same as what was sent."""


class CorrectedMeanwhile(Refusal):
    """Somebody else, `by`, has corrected the same incident at `at`, since this correction was begun."""


@dataclass(frozen=True)
class Sent:
    """What an incident says now, and how many corrections led there: a later one is known by it."""

    said: Declaration
    corrections: int


async def sent(session: AsyncSession, *, incident: Incident) -> Sent:
    """Give what was sent of an incident, as it stands now."""
    wanted = await lifecycle.wanted_by(session, incident=incident)
    said = Declaration(
        kind=incident.kind,
        type=incident.type,
        severity=incident.severity,
        title=incident.title,
        description=incident.description,
        headcount_wanted=incident.headcount_wanted,
        headcount_unit=incident.headcount_unit,
        began_at=incident.began_at,
        until_at=incident.until_at,
        wanted=wanted,
    )
    return Sent(said, await _count(session, incident_id=id_of(incident)))


async def _count(session: AsyncSession, *, incident_id: int) -> int:
    query = select(func.count(col(Correction.id))).where(Correction.incident_id == incident_id)
    return (await session.exec(query)).one()


def changed(before: Declaration, after: Declaration) -> Sequence[str]:
    """Name the parts in which two differ."""
    return [name for name, part in PARTS.items() if part(before) != part(after)]


def laid_over(mine: Declaration, base: Declaration, now: Declaration) -> Declaration:
    """Give what stands `now`, but with my words in the parts that I changed in what I began with (`base`)."""
    parts = changed(base, mine)
    wanted = replace(
        now.wanted,
        commune_codes=mine.wanted.commune_codes if "place" in parts else now.wanted.commune_codes,
        capability_ids=mine.wanted.capability_ids if "capabilities" in parts else now.wanted.capability_ids,
        sectors=mine.wanted.sectors if "sectors" in parts else now.wanted.sectors,
    )
    fields: dict[str, Any] = {
        "severity": mine.severity if "level" in parts else now.severity,
        "type": mine.type if "type" in parts else now.type,
        "title": mine.title if "title" in parts else now.title,
        "description": mine.description if "description" in parts else now.description,
        "began_at": mine.began_at if "began" in parts else now.began_at,
        "until_at": mine.until_at if "until" in parts else now.until_at,
    }
    if "headcount" in parts:
        fields |= {"headcount_wanted": mine.headcount_wanted, "headcount_unit": mine.headcount_unit}
    return replace(now, wanted=wanted, **fields)


async def correct(
    session: AsyncSession,
    *,
    incident_id: int,
    said: Declaration,
    corrections: int,
    by: Person,
    now: datetime,
    reason: str = "",
) -> Followed:
    """Let an incident say something else from now on, and have every card of it edited; `corrections` were known.

    Its open tasks follow, and who acts on what stood before is told; give the tasks back.

    The policy with which it began stays whatever its severity becomes; `reason` says why that changes. Raises
    IncidentUnknown, IncidentClosed, CorrectedMeanwhile, NothingCorrected, ReasonMissing, TitleLength,
    DescriptionLength, UntilPast or LabelStricter.
    """
    incident = await lifecycle.still_open(session, incident_id=incident_id)
    before = await sent(session, incident=incident)
    if before.corrections != corrections:
        await _refuse_what_is_overtaken(session, incident_id=incident_id)
    parts = changed(before.said, said)
    if not parts:
        raise NothingCorrected
    why = _check(parts, said, reason=reason, now=now)
    if words := worded(parts, said):
        await labels.check_words(session, words, incident_id=incident_id)
    said = replace(said, title=as_title(said.title)) if "title" in parts else said
    correction = Correction(
        incident_id=incident_id,
        person_id=id_of(by),
        at=now,
        before={name: PARTS[name](before.said) for name in parts},
        after={name: PARTS[name](said) for name in parts} | why,
    )
    session.add(correction)
    await _store(session, incident, said, now=now)
    _put_on_record(session, correction, by=by)
    tasks = await following.open_tasks(session, incident_id=incident_id)
    followed = following.of_tasks(tasks, correction, incident=incident)
    await session.flush()
    await _redraw(session, incident_id=incident_id, now=now)
    await following.tell(session, correction, incident=incident, now=now)
    return followed


def _put_on_record(session: AsyncSession, correction: Correction, *, by: Person) -> None:
    audit.record(
        session,
        person=by,
        action="incident-corrected",
        subject="incident",
        subject_id=correction.incident_id,
        now=correction.at,
        before=correction.before,
        after=correction.after,
    )


def _check(parts: Sequence[str], said: Declaration, *, reason: str, now: datetime) -> dict[str, str]:
    """Look at what is corrected (these parts); give the reason that is kept with it, if one is asked for."""
    why = {"reason": check_reason(reason)} if "level" in parts else {}
    check_title(said.title)
    check_description(said.description)
    if "until" in parts and said.until_at is not None and said.until_at <= now:
        raise UntilPast
    return why


def worded(parts: Sequence[str], said: Declaration) -> str:
    """Give the words of a correction (of these parts) that may name a label."""
    return "\n".join(text for name, text in (("title", said.title), ("description", said.description)) if name in parts)


def check_reason(reason: str) -> str:
    """Give back why the severity changes; raises ReasonMissing."""
    if not 0 < len(reason) <= REASON_LENGTH:
        raise ReasonMissing(limit=REASON_LENGTH)
    return reason


@dataclass(frozen=True)
class Regraded:
    """How grave an incident was and shall be, and what the office's policy proposes for that, which stays undone.

    `observers` says that observers would be told and are not so far, `update_every` how many minutes lie between
    updates.
    """

    before: Severity
    after: Severity
    observers: bool
    update_every: int


async def regraded(session: AsyncSession, *, incident: Incident, said: Declaration) -> Regraded | None:
    """Tell what another severity proposes; nothing where it stays."""
    if said.severity is incident.severity:
        return None
    theirs = await versions.of_incident(session, incident=incident)
    proposed = await versions.current(session, severity=said.severity)
    observers = Role.OBSERVER in proposed.told and Role.OBSERVER not in theirs.told
    return Regraded(incident.severity, said.severity, observers, proposed.update_every)


async def _refuse_what_is_overtaken(session: AsyncSession, *, incident_id: int) -> None:
    query = (
        select(Correction, Person)
        .join(Person, col(Person.id) == col(Correction.person_id))
        .where(Correction.incident_id == incident_id)
        .order_by(col(Correction.id).desc())
    )
    last, person = (await session.exec(query.limit(1))).one()
    raise CorrectedMeanwhile(by=person.name, at=last.at)


async def _store(session: AsyncSession, incident: Incident, said: Declaration, *, now: datetime) -> None:
    incident_id = id_of(incident)
    incident.severity, incident.type = said.severity, said.type
    incident.title, incident.description = said.title, said.description
    incident.headcount_wanted, incident.headcount_unit = said.headcount_wanted, said.headcount_unit
    incident.began_at, incident.until_at = said.began_at, said.until_at
    incident.corrected_at = now
    await session.exec(delete(IncidentCommune).where(col(IncidentCommune.incident_id) == incident_id))
    await session.exec(delete(IncidentSector).where(col(IncidentSector.incident_id) == incident_id))
    await session.exec(delete(IncidentCapability).where(col(IncidentCapability.incident_id) == incident_id))
    session.add_all(IncidentCommune(incident_id=incident_id, commune_code=one) for one in said.wanted.commune_codes)
    session.add_all(IncidentSector(incident_id=incident_id, sector=one) for one in said.wanted.sectors)
    session.add_all(
        IncidentCapability(incident_id=incident_id, capability_id=one) for one in said.wanted.capability_ids
    )
    await session.flush()


async def _redraw(session: AsyncSession, *, incident_id: int, now: datetime) -> None:
    """Have all that shows the incident edited: members' cards, their tasks' cards, the tallies."""
    await cards.redraw(session, lane=Lane.UPDATE, incident_id=incident_id, now=now)
    tasks = select(Task.id).where(Task.incident_id == incident_id)
    await broadcasts.redraw(session, subject=TASK_SUBJECT, subject_id=tasks, lane=Lane.UPDATE, now=now)
    await cards.redraw_tally(session, incident_id=incident_id, now=now, lane=Lane.REPLY)


@dataclass(frozen=True)
class AnsweredBefore:
    """A part of the businesses whose answer was given to what stood before a correction, as (business, answer)."""

    lines: Sequence[tuple[Member, Response]]
    number: int
    pages: int
    total: int


async def answered_before(session: AsyncSession, *, incident: Incident, number: int = 0) -> AnsweredBefore:
    """List who answered before the last correction and not since, a page at a time, the latest first."""
    if incident.corrected_at is None:
        return AnsweredBefore([], 0, 1, 0)
    theirs = (
        Response.incident_id == id_of(incident),
        col(Response.answered_at) < incident.corrected_at,
    )
    total = (await session.exec(select(func.count(col(Response.id))).where(*theirs))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(Member, Response)
        .join(Response, col(Response.member_id) == col(Member.id))
        .where(*theirs)
        .order_by(col(Response.answered_at).desc(), col(Response.id))
        .limit(PAGE)
        .offset(number * PAGE)
    )
    return AnsweredBefore((await session.exec(query)).all(), number, pages, total)


async def answers(session: AsyncSession, *, incident_id: int) -> int:
    """Count the businesses that have answered an incident (id)."""
    return (await session.exec(select(func.count(col(Response.id))).where(Response.incident_id == incident_id))).one()
