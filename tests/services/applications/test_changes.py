"""Changes of what a business is known by: proposed, replaced, sent back, made."""

from dataclasses import replace

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationStatus
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.members import MemberStatus, Sector
from services.applications import changes, decisions
from services.applications.changes import Identity, TaxCodeOfAnother
from services.applications.decisions import ApplicationWithdrawn, DecisionNotYours, MemberNotApproved
from tests.network import MORNING, Network, found_network
from tests.services.cast import TAX_CODES, told

NEW_NAME = "Viễn thông Sông Cái"


async def propose(network: Network, session: AsyncSession, **fields: object) -> Application | None:
    """Let An wish for other fields of the telecom business."""
    known = await changes.identity(session, member=network.telecom)
    return await changes.propose(
        session,
        member=network.telecom,
        wish=known.with_fields(fields),
        person=network.an,
        now=MORNING,
    )


async def proposed(network: Network, session: AsyncSession, **fields: object) -> Application:
    """Let An wish for something that is another than what is."""
    application = await propose(network, session, **fields)
    assert application is not None
    return application


def test_two_identities_differ_in_fields_whatever_the_order_of_sectors() -> None:
    one = Identity("A", "1", (Sector.IT, Sector.TELECOM))
    assert one.differs(replace(one, sectors=(Sector.TELECOM, Sector.IT))) == ()
    assert one.differs(Identity("B", "1", (Sector.IT,))) == ("name", "sectors")
    assert one.with_fields(one.write()).differs(one) == ()


async def test_a_wish_for_what_is_already_is_none(session: AsyncSession) -> None:
    network = await found_network(session)
    assert await propose(network, session) is None


async def test_the_same_wish_twice_is_one_application(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await proposed(network, session, name=NEW_NAME)
    assert (await proposed(network, session, name=NEW_NAME)).id == first.id
    assert len((await session.exec(select(Application))).all()) == 1


async def test_a_newer_wish_withdraws_the_older_one_which_nobody_can_approve_then(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await proposed(network, session, name=NEW_NAME)
    second = await proposed(network, session, sectors=["it"])
    assert (first.status, second.status) == (ApplicationStatus.WITHDRAWN, ApplicationStatus.SUBMITTED)
    with pytest.raises(ApplicationWithdrawn):
        await decisions.approve(session, application_id=id_of(first), by=network.coordinator, now=MORNING)


async def test_a_wish_that_was_sent_back_is_handed_in_again_as_the_same_application(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await proposed(network, session, name=NEW_NAME)
    await decisions.ask_back(session, application_id=id_of(first), by=network.coordinator, question="Tên?", now=MORNING)
    again = await proposed(network, session, name="Viễn thông Hồng Hà")
    assert (again.id, again.status) == (first.id, ApplicationStatus.SUBMITTED)
    assert again.proposed == {"before": {"name": network.telecom.name}, "after": {"name": "Viễn thông Hồng Hà"}}


async def test_an_approved_change_is_made_and_keeps_both_sides_and_tells_everybody(session: AsyncSession) -> None:
    network = await found_network(session)
    old = network.telecom.name
    application = await proposed(network, session, name=NEW_NAME, sectors=["telecom", "it"])
    await decisions.approve(session, application_id=id_of(application), by=network.coordinator, now=MORNING)

    assert (network.telecom.name, network.telecom.known_as) == (NEW_NAME, "Viễn thông Sông Hồng")
    known = await changes.identity(session, member=network.telecom)
    assert known.sectors == (Sector.TELECOM, Sector.IT)
    sides = await changes.sides(session, application=application, member=network.telecom)
    assert sides is not None
    assert (sides[0].name, sides[0].sectors, sides[1]) == (old, (Sector.TELECOM,), known)
    assert await told(session, BroadcastKind.DECISION) == [network.an.id, network.binh.id]


async def test_a_tax_code_that_somebody_took_meanwhile_is_refused_at_approval(session: AsyncSession) -> None:
    network = await found_network(session)
    application = await proposed(network, session, tax_code=TAX_CODES[0])
    network.postal.tax_code = TAX_CODES[0]
    await session.flush()
    with pytest.raises(TaxCodeOfAnother) as taken:
        await decisions.approve(session, application_id=id_of(application), by=network.coordinator, now=MORNING)
    assert taken.value.values == {"name": network.postal.name}
    with pytest.raises(TaxCodeOfAnother):
        await changes.check_tax_code(session, member_id=id_of(network.telecom), tax_code=TAX_CODES[0])


async def test_a_change_of_a_business_that_is_suspended_waits(session: AsyncSession) -> None:
    network = await found_network(session)
    application = await proposed(network, session, name=NEW_NAME)
    network.telecom.status = MemberStatus.SUSPENDED
    with pytest.raises(MemberNotApproved):
        await decisions.approve(session, application_id=id_of(application), by=network.coordinator, now=MORNING)
    assert application.status is ApplicationStatus.SUBMITTED


async def test_a_business_does_not_approve_its_own_change(session: AsyncSession) -> None:
    network = await found_network(session)
    application = await proposed(network, session, name=NEW_NAME)
    for person in (network.an, network.chi):
        with pytest.raises(DecisionNotYours):
            await decisions.approve(session, application_id=id_of(application), by=person, now=MORNING)
