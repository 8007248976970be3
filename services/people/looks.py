"""Every look at the numbers of a business's people is kept: who looked, at which business, when and how."""

from datetime import datetime, timedelta

from sqlalchemy import insert, literal
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.columns import UtcDateTime
from models.identity import id_of
from models.members import Member, Representative, RepresentativeStatus
from models.people import Person
from models.roster import ContactLook, LookKind
from services.ground import audit

# Whoever looks again in the same way within that time still looks at the same thing.
ONE_LOOK = timedelta(minutes=1)


async def keep(session: AsyncSession, *, person: Person, member_id: int, how: LookKind, now: datetime) -> None:
    """Keep that a person saw the numbers of one business."""
    person_id = id_of(person)
    again = select(ContactLook.id).where(
        ContactLook.member_id == member_id,
        ContactLook.person_id == person_id,
        ContactLook.how == how,
        col(ContactLook.at) > now - ONE_LOOK,
    )
    if (await session.exec(again)).first() is not None:
        return
    session.add(ContactLook(member_id=member_id, person_id=person_id, at=now, how=how))
    audit.record(
        session,
        person=person,
        action="contacts-seen",
        subject="member",
        subject_id=member_id,
        now=now,
        after={"how": how},
    )
    await session.flush()


async def keep_export(session: AsyncSession, *, person: Person, exported: ColumnElement[bool], now: datetime) -> None:
    """Keep that a person took the numbers of some businesses out: of those for which anybody speaks.

    The record of the export itself says so once for all.
    """
    spoken = select(Representative.member_id).where(Representative.status == RepresentativeStatus.APPROVED)
    looks = select(
        col(Member.id), literal(id_of(person)), literal(now, UtcDateTime()), literal(LookKind.EXPORT.value)
    ).where(exported, col(Member.id).in_(spoken))
    columns = (ContactLook.member_id, ContactLook.person_id, ContactLook.at, ContactLook.how)
    kept = insert(ContactLook).from_select([col(column) for column in columns], looks)
    await (await session.connection()).execute(kept)
