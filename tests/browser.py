"""A real browser for stories that are seen on the screen: Debian's Chromium, driven by Playwright.

A test module takes the fixture over by `from tests import browser as screen` and `browser = screen.browser`, and
says `pytestmark = pytest.mark.asyncio(loop_scope="module")`: the browser starts once a module.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, FilePayload, Locator, Page, async_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESKTOP = (1280, 800)
PHONE = (390, 844)
PATIENCE = 10_000.0


def find_chromium() -> str:
    """Return the path of a Chromium; without one the test is skipped, and fails where CI=true."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is not None:
        return path
    advice = "No Chromium here: get it with `apt-get install chromium`."
    if os.environ.get("CI") == "true":
        pytest.fail(advice)
    pytest.skip(advice)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One browser for the tests of a module; each test opens a window of its own."""
    path = find_chromium()
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        await running.close()


@asynccontextmanager
async def window(
    browser: Browser, address: str, *, size: tuple[int, int] = DESKTOP, dark: bool = False
) -> AsyncIterator[Page]:
    """Open a window with no memory of others at this address; an error in the page's own code fails the test."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        has_touch=size == PHONE,
    )
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if _is_own_error(message) else None)
    try:
        await page.goto(address)
        yield page
    finally:
        await context.close()
    assert not errors, errors


async def ask_inline(page: Page, words: str, bot: str = "san_sang_bot") -> None:
    """Type an inline query into the writing field of the open chat; the page asks a moment later."""
    await page.get_by_test_id("composer").fill(f"@{bot} {words}")


async def choose_result(page: Page, title: str) -> None:
    """Send the inline result with this title, or press the button above the results."""
    await page.get_by_role("option", name=title).first.click()


async def open_link(page: Page, link: str) -> None:
    """Paste a link as the person who is played, as who has scanned it would."""
    await page.get_by_test_id("open-link").click()
    await page.get_by_test_id("link-field").fill(link)
    await page.get_by_test_id("link-yes").click()


async def open_chat(page: Page, title: str) -> None:
    """Switch to another chat of the person who is played: a group, or the bot by its name."""
    await page.get_by_role("tab", name=title).click()


async def upload(page: Page, *files: FilePayload, kind: str = "photo", caption: str = "") -> None:
    """Send files from the open chat, each as a photo or each as a document."""
    await page.get_by_test_id(f"pick-{kind}").set_input_files(list(files))
    await page.get_by_test_id("caption").fill(caption)
    await page.get_by_test_id("upload-yes").click()


async def download(page: Page, name: str) -> bytes:
    """Fetch the newest document of this name that the open chat shows."""
    async with page.expect_download() as coming:
        await page.locator(".file[download]", has_text=name).last.click()
    return (await (await coming.value).path()).read_bytes()


async def read_picture(page: Page, message: Locator) -> bytes:
    """Return the file behind the picture that a message shows; fails while the picture is not drawn."""
    picture = message.locator(".photo img").first
    await picture.wait_for()
    await page.wait_for_function(
        "(image) => image.complete && image.naturalWidth > 0", arg=await picture.element_handle()
    )
    answer = await page.request.get(str(await picture.evaluate("(image) => image.src")))
    assert answer.ok
    return await answer.body()


def _is_own_error(message: ConsoleMessage) -> bool:
    """Return whether the page did wrong; a request that fails is no wrong, and the page itself tells of it."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")
