"""What advisories hold about people and businesses: who sent one, who said what of one, and who bound the channel."""

from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryReceipt
from models.broadcasts import Lane
from models.identity import id_of
from models.members import Member
from models.people import Person
from models.public_channels import PublicChannel
from services.ground.holding_types import FilePart, Leaving, Merging, Moved, NumberKept, OfMember, OfPerson
from services.outbox import broadcasts


def _sent(person: Person) -> Any:
    return select(Advisory).where(Advisory.person_id == id_of(person)).order_by(col(Advisory.id))


def _answered(person: Person) -> Any:
    return (
        select(AdvisoryReceipt, Advisory, Member)
        .join(Advisory, col(Advisory.id) == col(AdvisoryReceipt.advisory_id))
        .join(Member, col(Member.id) == col(AdvisoryReceipt.member_id))
        .where(AdvisoryReceipt.person_id == id_of(person))
        .order_by(col(AdvisoryReceipt.id))
    )


def _bound(person: Person) -> Any:
    return select(PublicChannel).where(PublicChannel.bound_by_id == id_of(person)).order_by(col(PublicChannel.id))


async def _move(session: AsyncSession, merging: Merging) -> None:
    """Let the business that is kept answer to what the other one was sent, each advisory once; a word beats silence."""
    kept, theirs = (col(AdvisoryReceipt.member_id) == one for one in (merging.kept_id, merging.other_id))
    said = (
        await session.exec(select(AdvisoryReceipt.advisory_id).where(theirs, col(AdvisoryReceipt.answer).is_not(None)))
    ).all()
    silent = delete(AdvisoryReceipt).where(
        kept, col(AdvisoryReceipt.answer).is_(None), col(AdvisoryReceipt.advisory_id).in_(said)
    )
    await session.exec(silent.execution_options(synchronize_session="fetch"))
    twice = (await session.exec(select(AdvisoryReceipt.advisory_id).where(kept))).all()
    for statement in (
        delete(AdvisoryReceipt).where(theirs, col(AdvisoryReceipt.advisory_id).in_(twice)),
        update(AdvisoryReceipt).where(theirs).values(member_id=merging.kept_id),
    ):
        await session.exec(statement.execution_options(synchronize_session="fetch"))


async def redraw_advisories(session: AsyncSession, leaving: Leaving) -> None:
    """Have the cards edited that say that a person said something of an advisory for their business."""
    answered = select(AdvisoryReceipt.advisory_id).where(AdvisoryReceipt.person_id == leaving.person_id)
    await broadcasts.redraw(session, subject=ADVISORY_SUBJECT, subject_id=answered, lane=Lane.UPDATE, now=leaving.now)


PARTS = (
    FilePart("advisories", _sent),
    FilePart("advisory-answers", _answered),
    FilePart("public-channels", _bound),
)
PEOPLE = (
    OfPerson(col(Advisory.person_id), "advisories", NumberKept("what was warned of is the network's")),
    OfPerson(col(AdvisoryReceipt.person_id), "advisory-answers", NumberKept("what was said is the business's")),
    OfPerson(col(PublicChannel.bound_by_id), "public-channels", NumberKept("the channel stays the department's")),
)
MEMBERS = (OfMember(col(AdvisoryReceipt.member_id), Moved(_move)),)
