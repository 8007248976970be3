"""The roster's index: what each business is found by, kept in a narrow table beside the businesses themselves."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.members import (
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.roster import RosterEntry
from services.roster_words import national_digits, other_words
from services.spelling import search_key, sort_key

# Who is found at all; which of them a person may see depends on who asks.
LISTED = (MemberStatus.APPROVED, MemberStatus.SUSPENDED, MemberStatus.PENDING, MemberStatus.INVITED)
AT_ONCE = 500


@dataclass
class _Sheet:
    """What is gathered of one business before its entry is written."""

    member: Member
    sectors: list[Sector] = field(default_factory=list)
    capability_ids: list[int] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)


async def refresh(session: AsyncSession, *, member_ids: Collection[int]) -> None:
    """Index some businesses (ids) anew, in the transaction that changed them or their representatives.

    Businesses that left, were merged or turned down lose their entries. Some six statements for 500 businesses.
    """
    names = await _capability_names(session)
    for ids in _portions(sorted(set(member_ids))):
        await session.exec(delete(RosterEntry).where(col(RosterEntry.member_id).in_(ids)))
        rows = [_entry(sheet, names) for sheet in await _sheets(session, ids)]
        if rows:
            await session.exec(insert(RosterEntry), params=rows)


async def index_missing(session: AsyncSession) -> int:
    """Index businesses that have no entry though they should, as in a database from before; returns how many."""
    query = (
        select(Member.id)
        .outerjoin(RosterEntry, col(RosterEntry.member_id) == Member.id)
        .where(col(RosterEntry.member_id).is_(None), col(Member.status).in_(LISTED))
    )
    missing = [member_id for member_id in await session.exec(query) if member_id is not None]
    await refresh(session, member_ids=missing)
    return len(missing)


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


async def _capability_names(session: AsyncSession) -> dict[int, tuple[str, str]]:
    rows = await session.exec(select(Capability.id, Capability.name_vi, Capability.name_en))
    return {number: (name_vi, name_en) for number, name_vi, name_en in rows if number is not None}


async def _sheets(session: AsyncSession, ids: Sequence[int]) -> Iterable[_Sheet]:
    members = await session.exec(select(Member).where(col(Member.id).in_(ids), col(Member.status).in_(LISTED)))
    sheets = {member.id: _Sheet(member) for member in members}
    for sheet in sheets.values():
        sheet.phones += [sheet.member.phone] if sheet.member.phone else []
    for sector in await session.exec(select(MemberSector).where(col(MemberSector.member_id).in_(sheets))):
        sheets[sector.member_id].sectors.append(sector.sector)
    for held in await session.exec(select(MemberCapability).where(col(MemberCapability.member_id).in_(sheets))):
        sheets[held.member_id].capability_ids.append(held.capability_id)
    numbers = select(Representative.member_id, Representative.phone).where(
        col(Representative.member_id).in_(sheets), Representative.status == RepresentativeStatus.APPROVED
    )
    for member_id, phone in await session.exec(numbers):
        sheets[member_id].phones.append(phone)
    return sheets.values()


def _entry(sheet: _Sheet, names: dict[int, tuple[str, str]]) -> dict[str, Any]:
    member = sheet.member
    name_key = search_key(member.name)
    return {
        "member_id": member.id,
        "sort_key": sort_key(member.name),
        "name_key": name_key,
        "words": other_words(
            name_key=name_key,
            tax_code=member.tax_code,
            sectors=sheet.sectors,
            commune_code=member.commune_code,
            capability_names=[name for held in sheet.capability_ids for name in names[held]],
        ),
        "phones": "".join(f" {national_digits(phone)}" for phone in dict.fromkeys(sheet.phones)),
    }
