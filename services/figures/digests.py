"""Digests: wished for by a tap, sent on Monday and on the first at eight, for as long as one coordinates."""

from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.figures import DigestRhythm, DigestWish
from models.identity import id_of
from models.people import Person
from services.figures import periods
from services.figures.kinds import DIGEST, DigestOf
from services.figures.periods import Period, PeriodKind
from services.ground import audit
from services.outbox import broadcasts
from services.people import accounts

EIGHT = time(8, 0)
KINDS = {DigestRhythm.WEEKLY: PeriodKind.WEEK, DigestRhythm.MONTHLY: PeriodKind.MONTH}
SUBJECT = "digest"


def next_due(rhythm: DigestRhythm, *, after: datetime, time_zone: ZoneInfo) -> datetime:
    """Tell when the next digest is due: at eight on the first day of a week or a month, later than `after`."""
    this = periods.of_day(KINDS[rhythm], after.astimezone(time_zone).date())
    coming = (datetime.combine(one.first, EIGHT, time_zone) for one in (this, this.after))
    return next(at for at in coming if at > after)


def is_of(rhythm: DigestRhythm, day: date) -> Period:
    """Tell of which period a digest is that comes on a day: the last one that was over then."""
    return periods.of_day(KINDS[rhythm], day).before


async def wished(session: AsyncSession, *, person: Person) -> Collection[DigestRhythm]:
    """Tell which digests a person wants."""
    query = select(DigestWish.rhythm).where(DigestWish.person_id == id_of(person))
    return {DigestRhythm(one) for one in (await session.exec(query)).all()}


async def wish(
    session: AsyncSession, *, rhythm: DigestRhythm, wants: bool, person: Person, now: datetime, time_zone: ZoneInfo
) -> None:
    """Keep whether a person wants a digest; a second tap changes nothing."""
    kept = await session.get(DigestWish, (id_of(person), rhythm))
    if wants is (kept is not None):
        return
    if kept is not None:
        await session.delete(kept)
    else:
        due_at = next_due(rhythm, after=now, time_zone=time_zone)
        session.add(DigestWish(person_id=id_of(person), rhythm=rhythm, wished_at=now, due_at=due_at))
    audit.record(
        session,
        person=person,
        action="digest-wished" if wants else "digest-let-go",
        subject=SUBJECT,
        subject_id=None,
        now=now,
        before={"wants": not wants},
        after={"wants": wants, "rhythm": rhythm},
    )
    await session.flush()


async def send_due(session: AsyncSession, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Send the digests that are due; after an outage one of the last period alone.

    Whoever does not coordinate any more gets none, and their wish is over.
    """
    query = select(DigestWish).where(col(DigestWish.due_at) <= now).order_by(col(DigestWish.person_id))
    due = (await session.exec(query)).all()
    if not due:
        return
    coordinating = set(await accounts.coordinator_ids(session))
    today = now.astimezone(time_zone).date()
    for rhythm in DigestRhythm:
        meant = [one for one in due if one.rhythm is rhythm]
        people = [one.person_id for one in meant if one.person_id in coordinating]
        for one in meant:
            if one.person_id in coordinating:
                one.due_at = next_due(rhythm, after=now, time_zone=time_zone)
            else:
                await session.delete(one)
        if people:
            of = DigestOf(is_of(rhythm, today).key, rhythm)
            await broadcasts.queue(session, kind=DIGEST, people=people, details=of, now=now)
    await session.flush()
