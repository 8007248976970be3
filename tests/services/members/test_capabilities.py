"""The catalogue: extended by coordinators, each name once in any spelling, retired without loss."""

from dataclasses import replace

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.capabilities import Capability
from models.identity import id_of
from models.people import Language
from services.members import capabilities
from services.members.capabilities import CapabilityKnown, CapabilityNameLength, CapabilityUnknown
from tests.services.cast import LATER, NOON, REGISTRATION, coordinator, newcomer, registered


async def added(session: AsyncSession, name_vi: str = "Tổ cáp quang", name_en: str = "Fibre crews") -> Capability:
    return await capabilities.add(session, name_vi=name_vi, name_en=name_en, by=None, now=NOON)


async def test_the_catalogue_stands_in_vietnamese_order(session: AsyncSession) -> None:
    for name in ("Xe bán tải", "Điều tra số", "Dữ liệu dự phòng", "Ắc quy"):
        await added(session, name)
    names = [one.name_vi for one in await capabilities.catalogue(session)]
    assert names == ["Ắc quy", "Dữ liệu dự phòng", "Điều tra số", "Xe bán tải"]


async def test_a_capability_is_named_in_the_language_of_the_reader(session: AsyncSession) -> None:
    fibre = await added(session)
    assert capabilities.name_of(fibre, Language.VIETNAMESE) == "Tổ cáp quang"
    assert capabilities.name_of(fibre, Language.ENGLISH) == "Fibre crews"


@pytest.mark.parametrize("again", ["Tổ cáp quang", "tổ  CÁP quang", "to cap quang"])
async def test_the_same_name_in_another_spelling_is_known(session: AsyncSession, again: str) -> None:
    await added(session)
    with pytest.raises(CapabilityKnown) as known:
        await added(session, again)
    assert known.value.values == {"name": "Tổ cáp quang"}


@pytest.mark.parametrize(("name_vi", "name_en"), [("", "Fibre"), ("Cáp", ""), ("x" * 41, "Fibre"), ("Cáp", "x" * 41)])
async def test_a_name_must_fit_a_button(session: AsyncSession, name_vi: str, name_en: str) -> None:
    with pytest.raises(CapabilityNameLength):
        await added(session, name_vi, name_en)


async def test_a_retired_capability_is_offered_no_more_but_keeps_its_name(session: AsyncSession) -> None:
    by, fibre = await coordinator(session), await added(session)
    await capabilities.retire(session, capability_id=id_of(fibre), by=by, now=LATER)

    assert await capabilities.catalogue(session) == []
    assert await capabilities.named(session, ids=[id_of(fibre)]) == [fibre]
    with pytest.raises(CapabilityUnknown):
        await capabilities.retire(session, capability_id=id_of(fibre), by=by, now=LATER)


async def test_adding_a_retired_capability_takes_it_up_again(session: AsyncSession) -> None:
    by, fibre = await coordinator(session), await added(session)
    await capabilities.retire(session, capability_id=id_of(fibre), by=by, now=LATER)
    again = await added(session, "tổ cáp quang", "Cable crews")

    assert (again.id, again.name_en) == (fibre.id, "Cable crews")
    assert await capabilities.catalogue(session) == [again]


async def test_the_businesses_that_hold_a_capability_are_counted(session: AsyncSession) -> None:
    fibre, trucks = await added(session), await added(session, "Xe tải", "Trucks")
    with_fibre = replace(REGISTRATION, capabilities={id_of(fibre): 5})
    await registered(session, await newcomer(session), with_fibre)
    assert await capabilities.holders(session, capability_id=id_of(fibre)) == 1
    assert await capabilities.holders(session, capability_id=id_of(trucks)) == 0


async def test_changes_of_the_catalogue_are_on_record(session: AsyncSession) -> None:
    by = await coordinator(session)
    fibre = await capabilities.add(session, name_vi="Tổ cáp quang", name_en="Fibre crews", by=by, now=NOON)
    await capabilities.retire(session, capability_id=id_of(fibre), by=by, now=LATER)
    entries = await session.exec(
        select(AuditEntry).where(AuditEntry.subject == "capability").order_by(col(AuditEntry.id))
    )
    assert [(entry.person_id, entry.action, entry.at) for entry in entries] == [
        (by.id, "capability-added", NOON),
        (by.id, "capability-retired", LATER),
    ]


async def test_who_reads_english_gets_the_catalogue_in_the_order_of_the_english_names(session: AsyncSession) -> None:
    for name_vi, name_en in (("Bộ đàm", "Two-way radio"), ("Xe tải", "Trucks"), ("Điều tra số", "Forensics")):
        await capabilities.add(session, name_vi=name_vi, name_en=name_en, by=None, now=NOON)

    listed = await capabilities.names(session, language=Language.ENGLISH)

    assert list(listed.values()) == ["Forensics", "Trucks", "Two-way radio"]
