"""The register: systems that coordinators add, change and take out, each change against what they had seen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Representative, RepresentativeStatus
from models.people import Person
from models.systems import ContactHours, InformationSystem, Provision, SystemContact, SystemProvider
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.spelling import search_key, sort_key
from services.systems.entries import Called, Party, SystemEntry, checked


class SystemUnknown(Refusal):
    """There is no such system, or none that this person may see."""


class SystemNameTaken(Refusal):
    """Another system is called `name`."""


class SystemChangedMeanwhile(Refusal):
    """Somebody else changed the system after this person had opened it."""


async def in_use(session: AsyncSession, *, system_id: int) -> InformationSystem:
    """Find a system that is in the register; raises SystemUnknown."""
    system = await session.get(InformationSystem, system_id)
    if system is None or system.retired_at is not None:
        raise SystemUnknown
    return system


async def of_these_in_use(session: AsyncSession, *, system_ids: Sequence[int]) -> Sequence[int]:
    """Leave out of some systems (ids) those that were taken out of the register."""
    query = select(InformationSystem.id).where(
        col(InformationSystem.id).in_(system_ids), col(InformationSystem.retired_at).is_(None)
    )
    there = set((await session.exec(query)).all())
    return [one for one in system_ids if one in there]


async def holds_any(session: AsyncSession) -> bool:
    """Tell whether any system is in the register."""
    query = select(InformationSystem.id).where(col(InformationSystem.retired_at).is_(None)).limit(1)
    return (await session.exec(query)).first() is not None


async def named(session: AsyncSession, *, name: str) -> InformationSystem | None:
    """Find the system of a name, however it is spelled."""
    query = select(InformationSystem).where(
        InformationSystem.name_key == search_key(name), col(InformationSystem.retired_at).is_(None)
    )
    return (await session.exec(query)).first()


async def entry_of(session: AsyncSession, *, system: InformationSystem) -> SystemEntry:
    """Give all that the register says of a system."""
    system_id = id_of(system)
    providers = (
        select(SystemProvider).where(SystemProvider.system_id == system_id).order_by(col(SystemProvider.member_id))
    )
    found = (await session.exec(providers)).all()
    contacts = select(SystemContact).where(SystemContact.system_id == system_id).order_by(col(SystemContact.id))
    return SystemEntry(
        name=system.name,
        also_called=tuple(system.also_called.splitlines()),
        owner=Party(system.owner_name, system.owner_id),
        operator=Party(system.operator_name, system.operator_id),
        level=system.level,
        mark=system.mark,
        commune_code=system.commune_code,
        serves=system.serves,
        connectivity=tuple(one.member_id for one in found if one.provision is Provision.CONNECTIVITY),
        security=tuple(one.member_id for one in found if one.provision is Provision.SECURITY),
        contacts=in_order(
            Called(one.hours, one.name, one.title, one.phone) for one in (await session.exec(contacts)).all()
        ),
    )


def in_order(contacts: Iterable[Called]) -> tuple[Called, ...]:
    """Put people to call in the order of their hours."""
    hours = list(ContactHours)
    return tuple(sorted(contacts, key=lambda one: hours.index(one.hours)))


async def add(session: AsyncSession, *, entry: SystemEntry, by: Person | None, now: datetime) -> InformationSystem:
    """Take a system in; raises SystemNameTaken or what is wrong with a part of it."""
    checked(entry)
    await _refuse_taken(session, entry, None)
    system = InformationSystem(name="", mark=entry.mark, name_key="", sort_key="", words="", changed_at=now, revision=0)
    _write(system, entry, now)
    session.add(system)
    await session.flush()
    await _write_beside(session, system, entry)
    _record(session, system, "system-added", by, now, None, entry)
    return system


async def change(
    session: AsyncSession, *, system_id: int, seen: int, entry: SystemEntry, by: Person | None, now: datetime
) -> InformationSystem:
    """Let a system be what an entry says, if it still is as it was `seen` (its revision); the same changes nothing.

    Raises SystemUnknown, SystemChangedMeanwhile, SystemNameTaken or what is wrong with a part of it.
    """
    checked(entry)
    system = await in_use(session, system_id=system_id)
    if system.revision != seen:
        raise SystemChangedMeanwhile(name=system.name)
    await _refuse_taken(session, entry, system_id)
    before = await entry_of(session, system=system)
    if replace(before, contacts=()) == replace(entry, contacts=()) and before.contacts == in_order(entry.contacts):
        return system
    _write(system, entry, now)
    await session.flush()
    await _write_beside(session, system, entry)
    _record(session, system, "system-changed", by, now, before, entry)
    return system


async def retire(session: AsyncSession, *, system_id: int, by: Person, now: datetime) -> InformationSystem:
    """Take a system out of the register, and forget whom to call for it; raises SystemUnknown."""
    system = await in_use(session, system_id=system_id)
    system.retired_at = now
    await session.exec(delete(SystemContact).where(col(SystemContact.system_id) == system_id))
    audit.record(
        session,
        person=by,
        action="system-retired",
        subject="system",
        subject_id=system_id,
        now=now,
        before={"name": system.name},
    )
    return system


async def _refuse_taken(session: AsyncSession, entry: SystemEntry, system_id: int | None) -> None:
    other = await named(session, name=entry.name)
    if other is not None and other.id != system_id:
        raise SystemNameTaken(name=other.name)


def _write(system: InformationSystem, entry: SystemEntry, now: datetime) -> None:
    """Write what stands in the system's own row."""
    system.name, system.also_called = entry.name, "\n".join(entry.also_called)
    system.owner_name, system.owner_id = entry.owner.name, entry.owner.member_id
    system.operator_name, system.operator_id = entry.operator.name, entry.operator.member_id
    system.level, system.mark = entry.level, entry.mark
    system.commune_code, system.serves = entry.commune_code, entry.serves
    system.name_key, system.sort_key = search_key(entry.name), sort_key(entry.name)
    system.words = f" {words_of(entry)}"
    system.revision += 1
    system.changed_at = now


