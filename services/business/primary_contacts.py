"""Who is called first: the primary contact is handed over to a colleague, who confirms it."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.members import ContactKind, Member, Representative
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.members import representatives
from services.members.representatives import PrimaryContactOnly, Speaker
from services.outbox import broadcasts
from services.people.kinds import MEMBERSHIP

OFFER_LASTS = timedelta(days=7)
OFFERED, ACCEPTED, DECLINED = "primary-offered", "primary-accepted", "primary-declined"


class OfferGone(Refusal):
    """Nobody offers the person the primary contact: the offer was taken back or ran out, or its giver lost the role."""


class OfferWaits(Refusal):
    """The same offer waits for `name`'s answer since `at`."""


class AlreadyPrimary(Refusal):
    """`name` is a primary contact already."""


async def offer(session: AsyncSession, *, member_id: int, person_id: int, by: Person, now: datetime) -> Representative:
    """Offer a colleague (person id) to become the primary contact; an older offer to somebody else ends.

    Raises NotYourBusiness, PrimaryContactOnly, NotRepresentative, AlreadyPrimary or OfferWaits.
    """
    speaker = await representatives.managing(session, member_id=member_id, person=by)
    if speaker.own.contact is not ContactKind.PRIMARY:
        raise PrimaryContactOnly(name=speaker.people[0].name)
    chosen = representatives.other(speaker, person_id=person_id)
    if chosen.contact is ContactKind.PRIMARY:
        raise AlreadyPrimary(name=chosen.name)
    if _giver(speaker, chosen, now=now) is speaker.own:
        raise OfferWaits(name=chosen.name, at=chosen.primary_offered_at)
    await _end_offers(session, speaker, now=now)
    chosen.primary_offered_by_id, chosen.primary_offered_at = by.id, now
    _record(session, member_id, action="primary-offered", person=by, to=person_id, now=now)
    await session.flush()
    await representatives.tell(session, what=OFFERED, member_id=member_id, people=[person_id], now=now)
    return chosen


async def _end_offers(session: AsyncSession, speaker: Speaker, *, now: datetime) -> bool:
    """End what the speaker offered before, and show it on the cards of those offers; tell whether there was any."""
    offers = [one for one in speaker.people if one.primary_offered_by_id == speaker.own.person_id]
    for one in offers:
        one.primary_offered_by_id = one.primary_offered_at = None
        await _redraw(session, one, now=now)
    return bool(offers)


async def take_back(session: AsyncSession, *, member_id: int, by: Person, now: datetime) -> None:
    """Offer the primary contact no longer; raises NotYourBusiness."""
    speaker = await representatives.speaking(session, member_id=member_id, person=by)
    if await _end_offers(session, speaker, now=now):
        _record(session, member_id, action="primary-offer-ended", person=by, now=now)


def offered_by(speaker: Speaker, *, now: datetime) -> Representative | None:
    """Give the colleague who offers the speaker to become the primary contact now, if anybody does."""
    return _giver(speaker, speaker.own, now=now)


def offered_to(speaker: Speaker, *, now: datetime) -> Representative | None:
    """Give to whom the speaker offers the primary contact now, if to anybody."""
    return next((one for one in speaker.people if _giver(speaker, one, now=now) is speaker.own), None)


def _giver(speaker: Speaker, chosen: Representative, *, now: datetime) -> Representative | None:
    if chosen.primary_offered_at is None or chosen.primary_offered_at + OFFER_LASTS <= now:
        return None
    return next(
        (
            one
            for one in speaker.people
            if one.person_id == chosen.primary_offered_by_id and one.contact is ContactKind.PRIMARY
        ),
        None,
    )


async def accept(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Become the primary contact in the place of the colleague who offered it, and tell them: they are a backup now.

    Raises NotYourBusiness or OfferGone.
    """
    speaker, giver = await _offer(session, member_id=member_id, person=person, now=now)
    speaker.own.contact, giver.contact = ContactKind.PRIMARY, ContactKind.BACKUP
    await _settle(session, speaker, giver, action="primary-accepted", what=ACCEPTED, person=person, now=now)
    return speaker.member


async def decline(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Leave the primary contact with the colleague who offered it, and say so; raises NotYourBusiness or OfferGone."""
    speaker, giver = await _offer(session, member_id=member_id, person=person, now=now)
    await _settle(session, speaker, giver, action="primary-declined", what=DECLINED, person=person, now=now)
    return speaker.member


async def _offer(
    session: AsyncSession, *, member_id: int, person: Person, now: datetime
) -> tuple[Speaker, Representative]:
    speaker = await representatives.speaking(session, member_id=member_id, person=person)
    giver = offered_by(speaker, now=now)
    if giver is None:
        raise OfferGone
    return speaker, giver


async def _settle(
    session: AsyncSession,
    speaker: Speaker,
    giver: Representative,
    *,
    action: str,
    what: str,
    person: Person,
    now: datetime,
) -> None:
    own = speaker.own
    own.primary_offered_by_id = own.primary_offered_at = None
    _record(session, own.member_id, action=action, person=person, to=own.person_id, now=now)
    await session.flush()
    await _redraw(session, own, now=now)
    await representatives.tell(session, what=what, member_id=own.member_id, people=[giver.person_id], now=now)


async def take(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Become the primary contact of a business that has none; raises NotYourBusiness or PrimaryContactOnly."""
    speaker = await representatives.managing(session, member_id=member_id, person=person)
    if speaker.people[0].contact is ContactKind.PRIMARY:
        raise AlreadyPrimary(name=speaker.people[0].name)
    speaker.own.contact = ContactKind.PRIMARY
    _record(session, member_id, action="primary-taken", person=person, to=speaker.own.person_id, now=now)
    await session.flush()
    return speaker.member


async def _redraw(session: AsyncSession, chosen: Representative, *, now: datetime) -> None:
    """Have the card of an offer show what became of it."""
    await session.flush()
    await broadcasts.redraw(
        session,
        kinds=(MEMBERSHIP,),
        subject=MEMBERSHIP.subject,
        subject_id=chosen.member_id,
        lane=Lane.REPLY,
        people=[chosen.person_id],
        now=now,
    )


def _record(
    session: AsyncSession, member_id: int, *, action: str, person: Person, now: datetime, to: int | None = None
) -> None:
    audit.record(
        session,
        person=person,
        action=action,
        subject="member",
        subject_id=member_id,
        now=now,
        after={"person_id": to} if to is not None else None,
    )
