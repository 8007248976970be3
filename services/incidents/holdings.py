"""What incidents hold about people and businesses: alerts, answers, opinions, and what the office declared."""

from typing import Any

import sqlalchemy
from sqlalchemy import literal, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.identity import id_of
from models.incidents import INCIDENT_SUBJECT, NOTICE_SUBJECT, Alerted, Incident, NamedRecipient, Notice
from models.members import Member
from models.people import Person
from models.responses import RESPONSE_SUBJECT, Feedback, Response, ResponseChange, Sighting
from services.ground import attachments
from services.ground.holding_types import FilePart, Leaving, Merging, Moved, NumberKept, OfMember, OfPerson
from services.groups import bindings
from services.incidents import cards, written_offers
from services.incidents.answer_steps import ENGAGED

# What of an answer one tap, or words after it, may say.
ANSWERED = (
    "person_id",
    "answer",
    "answered_at",
    "eta_at",
    "offered_people",
    "offered_capability_ids",
    "offered_quantities",
    "note",
)


def _beside_incident(table: Any) -> Any:
    return select(table, Incident).join(Incident, col(Incident.id) == col(table.incident_id))


def _alerts(person: Person) -> Any:
    return (
        select(Incident, Member)
        .join(Alerted, col(Alerted.incident_id) == col(Incident.id))
        .join(Member, col(Member.id) == col(Alerted.member_id))
        .where(Alerted.person_id == id_of(person))
        .order_by(col(Incident.id), col(Member.id))
    )


def _answers(person: Person) -> Any:
    return (
        sqlalchemy.select(
            ResponseChange,
            Incident,
            Member,
            written_offers.written_of(),
            attachments.written_of(Response, RESPONSE_SUBJECT),
        )
        .join(Response, col(Response.id) == col(ResponseChange.response_id))
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .join(Member, col(Member.id) == col(Response.member_id))
        .where(col(ResponseChange.person_id) == id_of(person))
        .order_by(col(ResponseChange.answered_at), col(ResponseChange.update_id), col(ResponseChange.id))
    )


def _opinions(person: Person) -> Any:
    return _beside_incident(Feedback).where(Feedback.person_id == id_of(person))


def _sightings(person: Person) -> Any:
    return _beside_incident(Sighting).where(Sighting.person_id == id_of(person))


def _declared(person: Person) -> Any:
    own = id_of(person)
    return (
        select(Incident, attachments.written_of(Incident, INCIDENT_SUBJECT))
        .where(or_(col(Incident.declared_by_id) == own, col(Incident.closed_by_id) == own))
        .order_by(col(Incident.id))
    )


def _notices(person: Person) -> Any:
    return (
        select(Notice, Incident, attachments.written_of(Notice, NOTICE_SUBJECT))
        .join(Incident, col(Incident.id) == col(Notice.incident_id))
        .where(Notice.said_by_id == id_of(person))
        .order_by(col(Notice.id))
    )


async def _move_alerted(session: AsyncSession, merging: Merging) -> None:
    """Move who was alerted, each of them once."""
    double = aliased(Alerted)
    twice = (
        select(literal(1))
        .where(
            double.incident_id == col(Alerted.incident_id),
            double.person_id == col(Alerted.person_id),
            double.member_id == merging.kept_id,
        )
        .exists()
    )
    theirs = col(Alerted.member_id) == merging.other_id
    await session.exec(
        update(Alerted)
        .where(theirs, ~twice)
        .values(member_id=merging.kept_id)
        .execution_options(synchronize_session=False)
    )
    await session.exec(delete(Alerted).where(theirs).execution_options(synchronize_session=False))


async def _move_answers(session: AsyncSession, merging: Merging) -> None:
    """Move the other's answers; where both have answered, what was said last counts, with the steps of both."""
    answers = select(Response).where(Response.member_id == merging.kept_id)
    kept = {one.incident_id: one for one in (await session.exec(answers)).all()}
    query = select(Response).where(Response.member_id == merging.other_id).order_by(col(Response.id))
    for response in (await session.exec(query)).all():
        if response.incident_id in kept:
            await _join(session, kept[response.incident_id], response)
        else:
            response.member_id = merging.kept_id
        await session.flush()
        await cards.redraw_tally(session, incident_id=response.incident_id, now=merging.now)


