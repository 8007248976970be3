"""A neighbour pulls the feeds while an incident goes on: each word is valid CAP 1.2, and for them."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from lxml import etree
from starlette.applications import Starlette

from bot.engine import cap
from services.cap.reading import NAMESPACE, read
from services.cap.rules import broken
from tests.scenarios.declaring import AN, declared, small_network
from tests.story import COORDINATOR, Story

SENDER, TOKEN = "skhcn@hanoi.gov.vn", "a-token-of-a-neighbour"
SCHEMAS = [
    etree.XMLSchema(etree.parse(Path("tests/handlers/cap/schemas") / name))
    for name in ("CAP-v1.2.xsd", "cap12_extended.xsd")
]
PUBLIC, RESTRICTED = "/cap/feed.atom", "/cap/feed-restricted.atom"
SHOWN = {"Authorization": f"Bearer {TOKEN}"}
LINK = "{http://www.w3.org/2005/Atom}link"


@pytest.fixture
async def neighbour(story: Story) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who pulls from the department, which publishes from now on."""
    story.settings = story.settings.model_copy(update={"cap_sender": SENDER, "cap_token": TOKEN})
    app = Starlette(routes=cap.routes(story.database, story.clock, story.settings))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://sansang.example") as reader:
        yield reader


async def pulled(reader: httpx.AsyncClient, feed: str = RESTRICTED) -> list[dict[str, list[str]]]:
    """Pull a feed and each document in it, the newest first; all of it is valid by both schemas and every rule.

    What each says is given as its first block, the Vietnamese one, has it.
    """
    answer = await reader.get(feed, headers=SHOWN)
    assert answer.status_code == 200
    found = []
    for link in etree.fromstring(answer.content).iter(LINK):
        if link.get("type") is None:
            continue
        document = await reader.get(f"/cap/{link.get('href')}", headers=SHOWN)
        node = etree.fromstring(document.content)
        for schema in SCHEMAS:
            schema.assertValid(node)
        assert broken(read(document.content)) == []
        for block in node.findall(f"{{{NAMESPACE}}}info")[1:]:
            node.remove(block)
        said: dict[str, list[str]] = {}
        for one in node.iter():
            said.setdefault(one.tag.removeprefix(f"{{{NAMESPACE}}}"), []).append(one.text or "")
        found.append(said)
    return found


async def label(story: Story, word: str) -> None:
    """Label the incident."""
    await story.say(COORDINATOR, "/tinhhinh")
    for button in ("SC-2026-0001", "⋯ Việc khác", "🏷 Nhãn TLP", word):
        await story.press(COORDINATOR, button)


async def test_an_alert_an_update_a_correction_and_the_end_follow_one_another_in_a_feed(
    story: Story, neighbour: httpx.AsyncClient
) -> None:
    await declared(story)
    await story.pass_time(seconds=20)
    await story.press(COORDINATOR, "✉️ Nhắn tin…")
    await story.press(COORDINATOR, "📣 Báo tin cho tất cả")
    await story.say(COORDINATOR, "Đã tìm được điểm đứt, đang hàn nối.")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.pass_time(seconds=90)
    await story.say(COORDINATOR, "/tinhhinh")
    for button in ("SC-2026-0001", "⋯ Việc khác", "✏️ Sửa nội dung", "Tiêu đề"):
        await story.press(COORDINATOR, button)
    await story.say(COORDINATOR, "Đứt cáp quang ở chân cầu Long Biên")
    await story.press(COORDINATOR, "▶️ Xem trước")
    await story.press(COORDINATOR, "✏️ Sửa thẻ của")
    await story.pass_time(seconds=20)
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "🟢 Kết thúc…")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    await story.pass_time(seconds=20)

    end, correction, update, alert = await pulled(neighbour)

    assert [one["msgType"] for one in (alert, update, correction, end)] == [["Alert"], *[["Update"]] * 3]
    assert all(one["sender"] == [SENDER] and one["incidents"] == ["SC-2026-0001"] for one in (alert, update, end))
    assert all(one["status"] == ["Actual"] and one["scope"] == ["Restricted"] for one in (alert, correction, end))
    assert "Mất kết nối cáp quang" in alert["headline"][0]
    assert "đang hàn nối" in update["description"][0]
    assert "chân cầu Long Biên" in correction["headline"][0]
    assert (end["responseType"], end["urgency"]) == (["AllClear"], ["Past"])
    assert "Đã nối lại tuyến cáp." in end["description"][0]
    # Each refers to all that came before it.
    for place, one in enumerate((alert, update, correction, end)):
        assert len(" ".join(one.get("references", [])).split()) == place
    assert await pulled(neighbour, PUBLIC) == []


async def test_a_drill_is_an_exercise_and_names_itself(story: Story, neighbour: httpx.AsyncClient) -> None:
    await small_network(story)
    await story.say(COORDINATOR, "/suco")
    await story.press(COORDINATOR, "🧪 Diễn tập liên lạc")
    await story.press(COORDINATOR, "📨 Gửi tới")
    await story.press(COORDINATOR, "🚨 Xác nhận gửi")
    await story.pass_time(seconds=20)

    (drill,) = await pulled(neighbour)

    assert (drill["status"], drill["note"]) == (["Exercise"], ["DT-2026-0001"])
    assert drill["headline"][0].startswith("DIỄN TẬP")


async def test_a_label_decides_who_reads_it_from_the_first_word_to_the_last(
    story: Story, neighbour: httpx.AsyncClient
) -> None:
    await declared(story)
    await story.pass_time(seconds=20)
    (alert,) = await pulled(neighbour)

    await label(story, "TLP:RED")
    await story.pass_time(seconds=20)

    (cancel,) = await pulled(neighbour)
    assert (cancel["msgType"], cancel["incidents"]) == (["Cancel"], ["SC-2026-0001"])
    assert alert["identifier"][0] in cancel["references"][0]
    assert "headline" not in cancel
    assert await pulled(neighbour, PUBLIC) == []
    assert (await neighbour.get(RESTRICTED)).status_code == 404
    assert story.last(AN)


async def test_whoever_has_a_feed_gets_no_bytes_until_something_new_is_said(
    story: Story, neighbour: httpx.AsyncClient
) -> None:
    await declared(story)
    await story.pass_time(seconds=20)
    first = await neighbour.get(RESTRICTED, headers=SHOWN)

    await story.press(AN, "✅ Sẵn sàng")
    await story.pass_time(seconds=20)

    known = {**SHOWN, "If-None-Match": first.headers["etag"]}
    assert (await neighbour.get(RESTRICTED, headers=known)).status_code == 304


async def test_whoever_read_of_it_before_the_label_was_widened_hears_of_its_end(
    story: Story, neighbour: httpx.AsyncClient
) -> None:
    await declared(story)
    await story.pass_time(seconds=20)
    await label(story, "TLP:CLEAR")
    await story.say(COORDINATOR, "/tinhhinh")
    await story.press(COORDINATOR, "SC-2026-0001")
    await story.press(COORDINATOR, "🟢 Kết thúc…")
    await story.say(COORDINATOR, "Đã nối lại tuyến cáp.")
    await story.press(COORDINATOR, "🟢 Kết thúc và gửi")
    await story.pass_time(seconds=20)

    end, alert = await pulled(neighbour)

    assert end["responseType"] == ["AllClear"]
    assert alert["identifier"][0] in end["references"][0]
    assert await pulled(neighbour, PUBLIC) == []
