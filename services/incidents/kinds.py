"""What is said of incidents: the alert and its reminders, what coordinators write, and their tally."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.identity import id_of
from models.incidents import NOTICE_SUBJECT, Incident, Notice
from services.ground.details import Details, read
from services.ground.faces import MessageKind, called
from services.incidents import under_way

SUBJECT = "incident"


@dataclass(frozen=True)
class AfterOutage(Details):
    """Marks a reminder after an outage: its words say that an answer given meanwhile may not have arrived."""

    word = "after_outage"


@dataclass(frozen=True)
class OfNotice(Details):
    """The notice (id) that a message brings."""

    word = "notice"
    notice_id: int


async def of_notice(session: AsyncSession, _: int | None, details: Mapping[str, Any] | None) -> tuple[str, int] | None:
    """Tell where the files of a notice are kept; one that was taken back brings none any more."""
    brought = read(details, OfNotice)
    notice = await session.get(Notice, brought.notice_id) if brought is not None else None
    return (NOTICE_SUBJECT, id_of(notice)) if notice is not None and notice.taken_back_at is None else None


async def _under_way(session: AsyncSession, member_id: int) -> Sequence[tuple[int, None]]:
    incidents = await session.exec(under_way.of_member(member_id))
    return [(incident_id, None) for incident_id in incidents.all()]


CALLED = called(Incident.code)
ALERT = MessageKind(
    BroadcastKind.ALERT, Lane.ALERT, SUBJECT, named=CALLED, sent_again=True, stays=True, open_for=_under_way
)
REMINDER = MessageKind(BroadcastKind.REMINDER, Lane.REMINDER, SUBJECT, named=CALLED, details=(AfterOutage,), stays=True)
REPLY = MessageKind(
    BroadcastKind.REPLY,
    Lane.REPLY,
    SUBJECT,
    named=CALLED,
    details=(OfNotice,),
    sent_again=True,
    brings=of_notice,
)
UPDATE = MessageKind(
    BroadcastKind.UPDATE,
    Lane.UPDATE,
    SUBJECT,
    named=CALLED,
    details=(OfNotice,),
    sent_again=True,
    brings=of_notice,
)
ALL_CLEAR = MessageKind(
    BroadcastKind.ALL_CLEAR,
    Lane.UPDATE,
    SUBJECT,
    named=CALLED,
    details=(OfNotice,),
    sent_again=True,
    brings=of_notice,
)
REOPENED = MessageKind(BroadcastKind.REOPENED, Lane.UPDATE, SUBJECT, named=CALLED, details=(OfNotice,), sent_again=True)
TALLY = MessageKind(BroadcastKind.TALLY, Lane.TALLY, SUBJECT, named=CALLED, sent_again=True, replaceable=True)
KINDS = (ALERT, REMINDER, REPLY, UPDATE, ALL_CLEAR, REOPENED, TALLY)
# The messages that show a member where an incident stands and what was answered.
CARDS = (ALERT, REMINDER)
