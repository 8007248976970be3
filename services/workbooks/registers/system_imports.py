"""A list of systems compared with the register, then taken over.

An import adds and, where a coordinator agrees, corrects; it takes no system out. What a cell says takes the place of
what was there, a cell that is empty says nothing. Doing an import again finds everything the same and changes nothing.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.people import Person
from models.systems import InformationSystem, SystemContact, SystemLook
from services.ground.refusals import Refusal
from services.notation.spelling import search_key
from services.systems import businesses, register
from services.systems.businesses import NoSuchBusiness
from services.systems.entries import Party, SystemEntry
from services.workbooks.import_rows import Rejected
from services.workbooks.registers.system_rows import HOURS, SystemColumn, SystemRow

# So many systems in one transaction: it is over before anybody notices.
AT_ONCE = 50
PLAIN = {
    SystemColumn.NAME: "name",
    SystemColumn.ALSO: "also_called",
    SystemColumn.LEVEL: "level",
    SystemColumn.MARK: "mark",
    SystemColumn.COMMUNE: "commune_code",
    SystemColumn.SERVES: "serves",
}
PARTIES = {SystemColumn.OWNER: "owner", SystemColumn.OPERATOR: "operator"}
PROVIDERS = {SystemColumn.CONNECTIVITY: "connectivity", SystemColumn.SECURITY: "security"}


@dataclass
class SystemsPlan:
    """What an import would do: take in, change, leave as it is, turn away.

    `seen` are the revisions of the systems that it would change, by the search keys of their names.
    """

    new: list[SystemEntry] = field(default_factory=list)
    changed: list[SystemEntry] = field(default_factory=list)
    same: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)


@dataclass
class SystemsApplied:
    """What an import did; `surprising` counts systems that changed since they were shown: they stay as they are."""

    new: int = 0
    updated: int = 0
    surprising: int = 0


async def check(session: AsyncSession, *, rows: Sequence[SystemRow]) -> SystemsPlan:
    """Compare rows with the register."""
    plan = SystemsPlan()
    for row in rows:
        known = await register.named(session, name=row.name)
        before = await register.entry_of(session, system=known) if known is not None else SystemEntry()
        said = await _said(session, row, before)
        if isinstance(said, Rejected):
            plan.rejected.append(said)
        elif known is None:
            plan.new.append(said)
        elif said == before:
            plan.same += 1
        else:
            plan.changed.append(said)
            plan.seen[known.name_key] = known.revision
    return plan


async def _said(session: AsyncSession, row: SystemRow, before: SystemEntry) -> SystemEntry | Rejected:
    """Give what the register would say after a row, or why it cannot."""
    reasons: dict[StrEnum, Refusal] = {}
    new: dict[str, Any] = {field: row.said[column] for column, field in PLAIN.items() if column in row.said}
    for column, name in PARTIES.items():
        if column in row.said:
            new[name] = await _party(session, row.said[column])
    for column, name in PROVIDERS.items():
        if column in row.said:
            found = await _members(session, row.said[column])
            if isinstance(found, Refusal):
                reasons[column] = found
            else:
                new[name] = found
    if reasons:
        return Rejected(row.sent, reasons)
    said = [one for column in HOURS for one in row.said.get(column, ())]
    kept = [
        one for one in before.contacts if not any(one.hours is HOURS[column] for column in HOURS if column in row.said)
    ]
    return replace(before, **new, contacts=register.in_order([*kept, *said]))


async def _party(session: AsyncSession, text: str) -> Party:
    """Take the business that is called exactly so; any other name is kept as it is written."""
    member = await businesses.called(session, text=text)
    return Party(member.name, id_of(member)) if member is not None else Party(text)


async def _members(session: AsyncSession, names: Sequence[str]) -> tuple[int, ...] | NoSuchBusiness:
    found = []
    for name in names:
        member = await businesses.called(session, text=name)
        if member is None:
            return NoSuchBusiness(text=name[:60])
        found.append(id_of(member))
    return tuple(sorted(set(found)))


async def apply(
    session: AsyncSession,
    *,
    rows: Sequence[SystemRow],
    seen: Mapping[str, int],
    merge: bool,
    by: Person | None,
    now: datetime,
) -> SystemsApplied:
    """Take rows over in one transaction: new systems, and, if `merge` says so, changes of those that are as `seen`."""
    plan = await check(session, rows=rows)
    done = SystemsApplied()
    for entry in plan.new:
        await register.add(session, entry=entry, by=by, now=now)
        done.new += 1
    for entry in plan.changed if merge else ():
        key = search_key(entry.name)
        if seen.get(key) != plan.seen[key]:
            done.surprising += 1
            continue
        known = await register.named(session, name=entry.name)
        if known is not None:
            await register.change(session, system_id=id_of(known), seen=known.revision, entry=entry, by=by, now=now)
            done.updated += 1
    return done


async def entries(session: AsyncSession) -> AsyncIterator[tuple[SystemEntry, Sequence[str], Sequence[str]]]:
    """Give all systems in order of their names, each with the names of its providers."""
    query = (
        select(InformationSystem)
        .where(col(InformationSystem.retired_at).is_(None))
        .order_by(col(InformationSystem.sort_key), col(InformationSystem.id))
    )
    for system in (await session.exec(query)).all():
        entry = await register.entry_of(session, system=system)
        named = await businesses.names(session, ids={*entry.connectivity, *entry.security})
        yield entry, [named[one] for one in entry.connectivity], [named[one] for one in entry.security]


async def record_export(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Keep with every system for which anybody is called that somebody took the numbers out."""
    called = select(SystemContact.system_id).distinct()
    session.add_all(
        SystemLook(system_id=system_id, person_id=id_of(person), at=now, is_export=True)
        for system_id in (await session.exec(called)).all()
    )
