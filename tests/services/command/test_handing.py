"""Command belongs to one person at a time, and passes on only by acceptance, or after a silence."""

from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.channels import Channel
from models.command import CommandAnswer, CommandOffer
from models.identity import id_of
from models.incidents import Incident
from models.people import Person, Role
from services.command import handing, holding, vacancies
from services.incidents import lifecycle
from services.people import accounts, reach
from services.privacy import withdrawal
from services.staff import appointments
from services.wings import WINGS
from tests.network import MORNING, Network, found_network, person

LATER = MORNING + timedelta(minutes=5)


async def begun(session: AsyncSession) -> tuple[Network, Incident]:
    """Found the network, and let its coordinator declare an incident."""
    network = await found_network(session)
    return network, await network.declare()


async def holder_of(network: Network, incident: Incident) -> str:
    return (await holding.holder(network.session, incident=incident)).person.name


async def told(network: Network, incident: Incident) -> list[list[int]]:
    return await network.recipients(BroadcastKind.COMMAND, incident)


async def test_whoever_declares_an_incident_holds_its_command(session: AsyncSession) -> None:
    network, incident = await begun(session)

    held = await holding.holder(session, incident=incident)

    assert (held.person.name, held.since, held.acts) == ("Đoàn Thị Hạ", MORNING, True)
    assert await holding.commanders(session, incident=incident) == [id_of(network.coordinator)]


async def test_command_passes_on_when_the_other_accepts_and_every_coordinator_is_told(session: AsyncSession) -> None:
    network, incident = await begun(session)
    offered = await handing.offer(
        session,
        incident_id=id_of(incident),
        to_id=id_of(network.colleague),
        note="Đội 2 đang tới.",
        by=network.coordinator,
        now=LATER,
    )
    assert await holder_of(network, incident) == "Đoàn Thị Hạ"
    assert await told(network, incident) == [[id_of(network.colleague)]]

    await handing.answer(session, offer_id=id_of(offered), accepts=True, by=network.colleague, now=LATER)

    held = await holding.holder(session, incident=incident)
    assert (held.person.name, held.since) == ("Vũ Văn Khoa", LATER)
    assert held.last is not None
    assert held.last.note == "Đội 2 đang tới."
    both = [id_of(network.coordinator), id_of(network.colleague)]
    assert (await told(network, incident))[1:] == [both]
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "command-handed-over"))).all()
    assert (entry.before, entry.after) == ({"holder": both[0]}, {"holder": both[1]})


async def test_an_offer_that_is_declined_leaves_command_where_it_is(session: AsyncSession) -> None:
    network, incident = await begun(session)
    offered = await handing.offer(
        session,
        incident_id=id_of(incident),
        to_id=id_of(network.colleague),
        note="",
        by=network.coordinator,
        now=LATER,
    )

    await handing.answer(session, offer_id=id_of(offered), accepts=False, by=network.colleague, now=LATER)

    assert await holder_of(network, incident) == "Đoàn Thị Hạ"
    assert (await told(network, incident))[1:] == [[id_of(network.coordinator)]]
    with pytest.raises(handing.CommandWishOver):
        await handing.answer(session, offer_id=id_of(offered), accepts=True, by=network.colleague, now=LATER)


async def test_only_the_holder_hands_over_and_only_to_another_who_coordinates(session: AsyncSession) -> None:
    network, incident = await begun(session)

    async def offer(by: Person, to: Person) -> None:
        await handing.offer(
            session,
            incident_id=id_of(incident),
            to_id=id_of(to),
            note="",
            by=by,
            now=LATER,
        )

    with pytest.raises(handing.CommandNotHeld):
        await offer(network.colleague, network.coordinator)
    with pytest.raises(handing.CommandNotForThem):
        await offer(network.coordinator, network.an)
    with pytest.raises(handing.CommandNotForThem):
        await offer(network.coordinator, network.coordinator)
    assert await told(network, incident) == []


