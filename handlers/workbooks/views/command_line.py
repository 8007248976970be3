"""What the command line says of lists of businesses, in the office's language."""

from pathlib import Path

from handlers.frame.desk import Stage
from handlers.frame.views.reader import Reader


def stage(reader: Reader, stage: Stage) -> str:
    """Name what is being done, beside a bar of progress."""
    return reader.label(f"members-{stage}")


def written(reader: Reader, file: Path) -> str:
    """Tell which file was written."""
    return reader.label("members-written", file=str(file))


def ask_merge(reader: Reader, count: int) -> str:
    """Ask whether known businesses are to be corrected."""
    return reader.label("members-ask-merge", count=count)


def ask_convert(reader: Reader, count: int) -> str:
    """Ask whether rows that are written for old fonts are to be converted."""
    return reader.label("members-ask-convert", count=count)


def cannot_read(reader: Reader, file: Path, why: str) -> str:
    """Tell that a file cannot be read."""
    return reader.label("members-cannot-read", file=str(file), why=why)


def cannot_write(reader: Reader, file: Path, why: str) -> str:
    """Tell that a file cannot be written."""
    return reader.label("members-cannot-write", file=str(file), why=why)


def no_bot(reader: Reader, why: str) -> str:
    """Tell that the bot's name is not known, of which links are made."""
    return reader.label("members-no-bot", why=why)


def nothing_to_export(reader: Reader) -> str:
    """Tell that the roster is empty."""
    return reader.label("export-empty")


def for_the_office_only(reader: Reader) -> str:
    """Say whose eyes an export is for."""
    return reader.label("members-export-private")


def sheets_made(reader: Reader, count: int) -> str:
    """Tell how many businesses were invited, or that none waits."""
    return reader.label("members-invited", count=count) if count else reader.label("members-nobody-waits")
