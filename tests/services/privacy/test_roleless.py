"""Whoever had a role and has none any more is erased thirty days later, told a week before, and nobody else is."""

from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import ApplicationStatus
from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery
from models.identity import id_of
from models.invitations import InvitationKind
from models.members import MemberStatus, RepresentativeStatus
from models.people import Consent, Person, Purpose, Role
from services.members import representatives
from services.people import accounts, businesses, invitations
from services.privacy import roleless
from services.staff import appointments
from services.wings import WINGS
from tests.network import MORNING, TIME_ZONE, Network, found_network, person
from tests.services.cast import newcomer, registered
from tests.traces import traces

DAY = timedelta(days=1)


async def days_pass(session: AsyncSession, *days: int, since: datetime = MORNING) -> None:
    """Let the clock come by on some days, in the morning."""
    for day in days:
        await roleless.forget_old(session, now=since + day * DAY)
        await roleless.tell_due(session, now=since + day * DAY, time_zone=TIME_ZONE)
        await roleless.erase_due(session, wings=WINGS, now=since + day * DAY)
        await session.flush()


async def told(session: AsyncSession) -> list[int | None]:
    query = (
        select(Delivery.person_id)
        .join(Broadcast)
        .where(Broadcast.kind == BroadcastKind.ERASURE)
        .order_by(col(Delivery.person_id))
    )
    return list((await session.exec(query)).all())


async def is_erased(session: AsyncSession, who: int) -> bool:
    return (await session.get_one(Person, who)).erased_at is not None


async def binh_steps_down(session: AsyncSession) -> tuple[Network, int]:
    network = await found_network(session)
    await accounts.consent(session, person=network.binh, purpose=Purpose.MEMBERSHIP, now=MORNING)
    await representatives.step_down(session, member_id=id_of(network.telecom), person=network.binh, now=MORNING)
    return network, id_of(network.binh)


async def test_who_stepped_down_is_told_a_week_before_and_gone_after_thirty_days(session: AsyncSession) -> None:
    _, binh = await binh_steps_down(session)

    await days_pass(session, 0, 21)
    assert await told(session) == []
    await days_pass(session, 22, 23, 29)
    assert await told(session) == [binh]
    assert not await is_erased(session, binh)
    await days_pass(session, 30)

    assert await is_erased(session, binh)
    assert await traces(session, "Lê Thị Bình", "1002") == []
    consents = (await session.exec(select(Consent).where(Consent.person_id == binh))).all()
    assert [one.withdrawn_at for one in consents] == [MORNING + 30 * DAY]


async def test_the_record_says_that_the_clock_did_it_and_that_nobody_withdrew(session: AsyncSession) -> None:
    _, binh = await binh_steps_down(session)
    await days_pass(session, 0, 22, 30)

    entries = (await session.exec(select(AuditEntry).where(AuditEntry.subject_id == binh))).all()
    (erased,) = [one for one in entries if one.action == "data-erased"]
    assert (erased.person_id, erased.subject, erased.after) == (None, "person", {"because": "roleless"})
    assert "consent-withdrawn" not in {one.action for one in entries}


async def test_who_still_speaks_for_somebody_or_never_had_a_role_stays(session: AsyncSession) -> None:
    network, binh = await binh_steps_down(session)
    stranger = await person(session, 4321, "Người lạ")
    network.telecom.status = MemberStatus.SUSPENDED
    await session.flush()

    others = [id_of(one) for one in (network.an, network.chi, network.coordinator, stranger)]
    await days_pass(session, 0, 22, 30, 60)

    assert [await is_erased(session, one) for one in others] == [False, False, False, False]
    assert await told(session) == [binh]


async def test_who_was_of_the_staff_goes_when_they_were_dismissed(session: AsyncSession) -> None:
    network = await found_network(session)
    owner = await person(session, 9009, "Chủ hệ thống", role=Role.OWNER)
    colleague = id_of(network.colleague)
    await appointments.dismiss(session, person_id=colleague, by=owner, now=MORNING)

    await days_pass(session, 0, 22, 30)

    assert await is_erased(session, colleague)
    assert await traces(session, "Vũ Văn Khoa") == []


