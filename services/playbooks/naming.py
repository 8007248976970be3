"""Businesses that are named for a step of a playbook: found by what is typed, and called by their names."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member, MemberStatus
from models.people import Person
from models.scripts import ScriptStep
from services.notation.spelling import search_key
from services.roster import search as roster_search
from services.roster.search import Filters, Viewer

# Whoever looks further types more.
MOST_FOUND = 4


async def find(session: AsyncSession, *, text: str, by: Person, now: datetime) -> Sequence[Member]:
    """List the businesses of the network that a text finds, in any spelling."""
    if not search_key(text):
        return ()
    viewer = Viewer(id_of(by), coordinates=True, sees_phones=True)
    search = roster_search.prepare(text, viewer=viewer, filters=Filters(status=MemberStatus.APPROVED), now=now)
    finding = await roster_search.find(session, search=search, size=MOST_FOUND)
    return [item.member for item in finding.items]


async def names_of(session: AsyncSession, *, steps: Sequence[ScriptStep]) -> Mapping[int, str]:
    """Name the businesses (ids) that are named for some steps."""
    named = {step.member_id for step in steps if step.member_id is not None}
    if not named:
        return {}
    found = await session.exec(select(Member).where(col(Member.id).in_(named)))
    return {id_of(member): member.name for member in found}
