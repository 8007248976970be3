"""Who takes part in a drill: a circle, those of last time, who is added by name, and what a change tells whom."""

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.channels import Channel
from models.drills import Drill, DrillState
from models.identity import id_of
from models.members import Member, Sector
from models.people import Person
from services.drills import joining, participants, people, planning, scoring
from services.drills.course import DrillNotRunning
from services.drills.joining import InDrillAlready
from services.drills.participants import NotInDrill, ParticipantPage
from services.drills.people import DrillCircle
from services.drills.planning import DrillNotPlanned
from tests.network import BA_VI, HOAN_KIEM, MORNING, Network, found_group, found_network, lose
from tests.services.drills.drilling import STARTS_AT, answer, begun, events, let_pass, planned, replies
from tests.services.tasking import after


async def partaking(network: Network, drill: Drill) -> set[int]:
    return set(await people.members_of(network.session, drill=drill, now=MORNING))


def ids(*several: Member | Person) -> set[int]:
    return {id_of(one) for one in several}


async def told_last(network: Network, what: str) -> set[int]:
    """List the people who were told last that something happened."""
    found = await network.session.exec(
        select(Broadcast).where(Broadcast.kind == BroadcastKind.DRILL_NEWS).order_by(col(Broadcast.id).desc())
    )
    newest = next(one for one in found if (one.details or {}).get("what") == what)
    query = select(Delivery.person_id).where(Delivery.broadcast_id == id_of(newest))
    return {one for one in await network.session.exec(query) if one is not None}


async def test_a_circle_is_everybody_a_sector_communes_or_those_of_last_time(session: AsyncSession) -> None:
    network = await found_network(session)
    telecom, postal, it = network.telecom, network.postal, network.it
    postal.commune_code, telecom.commune_code, it.commune_code = BA_VI, HOAN_KIEM, HOAN_KIEM
    await session.flush()
    last = await begun(network)
    await let_pass(network, *(after(hours=1, minutes=one) for one in (15, 40, 41)))
    assert last.state is DrillState.OVER

    async def of(circle: DrillCircle) -> set[int]:
        return set(await people.in_circle(session, circle=circle, now=MORNING))

    assert await of(DrillCircle()) == await of(DrillCircle(as_in_id=last.id)) == ids(telecom, postal, it)
    assert await of(DrillCircle(Sector.TELECOM)) == ids(telecom)
    assert await of(DrillCircle(communes=(BA_VI,))) == ids(postal)
    assert await planning.latest(session) is last


