"""What somebody says while they register that is no answer to the step reaches the coordinators; the step stays."""

from tests.scenarios.declaring import small_network
from tests.scenarios.registering import CONSENT, MAI, act
from tests.story import COORDINATOR, Story, text_of

ALARM = "mã độc đang lan sang máy khác, gọi tôi ngay"


async def test_a_sentence_that_is_no_answer_is_offered_and_goes_by_itself_and_the_step_stays(story: Story) -> None:
    await small_network(story)
    story.person(MAI, "Trần Thị Mai")
    await act(story, MAI, CONSENT)
    step = story.text(MAI)
    story.look_away()

    await story.say(MAI, ALARM)

    assert any(f"“{ALARM}”" in text for text in story.arrived(MAI))
    assert story.text(MAI).endswith(step.splitlines()[-1])
    await story.pass_time(minutes=2)
    assert ALARM in story.text(COORDINATOR)


async def test_words_of_danger_go_at_once_and_the_step_stays(story: Story) -> None:
    await small_network(story)
    story.person(MAI, "Trần Thị Mai")
    await act(story, MAI, CONSENT)
    step = story.text(MAI)
    story.look_away()

    await story.say(MAI, "nhà trạm sập, có người bị kẹt")

    assert story.text(COORDINATOR).startswith("🆘")
    assert "113, 114 hoặc 115" in "".join(story.arrived(MAI))
    assert any(step.splitlines()[-1] in text_of(one) for one in story.chat(MAI))


async def test_a_short_slip_is_only_refused(story: Story) -> None:
    await small_network(story)
    story.person(MAI, "Trần Thị Mai")
    await act(story, MAI, CONSENT)
    story.look_away()

    await story.say(MAI, "công ty")
    await story.pass_time(minutes=3)

    assert story.arrived(COORDINATOR) == []
