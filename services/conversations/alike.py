"""Questions that ask the same: open ones of one incident, told by the words that they share."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.conversations import Question, QuestionState
from services.notation.spelling import search_key

# Of the words of the longer one, so many are in the other, too.
SHARED = 0.7


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts share their words, whatever the order, marks and tones; without words nothing is alike."""
    words, others = set(search_key(one).split()), set(search_key(other).split())
    longer = max(len(words), len(others))
    return longer > 0 and len(words & others) >= SHARED * longer


async def to(session: AsyncSession, *, question: Question) -> Sequence[Question]:
    """List the other open questions of the same incident that ask what one does, the oldest first."""
    if question.incident_id is None:
        return ()
    waiting = await _waiting(session, {question.incident_id})
    return _of(question, waiting.get(question.incident_id, ()))


async def businesses(session: AsyncSession, *, questions: Sequence[Question]) -> Mapping[int, int]:
    """Count, for each of some questions (ids), the other businesses that ask the same and wait."""
    waiting = await _waiting(session, {one.incident_id for one in questions if one.incident_id is not None})
    return {
        one.id: len({other.member_id for other in _of(one, waiting.get(one.incident_id or 0, ()))} - {one.member_id})
        for one in questions
        if one.id is not None
    }


def _of(question: Question, waiting: Sequence[Question]) -> Sequence[Question]:
    return [one for one in waiting if one.id != question.id and are_alike(one.text, question.text)]


async def _waiting(session: AsyncSession, incident_ids: Collection[int]) -> Mapping[int, Sequence[Question]]:
    """List the open questions of some incidents (ids)."""
    if not incident_ids:
        return {}
    query = (
        select(Question)
        .where(col(Question.incident_id).in_(incident_ids), Question.state == QuestionState.OPEN)
        .order_by(col(Question.id))
    )
    found: dict[int, list[Question]] = {}
    for one in await session.exec(query):
        found.setdefault(one.incident_id or 0, []).append(one)
    return found
