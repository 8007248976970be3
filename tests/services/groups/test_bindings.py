"""A business's group is written to like a person, and never mixed up with one."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.channels import Channel
from models.groups import Group
from models.identity import id_of
from models.incidents import Severity
from models.invitations import Invitation
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus
from models.people import Person
from models.responses import Answer
from models.tasks import Task, TaskState
from services.groups import bindings, moves
from services.groups.bindings import (
    GroupBoundAlready,
    GroupLinkOfAnother,
    GroupOfAnother,
    NotSpokenFor,
    OnlyPrimaryContact,
    OnlyRepresentatives,
)
from services.incidents import cards as incident_cards
from services.incidents import lifecycle as incidents
from services.incidents import offers, outcomes, reminders, responses
from services.incidents import standings as answers
from services.incidents.kinds import ALERT, TALLY, UPDATE
from services.incidents.offers import NothingToStandDown
from services.outbox import broadcasts, deliveries
from services.outbox.deliveries import Claimed, Outcome, Result
from services.people import businesses, invitations
from services.tally import counting as tally
from services.wings import KINDS
from tests.network import MORNING, Network, found_group, found_network, lost, person, speak
from tests.services.sending import edits, sends

LATER = MORNING + timedelta(minutes=1)
CHAT, OTHER_CHAT = -4_000_001, -4_000_002


async def invitation(network: Network, by: Person, member: Member | None = None) -> Invitation:
    token, _ = await bindings.invite(network.session, member=member or network.telecom, by=by, now=MORNING)
    return await invitations.open_by(network.session, token=token, person=by, now=MORNING)


async def bind(network: Network, by: Person, member: Member | None = None, *, chat_id: int = CHAT) -> Group:
    group, _ = await bindings.bind(
        network.session,
        invitation=await invitation(network, by, member),
        person=by,
        chat_id=chat_id,
        title="Trực ban",
        kinds=KINDS,
        now=MORNING,
    )
    return group


@pytest.mark.parametrize(("sent", "kept"), [("Trực\u202e ban\n\u200b", "Trực ban"), ("\u202e\u2800", "—")])
async def test_the_name_of_a_group_turns_no_line_around(session: AsyncSession, sent: str, kept: str) -> None:
    network = await found_network(session)
    made = await invitation(network, network.an)
    group, _ = await bindings.bind(
        session, invitation=made, person=network.an, chat_id=CHAT, title=sent, kinds=KINDS, now=MORNING
    )
    assert group.title == kept

    group.title = "Tên cũ"
    bindings.rename(group, title=sent)
    assert group.title == kept


async def told(session: AsyncSession, topic: str) -> list[list[int | None]]:
    """List who was told under a topic: people, and None for a group."""
    broadcast_ids = await session.exec(
        select(Broadcast.id).where(col(Broadcast.details)["what"].as_string() == topic).order_by(col(Broadcast.id))
    )
    return [
        list(
            (
                await session.exec(
                    select(Delivery.person_id).where(Delivery.broadcast_id == one).order_by(col(Delivery.id))
                )
            ).all()
        )
        for one in broadcast_ids.all()
    ]


async def to_group(session: AsyncSession, group: Group) -> Sequence[Delivery]:
    query = select(Delivery).where(Delivery.group_id == group.id).order_by(col(Delivery.id))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def sent(network: Network, group: Group) -> Claimed:
    """Declare, and let the alert have arrived everywhere; returns the group's."""
    incident = await network.declare(delivered=False)
    claimed = await sends(network.session, now=MORNING)
    results = [Result(one, Outcome.SENT, message_id=number, shown="x") for number, one in enumerate(claimed, 500)]
    await outcomes.record(network.session, results=results, kinds=KINDS, now=MORNING)
    assert incident.id
    return next(one for one in claimed if one.group_id == group.id)


# Binding


async def test_the_primary_contact_makes_the_link_and_binds(session: AsyncSession) -> None:
    network = await found_network(session)

    group = await bind(network, network.an)

    assert (group.chat_id, group.member_id, group.bound_by_id) == (CHAT, network.telecom.id, network.an.id)
    assert await bindings.of_chat(session, chat_id=CHAT) is group
    assert await bindings.bound_to(session, members=[id_of(network.telecom), id_of(network.it)]) == [group.id]
    actions = (await session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id)))).all()
    assert actions == ["invitation-made", "invitation-opened", "invitation-used", "group-bound"]