def words_of(entry: SystemEntry) -> str:
    """Give the words by which a system is found: its names, their initials, whose it is, and what it serves."""
    keys = [search_key(text) for text in (*entry.names, entry.owner.name, entry.operator.name, entry.serves)]
    initials = ["".join(word[0] for word in key.split()) for key in keys[: len(entry.names)]]
    return " ".join([*keys, *initials])


async def _write_beside(session: AsyncSession, system: InformationSystem, entry: SystemEntry) -> None:
    """Write providers and people to call anew."""
    system_id = id_of(system)
    await session.exec(delete(SystemProvider).where(col(SystemProvider.system_id) == system_id))
    await session.exec(delete(SystemContact).where(col(SystemContact.system_id) == system_id))
    for provision, members in (
        (Provision.CONNECTIVITY, entry.connectivity),
        (Provision.SECURITY, entry.security),
    ):
        session.add_all(
            SystemProvider(system_id=system_id, member_id=one, provision=provision) for one in dict.fromkeys(members)
        )
    known = await _people_of(session, [one.phone for one in entry.contacts])
    session.add_all(
        SystemContact(
            system_id=system_id,
            hours=one.hours,
            name=one.name,
            title=one.title,
            phone=one.phone,
            person_id=known.get(one.phone),
        )
        for one in in_order(entry.contacts)
    )
    await session.flush()


async def _people_of(session: AsyncSession, phones: Sequence[str]) -> dict[str, int]:
    """Find the people (ids) of the network who gave one of these numbers as theirs."""
    query = select(Representative.phone, Representative.person_id).where(
        col(Representative.phone).in_(phones), Representative.status == RepresentativeStatus.APPROVED
    )
    return dict((await session.exec(query)).all())


def _record(
    session: AsyncSession,
    system: InformationSystem,
    action: str,
    by: Person | None,
    now: datetime,
    before: SystemEntry | None,
    after: SystemEntry,
) -> None:
    """Leave an audit row; of the people to call it says only how many there are."""
    audit.record(
        session,
        person=by,
        action=action,
        subject="system",
        subject_id=id_of(system),
        now=now,
        before=_recorded(before) if before is not None else None,
        after=_recorded(after),
    )


def _recorded(entry: SystemEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "owner": entry.owner.name,
        "operator": entry.operator.name,
        "level": entry.level,
        "mark": entry.mark,
        "commune": entry.commune_code,
        "providers": [list(entry.connectivity), list(entry.security)],
        "contacts": len(entry.contacts),
    }
