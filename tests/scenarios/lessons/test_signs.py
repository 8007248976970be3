"""Signs are copied by a button each, as they are written so that none is opened by mistake."""

from collections.abc import Mapping

from tests.scenarios.declaring import CHI, small_network
from tests.scenarios.lessons.test_lessons import send, write
from tests.story import COORDINATOR, Json, Story, buttons_of


def copied(message: Json) -> Mapping[str, str]:
    """Give what the buttons of a message copy, by their texts."""
    rows = message["reply_markup"]["inline_keyboard"]
    return {one["text"]: one["copy_text"]["text"] for row in rows for one in row if "copy_text" in one}


async def test_each_of_a_few_signs_has_a_button_on_the_card_that_copies_it_defanged(story: Story) -> None:
    await small_network(story)
    await write(story)
    await send(story)

    assert copied(story.last(CHI)) == {
        "evil[.]example[.]com": "evil[.]example[.]com",
        "hxxps://evil[.]example/a.php": "hxxps://evil[.]example/a.php",
    }


async def test_many_signs_are_behind_one_button_and_come_below_protected_as_the_lesson_is(story: Story) -> None:
    await small_network(story)
    await write(story, label="TLP:AMBER", signs="\n".join(f"203.0.113.{number}" for number in range(9)))
    await send(story)
    assert copied(story.last(CHI)) == {}

    await story.press(CHI, "Sao chép từng dấu hiệu (9)")

    assert list(copied(story.last(CHI)).values()) == [f"203[.]0[.]113[.]{number}" for number in range(9)]
    assert story.text(CHI).startswith("TLP:AMBER · ")
    assert story.last(CHI).get("has_protected_content")


async def test_a_lesson_without_signs_has_no_such_button(story: Story) -> None:
    await small_network(story)
    await write(story, signs="")
    await send(story)

    assert buttons_of(story.last(CHI)) == ["Đã áp dụng", "Không liên quan", "Cần hỗ trợ"]
    assert copied(story.last(COORDINATOR)) == {}


async def test_links_in_what_happened_open_for_nobody_while_those_in_what_to_do_stay(story: Story) -> None:
    await small_network(story)
    await write(story, happened="Nhiều người bấm http://evil.example/a", todo="Tải bản vá tại https://patch.example/b")
    await send(story)

    card = story.text(CHI)
    assert "Nhiều người bấm hxxp://evil[.]example/a" in card
    assert "http://evil" not in card
    assert "https://patch.example/b" in card
    await story.say(COORDINATOR, "/baihoc")
    assert "http://evil" not in story.text(COORDINATOR)
