"""The tally is true: each business stands in exactly one heap, and unreachable is not silent."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel, Reach
from models.database import Database
from models.identity import id_of
from models.incidents import Incident
from models.members import MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Person
from models.responses import Answer
from services.incidents import lifecycle as incidents
from services.incidents import notices, offers, reminders, responses, standings
from services.incidents.audience import Wanted
from services.members import capabilities
from services.people import reach
from services.tally import counting as tally
from services.tally import listing
from services.tally.counting import Aftermath, AnswerGroup, Share, Tally
from services.tally.listing import PAGE
from tests.conftest import MIGRATED, beginning_as
from tests.network import CABLE_CUT, HOAN_KIEM, MORNING, Network, business, found_network, lose, person, speak

LATER = MORNING + timedelta(minutes=20)
NOTHING = dict.fromkeys(AnswerGroup, 0)


async def count(network: Network, incident: Incident) -> Tally:
    await network.session.flush()
    return await tally.count(network.session, incident=incident, now=LATER)


async def heaps(network: Network, incident: Incident) -> dict[AnswerGroup, int]:
    return {group: number for group, number in (await count(network, incident)).groups.items() if number}


async def names(network: Network, incident: Incident, group: AnswerGroup) -> list[str]:
    page = await listing.listing(network.session, incident=incident, group=group, number=0, now=LATER)
    return [line.member.name for line in page.lines]


async def test_before_anything_was_sent_everybody_is_waited_for(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(delivered=False)

    counted = await count(network, incident)

    assert counted.groups == {**NOTHING, AnswerGroup.WAITING: 3}
    assert (counted.members, counted.people, counted.answered) == (3, 4, 0)
    assert counted.messages[DeliveryState.PENDING] == 4


async def test_silent_unreachable_and_waiting_are_three_things(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.FAILED, network.an, network.binh)
    await network.mark(incident, DeliveryState.SENDING, network.dung)

    assert await heaps(network, incident) == {AnswerGroup.UNREACHABLE: 1, AnswerGroup.SILENT: 2}
    assert await names(network, incident, AnswerGroup.UNREACHABLE) == ["Viễn thông Sông Hồng"]


async def test_a_business_is_reached_by_any_of_its_people(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.FAILED, network.an)

    assert await heaps(network, incident) == {AnswerGroup.SILENT: 3}


async def test_a_message_that_waits_behind_a_failed_one_is_still_waited_for(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(delivered=False)
    await network.mark(incident, DeliveryState.FAILED, network.an)

    assert await heaps(network, incident) == {AnswerGroup.WAITING: 3}


async def test_who_was_not_written_to_before_the_end_is_not_called_unreachable(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.DROPPED, network.an, network.chi, network.dung)
    await network.mark(incident, DeliveryState.FAILED, network.binh)

    assert await heaps(network, incident) == {AnswerGroup.NOT_SENT: 2, AnswerGroup.UNREACHABLE: 1}


async def test_who_blocked_the_bot_after_the_alert_is_unreachable_unless_a_colleague_is_there(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()

    await lose(network.an, session, now=LATER)
    assert await heaps(network, incident) == {AnswerGroup.SILENT: 3}
    await lose(network.binh, session, reason="Forbidden: bot was blocked by the user", now=LATER)

    assert await heaps(network, incident) == {AnswerGroup.SILENT: 2, AnswerGroup.UNREACHABLE: 1}
    page = await listing.listing(session, incident=incident, group=AnswerGroup.UNREACHABLE, number=0, now=LATER)
    assert [(line.member.id, "blocked" in (line.error or "")) for line in page.lines] == [(network.telecom.id, True)]


async def test_nobody_waits_for_a_business_that_nobody_speaks_for_and_its_answer_stays_one(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=MORNING)
    spoken = await session.exec(select(Representative).where(Representative.person_id != network.dung.id))
    for one in spoken:
        one.status = RepresentativeStatus.REMOVED
    network.it.status = MemberStatus.SUSPENDED

    assert await heaps(network, incident) == {AnswerGroup.READY: 1, AnswerGroup.UNREACHABLE: 2}
    assert (await count(network, incident)).lost == 1
    page = await listing.listing(session, incident=incident, group=AnswerGroup.UNREACHABLE, number=0, now=LATER)
    assert [line.error for line in page.lines] == [listing.NOBODY] * 2
    with pytest.raises(reminders.NobodySilent):
        await reminders.remind_now(session, incident=incident, by=network.coordinator, now=LATER)
    # After the end it stays as it stood: whoever leaves the network later was asked all the same.
    await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)
    assert (await heaps(network, incident))[AnswerGroup.SILENT] == 2


@pytest.mark.parametrize(
    ("there", "heap"), [(DeliveryState.SENT, AnswerGroup.SILENT), (DeliveryState.FAILED, AnswerGroup.UNREACHABLE)]
)
async def test_who_is_reached_by_any_channel_is_reached_and_counts_once(
    session: AsyncSession, there: DeliveryState, heap: AnswerGroup
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.FAILED, network.an, network.binh)
    await by_mail(network, incident, network.an, there)
    await lose(network.an, session, now=LATER)

    counted = await count(network, incident)

    assert counted.groups[heap] == (1 if heap is AnswerGroup.UNREACHABLE else 3)
    assert (counted.people, counted.messages[there]) == (4, 3 if there is DeliveryState.SENT else 2)


async def by_mail(network: Network, incident: Incident, person: Person, state: DeliveryState) -> None:
    """Let a person's alert go by a channel of its own as well."""
    about = select(Broadcast.id).where(Broadcast.subject_id == incident.id, Broadcast.kind == BroadcastKind.ALERT)
    network.session.add(
        Delivery(
            broadcast_id=(await network.session.exec(about)).one() or 0,
            person_id=id_of(person),
            channel="mail",
            address="an@example.vn",
            lane=Lane.ALERT,
            state=state,
            due_at=MORNING,
        )
    )
    await network.session.flush()