async def test_only_whom_it_was_offered_to_can_accept(session: AsyncSession) -> None:
    network, incident = await begun(session)
    third = await person(session, 9003, "Tô Văn Lâm", role=Role.COORDINATOR)
    offered = await handing.offer(
        session, incident_id=id_of(incident), to_id=id_of(third), note="", by=network.coordinator, now=LATER
    )

    with pytest.raises(handing.CommandWishOver):
        await handing.answer(session, offer_id=id_of(offered), accepts=True, by=network.colleague, now=LATER)

    assert await holder_of(network, incident) == "Đoàn Thị Hạ"


async def test_whoever_asked_is_told_when_command_is_offered_to_a_third(session: AsyncSession) -> None:
    network, incident = await begun(session)
    third = await person(session, 9003, "Tô Văn Lâm", role=Role.COORDINATOR)
    await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)

    await handing.offer(
        session, incident_id=id_of(incident), to_id=id_of(third), note="", by=network.coordinator, now=LATER
    )

    assert (await told(network, incident))[-2:] == [[id_of(third)], [id_of(network.colleague)]]
    asked = await handing.ask(session, incident_id=id_of(incident), by=third, now=LATER)
    await handing.offer(
        session, incident_id=id_of(incident), to_id=asked.by_id, note="", by=network.coordinator, now=LATER
    )
    assert (await told(network, incident))[-1] == [id_of(third)]


async def test_a_newer_offer_takes_the_place_of_the_one_before(session: AsyncSession) -> None:
    network, incident = await begun(session)
    third = await person(session, 9003, "Tô Văn Lâm", role=Role.COORDINATOR)
    first, second = [
        await handing.offer(
            session, incident_id=id_of(incident), to_id=id_of(one), note="", by=network.coordinator, now=LATER
        )
        for one in (network.colleague, third)
    ]

    with pytest.raises(handing.CommandWishOver):
        await handing.answer(session, offer_id=id_of(first), accepts=True, by=network.colleague, now=LATER)
    await handing.answer(session, offer_id=id_of(second), accepts=True, by=third, now=LATER)

    assert await holder_of(network, incident) == "Tô Văn Lâm"


async def test_command_is_taken_over_only_when_the_holder_was_asked_and_stays_silent(session: AsyncSession) -> None:
    network, incident = await begun(session)

    async def take_over(minutes: float, reason: str = "Không liên lạc được") -> None:
        await handing.take_over(
            session,
            incident_id=id_of(incident),
            reason=reason,
            by=network.colleague,
            now=MORNING + timedelta(minutes=minutes),
        )

    with pytest.raises(handing.CommandNotAskedFor):
        await take_over(60)
    await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=MORNING)
    with pytest.raises(handing.CommandTooEarly):
        await take_over(14.9)
    with pytest.raises(handing.CommandReasonLength):
        await take_over(15, reason="")
    assert await holder_of(network, incident) == "Đoàn Thị Hạ"

    await take_over(15)

    held = await holding.holder(session, incident=incident)
    assert held.person.name == "Vũ Văn Khoa"
    assert held.last is not None
    assert held.last.note == "Không liên lạc được"
    assert await holding.waiting(session, incident_id=id_of(incident)) is None
    with pytest.raises(handing.CommandHeldAlready):
        await take_over(16)


async def test_whoever_asked_hears_once_of_the_silence_and_nobody_does_after_an_answer(session: AsyncSession) -> None:
    network, incident = await begun(session)
    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=MORNING)
    again = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)
    assert again.id == asked.id

    for minutes in (14, 15, 16):
        await handing.tell_of_silence(session, now=MORNING + timedelta(minutes=minutes))
    assert await told(network, incident) == [[id_of(network.coordinator)], [id_of(network.colleague)]]

    await handing.answer(session, offer_id=id_of(asked), accepts=False, by=network.coordinator, now=LATER)
    await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)
    second = (await session.exec(select(CommandOffer).where(CommandOffer.id != asked.id))).one()
    await handing.answer(session, offer_id=id_of(second), accepts=False, by=network.coordinator, now=LATER)
    before = len(await told(network, incident))
    await handing.tell_of_silence(session, now=MORNING + timedelta(hours=2))
    assert len(await told(network, incident)) == before


