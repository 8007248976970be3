"""Words that try to be markup, to hide, to turn the line around or never to end: shown as words, and harmless."""

import re
import unicodedata

import pytest
from sqlmodel import select

from models.drafts import Draft
from services.notation.spelling import tidy_line
from tests.enrolment import enrol
from tests.scenarios.declaring import AN, declare, small_network
from tests.scenarios.tasking import give
from tests.security.rehearsal import rehearsing
from tests.security.test_matrix import message
from tests.security.town import town
from tests.story import COORDINATOR, Story, text_of

MARKUP = "<b>Đậm</b> <a href='tg://user?id=1'>ai</a> & &lt; </code>"
HIDDEN = "Đảo\u202e ngược\u202c, ẩ\u200bn, \u2066tách\u2069, 👩\u200d🚒 Ê\u0323\u0301 \ufeff\u00ad\U000e0041xong"
BROKEN = "Nửa chữ\x00 và\x1b[31m màu\u0007"
TRICKS = {"markup": MARKUP, "hidden": HIDDEN, "broken": BROKEN}
# What turns a line around, takes no room or steers a terminal; joiners stay inside an emoji only.
NEVER_SHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ud800-\udfff]"
)


def shown_to_everybody(story: Story) -> list[str]:
    """Give every text and button of the bot in all chats."""
    found = []
    for chat in story.world.chats.values():
        for one in chat.messages.values():
            if one["from"]["id"] == story.world.bot_id:
                found.append(text_of(one))
                rows = one.get("reply_markup", {}).get("inline_keyboard", ())
                found += [button["text"] for row in rows for button in row]
    return found


def check_all(story: Story) -> None:
    """See that nothing that was shown hides or turns anything, and that every letter is composed."""
    for text in shown_to_everybody(story):
        assert not NEVER_SHOWN.search(text), ascii(text)
        assert unicodedata.is_normalized("NFC", text), ascii(text)


@pytest.mark.parametrize("trick", TRICKS)
async def test_an_incident_a_task_and_an_answer_are_shown_as_they_are_meant(story: Story, trick: str) -> None:
    words = TRICKS[trick]
    await small_network(story)
    story.look_away()

    await declare(story, words)
    assert tidy_line(words) in text_of(story.last(AN))
    await story.press(AN, "✅ Sẵn sàng")
    await story.press(AN, "➕ Người, phương tiện, ghi chú")
    await story.press(AN, "Bỏ qua")
    await story.say(AN, words)
    await give(story, words)
    await story.say(COORDINATOR, "/danhba " + words)

    assert tidy_line(words) in " ".join(story.arrived(AN))
    check_all(story)


@pytest.mark.parametrize("trick", TRICKS)
async def test_a_person_and_a_business_may_be_called_anything(story: Story, trick: str) -> None:
    words = TRICKS[trick]
    await enrol(story, 801, tidy_line(words), tidy_line(f"Công ty {words}"))
    story.person(802, words, last_name="😀" * 20)

    await story.say(802, "/dangky")
    for person in (801, COORDINATOR):
        for command in ("/donvi", "/danhba", "/danhba cong ty", "/dulieu", "/nhom"):
            await story.say(person, command)

    check_all(story)


@pytest.mark.parametrize("text", ["<" * 4096, "&" * 4096, "😀" * 2048, "a\u0301" * 2048, "\u202e" * 4096])
async def test_four_thousand_characters_are_answered_briefly_wherever_they_are_written(story: Story, text: str) -> None:
    await small_network(story)
    await story.say(AN, "/donvi")
    for command in ("/suco", "/danhba", "/nhiemvu"):
        await story.say(COORDINATOR, command)
        story.look_away()
        await story.say(COORDINATOR, text)

        assert len(story.arrived(COORDINATOR)) == 1, command
    async with story.database.reading() as session:
        assert all(len(str(draft.data)) < 4000 for draft in await session.exec(select(Draft)))
    check_all(story)


@pytest.mark.parametrize("name", ["stranger", "primary", "coordinator"])
async def test_half_a_character_is_stored_and_said_as_none(story: Story, name: str) -> None:
    await town(story)
    async with rehearsing(story) as rehearsal:
        for text in ("Nửa\ud800", "/incident Nửa\ud800", "/roster \udc00", "/start i-\ud800", "/start \ud800-1"):
            said = message(story, name, text)
            said["message"]["from"]["last_name"] = "\ud83d"

            outcome = await rehearsal.hear(said)

            # That a member was heard is said by way of the outbox.
            assert outcome.words or (name == "primary" and "deliveries" in outcome.changed), ascii(text)
            for word in outcome.words:
                assert not NEVER_SHOWN.search(str(word)), ascii(word)
