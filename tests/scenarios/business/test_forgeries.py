"""Forged taps about businesses that are not there or do nothing: each is answered, and nothing changes."""

import pytest

from models.applications import Application
from models.audit import AuditEntry
from models.drafts import Draft
from models.invitations import Invitation
from tests.scenarios.businesses import HOA, TAM, member_id, newcomer, open_link, person_id, song_hong
from tests.scenarios.registering import press, rows, say
from tests.story import COORDINATOR, Story

NOWHERE = 999_999
LARGEST = 2**63 - 1
BEYOND = 2**64
TAPS = (
    "bz:{}:card:0",
    "bz:{}:nonsense:0",
    "bz:{}:people:-3",
    "rp:{}:1:show",
    "rp:1:{}:remove",
    "rp:{}:{}:nonsense",
    "pc:{}:1",
    "pc:{}:7",
    "iv:{}:0",
    "il:{}:primary:0",
    "il:{}:owner:0",
    "ir:{}",
    "cf:{}",
    "ov:0:{}",
    "ov:-1:{}",
    "p:{}:approve",
    "q:{}",
)


@pytest.mark.parametrize("number", [-1, NOWHERE, LARGEST, BEYOND])
async def test_a_tap_on_nothing_is_answered_and_changes_nothing(story: Story, number: int) -> None:
    await song_hong(story)
    await say(story, HOA, "/menu")
    before = await rows(story, AuditEntry)
    for person in (HOA, COORDINATOR):
        for tap in TAPS:
            assert await story.forge(person, story.last(person), tap.format(number, number)), tap
    assert await rows(story, AuditEntry) == before
    assert await rows(story, Invitation) == await rows(story, Application) == await rows(story, Draft) == 0


async def test_a_stranger_gets_nowhere_with_any_of_these_taps(story: Story) -> None:
    await song_hong(story)
    stranger = newcomer(story)
    await open_link(story, stranger, "")
    before = await rows(story, AuditEntry)
    number, tam = await member_id(story), await person_id(story, TAM)
    for tap in ("bz:{}:now:0", "rp:{}:{}:remove", "pc:{}:1", "iv:{}:0", "il:{}:primary:0", "cf:{}", "ov:0:{}"):
        assert "không thuộc vai trò" in await story.forge(stranger, story.last(stranger), tap.format(number, tam))
    assert await rows(story, AuditEntry) == before


async def test_buttons_of_another_step_of_editing_change_nothing(story: Story) -> None:
    await song_hong(story)
    await say(story, HOA, "/donvi")
    await press(story, HOA, "✏️ Sửa")
    review = story.last(HOA)
    key = review["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    for verb, value in (("name", "keep"), ("sectors", "+postal"), ("consent", "agree"), ("away", "3"), ("review", "x")):
        words = await story.forge(HOA, review, f"d:{key}:{verb}:{value}")
        assert "Không có gì thay đổi" in words or "không còn dùng được" in words, verb
    assert "✔ Thông tin vẫn đúng" in str(story.last(HOA))


async def test_a_length_of_absence_that_no_button_offers_is_refused(story: Story) -> None:
    await song_hong(story)
    await say(story, HOA, "/donvi")
    await press(story, HOA, "💤 Tạm vắng…")
    asked = story.last(HOA)
    key = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"].split(":")[1]
    assert "không còn dùng được" in await story.forge(HOA, asked, f"d:{key}:away:3650")
    assert "Không có gì thay đổi" in await story.forge(HOA, asked, f"d:{key}:review:submit")
