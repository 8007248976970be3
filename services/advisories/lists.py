"""Advisories in lists, a page at a time, and found by words in any spelling."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import Advisory, AdvisoryState
from models.people import Person
from services.advisories import advisories
from services.ground.paging import nearest_page

PAGE = 6


@dataclass(frozen=True)
class AdvisoryList:
    """A part of a list: `number` counts from 0; `typed` is what was looked for."""

    lines: Sequence[Advisory]
    number: int
    pages: int
    total: int
    typed: str = ""


async def page(session: AsyncSession, *, person: Person, is_staff: bool, number: int, typed: str = "") -> AdvisoryList:
    """List advisories that a person may see, with every word that was `typed`: those that stand first, the newest."""
    visible = true() if is_staff else await advisories.visible_to(session, person=person)
    meant = (visible, *advisories.finding(typed))
    total = (await session.exec(select(func.count(col(Advisory.id))).where(*meant))).one()
    number, pages = nearest_page(number, total=total, size=PAGE)
    query = (
        select(Advisory)
        .where(*meant)
        .order_by(case((col(Advisory.state) == AdvisoryState.OPEN, 0), else_=1), col(Advisory.id).desc())
        .limit(PAGE)
        .offset(number * PAGE)
    )
    return AdvisoryList((await session.exec(query)).all(), number, pages, total, typed)
