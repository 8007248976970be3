"""After the end those engaged say that they stood down; with it they are on site no more."""

from contextlib import suppress
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import Incident
from models.people import Person
from services.incidents import offers
from services.presence import stays
from services.presence.stays import NotOnSite


async def stand_down(
    session: AsyncSession, *, incident: Incident, person: Person, now: datetime, only_for: int | None = None
) -> None:
    """Keep that a business called its people back after the end: each of a person's, or `only_for` one (id).

    Raises NotAlerted or NothingToStandDown.
    """
    await offers.stand_down(session, incident=incident, person=person, now=now, only_for=only_for)
    with suppress(NotOnSite):
        await stays.leave(session, incident=incident, person=person, now=now, only_for=only_for)
