"""Whom to call at a business: who is shown to whom, and that every look is kept."""

from datetime import date, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.duty import DutyWeek
from models.identity import id_of
from models.members import ContactKind, MemberStatus, Representative, RepresentativeStatus
from models.people import Language, Person, Purpose
from models.roster import ContactLook, LookKind
from services.people import accounts, businesses
from services.roster import contacts
from services.roster.contacts import ContactGone, ContactsClosed, NotInRoster
from services.roster.search import Viewer
from tests.network import MORNING, TIME_ZONE, Network, found_network, person, speak

NOT_SHOWN = (MemberStatus.SUSPENDED, MemberStatus.PENDING, MemberStatus.INVITED)
GONE = (MemberStatus.LEFT, MemberStatus.MERGED, MemberStatus.REJECTED)


def member(network: Network) -> Viewer:
    """See as Chi, who represents another business."""
    return Viewer(id_of(network.chi), coordinates=False, sees_phones=True)


def coordinator(network: Network) -> Viewer:
    """See as a coordinator."""
    return Viewer(id_of(network.coordinator), coordinates=True, sees_phones=True)


def observer(network: Network) -> Viewer:
    """See as an observer, to whom no number is shown."""
    return Viewer(id_of(network.colleague), coordinates=False, sees_phones=False)


async def agree(session: AsyncSession, *people: Person) -> None:
    """Let people agree to take part, and to be listed."""
    for one in people:
        for purpose in Purpose:
            await accounts.consent(session, person=one, purpose=purpose, now=MORNING)


async def representative(network: Network, one: Person) -> Representative:
    """Look up how a person stands to the telecom business."""
    found = await businesses.representative(network.session, member_id=id_of(network.telecom), person_id=id_of(one))
    assert found is not None
    return found


async def looks(session: AsyncSession) -> list[tuple[int, int, LookKind]]:
    """List who (id) looked at which business (id), and how, in order."""
    kept = await session.exec(select(ContactLook).order_by(col(ContactLook.id)))
    return [(one.person_id, one.member_id, one.how) for one in kept]


async def test_members_see_those_who_agreed_to_be_listed_and_coordinators_see_all(session: AsyncSession) -> None:
    network = await found_network(session)
    await agree(session, network.binh)
    one_more = await person(session, 1010, "Ân Văn Ba")
    await speak(session, one_more, network.telecom, contact=ContactKind.BACKUP)

    shown = {}
    for viewer, who in ((member(network), network.chi), (coordinator(network), network.coordinator)):
        found = await contacts.contacts(
            session,
            viewer=viewer,
            person=who,
            member_id=id_of(network.telecom),
            now=MORNING,
            time_zone=TIME_ZONE,
            how=LookKind.CARD,
        )
        shown[who.name] = ([one.name for one in found.people], found.withheld)

    assert shown == {
        "Phạm Quế Chi": (["Lê Thị Bình"], 2),
        "Đoàn Thị Hạ": (["Nguyễn Văn An", "Ân Văn Ba", "Lê Thị Bình"], 0),
    }
    telecom = id_of(network.telecom)
    assert await looks(session) == [
        (network.chi.id, telecom, LookKind.CARD),
        (network.coordinator.id, telecom, LookKind.CARD),
    ]


