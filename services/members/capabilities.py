"""The catalogue of capabilities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability, Unit
from models.identity import id_of
from models.members import MemberCapability
from models.people import Language, Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.members import entries
from services.notation.spelling import search_key, sort_key

NAME_LENGTH = 40


class CapabilityKnown(Refusal):
    """The catalogue has a capability of that name."""


class CapabilityUnknown(Refusal):
    """The catalogue has no such capability, or no longer has it."""


class CapabilityNameLength(Refusal):
    """A capability's name is empty, or longer than `limit` characters and so than a button; it has `length`."""


@dataclass(frozen=True)
class Kind:
    """A capability as it is named in a language, and in what it is counted."""

    name: str
    unit: Unit


async def catalogue(session: AsyncSession, *, language: Language = Language.VIETNAMESE) -> Sequence[Capability]:
    """List the capabilities in use, in the order of their names in a language."""
    rows = (await session.exec(select(Capability).where(col(Capability.retired_at).is_(None)))).all()
    return _in_order(rows, language)


async def named(
    session: AsyncSession, *, ids: Iterable[int], language: Language = Language.VIETNAMESE
) -> Sequence[Capability]:
    """List capabilities by their ids, retired ones included, in the order of their names in a language."""
    rows = (await session.exec(select(Capability).where(col(Capability.id).in_(list(ids))))).all()
    return _in_order(rows, language)


def _in_order(rows: Iterable[Capability], language: Language) -> Sequence[Capability]:
    return sorted(rows, key=lambda row: sort_key(name_of(row, language)))


async def names(session: AsyncSession, *, language: Language, ids: Iterable[int] | None = None) -> dict[int, str]:
    """Map ids to names in a language, in their order: of some capabilities, or of the catalogue."""
    return {one: kind.name for one, kind in (await kinds(session, language=language, ids=ids)).items()}


async def kinds(session: AsyncSession, *, language: Language, ids: Iterable[int] | None = None) -> dict[int, Kind]:
    """Map ids to names with units, as `names` does."""
    if ids is None:
        found = await catalogue(session, language=language)
    else:
        found = await named(session, ids=ids, language=language)
    return {id_of(one): Kind(name_of(one, language), one.unit) for one in found}


def name_of(capability: Capability, language: Language) -> str:
    """Give a capability's name in a language."""
    return capability.name_en if language is Language.ENGLISH else capability.name_vi


def check_name(name: str) -> str:
    """Give a capability's name back; raises CapabilityNameLength."""
    if not 0 < len(name) <= NAME_LENGTH:
        raise CapabilityNameLength(limit=NAME_LENGTH, length=len(name))
    return name


async def check_new(session: AsyncSession, *, name_vi: str) -> Capability | None:
    """Find a retired capability of a name in any spelling; raises CapabilityKnown when it is in use."""
    for known in (await session.exec(select(Capability))).all():
        if search_key(known.name_vi) != search_key(name_vi):
            continue
        if known.retired_at is None:
            raise CapabilityKnown(name=known.name_vi)
        return known
    return None


async def add(
    session: AsyncSession,
    *,
    name_vi: str,
    name_en: str,
    by: Person | None,
    now: datetime,
    unit: Unit = Unit.PEOPLE,
) -> Capability:
    """Extend the catalogue, or take a retired capability up again; raises CapabilityNameLength or CapabilityKnown."""
    check_name(name_vi)
    check_name(name_en)
    known = await check_new(session, name_vi=name_vi)
    if known is not None:
        known.retired_at, known.name_en, known.unit = None, name_en, unit
        await session.flush()
        await entries.refresh(session, member_ids=await _holder_ids(session, id_of(known)))
        return _recorded(session, known, action="capability-restored", by=by, now=now)
    capability = Capability(name_vi=name_vi, name_en=name_en, unit=unit)
    session.add(capability)
    await session.flush()
    return _recorded(session, capability, action="capability-added", by=by, now=now)


async def in_use(session: AsyncSession, *, capability_id: int) -> Capability:
    """Find a capability of the catalogue; raises CapabilityUnknown when it is not, or no longer, there."""
    capability = await session.get(Capability, capability_id)
    if capability is None or capability.retired_at is not None:
        raise CapabilityUnknown
    return capability


async def holders(session: AsyncSession, *, capability_id: int) -> int:
    """Count the businesses that said they have a capability."""
    query = select(func.count()).where(MemberCapability.capability_id == capability_id)
    return (await session.exec(query)).one()


async def _holder_ids(session: AsyncSession, capability_id: int) -> Sequence[int]:
    query = select(MemberCapability.member_id).where(MemberCapability.capability_id == capability_id)
    return (await session.exec(query)).all()


async def change_unit(
    session: AsyncSession, *, capability_id: int, unit: Unit, by: Person, now: datetime
) -> Capability:
    """Count a capability in another unit, also where businesses have said how many; the numbers stay.

    Raises CapabilityUnknown.
    """
    capability = await in_use(session, capability_id=capability_id)
    capability.unit = unit
    held = update(MemberCapability).where(col(MemberCapability.capability_id) == capability_id).values(unit=unit)
    await session.exec(held)
    await session.flush()
    return _recorded(session, capability, action="capability-unit-changed", by=by, now=now)


async def retire(session: AsyncSession, *, capability_id: int, by: Person, now: datetime) -> Capability:
    """Offer a capability no longer; what members said of it stays. Raises CapabilityUnknown."""
    capability = await in_use(session, capability_id=capability_id)
    capability.retired_at = now
    return _recorded(session, capability, action="capability-retired", by=by, now=now)


def _recorded(
    session: AsyncSession, capability: Capability, *, action: str, by: Person | None, now: datetime
) -> Capability:
    audit.record(
        session,
        person=by,
        action=action,
        subject="capability",
        subject_id=capability.id,
        now=now,
        after={"name_vi": capability.name_vi, "name_en": capability.name_en, "unit": capability.unit},
    )
    return capability
