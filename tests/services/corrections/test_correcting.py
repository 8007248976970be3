"""What was sent is corrected once, by one after the other, and every card is edited."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.corrections import Correction
from models.identity import id_of
from models.incidents import Incident, IncidentType, Severity
from models.members import Sector
from models.responses import Answer
from models.tasks import TaskState
from services.corrections import correcting, following
from services.corrections.correcting import CorrectedMeanwhile, NothingCorrected, ReasonMissing
from services.corrections.following import Followed
from services.declarations.declaring import Declaration, TitleLength, UntilPast
from services.incidents import lifecycle, responses
from services.incidents.lifecycle import IncidentClosed
from services.incidents.responses import AnswerStands
from services.places import communes
from services.tasks import orders
from tests.network import BA_VI, HOAN_KIEM, MORNING, Network, found_network
from tests.services.tasking import assignment, give

MINUTE = timedelta(minutes=1)
SOON = MORNING + MINUTE


async def said(network: Network, incident: Incident) -> Declaration:
    return (await correcting.sent(network.session, incident=incident)).said


async def correct(network: Network, incident: Incident, form: Declaration, *, known: int = 0) -> Followed:
    return await correcting.correct(
        network.session,
        incident_id=id_of(incident),
        said=form,
        corrections=known,
        by=network.coordinator,
        now=SOON,
    )


async def to_be_edited(network: Network, incident: Incident) -> set[str]:
    query = (
        select(Broadcast.kind)
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(Broadcast.subject_id == incident.id, col(Delivery.edit_due_at).is_not(None))
    )
    return set((await network.session.exec(query)).all())


async def test_title_text_place_and_needs_are_corrected_and_every_card_is_edited(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await network.mark(incident, DeliveryState.SENT, kind=BroadcastKind.TALLY)
    before = await said(network, incident)
    wanted = replace(before.wanted, commune_codes=(BA_VI, HOAN_KIEM))
    form = replace(before, title="Đứt cáp ở Ba Vì", description="Hai chỗ.", headcount_wanted=7, wanted=wanted)

    await correct(network, incident, form)

    after = await said(network, incident)
    assert (after.title, after.description, after.headcount_wanted) == ("Đứt cáp ở Ba Vì", "Hai chỗ.", 7)
    assert set(after.wanted.commune_codes) == {BA_VI, HOAN_KIEM}
    assert incident.corrected_at == SOON
    assert await to_be_edited(network, incident) == {BroadcastKind.ALERT, BroadcastKind.TALLY}
    assert len(await network.recipients(BroadcastKind.ALERT, incident)) == 1


async def test_what_changes_nothing_is_too_long_is_over_or_has_ended_is_refused(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    before = await said(network, incident)

    for form, refusal in (
        (before, NothingCorrected),
        (replace(before, title=""), TitleLength),
        (replace(before, until_at=SOON), UntilPast),
    ):
        with pytest.raises(refusal):
            await correct(network, incident, form)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=SOON)
    with pytest.raises(IncidentClosed):
        await correct(network, incident, replace(before, title="Khác"))
    assert await said(network, incident) == before


async def test_of_two_who_correct_at_once_the_later_one_looks_first_and_loses_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    base = await said(network, incident)
    mine, other = replace(base, title="Tên đúng"), replace(base, description="Chữ đúng.", headcount_wanted=3)
    await correct(network, incident, other)

    with pytest.raises(CorrectedMeanwhile) as meanwhile:
        await correct(network, incident, mine)
    assert meanwhile.value.values == {"by": "Đoàn Thị Hạ", "at": SOON}

    laid = correcting.laid_over(mine, base, await said(network, incident))
    assert (laid.title, laid.description, laid.headcount_wanted) == ("Tên đúng", "Chữ đúng.", 3)
    await correct(network, incident, laid, known=1)
    assert (await said(network, incident)).title == "Tên đúng"


async def test_who_answered_before_is_listed_until_they_say_again_that_it_holds(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=MORNING)
    assert (await correcting.answered_before(session, incident=incident)).total == 0
    with pytest.raises(AnswerStands):
        await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=SOON)

    await responses.respond(
        session, incident=incident, person=network.dung, answer=Answer.READY, now=MORNING + MINUTE / 2
    )
    await correct(network, incident, replace(await said(network, incident), title="Tên đúng"))
    before = await correcting.answered_before(session, incident=incident)
    assert [member.id for member, _ in before.lines] == [network.it.id, network.telecom.id]
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=SOON + MINUTE)
    before = await correcting.answered_before(session, incident=incident)
    assert [member.id for member, _ in before.lines] == [network.telecom.id]

    await responses.respond(session, incident=incident, person=network.an, answer=Answer.READY, now=SOON + MINUTE)
    assert (await correcting.answered_before(session, incident=incident)).total == 0


async def test_what_was_misjudged_is_regraded_for_a_reason_and_keeps_its_policy(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    policy = incident.policy_id, incident.severity
    before = await said(network, incident)
    wanted = replace(before.wanted, sectors=(Sector.IT,))
    form = replace(before, severity=Severity.CRITICAL, type=IncidentType.DISASTER, wanted=wanted)

    with pytest.raises(ReasonMissing):
        await correct(network, incident, form)
    proposed = await correcting.regraded(session, incident=incident, said=form)
    assert proposed is not None
    assert (proposed.before, proposed.after) == (policy[1], Severity.CRITICAL)
    await correcting.correct(
        session,
        incident_id=id_of(incident),
        said=form,
        corrections=0,
        by=network.coordinator,
        now=SOON,
        reason="Thêm hai xã",
    )

    after = await said(network, incident)
    assert (after.severity, after.type, after.wanted.sectors) == (
        Severity.CRITICAL,
        IncidentType.DISASTER,
        (Sector.IT,),
    )
    assert (incident.policy_id, incident.corrected_at) == (policy[0], SOON)
    kept = (await session.exec(select(Correction))).one()
    assert kept.after["reason"] == "Thêm hai xã"
    assert await correcting.regraded(session, incident=incident, said=form) is None


async def test_open_tasks_follow_and_only_those_who_act_on_it_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    base = await said(network, incident)
    at_ba_vi = replace(base, wanted=replace(base.wanted, commune_codes=(BA_VI,)))
    await correct(network, incident, at_ba_vi)
    old, new = (communes.commune(code).name for code in (BA_VI, HOAN_KIEM))
    assert await network.recipients(BroadcastKind.CORRECTION, incident) == []

    mine = await give(network, assignment(network.telecom, incident=incident, place=old))
    words = assignment(network.telecom, incident=incident, place=f"Trạm 3, {old}")
    stale = await give(network, words, draft_key="2:key")
    over = await give(network, assignment(network.telecom, incident=incident, place=old), draft_key="3:key")
    over.state = TaskState.VERIFIED
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY_30, now=MORNING)
    form = replace(at_ba_vi, severity=Severity.CRITICAL, wanted=replace(base.wanted, commune_codes=(HOAN_KIEM,)))
    followed = await correcting.correct(
        session,
        incident_id=id_of(incident),
        said=form,
        corrections=1,
        by=network.coordinator,
        now=SOON + MINUTE,
        reason="Sai nơi",
    )

    assert (list(followed.corrected), list(followed.stale)) == ([mine, stale], [stale])
    assert (mine.place, mine.severity) == (new, Severity.CRITICAL)
    assert (over.place, stale.place) == (old, f"Trạm 3, {old}")
    told = await network.recipients(BroadcastKind.CORRECTION, incident)
    assert told == [sorted(map(id_of, (network.an, network.binh, network.chi, network.dung)))]
    assert [
        task.code
        for task in await following.tasks_of(session, incident_id=id_of(incident), person_id=id_of(network.an))
    ] == [mine.code, stale.code]
    sheet = await orders.sheet(session, task=mine)
    assert sheet.corrected_at == SOON + MINUTE
    assert (await orders.sheet(session, task=over)).corrected_at is None
