"""The feeds of CAP 1.2 that other systems pull, and the documents to which they lead."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.base.clock import Clock
from bot.base.settings import Settings
from models.cap import CapMessage, CapScope
from models.database import Database
from models.people import Language
from services.cap import feeds

ATOM = "application/atom+xml; charset=utf-8"
CAP = "application/cap+xml; charset=utf-8"
SECOND = timedelta(seconds=1)
# Readers ask each time whether it has changed; what only some may read is in nobody else's store.
FRESH = {CapScope.PUBLIC: "no-cache", CapScope.RESTRICTED: "private, no-cache"}


@dataclass(frozen=True)
class Served:
    """What is served: its bytes, their mark, and since when they are so."""

    body: bytes
    tag: str
    since: datetime


def routes(database: Database, clock: Clock, settings: Settings) -> Sequence[Route]:
    """Make the routes, to be served beside others; without a sender there are none."""
    if settings.cap_sender is None:
        return ()
    feed = CapFeeds(database, clock, settings, settings.cap_sender)
    return [
        Route("/cap/feed.atom", feed.public),
        Route("/cap/feed-restricted.atom", feed.restricted),
        Route("/cap/{identifier}.xml", feed.document),
    ]


class CapFeeds:
    """Answers whoever pulls; a feed is written anew only when other messages are in it."""

    def __init__(self, database: Database, clock: Clock, settings: Settings, sender: str) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings
        self._office = settings.office
        self._sender = sender
        self._kept: dict[CapScope, Served] = {}

    async def public(self, request: Request) -> Response:
        """Give the feed for everybody."""
        return await self._feed(request, CapScope.PUBLIC)

    async def restricted(self, request: Request) -> Response:
        """Give the other one to whoever shows the token; to others there is none."""
        return await self._feed(request, CapScope.RESTRICTED) if self._knows(request) else _nothing()

    async def document(self, request: Request) -> Response:
        """Give a message, as its feed may be read and its incident's label allows it now."""
        # What other systems read is written with lxml, which nobody else needs at the start.
        from handlers.cap.views import documents

        scopes = tuple(CapScope) if self._knows(request) else (CapScope.PUBLIC,)
        async with self._database.reading() as session:
            message = await feeds.found(session, identifier=request.path_params["identifier"], scopes=scopes)
        if message is None:
            return _nothing()
        reader = self._office.reader(Language.VIETNAMESE)
        body = documents.written(reader, self._office.department, message, web=self._settings.cap_web)
        served = Served(body, _tag(body), message.sent_at)
        return _answer(request, served, kind=CAP, fresh=FRESH[message.scope])

    async def _feed(self, request: Request, scope: CapScope) -> Response:
        async with self._database.reading() as session:
            ids = await feeds.listed(session, scope=scope, now=self._clock.now())
            tag = _tag(repr(ids).encode())
            kept = self._kept.get(scope)
            if kept is None or kept.tag != tag:
                since = self._changed_at(scope)
                messages = await feeds.these(session, ids=ids)
                kept = self._kept[scope] = Served(self._written(scope, messages, since), tag, since)
        return _answer(request, kept, kind=ATOM, fresh=FRESH[scope])

    def _written(self, scope: CapScope, messages: Sequence[CapMessage], since: datetime) -> bytes:
        from handlers.cap.views import feeds as views

        order = views.FeedOrder(scope, self._sender, self._office.department, since, self._settings.cap_address)
        return views.written(self._office.reader(Language.VIETNAMESE), order, messages)

    def _changed_at(self, scope: CapScope) -> datetime:
        """Tell since when a feed says something else; readers tell changes apart by whole seconds."""
        now = self._clock.now().replace(microsecond=0)
        before = self._kept.get(scope)
        return now if before is None else max(now, before.since + SECOND)

    def _knows(self, request: Request) -> bool:
        """Tell whether the token is shown, in a time that tells nothing about it."""
        token = self._settings.cap_token
        kind, _, shown = request.headers.get("authorization", "").partition(" ")
        if token is None or kind.lower() != "bearer":
            return False
        return hmac.compare_digest(shown.strip().encode(), token.encode())


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def _nothing() -> Response:
    return Response(status_code=HTTPStatus.NOT_FOUND)


def _answer(request: Request, served: Served, *, kind: str, fresh: str) -> Response:
    """Give what is served, or that it is what the reader has."""
    headers = {
        "ETag": served.tag,
        "Last-Modified": format_datetime(served.since.astimezone(UTC), usegmt=True),
        "Cache-Control": fresh,
        "Vary": "Authorization",
    }
    if _has_it(request, served):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(served.body, headers={**headers, "Content-Type": kind})


def _has_it(request: Request, served: Served) -> bool:
    """Tell whether a reader has what is served; what they know by its mark counts before what they know by its day."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        known = [one.strip().removeprefix("W/") for one in tags.split(",")]
        return "*" in known or served.tag in known
    since = request.headers.get("if-modified-since")
    if since is None:
        return False
    try:
        at = parsedate_to_datetime(since)
    except ValueError:
        return False
    return at.tzinfo is not None and served.since <= at
