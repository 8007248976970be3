"""A link works for the first who opens it, once, until its time is over or it is taken back."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.invitations import Invitation, InvitationKind
from models.people import Role
from services.people import invitations
from services.people.invitations import InvitationExpired, InvitationTaken, InvitationUnknown, InvitationUsed
from tests.network import MORNING, Network, found_network

SOON = MORNING + timedelta(minutes=5)
MOMENT = timedelta(microseconds=1)


async def link(
    network: Network,
    *,
    kind: InvitationKind = InvitationKind.STAFF,
    now: datetime = MORNING,
    member_id: int | None = None,
    lifetime: timedelta | None = None,
) -> tuple[str, Invitation]:
    """Make a link; give its token and its row."""
    token = await invitations.mint(
        network.session,
        kind=kind,
        by=network.coordinator,
        now=now,
        member_id=member_id,
        role=Role.OBSERVER if kind is InvitationKind.STAFF else None,
        lifetime=lifetime,
    )
    newest = select(Invitation).order_by(col(Invitation.id).desc()).limit(1)
    return token, (await network.session.exec(newest)).one()


async def records(session: AsyncSession) -> list[tuple[str, int | None, datetime]]:
    """List what is on record of links: the act, by whom, when."""
    found = await session.exec(
        select(AuditEntry).where(AuditEntry.subject == "invitation").order_by(col(AuditEntry.id))
    )
    return [(one.action, one.person_id, one.at) for one in found]


@pytest.mark.parametrize(
    ("kind", "lifetime"),
    [
        (InvitationKind.REPRESENTATIVE, timedelta(days=14)),
        (InvitationKind.STAFF, timedelta(days=2)),
        (InvitationKind.GROUP, timedelta(hours=1)),
    ],
)
async def test_a_link_of_each_kind_opens_until_its_time_is_over(
    session: AsyncSession, kind: InvitationKind, lifetime: timedelta
) -> None:
    network = await found_network(session)
    token, _ = await link(network, kind=kind)
    end = MORNING + lifetime

    with pytest.raises(InvitationExpired) as refused:
        await invitations.open_by(session, token=token, person=network.an, now=end)

    assert refused.value.values == {"at": end}
    assert await invitations.open_by(session, token=token, person=network.an, now=end - MOMENT)


async def test_a_link_may_live_for_a_time_of_its_own(session: AsyncSession) -> None:
    network = await found_network(session)
    token, _ = await link(network, lifetime=timedelta(days=90))

    assert await invitations.open_by(session, token=token, person=network.an, now=MORNING + timedelta(days=89))


async def test_a_token_is_thirty_two_letters_of_which_only_the_hash_is_kept(session: AsyncSession) -> None:
    network = await found_network(session)

    token, kept = await link(network)

    assert len(token) == 32
    assert (kept.created_by_id, kept.created_at) == (network.coordinator.id, MORNING)
    assert token not in repr(kept)
    with pytest.raises(InvitationUnknown):
        await invitations.open_by(session, token=kept.token_hash, person=network.an, now=SOON)


async def test_the_first_who_opens_a_link_may_open_it_again_and_nobody_else(session: AsyncSession) -> None:
    network = await found_network(session)
    token, kept = await link(network)
    later = SOON + timedelta(minutes=1)
    await invitations.open_by(session, token=token, person=network.an, now=SOON)

    with pytest.raises(InvitationTaken):
        await invitations.open_by(session, token=token, person=network.binh, now=later)
    with pytest.raises(InvitationTaken):
        await invitations.opened_by(session, invitation_id=id_of(kept), person=network.binh, now=later)

    for again in (
        await invitations.open_by(session, token=token, person=network.an, now=later),
        await invitations.opened_by(session, invitation_id=id_of(kept), person=network.an, now=later),
    ):
        assert (again.opened_by_id, again.opened_at) == (network.an.id, SOON)
    assert await records(session) == [
        ("invitation-made", network.coordinator.id, MORNING),
        ("invitation-opened", network.an.id, SOON),
    ]


async def test_a_link_that_nobody_opened_is_no_opened_one(session: AsyncSession) -> None:
    network = await found_network(session)
    _, kept = await link(network)

    with pytest.raises(InvitationUnknown):
        await invitations.opened_by(session, invitation_id=id_of(kept), person=network.an, now=SOON)
    with pytest.raises(InvitationUnknown):
        await invitations.opened_by(session, invitation_id=id_of(kept) + 1, person=network.an, now=SOON)


async def test_a_link_that_did_its_work_opens_no_more_and_that_is_on_record(session: AsyncSession) -> None:
    network = await found_network(session)
    token, kept = await link(network)
    await invitations.open_by(session, token=token, person=network.an, now=MORNING)

    invitations.use(session, invitation=kept, person=network.an, now=SOON)

    with pytest.raises(InvitationUsed):
        await invitations.open_by(session, token=token, person=network.an, now=SOON)
    assert kept.used_at == SOON
    assert (await records(session))[-1] == ("invitation-used", network.an.id, SOON)


async def test_a_link_that_was_taken_back_opens_for_nobody_and_that_is_on_record(session: AsyncSession) -> None:
    network = await found_network(session)
    token, kept = await link(network)

    invitations.revoke(session, invitation=kept, by=network.colleague, now=SOON)

    with pytest.raises(InvitationUnknown):
        await invitations.open_by(session, token=token, person=network.an, now=SOON)
    assert (await records(session))[-1] == ("invitation-revoked", network.colleague.id, SOON)


async def test_only_links_that_could_still_be_used_are_listed_the_newest_first(session: AsyncSession) -> None:
    network = await found_network(session)
    _, older = await link(network)
    _, used = await link(network)
    _, revoked = await link(network)
    _, newer = await link(network)
    invitations.use(session, invitation=used, person=network.an, now=SOON)
    invitations.revoke(session, invitation=revoked, by=network.coordinator, now=SOON)
    await link(network, lifetime=timedelta(minutes=5))
    await link(network, kind=InvitationKind.GROUP, member_id=network.it.id)

    listed = await invitations.living(session, kind=InvitationKind.STAFF, now=SOON)

    assert [one.id for one in listed] == [newer.id, older.id]


async def test_the_links_of_one_business_are_listed_without_those_of_another(session: AsyncSession) -> None:
    network = await found_network(session)
    _, own = await link(network, kind=InvitationKind.REPRESENTATIVE, member_id=network.it.id)
    await link(network, kind=InvitationKind.REPRESENTATIVE, member_id=network.telecom.id)

    kind = InvitationKind.REPRESENTATIVE
    listed = await invitations.living(session, kind=kind, now=SOON, member_id=network.it.id)

    assert [one.id for one in listed] == [own.id]
    assert len(await invitations.living(session, kind=kind, now=SOON)) == 2


async def test_a_link_that_led_to_nothing_is_forgotten_a_year_after_its_end_and_a_used_one_never(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    _, old = await link(network, lifetime=timedelta(minutes=4))
    _, used = await link(network, lifetime=timedelta(minutes=4))
    _, younger = await link(network, lifetime=timedelta(minutes=5))
    kept = [used.id, younger.id]
    invitations.use(session, invitation=used, person=network.an, now=MORNING)
    everything = select(Invitation.id).order_by(col(Invitation.id))

    await invitations.forget_old(session, now=MORNING + timedelta(days=365, minutes=4))
    assert (await session.exec(everything)).all() == [old.id, *kept]
    await invitations.forget_old(session, now=MORNING + timedelta(days=365, minutes=5))

    assert (await session.exec(everything)).all() == kept
