"""The people of a business: who manages, who goes, to whom the primary contact is handed over."""

from datetime import timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.invitations import Invitation
from models.members import ContactKind, MemberStatus, Representative, RepresentativeStatus
from models.people import Person, Role
from services.applications.kinds import APPLICATION
from services.business import links as representative_links
from services.business import primary_contacts
from services.business.links import MOST, LinksChanged, LinksEnough
from services.business.primary_contacts import OFFER_LASTS, AlreadyPrimary, OfferGone, OfferWaits
from services.incidents import lifecycle
from services.members import representatives
from services.members.representatives import LastRepresentative, NotRepresentative, NotYourBusiness, PrimaryContactOnly
from services.outbox import broadcasts
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


# What follows when somebody goes


async def to_be_edited(network: Network) -> list[tuple[BroadcastKind, int | None, int | None]]:
    """List what is to be edited: the kind, the subject (id) and whose (person id), and forget it."""
    query = (
        select(Broadcast.kind, Broadcast.subject_id, Delivery.person_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(col(Delivery.edit_due_at).is_not(None))
        .order_by(col(Delivery.id))
    )
    found = [(BroadcastKind(kind), subject_id, one) for kind, subject_id, one in await network.session.exec(query)]
    await network.session.exec(
        update(Delivery).values(state=DeliveryState.SENT, message_id=1, edit_due_at=None, edit_lane=None)
    )
    return found


async def test_the_cards_of_who_goes_follow_and_those_of_the_others_stay(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, over = await network.declare(), await network.declare()
    await lifecycle.close(session, incident_id=id_of(over), summary="Xong", by=network.coordinator, now=MORNING)
    await to_be_edited(network)

    await representatives.remove(
        session, member_id=id_of(network.telecom), person_id=id_of(network.binh), by=network.an, now=MORNING
    )

    edited = await to_be_edited(network)
    assert (BroadcastKind.ALERT, incident.id, network.binh.id) in edited
    assert {one for _, _, one in edited} == {network.binh.id}
    assert {subject_id for kind, subject_id, _ in edited if kind is BroadcastKind.ALERT} == {incident.id}


async def test_of_applications_only_the_cards_of_those_to_the_business_follow(session: AsyncSession) -> None:
    network = await found_network(session)
    applications = [
        Application(
            kind=ApplicationKind.JOIN,
            member_id=id_of(member),
            person_id=id_of(network.dung),
            status=ApplicationStatus.SUBMITTED,
            submitted_at=MORNING,
        )
        for member in (network.telecom, network.postal)
    ]
    session.add_all(applications)
    await session.flush()
    for one in applications:
        await broadcasts.queue(
            session, kind=APPLICATION, people=[id_of(network.binh)], subject_id=id_of(one), now=MORNING
        )
    await to_be_edited(network)

    await representatives.remove(
        session, member_id=id_of(network.telecom), person_id=id_of(network.binh), by=network.an, now=MORNING
    )

    edited = [subject_id for kind, subject_id, _ in await to_be_edited(network) if kind is BroadcastKind.APPLICATION]
    assert edited == [applications[0].id]


async def test_with_who_goes_their_offer_ends_and_no_other(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    ba = await person(session, 1010, "Vũ Ba")
    tu = await person(session, 1011, "Vũ Tư")
    for one in (ba, tu):
        await speak(session, one, network.telecom, contact=ContactKind.BACKUP)
    (await standing(network, network.binh)).contact = ContactKind.PRIMARY
    await session.flush()
    await primary_contacts.offer(session, member_id=member_id, person_id=id_of(ba), by=network.an, now=MORNING)
    await primary_contacts.offer(session, member_id=member_id, person_id=id_of(tu), by=network.binh, now=MORNING)
    await to_be_edited(network)

    await representatives.step_down(session, member_id=member_id, person=network.an, now=MORNING)

    offers = [(await standing(network, one)).primary_offered_by_id for one in (ba, tu)]
    assert offers == [None, network.binh.id]
    edited = await to_be_edited(network)
    assert (BroadcastKind.MEMBERSHIP, member_id, ba.id) in edited
    assert (BroadcastKind.MEMBERSHIP, member_id, tu.id) not in edited


async def test_of_who_steps_down_the_managers_that_stay_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    await representatives.step_down(session, member_id=id_of(network.telecom), person=network.binh, now=MORNING)
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.an.id]
    gone = await standing(network, network.binh)
    assert (gone.name, gone.title, gone.phone) == ("", "", "")
    await representatives.step_down(session, member_id=id_of(network.it), person=network.chi, now=MORNING)
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.an.id, network.dung.id]


async def test_nobody_removes_themselves_or_who_speaks_for_another_business(session: AsyncSession) -> None:
    network = await found_network(session)
    for one in (network.an, network.chi):
        with pytest.raises(NotRepresentative):
            await representatives.remove(
                session, member_id=id_of(network.telecom), person_id=id_of(one), by=network.an, now=MORNING
            )


async def test_a_later_offer_to_another_ends_the_first_and_only_a_primary_contact_offers(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    ba = await person(session, 1010, "Vũ Ba")
    await speak(session, ba, network.telecom, contact=ContactKind.BACKUP)
    with pytest.raises(PrimaryContactOnly):
        await primary_contacts.offer(session, member_id=member_id, person_id=id_of(ba), by=network.binh, now=MORNING)
    for one in (network.binh, ba):
        await primary_contacts.offer(session, member_id=member_id, person_id=id_of(one), by=network.an, now=MORNING)

    offers = [(await standing(network, one)).primary_offered_by_id for one in (network.binh, ba)]
    assert offers == [None, network.an.id]
    own = await representatives.speaking(session, member_id=member_id, person=network.an)
    chosen = primary_contacts.offered_to(own, now=MORNING)
    assert chosen is not None
    assert chosen.person_id == ba.id
    with pytest.raises(OfferGone):
        await primary_contacts.accept(session, member_id=member_id, person=network.binh, now=MORNING)
    await primary_contacts.decline(session, member_id=member_id, person=ba, now=MORNING)
    assert (await standing(network, network.an)).contact is ContactKind.PRIMARY
    assert (await told(session, BroadcastKind.MEMBERSHIP))[-1] == network.an.id


async def test_where_nobody_is_the_primary_contact_anybody_takes_it_and_nobody_offers_it(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    (await standing(network, network.an)).contact = ContactKind.BACKUP
    await session.flush()
    with pytest.raises(PrimaryContactOnly):
        await primary_contacts.offer(
            session, member_id=member_id, person_id=id_of(network.binh), by=network.an, now=MORNING
        )

    await primary_contacts.take(session, member_id=member_id, person=network.binh, now=MORNING)

    assert (await standing(network, network.binh)).contact is ContactKind.PRIMARY
    with pytest.raises(PrimaryContactOnly):
        await primary_contacts.take(session, member_id=member_id, person=network.an, now=MORNING)
    with pytest.raises(AlreadyPrimary) as refused:
        await primary_contacts.take(session, member_id=member_id, person=network.binh, now=MORNING)
    assert refused.value.values == {"name": "Lê Thị Bình"}
