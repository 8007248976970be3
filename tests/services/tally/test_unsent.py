"""Who has not got a message is known by name, with why, whom to call, and whether sending again can help."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.incidents import NoticeAudience, NoticeKind
from models.members import MemberStatus
from services.incidents import notices
from services.outbox.deliveries import Outcome
from services.tally import resending, unsent
from tests.network import MORNING, found_network, lose, speak
from tests.services.tally.test_resending import failed_incident, post


async def test_those_are_named_who_have_not_got_the_alert_with_business_phone_and_reason(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    await lose(network.an, session, now=MORNING)

    page = await unsent.listing(session, incident=incident, number=0)

    assert (page.total, page.again) == (4, 3)
    assert page.lines[0].name == "Nguyễn Văn An"
    assert [one.again for one in page.lines] == [False, True, True, True]
    found = {one.name: one for one in page.lines}
    assert found["Nguyễn Văn An"].error == "blocked"
    assert found["Lê Thị Bình"].error == "Bad Request: no"
    assert {name: one.member.name for name, one in found.items() if one.member is not None} == {
        "Nguyễn Văn An": "Viễn thông Sông Hồng",
        "Lê Thị Bình": "Viễn thông Sông Hồng",
        "Phạm Quế Chi": "Bưu chính Long Biên",
        "Trần Tiến Dũng": "Công nghệ Hoa Sen",
    }
    assert all(one.phone for one in page.lines)
    assert {kind for one in page.lines for kind in one.kinds} == {BroadcastKind.ALERT}


async def test_whoever_missed_several_messages_stands_in_the_list_once_with_all_of_them(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    await notices.say(
        session,
        incident_id=id_of(incident),
        kind=NoticeKind.UPDATE,
        audience=NoticeAudience.ALL,
        text="Tin mới.",
        by=network.coordinator,
        now=MORNING,
    )
    await post(network, Outcome.FAILED)

    page = await unsent.listing(session, incident=incident, number=0)

    assert (page.total, page.again) == (4, 8)
    assert page.lines[0].kinds == [BroadcastKind.ALERT, BroadcastKind.UPDATE]


async def test_nobody_is_left_in_the_list_once_it_was_sent_again(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    await resending.send_again(session, incident=incident, by=network.coordinator, now=MORNING)

    assert await unsent.count(session, incident=incident) == 0
    assert (await unsent.listing(session, incident=incident, number=3)).lines == []


async def test_whoever_speaks_for_several_is_named_for_the_one_for_which_they_were_called(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await speak(session, network.an, network.it)
    incident = await failed_incident(network)
    # Called for an elder one, too, they would stand there for that; they speak for it only since then.
    await speak(session, network.chi, network.telecom)

    page = await unsent.listing(session, incident=incident, number=0)

    members = {one.name: one.member.name for one in page.lines if one.member is not None}
    assert members["Nguyễn Văn An"] == "Viễn thông Sông Hồng"
    assert members["Phạm Quế Chi"] == "Bưu chính Long Biên"


async def test_whoever_got_the_message_and_only_missed_a_change_of_it_is_not_listed(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    its = select(Delivery).where(Delivery.person_id == network.dung.id, Delivery.state == DeliveryState.FAILED)
    for delivery in await session.exec(its):
        delivery.sent_at = MORNING
    await session.flush()

    page = await unsent.listing(session, incident=incident, number=0)

    assert page.total == 3
    assert "Trần Tiến Dũng" not in {one.name for one in page.lines}


async def test_no_number_is_shown_of_a_business_that_has_left(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await failed_incident(network)
    network.telecom.status = MemberStatus.LEFT
    session.add(network.telecom)
    await session.flush()

    page = await unsent.listing(session, incident=incident, number=0)

    assert {one.name for one in page.lines if one.phone is None} == {"Nguyễn Văn An", "Lê Thị Bình"}


async def test_what_did_arrive_is_not_listed(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.SENDING, network.dung)

    assert await unsent.count(session, incident=incident) == 0
