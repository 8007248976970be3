"""Members: what is known of a business, and for whom a person speaks."""

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import ContactKind, RepresentativeStatus, Sector
from services.applications import decisions
from services.members import capabilities
from services.people import businesses
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
