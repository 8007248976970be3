"""Whether honours name a business: its latest word counts, wherever it is said that it may be named no more."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.honours import HONOUR_RELEASE_SUBJECT, HONOUR_SUBJECT, Honour
from models.identity import id_of
from models.people import Person
from services.ground import audit
from services.outbox import broadcasts


async def keep(session: AsyncSession, *, honour: Honour, accepts: bool, by: Person, now: datetime) -> None:
    """Keep whether an honour may name its business, in what went out too."""
    before, honour.may_be_named = honour.may_be_named, accepts
    honour.named_by_id = id_of(by)
    audit.record(
        session,
        person=by,
        action="honour-naming",
        subject=HONOUR_SUBJECT,
        subject_id=id_of(honour),
        now=now,
        before={"may_be_named": before},
        after={"may_be_named": accepts},
    )
    await session.flush()
    await redraw(session, honour=honour, now=now)


async def unname(
    session: AsyncSession,
    *,
    members: Collection[int],
    by: Person,
    now: datetime,
    incident_id: int | None = None,
    lesson_id: int | None = None,
) -> None:
    """Name some businesses (ids) no more with thanks for an incident or a lesson: they said no where that was asked.

    A yes said there gives no consent here: what is known of one is read when an honour is confirmed.
    """
    await session.flush()
    query = select(Honour).where(col(Honour.member_id).in_(members), col(Honour.may_be_named).is_(True))
    if incident_id is not None:
        query = query.where(Honour.incident_id == incident_id)
    else:
        query = query.where(col(Honour.lesson_id).is_not(None), Honour.lesson_id == lesson_id)
    for honour in (await session.exec(query.with_for_update().execution_options(populate_existing=True))).all():
        await keep(session, honour=honour, accepts=False, by=by, now=now)


async def redraw(session: AsyncSession, *, honour: Honour, now: datetime) -> None:
    """Have every message edited that shows an honour: the thanks, and the names that went to the network."""
    for subject, subject_id in ((HONOUR_SUBJECT, honour.id), (HONOUR_RELEASE_SUBJECT, honour.release_id)):
        if subject_id is not None:
            await broadcasts.redraw(session, subject=subject, subject_id=subject_id, lane=Lane.UPDATE, now=now)
