"""The people who speak for a business: what each may do for it, and how one of them speaks for it no longer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application
from models.broadcasts import Lane
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from models.tasks import OVER, TASK_SUBJECT, Task
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents import audience, under_way
from services.incidents import cards as incident_cards
from services.incidents.sharing import readers
from services.members import entries
from services.notation.spelling import sort_key
from services.outbox import broadcasts
from services.people import accounts as people
from services.people.kinds import MEMBERSHIP, News

REMOVED, STEPPED_DOWN = "removed", "stepped-down"


class NotYourBusiness(Refusal):
    """The person speaks for no such business, or it is not in the network now."""


class PrimaryContactOnly(Refusal):
    """Only a primary contact manages a business's people; `name` is that contact's."""


class NotRepresentative(Refusal):
    """The other person does not speak for the business, or no longer."""


class LastRepresentative(Refusal):
    """Without this person nobody would speak for the business; `name` is its name."""


@dataclass(frozen=True)
class Speaker:
    """A business and how a person speaks for it; `people` are all who do, primary contacts first."""

    member: Member
    own: Representative
    people: Sequence[Representative]

    @property
    def manages(self) -> bool:
        """Tell whether the person may invite, remove, hand over and leave."""
        return self.own in managers(self.people)


async def of(session: AsyncSession, *, member_id: int) -> Sequence[Representative]:
    """List those who speak for a business (id), primary contacts first, each in the order of names."""
    query = select(Representative).where(
        Representative.member_id == member_id, Representative.status == RepresentativeStatus.APPROVED
    )
    everybody = (await session.exec(query)).all()
    return sorted(everybody, key=lambda one: (one.contact is not ContactKind.PRIMARY, sort_key(one.name), one.id))


def managers(everybody: Sequence[Representative]) -> Sequence[Representative]:
    """Give those who manage the others: the primary contacts, or everybody where none is left."""
    return [one for one in everybody if one.contact is ContactKind.PRIMARY] or everybody


async def speaking(session: AsyncSession, *, member_id: int, person: Person) -> Speaker:
    """Find how a person speaks for a business that is in the network; raises NotYourBusiness."""
    member = await session.get(Member, member_id)
    everybody = await of(session, member_id=member_id)
    own = next((one for one in everybody if one.person_id == person.id), None)
    if member is None or member.status is not MemberStatus.APPROVED or own is None:
        raise NotYourBusiness
    return Speaker(member=member, own=own, people=everybody)


async def managing(session: AsyncSession, *, member_id: int, person: Person) -> Speaker:
    """Find how a person manages a business; raises NotYourBusiness or PrimaryContactOnly."""
    speaker = await speaking(session, member_id=member_id, person=person)
    if not speaker.manages:
        raise PrimaryContactOnly(name=speaker.people[0].name)
    return speaker


async def managing_people(session: AsyncSession, *, member_id: int) -> Sequence[int]:
    """List the people (ids) who manage a business; one that is not in the network has none."""
    member = await session.get(Member, member_id)
    if member is None or member.status is not MemberStatus.APPROVED:
        return []
    return [one.person_id for one in managers(await of(session, member_id=member_id))]


def other(speaker: Speaker, *, person_id: int) -> Representative:
    """Find another person who speaks for the same business; raises NotRepresentative."""
    found = next((one for one in speaker.people if one.person_id == person_id), None)
    if found is None or found.person_id == speaker.own.person_id:
        raise NotRepresentative
    return found


async def remove(session: AsyncSession, *, member_id: int, person_id: int, by: Person, now: datetime) -> str:
    """Let another person speak for a business no longer, and tell them; returns that person's name.

    Raises NotYourBusiness, PrimaryContactOnly or NotRepresentative.
    """
    speaker = await managing(session, member_id=member_id, person=by)
    removed = other(speaker, person_id=person_id)
    name = removed.name
    await release(session, member=speaker.member, leaving=[removed], by=by, now=now)
    await tell(session, what=REMOVED, member_id=member_id, people=[person_id], now=now)
    return name


async def step_down(session: AsyncSession, *, member_id: int, person: Person, now: datetime) -> Member:
    """Speak for a business no longer; the managers of those who stay are told.

    Raises NotYourBusiness, or LastRepresentative when nobody would be left.
    """
    speaker = await speaking(session, member_id=member_id, person=person)
    if len(speaker.people) == 1:
        raise LastRepresentative(name=speaker.member.name)
    await release(session, member=speaker.member, leaving=[speaker.own], by=person, now=now)
    staying = managers([one for one in speaker.people if one is not speaker.own])
    await tell(session, what=STEPPED_DOWN, member_id=member_id, people=[one.person_id for one in staying], now=now)
    return speaker.member


async def release(
    session: AsyncSession, *, member: Member, leaving: Collection[Representative], by: Person, now: datetime
) -> None:
    """Take people's right to speak for a business: their menus and cards follow, and their contact is forgotten.

    Where they were the ones called to an incident, those who stay are called at once. The consent says that name, title
    and phone are kept for as long as they represent it.
    """
    member_id = id_of(member)
    for one in leaving:
        one.status = RepresentativeStatus.REMOVED
        one.name = one.title = one.phone = ""
        one.primary_offered_by_id = one.primary_offered_at = None
        audit.record(
            session,
            person=by,
            action="representative-removed",
            subject="member",
            subject_id=member_id,
            now=now,
            after={"person_id": one.person_id},
        )
    await session.flush()
    people_ids = [one.person_id for one in leaving]
    for person in (await session.exec(select(Person).where(col(Person.id).in_(people_ids)))).all():
        await people.refresh_menu(session, person=person)
    await entries.refresh(session, member_ids=[member_id])
    await _redraw_cards(session, member_id=member_id, people_ids=people_ids, now=now)
    await _end_offers_of(session, member_id=member_id, people_ids=people_ids, now=now)
    await readers.release(session, people=people_ids, now=now)
    await audience.replace_released(session, member_id=member_id, people=people_ids, now=now)


async def _end_offers_of(session: AsyncSession, *, member_id: int, people_ids: Collection[int], now: datetime) -> None:
    """End the offers of the primary contact that some people made, and show it on their cards."""
    query = select(Representative).where(
        Representative.member_id == member_id, col(Representative.primary_offered_by_id).in_(people_ids)
    )
    offered = (await session.exec(query)).all()
    for one in offered:
        one.primary_offered_by_id = one.primary_offered_at = None
    await session.flush()
    await broadcasts.redraw(
        session,
        kinds=(MEMBERSHIP,),
        subject=MEMBERSHIP.subject,
        subject_id=member_id,
        lane=Lane.REPLY,
        people=[one.person_id for one in offered],
        now=now,
    )


async def _redraw_cards(session: AsyncSession, *, member_id: int, people_ids: Collection[int], now: datetime) -> None:
    """Have the cards of what is under way edited for some people, who act for the business no longer."""
    for incident_id in (await session.exec(under_way.of_member(member_id))).all():
        await incident_cards.redraw(
            session,
            lane=Lane.UPDATE,
            incident_id=incident_id,
            people=people_ids,
            now=now,
        )
    tasks = select(Task.id).where(Task.member_id == member_id, col(Task.state).not_in(OVER))
    applied = select(Application.id).where(Application.member_id == member_id)
    # Of every kind, for those of the wings above are not known here: an edit that shows the same is not sent.
    subjects = ((TASK_SUBJECT, tasks), ("application", applied), ("member", member_id))
    for subject, ids in subjects:
        await broadcasts.redraw(session, subject=subject, subject_id=ids, lane=Lane.UPDATE, people=people_ids, now=now)


async def tell(session: AsyncSession, *, what: str, member_id: int, people: Collection[int], now: datetime) -> None:
    """Tell some people (ids) what happened to a business they have to do with."""
    if people:
        await broadcasts.queue(
            session, kind=MEMBERSHIP, people=people, subject_id=member_id, details=News(what), now=now
        )
