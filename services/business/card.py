"""A business as its own people see it: its card, and whether it can be called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application
from models.capabilities import Capability
from models.identity import id_of
from models.invitations import InvitationKind
from models.members import Member
from models.people import Person
from services.applications import changes
from services.applications import requests as applications
from services.applications.changes import Identity
from services.ground import audit
from services.ground.refusals import Refusal
from services.members import capabilities, representatives
from services.members.representatives import Speaker
from services.notation.moments import MomentPast
from services.people import businesses, invitations, latecomers
from services.people.businesses import Profile

LONGEST_ABSENCE = timedelta(days=90)
AWAY, BACK = "away", "back"


class AwayTooLong(Refusal):
    """Nobody is away for more than `limit` days; `at` is the last possible moment."""


class NotAway(Refusal):
    """The business is not marked as away."""


@dataclass(frozen=True)
class OwnCard:
    """What a business's own people see of it.

    `change` is the wish that waits for a decision, and `wished` what the business would be known by then; `waiting`
    counts those who want to speak for it, `links` the living invitations.
    """

    speaker: Speaker
    profile: Profile
    capabilities: Sequence[Capability]
    known_by: Identity
    change: Application | None
    wished: Identity
    waiting: int
    links: int


async def card(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> OwnCard:
    """Gather what one of a business's people sees of it; raises NotYourBusiness."""
    speaker = await representatives.speaking(session, member_id=member_id, person=person)
    profile = await businesses.profile(session, member=speaker.member)
    known_by = await changes.identity(session, member=speaker.member)
    change = await changes.under_way(session, member_id=member_id)
    living = await invitations.living(session, kind=InvitationKind.REPRESENTATIVE, member_id=member_id, now=now)
    return OwnCard(
        speaker=speaker,
        profile=profile,
        capabilities=await capabilities.named(session, ids=profile.capabilities, language=person.language),
        known_by=known_by,
        change=change,
        wished=changes.wished(known_by, change),
        waiting=len(await applications.waiting_for(session, member_id=member_id)),
        links=len(living),
    )


def check_return(until: datetime, *, now: datetime) -> datetime:
    """Give back until when a business is away; raises AwayTooLong or MomentPast."""
    if until > now + LONGEST_ABSENCE:
        raise AwayTooLong(limit=LONGEST_ABSENCE.days, at=now + LONGEST_ABSENCE)
    if until <= now:
        raise MomentPast(at=until)
    return until


async def go_away(session: AsyncSession, *, member_id: int, until: datetime, person: Person, now: datetime) -> Member:
    """Have a business not called until a moment; its other people are told.

    What it was called for before stays as it is. Raises NotYourBusiness, AwayTooLong or MomentPast.
    """
    member = (await representatives.speaking(session, member_id=member_id, person=person)).member
    check_return(until, now=now)
    if member.unavailable_until != until:
        await _set_absence(session, member, until=until, person=person, now=now)
    return member


async def come_back(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Have a business called again; its other people are told. Raises NotYourBusiness or NotAway."""
    member = (await representatives.speaking(session, member_id=member_id, person=person)).member
    if not businesses.is_away(member, now=now):
        raise NotAway
    await _set_absence(session, member, until=None, person=person, now=now)
    return member


async def _set_absence(
    session: AsyncSession, member: Member, *, until: datetime | None, person: Person, now: datetime
) -> None:
    before, member.unavailable_until = member.unavailable_until, until
    latecomers.expect(session, member_id=id_of(member), at=until or now)
    action = AWAY if until is not None else BACK
    audit.record(
        session,
        person=person,
        action=f"member-{action}",
        subject="member",
        subject_id=id_of(member),
        now=now,
        before={"until": before.isoformat() if before else None},
        after={"until": until.isoformat() if until else None},
    )
    await session.flush()
    everybody = await representatives.of(session, member_id=id_of(member))
    others = [one.person_id for one in everybody if one.person_id != person.id]
    await representatives.tell(session, what=action, member_id=id_of(member), people=others, now=now)
