"""Other systems pull the feeds: who has the newest is told so, and what is restricted is nowhere without a token."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta

import httpx
import pytest
from lxml import etree
from sqlmodel import select
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.base.part import Part
from bot.base.settings import Settings
from bot.engine import cap, schedule
from bot.engine.loops import _listening, _tick, run
from bot.telegram.webhook import Webhook
from models.cap import CapMessage, CapType
from models.database import Database
from models.identity import id_of
from models.incidents import Incident
from models.tlp import Tlp
from services.incidents import lifecycle
from services.incidents.sharing import labels
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, Network, found_network
from tests.story import Story, StoryClock

SENDER, TOKEN = "skhcn@phutho.gov.vn", "a-token-of-a-neighbour"
SHOWN = {"Authorization": f"Bearer {TOKEN}"}
FEED, RESTRICTED = "/cap/feed.atom", "/cap/feed-restricted.atom"
LINK = "{http://www.w3.org/2005/Atom}link"


@dataclass
class Publisher:
    """A database that publishes, and whoever pulls from it."""

    database: Database
    clock: StoryClock
    reader: httpx.AsyncClient
    network: Network | None = None

    async def declare(self, label: Tlp | None) -> Incident:
        """Declare an incident, and let a second pass with its tick."""
        async with self.database.writing() as session:
            self.network = self.network or await found_network(session)
            self.network.session = session
            incident = await self.network.declare(replace(CABLE_CUT, tlp=label), now=self.clock.now())
        await self.tick()
        return incident

    async def relabel(self, incident: Incident, label: Tlp) -> None:
        """Let the coordinator label an incident otherwise."""
        assert self.network is not None
        by, now = self.network.coordinator, self.clock.now()
        async with self.database.writing() as session:
            found = await lifecycle.by_id(session, incident_id=id_of(incident))
            await labels.change(session, incident=found, label=label, by=by, now=now)

    async def tick(self) -> None:
        await schedule.tick(self.database, now=self.clock.now(), time_zone=TIME_ZONE, cap_sender=SENDER)
        self.clock.advance(1)

    async def links(self, feed: str = FEED) -> list[str]:
        """List where the entries of a feed lead."""
        answer = await self.reader.get(feed, headers=SHOWN)
        assert answer.status_code == 200
        return [f"/cap/{link.get('href')}" for link in etree.fromstring(answer.content).iter(LINK) if link.get("type")]


@pytest.fixture
async def publisher(database: Database) -> AsyncIterator[Publisher]:
    """A department that publishes."""
    clock = StoryClock(MORNING)
    app = Starlette(routes=cap.routes(database, clock, Settings(_env_file=None, cap_sender=SENDER, cap_token=TOKEN)))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://feeds") as reader:
        yield Publisher(database, clock, reader)


async def test_without_a_sender_there_is_nothing_to_pull(database: Database) -> None:
    assert cap.routes(database, StoryClock(MORNING), Settings(_env_file=None)) == ()


async def test_a_public_alert_is_in_the_public_feed_and_read_by_everybody(publisher: Publisher) -> None:
    incident = await publisher.declare(Tlp.CLEAR)

    (link,) = await publisher.links()
    answer = await publisher.reader.get(link)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/cap+xml; charset=utf-8")
    assert incident.code in answer.text
    assert await publisher.links(RESTRICTED) == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer another-token-of-nobody"},
        {"Authorization": TOKEN},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer đ"},
    ],
)
async def test_what_is_restricted_is_nowhere_without_the_token(publisher: Publisher, headers: dict[str, str]) -> None:
    await publisher.declare(Tlp.AMBER)
    (link,) = await publisher.links(RESTRICTED)
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]

    assert (await publisher.reader.get(link, headers=SHOWN)).status_code == 200
    for path in (link, RESTRICTED):
        answer = await publisher.reader.get(path, headers=raw)
        assert (answer.status_code, answer.content) == (404, b"")
    assert await publisher.links() == []


async def test_without_a_token_set_nobody_reads_what_is_restricted(database: Database) -> None:
    settings = Settings(_env_file=None, cap_sender=SENDER)
    app = Starlette(routes=cap.routes(database, StoryClock(MORNING), settings))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://feeds") as reader:
        for shown in ("Bearer ", "Bearer None"):
            assert (await reader.get(RESTRICTED, headers={"Authorization": shown})).status_code == 404


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
async def test_whoever_has_the_newest_is_told_so_until_something_new_is_there(
    publisher: Publisher, header: str
) -> None:
    asks = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]
    await publisher.declare(Tlp.CLEAR)
    first = await publisher.reader.get(FEED)
    known = {asks: first.headers[header]}

    same = await publisher.reader.get(FEED, headers=known)
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", first.headers["etag"])

    await publisher.declare(Tlp.CLEAR)
    assert (await publisher.reader.get(FEED, headers=known)).status_code == 200


async def test_a_document_that_is_known_is_not_given_again(publisher: Publisher) -> None:
    await publisher.declare(Tlp.CLEAR)
    (link,) = await publisher.links()
    tag = (await publisher.reader.get(link)).headers["etag"]

    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        assert (await publisher.reader.get(link, headers={"If-None-Match": known})).status_code == 304
    assert (await publisher.reader.get(link, headers={"If-None-Match": '"other"'})).status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        "yesterday",
        "Fri, 20 Nov 2099 02:00:00 -0000",
        "",
        "Fri, 99 Nov 2026 99:99:99 GMT",
        "Wed, 21 Oct 99999999999999999999 07:28:00 GMT",
    ],
)
async def test_a_day_that_is_none_counts_as_not_said(publisher: Publisher, said: str) -> None:
    await publisher.declare(Tlp.CLEAR)

    assert (await publisher.reader.get(FEED, headers={"If-Modified-Since": said})).status_code == 200


@pytest.mark.parametrize("asks", [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")])
async def test_a_label_made_stricter_takes_the_alert_back_also_from_who_asks_whether_anything_is_new(
    publisher: Publisher, asks: tuple[str, str]
) -> None:
    first = await publisher.declare(Tlp.CLEAR)
    await publisher.declare(Tlp.CLEAR)
    newest, oldest = await publisher.links()
    known = {asks[1]: (await publisher.reader.get(FEED)).headers[asks[0]]}

    await publisher.relabel(first, Tlp.RED)

    assert (await publisher.reader.get(FEED, headers=known)).status_code == 200
    assert await publisher.links() == [newest]
    assert (await publisher.reader.get(oldest, headers=SHOWN)).status_code == 404


async def test_what_ended_days_ago_leaves_the_feed_by_itself(publisher: Publisher) -> None:
    await publisher.declare(Tlp.CLEAR)
    assert len(await publisher.links()) == 1

    publisher.clock.advance(timedelta(days=5).total_seconds())

    assert await publisher.links() == []


async def test_the_clock_of_the_program_writes_what_is_due_under_its_sender(story: Story) -> None:
    async with story.database.writing() as session:
        network = await found_network(session)
        await network.declare(CABLE_CUT, now=story.clock.now())
    settings = story.settings.model_copy(update={"cap_sender": SENDER})

    await _tick(replace(story.house, settings=settings))

    async with story.database.reading() as session:
        assert [one.sender for one in await session.exec(select(CapMessage))] == [SENDER]


async def status_of(port: int, path: str) -> int:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as reader:
        return (await reader.get(path)).status_code


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(("part", "status"), [(Part.ALL, 200), (Part.INGRESS, 200), (Part.CLOCK, 404)])
async def test_a_process_that_takes_updates_serves_the_feeds_where_it_is_watched(
    story: Story, part: Part, status: int
) -> None:
    port, stopping, asked = free_port(), asyncio.Event(), list[asyncio.Task[int]]()
    settings = story.settings.model_copy(update={"cap_sender": SENDER, "watch_port": port})

    def ask() -> None:
        asked.append(asyncio.create_task(status_of(port, FEED)))
        asked[0].add_done_callback(lambda _: stopping.set())

    await run(replace(story.house, settings=settings), stopping, part=part, at_work=ask)

    assert [await one for one in asked] == [status]


async def test_the_feeds_are_served_beside_the_webhook(story: Story) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    webhook = Webhook(story.database, story.clock, url=url, secret="s", after_store=asyncio.Event().set)
    settings = story.settings.model_copy(update={"cap_sender": SENDER, "listen_port": port})
    house = replace(story.house, settings=settings, webhook=webhook)

    async with _listening(house, Part.INGRESS, cap.routes(story.database, story.clock, settings)):
        assert await status_of(port, FEED) == 200
        assert await status_of(port, "/telegram") == 405


@pytest.mark.parametrize("path", ["/cap/", "/cap/none.xml", "/cap/..%2Ffeed.xml", "/cap/feed.xml", "/cap/%00.xml"])
async def test_what_is_not_there_is_not_found(publisher: Publisher, path: str) -> None:
    assert (await publisher.reader.get(path, headers=SHOWN)).status_code == 404


async def test_a_message_that_breaks_a_rule_is_held_back_and_said_to_whoever_runs_the_program(
    publisher: Publisher,
) -> None:
    await publisher.declare(Tlp.CLEAR)
    await publisher.declare(Tlp.CLEAR)
    async with publisher.database.writing() as session:
        broken = (await session.exec(select(CapMessage).order_by(CapMessage.identifier))).first()
        assert broken is not None
        broken.type = CapType.UPDATE  # of nothing that was said before

    with capture_logs() as said:
        (kept,) = await publisher.links()
        for _ in range(2):
            assert (await publisher.reader.get(f"/cap/{broken.identifier}.xml")).status_code == 404

    assert broken.identifier not in kept
    assert said == [
        {
            "event": "a message of CAP is held back",
            "log_level": "error",
            "identifier": broken.identifier,
            "rules": [
                "Bản tin cập nhật, hủy, xác nhận hoặc báo lỗi phải dẫn bản tin trước đó.",
                "An update, a cancellation, an acknowledgement or an error refers to an earlier message.",
            ],
        }
    ]
