"""Neighbours' feeds at the command line: added, listed, removed; a token is asked for and shown nowhere."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

URL = "https://sansang.phutho.example/cap/feed.atom"
TOKEN = "a-secret-of-phu-tho"


def run(stocked: Path, *arguments: str, typed: str = "") -> Result:
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{stocked}", "BOT_TOKEN": "", "LANGUAGE": "en"}
    return CliRunner().invoke(app, ["peers", *arguments], env=settings, input=typed)


@pytest.fixture
def place(stocked: Path, tmp_path: Path) -> Path:
    """A database of one's own."""
    copied = tmp_path / "mine.db"
    copied.write_bytes(stocked.read_bytes())
    return copied


def test_a_feed_is_added_once_listed_and_removed_by_its_address(place: Path) -> None:
    assert "No feed is read." in run(place, "list").output
    assert run(place, "add", URL, "--name", "Phú Thọ", "--token", typed=f"{TOKEN}\n").exit_code == 0
    twice = run(place, "add", URL)
    assert (twice.exit_code, "under the name Phú Thọ" in twice.output) == (1, True)

    listed = run(place, "list").output
    assert URL in listed
    assert "not read yet" in listed
    assert TOKEN not in listed

    assert run(place, "remove", URL).exit_code == 0
    assert "No feed is read." in run(place, "list").output
    gone = run(place, "remove", URL)
    assert (gone.exit_code, "not read any more" in gone.output) == (1, True)


@pytest.mark.parametrize(
    "url", ["phutho", "ftp://a.example/f", "https://me:secret@a.example/f", "https://a.example:0/"]
)
def test_what_is_no_address_of_a_feed_is_said(place: Path, url: str) -> None:
    ended = run(place, "add", url)

    assert ended.exit_code == 1
    assert "not an address of a feed" in ended.output
    assert "secret" not in ended.output
