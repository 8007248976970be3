"""Whoever accepts a role by a link has opened that link."""

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.people import Role
from services.people import invitations
from services.people.invitations import InvitationUnknown
from services.staff import appointments as staff
from tests.network import MORNING, Network, found_network


async def minted(network: Network) -> tuple[str, Invitation]:
    """Make a link to the staff that nobody has opened."""
    token = await invitations.mint(
        network.session, kind=InvitationKind.STAFF, role=Role.COORDINATOR, by=network.coordinator, now=MORNING
    )
    return token, (await network.session.exec(select(Invitation))).one()


async def test_a_link_that_nobody_opened_is_accepted_by_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    token, invitation = await minted(network)

    with pytest.raises(InvitationUnknown):
        await staff.accept(session, invitation_id=id_of(invitation), person=network.an, now=MORNING)

    assert (invitation.opened_by_id, invitation.opened_at) == (None, None)
    assert (await session.exec(select(Broadcast).where(Broadcast.kind == BroadcastKind.STAFF))).all() == []
    opened = await invitations.open_by(session, token=token, person=network.binh, now=MORNING)
    assert await staff.accept(session, invitation_id=id_of(opened), person=network.binh, now=MORNING)
