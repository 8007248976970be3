"""An inject of a drill: who gets it, what each business does with it, and what counts when its time is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.drills import Drill, DrillState, InjectReply
from models.identity import id_of
from models.members import Member
from models.people import Person
from models.scripts import RUN_STEP_SUBJECT, RunStep, RunStepState, ScriptKind, ScriptStep
from services.drills import news, people, planning
from services.drills.kinds import INJECT
from services.ground.refusals import Refusal
from services.groups import bindings
from services.outbox import broadcasts
from services.people.businesses import may_be_spoken_for
from services.scripts import running
from services.scripts.running import Running

REPLIES = SQLModel.metadata.tables[InjectReply.__tablename__]
WORDS_LENGTH = 1000


class InjectUnknown(Refusal):
    """There is no such inject of a drill."""


class NotYourInject(Refusal):
    """The person speaks for no business that got the inject."""


class InjectOver(Refusal):
    """The time for the inject was over at `at`, or the drill is."""


class InjectSent(Refusal):
    """The inject was sent at `at`."""


class InjectWordsLength(Refusal):
    """What was written is empty or longer than `limit` characters; it has `length`."""


@dataclass(frozen=True)
class Inject:
    """An inject with the drill that it is of."""

    drill: Drill
    row: RunStep
    step: ScriptStep
    rests_since: datetime | None

    @property
    def is_open(self) -> bool:
        """Tell whether it can still be answered."""
        return self.row.state is RunStepState.DUE and self.drill.state is DrillState.RUNNING


@dataclass(frozen=True)
class Told:
    """What the businesses of one person did with an inject: each with its reply."""

    inject: Inject
    replies: Sequence[tuple[Member, InjectReply, str | None]]

    @property
    def answered(self) -> bool:
        """Tell whether all of them have answered."""
        return all(reply.answered_at is not None for _, reply, _ in self.replies)


async def by_id(session: AsyncSession, *, run_step_id: int) -> Inject:
    """Find an inject; raises InjectUnknown."""
    row = await session.get(RunStep, run_step_id)
    drill = await planning.by_run(session, run_id=row.run_id) if row is not None else None
    if row is None or drill is None:
        raise InjectUnknown
    one = await running.by_id(session, run_step_id=run_step_id)
    return _of(one, drill)


def _of(one: Running, drill: Drill) -> Inject:
    return Inject(drill, one.row, one.step, one.run.paused_at)


async def of_drill(session: AsyncSession, *, drill: Drill) -> Sequence[Inject]:
    """List the injects of a drill that has begun, by their moments."""
    if drill.run_id is None:
        return ()
    found = await running.of_run(session, run_id=drill.run_id)
    return sorted((_of(one, drill) for one in found), key=lambda one: (one.step.minutes, one.row.place))


async def give(session: AsyncSession, *, drill: Drill, due: Collection[Running], now: datetime) -> None:
    """Send what came due to those who get it; an inject that nobody gets is over at once."""
    for one in due:
        members = await people.getting(session, drill=drill, step=one.step)
        if not members:
            await running.settle(session, one=one, by=None, now=now)
            continue
        run_step_id = id_of(one.row)
        rows = [{"run_step_id": run_step_id, "member_id": member_id} for member_id in members]
        await (await session.connection()).execute(insert(REPLIES), rows)
        told = await people.speakers(session, members=members)
        groups = await bindings.bound_to(session, members=members)
        await broadcasts.queue(session, kind=INJECT, people=told, groups=groups, subject_id=run_step_id, now=now)


async def give_due(session: AsyncSession, *, now: datetime) -> None:
    """Send the injects whose moment has come, of every drill that goes on."""
    for one in await running.take_due(session, kind=ScriptKind.DRILL, now=now):
        drill = await planning.by_run(session, run_id=id_of(one.run))
        if drill is not None:
            await give(session, drill=drill, due=[one], now=now)
            await news.redraw_board(session, drill=drill, now=now)


async def place_of(session: AsyncSession, *, inject: Inject) -> tuple[int, int]:
    """Tell the number of an inject in its drill, and how many there are."""
    all_of_it = await of_drill(session, drill=inject.drill)
    rows = [id_of(one.row) for one in all_of_it]
    return rows.index(id_of(inject.row)) + 1, len(rows)


@dataclass(frozen=True)
class InjectStanding:
    """Where an inject stands, by its number in the drill: how many got it, and how many of them have answered."""

    number: int
    inject: Inject
    given: int
    answered: int


async def standings(session: AsyncSession, *, drill: Drill) -> Sequence[InjectStanding]:
    """Tell where the injects of a drill stand, by their moments."""
    query = (
        select(InjectReply.run_step_id, func.count(), func.count(col(InjectReply.answered_at)))
        .join(RunStep, col(RunStep.id) == col(InjectReply.run_step_id))
        .where(RunStep.run_id == drill.run_id)
        .group_by(col(InjectReply.run_step_id))
    )
    counted = {run_step_id: (given, answered) for run_step_id, given, answered in await session.exec(query)}
    return [
        InjectStanding(number, one, *counted.get(id_of(one.row), (0, 0)))
        for number, one in enumerate(await of_drill(session, drill=drill), 1)
    ]


async def replies(session: AsyncSession, *, inject: Inject) -> Sequence[tuple[Member, InjectReply, str | None]]:
    """List what businesses did with an inject, as they answered; those that did not come last."""
    query = _with_names().where(InjectReply.run_step_id == id_of(inject.row))
    unanswered = col(InjectReply.answered_at).is_(None)
    found = await session.exec(query.order_by(unanswered, col(InjectReply.answered_at), col(Member.id)))
    return [(member, reply, name) for member, reply, name in found]


def _with_names() -> Any:
    """Select replies, each with its business and the name of whoever answered last."""
    return (
        select(Member, InjectReply, Person.name)
        .join(InjectReply, col(InjectReply.member_id) == col(Member.id))
        .outerjoin(Person, col(Person.id) == col(InjectReply.answered_by_id))
    )


async def told(session: AsyncSession, *, run_step_id: int, person_id: int) -> Told:
    """Gather what the businesses of a person did with an inject; raises InjectUnknown or NotYourInject."""
    mine = may_be_spoken_for(person_id).with_only_columns(col(Member.id)).order_by(None)
    return await _told(session, run_step_id, col(Member.id).in_(mine))


async def told_to_member(session: AsyncSession, *, run_step_id: int, member_id: int) -> Told:
    """Gather what one business (id) did with an inject; raises InjectUnknown or NotYourInject."""
    return await _told(session, run_step_id, col(Member.id) == member_id)


async def _told(session: AsyncSession, run_step_id: int, *theirs: ColumnElement[bool]) -> Told:
    inject = await by_id(session, run_step_id=run_step_id)
    query = _with_names().where(InjectReply.run_step_id == run_step_id, *theirs).order_by(col(Member.id))
    found = (await session.exec(query)).all()
    if not found:
        raise NotYourInject
    return Told(inject, found)


async def unanswered(session: AsyncSession, *, person_id: int, limit: int) -> Sequence[Inject]:
    """List the injects that wait for an answer of a person's businesses, by deadline."""
    mine = may_be_spoken_for(person_id).with_only_columns(col(Member.id)).order_by(None)
    query = (
        select(RunStep.id)
        .join(InjectReply, col(InjectReply.run_step_id) == col(RunStep.id))
        .join(Drill, col(Drill.run_id) == col(RunStep.run_id))
        .where(
            Drill.state == DrillState.RUNNING,
            RunStep.state == RunStepState.DUE,
            col(InjectReply.answered_at).is_(None),
            col(InjectReply.member_id).in_(mine),
        )
        .group_by(col(RunStep.id), col(RunStep.until_at))
        .order_by(col(RunStep.until_at), col(RunStep.id))
        .limit(limit)
    )
    rows = (await session.exec(query)).all()
    return [await by_id(session, run_step_id=run_step_id or 0) for run_step_id in rows]


