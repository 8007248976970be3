"""Mẫu 05 counts the incidents of a half-year by the office's clock, and who helped; no drill and no problem."""

from datetime import UTC, datetime

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentType
from models.responses import Answer, Response
from services.papers import half_years
from services.papers.half_years import HalfYear, HalfYearUnknown, TypeCount
from tests.network import MORNING, TIME_ZONE, Network, found_network

# One second before July by the office's clock, and the first of July.
JUNE, JULY = datetime(2026, 6, 30, 16, 59, 59, tzinfo=UTC), datetime(2026, 6, 30, 17, 0, tzinfo=UTC)


async def helped(network: Network, at: datetime) -> None:
    """Declare an incident with which the telecom business helps, and the postal one does not."""
    incident = await network.declare(now=at)
    for member, answer in ((network.telecom, Answer.READY), (network.postal, Answer.CANNOT)):
        said = Response(
            incident_id=id_of(incident),
            member_id=id_of(member),
            person_id=id_of(network.an),
            answer=answer,
            answered_at=at,
        )
        network.session.add(said)
    await network.session.flush()


async def test_an_incident_counts_in_the_half_year_of_its_alert(session: AsyncSession) -> None:
    network = await found_network(session)
    await helped(network, JUNE)
    await network.declare(now=JULY)

    first = await half_years.figures(session, period=HalfYear(2026, 1), time_zone=TIME_ZONE)
    second = await half_years.figures(session, period=HalfYear(2026, 2), time_zone=TIME_ZONE)

    assert first.whole == TypeCount(total=1, helped=1, escalated=0)
    assert first.helpers == [(network.telecom.name, 1)]
    assert second.by_type[IncidentType.TECHNICAL] == TypeCount(total=1, helped=0, escalated=0)
    assert second.whole.alone == 1
    assert sum(one.total for one in second.by_type.values()) == second.whole.total


@pytest.mark.parametrize("period", [HalfYear(2027, 1), HalfYear(2026, 3), HalfYear(2026, 0), HalfYear(-1, 1)])
def test_a_half_year_that_is_none_or_has_not_begun_is_refused(period: HalfYear) -> None:
    with pytest.raises(HalfYearUnknown):
        half_years.check(period, now=MORNING, time_zone=TIME_ZONE)


def test_the_next_day_of_each_report_is_by_the_rules_in_force() -> None:
    before = datetime(2026, 6, 21, 3, 0, tzinfo=UTC)

    assert [(rule.word, f"{at:%d/%m/%Y}") for rule, at in half_years.due_next(before, TIME_ZONE)] == [
        ("half-year", "15/12/2026")
    ]
    assert [f"{at:%d/%m/%Y}" for _, at in half_years.due_next(MORNING, TIME_ZONE)] == ["20/12/2026", "25/12/2026"]
