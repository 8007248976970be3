"""What was typed to search the roster, understood as words and numbers, and as conditions on its entries."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from sqlalchemy import and_, exists, or_, true
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from models.members import Member, Representative, RepresentativeStatus
from models.people import Consent, Purpose
from models.roster import RosterEntry
from services.members.entry_words import HOME, WHOLE
from services.notation.spelling import search_key
from services.notation.tax_codes import HOUSEHOLD_DIGITS
from services.people.accounts import CONSENT_VERSION

# Nobody types more than that to find a business; what comes after is not looked at.
MOST_WORDS = 8
LONGEST_WORD = 40
# A shorter word would be found inside too many others.
INSIDE_FROM = 3
# Whoever looks for a number knows most of it: pieces would let numbers be guessed digit by digit.
SHORTEST_PHONE = 8
# What people write before a number to say what it is.
_LABEL = re.compile(r"\b(?:ma so thue|mst|msdn|tax code|so dien thoai|dien thoai|sdt|dt|tel|phone|hotline) (?=\d)")
# Words that are written with i or y alike: kỹ and kĩ, lý and lí, quý and quí.
_EITHER_I_OR_Y = re.compile(r"(?:[hklmstv]|qu)[iy]")


class Way(StrEnum):
    """How a part is found in a word; the value shows where the spaces around words stand."""

    INSIDE = "{}"
    AT_ITS_BEGINNING = " {}"
    AS_A_WHOLE = " {} "


@dataclass(frozen=True)
class Needle:
    """One thing that is looked for: a word, or a number that was typed in one or more groups of digits."""

    groups: tuple[str, ...]

    @property
    def is_number(self) -> bool:
        """Tell whether it consists of digits alone."""
        return self.groups[0].isdecimal()

    @property
    def joined(self) -> str:
        """Give it as one word."""
        return "".join(self.groups)

    @property
    def shown(self) -> str:
        """Give it as it was typed, in search spelling."""
        return " ".join(self.groups)


def needles(text: str) -> tuple[Needle, ...]:
    """Understand what was typed; groups of digits that follow each other are one number when they are long enough."""
    words = [word[:LONGEST_WORD] for word in _LABEL.sub("", search_key(text)).split()[:MOST_WORDS]]
    found: list[Needle] = []
    for are_digits, run in groupby(words, str.isdecimal):
        together = tuple(run)
        if are_digits and len("".join(together)) >= SHORTEST_PHONE:
            found.append(Needle(together))
        else:
            found.extend(Needle((word,)) for word in together)
    return tuple(dict.fromkeys(found))


def spoken(wanted: tuple[Needle, ...]) -> str:
    """Write down what was understood."""
    return " ".join(needle.shown for needle in wanted)


def matches(wanted: tuple[Needle, ...], *, phones: bool, all_phones: bool, by_parts: bool) -> ColumnElement[bool]:
    """Make the condition that an entry has everything wanted, anywhere.

    `phones` says whether numbers are looked for among the phones too, `all_phones` whether also among those of people
    who have not consented to be listed; `by_parts`, whether a household's tax code is found by a part of it too.
    """
    # The longest first: the rarer a word, the sooner an entry is passed over.
    ordered = sorted(wanted, key=lambda needle: -len(needle.joined))
    return and_(true(), *(_matches(one, phones=phones, all_phones=all_phones, by_parts=by_parts) for one in ordered))


def _matches(needle: Needle, *, phones: bool, all_phones: bool, by_parts: bool) -> ColumnElement[bool]:
    ways = [and_(*(_anywhere(word, by_parts=by_parts) for word in needle.groups))]
    if needle.is_number and len(needle.groups) > 1:
        ways.append(_anywhere(needle.joined, by_parts=by_parts))
    if phones:
        ways += [_has_phone(number, all_phones=all_phones) for number in dialled(needle)]
    return or_(*ways)


def ways_in_names(word: str) -> Iterator[tuple[Way, str]]:
    """Give the ways in which a word is found among those of a name: inside one, or, a short one, where one begins."""
    yield (Way.INSIDE if len(word) >= INSIDE_FROM else Way.AT_ITS_BEGINNING), word
    if _EITHER_I_OR_Y.fullmatch(word):
        yield Way.AS_A_WHOLE, f"{word[:-1]}{'y' if word[-1] == 'i' else 'i'}"


def ways_outside_names(word: str) -> Iterator[tuple[Way, str]]:
    """Give the ways in which a word is found among all others, where short ones may be initials."""
    yield from ways_in_names(word)
    if len(word) < INSIDE_FROM:
        yield Way.AS_A_WHOLE, f"{WHOLE}{word}{WHOLE}"


def in_name(wanted: tuple[Needle, ...]) -> ColumnElement[bool]:
    """Make the condition that an entry has everything wanted in its name."""
    parts = [word for needle in wanted for word in needle.groups]
    return and_(true(), *(or_(*_within(col(RosterEntry.name_key), word)) for word in parts))


def is_looked_for(word: str, *, by_parts: bool) -> bool:
    """Tell whether a word is looked for among personal numbers: the whole of one, or any digits with `by_parts`.

    Whoever sees such a number only in part would read the rest of it off the finds, digit by digit.
    """
    return word.isdecimal() and (by_parts or len(word) >= HOUSEHOLD_DIGITS)


def _anywhere(word: str, *, by_parts: bool) -> ColumnElement[bool]:
    found = [*_within(col(RosterEntry.name_key), word), *_within(col(RosterEntry.words), word, ways_outside_names)]
    if is_looked_for(word, by_parts=by_parts):
        found += _within(col(RosterEntry.personal_number), word, ways_outside_names)
    return or_(*found)


def _within(
    keys: Mapped[str] | Mapped[str | None], word: str, ways: Callable[[str], Iterator[tuple[Way, str]]] = ways_in_names
) -> Iterator[ColumnElement[bool]]:
    """Give the conditions that a word is found among others, of which each stands between two spaces."""
    for way, part in ways(word):
        yield keys.contains(way.format(part), autoescape=True)


def dialled(needle: Needle) -> Iterator[str]:
    """Give a number as it may stand among phones: as typed, and with 0 for the country's code. Short ones are none."""
    digits = needle.joined
    if not needle.is_number or len(digits) < SHORTEST_PHONE:
        return
    yield digits
    if digits.startswith(HOME):
        yield f"0{digits[len(HOME) :]}"


def _has_phone(number: str, *, all_phones: bool) -> ColumnElement[bool]:
    """Make the condition that one of the phones has a number; of people, those who are listed, unless all count."""
    indexed = col(RosterEntry.phones).contains(number, autoescape=True)
    if all_phones:
        return indexed
    stored = number.removeprefix("0")
    own = exists().where(
        col(Member.id) == col(RosterEntry.member_id), col(Member.phone).contains(stored, autoescape=True)
    )
    of_people = exists().where(
        col(Representative.member_id) == col(RosterEntry.member_id),
        col(Representative.status) == RepresentativeStatus.APPROVED,
        col(Representative.phone).contains(stored, autoescape=True),
        is_listed(),
    )
    return and_(indexed, or_(own, of_people))


def is_listed() -> ColumnElement[bool]:
    """Make the condition that a representative agrees to be found in the roster, by the text in force."""
    return exists().where(
        col(Consent.person_id) == col(Representative.person_id),
        col(Consent.purpose) == Purpose.LISTING,
        col(Consent.text_version) == CONSENT_VERSION,
        col(Consent.withdrawn_at).is_(None),
    )