async def test_a_new_link_takes_the_earlier_one_back(session: AsyncSession) -> None:
    network = await found_network(session)
    first, _ = await bindings.invite(session, member=network.telecom, by=network.an, now=MORNING)

    second, until = await bindings.invite(session, member=network.telecom, by=network.an, now=LATER)

    assert until == LATER + timedelta(hours=1)
    with pytest.raises(invitations.InvitationUnknown):
        await invitations.open_by(session, token=first, person=network.an, now=LATER)
    await invitations.open_by(session, token=second, person=network.an, now=LATER)


async def test_a_backup_contact_binds_only_where_there_is_no_primary_one(session: AsyncSession) -> None:
    network = await found_network(session)
    with pytest.raises(OnlyPrimaryContact):
        await bindings.invite(session, member=network.telecom, by=network.binh, now=MORNING)
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(network.an))
    assert standing is not None

    standing.status = RepresentativeStatus.REMOVED
    await session.flush()

    assert await bind(network, network.binh)


async def test_somebody_elses_link_binds_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await invitation(network, network.an)

    with pytest.raises(GroupLinkOfAnother):
        await bindings.bind(
            session, invitation=made, person=network.chi, chat_id=CHAT, title="Trực ban", kinds=KINDS, now=MORNING
        )


async def test_who_was_removed_after_making_the_link_binds_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await invitation(network, network.an)
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    with pytest.raises(NotSpokenFor):
        await bindings.bind(
            session, invitation=made, person=network.an, chat_id=CHAT, title="Trực ban", kinds=KINDS, now=MORNING
        )


async def test_who_is_no_longer_the_primary_contact_binds_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await invitation(network, network.an)
    for one in (network.an, network.binh):
        standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=id_of(one))
        assert standing is not None
        standing.contact = ContactKind.PRIMARY if one is network.binh else ContactKind.BACKUP
    await session.flush()

    with pytest.raises(OnlyPrimaryContact):
        await bindings.bind(
            session, invitation=made, person=network.an, chat_id=CHAT, title="Trực ban", kinds=KINDS, now=MORNING
        )


async def test_a_chat_belongs_to_one_business_until_that_is_gone(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await bind(network, network.an)
    made = await invitation(network, network.chi, network.it)
    with pytest.raises(GroupBoundAlready):
        await bind(network, network.an)
    with pytest.raises(GroupOfAnother):
        await bindings.bind(
            session, invitation=made, person=network.chi, chat_id=CHAT, title="IT", kinds=KINDS, now=LATER
        )
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()
    with pytest.raises(GroupOfAnother):
        await bindings.bind(
            session, invitation=made, person=network.chi, chat_id=CHAT, title="IT", kinds=KINDS, now=LATER
        )

    network.telecom.status = MemberStatus.LEFT
    await session.flush()
    again, member = await bindings.bind(
        session, invitation=made, person=network.chi, chat_id=CHAT, title="IT", kinds=KINDS, now=LATER
    )

    assert (again.id, again.member_id, member) == (group.id, network.it.id, network.it)


async def test_a_chat_that_changes_hands_shows_nothing_of_the_first_business_any_more(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await bind(network, network.an)
    card = await sent(network, group)
    await bindings.unbind(session, group=group, by=network.an, now=LATER)

    await bind(network, network.chi, network.it)

    old, *_ = await to_group(session, group)
    assert (old.id, old.state, old.edit_due_at) == (card.id, DeliveryState.DROPPED, None)
    incident = await incidents.by_id(session, incident_id=card.subject_id or 0)
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=LATER)
    assert [one.edit_due_at for one in await to_group(session, group) if one.id == card.id] == [None]


async def test_a_second_group_lets_the_first_go(session: AsyncSession) -> None:
    network = await found_network(session)
    first = await bind(network, network.an)

    second = await bind(network, network.an, chat_id=OTHER_CHAT)

    assert (first.left_at, second.left_at) == (MORNING, None)
    assert await bindings.bound_to(session, members=[id_of(network.telecom)]) == [second.id]
    assert await told(session, bindings.UNBOUND) == [[None]]
    assert await told(session, bindings.BOUND) == [[], []]


async def test_the_other_primary_contacts_are_told_and_nobody_else(session: AsyncSession) -> None:
    network = await found_network(session)
    dai = await person(session, 1005, "Đại")
    await speak(session, dai, network.telecom)

    group = await bind(network, network.an)
    await bindings.unbind(session, group=group, by=network.binh, now=LATER)

    assert await told(session, bindings.BOUND) == [[dai.id]]
    assert await told(session, bindings.UNBOUND) == [[network.an.id, dai.id, None]]


async def test_a_new_group_gets_the_cards_of_what_is_open(session: AsyncSession) -> None:
    network = await found_network(session)
    over, _open = await network.declare(), await network.declare()
    await incidents.close(session, incident_id=id_of(over), summary="Xong.", by=network.coordinator, now=MORNING)
    for number, state in enumerate((TaskState.ASSIGNED, TaskState.VERIFIED), 1):
        session.add(
            Task(
                year=2026,
                number=number,
                code=f"NV-{number}",
                member_id=id_of(network.telecom),
                severity=Severity.SERIOUS,
                what="Kéo cáp",
                place="Ba Vì",
                due_at=LATER,
                state=state,
                state_at=MORNING,
                asked_by_id=id_of(network.coordinator),
                asked_at=MORNING,
                draft_key=str(number),
            )
        )
    await session.flush()

    group = await bind(network, network.an)

    about = await session.exec(
        select(Broadcast.kind, Broadcast.subject, Broadcast.subject_id)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Delivery.group_id == group.id)
        .order_by(col(Broadcast.id))
    )
    assert [tuple(one) for one in about] == [
        (BroadcastKind.ALERT, "incident", _open.id),
        (BroadcastKind.TASK, "task", 1),
    ]