async def see(
    session: AsyncSession, *, run_step_id: int, person: Person, now: datetime, only_for: int | None = None
) -> Told:
    """Keep that a person has seen an inject, for their businesses, or that (id) in whose group they are.

    Raises what `told` raises, or InjectOver.
    """
    found = await _open(session, run_step_id=run_step_id, person=person, only_for=only_for)
    for _, reply, _ in found.replies:
        reply.seen_at = reply.seen_at or now
    await _changed(session, found, now=now)
    return found


async def answer(
    session: AsyncSession,
    *,
    run_step_id: int,
    person: Person,
    now: datetime,
    done: bool | None = None,
    words: str | None = None,
    only_for: int | None = None,
) -> Told:
    """Keep what a person says of an inject for their businesses: that it is done or cannot be, or words.

    `only_for` is the business (id) in whose group it was said.
    The first answer says how long it took, the last one what counts. When everybody has answered, the inject is over.
    Raises what `told` raises, InjectOver or InjectWordsLength.
    """
    found = await _open(session, run_step_id=run_step_id, person=person, only_for=only_for)
    if words is not None and not 0 < len(words) <= WORDS_LENGTH:
        raise InjectWordsLength(limit=WORDS_LENGTH, length=len(words))
    for _, reply, _ in found.replies:
        reply.seen_at = reply.seen_at or now
        if reply.answered_at is None:
            reply.answered_at = now
            reply.took_seconds = _took(found.inject, now)
        reply.answered_by_id = id_of(person)
        reply.done = reply.done if done is None else done
        reply.words = reply.words if words is None else words
    await _changed(session, found, now=now)
    await _settle_if_answered(session, found.inject, now=now)
    return found


