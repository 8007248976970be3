"""Lessons are found in any spelling: by a command, and in any chat, for each person what that person may see."""

from tests.scenarios.declaring import AN, BINH, CHI, small_network
from tests.scenarios.lessons.test_lessons import send, write
from tests.scenarios.searching import ask, titles
from tests.story import COORDINATOR, Story

STRANGER = 1666
MAIL = "Máy chủ thư bị mã hóa"


async def chosen(story: Story, person: int, text: str, *others: int) -> str:
    """Choose the first find of an inline query in a group, and give what the group reads."""
    group = story.world.create_group("Tổ ứng cứu", [person, *others])
    query = await story.world.ask_inline(person, text, chat_id=group)
    await story.settle()
    (result,) = story.world.inline_results(query) or []
    await story.world.choose_inline(person, query, result["id"])
    await story.settle()
    card = next(message for message in story.world.messages(group) if "via_bot" in message)
    (button,) = card["reply_markup"]["inline_keyboard"][0]
    assert "?start=l-" in button["url"]
    return str(card["text"])


async def test_a_word_of_any_part_finds_a_lesson_without_accents_and_signs_as_they_were_or_are_written(
    story: Story,
) -> None:
    await small_network(story)
    await write(story)
    await send(story)

    for text in ("nhan vien truc", "Vá máy", "mã hoá", "evil.example.com", "evil[.]example", "BH-2026-0001"):
        assert titles(await ask(story, CHI, text)) == [MAIL], text
        await story.say(CHI, f"/baihoc {text}")
        assert "BH-2026-0001" in story.text(CHI), text


async def test_what_waits_is_found_by_nobody_in_other_chats_and_strangers_find_no_lesson(story: Story) -> None:
    await small_network(story)
    story.person(STRANGER, "Kẻ Lạ", language_code="vi")
    await write(story)
    for person in (AN, CHI, COORDINATOR):
        assert titles(await ask(story, person, "may chu thu")) == []

    await send(story)
    for person in (AN, CHI, COORDINATOR):
        assert titles(await ask(story, person, "may chu thu")) == [MAIL]
    answer = await ask(story, STRANGER, "may chu thu")
    assert titles(answer) == []
    assert "Đăng ký" in answer["button"]["text"]
    assert titles(await ask(story, CHI, "")) == ["Công nghệ Hoa Sen"]
    assert MAIL not in titles(await ask(story, CHI, "😀"))


async def test_a_community_lesson_goes_whole_to_a_chat_with_its_label_and_no_name(story: Story) -> None:
    await small_network(story)
    await write(story)
    await send(story)

    text = await chosen(story, CHI, "may chu thu")

    assert text.startswith("TLP:GREEN · 📚 BH-2026-0001")
    assert "hxxps://evil[.]example/a.php" in text
    assert "Sông Hồng" not in text


async def test_of_what_is_for_an_organisation_at_most_a_chat_reads_the_code_alone_and_others_find_nothing(
    story: Story,
) -> None:
    await small_network(story)
    await write(story, label="TLP:AMBER")
    await send(story)
    await story.say(BINH, "/baihoc")
    assert "Không có bài học nào" in story.text(BINH)
    assert titles(await ask(story, BINH, "may chu thu")) == []

    text = await chosen(story, CHI, "may chu thu", BINH)

    assert text.startswith("TLP:AMBER · 📚 BH-2026-0001")
    for secret in ("thư", "evil", "Vá"):
        assert secret not in text
    await story.say(BINH, "/start l-1")
    assert "không gửi tới đơn vị" in story.text(BINH)
    await story.say(CHI, "/start l-1")
    assert MAIL in story.text(CHI)


async def test_what_was_found_is_turned_page_by_page(story: Story) -> None:
    await small_network(story)
    for _ in range(7):
        await write(story)

    await story.say(COORDINATOR, "/baihoc máy chủ")
    assert "BH-2026-0001" not in story.text(COORDINATOR)
    await story.press(COORDINATOR, "›")
    assert "BH-2026-0001" in story.text(COORDINATOR)
    await story.say(COORDINATOR, f"/baihoc {'máy ' * 30}")
    assert "BH-2026-0007" in story.text(COORDINATOR)
