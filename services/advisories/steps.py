"""The clock of an advisory: whoever is late is reminded at half and at nine tenths, then named to coordinators."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryAnswer, AdvisoryReceipt, AdvisoryState, AdvisoryStep
from models.identity import id_of
from models.people import Person
from services.advisories import advisories, circles
from services.advisories.kinds import ADVISORY_PAGE, AdvisoryAtEnd, AdvisoryNoted, AdvisoryNoteKind
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.daytime import by_day
from services.outbox import broadcasts
from services.people import accounts

# How long those who are late are left in peace after they were reminded.
PAUSE = timedelta(hours=2)
PARTS = {AdvisoryStep.HALF: 0.5, AdvisoryStep.NEARLY: 0.9, AdvisoryStep.OVER: 1.0}


class AdvisoryOver(Refusal):
    """The advisory `code` was withdrawn."""


class RemindedLately(Refusal):
    """Those who are late were reminded at `at`; until `until` they are left in peace."""


class NobodyIsLate(Refusal):
    """Everybody has acknowledged the advisory."""


def plan(advisory: Advisory, *, now: datetime) -> None:
    """Set what comes next by the clock, counted from now on; without a deadline nothing does."""
    if advisory.due_at is None or advisory.state is not AdvisoryState.OPEN or advisory.due_at <= now:
        advisory.step = advisory.step_at = None
        return
    advisory.step = AdvisoryStep.HALF
    advisory.step_at = now + (advisory.due_at - now) * PARTS[AdvisoryStep.HALF]


def _go_on(advisory: Advisory, step: AdvisoryStep, at: datetime) -> None:
    """Set the step that follows one that was due at a moment."""
    due_at = advisory.due_at or at
    if step is AdvisoryStep.HALF:
        # What was half of the time when it was planned is as much again until the end.
        whole = (due_at - at) * 2
        advisory.step, advisory.step_at = AdvisoryStep.NEARLY, due_at - whole * (1 - PARTS[AdvisoryStep.NEARLY])
    elif step is AdvisoryStep.NEARLY:
        advisory.step, advisory.step_at = AdvisoryStep.OVER, due_at
    else:
        advisory.step = advisory.step_at = None


def acts_at(advisory: Advisory, at: datetime, time_zone: ZoneInfo) -> datetime:
    """Tell when a step is taken that is due at a moment: at night in the morning, unless that is too late to remind."""
    morning, due_at = by_day(at, time_zone), advisory.due_at or at
    return morning if due_at <= at or morning < due_at else at


async def take_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Take the steps that are due, by day; of several that were missed the last one counts."""
    query = select(Advisory).where(col(Advisory.step_at) <= now, Advisory.state == AdvisoryState.OPEN)
    for advisory in (await session.exec(query.order_by(col(Advisory.id)))).all():
        if acts_at(advisory, now, time_zone) > now:
            continue
        taken: AdvisoryStep | None = None
        while advisory.step is not None and advisory.step_at is not None and advisory.step_at <= now:
            taken = advisory.step
            _go_on(advisory, taken, advisory.step_at)
        await session.flush()
        if taken is AdvisoryStep.OVER:
            await _tell_who_is_late(session, advisory, now=now)
        elif taken is not None:
            await _remind(session, advisory, undone_too=taken is AdvisoryStep.NEARLY, now=now)


async def _tell_who_is_late(session: AsyncSession, advisory: Advisory, *, now: datetime) -> None:
    """Send coordinators the page, which names those who are late from now on."""
    await broadcasts.queue(
        session,
        kind=ADVISORY_PAGE,
        people=await accounts.coordinator_ids(session),
        subject_id=id_of(advisory),
        details=AdvisoryAtEnd(),
        now=now,
    )
    await advisories.redraw(session, advisory=advisory, now=now)


async def _remind(session: AsyncSession, advisory: Advisory, *, undone_too: bool, now: datetime) -> int:
    """Remind those who have not acknowledged an advisory, and with `undone_too` those who have not done it."""
    unseen = await late_people(session, advisory=advisory, answers=(None,), now=now)
    why = AdvisoryNoted(AdvisoryNoteKind.UNSEEN)
    await advisories.note(session, advisory=advisory, people=unseen, why=why, now=now)
    undone: Sequence[int] = ()
    if undone_too:
        both = await late_people(session, advisory=advisory, answers=(AdvisoryAnswer.ACKNOWLEDGED,), now=now)
        undone = [one for one in both if one not in set(unseen)]
        why = AdvisoryNoted(AdvisoryNoteKind.UNDONE)
        await advisories.note(session, advisory=advisory, people=undone, why=why, now=now)
    if unseen or undone:
        advisory.reminded_at = now
        await session.flush()
        await advisories.redraw(session, advisory=advisory, kinds=(ADVISORY_PAGE,), now=now)
    return len(unseen) + len(undone)


async def late_people(
    session: AsyncSession, *, advisory: Advisory, answers: Collection[AdvisoryAnswer | None], now: datetime
) -> Sequence[int]:
    """List who (ids) speaks for a business that says one of some things of an advisory, None for nothing."""
    said = [one for one in answers if one is not None]
    answered, silent = col(AdvisoryReceipt.answer).in_(said), col(AdvisoryReceipt.answer).is_(None)
    which = or_(answered, silent) if None in answers else answered
    members = await session.exec(
        select(AdvisoryReceipt.member_id).where(AdvisoryReceipt.advisory_id == id_of(advisory), which)
    )
    found = await circles.speakers(session, members=members.all(), now=now)
    return list(dict.fromkeys(person_id for _, person_id in found))


async def nudge(session: AsyncSession, *, advisory_id: int, by: Person, now: datetime) -> int:
    """Remind those who have not acknowledged an advisory, as a coordinator wishes; return how many people.

    Raises AdvisoryUnknown, AdvisoryOver, RemindedLately or NobodyIsLate.
    """
    advisory = await open_one(session, advisory_id=advisory_id)
    # Whoever has just got the card is left in peace as well.
    last = max(one for one in (advisory.reminded_at, advisory.changed_at, advisory.sent_at) if one is not None)
    if now - last < PAUSE:
        raise RemindedLately(at=last, until=last + PAUSE)
    people = await _remind(session, advisory, undone_too=False, now=now)
    if not people:
        raise NobodyIsLate
    audit.record(
        session,
        person=by,
        action="advisory-reminded",
        subject=ADVISORY_SUBJECT,
        subject_id=advisory_id,
        now=now,
        after={"people": people},
    )
    return people


async def open_one(session: AsyncSession, *, advisory_id: int) -> Advisory:
    """Find an advisory that stands, and let nobody else change it; raises AdvisoryUnknown or AdvisoryOver."""
    advisory = await advisories.by_id(session, advisory_id=advisory_id, lock=True)
    if advisory.state is not AdvisoryState.OPEN:
        raise AdvisoryOver(code=advisory.code)
    return advisory
