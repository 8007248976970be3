"""The inbox: every update is stored before Telegram is told so, and applied exactly once."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.inbox import InboxState, InboxUpdate

ATTEMPTS = 3
# The sender of what nobody sent, such as a channel's post.
NOBODY = 0
# What a person says, other than by taps.
SAID = ("message", "edited_message", "inline_query")
# Telegram repeats an update for a day at most; ids are kept twice as long, so that a repeat is known.
KEEP = timedelta(days=2)
# Time to find out what went wrong; what the person wrote is kept no longer.
KEEP_QUARANTINED = timedelta(days=30)
# More than a person can write and tap before they are served: two albums of photos, with as much again.
FLOOD = 40
# How much of one flood is looked through at a time.
LOOKED_THROUGH = 500
# What the database's numbers hold; a sender with a longer one is nobody's, and is not worth a refusal for ever.
LARGEST = 2**63 - 1
# Made once: it is asked twice a second and after whatever happens.
WAITING = (
    select(InboxUpdate)
    .where(InboxUpdate.state == InboxState.STORED, col(InboxUpdate.sender_id).not_in(bindparam("busy", expanding=True)))
    .order_by(col(InboxUpdate.received_at), col(InboxUpdate.update_id))
    .limit(bindparam("most"))
)
APPLIED = (
    update(InboxUpdate)
    .where(
        col(InboxUpdate.update_id).in_(bindparam("applied", expanding=True)),
        col(InboxUpdate.state) == InboxState.STORED,
    )
    .values(state=InboxState.DONE, done_at=bindparam("now"), body="")
    .returning(col(InboxUpdate.update_id))
    .execution_options(synchronize_session=False)
)


async def store(session: AsyncSession, *, updates: Sequence[dict[str, Any]], now: datetime) -> None:
    """Store raw updates, each once, whatever the number of times it is handed over."""
    if not updates:
        return
    rows = [
        {
            "update_id": raw["update_id"],
            "sender_id": sender_of(raw),
            # ASCII alone: half a character, which the database refuses, would hold up everything behind it.
            "body": json.dumps(raw),
            "received_at": now,
            "state": InboxState.STORED,
            "attempts": 0,
        }
        for raw in updates
    ]
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    await session.exec(dialect.insert(InboxUpdate).on_conflict_do_nothing(), params=rows)


def sender_of(raw: dict[str, Any]) -> int:
    """Find the sender of an update, in whatever kind of content; 0 when nobody did."""
    for content in raw.values():
        if isinstance(content, dict):
            sender = content.get("from")
            number = sender.get("id") if isinstance(sender, dict) else None
            if isinstance(number, int) and 0 <= number <= LARGEST:
                return int(number)
    return NOBODY


async def waiting(session: AsyncSession, *, busy: Collection[int], limit: int) -> Sequence[InboxUpdate]:
    """List stored updates in their order, passing over the senders who are being served."""
    return (await session.exec(WAITING, params={"busy": list(busy), "most": limit})).all()


async def flooders(session: AsyncSession) -> Sequence[int]:
    """List the senders with more waiting updates than a person can write or tap."""
    count = func.count()
    query = (
        select(InboxUpdate.sender_id)
        .where(InboxUpdate.state == InboxState.STORED, col(InboxUpdate.sender_id) != NOBODY)
        .group_by(col(InboxUpdate.sender_id))
        .having(count > FLOOD)
    )
    return (await session.exec(query)).all()


async def shed(session: AsyncSession, *, sender_id: int, now: datetime) -> Sequence[str]:
    """Let go of what a flood from one sender only repeats; returns the ids of its taps, to be answered.

    Of each tap (one button of one message) the first and the last are kept in their order, so that what counts in the
    end is what the person tapped last. Of messages and inline queries the first FLOOD are kept, and the very last.
    """
    query = (
        select(InboxUpdate)
        .where(InboxUpdate.state == InboxState.STORED, InboxUpdate.sender_id == sender_id)
        .order_by(col(InboxUpdate.received_at), col(InboxUpdate.update_id))
        .limit(LOOKED_THROUGH)
    )
    rows = (await session.exec(query)).all()
    dropped = list(_repeated([(row, json.loads(row.body)) for row in rows]))
    for row, _ in dropped:
        row.state, row.done_at, row.body = InboxState.DONE, now, ""
    return [tap_id for _, raw in dropped if (tap_id := _tap_id(raw)) is not None]


def _repeated(waiting: Sequence[tuple[InboxUpdate, dict[str, Any]]]) -> Iterator[tuple[InboxUpdate, dict[str, Any]]]:
    """Give the taps between the first and the last of their kind, and what was written beyond FLOOD."""
    last = {_kind_of(raw): place for place, (_, raw) in enumerate(waiting)}
    seen: Counter[object] = Counter()
    for place, (row, raw) in enumerate(waiting):
        kind = _kind_of(raw)
        seen[kind] += 1
        most = FLOOD if kind in SAID else 1
        if kind is not None and seen[kind] > most and place != last[kind]:
            yield row, raw


def _kind_of(raw: dict[str, Any]) -> object:
    """Give the key that marks an update as a repetition of another, or None if it is always applied."""
    tap = raw.get("callback_query")
    if tap is None:
        return next((kind for kind in SAID if kind in raw), None)
    if _tap_id(raw) is None or not isinstance(tap.get("message"), dict):
        return None
    tapped = tap["message"]
    return json.dumps([tapped.get("chat"), tapped.get("message_id"), tap.get("data")], sort_keys=True)


def _tap_id(raw: dict[str, Any]) -> str | None:
    tap = raw.get("callback_query")
    found = tap.get("id") if isinstance(tap, dict) else None
    return found if isinstance(found, str) else None


async def claim(session: AsyncSession, *, update_ids: Collection[int]) -> Collection[int]:
    """Hold updates until the end of the transaction: those whose sender's turn it is, and that are nobody else's work.

    Where several processes apply updates, another one may have applied one meanwhile, or be in the midst of it or of
    one that came before. Returns those that are held.
    """
    earlier = aliased(InboxUpdate)
    came_before = or_(
        col(earlier.received_at) < col(InboxUpdate.received_at),
        and_(
            col(earlier.received_at) == col(InboxUpdate.received_at),
            col(earlier.update_id) < col(InboxUpdate.update_id),
        ),
    )
    waits_before = exists().where(
        col(earlier.state) == InboxState.STORED,
        col(earlier.sender_id) == col(InboxUpdate.sender_id),
        came_before,
    )
    query = (
        select(InboxUpdate.update_id)
        .where(col(InboxUpdate.update_id).in_(update_ids), InboxUpdate.state == InboxState.STORED, ~waits_before)
        .with_for_update(skip_locked=True)
    )
    return (await session.exec(query)).all()


async def finish(session: AsyncSession, *, update_ids: Collection[int], now: datetime) -> Collection[int]:
    """Mark updates as applied, in the transaction that applies them; return those that waited to be.

    Their words are not kept, their ids are.
    """
    marked = await session.exec(APPLIED, params={"applied": list(update_ids), "now": now})
    return set(marked.scalars())


async def fail(session: AsyncSession, *, update_id: int, error: str, now: datetime) -> bool:
    """Count a failed attempt; after the third the update is quarantined. Tell whether it is."""
    row = await _row(session, update_id=update_id)
    if row.state is not InboxState.STORED:
        return False
    row.attempts += 1
    row.error = error
    if row.attempts >= ATTEMPTS:
        row.state, row.done_at = InboxState.QUARANTINED, now
    return row.state is InboxState.QUARANTINED


async def quarantine(session: AsyncSession, *, update_id: int, error: str, now: datetime) -> None:
    """Set an update aside that can never be applied, such as one that cannot be parsed."""
    row = await _row(session, update_id=update_id)
    if row.state is InboxState.STORED:
        row.state, row.error, row.done_at = InboxState.QUARANTINED, error, now


async def quarantined_since(session: AsyncSession, *, since: datetime | None) -> Sequence[int]:
    """List the ids of updates that were set aside after an instant, or at any time, the newest last."""
    query = select(InboxUpdate.update_id).where(InboxUpdate.state == InboxState.QUARANTINED)
    if since is not None:
        query = query.where(col(InboxUpdate.done_at) > since)
    return (await session.exec(query.order_by(col(InboxUpdate.done_at), col(InboxUpdate.update_id)))).all()


async def _row(session: AsyncSession, *, update_id: int) -> InboxUpdate:
    """Find a stored update; raises NoResultFound when it was never stored."""
    query = select(InboxUpdate).where(InboxUpdate.update_id == update_id)
    return (await session.exec(query)).one()


async def forget_sender(session: AsyncSession, *, sender_id: int) -> None:
    """Keep of a person's updates only that they came; those that wait keep their words until they are applied.

    Of what failed, the kind of error stays: its message may name what they wrote.
    """
    theirs = col(InboxUpdate.sender_id) == sender_id
    failed = await session.exec(select(InboxUpdate).where(theirs, col(InboxUpdate.error).is_not(None)))
    for row in failed.all():
        row.error = (row.error or "").partition(":")[0]
    await session.flush()
    await session.exec(update(InboxUpdate).where(theirs, col(InboxUpdate.state) != InboxState.STORED).values(body=""))
    await session.exec(update(InboxUpdate).where(theirs).values(sender_id=0))


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete applied updates that Telegram can no longer repeat, and after a month those that were set aside."""
    await session.exec(
        delete(InboxUpdate).where(col(InboxUpdate.state) == InboxState.DONE, col(InboxUpdate.done_at) < now - KEEP)
    )
    await session.exec(
        delete(InboxUpdate).where(
            col(InboxUpdate.state) == InboxState.QUARANTINED, col(InboxUpdate.received_at) < now - KEEP_QUARANTINED
        )
    )
