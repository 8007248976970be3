"""Who is offered for a task, in which order, and what those who help bring together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.incidents import Incident
from models.members import Member, MemberCapability, MemberStatus
from models.responses import Answer, Response
from models.tasks import TaskStep
from services.incidents import responses
from services.incidents.audience import Wanted
from services.members import entries
from services.people import businesses
from services.tasks import owners
from services.tasks.owners import Coming, Narrowing, Quantity
from tests.network import BA_VI, CABLE_CUT, HOAN_KIEM, MORNING, Network, business, found_network
from tests.services.tasking import after, assignment, give, take

PAGE = 8


async def able(session: AsyncSession, *members: tuple[Member, int], unit: Unit = Unit.PIECES, name: str = "Máy") -> int:
    """Let businesses have so many of a capability; give its id."""
    capability = Capability(name_vi=name, name_en=name)
    session.add(capability)
    await session.flush()
    session.add_all(
        MemberCapability(member_id=id_of(member), capability_id=id_of(capability), headcount=number, unit=unit)
        for member, number in members
    )
    await session.flush()
    return id_of(capability)


async def choose(
    network: Network, incident: Incident | None, number: int = 0, **narrowing: Any
) -> owners.CandidatePage:
    """List those to choose from."""
    return await owners.choose(
        network.session,
        incident_id=incident.id if incident else None,
        narrowing=Narrowing(**narrowing),
        by=network.coordinator,
        number=number,
        now=MORNING,
    )


def names(page: owners.CandidatePage) -> list[str]:
    """Name the businesses of a page by the last two syllables."""
    return [" ".join(one.member.name.split()[-2:]) for one in page.candidates]


async def answered(
    network: Network, incident: Incident, answers: Sequence[tuple[Member, Answer]]
) -> dict[int, Response]:
    """Let businesses answer; give the answers by business (id)."""
    speakers = {network.telecom.id: network.an, network.postal.id: network.chi, network.it.id: network.dung}
    for member, answer in answers:
        await responses.respond(
            network.session,
            incident=incident,
            person=speakers[member.id],
            answer=answer,
            now=MORNING,
            only_for=id_of(member),
        )
    query = select(Response).where(Response.incident_id == incident.id)
    return {one.member_id: one for one in (await network.session.exec(query)).all()}


async def test_without_an_incident_and_without_a_word_nobody_is_offered(session: AsyncSession) -> None:
    network = await found_network(session)
    page = await choose(network, None)
    assert (page.candidates, page.total, page.number, page.pages) == ([], 0, 0, 1)


async def test_a_capability_alone_looks_in_the_whole_network_and_nobody_was_called(session: AsyncSession) -> None:
    network = await found_network(session)
    machines = await able(session, (network.telecom, 3), (network.it, 2))
    await able(session, (network.postal, 9), name="Xe")
    network.it.status = MemberStatus.SUSPENDED
    await session.flush()

    page = await choose(network, None, capability_id=machines)

    assert names(page) == ["Sông Hồng"]
    (only,) = page.candidates
    assert (only.group, only.km, only.eta_at, only.reason) == (None, None, None, None)
    assert only.equipment == [Quantity(machines, 3, Unit.PIECES)]
    assert page.sums == owners.Sums(0, 0, Quantity(machines, 3, Unit.PIECES), 1)


async def test_of_an_incident_those_are_offered_who_were_called_and_are_in_the_network(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await business(session, "0100000009", "Đến sau", (), HOAN_KIEM)
    network.postal.status = MemberStatus.SUSPENDED
    await session.flush()

    page = await choose(network, incident)

    assert sorted(names(page)) == ["Hoa Sen", "Sông Hồng"]
    assert {one.group.value for one in page.candidates if one.group} == {"silent"}


async def test_who_helps_from_afar_or_comes_is_chosen_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answered(
        network,
        incident,
        [(network.telecom, Answer.READY_60), (network.postal, Answer.REMOTE), (network.it, Answer.NEEDS_INFO)],
    )

    assert names(await choose(network, incident, coming=Coming.ON_SITE)) == ["Sông Hồng"]
    assert names(await choose(network, incident, coming=Coming.REMOTE)) == ["Long Biên"]
    assert names(await choose(network, incident)) == ["Sông Hồng", "Long Biên", "Hoa Sen"]


async def test_of_equals_the_nearest_or_the_first_to_come_stands_first(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.commune_code = BA_VI
    await session.flush()
    incident = await network.declare(replace(CABLE_CUT, wanted=Wanted(commune_codes=(HOAN_KIEM,), any_place=True)))
    await answered(network, incident, [(network.telecom, Answer.READY_30), (network.it, Answer.READY_120)])

    near = await choose(network, incident, coming=Coming.ON_SITE)
    early = await choose(network, incident, coming=Coming.ON_SITE, nearest=False)

    assert names(near) == ["Hoa Sen", "Sông Hồng"]
    assert names(early) == ["Sông Hồng", "Hoa Sen"]
    here, far = near.candidates
    assert here.km == 0
    assert far.km is not None
    assert 30 < far.km < 60
    assert (early.candidates[0].eta_at, early.candidates[1].eta_at) == (after(minutes=30), after(hours=2))


async def test_a_business_of_which_no_place_is_known_stands_behind_those_that_are_near(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.commune_code = BA_VI
    network.it.commune_code = "99999"
    await session.flush()
    incident = await network.declare(
        replace(CABLE_CUT, wanted=Wanted(commune_codes=(HOAN_KIEM, BA_VI), any_place=True))
    )

    page = await choose(network, incident)

    assert [(one.member.name, one.km) for one in page.candidates] == [
        ("Bưu chính Long Biên", 0),
        ("Viễn thông Sông Hồng", 0),
        ("Công nghệ Hoa Sen", None),
    ]


async def test_what_is_offered_counts_and_not_what_is_had_and_of_nothing_said_what_is_had(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    machines = await able(session, (network.telecom, 7), (network.postal, 5), (network.it, 100))
    boats = await able(session, (network.telecom, 4), name="Xuồng")
    answers = await answered(
        network,
        incident,
        [(network.telecom, Answer.READY), (network.postal, Answer.REMOTE), (network.it, Answer.CANNOT)],
    )
    telecom = answers[id_of(network.telecom)]
    telecom.offered_capability_ids, telecom.offered_quantities = [machines, 999], {str(machines): 2}
    telecom.offered_people = 6
    answers[id_of(network.it)].offered_people = 50
    await session.flush()

    page = await choose(network, incident, capability_id=machines)
    first = page.candidates[0]
    assert first.equipment == [Quantity(machines, 2, Unit.PIECES), Quantity(999, 0, Unit.PEOPLE)]
    assert first.people == 6
    assert page.sums == owners.Sums(2, 6, Quantity(machines, 7, Unit.PIECES), 2)
    assert names(page) == ["Sông Hồng", "Long Biên", "Hoa Sen"]
    # It has boats, and offers none.
    assert names(await choose(network, incident, capability_id=boats)) == []

    telecom.offered_quantities = {}
    await session.flush()
    assert (await choose(network, incident)).candidates[0].equipment[0] == Quantity(machines, 7, Unit.PIECES)


async def test_what_was_said_in_another_unit_is_not_added(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    machines = await able(session, (network.telecom, 7), (network.postal, 5))
    (row,) = (await session.exec(select(MemberCapability).where(MemberCapability.member_id == network.postal.id))).all()
    row.unit = Unit.PEOPLE
    await session.flush()

    page = await choose(network, incident, capability_id=machines)

    assert page.sums == owners.Sums(0, 0, Quantity(machines, 7, Unit.PIECES), 1)


async def test_of_capabilities_the_businesses_are_counted_that_were_called_or_all_in_the_network(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    later = await business(session, "0100000009", "Đến sau", (), HOAN_KIEM)
    machines = await able(session, (network.telecom, 7), (network.postal, 5), (later, 1))
    network.postal.status = MemberStatus.SUSPENDED
    await session.flush()

    assert await owners.capabilities_of(session, incident_id=None) == {machines: 2}
    assert await owners.capabilities_of(session, incident_id=id_of(incident)) == {machines: 1}


async def test_a_line_names_the_tasks_that_are_under_way_the_first_due_first(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    later = await give(network, assignment(network.telecom, due_at=after(hours=5)), draft_key="1:a")
    sooner = await give(network, assignment(network.telecom, due_at=after(hours=2)), draft_key="1:b")
    done = await give(network, assignment(network.telecom, due_at=after(hours=1)), draft_key="1:c")
    await give(network, assignment(network.it, due_at=after(hours=1)), draft_key="1:d")
    await take(network, done, network.an, TaskStep.ACKNOWLEDGED, TaskStep.DONE)

    line = await owners.one(session, incident_id=id_of(incident), member=network.telecom)

    assert line.tasks == [sooner.code, later.code]
    (shown,) = [one for one in (await choose(network, incident)).candidates if one.member is network.telecom]
    assert shown.tasks == [sooner.code, later.code]
    assert (await owners.one(session, incident_id=None, member=network.postal)).tasks == ()


@pytest.mark.parametrize(("number", "shown"), [(0, PAGE), (1, 1), (2, 1), (-1, PAGE)])
async def test_eight_stand_on_a_page_and_a_page_beyond_the_ends_is_the_nearest(
    session: AsyncSession, number: int, shown: int
) -> None:
    network = await found_network(session)
    many = [await business(session, f"01000001{one:02}", f"Đơn vị {one:02}", (), HOAN_KIEM) for one in range(9)]
    machines = await able(session, *((one, 1) for one in many))

    page = await choose(network, None, number, capability_id=machines)

    assert (len(page.candidates), page.pages, page.total) == (shown, 2, 9)
    assert names(page)[-1] == ("vị 07" if shown == PAGE else "vị 08")


async def test_a_coordinator_finds_a_business_by_any_phone_of_its_people_though_they_are_not_listed(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    an = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert an is not None
    an.phone = "+84912345678"
    await session.flush()
    await entries.refresh(session, member_ids=[id_of(one) for one in (network.telecom, network.postal, network.it)])

    assert names(await choose(network, None, text="0912 345 678")) == ["Sông Hồng"]
    assert names(await choose(network, None, text="hoa sen")) == ["Hoa Sen"]
    assert names(await choose(network, None, text="...")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("giao Sông Hồng 2 đội kéo cáp", ["Sông Hồng"]),
        ("sông hồng hai đội hàn cáp quang trước 17h", ["Sông Hồng"]),
        ("Hoa Sen 3 flycam", ["Hoa Sen"]),
        ("2 đội kéo cáp", ["Hoa Sen", "Sông Hồng"]),
        ("giao cho 4 người kéo cáp", ["Sông Hồng", "Hoa Sen"]),
        ("giao 2 đội", []),
        ("giao cho", []),
    ],
)
async def test_how_many_of_what_is_asked_hides_nobody_who_is_named_or_can_do_it(
    session: AsyncSession, text: str, found: list[str]
) -> None:
    network = await found_network(session)
    few, many = (network.telecom, 5), (network.it, 2)
    if text.startswith("2"):
        few, many = (network.telecom, 1), (network.it, 2)
    await able(session, few, many, name="Kéo cáp")
    await entries.refresh(session, member_ids=[id_of(one) for one in (network.telecom, network.it)])

    assert names(await choose(network, None, text=text)) == found
