"""Many words of one person within a short time: they let others go first, and past a limit they are told to wait."""

from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.conversations import Question, QuestionState
from services.ground.refusals import Refusal

# So many questions one person may send in the period; every coordinator is sent each of them.
MOST, PERIOD = 10, timedelta(minutes=10)
# So many of them within the moment go as everybody's do; what follows lets the others' go first.
AT_ONCE, MOMENT = 3, timedelta(minutes=1)


class WroteTooMuch(Refusal):
    """The person sent `limit` messages within the last `minutes`; the next one may go at `at`."""


async def lane_for(session: AsyncSession, *, question: Question, now: datetime) -> Lane:
    """Tell by which lane a person's next words go to coordinators; raises WroteTooMuch."""
    query = (
        select(Question.asked_at)
        .where(
            Question.person_id == question.person_id,
            Question.state != QuestionState.HELD,
            # A bare acknowledgement was kept, and called nobody.
            or_(col(Question.state) != QuestionState.NOTED, col(Question.settled_by_id).is_not(None)),
            Question.id != question.id,
            Question.asked_at > now - PERIOD,
        )
        .order_by(col(Question.asked_at).desc())
        .limit(MOST)
    )
    times = (await session.exec(query)).all()
    if len(times) == MOST:
        raise WroteTooMuch(limit=MOST, minutes=PERIOD // timedelta(minutes=1), at=times[-1] + PERIOD)
    return Lane.TASK if sum(at > now - MOMENT for at in times) < AT_ONCE else Lane.UPDATE
