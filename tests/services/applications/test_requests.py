"""Applications: what may be submitted, by whom, and how often."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import ApplicationKind, ApplicationStatus
from models.broadcasts import BroadcastKind
from models.identity import id_of
from models.members import MemberStatus, Sector
from services.applications import decisions
from services.applications import requests as applications
from services.applications.requests import (
    AlreadyApplied,
    AlreadyRepresentative,
    ApplicationUnknown,
    ConsentMissing,
    MemberNotJoinable,
    TaxCodeTaken,
)
from services.people import businesses
from tests.services.cast import (
    LAN,
    LATER,
    MINH,
    NOON,
    OTHER_REGISTRATION,
    REGISTRATION,
    TAX_CODES,
    approved,
    coordinator,
    joining,
    newcomer,
    only_member,
    registered,
    told,
)


async def test_a_registration_waits_and_every_coordinator_is_told_once(session: AsyncSession) -> None:
    coordinators = [await coordinator(session, 9001), await coordinator(session, 9002, "Điều phối viên Bình")]
    application = await registered(session, await newcomer(session))

    member = await only_member(session)
    assert application.status is ApplicationStatus.SUBMITTED
    assert application.kind is ApplicationKind.NEW_MEMBER
    assert (member.status, member.name) == (MemberStatus.PENDING, REGISTRATION.name)
    assert await told(session, BroadcastKind.APPLICATION) == [id_of(one) for one in coordinators]
    assert [one.id for one, _ in await decisions.waiting(session)] == [application.id]


async def test_without_consent_nothing_is_submitted(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    with pytest.raises(ConsentMissing):
        await registered(session, person)


async def test_a_rejection_keeps_its_reason_and_the_business_may_register_anew(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await decisions.reject(session, application_id=id_of(application), by=by, reason="Ngoài tỉnh", now=NOON)
    assert application.reason == "Ngoài tỉnh"
    assert (await only_member(session)).status is MemberStatus.REJECTED

    again = await registered(session, await newcomer(session, 1002), replace(REGISTRATION, name="Tên mới"))
    member = await only_member(session)
    assert again.id != application.id
    assert (member.status, member.name) == (MemberStatus.PENDING, "Tên mới")


async def test_what_was_sent_back_is_corrected_and_handed_in_as_the_same_application(session: AsyncSession) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)

    corrected = replace(REGISTRATION, name="Công ty Sông Lô", sectors=(Sector.POSTAL,), tax_code=TAX_CODES[2])
    again = await applications.register(
        session, person=person, registration=corrected, correcting=application.id, now=LATER
    )
    member = await only_member(session)
    assert (again.id, again.status, again.submitted_at) == (application.id, ApplicationStatus.SUBMITTED, LATER)
    assert (member.name, member.tax_code) == ("Công ty Sông Lô", TAX_CODES[2])
    assert (await businesses.profile(session, member=member)).sectors == [Sector.POSTAL]
    assert await told(session, BroadcastKind.APPLICATION) == [by.id, by.id]


async def test_nobody_corrects_an_application_of_somebody_else(session: AsyncSession) -> None:
    by, application = await coordinator(session), await registered(session, await newcomer(session))
    await decisions.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)

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
    await decisions.approve(session, application_id=id_of(application), by=by, now=NOON)
    with pytest.raises(AlreadyRepresentative):
        await applications.join(session, person=person, member=await only_member(session), candidate=LAN, now=LATER)


async def test_an_unknown_application_is_refused(session: AsyncSession) -> None:
    with pytest.raises(ApplicationUnknown):
        await applications.by_id(session, application_id=404)


async def test_who_was_turned_down_comes_again_with_what_is_said_now_and_is_away_no_longer(
    session: AsyncSession,
) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    await decisions.reject(session, application_id=id_of(application), by=by, reason="Ngoài tỉnh", now=NOON)
    (await only_member(session)).unavailable_until = LATER
    await session.flush()

    await registered(session, person, replace(REGISTRATION, commune_code="00070"))

    member = await only_member(session)
    assert (member.commune_code, member.unavailable_until) == ("00070", None)


@pytest.mark.parametrize("asked_back", [True, False])
async def test_the_tax_code_is_corrected_only_by_who_was_asked_and_only_when_asked(
    session: AsyncSession, asked_back: bool
) -> None:
    by, person = await coordinator(session), await newcomer(session)
    application = await registered(session, person)
    if asked_back:
        await decisions.ask_back(session, application_id=id_of(application), by=by, question="Tên?", now=NOON)
    who = await newcomer(session, 1002) if asked_back else person

    other = await applications.register(
        session, person=who, registration=OTHER_REGISTRATION, correcting=application.id, now=LATER
    )

    first = await businesses.by_id(session, member_id=application.member_id)
    assert first.tax_code == TAX_CODES[0]
    assert other.member_id != first.id


@pytest.mark.parametrize(
    ("status", "may"),
    [
        (MemberStatus.PENDING, True),
        (MemberStatus.INVITED, True),
        (MemberStatus.APPROVED, True),
        (MemberStatus.SUSPENDED, False),
        (MemberStatus.LEFT, False),
        (MemberStatus.REJECTED, False),
        (MemberStatus.MERGED, False),
    ],
)
async def test_one_joins_a_business_that_is_in_or_on_its_way_in(
    session: AsyncSession, status: MemberStatus, may: bool
) -> None:
    await approved(session, await newcomer(session))
    member = await only_member(session)
    member.status = status
    await session.flush()
    person = await newcomer(session, 1002)

    if may:
        application = await applications.join(session, person=person, member=member, candidate=MINH, now=LATER)
        assert application.kind is ApplicationKind.JOIN
    else:
        with pytest.raises(MemberNotJoinable):
            await applications.join(session, person=person, member=member, candidate=MINH, now=LATER)


async def test_a_wish_to_join_is_told_to_who_decides_and_waits_in_the_order_of_coming(session: AsyncSession) -> None:
    person = await newcomer(session)
    await approved(session, person)
    member = await only_member(session)
    before = len(await told(session, BroadcastKind.APPLICATION))
    first = await joining(session, member, 1003)
    second = await joining(session, member, 1004)

    assert [one.id for one, _ in await applications.waiting_for(session, member_id=id_of(member))] == [
        first.id,
        second.id,
    ]
    assert (await told(session, BroadcastKind.APPLICATION))[before:].count(id_of(person)) == 2
    await applications.withdraw(session, application=first, person=person, now=LATER)
    assert [one.id for one, _ in await applications.waiting_for(session, member_id=id_of(member))] == [second.id]
    assert await applications.waiting_for(session, member_id=id_of(member) + 1) == []
