"""A second province beside the operation: it reads the first one's feed, and passes on by hand what it reads."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from starlette.applications import Starlette

from bot.base.listener import serving
from bot.engine import cap
from models.members import Sector
from services.places import communes
from tests.enrolment import enrol
from tests.neighbour import added
from tests.scenarios.peers.test_passing_on import PASS, pull
from tests.story import COORDINATOR, Story, buttons_of, text_of

SENDER, TOKEN = "skhcn@hanoi.example", "a-token-for-phu-tho"
VIET_TRI = 801
HOME, READER = "Hà Nội", "Viễn thông Việt Trì"
THEIRS = "SC-2026-0001"


@dataclass
class SecondProvince:
    """The neighbour's own story, and the one that it reads of."""

    story: Story
    first: Story

    async def read(self) -> None:
        """Let the same hour be there as here, and the feed be read."""
        self.story.look_away()
        self.story.clock.at = self.first.clock.at
        await pull(self.story)

    async def sees_the_alert_and_passes_it_on(self, headline: str, words: str) -> None:
        """Its coordinator alone sees it, until a tap and a look at the preview send it to its own businesses."""
        await self.read()
        card = self.story.text(COORDINATOR)
        for part in ("TLP:GREEN · ", f"{HOME} cảnh báo", headline, words, "Chuyển tới 1 đơn vị"):
            assert part in card, (part, card)
        assert self.story.chat(VIET_TRI) == []

        await self.story.press(COORDINATOR, PASS)
        assert f"Nguồn: {HOME}, {SENDER}, SC-2026-0001-alert-" in self.story.text(COORDINATOR)
        await self.story.press(COORDINATOR, "📨 Gửi tới 1 đơn vị")
        await self.story.press(COORDINATOR, "🚨 Xác nhận gửi")
        for part in (f"{HOME}: {headline}", words):
            assert part in self.story.text(VIET_TRI)
        await self.story.press(VIET_TRI, "✅ Sẵn sàng")
        await self.story.pass_time(seconds=5)
        assert "✅ Sẵn sàng: 1 (100%)" in text_of(self.story.last_with(COORDINATOR, "✉️ Nhắn tin…"))

    async def hears(self, head: str, headline: str) -> None:
        """What the first province says later comes to the coordinator, with what was made here of it."""
        await self.read()
        told = "".join(self.story.arrived(COORDINATOR))
        for part in (f"{HOME} {head}", headline, f"Tại đây đã chuyển thành {THEIRS}"):
            assert part in told, (part, told)

    async def marks_the_end(self, headline: str) -> None:
        """Once it is over nothing more is passed on, and what was made of it says so; the members hear by hand."""
        await self.hears("báo đã kết thúc", headline)
        await self.story.press(COORDINATOR, "📡 Xem cảnh báo")
        assert f"{HOME} báo đã kết thúc lúc" in self.story.text(COORDINATOR)
        assert PASS not in buttons_of(self.story.last(COORDINATOR))
        assert self.story.arrived(VIET_TRI) == []
        await self.story.press(COORDINATOR, THEIRS)
        await self.story.press(COORDINATOR, "⋯ Việc khác")
        assert f"📡 Nguồn: {HOME} (đã hết)" in buttons_of(self.story.last(COORDINATOR))


@asynccontextmanager
async def reading(first: Story, second: Story) -> AsyncIterator[SecondProvince]:
    """Let the first province publish, and the second one, with a business of its own, read what is for provinces."""
    first.settings = first.settings.model_copy(update={"cap_sender": SENDER, "cap_token": TOKEN})
    commune = communes.communes("25")[0].code
    await enrol(second, VIET_TRI, "Bùi Thị Lan", READER, sectors=(Sector.TELECOM, Sector.IT), commune_code=commune)
    await second.say(COORDINATOR, "/start")
    app = Starlette(routes=cap.routes(first.database, first.clock, first.settings))
    async with serving(app, "127.0.0.1", 0) as port:
        feed = f"http://127.0.0.1:{port}/cap/feed-restricted.atom"
        await added(second.database, feed, now=second.clock.now(), name=HOME, token=TOKEN)
        yield SecondProvince(second, first)
