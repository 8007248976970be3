"""Imports: a list of businesses compared with the network, then taken over a few hundred rows at a time.

An import adds and, where a coordinator agrees, corrects; it never takes anything away. Sectors and capabilities of a
row are added to those that a business has. Doing an import again finds everything the same and changes nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.audit import AuditEntry
from models.identity import id_of
from models.jobs import Job, JobKind
from models.members import Member, MemberCapability, MemberSector, MemberStatus, Sector
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.jobs.queue import JobUnknown
from services.members import entries as roster
from services.members import renaming
from services.people import businesses
from services.workbooks.import_rows import Entry, Rejected
from services.workbooks.lists import Column

# So many rows in one transaction: it is over before anybody notices.
AT_ONCE = 250
SEAL_LENGTH = 12
# Their values stay out of the record: a household's name is a person's, and a phone number may be one's own.
UNRECORDED = (Column.NAME, Column.PHONE)


class BusinessMerged(Refusal):
    """The business of this tax code was merged into `name`."""


class ImportSettled(Refusal):
    """What is to become of this list was decided already."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a row says otherwise than the network knows, in values that JSON can hold."""

    column: Column
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """A business that is known and of which a row says something else."""

    entry: Entry
    member_id: int
    name: str
    differences: tuple[Difference, ...]

    def seal(self) -> str:
        """Give a short mark of exactly these differences: what was agreed to is what carries it."""
        values = [[one.column, one.old, one.new] for one in self.differences]
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:SEAL_LENGTH]


@dataclass
class Plan:
    """What an import would do: take in, correct, leave as it is, turn away."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def add(self, other: "Plan") -> None:
        """Take the next rows' plan in."""
        self.new += other.new
        self.changed += other.changed
        self.same += other.same
        self.rejected += other.rejected

    def shown(self) -> dict[str, str]:
        """Give the seal of each change by its tax code."""
        return {change.entry.tax_code: change.seal() for change in self.changed}


@dataclass(frozen=True)
class Source:
    """Where an import comes from: the job, who asked for it (nobody at the command line), and its one instant.

    All businesses that it takes in are registered at this instant, by which they are found together.
    """

    job_id: int | None
    by: Person | None
    at: datetime


@dataclass
class Applied:
    """What an import did; `surprising` are businesses whose differences nobody has seen: they stay as they are."""

    new: int = 0
    updated: int = 0
    kept: int = 0
    same: int = 0
    surprising: list[str] = field(default_factory=list)

    def add(self, other: "Applied") -> None:
        """Count the next rows in."""
        self.new += other.new
        self.updated += other.updated
        self.kept += other.kept
        self.same += other.same
        self.surprising += other.surprising


async def check(session: AsyncSession, *, entries: Sequence[Entry]) -> Plan:
    """Compare rows, at most some hundreds at once, with what the network knows, field by field."""
    known = await _known(session, [entry.tax_code for entry in entries])
    plan = Plan()
    for entry in entries:
        business = known.get(entry.tax_code)
        if business is None:
            plan.new.append(entry)
        elif business.merged_into is not None:
            refusal = BusinessMerged(name=business.merged_into)
            plan.rejected.append(Rejected(entry.sent, {Column.TAX_CODE: refusal}, entry.titles))
        elif differences := tuple(_differences(business, entry)):
            plan.changed.append(Change(entry, id_of(business.member), business.member.name, differences))
        else:
            plan.same += 1
    return plan


@dataclass
class _Known:
    """A business as the network knows it."""

    member: Member
    merged_into: str | None = None
    sectors: set[Sector] = field(default_factory=set)
    capabilities: dict[int, int] = field(default_factory=dict)


