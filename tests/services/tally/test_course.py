"""The course of an incident: what was said, whom the last reminder asked, and what comes next."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, DeliveryState
from models.conversations import Question, QuestionAnswer, QuestionState
from models.identity import id_of
from models.incidents import Incident, NoticeAudience, NoticeKind, ReminderKind
from models.members import Sector
from models.people import Person
from models.responses import Answer
from services.incidents import lifecycle, notices, reminders, responses
from services.incidents.audience import Wanted
from services.tally import course
from services.waves.ahead import NextStep, Rest
from tests.network import CABLE_CUT, MORNING, Network, found_network, lose


def at(minutes: float) -> datetime:
    """Give a moment so many minutes after the morning."""
    return MORNING + timedelta(minutes=minutes)


async def say(
    network: Network,
    incident: Incident,
    text: str,
    *,
    minutes: float,
    audience: NoticeAudience = NoticeAudience.ALL,
    kind: NoticeKind = NoticeKind.UPDATE,
) -> None:
    """Let the coordinator say something of an incident."""
    await notices.say(
        network.session,
        incident_id=id_of(incident),
        kind=kind,
        audience=audience,
        text=text,
        by=network.coordinator,
        now=at(minutes),
    )


async def respond(network: Network, incident: Incident, one: Person, answer: Answer, *, minutes: float) -> None:
    """Let a person answer."""
    await responses.respond(network.session, incident=incident, person=one, answer=answer, now=at(minutes))


async def shown(network: Network, incident: Incident, *, minutes: float = 60) -> course.Course:
    """Give the course of an incident at a moment."""
    return await course.of(network.session, incident=incident, now=at(minutes))


async def test_what_was_said_is_counted_without_the_end_and_of_this_incident_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    before = await shown(network, incident)
    assert (before.declared_by, before.updates, before.updated_at) == ("Đoàn Thị Hạ", 0, None)
    await say(network, other, "Nơi khác", minutes=9)
    await say(network, incident, "Hai", minutes=5)
    await say(network, incident, "Một", minutes=3)

    between = await shown(network, incident)
    assert (between.updates, between.updated_at) == (2, at(5))
    await notices.all_clear(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=at(20))

    after = await shown(network, await lifecycle.by_id(session, incident_id=id_of(incident)))
    assert (after.updates, after.updated_at, after.next, after.remind_from) == (2, at(5), None, None)
    assert [one.text for one in await course.said(session, incident=incident)] == ["Một", "Hai", "Xong."]


async def test_a_person_reads_what_was_said_to_all_and_what_was_sent_to_them(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    for one in (incident, other):
        await respond(network, one, network.an, Answer.READY, minutes=1)
        await respond(network, one, network.chi, Answer.NEEDS_INFO, minutes=1)
    ready, asking = NoticeAudience.READY, NoticeAudience.NEEDS_INFO
    await say(network, incident, "Cho tất cả", minutes=2)
    await say(network, incident, "Cho bên sẵn sàng", minutes=3, audience=ready)
    await say(network, incident, "Cho bên hỏi", minutes=4, audience=asking, kind=NoticeKind.REPLY)
    await say(network, other, "Nơi khác", minutes=5, audience=ready)

    read = {
        one.name: [said.text for said in await course.said_to(session, incident=incident, person=one)]
        for one in (network.an, network.chi, network.coordinator)
    }

    assert read == {
        "Nguyễn Văn An": ["Cho tất cả", "Cho bên sẵn sàng"],
        "Phạm Quế Chi": ["Cho tất cả", "Cho bên hỏi"],
        "Đoàn Thị Hạ": ["Cho tất cả"],
    }


async def test_the_last_reminder_is_told_with_the_businesses_that_had_not_answered_by_then(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    await respond(network, other, network.chi, Answer.READY, minutes=1)
    before = await shown(network, incident, minutes=1)
    assert (before.reminders, before.reminded, before.reminded_at) == (0, 0, None)
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=at(15))
    first = await shown(network, incident)
    assert (first.reminders, first.reminded, first.reminded_at) == (1, 3, at(15))

    await respond(network, incident, network.an, Answer.READY, minutes=16)
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=at(40))
    await respond(network, incident, network.chi, Answer.READY, minutes=41)

    second = await shown(network, incident)
    assert (second.reminders, second.reminded, second.reminded_at) == (2, 2, at(40))
    elsewhere = await shown(network, other)
    assert (elsewhere.reminders, elsewhere.reminded) == (0, 0)


async def test_a_reminder_asked_only_businesses_that_were_called_to_it_and_whose_people_it_went_to(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    postal = replace(CABLE_CUT, wanted=Wanted(sectors=(Sector.POSTAL, Sector.TELECOM)))
    incident, other = await network.declare(postal), await network.declare()
    # Chi speaks for the IT business, too, which was called to the other one alone.
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=at(15))
    assert (await shown(network, incident)).reminded == 2
    await reminders.remind_now(session, incident=other, by=network.coordinator, now=at(16))
    assert (await shown(network, other)).reminded == 3
    await respond(network, other, network.an, Answer.READY, minutes=17)
    for one in (network.an, network.binh):
        await lose(one, session, now=at(18))
    await reminders.remind_now(session, incident=incident, by=network.coordinator, now=at(40))

    second = await shown(network, incident)

    assert (second.reminders, second.reminded) == (2, 1)
    await respond(network, incident, network.chi, Answer.READY, minutes=40)
    assert (await shown(network, incident)).reminded == 1


async def test_who_needs_information_is_counted_until_they_are_written_to_or_answered(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, other = await network.declare(), await network.declare()
    for one in (network.an, network.chi):
        await respond(network, incident, one, Answer.NEEDS_INFO, minutes=1)
        await respond(network, other, one, Answer.NEEDS_INFO, minutes=1)
    assert (await shown(network, incident)).asking == 3
    await say(network, incident, "Cho tất cả", minutes=2)
    assert (await shown(network, incident)).asking == 3

    question = Question(
        incident_id=incident.id,
        member_id=id_of(network.telecom),
        person_id=id_of(network.an),
        message_id=1,
        text="Ở đâu?",
        asked_at=at(2),
        state=QuestionState.ANSWERED,
    )
    session.add(question)
    await session.flush()
    answer = QuestionAnswer(
        question_id=id_of(question), text="Ba Vì", said_by_id=id_of(network.coordinator), said_at=at(1)
    )
    session.add(answer)
    await session.flush()
    assert (await shown(network, incident)).asking == 3
    answer.said_at = at(3)
    await session.flush()
    assert (await shown(network, incident)).asking == 2

    await say(network, incident, "Trả lời", minutes=4, audience=NoticeAudience.NEEDS_INFO, kind=NoticeKind.REPLY)
    assert (await shown(network, incident)).asking == 0
    await respond(network, incident, network.an, Answer.READY, minutes=5)
    await respond(network, incident, network.an, Answer.NEEDS_INFO, minutes=6)
    assert (await shown(network, incident)).asking == 1
    assert (await shown(network, other)).asking == 3


async def test_what_comes_next_is_the_first_step_that_lies_ahead(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    first = (await shown(network, incident, minutes=0)).next
    assert isinstance(first, NextStep)
    assert first.kind is ReminderKind.REMIND
    assert first.at > MORNING
    second = await course.of(session, incident=incident, now=first.at)
    assert isinstance(second.next, NextStep)
    assert second.next.at > first.at
    assert (await shown(network, incident, minutes=60 * 24 * 30)).next is Rest.ALL_CALLED


async def test_while_alerts_are_on_their_way_nobody_may_be_reminded(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(delivered=False)
    assert (await shown(network, incident)).remind_from is None

    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.ALERT)

    assert (await shown(network, incident)).remind_from is not None


async def test_only_who_says_so_needs_information(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await respond(network, incident, network.an, Answer.READY, minutes=1)
    assert (await shown(network, incident)).asking == 0
    await respond(network, incident, network.dung, Answer.NEEDS_INFO, minutes=2)
    assert (await shown(network, incident)).asking == 1
