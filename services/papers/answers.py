"""What coordinators write for the fields of an incident's papers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import Incident
from models.papers import PaperAnswer, PaperForm
from models.people import Person
from services.ground import audit
from services.ground.refusals import Refusal
from services.notation.emails import read_email
from services.notation.nothing import says_nothing
from services.notation.phones import read_phone
from services.notation.spelling import tidy_text
from services.papers import times
from services.papers.shapes import SHAPES, PaperContent

VALUE_LENGTH = 2000


class PaperFieldUnknown(Refusal):
    """The document has no such field."""


class PaperValueLength(Refusal):
    """What was typed is empty or longer than `limit` characters."""


class PaperWordsTellNothing(Refusal):
    """What was typed says that there is nothing to say: the field stays empty."""


async def say(
    session: AsyncSession,
    *,
    incident: Incident,
    form: PaperForm,
    field: str,
    value: str,
    by: Person,
    now: datetime,
    time_zone: ZoneInfo,
) -> PaperAnswer:
    """Keep what is said for a field.

    Raises PaperFieldUnknown, PaperValueLength, PaperWordsTellNothing, and what is said of a number, an address or a
    time that is none.
    """
    asked = SHAPES[form].field(field)
    if asked is None:
        raise PaperFieldUnknown
    words = tidy_text(value)
    if not 0 < len(words) <= VALUE_LENGTH:
        raise PaperValueLength(limit=VALUE_LENGTH, length=len(words))
    words = _read(words, asked.holds, now=now, time_zone=time_zone)
    query = select(PaperAnswer).where(PaperAnswer.incident_id == id_of(incident), PaperAnswer.field == field)
    answer = (await session.exec(query)).first()
    if answer is None:
        answer = PaperAnswer(incident_id=id_of(incident), field=field, value=words, said_by_id=id_of(by), said_at=now)
        session.add(answer)
    before, answer.value, answer.said_by_id, answer.said_at = answer.value, words, id_of(by), now
    # The words themselves may hold a person's number; the record says which field was filled, and how long it was.
    audit.record(
        session,
        person=by,
        action="paper-field-said",
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        before={"length": len(before)},
        after={"field": field, "length": len(words)},
    )
    await session.flush()
    return answer


def _read(words: str, holds: PaperContent, *, now: datetime, time_zone: ZoneInfo) -> str:
    """Read what a field holds; a telephone number stays as it was written, with the extension that was named."""
    match holds:
        case PaperContent.EMAIL:
            return read_email(words)
        case PaperContent.TELLING if says_nothing(words):
            raise PaperWordsTellNothing
        case PaperContent.PHONE:
            read_phone(words)
        case PaperContent.PAST_DAY | PaperContent.PAST | PaperContent.AHEAD | PaperContent.MOMENT:
            return times.read(words, holds, now=now, time_zone=time_zone)
    return words


async def forget(session: AsyncSession, *, incident: Incident, field: str, by: Person, now: datetime) -> None:
    """Leave a field to what the records know again."""
    query = select(PaperAnswer).where(PaperAnswer.incident_id == id_of(incident), PaperAnswer.field == field)
    answer = (await session.exec(query)).first()
    if answer is None:
        return
    await session.delete(answer)
    audit.record(
        session,
        person=by,
        action="paper-field-forgotten",
        subject="incident",
        subject_id=id_of(incident),
        now=now,
        after={"field": field},
    )
    await session.flush()
