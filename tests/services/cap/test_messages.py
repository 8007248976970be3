"""What is said of an incident is written once for other systems, in the feed that its label allows and no other."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.cap import CapCause, CapMessage, CapScope, CapType
from models.identity import id_of
from models.incidents import Incident, IncidentKind, NoticeAudience, NoticeKind, Severity
from models.responses import Answer
from models.tlp import Tlp
from services.cap import feeds, messages, withdrawing
from services.cap.facts import CapFacts, moment
from services.corrections import correcting, reopening
from services.incidents import notices, responses
from services.incidents.sharing import labels
from services.updates import situations
from services.updates.situations import Situation
from tests.network import BA_VI, CABLE_CUT, HOAN_KIEM, MORNING, Network, found_network

SENDER = "skhcn@phutho.gov.vn"
MINUTE = timedelta(minutes=1)
PUBLIC = replace(CABLE_CUT, tlp=Tlp.CLEAR)


async def written(session: AsyncSession, now: datetime, sender: str | None = SENDER) -> Sequence[CapMessage]:
    """Let a tick write what is due; give all messages, the oldest first."""
    await session.flush()
    await withdrawing.write_due(session, now=now, cap_sender=sender)
    await messages.write_due(session, now=now, cap_sender=sender)
    return (await session.exec(select(CapMessage).order_by(col(CapMessage.id)))).all()


async def say(
    network: Network,
    incident: Incident,
    kind: NoticeKind,
    text: str,
    now: datetime,
    *,
    audience: NoticeAudience = NoticeAudience.ALL,
) -> None:
    """Say something to everybody who was alerted, or to some of them."""
    await notices.say(
        network.session,
        incident_id=id_of(incident),
        kind=kind,
        audience=audience,
        text=text,
        by=network.coordinator,
        now=now,
    )


async def end(network: Network, incident: Incident, now: datetime) -> None:
    await notices.all_clear(
        network.session, incident_id=id_of(incident), summary="Đã nối cáp.", by=network.coordinator, now=now
    )


async def public(session: AsyncSession, now: datetime) -> Sequence[int]:
    return await feeds.listed(session, scope=CapScope.PUBLIC, now=now)


async def restricted(session: AsyncSession, now: datetime) -> Sequence[int]:
    return await feeds.listed(session, scope=CapScope.RESTRICTED, now=now)


async def test_an_alert_is_written_once_with_the_facts_of_its_moment(session: AsyncSession) -> None:
    network = await found_network(session)
    wanted = replace(PUBLIC.wanted, commune_codes=(BA_VI, HOAN_KIEM), any_place=True)
    incident = await network.declare(replace(PUBLIC, wanted=wanted, began_at=MORNING - MINUTE))

    (message,) = await written(session, MORNING)
    assert len(await written(session, MORNING + MINUTE)) == 1

    assert (message.type, message.scope, message.references) == (CapType.ALERT, CapScope.PUBLIC, "")
    assert message.identifier == f"{incident.code}-alert-{incident.id}-20261120020000"
    assert message.expires_at == MORNING + timedelta(days=3)
    assert CapFacts.read(message.facts) == CapFacts(
        code=incident.code,
        cause=CapCause.ALERT,
        is_exercise=False,
        type=incident.type,
        severity=incident.severity,
        title="Đứt cáp quang",
        words=CABLE_CUT.description,
        province_code="01",
        communes=(HOAN_KIEM, BA_VI),
        began_at=MORNING - MINUTE,
        tlp=Tlp.CLEAR,
    )


async def test_without_a_sender_nobody_is_told(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(PUBLIC)

    assert await written(session, MORNING, sender=None) == []


@pytest.mark.parametrize(
    ("label", "scope"),
    [
        (Tlp.CLEAR, CapScope.PUBLIC),
        (Tlp.GREEN, CapScope.RESTRICTED),
        (None, CapScope.RESTRICTED),
        (Tlp.AMBER, CapScope.RESTRICTED),
        (Tlp.AMBER_STRICT, None),
        (Tlp.RED, None),
    ],
)
async def test_a_label_chooses_the_feed_and_what_is_for_some_alone_is_never_written(
    session: AsyncSession, label: Tlp | None, scope: CapScope | None
) -> None:
    network = await found_network(session)
    await network.declare(replace(CABLE_CUT, tlp=label))

    assert [one.scope for one in await written(session, MORNING)] == ([] if scope is None else [scope])
    assert len(await public(session, MORNING)) == (scope is CapScope.PUBLIC)
    assert len(await restricted(session, MORNING)) == (scope is CapScope.RESTRICTED)


async def test_a_drill_is_an_exercise_and_a_problem_is_no_alert(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(replace(PUBLIC, kind=IncidentKind.DRILL))
    await network.declare(replace(PUBLIC, kind=IncidentKind.PROBLEM))

    (message,) = await written(session, MORNING)

    assert CapFacts.read(message.facts).is_exercise


async def test_what_follows_refers_to_all_that_came_before_and_each_has_a_name_of_its_own(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    await written(session, MORNING)
    said = Situation(id_of(incident), text="Đang nối.", actions="Đã khoanh vùng.", needs="Cần hai máy hàn.")
    await situations.say(session, situation=said, by=network.coordinator, now=MORNING + MINUTE)
    await written(session, MORNING + MINUTE)
    sent = await correcting.sent(session, incident=incident)
    await correcting.correct(
        session,
        incident_id=id_of(incident),
        said=replace(sent.said, severity=Severity.CRITICAL),
        corrections=sent.corrections,
        by=network.coordinator,
        now=MORNING + 2 * MINUTE,
        reason="Lan rộng.",
    )
    await written(session, MORNING + 2 * MINUTE)
    await end(network, incident, MORNING + 3 * MINUTE)

    found = await written(session, MORNING + 3 * MINUTE)

    assert [one.cause for one in found] == [
        CapCause.ALERT,
        CapCause.UPDATE,
        CapCause.CORRECTION,
        CapCause.ALL_CLEAR,
    ]
    assert [one.type for one in found] == [CapType.ALERT, CapType.UPDATE, CapType.UPDATE, CapType.UPDATE]
    names = [f"{SENDER},{one.identifier},{moment(one.sent_at)}" for one in found]
    assert [one.references.split() for one in found] == [names[:at] for at in range(4)]
    assert len({one.identifier for one in found}) == 4
    facts = [CapFacts.read(one.facts) for one in found]
    assert (facts[1].words, facts[1].actions, facts[1].needs) == ("Đang nối.", "Đã khoanh vùng.", "Cần hai máy hàn.")
    assert [one.severity for one in facts][1:3] == [Severity.SERIOUS, Severity.CRITICAL]
    assert facts[3].words == "Đã nối cáp."
    assert moment(found[0].sent_at) == "2026-11-20T09:00:00+07:00"


async def test_an_end_that_is_taken_back_is_told_as_well(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    await written(session, MORNING)
    await end(network, incident, MORNING + MINUTE)
    await written(session, MORNING + MINUTE)
    await reopening.reopen(session, incident_id=id_of(incident), by=network.coordinator, now=MORNING + 2 * MINUTE)

    assert [one.cause for one in await written(session, MORNING + 2 * MINUTE)][-1] is CapCause.REOPENED


async def test_what_is_said_to_some_or_says_nothing_new_is_told_to_nobody(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    await written(session, MORNING)
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)
    await say(network, incident, NoticeKind.REPLY, "Chỉ cho đơn vị hỏi.", MORNING + MINUTE)
    await say(
        network,
        incident,
        NoticeKind.UPDATE,
        "Chỉ cho đơn vị tham gia.",
        MORNING + MINUTE,
        audience=NoticeAudience.READY,
    )
    await situations.say_unchanged(
        session, incident_id=id_of(incident), by=network.coordinator, now=MORNING + 2 * MINUTE
    )

    assert len(await written(session, MORNING + 3 * MINUTE)) == 1


async def test_a_label_made_stricter_takes_messages_out_of_the_feeds(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    (message,) = await written(session, MORNING)
    assert await public(session, MORNING) == [message.id]

    await labels.change(session, incident=incident, label=Tlp.GREEN, by=network.coordinator, now=MORNING + MINUTE)

    assert await public(session, MORNING) == []
    both = tuple(CapScope)
    assert await feeds.found(session, identifier=message.identifier, scopes=both) is None


@pytest.mark.parametrize("label", [Tlp.GREEN, None, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED])
async def test_what_a_feed_may_tell_no_more_is_cancelled_once_without_a_word_of_it(
    session: AsyncSession, label: Tlp | None
) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    (alert,) = await written(session, MORNING)
    await labels.change(session, incident=incident, label=label, by=network.coordinator, now=MORNING + MINUTE)

    _, cancel, *more = await written(session, MORNING + MINUTE)
    assert len(await written(session, MORNING + 2 * MINUTE)) == 2 + len(more)

    assert (cancel.type, cancel.scope, cancel.references) == (
        CapType.CANCEL,
        CapScope.PUBLIC,
        f"{SENDER},{alert.identifier},{moment(alert.sent_at)}",
    )
    facts = CapFacts.read(cancel.facts)
    assert (facts.title, facts.words, facts.communes, facts.began_at) == ("", "", (), None)
    assert await public(session, MORNING + MINUTE) == [cancel.id]
    # Whoever has the token and may read on goes on with what everybody read before.
    may_read = label in (Tlp.GREEN, None, Tlp.AMBER)
    assert [(one.type, one.scope, one.references) for one in more] == (
        [(CapType.ALERT, CapScope.RESTRICTED, "")] if may_read else []
    )
    assert await restricted(session, MORNING + MINUTE) == [one.id for one in more]
    for one in more:
        assert CapFacts.read(one.facts) == replace(CapFacts.read(alert.facts), tlp=label)


async def test_what_was_cancelled_by_mistake_is_told_anew_with_the_words_that_were_public(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    (alert,) = await written(session, MORNING)
    for at, label in enumerate((Tlp.RED, Tlp.CLEAR), 1):
        now = MORNING + at * MINUTE
        await labels.change(session, incident=incident, label=label, by=network.coordinator, now=now)
        await written(session, now)
    _, cancel, again = await written(session, MORNING + 3 * MINUTE)

    assert (again.type, again.references, again.facts) == (CapType.ALERT, "", alert.facts)
    assert await public(session, MORNING + 3 * MINUTE) == [again.id, cancel.id]
    await end(network, incident, MORNING + 4 * MINUTE)
    ended = (await written(session, MORNING + 4 * MINUTE))[-1]
    assert ended.references == f"{SENDER},{again.identifier},{moment(again.sent_at)}"


async def test_what_has_ended_is_not_cancelled_and_not_told_anew(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second = await network.declare(PUBLIC), await network.declare(PUBLIC)
    await written(session, MORNING)
    await end(network, first, MORNING + MINUTE)
    await written(session, MORNING + MINUTE)
    for one in (first, second):
        await labels.change(session, incident=one, label=Tlp.RED, by=network.coordinator, now=MORNING + MINUTE)
    found = await written(session, MORNING + MINUTE)
    assert [one.incident_id for one in found if one.type is CapType.CANCEL] == [second.id]

    await end(network, second, MORNING + 2 * MINUTE)
    await labels.change(session, incident=second, label=Tlp.CLEAR, by=network.coordinator, now=MORNING + 2 * MINUTE)
    later = await written(session, MORNING + 2 * MINUTE)
    assert [one.cause for one in later[len(found) :]] == []


async def test_the_restricted_feed_cancels_what_became_for_named_people(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, tlp=Tlp.AMBER))
    (alert,) = await written(session, MORNING)
    await labels.change(session, incident=incident, label=Tlp.RED, by=network.coordinator, now=MORNING + MINUTE)

    _, cancel = await written(session, MORNING + MINUTE)

    assert (cancel.type, cancel.scope) == (CapType.CANCEL, CapScope.RESTRICTED)
    assert alert.identifier in cancel.references
    assert await restricted(session, MORNING + MINUTE) == [cancel.id]
    assert await public(session, MORNING + MINUTE) == []


async def test_readers_of_the_public_feed_are_not_referred_to_what_they_cannot_read(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, tlp=Tlp.GREEN))
    await written(session, MORNING)
    await labels.change(session, incident=incident, label=Tlp.CLEAR, by=network.coordinator, now=MORNING + MINUTE)
    await say(network, incident, NoticeKind.UPDATE, "Đang nối.", MORNING + MINUTE)

    first, new, other = await written(session, MORNING + MINUTE)

    assert (new.scope, new.type, new.references) == (CapScope.PUBLIC, CapType.ALERT, "")
    assert (other.scope, other.type) == (CapScope.RESTRICTED, CapType.UPDATE)
    assert first.identifier in other.references


@pytest.mark.parametrize(
    "labelled", [(Tlp.GREEN, Tlp.CLEAR), (Tlp.CLEAR, Tlp.GREEN), (Tlp.GREEN, Tlp.CLEAR, Tlp.AMBER)]
)
async def test_each_feed_goes_on_with_what_it_has_told_however_the_label_changes(
    session: AsyncSession, labelled: Sequence[Tlp]
) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, tlp=labelled[0]))
    await written(session, MORNING)
    at = MORNING
    for label in labelled[1:]:
        at += MINUTE
        await labels.change(session, incident=incident, label=label, by=network.coordinator, now=at)
        await say(network, incident, NoticeKind.UPDATE, f"Đang nối, {label}.", at)
        await written(session, at)
    await end(network, incident, at + MINUTE)
    found = await written(session, at + MINUTE)

    listed = {
        CapScope.PUBLIC: await public(session, at + MINUTE),
        CapScope.RESTRICTED: await restricted(session, at + MINUTE),
    }
    for scope, ids in listed.items():
        told = [one for one in found if one.scope is scope]
        if ids and told:
            is_cancelled = labelled[-1] is not Tlp.CLEAR and scope is CapScope.PUBLIC
            assert told[-1].cause is (CapCause.WITHDRAWN if is_cancelled else CapCause.ALL_CLEAR)
            assert all(one.identifier in told[-1].references for one in told[:-1])
            assert all(two.references for two in told[1:])
    assert listed[CapScope.RESTRICTED]
    assert len({one.identifier for one in found}) == len(found)


async def test_an_end_is_told_only_to_those_who_heard_of_the_beginning(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(PUBLIC)
    later = MORNING + messages.WITHIN + MINUTE
    await end(network, incident, later)

    assert await written(session, later) == []


async def test_what_was_said_long_ago_stays_where_it_was_when_a_label_is_widened(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, tlp=Tlp.AMBER_STRICT))
    later = MORNING + messages.WITHIN + MINUTE
    await labels.change(session, incident=incident, label=Tlp.CLEAR, by=network.coordinator, now=later)

    assert await written(session, later) == []


@pytest.mark.parametrize("label", [Tlp.RED, Tlp.AMBER_STRICT, Tlp.GREEN])
async def test_words_that_were_for_fewer_stay_out_of_the_feeds_and_what_is_said_from_then_on_is_told(
    session: AsyncSession, label: Tlp
) -> None:
    network = await found_network(session)
    incident = await network.declare(replace(CABLE_CUT, tlp=label))
    await say(network, incident, NoticeKind.UPDATE, "Kẻ gian ở tủ số 7.", MORNING + MINUTE)
    before = await written(session, MORNING + MINUTE)
    now = MORNING + 2 * MINUTE
    await labels.change(session, incident=incident, label=Tlp.CLEAR, by=network.coordinator, now=now)
    assert await written(session, now) == before

    await say(network, incident, NoticeKind.UPDATE, "Đang nối.", now + MINUTE)
    found = await feeds.these(session, ids=[id_of(one) for one in await written(session, now + MINUTE)])
    told = [one for one in found if one.scope is CapScope.PUBLIC]

    assert [(one.type, CapFacts.read(one.facts).words) for one in told] == [(CapType.ALERT, "Đang nối.")]


async def test_a_feed_keeps_a_message_for_a_day_after_its_end(session: AsyncSession) -> None:
    network = await found_network(session)
    await network.declare(PUBLIC)
    (message,) = await written(session, MORNING)

    assert await public(session, message.expires_at + feeds.KEPT - MINUTE) == [message.id]
    assert await public(session, message.expires_at + feeds.KEPT) == []


@pytest.mark.parametrize("until", [MORNING + timedelta(days=10), MORNING + timedelta(hours=4)])
async def test_an_alert_lasts_for_as_long_as_help_is_wanted(session: AsyncSession, until: datetime) -> None:
    network = await found_network(session)
    await network.declare(replace(PUBLIC, until_at=until))

    assert [one.expires_at for one in await written(session, MORNING)] == [until]
