"""What follows from systems' being touched: how grave it is at least, and whom to call first. Each is only proposed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Severity
from models.systems import InformationSystem, SystemMark, SystemProvider

# The law calls an incident serious from this level on; one step more where the network protects it at any price.
SERIOUS_FROM = 4
MEDIUM_FROM = 3
GRAVITY = tuple(Severity)


@dataclass(frozen=True)
class Gravity:
    """How grave an incident is at least, and the system for which it is."""

    severity: Severity
    because_of: InformationSystem


def gravest(systems: Sequence[InformationSystem]) -> Gravity | None:
    """Give the gravest that follows from any of some systems; None where none follows."""
    found = [Gravity(severity, one) for one in systems if (severity := _gravity(one)) is not None]
    return max(found, key=lambda one: GRAVITY.index(one.severity), default=None)


def raised(systems: Sequence[InformationSystem], *, beyond: Severity) -> Gravity | None:
    """Give what follows from some systems where it is graver than what is said already."""
    found = gravest(systems)
    return found if found is not None and GRAVITY.index(found.severity) > GRAVITY.index(beyond) else None


def _gravity(system: InformationSystem) -> Severity | None:
    """Tell how grave it is that a system is touched: by its level and its mark; None where neither says so."""
    level, at_any_price = system.level or 0, system.mark is SystemMark.ABSOLUTE
    if level >= SERIOUS_FROM and at_any_price:
        return Severity.CRITICAL
    if level >= SERIOUS_FROM or at_any_price:
        return Severity.SERIOUS
    return Severity.MEDIUM if level >= MEDIUM_FROM else None


async def first_called(
    session: AsyncSession, *, systems: Sequence[InformationSystem], without_providers: bool = False
) -> Sequence[int]:
    """List the businesses (ids) to call first: the providers of some systems, then their operators and owners."""
    ids = [id_of(one) for one in systems] if not without_providers else []
    providers = select(SystemProvider.member_id).where(col(SystemProvider.system_id).in_(ids))
    found = list((await session.exec(providers.order_by(col(SystemProvider.member_id)))).all())
    found += [one.operator_id for one in systems if one.operator_id is not None]
    found += [one.owner_id for one in systems if one.owner_id is not None]
    return list(dict.fromkeys(found))
