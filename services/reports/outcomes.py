"""What follows when a reporter could not be sent what was said of their report: coordinators see it on its card."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.reports import REPORT_SUBJECT
from services.outbox import broadcasts
from services.outbox.deliveries import Outcome, Result
from services.reports.kinds import REPORT, REPORTERS_CARD

LOST = (Outcome.UNREACHABLE, Outcome.FAILED, Outcome.STALE)


async def settle(session: AsyncSession, *, results: Sequence[Result], now: datetime) -> None:
    """Have the coordinators' cards edited of reports whose reporter was not reached."""
    lost = {
        result.claimed.subject_id
        for result in results
        if result.claimed.kind == REPORTERS_CARD.name and not result.claimed.is_edit and result.outcome in LOST
    }
    for report_id in sorted(one for one in lost if one is not None):
        await broadcasts.redraw(
            session, kinds=(REPORT,), subject=REPORT_SUBJECT, subject_id=report_id, lane=Lane.REPLY, now=now
        )
