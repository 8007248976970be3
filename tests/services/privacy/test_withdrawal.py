"""Whoever withdraws consent is gone from every table at once; what the network did stays, without a name."""

import json
from datetime import date, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationStatus
from models.audit import AuditEntry
from models.broadcasts import Broadcast, BroadcastKind, Delivery, DeliveryState, Lane
from models.drafts import Dialogue, Draft
from models.duty import DutyWeek
from models.groups import Group
from models.identity import id_of
from models.inbox import InboxState, InboxUpdate
from models.incidents import Alerted, Incident
from models.invitations import Invitation, InvitationKind
from models.jobs import Job, JobKind, JobState
from models.members import ContactKind, Member, MemberStatus, RepresentativeStatus, Sector
from models.people import Consent, Language, Person, Purpose, Role
from models.responses import Answer, Response
from models.roster import ContactLook
from services.applications import decisions
from services.applications import requests as applications
from services.applications.requests import Candidate
from services.ground import drafts, inbox
from services.incidents import cards as incident_cards
from services.incidents import outcomes, responses
from services.incidents import standings as answers
from services.incidents.kinds import UPDATE
from services.members import representatives
from services.outbox import broadcasts, deliveries
from services.people import accounts, businesses, invitations
from services.privacy import withdrawal
from services.privacy.withdrawal import Ending, OwnerBySettings
from services.wings import KINDS, WINGS
from tests.network import HOAN_KIEM, MORNING, Network, business, found_network, lost, person, speak
from tests.services.cast import told
from tests.services.sending import edits, sends
from tests.traces import traces

TELEGRAM_ID, NAME, PHONE = 7700112233, "Quách Thị Tuyết Nhung", "+84988776655"
SIGNS = (NAME, "7700112233", "988776655", "Quách", "Trưởng ban Cáp")
LATER = MORNING + timedelta(minutes=5)


async def nhung(network: Network, member: Member, *, contact: ContactKind = ContactKind.PRIMARY) -> Person:
    """Let Nhung speak for a business, with her consent."""
    session = network.session
    made = await person(session, TELEGRAM_ID, NAME)
    standing = await speak(session, made, member, contact=contact)
    standing.phone, standing.title = PHONE, "Trưởng ban Cáp"
    await accounts.consent(session, person=made, purpose=Purpose.MEMBERSHIP, now=MORNING)
    await accounts.refresh_menu(session, person=made)
    await session.flush()
    return made


async def alone(network: Network) -> tuple[Person, Member]:
    """Let Nhung be the only one who speaks for a business."""
    member = await business(network.session, "0100000009", "Cáp quang Ba Vì", (Sector.TELECOM,), HOAN_KIEM)
    return await nhung(network, member), member


async def standing_of(session: AsyncSession, member: Member, who: Person) -> tuple[str, ...]:
    found = await businesses.representative(session, member_id=id_of(member), person_id=id_of(who))
    assert found is not None
    return (found.name, found.title, found.phone, found.status)


async def leave_traces(network: Network, who: Person, member: Member) -> Incident:
    """Let a person do everything that leaves something behind."""
    session, person_id, member_id = network.session, id_of(who), id_of(member)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=who, answer=Answer.READY, now=MORNING)
    await responses.see(session, incident=incident, person=who, now=MORNING)
    await responses.rate(session, incident=incident, person=who, useful=True, now=MORNING)
    await drafts.begin(
        session,
        person=who,
        dialogue=Dialogue.REGISTRATION,
        step="person",
        data={"person": NAME, "phone": PHONE},
        now=MORNING,
    )
    monday = date(2026, 11, 23)
    session.add_all(
        [
            ContactLook(member_id=member_id, person_id=person_id, at=MORNING),
            DutyWeek(member_id=member_id, monday=monday, person_id=person_id, remind_at=MORNING),
            Job(kind=JobKind.EXPORT_ROSTER, state=JobState.WAITING, person_id=person_id, asked_at=MORNING),
            InboxUpdate(
                update_id=1,
                sender_id=TELEGRAM_ID,
                body=json.dumps({"from": NAME}),
                received_at=MORNING,
                state=InboxState.QUARANTINED,
                error=f"ValueError: {NAME}",
                attempts=3,
            ),
            InboxUpdate(
                update_id=2,
                sender_id=TELEGRAM_ID,
                body="",
                received_at=MORNING,
                state=InboxState.DONE,
                done_at=MORNING,
            ),
        ]
    )
    await session.flush()
    return incident


