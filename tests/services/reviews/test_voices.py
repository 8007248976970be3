"""Those who took part are asked, once each business; what they say is the business's, and silence no consent."""

from dataclasses import replace

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.incidents import Severity
from models.responses import Answer, Feedback
from models.reviews import Review, ReviewState, ReviewVoice
from models.tlp import Tlp
from services.ground.holding_types import Merging
from services.incidents import reminders, responses
from services.presence import stays
from services.reviews import facts, holdings, lists, voices
from services.reviews.facts import LateKind
from services.reviews.reviews import ReviewOver
from services.reviews.voices import MissingLength, ReviewNotYours, ReviewQuestion
from services.timelines.events import EventKind
from tests.network import CABLE_CUT, MORNING, found_network
from tests.services.reviewing import END, after_end, asked, close, ended, told

NOW = after_end(hours=26)


async def test_each_business_that_took_part_is_asked_by_all_its_people(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network, ready=[network.an])
    session.add(Feedback(incident_id=id_of(incident), person_id=id_of(network.binh), useful=False, said_at=END))
    review = await asked(network, incident)

    assert await told(network, BroadcastKind.REVIEW_ASKED) == [{id_of(network.an), id_of(network.binh)}]
    # What was tapped at the end is not asked anew.
    (line,) = await voices.standing(session, review_id=id_of(review), person=network.an)
    assert (line.voice.useful, line.voice.at) == (False, None)
    assert await voices.may_be_named(session, incident_id=id_of(incident)) == {}
    assert [one.about.id for one in await lists.asked_of(session, person=network.binh)] == [incident.id]
    assert await lists.asked_of(session, person=network.dung) == []


async def test_who_was_on_site_is_asked_whatever_was_answered_since(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, severity=Severity.SERIOUS))
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)
    await stays.arrive(session, incident=incident, person=network.an, now=MORNING)
    await responses.respond(session, incident=incident, person=network.binh, answer=Answer.NEEDS_INFO, now=MORNING)
    await close(network, incident, now=END)

    await asked(network, incident)

    assert await told(network, BroadcastKind.REVIEW_ASKED) == [{id_of(network.an), id_of(network.binh)}]


async def test_only_those_who_have_said_something_are_listed_and_all_are_counted(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network, ready=[network.an, network.chi])
    review = await asked(network, incident)
    page = await voices.page(session, review=review, number=0)
    assert (list(page.lines), page.counts.asked, page.counts.answered) == ([], 3, 0)

    await voices.tap(
        session, review_id=id_of(review), question=ReviewQuestion.USEFUL, says_yes=True, by=network.an, now=NOW
    )

    page = await voices.page(session, review=review, number=0)
    assert [one.member for one in page.lines] == [network.telecom.name]
    assert (page.counts.asked, page.counts.answered, page.pages) == (3, 1, 1)

    taps = {"review_id": id_of(review), "question": ReviewQuestion.USEFUL, "says_yes": True, "now": NOW}
    await voices.tap(session, by=network.chi, **taps)  # type: ignore[arg-type]
    await voices.say_missing(session, review_id=id_of(review), text="Sơ đồ", by=network.an, now=NOW)

    # Whoever wrote words stands first, the others by name.
    page = await voices.page(session, review=review, number=0)
    assert [one.member for one in page.lines] == [network.telecom.name, network.postal.name, network.it.name]


async def test_the_latest_word_of_a_business_counts_and_a_name_can_be_withdrawn_after_the_end(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await ended(network, ready=[network.an])
    review = await asked(network, incident)
    review_id = id_of(review)
    for person, yes in ((network.an, True), (network.binh, False), (network.an, True)):
        await voices.tap(session, review_id=review_id, question=ReviewQuestion.NAMED, says_yes=yes, by=person, now=NOW)
    assert await voices.may_be_named(session, incident_id=id_of(incident)) == {id_of(network.telecom): True}
    await voices.say_missing(session, review_id=review_id, text=" Sơ đồ \n", by=network.binh, now=NOW)
    with pytest.raises(MissingLength):
        await voices.say_missing(session, review_id=review_id, text="x" * 401, by=network.an, now=NOW)
    (voice,) = await session.exec(select(ReviewVoice))
    assert (voice.missing, voice.person_id) == ("Sơ đồ", network.binh.id)

    review.state = ReviewState.DONE
    with pytest.raises(ReviewOver):
        await voices.tap(
            session, review_id=review_id, question=ReviewQuestion.USEFUL, says_yes=True, by=network.an, now=NOW
        )
    await voices.tap(
        session, review_id=review_id, question=ReviewQuestion.NAMED, says_yes=False, by=network.an, now=NOW
    )
    assert await voices.may_be_named(session, incident_id=id_of(incident)) == {id_of(network.telecom): False}


async def test_who_took_no_part_or_is_not_named_is_not_asked(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network, ready=[network.an])
    review = await asked(network, incident)
    taps = {"review_id": id_of(review), "question": ReviewQuestion.USEFUL, "says_yes": True, "now": NOW}
    with pytest.raises(ReviewNotYours):
        await voices.tap(session, by=network.chi, **taps)  # type: ignore[arg-type]
    incident.tlp = Tlp.RED
    await session.flush()
    with pytest.raises(ReviewNotYours):
        await voices.tap(session, by=network.an, **taps)  # type: ignore[arg-type]
    assert await lists.asked_of(session, person=network.an) == []


async def test_a_merger_keeps_one_voice_and_a_word_beats_silence(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await ended(network, ready=[network.an, network.dung])
    review = await asked(network, incident)
    await voices.say_missing(session, review_id=id_of(review), text="Bản đồ", by=network.dung, now=NOW)
    (member,) = holdings.MEMBERS
    merging = Merging(id_of(network.telecom), id_of(network.it), by=network.coordinator, now=NOW)
    await member.merger.by(session, merging)  # type: ignore[union-attr]

    found = (await session.exec(select(ReviewVoice))).all()
    assert [(one.member_id, one.missing) for one in found] == [(network.telecom.id, "Bản đồ")]


async def test_the_records_say_who_answered_when_and_what_was_late(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    incident.severity, incident.began_at = Severity.SERIOUS, MORNING
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.CANNOT, now=END)
    known = await facts.of(session, incident=incident, now=after_end(hours=1))

    assert (known.answers.called, known.answers.answered, known.answers.engaged) == (3, 1, 0)
    assert known.answers.first_after == END - MORNING
    assert known.answers.ready_after is None
    assert known.found_after is not None
    assert known.found_after.total_seconds() == 0
    assert known.sign is None
    # The first update was owed when the hour was over.
    assert [(one.kind, one.due_at, one.by) for one in known.late] == [(LateKind.UPDATE, END, None)]
    # What the clock only crossed off after the end reminded nobody.
    await close(network, incident, now=END)
    await reminders.remind_due(session, now=after_end(hours=1))
    known = await facts.of(session, incident=incident, now=after_end(hours=2))
    assert known.counts[EventKind.REMINDED] == 0
    assert (await session.exec(select(Review))).all() == []
