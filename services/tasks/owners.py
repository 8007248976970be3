"""Who may be given a task: those who have enough of what was typed, the ready ones, the near or early ones first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Alerted, IncidentCapability, IncidentCommune
from models.members import Member, MemberCapability, MemberStatus
from models.people import Language, Person
from models.responses import Response
from models.tasks import UNFINISHED, Task
from services.ground.paging import nearest_page
from services.incidents.sharing import naming
from services.notation.spelling import search_key, sort_key
from services.places.nearness import distance_km
from services.presence import engagements
from services.roster import reasons
from services.roster import search as roster_search
from services.roster.reasons import FoundIn, Reason
from services.roster.search import Filters, Viewer
from services.tally.counting import GROUP_OF, AnswerGroup
from services.tasks import asked
from services.tasks.asked import AskedFor

PAGE = 8
# What was typed finds no more than that: whoever looks further types more.
MOST_FOUND = 200
# The order in which businesses that were called to an incident are offered.
ORDER = (
    AnswerGroup.READY,
    AnswerGroup.REMOTE,
    AnswerGroup.NEEDS_INFO,
    AnswerGroup.SILENT,
    None,
    AnswerGroup.CANNOT,
)
ENGAGED = (AnswerGroup.READY, AnswerGroup.REMOTE)


class Coming(StrEnum):
    """Who is wanted: anybody, those who come, those who help from afar."""

    ANY = "any"
    ON_SITE = "on_site"
    REMOTE = "remote"


@dataclass(frozen=True)
class Narrowing:
    """What narrows the businesses down: a capability (id), how they help, what was typed; and their order."""

    capability_id: int | None = None
    coming: Coming = Coming.ANY
    nearest: bool = True
    text: str = ""


@dataclass(frozen=True)
class Quantity:
    """So many of a capability (id), in a unit."""

    capability_id: int
    number: int
    unit: Unit


@dataclass(frozen=True)
class TaskCandidate:
    """A business that may be given a task.

    `group` and `eta_at` are of its answer where it was called to the incident, `km` is how far it is, `people` and
    `equipment` what it offers or else has, what is wanted first, `tasks` the codes of what it does already, `elsewhere`
    those of the other incidents that it takes part in, `reason` why it was found.
    """

    member: Member
    group: AnswerGroup | None = None
    eta_at: datetime | None = None
    km: float | None = None
    people: int | None = None
    equipment: Sequence[Quantity] = ()
    tasks: Sequence[str] = ()
    elsewhere: Sequence[str] = ()
    reason: Reason | None = None


@dataclass(frozen=True)
class Sums:
    """What the businesses that help bring together: how many there are, their people, and one capability's sum."""

    engaged: int = 0
    people: int = 0
    of_capability: Quantity | None = None
    # How many businesses that sum is of.
    from_members: int = 0


@dataclass(frozen=True)
class CandidatePage:
    """A part of the businesses to choose from: `number` counts from 0; `asked` are the capabilities (ids) meant."""

    candidates: Sequence[TaskCandidate]
    number: int
    pages: int
    total: int = 0
    sums: Sums = field(default_factory=Sums)
    asked: frozenset[int] = frozenset()


async def choose(
    session: AsyncSession,
    *,
    incident_id: int | None,
    narrowing: Narrowing,
    by: Person,
    number: int,
    now: datetime,
    language: Language = Language.VIETNAMESE,
) -> CandidatePage:
    """List the businesses to choose from, the ready ones first, then by distance or by time of arrival.

    Where a capability was typed, those who have enough of it stand before all others, those of that name behind.

    Of an incident all that were called; what was typed, or a capability without an incident, looks in the whole
    network. Without any of these there is none.
    """
    wanted = await asked.read(session, narrowing.text)
    readings = [wanted, *(await asked.besides_quantities(session, narrowing.text) if narrowing.text else ())]
    for reading in readings:
        # How many of what is asked hides nobody: it is left out where nobody has the words as they stand.
        wanted, narrowing = reading, replace(narrowing, text=reading.text)
        members, why = await _within(session, incident_id, narrowing, by=by, now=now, language=language)
        if members:
            break
    known = await _known(session, incident_id, members, why, narrowing.capability_id)
    found = [one for one in known if _fits(one, narrowing)]
    found.sort(key=lambda one: (_lacks(one, wanted), _rank(one, narrowing)))
    number, pages = nearest_page(number, total=len(found), size=PAGE)
    meant = wanted.capability_ids | ({narrowing.capability_id} if narrowing.capability_id is not None else set())
    shown = [_meant_first(one, meant) for one in found[number * PAGE :][:PAGE]]
    return CandidatePage(
        await _with_work(session, shown, incident_id),
        number,
        pages,
        len(found),
        _sums(found, narrowing.capability_id),
        meant,
    )


