"""The messages of an escalation: to whoever is called in the bot, and to those who coordinate."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState, Lane
from models.escalation import ESCALATION_SUBJECT, Escalation, EscalationCall
from models.identity import id_of
from models.people import Person
from services.escalation.kinds import CALL, WATCH, CallCard, EscalationNews, EscalationWatch
from services.incidents import cards as incident_cards
from services.outbox import broadcasts
from services.outbox.deliveries import Claimed
from services.people import accounts


async def call(session: AsyncSession, *, escalation: Escalation, one: EscalationCall, now: datetime) -> None:
    """Send a call to a person in the bot; others are called by phone."""
    if one.person_id is not None:
        await broadcasts.queue(
            session,
            kind=CALL,
            people=[one.person_id],
            subject_id=id_of(escalation),
            details=CallCard(id_of(one)),
            now=now,
        )


async def tell(
    session: AsyncSession, *, escalation: Escalation, news: EscalationNews, now: datetime, by: Person | None = None
) -> None:
    """Tell everybody who coordinates how an escalation stands, but the one `by` whose tap it shows already."""
    await incident_cards.redraw_tally(session, incident_id=escalation.incident_id, now=now)
    people = [one for one in await accounts.coordinator_ids(session) if by is None or one != id_of(by)]
    await broadcasts.queue(
        session, kind=WATCH, people=people, subject_id=id_of(escalation), details=EscalationWatch(news), now=now
    )


async def tell_of_silence(session: AsyncSession, *, escalation: Escalation, now: datetime) -> None:
    """Tell whoever coordinates that calls came to nothing: by a card at each stage, which is edited as more do.

    Whoever opened something else in the place of that card gets another.
    """
    having = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(WATCH, id_of(escalation)),
            col(Broadcast.details)["news"].as_string() == EscalationNews.SILENT,
            col(Broadcast.created_at) >= escalation.stage_at,
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT)),
        )
    )
    told = set((await session.exec(having)).all())
    people = [id_of(person) for person in await accounts.coordinators(session) if person.id not in told]
    if people:
        silent = EscalationWatch(EscalationNews.SILENT)
        await broadcasts.queue(
            session, kind=WATCH, people=people, subject_id=id_of(escalation), details=silent, now=now
        )


async def is_shown_below(session: AsyncSession, *, claimed: Claimed) -> bool:
    """Tell whether a newer card of the same escalation stands, or will, below a coordinator's."""
    below = (
        select(Delivery.id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            *broadcasts.about(WATCH, claimed.subject_id),
            Delivery.channel == claimed.channel,
            Delivery.address == claimed.address,
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT)),
            col(Delivery.message_id).is_(None) | (col(Delivery.message_id) > (claimed.message_id or 0)),
        )
    )
    return (await session.exec(below.limit(1))).first() is not None


async def redraw(session: AsyncSession, *, escalation: Escalation, now: datetime) -> None:
    """Have every message about an escalation edited in place."""
    await broadcasts.redraw(session, subject=ESCALATION_SUBJECT, subject_id=id_of(escalation), lane=Lane.REPLY, now=now)
    await incident_cards.redraw_tally(session, incident_id=escalation.incident_id, now=now)