async def _known(session: AsyncSession, tax_codes: Sequence[str]) -> dict[str, _Known]:
    members = await session.exec(select(Member).where(col(Member.tax_code).in_(tax_codes)))
    known = {id_of(member): _Known(member) for member in members}
    for row in await session.exec(select(MemberSector).where(col(MemberSector.member_id).in_(known))):
        known[row.member_id].sectors.add(row.sector)
    for held in await session.exec(select(MemberCapability).where(col(MemberCapability.member_id).in_(known))):
        known[held.member_id].capabilities[held.capability_id] = held.headcount
    merged = {one.member.merged_into_id for one in known.values() if one.member.status is MemberStatus.MERGED}
    into = await session.exec(select(Member).where(col(Member.id).in_(merged)))
    names = {member.id: member.name for member in into}
    for one in known.values():
        if one.member.status is MemberStatus.MERGED:
            one.merged_into = names.get(one.member.merged_into_id, one.member.name)
    return {one.member.tax_code: one for one in known.values()}


def _differences(known: _Known, entry: Entry) -> Iterable[Difference]:
    """Say what a row would change; a cell that is empty says nothing."""
    member = known.member
    sectors = [sector for sector in Sector if sector in known.sectors]
    all_sectors = [sector for sector in Sector if sector in known.sectors | set(entry.sectors)]
    capabilities = _listed(known.capabilities)
    all_capabilities = _listed({**known.capabilities, **dict(entry.capabilities or ())})
    fields = (
        (Column.NAME, member.name, entry.name),
        (Column.SECTORS, sectors, all_sectors),
        (Column.COMMUNE, member.commune_code, entry.commune_code),
        (Column.PHONE, member.phone, entry.phone or member.phone),
        (Column.CAPABILITIES, capabilities, all_capabilities),
    )
    return (Difference(column, old, new) for column, old, new in fields if old != new)


def _listed(capabilities: Mapping[int, int]) -> list[list[int]]:
    return [[capability_id, headcount] for capability_id, headcount in sorted(capabilities.items())]


async def apply(
    session: AsyncSession, *, entries: Sequence[Entry], shown: Mapping[str, str], merge: bool, source: Source
) -> Applied:
    """Take rows over, at most some hundreds at once, in one transaction; what has changed meanwhile is compared anew.

    New businesses are invited. Known ones are corrected when `merge` says so and their differences are those that
    were shown (seals by tax code). Nothing else is written.
    """
    plan = await check(session, entries=entries)
    agreed = [change for change in plan.changed if shown.get(change.entry.tax_code) == change.seal()]
    surprising = [change.name for change in plan.changed if shown.get(change.entry.tax_code) != change.seal()]
    changes = agreed if merge else []
    touched = [*await _invite(session, plan.new, source), *await _correct(session, changes, source)]
    if touched:
        await roster.refresh(session, member_ids=touched)
    return Applied(
        new=len(plan.new),
        updated=len(changes),
        kept=len(agreed) - len(changes),
        same=plan.same,
        surprising=surprising,
    )


async def _invite(session: AsyncSession, entries: Sequence[Entry], source: Source) -> Sequence[int]:
    """Take in businesses that nobody speaks for yet; give their ids."""
    if not entries:
        return ()
    await session.exec(insert(Member), params=[_member(entry, source) for entry in entries])
    codes = [entry.tax_code for entry in entries]
    rows = await session.exec(select(Member.tax_code, Member.id).where(col(Member.tax_code).in_(codes)))
    ids = {tax_code: member_id for tax_code, member_id in rows if member_id is not None}
    await _add_all(
        session,
        MemberSector,
        [{"member_id": ids[entry.tax_code], "sector": sector} for entry in entries for sector in entry.sectors],
    )
    counted_in = await businesses.units(session)
    await _add_all(
        session,
        MemberCapability,
        [
            {
                "member_id": ids[entry.tax_code],
                "capability_id": capability_id,
                "headcount": number,
                "unit": counted_in[capability_id],
            }
            for entry in entries
            for capability_id, number in entry.capabilities or ()
        ],
    )
    invited = {"status": MemberStatus.INVITED, "import": source.job_id}
    await _record(session, source, "business-invited", [(member_id, None, invited) for member_id in ids.values()])
    return list(ids.values())


def _member(entry: Entry, source: Source) -> dict[str, Any]:
    return {
        "tax_code": entry.tax_code,
        "name": entry.name,
        "status": MemberStatus.INVITED,
        "commune_code": entry.commune_code,
        "phone": entry.phone,
        "registered_at": source.at,
    }


