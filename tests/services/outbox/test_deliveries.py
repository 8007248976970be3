"""Deliveries are claimed in the right order, recorded truthfully, and never lost with their worker."""

from datetime import datetime, timedelta
from typing import cast

import pytest
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel, Reach
from models.identity import id_of
from models.incidents import Incident
from services.drills import course
from services.incidents import cards as incident_cards
from services.incidents import outcomes
from services.incidents.kinds import ALERT, CARDS, TALLY
from services.outbox import broadcasts, deliveries, due_now, lately
from services.outbox.deliveries import LEASE, MOST_CRASHES, REPEAT_AFTER, Claimed, Outcome, Result
from services.outbox.due_now import TALLY_PAUSE
from services.people import reach
from services.wings import KINDS
from tests.network import MORNING, Network, found_group, found_network, lose, lost
from tests.services.drills import drilling
from tests.services.sending import edits, sends

LATER = MORNING + timedelta(minutes=1)
# A channel that the bot may have one day.
MAIL = cast("Channel", "mail")
MUST_ARRIVE = (
    BroadcastKind.ALERT,
    BroadcastKind.ALL_CLEAR,
    BroadcastKind.DECISION,
    BroadcastKind.UPDATE,
    BroadcastKind.REPLY,
)


async def queue(network: Network, kind: BroadcastKind, incident: Incident, *, now: datetime = MORNING) -> int:
    """Queue a message of a kind to An; returns the delivery's id."""
    broadcast = await broadcasts.queue(
        network.session, kind=KINDS[kind], people=[id_of(network.an)], subject_id=incident.id, now=now
    )
    query = select(Delivery.id).where(Delivery.broadcast_id == id_of(broadcast))
    return (await network.session.exec(query)).one() or 0


async def quiet(session: AsyncSession) -> Network:
    """Found a network in which nothing waits to be said."""
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)
    return network


async def incident_of(network: Network) -> Incident:
    return (await network.session.exec(select(Incident))).one()


async def row(session: AsyncSession, delivery_id: int) -> Delivery:
    return await session.get_one(Delivery, delivery_id, populate_existing=True)


async def record(session: AsyncSession, result: Result, *, now: datetime = LATER) -> Delivery:
    await outcomes.record(session, results=[result], kinds=KINDS, now=now)
    return await row(session, result.claimed.id)


