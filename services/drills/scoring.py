"""How a drill went: of each business what it saw, answered and did, and how soon, as points of a hundred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import Drill, InjectReply
from models.identity import id_of
from models.members import Member
from models.scripts import RunStep, ScriptStep
from services.drills import planning

# Of a hundred points for each inject: that it was seen, that it was answered, that what is expected was done, and how
# soon the answer came.
SEEN, ANSWERED, DONE, SOON = 10, 40, 40, 10
WHOLE = SEEN + ANSWERED + DONE + SOON


@dataclass(frozen=True)
class Score:
    """How one business did, or several together: `given` injects, and how many of them were dealt with in which way.

    `minutes` is the mean time of its answers, None without one.
    """

    given: int
    seen: int
    answered: int
    done: int
    minutes: float | None
    points: int


@dataclass(frozen=True)
class Ranked:
    """A business with its score."""

    member: Member
    score: Score


@dataclass(frozen=True)
class Before:
    """The drill that this one repeats, how it went, and how each business (id) did then."""

    drill: Drill
    score: Score
    members: Mapping[int, int]


@dataclass(frozen=True)
class DrillResult:
    """How a drill went: all together, by business the best first, and the time before if it is a repetition."""

    drill: Drill
    whole: Score
    ranked: Sequence[Ranked]
    before: Before | None


Row = tuple[InjectReply, ScriptStep]


async def of_drill(session: AsyncSession, *, drill: Drill) -> DrillResult:
    """Score a drill, as far as it has come."""
    by_member: dict[int, list[Row]] = {}
    members: dict[int, Member] = {}
    for reply, step, member in await _rows(session, drill):
        members[id_of(member)] = member
        by_member.setdefault(id_of(member), []).append((reply, step))
    ranked = [Ranked(members[member_id], score_of(rows)) for member_id, rows in by_member.items()]
    ranked.sort(key=lambda one: (-one.score.points, one.member.name, id_of(one.member)))
    whole = score_of([row for rows in by_member.values() for row in rows])
    return DrillResult(drill, whole, ranked, await _before(session, drill))


async def _rows(session: AsyncSession, drill: Drill) -> Sequence[tuple[InjectReply, ScriptStep, Member]]:
    query = (
        select(InjectReply, ScriptStep, Member)
        .join(RunStep, col(RunStep.id) == col(InjectReply.run_step_id))
        .join(ScriptStep, col(ScriptStep.id) == col(RunStep.step_id))
        .join(Member, col(Member.id) == col(InjectReply.member_id))
        .where(RunStep.run_id == drill.run_id)
        .order_by(col(RunStep.place), col(Member.id))
    )
    return (await session.exec(query)).all()


async def _before(session: AsyncSession, drill: Drill) -> Before | None:
    if drill.before_id is None:
        return None
    last = await planning.by_id(session, drill_id=drill.before_id)
    then = await of_drill(session, drill=last)
    return Before(last, then.whole, {id_of(one.member): one.score.points for one in then.ranked})


def score_of(rows: Sequence[Row]) -> Score:
    """Put replies together."""
    took = [reply.took_seconds for reply, _ in rows if reply.took_seconds is not None]
    return Score(
        given=len(rows),
        seen=sum(reply.seen_at is not None for reply, _ in rows),
        answered=sum(reply.answered_at is not None for reply, _ in rows),
        done=sum(bool(reply.done) for reply, _ in rows),
        minutes=sum(took) / len(took) / 60 if took else None,
        points=round(sum(points_of(reply, step) for reply, step in rows) / len(rows)) if rows else 0,
    )


def points_of(reply: InjectReply, step: ScriptStep) -> float:
    """Give the points of one reply: all of them for what was done at once, none for what nobody looked at."""
    if reply.answered_at is None:
        return SEEN if reply.seen_at is not None else 0
    used = min(1.0, (reply.took_seconds or 0) / (step.within * 60))
    return SEEN + ANSWERED + (DONE if reply.done else 0) + SOON * (1 - used)