async def test_the_group_of_a_business_that_is_not_in_the_network_gets_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await bind(network, network.an)
    assert await bindings.spoken_to(session, group_id=group.id) is network.telecom

    for status in set(MemberStatus) - {MemberStatus.APPROVED}:
        network.telecom.status = status
        await session.flush()
        assert await bindings.bound_to(session, members=[id_of(network.telecom)]) == []
        assert await bindings.spoken_to(session, group_id=group.id) is None
        with pytest.raises(OnlyRepresentatives):
            await bindings.check_speaker(session, group=group, person=network.an)


async def test_in_a_group_only_those_pass_who_speak_for_its_business(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)

    for one in (network.an, network.binh):
        await bindings.check_speaker(session, group=group, person=one)
    for one in (network.chi, network.coordinator):
        with pytest.raises(OnlyRepresentatives) as refused:
            await bindings.check_speaker(session, group=group, person=one)
        assert refused.value.values == {"name": "Viễn thông Sông Hồng"}


async def test_the_group_of_a_business_that_is_gone_is_let_go_once(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    other = await found_group(network, network.it, chat_id=OTHER_CHAT)
    network.telecom.status, network.it.status = MemberStatus.LEFT, MemberStatus.SUSPENDED
    await session.flush()

    for _ in range(2):
        await bindings.release_gone(session, now=LATER)

    assert (group.left_at, other.left_at) == (LATER, None)
    assert await told(session, bindings.UNBOUND) == [[network.an.id, None]]
    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "group-unbound"))).all()
    assert (entry.person_id, entry.subject_id) == (None, network.telecom.id)


# Messages


