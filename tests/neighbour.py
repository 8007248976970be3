"""A neighbour for tests: a feed of CAP 1.2 over real HTTP, which says what a test lets it say."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_network

from aiohttp import web
from aiohttp.test_utils import TestServer
from markupsafe import escape

from bot.base.clock import Clock
from bot.carriers.fetching import Fetcher
from bot.engine.peers import PeerPuller
from models.database import Database
from models.peers import Peer
from services.cap.facts import moment
from services.peers import register

PHU_THO = "skhcn@phutho.example"
LOCAL = (ip_network("127.0.0.0/8"),)
FEED = "/cap/feed.atom"


@dataclass
class Neighbour:
    """What a neighbour serves, by path, and what it was asked."""

    server: TestServer
    documents: dict[str, bytes] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    sender: str = PHU_THO
    oldest_first: bool = False
    # When each of its entries was changed, as the feed says; empty is not said.
    updated: str = ""
    answer: Callable[[web.Request], web.StreamResponse | None] = lambda _: None

    @property
    def url(self) -> str:
        """The address of the feed."""
        return str(self.server.make_url(FEED))

    def say(self, name: str, at: datetime, **said: str) -> str:
        """Put a message into the feed; gives it back as others refer to it."""
        sender = said.setdefault("sender", self.sender)
        identifier = said.setdefault("identifier", name)
        self.documents[name] = message(at, **said)
        return f"{sender},{identifier},{moment(at)}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer as feeds do; what is known is not sent again."""
        self.asked.append(request)
        if (special := self.answer(request)) is not None:
            return special
        if request.path == FEED:
            tag = f'"{hash((self.updated, *self.documents.items()))}"'
            if request.headers.get("If-None-Match") == tag:
                return web.Response(status=304, headers={"ETag": tag})
            body = feed(*self._listed(), updated=self.updated)
            return web.Response(body=body, content_type="application/atom+xml", headers={"ETag": tag})
        document = self.documents.get(request.path.removeprefix("/cap/").removesuffix(".xml"))
        return web.Response(status=404) if document is None else web.Response(body=document)

    def _listed(self) -> list[str]:
        """Name the documents as the feed is given them, the oldest first; it writes the last one first."""
        return list(self.documents)[:: -1 if self.oldest_first else 1]


@asynccontextmanager
async def neighbour() -> AsyncIterator[Neighbour]:
    """Let a neighbour serve its feed on this machine."""
    app = web.Application()
    server = TestServer(app)
    one = Neighbour(server)
    app.router.add_get("/{path:.*}", one.serve)
    async with server:
        yield one


def message(at: datetime, **said: str) -> bytes:
    """Write a message; what is not said is as an ordinary alert has it."""
    values = {
        "sender": PHU_THO,
        "identifier": "PT-1",
        "sent": moment(at),
        "status": "Actual",
        "msgType": "Alert",
        "scope": "Public",
        "restriction": "",
        "note": "",
        "references": "",
        "event": "Sự cố",
        "category": "Infra",
        "responseType": "Monitor",
        "severity": "Severe",
        "expires": moment(at + timedelta(hours=6)),
        "senderName": "Sở Khoa học và Công nghệ tỉnh Phú Thọ",
        "headline": "Đứt cáp quang tuyến Việt Trì",
        "description": "Cáp trục bị đứt tại Việt Trì, mất liên lạc diện rộng.",
        "instruction": "Đề nghị chuyển sang tuyến dự phòng.",
        "areaDesc": "Tỉnh Phú Thọ",
    } | said
    of_alert = ("identifier", "sender", "sent", "status", "msgType", "scope", "restriction", "note", "references")
    top = "".join(f"<{one}>{escape(values[one])}</{one}>" for one in of_alert if values[one])
    first, last = ("category", "responseType"), ("expires", "senderName", "headline", "description", "instruction")
    inner = "".join(f"<{one}>{escape(values[one])}</{one}>" for one in (*first, "severity", *last) if values[one])
    event, area = f"<event>{escape(values['event'])}</event>", _area(values["areaDesc"])
    info = f"<info><language>vi-VN</language>{event}{inner}<area>{area}</area></info>"
    return f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">{top}{info}</alert>'.encode()


def _area(name: str) -> str:
    return f"<areaDesc>{escape(name)}</areaDesc>"


def feed(*names: str, updated: str = "") -> bytes:
    """Write a feed that leads to these, the newest first, each changed when it is said."""
    changed = f"<updated>{updated}</updated>" if updated else ""
    links = "".join(
        f'<entry><link rel="alternate" type="application/cap+xml" href="{name}.xml"/>{changed}</entry>'
        for name in names[::-1]
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{links}</feed>'.encode()


def puller(
    database: Database, clock: Clock, *, own_sender: str | None = None, fetcher: Fetcher | None = None
) -> PeerPuller:
    """Make what pulls from this machine, without chance."""
    reads = fetcher or Fetcher(LOCAL, seconds=2)
    return PeerPuller(database, clock, reads, own_sender=own_sender, chance=lambda: 0.5)


async def added(
    database: Database, url: str, *, now: datetime, name: str = "Phú Thọ", token: str | None = None
) -> Peer:
    """Let an owner add a neighbour."""
    async with database.writing() as session:
        return await register.add(session, url=url, name=name, token=token, by=None, now=now)
