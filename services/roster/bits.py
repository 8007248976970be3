"""Words and the places in which they stand, places being the bits of whole numbers: a search is a few `&` and `|`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count

from services.roster.query import INSIDE_FROM, Way

# A word in more places is kept as bits, a rarer one as a list: most words stand in a place or two.
COMMON = 256
PIECE = INSIDE_FROM
# So many places are looked up one by one; for more, all places are passed through.
FEW = 1000
_ZERO_AND_ONE = bytes.maketrans(b"01", b"\0\1")
Kept = dict[str, list[int] | int]


class Words:
    """The words of one kind, and in which places they stand."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._words: Kept = {}
        self._with: dict[str, list[str]] = {}

    def add(self, place: int, words: Iterable[str]) -> None:
        """Keep that these words stand in a place; none is ever taken away from one."""
        numbers = []
        for word in set(words):
            if word.isdecimal():
                numbers.append(word)
            else:
                self._meet(word)
                _add(self._words, word, place)
        if numbers:
            self._numbers.add(place, numbers)

    def settle(self) -> None:
        """Keep what is common in the way in which it is found fastest."""
        _settle(self._words)
        self._numbers.settle()

    def having(self, ways: Iterable[tuple[Way, str]]) -> int:
        """Find the places of all words in which a part is found in one of these ways."""
        found = 0
        for way, part in ways:
            found |= self._numbers.having(way, part) if part.isdecimal() else 0
            found |= bits_of(self._matching(way, part))
        return found

    def _meet(self, word: str) -> None:
        if word not in self._words:
            for piece in _pieces_and_beginnings(word):
                self._with.setdefault(piece, []).append(word)

    def _matching(self, way: Way, part: str) -> list[list[int] | int]:
        match way:
            case Way.INSIDE:
                fewest = min((self._with.get(piece, []) for piece in _pieces(part)), key=len, default=self._words)
                return [self._words[word] for word in fewest if part in word]
            case Way.AT_ITS_BEGINNING:
                return [self._words[word] for word in self._with.get(f" {part}", [])]
            case Way.AS_A_WHOLE:
                return [self._words[part]] if part in self._words else []


class _Numbers:
    """Numbers, of which nearly every place has its own: found by three digits in a row, or the first one or two."""

    def __init__(self) -> None:
        self._pieces: Kept = {}
        self._written: dict[int, str] = {}

    def add(self, place: int, numbers: Sequence[str]) -> None:
        """Keep that these numbers stand in a place."""
        self._written[place] = " ".join(numbers)
        for piece in set().union(*map(_pieces_and_beginnings, numbers)):
            _add(self._pieces, piece, place)

    def settle(self) -> None:
        """Keep what is common in the way in which it is found fastest."""
        _settle(self._pieces)

    def having(self, way: Way, part: str) -> int:
        """Find the places of all numbers in which digits are found."""
        if way is not Way.INSIDE:
            return self._having(f" {part}")
        if len(part) < PIECE:
            return bits_of([[place for place, written in self._written.items() if part in written]])
        found = -1
        for piece in _pieces(part):
            found &= self._having(piece)
        if len(part) == PIECE:
            return found
        return bits_of([[place for place in places_of(found) if part in self._written[place]]])

    def _having(self, piece: str) -> int:
        return bits_of([self._pieces.get(piece, 0)])


def _pieces(word: str) -> set[str]:
    return {word[start : start + PIECE] for start in range(len(word) - PIECE + 1)}


def _pieces_and_beginnings(word: str) -> set[str]:
    """Cut a word into all that is looked up at once; beginnings, which are shorter, have a space before them."""
    return {f" {word[:1]}", f" {word[:2]}"} | _pieces(word)


def count_in(planes: list[int], found: int) -> None:
    """Add one to the count of each place that was found; the counts stand in binary, a plane for each digit."""
    for digit, plane in enumerate(planes):
        planes[digit], found = plane ^ found, plane & found
    if found:
        planes.append(found)


def with_count(planes: Sequence[int], wanted: int) -> int:
    """Find the places that have a count."""
    found = -1
    for digit, plane in enumerate(planes):
        found &= plane if wanted >> digit & 1 else ~plane
    return found


def _add(kept: Kept, word: str, place: int) -> None:
    places = kept.setdefault(word, [])
    if isinstance(places, int):
        kept[word] = places | 1 << place
    else:
        places.append(place)


def _settle(kept: Kept) -> None:
    for word, places in kept.items():
        if not isinstance(places, int) and len(places) > COMMON:
            kept[word] = bits_of([places])


def flags(found: int, size: int = 1) -> bytes:
    """Give a byte for each place, 1 where something was found."""
    return f"{found:0{size}b}"[::-1].encode().translate(_ZERO_AND_ONE)


def places_of(found: int) -> Iterator[int]:
    """Give the places one by one."""
    marks = flags(found)
    if found.bit_count() > FEW:
        yield from compress(count(), marks)
        return
    place = marks.find(1)
    while place >= 0:
        yield place
        place = marks.find(1, place + 1)


def bits_of(many: Iterable[list[int] | int]) -> int:
    """Put places together: of lists and of what is kept as bits."""
    found, rare = 0, []
    for places in many:
        if isinstance(places, int):
            found |= places
        else:
            rare += places
    marks = bytearray((max(rare, default=0) >> 3) + 1)
    for place in rare:
        marks[place >> 3] |= 1 << (place & 7)
    return found | int.from_bytes(marks, "little")
