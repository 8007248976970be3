"""Dialogues under way, kept in the database, so that a restart loses nothing."""

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, delete, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drafts import LOOKING_UP, Dialogue, Draft
from models.identity import id_of
from models.people import Person
from services.ground.forms import DraftForm
from services.ground.refusals import Refusal

KEEP = timedelta(days=30)
# Where a session keeps what was found: an update asks several times, and most people have no dialogue.
FOUND = "found-drafts"
# So many messages of a dialogue can still be corrected: an album, and what was written after it.
HEARD = 20


class DraftGone(Refusal):
    """The tapped button belongs to a dialogue that is over or was started anew."""


class StepPassed(Refusal):
    """The tapped button belongs to a step of the dialogue that is over."""


async def current(session: AsyncSession, *, person: Person) -> Draft | None:
    """Find the person's dialogue under way."""
    person_id, found = id_of(person), session.info.setdefault(FOUND, {})
    # A savepoint that is undone takes what was found in it along.
    savepoint = session.sync_session.get_nested_transaction()
    if found.get(person_id) == (None, savepoint):
        return None
    draft = await session.get(Draft, person_id)
    found[person_id] = (draft, savepoint)
    return draft


async def tapped(session: AsyncSession, *, person: Person, key: str) -> Draft:
    """Find the dialogue that a tapped button belongs to; raises DraftGone when it is another or none."""
    draft = await current(session, person=person)
    if draft is None or draft.key != key:
        raise DraftGone
    return draft


async def begin(
    session: AsyncSession,
    *,
    person: Person,
    dialogue: Dialogue,
    step: str,
    data: dict[str, Any],
    now: datetime,
    keeps_before: bool = False,
) -> Draft:
    """Start a dialogue with what its form writes; one that was under way is dropped, or waits with `keeps_before`."""
    before = await current(session, person=person)
    waiting = _waiting(before, dialogue, keeps_before=keeps_before) if before is not None else None
    if before is not None:
        await session.delete(before)
        await session.flush()
    draft = Draft(
        person_id=id_of(person),
        key=secrets.token_urlsafe(6),
        dialogue=dialogue,
        step=step,
        data=data,
        updated_at=now,
        waiting=waiting,
    )
    session.add(draft)
    session.info[FOUND].pop(draft.person_id)
    return draft


def _waiting(before: Draft, dialogue: Dialogue, *, keeps_before: bool) -> dict[str, Any] | None:
    """Give what waits for a dialogue of a kind: what was under way, or waited for that already; a look-up never."""
    if before.dialogue is dialogue:
        return before.waiting
    if not keeps_before:
        return None
    if before.waiting is not None or before.dialogue in LOOKING_UP:
        return before.waiting
    return {
        "key": before.key,
        "dialogue": before.dialogue.value,
        "step": before.step,
        "data": before.data,
        "heard": before.heard,
        "updated_at": before.updated_at.isoformat(),
        "shown_again": before.shown_again,
    }


def waits_for(draft: Draft | None) -> str | None:
    """Tell which dialogue (key) waits until one is over."""
    return draft.waiting["key"] if draft is not None and draft.waiting is not None else None


def go(draft: Draft, *, step: str, now: datetime, form: DraftForm | None = None) -> None:
    """Move a dialogue to a step, with its form as it is now, unless nothing was said."""
    draft.step = step
    if form is not None:
        # A new dictionary: a change inside the old one would not be noticed and never stored.
        draft.data = {**draft.data, **form.write()}
    draft.updated_at, draft.shown_again = now, False


def hear(draft: Draft, *, message_id: int, step: str, album: str = "") -> None:
    """Keep at which step a message was heard, and of which album it was, if of one; the latest ones are enough."""
    others = [one for one in draft.heard if one[0] != message_id]
    draft.heard = [*others, (message_id, step, album) if album else (message_id, step)][-HEARD:]


def heard_at(draft: Draft, *, message_id: int) -> str | None:
    """Tell at which step of a dialogue a message was heard, if it was heard in it."""
    return next((one[1] for one in draft.heard if one[0] == message_id), None)


def standing(draft: Draft) -> object:
    """Give what tells whether a dialogue has gone on: its step, and what was said so far."""
    return draft.key, draft.step, dict(draft.data)


def has_heard_of(draft: Draft, *, album: str, step: str) -> bool:
    """Tell whether another file of an album was heard at a step."""
    return any(tuple(one[1:]) == (step, album) for one in draft.heard)


async def shown(session: AsyncSession, *, key: str, message_id: int) -> None:
    """Keep which message shows the step under way of a dialogue, by its key."""
    await session.exec(update(Draft).where(col(Draft.key) == key).values(message_id=message_id))


async def discard(session: AsyncSession, *, person: Person) -> bool:
    """Drop the person's dialogue, and go on with the one that waited for it; tell whether there was one."""
    draft = await current(session, person=person)
    if draft is None:
        return False
    waiting = draft.waiting
    await session.delete(draft)
    await session.flush()
    if waiting is not None:
        session.add(_restored(id_of(person), waiting))
        await session.flush()
    return True


async def drop(session: AsyncSession, *, person: Person, but: Collection[Dialogue]) -> None:
    """Drop a person's dialogue and the one that waits for it, but for some kinds."""
    draft = await current(session, person=person)
    while draft is not None and draft.dialogue not in but:
        await discard(session, person=person)
        draft = await current(session, person=person)
    if draft is not None and draft.waiting is not None and draft.waiting["dialogue"] not in but:
        draft.waiting = None


def _restored(person_id: int, waiting: Mapping[str, Any]) -> Draft:
    return Draft(
        person_id=person_id,
        key=waiting["key"],
        dialogue=Dialogue(waiting["dialogue"]),
        step=waiting["step"],
        data=waiting["data"],
        heard=waiting["heard"],
        updated_at=datetime.fromisoformat(waiting["updated_at"]),
        # What was put aside by an older version does not say.
        shown_again=waiting.get("shown_again", False),
    )


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Delete dialogues that nobody went on with for a month, and with them what was said."""
    await session.exec(delete(Draft).where(col(Draft.updated_at) < now - KEEP))
