"""A label in the reason of an order is asked about before the business reads it, as that of an answer is."""

from sqlmodel import select

from models.incidents import Incident
from models.tlp import Tlp
from tests.scenarios.declaring import AN
from tests.scenarios.tasking import card, given, the_task
from tests.story import COORDINATOR, Story, text_of


async def label_of(story: Story) -> Tlp | None:
    async with story.database.reading() as session:
        return (await session.exec(select(Incident))).one().tlp


async def cancel(story: Story, reason: str) -> None:
    await story.say(COORDINATOR, "/nhiemvu")
    await story.press(COORDINATOR, "NV-2026-0001")
    await story.press(COORDINATOR, "🚫 Hủy nhiệm vụ")
    await story.say(COORDINATOR, reason)


async def test_the_reason_goes_out_without_its_label_where_the_incident_stays_as_it_is(story: Story) -> None:
    await given(story)
    await cancel(story, "TLP:AMBER Lộ mật khẩu")
    assert "TLP:AMBER" in story.text(COORDINATOR)
    assert (await the_task(story)).state == "assigned"

    await story.press(COORDINATOR, "➖ Bỏ nhãn khỏi nội dung")
    await story.pass_time(seconds=10)

    assert (await the_task(story)).state == "cancelled"
    assert await label_of(story) is None
    assert "Lộ mật khẩu" in text_of(card(story, AN))
    assert not any("TLP" in text_of(one) for one in story.chat(AN))


async def test_or_the_incident_gets_the_label_that_the_reason_names(story: Story) -> None:
    await given(story)
    await cancel(story, "TLP:AMBER Lộ mật khẩu")

    await story.press(COORDINATOR, "🏷 Nâng nhãn sự cố thành TLP:AMBER")
    await story.pass_time(seconds=10)

    assert (await the_task(story)).state == "cancelled"
    assert await label_of(story) is Tlp.AMBER
