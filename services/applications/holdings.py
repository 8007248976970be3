"""What is held about applicants and about whoever decided, and where the applications of a merged business go."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.applications import Application, ApplicationKind
from models.broadcasts import Lane
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.members import Member, MemberStatus, Representative, RepresentativeStatus
from models.people import Person
from services.applications import requests
from services.applications.decision_form import DecisionForm
from services.applications.kinds import APPLICATION
from services.ground.holding_types import (
    Erased,
    FilePart,
    Leaving,
    Merging,
    NumberKept,
    OfPerson,
    all_of,
    beside_member,
)
from services.members import entries
from services.outbox import broadcasts


def _applications(person: Person) -> Any:
    own = id_of(person)
    return (
        beside_member(Application)
        .where(or_(col(Application.person_id) == own, col(Application.decided_by_id) == own))
        .order_by(col(Application.id))
    )


async def _withdraw(session: AsyncSession, leaving: Leaving) -> None:
    """Withdraw what waits for a decision, and forget what was said. A business that waits is not taken in."""
    theirs = (await session.exec(select(Application).where(Application.person_id == leaving.person_id))).all()
    for application in theirs:
        application.reason = None
        if application.status not in requests.OPEN:
            continue
        await requests.withdraw(session, application=application, person=leaving.person, now=leaving.now)
        member = await session.get_one(Member, application.member_id)
        if application.kind is ApplicationKind.NEW_MEMBER and member.status is MemberStatus.PENDING:
            member.status = MemberStatus.REJECTED
            await session.flush()
            await entries.refresh(session, member_ids=[application.member_id])
    await _forget_decisions_under_way(session, {id_of(application) for application in theirs})


async def _forget_decisions_under_way(session: AsyncSession, application_ids: Collection[int]) -> None:
    """Forget the words that others are writing about some applications; the next step tells them that it is over."""
    query = select(Draft).where(Draft.dialogue == Dialogue.DECISION)
    for draft in (await session.exec(query)).all():
        form = DecisionForm.of(draft)
        if form.application_id in application_ids:
            draft.data = replace(form, words=None).write()


async def _settle_doubles(session: AsyncSession, merging: Merging) -> None:
    """Let only one application of a person wait, and none of who speaks for the business that is kept already."""
    in_kept = select(Application.person_id).where(
        Application.member_id == merging.kept_id, col(Application.status).in_(requests.OPEN)
    )
    speaking = select(Representative.person_id).where(
        Representative.member_id == merging.kept_id, Representative.status == RepresentativeStatus.APPROVED
    )
    query = select(Application).where(
        Application.member_id == merging.other_id,
        col(Application.status).in_(requests.OPEN),
        col(Application.person_id).in_(in_kept) | col(Application.person_id).in_(speaking),
    )
    for application in (await session.exec(query)).all():
        await requests.withdraw(session, application=application, person=merging.by, now=merging.now)


async def redraw_applications(session: AsyncSession, leaving: Leaving) -> None:
    """Have the cards edited of what a person applied for or decided."""
    own = leaving.person_id
    theirs = select(Application.id).where(or_(col(Application.person_id) == own, col(Application.decided_by_id) == own))
    await broadcasts.redraw(
        session,
        kinds=(APPLICATION,),
        subject=APPLICATION.subject,
        subject_id=theirs,
        lane=Lane.UPDATE,
        now=leaving.now,
    )


PARTS = (FilePart("applications", _applications),)
PEOPLE = (
    OfPerson(col(Application.person_id), "applications", Erased(_withdraw)),
    OfPerson(col(Application.decided_by_id), "applications", NumberKept("the decision is the office's")),
)
MEMBERS = (all_of(col(Application.member_id), settled=_settle_doubles),)