async def test_a_group_is_no_person_to_the_tally_and_to_reminders(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    card = await sent(network, group)
    incident = await incidents.by_id(session, incident_id=card.subject_id or 0)

    counted = await tally.count(session, incident=incident, now=LATER)

    assert (counted.members, counted.people) == (3, 4)
    assert counted.messages[DeliveryState.SENT] == 4
    everyone = sorted(id_of(one) for one in (network.an, network.binh, network.chi, network.dung))
    assert sorted(await reminders.silent_people(session, incident_id=id_of(incident))) == everyone
    done = await reminders.remind_now(
        session, incident=incident, by=network.coordinator, now=MORNING + timedelta(minutes=3)
    )
    assert done.people == 4
    assert len(await to_group(session, group)) == 1


async def test_a_business_whose_people_are_out_of_reach_stays_so_though_its_group_was_written_to(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    group = await found_group(network)
    card = await sent(network, group)
    incident = await incidents.by_id(session, incident_id=card.subject_id or 0)
    await network.mark(incident, DeliveryState.FAILED, network.an, network.binh)

    counted = await tally.count(session, incident=incident, now=LATER)

    assert counted.groups[tally.AnswerGroup.UNREACHABLE] == 1


async def test_the_newest_message_of_a_chat_is_told_apart_from_a_groups(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    await network.declare(delivered=False)
    claimed = await sends(session, now=MORNING)

    alerts = [one for one in claimed if one.kind is BroadcastKind.ALERT]
    assert [one.group_id for one in alerts].count(group.id) == 1
    assert [await deliveries.is_newest(session, claimed=one) for one in alerts] == [True] * 5


async def test_what_is_put_in_the_place_of_a_groups_message_leaves_private_ones_alone(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await broadcasts.adopt(
        session,
        kinds=KINDS.values(),
        kind=TALLY,
        person=network.coordinator,
        message_id=55,
        subject_id=id_of(incident),
        now=MORNING,
    )

    await broadcasts.let_go(session, kinds=KINDS.values(), channel=Channel.TELEGRAM, address=str(CHAT), message_id=55)

    states = await session.exec(select(Delivery.state).where(Delivery.message_id == 55))
    assert states.all() == [DeliveryState.SENT]


async def test_a_group_that_cannot_be_written_to_is_lost_and_told_once(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    await network.declare(delivered=False)
    await network.declare(delivered=False)
    claimed = [one for one in await sends(session, now=MORNING) if one.group_id]
    gone = [Result(one, Outcome.UNREACHABLE, error="Forbidden: bot was kicked") for one in claimed]
    assert len(gone) == 2

    await outcomes.record(session, results=gone, kinds=KINDS, now=LATER)
    await bindings.lose(session, group_id=id_of(group), now=LATER + timedelta(hours=1))

    assert group.left_at == LATER
    assert await told(session, bindings.LOST) == [[network.an.id]]
    assert await lost(network.an, session) == (None, None)


async def test_a_group_that_moved_gets_its_open_cards_anew_and_its_old_messages_rest(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    over = await sent(network, group)
    card = await sent(network, group)
    await incidents.close(
        session, incident_id=over.subject_id or 0, summary="Xong.", by=network.coordinator, now=MORNING
    )
    await broadcasts.queue(
        session, kind=UPDATE, people=(), groups=[id_of(group)], subject_id=card.subject_id, now=MORNING
    )

    for _ in range(2):
        await moves.move(session, group_id=id_of(group), chat_id=-100_123, kinds=KINDS, now=LATER)

    rows = {one.id: one for one in await to_group(session, group)}
    assert (rows[over.id].state, rows[over.id].edit_due_at) == (DeliveryState.DROPPED, None)
    again = await sends(session, now=LATER)
    assert [(one.kind, one.address) for one in again if one.group_id] == [
        (BroadcastKind.ALERT, "-100123"),
        (BroadcastKind.UPDATE, "-100123"),
    ]
    assert next(one for one in again if one.id == card.id).is_repeat is False


async def test_of_several_cards_of_one_incident_the_newest_is_sent_anew_in_the_new_chat(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    first = await sent(network, group)
    await broadcasts.queue(
        session, kind=ALERT, people=(), groups=[id_of(group)], subject_id=first.subject_id, now=MORNING
    )
    (second,) = await sends(session, now=MORNING)
    arrived = Result(second, Outcome.SENT, message_id=600, shown="x")
    await outcomes.record(session, results=[arrived], kinds=KINDS, now=MORNING)

    await moves.move(session, group_id=id_of(group), chat_id=-100_123, kinds=KINDS, now=LATER)

    states = [(one.id, one.state) for one in await to_group(session, group)]
    assert states == [(first.id, DeliveryState.DROPPED), (second.id, DeliveryState.PENDING)]


async def test_an_alert_on_its_way_to_the_old_chat_is_sent_to_the_new_one(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)
    await network.declare(delivered=False)
    (claimed,) = [one for one in await sends(session, now=MORNING) if one.group_id]
    await moves.move(session, group_id=id_of(group), chat_id=-100_123, kinds=KINDS, now=MORNING)

    await outcomes.record(
        session,
        results=[Result(claimed, Outcome.REFUSED_FOR_NOW, again_at=LATER, moved_to="-100123")],
        kinds=KINDS,
        now=MORNING,
    )

    (again,) = [one for one in await sends(session, now=LATER) if one.group_id]
    assert (again.id, again.address) == (claimed.id, "-100123")


async def test_an_alert_that_reached_the_old_chat_at_the_last_moment_is_found_at_its_first_edit(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    group = await found_group(network)
    incident = await network.declare(delivered=False)
    (claimed,) = [one for one in await sends(session, now=MORNING) if one.group_id]
    await moves.move(session, group_id=id_of(group), chat_id=-100_123, kinds=KINDS, now=MORNING)
    await outcomes.record(session, results=[Result(claimed, Outcome.SENT, message_id=9)], kinds=KINDS, now=MORNING)
    await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=MORNING)

    (edit,) = [one for one in await edits(session, now=LATER) if one.group_id]
    assert edit.address == str(CHAT)
    await outcomes.record(
        session,
        results=[Result(edit, Outcome.REFUSED_FOR_NOW, again_at=LATER, moved_to="-100123")],
        kinds=KINDS,
        now=LATER,
    )

    (again,) = [one for one in await sends(session, now=LATER) if one.group_id]
    assert (again.id, again.address, again.message_id) == (claimed.id, "-100123", None)


async def test_a_group_whose_new_chat_was_bound_by_then_gives_way(session: AsyncSession) -> None:
    network = await found_network(session)
    old = await found_group(network)
    await found_group(network, network.it, chat_id=-100_123)

    await moves.move(session, group_id=id_of(old), chat_id=-100_123, kinds=KINDS, now=LATER)

    assert (old.chat_id, old.left_at) == (CHAT, LATER)
    assert await told(session, bindings.LOST) == [[network.an.id]]


async def test_what_is_said_in_a_group_holds_for_its_business_only(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.chi, answer=Answer.READY, now=MORNING)
    await incidents.close(session, incident_id=id_of(incident), summary="Xong.", by=network.coordinator, now=LATER)

    await offers.stand_down(session, incident=incident, person=network.chi, only_for=id_of(network.it), now=LATER)

    postal, it = [
        (await answers.standings_of(session, incident=incident, member_id=id_of(one)))[0].response
        for one in (network.postal, network.it)
    ]
    assert postal is not None
    assert it is not None
    assert (postal.stood_down_at, it.stood_down_at) == (None, LATER)
    with pytest.raises(NothingToStandDown):
        await offers.stand_down(session, incident=incident, person=network.chi, only_for=id_of(network.it), now=LATER)
    with pytest.raises(responses.NotAlerted):
        await offers.stand_down(
            session, incident=incident, person=network.chi, only_for=id_of(network.telecom), now=LATER
        )


async def test_a_group_is_told_seldom_where_commands_belong(session: AsyncSession) -> None:
    group = await found_group(await found_network(session))

    said = [bindings.may_hint(group, now=MORNING + timedelta(minutes=one)) for one in (0, 1, 9, 10, 11)]

    assert said == [True, False, False, True, False]


async def test_only_a_group_that_is_no_supergroup_yet_may_become_one(session: AsyncSession) -> None:
    network = await found_network(session)
    await found_group(network)
    assert await moves.may_be_moving(session, title="Trực ban")
    assert not await moves.may_be_moving(session, title="Nhóm khác")

    await session.exec(update(Group).values(chat_id=-1_000_000_000_500))

    assert not await moves.may_be_moving(session, title="Trực ban")


async def test_which_topic_was_chosen_by_whom_is_on_record(session: AsyncSession) -> None:
    network = await found_network(session)
    group = await found_group(network)

    bindings.choose_topic(session, group=group, topic_id=7, by=network.an, now=LATER)

    entries = await session.exec(select(AuditEntry).where(AuditEntry.action == "group-topic-chosen"))
    assert [(one.person_id, one.at) for one in entries] == [(network.an.id, LATER)]
