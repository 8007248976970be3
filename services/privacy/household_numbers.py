"""The tax code of a household business is its owner's personal number, and goes with the last who speaks for it."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application
from models.identity import id_of
from models.members import SPEAKING_OR_WAITING, Member, Representative
from models.people import Person
from services.ground import audit
from services.members import entries
from services.notation.tax_codes import HOUSEHOLD_DIGITS, erased_code, is_personal


async def forget(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """Erase the personal numbers of the businesses that a person spoke for, where nobody else speaks or waits to."""
    person_id = id_of(person)
    others = select(Representative.member_id).where(
        Representative.person_id != person_id, col(Representative.status).in_(SPEAKING_OR_WAITING)
    )
    query = (
        select(Member)
        .join(Representative, col(Representative.member_id) == col(Member.id))
        .where(Representative.person_id == person_id, col(Member.id).not_in(others))
        .where(func.length(Member.tax_code) == HOUSEHOLD_DIGITS)
    )
    gone = [member for member in await session.exec(query) if is_personal(member.tax_code)]
    for member in gone:
        member.tax_code = erased_code(id_of(member))
        audit.record(session, person=None, action="tax-code-erased", subject="member", subject_id=member.id, now=now)
    await _forget_in_requests(session, [id_of(member) for member in gone])
    await session.flush()
    await entries.refresh(session, member_ids=[id_of(member) for member in gone])


async def _forget_in_requests(session: AsyncSession, member_ids: list[int]) -> None:
    """Leave nothing of the numbers in what was once asked to be changed."""
    for application in await session.exec(select(Application).where(col(Application.member_id).in_(member_ids))):
        application.proposed = None
