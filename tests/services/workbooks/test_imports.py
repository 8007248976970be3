"""Imports: what is new comes in, what differs waits for a word, what is the same stays untouched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.capabilities import Capability
from models.identity import id_of
from models.jobs import Job, JobKind, JobState
from models.members import MemberCapability, MemberStatus, Sector
from models.roster import RosterEntry
from services.jobs.queue import JobUnknown
from services.people import businesses
from services.workbooks import imports
from services.workbooks.import_rows import Entry
from services.workbooks.imports import (
    Applied,
    BusinessMerged,
    ImportSettled,
    Plan,
    Source,
)
from services.workbooks.lists import Column, Header, SentRow
from services.workbooks.twins import TaxCodeTwiceInList, without_twins
from tests.contents import contents
from tests.network import BA_VI, HOAN_KIEM, Network, found_network
from tests.services.lists import HEADER, tax_code

NEW = tax_code(1)


def entry(number: int = 2, header: Header = HEADER, **other: Any) -> Entry:
    """Make what a good row says of a business that nobody knows."""
    said: dict[str, Any] = {
        "tax_code": NEW,
        "name": "Bưu cục Đông Đô",
        "sectors": (Sector.POSTAL,),
        "commune_code": BA_VI,
        **other,
    }
    return Entry(sent=SentRow(number, tuple(said.values()), header), **said)


def known(network: Network, **other: Any) -> Entry:
    """Make what a row says that agrees with what the network knows of its telecom business."""
    return entry(
        **{
            "tax_code": network.telecom.tax_code,
            "name": network.telecom.name,
            "sectors": (Sector.TELECOM,),
            "commune_code": HOAN_KIEM,
            **other,
        }
    )


@pytest.fixture
async def network(session: AsyncSession) -> Network:
    return await found_network(session)


async def take_over(
    session: AsyncSession, entries: Sequence[Entry], network: Network, *, now: datetime, merge: bool = False
) -> Applied:
    """Check entries, and take over what was shown."""
    plan = await imports.check(session, entries=entries)
    source = Source(7, network.coordinator, now)
    return await imports.apply(session, entries=entries, shown=plan.shown(), merge=merge, source=source)


async def test_a_business_that_nobody_knows_is_invited(network: Network, now: datetime) -> None:
    session = network.session
    generator = Capability(name_vi="Máy phát điện", name_en="Generators")
    session.add(generator)
    await session.flush()
    said = entry(phone="+842438221234", capabilities=((id_of(generator), 5),))

    applied = await take_over(session, [said], network, now=now)

    assert (applied.new, applied.updated, applied.same) == (1, 0, 0)
    member = await businesses.by_tax_code(session, tax_code=NEW)
    assert member is not None
    profile = await businesses.profile(session, member=member)
    assert (member.name, member.status, member.commune_code) == ("Bưu cục Đông Đô", MemberStatus.INVITED, BA_VI)
    assert (member.phone, member.registered_at) == ("+842438221234", now)
    assert profile.sectors == [Sector.POSTAL]
    assert profile.capabilities == {id_of(generator): 5}
    assert profile.representatives == []


async def test_an_invited_business_is_found_in_the_roster(network: Network, now: datetime) -> None:
    await take_over(network.session, [entry()], network, now=now)

    found = (await network.session.exec(select(RosterEntry.name_key))).all()
    assert any("buu cuc dong do" in key for key in found)


async def test_checking_writes_nothing(network: Network) -> None:
    before = await contents(network.session)

    plan = await imports.check(network.session, entries=[entry(), known(network, name="Tên khác")])

    assert (len(plan.new), len(plan.changed)) == (1, 1)
    assert await contents(network.session) == before


async def test_importing_twice_changes_nothing_and_leaves_no_trace(network: Network, now: datetime) -> None:
    entries = [entry(phone="+842438221234"), known(network, name="Tên khác")]
    source = Source(7, network.coordinator, now)
    imports.conclude(
        network.session,
        source=source,
        applied=await take_over(network.session, entries, network, now=now, merge=True),
        rejected=0,
    )
    await network.session.flush()
    before = await contents(network.session)

    again = await take_over(network.session, entries, network, now=now + timedelta(days=1), merge=True)
    imports.conclude(network.session, source=source, applied=again, rejected=0)
    await network.session.flush()

    assert (again.new, again.updated, again.same) == (0, 0, 2)
    assert await contents(network.session) == before


async def test_every_field_is_compared(network: Network) -> None:
    said = known(network, name="Viễn thông Hồng Hà", sectors=(Sector.IT,), commune_code=BA_VI, phone="+842438221234")

    plan = await imports.check(network.session, entries=[said])

    (change,) = plan.changed
    assert change.name == "Viễn thông Sông Hồng"
    assert [(one.column, one.old, one.new) for one in change.differences] == [
        (Column.NAME, "Viễn thông Sông Hồng", "Viễn thông Hồng Hà"),
        (Column.SECTORS, ["telecom"], ["telecom", "it"]),
        (Column.COMMUNE, HOAN_KIEM, BA_VI),
        (Column.PHONE, None, "+842438221234"),
    ]


async def test_a_known_business_keeps_its_data_unless_somebody_says_otherwise(network: Network, now: datetime) -> None:
    before = await contents(network.session)

    applied = await take_over(network.session, [known(network, name="Tên khác")], network, now=now)

    assert (applied.updated, applied.kept) == (0, 1)
    assert await contents(network.session) == before


async def test_what_was_agreed_to_is_corrected(network: Network, now: datetime) -> None:
    said = known(network, name="Viễn thông Hồng Hà", commune_code=BA_VI, phone="+842438221234")

    applied = await take_over(network.session, [said], network, now=now, merge=True)

    member = network.telecom
    await network.session.refresh(member)
    assert applied.updated == 1
    assert (member.name, member.commune_code, member.phone) == ("Viễn thông Hồng Hà", BA_VI, "+842438221234")
    assert (member.status, member.known_as) == (MemberStatus.APPROVED, "Viễn thông Sông Hồng")


async def test_an_import_adds_sectors_and_capabilities_and_takes_none_away(network: Network, now: datetime) -> None:
    session = network.session
    session.add_all([Capability(id=1, name_vi="Một", name_en="One"), Capability(id=2, name_vi="Hai", name_en="Two")])
    session.add(MemberCapability(member_id=id_of(network.telecom), capability_id=1, headcount=3))
    await session.flush()

    said = known(network, sectors=(Sector.IT,), capabilities=((2, 4),))
    await take_over(session, [said], network, now=now, merge=True)

    profile = await businesses.profile(session, member=network.telecom)
    assert profile.sectors == [Sector.TELECOM, Sector.IT]
    assert profile.capabilities == {1: 3, 2: 4}
    again = await imports.check(session, entries=[said])
    assert (len(again.changed), again.same) == (0, 1)


async def test_an_empty_cell_changes_nothing(network: Network, now: datetime) -> None:
    network.telecom.phone = "+842438221234"
    await network.session.flush()

    plan = await imports.check(network.session, entries=[known(network)])

    assert plan.same == 1


@pytest.mark.parametrize("status", [status for status in MemberStatus if status is not MemberStatus.MERGED])
async def test_a_business_in_any_standing_is_compared_and_keeps_its_standing(
    network: Network, now: datetime, status: MemberStatus
) -> None:
    network.telecom.status = status
    await network.session.flush()

    applied = await take_over(network.session, [known(network, name="Tên khác")], network, now=now, merge=True)

    await network.session.refresh(network.telecom)
    assert (applied.updated, network.telecom.status, network.telecom.name) == (1, status, "Tên khác")


async def test_the_tax_code_of_a_merged_business_is_turned_away_with_its_new_name(network: Network) -> None:
    network.telecom.status, network.telecom.merged_into_id = MemberStatus.MERGED, network.it.id
    await network.session.flush()

    plan = await imports.check(network.session, entries=[known(network)])

    (rejected,) = plan.rejected
    refusal = rejected.reasons[Column.TAX_CODE]
    assert isinstance(refusal, BusinessMerged)
    assert refusal.values == {"name": "Công nghệ Hoa Sen"}


async def test_what_changed_after_it_was_shown_is_left_and_told(network: Network, now: datetime) -> None:
    entries = [known(network, name="Tên khác"), entry()]
    shown = (await imports.check(network.session, entries=entries)).shown()
    network.telecom.name = "Viễn thông Sông Hồng Mới"
    await network.session.flush()

    source = Source(7, network.coordinator, now)
    applied = await imports.apply(network.session, entries=entries, shown=shown, merge=True, source=source)

    await network.session.refresh(network.telecom)
    assert applied.surprising == ["Viễn thông Sông Hồng Mới"]
    assert (applied.new, applied.updated) == (1, 0)
    assert network.telecom.name == "Viễn thông Sông Hồng Mới"


async def test_a_business_that_registered_meanwhile_is_not_overwritten(network: Network, now: datetime) -> None:
    said = [entry(name="Bưu cục trong tệp")]
    shown = (await imports.check(network.session, entries=said)).shown()
    await take_over(network.session, [entry(name="Bưu cục tự khai")], network, now=now)

    source = Source(8, network.coordinator, now)
    applied = await imports.apply(network.session, entries=said, shown=shown, merge=True, source=source)

    assert applied.surprising == ["Bưu cục tự khai"]


async def test_the_record_says_who_changed_which_fields_and_holds_no_names_or_numbers(
    network: Network, now: datetime
) -> None:
    said = [known(network, name="Tên khác", commune_code=BA_VI, phone="+842438221234"), entry()]
    applied = await take_over(network.session, said, network, now=now, merge=True)
    imports.conclude(network.session, source=Source(7, network.coordinator, now), applied=applied, rejected=3)
    await network.session.flush()

    rows = (await network.session.exec(select(AuditEntry).order_by(AuditEntry.action))).all()
    corrected, invited, whole = rows
    assert {row.person_id for row in rows} == {network.coordinator.id}
    assert corrected.action == "business-corrected"
    assert corrected.before == {"commune": HOAN_KIEM}
    assert corrected.after == {"fields": ["name", "commune", "phone"], "import": 7, "commune": BA_VI}
    assert (invited.action, invited.after) == ("business-invited", {"status": "invited", "import": 7})
    assert (whole.action, whole.subject_id) == ("import", 7)
    assert whole.after == {"new": 1, "updated": 1, "kept": 0, "same": 0, "left": 0, "rejected": 3}


def test_rows_with_one_tax_code_are_turned_away_each_with_the_others_numbers() -> None:
    alone, twins = without_twins([entry(2), entry(5), entry(3, tax_code=tax_code(9)), entry(8)])

    assert [one.sent.number for one in alone] == [3]
    assert [(one.row.number, one.reasons[Column.TAX_CODE].values) for one in twins] == [
        (2, {"rows": "5, 8"}),
        (5, {"rows": "2, 8"}),
        (8, {"rows": "2, 5"}),
    ]
    assert isinstance(twins[0].reasons[Column.TAX_CODE], TaxCodeTwiceInList)


def test_a_row_that_another_sheet_repeats_counts_once_and_one_that_differs_is_turned_away_with_its_sheet() -> None:
    summary = replace(HEADER, sheet="Tổng hợp")
    alone, twins = without_twins(
        [entry(2, summary), entry(3, summary, tax_code=tax_code(9)), entry(5), entry(6, tax_code=tax_code(9), name="B")]
    )

    assert [one.sent.seen_from("Danh sách") for one in alone] == ["Tổng hợp!2"]
    assert [one.reasons[Column.TAX_CODE].values for one in twins] == [{"rows": "Danh sách!6"}, {"rows": "Tổng hợp!3"}]


@given(st.lists(st.integers(0, 5), max_size=12))
def test_a_row_is_taken_or_turned_away_and_never_both(numbers: list[int]) -> None:
    entries = [entry(place, tax_code=tax_code(number)) for place, number in enumerate(numbers)]

    alone, twins = without_twins(entries)

    assert sorted([one.sent.number for one in alone] + [one.row.number for one in twins]) == list(range(len(numbers)))
    assert {numbers[one.sent.number] for one in alone}.isdisjoint(numbers[one.row.number] for one in twins)


def test_a_seal_tells_one_set_of_differences_from_another() -> None:
    def seal(*differences: imports.Difference) -> str:
        return imports.Change(entry(), 1, "A", differences).seal()

    name = imports.Difference(Column.NAME, "A", "B")
    assert seal(name) == seal(imports.Difference(Column.NAME, "A", "B"))
    assert len({seal(name), seal(imports.Difference(Column.NAME, "A", "C")), seal()}) == 3


def checked(**found: object) -> Job:
    return Job(kind=JobKind.CHECK_IMPORT, state=JobState.DONE, person_id=1, found=dict(found), asked_at=datetime.now())  # noqa: DTZ005


def test_a_list_is_decided_on_once() -> None:
    job = checked(shown={})
    imports.decide(job, decision="new")

    with pytest.raises(ImportSettled):
        imports.decide(job, decision="drop")
    assert job.found["decision"] == "new"


def test_only_a_check_that_found_something_can_be_decided_on() -> None:
    with pytest.raises(JobUnknown):
        imports.decide(checked(), decision="new")


def test_plans_of_portions_add_up() -> None:
    whole = Plan(new=[entry()], same=1)
    whole.add(Plan(new=[entry()], same=2))

    assert (len(whole.new), whole.same) == (2, 3)
