"""The machine's clock is set back or forward in the middle of an incident, or shows a day that few years have."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.base.clock import SystemClock
from bot.engine import schedule
from bot.engine.assembly import assemble
from tests.bot.engine.test_delivery import AGAIN, copies, network, queue_alert
from tests.faults.test_sqlite import sending_slowly
from tests.scenarios.declaring import AN, BINH, CHI, declare, declared, small_network
from tests.scenarios.watch.test_outages import WHY
from tests.story import COORDINATOR, TOKEN, Story, text_of

READY, CANNOT = "✅ Sẵn sàng", "⛔ Không thể"


@dataclass
class Machine:
    """The machine on which a story's bot runs: its clock can be set, its ticks cannot."""

    story: Story
    ticks: float = 0.0

    async def start_the_bot(self) -> None:
        """Let the bot go by this machine's clock."""
        await self.story.doors.aclose()
        clock = SystemClock(wall=self.story.clock.now, ticks=lambda: self.ticks)
        door = assemble(self.story.settings, self.story.database, clock=clock, token=TOKEN, api_url=self.story.url)
        self.story.house = await self.story.doors.enter_async_context(door)

    def set_clock(self, by: timedelta) -> None:
        """Let the clock show another time from now on."""
        self.story.clock.at += by

    async def run(self, seconds: float) -> None:
        """Let time pass, and the bot do what there is to do."""
        self.story.clock.advance(seconds)
        self.ticks += seconds
        house = self.story.house
        await schedule.tick(house.database, now=house.clock.now(), time_zone=house.settings.office.time_zone)
        while await house.poller.poll(wait_seconds=0) + await house.dispatcher.drain() + await house.delivery.drain():
            continue


async def test_set_back_one_hour_in_the_middle_of_an_incident_nothing_waits_for_that_hour(story: Story) -> None:
    await network(story)
    machine = Machine(story)
    await machine.start_the_bot()
    await queue_alert(story)

    machine.set_clock(by=-timedelta(hours=1))
    await machine.run(seconds=2)

    for person in (AN, BINH):
        (copy,) = copies(story, person)
        assert not copy.startswith(AGAIN)
    await story.world.press(AN, story.last(AN)["message_id"], READY)
    await machine.run(seconds=2)
    assert f"✔ Viễn thông Sông Hồng: {READY}" in story.text(AN)
    story.look_away()
    # Until both agree again, the bot's clock goes at half the pace of the machine's.
    for _ in range(11):
        await machine.run(seconds=60)
    (reminder,) = story.arrived(BINH)
    assert "🔔" in reminder
    assert WHY not in reminder


async def test_set_forward_one_day_in_the_middle_of_an_incident_everything_is_kept(story: Story) -> None:
    await declared(story)
    await story.press(AN, READY)
    await story.world.press(BINH, story.last(BINH)["message_id"], CANNOT)
    story.look_away()

    story.clock.advance(timedelta(days=1).total_seconds())
    await story.house.poller.poll(wait_seconds=0)
    await story.settle()
    story.clock.advance(11)
    await story.settle()

    # For the bot it is as if it had been down for a day: who is silent is asked, once; the answers stand.
    assert story.arrived(AN) == []
    (asked,) = story.arrived(CHI)
    assert WHY in asked
    assert "✅ Sẵn sàng: 1" in text_of(story.last_with(COORDINATOR, "⋯ Việc khác"))
    await story.press(CHI, CANNOT)
    assert "⛔ Không thể: 1" in text_of(story.last_with(COORDINATOR, "⋯ Việc khác"))


async def test_set_forward_one_day_while_an_alert_is_on_its_way_it_comes_twice_at_most_and_says_so(
    story: Story,
) -> None:
    await network(story)
    await queue_alert(story)

    async with sending_slowly(story, "sendMessage", AN) as sending:
        story.clock.advance(timedelta(days=1).total_seconds())
        await schedule.tick(story.database, now=story.clock.now(), time_zone=story.settings.office.time_zone)
        await sending
    await story.settle()

    for person in (AN, BINH):
        first, *more = copies(story, person)
        assert not first.startswith(AGAIN)
        assert [copy.startswith(AGAIN) for copy in more] == [True] * min(len(more), 1)


async def test_on_the_29th_of_february_an_incident_begins_and_on_the_first_of_march_it_ends(story: Story) -> None:
    await small_network(story)
    midnight = datetime(2028, 2, 29, 17, 0, tzinfo=UTC)
    await story.pass_time(seconds=(midnight - timedelta(minutes=10) - story.clock.now()).total_seconds())
    story.look_away()

    await declare(story)
    assert "(cập nhật 23:50)" in story.text(COORDINATOR)
    await story.pass_time(minutes=15)
    assert "Đã ghi nhận" in await story.press(AN, READY)
    assert "đã 15 phút" in story.text(COORDINATOR)
    assert "Đã nhắc 2 đơn vị lúc 00:05" in story.text(COORDINATOR)
    await story.press(COORDINATOR, "🟢 Kết thúc")
    await story.say(COORDINATOR, "Đã khắc phục.")
    await story.press(COORDINATOR, "Kết thúc và gửi")

    assert "🟢 Kết thúc cảnh báo" in story.text(AN)
