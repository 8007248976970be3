"""A business says whether the network may name it with thanks, and can take that back at any time."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.people import Person
from services.honours import honours
from services.honours.honours import HonourSheet
from services.incidents.sharing import honoured


async def say(session: AsyncSession, *, honour_id: int, accepts: bool, by: Person, now: datetime) -> HonourSheet:
    """Keep whether a business may be named, in what went out too; the latest word counts. Raises HonourUnknown.

    A yes is of those alone who speak for the business now.
    """
    find = honours.own if accepts else honours.to_take_back
    found = await find(session, honour_id=honour_id, person=by)
    honour = await honours.by_id(session, honour_id=honour_id, lock=True)
    await honoured.keep(session, honour=honour, accepts=accepts, by=by, now=now)
    return found
