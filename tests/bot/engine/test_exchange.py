"""Provinces on one machine read each other's feeds: everybody hears of everything once, and nothing goes in circles."""

import random
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select
from starlette.applications import Starlette

from bot.base.listener import serving
from bot.base.settings import Settings
from bot.carriers.fetching import Fetcher
from bot.engine import cap
from bot.engine.peers import PeerPuller
from handlers.peers.views import proposals as views
from models.cap import CapMessage
from models.database import Database
from models.identity import id_of
from models.incidents import Incident
from models.peers import PeerDocument, PeerMessage, PeerProposal, PeerTrouble, ProposalState
from models.tlp import Tlp
from services.cap import messages
from services.corrections import reopening
from services.incidents import notices
from services.peers import proposals
from tests.databases import open_near
from tests.neighbour import FEED, LOCAL, added
from tests.network import CABLE_CUT, MORNING, Network, found_network
from tests.story import StoryClock

STEP = 15


@dataclass
class Province:
    """A province: its database, the name under which it speaks, its feed's address, and what reads the others'."""

    database: Database
    clock: StoryClock
    settings: Settings
    reads: PeerPuller
    network: Network
    url: str = ""

    @property
    def sender(self) -> str:
        """The name under which it speaks."""
        return self.settings.cap_sender or ""

    async def declare(self, description: str = CABLE_CUT.description) -> Incident:
        """Declare something for everybody to read, by hand."""
        async with self.database.writing() as session:
            self.network.session = session
            declaration = replace(CABLE_CUT, description=description, tlp=Tlp.CLEAR)
            return await self.network.declare(declaration, now=self.clock.now())

    async def step(self) -> None:
        """Write what others are to be told, and read the neighbours that are due."""
        async with self.database.writing() as session:
            await messages.write_due(session, now=self.clock.now(), cap_sender=self.sender)
        await self.reads.step()

    async def heard(self) -> set[str]:
        """Tell from whom it has heard."""
        async with self.database.reading() as session:
            return set((await session.exec(select(PeerProposal.sender))).all())

    async def counts(self) -> Sequence[int]:
        """Count what was said and heard."""
        async with self.database.reading() as session:
            tables = (Incident, CapMessage, PeerMessage, PeerProposal)
            return [len((await session.exec(select(col(table.id)))).all()) for table in tables]


@asynccontextmanager
async def province(name: str, folder: Path, stocked: Path, clock: StoryClock) -> AsyncIterator[Province]:
    """Found a province with a feed of its own."""
    file = folder / f"{name}.db"
    shutil.copy(stocked, file)
    settings = Settings(_env_file=None, cap_sender=f"{name}@example.vn")
    database = open_near(f"sqlite+aiosqlite:///{file}")
    reads = PeerPuller(
        database, clock, Fetcher(LOCAL), own_sender=settings.cap_sender, chance=random.Random(name).random
    )
    async with database.writing() as session:
        network = await found_network(session)
    one = Province(database, clock, settings, reads, network)
    async with serving(Starlette(routes=cap.routes(database, clock, settings)), "127.0.0.1", 0) as port:
        one.url = f"http://127.0.0.1:{port}{FEED}"
        yield one
    await reads.close()
    await database.close()


@asynccontextmanager
async def provinces(count: int, folder: Path, stocked: Path) -> AsyncIterator[Sequence[Province]]:
    """Found so many provinces, each of which reads all the others."""
    clock = StoryClock(MORNING)
    async with AsyncExitStack() as doors:
        every = [
            await doors.enter_async_context(province(f"tinh-{one}", folder, stocked, clock)) for one in range(count)
        ]
        for reader in every:
            for other in every:
                if other is not reader:
                    await added(reader.database, other.url, now=clock.now(), name=other.sender.partition("@")[0])
        yield every


async def let_pass(every: Sequence[Province], *, seconds: int) -> None:
    """Let time pass in steps of some seconds, each with everything that is due in it."""
    for _ in range(seconds // STEP):
        every[0].clock.advance(STEP)
        for one in every:
            await one.step()


@pytest.mark.parametrize("count", [2, 4])
async def test_every_alert_is_at_all_others_within_90_seconds_and_comes_once(
    tmp_path: Path, stocked: Path, count: int
) -> None:
    async with provinces(count, tmp_path, stocked) as every:
        await let_pass(every, seconds=30)
        for one in every:
            await one.declare()
        await let_pass(every, seconds=90)

        senders = {one.sender for one in every}
        for one in every:
            assert await one.heard() == senders - {one.sender}
        before = [await one.counts() for one in every]
        assert before == [[1, 1, count - 1, count - 1]] * count

        await let_pass(every, seconds=120)
        assert [await one.counts() for one in every] == before


async def test_what_is_passed_on_by_hand_is_ones_own_and_is_not_proposed_to_whom_it_came_from(
    tmp_path: Path, stocked: Path
) -> None:
    async with provinces(3, tmp_path, stocked) as every:
        first, second, third = every
        await first.declare()
        await let_pass(every, seconds=90)
        async with second.database.reading() as session:
            shown = await proposals.sheet(
                session, proposal=(await session.exec(select(PeerProposal))).one(), now=MORNING
            )
            words = views.description(second.settings.office.reader(second.settings.language), shown)
        assert await second.counts() == [0, 0, 1, 1]

        await second.declare(words)
        await let_pass(every, seconds=90)

        assert await first.heard() == set()
        assert await third.heard() == {first.sender, second.sender}
        async with first.database.reading() as session:
            refused = select(PeerDocument).where(col(PeerDocument.trouble).is_not(None))
            (refusal,) = (await session.exec(refused)).all()
        assert refusal.trouble is PeerTrouble.OWN
        async with third.database.reading() as session:
            (own,) = (await session.exec(select(PeerMessage).where(PeerMessage.sender == second.sender))).all()
        assert first.sender in own.body.decode()
        assert own.peer_id
        assert first.clock.now() - MORNING < timedelta(minutes=10)


async def test_what_a_province_ends_and_reopens_is_open_again_at_the_other(tmp_path: Path, stocked: Path) -> None:
    async with provinces(2, tmp_path, stocked) as (first, second):
        incident_id = id_of(await first.declare())
        await let_pass((first, second), seconds=90)
        assert await standing(second) is ProposalState.OPEN

        by = first.network.coordinator
        async with first.database.writing() as session:
            await notices.all_clear(
                session, incident_id=incident_id, summary="Đã nối xong cáp.", by=by, now=first.clock.now()
            )
        await let_pass((first, second), seconds=90)
        assert await standing(second) is ProposalState.OVER

        async with first.database.writing() as session:
            await reopening.reopen(session, incident_id=incident_id, by=by, now=first.clock.now())
        await let_pass((first, second), seconds=90)
        assert await standing(second) is ProposalState.OPEN


async def standing(one: Province) -> ProposalState:
    """Tell where the one thing that a province has heard of stands."""
    async with one.database.reading() as session:
        return (await session.exec(select(PeerProposal))).one().state
