"""However the program ends: no token and no password is shown, no values of variables, and a wrong setting is one line.

Each start is a process of its own, since this is about what happens before and around everything else.
"""

import json
from pathlib import Path

import pytest

from bot.watching import logs
from tests.bot import command_line

TOKEN = "7123456789:AAFxyz-abcdefghijklmnopqrstuvwxyz01"
PASSWORD = "hoa-sen-7"
NEEDLES = (TOKEN, TOKEN.partition(":")[2], PASSWORD)


def no_secret(ended: command_line.Ended) -> command_line.Ended:
    """Look that nothing secret was written."""
    written = ended.said + ended.complained
    assert [needle for needle in NEEDLES if needle in written] == []
    assert "locals" not in written
    return ended


async def test_a_file_of_settings_that_cannot_be_decoded_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(f"BOT_TOKEN={TOKEN}\n".encode("utf-16"))

    ended = no_secret(await command_line.run(tmp_path, "run"))

    assert (ended.code, ended.said) == (2, "")
    assert ended.complained == ".env is no text in UTF-8. Save it in that encoding.\n"


async def test_a_library_that_is_missing_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "structlog.py").write_text("import a_library_that_nobody_has\n")

    ended = await command_line.run(tmp_path, "run")

    assert (ended.code, ended.said) == (2, "")
    assert ended.complained == (
        "The program is not wholly installed (No module named 'a_library_that_nobody_has'); see docs/operations.md.\n"
    )


async def test_what_nobody_foresaw_is_told_without_its_words_before_the_settings_are_read(tmp_path: Path) -> None:
    # Whoever reads the settings stumbles over them in a way that nobody foresaw.
    (tmp_path / "dotenv").mkdir()
    (tmp_path / "dotenv" / "__init__.py").write_text(
        "def dotenv_values(*_, **__):\n    found = open('.env').read()\n    raise TypeError(found)\n"
    )
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\nDATABASE_URL=postgresql+asyncpg://bot:{PASSWORD}@127.0.0.1/x\n")

    ended = no_secret(await command_line.run(tmp_path, "doctor"))

    assert (ended.code, ended.said) == (1, "")
    (line,) = map(json.loads, ended.complained.splitlines())
    assert line["event"] == "the program ended"
    assert "raise TypeError(found)" in line["exception"]


async def test_a_terminal_that_knows_no_vietnamese_is_written_to_all_the_same(tmp_path: Path) -> None:
    ended = await command_line.run(tmp_path, "doctor", PYTHONIOENCODING="ascii")

    assert (ended.code, ended.complained) == (0, "")
    assert r"settings: S\u1edf Khoa h\u1ecdc" in ended.said


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"postgresql+asyncpg://bot:{PASSWORD}@db/x: refused", "postgresql+asyncpg://bot:***@db/x: refused"),
        (f"postgresql+asyncpg://bot:{PASSWORD}/a@b@db/x", "postgresql+asyncpg://bot:***@db/x"),
        (f'{{"a": "https://:{PASSWORD}@db", "b": "c@d"}}', '{"a": "https://:***@db", "b": "c@d"}'),
        (f"https://api.telegram.org/bot{TOKEN}/getMe", "https://api.telegram.org/bot[token]/getMe"),
        ("http://127.0.0.1:8765/?lang=en and a@b", "http://127.0.0.1:8765/?lang=en and a@b"),
        ("postgresql+asyncpg://bot:***@db/x", "postgresql+asyncpg://bot:***@db/x"),
    ],
)
def test_passwords_in_addresses_are_blotted_out(written: str, left: str) -> None:
    assert logs.redact(None, "", written) == left
    assert logs.without_secrets(written) == left
