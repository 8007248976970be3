"""The roster's index: what each business is found by, kept in a narrow table beside the businesses themselves."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from secrets import token_hex
from typing import Any

from sqlalchemy import insert
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from models.capabilities import Capability
from models.identity import id_of
from models.members import (
    LISTED,
    Member,
    MemberCapability,
    MemberSector,
    MemberStatus,
    Representative,
    RepresentativeStatus,
    Sector,
)
from models.roster import RosterChange, RosterEntry
from services.members.entry_words import key_of, national_digits, other_words, short_name
from services.notation.spelling import search_key, sort_key
from services.notation.tax_codes import is_personal

# The businesses that are found at all; which of them are shown depends on the person who asks.
AT_ONCE = 500
# A process that keeps the roster in memory and is further behind than so many changes reads it anew.
CHANGES_KEPT = 1000


@dataclass
class _Sheet:
    """What is gathered of one business before its entry is written."""

    member_id: int
    name: str
    tax_code: str
    commune_code: str
    status: MemberStatus = MemberStatus.PENDING
    sectors: list[Sector] = field(default_factory=list)
    capability_ids: list[int] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)


async def refresh(session: AsyncSession, *, member_ids: Collection[int]) -> None:
    """Index some businesses (ids) anew, in the transaction that changed them or their representatives.

    Businesses that left, were merged or turned down lose their entries. Some eight statements for 500 businesses.
    """
    capabilities = await _words_of_capabilities(session)
    for ids in _portions(sorted(set(member_ids))):
        await session.exec(delete(RosterEntry).where(col(RosterEntry.member_id).in_(ids)))
        rows = [_entry(sheet, capabilities) for sheet in await _sheets(session, ids)]
        if rows:
            await session.exec(insert(RosterEntry), params=rows)
        await _tell(session, ids)


async def _tell(session: AsyncSession, ids: Sequence[int]) -> None:
    """Tell those who keep the roster in memory whose entries changed."""
    change = RosterChange(mark=token_hex(8), member_ids=list(ids))
    session.add(change)
    await session.flush()
    await session.exec(delete(RosterChange).where(col(RosterChange.id) <= id_of(change) - CHANGES_KEPT))


async def index_missing(session: AsyncSession) -> int:
    """Index businesses that have no entry though they should, as in a database from before; returns how many."""
    missing = [member_id for member_id in await session.exec(_missing()) if member_id is not None]
    if missing:
        await refresh(session, member_ids=missing)
    return len(missing)


@cache
def _missing() -> SelectOfScalar[int] | SelectOfScalar[None]:
    return (
        select(Member.id)
        .outerjoin(RosterEntry, col(RosterEntry.member_id) == Member.id)
        .where(col(RosterEntry.member_id).is_(None), col(Member.status).in_(LISTED))
    )


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


async def _words_of_capabilities(session: AsyncSession) -> dict[int, str]:
    """Give the words of every capability in both languages, in search spelling."""
    rows = await session.exec(select(Capability.id, Capability.name_vi, Capability.name_en))
    return {number: search_key(f"{vi} {en}") for number, vi, en in rows if number is not None}


async def _sheets(session: AsyncSession, ids: Sequence[int]) -> Iterable[_Sheet]:
    """Gather what is indexed of some businesses, by columns: whole rows would take twice the time."""
    sheets: dict[int | None, _Sheet] = {}
    named = select(col(Member.id), col(Member.name), col(Member.tax_code), col(Member.commune_code))
    for member_id, name, tax_code, commune_code in await session.exec(named.where(col(Member.id).in_(ids))):
        sheets[member_id] = _Sheet(member_id or 0, name, tax_code, commune_code)
    standing = select(col(Member.id), col(Member.status), col(Member.phone))
    for member_id, status, phone in await session.exec(standing.where(col(Member.id).in_(ids))):
        sheets[member_id].status = status
        sheets[member_id].phones += [phone] if phone else []
    await _add_what_they_do(session, ids, sheets)
    spoken = select(Representative.member_id, Representative.phone).where(
        col(Representative.member_id).in_(ids), Representative.status == RepresentativeStatus.APPROVED
    )
    for member_id, phone in await session.exec(spoken):
        sheets[member_id].phones.append(phone)
    return [sheet for sheet in sheets.values() if sheet.status in LISTED]


async def _add_what_they_do(session: AsyncSession, ids: Sequence[int], sheets: Mapping[int | None, _Sheet]) -> None:
    """Add the sectors and capabilities of businesses to what is gathered of them."""
    sectors = select(col(MemberSector.member_id), col(MemberSector.sector))
    for member_id, sector in await session.exec(sectors.where(col(MemberSector.member_id).in_(ids))):
        sheets[member_id].sectors.append(sector)
    held = select(MemberCapability.member_id, MemberCapability.capability_id)
    for member_id, capability_id in await session.exec(held.where(col(MemberCapability.member_id).in_(ids))):
        sheets[member_id].capability_ids.append(capability_id)


def _entry(sheet: _Sheet, capabilities: Mapping[int, str]) -> dict[str, Any]:
    name_key = key_of(sheet.name)
    words = other_words(
        name_key=name_key,
        tax_code=sheet.tax_code,
        sectors=sheet.sectors,
        commune_code=sheet.commune_code,
        capability_words=[capabilities[held] for held in sheet.capability_ids],
    )
    return {
        "sort_key": sort_key(short_name(sheet.name)),
        "member_id": sheet.member_id,
        "status": sheet.status,
        "name_key": f" {name_key} ",
        "words": f" {words} ",
        "phones": "".join(f" {national_digits(phone)}" for phone in dict.fromkeys(sheet.phones)),
        "personal_number": f" {sheet.tax_code} " if is_personal(sheet.tax_code) else None,
    }