async def test_no_table_holds_the_name_phone_title_or_telegram_id_afterwards(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)
    await leave_traces(network, gone, member)
    assert {place for place, _ in await traces(session, *SIGNS)} >= {
        "people.name",
        "people.telegram_id",
        "representatives.phone",
        "drafts.data",
        "deliveries.address",
        "inbox.sender_id",
        "inbox.error",
    }

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert await traces(session, *SIGNS) == []


async def test_answers_and_the_record_stay_under_a_number(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)
    incident = await leave_traces(network, gone, member)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    (response,) = await session.exec(select(Response).where(Response.incident_id == id_of(incident)))
    assert (response.person_id, response.answer) == (gone.id, Answer.READY)
    (standing,) = await answers.standings_of(session, incident=incident, member_id=id_of(member))
    assert standing.by == ""
    unreachable_since, _ = await lost(gone, session)
    assert (gone.telegram_id, gone.erased_at, unreachable_since) == (-id_of(gone), LATER, LATER)


async def test_the_audit_shows_the_withdrawal_with_its_version_and_no_name(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    (entry,) = await session.exec(select(AuditEntry).where(AuditEntry.action == "consent-withdrawn"))
    assert (entry.person_id, entry.subject_id, entry.at) == (gone.id, gone.id, LATER)
    assert entry.after == {"purpose": "membership", "text_version": accounts.CONSENT_VERSION}
    (consent,) = await session.exec(select(Consent))
    assert (consent.given_at, consent.withdrawn_at) == (MORNING, LATER)


async def test_consents_to_every_text_are_withdrawn(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    session.add(Consent(person_id=id_of(gone), purpose=Purpose.MEMBERSHIP, text_version="2026-11", given_at=MORNING))
    await session.flush()

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert [one.withdrawn_at for one in await session.exec(select(Consent))] == [LATER, LATER]


async def test_who_never_consented_is_erased_all_the_same(session: AsyncSession) -> None:
    stranger = await person(session, TELEGRAM_ID, NAME)

    await withdrawal.withdraw(session, person=stranger, wings=WINGS, now=LATER)

    assert await traces(session, *SIGNS) == []
    assert [one.action for one in await session.exec(select(AuditEntry))] == ["data-erased"]


async def test_nothing_is_sent_or_edited_any_more(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    incident = await network.declare(delivered=False)
    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=LATER)
    await broadcasts.queue(session, kind=UPDATE, people=[id_of(gone)], now=LATER)

    claimed = [
        *await sends(session, now=LATER),
        *await edits(session, now=LATER),
    ]
    assert gone.id not in [one.person_id for one in claimed]
    states = await session.exec(select(Delivery.state).where(Delivery.person_id == gone.id))
    assert set(states) == {DeliveryState.DROPPED}


async def test_a_sent_message_is_not_edited_either(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    incident = await network.declare()
    await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=MORNING)
    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)
    await incident_cards.redraw(session, lane=Lane.REPLY, incident_id=id_of(incident), now=LATER)

    edited = await edits(session, now=LATER)

    assert edited
    assert gone.id not in [one.person_id for one in edited]


@pytest.mark.parametrize("outcome", [deliveries.Outcome.SENT, deliveries.Outcome.UNKNOWN])
async def test_what_was_on_its_way_leaves_no_chat_behind(session: AsyncSession, outcome: deliveries.Outcome) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    await network.declare(delivered=False)
    claimed = [one for one in await sends(session, now=MORNING) if one.person_id == gone.id]
    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    results = [deliveries.Result(one, outcome, message_id=77) for one in claimed]
    await outcomes.record(session, results=results, kinds=KINDS, now=LATER)

    assert len(claimed) == 1
    assert await traces(session, *SIGNS) == []
    await outcomes.take_over(session, kinds=KINDS, now=LATER + timedelta(hours=1))
    again = await sends(session, now=LATER + timedelta(hours=1))
    assert gone.id not in [one.person_id for one in again]


async def test_why_who_withdrew_is_out_of_reach_stays_though_telegram_refused_what_was_on_its_way(
    session: AsyncSession,
) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    await network.declare(delivered=False)
    claimed = [one for one in await sends(session, now=MORNING) if one.person_id == gone.id]
    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)
    before = await lost(gone, session)

    forbidden = [
        deliveries.Result(one, deliveries.Outcome.UNREACHABLE, error="Forbidden: bot was blocked by the user")
        for one in claimed
    ]
    await outcomes.record(session, results=forbidden, kinds=KINDS, now=LATER + timedelta(minutes=1))

    assert len(forbidden) == 1
    assert before[0] == LATER
    assert await lost(gone, session) == before


