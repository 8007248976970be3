"""Whatever somebody sends, whoever they are, is answered once, and the answer says whether it went to a person."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.sandbox.acts import writing
from bot.sandbox.acts.access import writer_in
from tests.scenarios.declaring import AN, declare, small_network
from tests.scenarios.registering import apply
from tests.story import COORDINATOR, Story

STRANGER = 901
FILE = {"file_id": "AgACAgIAAx0", "file_size": 1000}
POLL = {
    "id": "1",
    "question": "Có điện chưa?",
    "options": [{"text": text, "voter_count": 0, "persistent_id": text} for text in ("Có", "Chưa")],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "members_only": False,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
}
STICKER = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"}
# What can be sent to a person, with how it is quoted to its sender.
SAYING: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "words": ("“Ở đây cần giúp”", [{"text": "Ở đây cần giúp"}]),
    "voice": ("tin thoại", [{"voice": {**FILE, "file_unique_id": "v", "duration": 3}}]),
    "video": ("tệp", [{"video": {**FILE, "file_unique_id": "w", "width": 1, "height": 1, "duration": 3}}]),
    "album": (
        "tệp",
        [
            {"media_group_id": "7", "photo": [{**FILE, "file_unique_id": one, "width": 1, "height": 1}]}
            for one in ("a", "b")
        ],
    ),
    "location": ("vị trí", [{"location": {"latitude": 21.03, "longitude": 105.85}}]),
    "contact": (
        "“👤 Hùng Trực ban · 0912345678”",
        [{"contact": {"phone_number": "0912345678", "first_name": "Hùng", "last_name": "Trực ban"}}],
    ),
    "poll": ("“📊 Có điện chưa? (Có / Chưa)”", [{"poll": POLL}]),
    "words after an unknown command": ("“/cuuvoi kho bị ngập”", [{"text": "/cuuvoi kho bị ngập"}]),
}
# What nobody can be sent.
SILENT: dict[str, dict[str, Any]] = {
    "sticker": {"sticker": {**FILE, "file_unique_id": "s", **STICKER}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "unknown command": {"text": "/cuuvoi"},
}


async def give(story: Story, person: int, *contents: dict[str, Any]) -> str:
    """Let a person send something, an album at once; returns the one answer."""
    story.look_away(person)
    for content in contents:
        writing.receive(story.world, *writer_in(story.world, person, None), content)
    await story.settle()
    (answer,) = story.arrived(person)
    return answer


async def a_stranger(story: Story) -> int:
    return story.person(STRANGER, "Đào Lạ")


async def a_member(_story: Story) -> int:
    return AN


@pytest.mark.parametrize("begin", [a_stranger, apply, a_member])
async def test_outside_of_an_incident_it_is_offered_to_be_sent(
    story: Story, begin: Callable[[Story], Awaitable[int]]
) -> None:
    await small_network(story)
    person = await begin(story)

    for name, (quoted, contents) in SAYING.items():
        answer = await give(story, person, *contents)
        assert answer.startswith("Gửi nội dung này cho cơ quan điều phối?"), name
        assert quoted in answer, name
    for name, content in SILENT.items():
        answer = await give(story, person, content)
        assert "chưa gửi" in answer, name
        assert "gõ" in answer, name
        if begin is apply and "/" not in answer:
            assert "đang chờ duyệt, kết quả sẽ được báo tại đây" in answer


async def test_during_an_incident_it_reaches_those_who_coordinate_at_once(story: Story) -> None:
    await small_network(story)
    await declare(story)

    for name, (quoted, contents) in SAYING.items():
        story.look_away(COORDINATOR)
        answer = await give(story, AN, *contents)
        assert answer.startswith("✔ Đã chuyển tới cơ quan điều phối (SC-2026-0001)"), name
        assert quoted in answer, name
        assert "Viễn thông Sông Hồng" in story.text(COORDINATOR), name
    story.look_away(COORDINATOR)
    for name, content in SILENT.items():
        assert "chưa gửi" in await give(story, AN, content), name
    assert story.arrived(COORDINATOR) == []


async def test_a_coordinator_is_told_that_it_went_to_nobody_yet_and_what_to_do_with_it(story: Story) -> None:
    await small_network(story)
    for name, (_, contents) in SAYING.items():
        if name == "album":
            continue
        answer = await give(story, COORDINATOR, *contents)
        assert "Khai báo nội dung này?" in answer or "chưa gửi cho ai" in answer, name
    # What is no words is said to be none, and what was written stays.
    for content in SILENT.values():
        answer = await give(story, COORDINATOR, content)
        assert "Đề nghị Anh/Chị gõ chữ, hoặc gửi ảnh" in answer
        assert "“/cuuvoi kho bị ngập”" in answer
    await story.say(COORDINATOR, "/huy")
    for name, content in SILENT.items():
        assert "chưa gửi" in await give(story, COORDINATOR, content), name

    await story.say(COORDINATOR, "/suco")
    assert "📎 Kèm 1 tin thoại" in await give(story, COORDINATOR, SAYING["voice"][1][0])
    for content in SILENT.values():
        assert "chưa dùng được ở đây" in await give(story, COORDINATOR, content)


async def test_a_stranger_is_told_so_in_english_too(story: Story) -> None:
    stranger = story.person(STRANGER, "Ann", language_code="en")

    assert "cannot read what you have just sent" in await give(story, stranger, SILENT["sticker"])
    assert "nothing was sent to anybody" in await give(story, stranger, SILENT["unknown command"])
