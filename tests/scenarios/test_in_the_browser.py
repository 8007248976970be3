"""The newcomer's five minutes, on the real page in a real browser, in both languages."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from models.database import Database
from models.members import Sector
from tests import browser as screen
from tests.conftest import BEGINNING, STOCKED, beginning_as
from tests.enrolment import enrol
from tests.story import COORDINATOR, Story, tell

pytestmark = pytest.mark.asyncio(loop_scope="module")
browser = screen.browser
AN = 201


@pytest_asyncio.fixture(loop_scope="module")
async def story(engines: Database) -> AsyncIterator[Story]:
    """A story in the browser's own loop, with one business in the network."""
    async with beginning_as(engines, STOCKED) as database, tell(database, BEGINNING) as story:
        await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng", sectors=(Sector.TELECOM,))
        yield story


async def press(story: Story, page: Page, button: str) -> None:
    """Press the newest button with this text on the page; the bot waits for the tap as it does in earnest."""
    await page.locator(".message button", has_text=button).last.click()
    assert await story.house.poller.poll(wait_seconds=20), "the tap never came"
    await story.settle()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "vi",
            ("🚨 Khai báo sự cố", "🧪 Diễn tập liên lạc", "📨 Gửi tới", "🚨 Xác nhận gửi", "✅ Sẵn sàng", "DIỄN TẬP"),
        ),
        ("en", ("🚨 Declare an incident", "🧪 Contact drill", "📨 Send to", "🚨 Yes, send", "✅ Ready", "DRILL")),
    ],
)
async def test_a_drill_is_sent_and_answered_on_the_page(
    story: Story, browser: Browser, language: str, words: tuple[str, ...]
) -> None:
    declare, template, send, confirm, ready, mark = words
    if language == "en":
        for person in (COORDINATOR, AN):
            await story.say(person, "/language")
            await story.press(person, "English")
    await story.say(COORDINATOR, "/start")

    async with screen.window(browser, f"{story.url}/?lang={language}#/{COORDINATOR}") as page:
        for button in (declare, template, send, confirm):
            await press(story, page, button)
        await page.locator(".message", has_text=f"{mark} · DT-2026-0001").last.wait_for()

        await page.goto(f"{story.url}/?lang={language}#/{AN}")
        await press(story, page, ready)
        await page.locator(".message", has_text=f"✔ Viễn thông Sông Hồng: {ready}").last.wait_for()

        await page.goto(f"{story.url}/?lang={language}#/{COORDINATOR}")
        await page.locator(".message", has_text=f"{ready}: 1 (100").last.wait_for()
