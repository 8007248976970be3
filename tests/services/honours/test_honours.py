"""Whom to honour is proposed once from the records; who agreed is named, to those who may read of it, drills apart."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.honours import Honour, HonourKind, HonourState
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus, Severity
from models.members import Member, Sector
from models.people import Person
from models.reports import Report, ReportKind, ReportState
from models.responses import Answer, Response
from models.reviews import Review, ReviewVoice
from models.tasks import Task, TaskChange, TaskState, TaskStep
from models.tlp import Tlp
from services.ground.holding_types import Merging, Moved
from services.honours import consent, deciding, holdings, honours, lists, proposing, releasing
from services.honours.deciding import HonourDecided, HonourReasonMissing, HonourSentenceLength
from services.honours.honours import HonourUnknown
from services.honours.lists import HonourHeap
from services.honours.releasing import HonourCircle, NobodyToHonour
from services.incidents.sharing.labels import LabelStricter
from tests.network import CABLE_CUT, HOAN_KIEM, MORNING, TIME_ZONE, Network, business, found_network
from tests.services.learning import sent

NOON = MORNING + timedelta(hours=3)
NEXT_DAY = NOON + timedelta(days=1)


async def ended(network: Network, *, kind: IncidentKind = IncidentKind.INCIDENT, tlp: Tlp | None = None) -> Incident:
    """Let an incident be declared in the morning and over at noon."""
    incident = await network.declare(replace(CABLE_CUT, kind=kind))
    incident.status, incident.closed_at, incident.tlp = IncidentStatus.CLOSED, NOON, tlp
    await network.session.flush()
    return incident


async def report(
    network: Network,
    incident: Incident,
    *,
    before: int = 30,
    member: Member | None = None,
    by: Person | None = None,
    confidential: bool = False,
    named: bool | None = None,
) -> Report:
    """Let a sign have been reported some minutes before the alert, of which the incident was made."""
    network.declared += 1
    made = Report(
        year=2026,
        number=network.declared,
        code=f"BC-2026-{network.declared:04}",
        member_id=id_of(member or network.telecom),
        person_id=id_of(by or network.an),
        kind=ReportKind.LINE,
        is_own=True,
        needs_help=False,
        is_confidential=confidential,
        text="Mất kết nối",
        reported_at=incident.declared_at - timedelta(minutes=before),
        state=ReportState.INCIDENT,
        state_at=incident.declared_at,
        incident_id=id_of(incident),
        may_be_named=named,
        draft_key=f"report:{network.declared}",
    )
    network.session.add(made)
    await network.session.flush()
    return made


async def task(network: Network, incident: Incident, *, done_at: datetime, due_at: datetime) -> None:
    """Let the IT business have been given a task, and have done it."""
    network.declared += 1
    made = Task(
        year=2026,
        number=network.declared,
        code=f"NV-2026-{network.declared:04}",
        incident_id=id_of(incident),
        member_id=id_of(network.it),
        severity=Severity.SERIOUS,
        what="Hàn cáp",
        place="",
        due_at=due_at,
        state=TaskState.VERIFIED,
        state_at=NOON,
        asked_by_id=id_of(network.coordinator),
        asked_at=MORNING,
        draft_key=f"task:{network.declared}",
    )
    network.session.add(made)
    await network.session.flush()
    network.session.add(
        TaskChange(
            task_id=id_of(made),
            member_id=id_of(network.it),
            person_id=id_of(network.dung),
            step=TaskStep.DONE,
            at=done_at,
        )
    )
    await network.session.flush()


async def told(network: Network, kind: BroadcastKind) -> list[set[int]]:
    """List whom each broadcast of a kind went to."""
    query = select(Broadcast.id).where(Broadcast.kind == kind).order_by(col(Broadcast.id))
    found = []
    for broadcast_id in (await network.session.exec(query)).all():
        went = await network.session.exec(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast_id))
        found.append({one for one in went if one is not None})
    return found


def people(*those: Person) -> set[int]:
    """Give the ids of some people."""
    return {id_of(one) for one in those}


async def confirmed(network: Network, incident: Incident, *, named: bool = True) -> Honour:
    """Let the telecom business's early report be confirmed, and the business agree to be named."""
    await report(network, incident)
    (honour,) = await proposing.propose(network.session, now=NEXT_DAY, incident_id=id_of(incident))
    await deciding.confirm(network.session, honour_id=id_of(honour), by=network.coordinator, now=NEXT_DAY)
    if named:
        await consent.say(network.session, honour_id=id_of(honour), accepts=True, by=network.an, now=NEXT_DAY)
    return honour


