"""The clock's work: everything that happens later is a row with a due time, and a tick asks what is due."""

from datetime import datetime
from zoneinfo import ZoneInfo

from models.database import Database
from services.business import confirmations
from services.duty import rota
from services.ground import audit, drafts, inbox
from services.groups import bindings
from services.incidents import outcomes, reminders
from services.jobs import queue as jobs
from services.people import invitations
from services.tasks import ladder
from services.watch import outages
from services.wings import KINDS


async def tick(database: Database, *, now: datetime, time_zone: ZoneInfo) -> None:
    """Do what is due: reminders, questions anew after an outage, deliveries whose worker is gone."""
    async with database.writing() as session:
        await outages.ask_due(session, now=now)
        # Who is about to be asked again because of an outage needs no reminder beside it.
        if not await outages.is_catching_up(session):
            await reminders.remind_due(session, now=now)
        await rota.remind_due(session, now=now)
        await bindings.release_gone(session, now=now)
        await ladder.remind_due(session, now=now)
        await confirmations.ask_due(session, now=now, time_zone=time_zone)
        await outcomes.take_over(session, kinds=KINDS, now=now)


async def tidy(database: Database, *, now: datetime) -> None:
    """Forget what need not be kept any longer."""
    async with database.writing() as session:
        for room in (inbox, drafts, rota, invitations, jobs, audit):
            await room.forget_old(session, now=now)
