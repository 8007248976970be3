"""How far communes lie from each other, and which share a border; from the middles of their outlines."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from services.places.tables import rows

_EARTH_KM = 6371.0
# Communes are about ten kilometres wide, and the widest some sixty.
_FARTHEST_KM = 40.0


def distance_km(one: str, other: str) -> float | None:
    """Give the kilometres between the middles of two communes (codes), as the crow flies.

    None where the middle of either is not known. A commune is about ten kilometres wide.
    """
    spots = _spots()
    if one not in spots or other not in spots:
        return None
    (north, east), (other_north, other_east) = spots[one], spots[other]
    across = sin((other_north - north) / 2) ** 2
    along = cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(across + along))


def neighbours(code: str) -> tuple[str, ...]:
    """Give the codes of the communes that share a border with one, also those of other provinces; islands have none."""
    return tuple(_borders().get(code, "").split())


@lru_cache(maxsize=1)
def _spots() -> dict[str, tuple[float, float]]:
    """Give the middle of each commune, north and east, in radians."""
    return {code: (radians(float(north)), radians(float(east))) for code, north, east, *_ in rows("commune-places")}


@lru_cache(maxsize=1)
def _borders() -> dict[str, str]:
    return {row[0]: row[4] for row in rows("commune-places")}


def nearest(latitude: float, longitude: float) -> str | None:
    """Give the code of the commune whose middle lies nearest to a point, in degrees; None far away from all of them.

    A middle may lie nearer than that of the commune in which the point is: what comes of it is shown to people.
    """
    north, east = radians(latitude), radians(longitude)
    # Near a point a degree of longitude is shorter than one of latitude by the same share everywhere.
    shorter = cos(north)
    squared, code = min(
        ((north - other) ** 2 + ((east - along) * shorter) ** 2, code) for code, (other, along) in _spots().items()
    )
    return code if sqrt(squared) * _EARTH_KM <= _FARTHEST_KM else None
