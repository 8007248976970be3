"""What was exercised in a stretch of time, apart from everything real."""

from dataclasses import dataclass, field

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.contact_tests import ContactTest, ContactTestPerson
from models.drills import Drill, InjectReply
from models.scripts import RunStep
from services.figures.laying import CourseFigures
from services.figures.periods import Stretch


@dataclass(frozen=True)
class DrillFigures:
    """Alerts of drills; drills by script with their injects; contact tests with the people who were asked."""

    alerts: CourseFigures = field(default_factory=CourseFigures)
    scripted: int = 0
    injects: int = 0
    injects_answered: int = 0
    tests: int = 0
    asked: int = 0
    confirmed: int = 0

    @property
    def total(self) -> int:
        """Count whatever was exercised."""
        return self.alerts.total + self.scripted + self.tests


async def within(
    session: AsyncSession,
    *,
    stretch: Stretch,
    alerts: CourseFigures,
) -> DrillFigures:
    """Count the drills that began in a stretch of time, and the contact tests that were asked in it."""
    scripted, injects, answered = await _scripted(session, stretch)
    tests, asked, confirmed = await _tests(session, stretch)
    return DrillFigures(alerts, scripted, injects, answered, tests, asked, confirmed)


async def _scripted(session: AsyncSession, stretch: Stretch) -> tuple[int, int, int]:
    query = (
        select(
            func.count(func.distinct(col(Drill.id))),
            func.count(col(InjectReply.member_id)),
            func.count(col(InjectReply.answered_at)),
        )
        .outerjoin(RunStep, col(RunStep.run_id) == col(Drill.run_id))
        .outerjoin(InjectReply, col(InjectReply.run_step_id) == col(RunStep.id))
        .where(col(Drill.began_at) >= stretch.begin, col(Drill.began_at) < stretch.end)
    )
    return (await session.exec(query)).one()


async def _tests(session: AsyncSession, stretch: Stretch) -> tuple[int, int, int]:
    """Count contact tests, and people in each: one who is asked for several businesses confirms for all at once."""
    query = (
        select(ContactTestPerson.test_id, ContactTestPerson.person_id, func.max(col(ContactTestPerson.confirmed_at)))
        .join(ContactTest, col(ContactTest.id) == col(ContactTestPerson.test_id))
        .where(col(ContactTest.asked_at) >= stretch.begin, col(ContactTest.asked_at) < stretch.end)
        .group_by(col(ContactTestPerson.test_id), col(ContactTestPerson.person_id))
    )
    rows = (await session.exec(query)).all()
    tests = {test_id for test_id, _, _ in rows}
    return len(tests), len(rows), sum(at is not None for _, _, at in rows)
