"""Logs never hold the bot's token, wherever it comes from."""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from typing import Any

import structlog

from bot.watching import logs

TOKEN = "7123456789:AAFxyz-abcdefghijklmnopqrstuvwxyz01"


@contextmanager
def writing(level: str = "DEBUG") -> Iterator[list[dict[str, Any]]]:
    """Log to a standard error of our own; its lines are there at the end."""
    lines: list[dict[str, Any]] = []
    with redirect_stderr(io.StringIO()) as stream:
        logs.set_up(level)
        yield lines
    logs.set_up("WARNING")
    assert TOKEN not in stream.getvalue()
    lines += [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_token_is_blotted_out_of_the_message_and_of_every_value() -> None:
    with writing() as lines:
        structlog.get_logger().warning(f"cannot ask {TOKEN}", url=f"https://api.telegram.org/bot{TOKEN}/getMe", count=3)

    (line,) = lines
    assert line["event"] == "cannot ask [token]"
    assert line["url"] == "https://api.telegram.org/bot[token]/getMe"
    assert line["count"] == 3


def test_a_token_is_blotted_out_of_a_traceback() -> None:
    with writing() as lines:
        try:
            raise OSError(f"no way to https://api.telegram.org/bot{TOKEN}/getMe")
        except OSError:
            structlog.get_logger().exception("a loop stumbled")

    (line,) = lines
    assert "OSError: no way to https://api.telegram.org/bot[token]/getMe" in line["exception"]


def test_a_token_inside_of_other_values_is_blotted_out() -> None:
    with writing() as lines:
        structlog.get_logger().info("asked", parameters={"url": f"bot{TOKEN}"}, error=OSError(TOKEN), tried=[TOKEN])

    (line,) = lines
    assert line["parameters"] == {"url": "bot[token]"}
    assert line["tried"] == ["[token]"]


def test_what_is_less_than_the_level_is_not_written() -> None:
    with writing("ERROR") as lines:
        structlog.get_logger().warning("small")
        structlog.get_logger().error("great")

    assert [line["event"] for line in lines] == ["great"]


def test_libraries_that_write_addresses_are_kept_quiet() -> None:
    for name in ("httpx", "aiohttp.client", "telegram.ext.Updater", "uvicorn.access"):
        assert not logging.getLogger(name).isEnabledFor(logging.INFO)


def test_words_keep_their_accents() -> None:
    with redirect_stderr(io.StringIO()) as stream:
        logs.set_up("INFO")
        structlog.get_logger().info("Đã gửi")
    logs.set_up("WARNING")

    assert "Đã gửi" in stream.getvalue()
