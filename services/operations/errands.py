"""Errands to Telegram that are no messages: ask how the group stands, make topics, name, pin, close and reopen them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.operations import IncidentTopic, OperationsGroup, TopicState
from models.tlp import Tlp
from services.incidents.kinds import TALLY
from services.operations import rooms, topics
from services.operations.rooms import Checked

# Mass renaming got bots muted: once for the end, and once where the end was a mistake.
MOST_RENAMED = 2
# Telegram takes no longer name of a topic.
NAME_LENGTH = 128
# A topic whose making has an unknown fate is made once more; a twin that stays empty is the price.
MOST_TRIED = 2
REST = timedelta(seconds=30)
UNDER_WAY = (DeliveryState.PENDING, DeliveryState.SENDING)


class ErrandKind(StrEnum):
    """What is asked of Telegram."""

    CHECK = "check"
    MAKE = "make"
    REOPEN = "reopen"
    RENAME = "rename"
    PIN = "pin"
    CLOSE = "close"


class Hindrance(StrEnum):
    """Why an errand was not done: the topic or the group is gone, the fate is unknown, or Telegram will not."""

    TOPIC_GONE = "topic_gone"
    GROUP_LOST = "group_lost"
    UNKNOWN = "unknown"
    REFUSED = "refused"


@dataclass(frozen=True)
class Errand:
    """One request to Telegram about the operations group, or about one topic (id) of it and what is in it.

    `is_red`: the incident was for named people alone when the errand was found.
    """

    kind: ErrandKind
    group_id: int
    chat_id: int
    topic_id: int | None = None
    incident_id: int | None = None
    thread_id: int | None = None
    message_id: int | None = None
    is_red: bool = False


async def next_due(session: AsyncSession, *, now: datetime) -> Errand | None:
    """Find what is to be done next."""
    group = await rooms.current(session)
    if group is None:
        return None
    if group.check_due_at is not None and group.check_due_at <= now:
        return Errand(ErrandKind.CHECK, id_of(group), group.chat_id)
    for topic, incident in await topics.living(session, group=group):
        errand = await _of_topic(session, group, topic, incident) if topic.due_at <= now else None
        if errand is not None:
            return errand
    return None


async def _of_topic(
    session: AsyncSession, group: OperationsGroup, topic: IncidentTopic, incident: Incident
) -> Errand | None:
    def errand(kind: ErrandKind, message_id: int | None = None) -> Errand:
        return Errand(
            kind=kind,
            group_id=id_of(group),
            chat_id=group.chat_id,
            topic_id=id_of(topic),
            incident_id=id_of(incident),
            thread_id=topic.thread_id,
            message_id=message_id,
            is_red=incident.tlp is Tlp.RED,
        )

    over = incident.status is IncidentStatus.CLOSED
    if topic.state is TopicState.WANTED:
        return errand(ErrandKind.MAKE)
    if _tells_too_much(topic, incident):
        return errand(ErrandKind.RENAME)
    if topic.state is TopicState.CLOSED:
        return None if over else errand(ErrandKind.REOPEN)
    unpinned = await _unpinned(session, topic) if group.may_pin else ()
    if unpinned:
        return errand(ErrandKind.PIN, unpinned[0])
    if topic.state is not TopicState.OPEN:
        return None
    if over != topic.named_over and topic.renamed < MOST_RENAMED:
        return errand(ErrandKind.RENAME)
    if not over and topic.renamed < MOST_RENAMED - 1 and _tells_another_title(topic, incident):
        return errand(ErrandKind.RENAME)
    return errand(ErrandKind.CLOSE) if over and await _has_all(session, topic, incident) else None


def _tells_too_much(topic: IncidentTopic, incident: Incident) -> bool:
    """Tell whether the name says what is for named people alone, which is mended however often it was changed."""
    named = topic.state in (TopicState.OPEN, TopicState.CLOSED) and topic.thread_id is not None
    return named and incident.tlp is Tlp.RED and not topic.named_red


def _tells_another_title(topic: IncidentTopic, incident: Incident) -> bool:
    """Tell whether the title was corrected since the topic was named: once, so that the end can still be said.

    Of a later correction the pinned card tells.
    """
    _, code, rest = topic.name.partition(incident.code)
    named, title = rest.lstrip(" ·"), " ".join(incident.title.split())
    if not code or not named or incident.tlp is Tlp.RED:
        return False
    is_cut = len(topic.name) >= NAME_LENGTH
    return not title.startswith(named) if is_cut else named != title


async def _unpinned(session: AsyncSession, topic: IncidentTopic) -> Sequence[int]:
    """List the cards (message ids) that are to be pinned: all in a topic, the tally alone in the group itself."""
    kinds = topics.PINNED if topic.state is TopicState.OPEN else (TALLY,)
    query = (
        select(Delivery.message_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(
            Delivery.incident_topic_id == id_of(topic),
            Delivery.state == DeliveryState.SENT,
            col(Broadcast.kind).in_([kind.name for kind in kinds]),
        )
        .order_by(col(Delivery.id))
    )
    return [one for one in (await session.exec(query)).all() if one is not None and one not in topic.pinned]


async def _has_all(session: AsyncSession, topic: IncidentTopic, incident: Incident) -> bool:
    """Tell whether everything that was to be said in a topic is said."""
    is_furnished = topic.is_furnished or incident.tlp is Tlp.RED
    if not is_furnished or await topics.lags(session, topic=topic, incident=incident):
        return False
    waiting = select(Delivery.id).where(
        Delivery.incident_topic_id == id_of(topic),
        col(Delivery.state).in_(UNDER_WAY) | col(Delivery.edit_due_at).is_not(None),
    )
    return (await session.exec(waiting.limit(1))).first() is None


async def begin(session: AsyncSession, *, errand: Errand, now: datetime) -> None:
    """Keep that an errand is on its way: whoever finds it after a crash waits, and knows that it was tried."""
    if errand.kind is ErrandKind.MAKE:
        topic = await session.get_one(IncidentTopic, errand.topic_id)
        topic.attempts, topic.due_at = topic.attempts + 1, now + REST


async def checked(session: AsyncSession, *, errand: Errand, found: Checked, title: str, now: datetime) -> None:
    """Keep how the group stands; where topics are possible again, open incidents get theirs."""
    group = await session.get_one(OperationsGroup, errand.group_id)
    if group.left_at is not None:
        return
    rooms.rename(group, title=title)
    await topics.learn(session, group=group, found=found, now=now)


async def done(
    session: AsyncSession, *, errand: Errand, thread_id: int | None = None, name: str = "", now: datetime
) -> None:
    """Keep that an errand about a topic was done."""
    topic = await session.get_one(IncidentTopic, errand.topic_id)
    incident = await session.get_one(Incident, topic.incident_id)
    topic.due_at = now
    match errand.kind:
        case ErrandKind.MAKE:
            topic.state, topic.thread_id, topic.name = TopicState.OPEN, thread_id, name
            await topics.let_go_of_cards(session, topic)
            _keep_named(topic, incident, errand)
        case ErrandKind.RENAME:
            topic.name, topic.renamed = name, topic.renamed + 1
            _keep_named(topic, incident, errand)
        case ErrandKind.PIN:
            topic.pinned = [*topic.pinned, errand.message_id or 0]
        case ErrandKind.CLOSE:
            topic.state = TopicState.CLOSED
        case ErrandKind.REOPEN:
            topic.state = TopicState.OPEN


def _keep_named(topic: IncidentTopic, incident: Incident, errand: Errand) -> None:
    """Keep what the name tells; a label that came while it was on its way is seen to next."""
    topic.named_over = incident.status is IncidentStatus.CLOSED
    topic.named_red = errand.is_red


async def hindered(session: AsyncSession, *, errand: Errand, why: Hindrance, now: datetime) -> None:
    """Keep why an errand was not done, and let what follows from it follow."""
    group = await session.get_one(OperationsGroup, errand.group_id)
    if why is Hindrance.GROUP_LOST:
        await rooms.lose(session, group=group, now=now)
        return
    if errand.topic_id is None:
        group.check_due_at = now + rooms.LOOK_AGAIN
        return
    topic = await session.get_one(IncidentTopic, errand.topic_id)
    if why is Hindrance.UNKNOWN and (errand.kind is not ErrandKind.MAKE or topic.attempts < MOST_TRIED):
        topic.due_at = now + REST
        return
    incident = await session.get_one(Incident, topic.incident_id)
    if errand.kind is ErrandKind.MAKE or (why is Hindrance.TOPIC_GONE and incident.status is not IncidentStatus.CLOSED):
        await topics.lose(session, topic=topic, now=now)
    else:
        await _give_up(session, group, topic, errand, now=now)


async def _give_up(
    session: AsyncSession, group: OperationsGroup, topic: IncidentTopic, errand: Errand, *, now: datetime
) -> None:
    """Do without: a pin, a name or a closed topic is a nicety, and what lacks is shown where the group is checked."""
    match errand.kind:
        case ErrandKind.PIN:
            topic.pinned = [*topic.pinned, errand.message_id or 0]
        case ErrandKind.RENAME:
            # Not asked for again, be it for the end or for a label.
            topic.renamed, topic.named_red = MOST_RENAMED, True
        case ErrandKind.CLOSE:
            topic.state = TopicState.CLOSED
        case ErrandKind.REOPEN:
            await topics.lose(session, topic=topic, now=now)
    rooms.check(group, now=now)


async def postpone(session: AsyncSession, *, errand: Errand, until: datetime) -> None:
    """Do an errand later, as if it had not been tried: its turn has not come, or it surely never got to Telegram."""
    if errand.topic_id is None:
        group = await session.get_one(OperationsGroup, errand.group_id)
        group.check_due_at = until
    else:
        topic = await session.get_one(IncidentTopic, errand.topic_id)
        topic.due_at, topic.attempts = until, max(0, topic.attempts - 1)
