"""`make guides`: play the stories of the guides on the chat page, and take each picture anew."""

import asyncio
import shutil
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from bot.base import catalogue
from bot.base.migrate import migrate
from models.database import Database, opened
from tests import browser, databases
from tests.conftest import BEGINNING
from tests.guides import coordinators, members
from tests.guides.album import PICTURES, Album, Play
from tests.story import tell

GUIDES: tuple[tuple[str, Play], ...] = (("coordinators", coordinators.play), ("members", members.play))


async def take() -> None:
    """Play each guide over a province of its own, and lay its pictures into a folder of its name."""
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=browser.find_chromium(), args=browser.ARGUMENTS)
        for name, play in GUIDES:
            shutil.rmtree(PICTURES / name, ignore_errors=True)
            (PICTURES / name).mkdir(parents=True)
            with databases.in_memory() as folder:
                place = f"sqlite+aiosqlite:///{folder / 'guide.db'}"
                await migrate(place)
                async with opened(place) as database:
                    await _play(database, running, play, PICTURES / name)
        await running.close()
    taken = sorted(PICTURES.rglob("*.png"))
    print(f"{len(taken)} pictures in {PICTURES.relative_to(Path.cwd())}")  # noqa: T201


async def _play(database: Database, running: Browser, play: Play, folder: Path) -> None:
    async with database.writing() as session:
        await catalogue.stock(session, now=BEGINNING)
    async with (
        tell(database, BEGINNING) as story,
        browser.window(running, f"{story.url}/?lang=vi", size=browser.PHONE) as page,
    ):
        await play(Album(story, page, folder))


if __name__ == "__main__":
    asyncio.run(take())
