"""Decisions: the first one counts, the applicant is told, everything is on record."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import ApplicationStatus
from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.members import MemberStatus, RepresentativeStatus, Sector
from models.people import Role
from services.applications import decisions
from services.applications.decisions import (
    ApplicationDecided,
    ApplicationWithApplicant,
    MemberNotApproved,
    ReasonLength,
)
from services.people import accounts, businesses
from tests.services.cast import (
    LATER,
    NOON,
    REGISTRATION,
    approved,
    coordinator,
    joining,
    newcomer,
    only_member,
    registered,
    told,
)


async def test_an_approval_makes_a_member_and_a_representative_and_tells_the_applicant(session: AsyncSession) -> None:
    person = await newcomer(session)
    await approved(session, person)

    member = await only_member(session)
    standing = await businesses.representative(session, member_id=id_of(member), person_id=id_of(person))
    assert (member.status, member.approved_at) == (MemberStatus.APPROVED, NOON)
    assert standing is not None
    assert standing.status is RepresentativeStatus.APPROVED
    assert await accounts.roles(session, person=person) == {Role.REPRESENTATIVE}
    assert person.menu_wanted == "representative:vi"
    assert await told(session, BroadcastKind.DECISION) == [person.id]
    assert await decisions.waiting(session) == []


async def test_the_first_decision_wins_and_the_second_hears_whose_it_was(session: AsyncSession) -> None:
    first, second = await coordinator(session, 9001), await coordinator(session, 9002, "Bình")
    application_id = id_of(await registered(session, await newcomer(session)))
    await decisions.approve(session, application_id=application_id, by=first, now=NOON)

    with pytest.raises(ApplicationDecided) as late:
        await decisions.reject(session, application_id=application_id, by=second, reason="Trùng", now=LATER)
    assert late.value.values == {"name": first.name, "at": NOON}
    assert (await only_member(session)).status is MemberStatus.APPROVED


async def test_a_decision_redraws_the_card_of_every_coordinator(session: AsyncSession) -> None:
    await coordinator(session, 9001)
    await coordinator(session, 9002, "Bình")
    application = await registered(session, await newcomer(session))
    cards = (await session.exec(select(Delivery))).all()
    for number, card in enumerate(cards):
        card.state, card.message_id = DeliveryState.SENT, number + 1
    await session.flush()

    by = await coordinator(session, 9001)
    await decisions.approve(session, application_id=id_of(application), by=by, now=LATER)
    for card in cards:
        await session.refresh(card)
    assert [card.edit_due_at for card in cards] == [LATER, LATER]


@pytest.mark.parametrize("reason", ["", "x" * 501])
async def test_a_reason_must_be_given_and_short(session: AsyncSession, reason: str) -> None:
    by, application = await coordinator(session), await registered(session, await newcomer(session))
    with pytest.raises(ReasonLength):
        await decisions.reject(session, application_id=id_of(application), by=by, reason=reason, now=NOON)
    with pytest.raises(ReasonLength):
        await decisions.ask_back(session, application_id=id_of(application), by=by, question=reason, now=NOON)
    assert application.status is ApplicationStatus.SUBMITTED


async def test_an_application_that_was_sent_back_waits_for_the_applicant_alone(session: AsyncSession) -> None:
    by, application = await coordinator(session), await registered(session, await newcomer(session))
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Số người?", now=NOON)

    with pytest.raises(ApplicationWithApplicant):
        await decisions.approve(session, application_id=id_of(application), by=by, now=LATER)
    assert await decisions.waiting(session) == []


async def test_who_joins_speaks_for_the_business_only_after_the_approval(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    person = await newcomer(session, 1002)
    assert await accounts.roles(session, person=person) == {Role.STRANGER}

    by = await coordinator(session)
    await decisions.approve(session, application_id=id_of(application), by=by, now=LATER)
    assert await accounts.roles(session, person=person) == {Role.REPRESENTATIVE}
    assert (await only_member(session)).approved_at == NOON


async def test_rejecting_who_wants_to_join_leaves_the_business_in(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    by = await coordinator(session)
    await decisions.reject(session, application_id=id_of(application), by=by, reason="Không rõ", now=LATER)

    assert (await only_member(session)).status is MemberStatus.APPROVED
    assert await accounts.roles(session, person=await newcomer(session, 1002)) == {Role.STRANGER}


async def test_the_record_tells_of_a_decision_without_its_words(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Ông Long à?", now=NOON)
    await registered(session, person)
    await decisions.reject(session, application_id=id_of(application), by=by, reason="Ông Long?", now=LATER)

    entries = (await session.exec(select(AuditEntry).where(AuditEntry.subject == "application"))).all()
    assert [entry.action for entry in entries] == [
        "application-submitted",
        "application-asked_back",
        "application-submitted",
        "application-rejected",
    ]
    assert "Long" not in repr([entry.after for entry in entries])


async def test_nobody_is_approved_for_a_business_that_is_not_in(session: AsyncSession) -> None:
    await registered(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    with pytest.raises(MemberNotApproved):
        await decisions.approve(session, application_id=id_of(application), by=await coordinator(session), now=NOON)


async def test_only_the_last_request_to_the_coordinators_is_the_newest(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)
    await registered(session, person)

    requests = await session.exec(
        select(Broadcast).where(Broadcast.kind == BroadcastKind.APPLICATION).order_by(col(Broadcast.id))
    )
    newest = [
        await decisions.is_newest_request(session, application_id=id_of(application), broadcast_id=id_of(request))
        for request in requests
    ]
    assert newest == [False, True]


async def test_a_request_holds_all_that_a_coordinator_needs(session: AsyncSession) -> None:
    person = await newcomer(session)
    application = await registered(session, person)
    request = await decisions.request(session, application=application)

    assert request.registration == replace(REGISTRATION, sectors=[Sector.TELECOM, Sector.IT])
    assert (request.applicant.id, request.decided_by) == (person.id, None)


async def test_every_step_of_an_application_is_on_record(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)
    await registered(session, person)
    await decisions.approve(session, application_id=id_of(application), by=by, now=LATER)

    entries: Sequence[AuditEntry] = (
        await session.exec(select(AuditEntry).where(AuditEntry.subject == "application").order_by(col(AuditEntry.id)))
    ).all()
    assert [(entry.person_id, entry.action) for entry in entries] == [
        (person.id, "application-submitted"),
        (by.id, "application-asked_back"),
        (person.id, "application-submitted"),
        (by.id, "application-approved"),
    ]
