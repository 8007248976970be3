"""Members: what is known of a business, and for whom a person speaks."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.identity import id_of
from models.members import ContactKind, MemberStatus, RepresentativeStatus, Sector
from services.applications import decisions
from services.members import capabilities
from services.people import businesses
from tests.network import found_network
from tests.services.cast import (
    LAN,
    NOON,
    OTHER_REGISTRATION,
    REGISTRATION,
    TAX_CODES,
    approved,
    coordinator,
    newcomer,
    registered,
)


async def test_a_business_is_found_by_its_tax_code_in_whatever_status(session: AsyncSession) -> None:
    await registered(session, await newcomer(session))
    found = await businesses.by_tax_code(session, tax_code=TAX_CODES[0])
    assert found is not None
    assert found.name == REGISTRATION.name
    assert await businesses.by_tax_code(session, tax_code=TAX_CODES[1]) is None


async def test_describing_a_business_again_replaces_what_was_said(session: AsyncSession) -> None:
    fibre = await capabilities.add(session, name_vi="Tổ cáp quang", name_en="Fibre crews", by=None, now=NOON)
    trucks = await capabilities.add(session, name_vi="Xe tải", name_en="Trucks", by=None, now=NOON)
    await registered(session, await newcomer(session))
    member = await businesses.by_tax_code(session, tax_code=TAX_CODES[0])
    assert member is not None

    await businesses.describe(session, member=member, sectors=[Sector.POSTAL], capabilities={id_of(fibre): 5})
    await businesses.describe(
        session, member=member, sectors=[Sector.IT, Sector.TELECOM], capabilities={id_of(trucks): 2}
    )
    profile = await businesses.profile(session, member=member)
    assert profile.sectors == [Sector.TELECOM, Sector.IT]
    assert profile.capabilities == {id_of(trucks): 2}


async def test_the_primary_contact_stands_first_and_the_rejected_are_left_out(session: AsyncSession) -> None:
    backup = replace(REGISTRATION, candidate=replace(LAN, contact=ContactKind.BACKUP))
    await approved(session, await newcomer(session), backup)
    member = await businesses.by_tax_code(session, tax_code=TAX_CODES[0])
    assert member is not None
    for telegram_id, name, status in (
        (1002, "Minh", RepresentativeStatus.APPROVED),
        (1003, "Hoa", RepresentativeStatus.REJECTED),
    ):
        await businesses.name_representative(
            session,
            member=member,
            person=await newcomer(session, telegram_id),
            name=name,
            title="Trưởng phòng",
            phone="+84912345679",
            contact=ContactKind.PRIMARY,
            status=status,
        )
    profile = await businesses.profile(session, member=member)
    assert [one.name for one in profile.representatives] == ["Minh", LAN.name]


async def test_a_person_speaks_for_the_businesses_that_approved_them(session: AsyncSession) -> None:
    person = await newcomer(session)
    await approved(session, person)
    await registered(session, person, OTHER_REGISTRATION)
    assert [member.tax_code for member in await businesses.spoken_for(session, person=person)] == [TAX_CODES[0]]

    by = await coordinator(session)
    (waiting, _), *_ = await decisions.waiting(session)
    await decisions.approve(session, application_id=id_of(waiting), by=by, now=NOON)
    assert len(await businesses.spoken_for(session, person=person)) == 2


async def test_naming_a_representative_again_changes_the_same_row(session: AsyncSession) -> None:
    person = await newcomer(session)
    await approved(session, person)
    member = await businesses.by_tax_code(session, tax_code=TAX_CODES[0])
    assert member is not None
    before = await businesses.representative(session, member_id=id_of(member), person_id=id_of(person))
    after = await businesses.name_representative(
        session,
        member=member,
        person=person,
        name="Trần Lan",
        title="Chủ tịch",
        phone="+84912345670",
        contact=ContactKind.BACKUP,
        status=RepresentativeStatus.APPROVED,
    )
    assert before is after
    assert (after.name, after.title, after.contact) == ("Trần Lan", "Chủ tịch", ContactKind.BACKUP)
    assert after.phone == "+84912345670"


async def test_describing_one_business_leaves_what_was_said_of_another(session: AsyncSession) -> None:
    network = await found_network(session)
    trucks = id_of(await capabilities.add(session, name_vi="Xe tải", name_en="Trucks", by=None, now=NOON))
    for one in (network.telecom, network.postal):
        await businesses.describe(session, member=one, sectors=[Sector.TELECOM], capabilities={trucks: 2})

    await businesses.describe(session, member=network.telecom, sectors=[Sector.IT, Sector.IT], capabilities={})

    changed = await businesses.profile(session, member=network.telecom)
    left = await businesses.profile(session, member=network.postal)
    assert (changed.sectors, changed.capabilities) == ([Sector.IT], {})
    assert (left.sectors, left.capabilities) == ([Sector.TELECOM], {trucks: 2})


async def test_a_number_that_stays_stays_in_its_unit_and_another_is_counted_as_the_catalogue_says(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    trucks = await capabilities.add(session, name_vi="Xe tải", name_en="Trucks", by=None, now=NOON)
    boats = id_of(await capabilities.add(session, name_vi="Xuồng", name_en="Boats", by=None, now=NOON))
    trucks.unit = Unit.TEAMS
    await businesses.describe(session, member=network.it, sectors=[], capabilities={id_of(trucks): 2})
    trucks.unit = Unit.PIECES
    await session.flush()

    async def units(numbers: dict[int, int]) -> dict[int, Unit]:
        await businesses.describe(session, member=network.it, sectors=[], capabilities=numbers)
        return dict((await businesses.profile(session, member=network.it)).units)

    assert await units({id_of(trucks): 2, boats: 1}) == {id_of(trucks): Unit.TEAMS, boats: Unit.PEOPLE}
    assert await units({id_of(trucks): 3, boats: 1}) == {id_of(trucks): Unit.PIECES, boats: Unit.PEOPLE}


async def test_who_is_away_is_so_until_that_moment(session: AsyncSession) -> None:
    network = await found_network(session)
    assert not businesses.is_away(network.it, now=NOON)
    network.it.unavailable_until = NOON
    assert businesses.is_away(network.it, now=NOON - timedelta(seconds=1))
    assert not businesses.is_away(network.it, now=NOON)


async def test_only_approved_people_of_approved_businesses_speak_and_of_suspended_ones_will_again(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    network.it.status = MemberStatus.SUSPENDED
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert standing is not None
    standing.status = RepresentativeStatus.PENDING
    await session.flush()
    telecom, postal = id_of(network.telecom), id_of(network.postal)
    an, binh, chi, dung = (id_of(one) for one in (network.an, network.binh, network.chi, network.dung))

    assert await businesses.speaking(session, people=[an, binh, chi, dung]) == {binh, chi}
    assert await businesses.speaking(session, people=[an, chi]) == {chi}
    assert await businesses.speaking_for(session, people=[dung], members=[telecom]) == [(telecom, binh)]
    assert await businesses.speaking_for(session, people=[chi, an], members=[]) == [(postal, chi)]
    suspended = [await businesses.suspended_of(session, person=one) for one in (network.an, network.chi, network.dung)]
    assert suspended == [None, network.it, network.it]
    spoken = {
        one.name: [member.name for member in await businesses.spoken_for(session, person=one)]
        for one in (network.an, network.chi, network.dung)
    }
    assert spoken == {"Nguyễn Văn An": [], "Phạm Quế Chi": ["Bưu chính Long Biên"], "Trần Tiến Dũng": []}


async def test_the_name_of_a_person_is_the_newest_under_which_a_business_knows_them(session: AsyncSession) -> None:
    network = await found_network(session)
    chi = id_of(network.chi)
    for member, name, status in (
        (network.postal, "Phạm Thị Quế Chi", RepresentativeStatus.APPROVED),
        (network.it, "Chị Chi", RepresentativeStatus.PENDING),
    ):
        standing = await businesses.representative(session, member_id=id_of(member), person_id=chi)
        assert standing is not None
        standing.name, standing.status = name, status
    await session.flush()
    assert await businesses.registered_name_of(session, person_id=chi) == "Phạm Thị Quế Chi"
    assert await businesses.registered_name_of(session, person_id=id_of(network.coordinator)) == "Đoàn Thị Hạ"

    later = await businesses.representative(session, member_id=id_of(network.it), person_id=chi)
    assert later is not None
    later.status = RepresentativeStatus.APPROVED
    await session.flush()
    assert await businesses.registered_name_of(session, person_id=chi) == "Chị Chi"
    network.chi.name = ""
    await session.flush()
    assert await businesses.registered_name_of(session, person_id=chi) == ""
