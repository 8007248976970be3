"""The books after it all: what was tapped against what is stored, what was stored against what arrived."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import and_, col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.database import Database
from models.inbox import InboxState, InboxUpdate
from models.incidents import Incident
from models.people import Person
from models.responses import Answer, Response, ResponseChange
from services.tally import counting as tally
from services.tally.counting import GROUP_OF, AnswerGroup

UNDER_WAY = (DeliveryState.PENDING, DeliveryState.SENDING)
NUMBER = re.compile(r": ([\d.]+) \(")


@dataclass(frozen=True)
class Books:
    """What the database says: each person's answers in order, how updates, messages and businesses stand.

    `failed` counts the updates at which an attempt failed, through no fault of the database.
    """

    histories: Mapping[int, Sequence[Answer]]
    standing: Mapping[int, Answer]
    updates: Mapping[InboxState, int]
    failed: int
    alerts: Mapping[DeliveryState, int]
    broadcasts: Mapping[BroadcastKind, int]
    groups: Mapping[AnswerGroup, int]


async def is_quiet(database: Database) -> bool:
    """Tell whether nothing is left to send, to edit or to apply."""
    to_edit = and_(col(Delivery.state) == DeliveryState.SENT, col(Delivery.edit_due_at).is_not(None))
    async with database.reading() as session:
        message = await session.exec(
            select(Delivery.id).where(or_(col(Delivery.state).in_(UNDER_WAY), to_edit)).limit(1)
        )
        update = await session.exec(select(InboxUpdate).where(InboxUpdate.state == InboxState.STORED).limit(1))
        return message.first() is None and update.first() is None


async def on_its_way(database: Database) -> int:
    """Count the messages and edits that a bot has taken and not written down yet."""
    async with database.reading() as session:
        taken = select(func.count()).select_from(Delivery).where(col(Delivery.leased_until).is_not(None))
        return (await session.exec(taken)).one()


async def read(database: Database) -> Books:
    """Read the books."""
    async with database.reading() as session:
        (incident,) = (await session.exec(select(Incident))).all()
        counted = await tally.count(session, incident=incident, now=datetime.now(UTC))
        updates = await session.exec(select(InboxUpdate.state, func.count()).group_by(col(InboxUpdate.state)))
        failed = (await session.exec(select(func.count()).where(col(InboxUpdate.attempts) > 0))).one()
        kinds = await session.exec(select(Broadcast.kind, func.count()).group_by(col(Broadcast.kind)))
        return Books(
            histories=await _histories(session),
            standing=await _standing(session),
            updates={InboxState(state): number for state, number in updates},
            failed=failed,
            alerts={state: number for state, number in counted.messages.items() if number},
            broadcasts={BroadcastKind(kind): number for kind, number in kinds},
            groups={group: number for group, number in counted.groups.items() if number},
        )


async def _histories(session: AsyncSession) -> dict[int, list[Answer]]:
    query = (
        select(Person.telegram_id, ResponseChange.answer)
        .join(ResponseChange, col(ResponseChange.person_id) == Person.id)
        .order_by(col(ResponseChange.id))
    )
    histories: dict[int, list[Answer]] = {}
    for telegram_id, answer in await session.exec(query):
        histories.setdefault(telegram_id, []).append(Answer(answer))
    return histories


async def _standing(session: AsyncSession) -> dict[int, Answer]:
    query = select(Person.telegram_id, Response.answer).join(Response, col(Response.person_id) == Person.id)
    return {telegram_id: Answer(answer) for telegram_id, answer in await session.exec(query)}


def tally_of(taps: Mapping[int, Sequence[Answer]], people: int) -> dict[AnswerGroup, int]:
    """Count what the tally must say when each person's last tap counts."""
    counted = Counter(GROUP_OF[answers[-1]] for answers in taps.values())
    counted[AnswerGroup.SILENT] = people - len(taps)
    return {group: number for group, number in counted.items() if number}


def numbers_shown(text: str) -> list[int]:
    """Read the counts of businesses in a tally's text, in its order of groups."""
    return [int(number.replace(".", "")) for number in NUMBER.findall(text)]
