"""What is said in the operations group about an incident, and what people are told about the group itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from models.broadcasts import BroadcastKind, Lane
from models.escalation import EscalationStage
from models.incidents import INCIDENT_SUBJECT
from models.operations import OPERATIONS_SUBJECT, OperationsGroup
from services.command.kinds import OfCommand
from services.ground.details import Details
from services.ground.faces import MessageKind, called
from services.incidents.kinds import CALLED, SUBJECT, OfNotice, of_notice


class Trouble(StrEnum):
    """What is wrong with the operations group, as people are told once."""

    WITHOUT_TOPICS = "without_topics"
    LOST = "lost"


@dataclass(frozen=True)
class OfTrouble(Details):
    """What is wrong."""

    word = "operations_trouble"
    what: Trouble


@dataclass(frozen=True)
class OfReportChange(Details):
    """The step (id) by which a report came to the incident."""

    word = "report_change"
    change_id: int


@dataclass(frozen=True)
class OfLateness(Details):
    """The broadcast (id) by which coordinators heard that an update of the incident is late."""

    word = "lateness"
    broadcast_id: int


@dataclass(frozen=True)
class OfStage(Details):
    """The stage that calls to those above have come to."""

    word = "escalation_stage"
    stage: EscalationStage


@dataclass(frozen=True)
class OfSilence(Details):
    """Says why nothing more of the incident is told here: its label is for the people alone who are named."""

    word = "topic_silence"


async def _of_declaration(_: AsyncSession, incident_id: int | None, __: Mapping[str, Any] | None) -> Any:
    """Tell where the files of a declaration are kept."""
    return (INCIDENT_SUBJECT, incident_id) if incident_id is not None else None


NAMED = called(OperationsGroup.title)
GROUP_PAGE = MessageKind(
    BroadcastKind.OPERATIONS_GROUP, Lane.REPLY, OPERATIONS_SUBJECT, named=NAMED, sent_again=True, replaceable=True
)
TROUBLE = MessageKind(
    BroadcastKind.OPERATIONS_TROUBLE, Lane.UPDATE, OPERATIONS_SUBJECT, named=NAMED, details=(OfTrouble,)
)
# The cards of a topic, which are pinned and edited; the tally is one of them.
CARD = MessageKind(BroadcastKind.TOPIC_CARD, Lane.TASK, SUBJECT, named=CALLED, sent_again=True, brings=_of_declaration)
TASKS = MessageKind(BroadcastKind.TOPIC_TASKS, Lane.TASK, SUBJECT, named=CALLED, sent_again=True)
NEWS = MessageKind(
    BroadcastKind.TOPIC_NEWS,
    Lane.UPDATE,
    SUBJECT,
    named=CALLED,
    details=(OfNotice, OfCommand, OfReportChange, OfLateness, OfStage, OfSilence),
    sent_again=True,
    brings=of_notice,
)
KINDS = (GROUP_PAGE, TROUBLE, CARD, TASKS, NEWS)
