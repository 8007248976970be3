"""A review is done when it is written and no task is open without a decision; it moves with a reason."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.reviews import ReviewDecision, ReviewPart, ReviewState
from models.tasks import TaskState
from models.tlp import Tlp
from services.figures import work
from services.figures.periods import Stretch
from services.ground.arrivals import Arrival
from services.incidents.sharing.labels import LabelStricter
from services.reviews import facts, reviews, voices, writing
from services.reviews.reviews import ReviewOver, ReviewReasonLength, ReviewWordsLength
from services.reviews.voices import ReviewQuestion
from services.reviews.writing import (
    ReviewDatePast,
    ReviewOwnerGone,
    ReviewStands,
    ReviewTaskOpen,
    ReviewTaskSettled,
    ReviewUnwritten,
)
from services.tasks import ladder, orders
from services.tasks import steps as task_steps
from services.tasks.orders import Assignment
from tests.network import TIME_ZONE, found_network
from tests.services.reviewing import after_end, asked, ended, opened, told, written
from tests.services.tasking import assignment, give

NOW = after_end(hours=30)


async def test_it_is_not_handed_in_or_done_before_its_three_parts_are_written(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await ended(network))
    by = {"review_id": id_of(review), "by": network.coordinator, "now": NOW}
    with pytest.raises(ReviewUnwritten) as missing:
        await writing.hand_in(session, **by)  # type: ignore[arg-type]
    assert missing.value.values["part"] == "well"
    with pytest.raises(ReviewWordsLength):
        await writing.write(session, part=ReviewPart.WELL, text="x" * 601, **by)  # type: ignore[arg-type]

    await written(network, review)
    await writing.hand_in(session, **by)  # type: ignore[arg-type]
    assert await told(network, BroadcastKind.REVIEW) == [{id_of(network.colleague)}]
    with pytest.raises(ReviewStands):
        await writing.hand_in(session, **by)  # type: ignore[arg-type]
    await writing.finish(session, **by)  # type: ignore[arg-type]
    assert (review.state, review.done_by_id) == (ReviewState.DONE, network.coordinator.id)
    with pytest.raises(ReviewOver):
        await writing.write(session, part=ReviewPart.WELL, text="Khác", **by)  # type: ignore[arg-type]
    await writing.take_back(session, time_zone=TIME_ZONE, **by)  # type: ignore[arg-type]
    assert (review.state, review.done_at) == (ReviewState.DRAFT, None)
    actions = set((await session.exec(select(AuditEntry.action).where(AuditEntry.subject == "review"))).all())
    assert actions == {"review-opened", "review-written", "review-state"}


async def test_a_task_that_is_open_is_named_until_it_is_settled_or_kept_open_for_a_reason(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await ended(network)
    review = await written(network, await opened(network, incident))
    given = after_end(hours=25)
    due = after_end(days=9)
    first = await give(network, assignment(network.telecom, incident=incident, due_at=due), draft_key="a", now=given)
    second = await give(network, assignment(network.postal, incident=incident, due_at=due), draft_key="b", now=given)
    # What a business calls done is open until it is verified.
    first.state = TaskState.DONE
    by = {"review_id": id_of(review), "by": network.coordinator, "now": NOW}
    with pytest.raises(ReviewTaskOpen) as named:
        await writing.finish(session, **by)  # type: ignore[arg-type]
    assert named.value.values == {"code": first.code, "member": "Viễn thông Sông Hồng", "more": 1}

    with pytest.raises(ReviewReasonLength):
        await writing.keep_open(session, task_id=id_of(first), reason=" ", **by)  # type: ignore[arg-type]
    await writing.keep_open(session, task_id=id_of(first), reason="Chờ kinh phí", **by)  # type: ignore[arg-type]
    await writing.keep_open(session, task_id=id_of(first), reason="Chờ quý sau", **by)  # type: ignore[arg-type]
    assert [one.reason for one in await session.exec(select(ReviewDecision))] == ["Chờ quý sau"]
    await task_steps.cancel(
        session,
        task_id=id_of(second),
        reason="Trùng",
        files=(),
        by=network.coordinator,
        now=NOW,
        came=Arrival(NOW, 7),
    )
    with pytest.raises(ReviewTaskSettled):
        await writing.keep_open(session, task_id=id_of(second), reason="Thôi", **by)  # type: ignore[arg-type]
    await writing.finish(session, **by)  # type: ignore[arg-type]


async def test_tasks_that_are_given_after_the_end_are_reminded_of_by_days(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    given, due = after_end(hours=25), after_end(days=9)
    await give(network, assignment(network.telecom, incident=incident, due_at=due), now=given)

    await ladder.remind_due(session, now=given + timedelta(hours=23))
    assert await told(network, BroadcastKind.TASK_REMINDER) == []
    await ladder.remind_due(session, now=given + timedelta(days=1))
    assert len(await told(network, BroadcastKind.TASK_REMINDER)) == 1
    await ladder.remind_due(session, now=due)
    assert len(await told(network, BroadcastKind.TASK_REMINDER)) == 2


async def test_it_goes_to_another_owner_and_another_date_with_a_reason(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await ended(network))
    by = {"review_id": id_of(review), "by": network.coordinator, "now": NOW}
    for person in (network.an, network.coordinator):
        with pytest.raises(ReviewOwnerGone):
            await writing.give(session, person_id=id_of(person), reason="Bận", **by)  # type: ignore[arg-type]
    await writing.give(session, person_id=id_of(network.colleague), reason="Bận", **by)  # type: ignore[arg-type]
    assert (review.owner_id, review.moved_because) == (network.colleague.id, "Bận")
    assert await told(network, BroadcastKind.REVIEW) == [{id_of(network.colleague)}]

    later = NOW + timedelta(days=10)
    with pytest.raises(ReviewDatePast):
        await writing.put_off(session, due_at=NOW, reason="Chờ", time_zone=TIME_ZONE, **by)  # type: ignore[arg-type]
    review.late_days = 4
    await writing.put_off(session, due_at=later, reason="Chờ số liệu", time_zone=TIME_ZONE, **by)  # type: ignore[arg-type]
    assert (review.due_at, review.late_days) == (later, 0)
    assert NOW < review.remind_at < later
    query = select(AuditEntry).where(AuditEntry.action == "review-moved").order_by(col(AuditEntry.id))
    moved = (await session.exec(query)).all()
    assert [set(one.before or {}) for one in moved] == [{"owner_id"}, {"due_at"}]


async def test_words_with_a_stricter_label_are_refused_since_others_read_what_changes(session: AsyncSession) -> None:
    network = await found_network(session)
    review = await opened(network, await ended(network))
    with pytest.raises(LabelStricter):
        await writing.write(
            session,
            review_id=id_of(review),
            part=ReviewPart.CHANGES,
            text="TLP:RED đổi mật khẩu",
            by=network.coordinator,
            now=NOW,
        )


@pytest.mark.parametrize(("label", "hears"), [(None, True), (Tlp.AMBER_STRICT, True), (Tlp.RED, False)])
async def test_those_who_answered_hear_what_changes_where_its_label_lets_them(
    session: AsyncSession, label: Tlp | None, hears: bool
) -> None:
    network = await found_network(session)
    incident = await ended(network, ready=[network.an, network.chi])
    review = await written(network, await asked(network, incident))
    await voices.tap(
        session,
        review_id=id_of(review),
        question=ReviewQuestion.USEFUL,
        says_yes=True,
        by=network.an,
        now=NOW,
    )
    incident.tlp = label
    await session.flush()
    await writing.finish(session, review_id=id_of(review), by=network.coordinator, now=NOW)
    assert await told(network, BroadcastKind.REVIEW_OUTCOME) == [{id_of(network.an)} if hears else set()]
    assert (await reviews.by_id(session, review_id=id_of(review))).state is ReviewState.DONE


async def test_what_is_to_be_done_after_the_end_has_working_days_and_not_the_hours_of_an_alarm(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await ended(network)
    # Shortly before one in the night to Saturday, the policy of an alarm would say before three; the 24th is a holiday.
    night = after_end(hours=15, minutes=56)
    planned = Assignment(member_id=id_of(network.telecom), drill_id=7)
    of_incident = Assignment(member_id=id_of(network.telecom), incident_id=incident.id)

    for said in (of_incident, planned):
        due = await orders.suggested_deadline(session, assignment=said, now=night, time_zone=TIME_ZONE)
        assert due == datetime(2026, 11, 30, 17, tzinfo=TIME_ZONE)


async def test_what_stays_open_for_a_reason_is_late_nowhere(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network)
    review = await opened(network, incident)
    said = assignment(network.telecom, incident=incident, due_at=after_end(hours=26))
    task = await give(network, said, now=after_end(hours=25))
    month = Stretch(after_end(days=-20), after_end(days=20))
    known = await facts.of(session, incident=incident, now=NOW)
    assert task.code in [one.name for one in known.late]
    assert (await work.within(session, stretch=month)).tasks_late == 1

    await writing.keep_open(
        session, review_id=id_of(review), task_id=id_of(task), reason="Chờ kinh phí", by=network.coordinator, now=NOW
    )

    known = await facts.of(session, incident=incident, now=NOW)
    assert task.code not in [one.name for one in known.late]
    figures = await work.within(session, stretch=month)
    assert (figures.tasks, figures.tasks_late) == (1, 0)
