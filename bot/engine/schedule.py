"""The clock's work: everything that happens later is a row with a due time, and a tick asks what is due."""

from datetime import datetime
from zoneinfo import ZoneInfo

from models.database import Database
from services.watch import outages
from services.wings import KINDS, WINGS

# What the wings have due, in the order in which a tick does it.
DUE = sorted((due for wing in WINGS for due in wing.due), key=lambda due: due.rank)


async def tick(database: Database, *, now: datetime, time_zone: ZoneInfo, cap_sender: str | None = None) -> None:
    """Do what is due: reminders, questions anew after an outage, deliveries whose worker is gone.

    `cap_sender` is the name under which other systems are told; without one they are told nothing.
    """
    known = {"time_zone": time_zone, "kinds": KINDS, "wings": WINGS, "cap_sender": cap_sender}
    async with database.writing() as session:
        catching_up: bool | None = None
        for due in DUE:
            if due.rests_while_catching_up:
                # What might change it was done before the first of these.
                catching_up = await outages.is_catching_up(session) if catching_up is None else catching_up
                if catching_up:
                    continue
            await due.work(session, now=now, **{name: known[name] for name in due.wants})


async def tidy(database: Database, *, now: datetime) -> None:
    """Forget what need not be kept any longer."""
    async with database.writing() as session:
        for wing in WINGS:
            for forget_old in wing.tidy:
                await forget_old(session, now=now)
