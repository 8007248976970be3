"""What is typed after the last field of a document was filled, and belongs to no field any more."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.papers import PaperAnswer
from models.people import Person
from services.notation.emails import EmailInvalid, read_email
from services.notation.moments import MomentPast, MomentUnclear, NoSuchDate, WeekdayDiffers, YearUnclear, read_moment
from services.notation.phones import PhoneInvalid, read_phone

# For so long after a field was filled, a bare value that comes alone is taken for another one.
STILL_FILLING = timedelta(minutes=15)
NUMBER = re.compile(r"[\d\s.,/:-]+")


async def belongs_to(
    session: AsyncSession, *, words: str, person: Person, now: datetime, time_zone: ZoneInfo
) -> Incident | None:
    """Find the incident whose papers a person has just filled, where words are no more than a field's value."""
    query = (
        select(Incident)
        .join(PaperAnswer, col(PaperAnswer.incident_id) == col(Incident.id))
        .where(PaperAnswer.said_by_id == id_of(person), PaperAnswer.said_at > now - STILL_FILLING)
        .order_by(col(PaperAnswer.said_at).desc(), col(PaperAnswer.id).desc())
        .limit(1)
    )
    incident = (await session.exec(query)).first()
    return incident if incident is not None and is_bare_value(words, now=now, time_zone=time_zone) else None


def is_bare_value(words: str, *, now: datetime, time_zone: ZoneInfo) -> bool:
    """Tell whether words are a moment, a number, a telephone number or an address, and nothing that happened."""
    if NUMBER.fullmatch(words):
        return True
    return _is_moment(words, now, time_zone) or _is_phone(words) or _is_email(words)


def _is_moment(words: str, now: datetime, time_zone: ZoneInfo) -> bool:
    try:
        read_moment(words, now=now, time_zone=time_zone)
    except (MomentPast, NoSuchDate, WeekdayDiffers, YearUnclear):
        return True
    except MomentUnclear:
        return False
    return True


def _is_phone(words: str) -> bool:
    try:
        read_phone(words)
    except PhoneInvalid:
        return False
    return True


def _is_email(words: str) -> bool:
    try:
        read_email(words)
    except EmailInvalid:
        return False
    return True
