"""Updates in their transactions: each in one of its own, or those that may share in a common one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update
from telegram.ext import Application

from bot.base.clock import Clock
from bot.base.shared_locks import SharedLocks
from bot.engine import turns
from handlers.frame import steps
from handlers.frame.context import Bot, Context, Data, Turn, current_turn, guard
from handlers.frame.office import Office
from handlers.frame.sharing import store_left
from handlers.frame.views import refusals as refusal_view
from handlers.frame.views.reader import Reader
from handlers.frame.words import (
    Send,
    TapNotice,
    Word,
)
from handlers.groups import binding
from handlers.operations import registering
from models.database import Database
from models.inbox import InboxUpdate
from services.ground import inbox
from services.ground.refusals import Refusal

App = Application[Bot, Context, Data, Data, Data, None]


@dataclass(frozen=True)
class AppliedUpdate:
    """An update that is applied, with the words to be said now; `incident_id` is what it was about, if it says so."""

    update: Update
    words: list[Word]
    incident_id: int | None = None


class Transactions:
    """Applies updates: the effects of each and its mark in the inbox are committed together, or nothing is."""

    def __init__(
        self, database: Database, application: App, office: Office, clock: Clock, locks: SharedLocks | None = None
    ) -> None:
        self._database = database
        self._application = application
        self._office = office
        self._clock = clock
        self._locks = locks

    async def alone(self, row: InboxUpdate, update: Update) -> AppliedUpdate | None:
        """Apply one update in a transaction of its own; None where another worker has done so, and answers it."""
        async with self._database.writing() as session:
            if not await self._mark(session, [row.update_id]):
                return None
            turn = await turns.turn_of(session, row, update, office=self._office, now=self._clock.now())
            if turn is None:
                return AppliedUpdate(update, await self._hear_of_group(session, update))
            heard = await self._run(turn, update)
            if turn.is_newcomer and not (heard and turns.is_private(update)):
                await turns.forget_newcomer(turn)
        return _applied(turn, update)

    async def _hear_of_group(self, session: AsyncSession, update: Update) -> list[Word]:
        """Hear what no person did, as far as is known: a group has moved, or an anonymous admin wrote in it."""
        now = self._clock.now()
        await binding.follow(session, update, now=now)
        await registering.follow(session, update, now=now)
        words = await binding.answer_anonymous(session, update, office=self._office, now=now)
        words = words or await registering.answer_anonymous(session, update, office=self._office, now=now)
        return [Send(words)] if words is not None else []

    async def together(self, rows: Sequence[InboxUpdate]) -> Mapping[int, AppliedUpdate]:
        """Apply updates that may share a commit in one transaction, which any failure undoes.

        Returns what was applied, by update id: what cannot be read is left out, and so is the first word of a newcomer.
        """
        updates = turns.read_all(rows, self._application.bot)
        async with self._database.writing() as session:
            made = await turns.turns_of_known(session, rows, updates, office=self._office, now=self._clock.now())
            marked = await self._mark(session, list(made))
            ours = {update_id: turn for update_id, turn in made.items() if update_id in marked}
            for update_id, turn in ours.items():
                await self._route(turn, updates[update_id])
            await store_left(list(ours.values()))
            for update_id, turn in ours.items():
                await _conclude(turn, updates[update_id])
        return {update_id: _applied(turn, updates[update_id]) for update_id, turn in ours.items()}

    async def _mark(self, session: AsyncSession, update_ids: Sequence[int]) -> Collection[int]:
        """Mark updates as applied, in the transaction that applies them; return those that are ours to apply."""
        ours = update_ids if self._locks is None else await inbox.claim(session, update_ids=update_ids)
        return await inbox.finish(session, update_ids=ours, now=self._clock.now())

    async def _run(self, turn: Turn, update: Update) -> bool:
        """Run the handler; a Refusal undoes its changes and becomes polite words. Tell whether there was none."""
        # What is read from the database inside a savepoint is forgotten with it, the person's language included.
        reader = _reader(turn)
        try:
            async with turn.session.begin_nested():
                before = await steps.shown_before(turn)
                await self._route(turn, update)
                await store_left([turn])
                if turn.failure is not None:
                    raise turn.failure
                await guard(update, turn)
                await steps.take_buttons_of_passed(update, turn, before)
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


def _applied(turn: Turn, update: Update) -> AppliedUpdate:
    return AppliedUpdate(update, turn.words, turn.left.incident_id if turn.left else None)


async def _conclude(turn: Turn, update: Update) -> None:
    """End a turn of a shared transaction; raises what went wrong in it, but for a Refusal, which becomes words."""
    if isinstance(turn.failure, Refusal):
        turn.words = [_say_refusal(_reader(turn), update, turn.failure)]
    elif turn.failure is not None:
        raise turn.failure
    else:
        await guard(update, turn)


def _reader(turn: Turn) -> Reader:
    return turn.office.reader(turn.person.language)


def _say_refusal(reader: Reader, update: Update, refusal: Refusal) -> Word:
    if update.callback_query is not None:
        return TapNotice(refusal_view.plain(refusal, reader), urgent=True)
    typed = update.message.text if update.message is not None else None
    return Send(refusal_view.message(refusal, reader, typed=typed or ""))


async def keep_failure(_update: object, context: Context) -> None:
    """Hand a handler's exception to the turn under way: PTB itself would only log it."""
    error = context.error
    context.turn.failure = error if isinstance(error, Exception) else RuntimeError(repr(error))