async def test_the_urgent_goes_before_what_has_waited_longer(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    kinds = (
        BroadcastKind.REMINDER,
        BroadcastKind.TALLY,
        BroadcastKind.UPDATE,
        BroadcastKind.REPLY,
        BroadcastKind.ALERT,
    )
    for place, kind in enumerate(kinds):
        await queue(network, kind, incident, now=MORNING + timedelta(seconds=place))

    claimed = await sends(session, now=LATER)

    assert [one.kind for one in claimed] == [
        BroadcastKind.ALERT,
        BroadcastKind.REPLY,
        BroadcastKind.UPDATE,
        BroadcastKind.TALLY,
        BroadcastKind.REMINDER,
    ]


async def test_what_one_person_asked_for_goes_before_alerts_that_wait(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(delivered=False)
    await incident_cards.bring_down(session, incident_id=id_of(incident), person=network.coordinator, now=LATER)

    first, *others = await sends(session, now=LATER)

    assert (first.kind, first.person_id) == (BroadcastKind.TALLY, id_of(network.coordinator))
    assert BroadcastKind.ALERT in {one.kind for one in others}


async def test_in_one_lane_who_has_waited_longest_goes_first(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    late = await queue(network, BroadcastKind.REMINDER, incident, now=MORNING + timedelta(seconds=2))
    early = await queue(network, BroadcastKind.REMINDER, incident, now=MORNING)

    assert [one.id for one in await sends(session, now=LATER)] == [early, late]


async def test_nothing_is_claimed_twice_nor_before_its_time(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await queue(network, BroadcastKind.UPDATE, incident)
    await queue(network, BroadcastKind.UPDATE, incident, now=LATER)
    assert await due_now.anything(session, channel=Channel.TELEGRAM, now=MORNING)

    assert len(await sends(session)) == 1
    assert len(await sends(session)) == 0
    assert not await due_now.anything(session, channel=Channel.TELEGRAM, now=MORNING)
    assert len(await sends(session, now=LATER)) == 1


async def test_a_claim_takes_no_more_than_it_was_asked_for(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(delivered=False)

    assert [len(await sends(session, limit=3)) for _ in range(3)] == [3, 2, 0]


async def test_what_was_sent_is_kept_with_its_message(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.UPDATE, await incident_of(network))
    (claimed,) = await sends(session)

    sent = await record(session, Result(claimed, Outcome.SENT, message_id=77, shown="look"))

    assert (sent.state, sent.message_id, sent.shown, sent.sent_at) == (DeliveryState.SENT, 77, "look", LATER)
    assert (sent.leased_until, sent.edit_due_at, sent.error) == (None, None, None)


async def test_what_telegram_refused_for_now_is_tried_again_as_if_never_sent(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.REMINDER, await incident_of(network))
    again_at = MORNING + timedelta(seconds=30)

    for _ in range(5):
        (claimed,) = await sends(session, now=again_at)
        assert not claimed.is_repeat
        back = await record(session, Result(claimed, Outcome.REFUSED_FOR_NOW, error="429", again_at=again_at))
        assert (back.state, back.due_at, back.attempts) == (DeliveryState.PENDING, again_at, 0)


async def test_no_message_and_no_edit_rests_longer_than_five_minutes_by_itself(session: AsyncSession) -> None:
    network = await quiet(session)
    edit = await edited(network)
    await queue(network, BroadcastKind.REMINDER, await incident_of(network))
    (claimed,) = await sends(session)
    far = LATER + timedelta(minutes=20)

    waiting = await record(session, Result(claimed, Outcome.REFUSED_FOR_NOW, again_at=far))
    shown = await record(session, Result(edit, Outcome.REFUSED_FOR_NOW, again_at=far))

    assert (waiting.due_at, shown.edit_due_at) == (LATER + timedelta(minutes=5), LATER + timedelta(minutes=5))


@pytest.mark.parametrize("kind", MUST_ARRIVE)
async def test_what_must_arrive_is_said_again_while_its_fate_is_unknown_and_not_for_ever(
    session: AsyncSession, kind: BroadcastKind
) -> None:
    network = await quiet(session)
    await queue(network, kind, await incident_of(network))
    (first,) = await sends(session)
    assert not first.is_repeat

    held = await record(session, Result(first, Outcome.UNKNOWN, error="dropped", again_at=LATER))
    for _ in REPEAT_AFTER:
        assert held.state is DeliveryState.PENDING
        (repeat,) = await sends(session, now=held.due_at)
        assert repeat.is_repeat
        held = await record(session, Result(repeat, Outcome.UNKNOWN, error="dropped", again_at=LATER))

    assert held.state is DeliveryState.UNCERTAIN
    assert not await sends(session, now=LATER + timedelta(days=1))


async def test_a_reminder_is_held_when_its_fate_is_unknown_since_the_next_one_makes_it_good(
    session: AsyncSession,
) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.REMINDER, await incident_of(network))
    (claimed,) = await sends(session)

    held = await record(session, Result(claimed, Outcome.UNKNOWN, error="dropped", again_at=LATER))

    assert held.state is DeliveryState.UNCERTAIN
    assert not await sends(session, now=LATER + timedelta(days=1))


async def test_a_tally_whose_worker_was_killed_comes_again(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.TALLY, await incident_of(network))
    (claimed,) = await sends(session)

    await outcomes.take_over(session, kinds=KINDS, now=claimed.leased_until)

    (again,) = await sends(session, now=claimed.leased_until)
    assert (again.kind, again.address) == (BroadcastKind.TALLY, claimed.address)


@pytest.mark.parametrize("kind", [BroadcastKind.ALERT, BroadcastKind.REMINDER, BroadcastKind.TALLY])
async def test_what_something_else_answered_is_sent_again_for_as_long_as_it_takes(
    session: AsyncSession, kind: BroadcastKind
) -> None:
    network = await quiet(session)
    await queue(network, kind, await incident_of(network))
    (claimed,) = await sends(session)
    at, rests = LATER, []

    for _ in range(20):
        held = await record(session, Result(claimed, Outcome.IN_DOUBT, error="a page", again_at=at), now=at)
        assert held.state is DeliveryState.PENDING
        rests.append((held.due_at - at).total_seconds())
        at = held.due_at
        (claimed,) = await sends(session, now=at)
        assert claimed.is_repeat

    assert rests[:6] == [0, 30, 60, 120, 240, 300]
    assert set(rests[6:]) == {300}
    assert (await record(session, Result(claimed, Outcome.SENT, message_id=7), now=at)).state is DeliveryState.SENT


async def test_a_login_page_leaves_an_alert_its_repeat_after_a_time_out_and_its_crashes(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.ALERT, await incident_of(network))
    (claimed,) = await sends(session)
    for _ in range(20):
        held = await record(session, Result(claimed, Outcome.IN_DOUBT, error="a page"))
        (claimed,) = await sends(session, now=held.due_at)

    held = await record(session, Result(claimed, Outcome.UNKNOWN, error="dropped"))

    assert held.state is DeliveryState.PENDING
    assert held.attempts < MOST_CRASHES


async def test_a_channel_takes_its_own_messages_alone(session: AsyncSession) -> None:
    network = await quiet(session)
    delivery_id = await queue(network, BroadcastKind.UPDATE, await incident_of(network))
    delivery = await row(session, delivery_id)
    delivery.channel, delivery.address = "mail", "an@example.vn"
    await session.flush()

    assert not await due_now.anything(session, channel=Channel.TELEGRAM, now=MORNING)
    assert await sends(session) == []
    (claimed,) = await deliveries.claim_sends(session, channel=MAIL, now=MORNING, limit=50)
    await record(session, Result(claimed, Outcome.SENT, message_id=0))
    delivery.edit_due_at, delivery.edit_lane = LATER, Lane.UPDATE
    await session.flush()

    assert (claimed.channel, claimed.address) == ("mail", "an@example.vn")
    assert await lately.sent_since(session, channel=Channel.TELEGRAM, since=MORNING) == []
    assert await edits(session, now=LATER) == []
    (edit,) = await deliveries.claim_edits(session, channel=MAIL, now=LATER, limit=50)
    assert edit.id == claimed.id


async def test_what_one_channel_loses_the_others_still_reach(session: AsyncSession) -> None:
    network = await quiet(session)
    delivery_id = await queue(network, BroadcastKind.UPDATE, await incident_of(network))
    (await row(session, delivery_id)).channel = "mail"
    await session.flush()
    (claimed,) = await deliveries.claim_sends(session, channel=MAIL, now=MORNING, limit=50)

    await record(session, Result(claimed, Outcome.UNREACHABLE, error="550 no such mailbox"))

    assert await session.get(Reach, (id_of(network.an), "mail")) is not None
    assert await lost(network.an, session) == (None, None)
    assert await reach.is_in_reach(session, person=network.an)
    await lose(network.an, session, now=LATER)
    assert not await reach.is_in_reach(session, person=network.an)


async def test_who_cannot_be_reached_is_marked_with_the_reason(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.UPDATE, await incident_of(network))
    (claimed,) = await sends(session)

    failed = await record(session, Result(claimed, Outcome.UNREACHABLE, error="Forbidden: bot was blocked by the user"))

    assert (failed.state, failed.error) == (DeliveryState.FAILED, "Forbidden: bot was blocked by the user")
    assert await lost(network.an, session) == (LATER, failed.error)


async def test_a_tally_is_edited_after_a_while_though_more_cards_wait_than_can_be(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.ALERT)
    await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=MORNING - TALLY_PAUSE)
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=MORNING)

    at_first = await edits(session, limit=1)
    later = await edits(session, limit=2, now=MORNING + TALLY_PAUSE)

    assert [one.kind for one in (*at_first, *later)] == [BroadcastKind.ALERT, BroadcastKind.TALLY, BroadcastKind.ALERT]


async def test_of_many_edits_a_quarter_are_tallies_that_stood_still_and_of_one_alone_it_is_the_tally(
    session: AsyncSession,
) -> None:
    network = await quiet(session)
    for incident in (await incident_of(network), *[await network.declare() for _ in range(3)]):
        for kind in (BroadcastKind.ALERT, BroadcastKind.TALLY):
            await network.mark(incident, DeliveryState.SENT, kind=kind)
        await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=MORNING)
        await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=MORNING)

    kinds = [one.kind for one in await edits(session, limit=8, now=MORNING + TALLY_PAUSE)]
    alone = [one.kind for one in await edits(session, limit=1, now=MORNING + TALLY_PAUSE)]

    assert kinds == [*[BroadcastKind.TALLY] * 2, *[BroadcastKind.ALERT] * 6]
    assert alone == [BroadcastKind.TALLY]


