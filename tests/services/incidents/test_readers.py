"""Who is told what follows of an incident: whoever speaks today for a business that takes part, and nobody else."""

from datetime import timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.incidents import Incident, NamedRecipient, NoticeAudience, NoticeKind
from models.people import Person
from models.responses import Answer
from models.tlp import Tlp
from services.business import suspension
from services.corrections import reopening
from services.incidents import notices, responses
from services.incidents.sharing import labels
from services.members import representatives
from tests.network import MORNING, Network, found_group, found_network

LATER = MORNING + timedelta(minutes=20)


async def remove_binh(network: Network) -> None:
    await representatives.remove(
        network.session, member_id=id_of(network.telecom), person_id=id_of(network.binh), by=network.an, now=LATER
    )


async def suspend(network: Network) -> None:
    await suspension.suspend(
        network.session, member_id=id_of(network.it), reason="Hồ sơ sai.", by=network.coordinator, now=LATER
    )


async def named(network: Network, incident: Incident) -> set[int]:
    query = select(NamedRecipient.person_id).where(NamedRecipient.incident_id == incident.id)
    return set(await network.session.exec(query))


def ids(*people: Person) -> list[int]:
    return sorted(id_of(one) for one in people)


async def test_an_update_the_end_and_the_reopening_go_to_those_alone_who_speak_today(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network, network.it)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.NEEDS_INFO, now=MORNING)
    await remove_binh(network)
    await suspend(network)

    incident_id, by = id_of(incident), network.coordinator
    assert await notices.recipients(session, incident=incident, audience=NoticeAudience.NEEDS_INFO) == []
    await notices.say(
        session,
        incident_id=incident_id,
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Tin mới.",
        by=by,
        now=LATER,
    )
    await notices.all_clear(session, incident_id=incident_id, summary="Xong.", by=by, now=LATER)
    await reopening.reopen(session, incident_id=incident_id, by=by, now=LATER)

    for kind in (BroadcastKind.UPDATE, BroadcastKind.ALL_CLEAR, BroadcastKind.REOPENED):
        assert await network.recipients(kind, incident) == [ids(network.an, network.chi)]
    to_group = await session.exec(
        select(Broadcast.kind)
        .join(Delivery)
        .where(Delivery.group_id == group.id, Broadcast.kind != BroadcastKind.ALERT)
    )
    assert to_group.all() == []


async def test_whoever_is_released_is_named_no_more_and_what_they_have_is_emptied(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await labels.change(session, incident=incident, label=Tlp.RED, by=network.coordinator, now=MORNING)
    assert sorted(await named(network, incident)) == ids(network.an, network.binh, network.chi, network.dung)

    await session.exec(update(Delivery).values(edit_due_at=None))

    await remove_binh(network)
    assert sorted(await named(network, incident)) == ids(network.an, network.chi, network.dung)
    await suspend(network)
    assert sorted(await named(network, incident)) == ids(network.an, network.chi), "she speaks for another one too"

    edited = await session.exec(select(Delivery.person_id).where(col(Delivery.edit_due_at).is_not(None)))
    assert set(ids(network.an, network.binh, network.dung)) <= set(edited)


async def test_who_left_before_the_label_came_is_not_named_by_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await remove_binh(network)
    await labels.change(session, incident=incident, label=Tlp.RED, by=network.coordinator, now=LATER)

    assert sorted(await named(network, incident)) == ids(network.an, network.chi, network.dung)
