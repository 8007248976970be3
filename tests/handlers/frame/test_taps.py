"""What a button's data can be forged into is refused as unreadable, and never fails."""

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from typing import get_type_hints

import pytest

from handlers.frame.taps import DialogueTap, MenuTap, Tap, TapUnreadable, number_of
from handlers.incidents.taps import AnswerTap, DetailsTap
from handlers.members.taps import CapabilityTap
from handlers.tally.taps import ListTap
from models.responses import Answer
from tests.handlers import sources

FORGED: tuple[tuple[type[Tap], str], ...] = (
    (DetailsTap, "i:99999999999999999999"),
    (DetailsTap, "i:-99999999999999999999"),
    (DetailsTap, "i: 1"),
    (DetailsTap, "i:1_0"),
    (DetailsTap, "i:٣"),
    (DetailsTap, "i"),
    (AnswerTap, "a:1:READY"),
    (AnswerTap, "a:1"),
    (AnswerTap, "a:99999999999999999999:ready"),
    (ListTap, "h:1:ready:99999999999999999999"),
    (CapabilityTap, "k:retire:99999999999999999999"),
    (MenuTap, "m:" + "x" * 100),
    (MenuTap, "m:\ud800"),
    (DialogueTap, "d:key:verb:" + "x" * 100),
    (DialogueTap, "d:key:verb:one:more"),
)


@pytest.mark.parametrize(("tap", "data"), FORGED)
def test_forged_data_is_unreadable(tap: type[Tap], data: str) -> None:
    with pytest.raises(TapUnreadable):
        tap.unpack(data)


def numbers_everywhere() -> Iterator[tuple[type[Tap], str]]:
    """Write every tap of the vocabulary with a number beyond 64 bits in the place of each of its numbers."""
    sources.import_everything("handlers")
    for tap in Tap.__subclasses__():
        kinds = [get_type_hints(tap)[one.name] for one in fields(tap)]
        good = [next(iter(kind)) if issubclass(kind, Enum) else "1" for kind in kinds]
        for place, kind in enumerate(kinds):
            for beyond in (2**63, -(2**63)) if kind is int else ():
                yield tap, ":".join([tap.word, *good[:place], str(beyond), *good[place + 1 :]])


@pytest.mark.parametrize(("tap", "data"), [*numbers_everywhere()])
def test_no_tap_carries_a_number_that_no_row_can_have(tap: type[Tap], data: str) -> None:
    with pytest.raises(TapUnreadable):
        tap.unpack(data)


@pytest.mark.parametrize("value", ["", "-1", "+1", "1_0", " 1", "٣", "²", "1.0", "0x1", "9" * 19, "9" * 60])
def test_what_a_button_carries_as_text_is_a_number_only_in_plain_digits(value: str) -> None:
    with pytest.raises(TapUnreadable):
        number_of(value)


def test_a_number_that_a_button_carries_as_text_is_read() -> None:
    assert [number_of(value) for value in ("0", "7", "9" * 18)] == [0, 7, 10**18 - 1]


def test_the_largest_number_that_a_row_can_have_is_read() -> None:
    assert DetailsTap.unpack("i:9223372036854775807") == DetailsTap(2**63 - 1)


def test_what_was_packed_is_read_again() -> None:
    tap = AnswerTap(7, Answer.READY_30)

    assert AnswerTap.unpack(tap.pack()) == tap