async def test_nobody_is_called_for_the_business_and_the_tally_says_why(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    incident = await network.declare(now=LATER)
    called = await session.exec(select(Alerted.member_id).where(Alerted.incident_id == id_of(incident)))
    assert id_of(member) not in set(called)
    assert await lost(gone, session) == (LATER, withdrawal.WITHDREW)


async def test_the_last_one_to_go_is_told_to_the_coordinators(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)
    (loss,) = await withdrawal.losses(session, person=gone)
    assert (loss.ending, loss.others, loss.successor) == (Ending.NOBODY, 0, None)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    (broadcast,) = await session.exec(select(Broadcast).where(Broadcast.kind == BroadcastKind.MEMBERSHIP))
    assert (broadcast.details, broadcast.subject_id) == ({"is": "news", "what": withdrawal.NOBODY_LEFT}, member.id)
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.coordinator.id, network.colleague.id]
    assert member.status is MemberStatus.APPROVED
    assert await standing_of(session, member, gone) == ("", "", "", RepresentativeStatus.REMOVED)


async def test_the_backup_takes_the_place_of_the_primary_contact(session: AsyncSession) -> None:
    network = await found_network(session)
    member = await business(session, "0100000009", "Cáp quang Ba Vì", (Sector.TELECOM,), HOAN_KIEM)
    gone = await nhung(network, member)
    await speak(session, network.dung, member, contact=ContactKind.BACKUP)
    (loss,) = await withdrawal.losses(session, person=gone)
    assert loss.ending is Ending.SUCCESSOR
    assert loss.successor is not None
    assert loss.successor.name == network.dung.name

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    (left,) = await representatives.of(session, member_id=id_of(member))
    assert (left.person_id, left.contact) == (network.dung.id, ContactKind.PRIMARY)
    assert await told(session, BroadcastKind.MEMBERSHIP) == [network.dung.id]


async def test_another_primary_contact_stays_what_they_are(session: AsyncSession) -> None:
    network = await found_network(session)
    gone = await nhung(network, network.telecom, contact=ContactKind.BACKUP)
    (loss,) = await withdrawal.losses(session, person=gone)
    assert (loss.ending, loss.others) == (Ending.OTHERS, 2)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    contacts = [one.contact for one in await representatives.of(session, member_id=id_of(network.telecom))]
    assert contacts == [ContactKind.PRIMARY, ContactKind.BACKUP]


async def test_duty_weeks_become_nobodys(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)
    await leave_traces(network, gone, member)
    (loss,) = await withdrawal.losses(session, person=gone)
    assert loss.weeks == 1

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert (await session.exec(select(DutyWeek))).all() == []


