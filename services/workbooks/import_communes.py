"""A commune in a list: nobody is asked back, so that one name must fit better than all others."""

from collections.abc import Iterator, Sequence

from services.applications.registration import ECHOED, NoSuchCommune
from services.ground.refusals import Refusal
from services.ground.spelling import reading_key, search_key, tidy_line, without_marks
from services.places import communes, finding
from services.places.communes import Commune

CANDIDATES = 8
SHOWN = 4
KINDS = {"xa": 1, "x": 1, "phuong": 1, "p": 1, "f": 1, "dac khu": 2, "dk": 1, "thi tran": 2, "tt": 1}


class CommuneUnclear(Refusal):
    """Several communes may be meant: `candidates`."""


def find_commune(text: str, *, province_code: str) -> Commune:
    """Find the one commune of a province that a text means, by any spelling.

    What is written with its accents goes before what only sounds alike, a whole name before a part of one. Raises
    NoSuchCommune, or CommuneUnclear where several fit alike.
    """
    found = finding.find_communes(text, province_code=province_code, limit=CANDIDATES)
    if not found:
        line = tidy_line(text)
        understood = line if len(line) <= ECHOED else f"{line[:ECHOED]}…"
        raise NoSuchCommune(text=understood, province=communes.province(province_code).name)
    for part in (text, *text.split(",")):
        for fitting in _fitting(found, part):
            if len(fitting) == 1:
                return fitting[0]
    if len(found) == 1:
        return found[0]
    shown = ", ".join(commune.name for commune in found[:SHOWN])
    raise CommuneUnclear(candidates=shown + (", …" if len(found) > SHOWN else ""))


def _fitting(found: Sequence[Commune], text: str) -> Iterator[Sequence[Commune]]:
    """Give the communes that are written like the text: with accents if it has any, with the kind or without it."""
    has_accents = without_marks(text) != tidy_line(text).lower()
    for key in (reading_key, search_key) if has_accents else (search_key,):
        for written, listed in ((_whole, _whole), (_whole, _without_kind), (_without_kind, _without_kind)):
            wanted = key(written(text))
            yield [commune for commune in found if key(listed(commune.name)) == wanted]


def _whole(text: str) -> str:
    return text


def _without_kind(text: str) -> str:
    """Leave out the kind before a name: "Phường Hoàn Kiếm" and "P. Hoàn Kiếm" give "Hoàn Kiếm"."""
    words = tidy_line(text).replace(".", ". ").split()
    for length in (2, 1):
        kind = search_key(" ".join(words[:length]))
        if len(words) > length and KINDS.get(kind) == length:
            return " ".join(words[length:])
    return " ".join(words)
