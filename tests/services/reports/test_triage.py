"""Coordinators decide once; whoever reported the matter is told, and asked at the end whether they may be named."""

from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.identity import id_of
from models.incidents import IncidentKind
from models.people import Role
from models.reports import Report, ReportDeclaration, ReportState, ReportStep
from services.corrections import reopening
from services.ground import drafts
from services.incidents import lifecycle
from services.incidents.lifecycle import IncidentClosed
from services.privacy import withdrawal
from services.reports import declared, following, ladder, lists, naming, replies, reporting, triage
from services.reports.declared import ReportDeclared
from services.reports.lists import ReportScope
from services.reports.naming import NamingNotAsked
from services.reports.reporting import Sign
from services.reports.triage import NoIncidentToJoin, ReportNotAlike, ReportSettled
from services.wings import WINGS
from tests.network import CABLE_CUT, MORNING, PROVINCE, Network, found_network, person
from tests.services.reporting import WORDS, minutes, report, told

OWN = BroadcastKind.REPORTERS_CARD


async def say(network: Network, made: Report, step: ReportStep, words: str = "Đề nghị theo dõi") -> Report:
    """Let the coordinator say something of a report."""
    return await triage.say(
        network.session, report_id=id_of(made), step=step, words=words, by=network.coordinator, now=minutes(1)
    )


async def news(network: Network, made: Report) -> list[str]:
    """List with which news the reporter was told."""
    return [one for one, _ in await told(network, OWN, made)]


@pytest.mark.parametrize(
    ("step", "state", "is_asked"),
    [
        (ReportStep.ADVISORY, ReportState.ADVISORY, True),
        (ReportStep.NOTHING, ReportState.NOTHING, True),
        (ReportStep.HANDED_UP, ReportState.HANDED_UP, False),
        (ReportStep.ASKED_BACK, ReportState.SEEN, False),
    ],
)
async def test_words_decide_and_the_reporter_is_told_them(
    session: AsyncSession, step: ReportStep, state: ReportState, is_asked: bool
) -> None:
    network = await found_network(session)
    made = await report(network)

    await say(network, made, step)

    assert made.state is state
    assert (made.naming_asked_at is not None) is is_asked
    assert await news(network, made) == ["first", step.value]


async def test_what_is_handed_up_is_told_to_the_owner_and_waits_for_a_decision(session: AsyncSession) -> None:
    network = await found_network(session)
    owner = await person(session, 9000, "Chủ", role=Role.OWNER)
    made = await report(network)

    await say(network, made, ReportStep.HANDED_UP)
    assert (await told(network, BroadcastKind.REPORT, made))[1:] == [("handed_up", {id_of(owner)})]
    await say(network, made, ReportStep.NOTHING)

    assert made.state is ReportState.NOTHING


async def test_what_was_laid_to_a_report_stays_with_it_when_that_is_handed_up(session: AsyncSession) -> None:
    network = await found_network(session)
    await person(session, 9000, "Chủ", role=Role.OWNER)
    main, laid = await report(network), await report(network, by=network.binh)
    await triage.lay(session, report_id=id_of(laid), to_id=id_of(main), by=network.coordinator, now=minutes(1))

    await say(network, main, ReportStep.HANDED_UP)

    assert (main.state, laid.state) == (ReportState.HANDED_UP, ReportState.LAID)
    assert (await news(network, laid))[-1] == "handed_up"


