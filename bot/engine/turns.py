"""Turns: an update's person, and all that the update is handled with."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Chat, Update

from bot.watching.tracebacks import in_short
from handlers.frame.context import Bot, Turn
from handlers.frame.office import Office
from handlers.front.face import ALL_FACES, ENTRIES
from models.groups import Group
from models.identity import id_of
from models.inbox import InboxUpdate
from models.operations import OperationsGroup
from models.people import Language
from services.ground.arrivals import arrival
from services.groups import bindings
from services.operations import rooms
from services.people import accounts
from services.privacy import withdrawal


@dataclass(frozen=True)
class Unreadable(Exception):
    """A stored update that PTB cannot parse: it would fail for ever."""

    cause: str


def read(row: InboxUpdate, bot: Bot) -> Update:
    """Read a stored update; raises Unreadable."""
    try:
        update = Update.de_json(json.loads(row.body), bot)
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError, OverflowError, OSError) as error:
        # The last two are what Python says of dates that lie beyond the machine's own.
        raise Unreadable(in_short(error)) from error
    return update


def read_all(rows: Sequence[InboxUpdate], bot: Bot) -> dict[int, Update]:
    """Read stored updates, by update id; those that cannot be read are left out."""
    updates = {}
    for row in rows:
        try:
            updates[row.update_id] = read(row, bot)
        except Unreadable:
            continue
    return updates


async def turn_of(
    session: AsyncSession, row: InboxUpdate, update: Update, *, office: Office, now: datetime
) -> Turn | None:
    """Make the turn of an update, its person taken in where nobody knew them; None where no person acted."""
    user = update.effective_user
    if user is None or user.is_bot:
        return None
    known = (await accounts.known(session, telegram_ids=[user.id])).get(user.id)
    is_newcomer = known is None
    if known is None:
        language = greeting(user.language_code, otherwise=office.language)
        person = await accounts.take_in(session, telegram_id=user.id, name=user.full_name, language=language, now=now)
    else:
        person = known.person
        await accounts.hear(session, known=known, name=user.full_name, writes_to_us=is_private(update), now=now)
    return Turn(
        session=session,
        now=now,
        office=office,
        person=person,
        roles=await accounts.roles(session, person=person),
        entries=ENTRIES,
        openers=ALL_FACES.links,
        sheets=ALL_FACES.sheets,
        handovers=ALL_FACES.handovers,
        origins=ALL_FACES.origins,
        left_open=ALL_FACES.left_open,
        after_end=ALL_FACES.after_end,
        came=arrival(row.received_at, row.update_id, now=now),
        is_newcomer=is_newcomer,
        group=await _group(session, update),
        operations=await _operations(session, update),
    )


async def turns_of_known(
    session: AsyncSession,
    rows: Sequence[InboxUpdate],
    updates: Mapping[int, Update],
    *,
    office: Office,
    now: datetime,
) -> dict[int, Turn]:
    """Make the turns of those who are known already, each in their private chat, by update id."""
    users = {update_id: update.effective_user for update_id, update in updates.items()}
    known = await accounts.known(session, telegram_ids=[user.id for user in users.values() if user])
    roles = await accounts.roles_of(session, people=[one.person for one in known.values()])
    turns = {}
    for row in rows:
        user = users.get(row.update_id)
        one = known.get(user.id) if user and not user.is_bot else None
        if user is None or one is None:
            continue
        person = one.person
        await accounts.hear(session, known=one, name=user.full_name, writes_to_us=True, now=now)
        turns[row.update_id] = Turn(
            session=session,
            now=now,
            office=office,
            person=person,
            roles=roles[id_of(person)],
            entries=ENTRIES,
            openers=ALL_FACES.links,
            sheets=ALL_FACES.sheets,
            handovers=ALL_FACES.handovers,
            origins=ALL_FACES.origins,
            left_open=ALL_FACES.left_open,
            after_end=ALL_FACES.after_end,
            came=arrival(row.received_at, row.update_id, now=now),
        )
    return turns


def greeting(code: str | None, *, otherwise: Language) -> Language:
    """Choose a newcomer's language: that of their Telegram (its code), if we speak it."""
    for language in Language:
        if (code or "").split("-")[0] == language:
            return language
    return otherwise


def is_private(update: Update) -> bool:
    """Tell whether an update comes from somebody's private chat with the bot."""
    return update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE


async def forget_newcomer(turn: Turn) -> None:
    """Keep nothing of a newcomer who was only told no, or acted elsewhere than in the private chat."""
    # What was read inside a savepoint that is undone must be read again.
    await turn.session.refresh(turn.person)
    await withdrawal.forget_passer_by(turn.session, person=turn.person)


async def _group(session: AsyncSession, update: Update) -> Group | None:
    """Find the business's own group in which an update happens."""
    if update.effective_chat is None or is_private(update):
        return None
    return await bindings.of_chat(session, chat_id=update.effective_chat.id)


async def _operations(session: AsyncSession, update: Update) -> OperationsGroup | None:
    """Find the operations group if an update happens in it."""
    if update.effective_chat is None or is_private(update):
        return None
    return await rooms.of_chat(session, chat_id=update.effective_chat.id)
