"""An album: a story that is played, and the pictures that are taken of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page

from tests.story import Story

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


@dataclass
class Album:
    """A story with the window in which it is looked at, and the folder of its pictures."""

    story: Story
    page: Page
    folder: Path

    async def take(self, person: int, name: str, *, chat: str | None = None) -> None:
        """Take a picture of the newest message of a person's chat with the bot, or of a group by its title."""
        await self.page.goto(f"{self.story.url}/?lang=vi#/{person}")
        await self.page.reload()
        newest = self.page.locator(".message").last
        await newest.wait_for()
        if chat is not None:
            await self.page.get_by_role("tab", name=chat).click()
            await newest.wait_for()
        await self.page.wait_for_load_state("networkidle")
        await newest.screenshot(path=self.folder / f"{name}.png")


Play = Callable[[Album], Awaitable[None]]
