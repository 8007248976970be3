"""Codes of communes that are stored and are none: of a list of before, or written by another hand."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.incidents import IncidentCommune
from models.members import Member
from services.places import communes
from services.places.communes import CommuneUnknown


async def stray_communes(session: AsyncSession) -> Mapping[str, int]:
    """Count the businesses and incidents that lie in no commune, by the code that they have; the lowest code first."""
    counts: Counter[str] = Counter()
    for code in (col(Member.commune_code), col(IncidentCommune.commune_code)):
        for known, count in await session.exec(select(code, func.count()).group_by(code)):
            counts[known] += count
    return {code: counts[code] for code in sorted(counts) if not _is_commune(code)}


def _is_commune(code: str) -> bool:
    try:
        communes.commune(code)
    except CommuneUnknown:
        return False
    return True
