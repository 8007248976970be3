"""The delivery engine: claims what is due, renders it late, hands it to its carrier, records what came of it."""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import zip_longest

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.base.clock import Clock
from bot.engine.carrier import Carrier
from bot.watching import metrics
from bot.watching.tracebacks import in_short, said
from handlers.frame.compose import Occasion
from handlers.frame.office import Office
from handlers.frame.views.message import Message
from handlers.front import outbox
from models.channels import Channel
from models.database import Database
from services.incidents import outcomes
from services.incidents.cards import incident_of
from services.outbox import deliveries, due_now
from services.outbox.deliveries import Claimed, Outcome, Result
from services.wings import KINDS, WINGS

log = structlog.get_logger(__name__)
# So many batches are under way side by side (`loops.py`): one is sent, one is ready, one is taken or written down.
SIDE_BY_SIDE = 3
# Together less than a second of work at either limit: what is more urgent waits no longer than that.
SMALLEST_BATCH, LARGEST_BATCH = 8, 256
IN_FLIGHT = 64
# A longer wait is not sat out with rows in hand; they go back to the queue.
LONGEST_WAIT = timedelta(seconds=5)
ZERO = timedelta(0)
# The database's own trouble: it passes, and nothing that waits for it is at fault.
TROUBLE = (OperationalError, PoolTimeout)
REST = 1.0
# What follows in the wings from what came of messages.
SETTLED = [settle for wing in WINGS for settle in wing.settled]


