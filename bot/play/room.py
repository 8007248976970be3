"""The operations group of the demonstration: founded in the sandbox with topics, and registered as its owner would."""

from datetime import datetime
from typing import Any

import aiohttp
from sqlmodel import select

from bot.demonstration.cast import DUTY_OFFICER_ID, OWNER_ID
from bot.demonstration.texts import words
from handlers.frame.office import Office
from models.database import Database
from models.people import Person
from services.operations import rooms


async def found(control: aiohttp.ClientSession, database: Database, *, office: Office, now: datetime) -> None:
    """Found the group, with topics and every right for the bot, so that each incident gets its topic there."""
    title = words(office.language, "operations-title")

    async def act(what: str, **said: Any) -> dict[str, Any]:
        async with control.post(f"/sandbox/chats/{OWNER_ID}/{what}", json=said) as answer:
            answer.raise_for_status()
            done: dict[str, Any] = await answer.json()
            return done

    group = await act("groups", title=title, members=[DUTY_OFFICER_ID], with_bot=True)
    forum = (await act("upgrade", **group))["chat_id"]
    await act("forum", chat_id=forum, on=True)
    await act("rights", chat_id=forum, admin=True)
    async with database.writing() as session:
        owner = (await session.exec(select(Person).where(Person.telegram_id == OWNER_ID))).one()
        await rooms.register(session, chat_id=forum, title=title, by=owner, now=now)
