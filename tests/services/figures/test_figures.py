"""Figures of a month with a few incidents, each number counted by hand beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Delivery, DeliveryState
from models.honours import Honour, HonourKind, HonourState
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentStatus, Severity
from models.lessons import Lesson, LessonAnswer, LessonState, LessonVerdict
from models.members import Member, Sector
from models.people import Person
from models.reports import Report, ReportChange, ReportKind, ReportState, ReportStep
from models.responses import Answer, Response, ResponseChange
from models.systems import IncidentDuty, InformationSystem, SystemMark
from models.tasks import Task, TaskChange, TaskState, TaskStep
from models.tlp import Tlp
from services.figures import courses, figures
from services.figures.courses import MeasuredTime
from services.figures.figures import FiguresReport
from services.figures.periods import Period, PeriodKind
from services.figures.spreads import Spread
from services.papers import facts as paper_facts
from services.reviews import facts as review_facts
from tests.network import CABLE_CUT, MORNING, TIME_ZONE, Network, found_network

NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
DECEMBER = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def of(count: int, median: float, ninetieth: float) -> Spread:
    return Spread(count, minutes(median), minutes(ninetieth))


async def counted(session: AsyncSession, *, now: datetime = DECEMBER, period: Period = NOVEMBER) -> FiguresReport:
    await session.flush()
    return await figures.of(session, period=period, now=now, time_zone=TIME_ZONE)


async def declare(
    network: Network, at: datetime, *, began: float | None = None, sent: float = 1, kind: IncidentKind | None = None
) -> Incident:
    """Declare something; it began so many minutes before, and its alerts went so many minutes after."""
    began_at = at - minutes(began) if began is not None else None
    declaration = replace(CABLE_CUT, began_at=began_at, kind=kind or IncidentKind.INCIDENT)
    incident = await network.declare(declaration, now=at)
    of_it = select(Broadcast.id).where(Broadcast.subject == "incident", Broadcast.subject_id == incident.id)
    moved = update(Delivery).where(col(Delivery.broadcast_id).in_(of_it)).values(sent_at=at + minutes(sent))
    await network.session.exec(moved)
    return incident


def end(incident: Incident, after: float) -> None:
    incident.status, incident.closed_at = IncidentStatus.CLOSED, incident.declared_at + minutes(after)


async def a_month(network: Network) -> list[Incident]:
    """Let four incidents be, the last of which nobody answers and that goes on."""
    found = []
    for number, (began, sent) in enumerate(((10, 1), (20, 2), (30, 3), (40, 10))):
        found.append(await declare(network, MORNING + number * DAY, began=began, sent=sent))
    for number, incident in enumerate(found[:3], 1):
        await answered(network, incident, network.telecom, network.an, Answer.READY_30, 10 * number)
        incident.enough_at = incident.declared_at + minutes(10 * number + 5)
        incident.headcount_wanted = 5
    for number, incident in enumerate(found[:2], 1):
        await answered(network, incident, network.postal, network.chi, Answer.CANNOT, number + 5)
    for incident, after in zip(found, (60, 120, 240), strict=False):
        end(incident, after)
    found[3].severity = Severity.CRITICAL
    return found


async def answered(
    network: Network, incident: Incident, member: Member, by: Person, said: Answer, after: float
) -> None:
    """Let a business answer so many minutes after the declaration, and say the same once more an hour later."""
    at = incident.declared_at + minutes(after)
    response = Response(
        incident_id=id_of(incident), member_id=id_of(member), person_id=id_of(by), answer=said, answered_at=at
    )
    network.session.add(response)
    await network.session.flush()
    network.session.add_all(
        ResponseChange(response_id=id_of(response), person_id=id_of(by), answer=said, answered_at=when)
        for when in (at, at + minutes(60))
    )


async def test_times_are_measured_from_where_the_definitions_say(session: AsyncSession) -> None:
    network = await found_network(session)
    await a_month(network)

    times = (await counted(session)).now.incidents.times

    # 10, 20, 30 and 40 minutes: halfway between 20 and 30; rank 2.7 is 30 + 0.7 × 10.
    assert times[MeasuredTime.DETECTED] == of(4, 25, 37)
    # 1, 2, 3 and 10 minutes.
    assert times[MeasuredTime.ALERTED] == of(4, 2.5, 7.9)
    # 10, 20 and 30 minutes: who cannot come is not ready.
    assert times[MeasuredTime.READY] == of(3, 20, 28)
    assert times[MeasuredTime.HEADCOUNT] == of(3, 25, 33)
    # 60, 120 and 240 minutes: the fourth goes on.
    assert times[MeasuredTime.ALL_CLEAR] == of(3, 120, 216)


async def test_answers_are_counted_by_sector_from_each_business_own_alert(session: AsyncSession) -> None:
    network = await found_network(session)
    await a_month(network)

    found = (await counted(session)).now.incidents

    # Three businesses were called four times; telecom answered three times, post twice, IT never.
    assert (found.answers.called, found.answers.answered) == (12, 5)
    # Telecom 9, 18 and 27 minutes after its alert, post 5 and 5: rank 3.6 is 18 + 0.6 × 9.
    assert found.answers.took == of(5, 9, 23.4)
    telecom, postal, it = (found.sectors[one] for one in Sector)
    assert (telecom.called, telecom.answered, telecom.took) == (4, 3, of(3, 18, 25.2))
    # Of two no median is given.
    assert (postal.called, postal.answered, postal.took) == (4, 2, Spread(2))
    assert (it.called, it.answered, it.took) == (4, 0, Spread(0))
    assert (found.total, found.ended) == (4, 3)
    assert found.by_severity[Severity.CRITICAL] == 1


async def test_drills_and_problems_are_in_no_figure_of_incidents(session: AsyncSession) -> None:
    network = await found_network(session)
    await a_month(network)
    before = await counted(session)
    for kind in (IncidentKind.DRILL, IncidentKind.PROBLEM):
        other = await declare(network, MORNING + 5 * DAY, began=500, sent=90, kind=kind)
        await answered(network, other, network.it, network.dung, Answer.READY, 400)
        await network.mark(other, DeliveryState.FAILED, network.binh)
        end(other, 5000)

    found = await counted(session)

    assert found.now.incidents == before.now.incidents
    assert found.now.work == before.now.work
    assert found.now.problems == 1
    assert found.now.drills.alerts.total == found.now.drills.total == 1
    assert found.now.drills.alerts.unreached == 1
    assert found.now.drills.alerts.answers.answered == 1
    assert before.now.drills.total == 0


async def test_an_incident_belongs_to_the_month_in_which_it_was_declared_by_the_local_clock(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    # 23:59 on 31 October and 00:00 on 1 November in Việt Nam.
    midnight = datetime(2026, 10, 31, 17, tzinfo=UTC)
    await declare(network, midnight - minutes(1))
    await declare(network, midnight)

    found = await counted(session)

    assert (found.now.incidents.total, found.before.incidents.total) == (1, 1)
    assert found.until is None


async def test_the_first_sign_is_the_earliest_report_that_is_not_confidential(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await declare(network, MORNING, began=60, sent=2)
    for number, (before, is_confidential) in enumerate(((30, True), (20, False), (10, False)), 1):
        await reported(network, incident, number, MORNING - minutes(before), is_confidential=is_confidential)

    found = await courses.within(session, stretch=NOVEMBER.whole(TIME_ZONE))

    (course,) = found.of_kind[IncidentKind.INCIDENT]

    assert course.took(MeasuredTime.DETECTED) == minutes(40)
    assert course.took(MeasuredTime.ALERTED) == minutes(22)


@pytest.mark.parametrize(
    ("reports", "found", "code"),
    [
        # Who reports in confidence is no first sign, and neither is who reports what everybody was told of already.
        (((90, True),), 0, ""),
        (((90, True), (20, False)), 20, "BC-2026-2"),
        (((-5, False),), 0, ""),
    ],
)
async def test_papers_review_and_figures_tell_the_same_moment_at_which_it_was_found_out(
    session: AsyncSession, reports: Sequence[tuple[float, bool]], found: float, code: str
) -> None:
    network = await found_network(session)
    incident = await declare(network, MORNING, began=120)
    for number, (before, is_confidential) in enumerate(reports, 1):
        await reported(network, incident, number, MORNING - minutes(before), is_confidential=is_confidential)

    paper = await paper_facts.of(session, incident=incident)
    review = await review_facts.of(session, incident=incident, now=DECEMBER)
    (course,) = (await courses.within(session, stretch=NOVEMBER.whole(TIME_ZONE))).of_kind[IncidentKind.INCIDENT]

    found_at = MORNING - minutes(found)
    assert (paper.detected_at, review.found_at, course.detected_at) == (found_at, found_at, found_at)
    assert review.found_after == course.took(MeasuredTime.DETECTED) == minutes(120 - found)
    assert [one.code if one is not None else "" for one in (paper.first_sign, review.sign)] == [code, code]


async def reported(network: Network, incident: Incident, number: int, at: datetime, *, is_confidential: bool) -> None:
    report = Report(
        year=2026,
        number=number,
        code=f"BC-2026-{number}",
        member_id=id_of(network.telecom),
        person_id=id_of(network.an),
        kind=ReportKind.LINE,
        is_own=True,
        needs_help=False,
        is_confidential=is_confidential,
        text="Mất mạng",
        reported_at=at,
        state=ReportState.INCIDENT,
        state_at=at,
        incident_id=id_of(incident),
        draft_key=f"report:{number}",
    )
    network.session.add(report)
    await network.session.flush()
    network.session.add(
        ReportChange(report_id=id_of(report), person_id=id_of(network.coordinator), step=ReportStep.JOINED, at=at)
    )
    await network.session.flush()


async def test_a_person_whom_two_alerts_did_not_reach_is_one_and_the_newest_incident_leads_to_the_list(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    first, second = await declare(network, MORNING), await declare(network, MORNING + DAY)
    await network.mark(first, DeliveryState.FAILED, network.an, network.chi)
    await network.mark(second, DeliveryState.FAILED, network.an)

    found = (await counted(session)).now.incidents

    assert found.unreached == 2
    assert found.unreached_in == second


async def test_a_task_is_late_that_was_done_after_its_deadline_or_is_still_to_be_done(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await declare(network, MORNING)
    drill = await declare(network, MORNING, kind=IncidentKind.DRILL)
    due = MORNING + minutes(60)
    for number, (state, done, of_what) in enumerate(
        (
            (TaskState.VERIFIED, -5, incident),
            (TaskState.DONE, 5, incident),
            (TaskState.STARTED, None, None),
            (TaskState.CANCELLED, None, incident),
            (TaskState.DECLINED, None, incident),
            (TaskState.STARTED, None, drill),
        ),
        1,
    ):
        await tasked(network, number, state, due, done=done, of_what=of_what)

    work = (await counted(session)).now.work

    assert (work.tasks, work.tasks_late) == (3, 2)


async def tasked(
    network: Network, number: int, state: TaskState, due: datetime, *, done: float | None, of_what: Incident | None
) -> None:
    task = Task(
        year=2026,
        number=number,
        code=f"NV-2026-{number}",
        incident_id=id_of(of_what) if of_what is not None else None,
        member_id=id_of(network.telecom),
        severity=Severity.LOW,
        what="Nối cáp",
        place="",
        due_at=due,
        state=state,
        state_at=due,
        asked_by_id=id_of(network.coordinator),
        asked_at=MORNING,
        draft_key=f"task:{number}",
    )
    network.session.add(task)
    await network.session.flush()
    if done is not None:
        network.session.add(
            TaskChange(
                task_id=id_of(task),
                member_id=task.member_id,
                person_id=id_of(network.an),
                step=TaskStep.DONE,
                at=due + minutes(done),
            )
        )
    await network.session.flush()


async def test_a_notice_by_law_is_late_that_was_told_after_its_deadline_or_is_still_owed(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await declare(network, MORNING)
    system = InformationSystem(
        name="Một cửa", mark=SystemMark.MANAGED, name_key="k", sort_key="k", words="", changed_at=MORNING
    )
    session.add(system)
    await session.flush()
    due = MORNING + DAY
    for rule, done, dropped in (("notice", 1, None), ("initial-report", -1, None), ("first-notice", None, None)):
        session.add(duty(incident, system, rule, due, done, dropped))
    session.add(duty(incident, system, "personal-data", due, None, due))

    found = await counted(session)
    work = found.now.work

    # What is still owed is named whichever period is looked at.
    assert [one.rule for one in found.owed] == ["first-notice"]
    assert work.duties == 3
    assert [(one.code, one.rule, one.is_open) for one in work.duties_late] == [
        (incident.code, "notice", False),
        (incident.code, "first-notice", True),
    ]


def duty(
    incident: Incident,
    system: InformationSystem,
    rule: str,
    due: datetime,
    done: float | None,
    dropped: datetime | None,
) -> IncidentDuty:
    return IncidentDuty(
        incident_id=id_of(incident),
        because_of_id=id_of(system),
        rules="2017",
        rule=rule,
        due_at=due,
        done_at=due + minutes(done) if done is not None else None,
        dropped_at=dropped,
    )


async def test_lessons_count_by_when_they_were_sent_and_when_they_were_closed(session: AsyncSession) -> None:
    network = await found_network(session)
    lesson = Lesson(
        year=2026,
        number=1,
        code="BH-2026-0001",
        person_id=id_of(network.an),
        title="t",
        happened="h",
        found="f",
        todo="t",
        tlp=Tlp.GREEN,
        chosen_tlp=Tlp.GREEN,
        words="",
        state=LessonState.CLOSED,
        written_at=MORNING,
        sent_at=MORNING,
        closed_at=DECEMBER,
        draft_key="lesson:1",
    )
    session.add(lesson)
    await session.flush()
    for member, verdict in (
        (network.telecom, LessonVerdict.APPLIED),
        (network.postal, LessonVerdict.HELP),
        (network.it, None),
    ):
        session.add(LessonAnswer(lesson_id=id_of(lesson), member_id=id_of(member), verdict=verdict))

    lessons = (await counted(session)).now.work.lessons

    assert (lessons.sent, lessons.closed) == (1, 0)
    assert (lessons.asked, lessons.answered, lessons.applied) == (3, 2, 1)


async def test_honours_count_by_when_they_were_confirmed_and_those_of_drills_do_not(session: AsyncSession) -> None:
    network = await found_network(session)
    for number, (state, decided, is_drill) in enumerate(
        (
            (HonourState.CONFIRMED, MORNING, False),
            (HonourState.CONFIRMED, DECEMBER, False),
            (HonourState.CONFIRMED, MORNING, True),
            (HonourState.DROPPED, MORNING, False),
            (HonourState.PROPOSED, None, False),
        )
    ):
        incident = await declare(network, MORNING - (number + 40) * DAY)
        session.add(
            Honour(
                member_id=id_of(network.telecom),
                kind=HonourKind.EARLY,
                incident_id=id_of(incident),
                is_drill=is_drill,
                happened_at=MORNING,
                state=state,
                proposed_at=MORNING,
                decided_at=decided,
            )
        )

    assert (await counted(session)).now.work.honours == 1


async def test_a_month_under_way_counts_until_now_and_an_empty_one_is_empty(session: AsyncSession) -> None:
    network = await found_network(session)
    assert (await counted(session)).now.is_empty
    await declare(network, MORNING)

    found = await counted(session, now=MORNING + minutes(5))

    assert found.until == MORNING + minutes(5)
    assert found.now.incidents.total == 1
    assert found.before.is_empty
    assert not found.now.is_empty
