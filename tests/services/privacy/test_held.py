"""A person can see all that is stored about them; nothing of it is kept longer than they were told."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.views.reader import Reader
from handlers.privacy.record_sheets import SHEETS
from models.audit import AuditEntry
from models.identity import id_of
from models.inbox import InboxState, InboxUpdate
from models.members import ContactKind, RepresentativeStatus
from models.people import Consent, Language, Person, Purpose
from models.responses import Answer
from models.roster import ContactLook
from services.applications.kinds import APPLICATION, DECISION
from services.applications.requests import ConsentMissing
from services.incidents import responses
from services.members import representatives
from services.outbox import broadcasts
from services.people import accounts, businesses
from services.people.kinds import MEMBERSHIP
from services.privacy import held as privacy
from services.privacy import records as privacy_records
from services.staff.kinds import STAFF
from services.wings import WINGS
from tests.network import MORNING, found_network, person
from tests.services.cast import REGISTRATION, newcomer, registered
from tests.traces import traces


async def test_the_file_holds_every_answer_with_its_history(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for minutes, answer in enumerate((Answer.READY_30, Answer.REMOTE)):
        at = MORNING + timedelta(minutes=minutes)
        await responses.respond(session, incident=incident, person=network.an, answer=answer, now=at)
    await responses.respond(session, incident=incident, person=network.binh, answer=Answer.CANNOT, now=at)

    records = await privacy_records.gather(session, person=network.an, wings=WINGS)

    assert [(one.answer, member.id) for one, _, member, *_ in records.parts["answers"]] == [
        (Answer.READY_30, network.telecom.id),
        (Answer.REMOTE, network.telecom.id),
    ]
    assert [(one.code, member.id) for one, member in records.parts["alerts"]] == [(incident.code, network.telecom.id)]
    assert [about for _, _, about in records.parts["messages"]] == [incident.code]
    assert [list(records.parts[name]) for name in ("consents", "draft", "jobs")] == [[], [], []]


async def test_the_file_holds_the_words_of_what_could_not_be_served(session: AsyncSession) -> None:
    network = await found_network(session)
    body = '{"update_id": 9, "message": {"text": "Xin số của tổ trực đêm"}}'
    state = InboxState.QUARANTINED
    session.add(InboxUpdate(update_id=9, sender_id=network.an.telegram_id, body=body, received_at=MORNING, state=state))

    records = await privacy_records.gather(session, person=network.an, wings=WINGS)

    (update,) = records.parts["updates"]
    reader = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"))
    assert SHEETS["updates"].row(reader, *update) == (MORNING, "tách riêng vì lỗi", body)


async def test_the_file_names_the_business_that_a_message_was_about_and_not_that_of_a_decision(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    asked = await registered(session, await newcomer(session))
    told = ((MEMBERSHIP, id_of(network.it)), (APPLICATION, id_of(asked)), (DECISION, id_of(asked)), (STAFF, None))
    for kind, subject_id in told:
        await broadcasts.queue(session, kind=kind, people=[id_of(network.an)], subject_id=subject_id, now=MORNING)

    records = await privacy_records.gather(session, person=network.an, wings=WINGS)

    named = [about for _, _, about in records.parts["messages"]]
    assert named == [network.it.name, REGISTRATION.name, None, None]


async def test_the_file_of_a_coordinator_holds_what_they_did(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()

    records = await privacy_records.gather(session, person=network.coordinator, wings=WINGS)

    assert [one.code for one, _ in records.parts["declared"]] == [incident.code]
    assert "incident-declared" in [one.action for one in records.parts["audit"]]


async def test_the_summary_counts_and_names_only_what_is_the_persons(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.chi, answer=Answer.READY, now=MORNING)
    session.add_all(
        ContactLook(member_id=id_of(member), person_id=id_of(who), at=MORNING)
        for member, who in ((network.it, network.an), (network.telecom, network.chi), (network.telecom, network.dung))
    )
    await session.flush()

    held = await privacy.held(session, person=network.chi)

    # One tap answered for both of her businesses.
    assert (held.answers, held.messages, held.looks, held.looked_at) == (2, 1, 1, 1)
    assert [one.member.id for one in held.spoken] == [network.postal.id, network.it.id]
    assert held.consent is None


async def test_an_application_that_waits_is_stored_too(session: AsyncSession) -> None:
    await found_network(session)
    applicant = await person(session, 5001, "Người mới")
    await accounts.consent(session, person=applicant, purpose=Purpose.MEMBERSHIP, now=MORNING)
    await registered(session, applicant)

    held = await privacy.held(session, person=applicant)

    assert [one.standing.status for one in held.spoken] == [RepresentativeStatus.PENDING]
    assert held.consent is not None


async def test_looks_come_in_parts_the_newest_first(session: AsyncSession) -> None:
    network = await found_network(session)
    session.add_all(
        ContactLook(
            member_id=id_of(network.telecom), person_id=id_of(network.dung), at=MORNING + timedelta(minutes=minute)
        )
        for minute in range(privacy.LOOKS + 1)
    )
    await session.flush()

    first = await privacy.looks(session, person=network.an, number=0)
    last = await privacy.looks(session, person=network.an, number=99)

    assert (len(first.items), first.number, first.count) == (privacy.LOOKS, 0, 2)
    assert first.items[0].at == MORNING + timedelta(minutes=privacy.LOOKS)
    assert (len(last.items), last.number) == (1, 1)
    assert last.items[0].spoken == ["Công nghệ Hoa Sen"]
    assert (await privacy.looks(session, person=network.coordinator, number=0)).items == []


@pytest.mark.parametrize(("version", "asked"), [(accounts.CONSENT_VERSION, False), ("2026-11", True), (None, True)])
async def test_only_who_represents_a_business_is_asked_to_renew(
    session: AsyncSession, version: str | None, asked: bool
) -> None:
    network = await found_network(session)
    if version is not None:
        session.add_all(
            Consent(person_id=id_of(one), purpose=Purpose.MEMBERSHIP, text_version=version, given_at=MORNING)
            for one in (network.an, network.coordinator)
        )
        await session.flush()

    assert await privacy.should_renew(session, person=network.an) is asked
    assert await privacy.should_renew(session, person=network.coordinator) is False


async def test_who_represents_a_business_no_longer_leaves_no_contact_there(session: AsyncSession) -> None:
    network = await found_network(session)
    member_id = id_of(network.telecom)
    name = await representatives.remove(
        session, member_id=member_id, person_id=id_of(network.binh), by=network.an, now=MORNING
    )

    left = await businesses.representative(session, member_id=member_id, person_id=id_of(network.binh))

    assert left is not None
    assert (name, left.name, left.phone, left.status) == ("Lê Thị Bình", "", "", RepresentativeStatus.REMOVED)
    assert [place for place, _ in await traces(session, "Lê Thị Bình")] == ["people.name"]
    assert left.contact is ContactKind.BACKUP


async def test_the_consent_is_the_persons_newest_to_take_part_that_was_not_withdrawn(session: AsyncSession) -> None:
    network = await found_network(session)

    def consent(who: Person, version: str, purpose: Purpose = Purpose.MEMBERSHIP) -> Consent:
        return Consent(person_id=id_of(who), purpose=purpose, text_version=version, given_at=MORNING)

    withdrawn = consent(network.an, "thứ ba")
    withdrawn.withdrawn_at = MORNING
    session.add_all(
        [
            consent(network.an, "thứ nhất"),
            consent(network.an, "thứ hai"),
            withdrawn,
            consent(network.an, "công khai", Purpose.LISTING),
            consent(network.binh, "người khác"),
        ]
    )
    await session.flush()

    held = await privacy.held(session, person=network.an)

    assert held.consent is not None
    assert (held.consent.text_version, held.is_current, held.listed) == ("thứ hai", False, False)
    assert await privacy.given(session, person=network.chi) is None
    assert not (await privacy.held(session, person=network.chi)).is_current
    await accounts.consent(session, person=network.an, purpose=Purpose.MEMBERSHIP, now=MORNING)
    assert (await privacy.held(session, person=network.an)).is_current


async def test_to_be_listed_is_chosen_alone_by_who_takes_part(session: AsyncSession) -> None:
    network = await found_network(session)
    with pytest.raises(ConsentMissing):
        await privacy.choose_listing(session, person=network.an, listed=True, now=MORNING)
    await accounts.consent(session, person=network.an, purpose=Purpose.MEMBERSHIP, now=MORNING)

    chosen = []
    for listed in (True, False):
        await privacy.choose_listing(session, person=network.an, listed=listed, now=MORNING)
        held = await privacy.held(session, person=network.an)
        chosen.append((held.listed, held.is_current))

    assert chosen == [(True, True), (False, True)]


async def test_a_file_that_was_handed_out_is_on_record(session: AsyncSession) -> None:
    network = await found_network(session)
    privacy.record_file(session, person=network.an, now=MORNING)
    await session.flush()

    (entry,) = (await session.exec(select(AuditEntry).where(AuditEntry.action == "data-handed-out"))).all()
    assert (entry.person_id, entry.subject, entry.subject_id) == (network.an.id, "person", network.an.id)
