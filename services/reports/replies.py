"""What a reply in Telegram answers: a message of ours that shows a report."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery
from models.conversations import QUESTION_SUBJECT, QuestionState
from models.identity import id_of
from models.people import Person
from models.reports import ENDED, REPORT_SUBJECT, Report, ReportChange, ReportStep
from services.conversations import asking
from services.conversations import meaning as conversations
from services.conversations.asking import QuestionSettled, QuestionUnknown
from services.ground import attachments
from services.reports import reporting


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
    """List a person's reports on which coordinators asked back and wait for words, the one asked last first.

    One that became a part of an incident meanwhile is among them until that is over.
    """
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
            col(Report.state).not_in(ENDED),
            col(Report.naming_asked_at).is_(None),
            ReportChange.step == ReportStep.ASKED_BACK,
            col(ReportChange.id).in_(talk),
        )
        .order_by(col(ReportChange.id).desc())
    )
    return (await session.exec(query)).all()


async def take_words(
    session: AsyncSession, *, report_id: int, message_id: int, by: Person, province_code: str, now: datetime
) -> Report:
    """Add what a person wrote in a message (id) to their report; as a question it waits for nobody any more.

    What was answered as a question meanwhile stays one as well. Raises QuestionUnknown, QuestionSettled for what was
    taken back or moved, or what `reporting.add` raises.
    """
    question = await conversations.written(session, person=by, group_id=None, message_id=message_id)
    if question is None:
        raise QuestionUnknown
    if question.state is QuestionState.TAKEN_BACK:
        raise QuestionSettled
    files = await attachments.of(session, subject=QUESTION_SUBJECT, subject_id=id_of(question))
    report = await reporting.add(
        session, report_id=report_id, text=question.text, files=files, by=by, province_code=province_code, now=now
    )
    if question.settled_by_id is None:
        await asking.move(session, question=question, to=report.code, now=now)
    return report
