"""What an incident asks for beside people, weighed against what those bring who join."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.incidents import Incident
from models.responses import Answer, Response
from services.incidents.answer_steps import ENGAGED
from services.incidents.audience import Wanted

# What is ticked without a number is one at least.
AT_LEAST = 1


@dataclass(frozen=True)
class Need:
    """Something that is asked for: one of these capabilities (ids), or anything counted in `unit` where none is named.

    `wanted` is 0 where no number was asked for. `unsaid` businesses are ready and have said no number: each is one team
    where teams are counted, and nothing else is taken for granted. A person of several businesses says
    a number once, for all of them.
    """

    capability_ids: tuple[int, ...]
    unit: Unit
    wanted: int
    offered: int
    unsaid: int = 0


@dataclass(frozen=True)
class Headcount:
    """How many people `said_by` businesses said that they send, and how many businesses are ready and said no number.

    Each of those sends one at least. A person of several businesses says a number once, for all of them.
    """

    said: int = 0
    said_by: int = 0
    unsaid: int = 0

    @property
    def at_least(self) -> int:
        """Count the people that come at least."""
        return self.said + self.unsaid * AT_LEAST


async def headcount(session: AsyncSession, *, incident: Incident) -> Headcount:
    """Count the people that are offered for an incident."""
    query = select(Response.answer, Response.person_id, Response.offered_people).where(
        Response.incident_id == id_of(incident), col(Response.answer).in_(ENGAGED)
    )
    rows = (await session.exec(query)).all()
    numbers = [number for _, _, number in rows if number is not None]
    spoke = {person_id for _, person_id, number in rows if number is not None}
    silent = [answer for answer, person_id, number in rows if number is None and person_id not in spoke]
    return Headcount(sum(numbers), len(numbers), sum(answer != Answer.REMOTE for answer in silent))


async def of(session: AsyncSession, *, incident: Incident, wanted: Wanted) -> Sequence[Need]:
    """Weigh what an incident asks for beside people: first what was asked for by number, then the other capabilities.

    What is counted in people is no need of this kind, but a part of the headcount.
    """
    counted = incident.headcount_unit if incident.headcount_wanted else Unit.PEOPLE
    if counted is Unit.PEOPLE and not wanted.capability_ids:
        return ()
    units = await _units(session)
    brought = await _brought(session, id_of(incident))
    offered = _by_capability(brought)
    asked = [one for one in wanted.capability_ids if units[one] is not Unit.PEOPLE]
    numbered = [one for one in asked if units[one] is counted]
    others = [one for one in asked if one not in numbered]
    needs = [Need((one,), units[one], 0, offered[one]) for one in others]
    if counted is Unit.PEOPLE:
        return needs
    meant = numbered or [one for one in offered if units[one] is counted]
    numbers = [(one, _number(one, meant, counted)) for one in brought]
    said_by = {one.person_id for one, number in numbers if number}
    silent = [one for one, number in numbers if not number and one.person_id not in said_by]
    unsaid = sum(one.answer is not Answer.REMOTE for one in silent)
    total = sum(number for _, number in numbers) + (unsaid * AT_LEAST if counted is Unit.TEAMS else 0)
    return [Need(tuple(numbered), counted, incident.headcount_wanted, total, unsaid), *needs]


async def _units(session: AsyncSession) -> dict[int, Unit]:
    rows = await session.exec(select(Capability))
    return {id_of(one): one.unit for one in rows}


@dataclass(frozen=True)
class _Brought:
    """What a business that joins has ticked (capabilities, ids) and in which numbers, by capability or by unit."""

    answer: Answer
    person_id: int
    ticked: Sequence[int]
    said: Mapping[str, int]


async def _brought(session: AsyncSession, incident_id: int) -> Sequence[_Brought]:
    rows = await session.exec(
        select(Response.answer, Response.person_id, Response.offered_capability_ids, Response.offered_quantities).where(
            Response.incident_id == incident_id, col(Response.answer).in_(ENGAGED)
        )
    )
    return [_Brought(Answer(answer), person_id, ticked, said) for answer, person_id, ticked, said in rows]


def _by_capability(brought: Sequence[_Brought]) -> Counter[int]:
    """Add up what those bring who join, by capability (id)."""
    offered: Counter[int] = Counter()
    for one in brought:
        offered.update({each: one.said.get(str(each), AT_LEAST) for each in one.ticked})
    return offered


def _number(one: _Brought, meant: Sequence[int], unit: Unit) -> int:
    """Tell how many a business brings: by the unit, or of the capabilities that are meant; the same is said in both."""
    ticked = sum(one.said.get(str(each), AT_LEAST) for each in one.ticked if each in meant)
    return max(ticked, one.said.get(unit, 0))