async def _join(session: AsyncSession, kept: Response, other: Response) -> None:
    """Make one answer of two: the business has stood down once all of it that took part has."""
    taking_part = [one.stood_down_at for one in (kept, other) if one.answer in ENGAGED or one.stood_down_at]
    downs = [at for at in taking_part if at is not None]
    both = (id_of(kept), id_of(other))
    newest = (
        select(ResponseChange.response_id)
        .where(col(ResponseChange.response_id).in_(both))
        .order_by(
            col(ResponseChange.answered_at).desc(), col(ResponseChange.update_id).desc(), col(ResponseChange.id).desc()
        )
        .limit(1)
    )
    if (await session.exec(newest)).first() == other.id:
        for name in ANSWERED:
            setattr(kept, name, getattr(other, name))
    kept.stood_down_at = max(downs) if len(downs) == len(taking_part) and downs else None
    await session.exec(
        update(ResponseChange)
        .where(col(ResponseChange.response_id) == other.id)
        .values(response_id=kept.id)
        .execution_options(synchronize_session="fetch")
    )
    await attachments.move(session, subject=RESPONSE_SUBJECT, before=id_of(other), after=id_of(kept))
    await session.delete(other)


async def redraw_tallies(session: AsyncSession, leaving: Leaving) -> None:
    """Have the tallies edited that count a person who can no longer be reached."""
    await cards.redraw_tallies_counting(session, person=leaving.person, now=leaving.now)


async def redraw_answers(session: AsyncSession, leaving: Leaving) -> None:
    """Have the cards of the businesses edited for which a person answered last, and the tallies."""
    answered = select(Response).where(Response.person_id == leaving.person_id)
    for response in (await session.exec(answered)).all():
        await _redraw_answer(session, response, leaving)


async def _redraw_answer(session: AsyncSession, response: Response, leaving: Leaving) -> None:
    colleagues = select(Alerted.person_id).where(
        Alerted.incident_id == response.incident_id, Alerted.member_id == response.member_id
    )
    await cards.redraw(
        session,
        lane=Lane.UPDATE,
        incident_id=response.incident_id,
        people=(await session.exec(colleagues)).all(),
        groups=await bindings.bound_to(session, members=[response.member_id]),
        now=leaving.now,
    )
    await cards.redraw_tally(session, incident_id=response.incident_id, now=leaving.now)


PARTS = (
    FilePart("alerts", _alerts),
    FilePart("answers", _answers),
    FilePart("opinions", _opinions),
    FilePart("sightings", _sightings),
    FilePart("declared", _declared),
    FilePart("notices", _notices),
)
ITS_BUSINESS = NumberKept("what was answered is the business's")
ITS_OFFICE = NumberKept("what the office declared and said is the office's")
COUNTED = NumberKept("it is counted, and names nobody")
PEOPLE = (
    OfPerson(col(Alerted.person_id), "alerts", NumberKept("whom a business was called through is on record")),
    OfPerson(col(NamedRecipient.person_id), "alerts", NumberKept("for whom it was is on record")),
    OfPerson(col(Response.person_id), "answers", ITS_BUSINESS),
    OfPerson(col(ResponseChange.person_id), "answers", ITS_BUSINESS),
    OfPerson(col(Feedback.person_id), "opinions", COUNTED),
    OfPerson(col(Sighting.person_id), "sightings", COUNTED),
    OfPerson(col(Incident.declared_by_id), "declared", ITS_OFFICE),
    OfPerson(col(Incident.closed_by_id), "declared", ITS_OFFICE),
    OfPerson(col(Notice.said_by_id), "notices", ITS_OFFICE),
)
MEMBERS = (
    OfMember(col(Alerted.member_id), Moved(_move_alerted)),
    OfMember(col(Response.member_id), Moved(_move_answers)),
)