async def test_a_tally_that_its_chats_own_pace_put_off_has_stood_still_since_it_was_edited(
    session: AsyncSession,
) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.ALERT)
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=MORNING)
    (shown,) = await edits(session)
    await record(session, Result(shown, Outcome.SENT, shown="18"))
    await incident_cards.redraw(session, lane=Lane.UPDATE, incident_id=id_of(incident), now=LATER)
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=LATER)

    taken = []
    for seconds in (3, 6, 9):
        now = LATER + timedelta(seconds=seconds)
        (first, *_) = await edits(session, now=now, limit=1)
        taken.append(first.kind)
        if first.kind is BroadcastKind.TALLY:
            # The chat has just had something else.
            refused = Result(first, Outcome.REFUSED_FOR_NOW, again_at=now + timedelta(seconds=1))
            await record(session, refused, now=now)

    assert taken == [BroadcastKind.TALLY] * 3


async def test_a_tally_shown_in_a_tapped_message_is_not_edited_before_the_word_that_shows_it_is_said(
    session: AsyncSession,
) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await broadcasts.adopt(
        session,
        kind=TALLY,
        kinds=KINDS.values(),
        person=network.coordinator,
        message_id=55,
        now=LATER,
        subject_id=id_of(incident),
    )
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=LATER)

    before_said = await edits(session, now=LATER + TALLY_PAUSE)
    after = await edits(session, now=LATER + broadcasts.SAID_WITHIN + TALLY_PAUSE)

    assert 55 not in [one.message_id for one in before_said]
    assert [one.message_id for one in after] == [55]


