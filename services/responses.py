"""What businesses answer: one answer a business, changeable until the end, with its history."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.members import Member
from models.people import Person
from models.responses import Answer, Feedback, Response, ResponseChange, Sighting
from services import audit, broadcasts, groups
from services.incidents import IncidentClosed
from services.members import may_be_spoken_for
from services.refusals import Refusal

ETA = {
    Answer.READY: timedelta(0),
    Answer.READY_30: timedelta(minutes=30),
    Answer.READY_60: timedelta(hours=1),
    Answer.READY_120: timedelta(hours=2),
}
ENGAGED = (Answer.READY, Answer.READY_30, Answer.READY_60, Answer.READY_120, Answer.REMOTE)
# The same timed answer, given again this much later, means a new time of arrival.
DOUBLE_TAP = timedelta(minutes=1)
NOTE_LENGTH = 300
MOST_PEOPLE = 500


class NotAlerted(Refusal):
    """The person does not speak for a business that was alerted of this incident."""


class AnswerStands(Refusal):
    """The same answer was stored already, at `at`."""


class AnswerFirst(Refusal):
    """An offer belongs to an answer that says "ready" or "remote", and there is none."""


class NothingToStandDown(Refusal):
    """The incident is not over, or nobody of the business was engaged or still is."""


class NoteLength(Refusal):
    """The note is longer than `limit` characters."""


class PeopleCount(Refusal):
    """The number of people is not between 1 and `limit`."""


async def respond(
    session: AsyncSession,
    *,
    incident: Incident,
    person: Person,
    answer: Answer,
    now: datetime,
    only_for: int | None = None,
) -> Sequence[Response]:
    """Record a member's answer; the latest one counts, the earlier ones stay in its history.

    A person who stands for several alerted businesses answers for each of them, or `only_for` one (id): the one
    in whose group it was said. Raises IncidentClosed, NotAlerted or AnswerStands.
    """
    alerted = await _speaking(session, incident=incident, person=person, only_for=only_for)
    held = await held_by(session, incident=incident, members=alerted)
    if len(held) == len(alerted) and all(_stands(one, answer, now) for one in held.values()):
        raise AnswerStands(at=max(one.answered_at for one in held.values()))
    responses = [_answer(session, held.get(id_of(member)), incident, member, person, answer, now) for member in alerted]
    await session.flush()
    await _keep_history(session, responses)
    for response in responses:
        _record(session, response, person=person, action="answered", now=now)
    await _redraw(session, incident=incident, members=alerted, now=now)
    return responses


def _stands(response: Response, answer: Answer, now: datetime) -> bool:
    """Tell whether an answer says nothing new; a delay given again a minute later means a new time."""
    same = response.answer is answer
    return same and (answer not in ETA or answer is Answer.READY or now - response.answered_at < DOUBLE_TAP)


def _answer(
    session: AsyncSession,
    held: Response | None,
    incident: Incident,
    member: Member,
    person: Person,
    answer: Answer,
    now: datetime,
) -> Response:
    response = held or Response(
        incident_id=id_of(incident),
        member_id=id_of(member),
        person_id=id_of(person),
        answer=answer,
        answered_at=now,
    )
    response.person_id, response.answer, response.answered_at = id_of(person), answer, now
    response.eta_at = now + ETA[answer] if answer in ETA else None
    if answer not in ENGAGED:
        response.offered_people, response.offered_capability_ids = None, []
    session.add(response)
    return response


async def offer(
    session: AsyncSession,
    *,
    incident: Incident,
    person: Person,
    now: datetime,
    people: int | None = None,
    capability_ids: Sequence[int] | None = None,
    note: str | None = None,
) -> Sequence[Response]:
    """Add to an answer what comes with it: people, equipment (capability ids), a note; None leaves a part.

    A note goes with any answer. Who stands for several businesses sends the people once: they are counted with
    the first that joins. Raises IncidentClosed, NotAlerted, AnswerFirst, PeopleCount or NoteLength.
    """
    _check_offer(people, note)
    alerted = await _speaking(session, incident=incident, person=person)
    responses = list((await held_by(session, incident=incident, members=alerted)).values())
    if not responses:
        raise AnswerFirst
    joining = next((response for response in responses if response.answer in ENGAGED), None)
    if joining is None and (people is not None or capability_ids is not None):
        raise AnswerFirst
    if joining is not None and people is not None:
        joining.offered_people = people
    if joining is not None and capability_ids is not None:
        joining.offered_capability_ids = list(capability_ids)
    for response in responses:
        response.person_id = id_of(person)
        response.note = note if note is not None else response.note
    await session.flush()
    await _keep_history(session, responses, now=now)
    for response in responses:
        _record(session, response, person=person, action="offered", now=now)
    await _redraw(session, incident=incident, members=alerted, now=now)
    return responses


def _check_offer(people: int | None, note: str | None) -> None:
    if people is not None and not 1 <= people <= MOST_PEOPLE:
        raise PeopleCount(limit=MOST_PEOPLE)
    if note is not None and len(note) > NOTE_LENGTH:
        raise NoteLength(limit=NOTE_LENGTH, length=len(note))


async def stand_down(
    session: AsyncSession, *, incident: Incident, person: Person, now: datetime, only_for: int | None = None
) -> None:
    """Keep that a business called its people back after the end: each of a person's, or `only_for` one (id).

    Raises NotAlerted or NothingToStandDown.
    """
    alerted = await alerted_members(session, incident_id=id_of(incident), person_id=id_of(person))
    members = [member for member in alerted if only_for in (None, member.id)]
    if not members:
        raise NotAlerted
    held = await held_by(session, incident=incident, members=members)
    engaged = [one for one in held.values() if one.answer in ENGAGED and one.stood_down_at is None]
    if incident.status is not IncidentStatus.CLOSED or not engaged:
        raise NothingToStandDown
    for response in engaged:
        response.stood_down_at = now
        _record(session, response, person=person, action="stood-down", now=now)
    await session.flush()
    await _redraw(session, incident=incident, members=members, now=now)


async def rate(session: AsyncSession, *, incident: Incident, person: Person, useful: bool, now: datetime) -> None:
    """Keep whether an alert was useful to a person; the latest word counts. Raises NotAlerted."""
    if not await was_alerted(session, incident=incident, person=person):
        raise NotAlerted
    key = (id_of(incident), id_of(person))
    feedback = await session.get(Feedback, key) or Feedback(
        incident_id=key[0], person_id=key[1], useful=useful, said_at=now
    )
    feedback.useful, feedback.said_at = useful, now
    session.add(feedback)
    await session.flush()
    audit.record(
        session,
        person=person,
        action="rated",
        subject="incident",
        subject_id=incident.id,
        now=now,
        after={"useful": useful},
    )
    await broadcasts.redraw_tally(session, incident_id=id_of(incident), now=now)


async def see(session: AsyncSession, *, incident: Incident, person: Person, now: datetime) -> None:
    """Keep that a person opened an incident's details: the first time counts."""
    incident_id, person_id = id_of(incident), id_of(person)
    if await session.get(Sighting, (incident_id, person_id)) is None:
        session.add(Sighting(incident_id=incident_id, person_id=person_id, seen_at=now))
        await broadcasts.redraw_tally(session, incident_id=incident_id, now=now)


