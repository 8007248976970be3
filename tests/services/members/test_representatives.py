"""The people of a business: who manages, who goes, to whom the primary contact is handed over."""

from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.invitations import Invitation
from models.members import ContactKind, MemberStatus, Representative, RepresentativeStatus
from models.people import Person, Role
from services.business import links as representative_links
from services.business import primary_contacts
from services.business.links import MOST, LinksChanged, LinksEnough
from services.business.primary_contacts import OFFER_LASTS, AlreadyPrimary, OfferGone, OfferWaits
from services.members import representatives
from services.members.representatives import LastRepresentative, NotRepresentative, NotYourBusiness, PrimaryContactOnly
from services.people import accounts, invitations
from services.people.invitations import InvitationUnknown, InvitationUsed
from tests.network import MORNING, Network, found_network, person, speak
from tests.services.cast import told


async def standing(network: Network, one: Person) -> Representative:
    """Look up how a person stands to the telecom business."""
    query = select(Representative).where(
        Representative.member_id == id_of(network.telecom), Representative.person_id == one.id
    )
    return (await network.session.exec(query)).one()


async def test_the_primary_contact_manages_and_where_there_is_none_everybody(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    assert await representatives.managing_people(session, member_id=member_id) == [network.an.id]
    with pytest.raises(PrimaryContactOnly) as refused:
        await representatives.managing(session, member_id=member_id, person=network.binh)
    assert refused.value.values == {"name": "Nguyễn Văn An"}

    (await standing(network, network.an)).contact = ContactKind.BACKUP
    await session.flush()
    assert set(await representatives.managing_people(session, member_id=member_id)) == {
        network.an.id,
        network.binh.id,
    }


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.LEFT, MemberStatus.MERGED])
async def test_nobody_speaks_for_a_business_that_is_not_in_the_network(
    session: AsyncSession, status: MemberStatus
) -> None:
    network = await found_network(session)
    network.telecom.status = status
    with pytest.raises(NotYourBusiness):
        await representatives.speaking(session, member_id=id_of(network.telecom), person=network.an)
    assert await representatives.managing_people(session, member_id=id_of(network.telecom)) == []


async def test_who_is_removed_has_no_role_and_is_told(session: AsyncSession) -> None:
    network = await found_network(session)
    await representatives.remove(
        session, member_id=id_of(network.telecom), person_id=id_of(network.binh), by=network.an, now=MORNING
    )
    assert (await standing(network, network.binh)).status is RepresentativeStatus.REMOVED
    assert await accounts.roles(session, person=network.binh) == {Role.STRANGER}
    assert network.binh.menu_wanted == "stranger:vi"
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.binh.id]
    with pytest.raises(NotRepresentative):
        await representatives.remove(
            session, member_id=id_of(network.telecom), person_id=id_of(network.binh), by=network.an, now=MORNING
        )


async def test_the_last_one_does_not_step_down(session: AsyncSession) -> None:
    network = await found_network(session)
    with pytest.raises(LastRepresentative):
        await representatives.step_down(session, member_id=id_of(network.postal), person=network.chi, now=MORNING)


async def test_of_two_primary_contacts_who_remove_each_other_the_first_does(session: AsyncSession) -> None:
    network = await found_network(session)
    (await standing(network, network.binh)).contact = ContactKind.PRIMARY
    await session.flush()
    member_id = id_of(network.telecom)
    await representatives.remove(
        session, member_id=member_id, person_id=id_of(network.binh), by=network.an, now=MORNING
    )
    with pytest.raises(NotYourBusiness):
        await representatives.remove(
            session, member_id=member_id, person_id=id_of(network.an), by=network.binh, now=MORNING
        )


# The primary contact


async def test_the_primary_contact_goes_over_with_the_others_word(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id, binh = id_of(network.telecom), id_of(network.binh)
    await primary_contacts.offer(session, member_id=member_id, person_id=binh, by=network.an, now=MORNING)
    with pytest.raises(OfferWaits):
        await primary_contacts.offer(session, member_id=member_id, person_id=binh, by=network.an, now=MORNING)
    await primary_contacts.accept(session, member_id=member_id, person=network.binh, now=MORNING)

    kinds = [(await standing(network, one)).contact for one in (network.an, network.binh)]
    assert kinds == [ContactKind.BACKUP, ContactKind.PRIMARY]
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.binh.id, network.an.id]
    with pytest.raises(OfferGone):
        await primary_contacts.accept(session, member_id=member_id, person=network.binh, now=MORNING)


