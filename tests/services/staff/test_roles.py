"""How somebody comes to a role of the staff, and how it ends: links, the owners' word, dismissal."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.drafts import Dialogue
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.people import Person, Role
from services.business.links import LinksChanged, LinksEnough
from services.ground import drafts
from services.people import invitations
from services.people.invitations import InvitationUnknown, InvitationUsed
from services.staff import appointments as staff
from services.staff.appointments import NoStaff, OwnersStay, RequestDecided, RoleHeld
from tests.network import MORNING, Network, found_network, person


def at(**after: float) -> datetime:
    """Give a moment after the morning."""
    return MORNING + timedelta(**after)


async def with_owners(session: AsyncSession) -> tuple[Network, Person, Person]:
    """Found the network with two owners."""
    network = await found_network(session)
    first = await person(session, 9101, "Chủ Một", role=Role.OWNER)
    return network, first, await person(session, 9102, "Chủ Hai", role=Role.OWNER)


async def asked(session: AsyncSession, who: Person, role: Role, *, by: Person) -> int:
    """Let somebody accept a role by an owner's link; give the link's id."""
    after = (await staff.links(session, now=MORNING)).last
    token, _ = await staff.invite(session, role=role, after=after, by=by, now=MORNING)
    opened = await invitations.open_by(session, token=token, person=who, now=MORNING)
    await staff.accept(session, invitation_id=id_of(opened), person=who, now=MORNING)
    return id_of(opened)


async def told(session: AsyncSession) -> list[list[int]]:
    """List to whom (person ids) each message about the staff went, in order."""
    rows = await session.exec(
        select(Broadcast.id, Delivery.person_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Broadcast.kind == BroadcastKind.STAFF)
        .order_by(col(Delivery.id))
    )
    found: dict[int | None, list[int]] = {}
    for broadcast_id, person_id in rows:
        found.setdefault(broadcast_id, []).append(person_id or 0)
    return list(found.values())


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DUTY_OFFICER, Role.OBSERVER])
async def test_a_role_begins_with_the_word_of_an_owner_who_is_asked_once(session: AsyncSession, role: Role) -> None:
    network, owner, other = await with_owners(session)
    link = await asked(session, network.an, role, by=owner)
    assert await staff.accept(session, invitation_id=link, person=network.an, now=at(minutes=1)) is False
    assert await told(session) == [[id_of(owner), id_of(other)]]
    before = network.an.staff_role

    shown = await staff.appoint(session, invitation_id=link, by=other, now=at(minutes=2))

    assert (before, network.an.staff_role) == (None, role)
    assert (shown.decided_by, shown.decided_at) == (other, at(minutes=2))
    assert await told(session) == [[id_of(owner), id_of(other)], [id_of(network.an)]]
    with pytest.raises(RequestDecided) as refused:
        await staff.decline(session, invitation_id=link, by=owner, now=at(minutes=3))
    assert refused.value.values == {"name": "Chủ Hai", "at": at(minutes=2)}
    with pytest.raises(InvitationUsed):
        await staff.revoke(session, invitation_id=link, by=owner, now=at(minutes=3))
    assert network.an.staff_role is role


async def test_nobody_becomes_an_owner_by_a_link_and_no_owner_anything_else(session: AsyncSession) -> None:
    network, owner, other = await with_owners(session)
    with pytest.raises(OwnersStay):
        await staff.invite(session, role=Role.OWNER, after=0, by=owner, now=MORNING)
    with pytest.raises(OwnersStay):
        await asked(session, other, Role.OBSERVER, by=owner)
    with pytest.raises(RoleHeld):
        await asked(session, network.colleague, Role.DUTY_OFFICER, by=owner)

    link = await asked(session, network.an, Role.OBSERVER, by=owner)
    network.an.staff_role = Role.OWNER
    await session.flush()
    with pytest.raises(OwnersStay):
        await staff.appoint(session, invitation_id=link, by=owner, now=at(minutes=1))
    with pytest.raises(OwnersStay):
        await staff.dismiss(session, person_id=id_of(other), by=owner, now=at(minutes=1))


async def test_a_link_that_was_accepted_is_taken_back_as_a_no_and_one_that_was_not_without_a_word(
    session: AsyncSession,
) -> None:
    network, owner, _ = await with_owners(session)
    accepted = await asked(session, network.an, Role.OBSERVER, by=owner)
    await staff.invite(session, role=Role.OBSERVER, after=accepted, by=owner, now=MORNING)
    unopened = (await staff.links(session, now=MORNING)).last

    for link in (accepted, unopened, accepted, unopened):
        await staff.revoke(session, invitation_id=link, by=owner, now=at(minutes=1))

    assert (await told(session))[1:] == [[id_of(network.an)]]
    assert (await staff.links(session, now=at(minutes=1))).living == []
    assert (await staff.request(session, invitation_id=accepted)).decided_at == at(minutes=1)
    with pytest.raises(InvitationUnknown):
        await staff.request(session, invitation_id=unopened)


async def test_links_are_made_one_after_the_other_and_ten_live_at_most(session: AsyncSession) -> None:
    _, owner, other = await with_owners(session)
    for number in range(10):
        after = (await staff.links(session, now=MORNING)).last
        _, until = await staff.invite(session, role=Role.OBSERVER, after=after, by=owner, now=at(minutes=number))
        assert until == at(minutes=number, days=2)
        with pytest.raises(LinksChanged):
            await staff.invite(session, role=Role.OBSERVER, after=after, by=other, now=MORNING)
    last = (await staff.links(session, now=MORNING)).last

    with pytest.raises(LinksEnough) as refused:
        await staff.invite(session, role=Role.OBSERVER, after=last, by=owner, now=at(minutes=10))

    assert refused.value.values == {"limit": 10}
    await staff.revoke(session, invitation_id=last, by=owner, now=at(minutes=11))
    await staff.invite(session, role=Role.OBSERVER, after=last, by=owner, now=at(minutes=12))


async def test_the_links_of_businesses_are_none_of_the_staffs(session: AsyncSession) -> None:
    network, owner, _ = await with_owners(session)
    await invitations.mint(
        session, kind=InvitationKind.REPRESENTATIVE, member_id=id_of(network.telecom), by=network.an, now=MORNING
    )
    foreign = id_of((await session.exec(select(Invitation))).one())

    assert (await staff.links(session, now=MORNING)).living == []
    assert (await staff.links(session, now=MORNING)).last == 0
    for unknown in (foreign, foreign + 1):
        with pytest.raises(InvitationUnknown):
            await staff.revoke(session, invitation_id=unknown, by=owner, now=MORNING)


async def test_a_link_is_shown_with_who_opened_it_while_it_lives(session: AsyncSession) -> None:
    network, owner, _ = await with_owners(session)
    link = await asked(session, network.an, Role.OBSERVER, by=owner)
    found = await staff.living_link(session, invitation_id=link, now=at(minutes=1))
    assert found is not None
    assert (found[0].id, found[1]) == (link, network.an)

    await staff.decline(session, invitation_id=link, by=owner, now=at(minutes=1))
    assert await staff.living_link(session, invitation_id=link, now=at(minutes=1)) is None


async def test_the_staff_stand_by_role_and_then_in_vietnamese_order(session: AsyncSession) -> None:
    await with_owners(session)
    await person(session, 9103, "Ân", role=Role.COORDINATOR)
    await person(session, 9104, "Anh", role=Role.OBSERVER)

    assert [one.name for one in await staff.everyone(session)] == [
        "Chủ Hai",
        "Chủ Một",
        "Ân",
        "Đoàn Thị Hạ",
        "Vũ Văn Khoa",
        "Anh",
    ]


async def test_who_is_dismissed_is_told_and_of_who_gives_up_the_role_the_owners_are(session: AsyncSession) -> None:
    network, owner, other = await with_owners(session)
    with pytest.raises(NoStaff):
        await staff.dismiss(session, person_id=id_of(network.an), by=owner, now=MORNING)

    await staff.dismiss(session, person_id=id_of(network.colleague), by=owner, now=MORNING)
    await staff.step_down(session, person=network.coordinator, now=MORNING)

    assert (network.colleague.staff_role, network.coordinator.staff_role) == (None, None)
    assert await told(session) == [[id_of(network.colleague)], [id_of(owner), id_of(other)]]


async def test_an_owner_who_decides_on_their_own_request_is_told_nothing(session: AsyncSession) -> None:
    network, owner, _ = await with_owners(session)
    link = await asked(session, network.an, Role.OBSERVER, by=owner)

    await staff.decline(session, invitation_id=link, by=network.an, now=at(minutes=1))

    assert len(await told(session)) == 1


async def test_what_a_coordinator_began_goes_with_the_role_and_what_anybody_may_write_stays(
    session: AsyncSession,
) -> None:
    network, owner, _ = await with_owners(session)
    who = network.colleague
    await drafts.begin(session, person=who, dialogue=Dialogue.REPORT, step="kind", data={}, now=MORNING)
    await drafts.begin(
        session, person=who, dialogue=Dialogue.UPDATE, step="text", data={}, now=MORNING, keeps_before=True
    )
    await staff.dismiss(session, person_id=id_of(who), by=owner, now=at(minutes=1))

    left = await drafts.current(session, person=who)

    assert left is not None
    assert left.dialogue is Dialogue.REPORT


async def test_a_declaration_that_waits_behind_a_report_goes_with_the_role(session: AsyncSession) -> None:
    network, owner, _ = await with_owners(session)
    who = network.colleague
    await drafts.begin(session, person=who, dialogue=Dialogue.INCIDENT, step="type", data={}, now=MORNING)
    await drafts.begin(
        session, person=who, dialogue=Dialogue.REPORT, step="kind", data={}, now=MORNING, keeps_before=True
    )

    await staff.dismiss(session, person_id=id_of(who), by=owner, now=at(minutes=1))

    left = await drafts.current(session, person=who)
    assert left is not None
    assert (left.dialogue, left.waiting) == (Dialogue.REPORT, None)
