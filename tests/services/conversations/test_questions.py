"""Rules of questions: what they may be about, who settles them, how they climb, and what becomes of their words."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.conversations import Question, QuestionAnswer, QuestionState
from models.identity import id_of
from models.members import ContactKind, MemberStatus, RepresentativeStatus
from models.people import Person, Role
from models.responses import Answer
from services.business import mergers
from services.conversations import answering, arrival, asking, handing, hearers, ladder, meaning, threads
from services.conversations.answering import (
    AnswerLength,
    NoSuchColleague,
    NothingToHand,
    NothingToUndo,
    QuestionAnswered,
    QuestionTakenBack,
)
from services.conversations.asking import NobodySpokenFor, NotYourQuestion, QuestionSettled, Spoken
from services.conversations.meaning import About
from services.conversations.outsiders import SpeaksForItNoMore, WroteTooOften
from services.ground.arrivals import Arrival
from services.incidents import lifecycle, responses
from services.people import businesses
from services.tally import asked, course
from services.wings import WINGS
from tests.network import MORNING, found_network, lose, person, speak
from tests.services.conversations.questions import ask, at, come_to, told


async def test_a_question_climbs_after_ten_and_twenty_minutes_and_no_sooner(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    await ask(network, network.an)
    staff = {id_of(network.coordinator), id_of(network.colleague)}

    await ladder.climb_due(session, now=at(minutes=9, seconds=59))
    assert await told(network) == [staff]
    for minutes in (10, 10, 19):
        await ladder.climb_due(session, now=at(minutes=minutes))
    assert await told(network) == [staff, staff]
    await ladder.climb_due(session, now=at(minutes=20))
    # There is no owner in this network: nobody is left to be called.
    assert await told(network) == [staff, staff, set()]


async def test_after_a_silence_of_the_bot_both_steps_are_one_message(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    await ask(network, network.an)

    await ladder.climb_due(session, now=at(hours=1))

    assert len(await told(network)) == 2


async def test_the_end_of_an_incident_ends_the_climb_and_leaves_the_question_open(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    question = await ask(network, network.an)
    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=at(minutes=5)
    )

    await ladder.climb_due(session, now=at(minutes=30))

    assert len(await told(network)) == 1
    assert question.state is QuestionState.OPEN
    assert await asked.waiting(session, incident_id=id_of(incident)) == 1


async def test_words_that_come_after_the_end_climb_as_all_others_do(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await lifecycle.close(
        session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=at(minutes=-1)
    )
    question = await ask(network, network.an)
    assert question.incident_id == id_of(incident)

    for minutes in (9, 10, 19, 20, 40):
        await ladder.climb_due(session, now=at(minutes=minutes))

    staff = {id_of(network.coordinator), id_of(network.colleague)}
    assert await told(network) == [staff, staff, set()]


async def test_the_second_answer_is_refused_unless_it_is_meant_as_a_further_one(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    question_id = id_of(question)
    await answering.answer(session, question_id=question_id, text="Ba Vì", by=network.coordinator, now=at(minutes=1))

    with pytest.raises(QuestionAnswered):
        await answering.answer(
            session, question_id=question_id, text="Sơn Tây", by=network.colleague, now=at(minutes=2)
        )
    await answering.answer(
        session, question_id=question_id, text="Sơn Tây", by=network.colleague, now=at(minutes=2), further=True
    )

    said = (await session.exec(select(QuestionAnswer.text).order_by(col(QuestionAnswer.id)))).all()
    assert said == ["Ba Vì", "Sơn Tây"]
    actions = (await session.exec(select(AuditEntry.action).where(AuditEntry.subject == "question"))).all()
    assert actions == ["question-answered", "question-answered"]
    entries = (await session.exec(select(AuditEntry).where(AuditEntry.subject == "question"))).all()
    assert "Ba Vì" not in str([(one.before, one.after) for one in entries])


async def test_my_own_second_answer_is_not_refused_as_a_colleagues(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    for minute, text in enumerate(("Ba Vì", "Mang máy hàn"), start=1):
        await answering.answer(
            session, question_id=id_of(question), text=text, by=network.coordinator, now=at(minutes=minute)
        )

    said = (await session.exec(select(QuestionAnswer.text).order_by(col(QuestionAnswer.id)))).all()
    assert said == ["Ba Vì", "Mang máy hàn"]


@pytest.mark.parametrize(
    ("state", "fate"),
    [
        (DeliveryState.SENT, "sent"),
        (DeliveryState.UNCERTAIN, "unsure"),
        (DeliveryState.PENDING, "under_way"),
        (DeliveryState.SENDING, "under_way"),
    ],
)
async def test_of_an_answer_only_as_much_is_said_as_is_known(
    session: AsyncSession, state: DeliveryState, fate: str
) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    await answering.answer(
        session, question_id=id_of(question), text="Ba Vì", by=network.coordinator, now=at(minutes=1)
    )
    await come_to(network, question, state)

    await arrival.follow(session, now=at(minutes=2))

    assert (await session.exec(select(QuestionAnswer.fate))).all() == [fate]
    assert question.state is QuestionState.ANSWERED


@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.DROPPED])
async def test_what_one_person_could_not_be_sent_goes_to_the_others_and_after_the_last_one_the_question_waits_again(
    session: AsyncSession, state: DeliveryState
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    question = await ask(network, network.an)
    await answering.answer(
        session, question_id=id_of(question), text="Ba Vì", by=network.coordinator, now=at(minutes=1)
    )
    await come_to(network, question, state)
    await arrival.follow(session, now=at(minutes=2))
    brought = select(Delivery.person_id).join(Broadcast).where(Broadcast.kind == BroadcastKind.QUESTION_ANSWER)
    assert (await session.exec(brought.order_by(col(Delivery.id)))).all() == [id_of(network.an), id_of(network.binh)]
    assert question.state is QuestionState.ANSWERED

    await come_to(network, question, state)
    for minute in (3, 4):
        await arrival.follow(session, now=at(minutes=minute))

    assert (question.state, question.settled_by_id) == (QuestionState.OPEN, None)
    assert (await told(network))[1:] == [{id_of(network.coordinator)}]
    assert await asked.undelivered(session, incident_id=id_of(incident)) == 1
    await ladder.climb_due(session, now=at(minutes=13))
    assert len(await told(network)) == 3


async def test_of_who_can_be_reached_the_primary_contact_is_told_first(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.binh)
    third = await person(session, 1009, "Vũ Thị Ba")
    await speak(session, third, network.telecom, contact=ContactKind.BACKUP)

    assert await hearers.people(session, question=question) == [id_of(network.binh)]
    await lose(network.binh, session, now=MORNING)
    assert await hearers.people(session, question=question) == [id_of(network.an), id_of(third)]


async def test_what_was_answered_is_handed_to_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    await answering.answer(
        session, question_id=id_of(question), text="Ba Vì", by=network.coordinator, now=at(minutes=1)
    )

    with pytest.raises(NothingToHand):
        await answering.hand_over(
            session,
            question_id=id_of(question),
            colleague_id=id_of(network.colleague),
            by=network.coordinator,
            now=at(minutes=2),
        )


@pytest.mark.parametrize("role", [None, Role.OBSERVER])
async def test_whose_role_has_ended_in_whatever_way_holds_no_question(session: AsyncSession, role: Role | None) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)
    await answering.hand_over(
        session,
        question_id=id_of(question),
        colleague_id=id_of(network.colleague),
        by=network.coordinator,
        now=at(minutes=1),
    )
    await handing.give_back(session, now=at(minutes=2))
    assert question.handed_to_id == network.colleague.id

    network.colleague.staff_role = role
    for minute in (3, 4):
        await handing.give_back(session, now=at(minutes=minute))

    assert question.handed_to_id is None
    assert (await told(network))[2:] == [{id_of(network.coordinator)}]


async def test_what_was_taken_back_is_answered_by_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)

    with pytest.raises(NotYourQuestion):
        await asking.own(session, question_id=id_of(question), person=network.binh)
    await asking.take_back(session, question=question, now=at(minutes=1))

    assert question.text == ""
    with pytest.raises(QuestionTakenBack):
        await answering.answer(
            session, question_id=id_of(question), text="Ba Vì", by=network.coordinator, now=at(minutes=2)
        )
    with pytest.raises(QuestionSettled):
        await asking.take_back(session, question=question, now=at(minutes=3))


async def test_an_answer_has_at_least_one_character_and_at_most_two_thousand(session: AsyncSession) -> None:
    assert answering.check_answer("x" * 2000)
    for wrong in ("", "x" * 2001):
        with pytest.raises(AnswerLength):
            answering.check_answer(wrong)


async def test_a_question_is_handed_only_to_who_coordinates_and_climbs_from_then_on(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)

    async def hand(to: Person) -> None:
        await answering.hand_over(
            session,
            question_id=id_of(question),
            colleague_id=id_of(to),
            by=network.coordinator,
            now=at(minutes=8),
        )

    with pytest.raises(NoSuchColleague):
        await hand(network.binh)
    await hand(network.colleague)

    assert (await told(network))[-1] == {id_of(network.colleague)}
    await ladder.climb_due(session, now=at(minutes=17))
    assert len(await told(network)) == 2
    await ladder.climb_due(session, now=at(minutes=18))
    assert len(await told(network)) == 3


async def test_who_speaks_for_nobody_asks_for_no_business_and_in_no_group(session: AsyncSession) -> None:
    network = await found_network(session)
    spoken = Spoken("?", 1, Arrival(MORNING))

    assert (await asking.hold(session, person=network.colleague, spoken=spoken)).member_id is None
    with pytest.raises(NobodySpokenFor):
        await asking.hold(session, person=network.colleague, spoken=spoken, only_for=id_of(network.telecom))


@pytest.mark.parametrize(
    ("representative", "member"),
    [
        (RepresentativeStatus.REMOVED, MemberStatus.APPROVED),
        (RepresentativeStatus.REJECTED, MemberStatus.APPROVED),
        (RepresentativeStatus.APPROVED, MemberStatus.LEFT),
    ],
)
async def test_who_speaks_for_a_business_no_more_sends_nothing_in_its_name(
    session: AsyncSession, representative: RepresentativeStatus, member: MemberStatus
) -> None:
    network = await found_network(session)
    held = await asking.hold(session, person=network.an, spoken=Spoken("Alo", 1, Arrival(MORNING)))
    sent = await ask(network, network.an)
    network.telecom.status = member
    speaker = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert speaker is not None
    speaker.status = representative
    await session.flush()

    with pytest.raises(SpeaksForItNoMore):
        await asking.send(session, question=held, concern=None, now=MORNING)
    with pytest.raises(SpeaksForItNoMore):
        await asking.change(session, question=sent, text="Khác", now=at(minutes=1))

    assert (held.state, sent.text) == (QuestionState.HELD, "Ở đâu?")


async def test_whose_business_was_suspended_before_they_pressed_is_heard_as_an_outsider(session: AsyncSession) -> None:
    network = await found_network(session)
    held = [
        await asking.hold(session, person=network.an, spoken=Spoken("Alo", number, Arrival(MORNING)))
        for number in range(4)
    ]
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    for one in held[:3]:
        await asking.send(session, question=one, concern=None, now=MORNING)
    with pytest.raises(WroteTooOften):
        await asking.send(session, question=held[3], concern=None, now=MORNING)


async def test_a_member_is_asked_about_incidents_to_which_their_business_was_called_and_no_others(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    first, second = await network.declare(), await network.declare()
    await lifecycle.close(session, incident_id=id_of(first), summary="Xong", by=network.coordinator, now=at(minutes=5))

    concerns = await meaning.concerns(session, person=network.an, at=at(hours=1, minutes=5))

    assert [(one.incident.code, one.member_id) for one in concerns] == [(second.code, id_of(network.telecom))]
    shortly_after = await meaning.concerns(session, person=network.an, at=at(hours=1, minutes=4))
    assert [one.incident.code for one in shortly_after] == [second.code, first.code]
    assert await meaning.concerns(session, person=network.an, at=MORNING, only_for=id_of(network.postal)) == []
    assert await meaning.concerns(session, person=network.colleague, at=MORNING) == []


async def test_what_goes_on_stands_before_what_has_just_ended_though_that_is_newer(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second = await network.declare(), await network.declare()
    third = await network.declare()
    await lifecycle.close(session, incident_id=id_of(third), summary="Xong", by=network.coordinator, now=at(minutes=5))

    concerns = await meaning.concerns(session, person=network.an, at=at(minutes=6))

    assert [one.incident.code for one in concerns] == [second.code, first.code, third.code]


async def test_what_is_typed_after_the_wish_for_information_is_about_that_incident(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second = await network.declare(), await network.declare()
    await responses.respond(session, incident=first, person=network.an, answer=Answer.NEEDS_INFO, now=at(minutes=1))
    concerns = await meaning.concerns(session, person=network.an, at=MORNING)

    async def meant(now: datetime) -> list[str]:
        chosen = await meaning.meant(session, person=network.an, about=About(), concerns=concerns, now=now)
        return [one.incident.code for one in chosen]

    assert await meant(at(minutes=31)) == [first.code]
    assert await meant(at(minutes=31, seconds=1)) == [second.code, first.code]


async def test_what_was_asked_before_the_wish_for_information_does_not_count_as_what_is_missing(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    first, _ = await network.declare(), await network.declare()
    for minute in range(3):
        await ask(network, network.an, now=at(minutes=minute))
    await responses.respond(session, incident=first, person=network.an, answer=Answer.NEEDS_INFO, now=at(minutes=5))
    concerns = await meaning.concerns(session, person=network.an, at=MORNING)

    async def meant() -> list[str]:
        chosen = await meaning.meant(session, person=network.an, about=About(), concerns=concerns, now=at(minutes=9))
        return [one.incident.code for one in chosen]

    assert await meant() == [first.code]
    for minute in (6, 7):
        await ask(network, network.an, now=at(minutes=minute))
    assert len(await meant()) == 2


async def test_a_further_picture_joins_the_album_that_came_before_it_and_no_other(session: AsyncSession) -> None:
    network = await found_network(session)
    spoken = replace(Spoken("Ảnh", 1, Arrival(MORNING)), album="a")
    await asking.hold(session, person=network.an, spoken=spoken)

    async def joins(album: str) -> bool:
        further = replace(Spoken("", 2, Arrival(MORNING)), album=album)
        return await asking.join_album(session, person=network.an, spoken=further, now=MORNING)

    assert [await joins(album) for album in ("a", "b", "")] == [True, False, False]


async def test_every_caption_of_an_album_is_kept_in_its_order(session: AsyncSession) -> None:
    network = await found_network(session)
    first = replace(Spoken("Cột gãy", 1, Arrival(MORNING)), album="a")
    question = await asking.hold(session, person=network.an, spoken=first)

    for number, caption in enumerate(("", "Cáp đứt"), 2):
        further = replace(Spoken(caption, number, Arrival(MORNING)), album="a")
        await asking.join_album(session, person=network.an, spoken=further, now=MORNING)

    assert question.text == "Cột gãy\nCáp đứt"


async def test_of_a_conversation_only_what_was_sent_and_not_taken_back_is_shown_before_a_question(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await network.declare()
    first = await ask(network, network.an, "một")
    await answering.answer(session, question_id=id_of(first), text="Ba Vì", by=network.coordinator, now=at(minutes=1))
    for number, text in enumerate(("hai", "ba", "bốn"), start=2):
        spoken = Spoken(text, number, Arrival(at(minutes=number)))
        question = await asking.hold(session, person=network.an, spoken=spoken, follows=first)
        await asking.send(session, question=question, concern=None, now=at(minutes=number))
        if text == "hai":
            await asking.take_back(session, question=question, now=at(minutes=number))

    shown = await threads.before(session, question=question)

    assert [(one.question.text, [given.answer.text for given in one.answers]) for one in shown] == [
        ("một", ["Ba Vì"]),
        ("ba", []),
    ]


async def test_an_answered_question_is_no_business_that_still_needs_information(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.NEEDS_INFO, now=MORNING)
    question = await ask(network, network.an, now=at(minutes=1))
    before = await course.of(session, incident=incident, now=at(minutes=1))
    await answering.answer(
        session, question_id=id_of(question), text="Ba Vì", by=network.coordinator, now=at(minutes=2)
    )
    after = await course.of(session, incident=incident, now=at(minutes=2))

    assert (before.asking, before.questions) == (1, 1)
    assert (after.asking, after.questions) == (0, 0)


async def test_those_that_wait_stand_first_and_the_oldest_of_them_first_of_all(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    settled, older, newer = [
        await ask(network, network.an, text, now=at(minutes=minute))
        for minute, text in enumerate(("đã đọc", "cũ", "mới"))
    ]
    await answering.take_note(session, question_id=id_of(settled), by=network.coordinator, now=at(minutes=4))

    page = await threads.page(session, incident_id=id_of(incident), number=0)

    assert [(one.question.text, one.files) for one in page.lines] == [("cũ", 0), ("mới", 0), ("đã đọc", 0)]
    assert (page.open, page.total, page.pages) == (2, 3, 1)
    assert id_of(older) < id_of(newer)


async def test_what_was_sent_nowhere_is_forgotten_after_a_day(session: AsyncSession) -> None:
    network = await found_network(session)
    await asking.hold(session, person=network.an, spoken=Spoken("Alo", 1, Arrival(MORNING)))

    await asking.forget_old(session, now=at(days=1))
    assert len((await session.exec(select(Question))).all()) == 1
    await asking.forget_old(session, now=at(days=1, seconds=1))
    assert (await session.exec(select(Question))).all() == []


async def test_what_strangers_wrote_is_forgotten_after_a_month_and_of_members_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    stranger = await ask(network, await person(session, 1099, "Người lạ"), "Cho tôi hỏi")
    member = await ask(network, network.an)

    await asking.forget_old(session, now=at(days=30))
    assert (stranger.text, stranger.state) == ("Cho tôi hỏi", QuestionState.OPEN)
    await asking.forget_old(session, now=at(days=30, seconds=1))

    assert (stranger.text, stranger.state) == ("", QuestionState.TAKEN_BACK)
    assert (member.text, member.state) == ("Ở đâu?", QuestionState.OPEN)


async def test_whoever_asked_is_told_once_that_it_was_read(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an)

    for _ in range(2):
        await answering.take_note(session, question_id=id_of(question), by=network.coordinator, now=at(minutes=1))

    told_of = select(Delivery.person_id).join(Broadcast).where(Broadcast.kind == BroadcastKind.QUESTION_ANSWER)
    assert (await session.exec(told_of)).all() == [network.an.id]


async def test_a_merger_takes_the_questions_along(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.chi)
    assert question.member_id == id_of(network.postal)
    kept, other = id_of(network.telecom), id_of(network.postal)

    await mergers.merge(
        session, kept_id=kept, other_id=other, others=(), wings=WINGS, by=network.coordinator, now=at(minutes=1)
    )

    await session.refresh(question)
    assert question.member_id == kept


async def test_nothing_but_what_a_coordinator_noted_waits_again(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare()
    question = await ask(network, network.an, "Mấy sợi?", now=at(minutes=1))
    await answering.take_note(session, question_id=id_of(question), by=network.coordinator, now=at(minutes=2))

    for _ in range(2):
        await answering.undo_note(session, question_id=id_of(question), by=network.coordinator, now=at(minutes=3))

    assert (question.state, question.settled_by_id, question.settled_at) == (QuestionState.OPEN, None, None)
    await answering.answer(session, question_id=id_of(question), text="Hai", by=network.coordinator, now=at(minutes=4))
    with pytest.raises(NothingToUndo):
        await answering.undo_note(session, question_id=id_of(question), by=network.coordinator, now=at(minutes=5))
