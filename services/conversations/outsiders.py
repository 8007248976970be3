"""Words of people for whom no business stands in the network: strangers, and those whose business is suspended.

Anybody can write to a bot, with as many accounts as they like. So what strangers send is counted, for each and for all
of them, and coordinators are never flooded.
"""

from datetime import datetime, timedelta

from sqlalchemy import false, func, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question, QuestionState
from models.members import IN_NETWORK, Member, MemberStatus, RepresentativeStatus
from services.ground.refusals import Refusal
from services.people import businesses

PERIOD = timedelta(hours=1)
# So many messages one outsider, and all strangers together, may send in the period.
MOST_OF_ONE, MOST_OF_ALL = 3, 20


class WroteTooOften(Refusal):
    """The outsider sent `limit` messages within the last hour; the next one may go at `at`."""


class StrangersTooMany(Refusal):
    """Strangers sent so much within the last hour that nothing more of theirs is taken now."""


class SpeaksForItNoMore(Refusal):
    """The person wrote for a business for which they speak no more, or which has left the network."""


async def check_speaker(session: AsyncSession, *, question: Question) -> None:
    """See that a person still speaks for the business in whose name they wrote, be it suspended meanwhile.

    Raises SpeaksForItNoMore.
    """
    if question.member_id is None:
        return
    speaker = await businesses.representative(session, member_id=question.member_id, person_id=question.person_id)
    member = await session.get_one(Member, question.member_id)
    heard = member.status in IN_NETWORK
    if not heard or speaker is None or speaker.status is not RepresentativeStatus.APPROVED:
        raise SpeaksForItNoMore


async def check(session: AsyncSession, *, question: Question, now: datetime) -> None:
    """Let words of outsiders pass that are not too many; those of the network always do.

    Raises WroteTooOften or StrangersTooMany.
    """
    if not await _is_of_outsider(session, question):
        return
    # What goes by itself in a moment counts as sent.
    sent = (
        or_(col(Question.state) != QuestionState.HELD, col(Question.goes_at).is_not(None)),
        Question.asked_at > now - PERIOD,
        Question.id != question.id,
    )
    same_account = col(Question.sender) == question.sender if question.sender else false()
    own = select(Question.asked_at).where(*sent, or_(col(Question.person_id) == question.person_id, same_account))
    times = (await session.exec(own.order_by(col(Question.asked_at).desc()).limit(MOST_OF_ONE))).all()
    if len(times) == MOST_OF_ONE:
        raise WroteTooOften(limit=MOST_OF_ONE, at=times[-1] + PERIOD)
    strangers = select(func.count(col(Question.id))).where(*sent, col(Question.member_id).is_(None))
    if question.member_id is None and (await session.exec(strangers)).one() >= MOST_OF_ALL:
        raise StrangersTooMany


async def may_send(session: AsyncSession, *, question: Question, now: datetime) -> bool:
    """Tell whether `check` lets words of an outsider pass now."""
    try:
        await check(session, question=question, now=now)
    except (WroteTooOften, StrangersTooMany):
        return False
    return True


async def forget_senders(session: AsyncSession, *, now: datetime) -> None:
    """Forget whose a stranger's messages were that count no more."""
    counted_no_more = update(Question).where(col(Question.sender) != "", col(Question.asked_at) <= now - PERIOD)
    await session.exec(counted_no_more.values(sender="").execution_options(synchronize_session="fetch"))


async def _is_of_outsider(session: AsyncSession, question: Question) -> bool:
    if question.member_id is None:
        return True
    member = await session.get_one(Member, question.member_id)
    return member.status is not MemberStatus.APPROVED


async def held_by(session: AsyncSession, *, person_id: int) -> list[Question]:
    """Find what a stranger (id) wrote that nobody sends: one such text at a time is kept of them."""
    query = select(Question).where(
        Question.person_id == person_id,
        Question.state == QuestionState.HELD,
        col(Question.member_id).is_(None),
        col(Question.goes_at).is_(None),
    )
    return list((await session.exec(query)).all())
