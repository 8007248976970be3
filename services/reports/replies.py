"""What a reply in Telegram answers: a message of ours that shows a report."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.identity import id_of
from models.people import Person
from models.reports import REPORT_SUBJECT, UNDECIDED, Report, ReportChange, ReportStep


async def report_of(session: AsyncSession, *, address: str, message_id: int) -> Report | None:
    """Find the report that one of our messages (id) in a chat shows; None for any other message."""
    query = (
        select(Broadcast.subject, Broadcast.subject_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.address == address, Delivery.message_id == message_id)
        .order_by(col(Delivery.id).desc())
        .limit(1)
    )
    found = (await session.exec(query)).first()
    if found is None or found[0] != REPORT_SUBJECT or found[1] is None:
        return None
    return await session.get(Report, found[1])


async def asked_back(session: AsyncSession, *, person: Person) -> Sequence[Report]:
    """List a person's reports on which coordinators asked back and wait for words, the one asked last first."""
    talk = (
        select(func.max(ReportChange.id))
        .where(col(ReportChange.step).in_((ReportStep.ASKED_BACK, ReportStep.ADDED)))
        .group_by(col(ReportChange.report_id))
    )
    query = (
        select(Report)
        .join(ReportChange, col(ReportChange.report_id) == col(Report.id))
        .where(
            Report.person_id == id_of(person),
            col(Report.state).in_(UNDECIDED),
            ReportChange.step == ReportStep.ASKED_BACK,
            col(ReportChange.id).in_(talk),
        )
        .order_by(col(ReportChange.id).desc())
    )
    return (await session.exec(query)).all()
