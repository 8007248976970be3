"""What comes with answers, in numbers: so many of each unit, for each business and in all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.incidents import Incident
from models.responses import Response
from services.incidents.answer_steps import ENGAGED
from services.workbooks import exports


@dataclass(frozen=True)
class OfferSums:
    """The `units` in which anything is counted, people apart, and what those who take part bring in all."""

    units: Sequence[Unit]
    people: int
    totals: Mapping[Unit, int]


def by_unit(quantities: Mapping[str, int], units: Mapping[int, Unit]) -> Mapping[Unit, int]:
    """Add up what comes with an answer, as it is stored: by a capability (id) in its unit, or by a unit alone."""
    added: Counter[Unit] = Counter()
    for word, number in quantities.items():
        unit = units.get(int(word)) if word.isdecimal() else Unit(word)
        if unit is not None:
            added[unit] += number
    return added


async def offered(session: AsyncSession, *, incident_id: int | None, units: Mapping[int, Unit]) -> OfferSums:
    """Add up what comes with the answers to one incident, or to all that are no drills; `units` are of capabilities."""
    query = (
        select(Response.answer, Response.offered_people, Response.offered_quantities)
        .join(Incident, col(Incident.id) == col(Response.incident_id))
        .where(exports.counted(incident_id))
    )
    people, used, totals = 0, set[Unit](), Counter[Unit]()
    for answer, number, quantities in await session.exec(query):
        here = by_unit(quantities, units)
        used |= here.keys()
        if answer in ENGAGED:
            people += number or 0
            totals.update(here)
    return OfferSums([unit for unit in Unit if unit in used], people, totals)
