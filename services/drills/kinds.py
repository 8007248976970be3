"""What is said of contact tests and drills, to those who take part and to coordinators."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.contact_tests import CONTACT_TEST_SUBJECT, ContactTest
from models.drills import DRILL_SUBJECT, Drill
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_STEP_SUBJECT, RunStep
from services.ground.details import Details
from services.ground.faces import MessageKind, called


class DrillEvent(StrEnum):
    """What happened to a drill, as everybody who takes part is told."""

    ANNOUNCED = "announced"
    CANCELLED = "cancelled"
    MOVED = "moved"
    LEFT = "left"
    JOINED = "joined"
    HELD = "held"
    BEGAN = "began"
    RESTS = "rests"
    GOES_ON = "goes_on"
    OVER = "over"


@dataclass(frozen=True)
class OfEvent(Details):
    """What happened; `incident_id` is the incident for which a drill rests or is held."""

    word = "event"
    what: DrillEvent
    incident_id: int | None = None


@dataclass(frozen=True)
class OwnResult(Details):
    """Marks the message that shows a person how their own businesses did."""

    word = "result"


def _drill_of(run_step_id: Any) -> Any:
    """Select the code of the drill that an inject is of."""
    return (
        select(Drill.code)
        .join(RunStep, col(RunStep.run_id) == col(Drill.run_id))
        .where(col(RunStep.id) == run_step_id)
        .scalar_subquery()
    )


async def _of_inject(
    session: AsyncSession, run_step_id: int | None, _: Mapping[str, Any] | None
) -> tuple[str, int] | None:
    """Tell where the photos of an inject are kept."""
    row = await session.get(RunStep, run_step_id) if run_step_id is not None else None
    return (SCRIPT_STEP_SUBJECT, row.step_id) if row is not None else None


CONTACT_TEST = MessageKind(
    BroadcastKind.CONTACT_TEST,
    Lane.REMINDER,
    CONTACT_TEST_SUBJECT,
    named=called(ContactTest.code),
    sent_again=True,
    stays=True,
)
CONTACT_COUNT = MessageKind(
    BroadcastKind.CONTACT_COUNT, Lane.TALLY, CONTACT_TEST_SUBJECT, named=called(ContactTest.code), replaceable=True
)
# A drill's messages wait for everything that is real.
INJECT = MessageKind(
    BroadcastKind.INJECT,
    Lane.DRILL,
    RUN_STEP_SUBJECT,
    named=_drill_of,
    sent_again=True,
    stays=True,
    brings=_of_inject,
)
DRILL_NEWS = MessageKind(
    BroadcastKind.DRILL_NEWS,
    Lane.DRILL,
    DRILL_SUBJECT,
    named=called(Drill.code),
    details=(OfEvent, OwnResult),
    sent_again=True,
)
DRILL_BOARD = MessageKind(
    BroadcastKind.DRILL_BOARD,
    Lane.TALLY,
    DRILL_SUBJECT,
    named=called(Drill.code),
    details=(OfEvent,),
    sent_again=True,
    replaceable=True,
)
KINDS = (CONTACT_TEST, CONTACT_COUNT, INJECT, DRILL_NEWS, DRILL_BOARD)
