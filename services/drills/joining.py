"""Businesses that are added to a drill by name, before it begins or while it runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import DRILL_SUBJECT, Drill, DrillState
from models.identity import id_of
from models.members import Member, MemberStatus
from models.people import Person
from services.drills import news, people, planning
from services.drills.course import DrillNotRunning
from services.drills.kinds import DrillEvent
from services.drills.people import NobodyToDrill
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.spelling import search_key
from services.people import businesses
from services.roster import search as roster_search
from services.roster.search import Filters, Viewer

# Whoever looks further types more.
MOST_FOUND = 6


class InDrillAlready(Refusal):
    """The business `member` takes part already."""


@dataclass(frozen=True)
class Joinable:
    """A business that was found, and whether it takes part already."""

    member: Member
    partakes: bool


async def open_to(session: AsyncSession, *, drill_id: int) -> Drill:
    """Find a drill that is planned or running; raises DrillUnknown or DrillNotRunning."""
    drill = await planning.by_id(session, drill_id=drill_id)
    if drill.state not in (DrillState.PLANNED, DrillState.RUNNING):
        raise DrillNotRunning
    return drill


async def find(session: AsyncSession, *, drill: Drill, text: str, by: Person, now: datetime) -> Sequence[Joinable]:
    """List the businesses that a text finds, in any spelling."""
    if not search_key(text):
        return ()
    viewer = Viewer(id_of(by), coordinates=True, sees_phones=True)
    search = roster_search.prepare(text, viewer=viewer, filters=Filters(status=MemberStatus.APPROVED), now=now)
    finding = await roster_search.find(session, search=search, size=MOST_FOUND)
    partaking = await people.members_of(session, drill=drill, now=now)
    return [Joinable(item.member, id_of(item.member) in partaking) for item in finding.items]


async def add(session: AsyncSession, *, drill_id: int, member_id: int, by: Person, now: datetime) -> Member:
    """Let a business take part: in all of a drill that is planned, in what is still to come of one that runs.

    It hears of it where the others were told. Raises DrillUnknown, DrillNotRunning, MemberUnknown, NobodyToDrill or
    InDrillAlready.
    """
    drill = await open_to(session, drill_id=drill_id)
    member = await businesses.by_id(session, member_id=member_id)
    if member_id in await people.members_of(session, drill=drill, now=now):
        raise InDrillAlready(member=member.name)
    if not await people.speakers(session, members=[member_id]):
        raise NobodyToDrill
    await people.add(session, drill=drill, member_id=member_id, now=now)
    said = {"member_id": member_id}
    audit.record(
        session, person=by, action="drill-joined", subject=DRILL_SUBJECT, subject_id=id_of(drill), now=now, after=said
    )
    what = DrillEvent.JOINED if drill.state is DrillState.RUNNING else DrillEvent.ANNOUNCED
    if drill.announced_at is not None or (drill.announced and what is DrillEvent.JOINED):
        await news.tell(session, drill=drill, what=what, coordinators=False, only=[member_id], now=now)
    await news.redraw_board(session, drill=drill, now=now)
    return member
