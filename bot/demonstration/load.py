"""Filling a database with the demonstration province."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.base import catalogue
from bot.demonstration import above, drills, past, reports, systems
from bot.demonstration.businesses import Business, Spokesperson, businesses
from bot.demonstration.cast import COORDINATOR_ID, DUTY_OFFICER_ID, OBSERVER_ID, REPRESENTATIVE_IDS, STAFF_NAMES
from bot.demonstration.identities import FIRST_TELEGRAM_ID, LAST_TELEGRAM_ID
from bot.demonstration.texts import words
from handlers.frame.office import Office
from models.audit import AuditEntry
from models.capabilities import Capability
from models.database import Database
from models.identity import id_of
from models.incidents import Severity
from models.members import (
    ContactKind,
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
)
from models.people import Language, Person, Purpose, Role
from services.ground import audit
from services.people import accounts
from services.places import communes
from services.policies import editing, versions
from services.policies.terms import DEFAULTS, Quiet

STAFF = {
    COORDINATOR_ID: Role.COORDINATOR,
    DUTY_OFFICER_ID: Role.DUTY_OFFICER,
    OBSERVER_ID: Role.OBSERVER,
}
LOADED = "demonstration-loaded"
# Businesses came in one after another over the last months.
BETWEEN_REGISTRATIONS = timedelta(hours=31)
TIME_TO_APPROVE = timedelta(hours=5)


class NotADemonstration(Exception):
    """The database holds something else than this province's demonstration; the message says what, and what to do."""


@dataclass(frozen=True)
class Loaded:
    """How much was added; nothing when the demonstration was there already."""

    members: int = 0
    representatives: int = 0
    capabilities: int = 0


async def load(database: Database, *, office: Office, now: datetime) -> Loaded:
    """Fill an empty database, or complete one that holds the demonstration; what is there stays as it is.

    Raises NotADemonstration, or ProvinceUnknown. What people of the demonstration registered is no obstacle.
    """
    wanted = businesses(office.province_code)
    async with database.writing() as session:
        known = {member.tax_code: member for member in await session.exec(select(Member))}
        _refuse_another_province(known, wanted, office)
        if await _was_loaded(session):
            return Loaded()
        _refuse_foreign(known, wanted, office)
        staff = await _appoint_staff(session, office, now)
        await above.fill(session, staff=staff, now=now)
        stocked = await catalogue.stock(session, now=now)
        await _take_in(session, wanted, office, now)
        await _set_policies(session, now)
        by = (await accounts.coordinators(session))[0]
        await drills.plan(session, office=office, by=by, now=now)
        await systems.register_all(session, members=wanted, by=by, now=now)
        await past.play(session, office=office, by=by, now=now)
        await reports.send(session, staff=staff, office=office, now=now)
        representatives = sum(len(business.spokespeople) for business in wanted)
        return Loaded(members=len(wanted), representatives=representatives, capabilities=stocked)


async def _was_loaded(session: AsyncSession) -> bool:
    """Tell whether the province was filled before: what was played since, imports and departures too, stays."""
    return (await session.exec(select(AuditEntry.id).where(AuditEntry.action == LOADED).limit(1))).first() is not None


def _refuse_foreign(known: Mapping[str, Member], wanted: Sequence[Business], office: Office) -> None:
    """Refuse to mix with real businesses."""
    codes = {business.tax_code for business in wanted}
    foreign = [member.name for code, member in known.items() if code not in codes]
    if foreign:
        raise NotADemonstration(words(office.language, "refused-foreign", count=len(foreign), name=foreign[0]))


def _refuse_another_province(known: Mapping[str, Member], wanted: Sequence[Business], office: Office) -> None:
    places = [communes.commune(known[each.tax_code].commune_code) for each in wanted if each.tax_code in known]
    if any(place.province_code != office.province_code for place in places):
        province = communes.province(office.province_code).name
        raise NotADemonstration(words(office.language, "refused-province", province=province))


async def _appoint_staff(session: AsyncSession, office: Office, now: datetime) -> Mapping[int, Person]:
    """Give the coordinators their roles, and give them by Telegram id; whom the settings made an owner stays one."""
    staff = {}
    for telegram_id, role in STAFF.items():
        person = await accounts.recognise(
            session, telegram_id=telegram_id, name=STAFF_NAMES[telegram_id], language=office.language, now=now
        )
        staff[telegram_id] = person
        if person.staff_role is None:
            await accounts.assign_role(session, person=person, role=role, by=None, now=now)
    return staff


