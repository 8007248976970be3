"""Who is on site: said in one tap by whoever speaks for a business that takes part, and counted while it is true."""

from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind, KeptAttachment
from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from models.responses import Answer
from models.tasks import TaskStep
from services.ground.attachments import Attachment
from services.ground.holding_types import Erased, Leaving, Merging, Moved
from services.incidents import lifecycle, responses
from services.incidents.lifecycle import IncidentClosed
from services.incidents.offers import AnswerFirst
from services.incidents.responses import NotAlerted
from services.presence import holdings, standing_down, stays
from services.presence.stays import NotOnSite, OnSiteAlready
from services.tally import counting
from services.tasks import steps
from tests.network import MORNING, Network, found_network
from tests.services.tasking import assignment, give

HERE = Attachment(AttachmentKind.LOCATION, "21.028500,105.854200")


def later(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


async def ready(network: Network, incident: Incident, *people: Person, answer: Answer = Answer.READY) -> None:
    for one in people:
        await responses.respond(network.session, incident=incident, person=one, answer=answer, now=MORNING)


async def there(network: Network, incident: Incident) -> list[int]:
    return list(await stays.there_now(network.session, incident_id=id_of(incident)))


async def test_a_business_that_takes_part_comes_and_goes_whoever_of_it_taps(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.an, network.dung)

    await stays.arrive(session, incident=incident, person=network.an, now=MORNING + later(20))
    await stays.arrive(session, incident=incident, person=network.dung, now=MORNING + later(30))
    assert await there(network, incident) == [network.telecom.id, network.it.id]
    with pytest.raises(OnSiteAlready) as stands:
        await stays.arrive(session, incident=incident, person=network.binh, now=MORNING + later(31))
    assert stands.value.values["at"] == MORNING + later(20)

    await stays.leave(session, incident=incident, person=network.binh, now=MORNING + later(90))
    assert await there(network, incident) == [network.it.id]
    with pytest.raises(NotOnSite):
        await stays.leave(session, incident=incident, person=network.an, now=MORNING + later(91))

    # Whoever has gone may come again.
    await stays.arrive(session, incident=incident, person=network.an, now=MORNING + later(120))
    assert await stays.count_there(session, incident_id=id_of(incident)) == 2


async def test_who_takes_no_part_was_not_called_or_comes_after_the_end_is_refused(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.an, answer=Answer.CANNOT)

    for one in (network.an, network.dung):
        with pytest.raises(AnswerFirst):
            await stays.arrive(session, incident=incident, person=one, now=MORNING)
    with pytest.raises(NotAlerted):
        await stays.arrive(session, incident=incident, person=network.coordinator, now=MORNING)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=MORNING)
    with pytest.raises(IncidentClosed):
        await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    telecom = id_of(network.telecom)
    await stays.note_arrival(session, incident_id=id_of(incident), member_id=telecom, person=network.an, now=MORNING)
    assert await there(network, incident) == []


async def test_who_speaks_for_two_comes_for_both_and_in_a_group_for_its_business_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.chi)

    await stays.arrive(session, incident=incident, person=network.chi, only_for=id_of(network.postal), now=MORNING)
    assert await there(network, incident) == [network.postal.id]
    await stays.arrive(session, incident=incident, person=network.chi, now=MORNING + later(1))
    assert await there(network, incident) == [network.postal.id, network.it.id]
    await stays.leave(session, incident=incident, person=network.chi, only_for=id_of(network.it), now=MORNING)
    assert await there(network, incident) == [network.postal.id]


async def test_the_step_of_a_task_says_that_its_business_is_there_and_says_it_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.an)
    task = await give(network, assignment(network.telecom, incident=incident))
    for step in (TaskStep.ACKNOWLEDGED, TaskStep.ON_SITE):
        await steps.take(session, task_id=id_of(task), step=step, person=network.an, now=MORNING + later(5))

    assert await there(network, incident) == [network.telecom.id]
    assert (await counting.count(session, incident=incident, now=MORNING)).there == 1
    with pytest.raises(OnSiteAlready):
        await stays.arrive(session, incident=incident, person=network.an, now=MORNING + later(6))


async def test_a_place_is_kept_with_a_stay_that_has_just_begun_and_with_no_other(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.an)
    assert not await stays.share_place(session, person=network.an, place=HERE, now=MORNING)
    (stay,) = await stays.arrive(session, incident=incident, person=network.an, now=MORNING)

    assert not await stays.share_place(session, person=network.binh, place=HERE, now=MORNING)
    assert not await stays.share_place(session, person=network.an, place=HERE, now=MORNING + later(30))
    assert await stays.share_place(session, person=network.an, place=HERE, now=MORNING + later(29)) == [stay]
    assert not await stays.share_place(session, person=network.an, place=HERE, now=MORNING + later(29))
    assert await stays.places(session, stays=[stay]) == {stay.id: [HERE]}

    leaving = Leaving(network.an, [id_of(network.telecom)], "withdrew", MORNING)
    erasure = holdings.PEOPLE[0].erasure
    assert isinstance(erasure, Erased)
    await erasure.by(session, leaving)
    assert (await session.exec(select(KeptAttachment).where(col(KeptAttachment.subject) == "presence"))).all() == []


async def test_who_stands_down_after_the_end_is_on_site_no_more(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.an)
    await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=MORNING)
    assert await there(network, incident) == [network.telecom.id]

    await standing_down.stand_down(session, incident=incident, person=network.binh, now=MORNING + later(60))

    assert await there(network, incident) == []


async def test_of_two_that_are_merged_one_stay_is_left_where_both_are_there(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    for each in (incident, other):
        await ready(network, each, network.chi)
        await stays.arrive(session, incident=each, person=network.chi, only_for=id_of(network.it), now=MORNING)
    await stays.arrive(session, incident=other, person=network.chi, now=MORNING)

    (of_member,) = holdings.MEMBERS
    assert isinstance(of_member.merger, Moved)
    merging = Merging(id_of(network.postal), id_of(network.it), network.coordinator, MORNING + later(9))
    await of_member.merger.by(session, merging)

    assert await there(network, incident) == await there(network, other) == [network.postal.id]


async def test_a_place_that_is_shared_after_somebody_has_gone_is_kept_with_no_stay(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await ready(network, incident, network.an)
    await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    await stays.leave(session, incident=incident, person=network.an, now=MORNING + later(5))

    assert not await stays.share_place(session, person=network.an, place=HERE, now=MORNING + later(6))