async def was_alerted(session: AsyncSession, *, incident: Incident, person: Person) -> bool:
    """Tell whether a person was alerted of an incident and still speaks for the business."""
    return bool(await alerted_members(session, incident_id=id_of(incident), person_id=id_of(person)))


async def _speaking(
    session: AsyncSession, *, incident: Incident, person: Person, only_for: int | None = None
) -> Sequence[Member]:
    """List the businesses for which a person may answer now; raises IncidentClosed or NotAlerted."""
    alerted = await alerted_members(session, incident_id=id_of(incident), person_id=id_of(person))
    members = [member for member in alerted if only_for in (None, member.id)]
    if not members:
        raise NotAlerted
    if incident.status is IncidentStatus.CLOSED:
        raise IncidentClosed(code=incident.code, at=incident.closed_at)
    return members


async def alerted_members(session: AsyncSession, *, incident_id: int, person_id: int) -> Sequence[Member]:
    """List the alerted businesses for which a person may speak now, whichever colleague got the card."""
    alerted = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    query = may_be_spoken_for(person_id).where(col(Member.id).in_(alerted))
    return (await session.exec(query)).all()


async def held_by(session: AsyncSession, *, incident: Incident, members: Sequence[Member]) -> dict[int, Response]:
    """Find the answers of some businesses, by member id."""
    query = select(Response).where(
        Response.incident_id == id_of(incident),
        col(Response.member_id).in_([id_of(member) for member in members]),
    )
    return {response.member_id: response for response in await session.exec(query)}


async def _keep_history(session: AsyncSession, responses: Sequence[Response], *, now: datetime | None = None) -> None:
    session.add_all(
        ResponseChange(
            response_id=id_of(response),
            person_id=response.person_id,
            answer=response.answer,
            answered_at=now or response.answered_at,
            offered_people=response.offered_people,
            offered_capability_ids=response.offered_capability_ids,
            note=response.note,
        )
        for response in responses
    )
    await session.flush()


def _record(session: AsyncSession, response: Response, *, person: Person, action: str, now: datetime) -> None:
    audit.record(
        session,
        person=person,
        action=action,
        subject="incident",
        subject_id=response.incident_id,
        now=now,
        after={
            "member_id": response.member_id,
            "answer": response.answer,
            "people": response.offered_people,
            "capability_ids": response.offered_capability_ids,
        },
    )


async def _redraw(session: AsyncSession, *, incident: Incident, members: Sequence[Member], now: datetime) -> None:
    """Have the cards of everyone who stands for these businesses edited, and the coordinators' tallies."""
    incident_id = id_of(incident)
    colleagues = select(Alerted.person_id).where(
        Alerted.incident_id == incident_id,
        col(Alerted.member_id).in_([id_of(member) for member in members]),
    )
    await broadcasts.redraw(
        session,
        kinds=broadcasts.CARDS,
        lane=Lane.REPLY,
        incident_id=incident_id,
        people=(await session.exec(colleagues)).all(),
        groups=await groups.bound_to(session, members=map(id_of, members)),
        now=now,
    )
    await broadcasts.redraw_tally(session, incident_id=incident_id, now=now)
