"""What is said of applications: to those who decide, and to those concerned."""

from typing import Any

from sqlmodel import col, select

from models.applications import Application
from models.broadcasts import BroadcastKind, Lane
from models.members import Member
from services.ground.faces import MessageKind


def _applicant(application_id: Any) -> Any:
    """Call an application by its business."""
    return (
        select(Member.name)
        .join(Application, col(Application.member_id) == col(Member.id))
        .where(col(Application.id) == application_id)
        .scalar_subquery()
    )


APPLICATION = MessageKind(BroadcastKind.APPLICATION, Lane.REPLY, "application", named=_applicant)
# A decision stands in the file without the business that it is about.
DECISION = MessageKind(BroadcastKind.DECISION, Lane.REPLY, "application", named=None, sent_again=True)
KINDS = (APPLICATION, DECISION)