async def test_who_reported_before_the_alert_is_proposed_once_by_the_earliest_report(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident, before=10)
    first = await report(network, incident, before=30)
    await report(network, incident, before=-5, member=network.it, by=network.dung)
    await report(network, incident, before=50, member=network.postal, by=network.chi, confidential=True)

    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    assert (honour.kind, honour.member_id, honour.minutes) == (HonourKind.EARLY, network.telecom.id, 30)
    assert (honour.code, honour.state) == (first.code, HonourState.PROPOSED)
    assert await proposing.propose(session, now=NEXT_DAY) == []
    assert await told(network, BroadcastKind.HONOUR_THANKS) == []


async def test_tasks_done_in_time_are_one_honour_and_what_was_late_is_told_nowhere(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    for hours, due in ((1, 2), (2, 3), (2, 1)):
        at, until = MORNING + timedelta(hours=hours), MORNING + timedelta(hours=due)
        await task(network, incident, done_at=at, due_at=until)

    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    assert (honour.kind, honour.member_id) == (HonourKind.RECOVERY, network.it.id)
    assert (honour.count, honour.minutes) == (2, 60)


async def test_who_took_part_in_what_was_over_in_time_is_proposed(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    incident.until_at = NOON + timedelta(minutes=45)
    for member, person, stood_down in ((network.telecom, network.an, NOON), (network.it, network.dung, None)):
        session.add(
            Response(
                incident_id=id_of(incident),
                member_id=id_of(member),
                person_id=id_of(person),
                answer=Answer.READY,
                answered_at=MORNING,
                stood_down_at=stood_down,
            )
        )
    await session.flush()

    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    assert (honour.member_id, honour.count, honour.minutes) == (network.telecom.id, 0, 45)


async def test_a_lesson_that_went_out_is_proposed_with_what_its_business_said_of_its_name(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    lesson = await sent(network)
    lesson.may_be_named = False

    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    await deciding.confirm(session, honour_id=id_of(honour), by=network.coordinator, now=NEXT_DAY)
    assert (honour.kind, honour.lesson_id, honour.may_be_named) == (HonourKind.LESSON, lesson.id, False)


async def test_coordinators_hear_a_day_after_an_end_once_and_only_where_somebody_is_proposed(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await ended(network)
    await report(network, incident)

    await proposing.propose_due(session, now=NEXT_DAY - timedelta(minutes=1))
    assert await told(network, BroadcastKind.HONOURS_PROPOSED) == []
    for hours in (0, 1, 30):
        await proposing.propose_due(session, now=NEXT_DAY + timedelta(hours=hours))
    assert await told(network, BroadcastKind.HONOURS_PROPOSED) == [people(network.coordinator, network.colleague)]


async def test_coordinators_are_not_told_of_an_end_that_is_a_week_old(session: AsyncSession) -> None:
    network = await found_network(session)
    await report(network, await ended(network))
    await proposing.propose_due(session, now=NOON + timedelta(days=7))
    assert await told(network, BroadcastKind.HONOURS_PROPOSED) == []
    await proposing.propose_due(session, now=NOON + timedelta(days=7) - timedelta(seconds=1))
    assert len(await told(network, BroadcastKind.HONOURS_PROPOSED)) == 1


async def test_a_naming_holds_no_more_than_one_message_does_and_the_rest_waits(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    for number in range(11):
        member = await business(session, f"02000000{number:02}", f"Viễn thông {number}", (Sector.TELECOM,), HOAN_KIEM)
        await report(network, incident, member=member, by=network.an)
    for one in await proposing.propose(session, now=NEXT_DAY):
        one.state, one.may_be_named = HonourState.CONFIRMED, True
    await session.flush()
    by, network_wide = network.coordinator, HonourCircle.NETWORK
    first = await releasing.release(session, circle=network_wide, honour_id=0, by=by, now=NEXT_DAY)
    rest = await releasing.release(session, circle=network_wide, honour_id=0, by=by, now=NEXT_DAY)
    assert (len(first.lines), len(rest.lines)) == (10, 1)


async def test_an_incident_that_is_under_way_again_proposes_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident)
    await report(network, await ended(network, kind=IncidentKind.DRILL))
    assert len(await proposing.propose(session, now=NEXT_DAY)) == 2
    # What comes of a drill is not counted among what waits.
    assert await lists.waiting(session) == 1

    incident.status = IncidentStatus.OPEN
    await session.flush()
    assert await lists.waiting(session) == 0
    assert await proposing.propose(session, now=NEXT_DAY) == []


async def test_the_first_decision_counts_and_a_dropped_one_is_told_to_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident)
    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    honour_id = id_of(honour)

    with pytest.raises(HonourReasonMissing):
        await deciding.drop(session, honour_id=honour_id, reason=" ", by=network.coordinator, now=NEXT_DAY)
    await deciding.drop(session, honour_id=honour_id, reason="Báo trùng", by=network.coordinator, now=NEXT_DAY)
    with pytest.raises(HonourDecided):
        await deciding.drop(session, honour_id=honour_id, reason="Khác", by=network.colleague, now=NEXT_DAY)
    assert await told(network, BroadcastKind.HONOUR_THANKS) == []
    with pytest.raises(HonourUnknown):
        await honours.own(session, honour_id=honour_id, person=network.an)

    # Whoever still sees a proposal has not read why it was dropped.
    with pytest.raises(HonourDecided):
        await deciding.confirm(session, honour_id=honour_id, by=network.colleague, now=NEXT_DAY)
    assert honour.reason == "Báo trùng"
    dropped = HonourState.DROPPED
    await deciding.confirm(session, honour_id=honour_id, seen=dropped, by=network.colleague, now=NEXT_DAY)
    assert (honour.state, honour.reason) == (HonourState.CONFIRMED, "")
    with pytest.raises(HonourDecided):
        await deciding.confirm(session, honour_id=honour_id, by=network.coordinator, now=NEXT_DAY)
    assert await told(network, BroadcastKind.HONOUR_THANKS) == [people(network.an, network.binh)]


async def test_a_sentence_is_one_line_that_names_no_narrower_label(session: AsyncSession) -> None:
    network = await found_network(session)
    honour = await confirmed(network, await ended(network), named=False)

    async def say(words: str) -> None:
        await deciding.reword(session, honour_id=id_of(honour), sentence=words, by=network.coordinator, now=NEXT_DAY)

    await say("Báo trước\ncảnh báo")
    assert honour.sentence == "Báo trước cảnh báo"
    for words, refusal in (("x" * 251, HonourSentenceLength), ("TLP:RED bí mật", LabelStricter)):
        with pytest.raises(refusal):
            await say(words)
    await say("")
    assert honour.sentence == ""


async def test_nobody_but_its_own_people_says_whether_a_business_is_named(session: AsyncSession) -> None:
    network = await found_network(session)
    honour = await confirmed(network, await ended(network), named=False)
    assert await releasing.batches(session) == []

    with pytest.raises(HonourUnknown):
        await consent.say(session, honour_id=id_of(honour), accepts=True, by=network.dung, now=NEXT_DAY)
    await consent.say(session, honour_id=id_of(honour), accepts=True, by=network.binh, now=NEXT_DAY)
    (batch,) = await releasing.batches(session)
    assert (batch.circle, set(batch.people)) == (
        HonourCircle.NETWORK,
        people(network.an, network.binh, network.chi, network.dung),
    )


async def test_what_the_reporter_said_of_naming_is_known_and_a_no_counts_more(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident, named=True)
    await report(network, incident, by=network.binh, named=False)

    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    await deciding.confirm(session, honour_id=id_of(honour), by=network.coordinator, now=NEXT_DAY)
    assert honour.may_be_named is False


@pytest.mark.parametrize(
    ("reported", "said", "known"),
    [
        (None, None, None),
        (None, False, False),
        (None, True, True),
        (True, None, True),
        (True, False, False),
        (False, True, False),
    ],
)
async def test_what_report_and_review_heard_of_naming_is_known_and_a_no_in_either_counts_more(
    session: AsyncSession, reported: bool | None, said: bool | None, known: bool | None
) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident, named=reported)
    review = Review(
        incident_id=id_of(incident),
        owner_id=id_of(network.coordinator),
        opened_at=NOON,
        ended_at=NOON,
        due_at=NEXT_DAY,
        asks_at=NOON,
        remind_at=NEXT_DAY,
    )
    session.add(review)
    await session.flush()
    session.add(ReviewVoice(review_id=id_of(review), member_id=id_of(network.telecom), may_be_named=said, at=NOON))

    (honour,) = await proposing.propose(session, now=NEXT_DAY)
    await deciding.confirm(session, honour_id=id_of(honour), by=network.coordinator, now=NEXT_DAY)
    assert honour.may_be_named is known


async def test_a_naming_is_released_once_and_leaves_out_who_has_taken_it_back(session: AsyncSession) -> None:
    network = await found_network(session)
    honour = await confirmed(network, await ended(network))

    async def release() -> None:
        await releasing.release(session, circle=HonourCircle.NETWORK, honour_id=0, by=network.coordinator, now=NEXT_DAY)

    await release()
    with pytest.raises(NobodyToHonour):
        await release()
    release_id = honour.release_id or 0
    assert len(await releasing.released(session, release_id=release_id)) == 1
    assert await listed(session, HonourHeap.NAMED) == ["Viễn thông Sông Hồng"]

    await consent.say(session, honour_id=id_of(honour), accepts=False, by=network.binh, now=NEXT_DAY)
    assert await releasing.released(session, release_id=release_id) == []
    assert await listed(session, HonourHeap.NAMED) == []


async def listed(session: AsyncSession, heap: HonourHeap, year: int = 2026) -> list[str]:
    """List the businesses of a heap."""
    page = await lists.page(session, heap=heap, year=year, number=0, time_zone=TIME_ZONE)
    return [one.member.name for one in page.lines]


async def test_drills_are_named_apart(session: AsyncSession) -> None:
    network = await found_network(session)
    await confirmed(network, await ended(network))
    await confirmed(network, await ended(network, kind=IncidentKind.DRILL))

    assert {one.circle for one in await releasing.batches(session)} == {HonourCircle.NETWORK, HonourCircle.DRILL}
    for circle in (HonourCircle.NETWORK, HonourCircle.DRILL):
        await releasing.release(session, circle=circle, honour_id=0, by=network.coordinator, now=NEXT_DAY)
    for heap in (HonourHeap.NAMED, HonourHeap.DRILLS):
        page = await lists.page(session, heap=heap, year=2026, number=0, time_zone=TIME_ZONE)
        assert (page.total, page.drills) == ((0, 1) if heap is HonourHeap.DRILLS else (1, 0))
    assert await listed(session, HonourHeap.NAMED, 2025) == []


@pytest.mark.parametrize("label", [Tlp.AMBER, Tlp.RED])
async def test_what_is_for_few_is_named_to_those_who_know_of_it_and_red_to_nobody(
    session: AsyncSession, label: Tlp
) -> None:
    network = await found_network(session)
    incident = await ended(network)
    honour = await confirmed(network, incident)
    incident.tlp = label
    await session.flush()

    found = await releasing.batches(session)
    assert [(one.circle, one.honour_id) for one in found] == (
        [(HonourCircle.FEW, id_of(honour))] if label is Tlp.AMBER else []
    )
    year = await lists.of_year(session, year=2026, time_zone=TIME_ZONE)
    assert len(year) == (1 if label is Tlp.AMBER else 0)


async def test_of_two_businesses_that_become_one_each_thing_is_honoured_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    await report(network, incident)
    await report(network, incident, member=network.it, by=network.dung)
    await proposing.propose(session, now=NEXT_DAY)

    await merge(network)
    assert list(await session.exec(select(Honour.member_id))) == [network.it.id]


@pytest.mark.parametrize(("said", "stands", "asked"), [(True, None, True), (False, False, False), (None, None, False)])
async def test_a_yes_is_no_word_of_the_business_that_another_one_becomes_so_that_one_is_asked(
    session: AsyncSession, said: bool | None, stands: bool | None, asked: bool
) -> None:
    network = await found_network(session)
    honour = await confirmed(network, await ended(network), named=False)
    if said is not None:
        await consent.say(session, honour_id=id_of(honour), accepts=said, by=network.an, now=NEXT_DAY)

    await merge(network)

    assert (honour.member_id, honour.may_be_named) == (network.it.id, stands)
    assert any(people(network.dung) <= one for one in await told(network, BroadcastKind.HONOUR_THANKS)) is asked


async def merge(network: Network) -> None:
    """Let the telecom business become a part of the IT business, as far as honours go."""
    merging = Merging(id_of(network.it), id_of(network.telecom), network.coordinator, NEXT_DAY)
    for held in holdings.MEMBERS:
        assert isinstance(held.merger, Moved)
        await held.merger.by(network.session, merging)
