"""How businesses have answered, as it is shown to their people and to coordinators."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, exists, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Alerted, Incident
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.responses import Answer, Response, ResponseChange
from services.incidents import responses
from services.incidents.answer_steps import ENGAGED
from services.incidents.sharing import naming
from services.people import businesses
from services.policies.steps import Turnout


@dataclass(frozen=True)
class Standing:
    """A business's answer as shown to its representatives: `by` is None once the person who gave it is gone."""

    member: Member
    response: Response | None
    by: str | None


@dataclass(frozen=True)
class AnswerStep:
    """One step of an answer's history."""

    answer: Answer
    person_id: int
    by: str
    answered_at: datetime
    offered_people: int | None
    note: str | None


async def standings(session: AsyncSession, *, incident: Incident, person_id: int) -> Sequence[Standing]:
    """Show how the businesses that a person was alerted for have answered, and who of them did."""
    members = await responses.alerted_members(session, incident_id=id_of(incident), person_id=person_id)
    return await _standings(session, incident, members)


async def turnout(session: AsyncSession, *, incident: Incident) -> Turnout:
    """Count how an incident stands, as a policy asks: who joins on site or remotely is ready."""
    given = Response.incident_id == incident.id
    rows = await session.exec(select(Response.answer, func.count()).where(given).group_by(col(Response.answer)))
    answers = dict(rows.all())
    return Turnout(
        answered=sum(answers.values()),
        ready=sum(count for answer, count in answers.items() if answer in ENGAGED),
        counts_people=incident.headcount_wanted > 0,
        enough=incident.enough_at is not None,
    )


async def silent(session: AsyncSession, *, incident_id: int, people: Collection[int]) -> Collection[int]:
    """Find those of some people (ids) who speak for businesses alerted of an incident, none of which has answered."""
    alerted = exists().where(col(Alerted.incident_id) == incident_id, col(Alerted.member_id) == col(Member.id))
    answered = and_(col(Response.member_id) == col(Member.id), col(Response.incident_id) == incident_id)
    # The status is looked at here: asked for it, SQLite would go through all businesses that have it.
    query = (
        select(Representative.person_id, Representative.status, Member.status, Response.id)
        .join(Member, col(Member.id) == Representative.member_id)
        .outerjoin(Response, answered)
        .where(
            col(Representative.person_id).in_(people),
            alerted,
            ~naming.hides(incident_id, col(Representative.person_id)),
        )
    )
    speaking = [
        (person_id, response_id)
        for person_id, status, standing, response_id in await session.exec(query)
        if status is RepresentativeStatus.APPROVED and standing is MemberStatus.APPROVED
    ]
    return {person_id for person_id, _ in speaking} - {
        person_id for person_id, answer in speaking if answer is not None
    }


async def standings_of(session: AsyncSession, *, incident: Incident, member_id: int) -> Sequence[Standing]:
    """Show how one alerted business has answered, for its group."""
    query = select(Member).where(
        Member.id == member_id,
        Member.status == MemberStatus.APPROVED,
        col(Member.id).in_(select(Alerted.member_id).where(Alerted.incident_id == id_of(incident))),
    )
    return await _standings(session, incident, (await session.exec(query)).all())


async def _standings(session: AsyncSession, incident: Incident, members: Sequence[Member]) -> Sequence[Standing]:
    held = await responses.held_by(session, incident=incident, members=members)
    standings = []
    for member in members:
        response = held.get(id_of(member))
        by = await businesses.registered_name_of(session, person_id=response.person_id) if response else None
        standings.append(Standing(member=member, response=response, by=by))
    return standings


async def history(session: AsyncSession, *, response: Response) -> Sequence[AnswerStep]:
    """List the steps of an answer in the order in which they came in."""
    query = (
        select(ResponseChange, businesses.registered_name())
        .join(Person, col(Person.id) == col(ResponseChange.person_id))
        .where(ResponseChange.response_id == id_of(response))
        .order_by(col(ResponseChange.answered_at), col(ResponseChange.update_id), col(ResponseChange.id))
    )
    return [
        AnswerStep(
            answer=change.answer,
            person_id=change.person_id,
            by=by,
            answered_at=change.answered_at,
            offered_people=change.offered_people,
            note=change.note,
        )
        for change, by in await session.exec(query)
    ]