async def one(session: AsyncSession, *, incident_id: int | None, member: Member) -> TaskCandidate:
    """Tell of one business what stands in the line of the list."""
    (known,) = await _with_work(session, await _known(session, incident_id, [member], {}), incident_id)
    return known


async def capabilities_of(session: AsyncSession, *, incident_id: int | None) -> Mapping[int, int]:
    """Count the businesses that have each capability (id): those called to an incident, or the whole network."""
    query = (
        select(MemberCapability.capability_id, func.count())
        .join(Member, col(Member.id) == MemberCapability.member_id)
        .where(Member.status == MemberStatus.APPROVED)
        .group_by(col(MemberCapability.capability_id))
    )
    if incident_id is not None:
        query = query.where(col(Member.id).in_(naming.told(incident_id)))
    return dict((await session.exec(query)).all())


async def _within(
    session: AsyncSession,
    incident_id: int | None,
    narrowing: Narrowing,
    *,
    by: Person,
    now: datetime,
    language: Language,
) -> tuple[Sequence[Member], Mapping[int, Reason]]:
    """Find the businesses to narrow down, and why each was found that was typed for."""
    if narrowing.text:
        return await _typed(session, narrowing.text, by=by, now=now, language=language)
    query = select(Member).where(Member.status == MemberStatus.APPROVED)
    if incident_id is not None:
        query = query.where(col(Member.id).in_(naming.told(incident_id)))
    elif narrowing.capability_id is not None:
        able = select(MemberCapability.member_id).where(MemberCapability.capability_id == narrowing.capability_id)
        query = query.where(col(Member.id).in_(able))
    else:
        return (), {}
    return (await session.exec(query)).all(), {}


async def _typed(
    session: AsyncSession, text: str, *, by: Person, now: datetime, language: Language
) -> tuple[Sequence[Member], Mapping[int, Reason]]:
    if not search_key(text):
        return (), {}
    viewer = Viewer(id_of(by), coordinates=True, sees_phones=True)
    search = roster_search.prepare(text, viewer=viewer, filters=Filters(status=MemberStatus.APPROVED), now=now)
    finding = await roster_search.find(session, search=search, size=MOST_FOUND)
    members = [item.member for item in finding.items]
    why = await reasons.reasons(session, wanted=search.wanted, members=members, language=language)
    return members, why


async def _known(
    session: AsyncSession,
    incident_id: int | None,
    members: Sequence[Member],
    why: Mapping[int, Reason],
    capability_id: int | None = None,
) -> list[TaskCandidate]:
    """Gather what is known of businesses but their tasks, in a few looks whatever their number.

    The capability that is looked for comes first of what each has, then those that the incident wants.
    """
    ids = [id_of(member) for member in members]
    held: dict[int, list[Quantity]] = {}
    rows = await session.exec(select(MemberCapability).where(col(MemberCapability.member_id).in_(ids)))
    for row in rows:
        held.setdefault(row.member_id, []).append(Quantity(row.capability_id, row.headcount, row.unit))
    answers = await _answers(session, incident_id, ids)
    called, places = await _called(session, incident_id)
    wanted = {capability_id: 0} | dict.fromkeys(await _wanted(session, incident_id) - {capability_id}, 1)
    known = [_candidate(member, answers.get(id_of(member)), held, called, places, why) for member in members]
    return [replace(one, equipment=_in_order(one.equipment, wanted)) for one in known]


async def _wanted(session: AsyncSession, incident_id: int | None) -> set[int]:
    query = select(IncidentCapability.capability_id).where(IncidentCapability.incident_id == incident_id)
    return set((await session.exec(query)).all()) if incident_id is not None else set()


def _in_order(equipment: Sequence[Quantity], wanted: Mapping[int | None, int]) -> Sequence[Quantity]:
    return sorted(equipment, key=lambda one: wanted.get(one.capability_id, 2))


async def _answers(session: AsyncSession, incident_id: int | None, ids: Sequence[int]) -> Mapping[int, Response]:
    if incident_id is None:
        return {}
    query = select(Response).where(Response.incident_id == incident_id, col(Response.member_id).in_(ids))
    return {row.member_id: row for row in await session.exec(query)}


async def _called(session: AsyncSession, incident_id: int | None) -> tuple[Collection[int], Sequence[str]]:
    """List the businesses (ids) called to an incident, and its communes (codes)."""
    if incident_id is None:
        return (), ()
    called = await session.exec(select(Alerted.member_id).where(Alerted.incident_id == incident_id))
    places = await session.exec(select(IncidentCommune.commune_code).where(IncidentCommune.incident_id == incident_id))
    return set(called), places.all()


