"""The site as coordinators see it: who is there by arrival, then who went last, and the latest places first."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.attachments import AttachmentKind
from models.identity import id_of
from models.responses import Answer
from services.ground.attachments import Attachment
from services.incidents import responses
from services.presence import site, stays
from tests.network import MORNING, found_network

HERE = Attachment(AttachmentKind.LOCATION, "21.028500,105.854200")


def after(minutes: float) -> datetime:
    return MORNING + timedelta(minutes=minutes)


async def test_who_is_there_stands_first_by_arrival_then_who_went_last(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    telecom, postal, it = network.telecom, network.postal, network.it
    for who in (network.an, network.chi):
        await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)
    for who, member, arrives, leaves in (
        (network.an, telecom, 1, 10),
        (network.chi, postal, 2, 20),
        (network.dung, it, 3, None),
        (network.an, telecom, 30, None),
    ):
        only_for = id_of(member)
        await stays.arrive(session, incident=incident, person=who, now=after(arrives), only_for=only_for)
        if leaves is not None:
            await stays.leave(session, incident=incident, person=who, now=after(leaves), only_for=only_for)

    seen = await site.look(session, incident_id=id_of(incident), number=0)

    assert [(line.member, line.stay.left_at) for line in seen.lines] == [
        (it, None),
        (telecom, None),
        (postal, after(20)),
        (telecom, after(10)),
    ]
    assert (seen.there, seen.total) == (2, 4)


async def test_of_the_places_the_one_of_whoever_came_last_is_sent_first(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for minutes, who in enumerate((network.an, network.dung)):
        await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)
        await stays.arrive(session, incident=incident, person=who, now=after(minutes))
        await stays.share_place(session, person=who, place=HERE, now=after(minutes))

    found = await site.places_now(session, incident_id=id_of(incident))

    assert found == [(network.it, [HERE]), (network.telecom, [HERE])]
