"""People: who they are, what they may do, what they agreed to, what they read."""

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.people import Consent, Language, Purpose, Role
from services.people import accounts
from tests.network import lose, lost
from tests.services.cast import LATER, NOON, approved, coordinator, newcomer, registered


async def test_whoever_writes_again_is_the_same_person_with_their_new_name(session: AsyncSession) -> None:
    first = await newcomer(session, 1001)
    again = await accounts.recognise(session, telegram_id=1001, name="Trần Lan", language=Language.ENGLISH, now=LATER)
    assert again.id == first.id
    assert (again.name, again.language, again.created_at) == ("Trần Lan", Language.VIETNAMESE, NOON)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("\u202eAn  \u200bNguyễn", "An Nguyễn"), ("\u3164", "—"), ("An\x00\ud83d", "An"), ("😀" * 64, "😀" * 64)],
)
async def test_a_name_is_kept_without_what_nobody_sees(session: AsyncSession, written: str, kept: str) -> None:
    person = await accounts.recognise(session, telegram_id=1001, name=written, language=Language.VIETNAMESE, now=NOON)

    assert person.name == kept


async def test_whoever_writes_is_reachable_again(session: AsyncSession) -> None:
    person = await newcomer(session, 1001)
    await lose(person, session, now=NOON)
    again = await newcomer(session, 1001)
    assert await lost(again, session) == (None, None)


async def test_someone_new_is_a_stranger(session: AsyncSession) -> None:
    assert await accounts.roles(session, person=await newcomer(session)) == {Role.STRANGER}


async def test_a_representative_needs_the_approval(session: AsyncSession) -> None:
    waits, is_in = await newcomer(session, 1001), await newcomer(session, 1002)
    await registered(session, waits)
    assert await accounts.roles(session, person=waits) == {Role.STRANGER}
    assert not await accounts.speaks_for_anyone(session, person=is_in)


async def test_a_coordinator_who_also_represents_a_business_is_both(session: AsyncSession) -> None:
    person = await coordinator(session, 1001)
    await approved(session, await newcomer(session, 1001))
    assert await accounts.roles(session, person=person) == {Role.COORDINATOR, Role.REPRESENTATIVE}
    assert person.menu_wanted == "coordinator:vi"


async def test_the_settings_make_exactly_these_people_owners(session: AsyncSession) -> None:
    for ids in ([1, 2], [2, 3]):
        await accounts.appoint_owners(session, telegram_ids=ids, language=Language.VIETNAMESE, now=NOON)
    assert sorted(person.telegram_id for person in await accounts.owners(session)) == [2, 3]
    roles = await session.exec(select(AuditEntry).where(AuditEntry.action == "role"))
    assert len(roles.all()) == 4


async def test_owners_coordinators_and_duty_officers_coordinate_but_observers_do_not(session: AsyncSession) -> None:
    for number, role in enumerate((Role.OWNER, Role.COORDINATOR, Role.DUTY_OFFICER, Role.OBSERVER)):
        person = await newcomer(session, number + 1)
        await accounts.assign_role(session, person=person, role=role, by=None, now=NOON)
    assert [person.telegram_id for person in await accounts.coordinators(session)] == [1, 2, 3]


def test_the_menu_is_the_one_of_the_widest_role() -> None:
    menus = {role: accounts.menu_for(frozenset({role})) for role in Role}
    assert menus == {
        Role.OWNER: "owner",
        Role.COORDINATOR: "coordinator",
        Role.DUTY_OFFICER: "coordinator",
        Role.OBSERVER: "observer",
        Role.REPRESENTATIVE: "representative",
        Role.STRANGER: "stranger",
    }
    assert accounts.menu_for(frozenset()) == "stranger"
    assert accounts.menu_for(frozenset({Role.OBSERVER, Role.REPRESENTATIVE})) == "representative"
    assert accounts.menu_for(frozenset({Role.OWNER, Role.OBSERVER})) == "owner"


async def test_nobody_consents_for_somebody_else(session: AsyncSession) -> None:
    await newcomer(session, 1)
    other = await newcomer(session, 2, agrees=False)
    assert await accounts.valid_consent(session, person=other, purpose=Purpose.MEMBERSHIP) is None


async def test_a_consent_is_kept_with_its_text_and_time_once(session: AsyncSession) -> None:
    person = await newcomer(session, agrees=False)
    for moment in (NOON, LATER):
        await accounts.consent(session, person=person, purpose=Purpose.MEMBERSHIP, now=moment)
    (kept,) = (await session.exec(select(Consent))).all()
    assert (kept.person_id, kept.text_version, kept.given_at) == (person.id, accounts.CONSENT_VERSION, NOON)


async def test_only_a_consent_to_the_text_in_force_is_valid(
    session: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await newcomer(session)
    assert await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is not None
    monkeypatch.setattr(accounts, "CONSENT_VERSION", "2027-01")
    assert await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is None


async def test_a_withdrawn_consent_is_none(session: AsyncSession) -> None:
    person = await newcomer(session)
    given = await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP)
    assert given is not None
    given.withdrawn_at = LATER
    await session.flush()
    assert await accounts.valid_consent(session, person=person, purpose=Purpose.MEMBERSHIP) is None


async def test_a_consent_is_withdrawn_for_one_purpose_and_one_person_alone(session: AsyncSession) -> None:
    people = [await newcomer(session, number) for number in (1, 2)]
    for person in people:
        await accounts.consent(session, person=person, purpose=Purpose.LISTING, now=NOON)

    await accounts.withdraw(session, person=people[0], purpose=Purpose.LISTING, now=LATER)

    assert [
        (person.telegram_id, purpose)
        for person in people
        for purpose in (Purpose.MEMBERSHIP, Purpose.LISTING)
        if await accounts.valid_consent(session, person=person, purpose=purpose) is not None
    ] == [(1, Purpose.MEMBERSHIP), (2, Purpose.MEMBERSHIP), (2, Purpose.LISTING)]


async def test_another_language_is_on_record_and_changes_the_menu(session: AsyncSession) -> None:
    person = await newcomer(session)
    await accounts.choose_language(session, person=person, language=Language.ENGLISH, now=LATER)
    assert person.menu_wanted == "stranger:en"
    entry = (await session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()))).first()
    assert entry is not None
    assert (entry.before, entry.after) == ({"language": "vi"}, {"language": "en"})


async def test_a_menu_is_stale_until_telegram_was_told(session: AsyncSession) -> None:
    person = await newcomer(session)
    await accounts.refresh_menu(session, person=person)
    assert [one.id for one in await accounts.with_stale_menu(session, limit=5)] == [person.id]
    await accounts.menu_was_shown(session, person_id=id_of(person), menu="stranger:vi")
    assert await accounts.with_stale_menu(session, limit=5) == []
