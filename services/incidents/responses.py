"""What businesses answer: one answer a business, changeable until the end, with its history."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, insert
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import Alerted, Incident, IncidentStatus
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.responses import Answer, AnswerPart, Feedback, Response, ResponseChange, Sighting
from services.ground import audit
from services.ground.arrivals import Arrival
from services.ground.refusals import Refusal
from services.groups import bindings
from services.incidents import answer_steps
from services.incidents import cards as incident_cards
from services.incidents.answer_steps import ETA, TakenStep
from services.incidents.lifecycle import IncidentClosed
from services.incidents.sharing import naming
from services.people.businesses import may_be_spoken_for

# The same timed answer, given again this much later, means a new time of arrival.
DOUBLE_TAP = timedelta(minutes=1)


class NotAlerted(Refusal):
    """The person does not speak for a business that was alerted of this incident."""


class AnswerStands(Refusal):
    """The same answer was stored already, at `at`."""


@dataclass(frozen=True)
class Said:
    """What a person answers to an incident, for each of their alerted businesses or `only_for` one (id).

    It `came` when the update did; without that it comes at this moment. A delay `counts_from` when it was typed.
    """

    incident: Incident
    person: Person
    answer: Answer
    only_for: int | None = None
    came: Arrival | None = None
    counts_from: datetime | None = None


async def respond(
    session: AsyncSession,
    *,
    incident: Incident,
    person: Person,
    answer: Answer,
    now: datetime,
    only_for: int | None = None,
) -> Sequence[Response]:
    """Record a member's answer; the one that came in last counts, the earlier ones stay in its history.

    A person who stands for several alerted businesses answers for each of them, or `only_for` one (id): the one
    in whose group it was said. Raises IncidentClosed, NotAlerted or AnswerStands.
    """
    (given,) = await respond_together(session, said=[Said(incident, person, answer, only_for)], now=now)
    if isinstance(given, Refusal):
        raise given
    return given


async def respond_together(
    session: AsyncSession, *, said: Sequence[Said], now: datetime
) -> Sequence[Sequence[Response] | Refusal]:
    """Record what several people answer, one after the other, by as few statements as for one.

    Gives for each what `respond` gives, or the Refusal that it raises: a refused person has changed nothing.
    """
    people: defaultdict[int, list[int]] = defaultdict(list)
    for one in said:
        people[id_of(one.incident)].append(id_of(one.person))
    since = min((one.came for one in said if one.came), default=Arrival(now))
    books = {
        incident_id: await _book(session, incident_id, those, since=since, now=now)
        for incident_id, those in people.items()
    }
    given: list[Sequence[Response] | Refusal] = []
    steps: list[TakenStep] = []
    for one in said:
        try:
            taken = _answer(session, one, books[id_of(one.incident)], now)
        except Refusal as refusal:
            given.append(refusal)
            continue
        given.append([step.response for step in taken])
        steps += taken
    await keep(session, steps, action="answered", now=now)
    return given


@dataclass(frozen=True)
class _Book:
    """For which alerted businesses (ids) people (ids) may speak now, and what these have answered so far.

    `overtaken` are the steps of those responses (ids) that were told something already which came in later.
    """

    speaking: Mapping[int, Sequence[int]]
    held: dict[int, Response]
    overtaken: Mapping[int, list[ResponseChange]]


async def _book(
    session: AsyncSession, incident_id: int, people: Collection[int], *, since: Arrival, now: datetime
) -> _Book:
    """Look up what is needed to take some people's answers, whichever colleague got the card."""
    alerted = exists().where(col(Alerted.incident_id) == incident_id, col(Alerted.member_id) == col(Member.id))
    answered = and_(col(Response.member_id) == col(Member.id), col(Response.incident_id) == incident_id)
    # The status is looked at here: asked for it, SQLite would go through all businesses that have it.
    query = (
        select(Representative.person_id, Representative.member_id, Member.status, Response)
        .join(Member, col(Member.id) == Representative.member_id)
        .outerjoin(Response, answered)
        .where(
            col(Representative.person_id).in_(people),
            Representative.status == RepresentativeStatus.APPROVED,
            alerted,
            ~naming.hides(incident_id, col(Representative.person_id)),
        )
        .order_by(col(Member.id))
    )
    speaking: defaultdict[int, list[int]] = defaultdict(list)
    held = {}
    for person_id, member_id, status, response in await session.exec(query):
        if status is MemberStatus.APPROVED:
            speaking[person_id].append(member_id)
            if response is not None:
                held[member_id] = response
    overtaken = await answer_steps.overtaken(session, responses=held.values(), since=since, now=now)
    return _Book(speaking, held, overtaken)


def _answer(session: AsyncSession, said: Said, book: _Book, now: datetime) -> Sequence[TakenStep]:
    """Store an answer for each of a person's businesses. Refusals are known before anything changes."""
    members = [
        member_id for member_id in book.speaking.get(id_of(said.person), ()) if said.only_for in (None, member_id)
    ]
    _check_open(said.incident, members)
    came = said.came or Arrival(now)
    held = [
        answer_steps.as_it_stood(book.held[member_id], book.overtaken, came, now)
        for member_id in members
        if member_id in book.held
    ]
    if len(held) == len(members) and all(_stands(one, said, came) for one in held):
        raise AnswerStands(at=max(one.answered_at for one in held if one is not None))
    steps = []
    for member_id in members:
        response = book.held.get(member_id) or _begun(said, member_id, came)
        change = answer_steps.begin(response, said.person, came, [AnswerPart.ANSWER])
        change.answer, change.counts_from = said.answer, said.counts_from
        steps.append(answer_steps.take(session, response, change, said.person, book.overtaken, now))
        book.held[member_id] = response
    return steps


