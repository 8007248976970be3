"""The ways to people, by name."""

from enum import StrEnum


class Channel(StrEnum):
    """A way by which messages go to people. More will come, so that no constraint of the database names them."""

    TELEGRAM = "telegram"
