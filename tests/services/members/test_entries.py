"""The roster's index is kept in step with the businesses."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import MemberStatus, Sector
from models.roster import RosterEntry
from services.applications import decisions
from services.members import capabilities, entries
from services.members.entry_words import own_name
from tests.network import HOAN_KIEM, business, found_network
from tests.services.cast import NOON, approved, coordinator, joining, newcomer, only_member, registered


async def entry(session: AsyncSession, member_id: int) -> RosterEntry | None:
    return (await session.exec(select(RosterEntry).where(RosterEntry.member_id == member_id))).first()


async def test_a_business_is_indexed_by_name_tax_code_sector_commune_and_initials(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    member = await only_member(session)

    found = await entry(session, id_of(member))

    assert found is not None
    assert found.name_key == " cong ty tnhh vien thong song lo "
    for word in (" 0799001012", "=vtsl=", "=cttvtsl=", " cty", " trach nhiem huu han", " telecom", " cntt"):
        assert word in found.words
    assert found.phones == " 0912345678"


async def test_an_applicant_is_indexed_while_waiting_and_not_after_a_rejection(session: AsyncSession) -> None:
    application = await registered(session, await newcomer(session))
    member = await only_member(session)
    waiting = await entry(session, id_of(member))
    assert waiting is not None
    assert waiting.phones == ""

    by = await coordinator(session)
    await decisions.reject(session, application_id=id_of(application), by=by, reason="Ngoài tỉnh", now=NOON)
    assert await entry(session, id_of(member)) is None


async def test_the_phone_of_a_second_representative_is_indexed_with_the_approval(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    by = await coordinator(session)
    await decisions.approve(session, application_id=id_of(application), by=by, now=NOON)

    found = await entry(session, application.member_id)
    assert found is not None
    assert found.phones == " 0912345678 0987654321"


async def test_what_has_no_entry_is_indexed_at_the_start_once(session: AsyncSession) -> None:
    network = await found_network(session)
    network.it.status = MemberStatus.LEFT

    assert await entries.index_missing(session) == 2
    assert await entries.index_missing(session) == 0
    assert await entry(session, id_of(network.it)) is None


async def test_a_business_that_is_merged_loses_its_entry(session: AsyncSession) -> None:
    network = await found_network(session)
    await entries.index_missing(session)
    network.postal.status = MemberStatus.MERGED

    await entries.refresh(session, member_ids=[id_of(network.postal), id_of(network.it)])

    assert await entry(session, id_of(network.postal)) is None
    assert await entry(session, id_of(network.it)) is not None


async def test_a_capability_that_is_taken_up_again_under_another_english_name_is_found_by_it(
    session: AsyncSession,
) -> None:
    by = await coordinator(session)
    tents = await capabilities.add(session, name_vi="Lều bạt", name_en="Tents", by=by, now=NOON)
    member = await business(session, "0100000009", "Sao Mai", (Sector.IT,), HOAN_KIEM, capabilities={id_of(tents): 2})
    await entries.index_missing(session)
    await capabilities.retire(session, capability_id=id_of(tents), by=by, now=NOON)
    await capabilities.add(session, name_vi="Lều bạt", name_en="Shelters", by=by, now=NOON)

    found = await entry(session, id_of(member))
    assert found is not None
    assert " shelters " in found.words
    assert "tents" not in found.words


def test_legal_words_before_a_name_are_left_out() -> None:
    assert own_name("cong ty tnhh mtv hoa sen") == "hoa sen"
    assert own_name("chi nhanh cong ty co phan dien luc") == "dien luc"
    assert own_name("cong ty") == "cong ty"