@pytest.mark.parametrize("why", ["dismissed", "unreachable"])
async def test_from_a_holder_who_cannot_act_command_is_taken_at_once(session: AsyncSession, why: str) -> None:
    network, incident = await begun(session)
    if why == "dismissed":
        await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=LATER)
    else:
        await reach.lose(session, person=network.coordinator, channel=Channel.TELEGRAM, reason="blocked", now=LATER)
    everybody = [id_of(one) for one in await accounts.coordinators(session)]
    assert await holding.commanders(session, incident=incident) == everybody

    await handing.take_over(session, incident_id=id_of(incident), reason="Đã nghỉ", by=network.colleague, now=LATER)

    assert await holder_of(network, incident) == "Vũ Văn Khoa"
    # Whoever held it hears of it, coordinator or not.
    assert (await told(network, incident))[-1] == [id_of(network.coordinator), id_of(network.colleague)]


async def test_after_the_end_command_passes_no_more(session: AsyncSession) -> None:
    network, incident = await begun(session)
    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=MORNING)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)

    with pytest.raises(lifecycle.IncidentClosed):
        await handing.answer(session, offer_id=id_of(asked), accepts=True, by=network.coordinator, now=LATER)
    with pytest.raises(lifecycle.IncidentClosed):
        await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)


async def test_a_commander_who_coordinates_no_longer_is_told_of_once_and_command_can_be_taken(
    session: AsyncSession,
) -> None:
    network, incident = await begun(session)
    await vacancies.tell_due(session, now=LATER)
    assert await told(network, incident) == []

    await appointments.dismiss(session, person_id=id_of(network.coordinator), by=network.colleague, now=LATER)
    for _ in range(2):
        await vacancies.tell_due(session, now=LATER)

    assert await told(network, incident) == [[id_of(network.colleague)]]
    held = await holding.holder(session, incident=incident)
    assert (held.coordinates, held.acts) == (False, False)
    await handing.take_over(session, incident_id=id_of(incident), reason="Chưa có ai.", by=network.colleague, now=LATER)
    await appointments.dismiss(session, person_id=id_of(network.colleague), by=network.coordinator, now=LATER)
    third = await person(session, 9003, "Tô Văn Lâm", role=Role.COORDINATOR)
    await vacancies.tell_due(session, now=LATER)
    assert (await told(network, incident))[-1] == [id_of(third)]


async def test_what_was_asked_about_command_is_over_with_the_incident(session: AsyncSession) -> None:
    network, incident = await begun(session)
    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)
    await vacancies.lapse_due(session, now=LATER)
    assert await holding.waiting(session, incident_id=id_of(incident)) is asked
    await lifecycle.close(session, incident_id=id_of(incident), summary="Đã xong.", by=network.coordinator, now=LATER)

    await vacancies.lapse_due(session, now=LATER)

    assert (asked.answered_at, asked.answer) == (LATER, CommandAnswer.LAPSED)


async def test_what_names_a_commander_is_edited_when_they_are_erased(session: AsyncSession) -> None:
    network, incident = await begun(session)
    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)
    await handing.answer(session, offer_id=id_of(asked), accepts=True, by=network.coordinator, now=LATER)
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.COMMAND)
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.UPDATE_WATCH)

    await withdrawal.withdraw(session, person=network.colleague, wings=WINGS, now=LATER)

    edited = await session.exec(
        select(Broadcast.kind)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(col(Delivery.edit_due_at).is_not(None), Delivery.person_id == network.coordinator.id)
    )
    assert BroadcastKind.COMMAND in edited.all()


