"""A business of the roster from near: its card, the people to call, and the record of who looked at them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.capabilities import Unit
from models.members import LISTED, ContactKind, Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Language, Person
from models.roster import LookKind
from services.duty import watchers as duty
from services.ground.refusals import Refusal
from services.members import capabilities
from services.notation.spelling import sort_key
from services.people import businesses, looks
from services.people.businesses import Profile
from services.roster.query import is_listed
from services.roster.search import Viewer


class NotInRoster(Refusal):
    """There is no such business in the roster, or none that this person may see."""


class ContactsClosed(Refusal):
    """Only members and coordinators see whom to call."""


class ContactGone(Refusal):
    """Such a person or number is not among the contacts, or no longer."""


@dataclass(frozen=True)
class Card:
    """A business as a viewer may see it; `capabilities` are names in the viewer's language with numbers and units.

    `on_duty` are the people (ids) who are on duty for it now; `is_own` says whether the viewer speaks for it.
    """

    profile: Profile
    capabilities: Sequence[tuple[str, int, Unit]]
    on_duty: Collection[int]
    is_own: bool

    @property
    def member(self) -> Member:
        """The business itself."""
        return self.profile.member

    @property
    def is_spoken_for(self) -> bool:
        """Tell whether anybody represents the business: without them no alert reaches it."""
        return any(one.status is RepresentativeStatus.APPROVED for one in self.profile.representatives)


@dataclass(frozen=True)
class Contacts:
    """Whom to call at a business, primary contacts first; `withheld` counts those who are not listed."""

    member: Member
    people: Sequence[Representative]
    on_duty: Collection[int]
    withheld: int


async def seen_by(session: AsyncSession, *, viewer: Viewer, member_id: int) -> Member:
    """Find a business that a viewer may see; raises NotInRoster."""
    visible = LISTED if viewer.coordinates else (MemberStatus.APPROVED,)
    member = await session.get(Member, member_id)
    if member is None or member.status not in visible:
        raise NotInRoster
    return member


async def card(
    session: AsyncSession,
    *,
    viewer: Viewer,
    member_id: int,
    language: Language,
    now: datetime,
    time_zone: ZoneInfo,
) -> Card:
    """Gather what a viewer may see of a business but its people; raises NotInRoster."""
    member = await seen_by(session, viewer=viewer, member_id=member_id)
    profile = await businesses.profile(session, member=member)
    names = await capabilities.names(session, language=language, ids=profile.capabilities)
    return Card(
        profile=profile,
        capabilities=[(name, profile.capabilities[one], profile.units[one]) for one, name in names.items()],
        on_duty=await _on_duty(session, member_id, now=now, time_zone=time_zone),
        is_own=any(
            one.person_id == viewer.person_id and one.status is RepresentativeStatus.APPROVED
            for one in profile.representatives
        ),
    )


async def _on_duty(session: AsyncSession, member_id: int, *, now: datetime, time_zone: ZoneInfo) -> Collection[int]:
    watch = await duty.on_duty(session, members=[member_id], now=now, time_zone=time_zone)
    return watch.get(member_id, frozenset())


async def contacts(
    session: AsyncSession,
    *,
    viewer: Viewer,
    person: Person,
    member_id: int,
    now: datetime,
    time_zone: ZoneInfo,
    how: LookKind = LookKind.CARD,
) -> Contacts:
    """Show whom to call at a business, and keep that the viewer (`person`) looked, and `how`.

    Members see those who agree to be listed, coordinators see all. Raises NotInRoster or ContactsClosed.
    """
    member = await _opened_by(session, viewer, member_id)
    people = await _people(session, member_id)
    shown = people if viewer.coordinates else await _people(session, member_id, listed=True)
    await looks.keep(session, person=person, member_id=member_id, how=how, now=now)
    return Contacts(
        member=member,
        people=shown,
        on_duty=await _on_duty(session, member_id, now=now, time_zone=time_zone),
        withheld=len(people) - len(shown),
    )


async def contact(
    session: AsyncSession, *, viewer: Viewer, person: Person, representative_id: int, now: datetime
) -> Representative:
    """Find one person to call, and keep that the viewer looked.

    Raises ContactGone, NotInRoster or ContactsClosed.
    """
    found = await session.get(Representative, representative_id)
    if found is None:
        raise ContactGone
    await _opened_by(session, viewer, found.member_id)
    shown = await _people(session, found.member_id, listed=not viewer.coordinates)
    if found not in shown:
        raise ContactGone
    await looks.keep(session, person=person, member_id=found.member_id, how=LookKind.CARD, now=now)
    return found


async def own_phone(session: AsyncSession, *, viewer: Viewer, person: Person, member_id: int, now: datetime) -> Member:
    """Find a business whose own number is wanted, and keep that the viewer looked.

    Raises ContactGone where it has none, NotInRoster or ContactsClosed.
    """
    member = await _opened_by(session, viewer, member_id)
    if member.phone is None:
        raise ContactGone
    await looks.keep(session, person=person, member_id=member_id, how=LookKind.CARD, now=now)
    return member


async def _opened_by(session: AsyncSession, viewer: Viewer, member_id: int) -> Member:
    member = await seen_by(session, viewer=viewer, member_id=member_id)
    if not viewer.sees_phones:
        raise ContactsClosed
    return member


async def _people(session: AsyncSession, member_id: int, *, listed: bool = False) -> Sequence[Representative]:
    """List those who speak for a business: primary contacts first, then by name."""
    query = select(Representative).where(
        Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED
    )
    if listed:
        query = query.where(is_listed())
    rows = await session.exec(query)
    return sorted(rows, key=lambda one: (one.contact is not ContactKind.PRIMARY, sort_key(one.name)))
