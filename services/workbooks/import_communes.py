"""A commune in a list: nobody is asked back, so that only what leaves no doubt is taken."""

from services.applications.registration import NoSuchCommune, no_such_commune
from services.ground.refusals import Refusal
from services.places import choosing, reading
from services.places.communes import Commune

SHOWN = 4

__all__ = ["CommuneUnclear", "NoSuchCommune", "find_commune"]


class CommuneUnclear(Refusal):
    """Several communes may be meant, or one that is not written so: `candidates`."""


def find_commune(text: str, *, province_code: str) -> Commune:
    """Find the one commune of a province that a text means: by its name of today, or an address of before July 2025.

    Raises NoSuchCommune, or CommuneUnclear with the names of those that may be meant.
    """
    found = reading.the_one(reading.read(text, province_code=province_code))
    if found is not None:
        return found
    may_be = choosing.offered(text, province_code=province_code, limit=SHOWN + 1).communes
    if not may_be:
        raise no_such_commune(text)
    shown = ", ".join(commune.name for commune in may_be[:SHOWN])
    raise CommuneUnclear(candidates=shown + (", …" if len(may_be) > SHOWN else ""))
