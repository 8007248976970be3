"""A commune in a list: nobody is asked back, so that only what leaves no doubt is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.applications.registration import NoSuchCommune, no_such_commune
from services.ground.refusals import Refusal
from services.notation.spelling import tidy_line
from services.places import choosing, reading
from services.places.communes import Commune, province
from services.places.former import territory
from services.places.reading import Mention
from services.places.within import Within, anywhere, districts_called, provinces_called

SHOWN = 4
# By these a place of before July 2025 was named.
OLDER = (reading.By.OLD, reading.By.DISTRICT)

__all__ = ["CommuneUnclear", "NoSuchCommune", "find_commune", "read_commune"]


class CommuneUnclear(Refusal):
    """Several communes may be meant, or one that is not written so: `candidates`."""


class DistrictUnknown(Refusal):
    """The column of districts says `text`, which was none of this province before July 2025."""


class ProvinceElsewhere(Refusal):
    """The column of provinces says `text`, which is not the province of this network, nor one that became a part."""


class CommuneNotThere(Refusal):
    """The cell says `text`, and nothing of that name lay in `where`, as another cell says: one of them is wrong."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What other cells of a row say of where its commune lies, or lay before July 2025, as they are written.

    `names_districts` tells that the list names districts, so that a name alone may be one of then.
    """

    district: str = ""
    former_province: str = ""
    province: str = ""
    names_districts: bool = False

    def __str__(self) -> str:
        """Write it as the end of an address."""
        return ", ".join(text for text in (self.district, self.former_province, self.province) if text)


NOWHERE = Whereabouts()


@dataclass(frozen=True, slots=True)
class ReadCommune:
    """The commune (code) that a text means; `older` is its address, where that is one of before July 2025."""

    code: str
    older: str | None = None


def read_commune(text: str, *, province_code: str, whereabouts: Whereabouts = NOWHERE) -> ReadCommune:
    """Find the one commune of a province that a row means, and tell how.

    Raises as `find_commune` does, and DistrictUnknown, ProvinceElsewhere or CommuneNotThere.
    """
    within = _within(whereabouts, province_code)
    mentions = reading.read(text, province_code=province_code, within=within)
    if within.districts and str(whereabouts) and mentions and not _any_there(mentions, within, province_code):
        raise CommuneNotThere(text=tidy_line(text), where=str(whereabouts))
    found = _the_one(text, mentions, province_code=province_code)
    address = ", ".join(part for part in (text.strip(), str(whereabouts)) if part)
    return ReadCommune(found.code, address if any(one.by in OLDER for one in mentions) else None)


def _within(whereabouts: Whereabouts, province_code: str) -> Within:
    """Read what other cells say."""
    within = Within()
    if whereabouts.district:
        within = districts_called(whereabouts.district, province_code=province_code)
        if not within.districts:
            raise DistrictUnknown(text=tidy_line(whereabouts.district))
    elif whereabouts.names_districts or whereabouts.former_province:
        within = anywhere(province_code)
    for text, is_former in ((whereabouts.former_province, True), (whereabouts.province, False)):
        called = provinces_called(text, province_code=province_code)
        if not text or (not is_former and province(province_code).name in called):
            continue
        held = (within if within.districts else anywhere(province_code)).holding(called)
        if not anywhere(province_code).holding(called).districts:
            raise ProvinceElsewhere(text=tidy_line(text))
        if not held.districts:
            raise CommuneNotThere(text=tidy_line(whereabouts.district), where=tidy_line(text))
        within = held
    return within


def _any_there(mentions: Sequence[Mention], within: Within, province_code: str) -> bool:
    """Tell whether anything that may be meant lies where other cells say."""
    there = {code for one in within.districts for code in territory(one, province_code)}
    return any(commune.code in there for one in mentions for commune in one.communes)


def find_commune(text: str, *, province_code: str) -> Commune:
    """Find the one commune of a province that a text means: by its name of today, or an address of before July 2025.

    Raises NoSuchCommune, or CommuneUnclear with the names of those that may be meant.
    """
    return _the_one(text, reading.read(text, province_code=province_code), province_code=province_code)


def _the_one(text: str, mentions: Sequence[Mention], *, province_code: str) -> Commune:
    found = reading.the_one(mentions)
    if found is not None:
        return found
    may_be = reading.candidates(mentions) or _resembling(text, province_code)
    if not may_be:
        raise no_such_commune(text)
    shown = ", ".join(commune.name for commune in may_be[:SHOWN])
    raise CommuneUnclear(candidates=shown + (", …" if len(may_be) > SHOWN else ""))


def _resembling(text: str, province_code: str) -> Sequence[Commune]:
    return choosing.offered(text, province_code=province_code, limit=SHOWN + 1).communes
