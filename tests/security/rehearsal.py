"""Updates that are applied as the dispatcher applies them, looked at, and undone: thousands of them in seconds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from bot.engine.transactions import Transactions
from handlers.frame.context import Turn
from handlers.frame.words import (
    Word,
)
from models.database import Database
from models.inbox import InboxState, InboxUpdate
from tests.contents import contents
from tests.story import Json, Story

UPDATE_ID = 777_000
WRITING = ("INSERT", "UPDATE", "DELETE")
# What only says that an update came.
COMING = frozenset({"contact", "inbox"})


@dataclass(frozen=True)
class Outcome:
    """What came of an update: what was said, whether it was refused, and which tables would have changed."""

    words: list[Word]
    refused: bool
    changed: frozenset[str]


@dataclass(frozen=True)
class Undoing(Database):
    """A database that undoes every transaction at its end, having noted what it changed."""

    before: dict[str, list[Any]]
    changed: list[frozenset[str]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Give a session whose changes are looked at and undone."""
        async with self._session(self.writer) as session, session.begin() as transaction:
            self.written.clear()
            yield session
            await session.flush()
            touched = {word.strip('"') for statement in self.written for word in statement.split()[1:3]}
            untouched = frozenset(self.before.keys() - touched) | COMING
            after = await contents(session, without=untouched)
            self.changed.append(frozenset(name for name in after if after[name] != self.before[name]))
            await transaction.rollback()


class Rehearsing(Transactions):
    """Transactions that remember whether the last update was refused."""

    was_refused = False

    async def _run(self, turn: Turn, update: Update) -> bool:
        heard = await super()._run(turn, update)
        self.was_refused = not heard
        return heard


class Rehearsal:
    """Tries updates out on a story that stands still."""

    def __init__(self, story: Story, database: Undoing) -> None:
        given = story.house.dispatcher._transactions
        self.database = database
        self.bot = story.house.bot
        self.transactions = Rehearsing(database, given._application, given._office, given._clock)
        self.row = InboxUpdate(
            update_id=UPDATE_ID, sender_id=1, body="{}", received_at=story.clock.now(), state=InboxState.STORED
        )

    async def hear(self, raw: Json) -> Outcome:
        """Apply an update and undo it; raises whatever a handler stumbles over."""
        self.transactions.was_refused = False
        update = Update.de_json({"update_id": UPDATE_ID, **raw}, self.bot)
        applied = await self.transactions.alone(self.row, update)
        return Outcome(
            applied.words if applied is not None else [], self.transactions.was_refused, self.database.changed[-1]
        )


@asynccontextmanager
async def rehearsing(story: Story) -> AsyncIterator[Rehearsal]:
    """Let updates be tried out from here on."""
    database = story.database
    async with database.writing() as session:
        before = await contents(session, without=COMING)
        session.add(
            InboxUpdate(
                update_id=UPDATE_ID, sender_id=1, body="{}", received_at=story.clock.now(), state=InboxState.STORED
            )
        )
    undoing = Undoing(database.writer, database.reader, database.side_writer, before)
    engine = database.writer.sync_engine

    def note(_connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith(WRITING) and "inbox" not in statement:
            undoing.written.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield Rehearsal(story, undoing)
    finally:
        event.remove(engine, "before_cursor_execute", note)