def _took(inject: Inject, now: datetime) -> int:
    """Tell how many seconds of the time that is given for an inject are used up; a rest has moved its end."""
    until = inject.row.until_at or now
    left = max(0, int((until - (inject.rests_since or now)).total_seconds()))
    return max(0, inject.step.within * 60 - left)


async def _open(session: AsyncSession, *, run_step_id: int, person: Person, only_for: int | None) -> Told:
    found = await told(session, run_step_id=run_step_id, person_id=id_of(person))
    if only_for is not None:
        found = Told(found.inject, [one for one in found.replies if one[0].id == only_for])
        if not found.replies:
            raise NotYourInject
    if not found.inject.is_open:
        raise InjectOver(at=found.inject.row.done_at or found.inject.drill.ended_at)
    return found


async def _changed(session: AsyncSession, found: Told, *, now: datetime) -> None:
    """Have the cards of the businesses' people, and the boards, edited in place."""
    await session.flush()
    members = [id_of(member) for member, _, _ in found.replies]
    await broadcasts.redraw(
        session,
        kinds=(INJECT,),
        subject=RUN_STEP_SUBJECT,
        subject_id=id_of(found.inject.row),
        people=await people.speakers(session, members=members),
        groups=await bindings.bound_to(session, members=members),
        # Behind all that is real, and before the cards of a whole drill.
        lane=Lane.REMINDER,
        now=now,
    )
    await news.redraw_board(session, drill=found.inject.drill, now=now)


async def _settle_if_answered(session: AsyncSession, inject: Inject, *, now: datetime) -> None:
    open_still = select(func.count()).where(
        InjectReply.run_step_id == id_of(inject.row), col(InjectReply.answered_at).is_(None)
    )
    if not (await session.exec(open_still)).one():
        await running.settle(session, one=await running.by_id(session, run_step_id=id_of(inject.row)), by=None, now=now)


async def miss(session: AsyncSession, *, inject: Inject, now: datetime) -> None:
    """Let the time for an inject be over: whoever has not answered has not, and their cards say so."""
    run_step_id = id_of(inject.row)
    query = select(InjectReply).where(InjectReply.run_step_id == run_step_id, col(InjectReply.answered_at).is_(None))
    for reply in (await session.exec(query)).all():
        reply.missed_at = now
    await session.flush()
    await redraw(session, run_step_id=run_step_id, now=now)


async def hold_back(session: AsyncSession, *, drill: Drill) -> None:
    """Let the injects of a drill that rests not go out to whoever has not got them yet."""
    await broadcasts.hold_back(session, kind=INJECT, subject_ids=await _rows_of(session, drill))


async def let_on(session: AsyncSession, *, drill: Drill, now: datetime) -> None:
    """Let the injects of a drill that goes on go out to whoever had not got them when it came to rest."""
    await broadcasts.let_on(session, kind=INJECT, subject_ids=await _rows_of(session, drill), now=now)


async def _rows_of(session: AsyncSession, drill: Drill) -> Sequence[int]:
    return [id_of(one.row) for one in await of_drill(session, drill=drill) if one.is_open]


async def redraw(session: AsyncSession, *, run_step_id: int, now: datetime) -> None:
    """Have every card of an inject edited in place."""
    await broadcasts.redraw(
        session, kinds=(INJECT,), subject=RUN_STEP_SUBJECT, subject_id=run_step_id, lane=Lane.DRILL, now=now
    )
