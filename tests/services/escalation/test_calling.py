"""Who is called above, when silence climbs, and what may follow what."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.channels import Channel
from models.escalation import CallState, Escalation, EscalationStage, Post
from models.identity import id_of
from models.incidents import Severity
from models.people import Person, Role
from services.escalation import calling, former, ladder, posts
from services.escalation.calling import (
    CallUntimely,
    EscalationOver,
    EscalationUnderWay,
    LinkUnreadable,
    NobodyAbove,
    NotYourCall,
)
from services.escalation.posts import PostUnreachable, WayToCall
from services.incidents import lifecycle
from services.people import reach
from services.policies import versions
from services.policies.terms import DEFAULTS, EscalationMinutes
from services.privacy import withdrawal
from services.staff import appointments
from services.wings import WINGS
from tests.network import CABLE_CUT, MORNING, Network, found_network, person

PHONE = "0912000111"


@dataclass
class Above:
    """An escalation under way, and those who have to do with it."""

    network: Network
    escalation: Escalation

    async def calls(self) -> dict[Post, CallState]:
        """Tell what came of each call of the stage under way."""
        found = await calling.calls_of(self.network.session, escalation=self.escalation)
        return {one.post: one.state for one in found}

    async def call_of(self, post: Post) -> int:
        """Give the call (id) to a post."""
        found = await calling.calls_of(self.network.session, escalation=self.escalation)
        return next(id_of(one) for one in found if one.post is post)

    async def mark(self, post: Post, state: CallState, now: datetime = MORNING) -> None:
        """Let the coordinator say what came of a call."""
        call_id = await self.call_of(post)
        await calling.mark(self.network.session, call_id=call_id, state=state, by=self.network.coordinator, now=now)

    async def news(self) -> list[str]:
        """List with which news coordinators were told."""
        query = select(Broadcast).where(Broadcast.kind == BroadcastKind.ESCALATION_WATCH).order_by(Broadcast.id)  # type: ignore[arg-type]
        return [str((one.details or {})["news"]) for one in (await self.network.session.exec(query)).all()]


def after(minutes: int) -> datetime:
    """Give the moment so many minutes after the morning."""
    return MORNING + timedelta(minutes=minutes)


async def fill(
    network: Network, post: Post, *, phone: str = PHONE, person: Person | None = None, knowingly: bool = False
) -> None:
    """Fill a post."""
    await posts.fill(
        network.session,
        post=post,
        name="Trực ban",
        office="Phòng trực",
        phone=phone,
        person_id=person.id if person else None,
        by=network.coordinator,
        now=MORNING,
        knowingly=knowingly,
    )


async def begun(session: AsyncSession, *held: Post) -> Above:
    """Fill some posts by phone, and call them."""
    network = await found_network(session)
    for post in held:
        await fill(network, post)
    incident = await network.declare()
    escalation = await calling.begin(session, incident_id=id_of(incident), link="", by=network.coordinator, now=MORNING)
    return Above(network, escalation)


async def test_specialists_and_offices_are_called_at_once_and_a_leader_who_has_nobody_before(
    session: AsyncSession,
) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST, Post.FIRST_LEADER, Post.SECOND_LEADER, Post.POLICE)

    assert await above.calls() == dict.fromkeys(
        (Post.FIRST_SPECIALIST, Post.SECOND_LEADER, Post.POLICE), CallState.CALLED
    )


@pytest.mark.parametrize("state", [CallState.NO_ANSWER, CallState.DECLINED])
async def test_a_no_and_a_marked_silence_call_the_leader_at_once(session: AsyncSession, state: CallState) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST, Post.FIRST_LEADER)

    await above.mark(Post.FIRST_SPECIALIST, state)

    assert await above.calls() == {Post.FIRST_SPECIALIST: state, Post.FIRST_LEADER: CallState.CALLED}


@pytest.mark.parametrize("first", [CallState.NO_ANSWER, CallState.DECLINED])
async def test_whoever_said_no_or_was_silent_may_still_come_round(session: AsyncSession, first: CallState) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST)

    for state in (first, CallState.ACCEPTED):
        await above.mark(Post.FIRST_SPECIALIST, state)

    assert await above.calls() == {Post.FIRST_SPECIALIST: CallState.ACCEPTED}


async def test_silence_climbs_once_and_where_the_leader_was_called_coordinators_are_told(session: AsyncSession) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST, Post.FIRST_LEADER, Post.POLICE)

    await ladder.climb_due(session, now=after(9))
    assert Post.FIRST_LEADER not in await above.calls()
    for at in (10, 11):
        await ladder.climb_due(session, now=after(at))
    assert (await above.calls())[Post.FIRST_LEADER] is CallState.CALLED
    assert await above.news() == ["begun", "silent"]
    await above.mark(Post.FIRST_LEADER, CallState.ACCEPTED, after(12))
    await ladder.climb_due(session, now=after(60))

    assert await above.news() == ["begun", "silent"]


async def test_a_leader_is_called_only_while_nobody_of_the_authority_takes_part_or_has_time_to(
    session: AsyncSession,
) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST, Post.FIRST_LEADER, Post.POLICE, Post.MILITARY)

    await above.mark(Post.POLICE, CallState.DECLINED, after(1))
    assert Post.FIRST_LEADER not in await above.calls()
    await above.mark(Post.FIRST_SPECIALIST, CallState.ACCEPTED, after(2))
    await ladder.climb_due(session, now=after(10))
    assert Post.FIRST_LEADER not in await above.calls()
    await above.mark(Post.FIRST_SPECIALIST, CallState.DECLINED, after(11))

    assert (await above.calls())[Post.FIRST_LEADER] is CallState.CALLED


async def test_calls_that_come_to_nothing_are_told_of_on_one_card_at_each_stage(session: AsyncSession) -> None:
    above = await begun(session, Post.POLICE, Post.MILITARY, Post.NATIONAL)
    by, escalation_id = above.network.coordinator, id_of(above.escalation)

    await above.mark(Post.POLICE, CallState.DECLINED, after(1))
    await ladder.climb_due(session, now=after(10))
    assert await above.news() == ["begun", "silent"]
    sheet = await calling.sheet(session, escalation=above.escalation)
    assert [one.post for one in sheet.unanswered] == [Post.POLICE, Post.MILITARY, Post.NATIONAL]

    await calling.go_on(session, escalation_id=escalation_id, by=by, now=after(20))
    await ladder.climb_due(session, now=after(40))
    assert await above.news() == ["begun", "silent", "on_site", "silent"]


async def test_the_minutes_of_an_escalation_are_those_of_the_policy_with_which_its_incident_began(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    for post in (Post.FIRST_SPECIALIST, Post.FIRST_LEADER):
        await fill(network, post)

    async def with_times(*minutes: int) -> None:
        policy = replace(DEFAULTS[Severity.MEDIUM], escalation=EscalationMinutes(*minutes))
        await versions.change(session, severity=Severity.MEDIUM, policy=policy, by=network.coordinator, now=MORNING)

    await with_times(3, 30, 7)
    incident = await network.declare(replace(CABLE_CUT, severity=Severity.MEDIUM))
    await with_times(1, 1, 1)
    escalation = await calling.begin(session, incident_id=id_of(incident), link="", by=network.coordinator, now=MORNING)
    (meeting,) = await calling.calls_of(session, escalation=escalation)
    assert (meeting.due_at, escalation.asks_at) == (after(3), after(30))

    await calling.go_on(session, escalation_id=id_of(escalation), by=network.coordinator, now=MORNING)
    (on_site,) = await calling.calls_of(session, escalation=escalation)
    assert on_site.due_at == after(7)


@pytest.mark.parametrize(
    "link", ["https://", "https://a", "https://hop trực.vn", "http://hop.example.vn", "hop.example.vn"]
)
def test_an_address_without_a_host_is_refused_since_no_button_can_have_it(link: str) -> None:
    with pytest.raises(LinkUnreadable):
        calling.check_link(link)
    assert calling.check_link(" https://hop.example.vn/su-co?x=1 ") == "https://hop.example.vn/su-co?x=1"


async def test_a_meeting_that_solves_nothing_is_told_of_once_and_the_next_stage_calls_who_accepted(
    session: AsyncSession,
) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST, Post.FIRST_LEADER)
    await above.mark(Post.FIRST_SPECIALIST, CallState.NO_ANSWER)
    await above.mark(Post.FIRST_LEADER, CallState.ACCEPTED)
    for at in (59, 60, 61):
        await ladder.ask_due(session, now=after(at))
    assert await above.news() == ["begun", "unsolved"]
    with pytest.raises(CallUntimely):
        await above.mark(Post.FIRST_LEADER, CallState.CAME)

    escalation_id, of_meeting = id_of(above.escalation), await above.call_of(Post.FIRST_LEADER)
    await calling.go_on(session, escalation_id=escalation_id, by=above.network.coordinator, now=after(70))
    with pytest.raises(EscalationOver):
        await calling.go_on(session, escalation_id=escalation_id, by=above.network.colleague, now=after(70))

    assert above.escalation.stage is EscalationStage.ON_SITE
    with pytest.raises(EscalationOver):
        await calling.mark(
            session, call_id=of_meeting, state=CallState.DECLINED, by=above.network.coordinator, now=after(70)
        )
    assert await above.calls() == dict.fromkeys((Post.FIRST_SPECIALIST, Post.FIRST_LEADER), CallState.CALLED)
    for state, at in ((CallState.ACCEPTED, 71), (CallState.CAME, 90), (CallState.LEFT, 200)):
        await above.mark(Post.FIRST_LEADER, state, after(at))
    (*_, leader) = await calling.calls_of(session, escalation=above.escalation)
    assert (leader.came_at, leader.left_at) == (after(90), after(200))


async def test_nobody_is_called_twice_for_one_incident_and_its_end_ends_it(session: AsyncSession) -> None:
    above = await begun(session, Post.FIRST_SPECIALIST, Post.FIRST_LEADER)
    by, incident_id = above.network.coordinator, above.escalation.incident_id
    with pytest.raises(EscalationUnderWay):
        await calling.begin(session, incident_id=incident_id, link="", by=above.network.colleague, now=MORNING)
    await lifecycle.close(session, incident_id=incident_id, summary="Xong", by=by, now=after(5))

    await ladder.end_due(session, now=after(10))
    await ladder.climb_due(session, now=after(10))

    assert above.escalation.ended_at == after(10)
    assert Post.FIRST_LEADER not in await above.calls()


async def test_without_any_post_that_can_be_reached_nobody_is_called(session: AsyncSession) -> None:
    with pytest.raises(NobodyAbove):
        await begun(session)


async def test_a_post_wants_a_way_to_its_holder_and_shows_when_it_has_lost_it(session: AsyncSession) -> None:
    network = await found_network(session)
    with pytest.raises(PostUnreachable):
        await fill(network, Post.POLICE, phone="")
    await fill(network, Post.POLICE, phone="", person=network.colleague)
    await fill(network, Post.MILITARY, person=network.colleague)

    async def ways() -> dict[Post, WayToCall]:
        return {line.post: line.way for line in await posts.lines(session) if line.post in (Post.POLICE, Post.MILITARY)}

    assert await ways() == {Post.POLICE: WayToCall.BOT, Post.MILITARY: WayToCall.BOT}
    await reach.lose(session, person=network.colleague, channel=Channel.TELEGRAM, reason="blocked", now=MORNING)
    assert await ways() == {Post.POLICE: WayToCall.NO_WAY, Post.MILITARY: WayToCall.PHONE}
    network.colleague.staff_role = None
    await withdrawal.withdraw(session, person=network.colleague, wings=WINGS, now=MORNING)
    assert await ways() == dict.fromkeys((Post.POLICE, Post.MILITARY), WayToCall.NOBODY)


async def test_a_holder_whom_nobody_can_call_is_kept_knowingly_and_calls_no_meeting(session: AsyncSession) -> None:
    network = await found_network(session)
    await fill(network, Post.POLICE, phone="", knowingly=True)
    incident = await network.declare()

    (police,) = [line for line in await posts.lines(session) if line.holder is not None]
    assert (police.post, police.way) == (Post.POLICE, WayToCall.NO_WAY)
    with pytest.raises(NobodyAbove):
        await calling.begin(session, incident_id=id_of(incident), link="", by=network.coordinator, now=MORNING)


async def test_whoever_coordinates_no_longer_leaves_their_posts_and_the_owners_are_told_once(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    owner = await person(session, 9003, "Lương Thị Mai", role=Role.OWNER)
    await fill(network, Post.POLICE, phone="", person=network.colleague)
    await fill(network, Post.MILITARY, person=network.colleague)

    await appointments.dismiss(session, person_id=id_of(network.colleague), by=owner, now=MORNING)

    async def ways() -> dict[Post, WayToCall]:
        return {line.post: line.way for line in await posts.lines(session) if line.post in (Post.POLICE, Post.MILITARY)}

    assert await ways() == {Post.POLICE: WayToCall.NO_WAY, Post.MILITARY: WayToCall.PHONE}
    for _ in range(2):
        await former.release_due(session, now=MORNING)
    assert await ways() == {Post.POLICE: WayToCall.NOBODY, Post.MILITARY: WayToCall.PHONE}
    told = await session.exec(
        select(Delivery.person_id, Broadcast.details)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == BroadcastKind.POST_VACATED)
        .order_by(col(Broadcast.id))
    )
    assert [(one, (details or {})["post"], (details or {})["by_phone"]) for one, details in told] == [
        (owner.id, "police", False),
        (owner.id, "military", True),
    ]


async def test_a_call_to_whoever_coordinates_no_longer_climbs_at_once_and_takes_no_answer(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    await fill(network, Post.FIRST_SPECIALIST, person=network.colleague)
    await fill(network, Post.FIRST_LEADER)
    incident = await network.declare()
    escalation = await calling.begin(session, incident_id=id_of(incident), link="", by=network.coordinator, now=MORNING)
    above = Above(network, escalation)
    call_id = await above.call_of(Post.FIRST_SPECIALIST)

    await appointments.dismiss(session, person_id=id_of(network.colleague), by=network.coordinator, now=MORNING)

    with pytest.raises(NotYourCall):
        await calling.answer(session, call_id=call_id, state=CallState.ACCEPTED, person=network.colleague, now=MORNING)
    await former.release_due(session, now=MORNING)
    await ladder.climb_due(session, now=MORNING)
    assert await above.calls() == {Post.FIRST_SPECIALIST: CallState.CALLED, Post.FIRST_LEADER: CallState.CALLED}


async def test_only_whom_the_call_went_to_answers_it(session: AsyncSession) -> None:
    network = await found_network(session)
    await fill(network, Post.FIRST_SPECIALIST, person=network.colleague)
    incident = await network.declare()
    escalation = await calling.begin(session, incident_id=id_of(incident), link="", by=network.coordinator, now=MORNING)
    call_id = await Above(network, escalation).call_of(Post.FIRST_SPECIALIST)

    with pytest.raises(NotYourCall):
        await calling.answer(session, call_id=call_id, state=CallState.ACCEPTED, person=network.an, now=MORNING)
    await calling.answer(session, call_id=call_id, state=CallState.ACCEPTED, person=network.colleague, now=MORNING)

    assert await Above(network, escalation).calls() == {Post.FIRST_SPECIALIST: CallState.ACCEPTED}
