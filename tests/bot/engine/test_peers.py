"""Neighbours' feeds over real HTTP: what is new comes once, what is wrong or leads astray is refused with a word."""

import asyncio
import ipaddress
import itertools
import ssl
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlmodel import col, delete, select
from structlog.testing import capture_logs

from bot.carriers.fetching import AddressGuard, Asked, Fetcher
from models.broadcasts import Broadcast, BroadcastKind
from models.database import Database
from models.identity import id_of
from models.peers import Peer, PeerDocument, PeerMessage, PeerProposal, PeerReference, PeerTrouble, ProposalState
from services.cap.facts import moment
from services.peers import documents, register, telling
from services.peers.checking import PeerWrong
from tests.neighbour import FEED, LOCAL, PHU_THO, Neighbour, added, message, neighbour, puller
from tests.network import MORNING, found_network
from tests.story import StoryClock

MINUTES = timedelta(minutes=2)


@pytest.fixture
async def phu_tho() -> AsyncIterator[Neighbour]:
    """A neighbour."""
    async with neighbour() as one:
        yield one


async def pull(database: Database, clock: StoryClock, *, seconds: float = 2, own: str | None = None) -> None:
    """Let two minutes pass, and read whatever is due."""
    clock.at += MINUTES
    reads = puller(database, clock, own_sender=own, fetcher=Fetcher(LOCAL, seconds=seconds))
    await reads.step()
    await reads.close()


async def tick(database: Database, clock: StoryClock) -> None:
    """Do what neighbours have due."""
    async with database.writing() as session:
        await telling.tell_due(session, now=clock.now())


async def peer_of(database: Database) -> Peer:
    async with database.reading() as session:
        return (await session.exec(select(Peer))).one()


async def kept(database: Database) -> list[PeerMessage]:
    async with database.reading() as session:
        return list((await session.exec(select(PeerMessage))).all())


async def refused(database: Database) -> list[PeerTrouble]:
    async with database.reading() as session:
        found = (await session.exec(select(PeerDocument).order_by(col(PeerDocument.id)))).all()
        return [one.trouble for one in found if one.trouble is not None]


async def proposals(database: Database) -> list[PeerProposal]:
    """List what coordinators were asked of."""
    async with database.reading() as session:
        asked = select(PeerProposal).where(col(PeerProposal.proposed_at).is_not(None))
        return list((await session.exec(asked)).all())