async def test_what_a_drill_says_and_shows_waits_for_all_that_is_real(session: AsyncSession) -> None:
    network = await found_network(session)
    drill = await drilling.begun(network)
    await let_all_be_sent(session, BroadcastKind.INJECT)
    incident = await network.declare(now=drilling.STARTS_AT)
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)
    await course.rest(session, drill_id=id_of(drill), by=network.coordinator, now=drilling.STARTS_AT)
    now = drilling.STARTS_AT + TALLY_PAUSE
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.ALERT)
    await incident_cards.redraw(session, lane=Lane.UPDATE, incident_id=id_of(incident), now=now)
    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=now)
    await queue(network, BroadcastKind.REMINDER, incident, now=now)

    edited = list(dict.fromkeys(one.kind for one in await edits(session, now=now)))
    sent = list(dict.fromkeys(one.kind for one in await sends(session, now=now)))

    assert edited == [BroadcastKind.ALERT, BroadcastKind.TALLY, BroadcastKind.INJECT]
    assert sent.index(BroadcastKind.REMINDER) < sent.index(BroadcastKind.DRILL_NEWS)


async def let_all_be_sent(session: AsyncSession, kind: BroadcastKind) -> None:
    of_kind = select(Broadcast.id).where(Broadcast.kind == kind)
    await session.exec(
        update(Delivery).where(col(Delivery.broadcast_id).in_(of_kind)).values(state=DeliveryState.SENT, message_id=1)
    )