async def test_who_was_refused_goes_but_not_while_the_application_is_open(session: AsyncSession) -> None:
    applicant = await newcomer(session)
    application = await registered(session, applicant)
    who = id_of(applicant)
    await days_pass(session, 0, 40)
    assert (await session.get_one(Person, who)).roleless_since is None

    member = await businesses.by_id(session, member_id=application.member_id)
    standing = await businesses.representative(session, member_id=id_of(member), person_id=who)
    assert standing is not None
    application.status, standing.status = application.status.REJECTED, RepresentativeStatus.REJECTED
    member.status = MemberStatus.REJECTED
    await session.flush()
    await days_pass(session, 41, 63, 71)

    assert await is_erased(session, who)


async def test_an_application_that_was_sent_back_with_a_question_keeps_its_applicant(session: AsyncSession) -> None:
    applicant = await newcomer(session)
    application = await registered(session, applicant)
    application.status = ApplicationStatus.ASKED_BACK
    await session.flush()

    await days_pass(session, 0, 22, 31, 40)

    assert not await is_erased(session, id_of(applicant))
    assert await told(session) == []


async def test_a_link_that_may_still_be_used_keeps_its_opener(session: AsyncSession) -> None:
    network, binh = await binh_steps_down(session)
    await days_pass(session, 0)
    token = await invitations.mint(
        session,
        kind=InvitationKind.REPRESENTATIVE,
        by=network.an,
        now=MORNING + 25 * DAY,
        member_id=id_of(network.telecom),
    )
    await days_pass(session, 22)
    opener = await session.get_one(Person, binh)
    await invitations.open_by(session, token=token, person=opener, now=MORNING + 29 * DAY)
    await days_pass(session, 30)
    assert not await is_erased(session, binh)

    # The link runs out after 14 days: the thirty days begin anew, with another word a week before.
    await days_pass(session, 39, 61, 68)
    assert not await is_erased(session, binh)
    await days_pass(session, 69)
    assert await is_erased(session, binh)
    assert await told(session) == [binh, binh]


async def test_a_link_that_was_taken_back_keeps_nobody(session: AsyncSession) -> None:
    network, binh = await binh_steps_down(session)
    await days_pass(session, 0)
    day = MORNING + 21 * DAY
    token = await invitations.mint(
        session, kind=InvitationKind.REPRESENTATIVE, by=network.an, now=day, member_id=id_of(network.telecom)
    )
    opener = await session.get_one(Person, binh)
    opened = await invitations.open_by(session, token=token, person=opener, now=day)
    invitations.revoke(session, invitation=opened, by=network.an, now=day)

    await days_pass(session, 22, 29)
    assert not await is_erased(session, binh)
    await days_pass(session, 30)
    assert await is_erased(session, binh)


async def test_who_is_told_late_has_a_week_all_the_same(session: AsyncSession) -> None:
    _, binh = await binh_steps_down(session)
    await days_pass(session, 0, 90, 96)
    assert not await is_erased(session, binh)

    await days_pass(session, 97)
    assert await is_erased(session, binh)


async def test_nobody_is_told_by_night(session: AsyncSession) -> None:
    await binh_steps_down(session)
    # 17:30 in Việt Nam.
    evening = MORNING.replace(hour=10, minute=30)
    await days_pass(session, 0)
    await days_pass(session, 22, 23, since=evening)

    assert await told(session) == []


async def test_a_role_that_came_back_since_the_last_note_saves_from_an_old_one(session: AsyncSession) -> None:
    network, binh = await binh_steps_down(session)
    await days_pass(session, 0, 22)
    standing = await businesses.representative(session, member_id=id_of(network.telecom), person_id=binh)
    assert standing is not None
    standing.status = RepresentativeStatus.APPROVED
    await session.flush()

    await roleless.erase_due(session, wings=WINGS, now=MORNING + 30 * DAY)

    assert not await is_erased(session, binh)
