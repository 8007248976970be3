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
    TaxCodeTaken,
)
from services.people import businesses
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
