"""A planned drill that is over is looked back at as an incident is, by whoever planned it, and apart from all real."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Lane
from models.drills import Drill
from models.identity import id_of
from models.reviews import Review, ReviewPart, ReviewState
from services.lessons import writing as lessons
from services.people import accounts
from services.reviews import drill_facts, lists, opening, reminding, reviews, voices, writing
from services.reviews.lists import ReviewHeap
from services.reviews.opening import ReviewTooEarly
from services.reviews.voices import ReviewNotYours, ReviewQuestion
from services.reviews.writing import ReviewTaskOpen
from services.tasks import orders
from services.tasks.orders import Assignment
from tests.network import TIME_ZONE, Network, found_network
from tests.services.drills.drilling import STARTS_AT, answer, begun, let_pass
from tests.services.reviewing import told

END = STARTS_AT + timedelta(minutes=35)
MORNING_AFTER = END + timedelta(hours=24)


async def over(network: Network) -> Drill:
    """Let a drill be over, of which one business answered one of its two injects."""
    drill = await begun(network)
    await answer(network, drill, 0, network.an, now=STARTS_AT + timedelta(minutes=2))
    await let_pass(network, STARTS_AT + timedelta(minutes=10), STARTS_AT + timedelta(minutes=15), END)
    return drill


async def opened(network: Network, drill: Drill) -> Review:
    """Let the clock open the review of a drill."""
    await opening.open_due(network.session, now=END + timedelta(hours=2), time_zone=TIME_ZONE)
    review = await reviews.of_drill(network.session, drill_id=id_of(drill))
    assert review is not None
    return review


async def test_a_while_after_its_end_it_has_a_review_of_whoever_planned_it_in_five_working_days(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await over(network)
    await opening.open_due(session, now=END + timedelta(hours=1, minutes=59), time_zone=TIME_ZONE)
    assert (await session.exec(select(Review))).all() == []
    review = await opened(network, drill)
    await opening.open_due(session, now=END + timedelta(hours=3), time_zone=TIME_ZONE)

    assert (review.incident_id, review.drill_id, review.owner_id) == (None, drill.id, drill.planned_by_id)
    # From a Friday on, over a holiday, until five in the afternoon.
    assert review.due_at.astimezone(TIME_ZONE).isoformat() == "2026-11-30T17:00:00+07:00"
    assert len((await session.exec(select(Review))).all()) == 1
    assert await reviews.about(session, review=review) is drill


async def test_it_is_prefilled_with_what_was_answered_in_time_and_what_was_not(session: AsyncSession) -> None:
    network = await found_network(session)
    known = await drill_facts.of(session, drill=await over(network))
    assert (known.result.whole.given, known.result.whole.answered, known.missed) == (4, 1, 3)
    assert [(one.given, one.answered) for one in known.injects] == [(3, 1), (1, 0)]
    assert known.lasted == timedelta(minutes=35)


async def test_those_who_answered_are_asked_once_behind_all_that_is_real_and_apart(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await over(network))
    review_id = id_of(review)
    for hours in (0, 1):
        await opening.ask_due(session, now=MORNING_AFTER + timedelta(hours=hours))

    assert await told(network, BroadcastKind.REVIEW) == [{id_of(network.coordinator)}]
    assert await told(network, BroadcastKind.REVIEW_ASKED) == [{id_of(network.an), id_of(network.binh)}]
    kinds = (BroadcastKind.REVIEW, BroadcastKind.REVIEW_ASKED)
    assert set(await session.exec(select(Broadcast.lane).where(col(Broadcast.kind).in_(kinds)))) == {Lane.DRILL}
    counts = (await lists.page(session, heap=ReviewHeap.DRILLS, number=0)).counts
    assert counts == {ReviewHeap.OPEN: 0, ReviewHeap.DONE: 0, ReviewHeap.DRILLS: 1}
    assert await lists.late(session, now=review.due_at + timedelta(days=1)) == 0
    assert [one.about.code for one in await lists.asked_of(session, person=network.an)] == ["DK-2026-0001"]
    assert len(await lists.due(session, since=END, reader_id=id_of(network.coordinator))) == 1

    with pytest.raises(ReviewNotYours):
        await voices.asked_of(session, review_id=review_id, person=network.dung)
    await voices.tap(
        session, review_id=review_id, question=ReviewQuestion.NAMED, says_yes=True, by=network.an, now=MORNING_AFTER
    )
    assert (await voices.count(session, review=review)).named == 1
    assert await voices.who_answered(session, review=review) == [id_of(network.an)]


async def test_what_is_to_be_done_after_it_is_a_task_of_a_business_that_waits_for_a_word(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await over(network)
    review, by = await opened(network, drill), network.coordinator
    for part in (ReviewPart.WELL, ReviewPart.CAUSES, ReviewPart.CHANGES):
        await writing.write(session, review_id=id_of(review), part=part, text="Như đã bàn", by=by, now=MORNING_AFTER)
    said = Assignment(
        member_id=id_of(network.telecom),
        drill_id=drill.id,
        what="Thay ắc quy",
        place="Ba Vì",
        due_at=MORNING_AFTER + timedelta(days=9),
    )
    task = await orders.assign(session, assignment=said, draft_key="1:t", by=by, now=MORNING_AFTER, time_zone=TIME_ZONE)
    assert [one.task.code for one in await writing.tasks_of(session, review=review)] == [task.code]
    with pytest.raises(ReviewTaskOpen):
        await writing.finish(session, review_id=id_of(review), by=by, now=MORNING_AFTER)
    await writing.keep_open(
        session, review_id=id_of(review), task_id=id_of(task), reason="Chờ kinh phí", by=by, now=MORNING_AFTER
    )
    done = await writing.finish(session, review_id=id_of(review), by=by, now=MORNING_AFTER)
    assert done.state is ReviewState.DONE


async def test_it_is_done_without_tasks_and_becomes_a_lesson_of_a_drill(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await over(network))
    by, review_id = network.coordinator, id_of(review)
    for part in (ReviewPart.WELL, ReviewPart.CAUSES, ReviewPart.CHANGES):
        await writing.write(session, review_id=review_id, part=part, text="Như đã bàn", by=by, now=MORNING_AFTER)
    assert await writing.tasks_of(session, review=review) == []
    await writing.hand_in(session, review_id=review_id, by=by, now=MORNING_AFTER)
    await writing.finish(session, review_id=review_id, by=by, now=MORNING_AFTER)
    assert review.state is ReviewState.DONE

    said = replace(await lessons.found_in_review(session, review_id=review_id), found="Theo kịch bản")
    lesson = await lessons.write(session, said=said, draft_key="1:l", by=by, now=MORNING_AFTER, time_zone=TIME_ZONE)
    assert (lesson.is_drill, lesson.incident_id) == (True, None)


async def test_reminders_wait_while_something_real_is_under_way(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await over(network))
    incident = await network.declare(now=END + timedelta(hours=3))
    await reminding.remind_due(session, now=review.due_at, time_zone=TIME_ZONE)
    assert await told(network, BroadcastKind.REVIEW_REMINDER) == []
    incident.declared_at = END - timedelta(minutes=1)
    await session.flush()
    await reminding.remind_due(session, now=review.due_at, time_zone=TIME_ZONE)
    assert await told(network, BroadcastKind.REVIEW_REMINDER) == [{id_of(network.coordinator)}]


async def test_by_hand_it_is_opened_once_it_is_over_and_belongs_to_another_where_its_planner_left(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    drill = await begun(network)
    by_hand = {"drill_id": id_of(drill), "by": network.colleague, "time_zone": TIME_ZONE}
    with pytest.raises(ReviewTooEarly):
        await opening.open_of_drill(session, now=END, **by_hand)  # type: ignore[arg-type]
    await let_pass(network, STARTS_AT + timedelta(minutes=10), STARTS_AT + timedelta(minutes=15), END)
    await accounts.assign_role(session, person=network.coordinator, role=None, by=None, now=END)

    first = await opening.open_of_drill(session, now=END, **by_hand)  # type: ignore[arg-type]
    second = await opening.open_of_drill(session, now=END, **by_hand)  # type: ignore[arg-type]
    assert first is second
    assert first.owner_id == network.colleague.id
    # Who was silent is not asked.
    await opening.ask_due(session, now=END)
    assert await told(network, BroadcastKind.REVIEW_ASKED) == []


async def test_its_code_is_found_as_it_is_typed(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await over(network)
    assert await lists.by_code(session, code=" dk-2026-0001") is drill
    assert await lists.by_code(session, code="DK-2026-0009") is None
    # Incidents without a review are listed also where a drill has one.
    await opened(network, drill)
    assert (await lists.ended(session, number=0)).incidents == []