def _stands(held: Response | ResponseChange | None, said: Said, came: Arrival) -> bool:
    """Tell whether an answer says nothing new.

    The same delay a minute later means a new time, and the same answer after a correction that it still holds.
    """
    answer, corrected_at = said.answer, said.incident.corrected_at
    if held is None or held.answer is not answer:
        return False
    if corrected_at is not None and held.answered_at < corrected_at:
        return False
    return answer not in ETA or answer is Answer.READY or came.at - held.answered_at < DOUBLE_TAP


def _begun(said: Said, member_id: int, came: Arrival) -> Response:
    return Response(
        incident_id=id_of(said.incident),
        member_id=member_id,
        person_id=id_of(said.person),
        answer=said.answer,
        answered_at=came.at,
        offered_capability_ids=[],
        offered_quantities={},
    )


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
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    await incident_cards.redraw_ends(session, incident_id=id_of(incident), people=[id_of(person)], now=now)


async def opinion(session: AsyncSession, *, incident_id: int, person_id: int) -> bool | None:
    """Tell whether a person (id) found an alert useful; None where they have not said."""
    feedback = await session.get(Feedback, (incident_id, person_id))
    return feedback.useful if feedback is not None else None


async def see(session: AsyncSession, *, incident: Incident, person: Person, now: datetime) -> None:
    """Keep that a person opened an incident's details: the first time counts."""
    incident_id, person_id = id_of(incident), id_of(person)
    if await session.get(Sighting, (incident_id, person_id)) is None:
        session.add(Sighting(incident_id=incident_id, person_id=person_id, seen_at=now))
        await incident_cards.redraw_tally(session, incident_id=incident_id, now=now)


async def was_alerted(session: AsyncSession, *, incident: Incident, person: Person) -> bool:
    """Tell whether a person was alerted of an incident and still speaks for the business."""
    return bool(await alerted_members(session, incident_id=id_of(incident), person_id=id_of(person)))


async def speaking(session: AsyncSession, *, incident: Incident, person: Person) -> Sequence[Member]:
    """List the businesses for which a person may answer now; raises IncidentClosed or NotAlerted."""
    alerted = await alerted_members(session, incident_id=id_of(incident), person_id=id_of(person))
    _check_open(incident, alerted)
    return alerted


def _check_open(incident: Incident, members: Collection[object]) -> None:
    if not members:
        raise NotAlerted
    if incident.status is IncidentStatus.CLOSED:
        raise IncidentClosed(code=incident.code, at=incident.closed_at)


async def alerted_members(
    session: AsyncSession,
    *,
    incident_id: int,
    person_id: int,
    standing: Collection[MemberStatus] = (MemberStatus.APPROVED,),
) -> Sequence[Member]:
    """List the alerted businesses, approved or of another standing, for which a person may speak now.

    It does not matter which colleague got the card.
    """
    alerted = select(Alerted.member_id).where(Alerted.incident_id == incident_id)
    theirs = may_be_spoken_for(person_id, standing=standing)
    query = theirs.where(col(Member.id).in_(alerted), ~naming.hides(incident_id, person_id))
    return (await session.exec(query)).all()


async def held_by(session: AsyncSession, *, incident: Incident, members: Sequence[Member]) -> dict[int, Response]:
    """Find the answers of some businesses, by member id."""
    query = select(Response).where(
        Response.incident_id == id_of(incident),
        col(Response.member_id).in_([id_of(member) for member in members]),
    )
    return {response.member_id: response for response in await session.exec(query)}


async def keep(session: AsyncSession, steps: Sequence[TakenStep], *, action: str, now: datetime) -> None:
    """Store responses with their history and the record, and have what shows them edited."""
    if not steps:
        return
    session.add_all(step.response for step in steps)
    await session.flush()
    history = [
        {**step.change.model_dump(exclude={"id"}), "response_id": id_of(step.response)}
        for step in steps
        if not step.is_put
    ]
    if history:
        await (await session.connection()).execute(insert(ResponseChange), history)
    entries = [entry(step.response, step.change, by=step.by, action=action, now=now) for step in steps]
    await audit.record_all(session, entries=entries)
    answered: defaultdict[int, set[int]] = defaultdict(set)
    for step in steps:
        answered[step.response.incident_id].add(step.response.member_id)
    for incident_id, members in answered.items():
        await redraw(session, incident_id=incident_id, members=members, now=now)


def entry(
    response: Response, said: Response | ResponseChange, *, by: Person, action: str, now: datetime
) -> dict[str, Any]:
    """Make what is put on record of a response as it stood after something was said."""
    return {
        "at": now,
        "person_id": by.id,
        "action": action,
        "subject": "incident",
        "subject_id": response.incident_id,
        "after": {
            "member_id": response.member_id,
            "answer": said.answer,
            "people": said.offered_people,
            "capability_ids": said.offered_capability_ids,
            "quantities": said.offered_quantities,
        },
    }


async def shown_to(
    session: AsyncSession, *, incident_id: int, members: Collection[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """List the people and the groups (ids) who were shown an incident for some businesses (ids)."""
    colleagues = select(Alerted.person_id).where(
        Alerted.incident_id == incident_id, col(Alerted.member_id).in_(members)
    )
    people = (await session.exec(colleagues)).all()
    return people, list(await bindings.bound_to(session, members=members))


async def redraw(session: AsyncSession, *, incident_id: int, members: Collection[int], now: datetime) -> None:
    """Have the cards of everyone who stands for these businesses (ids) edited, and the coordinators' tallies."""
    people, groups = await shown_to(session, incident_id=incident_id, members=members)
    await incident_cards.redraw(
        session, lane=Lane.REPLY, incident_id=incident_id, people=people, groups=groups, now=now
    )
    await incident_cards.redraw_tally(session, incident_id=incident_id, now=now)
