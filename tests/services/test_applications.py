"""Applications: what may be submitted, and that one decision counts."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus, Sector
from models.people import Role
from services import applications, members, people
from services.applications import (
    AlreadyApplied,
    AlreadyRepresentative,
    ApplicationDecided,
    ApplicationUnknown,
    ApplicationWithApplicant,
    Candidate,
    ConsentMissing,
    MemberNotApproved,
    ReasonLength,
    TaxCodeTaken,
)
from tests.services.cast import (
    LAN,
    LATER,
    NOON,
    OTHER_REGISTRATION,
    REGISTRATION,
    TAX_CODES,
    approved,
    coordinator,
    newcomer,
    registered,
)

MINH = Candidate(name="Lê Văn Minh", title="Trưởng phòng", phone="+84987654321", contact=ContactKind.BACKUP)


async def told(session: AsyncSession, kind: BroadcastKind) -> list[int]:
    """List who gets a message of a kind, in the order in which they were queued."""
    query = (
        select(Delivery.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id))
        .where(Broadcast.kind == kind)
        .order_by(col(Delivery.id))
    )
    return list((await session.exec(query)).all())


async def joining(session: AsyncSession, member: Member, telegram_id: int = 1002) -> Application:
    """Let someone else apply to speak for a business."""
    person = await newcomer(session, telegram_id)
    return await applications.join(session, person=person, member=member, candidate=MINH, now=NOON)


async def only_member(session: AsyncSession) -> Member:
    return (await session.exec(select(Member))).one()


async def test_a_registration_waits_and_every_coordinator_is_told_once(session: AsyncSession) -> None:
    coordinators = [await coordinator(session, 9001), await coordinator(session, 9002, "Điều phối viên Bình")]
    application = await registered(session, await newcomer(session))

    member = await only_member(session)
    assert application.status is ApplicationStatus.SUBMITTED
    assert application.kind is ApplicationKind.NEW_MEMBER
    assert (member.status, member.name) == (MemberStatus.PENDING, REGISTRATION.name)
    assert await told(session, BroadcastKind.APPLICATION) == [id_of(one) for one in coordinators]
    assert [one.id for one, _ in await applications.waiting(session)] == [application.id]


async def test_without_consent_nothing_is_submitted(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    with pytest.raises(ConsentMissing):
        await registered(session, person)


async def test_an_approval_makes_a_member_and_a_representative_and_tells_the_applicant(session: AsyncSession) -> None:
    person = await newcomer(session)
    await approved(session, person)

    member = await only_member(session)
    standing = await members.representative(session, member_id=id_of(member), person_id=id_of(person))
    assert (member.status, member.approved_at) == (MemberStatus.APPROVED, NOON)
    assert standing is not None
    assert standing.status is RepresentativeStatus.APPROVED
    assert await people.roles(session, person=person) == {Role.REPRESENTATIVE}
    assert person.menu_wanted == "representative:vi"
    assert await told(session, BroadcastKind.DECISION) == [person.id]
    assert await applications.waiting(session) == []


async def test_the_first_decision_wins_and_the_second_hears_whose_it_was(session: AsyncSession) -> None:
    first, second = await coordinator(session, 9001), await coordinator(session, 9002, "Bình")
    application_id = id_of(await registered(session, await newcomer(session)))
    await applications.approve(session, application_id=application_id, by=first, now=NOON)

    with pytest.raises(ApplicationDecided) as late:
        await applications.reject(session, application_id=application_id, by=second, reason="Trùng", now=LATER)
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
    await applications.approve(session, application_id=id_of(application), by=by, now=LATER)
    for card in cards:
        await session.refresh(card)
    assert [card.edit_due_at for card in cards] == [LATER, LATER]


async def test_a_rejection_keeps_its_reason_and_the_business_may_register_anew(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await applications.reject(session, application_id=id_of(application), by=by, reason="Ngoài tỉnh", now=NOON)
    assert application.reason == "Ngoài tỉnh"
    assert (await only_member(session)).status is MemberStatus.REJECTED

    again = await registered(session, await newcomer(session, 1002), replace(REGISTRATION, name="Tên mới"))
    member = await only_member(session)
    assert again.id != application.id
    assert (member.status, member.name) == (MemberStatus.PENDING, "Tên mới")


@pytest.mark.parametrize("reason", ["", "x" * 501])
async def test_a_reason_must_be_given_and_short(session: AsyncSession, reason: str) -> None:
    by, application = await coordinator(session), await registered(session, await newcomer(session))
    with pytest.raises(ReasonLength):
        await applications.reject(session, application_id=id_of(application), by=by, reason=reason, now=NOON)
    with pytest.raises(ReasonLength):
        await applications.ask_back(session, application_id=id_of(application), by=by, question=reason, now=NOON)
    assert application.status is ApplicationStatus.SUBMITTED


async def test_an_application_that_was_sent_back_waits_for_the_applicant_alone(session: AsyncSession) -> None:
    by, application = await coordinator(session), await registered(session, await newcomer(session))
    await applications.ask_back(session, application_id=id_of(application), by=by, question="Số người?", now=NOON)

    with pytest.raises(ApplicationWithApplicant):
        await applications.approve(session, application_id=id_of(application), by=by, now=LATER)
    assert await applications.waiting(session) == []


async def test_what_was_sent_back_is_corrected_and_handed_in_as_the_same_application(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await applications.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)

    corrected = replace(REGISTRATION, name="Công ty Sông Lô", sectors=(Sector.POSTAL,), tax_code=TAX_CODES[2])
    again = await applications.register(
        session, person=person, registration=corrected, correcting=application.id, now=LATER
    )
    member = await only_member(session)
    assert (again.id, again.status, again.submitted_at) == (application.id, ApplicationStatus.SUBMITTED, LATER)
    assert (member.name, member.tax_code) == ("Công ty Sông Lô", TAX_CODES[2])
    assert (await members.profile(session, member=member)).sectors == [Sector.POSTAL]
    assert await told(session, BroadcastKind.APPLICATION) == [by.id, by.id]


async def test_nobody_corrects_an_application_of_somebody_else(session: AsyncSession) -> None:
    by, application = await coordinator(session), await registered(session, await newcomer(session))
    await applications.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)

    thief = await newcomer(session, 1002)
    theirs = await applications.register(
        session, person=thief, registration=OTHER_REGISTRATION, correcting=application.id, now=LATER
    )
    assert theirs.id != application.id
    assert theirs.member_id != application.member_id


@pytest.mark.parametrize("status", ["pending", "approved"])
async def test_a_tax_code_is_registered_once(session: AsyncSession, status: str) -> None:
    person = await newcomer(session)
    await (registered if status == "pending" else approved)(session, person)
    with pytest.raises(TaxCodeTaken) as taken:
        await registered(session, await newcomer(session, 1002))
    assert taken.value.values == {"name": REGISTRATION.name}


async def test_an_applicant_who_waits_or_is_in_cannot_apply_again(session: AsyncSession) -> None:
    person = await newcomer(session)
    application = await registered(session, person)
    with pytest.raises(AlreadyApplied):
        await registered(session, person)

    by = await coordinator(session)
    await applications.approve(session, application_id=id_of(application), by=by, now=NOON)
    with pytest.raises(AlreadyRepresentative):
        await applications.join(session, person=person, member=await only_member(session), candidate=LAN, now=LATER)


async def test_who_joins_speaks_for_the_business_only_after_the_approval(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    person = await newcomer(session, 1002)
    assert await people.roles(session, person=person) == {Role.STRANGER}

    by = await coordinator(session)
    await applications.approve(session, application_id=id_of(application), by=by, now=LATER)
    assert await people.roles(session, person=person) == {Role.REPRESENTATIVE}
    assert (await only_member(session)).approved_at == NOON


async def test_rejecting_who_wants_to_join_leaves_the_business_in(session: AsyncSession) -> None:
    await approved(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    by = await coordinator(session)
    await applications.reject(session, application_id=id_of(application), by=by, reason="Không rõ", now=LATER)

    assert (await only_member(session)).status is MemberStatus.APPROVED
    assert await people.roles(session, person=await newcomer(session, 1002)) == {Role.STRANGER}


async def test_nobody_is_approved_for_a_business_that_is_not_in(session: AsyncSession) -> None:
    await registered(session, await newcomer(session))
    application = await joining(session, await only_member(session))
    with pytest.raises(MemberNotApproved):
        await applications.approve(session, application_id=id_of(application), by=await coordinator(session), now=NOON)


async def test_an_unknown_application_is_refused(session: AsyncSession) -> None:
    with pytest.raises(ApplicationUnknown):
        await applications.by_id(session, application_id=404)


async def test_only_the_last_request_to_the_coordinators_is_the_newest(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await applications.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)
    await registered(session, person)

    requests = await session.exec(
        select(Broadcast).where(Broadcast.kind == BroadcastKind.APPLICATION).order_by(col(Broadcast.id))
    )
    newest = [
        await applications.is_newest_request(session, application_id=id_of(application), broadcast_id=id_of(request))
        for request in requests
    ]
    assert newest == [False, True]


async def test_a_request_holds_all_that_a_coordinator_needs(session: AsyncSession) -> None:
    person = await newcomer(session)
    application = await registered(session, person)
    request = await applications.request(session, application=application)

    assert request.registration == replace(REGISTRATION, sectors=[Sector.TELECOM, Sector.IT])
    assert (request.applicant.id, request.decided_by) == (person.id, None)


async def test_every_step_of_an_application_is_on_record(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await applications.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)
    await registered(session, person)
    await applications.approve(session, application_id=id_of(application), by=by, now=LATER)

    entries: Sequence[AuditEntry] = (
        await session.exec(select(AuditEntry).where(AuditEntry.subject == "application").order_by(col(AuditEntry.id)))
    ).all()
    assert [(entry.person_id, entry.action) for entry in entries] == [
        (person.id, "application-submitted"),
        (by.id, "application-asked_back"),
        (person.id, "application-submitted"),
        (by.id, "application-approved"),
    ]