async def test_what_is_known_is_not_sent_again_and_each_message_is_fetched_once(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.say("PT-1", clock.now())
    for _ in range(3):
        await pull(database, clock)

    asked = [one.path for one in phu_tho.asked]
    assert asked == [FEED, "/cap/PT-1.xml", FEED, FEED]
    assert phu_tho.asked[-1].headers["If-None-Match"]
    (one,) = await kept(database)
    assert one.body == phu_tho.documents["PT-1"]
    peer = await peer_of(database)
    assert (peer.failures, peer.trouble, peer.sender) == (0, None, PHU_THO)
    assert peer.due_at == clock.now() + register.EVERY


async def test_a_feed_that_says_at_each_reading_that_all_has_changed_is_kept_once_and_told_once(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    async with database.writing() as session:
        await found_network(session)
    await added(database, phu_tho.url, now=clock.now())
    for number in range(20):
        phu_tho.say(f"PT-{number}", clock.now())
    phu_tho.say("PT-broken", clock.now(), identifier="không phải tên")
    for _ in range(50):
        phu_tho.updated = moment(clock.now())
        await pull(database, clock)
        await tick(database, clock)

    assert len(await kept(database)) == 20
    assert await refused(database) == [PeerTrouble.BROKEN_RULE]
    async with database.reading() as session:
        assert len((await session.exec(select(PeerDocument))).all()) == 21
        kinds = [one.kind for one in (await session.exec(select(Broadcast))).all()]
    assert kinds == [BroadcastKind.PEER_PROPOSAL] * 20


async def test_what_says_that_it_has_not_changed_is_not_fetched_again(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.say("PT-1", clock.now())
    for updated in ("one", "two", "two", "two"):
        phu_tho.updated = updated
        phu_tho.say(f"PT-{updated}", clock.now())
        await pull(database, clock)

    assert [one.path for one in phu_tho.asked].count("/cap/PT-1.xml") == 2


async def test_what_has_changed_in_its_place_is_found_among_however_many_say_that_they_have(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    for number in range(45):
        phu_tho.say(f"PT-{number}", clock.now(), identifier="không phải tên")
    first = phu_tho.say("PT-now", clock.now(), identifier="PT-A")
    for reading in range(6):
        if reading == 3:
            phu_tho.say("PT-now", clock.now(), identifier="PT-B", msgType="Update", references=first)
        phu_tho.updated = moment(clock.now())
        await pull(database, clock)

    assert [one.identifier for one in await kept(database)] == ["PT-A", "PT-B"]


async def test_what_stays_in_its_place_and_was_kept_from_coming_is_taken_when_it_may(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    for number in range(31):
        phu_tho.say(f"PT-{number}", clock.now())
    for _ in range(3):
        await pull(database, clock)
    assert await refused(database) == [PeerTrouble.TOO_MANY]

    clock.at += timedelta(hours=1)
    phu_tho.updated = moment(clock.now())
    for _ in range(2):
        await pull(database, clock)
    assert await refused(database) == []
    assert len(await kept(database)) == 31


async def test_what_was_sent_by_a_clock_that_is_ahead_is_taken_once_it_is_no_future(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.say("PT-1", clock.now() + timedelta(minutes=10))
    await pull(database, clock)
    assert await refused(database) == [PeerTrouble.FUTURE]

    for _ in range(3):
        await pull(database, clock)
    assert len(await kept(database)) == 1
    assert await refused(database) == []


async def test_of_a_feed_that_leads_elsewhere_at_each_reading_no_more_than_so_much_is_remembered(
    database: Database, phu_tho: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.peers.documents.MOST_KEPT", 5)
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    said = message(clock.now())
    for number in range(12):
        phu_tho.documents = {f"PT-1-{number}": said}
        await pull(database, clock)
        async with database.writing() as session:
            await documents.forget_old(session, now=clock.now())

    assert len(await kept(database)) == 1
    async with database.reading() as session:
        assert len((await session.exec(select(PeerDocument))).all()) == 5
    assert [one.path for one in phu_tho.asked].count("/cap/PT-1-11.xml") == 1


async def test_a_feed_that_fails_is_asked_less_and_less_often_up_to_an_hour(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.answer = lambda _: web.Response(status=500)
    pauses = []
    for _ in range(8):
        peer = await peer_of(database)
        clock.at = max(clock.at, peer.due_at)
        await pull(database, clock)
        pauses.append(((await peer_of(database)).due_at - clock.now()) // timedelta(minutes=1))

    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60]
    peer = await peer_of(database)
    assert (peer.trouble, peer.detail) == (PeerTrouble.STATUS, "500")


async def test_the_token_is_shown_to_the_feed_alone_and_stands_in_no_log(
    database: Database, phu_tho: Neighbour
) -> None:
    clock, token = StoryClock(MORNING), "a-secret-of-phu-tho"
    await added(database, phu_tho.url, now=clock.now(), token=token)
    phu_tho.say("PT-1", clock.now())
    await pull(database, clock)
    assert {one.headers["Authorization"] for one in phu_tho.asked} == {f"Bearer {token}"}

    async with neighbour() as elsewhere:
        phu_tho.answer = lambda _: web.Response(status=302, headers={"Location": elsewhere.url})
        with capture_logs() as lines:
            await pull(database, clock)
    assert elsewhere.asked
    assert all("Authorization" not in one.headers for one in elsewhere.asked)
    assert token not in str(lines)


async def test_nobody_but_the_first_sender_changes_or_cancels(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    first = phu_tho.say("PT-1", clock.now())
    await pull(database, clock)

    async with neighbour() as thief:
        await added(database, thief.url, now=clock.now(), name="Kẻ lạ")
        thief.say("T-1", clock.now(), sender="la@example.vn", msgType="Cancel", references=first)
        thief.say("T-2", clock.now(), sender=PHU_THO, msgType="Cancel", references=first)
        await pull(database, clock)

    assert await refused(database) == [PeerTrouble.NOT_FIRST, PeerTrouble.SENDER]
    (proposal,) = await proposals(database)
    assert proposal.state is ProposalState.OPEN


async def test_what_came_once_does_not_come_with_other_words(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    at = clock.now()
    phu_tho.say("PT-1", at)
    phu_tho.say("PT-1-again", at, identifier="PT-1")
    phu_tho.say("PT-1-other", at, identifier="PT-1", headline="Mọi người chạy ngay")
    await pull(database, clock)

    assert len(await kept(database)) == 1
    assert await refused(database) == [PeerTrouble.KNOWN, PeerTrouble.CHANGED]


@pytest.mark.parametrize("order", list(itertools.permutations(("PT-1", "PT-2", "PT-3"))))
async def test_in_whatever_order_messages_come_what_was_cancelled_is_no_alert_any_more(
    database: Database, phu_tho: Neighbour, order: tuple[str, ...]
) -> None:
    # The feed has all at once, then another has them one after the other.
    for is_at_once in (True, False):
        await _cancelled(database, phu_tho, order, is_at_once=is_at_once)
        async with database.writing() as session:
            for table in (PeerReference, PeerMessage, PeerProposal, PeerDocument):
                await session.exec(delete(table))
        phu_tho.documents.clear()


async def _cancelled(database: Database, phu_tho: Neighbour, order: tuple[str, ...], *, is_at_once: bool) -> None:
    clock = StoryClock(MORNING)
    if is_at_once:
        await added(database, phu_tho.url, now=clock.now())
    at = [clock.now() + number * timedelta(seconds=10) for number in range(3)]
    first = phu_tho.say("PT-1", at[0])
    second = phu_tho.say("PT-2", at[1], msgType="Update", references=first)
    phu_tho.say("PT-3", at[2], msgType="Cancel", references=f"{first} {second}")
    said = dict(phu_tho.documents)
    phu_tho.documents = {one: said[one] for one in order} if is_at_once else {}
    for one in order:
        phu_tho.documents.setdefault(one, said[one])
        await pull(database, clock)

    found = await proposals(database)
    assert len(found) <= 1
    assert ProposalState.OPEN not in [one.state for one in found]


@pytest.mark.parametrize("oldest_first", [True, False])
@pytest.mark.parametrize("type_", ["Update", "Cancel"])
async def test_what_a_message_that_came_before_refers_to_is_no_card_of_its_own(
    database: Database, phu_tho: Neighbour, type_: str, oldest_first: bool
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.oldest_first = oldest_first
    first = phu_tho.say("PT-1", clock.now())
    phu_tho.say("PT-2", clock.now(), msgType=type_, references=first, headline="Đã nối được một nửa")
    late = {"PT-1": phu_tho.documents.pop("PT-1")}
    await pull(database, clock)
    phu_tho.documents |= late
    await pull(database, clock)

    shown = [(one.state, one.headline) for one in await proposals(database)]
    assert shown == ([(ProposalState.OPEN, "Đã nối được một nửa")] if type_ == "Update" else [])


async def test_what_takes_long_to_fetch_is_taken_as_far_as_it_came(
    database: Database, phu_tho: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    for name in ("PT-1", "PT-2"):
        phu_tho.say(name, clock.now())
    app = web.Application()
    app.router.add_get("/slow", silent)
    async with TestServer(app) as slow:
        where = str(slow.make_url("/slow"))
        phu_tho.answer = lambda request: (
            web.Response(status=302, headers={"Location": where}) if "PT-2" in request.path else None
        )
        monkeypatch.setattr("bot.engine.peers.FETCHING", 0.3)
        await pull(database, clock, seconds=10)

    assert [one.identifier for one in await kept(database)] == ["PT-1"]
    assert (await peer_of(database)).etag is None


async def test_updates_without_end_make_one_card_a_word_now_and_then_and_no_more_than_so_many_bodies(
    database: Database, phu_tho: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.peers.taking.MOST_FOLLOWING", 40)
    clock = StoryClock(MORNING)
    async with database.writing() as session:
        await found_network(session)
    await added(database, phu_tho.url, now=clock.now())
    first = phu_tho.say("PT-1", clock.now())
    await pull(database, clock)
    for number in range(60):
        at = clock.now() + number * timedelta(seconds=1)
        phu_tho.say(f"PT-U{number}", at, msgType="Update", references=first, headline=f"Cập nhật {number}")
    for _ in range(5):
        await pull(database, clock)
        await tick(database, clock)

    assert len(await kept(database)) == 41
    assert set(await refused(database)) == {PeerTrouble.TOO_MANY}
    (proposal,) = await proposals(database)
    assert proposal.headline == "Cập nhật 39"
    async with database.reading() as session:
        kinds = [one.kind for one in (await session.exec(select(Broadcast))).all()]
    assert kinds.count(BroadcastKind.PEER_PROPOSAL) == 1
    assert 1 <= kinds.count(BroadcastKind.PEER_SAID) <= 2

    phu_tho.documents = {}
    phu_tho.say("PT-C", clock.now(), msgType="Cancel", references=first)
    await pull(database, clock)
    assert (await proposals(database))[0].state is ProposalState.CANCELLED
    async with database.reading() as session:
        kinds = [one.kind for one in (await session.exec(select(Broadcast))).all()]
    assert 2 <= kinds.count(BroadcastKind.PEER_SAID) <= 3


async def test_one_neighbour_fills_no_more_than_so_much_of_the_disk_in_a_day(
    database: Database, phu_tho: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.peers.taking.MOST_BYTES", 2000)
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    first = phu_tho.say("PT-1", clock.now())
    for number in range(5):
        phu_tho.say(f"PT-{number + 2}", clock.now())
    phu_tho.say("PT-C", clock.now() + timedelta(seconds=1), msgType="Cancel", references=first)
    await pull(database, clock)
    assert {one.identifier for one in await kept(database)} == {"PT-1", "PT-2", "PT-C"}

    clock.at += timedelta(days=1)
    phu_tho.documents = {}
    phu_tho.say("PT-9", clock.now())
    await pull(database, clock)
    assert "PT-9" in {one.identifier for one in await kept(database)}


async def test_our_own_message_that_comes_back_is_passed_over(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.say("PT-1", clock.now())
    await pull(database, clock, own=PHU_THO)

    assert await refused(database) == [PeerTrouble.OWN]
    assert await kept(database) == []
    async with database.reading() as session:
        assert (await register.sheet(session, peer=await peer_of(database))).refusals == []


async def test_what_is_paused_or_removed_is_not_read(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    peer = await added(database, phu_tho.url, now=clock.now(), token="t" * 20)
    async with database.writing() as session:
        await register.pause(session, peer=await session.get_one(Peer, id_of(peer)), by=None, now=clock.now())
    await pull(database, clock)
    assert phu_tho.asked == []

    async with database.writing() as session:
        await register.remove(session, peer=await session.get_one(Peer, id_of(peer)), by=None, now=clock.now())
    await pull(database, clock)
    assert phu_tho.asked == []
    assert (await peer_of(database)).token is None


async def test_a_document_that_is_missing_for_a_while_is_fetched_again_and_keeps_no_other_waiting(
    database: Database, phu_tho: Neighbour
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    for name in ("PT-1", "PT-2"):
        phu_tho.say(name, clock.now())
    phu_tho.answer = lambda request: web.Response(status=404) if "PT-1" in request.path else None
    await pull(database, clock)
    assert [one.identifier for one in await kept(database)] == ["PT-2"]
    assert await refused(database) == [PeerTrouble.STATUS]

    phu_tho.answer = lambda _: None
    await pull(database, clock)
    assert sorted([one.identifier for one in await kept(database)]) == ["PT-1", "PT-2"]
    assert await refused(database) == []


async def test_a_slow_neighbour_keeps_no_other_waiting(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    app = web.Application()
    app.router.add_get("/feed", silent)
    async with TestServer(app) as slow:
        await added(database, str(slow.make_url("/feed")), now=clock.now(), name="Chậm")
        await added(database, phu_tho.url, now=clock.now())
        phu_tho.say("PT-1", clock.now())
        reads = puller(database, clock, fetcher=Fetcher(LOCAL, seconds=600))
        await reads.start()
        await asyncio.wait(reads._reading.values(), return_when=asyncio.FIRST_COMPLETED)
        assert len(await kept(database)) == 1
        await reads.close()

    async with database.reading() as session:
        assert {one.trouble for one in (await session.exec(select(Peer))).all()} == {None}


async def test_one_neighbour_cannot_bury_coordinators_in_cards(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    for number in range(35):
        phu_tho.say(f"PT-{number}", clock.now())
    await pull(database, clock)
    await pull(database, clock)
    assert len(await proposals(database)) == 30
    assert set(await refused(database)) == {PeerTrouble.TOO_MANY}

    clock.at += timedelta(hours=1)
    await pull(database, clock)
    assert len(await proposals(database)) == 35
    assert await refused(database) == []


async def endless(request: web.Request) -> web.StreamResponse:
    """Write without end, as fast as anybody reads."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"<a>" * 10_000)


async def silent(_: web.Request) -> web.Response:
    """Say nothing for as long as anybody waits."""
    await asyncio.Event().wait()
    raise AssertionError


async def packed(_: web.Request) -> web.Response:
    """Answer with something packed."""
    return web.Response(body=b"\x1f\x8b", headers={"Content-Encoding": "gzip"})


async def inside(_: web.Request) -> web.Response:
    """Lead to a machine inside."""
    raise web.HTTPFound("http://169.254.169.254/latest/meta-data")


async def round_and_round(request: web.Request) -> web.Response:
    """Lead back to itself."""
    raise web.HTTPFound(request.path)


async def astray(_: web.Request) -> web.Response:
    """Lead to what is no web."""
    raise web.HTTPFound("file:///etc/passwd")


@pytest.mark.parametrize(
    ("handler", "why"),
    [
        (endless, PeerTrouble.TOO_LARGE),
        (silent, PeerTrouble.SLOW),
        (packed, PeerTrouble.ENCODED),
        (inside, PeerTrouble.PRIVATE_ADDRESS),
        (round_and_round, PeerTrouble.REDIRECTS),
        (astray, PeerTrouble.ADDRESS),
    ],
)
async def test_what_is_endless_slow_or_leads_astray_is_given_up(handler: object, why: PeerTrouble) -> None:
    app = web.Application()
    app.router.add_get("/feed", handler)  # type: ignore[arg-type]
    fetcher = Fetcher(LOCAL, seconds=1)
    async with TestServer(app) as server:
        with pytest.raises(PeerWrong) as wrong:
            await fetcher.fetch(str(server.make_url("/feed")), Asked())
    await fetcher.close()
    assert wrong.value.trouble is why


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0", "[::1]"),
        *(
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[fd00::1]",
            "[fe80::1]",
            "100.64.0.1",
            "127.1",
        ),
        *("2130706433", "224.0.0.1", "[ff02::1]"),
    ],
)
async def test_what_leads_inside_is_refused_however_it_is_written(host: str) -> None:
    fetcher = Fetcher()
    with pytest.raises(PeerWrong) as wrong:
        await fetcher.fetch(f"https://{host}/feed")
    await fetcher.close()
    assert wrong.value.trouble is PeerTrouble.PRIVATE_ADDRESS


async def test_what_is_public_may_be_asked_and_only_encrypted() -> None:
    guard = AddressGuard(LOCAL)
    assert guard.allows(ipaddress.ip_address("203.162.0.1"))
    assert guard.allows(ipaddress.ip_address("127.0.0.1"))
    with pytest.raises(PeerWrong) as wrong:
        await guard.check("http://203.162.0.1/feed")
    assert wrong.value.trouble is PeerTrouble.UNENCRYPTED


async def test_a_name_that_leads_elsewhere_at_the_moment_of_connecting_is_refused_too() -> None:
    class Turning(AddressGuard):
        async def check(self, url: str) -> None:
            """Have looked a moment ago, when all was well."""

    fetcher = Fetcher()
    fetcher._guard = Turning(())
    with pytest.raises(PeerWrong) as wrong:
        await fetcher.fetch("https://localhost/feed")
    await fetcher.close()
    assert wrong.value.trouble is PeerTrouble.PRIVATE_ADDRESS


async def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    making = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2")
    made = await asyncio.create_subprocess_exec(
        *making, "-keyout", key, "-out", certificate, stderr=asyncio.subprocess.DEVNULL
    )
    assert await made.wait() == 0
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    fetcher = Fetcher(LOCAL, seconds=5)
    server = TestServer(web.Application(), scheme="https")
    await server.start_server(ssl=context)
    with pytest.raises(PeerWrong) as wrong:
        await fetcher.fetch(str(server.make_url("/")))
    await fetcher.close()
    await server.close()
    assert wrong.value.trouble is PeerTrouble.TLS


async def test_what_is_no_feed_is_said(database: Database, phu_tho: Neighbour) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.answer = lambda _: web.Response(body=message(clock.now()))
    await pull(database, clock)

    assert (await peer_of(database)).trouble is PeerTrouble.NO_FEED


UNDER_MARKS = "a" + "\u0316\u0301" * 80_000


@pytest.mark.parametrize("where", ["senderName", "areaDesc", "headline", "event", "severity", "restriction", "msgType"])
async def test_a_letter_under_marks_without_end_keeps_nobody_waiting(
    database: Database, phu_tho: Neighbour, where: str
) -> None:
    clock = StoryClock(MORNING)
    await added(database, phu_tho.url, now=clock.now())
    phu_tho.say("PT-1", clock.now(), **({"scope": "Restricted", "headline": ""} | {where: UNDER_MARKS}))
    before = time.process_time()
    await pull(database, clock)

    # It took minutes; this machine may be busy.
    assert time.process_time() - before < 2
    (peer,) = [await peer_of(database)]
    assert (peer.failures, len(await kept(database)) + len(await refused(database))) == (0, 1)
