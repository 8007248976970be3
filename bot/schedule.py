"""The clock's work: everything that happens later is a row with a due time, and a tick asks what is due."""

from datetime import datetime
from zoneinfo import ZoneInfo

from models.database import Database
from services import (
    audit,
    confirmations,
    drafts,
    duty_roster,
    groups,
    inbox,
    invitations,
    jobs,
    outages,
    outcomes,
    reminders,
    task_reminders,
)


async def tick(database: Database, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Do what is due: reminders, questions anew after an outage, deliveries whose worker is gone."""
    async with database.writing() as session:
        await outages.ask_due(session, now=now)
        # Who is about to be asked again because of an outage needs no reminder beside it.
        if not await outages.is_catching_up(session):
            await reminders.remind_due(session, now=now)
        await duty_roster.remind_due(session, now=now)
        await groups.release_gone(session, now=now)
        await task_reminders.remind_due(session, now=now)
        await confirmations.ask_due(session, now=now, time_zone=time_zone)
        await outcomes.take_over(session, now=now)


async def tidy(database: Database, *, now: datetime) -> None:
    """Forget what need not be kept any longer."""
    async with database.writing() as session:
        for room in (inbox, drafts, duty_roster, invitations, jobs, audit):
            await room.forget_old(session, now=now)
