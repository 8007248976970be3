"""Whom an advisory concerns, in words."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.views.reader import Reader
from models.members import Member
from services.advisories.circles import AdvisoryCircle
from services.members import capabilities
from services.places import communes

# So many businesses are called by name; of more than these the number is told.
NAMED = 4


async def named(session: AsyncSession, reader: Reader, circle: AdvisoryCircle) -> str:
    """Name the sides of a circle one after another; one that is open on every side is all businesses."""
    sides = [
        ", ".join(reader.label(f"sector-{one}") for one in circle.sectors),
        ", ".join(
            (await capabilities.names(session, language=reader.language, ids=circle.capability_ids)).values()
            if circle.capability_ids
            else ()
        ),
        ", ".join(communes.commune(code).name for code in circle.commune_codes),
    ]
    said = " · ".join(side for side in sides if side)
    if not circle.chosen:
        return said or reader.label("advisory-circle-all")
    by_name = await _by_name(session, reader, circle)
    return f"{said} + {by_name}" if said else by_name


async def _by_name(session: AsyncSession, reader: Reader, circle: AdvisoryCircle) -> str:
    if len(circle.chosen) > NAMED:
        return reader.label("advisory-circle-many", count=len(circle.chosen))
    query = select(Member.name).where(col(Member.id).in_(circle.chosen)).order_by(col(Member.name))
    return ", ".join((await session.exec(query)).all())
