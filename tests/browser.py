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
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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


def _is_own_error(message: ConsoleMessage) -> bool:
    """Return whether the page did wrong; a request that fails is no wrong, and the page itself tells of it."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")
