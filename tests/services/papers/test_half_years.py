"""Mẫu 05 counts the incidents of a half-year by the office's clock, and who helped; no drill and no problem."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident, IncidentType
from models.members import Member
from models.presence import Presence
from models.responses import Answer, Response
from models.tasks import TaskState
from services.papers import half_years
from services.papers.half_years import HalfYear, HalfYearFigures, HalfYearUnknown, TypeCount
from tests.network import MORNING, TIME_ZONE, Network, found_network
from tests.services.tasking import assignment, give

# One second before July by the office's clock, and the first of July.
JUNE, JULY = datetime(2026, 6, 30, 16, 59, 59, tzinfo=UTC), datetime(2026, 6, 30, 17, 0, tzinfo=UTC)


async def helped(network: Network, at: datetime) -> None:
    """Declare an incident for which all are ready, and with which the telecom business alone helps."""
    incident = await network.declare(now=at)
    for member in (network.telecom, network.postal, network.it):
        said = Response(
            incident_id=id_of(incident),
            member_id=id_of(member),
            person_id=id_of(network.an),
            answer=Answer.READY,
            answered_at=at,
        )
        network.session.add(said)
    await work(network, incident, network.telecom, TaskState.ACKNOWLEDGED, at)
    await work(network, incident, network.postal, TaskState.ASSIGNED, at)
    await work(network, incident, network.it, TaskState.DECLINED, at)


async def work(network: Network, incident: Incident, member: Member, state: TaskState, at: datetime) -> None:
    """Give a business a task that comes into a state."""
    said = assignment(member, incident=incident, due_at=at + timedelta(hours=2))
    task = await give(network, said, draft_key=f"1:{incident.id}-{member.id}", now=at)
    task.state = state
    await network.session.flush()


async def test_an_incident_counts_in_the_half_year_of_its_alert(session: AsyncSession) -> None:
    network = await found_network(session)
    await helped(network, JUNE)
    await network.declare(now=JULY)

    first, second = await both(session)

    assert first.whole == TypeCount(total=1, helped=1, escalated=0)
    assert first.helpers == [(network.telecom.name, 1)]
    assert second.by_type[IncidentType.TECHNICAL] == TypeCount(total=1, helped=0, escalated=0)
    assert second.whole.alone == 1
    assert sum(one.total for one in second.by_type.values()) == second.whole.total
    assert (first.until, second.until) == (None, MORNING)


async def both(session: AsyncSession) -> list[HalfYearFigures]:
    """Count both half-years of 2026 as they stand in November."""
    return [
        await half_years.figures(session, period=HalfYear(2026, half), now=MORNING, time_zone=TIME_ZONE)
        for half in (1, 2)
    ]


@pytest.mark.parametrize("state", TaskState)
async def test_help_is_a_task_that_was_taken_on(session: AsyncSession, state: TaskState) -> None:
    network = await found_network(session)
    incident = await network.declare(now=JULY)
    await work(network, incident, network.telecom, state, JULY)

    _, second = await both(session)

    is_help = state not in (TaskState.ASSIGNED, TaskState.DECLINED, TaskState.CANCELLED)
    assert second.helpers == ([(network.telecom.name, 1)] if is_help else [])


async def test_who_was_on_site_has_helped(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(now=JULY)
    session.add(
        Presence(
            incident_id=id_of(incident), member_id=id_of(network.it), person_id=id_of(network.dung), arrived_at=JULY
        )
    )
    await session.flush()

    _, second = await both(session)

    assert second.helpers == [(network.it.name, 1)]


@pytest.mark.parametrize(
    "period", [HalfYear(2027, 1), HalfYear(2020, 2), HalfYear(2026, 3), HalfYear(2026, 0), HalfYear(-1, 1)]
)
def test_a_half_year_that_is_none_was_before_such_networks_or_has_not_begun_is_refused(period: HalfYear) -> None:
    with pytest.raises(HalfYearUnknown):
        half_years.check(period, now=MORNING, time_zone=TIME_ZONE)


def test_the_next_day_of_each_report_is_by_the_rules_in_force() -> None:
    before = datetime(2026, 6, 21, 3, 0, tzinfo=UTC)

    assert [(rule.word, f"{at:%d/%m/%Y}") for rule, at in half_years.due_next(before, TIME_ZONE)] == [
        ("half-year", "15/12/2026")
    ]
    assert [f"{at:%d/%m/%Y}" for _, at in half_years.due_next(MORNING, TIME_ZONE)] == ["20/12/2026", "25/12/2026"]


@pytest.mark.parametrize(("day", "due"), [((12, 19), "20/12/2026"), ((12, 20), "20/12/2026"), ((12, 21), "20/12/2027")])
def test_a_report_is_due_until_its_own_day_is_over(day: tuple[int, int], due: str) -> None:
    evening = datetime(2026, *day, 23, 30, tzinfo=TIME_ZONE)

    found = {rule.word: at for rule, at in half_years.due_next(evening, TIME_ZONE)}

    assert f"{found['yearly-internal']:%d/%m/%Y}" == due


def test_around_a_moment_is_what_was_due_shortly_before_it_too() -> None:
    after = datetime(2026, 12, 21, 3, 0, tzinfo=UTC)

    found = half_years.due_around(after, TIME_ZONE, since=timedelta(days=30))

    assert [f"{at:%d/%m/%Y}" for _, at in found] == ["20/12/2026", "20/12/2027", "25/12/2026"]