class DeliveryEngine:
    """One worker over the outbox, with a carrier for each channel; it holds nothing that a crash could lose."""

    def __init__(self, database: Database, carriers: Mapping[Channel, Carrier], office: Office, clock: Clock) -> None:
        self.wake = asyncio.Event()
        self._database = database
        self._carriers = carriers
        self._office = office
        self._clock = clock
        # Of each channel by itself: a mail server that hangs must not hold up Telegram.
        self._slots = {channel: asyncio.Semaphore(IN_FLIGHT) for channel in carriers}
        # Batches go one after another. Two that took turns would both be gone at once, and nothing would be ready.
        self._turns = {channel: asyncio.Lock() for channel in carriers}
        self._stopping = False

    @property
    def channels(self) -> Collection[Channel]:
        """Tell by which channels messages are carried."""
        return self._carriers.keys()

    def stop(self) -> None:
        """Send nothing more, and wait no longer for a database in trouble.

        What is not on its way goes back to the queue; what was sent and cannot be written down will be repeated.
        """
        self._stopping = True
        self.wake.set()

    async def drain(self) -> int:
        """Send and edit until nothing is due by any channel; return how many messages were taken."""
        total = 0
        while taken := sum([await self.step(channel) for channel in self.channels]):
            total += taken
        return total

    async def step(self, channel: Channel) -> int:
        """Take one batch of a channel's messages through its whole way; return its size."""
        batch = await self._claim(channel)
        if not batch:
            return 0
        try:
            composed = await self._compose_all(batch)
        except TROUBLE:
            # Nothing was sent: it need not wait until the lease has ended, nor be called a repeat then.
            await self._record([Result(claimed, Outcome.REFUSED_FOR_NOW) for claimed in batch])
            raise
        results = await self._carry_out(channel, batch, composed)
        metrics.recorded(results)
        # Once something was sent, a stop may not keep us from writing it down.
        await asyncio.shield(self._record(results))
        return len(batch)

    async def _claim(self, channel: Channel) -> Sequence[Claimed]:
        carrier, now = self._carriers[channel], self._clock.now()
        if carrier.wait(now) > LONGEST_WAIT:
            return ()
        async with self._database.reading() as session:
            if not await due_now.anything(session, channel=channel, now=now):
                return ()
        size = min(max(carrier.in_half_a_second // SIDE_BY_SIDE, SMALLEST_BATCH), LARGEST_BATCH)
        async with self._database.writing() as session:
            # Half for the cards of those who answered, half for what is new: neither starves the other.
            edits = await deliveries.claim_edits(session, channel=channel, now=now, limit=size // 2)
            sends = await deliveries.claim_sends(session, channel=channel, now=now, limit=size - len(edits))
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
                incident_id=incident_of(claimed),
            )
            return Result(claimed, Outcome.FAILED, error=in_short(error))
        return message or Result(claimed, Outcome.STALE)

    async def _carry_out(
        self, channel: Channel, batch: Sequence[Claimed], composed: Sequence[Message | Result]
    ) -> Sequence[Result]:
        """Start the requests at the carrier's pace and gather what came of them."""
        settled: list[Result] = []
        started: list[asyncio.Task[Result]] = []
        # The requests go on when the turn has ended.
        async with asyncio.TaskGroup() as requests, self._turns[channel]:
            for number, (claimed, message) in enumerate(zip(batch, composed, strict=True)):
                in_line = len(batch) - number
                if isinstance(message, Result):
                    settled.append(message)
                elif claimed.is_edit and message.digest() == claimed.shown:
                    settled.append(Result(claimed, Outcome.SENT, shown=claimed.shown))
                elif isinstance(begun := await self._begin(channel, claimed, message, requests, in_line), Result):
                    settled.append(begun)
                else:
                    started.append(begun)
        return [*settled, *(task.result() for task in started)]

    async def _begin(
        self, channel: Channel, claimed: Claimed, message: Message, requests: asyncio.TaskGroup, in_line: int
    ) -> asyncio.Task[Result] | Result:
        """Start a request once it may go; a result where it may not soon."""
        carrier, slots = self._carriers[channel], self._slots[channel]
        await slots.acquire()
        if (refused := await self._wait_for_turn(carrier, claimed, in_line)) is not None:
            slots.release()
            return refused
        arrive = carrier.depart(claimed, self._clock.now())
        request = requests.create_task(self._deliver(carrier, claimed, message))
        request.add_done_callback(partial(_end, slots, arrive))
        return request

    async def _wait_for_turn(self, carrier: Carrier, claimed: Claimed, in_line: int) -> Result | None:
        """Wait until the first of those in line may go; a result where the wait is too long.

        Others need not wait for one recipient.
        """
        while not self._stopping:
            now = self._clock.now()
            for_one, for_all = carrier.wait_for_recipient(claimed, now), carrier.wait(now, in_line)
            if for_one > ZERO or for_all > LONGEST_WAIT:
                return Result(claimed, Outcome.REFUSED_FOR_NOW, again_at=now + max(for_one, for_all))
            if for_all <= ZERO:
                return None
            await self._clock.sleep(for_all.total_seconds())
        return Result(claimed, Outcome.REFUSED_FOR_NOW)

    async def _deliver(self, carrier: Carrier, claimed: Claimed, message: Message) -> Result:
        try:
            if await self._was_replaced(claimed):
                return Result(claimed, Outcome.STALE)
        except TROUBLE:
            # The requests beside this one go on.
            return Result(claimed, Outcome.REFUSED_FOR_NOW)
        return await carrier.carry(claimed, message)

    async def _was_replaced(self, claimed: Claimed) -> bool:
        """Tell whether a person opened something else in a message's place while its edit waited for its turn."""
        if not claimed.is_edit or not KINDS[claimed.kind].replaceable:
            return False
        async with self._database.reading() as session:
            return not await deliveries.is_still_shown(session, claimed=claimed)

    async def _record(self, results: Sequence[Result]) -> None:
        """Write down what came of a batch, however long the database takes: what was sent must not be sent again."""
        while True:
            try:
                async with self._database.writing() as session:
                    now = self._clock.now()
                    await outcomes.record(session, results=results, kinds=KINDS, now=now)
                    for settle in SETTLED:
                        await settle(session, results=results, now=now)
            except TROUBLE as error:
                if self._stopping:
                    raise
                what = said(error).partition("\n")[0]
                log.warning("what was sent cannot be written down yet", messages=len(results), error=what)
            else:
                return
            await self._clock.sleep(REST)


def _end(slots: asyncio.Semaphore, arrive: Callable[[], None], _: object) -> None:
    arrive()
    slots.release()


def _alternate(sends: Sequence[Claimed], edits: Sequence[Claimed]) -> Iterator[Claimed]:
    for pair in zip_longest(sends, edits):
        yield from (claimed for claimed in pair if claimed is not None)