async def _set_policies(session: AsyncSession, now: datetime) -> None:
    """Let what is serious call in waves, and what is low keep quiet at night: the others are as the product came."""
    coordinator = (await accounts.coordinators(session))[0]
    changed = {
        Severity.SERIOUS: editing.with_suggested_waves(DEFAULTS[Severity.SERIOUS]),
        Severity.LOW: replace(DEFAULTS[Severity.LOW], quiet=Quiet(22 * 60, 6 * 60)),
    }
    for severity, policy in changed.items():
        await versions.change(session, severity=severity, policy=policy, by=coordinator, now=now)


async def _take_in(session: AsyncSession, missing: Sequence[Business], office: Office, now: datetime) -> None:
    """Write businesses and their people down, many rows at a time, as if they had registered one after another."""
    taken_in = await _add_members(session, missing, now)
    everybody = await _add_people(session, taken_in, office)
    for member, business in taken_in:
        session.add_all(
            _representative(member, everybody[each.telegram_id], each, is_first=place == 0)
            for place, each in enumerate(business.spokespeople)
        )
    await session.flush()
    for member, business in taken_in:
        for each in business.spokespeople:
            person = everybody[each.telegram_id]
            with session.no_autoflush:
                for purpose in Purpose:
                    accounts.take_consent(session, person=person, purpose=purpose, now=member.registered_at)
                await accounts.refresh_menu(session, person=person)
    after = {"members": len(missing)}
    audit.record(session, person=None, action=LOADED, subject="member", subject_id=None, now=now, after=after)


async def _add_members(
    session: AsyncSession, missing: Sequence[Business], now: datetime
) -> Sequence[tuple[Member, Business]]:
    first_came = now - len(missing) * BETWEEN_REGISTRATIONS
    moments = [first_came + place * BETWEEN_REGISTRATIONS for place in range(len(missing))]
    taken_in = [(_member(business, came), business) for business, came in zip(missing, moments, strict=True)]
    session.add_all(member for member, _ in taken_in)
    await session.flush()
    known = {row.name_vi: row for row in await session.exec(select(Capability))}
    for member, business in taken_in:
        member_id = id_of(member)
        session.add_all(MemberSector(member_id=member_id, sector=sector) for sector in business.sectors)
        session.add_all(
            MemberCapability(
                member_id=member_id, capability_id=id_of(known[name]), headcount=headcount, unit=known[name].unit
            )
            for name, headcount in business.capabilities.items()
            if name in known
        )
    return taken_in


def _member(business: Business, came: datetime) -> Member:
    return Member(
        tax_code=business.tax_code,
        name=business.name,
        status=MemberStatus.APPROVED,
        commune_code=business.commune_code,
        registered_at=came,
        approved_at=came + TIME_TO_APPROVE,
    )


async def _add_people(
    session: AsyncSession, taken_in: Sequence[tuple[Member, Business]], office: Office
) -> Mapping[int, Person]:
    """Take in everybody who speaks for a business, and give them by Telegram id."""
    played = select(Person).where(col(Person.telegram_id).between(FIRST_TELEGRAM_ID, LAST_TELEGRAM_ID))
    everybody = {person.telegram_id: person for person in await session.exec(played)}
    for member, business in taken_in:
        for each in business.spokespeople:
            if each.telegram_id not in everybody:
                everybody[each.telegram_id] = _person(each, office, member.registered_at)
    session.add_all(everybody.values())
    await session.flush()
    return everybody


def _person(spokesperson: Spokesperson, office: Office, came: datetime) -> Person:
    is_played_by_hand = spokesperson.telegram_id in REPRESENTATIVE_IDS.values()
    language = office.language if is_played_by_hand else Language.VIETNAMESE
    return Person(telegram_id=spokesperson.telegram_id, name=spokesperson.name, language=language, created_at=came)


def _representative(member: Member, person: Person, spokesperson: Spokesperson, *, is_first: bool) -> Representative:
    return Representative(
        member_id=id_of(member),
        person_id=id_of(person),
        name=spokesperson.name,
        title=spokesperson.title,
        phone=spokesperson.phone,
        contact=ContactKind.PRIMARY if is_first else ContactKind.BACKUP,
        status=RepresentativeStatus.APPROVED,
    )