async def test_who_goes_out_of_reach_shows_in_every_tally_that_counts_on_them(session: AsyncSession) -> None:
    network = await quiet(session)
    first = await incident_of(network)
    second = await network.declare()
    await network.mark(second, DeliveryState.SENT, kind=BroadcastKind.TALLY)
    await queue(network, BroadcastKind.UPDATE, first)
    (claimed,) = await sends(session)

    await record(session, Result(claimed, Outcome.UNREACHABLE, error="Forbidden: bot was blocked by the user"))

    tallies = await edits(session, now=LATER)
    assert [(one.kind, one.subject_id) for one in tallies] == [
        (BroadcastKind.TALLY, first.id),
        (BroadcastKind.TALLY, second.id),
    ]


async def test_a_group_that_moved_is_written_to_at_its_new_place(session: AsyncSession) -> None:
    network = await quiet(session)
    group = await found_group(network)
    incident = await incident_of(network)
    for kind in (BroadcastKind.ALERT, BroadcastKind.UPDATE):
        await broadcasts.queue(
            session, kind=KINDS[kind], people=(), groups=[id_of(group)], subject_id=incident.id, now=MORNING
        )
    alert, notice = await sends(session)

    await record(session, Result(alert, Outcome.REFUSED_FOR_NOW, again_at=LATER, moved_to="-100123"))
    await record(session, Result(notice, Outcome.REFUSED_FOR_NOW, again_at=LATER, moved_to="-100123"))

    again = await sends(session, now=LATER)
    assert [(one.id, one.address) for one in again] == [(alert.id, "-100123"), (notice.id, "-100123")]
    assert group.chat_id == -100_123


async def test_what_is_stale_is_dropped(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.REMINDER, await incident_of(network))
    (claimed,) = await sends(session)

    assert (await record(session, Result(claimed, Outcome.STALE))).state is DeliveryState.DROPPED


@pytest.mark.parametrize(
    "outcome", [Outcome.SENT, Outcome.UNREACHABLE, Outcome.UNKNOWN, Outcome.FAILED, Outcome.REFUSED_FOR_NOW]
)
async def test_a_tally_that_counts_alerts_is_drawn_anew_with_each_of_them(
    session: AsyncSession, outcome: Outcome
) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.ALERT, await incident_of(network))
    (claimed,) = await sends(session)

    await record(session, Result(claimed, outcome, message_id=77, error="why", again_at=LATER))

    assert [one.kind for one in await edits(session, now=LATER)] == [BroadcastKind.TALLY]


async def test_a_change_while_a_message_is_being_sent_is_shown_right_after(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await network.mark(incident, DeliveryState.DROPPED)
    await queue(network, BroadcastKind.ALERT, incident)
    (claimed,) = await sends(session)
    await broadcasts.redraw(
        session, kinds=(ALERT,), subject="incident", subject_id=id_of(incident), lane=Lane.REPLY, now=MORNING
    )
    assert not await edits(session)

    sent = await record(session, Result(claimed, Outcome.SENT, message_id=77, shown="old"))

    assert sent.edit_due_at == MORNING
    assert [one.message_id for one in await edits(session, now=LATER) if one.id == claimed.id] == [77]


async def edited(network: Network) -> Claimed:
    """Claim the edit of the colleague's tally."""
    await incident_cards.redraw_tally(network.session, incident_id=id_of(await incident_of(network)), now=MORNING)
    (claimed,) = await edits(network.session)
    return claimed


async def test_a_change_during_an_edit_is_not_the_last_word(session: AsyncSession) -> None:
    network = await quiet(session)
    claimed = await edited(network)
    await incident_cards.redraw_tally(session, incident_id=id_of(await incident_of(network)), now=MORNING)

    done = await record(session, Result(claimed, Outcome.SENT, shown="new"), now=MORNING)

    assert (done.shown, done.edited_at) == ("new", MORNING)
    assert done.edit_due_at is not None
    assert [one.id for one in await edits(session, now=MORNING + TALLY_PAUSE)] == [claimed.id]


@pytest.mark.parametrize("outcome", [Outcome.UNKNOWN, Outcome.REFUSED_FOR_NOW, Outcome.IN_DOUBT])
async def test_an_edit_is_repeated_until_its_fate_is_known(session: AsyncSession, outcome: Outcome) -> None:
    network = await quiet(session)
    claimed = await edited(network)

    for _ in range(4):
        waiting = await record(session, Result(claimed, outcome, error="dropped", again_at=LATER))
        assert waiting.state is DeliveryState.SENT
        (claimed,) = await edits(session, now=LATER)


async def test_an_edit_that_telegram_refuses_for_good_is_given_up(session: AsyncSession) -> None:
    network = await quiet(session)

    given_up = await record(session, Result(await edited(network), Outcome.FAILED, error="message to edit not found"))

    assert (given_up.state, given_up.error) == (DeliveryState.SENT, "message to edit not found")
    assert not await edits(session, now=LATER)


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.STALE])
async def test_a_change_during_an_edit_that_came_to_nothing_is_tried_itself(
    session: AsyncSession, outcome: Outcome
) -> None:
    network = await quiet(session)
    claimed = await edited(network)
    await incident_cards.redraw_tally(session, incident_id=id_of(await incident_of(network)), now=MORNING)

    await record(session, Result(claimed, outcome, error="message is too long"), now=MORNING)

    assert [one.id for one in await edits(session, now=LATER)] == [claimed.id]