async def test_an_offer_lasts_a_week_and_needs_a_giver_who_still_is_it(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id, binh = id_of(network.telecom), id_of(network.binh)
    await primary_contacts.offer(session, member_id=member_id, person_id=binh, by=network.an, now=MORNING)
    with pytest.raises(OfferGone):
        await primary_contacts.accept(session, member_id=member_id, person=network.binh, now=MORNING + OFFER_LASTS)
    (await standing(network, network.an)).contact = ContactKind.BACKUP
    await session.flush()
    with pytest.raises(OfferGone):
        await primary_contacts.accept(session, member_id=member_id, person=network.binh, now=MORNING)


async def test_nothing_is_offered_to_who_has_it_or_does_not_belong_there(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    (await standing(network, network.binh)).contact = ContactKind.PRIMARY
    await session.flush()
    with pytest.raises(AlreadyPrimary):
        await primary_contacts.offer(
            session, member_id=member_id, person_id=id_of(network.binh), by=network.an, now=MORNING
        )
    with pytest.raises(NotRepresentative):
        await primary_contacts.offer(
            session, member_id=member_id, person_id=id_of(network.chi), by=network.an, now=MORNING
        )
    with pytest.raises(AlreadyPrimary):
        await primary_contacts.take(session, member_id=member_id, person=network.an, now=MORNING)


# Links


async def make(network: Network, *, after: int, by: Person | None = None) -> Invitation:
    """Make a link for a backup contact of the telecom business."""
    _, made = await representative_links.make(
        network.session,
        member_id=id_of(network.telecom),
        contact=ContactKind.BACKUP,
        after=after,
        by=by or network.an,
        now=MORNING,
    )
    return made


async def test_links_are_made_one_after_the_other_and_not_too_many_wait(session: AsyncSession) -> None:
    network = await found_network(session)
    last = 0
    for _ in range(MOST):
        with pytest.raises(LinksChanged):
            await make(network, after=last + 1000)
        last = id_of(await make(network, after=last))
    with pytest.raises(LinksEnough):
        await make(network, after=last)
    with pytest.raises(PrimaryContactOnly):
        await make(network, after=last, by=network.binh)


async def test_a_coordinator_invites_for_an_invited_business_and_nobody_for_one_that_left(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    network.telecom.status = MemberStatus.INVITED
    await make(network, after=0, by=network.coordinator)
    with pytest.raises(NotYourBusiness):
        await make(network, after=1)
    network.telecom.status = MemberStatus.LEFT
    with pytest.raises(NotYourBusiness):
        await make(network, after=1, by=network.coordinator)


async def test_only_a_link_that_waits_is_taken_back(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await make(network, after=0)
    with pytest.raises(NotYourBusiness):
        await representative_links.revoke(session, invitation_id=id_of(made), by=network.chi, now=MORNING)
    for _ in range(2):
        await representative_links.revoke(session, invitation_id=id_of(made), by=network.an, now=MORNING)
    assert (
        await representative_links.of(session, member_id=id_of(network.telecom), by=network.an, now=MORNING)
    ).living == []

    used = await make(network, after=id_of(made))
    invitations.use(session, invitation=used, person=network.dung, now=MORNING)
    with pytest.raises(InvitationUsed):
        await representative_links.revoke(session, invitation_id=id_of(used), by=network.an, now=MORNING)
    with pytest.raises(InvitationUnknown):
        await representative_links.revoke(session, invitation_id=999, by=network.an, now=MORNING)


async def test_the_list_of_links_names_who_opened_each(session: AsyncSession) -> None:
    network = await found_network(session)
    token, made = await representative_links.make(
        session,
        member_id=id_of(network.telecom),
        contact=ContactKind.BACKUP,
        after=0,
        by=network.an,
        now=MORNING,
    )
    guest = await person(session, 1099, "Khách")
    await invitations.open_by(session, token=token, person=guest, now=MORNING + timedelta(hours=1))
    links = await representative_links.of(session, member_id=id_of(network.telecom), by=network.an, now=MORNING)
    assert [(one.id, opener) for one, opener in links.living] == [(made.id, guest)]


async def test_people_stand_primary_first_and_then_in_vietnamese_order(session: AsyncSession) -> None:
    network = await found_network(session)
    for number, name in enumerate(("Đinh Văn Đạt", "Dương Thị Dung", "Ấu Văn Ân")):
        await speak(session, await person(session, 2000 + number, name), network.telecom, contact=ContactKind.BACKUP)
    everybody = await representatives.of(session, member_id=id_of(network.telecom))
    assert [one.name for one in everybody] == [
        "Nguyễn Văn An",
        "Ấu Văn Ân",
        "Dương Thị Dung",
        "Đinh Văn Đạt",
        "Lê Thị Bình",
    ]
