"""What a drill's report is made of: the course of its injects, what each business answered, and how soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import Drill, DrillState, InjectReply
from models.identity import id_of
from models.members import Member
from models.scripts import RunStep
from services.drills import injects, people, scoring
from services.drills.injects import Inject
from services.drills.scoring import DrillResult
from services.ground.refusals import Refusal

# A document holds so many answers; the workbook of the drill has every business.
MOST_REPLIES = 400


class DrillNotOver(Refusal):
    """The drill is not over yet: its report is written from how it went."""


@dataclass(frozen=True)
class DrillReply:
    """What a business did with an inject, counted from 1."""

    number: int
    business: str
    reply: InjectReply


@dataclass(frozen=True)
class DrillRecords:
    """A drill with its course and its answers; `left_out` are those answers for which there was no room."""

    drill: Drill
    injects: Sequence[Inject]
    replies: Sequence[DrillReply]
    result: DrillResult
    partaking: int
    left_out: int


def check_over(drill: Drill) -> Drill:
    """Give a drill back; raises DrillNotOver."""
    if drill.state is not DrillState.OVER:
        raise DrillNotOver
    return drill


async def of_drill(session: AsyncSession, *, drill: Drill, now: datetime) -> DrillRecords:
    """Gather what is known of a drill that is over; raises DrillNotOver."""
    check_over(drill)
    course = await injects.of_drill(session, drill=drill)
    replies = await _replies(session, course)
    return DrillRecords(
        drill=drill,
        injects=course,
        replies=replies[:MOST_REPLIES],
        result=await scoring.of_drill(session, drill=drill),
        partaking=await people.count(session, drill=drill, now=now),
        left_out=max(0, len(replies) - MOST_REPLIES),
    )


async def _replies(session: AsyncSession, course: Sequence[Inject]) -> Sequence[DrillReply]:
    numbers = {id_of(one.row): number for number, one in enumerate(course, 1)}
    query = (
        select(InjectReply, Member.name)
        .join(Member, col(Member.id) == col(InjectReply.member_id))
        .join(RunStep, col(RunStep.id) == col(InjectReply.run_step_id))
        .where(col(InjectReply.run_step_id).in_(numbers))
    )
    found = [DrillReply(numbers[reply.run_step_id], name, reply) for reply, name in await session.exec(query)]
    return sorted(found, key=lambda one: (one.number, one.business, one.reply.member_id))
