"""The messages that show an incident are kept true: members' cards and coordinators' tallies."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Broadcast, Lane
from models.identity import id_of
from models.people import Person
from services.ground.details import id_field
from services.incidents import under_way
from services.incidents.kinds import ALL_CLEAR, CARDS, SUBJECT, TALLY
from services.outbox import broadcasts
from services.outbox.deliveries import Claimed


async def redraw(
    session: AsyncSession,
    *,
    incident_id: int,
    lane: Lane,
    now: datetime,
    people: Iterable[int] | None = None,
    groups: Iterable[int] = (),
) -> None:
    """Have members' cards of an incident edited in place: some people's and groups' (ids), or everybody's."""
    await broadcasts.redraw(
        session, kinds=CARDS, subject=SUBJECT, subject_id=incident_id, lane=lane, people=people, groups=groups, now=now
    )


async def redraw_ends(
    session: AsyncSession, *, incident_id: int, people: Iterable[int], now: datetime, groups: Iterable[int] = ()
) -> None:
    """Have the messages edited that told some people and groups (ids) of an end: they show what was confirmed."""
    await broadcasts.redraw(
        session,
        kinds=(ALL_CLEAR,),
        subject=SUBJECT,
        subject_id=incident_id,
        lane=Lane.REPLY,
        people=people,
        groups=groups,
        now=now,
    )


async def redraw_tally(session: AsyncSession, *, incident_id: int, now: datetime, lane: Lane = Lane.TALLY) -> None:
    """Have every coordinator's tally of an incident edited in place."""
    await broadcasts.redraw(session, kinds=(TALLY,), subject=SUBJECT, subject_id=incident_id, lane=lane, now=now)


async def bring_down(session: AsyncSession, *, incident_id: int, person: Person, now: datetime) -> None:
    """Send a coordinator the tally anew, as the newest message, before every alert; the older ones point to it."""
    people = [id_of(person)]
    await broadcasts.redraw(
        session, kinds=(TALLY,), subject=SUBJECT, subject_id=incident_id, lane=Lane.REPLY, people=people, now=now
    )
    await broadcasts.queue(session, kind=TALLY, people=people, subject_id=incident_id, lane=Lane.ASKED, now=now)


async def redraw_tallies_counting(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Have the tallies of what is under way edited in place where a person's reach counts."""
    for incident_id in (await session.exec(under_way.of_person(id_of(person)))).all():
        await redraw_tally(session, incident_id=incident_id, now=now)


def incident_of(message: Claimed | Broadcast) -> int | None:
    """Tell to which incident (id) a message belongs: its subject, or what its details name."""
    if message.subject == SUBJECT:
        return message.subject_id
    return (message.details or {}).get(id_field(SUBJECT))
