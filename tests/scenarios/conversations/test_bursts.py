"""Somebody who writes without end neither buries those who coordinate nor makes others wait."""

from sqlmodel import col, select

from models.broadcasts import Broadcast, BroadcastKind
from models.conversations import Question
from tests.scenarios.declaring import AN, CHI, declared
from tests.story import COORDINATOR, Story


async def lanes(story: Story) -> list[int]:
    """List the lanes by which questions went to coordinators, in order."""
    async with story.database.reading() as session:
        query = select(Broadcast.lane).where(Broadcast.kind == BroadcastKind.QUESTION).order_by(col(Broadcast.id))
        return [int(lane) for lane in (await session.exec(query)).all()]


async def test_of_what_one_person_writes_in_ten_minutes_ten_are_sent_and_the_next_is_told_to_wait(story: Story) -> None:
    await declared(story)
    story.look_away()
    for number in range(11):
        await story.world.say(AN, f"Tin số {number}")
    await story.settle()
    await story.pass_time(seconds=30)

    assert len([text for text in story.arrived(COORDINATOR) if "Tin số" in text]) == 10
    (told,) = [text for text in story.arrived(AN) if "chưa được gửi" in text]
    assert told.startswith("Nội dung vừa rồi chưa được gửi: trong 10 phút gửi được tối đa 10 tin.")
    async with story.database.reading() as session:
        assert "Tin số 10" not in (await session.exec(select(Question.text))).all()

    await story.pass_time(minutes=10)
    await story.say(AN, "Tin số 11")
    assert "“Tin số 11”" in "\n".join(story.arrived(COORDINATOR))


async def test_what_others_ask_goes_before_the_fourth_of_one_persons_messages(story: Story) -> None:
    await declared(story)
    for number in range(5):
        await story.world.say(AN, f"Tin số {number}")
    await story.settle()
    await story.say(CHI, "Ở xã nào?")

    assert await lanes(story) == [2, 2, 2, 4, 4, 2]
    await story.pass_time(minutes=1, seconds=10)
    await story.say(AN, "Tin sau một phút")
    assert (await lanes(story))[-1] == 2
