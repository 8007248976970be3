"""A business says whether the network may name it with thanks, and can take that back at any time."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.honours import HONOUR_SUBJECT
from models.identity import id_of
from models.people import Person
from services.ground import audit
from services.honours import deciding, honours
from services.honours.honours import HonourSheet


async def say(session: AsyncSession, *, honour_id: int, accepts: bool, by: Person, now: datetime) -> HonourSheet:
    """Keep whether a business may be named, in what went out too; the latest word counts. Raises HonourUnknown."""
    found = await honours.own(session, honour_id=honour_id, person=by)
    honour = await honours.by_id(session, honour_id=honour_id, lock=True)
    before, honour.may_be_named = honour.may_be_named, accepts
    honour.named_by_id = id_of(by)
    audit.record(
        session,
        person=by,
        action="honour-naming",
        subject=HONOUR_SUBJECT,
        subject_id=honour_id,
        now=now,
        before={"may_be_named": before},
        after={"may_be_named": accepts},
    )
    await session.flush()
    await deciding.redraw(session, honour=honour, now=now)
    return found
