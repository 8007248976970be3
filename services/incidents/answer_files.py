"""Files beside a business's answer, which coordinators open: each is kept as soon as it comes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.people import Person
from models.responses import RESPONSE_SUBJECT, Response
from services.ground import attachments
from services.ground.attachments import Attachment
from services.incidents import cards, responses
from services.incidents.offers import AnswerFirst


async def add(session: AsyncSession, *, incident: Incident, person: Person, file: Attachment, now: datetime) -> None:
    """Keep a file beside the answers that a person may add to, as a note is kept.

    Raises IncidentClosed, NotAlerted, AnswerFirst or TooManyFiles.
    """
    alerted = await responses.speaking(session, incident=incident, person=person)
    held = await responses.held_by(session, incident=incident, members=alerted)
    if not held:
        raise AnswerFirst
    for response in held.values():
        kept = await attachments.of(session, subject=RESPONSE_SUBJECT, subject_id=id_of(response))
        added = attachments.joined(kept, file)[len(kept) :]
        await attachments.keep(session, subject=RESPONSE_SUBJECT, subject_id=id_of(response), attachments=added)
    await cards.redraw_tally(session, incident_id=id_of(incident), now=now)


async def of_member(session: AsyncSession, *, incident_id: int, member_id: int) -> Sequence[Attachment]:
    """List what came beside a business's answer to an incident (ids)."""
    query = select(Response.id).where(Response.incident_id == incident_id, Response.member_id == member_id)
    response_id = (await session.exec(query)).first()
    if response_id is None:
        return ()
    return await attachments.of(session, subject=RESPONSE_SUBJECT, subject_id=response_id)


async def count(session: AsyncSession, *, incident_id: int, members: Collection[int]) -> Mapping[int, int]:
    """Count what came beside the answers of some businesses (ids); those without anything are left out."""
    query = select(Response).where(Response.incident_id == incident_id, col(Response.member_id).in_(members))
    given = {id_of(response): response.member_id for response in (await session.exec(query)).all()}
    counted = await attachments.count_of_each(session, subject=RESPONSE_SUBJECT, subject_ids=list(given))
    return {given[response_id]: number for response_id, number in counted.items()}