async def test_words_of_a_reporter_answer_what_was_asked_back_last_and_is_still_open(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second, answered, decided = [await report(network) for _ in range(4)]
    for one in (answered, decided, second, first):
        await say(network, one, ReportStep.ASKED_BACK)
    await reporting.add(
        session,
        report_id=id_of(answered),
        text="Hai máy",
        files=(),
        by=network.an,
        province_code=PROVINCE,
        now=minutes(2),
    )
    await say(network, decided, ReportStep.NOTHING)

    assert list(await replies.asked_back(session, person=network.an)) == [first, second]
    assert list(await replies.asked_back(session, person=network.binh)) == []


@pytest.mark.parametrize(("days", "is_known"), [(30.9, True), (31.1, False)])
async def test_a_declaration_that_was_begun_and_never_sent_is_forgotten_a_day_after_its_draft(
    session: AsyncSession, days: float, is_known: bool
) -> None:
    network = await found_network(session)
    session.add(ReportDeclaration(report_id=id_of(await report(network)), draft_key="1:k", begun_at=MORNING))

    await following.forget_old(session, now=MORNING + timedelta(days=days))

    assert bool((await session.exec(select(ReportDeclaration))).all()) is is_known


async def test_of_two_coordinators_the_first_decides_and_the_other_hears_of_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    made = await report(network)
    await say(network, made, ReportStep.ADVISORY)

    with pytest.raises(ReportSettled) as refused:
        await triage.join(
            session, report_id=id_of(made), incident_id=id_of(incident), by=network.colleague, now=minutes(2)
        )

    assert (refused.value.values["code"], refused.value.values["by"]) == ("BC-2026-0001", network.coordinator.name)
    assert made.incident_id is None


async def test_reports_laid_to_another_follow_it_into_an_incident_and_each_reporter_is_told(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    main, second, third = await report(network), await report(network, by=network.binh), await report(network)
    for one, to in ((third, second), (second, main)):
        await triage.lay(session, report_id=id_of(one), to_id=id_of(to), by=network.coordinator, now=minutes(1))
    assert third.laid_to_id == id_of(main)
    assert main.state is ReportState.SEEN

    await triage.join(
        session, report_id=id_of(main), incident_id=id_of(incident), by=network.coordinator, now=minutes(2)
    )

    for one in (main, second, third):
        assert (one.state, one.incident_id) == (ReportState.INCIDENT, id_of(incident))
        assert (await news(network, one))[-1] == "incident"


async def test_a_report_is_not_laid_to_itself_nor_to_one_that_follows_or_is_decided_on(session: AsyncSession) -> None:
    network = await found_network(session)
    first, second, third = [await report(network) for _ in range(3)]
    await triage.lay(session, report_id=id_of(second), to_id=id_of(first), by=network.coordinator, now=minutes(1))
    await say(network, third, ReportStep.NOTHING)

    for to, refusal in ((first, ReportNotAlike), (second, ReportSettled), (third, ReportSettled)):
        with pytest.raises(refusal):
            await triage.lay(session, report_id=id_of(first), to_id=id_of(to), by=network.coordinator, now=minutes(2))


async def test_a_report_joins_no_drill_and_nothing_that_is_over(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await report(network)
    drill = await network.declare(CABLE_CUT.__class__(kind=IncidentKind.DRILL, title="Diễn tập", description="Thử"))
    over = await network.declare()
    await lifecycle.close(session, incident_id=id_of(over), summary="Xong", by=network.coordinator, now=MORNING)

    for incident, refusal in ((drill, NoIncidentToJoin), (over, IncidentClosed)):
        with pytest.raises(refusal):
            await triage.join(
                session, report_id=id_of(made), incident_id=id_of(incident), by=network.coordinator, now=minutes(1)
            )


@pytest.mark.parametrize(
    ("kind", "state"), [(IncidentKind.INCIDENT, ReportState.INCIDENT), (IncidentKind.DRILL, ReportState.NEW)]
)
async def test_what_is_declared_from_a_report_is_linked_once_and_a_drill_never(
    session: AsyncSession, kind: IncidentKind, state: ReportState
) -> None:
    network = await found_network(session)
    made = await report(network)
    draft = await drafts.begin(
        session, person=network.coordinator, dialogue=Dialogue.INCIDENT, step="severity", data={}, now=MORNING
    )
    await declared.begin(session, report=made, draft=draft, now=MORNING)
    await following.link_due(session, now=minutes(1))
    assert made.incident_id is None
    incident = await network.declare(CABLE_CUT.__class__(kind=kind, title="Mã hóa", description="Mã hóa dữ liệu"))
    incident.draft_key = f"{draft.person_id}:{draft.key}"
    await session.flush()

    for at in (2, 3):
        await following.link_due(session, now=minutes(at))

    assert made.state is state
    assert (await news(network, made)).count("incident") == (kind is IncidentKind.INCIDENT)
    assert (await session.exec(select(ReportDeclaration))).one().done_at == minutes(2)


async def test_the_reporter_is_asked_once_when_the_incident_is_over_and_silence_is_no_consent(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident, made = await network.declare(), await report(network)
    await triage.join(
        session, report_id=id_of(made), incident_id=id_of(incident), by=network.coordinator, now=minutes(1)
    )
    await naming.ask_due(session, now=minutes(2))
    with pytest.raises(NamingNotAsked):
        await naming.answer(session, report_id=id_of(made), accepts=True, by=network.an, now=minutes(2))
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=minutes(3))

    for at in (4, 5):
        await naming.ask_due(session, now=minutes(at))

    assert (await news(network, made))[1:] == ["incident", "ended"]
    assert made.may_be_named is None
    await reopening.reopen(session, incident_id=id_of(incident), by=network.coordinator, now=minutes(5))
    for at in (5, 6):
        await naming.take_back_due(session, now=minutes(at))
        await naming.ask_due(session, now=minutes(at))
    assert ((await news(network, made))[3:], made.naming_asked_at) == (["reopened"], None)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=minutes(6))
    await naming.ask_due(session, now=minutes(6))
    assert (await news(network, made))[4:] == ["ended"]
    await naming.answer(session, report_id=id_of(made), accepts=True, by=network.an, now=minutes(6))
    await withdrawal.withdraw(session, person=network.an, wings=WINGS, now=minutes(7))
    assert made.may_be_named is False


async def test_a_list_begins_with_what_waits_and_members_see_their_own_and_no_confidential_one_of_others(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    over, seen, new, newer = [await report(network, by=network.binh) for _ in range(4)]
    secret = await report(network, Sign(text=WORDS, is_confidential=True))
    await say(network, over, ReportStep.NOTHING)
    await triage.look(session, report=seen, by=network.coordinator, now=minutes(1))

    page = await lists.page(session, scope=ReportScope(), number=0)
    assert [one.report for one in page.lines] == [new, newer, secret, seen, over]
    assert (page.waiting, page.undecided, page.total) == (3, 4, 5)
    for reader, expected in ((network.an, [secret, newer, new, seen, over]), (network.binh, [newer, new, seen, over])):
        theirs = await lists.page(session, scope=await lists.scope_of(session, person=reader), number=9)
        assert [one.report for one in theirs.lines] == expected
    assert not (await lists.page(session, scope=await lists.scope_of(session, person=network.chi), number=0)).lines


async def _declared(network: Network, made: Report) -> None:
    """Begin a declaration from a report, and send it some minutes later."""
    draft = await drafts.begin(
        network.session, person=network.coordinator, dialogue=Dialogue.INCIDENT, step="severity", data={}, now=MORNING
    )
    await declared.begin(network.session, report=made, draft=draft, now=MORNING)
    assert await declared.source(network.session, draft=draft) is made
    incident = await network.declare()
    incident.draft_key = f"{draft.person_id}:{draft.key}"
    await network.session.flush()


async def test_what_is_declared_after_a_colleague_settled_the_report_is_linked_and_its_reporters_are_told(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made, other = await report(network), await report(network, by=network.binh)
    await triage.lay(session, report_id=id_of(other), to_id=id_of(made), by=network.colleague, now=minutes(1))
    await say(network, made, ReportStep.NOTHING)
    await _declared(network, made)

    await following.link_due(session, now=minutes(5))

    assert [made.state, other.state] == [ReportState.INCIDENT] * 2
    assert made.incident_id == other.incident_id is not None
    assert (made.naming_asked_at, other.naming_asked_at) == (None, None)
    assert [await news(network, one) for one in (made, other)] == [
        ["first", "nothing", "incident"],
        ["first", "laid", "nothing", "incident"],
    ]


async def test_what_is_declared_from_a_report_laid_meanwhile_is_linked_with_the_one_it_was_laid_to(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    main, made = await report(network), await report(network, by=network.binh)
    await triage.lay(session, report_id=id_of(made), to_id=id_of(main), by=network.colleague, now=minutes(1))
    await _declared(network, made)

    await following.link_due(session, now=minutes(5))

    assert [main.state, made.state] == [ReportState.INCIDENT] * 2
    assert [(await news(network, one))[-1] for one in (main, made)] == ["incident"] * 2


async def test_what_belongs_to_an_incident_by_now_stays_with_it(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, made = await network.declare(), await report(network)
    await triage.join(session, report_id=id_of(made), incident_id=id_of(incident), by=network.colleague, now=minutes(1))
    await _declared(network, made)

    await following.link_due(session, now=minutes(5))

    assert made.incident_id == id_of(incident)


async def test_of_two_who_decide_at_one_moment_the_second_is_told_and_the_reporter_hears_one_decision(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made = await report(network)
    await _declared(network, made)

    with pytest.raises(ReportDeclared) as refused:
        await say(network, made, ReportStep.NOTHING)

    assert refused.value.values["incident"] == "SC-2026-0001"
    await following.link_due(session, now=minutes(1))
    assert await news(network, made) == ["first", "incident"]


@pytest.mark.parametrize("dialogue", [Dialogue.INCIDENT, Dialogue.REPORT_WORDS])
async def test_what_was_begun_with_a_report_and_given_up_lets_it_wait_and_climb_again(
    session: AsyncSession, dialogue: Dialogue
) -> None:
    network = await found_network(session)
    made = await report(network)
    await taken_up(network, made, dialogue)
    await following.let_go_due(session, now=minutes(2))
    assert made.state is ReportState.SEEN

    await drafts.discard(session, person=network.coordinator)
    await following.let_go_due(session, now=minutes(3))

    assert (made.state, await lists.waiting(session)) == (ReportState.NEW, 1)
    assert await lists.undecided(session) == 1
    await ladder.climb_due(session, now=minutes(7))
    assert [one for one, _ in await told(network, BroadcastKind.REPORT, made)] == ["first"]
    await ladder.climb_due(session, now=minutes(8))
    assert [one for one, _ in await told(network, BroadcastKind.REPORT, made)] == ["first", "1"]


async def taken_up(network: Network, made: Report, dialogue: Dialogue = Dialogue.INCIDENT) -> None:
    """Let the coordinator begin something with a report."""
    await triage.look(network.session, report=made, by=network.coordinator, now=minutes(1))
    draft = await drafts.begin(
        network.session, person=network.coordinator, dialogue=dialogue, step="severity", data={}, now=minutes(1)
    )
    await declared.begin(network.session, report=made, draft=draft, now=minutes(1))


async def test_a_report_does_not_wait_again_while_what_was_begun_waits_for_another_dialogue(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made = await report(network)
    await taken_up(network, made)
    await drafts.begin(
        session,
        person=network.coordinator,
        dialogue=Dialogue.REPORT_WORDS,
        step="said",
        data={},
        now=minutes(2),
        keeps_before=True,
    )

    await following.let_go_due(session, now=minutes(3))

    assert made.state is ReportState.SEEN


async def test_a_report_does_not_wait_again_while_a_colleague_goes_on_with_what_they_have_begun(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made = await report(network)
    await taken_up(network, made)
    theirs = await drafts.begin(
        session, person=network.colleague, dialogue=Dialogue.INCIDENT, step="severity", data={}, now=minutes(1)
    )
    await declared.begin(session, report=made, draft=theirs, now=minutes(1))

    await drafts.discard(session, person=network.coordinator)
    await following.let_go_due(session, now=minutes(3))
    assert await lists.waiting(session) == 0

    await drafts.discard(session, person=network.colleague)
    await following.let_go_due(session, now=minutes(4))
    assert await lists.waiting(session) == 1


async def test_what_was_asked_back_after_a_declaration_was_begun_stays_in_hand_when_that_is_given_up(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    made = await report(network)
    await taken_up(network, made)
    await triage.say(
        session,
        report_id=id_of(made),
        step=ReportStep.ASKED_BACK,
        words="Máy nào?",
        by=network.colleague,
        now=minutes(2),
    )

    await drafts.discard(session, person=network.coordinator)
    await following.let_go_due(session, now=minutes(3))

    assert made.state is ReportState.SEEN


@pytest.mark.parametrize("colleague", [True, False])
async def test_who_asks_back_and_leaves_it_changes_nothing_on_a_report_that_was_looked_at_before(
    session: AsyncSession, colleague: bool
) -> None:
    network = await found_network(session)
    made = await report(network)
    looker = network.colleague if colleague else network.coordinator
    await triage.look(session, report=made, by=looker, now=minutes(0.5))
    await taken_up(network, made, Dialogue.REPORT_WORDS)

    await drafts.discard(session, person=network.coordinator)
    await following.let_go_due(session, now=minutes(3))

    assert made.state is ReportState.SEEN


async def test_what_was_ended_is_taken_up_again_with_what_was_laid_to_it_and_those_who_reported_are_told(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    main, laid = await report(network), await report(network, by=network.binh)
    await triage.lay(session, report_id=id_of(laid), to_id=id_of(main), by=network.coordinator, now=minutes(1))
    await say(network, main, ReportStep.NOTHING)

    for _ in range(2):
        await triage.take_up(session, report_id=id_of(main), by=network.colleague, now=minutes(2))

    assert (main.state, laid.state) == (ReportState.SEEN, ReportState.LAID)
    assert laid.laid_to_id == id_of(main)
    assert [(await news(network, one))[-2:] for one in (main, laid)] == [["nothing", "taken_up"]] * 2
    assert main.naming_asked_at is None


async def test_what_belongs_to_an_incident_is_not_taken_up_by_itself(session: AsyncSession) -> None:
    network = await found_network(session)
    incident, made = await network.declare(), await report(network)
    await triage.join(session, report_id=id_of(made), incident_id=id_of(incident), by=network.colleague, now=minutes(1))

    with pytest.raises(ReportSettled):
        await triage.take_up(session, report_id=id_of(made), by=network.colleague, now=minutes(2))


async def test_what_was_laid_or_added_by_mistake_is_taken_out_again_and_its_reporter_is_told(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    incident = await network.declare()
    main, laid, joined = [await report(network) for _ in range(3)]
    await triage.lay(session, report_id=id_of(laid), to_id=id_of(main), by=network.coordinator, now=minutes(1))
    await triage.join(
        session, report_id=id_of(joined), incident_id=id_of(incident), by=network.coordinator, now=minutes(1)
    )

    for one, before in ((laid, "laid"), (joined, "incident")):
        await triage.part(session, report_id=id_of(one), by=network.coordinator, now=minutes(2))
        assert (one.state, one.laid_to_id, one.incident_id) == (ReportState.SEEN, None, None)
        assert (await news(network, one))[-2:] == [before, "parted"]


async def test_what_was_ended_is_not_taken_out_of_anything(session: AsyncSession) -> None:
    network = await found_network(session)
    made = await report(network)
    await say(network, made, ReportStep.NOTHING)

    with pytest.raises(ReportSettled):
        await triage.part(session, report_id=id_of(made), by=network.coordinator, now=minutes(2))
