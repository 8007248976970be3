"""Who was erased stays so after a restore of PostgreSQL's own, by a list that is kept beside the dumps."""

import asyncio
import stat
from pathlib import Path

from sqlmodel import col, select
from typer.testing import CliRunner

from bot.cli import app
from bot.commands import erased
from models.people import Person
from tests.enrolment import enrol
from tests.scenarios.privacy.test_privacy import withdraw
from tests.story import Story
from tests.traces import traces

AN, NHUNG = 201, 202
NAME = "Quách Thị Tuyết Nhung"


async def put_back(story: Story) -> None:
    """Let a person be in the database again, as an older dump has them."""
    async with story.database.writing() as session:
        gone = (await session.exec(select(Person).where(col(Person.erased_at).is_not(None)))).one()
        gone.erased_at, gone.name, gone.telegram_id = None, NAME, NHUNG


async def erased_now(story: Story) -> list[str]:
    async with story.database.reading() as session:
        return [name for name, _ in await traces(session, NAME)]


async def test_who_was_erased_since_a_dump_is_erased_again_after_it_was_put_back(story: Story, tmp_path: Path) -> None:
    await enrol(story, AN, "Nguyễn Văn An", "Viễn thông Sông Hồng")
    await enrol(story, NHUNG, NAME, "Viễn thông Sông Đà")
    assert await erased.in_live(story.place) == frozenset()
    await withdraw(story, NHUNG)
    erased.keep(tmp_path, await erased.in_live(story.place))
    await put_back(story)
    assert await erased_now(story) == ["people.name"]

    again = await erased.erase_again(story.place, erased.in_list(tmp_path), now=story.clock.now())

    assert again == 1
    assert await erased_now(story) == []
    async with story.database.reading() as session:
        assert (await session.exec(select(Person).where(Person.name == "Nguyễn Văn An"))).one().erased_at is None
    assert "Nhung" not in (tmp_path / "erased.csv").read_text()
    assert stat.S_IMODE((tmp_path / "erased.csv").stat().st_mode) == 0o600


async def test_the_commands_keep_the_list_and_erase_by_it(story: Story, tmp_path: Path) -> None:
    await enrol(story, NHUNG, NAME, "Viễn thông Sông Đà")
    await withdraw(story, NHUNG)
    await story.doors.aclose()
    settings = {"DATABASE_URL": story.place, "BOT_TOKEN": "", "OWNER_IDS": ""}

    kept = await run("keep-erased", str(tmp_path), settings=settings)
    await put_back(story)
    done = await run("erase-again", str(tmp_path), settings=settings)
    missing = await run("erase-again", str(tmp_path / "elsewhere"), settings=settings)

    assert "holds 1 who were erased" in kept
    assert "1 people had been erased since; they were erased again." in done
    assert "There is no" in missing
    assert await erased_now(story) == []


async def run(*arguments: str, settings: dict[str, str]) -> str:
    """Run a command beside this test's own loop; returns all that it says."""
    result = await asyncio.to_thread(CliRunner().invoke, app, arguments, env=settings)
    return " ".join(result.output.split())
