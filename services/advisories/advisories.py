"""Advisories as they are kept: their words, found by those who may see them, and redrawn wherever they stand."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import or_
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryPart, AdvisoryReceipt
from models.broadcasts import Lane
from models.identity import id_of
from models.people import Person
from models.tlp import NARROW
from services.advisories.kinds import ADVISORY_NOTE, AdvisoryNoted
from services.ground.codes import Series
from services.ground.faces import MessageKind
from services.ground.refusals import Refusal
from services.notation.spelling import i_for_y, search_key, tidy_line, tidy_text
from services.outbox import broadcasts
from services.people import businesses

SERIES = Series("CB", col(Advisory.year), col(Advisory.number))
# Together they are one message.
LENGTHS = {AdvisoryPart.TITLE: 120, AdvisoryPart.WHAT: 1000, AdvisoryPart.TODO: 1000}


class AdvisoryUnknown(Refusal):
    """There is no such advisory."""


class AdvisoryNotYours(Refusal):
    """The advisory was not sent to the person, and is for others."""


class AdvisoryWordsLength(Refusal):
    """The words are empty or longer than `limit` characters; they have `length`."""


def tidied(part: AdvisoryPart, text: str) -> str:
    """Give the words of a part as they are kept; raises AdvisoryWordsLength."""
    words = tidy_line(text) if part is AdvisoryPart.TITLE else tidy_text(text)
    if not 1 <= len(words) <= LENGTHS[part]:
        raise AdvisoryWordsLength(limit=LENGTHS[part], length=len(words))
    return words


def titled(what: str) -> str:
    """Make a title of what an advisory says: its first sentence, as far as a title goes."""
    longest = LENGTHS[AdvisoryPart.TITLE]
    line = what.splitlines()[0]
    first = line.partition(". ")[0].rstrip(".") or line
    if len(first) <= longest:
        return first
    return f"{first[: longest - 1].rpartition(' ')[0] or first[: longest - 1]}…"


def found_by(advisory: Advisory) -> str:
    """Give the words by which an advisory is found, in whatever spelling they are typed."""
    return _key(" ".join((advisory.code, advisory.title, advisory.what, advisory.todo)))


def _key(text: str) -> str:
    return i_for_y(search_key(text))


def finding(typed: str) -> Sequence[ColumnElement[bool]]:
    """Make the conditions that an advisory has every word that was typed; keys have letters and digits alone."""
    return [col(Advisory.words).contains(word) for word in _key(typed).split()]


async def by_id(session: AsyncSession, *, advisory_id: int, lock: bool = False) -> Advisory:
    """Find an advisory, and with `lock` let nobody else change it meanwhile; raises AdvisoryUnknown."""
    await session.flush()
    advisory = await session.get(Advisory, advisory_id, with_for_update=lock, populate_existing=lock)
    if advisory is None:
        raise AdvisoryUnknown
    return advisory


async def seen_by(session: AsyncSession, *, advisory_id: int, person: Person) -> Advisory:
    """Find an advisory that one of a business's people may see; raises AdvisoryUnknown or AdvisoryNotYours."""
    advisory = await by_id(session, advisory_id=advisory_id)
    visible = select(Advisory.id).where(Advisory.id == advisory_id, await visible_to(session, person=person))
    if (await session.exec(visible)).first() is None:
        raise AdvisoryNotYours
    return advisory


async def visible_to(session: AsyncSession, *, person: Person) -> ColumnElement[bool]:
    """Make the condition that a person may see an advisory: one that their business was sent, or that is for many."""
    members = [id_of(one) for one in await businesses.spoken_for(session, person=person)]
    asked = select(AdvisoryReceipt.advisory_id).where(col(AdvisoryReceipt.member_id).in_(members))
    return or_(col(Advisory.id).in_(asked), col(Advisory.tlp).not_in(NARROW))


async def redraw(
    session: AsyncSession,
    *,
    advisory: Advisory,
    now: datetime,
    kinds: Iterable[MessageKind] = (),
    people: Iterable[int] | None = None,
    groups: Iterable[int] = (),
    lane: Lane = Lane.UPDATE,
) -> None:
    """Have the messages about an advisory edited in place, or those of some kinds, people and groups (ids) alone."""
    await broadcasts.redraw(
        session,
        kinds=kinds,
        subject=ADVISORY_SUBJECT,
        subject_id=id_of(advisory),
        people=people,
        groups=groups,
        lane=lane,
        now=now,
    )


async def note(
    session: AsyncSession, *, advisory: Advisory, people: Sequence[int], why: AdvisoryNoted, now: datetime
) -> None:
    """Send people (ids) a short message that follows their card; `why` are its details."""
    if people:
        await broadcasts.queue(
            session,
            kind=ADVISORY_NOTE,
            people=people,
            subject_id=id_of(advisory),
            details=why,
            now=now,
        )
