"""What a button's data can be forged into is refused as unreadable, and never fails."""

import pytest

from handlers.taps import (
    AnswerTap,
    CapabilityTap,
    DetailsTap,
    DialogueTap,
    ListTap,
    MenuTap,
    Tap,
    TapUnreadable,
)
from models.responses import Answer

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


def test_the_largest_number_that_a_row_can_have_is_read() -> None:
    assert DetailsTap.unpack("i:9223372036854775807") == DetailsTap(2**63 - 1)


def test_what_was_packed_is_read_again() -> None:
    tap = AnswerTap(7, Answer.READY_30)

    assert AnswerTap.unpack(tap.pack()) == tap
