"""A commune in a list: nobody is asked back, so that only what leaves no doubt is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.applications.registration import NoSuchCommune, no_such_commune
from services.ground.refusals import Refusal
from services.places import choosing, reading
from services.places.communes import Commune
from services.places.reading import Mention

SHOWN = 4
# By these a place of before July 2025 was named.
OLDER = (reading.By.OLD, reading.By.DISTRICT)

__all__ = ["CommuneUnclear", "NoSuchCommune", "find_commune", "read_commune"]


class CommuneUnclear(Refusal):
    """Several communes may be meant, or one that is not written so: `candidates`."""


@dataclass(frozen=True, slots=True)
class ReadCommune:
    """The commune (code) that a text means, and whether it was named by an address of before July 2025."""

    code: str
    is_older: bool = False


def read_commune(text: str, *, province_code: str) -> ReadCommune:
    """Find the one commune of a province that a text means, and tell how; raises as `find_commune` does."""
    mentions = reading.read(text, province_code=province_code)
    found = _the_one(text, mentions, province_code=province_code)
    return ReadCommune(found.code, any(one.by in OLDER for one in mentions))


def find_commune(text: str, *, province_code: str) -> Commune:
    """Find the one commune of a province that a text means: by its name of today, or an address of before July 2025.

    Raises NoSuchCommune, or CommuneUnclear with the names of those that may be meant.
    """
    return _the_one(text, reading.read(text, province_code=province_code), province_code=province_code)


def _the_one(text: str, mentions: Sequence[Mention], *, province_code: str) -> Commune:
    found = reading.the_one(mentions)
    if found is not None:
        return found
    may_be = choosing.offered(text, province_code=province_code, limit=SHOWN + 1).communes
    if not may_be:
        raise no_such_commune(text)
    shown = ", ".join(commune.name for commune in may_be[:SHOWN])
    raise CommuneUnclear(candidates=shown + (", …" if len(may_be) > SHOWN else ""))
