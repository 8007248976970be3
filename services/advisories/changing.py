"""An advisory is put in other words, or withdrawn: every card is edited, and told of where its meaning changed."""

from datetime import datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryPart, AdvisoryReceipt, AdvisoryState
from models.broadcasts import Lane
from models.identity import id_of
from models.people import Person
from services.advisories import advisories, circles, steps
from services.advisories.kinds import AdvisoryNoted, AdvisoryNoteKind
from services.advisories.sending import AdvisoryDuePast
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.notation.tlp import label_in, narrowest, written

REASON_LENGTH = 300
# What is changed in these is a change of meaning, whatever a coordinator thinks of it.
MEANT = (AdvisoryPart.TODO, AdvisoryPart.DUE)


class AdvisoryUnchanged(Refusal):
    """The words are the same as before."""


class AdvisoryNarrower(Refusal):
    """The words name a label (`label`) for fewer than have the advisory already."""


class AdvisoryReasonLength(Refusal):
    """The reason is empty or longer than `limit` characters."""


def checked(advisory: Advisory, part: AdvisoryPart, words: str) -> str:
    """Give the new words of a part as they are kept.

    Raises AdvisoryWordsLength, AdvisoryUnchanged or AdvisoryNarrower.
    """
    kept = advisories.tidied(part, words)
    if kept == getattr(advisory, part.value):
        raise AdvisoryUnchanged
    label = label_in(kept)
    if label is not None and narrowest(advisory.tlp, label) is not advisory.tlp:
        raise AdvisoryNarrower(label=written(label))
    return kept


async def reword(
    session: AsyncSession, *, advisory_id: int, part: AdvisoryPart, words: str, tells: bool, by: Person, now: datetime
) -> Advisory:
    """Put a part in other words; where its meaning changed all are told, and asked anew for what is to be done.

    Raises AdvisoryUnknown, AdvisoryOver, or what `checked` raises.
    """
    advisory = await steps.open_one(session, advisory_id=advisory_id)
    kept, before = checked(advisory, part, words), str(getattr(advisory, part.value))
    setattr(advisory, part.value, kept)
    advisory.words = advisories.found_by(advisory)
    _record(session, advisory, "advisory-changed", by, now, before={part.value: before}, after={part.value: kept})
    await _follow(session, advisory, part, tells=tells or part in MEANT, now=now)
    return advisory


async def put_off(session: AsyncSession, *, advisory_id: int, due_at: datetime, by: Person, now: datetime) -> Advisory:
    """Set another deadline: all are told, and the clock begins anew.

    Raises AdvisoryUnknown, AdvisoryOver, AdvisoryUnchanged or AdvisoryDuePast.
    """
    advisory = await steps.open_one(session, advisory_id=advisory_id)
    if due_at <= now:
        raise AdvisoryDuePast
    if due_at == advisory.due_at:
        raise AdvisoryUnchanged
    before, advisory.due_at = advisory.due_at, due_at
    steps.plan(advisory, now=now)
    _record(
        session,
        advisory,
        "advisory-changed",
        by,
        now,
        before={"due_at": before.isoformat() if before is not None else None},
        after={"due_at": due_at.isoformat()},
    )
    await _follow(session, advisory, AdvisoryPart.DUE, tells=True, now=now)
    return advisory


async def _follow(session: AsyncSession, advisory: Advisory, part: AdvisoryPart, *, tells: bool, now: datetime) -> None:
    if tells:
        advisory.changed_at, advisory.changed = now, part
    if part is AdvisoryPart.TODO:
        # What was done, or concerned nobody, was something else.
        anew = update(AdvisoryReceipt).where(col(AdvisoryReceipt.advisory_id) == id_of(advisory))
        await session.exec(
            anew.values(answer=None, person_id=None, at=None).execution_options(synchronize_session="fetch")
        )
        steps.plan(advisory, now=now)
    await session.flush()
    if tells:
        people = await _told(session, advisory, now=now)
        why = AdvisoryNoted(AdvisoryNoteKind.CHANGED, part)
        await advisories.note(session, advisory=advisory, people=people, why=why, now=now)
    await advisories.redraw(session, advisory=advisory, now=now)


async def withdraw(session: AsyncSession, *, advisory_id: int, because: str, by: Person, now: datetime) -> Advisory:
    """Withdraw an advisory: its cards and its public post say so, and everybody who had it is told.

    Raises AdvisoryUnknown, AdvisoryOver or AdvisoryReasonLength.
    """
    advisory = await steps.open_one(session, advisory_id=advisory_id)
    advisory.withdrawn_because = reason(because)
    advisory.state, advisory.withdrawn_at = AdvisoryState.WITHDRAWN, now
    advisory.step = advisory.step_at = None
    _record(
        session,
        advisory,
        "advisory-withdrawn",
        by,
        now,
        before={"state": AdvisoryState.OPEN},
        after={"state": AdvisoryState.WITHDRAWN, "because": advisory.withdrawn_because},
    )
    await session.flush()
    people = await _told(session, advisory, now=now)
    why = AdvisoryNoted(AdvisoryNoteKind.WITHDRAWN)
    await advisories.note(session, advisory=advisory, people=people, why=why, now=now)
    await advisories.redraw(session, advisory=advisory, now=now, lane=Lane.REPLY)
    return advisory


def reason(because: str) -> str:
    """Give the reason of a withdrawal as it is kept; raises AdvisoryReasonLength."""
    kept = tidy_line(because)
    if not 1 <= len(kept) <= REASON_LENGTH:
        raise AdvisoryReasonLength(limit=REASON_LENGTH)
    return kept


async def _told(session: AsyncSession, advisory: Advisory, *, now: datetime) -> list[int]:
    """List all who speak (ids) for the businesses that were sent an advisory."""
    members = await session.exec(
        select(AdvisoryReceipt.member_id).where(AdvisoryReceipt.advisory_id == id_of(advisory))
    )
    found = await circles.speakers(session, members=members.all(), now=now)
    return list(dict.fromkeys(person_id for _, person_id in found))


def _record(
    session: AsyncSession,
    advisory: Advisory,
    action: str,
    by: Person,
    now: datetime,
    *,
    before: dict[str, object],
    after: dict[str, object],
) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject=ADVISORY_SUBJECT,
        subject_id=id_of(advisory),
        now=now,
        before=before,
        after=after,
    )
