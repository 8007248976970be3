"""What an answer comes to: its steps, one after the other in the order in which they came in; and who takes part.

Whoever came to the site takes part as well, whatever was answered since.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Subquery, and_, or_, union
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.identity import id_of
from models.people import Person
from models.presence import Presence
from models.responses import Answer, AnswerPart, Response, ResponseChange
from services.ground.arrivals import AHEAD, Arrival

ETA = {
    Answer.READY: timedelta(0),
    Answer.READY_30: timedelta(minutes=30),
    Answer.READY_60: timedelta(hours=1),
    Answer.READY_120: timedelta(hours=2),
}
# Who comes, at once or within two hours; whoever helps from afar is engaged as well.
READY = tuple(ETA)
ENGAGED = (*READY, Answer.REMOTE)


@dataclass(frozen=True)
class TakenStep:
    """What was said of a response, and by whom; `is_put` where it is kept among steps that came in later."""

    response: Response
    by: Person
    change: ResponseChange
    is_put: bool = False


async def overtaken(
    session: AsyncSession, *, responses: Collection[Response], since: Arrival, now: datetime
) -> dict[int, list[ResponseChange]]:
    """Find the steps, in their order, of those responses (ids) of which one came in after `since`."""
    held = [response.id for response in responses if response.id is not None]
    if not held:
        return {}
    later = select(ResponseChange.response_id).where(
        col(ResponseChange.response_id).in_(held),
        or_(
            col(ResponseChange.answered_at) > since.at,
            and_(
                col(ResponseChange.answered_at) == since.at,
                col(ResponseChange.update_id) > since.update_id,
            ),
        ),
    )
    query = (
        select(ResponseChange)
        .where(col(ResponseChange.response_id).in_(later))
        .order_by(
            # What a clock that was ahead has dated came before all that is rightly dated.
            col(ResponseChange.answered_at) <= now + AHEAD,
            col(ResponseChange.answered_at),
            col(ResponseChange.update_id),
            col(ResponseChange.id),
        )
    )
    steps: defaultdict[int, list[ResponseChange]] = defaultdict(list)
    for step in await session.exec(query):
        steps[step.response_id].append(step)
    return dict(steps)


def as_it_stood(
    response: Response, overtaken: Mapping[int, list[ResponseChange]], came: Arrival, now: datetime
) -> Response | ResponseChange | None:
    """Give the answer as it stood when something came in."""
    steps = overtaken.get(response.id or 0)
    return response if steps is None else _answer_before(steps, came, now=now)


def begin(response: Response, by: Person, came: Arrival, parts: Sequence[AnswerPart]) -> ResponseChange:
    """Begin a step of a response that says some parts."""
    return ResponseChange(
        response_id=response.id or 0,
        person_id=id_of(by),
        answer=response.answer,
        answered_at=came.at,
        update_id=came.update_id,
        parts=list(parts),
        offered_capability_ids=[],
        offered_quantities={},
    )


def take(
    session: AsyncSession,
    response: Response,
    change: ResponseChange,
    by: Person,
    overtaken: Mapping[int, list[ResponseChange]],
    now: datetime,
) -> TakenStep:
    """Let a step count: after all others, or at its place where later ones were stored before it."""
    steps = overtaken.get(response.id or 0)
    if steps is None:
        _hear(response, change)
        return TakenStep(response, by, change)
    _put(response, steps, change, now=now)
    session.add(change)
    return TakenStep(response, by, change, is_put=True)


def _hear(response: Response, step: ResponseChange) -> None:
    """Let a step count in a response, and keep in the step how the answer stands after it."""
    said = step.parts or ()
    response.person_id = step.person_id
    if AnswerPart.ANSWER in said:
        response.answer, response.answered_at = step.answer, step.answered_at
        since = step.counts_from or step.answered_at
        response.eta_at = since + ETA[step.answer] if step.answer in ETA else None
    if AnswerPart.PEOPLE in said:
        response.offered_people = step.offered_people
    if AnswerPart.EQUIPMENT in said:
        response.offered_capability_ids = step.offered_capability_ids
        response.offered_quantities = step.offered_quantities
    if AnswerPart.NOTE in said:
        response.note = step.note
    if response.answer not in ENGAGED:
        response.offered_people, response.offered_capability_ids, response.offered_quantities = None, [], {}
    step.answer, step.note = response.answer, response.note
    step.offered_people, step.offered_capability_ids = response.offered_people, response.offered_capability_ids
    step.offered_quantities = response.offered_quantities


def _answer_before(steps: Sequence[ResponseChange], came: Arrival, *, now: datetime) -> ResponseChange | None:
    """Find the last answer among some steps in their order that had come in before something else did."""
    earlier = steps[: _place(steps, came, now=now)]
    return next((step for step in reversed(earlier) if AnswerPart.ANSWER in (step.parts or AnswerPart)), None)


def _put(response: Response, steps: list[ResponseChange], step: ResponseChange, *, now: datetime) -> None:
    """Put a step at its place among the others, and let the response be what all of them come to, one by one."""
    _complete(steps)
    steps.insert(_place(steps, Arrival(step.answered_at, step.update_id), now=now), step)
    response.offered_people, response.offered_capability_ids, response.note = None, [], None
    response.offered_quantities = {}
    for each in steps:
        _hear(response, each)


def _place(steps: Sequence[ResponseChange], came: Arrival, *, now: datetime) -> int:
    later = (
        place for place, step in enumerate(steps) if came.is_before(Arrival(step.answered_at, step.update_id), now=now)
    )
    return next(later, len(steps))


def _complete(steps: Sequence[ResponseChange]) -> None:
    """Let older steps, of which it was not kept what they said, have said all that stood after them."""
    answer = None
    for step in steps:
        if step.parts is None:
            step.parts = [part for part in AnswerPart if part is not AnswerPart.ANSWER or step.answer is not answer]
        answer = step.answer


def taking_part_in(incidents: Collection[int] | BindParameter[Any]) -> Subquery:
    """Select the `incident_id` and `member_id` of each business that takes part in one of some incidents.

    They are ids, or the place of such in a statement.
    """
    said = select(Response.incident_id, Response.member_id).where(
        col(Response.incident_id).in_(incidents), col(Response.answer).in_(ENGAGED)
    )
    came = select(Presence.incident_id, Presence.member_id).where(col(Presence.incident_id).in_(incidents))
    return union(said, came).subquery()


def members_taking_part(incident_id: int) -> SelectOfScalar[int]:
    """Select the businesses (ids) that take part in an incident (id), or did until its end."""
    member_id: ColumnElement[int] = taking_part_in([incident_id]).c.member_id
    return select(member_id)
