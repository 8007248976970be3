"""An album: a story that is played, and the pictures that are taken of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page, ViewportSize

from tests.browser import PHONE
from tests.story import Story

# What the chat's head and its writing field take of the window; a longer message is seen in a higher one.
AROUND = 200
HIGH = ViewportSize(width=PHONE[0], height=1400)
AS_IT_IS = ViewportSize(width=PHONE[0], height=PHONE[1])
COVER = "#b4bcc8"
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


@dataclass
class Album:
    """A story with the window in which it is looked at, and the folder of its pictures."""

    story: Story
    page: Page
    folder: Path

    async def take(self, person: int, name: str, *, chat: str | None = None, secret: str | None = None) -> None:
        """Take a picture of the newest message of a person's chat with the bot, or of a group by its title.

        What a selector finds of the message is secret, and covered.
        """
        await self.page.goto(f"{self.story.url}/?lang=vi#/{person}")
        await self.page.reload()
        newest = self.page.locator(".message").last
        await newest.wait_for()
        if chat is not None:
            await self.page.get_by_role("tab", name=chat).click()
            await newest.wait_for()
        await self.page.wait_for_load_state("networkidle")
        if (box := await newest.bounding_box()) is not None and box["height"] > PHONE[1] - AROUND:
            await self.page.set_viewport_size(HIGH)
        covered = [newest.locator(secret)] if secret is not None else []
        await newest.screenshot(path=self.folder / f"{name}.png", mask=covered, mask_color=COVER)
        await self.page.set_viewport_size(AS_IT_IS)


Play = Callable[[Album], Awaitable[None]]