async def test_who_may_see_no_numbers_sees_no_contacts_and_no_look_is_kept(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.phone = "+842112345678"
    an = await representative(network, network.an)
    await agree(session, network.an)
    who, viewer = network.colleague, observer(network)
    telecom = id_of(network.telecom)

    with pytest.raises(ContactsClosed):
        await contacts.contacts(session, viewer=viewer, person=who, member_id=telecom, now=MORNING, time_zone=TIME_ZONE)
    with pytest.raises(ContactsClosed):
        await contacts.contact(session, viewer=viewer, person=who, representative_id=id_of(an), now=MORNING)
    with pytest.raises(ContactsClosed):
        await contacts.own_phone(session, viewer=viewer, person=who, member_id=telecom, now=MORNING)

    assert await looks(session) == []


async def test_one_person_is_called_only_by_whoever_is_shown_them(session: AsyncSession) -> None:
    network = await found_network(session)
    an, binh = await representative(network, network.an), await representative(network, network.binh)
    await agree(session, network.binh)

    async def call(viewer: Viewer, who: Person, one: Representative) -> Representative:
        return await contacts.contact(session, viewer=viewer, person=who, representative_id=id_of(one), now=MORNING)

    assert await call(member(network), network.chi, binh) is binh
    with pytest.raises(ContactGone):
        await call(member(network), network.chi, an)
    assert await call(coordinator(network), network.coordinator, an) is an
    assert [(one, how) for one, _, how in await looks(session)] == [
        (network.chi.id, LookKind.CARD),
        (network.coordinator.id, LookKind.CARD),
    ]
    binh.status = RepresentativeStatus.REMOVED
    await session.flush()
    with pytest.raises(ContactGone):
        await call(coordinator(network), network.coordinator, binh)
    with pytest.raises(ContactGone):
        await contacts.contact(
            session, viewer=coordinator(network), person=network.coordinator, representative_id=999, now=MORNING
        )


async def test_a_businesss_own_number_is_told_where_there_is_one_and_the_look_is_kept(session: AsyncSession) -> None:
    network = await found_network(session)
    who, telecom = network.chi, id_of(network.telecom)
    with pytest.raises(ContactGone):
        await contacts.own_phone(session, viewer=member(network), person=who, member_id=telecom, now=MORNING)
    assert await looks(session) == []

    network.telecom.phone = "+842112345678"
    shown = await contacts.own_phone(session, viewer=member(network), person=who, member_id=telecom, now=MORNING)

    assert shown.phone == "+842112345678"
    assert await looks(session) == [(who.id, telecom, LookKind.CARD)]


@pytest.mark.parametrize("status", [MemberStatus.APPROVED, *NOT_SHOWN, *GONE])
async def test_only_coordinators_see_who_is_not_plainly_in_and_nobody_who_is_gone(
    session: AsyncSession, status: MemberStatus
) -> None:
    network = await found_network(session)
    network.telecom.status = status
    await session.flush()

    async def sees(viewer: Viewer) -> bool:
        try:
            await contacts.seen_by(session, viewer=viewer, member_id=id_of(network.telecom))
        except NotInRoster:
            return False
        return True

    assert await sees(coordinator(network)) is (status not in GONE)
    assert await sees(member(network)) is (status is MemberStatus.APPROVED)
    with pytest.raises(NotInRoster):
        await contacts.seen_by(session, viewer=coordinator(network), member_id=999)


async def test_the_card_says_whose_it_is_who_is_on_duty_and_whether_anybody_represents_it(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    session.add(
        DutyWeek(
            member_id=id_of(network.telecom), monday=date(2026, 11, 16), person_id=id_of(network.an), remind_at=MORNING
        )
    )
    await session.flush()

    async def card(by: Person) -> contacts.Card:
        return await contacts.card(
            session,
            viewer=Viewer(id_of(by), coordinates=True, sees_phones=True),
            member_id=id_of(network.telecom),
            language=Language.VIETNAMESE,
            now=MORNING,
            time_zone=TIME_ZONE,
        )

    shown = await card(network.an)
    assert (shown.is_own, set(shown.on_duty), shown.is_spoken_for) == (True, {network.an.id}, True)
    assert not (await card(network.chi)).is_own
    for one in (network.an, network.binh):
        (await representative(network, one)).status = RepresentativeStatus.PENDING
    await session.flush()

    shown = await card(network.an)
    assert (shown.is_own, set(shown.on_duty), shown.is_spoken_for) == (False, set(), False)


async def test_who_looks_again_within_a_minute_in_the_same_way_has_looked_once(session: AsyncSession) -> None:
    network = await found_network(session)
    network.telecom.phone = "+842112345678"
    for seconds in (0, 59, 60, 61):
        await contacts.own_phone(
            session,
            viewer=member(network),
            person=network.chi,
            member_id=id_of(network.telecom),
            now=MORNING + timedelta(seconds=seconds),
        )

    assert len(await looks(session)) == 2
