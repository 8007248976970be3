"""A coordinator confirms what is proposed, puts it in other words, or drops it with a reason that is told to nobody."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import HONOUR_SUBJECT, Honour, HonourKind, HonourState
from models.identity import id_of
from models.lessons import Lesson
from models.people import Person
from models.reports import Report
from services.ground import audit
from services.ground.refusals import Refusal
from services.honours import honours
from services.incidents.sharing import honoured, labels
from services.incidents.sharing.labels import LabelStricter, is_wider
from services.notation.spelling import tidy_line
from services.notation.tlp import label_in, written
from services.reviews import voices

SENTENCE_LENGTH = 250
REASON_LENGTH = 300


class HonourDecided(Refusal):
    """Somebody decided on the honour already, at `at`."""


class HonourSentenceLength(Refusal):
    """The sentence is empty or longer than `limit` characters; it has `length`."""


class HonourReasonMissing(Refusal):
    """An honour is dropped for a reason, of at most `limit` characters."""


async def confirm(
    session: AsyncSession, *, honour_id: int, by: Person, now: datetime, seen: HonourState = HonourState.PROPOSED
) -> Honour:
    """Confirm an honour, also one that was dropped: its business's people are thanked, and asked whether it is named.

    Only what stands as it was `seen` is: whoever still sees a proposal has not read why it was dropped. What is known
    of its name from the report, the review or the lesson counts until the business says otherwise. Raises HonourUnknown
    or HonourDecided.
    """
    honour = await honours.by_id(session, honour_id=honour_id, lock=True)
    is_stale = honour.state is HonourState.DROPPED and seen is not HonourState.DROPPED
    if is_stale or honour.state is HonourState.CONFIRMED:
        raise HonourDecided(at=honour.decided_at)
    _decide(session, honour, "honour-confirmed", HonourState.CONFIRMED, by, now)
    honour.reason = ""
    if honour.may_be_named is None:
        honour.may_be_named = await known_consent(session, honour=honour)
    await session.flush()
    await honours.thank(session, honour=honour, now=now)
    return honour


async def known_consent(session: AsyncSession, *, honour: Honour) -> bool | None:
    """Tell what the business has said of being named for the same, in its reports and in the review.

    A no in one of them counts more than a yes in another. None is where it has said nothing.
    """
    if honour.lesson_id is not None:
        return (await session.get_one(Lesson, honour.lesson_id)).may_be_named
    query = select(Report.may_be_named).where(
        Report.member_id == honour.member_id, Report.incident_id == honour.incident_id, ~col(Report.is_confidential)
    )
    said = set((await session.exec(query)).all())
    if honour.kind is not HonourKind.EARLY:
        # A yes was said of the report alone; a no is one to any thanks for the same.
        said.discard(True)
    in_review = await voices.may_be_named(session, incident_id=honour.incident_id or 0)
    said.add(in_review.get(honour.member_id))
    return False if False in said else True if True in said else None


async def drop(session: AsyncSession, *, honour_id: int, reason: str, by: Person, now: datetime) -> Honour:
    """Drop a proposal; raises HonourUnknown, HonourDecided or HonourReasonMissing."""
    why = tidy_line(reason)
    if not 0 < len(why) <= REASON_LENGTH:
        raise HonourReasonMissing(limit=REASON_LENGTH)
    honour = await proposed(session, honour_id=honour_id)
    _decide(session, honour, "honour-dropped", HonourState.DROPPED, by, now)
    honour.reason = why
    await session.flush()
    return honour


async def proposed(session: AsyncSession, *, honour_id: int) -> Honour:
    """Find an honour on which nobody has decided, and let nobody else do so; raises HonourUnknown or HonourDecided."""
    honour = await honours.by_id(session, honour_id=honour_id, lock=True)
    if honour.state is not HonourState.PROPOSED:
        raise HonourDecided(at=honour.decided_at)
    return honour


def _decide(session: AsyncSession, honour: Honour, action: str, state: HonourState, by: Person, now: datetime) -> None:
    before, honour.state = honour.state, state
    honour.decided_by_id, honour.decided_at = id_of(by), now
    audit.record(
        session,
        person=by,
        action=action,
        subject=HONOUR_SUBJECT,
        subject_id=id_of(honour),
        now=now,
        before={"state": before},
        after={"state": state, "member_id": honour.member_id},
    )


async def reword(session: AsyncSession, *, honour_id: int, sentence: str, by: Person, now: datetime) -> Honour:
    """Say an honour in other words, wherever it is shown; none are those that the records give.

    Raises HonourUnknown, HonourDecided, HonourSentenceLength or LabelStricter.
    """
    honour = await honours.by_id(session, honour_id=honour_id, lock=True)
    if honour.state is HonourState.DROPPED:
        raise HonourDecided(at=honour.decided_at)
    words = tidy_line(sentence)
    if len(words) > SENTENCE_LENGTH or (sentence and not words):
        raise HonourSentenceLength(limit=SENTENCE_LENGTH, length=len(words))
    await _check_label(session, honour, words)
    before, honour.sentence = honour.sentence, words
    audit.record(
        session,
        person=by,
        action="honour-reworded",
        subject=HONOUR_SUBJECT,
        subject_id=honour_id,
        now=now,
        before={"sentence": before},
        after={"sentence": words},
    )
    await session.flush()
    await honoured.redraw(session, honour=honour, now=now)
    return honour


async def _check_label(session: AsyncSession, honour: Honour, words: str) -> None:
    """See that words name no label that is for fewer than what the honour is for; raises LabelStricter."""
    if honour.lesson_id is None:
        await labels.check_words(session, words, incident_id=honour.incident_id)
        return
    said, lesson = label_in(words), await session.get_one(Lesson, honour.lesson_id)
    if said is not None and is_wider(lesson.tlp, than=said):
        raise LabelStricter(label=written(said))
