"""Who no longer coordinates loses the post above that they held: it is reached by phone from then on, or is empty."""

from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.escalation import CallState, Escalation, EscalationCall, PostHolder
from models.identity import id_of
from models.people import Person
from services.escalation import cards
from services.escalation.kinds import VACATED, PostVacated
from services.ground import audit
from services.outbox import broadcasts
from services.people import accounts

NO_LONGER = or_(col(Person.staff_role).is_(None), col(Person.staff_role).not_in(accounts.COORDINATORS))


async def release_due(session: AsyncSession, *, now: datetime) -> None:
    """Take those out of the posts who coordinate no longer; owners are told once of each post."""
    for held in (await session.exec(_held_in_vain())).all():
        held.ended_at = now
        await session.flush()
        if held.phone:
            session.add(PostHolder(post=held.post, name=held.name, office=held.office, phone=held.phone, since=now))
            await session.flush()
        await tell(session, held, by_phone=bool(held.phone), now=now)
        await _redraw_calls(session, held, now=now)
    await _withdraw_calls(session, now=now)


@cache
def _held_in_vain() -> SelectOfScalar[PostHolder]:
    return (
        select(PostHolder)
        .join(Person, col(Person.id) == col(PostHolder.person_id))
        .where(col(PostHolder.ended_at).is_(None), NO_LONGER)
        .order_by(col(PostHolder.id))
    )


async def _redraw_calls(session: AsyncSession, held: PostHolder, *, now: datetime) -> None:
    """Take back the cards of calls that a former holder of a post got for what is under way."""
    query = (
        select(Escalation)
        .join(EscalationCall, col(EscalationCall.escalation_id) == col(Escalation.id))
        .where(col(Escalation.ended_at).is_(None), EscalationCall.person_id == held.person_id)
        .distinct()
    )
    for escalation in (await session.exec(query)).all():
        await cards.redraw(session, escalation=escalation, now=now)


async def tell(session: AsyncSession, held: PostHolder, *, by_phone: bool, now: datetime) -> None:
    """Tell the owners that whoever held a post is called in the bot no more."""
    owners = [id_of(owner) for owner in await accounts.owners(session)]
    details = PostVacated(held.post, by_phone=by_phone)
    await broadcasts.queue(session, kind=VACATED, people=owners, details=details, now=now)
    audit.record(
        session,
        person=None,
        action="post-vacated",
        subject="post_holder",
        subject_id=id_of(held),
        now=now,
        after={"post": held.post},
    )


async def _withdraw_calls(session: AsyncSession, *, now: datetime) -> None:
    """Let calls climb at once that nobody can answer any more."""
    for one in (await session.exec(_calls_in_vain(), params={"now": now})).all():
        one.due_at = now
    await session.flush()


@cache
def _calls_in_vain() -> SelectOfScalar[EscalationCall]:
    return (
        select(EscalationCall)
        .join(Escalation, col(Escalation.id) == col(EscalationCall.escalation_id))
        .join(Person, col(Person.id) == col(EscalationCall.person_id))
        .where(
            NO_LONGER,
            col(Escalation.ended_at).is_(None),
            EscalationCall.state == CallState.CALLED,
            col(EscalationCall.due_at) > bindparam("now"),
        )
        .order_by(col(EscalationCall.id))
    )
