"""The webhook: Telegram hands updates over, and hears "taken" only once they are stored."""

import hmac
import json
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.base.clock import Clock
from bot.base.shared_locks import TROUBLE
from bot.telegram.failures import judge
from bot.telegram.ingress import KINDS, hear
from models.database import Database
from services.ground import inbox

log = structlog.get_logger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
# Telegram's own updates stay far below: a message has 4,096 characters, and files come by their ids alone.
LARGEST_BODY = 1_048_576
# How many updates Telegram may hand over at the same time; it allows up to 100.
CONNECTIONS = 40
NO_WAIT = timedelta(0)
SECOND = timedelta(seconds=1)


class TooLarge(Exception):
    """A body is larger than any update."""


class NoUpdate(Exception):
    """A body is no update: no JSON, no object, or without a number. What is nested too deep raises RecursionError."""


class Webhook:
    """Takes updates at the path of `url` from whoever knows `secret`; calls `after_store` for each that was stored."""

    def __init__(
        self, database: Database, clock: Clock, *, url: str, secret: str, after_store: Callable[[], None]
    ) -> None:
        self._database = database
        self._clock = clock
        self._url = url
        self._secret = secret
        self._after_store = after_store
        self._heard_at = clock.now()
        self._asking_since: float | None = None

    def unheard(self) -> float:
        """Tell for how many seconds nothing shows that what Telegram has comes through."""
        return 0.0 if self._asking_since is None else time.monotonic() - self._asking_since

    def app(self, *, beside: Sequence[Route] = ()) -> Starlette:
        """Make the application that Telegram talks to, and whoever reads what is served `beside`."""
        hook = Route(urlsplit(self._url).path or "/", self._receive, methods=["POST"])
        return Starlette(routes=[hook, *beside])

    async def announce(self, bot: ExtBot[None]) -> None:
        """Tell Telegram where to hand updates over; raises TelegramError when it refuses the address."""
        while (wait := await self._announce_once(bot)) > NO_WAIT:
            await self._clock.sleep(wait.total_seconds())

    async def hear(self, bot: ExtBot[None]) -> None:
        """Ask Telegram whether what it has comes through, and keep when it did. Raises TelegramError."""
        if self._asking_since is None:
            self._asking_since = time.monotonic()
        info = await bot.get_webhook_info()
        now = self._clock.now()
        failed_at = info.last_error_date
        # Telegram counts whole seconds, and tries again at longer and longer intervals.
        if info.pending_update_count and failed_at is not None and failed_at > self._heard_at - SECOND:
            return
        await hear(self._database, self._clock)
        self._heard_at = now
        self._asking_since = time.monotonic()

    async def _announce_once(self, bot: ExtBot[None]) -> timedelta:
        """Tell Telegram once; return how long to wait where several processes tell it at the same time."""
        try:
            await bot.set_webhook(
                self._url, secret_token=self._secret, allowed_updates=KINDS, max_connections=CONNECTIONS
            )
        except RetryAfter as error:
            return judge(error).wait or NO_WAIT
        return NO_WAIT

    async def _receive(self, request: Request) -> Response:
        """Take one update. The secret is looked at first: strangers' bodies are not even read."""
        if not self._is_telegram(request):
            return _answer(HTTPStatus.FORBIDDEN)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            return _answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        try:
            await self._store(_update(await _body(request)))
        except TooLarge:
            return _answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except (NoUpdate, ClientDisconnect, RecursionError):
            return _answer(HTTPStatus.BAD_REQUEST)
        except TROUBLE as error:
            # Telegram keeps the update and hands it over again.
            log.error("an update could not be stored", error=type(error).__name__, seldom=True)
            return _answer(HTTPStatus.SERVICE_UNAVAILABLE)
        self._after_store()
        return _answer(HTTPStatus.OK)

    def _is_telegram(self, request: Request) -> bool:
        """Tell whether the secret is given, in a time that tells nothing about it."""
        return hmac.compare_digest(request.headers.get(HEADER, "").encode(), self._secret.encode())

    async def _store(self, update: dict[str, Any]) -> None:
        async with self._database.writing_beside_others() as session:
            await inbox.store(session, updates=[update], now=self._clock.now())


async def _body(request: Request) -> bytes:
    """Read a body; raises TooLarge as soon as it is known to be, whatever its head says of its length."""
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise TooLarge
    return bytes(body)


def _update(body: bytes) -> dict[str, Any]:
    """Read an update that can be stored; raises NoUpdate."""
    try:
        update = json.loads(body)
    except ValueError:
        raise NoUpdate from None
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int or not 0 <= number <= inbox.LARGEST:
        raise NoUpdate
    return dict(update)


def _answer(status: HTTPStatus) -> Response:
    # What was refused unread stays on the connection: it ends with the answer.
    headers = None if status is HTTPStatus.OK else {"Connection": "close"}
    return Response(status_code=status, headers=headers)
