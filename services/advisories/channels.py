"""The public channel: offered by whoever makes the bot its administrator, bound by an owner, let go, lost."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT
from models.broadcasts import Delivery, DeliveryState, Lane
from models.identity import id_of
from models.people import Language, Person
from models.public_channels import PUBLIC_CHANNEL_SUBJECT, PublicChannel
from services.advisories import posts
from services.advisories.kinds import ADVISORY_PAGE, CHANNEL, ChannelNews, ChannelNewsKind
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.outbox import broadcasts
from services.outbox.deliveries import Outcome, Result
from services.people import accounts
from services.people.accounts import NAMELESS


class ChannelUnknown(Refusal):
    """There is no such channel."""


class ChannelOutOfReach(Refusal):
    """The bot may not post in the channel `title`."""


class ChannelNotBound(Refusal):
    """The channel `title` is bound no more."""


class ChannelBoundAlready(Refusal):
    """The channel `title` is bound already."""


async def by_id(session: AsyncSession, *, channel_id: int) -> PublicChannel:
    """Find a channel; raises ChannelUnknown."""
    found = await session.get(PublicChannel, channel_id)
    if found is None:
        raise ChannelUnknown
    return found


async def bound_one(session: AsyncSession, *, channel_id: int) -> PublicChannel:
    """Find a channel that is bound; raises ChannelUnknown or ChannelNotBound."""
    found = await by_id(session, channel_id=channel_id)
    if found.bound_at is None:
        raise ChannelNotBound(title=found.title)
    return found


async def offered(session: AsyncSession) -> Sequence[PublicChannel]:
    """List the channels in which the bot may post and that are not bound."""
    query = select(PublicChannel).where(
        col(PublicChannel.bound_at).is_(None), col(PublicChannel.may_post), col(PublicChannel.left_at).is_(None)
    )
    return (await session.exec(query.order_by(col(PublicChannel.id).desc()).limit(5))).all()


async def hear(
    session: AsyncSession, *, chat_id: int, title: str, may_post: bool, language: Language, now: datetime
) -> None:
    """Keep what the bot may do in a channel from now on; owners hear of one that is new, and of one that is lost."""
    found = (await session.exec(select(PublicChannel).where(PublicChannel.chat_id == chat_id))).first()
    if found is None and not may_post:
        return
    if found is None:
        found = PublicChannel(chat_id=chat_id, title="", language=language, may_post=False, offered_at=now)
        session.add(found)
    found.title = tidy_line(title) or NAMELESS
    could, found.may_post = found.may_post and found.left_at is None, may_post
    await session.flush()
    if may_post and not could:
        found.offered_at, found.left_at, found.bound_at, found.bound_by_id = now, None, None, None
        await session.flush()
        await _tell(session, found, ChannelNewsKind.OFFERED, now=now)
    elif not may_post:
        await lose(session, channel=found, now=now)


async def bind(session: AsyncSession, *, channel_id: int, by: Person, now: datetime) -> PublicChannel:
    """Let what is for everybody be posted in a channel from now on, in the place of the one before.

    Raises ChannelUnknown, ChannelOutOfReach or ChannelBoundAlready.
    """
    found = await by_id(session, channel_id=channel_id)
    if not found.may_post or found.left_at is not None:
        raise ChannelOutOfReach(title=found.title)
    if found.bound_at is not None:
        raise ChannelBoundAlready(title=found.title)
    before = await posts.channel(session)
    if before is not None:
        await let_go(session, channel=before, by=by, now=now)
    found.bound_at, found.bound_by_id, found.language = now, id_of(by), by.language
    await session.flush()
    _record(session, found, "channel-bound", by, now)
    await redraw(session, channel=found, now=now)
    return found


async def let_go(session: AsyncSession, *, channel: PublicChannel, by: Person | None, now: datetime) -> None:
    """Post nothing more in a channel; what stands there stays as it is. It can be bound again."""
    channel.bound_at, channel.bound_by_id = None, None
    await session.flush()
    await session.exec(
        update(Delivery)
        .where(
            col(Delivery.public_channel_id) == id_of(channel),
            col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENT)),
        )
        .values(state=DeliveryState.DROPPED, edit_due_at=None, revision=col(Delivery.revision) + 1)
    )
    _record(session, channel, "channel-let-go", by, now)
    await redraw(session, channel=channel, now=now)


async def lose(session: AsyncSession, *, channel: PublicChannel, now: datetime) -> None:
    """Keep that the bot may not post in a channel any more; owners hear of it once, if it was bound."""
    channel.may_post = False
    was_bound = channel.bound_at is not None
    if was_bound:
        await let_go(session, channel=channel, by=None, now=now)
    channel.left_at = channel.left_at or now
    await session.flush()
    if was_bound:
        await _tell(session, channel, ChannelNewsKind.LOST, now=now)
    await redraw(session, channel=channel, now=now)


async def settle(session: AsyncSession, *, results: Sequence[Result], now: datetime) -> None:
    """Let go of a channel that took no post; pages say what came of posts, and who cannot be reached."""
    shown = {
        one.claimed.subject_id
        for one in results
        if one.claimed.subject_id is not None
        and one.claimed.subject == ADVISORY_SUBJECT
        and (one.outcome is Outcome.UNREACHABLE or (one.claimed.public_channel_id and not one.claimed.is_edit))
    }
    for advisory_id in sorted(shown):
        await broadcasts.redraw(
            session,
            kinds=(ADVISORY_PAGE,),
            subject=ADVISORY_SUBJECT,
            subject_id=advisory_id,
            lane=Lane.TALLY,
            now=now,
        )
    for result in results:
        channel_id = result.claimed.public_channel_id
        if channel_id is None or result.outcome is not Outcome.UNREACHABLE:
            continue
        channel = await session.get_one(PublicChannel, channel_id)
        if channel.left_at is None:
            await lose(session, channel=channel, now=now)


async def redraw(session: AsyncSession, *, channel: PublicChannel, now: datetime) -> None:
    """Have the messages edited that tell owners of a channel."""
    await broadcasts.redraw(
        session,
        kinds=(CHANNEL,),
        subject=PUBLIC_CHANNEL_SUBJECT,
        subject_id=id_of(channel),
        lane=Lane.REPLY,
        now=now,
    )


async def _tell(session: AsyncSession, channel: PublicChannel, what: ChannelNewsKind, *, now: datetime) -> None:
    people = [id_of(one) for one in await accounts.owners(session)]
    await broadcasts.queue(
        session, kind=CHANNEL, people=people, subject_id=id_of(channel), details=ChannelNews(what), now=now
    )


def _record(session: AsyncSession, channel: PublicChannel, action: str, by: Person | None, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=action,
        subject=PUBLIC_CHANNEL_SUBJECT,
        subject_id=id_of(channel),
        now=now,
        after={"title": channel.title},
    )