async def test_moment_and_circle_of_a_planned_drill_change_and_only_those_concerned_are_told(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await planned_for(network, Sector.TELECOM)
    by, drill_id, now = network.coordinator, id_of(drill), after(minutes=1)

    # Nobody was told yet, so nobody hears of a change.
    await planning.move(session, drill_id=drill_id, starts_at=after(hours=2), by=by, now=now)
    await let_pass(network, after(minutes=2))
    assert await events(network, BroadcastKind.DRILL_NEWS) == ["announced"]
    assert await told_last(network, "announced") == ids(network.an, network.binh)

    await planning.move(session, drill_id=drill_id, starts_at=after(hours=3), by=by, now=now)
    assert await told_last(network, "moved") == ids(network.an, network.binh)
    circle = DrillCircle(Sector.POSTAL)
    await planning.change_circle(session, drill_id=drill_id, circle=circle, by=by, now=now)
    assert await told_last(network, "left") == ids(network.an, network.binh)
    assert await told_last(network, "announced") == ids(network.chi)

    await let_pass(network, after(hours=2, minutes=59))
    assert drill.run_id is None
    await let_pass(network, after(hours=3))
    assert drill.run_id is not None
    with pytest.raises(DrillNotPlanned):
        await planning.move(session, drill_id=drill_id, starts_at=after(hours=5), by=by, now=now)


async def planned_for(network: Network, sector: Sector, *, yearly: bool = False) -> Drill:
    return await planned(network, circle=DrillCircle(sector), yearly=yearly)


async def join(network: Network, drill: Drill, member: Member, **duration: float) -> None:
    await joining.add(
        network.session,
        drill_id=id_of(drill),
        member_id=id_of(member),
        by=network.coordinator,
        now=after(**duration),
    )


async def test_who_joins_a_running_drill_gets_what_is_still_to_come_and_is_scored_for_that_only(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await planned_for(network, Sector.POSTAL)
    telecom, postal = id_of(network.telecom), id_of(network.postal)
    await let_pass(network, STARTS_AT)

    await join(network, drill, network.telecom, hours=1, minutes=5)
    assert await told_last(network, "joined") == ids(network.an, network.binh)
    with pytest.raises(InDrillAlready):
        await join(network, drill, network.telecom, hours=1, minutes=5)
    assert await replies(network) == [(postal, "open")]
    await let_pass(network, after(hours=1, minutes=15))
    await answer(network, drill, 1, network.an, now=after(hours=1, minutes=15))

    ranked = {id_of(one.member): one.score for one in (await scoring.of_drill(session, drill=drill)).ranked}
    assert (ranked[telecom].given, ranked[telecom].points) == (1, 100)
    await let_pass(network, after(hours=3))
    with pytest.raises(DrillNotRunning):
        await join(network, drill, network.it, hours=3)


async def test_who_was_added_before_the_beginning_takes_part_and_next_year_too(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned_for(network, Sector.POSTAL, yearly=True)
    await join(network, drill, network.telecom, minutes=1)
    assert await partaking(network, drill) == ids(network.postal, network.telecom)

    await let_pass(network, STARTS_AT, *(after(hours=1, minutes=one) for one in (15, 40, 41)))
    assert drill.state is DrillState.OVER
    again = (await session.exec(select(Drill).where(Drill.before_id == id_of(drill)))).one()
    assert await partaking(network, again) == ids(network.postal, network.telecom)


async def take_out(network: Network, drill: Drill, member: Member, **duration: float) -> None:
    await participants.take_out(
        network.session, drill_id=id_of(drill), member_id=id_of(member), by=network.coordinator, now=after(**duration)
    )


async def test_who_is_taken_out_before_the_beginning_hears_of_it_and_gets_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network, yearly=True)
    await let_pass(network, after(minutes=2))

    await take_out(network, drill, network.telecom, minutes=3)
    assert await told_last(network, "left") == ids(network.an, network.binh)
    assert await partaking(network, drill) == ids(network.postal, network.it)
    with pytest.raises(NotInDrill):
        await take_out(network, drill, network.telecom, minutes=3)
    # Out it stays, also when the circle is said anew.
    circle = DrillCircle(Sector.TELECOM)
    by, now = network.coordinator, after(minutes=4)
    await planning.change_circle(session, drill_id=id_of(drill), circle=circle, by=by, now=now)
    assert await partaking(network, drill) == set()
    await planning.change_circle(session, drill_id=id_of(drill), circle=DrillCircle(), by=by, now=now)

    await let_pass(network, STARTS_AT)
    assert {member_id for member_id, _ in await replies(network)} == ids(network.postal, network.it)
    with pytest.raises(DrillNotPlanned):
        await take_out(network, drill, network.it, hours=1, minutes=1)
    await let_pass(network, *(after(hours=1, minutes=one) for one in (15, 40, 41)))
    assert await people.in_circle(session, circle=DrillCircle(as_in_id=drill.id), now=MORNING) == sorted(
        ids(network.postal, network.it)
    )
    again = (await session.exec(select(Drill).where(Drill.before_id == id_of(drill)))).one()
    assert await partaking(network, again) == ids(network.telecom, network.postal, network.it)


async def test_who_is_taken_out_of_a_drill_that_nobody_was_told_of_hears_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network, announced=False)
    await let_pass(network, after(minutes=2))

    await take_out(network, drill, network.telecom, minutes=3)

    assert await events(network, BroadcastKind.DRILL_NEWS) == []
    await let_pass(network, STARTS_AT)
    assert "left" not in await events(network, BroadcastKind.DRILL_NEWS)


async def test_who_was_taken_out_can_be_added_again_and_who_was_added_taken_out(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned_for(network, Sector.TELECOM)

    await take_out(network, drill, network.telecom, minutes=1)
    await join(network, drill, network.telecom, minutes=2)
    assert await partaking(network, drill) == ids(network.telecom)
    await join(network, drill, network.it, minutes=3)
    await take_out(network, drill, network.it, minutes=4)
    assert await partaking(network, drill) == ids(network.telecom)


async def test_the_list_says_by_what_each_business_is_reached_those_first_whom_nothing_reaches(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await lose(network.an, session, now=MORNING, reason="Forbidden: bot was blocked by the user")
    await lose(network.chi, session, now=MORNING, reason="Forbidden: user is deactivated")
    await found_group(network, network.telecom)
    drill = await planned(network)

    async def page(number: int = 0) -> ParticipantPage:
        return await participants.listing(session, drill=drill, number=number, now=MORNING)

    found = await page()
    assert [(one.member.name, one.speakers, one.reached[Channel.TELEGRAM], one.in_group) for one in found.items] == [
        ("Bưu chính Long Biên", 1, 0, False),
        ("Công nghệ Hoa Sen", 2, 1, False),
        ("Viễn thông Sông Hồng", 2, 1, True),
    ]
    assert (found.total, found.unreached) == (3, 1)
    assert found.items[0].why == "Forbidden: user is deactivated"
    assert (await page(7)).number == 0
    speakers = await participants.speakers_of(session, member_id=id_of(network.telecom))
    assert [(one.name, list(one.channels), one.why) for one in speakers] == [
        ("Nguyễn Văn An", [], "Forbidden: bot was blocked by the user"),
        ("Lê Thị Bình", [Channel.TELEGRAM], None),
    ]


async def test_those_whom_nothing_reaches_stand_first_and_the_others_by_name_as_it_is_read(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    for one in (network.an, network.binh):
        await lose(one, session, now=MORNING)
    network.postal.name, network.it.name = "Hoa Sen", "Điện tử Long Biên"
    drill = await planned(network)

    page = await participants.listing(session, drill=drill, number=0, now=MORNING)

    assert [one.member.name for one in page.items] == ["Viễn thông Sông Hồng", "Điện tử Long Biên", "Hoa Sen"]


async def test_a_drill_that_could_not_begin_keeps_for_which_of_the_two_reasons(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await planned(network)
    incident = await network.declare(now=after(minutes=5))
    await let_pass(network, STARTS_AT)
    assert (drill.state, drill.rests_for_id) == (DrillState.PLANNED, incident.id)

    by = network.coordinator
    await planning.move(session, drill_id=id_of(drill), starts_at=after(hours=2), by=by, now=after(hours=1))
    assert (drill.held_at, drill.rests_for_id) == (None, None)
