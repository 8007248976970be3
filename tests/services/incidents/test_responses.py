"""One answer a business: whoever gives it, changeable to the end, with its history."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import BroadcastKind, Delivery, DeliveryState, Lane
from models.identity import id_of
from models.incidents import Incident
from models.members import MemberStatus, Representative, RepresentativeStatus, Sector
from models.people import Person
from models.responses import Answer, Feedback, Response, ResponseChange, Sighting
from services.ground.arrivals import Arrival, arrival
from services.ground.refusals import Refusal
from services.incidents import lifecycle as incidents
from services.incidents import offers, responses
from services.incidents import standings as answers
from services.incidents.audience import Wanted
from services.incidents.lifecycle import IncidentClosed
from services.incidents.offers import AnswerFirst, NoteLength, NothingToStandDown, PeopleCount
from services.incidents.responses import AnswerStands, NotAlerted, Said
from services.people import businesses
from services.workbooks import exports
from tests.network import CABLE_CUT, HOAN_KIEM, MORNING, Network, business, found_network, person, speak

LATER = MORNING + timedelta(minutes=7)
END = MORNING + timedelta(minutes=30)


async def answer(
    network: Network, incident: Incident, who: Person, what: Answer, *, now: datetime = MORNING
) -> Sequence[Response]:
    return await responses.respond(network.session, incident=incident, person=who, answer=what, now=now)


async def heard(network: Network, incident: Incident, who: Person, what: Answer, *, came: Arrival) -> Response:
    """Let an answer be stored at the end that came in at some time."""
    said = Said(incident, who, what, came=came)
    (given,) = await responses.respond_together(network.session, said=[said], now=END)
    assert not isinstance(given, Refusal), given
    return given[0]


async def history(network: Network, response: Response) -> list[tuple[str, Answer, int | None, str | None]]:
    """List who said what of a response: the answer, the people and the note as they stood after each step."""
    steps = await answers.history(network.session, response=response)
    return [(step.by.split()[-1], step.answer, step.offered_people, step.note) for step in steps]


async def close(network: Network, incident: Incident, *, now: datetime = LATER) -> None:
    await incidents.close(
        network.session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=now
    )


async def to_redraw(session: AsyncSession, kind: BroadcastKind) -> set[int]:
    """List the people whose message of a kind is to be drawn anew."""
    rows = await session.exec(
        select(Delivery.person_id).where(
            col(Delivery.edit_due_at).is_not(None),
            Delivery.lane == (Lane.ALERT if kind is BroadcastKind.ALERT else Lane.TALLY),
        )
    )
    return {person_id for person_id in rows if person_id is not None}


@pytest.mark.parametrize(
    ("what", "minutes"),
    [
        (Answer.READY, 0),
        (Answer.READY_30, 30),
        (Answer.READY_60, 60),
        (Answer.READY_120, 120),
        (Answer.REMOTE, None),
        (Answer.NEEDS_INFO, None),
        (Answer.CANNOT, None),
    ],
)
async def test_one_tap_is_a_complete_answer(session: AsyncSession, what: Answer, minutes: int | None) -> None:
    network = await found_network(session)
    incident = await network.declare()

    (given,) = await answer(network, incident, network.an, what, now=LATER)

    assert (given.member_id, given.person_id) == (id_of(network.telecom), id_of(network.an))
    assert (given.answer, given.answered_at) == (what, LATER)
    assert given.eta_at == (None if minutes is None else LATER + timedelta(minutes=minutes))


async def test_the_cards_of_all_who_speak_for_the_business_and_the_tallies_are_drawn_anew(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)

    await answer(network, incident, network.an, Answer.READY)

    assert await to_redraw(session, BroadcastKind.ALERT) == {id_of(network.an), id_of(network.binh)}
    assert await to_redraw(session, BroadcastKind.TALLY) == {id_of(network.colleague)}


async def test_the_latest_answer_counts_and_the_earlier_ones_stay(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.READY)

    (given,) = await answer(network, incident, network.binh, Answer.CANNOT, now=LATER)

    assert (given.answer, given.person_id, given.answered_at) == (Answer.CANNOT, id_of(network.binh), LATER)
    assert given.eta_at is None
    said = [(step.answer, step.person_id, step.answered_at) for step in await answers.history(session, response=given)]
    assert said == [
        (Answer.READY, id_of(network.an), MORNING),
        (Answer.CANNOT, id_of(network.binh), LATER),
    ]
    assert len((await session.exec(select(Response))).all()) == 1


async def test_who_speaks_for_two_businesses_answers_for_both(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    given = await answer(network, incident, network.chi, Answer.REMOTE)

    assert {one.member_id for one in given} == {id_of(network.postal), id_of(network.it)}
    standing = await answers.standings(session, incident=incident, person_id=id_of(network.dung))
    assert [(one.member.id, one.by) for one in standing] == [(network.it.id, "Phạm Quế Chi")]


async def test_an_answer_for_two_businesses_is_taken_while_one_of_them_has_another(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.dung, Answer.READY)

    given = await answer(network, incident, network.chi, Answer.READY, now=LATER)

    assert {one.member_id for one in given} == {id_of(network.postal), id_of(network.it)}
    with pytest.raises(AnswerStands):
        await answer(network, incident, network.chi, Answer.READY, now=LATER)


@pytest.mark.parametrize("what", Answer)
async def test_the_same_answer_at_once_changes_nothing(session: AsyncSession, what: Answer) -> None:
    network = await found_network(session)
    incident = await network.declare()
    (given,) = await answer(network, incident, network.an, what)

    with pytest.raises(AnswerStands) as refused:
        await answer(network, incident, network.binh, what, now=MORNING + timedelta(seconds=2))

    assert refused.value.values == {"at": MORNING}
    assert given.person_id == id_of(network.an)
    assert len(await answers.history(session, response=given)) == 1


async def test_the_same_delay_a_minute_later_is_a_new_time_of_arrival(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.READY_30)

    (given,) = await answer(network, incident, network.an, Answer.READY_30, now=LATER)

    assert given.eta_at == LATER + timedelta(minutes=30)


async def test_ready_again_after_a_while_says_nothing_new(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.READY)

    with pytest.raises(AnswerStands):
        await answer(network, incident, network.an, Answer.READY, now=LATER)


async def test_after_the_end_no_answer_is_taken(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await close(network, incident)

    with pytest.raises(IncidentClosed) as refused:
        await answer(network, incident, network.an, Answer.READY, now=LATER)

    assert refused.value.values == {"code": incident.code, "at": LATER}
    assert (await session.exec(select(Response))).all() == []


async def test_only_those_who_speak_for_an_alerted_business_may_answer(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    stranger = await person(session, 1099, "Người lạ")
    applicant = await person(session, 1098, "Chờ duyệt")
    await speak(session, applicant, network.it, status=RepresentativeStatus.PENDING)
    newcomer = await person(session, 1097, "Vào sau")
    await speak(session, newcomer, await business(session, "0100000009", "Đến Sau", (Sector.IT,), HOAN_KIEM))

    for who in (stranger, applicant, newcomer, network.coordinator):
        with pytest.raises(NotAlerted):
            await answer(network, incident, who, Answer.READY)
        assert not await responses.was_alerted(session, incident=incident, person=who)
    at_the_post = await network.declare(replace(CABLE_CUT, wanted=Wanted(sectors=(Sector.POSTAL,))))
    with pytest.raises(NotAlerted):
        await answer(network, at_the_post, network.an, Answer.READY)


async def test_who_lost_the_right_to_speak_may_answer_no_more(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert standing is not None
    standing.status = RepresentativeStatus.REJECTED
    network.it.status = MemberStatus.REJECTED
    await session.flush()

    for who in (network.an, network.dung):
        with pytest.raises(NotAlerted):
            await answer(network, incident, who, Answer.READY)
    assert [one.member_id for one in await answer(network, incident, network.chi, Answer.READY)] == [network.postal.id]


async def test_a_colleague_who_joined_after_the_alert_may_answer(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    newcomer = await person(session, 1097, "Mới")
    await speak(session, newcomer, network.telecom)

    (given,) = await answer(network, incident, newcomer, Answer.READY)

    assert given.member_id == network.telecom.id


async def test_people_sent_by_who_stands_for_two_businesses_are_counted_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.chi, Answer.READY)

    given = await offers.offer(
        session, incident=incident, person=network.chi, people=7, capability_ids=[3], note="Đi cùng nhau", now=LATER
    )

    assert [one.offered_people for one in given] == [7, None]
    assert [one.offered_capability_ids for one in given] == [[3], []]
    assert [one.note for one in given] == ["Đi cùng nhau", "Đi cùng nhau"]


async def test_an_offer_is_added_part_by_part(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.READY_60)

    await offers.offer(session, incident=incident, person=network.an, people=5, now=LATER)
    await offers.offer(session, incident=incident, person=network.an, capability_ids=[3, 4], now=LATER)
    (given,) = await offers.offer(session, incident=incident, person=network.binh, note="Có xe", now=LATER)

    assert (given.offered_people, given.offered_capability_ids, given.note) == (5, [3, 4], "Có xe")
    assert (given.answer, given.answered_at) == (Answer.READY_60, MORNING)
    assert given.person_id == id_of(network.binh)
    assert len(await answers.history(session, response=given)) == 4


async def test_an_offer_falls_with_the_answer_that_carried_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.READY)
    await offers.offer(session, incident=incident, person=network.an, people=5, capability_ids=[3], now=LATER)

    (given,) = await answer(network, incident, network.an, Answer.CANNOT, now=LATER)

    assert (given.offered_people, given.offered_capability_ids) == (None, [])
    steps = await answers.history(session, response=given)
    assert [step.offered_people for step in steps] == [None, 5, None]


async def test_an_offer_needs_an_answer_that_helps_but_a_note_goes_with_any(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    with pytest.raises(AnswerFirst):
        await offers.offer(session, incident=incident, person=network.an, people=5, now=LATER)
    await answer(network, incident, network.an, Answer.CANNOT)

    with pytest.raises(AnswerFirst):
        await offers.offer(session, incident=incident, person=network.an, people=5, now=LATER)
    (given,) = await offers.offer(session, incident=incident, person=network.an, note="Kẹt đường", now=LATER)

    assert given.note == "Kẹt đường"


@pytest.mark.parametrize("people", [0, -1, 501])
async def test_a_number_of_people_beyond_sense_is_refused(session: AsyncSession, people: int) -> None:
    network = await found_network(session)
    incident = await network.declare()
    (given,) = await answer(network, incident, network.an, Answer.READY)

    with pytest.raises(PeopleCount):
        await offers.offer(session, incident=incident, person=network.an, people=people, now=LATER)

    assert given.offered_people is None


async def test_a_note_that_is_too_long_is_refused(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    (given,) = await answer(network, incident, network.an, Answer.READY)

    with pytest.raises(NoteLength):
        await offers.offer(session, incident=incident, person=network.an, note="x" * 301, now=LATER)

    assert given.note is None


async def test_an_offer_after_the_end_is_refused(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await answer(network, incident, network.an, Answer.READY)
    await close(network, incident)

    with pytest.raises(IncidentClosed):
        await offers.offer(session, incident=incident, person=network.an, people=2, now=LATER)


async def test_those_engaged_stand_down_after_the_end_and_only_once(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    (given,) = await answer(network, incident, network.an, Answer.READY)
    await answer(network, incident, network.dung, Answer.CANNOT)
    with pytest.raises(NothingToStandDown):
        await offers.stand_down(session, incident=incident, person=network.an, now=MORNING)
    await close(network, incident)

    await offers.stand_down(session, incident=incident, person=network.binh, now=LATER)

    assert given.stood_down_at == LATER
    for who in (network.an, network.dung):
        with pytest.raises(NothingToStandDown):
            await offers.stand_down(session, incident=incident, person=who, now=LATER)
    with pytest.raises(NotAlerted):
        await offers.stand_down(session, incident=incident, person=network.coordinator, now=LATER)


@pytest.mark.parametrize(
    "what", [Answer.READY, Answer.READY_30, Answer.READY_60, Answer.READY_120, Answer.REMOTE], ids=str
)
async def test_who_comes_at_once_or_later_or_helps_from_afar_stands_down(session: AsyncSession, what: Answer) -> None:
    network = await found_network(session)
    incident = await network.declare()
    (given,) = await answer(network, incident, network.an, what)
    await close(network, incident)

    await offers.stand_down(session, incident=incident, person=network.an, now=LATER)

    assert given.stood_down_at == LATER


async def test_the_cards_and_the_tallies_show_who_stood_down(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)
    await answer(network, incident, network.an, Answer.READY)
    await close(network, incident)
    await session.exec(update(Delivery).values(edit_due_at=None))

    await offers.stand_down(session, incident=incident, person=network.an, now=LATER)

    assert await to_redraw(session, BroadcastKind.ALERT) == {id_of(network.an), id_of(network.binh)}
    assert await to_redraw(session, BroadcastKind.TALLY) == {id_of(network.colleague)}


async def test_the_last_word_on_usefulness_counts(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    for useful in (True, False):
        await responses.rate(session, incident=incident, person=network.an, useful=useful, now=LATER)

    assert [one.useful for one in await session.exec(select(Feedback))] == [False]
    with pytest.raises(NotAlerted):
        await responses.rate(session, incident=incident, person=network.coordinator, useful=True, now=LATER)


async def test_the_first_look_at_the_details_counts(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    for now in (MORNING, LATER):
        await responses.see(session, incident=incident, person=network.an, now=now)

    assert [one.seen_at for one in await session.exec(select(Sighting))] == [MORNING]


async def test_every_answer_is_on_record(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    await answer(network, incident, network.chi, Answer.READY)
    await offers.offer(session, incident=incident, person=network.chi, people=2, now=LATER)

    entries = (await session.exec(select(AuditEntry).where(AuditEntry.person_id == network.chi.id))).all()
    assert [entry.action for entry in entries] == ["answered", "answered", "offered", "offered"]
    assert {(entry.after or {})["member_id"] for entry in entries} == {network.postal.id, network.it.id}


async def test_silent_are_those_of_whose_businesses_none_has_answered(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    people = [id_of(one) for one in (network.an, network.binh, network.chi, network.dung)]
    at_first = await answers.silent(session, incident_id=id_of(incident), people=people)
    colleagues = {person for person in people if await shares_a_business(session, person, id_of(network.an))}

    await answer(network, incident, network.an, Answer.READY)

    after = await answers.silent(session, incident_id=id_of(incident), people=people)
    assert set(at_first) == {one for one in people if await was_called(network, incident, one)}
    assert set(after) == set(at_first) - colleagues


async def shares_a_business(session: AsyncSession, person: int, with_person: int) -> bool:
    own = select(Representative.member_id).where(Representative.person_id == with_person)
    shared = select(Representative.id).where(Representative.person_id == person, col(Representative.member_id).in_(own))
    return (await session.exec(shared)).first() is not None


async def was_called(network: Network, incident: Incident, person: int) -> bool:
    return any(person in people for people in await network.recipients(BroadcastKind.ALERT, incident))


def at(minute: int, update_id: int = 0) -> Arrival:
    return Arrival(MORNING + timedelta(minutes=minute), update_id)


@pytest.mark.parametrize("earlier", [at(1, 7), at(2, 6)])
async def test_an_answer_that_came_in_earlier_replaces_no_later_one(session: AsyncSession, earlier: Arrival) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await heard(network, incident, network.an, Answer.REMOTE, came=at(0))
    await heard(network, incident, network.binh, Answer.READY_30, came=at(2, 7))

    given = await heard(network, incident, network.an, Answer.CANNOT, came=earlier)

    assert (given.answer, given.person_id, given.answered_at) == (Answer.READY_30, id_of(network.binh), at(2).at)
    assert given.eta_at == at(32).at
    assert [step[:2] for step in await history(network, given)] == [
        ("An", Answer.REMOTE),
        ("An", Answer.CANNOT),
        ("Bình", Answer.READY_30),
    ]
    exported = [row.answer async for rows in exports.answer_steps(session, incident_id=None) for row in rows]
    assert exported == [Answer.REMOTE, Answer.CANNOT, Answer.READY_30]


async def test_an_earlier_answer_for_two_businesses_is_the_first_of_the_one_and_history_of_the_other(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    it = await heard(network, incident, network.dung, Answer.CANNOT, came=Arrival(LATER))

    said = Said(incident, network.chi, Answer.READY, came=Arrival(MORNING))
    (given,) = await responses.respond_together(session, said=[said], now=END)

    assert not isinstance(given, Refusal)
    assert {one.member_id: one.answer for one in given} == {
        network.postal.id: Answer.READY,
        network.it.id: Answer.CANNOT,
    }
    (postal,) = (one for one in given if one.member_id == network.postal.id)
    assert await history(network, postal) == [("Chi", Answer.READY, None, None)]
    assert [by for by, *_ in await history(network, it)] == ["Chi", "Dũng"]


async def test_an_earlier_answer_that_says_what_stood_before_it_is_told_so(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await heard(network, incident, network.an, Answer.READY, came=at(0))
    given = await heard(network, incident, network.binh, Answer.CANNOT, came=at(2))

    said = Said(incident, network.an, Answer.READY, came=at(1))
    (refused,) = await responses.respond_together(session, said=[said], now=END)

    assert isinstance(refused, AnswerStands)
    assert len(await history(network, given)) == 2


async def test_an_earlier_refusal_takes_back_only_what_was_offered_before_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await heard(network, incident, network.an, Answer.READY, came=at(0))
    await offers.offer(session, incident=incident, person=network.an, people=5, now=END, came=at(1))
    await heard(network, incident, network.binh, Answer.REMOTE, came=at(3))

    given = await heard(network, incident, network.an, Answer.CANNOT, came=at(2))

    assert (given.answer, given.offered_people) == (Answer.REMOTE, None)
    assert [people for _, _, people, _ in await history(network, given)] == [None, 5, None, None]


async def test_of_what_comes_with_an_answer_the_later_word_on_each_part_counts(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await heard(network, incident, network.an, Answer.READY, came=at(0))
    for by, people, note, came in (
        (network.an, 5, None, at(1)),
        (network.binh, 5, None, at(5)),
        (network.binh, None, "Qua cổng sau", at(4)),
        (network.an, 3, None, at(3)),
        (network.an, None, "Qua cổng trước", at(2)),
    ):
        (given,) = await offers.offer(
            session, incident=incident, person=by, people=people, note=note, now=END, came=came
        )

    assert (given.offered_people, given.note, given.person_id) == (5, "Qua cổng sau", id_of(network.binh))
    assert given.answered_at == at(0).at
    assert [(who, people, note) for who, _, people, note in await history(network, given)] == [
        ("An", None, None),
        ("An", 5, None),
        ("An", 5, "Qua cổng trước"),
        ("An", 3, "Qua cổng trước"),
        ("Bình", 3, "Qua cổng sau"),
        ("Bình", 5, "Qua cổng sau"),
    ]


async def test_what_joins_an_answer_that_a_later_one_took_back_is_history(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await heard(network, incident, network.an, Answer.READY, came=at(0))
    await heard(network, incident, network.binh, Answer.CANNOT, came=at(2))

    (given,) = await offers.offer(session, incident=incident, person=network.an, people=5, now=END, came=at(1))

    assert (given.answer, given.offered_people) == (Answer.CANNOT, None)
    assert [(answer, people) for _, answer, people, _ in await history(network, given)] == [
        (Answer.READY, None),
        (Answer.READY, 5),
        (Answer.CANNOT, None),
    ]


async def test_steps_of_which_it_was_not_kept_what_they_said_keep_what_stood_after_them(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    given = await heard(network, incident, network.an, Answer.READY, came=at(0))
    await offers.offer(session, incident=incident, person=network.an, people=5, now=END, came=at(1))
    await session.exec(update(ResponseChange).values(parts=None))
    await heard(network, incident, network.binh, Answer.READY_60, came=at(9))

    given = await heard(network, incident, network.an, Answer.READY_30, came=at(8))

    assert (given.answer, given.answered_at, given.offered_people) == (Answer.READY_60, at(9).at, 5)


async def test_what_a_clock_that_was_ahead_has_dated_is_replaced(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    ahead = timedelta(hours=7)
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=END + ahead)

    given = await heard(network, incident, network.binh, Answer.CANNOT, came=at(2))

    assert (given.answer, given.answered_at) == (Answer.CANNOT, at(2).at)
    assert arrival(END + ahead, 3, now=END) == Arrival(END, 3)
    assert arrival(LATER, 3, now=END) == Arrival(LATER, 3)