async def test_silence_counts_from_whoever_asked_first_and_the_second_can_take_over_from_then(
    session: AsyncSession,
) -> None:
    network, incident = await begun(session)
    third = await person(session, 9003, "Tô Văn Lâm", role=Role.COORDINATOR)
    await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=MORNING)

    with pytest.raises(handing.CommandAskedBefore) as refused:
        await handing.ask(session, incident_id=id_of(incident), by=third, now=MORNING + timedelta(minutes=14))

    silent_at = MORNING + timedelta(minutes=15)
    assert (refused.value.values["by"], refused.value.values["at"]) == (network.colleague.name, silent_at)
    with pytest.raises(handing.CommandTooEarly):
        await handing.take_over(
            session, incident_id=id_of(incident), reason="Vắng", by=third, now=MORNING + timedelta(minutes=14)
        )
    await handing.take_over(session, incident_id=id_of(incident), reason="Vắng", by=third, now=silent_at)
    assert await holder_of(network, incident) == "Tô Văn Lâm"


async def test_an_open_offer_is_not_wiped_out_by_a_third_who_asks(session: AsyncSession) -> None:
    network, incident = await begun(session)
    third = await person(session, 9003, "Tô Văn Lâm", role=Role.COORDINATOR)
    offered = await handing.offer(
        session,
        incident_id=id_of(incident),
        to_id=id_of(network.colleague),
        note="",
        by=network.coordinator,
        now=MORNING,
    )

    with pytest.raises(handing.CommandOfferedToAnother):
        await handing.ask(session, incident_id=id_of(incident), by=third, now=MORNING + timedelta(minutes=1))

    assert offered.answered_at is None
    later = MORNING + timedelta(minutes=15)
    assert (await handing.ask(session, incident_id=id_of(incident), by=third, now=later)).by_id == third.id


async def test_whom_command_is_offered_to_may_ask_for_it_all_the_same(session: AsyncSession) -> None:
    network, incident = await begun(session)
    offered = await handing.offer(
        session, incident_id=id_of(incident), to_id=id_of(network.colleague), note="", by=network.coordinator, now=LATER
    )

    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)

    assert (asked.to_id, offered.answer) == (network.coordinator.id, CommandAnswer.LAPSED)


async def test_command_is_not_given_to_one_who_asked_and_coordinates_no_longer(session: AsyncSession) -> None:
    network, incident = await begun(session)
    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=MORNING)
    await accounts.assign_role(session, person=network.colleague, role=None, by=None, now=LATER)

    with pytest.raises(handing.CommandNotForThem):
        await handing.answer(session, offer_id=id_of(asked), accepts=True, by=network.coordinator, now=LATER)

    assert await holder_of(network, incident) == "Đoàn Thị Hạ"


async def test_an_offer_ends_at_once_where_whoever_it_was_made_to_is_dismissed_and_its_maker_is_told(
    session: AsyncSession,
) -> None:
    network, incident = await begun(session)
    offered = await handing.offer(
        session,
        incident_id=id_of(incident),
        to_id=id_of(network.colleague),
        note="",
        by=network.coordinator,
        now=LATER,
    )
    await vacancies.lapse_due(session, now=LATER)
    assert await holding.waiting(session, incident_id=id_of(incident)) is offered
    await appointments.dismiss(session, person_id=id_of(network.colleague), by=network.coordinator, now=LATER)

    await vacancies.lapse_due(session, now=LATER)

    assert (offered.answered_at, offered.answer) == (LATER, CommandAnswer.LAPSED)
    assert (await told(network, incident))[-1] == [id_of(network.coordinator)]
    with pytest.raises(handing.CommandWishOver):
        await handing.answer(session, offer_id=id_of(offered), accepts=True, by=network.colleague, now=LATER)


async def test_what_a_dismissed_coordinator_asked_for_is_over_and_nobody_is_told_of_it_apart(
    session: AsyncSession,
) -> None:
    network, incident = await begun(session)
    asked = await handing.ask(session, incident_id=id_of(incident), by=network.colleague, now=LATER)
    before = await told(network, incident)
    await appointments.dismiss(session, person_id=id_of(network.colleague), by=network.coordinator, now=LATER)

    await vacancies.lapse_due(session, now=LATER)

    assert asked.answer is CommandAnswer.LAPSED
    assert await told(network, incident) == before