async def test_a_tally_rests_between_edits_and_a_card_does_not(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await record(session, Result(await edited(network), Outcome.SENT, shown="new"), now=MORNING)

    await incident_cards.redraw_tally(session, incident_id=id_of(incident), now=MORNING)
    assert not await edits(session, now=MORNING + TALLY_PAUSE - timedelta(milliseconds=1))
    assert not await due_now.anything(
        session, channel=Channel.TELEGRAM, now=MORNING + TALLY_PAUSE - timedelta(milliseconds=1)
    )
    assert len(await edits(session, now=MORNING + TALLY_PAUSE)) == 1

    await incident_cards.redraw(
        session,
        lane=Lane.REPLY,
        incident_id=id_of(incident),
        people=[id_of(network.an)],
        now=MORNING,
    )
    assert [one.person_id for one in await edits(session)] == [id_of(network.an)]


async def test_the_card_of_who_just_answered_goes_before_tallies_and_others(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    for kinds, lane, people in (
        ((TALLY,), Lane.TALLY, None),
        (CARDS, Lane.UPDATE, [id_of(network.chi)]),
        (CARDS, Lane.REPLY, [id_of(network.an)]),
    ):
        await broadcasts.redraw(
            session, kinds=kinds, subject="incident", subject_id=id_of(incident), lane=lane, people=people, now=MORNING
        )

    order = [one.person_id for one in await edits(session)]

    assert order == [id_of(network.an), id_of(network.chi), id_of(network.colleague)]


async def test_a_worker_that_is_gone_loses_nothing(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    alert = await queue(network, BroadcastKind.ALERT, incident)
    reminder = await queue(network, BroadcastKind.REMINDER, incident)
    assert len(await sends(session)) == 2
    tally = (await edited(network)).id

    assert await outcomes.take_over(session, kinds=KINDS, now=MORNING + LEASE - timedelta(seconds=1)) == 0
    assert await outcomes.take_over(session, kinds=KINDS, now=MORNING + LEASE) == 3
    assert await outcomes.take_over(session, kinds=KINDS, now=MORNING + LEASE) == 0

    (again,) = await sends(session, now=MORNING + LEASE)
    assert (again.id, again.is_repeat) == (alert, True)
    assert (await row(session, reminder)).state is DeliveryState.UNCERTAIN
    assert tally in [one.id for one in await edits(session, now=MORNING + LEASE)]


async def test_a_lost_edit_of_an_alert_draws_no_tally_anew(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    await network.mark(incident, DeliveryState.SENT)
    await edits(session)
    await incident_cards.redraw(session, incident_id=id_of(incident), lane=Lane.REPLY, now=MORNING)
    lost = await edits(session)

    assert {one.kind for one in lost} == {BroadcastKind.ALERT}
    assert await outcomes.take_over(session, kinds=KINDS, now=MORNING + LEASE) == len(lost)

    again = await edits(session, now=MORNING + LEASE + TALLY_PAUSE)
    assert {one.kind for one in again} == {BroadcastKind.ALERT}


async def test_an_alert_that_was_on_its_way_in_ten_crashes_is_uncertain_and_the_tally_says_so(
    session: AsyncSession,
) -> None:
    network = await quiet(session)
    alert = await queue(network, BroadcastKind.ALERT, await incident_of(network))
    for turn in range(MOST_CRASHES + 1):
        assert len(await sends(session, now=MORNING + turn * LEASE)) == 1
        await edits(session, now=MORNING + turn * LEASE)
        assert await outcomes.take_over(session, kinds=KINDS, now=MORNING + (turn + 1) * LEASE) >= 1

    assert (await row(session, alert)).state is DeliveryState.UNCERTAIN
    due = await session.exec(
        select(Broadcast.kind)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(col(Delivery.edit_due_at).is_not(None))
    )
    assert due.all() == [BroadcastKind.TALLY]


async def test_what_was_said_lately_is_known_to_a_new_worker(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.UPDATE, await incident_of(network))
    (claimed,) = await sends(session)
    await record(session, Result(claimed, Outcome.SENT, message_id=77))
    await record(session, Result(await edited(network), Outcome.SENT, shown="new"), now=LATER + timedelta(seconds=1))

    assert await lately.sent_since(session, channel=Channel.TELEGRAM, since=LATER) == [
        ("1001", LATER),
        (str(network.colleague.telegram_id), LATER + timedelta(seconds=1)),
    ]
    assert await lately.sent_since(session, channel=Channel.TELEGRAM, since=LATER + timedelta(minutes=1)) == []


async def test_what_was_on_its_way_when_a_worker_died_counts_as_said(session: AsyncSession) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.ALERT, await incident_of(network))
    await sends(session, now=LATER)
    await edited(network)

    assert await lately.sent_since(session, channel=Channel.TELEGRAM, since=MORNING) == [
        (str(network.colleague.telegram_id), MORNING),
        ("1001", LATER),
    ]
    assert await lately.sent_since(session, channel=Channel.TELEGRAM, since=MORNING + timedelta(seconds=1)) == [
        ("1001", LATER)
    ]


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.FAILED, Outcome.UNREACHABLE, Outcome.UNKNOWN])
async def test_a_worker_whose_lease_was_taken_over_has_no_say_any_more(session: AsyncSession, outcome: Outcome) -> None:
    network = await quiet(session)
    await queue(network, BroadcastKind.ALERT, await incident_of(network))
    (late,) = await sends(session)
    await outcomes.take_over(session, kinds=KINDS, now=MORNING + LEASE)
    (again,) = await sends(session, now=MORNING + LEASE)

    held = await record(session, Result(late, outcome, message_id=5, shown="late"), now=MORNING + LEASE)

    assert (held.state, held.message_id, held.attempts) == (DeliveryState.SENDING, None, 1)
    sent = await record(session, Result(again, Outcome.SENT, message_id=6, shown="now"), now=MORNING + LEASE)
    assert (sent.state, sent.message_id, sent.shown, sent.attempts) == (DeliveryState.SENT, 6, "now", 2)


async def test_of_many_sent_at_once_each_keeps_its_own_message(session: AsyncSession) -> None:
    network = await quiet(session)
    incident = await incident_of(network)
    ids = [await queue(network, BroadcastKind.UPDATE, incident) for _ in range(3)]
    claimed = await sends(session)
    results = [Result(one, Outcome.SENT, message_id=10 * one.id, shown=str(one.id)) for one in claimed]

    await outcomes.record(session, results=results, kinds=KINDS, now=LATER)

    kept = [await row(session, delivery_id) for delivery_id in ids]
    assert [(one.message_id, one.shown, one.sent_at) for one in kept] == [(10 * id_, str(id_), LATER) for id_ in ids]
    assert all(one.leased_until is None for one in kept)
