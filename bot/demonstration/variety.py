"""Variety without chance: the same picks and the same order wherever and whenever they are made."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

Item = TypeVar("Item")


def pick(choices: Sequence[Item], *about: object) -> Item:
    """Pick one of the choices; the same `about` always picks the same one."""
    return choices[_figure(*about) % len(choices)]


def shuffled(items: Iterable[Item], about: object) -> list[Item]:
    """Put items into an order that looks like none, and is the same each time for the same `about`."""
    return [item for _, item in sorted(enumerate(items), key=lambda pair: _figure(about, pair[0]))]


def _figure(*about: object) -> int:
    return int.from_bytes(blake2b(repr(about).encode(), digest_size=8).digest())
