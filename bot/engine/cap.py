"""The feeds of CAP 1.2 that other systems pull, and the documents to which they lead."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.base.clock import Clock
from bot.base.settings import Settings
from bot.engine.served import Served, answer, nothing, tag_of
from models.cap import CapMessage, CapScope
from models.database import Database
from models.identity import id_of
from models.people import Language
from services.cap import feeds

log = structlog.get_logger(__name__)

ATOM = "application/atom+xml; charset=utf-8"
CAP = "application/cap+xml; charset=utf-8"
SECOND = timedelta(seconds=1)
# Readers ask each time whether it has changed; what only some may read is in nobody else's store.
FRESH = {CapScope.PUBLIC: "no-cache", CapScope.RESTRICTED: "private, no-cache"}


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
        # Vietnamese first.
        self._readers = [self._office.reader(each) for each in Language]
        self._kept: dict[CapScope, Served] = {}
        # Whether a message (by its id) breaks no rule: it never changes, so it is looked at once.
        self._sound: dict[int, bool] = {}

    async def public(self, request: Request) -> Response:
        """Give the feed for everybody."""
        return await self._feed(request, CapScope.PUBLIC)

    async def restricted(self, request: Request) -> Response:
        """Give the other one to whoever shows the token; to others there is none."""
        return await self._feed(request, CapScope.RESTRICTED) if self._knows(request) else nothing()

    async def document(self, request: Request) -> Response:
        """Give a message, as its feed may be read and its incident's label allows it now."""
        scopes = tuple(CapScope) if self._knows(request) else (CapScope.PUBLIC,)
        identifier = request.path_params["identifier"]
        # PostgreSQL takes no text with a NUL in it.
        if not identifier.isprintable():
            return nothing()
        async with self._database.reading() as session:
            message = await feeds.found(session, identifier=identifier, scopes=scopes)
        if message is None or not self._may_go_out(message):
            return nothing()
        body = self._document(message)
        served = Served(body, tag_of(body), message.sent_at)
        return answer(request, served, kind=CAP, headers=_fresh(message.scope))

    async def _feed(self, request: Request, scope: CapScope) -> Response:
        async with self._database.reading() as session:
            ids = await feeds.listed(session, scope=scope, now=self._clock.now())
            tag = tag_of(repr(ids).encode())
            kept = self._kept.get(scope)
            if kept is None or kept.tag != tag:
                since = self._changed_at(scope)
                messages = [one for one in await feeds.these(session, ids=ids) if self._may_go_out(one)]
                kept = self._kept[scope] = Served(self._written(scope, messages, since), tag, since)
        return answer(request, kept, kind=ATOM, headers=_fresh(scope))

    def _written(self, scope: CapScope, messages: Sequence[CapMessage], since: datetime) -> bytes:
        from handlers.cap.views import feeds as views

        order = views.FeedOrder(scope, self._sender, self._office.department, since, self._settings.cap_address)
        return views.written(self._office.reader(Language.VIETNAMESE), order, messages)

    def _document(self, message: CapMessage) -> bytes:
        # What other systems read is written with lxml, which nobody else needs at the start.
        from handlers.cap.views import documents

        return documents.written(self._readers, self._office.department, message, web=self._settings.cap_web)

    def _may_go_out(self, message: CapMessage) -> bool:
        """Tell whether a message breaks no rule; the log says in both languages which one it breaks."""
        from handlers.cap.views import rules

        message_id = id_of(message)
        if message_id not in self._sound:
            broken = rules.broken_by(self._document(message), self._readers)
            self._sound[message_id] = not broken
            if broken:
                log.error("a message of CAP is held back", identifier=message.identifier, rules=broken)
        return self._sound[message_id]

    def _changed_at(self, scope: CapScope) -> datetime:
        """Tell since when a feed says something else; readers tell changes apart by whole seconds."""
        now = self._clock.now().replace(microsecond=0)
        before = self._kept.get(scope)
        return now if before is None or before.since is None else max(now, before.since + SECOND)

    def _knows(self, request: Request) -> bool:
        """Tell whether the token is shown, in a time that tells nothing about it."""
        token = self._settings.cap_token
        kind, _, shown = request.headers.get("authorization", "").partition(" ")
        if token is None or kind.lower() != "bearer":
            return False
        return hmac.compare_digest(shown.strip().encode(), token.encode())


def _fresh(scope: CapScope) -> Mapping[str, str]:
    return {"Cache-Control": FRESH[scope], "Vary": "Authorization"}
