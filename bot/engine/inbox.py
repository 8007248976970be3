"""The dispatcher: stored updates are applied exactly once, different people side by side, one person's in order."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from telegram import Update

from bot.base.clock import Clock
from bot.base.shared_locks import SharedLocks, serving
from bot.engine import turns
from bot.engine.transactions import App, AppliedUpdate, Transactions
from bot.engine.turns import Unreadable
from bot.telegram.speech import Speech
from bot.watching import metrics
from bot.watching.logs import about_update
from bot.watching.tracebacks import in_short
from handlers.frame.office import Office
from handlers.frame.words import (
    Send,
    TapNotice,
    Word,
)
from handlers.front import routes
from handlers.watch import views as trouble_view
from models.database import Database
from models.inbox import InboxUpdate
from services.ground import drafts, inbox
from services.watch import trouble

log = structlog.get_logger(__name__)
SIDE_BY_SIDE = 16
# How many people's taps share a commit at most: the first of them waits for the last.
MOST_TOGETHER = 64
REST = 1.0
BETWEEN_LOOKS = timedelta(seconds=1)


class Dispatcher:
    """Takes stored updates and applies each in one transaction, or several in a shared one; says words after it."""

    def __init__(
        self,
        database: Database,
        application: App,
        office: Office,
        clock: Clock,
        speech: Speech,
        after_commit: Callable[[], None],
        locks: SharedLocks | None = None,
    ) -> None:
        self.wake = asyncio.Event()
        self._database = database
        self._transactions = Transactions(database, application, office, clock, locks)
        self._bot = application.bot
        self._office = office
        self._clock = clock
        self._speech = speech
        self._after_commit = after_commit
        self._locks = locks
        self._busy: set[int] = set()
        self._sharing = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._looked_at: datetime | None = None

    async def drain(self) -> int:
        """Apply stored updates until none is left; return how many were taken."""
        total = 0
        while True:
            # Only a look while nobody is being served shows all that waits.
            was_idle = not self._tasks
            started = await self.start_waiting()
            total += started
            if was_idle and not started:
                return total
            if self._tasks:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def start_waiting(self) -> int:
        """Start the next update of everyone who is served neither here nor elsewhere; return how many were started."""
        started, elsewhere = 0, set[int]()
        while (free := SIDE_BY_SIDE - len(self._tasks)) > 0:
            limit = 2 * (free if self._sharing else MOST_TOGETHER)
            rows = _first_of_each(await self._waiting(elsewhere, limit=limit))
            sharing = [] if self._sharing else [row for row in rows if _may_share(row)][:MOST_TOGETHER]
            others = [row for row in rows if not _may_share(row)][:free]
            wanted = {row.sender_id for row in (*sharing, *others)}
            ours = await self._hold(wanted)
            self._start(*([row for row in part if row.sender_id in ours] for part in (sharing, others)))
            started += len(ours)
            if len(ours) == len(wanted):
                break
            elsewhere |= wanted - ours
        return started

    def _start(self, sharing: Sequence[InboxUpdate], others: Sequence[InboxUpdate]) -> None:
        """Start what shares a transaction, and what has one of its own."""
        self._busy.update(row.sender_id for row in (*sharing, *others))
        if sharing:
            self._sharing = True
            self._go_on(self._serve_together(sharing))
        for row in others:
            self._go_on(self._serve(row, self._apply(row)))

    async def _waiting(self, elsewhere: Collection[int], *, limit: int) -> Sequence[InboxUpdate]:
        """List what waits of people who are served neither here nor elsewhere, floods shed."""
        rows = await self._stored(elsewhere, limit=limit)
        if len(rows) == limit and await self._shed_floods():
            rows = await self._stored(elsewhere, limit=limit)
        return rows

    async def _stored(self, elsewhere: Collection[int], *, limit: int) -> Sequence[InboxUpdate]:
        async with self._database.reading() as session:
            return await inbox.waiting(session, busy={*self._busy, *elsewhere}, limit=limit)

    async def _hold(self, senders: set[int]) -> set[int]:
        """Keep other processes from serving these people meanwhile; return those whom nobody else serves."""
        if self._locks is None or not senders:
            return senders
        held = await self._locks.take([serving(sender) for sender in senders])
        return {sender for sender in senders if serving(sender) in held}

    def _go_on(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: self.wake.set())

    async def _shed_floods(self) -> bool:
        """Look once a second for senders with too many waiting updates. Tell whether any were shed."""
        now = self._clock.now()
        if self._looked_at is not None and abs(now - self._looked_at) < BETWEEN_LOOKS:
            return False
        self._looked_at = now
        async with self._database.reading() as session:
            flooders = await inbox.flooders(session)
        for sender_id in flooders:
            async with self._database.writing() as session:
                taps = await inbox.shed(session, sender_id=sender_id, now=now)
            log.warning("a flood was shed", taps=len(taps))
            self._go_on(self._speech.answer_silently(taps))
        return bool(flooders)

    async def finish(self, *, seconds: float | None = None) -> None:
        """Wait for the updates that were started and for their words, at most so long.

        Of one that takes longer the words are not said; if it is not applied yet, the next start does so.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        late = list(self._tasks)
        for each in late:
            each.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _serve(self, row: InboxUpdate, work: Awaitable[None]) -> None:
        try:
            with about_update(row.update_id):
                await work
        except Exception:
            # The database's own trouble, most likely: the update is still stored, and is tried after a rest.
            log.exception("an update could not be served", update_id=row.update_id)
            await self._clock.sleep(REST)
        finally:
            await self._release([row.sender_id])

    async def _release(self, senders: Collection[int]) -> None:
        """Let people be served again, here and elsewhere: their words are said, so that later ones follow them."""
        if self._locks is not None:
            await self._locks.let_go([serving(sender) for sender in senders])
        self._busy.difference_update(senders)

    async def _serve_together(self, rows: Sequence[InboxUpdate]) -> None:
        """Apply the taps of several people in one transaction, or each in its own where that fails."""
        applied: Mapping[int, AppliedUpdate] = {}
        try:
            applied = await self._transactions.together(rows)
        except (OperationalError, PoolTimeout):
            log.exception("taps that share a commit could not be served", updates=len(rows))
            await self._clock.sleep(REST)
            await self._release([row.sender_id for row in rows])
            return
        except Exception:
            # Nothing of it is stored. By itself, only what is at fault fails again, and is counted.
            log.exception("taps that share a commit are applied one by one", updates=len(rows))
        finally:
            self._sharing = False
        self._go_on(self._go_on_with(rows, applied))

    async def _go_on_with(self, rows: Sequence[InboxUpdate], applied: Mapping[int, AppliedUpdate]) -> None:
        """Say the words of what is applied, and apply the rest; the next ones that share need not wait for it."""
        works = [
            self._tell(row, applied[row.update_id]) if row.update_id in applied else self._apply(row) for row in rows
        ]
        await asyncio.gather(*(self._serve(row, work) for row, work in zip(rows, works, strict=True)))

    async def _apply(self, row: InboxUpdate) -> None:
        try:
            update = turns.read(row, self._bot)
            applied = await self._transactions.alone(row, update)
        except Unreadable as error:
            await self._set_aside(row, error.cause, for_ever=True)
        except (OperationalError, PoolTimeout):
            # The database's own trouble is no fault of the update: nothing is counted, the loop waits.
            raise
        except Exception as error:
            log.exception("an update failed")
            if await self._set_aside(row, in_short(error), for_ever=False):
                await self._speech.say(update, [self._apology(update)], stored_at=row.received_at)
        else:
            if applied is not None:
                await self._tell(row, applied)

    async def _tell(self, row: InboxUpdate, applied: AppliedUpdate) -> None:
        log.debug("an update is applied", incident_id=applied.incident_id)
        self._after_commit()
        shown = await self._speech.say(applied.update, applied.words, stored_at=row.received_at)
        if shown:
            async with self._database.writing() as session:
                for key, message_id in shown.items():
                    await drafts.shown(session, key=key, message_id=message_id)

    def _apology(self, update: Update) -> Word:
        """Tell the person that it did not work: a tap without an answer would leave them waiting."""
        code = update.effective_user.language_code if update.effective_user else None
        reader = self._office.reader(turns.greeting(code, otherwise=self._office.language))
        if update.callback_query is not None:
            return TapNotice(trouble_view.sorry_in_short(reader), urgent=True)
        return Send(trouble_view.sorry(reader))

    async def _set_aside(self, row: InboxUpdate, error: str, *, for_ever: bool) -> bool:
        """Count a failure; an update that is quarantined is told to the owners. Tell whether it is."""
        async with self._database.writing() as session:
            now = self._clock.now()
            if for_ever:
                await inbox.quarantine(session, update_id=row.update_id, error=error, now=now)
            elif not await inbox.fail(session, update_id=row.update_id, error=error, now=now):
                return False
            log.error("an update is quarantined")
            await trouble.tell_quarantined(session, now=now)
        metrics.quarantined()
        return True


def _first_of_each(rows: Sequence[InboxUpdate]) -> list[InboxUpdate]:
    """Keep the first update of each sender."""
    first: dict[int, InboxUpdate] = {}
    for row in rows:
        first.setdefault(row.sender_id, row)
    return list(first.values())


def _may_share(row: InboxUpdate) -> bool:
    """Tell whether an update may be applied together with others: a tap that is marked so and has not failed yet."""
    try:
        return not row.attempts and routes.may_share(json.loads(row.body))
    except (ValueError, RecursionError):
        return False
