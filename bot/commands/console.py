"""What the commands share: where they speak and complain, the settings, and how they end."""

import asyncio
import io
import os
import signal
import sys
import threading

import typer
from rich.console import Console

from bot.base.settings import SECRET, Settings, SettingWrong, read_settings
from bot.watching import logs

WRONG_SETTING = 2
FAILED = 1
say = Console(highlight=False, soft_wrap=True)
complain = Console(stderr=True, highlight=False, soft_wrap=True)


def set_up() -> None:
    """Let whatever ends the program be told by our logs, from before the settings are read."""
    logs.set_up("INFO", secrets=[os.environ.get(name.upper()) for name in SECRET])
    # Typer's way, and that of Python, would print what ends the program with all that its message quotes.
    sys.excepthook = logs.last_word
    threading.excepthook = logs.last_word_of_thread
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A department's name must not end the program where the terminal knows no Vietnamese.
        sys.stdout.reconfigure(errors="backslashreplace")


def settings() -> Settings:
    """Read the settings, or say on one line what is wrong and end with exit code 2."""
    try:
        read = read_settings()
    except SettingWrong as error:
        raise end(str(error), WRONG_SETTING) from None
    logs.set_up(read.log_level, secrets=read.secrets)
    return read


def end(reason: str, code: int = FAILED) -> typer.Exit:
    """Say why a command ends, if there is anything to say; to be raised."""
    if reason:
        complain.print(logs.without_secrets(reason), markup=False)
    return typer.Exit(code)


def stop_by_signal() -> asyncio.Event:
    """Make an event that Ctrl-C or SIGTERM sets."""
    stopping = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    return stopping
