"""The poller: takes raw updates from Telegram, stores them, and only then tells Telegram that it has them."""

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.base.clock import Clock
from bot.telegram.transport import AiohttpRequest, answered_by_another
from models.database import Database
from services.ground import inbox
from services.watch import outages

log = structlog.get_logger(__name__)
LONG_POLL_SECONDS = 30
LIMIT = 100
# At the end nobody waits longer for Telegram: what is not confirmed comes again and is known.
CONFIRM_SECONDS = 2.0
# How exactly it is kept when Telegram was last heard.
HEARD_EVERY = timedelta(seconds=10)
KINDS = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]


class Poller:
    """Asks for updates one batch at a time; what it confirms is in the inbox."""

    def __init__(self, database: Database, bot: ExtBot[None], clock: Clock, request: AiohttpRequest) -> None:
        self._database = database
        self._bot = bot
        self._url = f"{bot.base_url}/getUpdates"
        self._clock = clock
        self._request = request
        # No offset at the start: Telegram hands over again what was not confirmed, and the inbox knows it.
        self._offset: int | None = None
        self._heard_at: datetime | None = None
        self._has_begun = False
        self._asking_since: float | None = None

    def unheard(self) -> float:
        """Tell for how many seconds updates have been asked for in vain; none where another process asks."""
        return 0.0 if self._asking_since is None else time.monotonic() - self._asking_since

    def _ask(self) -> None:
        if self._asking_since is None:
            self._asking_since = time.monotonic()

    def rest(self) -> None:
        """Leave the asking to another process."""
        self._asking_since = None

    async def begin(self) -> None:
        """Take a webhook away, once: while there is one, Telegram refuses to be asked. Raises TelegramError."""
        self._ask()
        if not self._has_begun:
            await self._bot.delete_webhook()
            self._has_begun = True

    async def poll(self, *, wait_seconds: int = LONG_POLL_SECONDS) -> int:
        """Fetch and store one batch; return its size. Raises TelegramError when Telegram cannot be asked."""
        self._ask()
        updates = await self._fetch(wait_seconds)
        self._asking_since = time.monotonic()
        now = self._clock.now()
        if updates:
            async with self._database.writing_beside_others() as session:
                await inbox.store(session, updates=updates, now=now)
            self._offset = max(update["update_id"] for update in updates) + 1
        if self._heard_at is None or abs(now - self._heard_at) >= HEARD_EVERY:
            await hear(self._database, self._clock)
            self._heard_at = now
        return len(updates)

    async def confirm(self) -> None:
        """Tell Telegram of the last batch at the end, so that a restart does not get it again."""
        if self._offset is None:
            return
        try:
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._fetch(0, limit=1)
        except (TelegramError, TimeoutError) as error:
            log.info("last updates not confirmed", error=str(error))

    async def _fetch(self, wait_seconds: int, *, limit: int = LIMIT) -> list[dict[str, Any]]:
        values: dict[str, object] = {"timeout": wait_seconds, "limit": limit, "allowed_updates": KINDS}
        if self._offset is not None:
            values["offset"] = self._offset
        answer = await self._request.call(self._url, values, read_timeout=wait_seconds + 15)
        if not isinstance(answer, list):
            raise answered_by_another("the answer is no list of updates")
        updates = [each for each in answer if isinstance(each, dict) and isinstance(each.get("update_id"), int)]
        if answer and not updates:
            # They could not be confirmed, and would come again without a pause.
            raise answered_by_another("the answer holds no update")
        return updates


async def hear(database: Database, clock: Clock) -> None:
    """Keep that Telegram was heard; say so where it was not for so long that taps may be lost."""
    async with database.writing() as session:
        silence = await outages.hear(session, now=clock.now(), skipped_since=clock.skipped_since)
    if silence is not None:
        log.warning("telegram was out of reach; taps may be lost", seconds=round(silence.total_seconds()))
