"""What an incident asks for beside people, weighed against what those bring who join."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.incidents import Incident
from models.responses import Response
from services.incidents.answer_steps import ENGAGED
from services.incidents.audience import Wanted

# What is ticked without a number is one at least.
AT_LEAST = 1


@dataclass(frozen=True)
class Need:
    """Something that is asked for: one of these capabilities (ids), or anything counted in `unit` where none is named.

    `wanted` is 0 where no number was asked for.
    """

    capability_ids: tuple[int, ...]
    unit: Unit
    wanted: int
    offered: int


async def of(session: AsyncSession, *, incident: Incident, wanted: Wanted) -> Sequence[Need]:
    """Weigh what an incident asks for beside people: first what was asked for by number, then the other capabilities.

    What is counted in people is no need of this kind, but a part of the headcount.
    """
    counted = incident.headcount_unit if incident.headcount_wanted else Unit.PEOPLE
    if counted is Unit.PEOPLE and not wanted.capability_ids:
        return ()
    units = await _units(session)
    offered = await _offered(session, id_of(incident))
    asked = [one for one in wanted.capability_ids if units[one] is not Unit.PEOPLE]
    numbered = [one for one in asked if units[one] is counted]
    others = [one for one in asked if one not in numbered]
    needs = [Need((one,), units[one], 0, offered[one]) for one in others]
    if counted is Unit.PEOPLE:
        return needs
    meant = numbered or [one for one in offered if units[one] is counted]
    total = sum(offered[one] for one in meant)
    return [Need(tuple(numbered), counted, incident.headcount_wanted, total), *needs]


async def _units(session: AsyncSession) -> dict[int, Unit]:
    rows = await session.exec(select(Capability))
    return {id_of(one): one.unit for one in rows}


async def _offered(session: AsyncSession, incident_id: int) -> Counter[int]:
    """Add up what those bring who join, by capability (id)."""
    rows = await session.exec(
        select(Response.offered_capability_ids, Response.offered_quantities).where(
            Response.incident_id == incident_id, col(Response.answer).in_(ENGAGED)
        )
    )
    offered: Counter[int] = Counter()
    for ticked, said in rows:
        offered.update({one: said.get(str(one), AT_LEAST) for one in ticked})
    return offered