async def test_long_work_that_they_asked_for_ends_and_that_of_others_goes_on(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    states = (JobState.WAITING, JobState.RUNNING, JobState.DONE)
    own = [Job(kind=JobKind.EXPORT_ROSTER, state=state, person_id=id_of(gone), asked_at=MORNING) for state in states]
    others = Job(
        kind=JobKind.EXPORT_ROSTER, state=JobState.WAITING, person_id=id_of(network.coordinator), asked_at=MORNING
    )
    session.add_all([*own, others])
    await session.flush()

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert [(one.state, one.finished_at, one.error) for one in own] == [
        (JobState.FAILED, LATER, "withdrew"),
        (JobState.FAILED, LATER, "withdrew"),
        (JobState.DONE, None, None),
    ]
    assert (others.state, others.finished_at) == (JobState.WAITING, None)


async def test_a_business_that_waits_for_its_approval_is_not_taken_in(session: AsyncSession) -> None:
    await found_network(session)
    gone = await person(session, TELEGRAM_ID, NAME)
    await accounts.consent(session, person=gone, purpose=Purpose.MEMBERSHIP, now=MORNING)
    candidate = Candidate(name=NAME, title="Giám đốc", phone=PHONE, contact=ContactKind.PRIMARY)
    described = applications.Registration(
        tax_code="0799001012", name="Cáp mới", sectors=(Sector.TELECOM,), commune_code=HOAN_KIEM, candidate=candidate
    )
    application = await applications.register(session, person=gone, registration=described, now=MORNING)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    kept = await session.get_one(Application, id_of(application))
    member = await businesses.by_id(session, member_id=kept.member_id)
    assert (kept.status, kept.decided_at, member.status) == (
        ApplicationStatus.WITHDRAWN,
        LATER,
        MemberStatus.REJECTED,
    )
    assert await traces(session, *SIGNS) == []


async def applying(network: Network) -> tuple[Person, Application]:
    """Let Nhung ask to speak for the telecom business."""
    session = network.session
    asking = await person(session, TELEGRAM_ID, NAME)
    await accounts.consent(session, person=asking, purpose=Purpose.MEMBERSHIP, now=MORNING)
    candidate = Candidate(name=NAME, title="Giám đốc", phone=PHONE, contact=ContactKind.BACKUP)
    return asking, await applications.join(
        session, person=asking, member=network.telecom, candidate=candidate, now=MORNING
    )


@pytest.mark.parametrize("asked", [False, True])
async def test_nothing_is_left_of_what_was_said_about_their_applications(session: AsyncSession, asked: bool) -> None:
    network = await found_network(session)
    gone, application = await applying(network)
    words, application_id = f"{NAME}, {PHONE}: có đúng không?", id_of(application)
    if asked:
        await decisions.ask_back(
            session, application_id=application_id, by=network.coordinator, question=words, now=MORNING
        )
    else:
        await decisions.reject(
            session, application_id=application_id, by=network.coordinator, reason=words, now=MORNING
        )
    assert "applications.reason" in {place for place, _ in await traces(session, *SIGNS)}

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert await traces(session, *SIGNS) == []


async def test_a_reason_that_somebody_is_writing_about_their_application_is_forgotten(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, application = await applying(network)
    known = {"application_id": application.id, "verb": "reject", "words": f"{NAME} không làm ở đó"}
    for by in (network.coordinator, network.colleague):
        await drafts.begin(session, person=by, dialogue=Dialogue.DECISION, step="confirm", data=known, now=MORNING)
        known = {"application_id": id_of(application) + 1, "verb": "reject", "words": "Trùng"}

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert await traces(session, *SIGNS) == []
    assert [one.data.get("words") for one in await session.exec(select(Draft).order_by(col(Draft.person_id)))] == [
        None,
        "Trùng",
    ]


async def test_links_that_they_opened_or_made_for_their_business_open_nothing_more(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)
    made = await invitations.mint(
        session, kind=InvitationKind.REPRESENTATIVE, by=gone, now=MORNING, member_id=id_of(member)
    )
    opened = await invitations.mint(
        session, kind=InvitationKind.STAFF, by=network.coordinator, now=MORNING, role=Role.OBSERVER
    )
    await invitations.open_by(session, token=opened, person=gone, now=MORNING)
    foreign = await invitations.mint(
        session, kind=InvitationKind.REPRESENTATIVE, by=gone, now=MORNING, member_id=id_of(network.telecom)
    )

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    for token in (made, opened):
        with pytest.raises(invitations.InvitationUnknown):
            await invitations.open_by(session, token=token, person=network.an, now=LATER)
    # A link that a coordinator made for another business, on a printed sheet say, is that business's own.
    assert await invitations.open_by(session, token=foreign, person=network.an, now=LATER)


async def test_a_coordinator_loses_the_role_and_the_owners_are_told(session: AsyncSession) -> None:
    network = await found_network(session)
    owner = await person(session, 9009, "Chủ", role=Role.OWNER)

    await withdrawal.withdraw(session, person=network.coordinator, wings=WINGS, now=LATER)

    assert network.coordinator.staff_role is None
    assert id_of(network.coordinator) not in [one.id for one in await accounts.coordinators(session)]
    assert await told(session, BroadcastKind.STAFF) == [owner.id]


async def test_an_owner_is_told_to_change_the_settings_first(session: AsyncSession) -> None:
    owner = await person(session, TELEGRAM_ID, NAME, role=Role.OWNER)

    with pytest.raises(OwnerBySettings):
        await withdrawal.withdraw(session, person=owner, wings=WINGS, now=LATER)

    assert owner.telegram_id == TELEGRAM_ID


async def test_who_writes_again_is_somebody_new(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    back = await accounts.recognise(
        session, telegram_id=TELEGRAM_ID, name=NAME, language=Language.VIETNAMESE, now=LATER
    )

    assert back.id != gone.id
    assert await accounts.roles(session, person=back) == {Role.STRANGER}
    assert await withdrawal.losses(session, person=back) == []


async def test_two_may_withdraw(session: AsyncSession) -> None:
    network = await found_network(session)

    await withdrawal.withdraw(session, person=network.an, wings=WINGS, now=LATER)
    await withdrawal.withdraw(session, person=network.binh, wings=WINGS, now=LATER)

    assert network.an.telegram_id != network.binh.telegram_id
    assert await traces(session, "Nguyễn Văn An", "Lê Thị Bình") == []


async def test_waiting_updates_are_applied_first_and_keep_their_words_till_then(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    raw = {"update_id": 5, "message": {"message_id": 1, "from": {"id": TELEGRAM_ID}, "text": "chào"}}
    await inbox.store(session, updates=[raw], now=MORNING)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    (row,) = await session.exec(select(InboxUpdate).execution_options(populate_existing=True))
    assert (row.sender_id, json.loads(row.body)) == (0, raw)
    await inbox.finish(session, update_ids=[5], now=LATER)
    await session.flush()
    assert await traces(session, *SIGNS) == []


async def test_a_group_stays_bound_to_its_business(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, member = await alone(network)
    session.add(
        Group(
            chat_id=-100500,
            member_id=id_of(member),
            title="Trực ban",
            language=Language.VIETNAMESE,
            bound_by_id=id_of(gone),
            bound_at=MORNING,
        )
    )
    await session.flush()

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    (group,) = await session.exec(select(Group))
    assert group.left_at is None
    assert await traces(session, *SIGNS) == []


async def test_what_was_told_is_known_by_its_stamp(session: AsyncSession) -> None:
    network = await found_network(session)
    gone = await nhung(network, network.telecom)
    before = withdrawal.stamp(await withdrawal.losses(session, person=gone))
    assert before == withdrawal.stamp(await withdrawal.losses(session, person=gone))

    await withdrawal.withdraw(session, person=network.an, wings=WINGS, now=LATER)
    await withdrawal.withdraw(session, person=network.binh, wings=WINGS, now=LATER)

    assert before != withdrawal.stamp(await withdrawal.losses(session, person=gone))


async def test_living_drafts_of_others_are_untouched(session: AsyncSession) -> None:
    network = await found_network(session)
    gone, _ = await alone(network)
    await drafts.begin(session, person=network.an, dialogue=Dialogue.OFFER, step="people", data={}, now=MORNING)

    await withdrawal.withdraw(session, person=gone, wings=WINGS, now=LATER)

    assert [one.person_id for one in await session.exec(select(Draft).order_by(col(Draft.person_id)))] == [
        network.an.id
    ]
    assert (await session.exec(select(Invitation))).all() == []
