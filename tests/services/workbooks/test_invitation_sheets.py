"""Invitation sheets: who is invited, in which order, by links that are kept as hashes alone."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus, Sector
from models.people import Person
from services.people import invitations
from services.people.invitations import InvitationExpired, InvitationUnknown
from services.workbooks import invitation_sheets as import_sheets
from services.workbooks.invitation_sheets import Invited
from tests import network
from tests.network import BA_VI, HOAN_KIEM

HANOI = "01"


async def invited(session: AsyncSession, number: int, name: str, commune_code: str = HOAN_KIEM) -> Invited:
    """Let a business wait for a representative."""
    made = await network.business(
        session, f"010000010{number}", name, (Sector.IT,), commune_code, status=MemberStatus.INVITED
    )
    return Invited(id_of(made), made.tax_code, made.name, made.commune_code)


@pytest.fixture
async def coordinator(session: AsyncSession) -> Person:
    return await network.person(session, 9001, "Đoàn Thị Hạ")


async def test_only_invited_businesses_without_a_representative_wait(
    session: AsyncSession, coordinator: Person
) -> None:
    waits = await invited(session, 1, "Hoa Sen")
    spoken_for = await invited(session, 2, "Sông Hồng")
    given_up = await invited(session, 3, "Long Biên")
    await network.business(session, "0100000104", "Thành viên", (Sector.IT,), HOAN_KIEM)
    for business, status in ((spoken_for, RepresentativeStatus.PENDING), (given_up, RepresentativeStatus.REMOVED)):
        member = await session.get_one(Member, business.member_id)
        await network.speak(session, coordinator, member, status=status)

    found = await import_sheets.waiting(session)

    assert {one.name for one in found} == {waits.name, given_up.name}


async def test_businesses_are_chosen_by_commune_and_by_import(session: AsyncSession, now: datetime) -> None:
    here, there = await invited(session, 1, "Hoa Sen"), await invited(session, 2, "Sông Hồng", BA_VI)

    assert await import_sheets.waiting(session, commune_code=BA_VI) == [there]
    assert {one.name for one in await import_sheets.waiting(session, registered_at=network.MORNING)} == {
        here.name,
        there.name,
    }
    assert await import_sheets.waiting(session, registered_at=now + timedelta(seconds=1)) == []


def test_communes_and_names_stand_in_vietnamese_order() -> None:
    businesses = [
        Invited(1, "1", "Đông Đô", HOAN_KIEM),
        Invited(2, "2", "Ánh Sao", HOAN_KIEM),
        Invited(3, "3", "An Bình", HOAN_KIEM),
        Invited(4, "4", "Dương Nội", HOAN_KIEM),
        Invited(5, "5", "Tản Viên", BA_VI),
        Invited(6, "6", "Nơi khác", "99999"),
    ]

    ordered = import_sheets.in_order(businesses, province_code=HANOI)

    assert [one.name for one in ordered] == ["Tản Viên", "An Bình", "Ánh Sao", "Dương Nội", "Đông Đô", "Nơi khác"]


async def test_those_who_wait_are_counted_by_commune(session: AsyncSession) -> None:
    for number, commune_code in enumerate((HOAN_KIEM, HOAN_KIEM, BA_VI, "99999"), 1):
        await invited(session, number, f"Công ty {number}", commune_code)

    counts = await import_sheets.count_by_commune(session, province_code=HANOI)

    assert counts == [(BA_VI, 1), (HOAN_KIEM, 2), ("99999", 1)]


async def test_a_link_works_once_within_60_days_and_is_kept_as_a_hash(
    session: AsyncSession, coordinator: Person, now: datetime
) -> None:
    business = await invited(session, 1, "Hoa Sen")

    tokens = await import_sheets.invite(session, businesses=[business], by=coordinator, now=now)

    token = tokens[business.member_id]
    opened = await invitations.open_by(session, token=token, person=coordinator, now=now + timedelta(days=59))
    assert (opened.member_id, opened.contact) == (business.member_id, ContactKind.PRIMARY)
    assert token not in str(opened)
    with pytest.raises(InvitationExpired):
        await invitations.open_by(session, token=token, person=coordinator, now=now + timedelta(days=61))


async def test_a_new_sheet_makes_the_unopened_links_of_an_old_one_void_and_no_others(
    session: AsyncSession, coordinator: Person, now: datetime
) -> None:
    first, second = await invited(session, 1, "Hoa Sen"), await invited(session, 2, "Sông Hồng")
    old = await import_sheets.invite(session, businesses=[first, second], by=coordinator, now=now)
    await invitations.open_by(session, token=old[second.member_id], person=coordinator, now=now)

    await import_sheets.invite(session, businesses=[first, second], by=None, now=now)

    with pytest.raises(InvitationUnknown):
        await invitations.open_by(session, token=old[first.member_id], person=coordinator, now=now)
    assert await invitations.open_by(session, token=old[second.member_id], person=coordinator, now=now)
    revoked = (await session.exec(select(AuditEntry).where(AuditEntry.action == "invitation-revoked"))).all()
    assert [row.person_id for row in revoked] == [None]


async def test_a_groups_link_of_the_same_business_stays(
    session: AsyncSession, coordinator: Person, now: datetime
) -> None:
    business = await invited(session, 1, "Hoa Sen")
    token = await invitations.mint(
        session, kind=InvitationKind.GROUP, by=coordinator, member_id=business.member_id, now=now
    )

    await import_sheets.invite(session, businesses=[business], by=coordinator, now=now)

    assert await invitations.open_by(session, token=token, person=coordinator, now=now)


async def test_it_is_known_which_businesses_got_their_links_at_an_instant(
    session: AsyncSession, coordinator: Person, now: datetime
) -> None:
    first, second = await invited(session, 1, "Hoa Sen"), await invited(session, 2, "Sông Hồng")
    await import_sheets.invite(session, businesses=[first], by=coordinator, now=now)
    await import_sheets.invite(session, businesses=[second], by=coordinator, now=now + timedelta(minutes=1))

    assert await import_sheets.invited_at(session, moments=[now]) == {first.member_id}
    assert len((await session.exec(select(Invitation).where(col(Invitation.revoked_at).is_(None)))).all()) == 2
