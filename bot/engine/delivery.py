"""The delivery engine: claims what is due, renders it late, sends it at Telegram's pace, records what came of it."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import unescape
from itertools import zip_longest
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.base.clock import Clock
from bot.telegram.failures import Verdict, judge
from bot.telegram.throttle import Throttle
from bot.telegram.transport import AiohttpRequest, answered_by_another, written
from bot.watching import metrics
from bot.watching.tracebacks import in_short, said
from handlers.frame.compose import Occasion
from handlers.frame.office import Office
from handlers.frame.views.message import Button, Message
from handlers.front import outbox
from models.database import Database
from services.incidents import outcomes
from services.outbox import deliveries
from services.outbox.deliveries import Claimed, Outcome, Result
from services.wings import KINDS

log = structlog.get_logger(__name__)
# Two batches are under way side by side (`assembly.py`): one is sent while the other is taken or written down.
SIDE_BY_SIDE = 2
# Together half a second of work at either limit: what is more urgent waits no longer than that.
SMALLEST_BATCH, LARGEST_BATCH = 8, 256
IN_FLIGHT = 64
# A longer wait is not sat out with rows in hand; they go back to the queue.
LONGEST_WAIT = timedelta(seconds=5)
ZERO = timedelta(0)
NO_PREVIEW = {"is_disabled": True}
TAG = re.compile(r"</?[a-z][^>]*>")
# The database's own trouble: it passes, and nothing that waits for it is at fault.
TROUBLE = (OperationalError, PoolTimeout)
REST = 1.0


class Delivery:
    """One worker over the outbox; it holds nothing that a crash could lose."""

    def __init__(
        self,
        database: Database,
        bot: Bot,
        office: Office,
        clock: Clock,
        throttle: Throttle,
        request: AiohttpRequest,
    ) -> None:
        self.wake = asyncio.Event()
        self._database = database
        self._bot = bot
        self._office = office
        self._clock = clock
        self._request = request
        self._slots = asyncio.Semaphore(IN_FLIGHT)
        self._stopping = False
        self.keep_to(throttle)

    def keep_to(self, throttle: Throttle) -> None:
        """Send at this pace, in batches that fit it."""
        self._throttle = throttle
        self._batch = min(max(throttle.in_half_a_second // SIDE_BY_SIDE, SMALLEST_BATCH), LARGEST_BATCH)

    def stop(self) -> None:
        """Send nothing more, and wait no longer for a database in trouble.

        What is not on its way goes back to the queue; what was sent and cannot be written down will be repeated.
        """
        self._stopping = True
        self.wake.set()

    async def drain(self) -> int:
        """Send and edit until nothing is due; return how many messages were taken."""
        total = 0
        while taken := await self.step():
            total += taken
        return total

    async def step(self) -> int:
        """Take one batch through its whole way; return its size."""
        batch = await self._claim()
        if not batch:
            return 0
        try:
            composed = await self._compose_all(batch)
        except TROUBLE:
            # Nothing was sent: it need not wait until the lease has ended, nor be called a repeat then.
            await self._record([Result(claimed, Outcome.REFUSED_FOR_NOW) for claimed in batch])
            raise
        results = await self._carry_out(batch, composed)
        metrics.recorded(results)
        # Once something was sent, a stop may not keep us from writing it down.
        await asyncio.shield(self._record(results))
        return len(batch)

    async def _claim(self) -> Sequence[Claimed]:
        now = self._clock.now()
        if self._throttle.wait(now) > LONGEST_WAIT:
            return ()
        async with self._database.reading() as session:
            if not await deliveries.anything_due(session, now=now):
                return ()
        async with self._database.writing() as session:
            # Half for the cards of those who answered, half for what is new: neither starves the other.
            edits = await deliveries.claim_edits(session, now=now, limit=self._batch // 2)
            sends = await deliveries.claim_sends(session, now=now, limit=self._batch - len(edits))
        return list(_alternate(sends, edits))

    async def _compose_all(self, batch: Sequence[Claimed]) -> Sequence[Message | Result]:
        async with self._database.reading() as session:
            occasion = Occasion(session=session, office=self._office, now=self._clock.now(), batch=batch)
            return [await self._compose(occasion, claimed) for claimed in batch]

    async def _compose(self, occasion: Occasion, claimed: Claimed) -> Message | Result:
        """Make a message, or tell why there is none: one that cannot be made must not hold up the others."""
        try:
            message = await outbox.compose(occasion, claimed)
        except TROUBLE:
            raise
        except Exception as error:
            log.exception(
                "a message could not be made",
                kind=claimed.kind,
                delivery_id=claimed.id,
                incident_id=claimed.incident_id,
            )
            return Result(claimed, Outcome.FAILED, error=in_short(error))
        return message or Result(claimed, Outcome.STALE)

    async def _carry_out(self, batch: Sequence[Claimed], composed: Sequence[Message | Result]) -> Sequence[Result]:
        """Start the requests at the throttle's pace and gather what came of them."""
        settled, started = [], []
        async with asyncio.TaskGroup() as requests:
            for claimed, message in zip(batch, composed, strict=True):
                if isinstance(message, Result):
                    settled.append(message)
                    continue
                if claimed.is_edit and message.digest() == claimed.shown:
                    settled.append(Result(claimed, Outcome.SENT, shown=claimed.shown))
                    continue
                await self._slots.acquire()
                if (refused := await self._wait_for_turn(claimed)) is not None:
                    self._slots.release()
                    settled.append(refused)
                    continue
                self._throttle.take(claimed.chat_id, self._clock.now())
                started.append(requests.create_task(self._deliver(claimed, message)))
        return [*settled, *(task.result() for task in started)]

    async def _wait_for_turn(self, claimed: Claimed) -> Result | None:
        """Wait until a message may go; a result where the wait is too long. Others need not wait for one chat."""
        while not self._stopping:
            now = self._clock.now()
            for_chat, for_all = self._throttle.wait_for_chat(claimed.chat_id, now), self._throttle.wait(now)
            if for_chat > ZERO or for_all > LONGEST_WAIT:
                return Result(claimed, Outcome.REFUSED_FOR_NOW, again_at=now + max(for_chat, for_all))
            if for_all <= ZERO:
                return None
            await self._clock.sleep(for_all.total_seconds())
        return Result(claimed, Outcome.REFUSED_FOR_NOW)

    async def _deliver(self, claimed: Claimed, message: Message) -> Result:
        try:
            if await self._was_replaced(claimed):
                return Result(claimed, Outcome.STALE)
            return await self._deliver_once(claimed, message)
        except TROUBLE:
            # The requests beside this one go on.
            return Result(claimed, Outcome.REFUSED_FOR_NOW)
        finally:
            self._slots.release()

    async def _was_replaced(self, claimed: Claimed) -> bool:
        """Tell whether a person opened something else in a message's place while its edit waited for its turn."""
        if not claimed.is_edit or not KINDS[claimed.kind].replaceable:
            return False
        async with self._database.reading() as session:
            return not await deliveries.is_still_shown(session, claimed=claimed)

    async def _deliver_once(self, claimed: Claimed, message: Message) -> Result:
        try:
            message_id = await self._send(claimed, message, parse_mode=ParseMode.HTML)
        except TelegramError as error:
            verdict = judge(error)
            if verdict.as_plain_text:
                log.error(
                    "telegram could not read our text",
                    kind=claimed.kind,
                    incident_id=claimed.incident_id,
                    error=str(error),
                )
                return await self._request_plain(claimed, message)
            return self._failed(claimed, message, error, verdict)
        return Result(claimed, Outcome.SENT, message_id=message_id, shown=message.digest())

    async def _request_plain(self, claimed: Claimed, message: Message) -> Result:
        try:
            message_id = await self._send(claimed, message, parse_mode=None)
        except TelegramError as error:
            return self._failed(claimed, message, error, judge(error))
        return Result(claimed, Outcome.SENT, message_id=message_id, shown=message.digest())

    async def _send(self, claimed: Claimed, message: Message, *, parse_mode: str | None) -> int | None:
        """Send or edit a message, by the Bot API itself: PTB's own objects would cost more than all the rest."""
        contents = message.once(parse_mode or "plain", lambda: _contents(message, parse_mode))
        if claimed.message_id is not None:
            await self._call("editMessageText", contents, chat_id=claimed.chat_id, message_id=claimed.message_id)
            return None
        quiet = message.quiet
        sent = await self._call("sendMessage", contents, chat_id=claimed.chat_id, disable_notification=quiet)
        message_id = sent.get("message_id") if isinstance(sent, dict) else None
        if not isinstance(message_id, int):
            raise answered_by_another("the answer holds no message")
        return message_id

    async def _call(self, method: str, contents: bytes, **asked: object) -> Any:
        return await self._request.call(f"{self._bot.base_url}/{method}", asked, more=contents)

    def _failed(self, claimed: Claimed, message: Message, error: TelegramError, verdict: Verdict) -> Result:
        again_at = self._clock.now() + verdict.wait if verdict.wait is not None else None
        if verdict.pause_all and again_at is not None:
            self._throttle.pause(again_at)
        log.info(
            "message not sent",
            kind=claimed.kind,
            incident_id=claimed.incident_id,
            outcome=verdict.outcome.name,
            error=str(error),
        )
        return Result(
            claimed,
            verdict.outcome,
            shown=message.digest() if verdict.outcome is Outcome.SENT else None,
            error=None if verdict.outcome is Outcome.SENT else said(error),
            again_at=again_at,
            moved_to=verdict.moved_to,
        )

    async def _record(self, results: Sequence[Result]) -> None:
        """Write down what came of a batch, however long the database takes: what was sent must not be sent again."""
        while True:
            try:
                async with self._database.writing() as session:
                    await outcomes.record(session, results=results, kinds=KINDS, now=self._clock.now())
            except TROUBLE as error:
                if self._stopping:
                    raise
                what = said(error).partition("\n")[0]
                log.warning("what was sent cannot be written down yet", messages=len(results), error=what)
            else:
                return
            await self._clock.sleep(REST)


def _contents(message: Message, parse_mode: str | None) -> bytes:
    """Write down what is the same in every request that shows a message, in this mode or as plain text."""
    asked: dict[str, object] = {
        "text": message.text if parse_mode else plain(message.text),
        "link_preview_options": NO_PREVIEW,
    }
    if parse_mode:
        asked["parse_mode"] = parse_mode
    if message.rows:
        asked["reply_markup"] = {"inline_keyboard": [[_button(button) for button in row] for row in message.rows]}
    return written(asked)


def _button(button: Button) -> dict[str, str]:
    """Write a button as the Bot API takes it: what is not given is left out."""
    given = {"text": button.text, "callback_data": button.data, "url": button.url, "style": button.style}
    return {name: value for name, value in given.items() if value}


def plain(text: str) -> str:
    """Take the HTML out of a text, its lines left as they are."""
    return unescape(TAG.sub("", text))


def _alternate(sends: Sequence[Claimed], edits: Sequence[Claimed]) -> Iterator[Claimed]:
    for pair in zip_longest(sends, edits):
        yield from (claimed for claimed in pair if claimed is not None)
