"""What is said of an escalation: to those who are called in the bot, and to those who coordinate."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import col, select

from models.broadcasts import BroadcastKind, Lane
from models.escalation import ESCALATION_SUBJECT, Escalation, Post
from models.incidents import Incident
from services.ground.details import Details
from services.ground.faces import MessageKind


class EscalationNews(StrEnum):
    """With which news an escalation is told of anew to those who coordinate."""

    BEGUN = "begun"
    ON_SITE = "on_site"
    SILENT = "silent"
    UNSOLVED = "unsolved"


@dataclass(frozen=True)
class CallCard(Details):
    """The call (id) that a person in the bot gets."""

    word = "escalation-call"
    call_id: int


@dataclass(frozen=True)
class EscalationWatch(Details):
    """With which news a coordinator's card comes; one that was opened has none."""

    word = "escalation-watch"
    news: EscalationNews | None = None


@dataclass(frozen=True)
class PostVacated(Details):
    """The post whose holder coordinates no longer; `by_phone` tells whether a number is left to call."""

    word = "post-vacated"
    post: Post
    by_phone: bool


def _code(escalation_id: Any) -> Any:
    """Select the code of an escalation's incident."""
    return (
        select(Incident.code)
        .join(Escalation, col(Escalation.incident_id) == col(Incident.id))
        .where(Escalation.id == escalation_id)
        .scalar_subquery()
    )


CALL = MessageKind(
    BroadcastKind.ESCALATION_CALL,
    Lane.ALERT,
    ESCALATION_SUBJECT,
    named=_code,
    details=(CallCard,),
    sent_again=True,
)
WATCH = MessageKind(
    BroadcastKind.ESCALATION_WATCH,
    Lane.TASK,
    ESCALATION_SUBJECT,
    named=_code,
    details=(EscalationWatch,),
    sent_again=True,
    replaceable=True,
)
VACATED = MessageKind(BroadcastKind.POST_VACATED, Lane.REPLY, "", named=None, details=(PostVacated,), sent_again=True)
KINDS = (CALL, WATCH, VACATED)