async def test_an_answer_outweighs_a_failed_message(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.FAILED)

    await responses.respond(session, incident=incident, person=network.chi, answer=Answer.CANNOT, now=LATER)

    assert await heaps(network, incident) == {AnswerGroup.CANNOT: 2, AnswerGroup.UNREACHABLE: 1}


async def test_whoever_answered_is_named_as_registered_and_not_by_a_nickname(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    registered = network.an.name
    network.an.name = "Mèo Con 🐱"
    answered = await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=LATER)
    await session.flush()

    [standing] = await standings.standings(session, incident=incident, person_id=id_of(network.an))
    [step] = await standings.history(session, response=answered[0])
    page = await listing.listing(session, incident=incident, group=AnswerGroup.READY, number=0, now=LATER)
    line = await listing.line_of(session, incident=incident, member_id=id_of(network.telecom))
    assert [standing.by, step.by, page.lines[0].by, line.by] == [registered] * 4


async def test_an_uncertain_message_counts_as_sent_to_someone_silent(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.UNCERTAIN)

    counted = await count(network, incident)

    assert counted.groups[AnswerGroup.SILENT] == 3
    assert counted.messages[DeliveryState.UNCERTAIN] == 4
    assert counted.messages[DeliveryState.SENT] == 0


async def test_every_kind_of_ready_is_ready(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who, what in ((network.an, Answer.READY_120), (network.chi, Answer.READY), (network.dung, Answer.REMOTE)):
        await responses.respond(session, incident=incident, person=who, answer=what, now=MORNING)

    counted = await count(network, incident)

    assert counted.groups == {**NOTHING, AnswerGroup.READY: 2, AnswerGroup.REMOTE: 1}
    assert counted.answered == 3


async def test_silent_businesses_that_looked_are_counted_among_the_silent(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who in (network.an, network.binh, network.dung):
        await responses.see(session, incident=incident, person=who, now=LATER)
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=LATER)

    counted = await count(network, incident)

    assert (counted.groups[AnswerGroup.SILENT], counted.seen) == (2, 1)


async def test_people_offered_are_summed_over_those_who_still_come(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who, number in ((network.an, 4), (network.chi, 3)):
        await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)
        await offers.offer(session, incident=incident, person=who, people=number, now=MORNING)
    counted = await count(network, incident)
    assert (counted.headcount, counted.headcount_from) == (7, 2)

    await responses.respond(session, incident=incident, person=network.an, answer=Answer.CANNOT, now=LATER)

    counted = await count(network, incident)
    assert (counted.headcount, counted.headcount_from) == (3, 1)


async def test_who_is_ready_and_says_no_number_sends_one_at_least(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who, answer in ((network.an, Answer.READY), (network.chi, Answer.READY_60), (network.dung, Answer.REMOTE)):
        await responses.respond(session, incident=incident, person=who, answer=answer, now=MORNING)
    await offers.offer(session, incident=incident, person=network.an, people=4, now=MORNING)

    counted = await count(network, incident)

    assert (counted.headcount, counted.headcount_from) == (4, 1)
    assert counted.people_at_least == counted.headcount + counted.headcount_unsaid
    assert counted.headcount_unsaid >= 1


async def test_shares_by_sector_and_wanted_capability(session: AsyncSession) -> None:
    network = await found_network(session)
    boats = id_of(await capabilities.add(session, name_vi="Xuồng", name_en="Boats", by=None, now=MORNING))
    both = await business(
        session, "0100000009", "Hai ngành", (Sector.TELECOM, Sector.IT), HOAN_KIEM, capabilities={boats: 2}
    )
    yen = await person(session, 1009, "Yên")
    await speak(session, yen, both)
    incident = await network.declare(replace(CABLE_CUT, wanted=Wanted(capability_ids=(boats,))))
    everybody = await network.declare()

    for where in (incident, everybody):
        await responses.respond(session, incident=where, person=yen, answer=Answer.REMOTE, now=MORNING)

    assert (await count(network, incident)).capabilities == {boats: Share(called=1, engaged=1)}
    assert (await count(network, everybody)).capabilities == {}
    assert (await count(network, everybody)).sectors == {
        Sector.TELECOM: Share(called=2, engaged=1),
        Sector.POSTAL: Share(called=1, engaged=0),
        Sector.IT: Share(called=2, engaged=1),
    }


async def test_what_comes_back_after_the_end(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)
    await incidents.close(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)
    await offers.stand_down(session, incident=incident, person=network.an, now=LATER)
    for who, useful in ((network.an, True), (network.binh, True), (network.chi, False)):
        await responses.rate(session, incident=incident, person=who, useful=useful, now=LATER)

    assert (await count(network, incident)).aftermath == Aftermath(stood_down=1, took_part=1, useful=2, not_useful=1)


async def test_another_incident_is_not_counted(session: AsyncSession) -> None:
    network = await found_network(session)
    other, incident = await network.declare(), await network.declare()

    await responses.respond(session, incident=other, person=network.an, answer=Answer.READY, now=MORNING)
    await responses.see(session, incident=other, person=network.chi, now=MORNING)

    counted = await count(network, incident)
    assert (counted.groups, counted.seen) == ({**NOTHING, AnswerGroup.SILENT: 3}, 0)


async def test_who_comes_first_stands_first_and_who_is_late_last(session: AsyncSession) -> None:
    network = await found_network(session)
    await speak(session, network.dung, network.postal)
    incident = await network.declare()
    said = (
        (network.an, Answer.READY_30, MORNING - timedelta(hours=1)),
        (network.chi, Answer.READY_120, MORNING),
        (network.dung, Answer.READY_30, MORNING),
    )
    for who, what, at in said:
        await responses.respond(session, incident=incident, person=who, answer=what, now=at)

    page = await listing.listing(session, incident=incident, group=AnswerGroup.READY, number=0, now=LATER)

    assert [line.member.name for line in page.lines][-1] == "Viễn thông Sông Hồng"
    assert [line.by for line in page.lines] == ["Trần Tiến Dũng", "Trần Tiến Dũng", "Nguyễn Văn An"]


async def test_who_is_ready_now_is_never_late(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who, what in ((network.an, Answer.READY), (network.dung, Answer.READY_60)):
        await responses.respond(session, incident=incident, person=who, answer=what, now=MORNING)

    assert await names(network, incident, AnswerGroup.READY) == ["Viễn thông Sông Hồng", "Công nghệ Hoa Sen"]


async def test_who_arrives_at_this_very_moment_is_not_late_yet(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(
        session, incident=incident, person=network.an, answer=Answer.READY_30, now=LATER - timedelta(minutes=30)
    )
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=LATER)

    # Both are there at the same moment: who answered first stands first.
    assert await names(network, incident, AnswerGroup.READY) == ["Viễn thông Sông Hồng", "Công nghệ Hoa Sen"]


async def many(network: Network, number: int) -> None:
    yen = await person(network.session, 2000, "Yên")
    for place in range(number):
        member = await business(network.session, f"02000000{place:02}", f"Số {place}", (Sector.IT,), HOAN_KIEM)
        await speak(network.session, yen, member)


async def test_a_long_heap_is_shown_page_by_page(session: AsyncSession) -> None:
    network = await found_network(session)
    await many(network, 2 * PAGE - 2)
    incident = await network.declare()

    pages = [
        await listing.listing(session, incident=incident, group=AnswerGroup.SILENT, number=number, now=LATER)
        for number in (0, 1, 2, 99, -1)
    ]

    assert [(page.number, page.pages, page.total, len(page.lines)) for page in pages] == [
        (0, 3, 2 * PAGE + 1, PAGE),
        (1, 3, 2 * PAGE + 1, PAGE),
        (2, 3, 2 * PAGE + 1, 1),
        (2, 3, 2 * PAGE + 1, 1),
        (0, 3, 2 * PAGE + 1, PAGE),
    ]
    shown = [line.member.id for page in pages[:3] for line in page.lines]
    assert len(set(shown)) == 2 * PAGE + 1


async def test_whoever_has_not_answered_stands_by_name_those_who_looked_before_the_others(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.see(session, incident=incident, person=network.an, now=MORNING)

    assert await names(network, incident, AnswerGroup.SILENT) == [
        "Viễn thông Sông Hồng",
        "Bưu chính Long Biên",
        "Công nghệ Hoa Sen",
    ]


async def test_a_page_of_a_long_heap_is_turned_to_by_the_name_with_which_it_begins(session: AsyncSession) -> None:
    network = await found_network(session)
    await many(network, 2 * PAGE - 2)
    incident = await network.declare()

    found = await listing.leaves(session, incident=incident, group=AnswerGroup.SILENT, now=LATER)

    firsts = [
        (await listing.listing(session, incident=incident, group=AnswerGroup.SILENT, number=number, now=LATER)).lines[0]
        for number in range(3)
    ]
    assert found == [(number, line.member.name) for number, line in enumerate(firsts)]


async def test_of_very_many_pages_every_few_are_offered(session: AsyncSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_LEAVES", 2)
    network = await found_network(session)
    await many(network, 2 * PAGE - 2)
    incident = await network.declare()

    found = await listing.leaves(session, incident=incident, group=AnswerGroup.SILENT, now=LATER)

    assert [number for number, _ in found] == [0, 2]


async def test_an_empty_heap_is_one_empty_page(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    page = await listing.listing(session, incident=incident, group=AnswerGroup.CANNOT, number=3, now=LATER)

    assert (list(page.lines), page.number, page.pages, page.total) == ([], 0, 1, 0)


STATES = st.lists(st.sampled_from(DeliveryState), min_size=4, max_size=4)
ANSWERS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(Answer)), max_size=6)
LOOKS = st.sets(st.integers(0, 3))


@settings(max_examples=25, deadline=None)
@given(states=STATES, said=ANSWERS, looked=LOOKS, lost=LOOKS)
def test_the_heaps_always_add_up_to_the_businesses_called(
    engines: Database,
    states: Sequence[DeliveryState],
    said: Sequence[tuple[int, Answer]],
    looked: set[int],
    lost: set[int],
) -> None:
    asyncio.run(_adds_up(engines, states, said, looked, lost))


async def _adds_up(
    engines: Database,
    states: Sequence[DeliveryState],
    said: Sequence[tuple[int, Answer]],
    looked: set[int],
    lost: set[int],
) -> None:
    async with beginning_as(engines, MIGRATED) as database, database.writing() as session:
        network = await found_network(session)
        those = (network.an, network.binh, network.chi, network.dung)
        incident = await network.declare()
        for who, state in zip(those, states, strict=True):
            await network.mark(incident, state, who)
        for minute, (place, what) in enumerate(said):
            moment = MORNING + timedelta(minutes=2 * minute)
            try:
                await responses.respond(session, incident=incident, person=those[place], answer=what, now=moment)
            except responses.AnswerStands:
                continue
        for place in looked:
            await responses.see(session, incident=incident, person=those[place], now=LATER)
        for place in lost:
            await lose(those[place], session, now=LATER)
        counted = await count(network, incident)
        listed = {group: await names(network, incident, group) for group in AnswerGroup}

    assert sum(counted.groups.values()) == counted.members == 3
    assert sum(counted.messages.values()) == counted.people == 4
    assert {group: len(heap) for group, heap in listed.items()} == counted.groups
    assert len({name for heap in listed.values() for name in heap}) == 3
    assert counted.seen <= counted.groups[AnswerGroup.SILENT]
    assert counted.answered == len(_answering(said))


def _answering(said: Sequence[tuple[int, Answer]]) -> set[str]:
    """Name the businesses for which these people answered."""
    businesses = ({"telecom"}, {"telecom"}, {"postal", "it"}, {"it"})
    return {name for place, _ in said for name in businesses[place]}


async def test_those_who_take_part_and_can_no_longer_be_written_to_are_marked(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for who in (network.an, network.chi):
        await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)
    assert (await tally.count(session, incident=incident, now=MORNING)).lost == 0

    network.telecom.status = MemberStatus.SUSPENDED
    for who in (network.chi, network.dung):
        await reach.lose(session, person=who, channel=Channel.TELEGRAM, reason="blocked", now=MORNING)

    assert (await tally.count(session, incident=incident, now=MORNING)).lost == 3
    await reach.regain(session, lost=await session.get_one(Reach, (network.dung.id, Channel.TELEGRAM)))
    assert (await tally.count(session, incident=incident, now=MORNING)).lost == 2
    page = await listing.listing(
        session, incident=incident, group=tally.AnswerGroup.READY, number=0, now=MORNING + timedelta(minutes=1)
    )
    assert {one.member.name: one.lost for one in page.lines} == {
        "Viễn thông Sông Hồng": True,
        "Bưu chính Long Biên": True,
        "Công nghệ Hoa Sen": False,
    }
