"""The operations group itself: registered by an owner, checked, renamed, moved and lost."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Delivery, DeliveryState, Lane
from models.groups import Group
from models.identity import id_of
from models.operations import OPERATIONS_SUBJECT, IncidentTopic, OperationsGroup
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.operations.kinds import GROUP_PAGE, TROUBLE, OfTrouble, Trouble
from services.outbox import broadcasts
from services.people import accounts
from services.people.accounts import NAMELESS

# How long the group is left in peace after it was told where something belongs.
HINT_PAUSE = timedelta(minutes=10)
# How long Telegram is not asked again after it could not be.
LOOK_AGAIN = timedelta(minutes=1)
CURRENT = select(OperationsGroup).where(col(OperationsGroup.left_at).is_(None)).order_by(col(OperationsGroup.id).desc())


class GroupOfBusiness(Refusal):
    """The chat is a business's own group."""


class OperationsGroupAlready(Refusal):
    """The chat is the operations group already."""


class NoOperationsGroup(Refusal):
    """There is no operations group."""


@dataclass(frozen=True)
class Checked:
    """What Telegram says of a group: whether it has topics, and what the bot may do there."""

    is_forum: bool
    may_manage_topics: bool
    may_pin: bool
    may_delete: bool
    hears_all: bool


async def current(session: AsyncSession) -> OperationsGroup | None:
    """Find the operations group."""
    return (await session.exec(CURRENT)).first()


async def still(session: AsyncSession) -> OperationsGroup:
    """Find the operations group; raises NoOperationsGroup."""
    group = await current(session)
    if group is None:
        raise NoOperationsGroup
    return group


async def of_chat(session: AsyncSession, *, chat_id: int) -> OperationsGroup | None:
    """Find the operations group if it is in this chat."""
    query = select(OperationsGroup).where(OperationsGroup.chat_id == chat_id, col(OperationsGroup.left_at).is_(None))
    return (await session.exec(query)).first()


async def register(session: AsyncSession, *, chat_id: int, title: str, by: Person, now: datetime) -> OperationsGroup:
    """Make a chat the operations group in the place of the one before.

    Raises GroupOfBusiness or OperationsGroupAlready.
    """
    bound = select(Group).where(Group.chat_id == chat_id, col(Group.left_at).is_(None))
    if (await session.exec(bound)).first() is not None:
        raise GroupOfBusiness
    before = await current(session)
    if before is not None and before.chat_id == chat_id:
        raise OperationsGroupAlready
    if before is not None:
        await let_go(session, group=before, by=by, now=now)
    group = (await session.exec(select(OperationsGroup).where(OperationsGroup.chat_id == chat_id))).first()
    if group is None:
        group = OperationsGroup(
            chat_id=chat_id, title=title, language=by.language, registered_by_id=id_of(by), registered_at=now
        )
        session.add(group)
    group.registered_by_id, group.registered_at, group.left_at = id_of(by), now, None
    group.language, group.check_due_at, group.checked_at = by.language, now, None
    rename(group, title=title)
    await session.flush()
    _record(session, group, action="operations-group-registered", by=by, now=now)
    return group


async def let_go(session: AsyncSession, *, group: OperationsGroup, by: Person | None, now: datetime) -> None:
    """Say nothing more in a group: its topics are let go, and what waits to be said or edited there."""
    group.left_at = group.left_at or now
    group.check_due_at = None
    await session.flush()
    topics = select(IncidentTopic).where(
        IncidentTopic.operations_group_id == id_of(group), col(IncidentTopic.ended_at).is_(None)
    )
    for topic in (await session.exec(topics)).all():
        topic.ended_at = now
        await let_go_of_messages(session, topic=topic)
    _record(session, group, action="operations-group-let-go", by=by, now=now)
    await redraw_pages(session, group=group, now=now)


async def let_go_of_messages(session: AsyncSession, *, topic: IncidentTopic) -> None:
    """Send and edit nothing more of what was meant for a topic."""
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.incident_topic_id) == id_of(topic),
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENT, DeliveryState.FAILED)),
        )
        .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
    )


async def lose(session: AsyncSession, *, group: OperationsGroup, now: datetime) -> None:
    """Let go of a group that cannot be written to any more, and tell owners and coordinators once."""
    if group.left_at is not None:
        return
    await let_go(session, group=group, by=None, now=now)
    await tell(session, group=group, what=Trouble.LOST, now=now)


async def tell(session: AsyncSession, *, group: OperationsGroup, what: Trouble, now: datetime) -> None:
    """Tell owners and coordinators what is wrong with the group."""
    people = await accounts.coordinator_ids(session)
    await broadcasts.queue(
        session, kind=TROUBLE, people=people, subject_id=id_of(group), details=OfTrouble(what), now=now
    )


async def keep(session: AsyncSession, *, group: OperationsGroup, found: Checked, now: datetime) -> None:
    """Keep what Telegram says of the group, and have the pages that show it drawn anew."""
    group.is_forum, group.hears_all = found.is_forum, found.hears_all
    group.may_manage_topics, group.may_pin, group.may_delete = found.may_manage_topics, found.may_pin, found.may_delete
    group.checked_at, group.check_due_at = now, None
    await session.flush()
    await redraw_pages(session, group=group, now=now)


def has_topics(group: OperationsGroup) -> bool:
    """Tell whether the bot can open topics there, as far as is known."""
    return group.is_forum and group.may_manage_topics


async def redraw_pages(session: AsyncSession, *, group: OperationsGroup, now: datetime) -> None:
    """Have the pages edited that show how the group stands."""
    await broadcasts.redraw(
        session, kinds=(GROUP_PAGE,), subject=OPERATIONS_SUBJECT, subject_id=id_of(group), lane=Lane.REPLY, now=now
    )


def check(group: OperationsGroup, *, now: datetime) -> None:
    """Have Telegram asked how the group stands."""
    group.check_due_at = now


def rename(group: OperationsGroup, *, title: str) -> None:
    """Keep the name that the group has in Telegram, tidied like the names of people."""
    group.title = tidy_line(title) or NAMELESS


def may_hint(group: OperationsGroup, *, now: datetime) -> bool:
    """Tell whether the group may be told once more where something belongs, and keep that it is."""
    if group.hinted_at is not None and now - group.hinted_at < HINT_PAUSE:
        return False
    group.hinted_at = now
    return True


def _record(session: AsyncSession, group: OperationsGroup, *, action: str, by: Person | None, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject=OPERATIONS_SUBJECT,
        subject_id=id_of(group),
        now=now,
        after={"title": group.title},
    )
