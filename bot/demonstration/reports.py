"""The one report that is open in the demonstration: a business saw something, and the duty officer has looked at it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.demonstration.cast import DUTY_OFFICER_ID, IT_ID
from bot.demonstration.texts import words
from handlers.frame.office import Office
from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.people import Person
from models.reports import REPORT_SUBJECT, Report, ReportKind
from services.people import businesses
from services.reports import reporting, triage
from services.reports.reporting import Sign

AGO, LOOKED_AFTER = timedelta(minutes=40), timedelta(minutes=3)
BEGAN_BEFORE = timedelta(hours=1)


async def send(session: AsyncSession, *, staff: Mapping[int, Person], office: Office, now: datetime) -> None:
    """Let an IT business have reported a while ago what is still to be decided on; nobody is rung up for it now."""
    person = (await session.exec(select(Person).where(Person.telegram_id == IT_ID))).one()
    member = (await businesses.spoken_for(session, person=person))[0]
    at = now - AGO
    report = await reporting.report(
        session,
        sign=Sign(
            member_id=id_of(member),
            kind=ReportKind.FAILURE,
            began_at=at - BEGAN_BEFORE,
            text=words(office.language, "report-text"),
        ),
        draft_key="demonstration",
        by=person,
        province_code=office.province_code,
        now=at,
        time_zone=office.time_zone,
    )
    await triage.look(session, report=report, by=staff[DUTY_OFFICER_ID], now=at + LOOKED_AFTER)
    await _let_rest(session, report)


async def _let_rest(session: AsyncSession, report: Report) -> None:
    """Send nothing of it: chats begin empty, and the report is found where reports stand."""
    about = select(Broadcast.id).where(Broadcast.subject == REPORT_SUBJECT, Broadcast.subject_id == id_of(report))
    await session.exec(
        update(Delivery)
        .where(col(Delivery.broadcast_id).in_(about))
        .values(state=DeliveryState.DROPPED, edit_due_at=None)
    )
