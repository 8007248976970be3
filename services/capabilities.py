"""The catalogue of capabilities."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Capability
from models.people import Language, Person
from services import audit
from services.refusals import Refusal
from services.spelling import search_key, sort_key

NAME_LENGTH = 40


class CapabilityKnown(Refusal):
    """The catalogue has a capability of that name."""


class CapabilityUnknown(Refusal):
    """The catalogue has no such capability, or has it no more."""


class CapabilityNameLength(Refusal):
    """A capability's name is empty, or too long for a button."""


async def catalogue(session: AsyncSession) -> Sequence[Capability]:
    """List the capabilities in use, in Vietnamese order."""
    rows = (await session.exec(select(Capability).where(col(Capability.retired_at).is_(None)))).all()
    return sorted(rows, key=lambda row: sort_key(row.name_vi))


async def named(session: AsyncSession, *, ids: Iterable[int]) -> Sequence[Capability]:
    """List capabilities by their ids, retired ones included, in Vietnamese order."""
    rows = (await session.exec(select(Capability).where(col(Capability.id).in_(list(ids))))).all()
    return sorted(rows, key=lambda row: sort_key(row.name_vi))


def name_of(capability: Capability, language: Language) -> str:
    """Give a capability's name in a language."""
    return capability.name_en if language is Language.ENGLISH else capability.name_vi


async def add(session: AsyncSession, *, name_vi: str, name_en: str, by: Person | None, now: datetime) -> Capability:
    """Extend the catalogue; raises CapabilityNameLength or CapabilityKnown (in any spelling)."""
    if not 0 < len(name_vi) <= NAME_LENGTH or not 0 < len(name_en) <= NAME_LENGTH:
        raise CapabilityNameLength(limit=NAME_LENGTH)
    everything = (await session.exec(select(Capability))).all()
    for known in everything:
        if search_key(known.name_vi) != search_key(name_vi):
            continue
        if known.retired_at is None:
            raise CapabilityKnown(name=known.name_vi)
        known.retired_at = None
        known.name_en = name_en
        return _recorded(session, known, action="capability-restored", by=by, now=now)
    capability = Capability(name_vi=name_vi, name_en=name_en)
    session.add(capability)
    await session.flush()
    return _recorded(session, capability, action="capability-added", by=by, now=now)


async def retire(session: AsyncSession, *, capability_id: int, by: Person, now: datetime) -> Capability:
    """Offer a capability no longer; what members said of it stays. Raises CapabilityUnknown."""
    capability = await session.get(Capability, capability_id)
    if capability is None or capability.retired_at is not None:
        raise CapabilityUnknown
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
        after={"name_vi": capability.name_vi, "name_en": capability.name_en},
    )
    return capability