def _candidate(
    member: Member,
    answer: Response | None,
    held: Mapping[int, Sequence[Quantity]],
    called: Collection[int],
    places: Sequence[str],
    why: Mapping[int, Reason],
) -> TaskCandidate:
    member_id = id_of(member)
    silent = AnswerGroup.SILENT if member_id in called else None
    far = [km for place in places if (km := distance_km(member.commune_code, place)) is not None]
    return TaskCandidate(
        member,
        group=GROUP_OF[answer.answer] if answer else silent,
        eta_at=answer.eta_at if answer else None,
        km=min(far, default=None),
        people=answer.offered_people if answer else None,
        equipment=_brings(answer, held.get(member_id, ())),
        reason=why.get(member_id),
    )


def _brings(answer: Response | None, held: Sequence[Quantity]) -> Sequence[Quantity]:
    """Give what a business offers, in the number that it offers, or else all that it has."""
    if answer is None or not answer.offered_capability_ids:
        return held
    units = {one.capability_id: one for one in held}
    return [
        Quantity(
            number,
            answer.offered_quantities.get(str(number), units[number].number if number in units else 0),
            units[number].unit if number in units else Unit.PEOPLE,
        )
        for number in answer.offered_capability_ids
    ]


def _fits(candidate: TaskCandidate, narrowing: Narrowing) -> bool:
    able = {one.capability_id for one in candidate.equipment}
    if narrowing.capability_id is not None and narrowing.capability_id not in able:
        return False
    wanted = {Coming.ON_SITE: AnswerGroup.READY, Coming.REMOTE: AnswerGroup.REMOTE}.get(narrowing.coming)
    return wanted is None or candidate.group is wanted


def _lacks(candidate: TaskCandidate, wanted: AskedFor) -> int:
    """Say how much a business lacks of what was typed: nothing, some, or all of it; of a name everybody lacks all."""
    has = [one.number for one in candidate.equipment if one.capability_id in wanted.capability_ids]
    if not has:
        return 2
    return 0 if sum(has) >= wanted.number else 1


def _meant_first(candidate: TaskCandidate, meant: Collection[int]) -> TaskCandidate:
    return replace(candidate, equipment=sorted(candidate.equipment, key=lambda one: one.capability_id not in meant))


def _rank(candidate: TaskCandidate, narrowing: Narrowing) -> tuple[bool, int, float, float, str]:
    """Put those first whose name was typed, then those who help; of equals the nearest, or the first to come."""
    reason = candidate.reason
    far = candidate.km if candidate.km is not None else float("inf")
    late = candidate.eta_at.timestamp() if candidate.eta_at is not None else float("inf")
    first, second = (far, late) if narrowing.nearest else (late, far)
    by_name = reason is None or reason.where is FoundIn.NAME
    return not by_name, ORDER.index(candidate.group), first, second, sort_key(candidate.member.name)


async def _with_work(
    session: AsyncSession, candidates: Sequence[TaskCandidate], incident_id: int | None
) -> Sequence[TaskCandidate]:
    """Add to candidates what they are doing already: tasks, and other incidents than the one (id) that is meant."""
    ids = [id_of(one.member) for one in candidates]
    query = (
        select(Task.member_id, Task.code)
        .where(col(Task.member_id).in_(ids), col(Task.state).in_(UNFINISHED))
        .order_by(col(Task.due_at))
    )
    doing: dict[int, list[str]] = {}
    for member_id, code in await session.exec(query):
        doing.setdefault(member_id, []).append(code)
    others = await engagements.elsewhere(session, members=ids, but_not=incident_id)
    return [
        replace(one, tasks=doing.get(id_of(one.member), ()), elsewhere=others.get(id_of(one.member), ()))
        for one in candidates
    ]


def _sums(found: Sequence[TaskCandidate], capability_id: int | None) -> Sums:
    """Sum up what those bring who help; of a capability that nobody who helps has, what all of them have."""
    helping = [one for one in found if one.group in ENGAGED]
    counted = [
        quantity for one in helping or found for quantity in one.equipment if quantity.capability_id == capability_id
    ]
    # What was said in another unit cannot be added.
    unit = next((one.unit for one in counted if one.unit is not Unit.PEOPLE), Unit.PEOPLE)
    alike = [one.number for one in counted if one.unit is unit]
    total = Quantity(capability_id, sum(alike), unit) if capability_id is not None and alike else None
    return Sums(len(helping), sum(one.people or 0 for one in helping), total, len(alike))
