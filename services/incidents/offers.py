"""What a business brings with its answer, and that its people are called back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.members import MemberStatus
from models.people import Person
from models.responses import AnswerPart, Response, ResponseChange
from services.ground import audit
from services.ground.arrivals import Arrival
from services.ground.refusals import Refusal
from services.incidents import answer_steps, cards
from services.incidents.answer_steps import ENGAGED
from services.incidents.responses import NotAlerted, alerted_members, entry, held_by, keep, redraw, shown_to, speaking

NOTE_LENGTH = 300
MOST_PEOPLE = 500
# Whose people may be called back: whoever was suspended meanwhile has people there as well.
MAY_STAND_DOWN = (MemberStatus.APPROVED, MemberStatus.SUSPENDED)


class AnswerFirst(Refusal):
    """An offer belongs to an answer that says "ready" or "remote", and there is none."""


class NothingToStandDown(Refusal):
    """The incident is not over, or nobody of the business was engaged or still is."""


class StoodDownAlready(NothingToStandDown):
    """The business has confirmed at `at` that its people were called back."""


class NoteLength(Refusal):
    """The note is longer than `limit` characters."""


class PeopleCount(Refusal):
    """The number of people is not between 1 and `limit`."""

    says_back = True


async def offer(
    session: AsyncSession,
    *,
    incident: Incident,
    person: Person,
    now: datetime,
    people: int | None = None,
    capability_ids: Sequence[int] | None = None,
    quantities: Mapping[int, int] | None = None,
    units: Mapping[Unit, int] | None = None,
    note: str | None = None,
    came: Arrival | None = None,
) -> Sequence[Response]:
    """Add to an answer what comes with it: people, equipment (capability ids), a note; None leaves a part.

    `quantities` say how many of the equipment, each in its unit, where that was said; `units` how many teams, vehicles
    and the like, of whatever kind, which stay until they are said anew.

    Of each part counts what came in last. A note goes with any answer. A person of several businesses sends the
    people once: they are counted with the first that joins.
    Raises IncidentClosed, NotAlerted, AnswerFirst, PeopleCount or NoteLength.
    """
    _check_offer(people, note)
    alerted = await speaking(session, incident=incident, person=person)
    responses = list((await held_by(session, incident=incident, members=alerted)).values())
    if not responses:
        raise AnswerFirst
    came = came or Arrival(now)
    overtaken = await answer_steps.overtaken(session, responses=responses, since=came, now=now)
    stood = [(response, answer_steps.as_it_stood(response, overtaken, came, now)) for response in responses]
    joining = next((response for response, held in stood if held is not None and held.answer in ENGAGED), None)
    brings_things = capability_ids is not None or units is not None
    if joining is None and (people is not None or brings_things):
        raise AnswerFirst
    said = {AnswerPart.PEOPLE: people, AnswerPart.EQUIPMENT: brings_things or None, AnswerPart.NOTE: note}
    steps = []
    for response in responses:
        parts = _parts_of(said, joins=response is joining)
        change = answer_steps.begin(response, person, came, parts)
        change.offered_people, change.note = people, note
        _bring(change, response, capability_ids, quantities or {}, units)
        steps.append(answer_steps.take(session, response, change, person, overtaken, now))
    await keep(session, steps, action="offered", now=now)
    return responses


def _parts_of(said: Mapping[AnswerPart, object], *, joins: bool) -> Sequence[AnswerPart]:
    """List the parts of what was said that go with one answer: a note with any, the rest with the one that joins."""
    return [part for part, value in said.items() if value is not None and (part is AnswerPart.NOTE or joins)]


def _bring(
    change: ResponseChange,
    before: Response,
    capability_ids: Sequence[int] | None,
    quantities: Mapping[int, int],
    units: Mapping[Unit, int] | None,
) -> None:
    """Write what things come into a step: equipment, or what is counted by its unit alone; the other stays."""
    said = before.offered_quantities
    in_units = {one: number for one, number in said.items() if one in set(Unit)} if units is None else dict(units)
    if capability_ids is None:
        change.offered_capability_ids = list(before.offered_capability_ids)
        things = {one: number for one, number in said.items() if one not in set(Unit)}
    else:
        change.offered_capability_ids = list(capability_ids)
        things = {str(one): number for one, number in quantities.items()}
    change.offered_quantities = {**things, **{str(one): number for one, number in in_units.items()}}


def _check_offer(people: int | None, note: str | None) -> None:
    if people is not None and not 1 <= people <= MOST_PEOPLE:
        raise PeopleCount(limit=MOST_PEOPLE)
    if note is not None and len(note) > NOTE_LENGTH:
        raise NoteLength(limit=NOTE_LENGTH, length=len(note))


async def stand_down(
    session: AsyncSession, *, incident: Incident, person: Person, now: datetime, only_for: int | None = None
) -> None:
    """Keep that a business called its people back after the end: each of a person's, or `only_for` one (id).

    One that was suspended meanwhile says so as well: its people were there. Raises NotAlerted, StoodDownAlready or
    NothingToStandDown.
    """
    alerted = await alerted_members(
        session, incident_id=id_of(incident), person_id=id_of(person), standing=MAY_STAND_DOWN
    )
    members = [member for member in alerted if only_for in (None, member.id)]
    if not members:
        raise NotAlerted
    held = await held_by(session, incident=incident, members=members)
    took_part = set((await session.exec(answer_steps.members_taking_part(id_of(incident)))).all())
    theirs = [one for one in held.values() if one.member_id in took_part]
    engaged = [one for one in theirs if one.stood_down_at is None]
    stood_down = [one.stood_down_at for one in theirs if one.stood_down_at]
    if incident.status is IncidentStatus.CLOSED and not engaged and stood_down:
        raise StoodDownAlready(at=max(stood_down))
    if incident.status is not IncidentStatus.CLOSED or not engaged:
        raise NothingToStandDown
    for response in engaged:
        response.stood_down_at = now
    await session.flush()
    entries = [entry(response, response, by=person, action="stood-down", now=now) for response in engaged]
    await audit.record_all(session, entries=entries)
    changed = [one.member_id for one in engaged]
    await redraw(session, incident_id=id_of(incident), members=changed, now=now)
    people, groups = await shown_to(session, incident_id=id_of(incident), members=changed)
    await cards.redraw_ends(session, incident_id=id_of(incident), people=people, groups=groups, now=now)
