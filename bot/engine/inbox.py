"""The dispatcher: stored updates are applied exactly once, different people side by side, one person's in order."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Chat, Update
from telegram.ext import Application

from bot.base.clock import Clock
from bot.base.shared_locks import SharedLocks, serving
from bot.telegram.speech import Speech
from bot.watching import metrics
from bot.watching.logs import about_update
from bot.watching.tracebacks import in_short
from handlers.frame.context import Bot as PtbBot
from handlers.frame.context import Context, Data, Notice, Send, Turn, Word, current_turn, let_go_of_tapped
from handlers.frame.office import Office
from handlers.frame.views import refusals as refusal_view
from handlers.frame.views.reader import Reader
from handlers.front.start import ENTRIES
from handlers.incidents import responses
from handlers.watch import views as trouble_view
from models.database import Database
from models.groups import Group
from models.identity import id_of
from models.inbox import InboxUpdate
from models.people import Language
from services.ground import inbox
from services.ground.arrivals import arrival
from services.ground.refusals import Refusal
from services.groups import bindings
from services.people import accounts
from services.privacy import withdrawal
from services.watch import trouble

log = structlog.get_logger(__name__)
SIDE_BY_SIDE = 16
# How many people's answers share a commit at most: the first of them waits for the last.
TOGETHER = 64
REST = 1.0
BETWEEN_LOOKS = timedelta(seconds=1)
App = Application[PtbBot, Context, Data, Data, Data, None]
# What was applied, by update id, with the words to be said and the incident (id) that was answered.
Applied = Mapping[int, tuple[Update, list[Word], int | None]]


@dataclass(frozen=True)
class Unreadable(Exception):
    """A stored update that PTB cannot parse: it would fail for ever."""

    cause: str


class Dispatcher:
    """Takes stored updates and applies each in one transaction, answers in a common one; says words after it."""

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
        self._application = application
        self._office = office
        self._clock = clock
        self._speech = speech
        self._after_commit = after_commit
        self._locks = locks
        self._busy: set[int] = set()
        self._answering = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._looked_at: datetime | None = None

    async def drain(self) -> int:
        """Apply stored updates until none is left; return how many were taken."""
        total = 0
        while True:
            # Only who looks while nobody is being served sees all that waits.
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
            limit = 2 * (free if self._answering else TOGETHER)
            rows = _first_of_each(await self._waiting(elsewhere, limit=limit))
            answers = [] if self._answering else [row for row in rows if _may_share(row)][:TOGETHER]
            others = [row for row in rows if not _may_share(row)][:free]
            wanted = {row.sender_id for row in (*answers, *others)}
            ours = await self._hold(wanted)
            self._start(*([row for row in part if row.sender_id in ours] for part in (answers, others)))
            started += len(ours)
            if len(ours) == len(wanted):
                break
            elsewhere |= wanted - ours
        return started

    def _start(self, answers: Sequence[InboxUpdate], others: Sequence[InboxUpdate]) -> None:
        """Start answers, in one transaction, and what has one of its own."""
        self._busy.update(row.sender_id for row in (*answers, *others))
        if answers:
            self._answering = True
            self._go_on(self._serve_together(answers))
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
        """Look once a second, where much waits, for senders of whom too much does; tell whether anything was shed."""
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
        """Apply the answers of several people in one transaction, or each in its own where that fails."""
        applied: Applied = {}
        try:
            applied = await self._apply_together(rows)
        except (OperationalError, PoolTimeout):
            log.exception("answers could not be served", updates=len(rows))
            await self._clock.sleep(REST)
            await self._release([row.sender_id for row in rows])
            return
        except Exception:
            # Nothing of it is stored. By itself, only what is at fault fails again, and is counted.
            log.exception("answers are applied one by one", updates=len(rows))
        finally:
            self._answering = False
        self._go_on(self._go_on_with(rows, applied))

    async def _go_on_with(self, rows: Sequence[InboxUpdate], applied: Applied) -> None:
        """Say the words of what is applied, and apply the rest; the next answers need not wait for it."""
        works = [
            self._tell(row, *applied[row.update_id]) if row.update_id in applied else self._apply(row) for row in rows
        ]
        await asyncio.gather(*(self._serve(row, work) for row, work in zip(rows, works, strict=True)))

    async def _apply(self, row: InboxUpdate) -> None:
        try:
            update = self._read(row)
            words = await self._handle(row, update)
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
            await self._tell(row, update, words)

    async def _tell(self, row: InboxUpdate, update: Update, words: list[Word], incident_id: int | None = None) -> None:
        log.debug("an update is applied", incident_id=incident_id)
        self._after_commit()
        await self._speech.say(update, words, stored_at=row.received_at)

    def _read(self, row: InboxUpdate) -> Update:
        try:
            update = Update.de_json(json.loads(row.body), self._application.bot)
        except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
            raise Unreadable(in_short(error)) from error
        return update

    async def _handle(self, row: InboxUpdate, update: Update) -> list[Word]:
        """Apply one update: its effects and its mark in the inbox are one transaction."""
        async with self._database.writing() as session:
            if not await self._mark(session, [row.update_id]):
                return []
            turn = await self._turn(session, row, update)
            if turn is not None:
                heard = await self._run(turn, update)
                if turn.is_newcomer and not (heard and _is_private(update)):
                    await _forget(turn)
        return turn.words if turn is not None else []

    async def _mark(self, session: AsyncSession, update_ids: Sequence[int]) -> Collection[int]:
        """Mark updates as applied, in the transaction that applies them; return those that are ours to apply."""
        ours = update_ids if self._locks is None else await inbox.claim(session, update_ids=update_ids)
        return await inbox.finish(session, update_ids=ours, now=self._clock.now())

    async def _apply_together(self, rows: Sequence[InboxUpdate]) -> Applied:
        """Apply answers: the effects and the marks of all of them are one transaction, which any failure undoes.

        Returns what was applied: what cannot be read is left out, and so is the first word of a newcomer.
        """
        updates = {row.update_id: update for row in rows if (update := self._read_if_possible(row)) is not None}
        async with self._database.writing() as session:
            turns = await self._turns(session, rows, updates)
            marked = await self._mark(session, list(turns))
            turns = {update_id: turn for update_id, turn in turns.items() if update_id in marked}
            for update_id, turn in turns.items():
                await self._route(turn, updates[update_id])
            await responses.keep(list(turns.values()))
            for update_id, turn in turns.items():
                if isinstance(turn.failure, Refusal):
                    turn.words = [_say_refusal(self._reader(turn), updates[update_id], turn.failure)]
                elif turn.failure is not None:
                    raise turn.failure
        return {
            update_id: (updates[update_id], turn.words, turn.said.incident.id if turn.said else None)
            for update_id, turn in turns.items()
        }

    def _read_if_possible(self, row: InboxUpdate) -> Update | None:
        try:
            return self._read(row)
        except Unreadable:
            return None

    async def _turns(
        self, session: AsyncSession, rows: Sequence[InboxUpdate], updates: Mapping[int, Update]
    ) -> dict[int, Turn]:
        """Make the turns of those who are known already, each in their private chat."""
        received = {row.update_id: row.received_at for row in rows}
        users = {update_id: update.effective_user for update_id, update in updates.items()}
        known = await accounts.known(session, telegram_ids=[user.id for user in users.values() if user])
        roles = await accounts.roles_of(session, people=known.values())
        now = self._clock.now()
        turns = {}
        for update_id, user in users.items():
            person = known.get(user.id) if user and not user.is_bot else None
            if user is None or person is None:
                continue
            accounts.hear(person, name=user.full_name, writes_to_us=True)
            turns[update_id] = Turn(
                session=session,
                now=now,
                office=self._office,
                person=person,
                roles=roles[id_of(person)],
                entries=ENTRIES,
                came=arrival(received[update_id], update_id, now=now),
            )
        return turns

    async def _turn(self, session: AsyncSession, row: InboxUpdate, update: Update) -> Turn | None:
        user = update.effective_user
        if user is None or user.is_bot:
            return None
        now = self._clock.now()
        person = (await accounts.known(session, telegram_ids=[user.id])).get(user.id)
        is_newcomer = person is None
        if person is None:
            language = self._language(user.language_code)
            person = await accounts.take_in(
                session, telegram_id=user.id, name=user.full_name, language=language, now=now
            )
        else:
            accounts.hear(person, name=user.full_name, writes_to_us=_is_private(update))
        return Turn(
            session=session,
            now=now,
            office=self._office,
            person=person,
            roles=await accounts.roles(session, person=person),
            entries=ENTRIES,
            came=arrival(row.received_at, row.update_id, now=now),
            is_newcomer=is_newcomer,
            group=await _group(session, update),
        )

    def _language(self, code: str | None) -> Language:
        """Greet a newcomer in the language of their Telegram, if we speak it."""
        for language in Language:
            if (code or "").split("-")[0] == language:
                return language
        return self._office.language

    async def _run(self, turn: Turn, update: Update) -> bool:
        """Run the handler; a Refusal undoes its changes and becomes polite words. Tell whether there was none."""
        # What is read from the database inside a savepoint is forgotten with it, the person's language included.
        reader = self._reader(turn)
        try:
            async with turn.session.begin_nested():
                await self._route(turn, update)
                await responses.keep([turn])
                if turn.failure is not None:
                    raise turn.failure
                await let_go_of_tapped(update, turn)
        except Refusal as refusal:
            turn.words = [_say_refusal(reader, update, refusal)]
            return False
        return True

    async def _route(self, turn: Turn, update: Update) -> None:
        """Let the handlers hear an update; what they raise is the turn's failure."""
        token = current_turn.set(turn)
        try:
            await self._application.process_update(update)
        finally:
            current_turn.reset(token)

    def _reader(self, turn: Turn) -> Reader:
        return Reader(turn.person.language, turn.office.time_zone)

    def _apology(self, update: Update) -> Word:
        """Tell the person that it did not work: a tap without an answer would leave them waiting."""
        code = update.effective_user.language_code if update.effective_user else None
        reader = Reader(self._language(code), self._office.time_zone)
        if update.callback_query is not None:
            return Notice(trouble_view.sorry_in_short(reader), urgent=True)
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
    """Tell whether an update may be applied together with others: an answer that has not failed yet."""
    try:
        return not row.attempts and responses.is_answer(json.loads(row.body))
    except (ValueError, RecursionError):
        return False


def _is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE


async def _forget(turn: Turn) -> None:
    """Keep nothing of a newcomer who was only told no, or acted elsewhere than in the private chat."""
    # What was read inside a savepoint that is undone must be read again.
    await turn.session.refresh(turn.person)
    await withdrawal.forget_passer_by(turn.session, person=turn.person)


async def _group(session: AsyncSession, update: Update) -> Group | None:
    """Find the business's own group in which an update happens."""
    if update.effective_chat is None or _is_private(update):
        return None
    return await bindings.of_chat(session, chat_id=update.effective_chat.id)


def _say_refusal(reader: Reader, update: Update, refusal: Refusal) -> Word:
    if update.callback_query is not None:
        return Notice(refusal_view.plain(refusal, reader), urgent=True)
    return Send(refusal_view.message(refusal, reader))


async def keep_failure(_update: object, context: Context) -> None:
    """Hand a handler's exception to the dispatcher: PTB itself would only log it."""
    error = context.error
    context.turn.failure = error if isinstance(error, Exception) else RuntimeError(repr(error))
