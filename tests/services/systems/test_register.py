"""The register of systems: what is kept, what is refused, what is found, and who sees which."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.people import Role
from models.systems import ContactHours, InformationSystem, SystemLook, SystemMark, SystemProvider
from services.ground.holding_types import Erased, Leaving, Merging, Moved
from services.systems import businesses, holdings, register, search, sight
from services.systems.entries import (
    Called,
    Party,
    SystemContactPhone,
    SystemContactsTooMany,
    SystemContactUnclear,
    SystemEntry,
    SystemLevelRange,
    SystemNameLength,
    checked,
    read_contacts,
)
from services.systems.now import first_to_call, hours_at
from services.systems.register import SystemChangedMeanwhile, SystemNameTaken, SystemUnknown
from tests.network import TIME_ZONE
from tests.services.cast import (
    LAN,
    LATER,
    NOON,
    OTHER_REGISTRATION,
    REGISTRATION,
    approved,
    coordinator,
    newcomer,
)

REPRESENTATIVES = frozenset({Role.REPRESENTATIVE})
DAY = Called(ContactHours.IN_HOURS, "Trần Thị Lan", "Trưởng phòng", LAN.phone)
NIGHT = Called(ContactHours.OUT_OF_HOURS, "Ngô Đêm", "", "+84912000111")
LEADER = Called(ContactHours.LEADERSHIP, "Vũ Giám Đốc", "Giám đốc", "+84912000222")
PORTAL = SystemEntry(
    name="Cổng Dịch vụ công",
    also_called=("DVC trực tuyến",),
    owner=Party("Văn phòng UBND"),
    level=4,
    mark=SystemMark.ABSOLUTE,
    serves="Người dân nộp hồ sơ",
    contacts=(DAY, NIGHT, LEADER),
)


async def added(session: AsyncSession, entry: SystemEntry = PORTAL) -> InformationSystem:
    return await register.add(session, entry=entry, by=await coordinator(session), now=NOON)


async def found(session: AsyncSession, text: str) -> list[str]:
    visible = await sight.seen_by(session, person=await coordinator(session), roles={Role.COORDINATOR})
    return [one.name for one in (await search.find(session, text=text, visible=visible)).systems]


async def test_what_was_kept_is_given_back_whole(session: AsyncSession) -> None:
    system = await added(session)

    assert await register.entry_of(session, system=system) == PORTAL


async def test_two_systems_never_have_one_name_however_it_is_spelled(session: AsyncSession) -> None:
    system = await added(session)
    with pytest.raises(SystemNameTaken):
        await added(session, replace(PORTAL, name="cong dich vu CÔNG"))

    await register.retire(session, system_id=id_of(system), by=await coordinator(session), now=LATER)
    await added(session)
    assert await found(session, "") == [PORTAL.name]


async def test_of_two_who_change_a_system_the_second_is_told_and_changes_nothing(session: AsyncSession) -> None:
    system = await added(session)
    by = await coordinator(session)
    seen = system.revision
    await register.change(session, system_id=id_of(system), seen=seen, entry=replace(PORTAL, level=5), by=by, now=LATER)
    with pytest.raises(SystemChangedMeanwhile):
        await register.change(
            session, system_id=id_of(system), seen=seen, entry=replace(PORTAL, level=3), by=by, now=LATER
        )
    assert system.level == 5


async def test_saving_what_stands_changes_nothing_and_leaves_no_record(session: AsyncSession) -> None:
    system = await added(session)
    by = await coordinator(session)
    await register.change(session, system_id=id_of(system), seen=system.revision, entry=PORTAL, by=by, now=LATER)

    actions = await session.exec(select(AuditEntry.action).where(AuditEntry.subject == "system"))
    assert actions.all() == ["system-added"]
    assert system.changed_at == NOON


@pytest.mark.parametrize(
    "typed",
    [
        "cổng dịch vụ công",
        "CONG DICH VU",
        "dvc",
        "cdvc",
        "van phong ubnd",
        "nop ho so",
        "congdichvucong",
        "cổng dịhc vụ công",
        "vụ côgn cổng",
    ],
)
async def test_a_system_is_found_by_any_spelling(session: AsyncSession, typed: str) -> None:
    await added(session)
    await added(session, SystemEntry(name="Trục liên thông văn bản"))

    assert await found(session, typed) == [PORTAL.name]


async def test_what_is_quite_another_name_finds_nothing(session: AsyncSession) -> None:
    await added(session)

    assert await found(session, "camera giao thông") == []


async def test_a_business_sees_the_systems_that_it_owns_operates_or_provides_for_and_no_other(
    session: AsyncSession,
) -> None:
    person = await newcomer(session)
    member_id = (await approved(session, person)).member_id
    other = await newcomer(session, 1005)
    await approved(session, other, OTHER_REGISTRATION)
    mine = [
        await added(session, SystemEntry(name="Của mình", owner=Party("x", member_id))),
        await added(session, SystemEntry(name="Vận hành", operator=Party("x", member_id))),
        await added(session, SystemEntry(name="Kết nối", connectivity=(member_id,))),
        await added(session, SystemEntry(name="Bảo vệ", security=(member_id,))),
    ]
    hidden = await added(session)

    for system in mine:
        seen = await sight.one(session, system_id=id_of(system), person=person, roles=REPRESENTATIVES)
        assert seen is system
        with pytest.raises(SystemUnknown):
            await sight.one(session, system_id=id_of(system), person=other, roles=REPRESENTATIVES)
    with pytest.raises(SystemUnknown):
        await sight.one(session, system_id=id_of(hidden), person=person, roles=REPRESENTATIVES)


async def test_what_was_taken_out_of_the_register_is_shown_to_its_business_no_more(session: AsyncSession) -> None:
    person = await newcomer(session)
    member_id = (await approved(session, person)).member_id
    kept, gone = [await added(session, SystemEntry(name=name, owner=Party("x", member_id))) for name in ("Một", "Hai")]

    await register.retire(session, system_id=id_of(gone), by=await coordinator(session), now=LATER)

    visible = await sight.seen_by(session, person=person, roles=REPRESENTATIVES)
    assert [one.id for one in (await search.find(session, text="", visible=visible)).systems] == [kept.id]


@pytest.mark.parametrize(
    ("hour", "minute", "hours"),
    [
        (7, 29, ContactHours.OUT_OF_HOURS),
        (7, 30, ContactHours.IN_HOURS),
        (16, 59, ContactHours.IN_HOURS),
        (17, 0, ContactHours.OUT_OF_HOURS),
    ],
)
def test_the_hours_of_an_office_end_with_their_last_minute(hour: int, minute: int, hours: ContactHours) -> None:
    moment = NOON.astimezone(TIME_ZONE).replace(hour=hour, minute=minute)

    assert hours_at(moment, TIME_ZONE) is hours


async def test_a_look_at_the_people_to_call_is_kept_once_a_minute(session: AsyncSession) -> None:
    system, by = await added(session), await coordinator(session)
    for now in (NOON, NOON + timedelta(seconds=30), LATER):
        await sight.keep_look(session, system_id=id_of(system), person=by, now=now)

    assert [one.at for one in (await session.exec(select(SystemLook))).all()] == [NOON, LATER]


async def test_whoever_is_erased_is_no_longer_called_for_a_system(session: AsyncSession) -> None:
    system = await added(session)
    lan = await newcomer(session)
    await approved(session, lan)

    (erasure,) = [one.erasure for one in holdings.PEOPLE if one.part == "system-contacts"]
    assert isinstance(erasure, Erased)
    await erasure.by(session, Leaving(lan, (), "withdrawn", LATER))

    assert (await register.entry_of(session, system=system)).contacts == (NIGHT, LEADER)


async def test_a_merger_leaves_one_provider_of_each_kind(session: AsyncSession) -> None:
    kept = (await approved(session, await newcomer(session))).member_id
    other = (await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)).member_id
    system = await added(session, replace(PORTAL, connectivity=(kept, other), security=(other,)))
    merging = Merging(kept, other, await coordinator(session), LATER)
    for one in holdings.MEMBERS:
        assert isinstance(one.merger, Moved)
        await one.merger.by(session, merging)

    entry = await register.entry_of(session, system=system)
    assert (entry.connectivity, entry.security) == ((kept,), (kept,))
    assert len((await session.exec(select(SystemProvider))).all()) == 2


def test_those_whose_hours_it_is_stand_first_and_the_leadership_last() -> None:
    midday, night = NOON - timedelta(hours=3), NOON + timedelta(hours=12)

    assert first_to_call((LEADER, NIGHT, DAY), now=midday, time_zone=TIME_ZONE) == [DAY, NIGHT, LEADER]
    assert first_to_call(PORTAL.contacts, now=night, time_zone=TIME_ZONE) == [NIGHT, DAY, LEADER]


def test_people_to_call_are_read_line_by_line() -> None:
    read = read_contacts("Trần Lan, Trưởng phòng, 0912 345 678\nNgô Đêm, 0912000111", hours=ContactHours.IN_HOURS)

    assert [(one.name, one.title, one.phone) for one in read] == [
        ("Trần Lan", "Trưởng phòng", "+84912345678"),
        ("Ngô Đêm", "", "+84912000111"),
    ]
    many = [f"Người {number}, 0912000111" for number in range(13)]
    assert len(read_contacts("\n".join(many[:12]), hours=ContactHours.IN_HOURS)) == 12
    with pytest.raises(SystemContactsTooMany):
        read_contacts("\n".join(many), hours=ContactHours.IN_HOURS)
    with pytest.raises(SystemContactUnclear):
        read_contacts("Trần Lan 0912345678", hours=ContactHours.IN_HOURS)
    with pytest.raises(SystemContactPhone):
        read_contacts("Trần Lan, Trưởng phòng, 113", hours=ContactHours.IN_HOURS)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(SystemNameLength):
        checked(replace(PORTAL, name="…"))
    for level in (0, 6):
        with pytest.raises(SystemLevelRange):
            checked(replace(PORTAL, level=level))


async def test_a_business_is_meant_by_its_tax_code_its_name_or_a_part_of_it(session: AsyncSession) -> None:
    for telegram_id, registration in ((1001, REGISTRATION), (1005, OTHER_REGISTRATION)):
        await approved(session, await newcomer(session, telegram_id), registration)

    async def meant(text: str) -> list[str]:
        return [one.name for one in await businesses.like(session, text=text)]

    assert await meant(REGISTRATION.tax_code) == [REGISTRATION.name]
    assert await meant("song lo") == [REGISTRATION.name]
    assert sorted(await meant("cong ty")) == sorted([REGISTRATION.name, OTHER_REGISTRATION.name])
    assert await meant("Sở Y tế") == []
