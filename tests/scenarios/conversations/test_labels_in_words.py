"""A label in a member's own words is honoured wherever the words are shown: on line 1, and nobody can pass them on."""

from tests.scenarios.declaring import AN, declare, declared
from tests.scenarios.reporting import report
from tests.story import COORDINATOR, Story, buttons_of, text_of

SECRET = "TLP:RED mật khẩu là Zulu, ai giữ?"


async def test_the_card_the_answer_and_the_list_of_a_labelled_question_carry_its_label_and_are_protected(
    story: Story,
) -> None:
    await declared(story)
    await story.press(AN, "✅ Sẵn sàng")
    await story.say(AN, SECRET)
    await story.pass_time(seconds=40)

    await story.press(COORDINATOR, "✉️ Trả lời")
    await story.say(COORDINATOR, "Hỏi anh Tư")
    await story.pass_time(seconds=40)

    shown = [one for who in (AN, COORDINATOR) for one in story.chat(who) if "Zulu" in text_of(one)]
    sent_to = [one for one in shown if one["from"]["is_bot"]]
    assert len(sent_to) >= 2
    for one in sent_to:
        assert one.get("has_protected_content"), text_of(one)
    answer = next(one for one in story.chat(AN) if "Hỏi anh Tư" in text_of(one))
    assert "TLP:RED" in text_of(answer).partition("\n")[0]


async def test_a_list_of_incidents_of_which_one_is_for_few_says_so_and_is_protected(story: Story) -> None:
    await declared(story, "TLP:AMBER+STRICT Mất dữ liệu bí mật")

    await story.say(COORDINATOR, "/tinhhinh")

    listed = story.last(COORDINATOR)
    assert any("Mất dữ liệu bí mật" in one for one in buttons_of(listed))
    assert "TLP:AMBER+STRICT" in text_of(listed).partition("\n")[0]
    assert listed["has_protected_content"]


async def test_a_list_of_reports_of_which_one_is_confidential_says_so_on_its_first_line(story: Story) -> None:
    await declared(story)
    await declare(story)
    await report(story, AN, "TLP:RED lộ dữ liệu bí mật")

    await story.say(COORDINATOR, "/baocao")

    listed = story.last(COORDINATOR)
    assert "TLP:RED" in text_of(listed).partition("\n")[0]
    assert listed["has_protected_content"]