async def _correct(session: AsyncSession, changes: Sequence[Change], source: Source) -> Sequence[int]:
    """Write the differences that were agreed to; give the ids of their businesses."""
    wanted = {change.member_id: {one.column: one.new for one in change.differences} for change in changes}
    for member in await session.exec(select(Member).where(col(Member.id).in_(wanted))):
        new = wanted[id_of(member)]
        renaming.rename(member, name=new.get(Column.NAME, member.name))
        member.commune_code = new.get(Column.COMMUNE, member.commune_code)
        member.phone = new.get(Column.PHONE, member.phone)
    await session.flush()
    await _replace(
        session,
        MemberSector,
        {
            member_id: [{"sector": sector} for sector in new[Column.SECTORS]]
            for member_id, new in wanted.items()
            if Column.SECTORS in new
        },
    )
    counted_in = await businesses.units(session)
    await _replace(
        session,
        MemberCapability,
        {
            member_id: [
                {"capability_id": held, "headcount": number, "unit": counted_in[held]}
                for held, number in new[Column.CAPABILITIES]
            ]
            for member_id, new in wanted.items()
            if Column.CAPABILITIES in new
        },
    )
    await _record(session, source, "business-corrected", [_recorded(change, source) for change in changes])
    return list(wanted)


def _recorded(change: Change, source: Source) -> tuple[int, dict[str, Any], dict[str, Any]]:
    """Say what of a business changed: the fields, and the values of those that are nobody's own."""
    told = [one for one in change.differences if one.column not in UNRECORDED]
    fields = [str(one.column) for one in change.differences]
    return (
        change.member_id,
        {str(one.column): one.old for one in told},
        {"fields": fields, "import": source.job_id, **{str(one.column): one.new for one in told}},
    )


async def _replace(
    session: AsyncSession,
    table: type[MemberSector] | type[MemberCapability],
    rows: Mapping[int, Sequence[Mapping[str, Any]]],
) -> None:
    """Write the sectors or capabilities of some businesses anew; none of what they had is missing from the rows."""
    if rows:
        await session.exec(delete(table).where(col(table.member_id).in_(rows)))
    await _add_all(session, table, [{"member_id": member_id, **row} for member_id, own in rows.items() for row in own])


async def _add_all(
    session: AsyncSession, table: type[MemberSector] | type[MemberCapability], rows: Sequence[dict[str, Any]]
) -> None:
    if rows:
        await session.exec(insert(table), params=rows)


async def _record(
    session: AsyncSession,
    source: Source,
    action: str,
    entries: Sequence[tuple[int, dict[str, Any] | None, dict[str, Any]]],
) -> None:
    """Write one audit row for each business, all by one statement."""
    rows = [
        {
            "at": source.at,
            "person_id": source.by.id if source.by else None,
            "action": action,
            "subject": "member",
            "subject_id": member_id,
            "before": before,
            "after": after,
        }
        for member_id, before, after in entries
    ]
    if rows:
        await session.exec(insert(AuditEntry), params=rows)


def check_undecided(job: Job) -> None:
    """Make sure that a job is a check whose result waits for a decision; raises JobUnknown or ImportSettled."""
    if job.kind is not JobKind.CHECK_IMPORT or "shown" not in job.found:
        raise JobUnknown
    if "decision" in job.found:
        raise ImportSettled


def decide(job: Job, *, decision: str) -> None:
    """Keep what a coordinator decided on a checked list; raises JobUnknown or ImportSettled."""
    check_undecided(job)
    job.found = {**job.found, "decision": decision}


def conclude(session: AsyncSession, *, source: Source, applied: Applied, rejected: int) -> None:
    """Write down what an import did as a whole; one that changed nothing leaves no trace."""
    if not applied.new + applied.updated:
        return
    audit.record(
        session,
        person=source.by,
        action="import",
        subject="job",
        subject_id=source.job_id,
        now=source.at,
        after={
            "new": applied.new,
            "updated": applied.updated,
            "kept": applied.kept,
            "same": applied.same,
            "left": len(applied.surprising),
            "rejected": rejected,
        },
    )
