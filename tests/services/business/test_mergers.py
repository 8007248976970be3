"""Two entries of one business become one, with all that hung on them, once and for good."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind, ApplicationStatus
from models.audit import AuditEntry
from models.broadcasts import BroadcastKind
from models.duty import DutyHours, DutyWeek
from models.groups import Group
from models.identity import id_of
from models.incidents import Alerted
from models.invitations import InvitationKind
from models.members import ContactKind, Member, MemberCapability, MemberStatus, Representative, RepresentativeStatus
from models.people import Language, Person
from models.responses import Answer, Response, ResponseChange
from models.roster import ContactLook, RosterEntry
from models.tasks import Task, TaskChange
from services.applications import registration
from services.applications.form import Form
from services.business import mergers
from services.business.mergers import ChangeWaits, Field, NobodyLikeThat, NotMergeable, SameBusiness
from services.incidents import lifecycle, responses
from services.members import capabilities
from services.members import entries as roster
from services.people import accounts, businesses, invitations
from services.presence import standing_down
from services.tally import counting as tally
from services.tasks import orders as tasks
from services.wings import WINGS
from tests.network import BA_VI, MORNING, TIME_ZONE, Network, found_network, person, speak
from tests.services.cast import told

LATER = MORNING + timedelta(hours=1)
MONDAY = date(2026, 11, 16)


async def merge(network: Network, kept: Member, other: Member, *fields: Field, now: datetime = LATER) -> Member:
    return await mergers.merge(
        network.session,
        kept_id=id_of(kept),
        other_id=id_of(other),
        others=fields,
        wings=WINGS,
        by=network.coordinator,
        now=now,
    )


async def speaking(network: Network, member: Member) -> dict[str, ContactKind]:
    found = await businesses.profile(network.session, member=member)
    return {one.name: one.contact for one in found.representatives if one.status is RepresentativeStatus.APPROVED}


async def test_the_other_becomes_merged_and_its_tax_code_leads_to_the_one_that_stays(session: AsyncSession) -> None:
    network = await found_network(session)
    kept = await merge(network, network.telecom, network.it)

    assert (kept.status, kept.tax_code) == (MemberStatus.APPROVED, "0100000001")
    assert (network.it.status, network.it.merged_into_id, network.it.tax_code) == (
        MemberStatus.MERGED,
        kept.id,
        "0100000003",
    )
    newcomer = await person(session, 5001, "Người mới")
    form = await registration.with_tax_code(session, person=newcomer, form=Form(), tax_code="0100000003")
    assert (form.member_id, form.tax_code) == (kept.id, "0100000001")


async def test_its_people_speak_for_the_one_that_stays_which_keeps_its_primary_contact(session: AsyncSession) -> None:
    network = await found_network(session)
    await merge(network, network.telecom, network.it)

    assert await speaking(network, network.telecom) == {
        network.an.name: ContactKind.PRIMARY,
        network.binh.name: ContactKind.BACKUP,
        network.chi.name: ContactKind.BACKUP,
        network.dung.name: ContactKind.BACKUP,
    }
    assert (await session.exec(select(Representative).where(Representative.member_id == network.it.id))).all() == []


async def test_who_speaks_for_both_speaks_once_with_the_better_standing(session: AsyncSession) -> None:
    network = await found_network(session)
    removed = await businesses.representative(session, member_id=id_of(network.postal), person_id=id_of(network.chi))
    assert removed is not None
    removed.status, removed.name, removed.phone = RepresentativeStatus.REMOVED, "", ""
    await session.flush()

    await merge(network, network.postal, network.it)

    assert await speaking(network, network.postal) == {
        network.chi.name: ContactKind.PRIMARY,
        network.dung.name: ContactKind.BACKUP,
    }


async def test_chosen_values_count_and_those_they_replace_stay_with_the_merged_entry(session: AsyncSession) -> None:
    network = await found_network(session)
    network.it.phone = "+842438221234"
    kept, other = await mergers.sides(session, kept_id=id_of(network.telecom), other_id=id_of(network.it))
    assert mergers.differing(kept, other) == [Field.NAME, Field.SECTORS, Field.PHONE]

    member = await merge(network, network.telecom, network.it, Field.NAME, Field.SECTORS, Field.PHONE)

    profile = await businesses.profile(session, member=member)
    assert (member.name, list(profile.sectors), member.phone) == ("Công nghệ Hoa Sen", ["it"], "+842438221234")
    assert network.it.name == "Viễn thông Sông Hồng"
    assert list((await businesses.profile(session, member=network.it)).sectors) == ["telecom"]


async def test_values_that_were_not_chosen_stay(session: AsyncSession) -> None:
    network = await found_network(session)
    member = await merge(network, network.telecom, network.postal, Field.COMMUNE)

    assert (member.name, member.commune_code) == ("Viễn thông Sông Hồng", BA_VI)


async def test_capabilities_are_added_and_the_headcount_of_the_one_that_stays_counts(session: AsyncSession) -> None:
    network = await found_network(session)
    ids = []
    for name in ("Cáp quang", "Máy phát"):
        made = await capabilities.add(session, name_vi=name, name_en=name, by=None, now=MORNING)
        ids.append(id_of(made))
    session.add_all(
        MemberCapability(member_id=id_of(member), capability_id=capability, headcount=headcount)
        for member, capability, headcount in (
            (network.telecom, ids[0], 5),
            (network.it, ids[0], 9),
            (network.it, ids[1], 2),
        )
    )
    await session.flush()

    member = await merge(network, network.telecom, network.it)

    assert (await businesses.profile(session, member=member)).capabilities == {ids[0]: 5, ids[1]: 2}


async def test_answers_move_and_where_both_answered_the_last_word_counts(session: AsyncSession) -> None:
    network = await found_network(session)
    both, alone = await network.declare(), await network.declare()
    await responses.respond(session, incident=both, person=network.an, answer=Answer.CANNOT, now=MORNING)
    await responses.respond(
        session, incident=both, person=network.dung, answer=Answer.READY, now=MORNING + timedelta(minutes=1)
    )
    await responses.respond(session, incident=alone, person=network.dung, answer=Answer.REMOTE, now=MORNING)

    await merge(network, network.telecom, network.it)

    given = await session.exec(select(Response).where(Response.member_id == network.telecom.id))
    assert {(one.incident_id, one.answer) for one in given} == {
        (both.id, Answer.READY),
        (alone.id, Answer.REMOTE),
    }
    assert (await session.exec(select(Response).where(Response.member_id == network.it.id))).all() == []
    (steps,) = (await session.exec(select(func.count()).select_from(ResponseChange).join(Response))).all()
    assert steps == 3
    counted = await tally.count(session, incident=alone, now=LATER)
    assert (counted.members, counted.groups[tally.AnswerGroup.REMOTE]) == (2, 1)
    assert (await session.exec(select(Alerted).where(Alerted.member_id == network.it.id))).all() == []
    # Its people answer for the one that stays from now on.
    (changed,) = await responses.respond(session, incident=both, person=network.dung, answer=Answer.READY_30, now=LATER)
    assert changed.member_id == network.telecom.id


async def test_figures_add_up_where_both_answered_and_an_older_word_counts_no_more(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    await responses.respond(session, incident=incident, person=network.dung, answer=Answer.READY, now=MORNING)
    (given,) = (await session.exec(select(Response))).all()
    given.offered_people = 5
    await responses.respond(session, incident=incident, person=network.an, answer=Answer.CANNOT, now=LATER)

    await merge(network, network.telecom, network.it)

    counted = await tally.count(session, incident=incident, now=LATER)
    assert (counted.headcount, counted.groups[tally.AnswerGroup.READY], counted.answered) == (0, 0, 1)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=LATER)
    assert await standing_down.late(session, incident=incident) == []


async def test_what_was_merged_has_stood_down_once_all_of_it_has(session: AsyncSession) -> None:
    network = await found_network(session)
    incident = await network.declare()
    for one in (network.an, network.dung):
        await responses.respond(session, incident=incident, person=one, answer=Answer.READY, now=MORNING)
    await lifecycle.close(session, incident_id=id_of(incident), summary="Xong", by=network.coordinator, now=LATER)
    await standing_down.stand_down(session, incident=incident, person=network.an, now=LATER)

    await merge(network, network.telecom, network.it)

    assert [one.member.id for one in await standing_down.late(session, incident=incident)] == [network.telecom.id]


async def test_tasks_with_their_history_move(session: AsyncSession) -> None:
    network = await found_network(session)
    assignment = tasks.Assignment(
        member_id=id_of(network.it), what="Khôi phục máy chủ", place="Hoàn Kiếm", due_at=LATER + timedelta(days=1)
    )
    await tasks.assign(
        session, assignment=assignment, draft_key="k", by=network.coordinator, now=MORNING, time_zone=TIME_ZONE
    )

    await merge(network, network.telecom, network.it)

    (task,) = await session.exec(select(Task).execution_options(populate_existing=True))
    (step,) = await session.exec(select(TaskChange).execution_options(populate_existing=True))
    assert (task.member_id, step.member_id) == (network.telecom.id, network.telecom.id)


async def bound(network: Network, member: Member, chat_id: int) -> Group:
    group = Group(
        chat_id=chat_id,
        member_id=id_of(member),
        title="Trực ban",
        language=Language.VIETNAMESE,
        bound_by_id=id_of(network.an),
        bound_at=MORNING,
    )
    network.session.add(group)
    await network.session.flush()
    return group


async def test_the_group_moves_unless_the_one_that_stays_has_its_own(session: AsyncSession) -> None:
    network = await found_network(session)
    theirs = await bound(network, network.it, -1001)
    await merge(network, network.telecom, network.it)
    assert (theirs.member_id, theirs.left_at) == (network.telecom.id, None)

    third = await bound(network, network.postal, -1002)
    await merge(network, network.telecom, network.postal)
    assert third.left_at == LATER
    assert theirs.left_at is None


async def on_duty(network: Network, member: Member, who: Person) -> None:
    network.session.add_all(
        [
            DutyHours(member_id=id_of(member), weekday=0, begins=480, ends=1020),
            DutyWeek(member_id=id_of(member), monday=MONDAY, person_id=id_of(who), remind_at=MORNING),
        ]
    )
    await network.session.flush()


async def test_the_duty_roster_moves_unless_the_one_that_stays_has_its_own(session: AsyncSession) -> None:
    network = await found_network(session)
    await on_duty(network, network.it, network.dung)
    await merge(network, network.telecom, network.it)
    weeks = (await session.exec(select(DutyWeek.member_id, DutyWeek.person_id))).all()
    hours = (await session.exec(select(DutyHours.member_id))).all()
    assert (weeks, hours) == ([(network.telecom.id, network.dung.id)], [network.telecom.id])

    await on_duty(network, network.postal, network.chi)
    await merge(network, network.telecom, network.postal)
    weeks = (await session.exec(select(DutyWeek.member_id, DutyWeek.person_id))).all()
    assert weeks == [(network.telecom.id, network.dung.id)]


async def test_links_looks_and_the_roster_follow(session: AsyncSession) -> None:
    network = await found_network(session)
    await roster.refresh(session, member_ids=[id_of(network.telecom), id_of(network.it)])
    token = await invitations.mint(
        session, kind=InvitationKind.REPRESENTATIVE, by=network.coordinator, now=MORNING, member_id=id_of(network.it)
    )
    session.add(ContactLook(member_id=id_of(network.it), person_id=id_of(network.an), at=MORNING))
    await session.flush()

    await merge(network, network.telecom, network.it)

    opened = await invitations.open_by(session, token=token, person=network.an, now=LATER)
    assert opened.member_id == network.telecom.id
    assert (await session.exec(select(ContactLook.member_id))).all() == [network.telecom.id]
    assert (await session.exec(select(RosterEntry.member_id))).all() == [network.telecom.id]


async def test_an_invited_entry_that_stays_is_in_the_network_if_the_other_was(session: AsyncSession) -> None:
    network = await found_network(session)
    network.postal.status, network.it.approved_at = MemberStatus.INVITED, MORNING
    await session.flush()

    kept = await merge(network, network.postal, network.it)

    assert (kept.status, kept.approved_at) == (MemberStatus.APPROVED, MORNING)
    assert kept.confirmation_due_at is not None
    assert network.dung.menu_wanted == "representative:vi"


async def test_what_was_merged_before_leads_to_the_one_that_stays_in_the_end(session: AsyncSession) -> None:
    network = await found_network(session)
    await merge(network, network.it, network.postal)
    await merge(network, network.telecom, network.it)

    merged = await session.exec(
        select(Member.merged_into_id).where(Member.status == MemberStatus.MERGED).order_by(col(Member.id))
    )
    assert merged.all() == [network.telecom.id, network.telecom.id]


async def test_the_record_names_both_and_everyone_who_speaks_is_told_once(session: AsyncSession) -> None:
    network = await found_network(session)
    await merge(network, network.telecom, network.it, Field.NAME)

    entries = await session.exec(select(AuditEntry).where(AuditEntry.action == "members-merged"))
    after = {"kept_id": network.telecom.id, "merged_id": network.it.id, "fields_of_merged": ["name"]}
    assert {one.subject_id: one.after for one in entries} == {network.telecom.id: after, network.it.id: after}
    assert sorted(await told(session, BroadcastKind.MEMBERSHIP)) == sorted(
        id_of(one) for one in (network.an, network.binh, network.chi, network.dung)
    )


async def test_one_person_keeps_one_waiting_application(session: AsyncSession) -> None:
    network = await found_network(session)
    both = await person(session, 5001, "Người mới")
    for member in (network.telecom, network.it):
        await speak(session, both, member, status=RepresentativeStatus.PENDING)
        session.add(
            Application(
                kind=ApplicationKind.JOIN,
                member_id=id_of(member),
                person_id=id_of(both),
                status=ApplicationStatus.SUBMITTED,
                submitted_at=MORNING,
            )
        )
    await session.flush()

    await merge(network, network.telecom, network.it)

    found = (await session.exec(select(Application).execution_options(populate_existing=True))).all()
    assert [(one.member_id, one.status) for one in found] == [
        (network.telecom.id, ApplicationStatus.SUBMITTED),
        (network.telecom.id, ApplicationStatus.WITHDRAWN),
    ]


async def test_what_cannot_be_merged_is_refused_and_changes_nothing(session: AsyncSession) -> None:
    network = await found_network(session)
    with pytest.raises(SameBusiness):
        await merge(network, network.telecom, network.telecom)
    network.postal.status = MemberStatus.SUSPENDED
    with pytest.raises(NotMergeable):
        await merge(network, network.telecom, network.postal)
    session.add(
        Application(
            kind=ApplicationKind.CHANGE,
            member_id=id_of(network.it),
            person_id=id_of(network.dung),
            status=ApplicationStatus.SUBMITTED,
            submitted_at=MORNING,
            proposed={"before": {"name": "a"}, "after": {"name": "b"}},
        )
    )
    await session.flush()
    with pytest.raises(ChangeWaits):
        await merge(network, network.telecom, network.it)

    assert network.it.merged_into_id is None
    assert (await session.exec(select(AuditEntry).where(AuditEntry.action == "members-merged"))).all() == []


async def test_merging_twice_is_refused(session: AsyncSession) -> None:
    network = await found_network(session)
    await merge(network, network.telecom, network.it)

    with pytest.raises(NotMergeable):
        await merge(network, network.telecom, network.it)
    assert await accounts.roles(session, person=network.dung) == {"representative"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hoa sen", ["Công nghệ Hoa Sen"]),
        ("0100000003", ["Công nghệ Hoa Sen"]),
        ("01000", ["Bưu chính Long Biên", "Công nghệ Hoa Sen"]),
        ("cong nghe", ["Công nghệ Hoa Sen"]),
    ],
)
async def test_the_other_entry_is_found_by_its_tax_code_or_name(
    session: AsyncSession, text: str, found: list[str]
) -> None:
    network = await found_network(session)
    everyone = [id_of(one) for one in (network.telecom, network.postal, network.it)]
    await roster.refresh(session, member_ids=everyone)

    hits = await mergers.find(session, text=text, apart_from=id_of(network.telecom))

    assert [one.name for one in hits] == found


@pytest.mark.parametrize("text", ["sông hồng", "%", "", "không có đâu", "x" * 500])
async def test_what_is_not_found_is_said(session: AsyncSession, text: str) -> None:
    network = await found_network(session)
    await roster.refresh(session, member_ids=[id_of(network.telecom), id_of(network.it)])

    with pytest.raises(NobodyLikeThat):
        await mergers.find(session, text=text, apart_from=id_of(network.telecom))


async def test_what_was_typed_is_echoed_without_marks_that_turn_the_line_around(session: AsyncSession) -> None:
    network = await found_network(session)

    with pytest.raises(NobodyLikeThat) as refused:
        await mergers.find(session, text="Sông\u202e\u200b \n Lô", apart_from=id_of(network.telecom))

    assert refused.value.values == {"text": "Sông Lô"}
