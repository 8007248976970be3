"""What the commands share: where they speak and complain, the settings, and how they end."""

import asyncio
import signal

import typer
from rich.console import Console

from bot import logs
from bot.settings import Settings, SettingWrong, read_settings

WRONG_SETTING = 2
FAILED = 1
say = Console(highlight=False, soft_wrap=True)
complain = Console(stderr=True, highlight=False, soft_wrap=True)


def settings() -> Settings:
    """Read the settings, or say on one line what is wrong and end with exit code 2."""
    try:
        read = read_settings()
    except SettingWrong as error:
        complain.print(str(error), markup=False)
        raise typer.Exit(WRONG_SETTING) from None
    logs.set_up(read.log_level, secrets=read.secrets)
    return read


def end(reason: str, code: int = FAILED) -> typer.Exit:
    """Say why a command ends, if there is anything to say; to be raised."""
    if reason:
        complain.print(reason, markup=False)
    return typer.Exit(code)


def stop_by_signal() -> asyncio.Event:
    """Make an event that Ctrl-C or SIGTERM sets."""
    stopping = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    return stopping
