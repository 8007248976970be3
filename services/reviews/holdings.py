"""What reviews hold about people and businesses: who owns, opened and closed one, who decided and said what of one."""

from typing import Any

from sqlalchemy import delete, or_, update
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import Lane
from models.drills import Drill
from models.identity import id_of
from models.incidents import Incident
from models.members import Member
from models.people import Person
from models.reviews import REVIEW_SUBJECT, Review, ReviewDecision, ReviewVoice
from models.tasks import Task
from services.ground.holding_types import FilePart, Leaving, Merging, Moved, NumberKept, OfMember, OfPerson
from services.outbox import broadcasts

_CODE = func.coalesce(col(Incident.code), col(Drill.code))


def _owned(person: Person) -> Any:
    own = id_of(person)
    return (
        select(Review, _CODE)
        .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
        .outerjoin(Drill, col(Drill.id) == col(Review.drill_id))
        .where(or_(col(Review.owner_id) == own, col(Review.opened_by_id) == own, col(Review.done_by_id) == own))
        .order_by(col(Review.id))
    )


def _said(person: Person) -> Any:
    return (
        select(ReviewVoice, _CODE, Member)
        .join(Review, col(Review.id) == col(ReviewVoice.review_id))
        .outerjoin(Incident, col(Incident.id) == col(Review.incident_id))
        .outerjoin(Drill, col(Drill.id) == col(Review.drill_id))
        .join(Member, col(Member.id) == col(ReviewVoice.member_id))
        .where(ReviewVoice.person_id == id_of(person))
        .order_by(col(ReviewVoice.id))
    )


def _decided(person: Person) -> Any:
    return (
        select(ReviewDecision, Task)
        .join(Task, col(Task.id) == col(ReviewDecision.task_id))
        .where(ReviewDecision.person_id == id_of(person))
        .order_by(col(ReviewDecision.id))
    )


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Let the business that is kept answer for the other one, each review once; a word beats silence.

    Where either said that it may not be named, what is left says so.
    """
    kept, theirs = (col(ReviewVoice.member_id) == one for one in (merging.kept_id, merging.other_id))
    said = (await session.exec(select(ReviewVoice.review_id).where(theirs, col(ReviewVoice.at).is_not(None)))).all()
    silent = delete(ReviewVoice).where(kept, col(ReviewVoice.at).is_(None), col(ReviewVoice.review_id).in_(said))
    await session.exec(silent.execution_options(synchronize_session="fetch"))
    twice = (await session.exec(select(ReviewVoice.review_id).where(kept))).all()
    refused = select(ReviewVoice.review_id).where(kept | theirs, col(ReviewVoice.may_be_named).is_(False))
    unnamed = col(ReviewVoice.review_id).in_((await session.exec(refused)).all())
    for statement in (
        update(ReviewVoice).where(kept | theirs, unnamed).values(may_be_named=False),
        delete(ReviewVoice).where(theirs, col(ReviewVoice.review_id).in_(twice)),
        update(ReviewVoice).where(theirs).values(member_id=merging.kept_id),
    ):
        await session.exec(statement.execution_options(synchronize_session="fetch"))


async def redraw_reviews(session: AsyncSession, leaving: Leaving) -> None:
    """Have the pages edited that name a person as owner, or as who said something."""
    own = leaving.person_id
    said = select(ReviewVoice.review_id).where(ReviewVoice.person_id == own)
    theirs = select(Review.id).where(or_(col(Review.owner_id) == own, col(Review.id).in_(said)))
    await broadcasts.redraw(session, subject=REVIEW_SUBJECT, subject_id=theirs, lane=Lane.UPDATE, now=leaving.now)


PARTS = (
    FilePart("reviews", _owned),
    FilePart("review-voices", _said),
    FilePart("review-decisions", _decided),
)
_LOOKED_BACK = NumberKept("what was looked back at is the network's")
PEOPLE = (
    OfPerson(col(Review.owner_id), "reviews", _LOOKED_BACK),
    OfPerson(col(Review.opened_by_id), "reviews", _LOOKED_BACK),
    OfPerson(col(Review.done_by_id), "reviews", _LOOKED_BACK),
    OfPerson(col(ReviewVoice.person_id), "review-voices", NumberKept("what was said is the business's")),
    OfPerson(col(ReviewDecision.person_id), "review-decisions", NumberKept("that a task stays open is the network's")),
)
MEMBERS = (OfMember(col(ReviewVoice.member_id), Moved(_move)),)
