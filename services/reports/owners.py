"""Whose system a report is about, where it is another's: a business of the network, or a system of the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.members import Member
from models.people import Person
from models.systems import InformationSystem
from services.reports.reports import ReportWordsLength
from services.roster import query as roster_query
from services.roster import search as roster
from services.roster.search import Viewer
from services.systems import search as register
from services.systems import sight

WHOSE_LENGTH = 120
# So many of each are offered.
OFFERED_MEMBERS, OFFERED_SYSTEMS = 3, 2


@dataclass(frozen=True)
class Owners:
    """The businesses and the systems that the reporter may mean; of systems only those that they may see."""

    members: Sequence[Member] = ()
    systems: Sequence[InformationSystem] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to choose from."""
        return bool(self.members or self.systems)


def check_said(text: str) -> str:
    """Give the words back that say whose it is; raises ReportWordsLength."""
    if not 0 < len(text) <= WHOSE_LENGTH:
        raise ReportWordsLength(limit=WHOSE_LENGTH, length=len(text))
    return text


async def meant(session: AsyncSession, *, said: str, person: Person, now: datetime) -> Owners:
    """Find what a person means by the name that they typed, in any spelling."""
    if not roster_query.needles(said):
        return Owners()
    viewer = Viewer(id_of(person), coordinates=False, sees_phones=False)
    looked_for = roster.prepare(said, viewer=viewer, filters=roster.NO_FILTERS, now=now)
    found = await roster.find(session, search=looked_for, size=OFFERED_MEMBERS)
    visible = await sight.seen_by(session, person=person, roles=())
    systems = await register.find(session, text=said, visible=visible)
    return Owners([one.member for one in found.items], systems.systems[:OFFERED_SYSTEMS])
