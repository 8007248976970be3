"""What is said of honours: to coordinators that some are proposed, to businesses thanks, to the network names."""

from sqlmodel import col, select

from models.broadcasts import BroadcastKind, Lane
from models.honours import HONOUR_RELEASE_SUBJECT, HONOUR_SUBJECT, Honour
from models.incidents import INCIDENT_SUBJECT, Incident
from models.members import Member
from services.ground.faces import MessageKind, called


def _business(honour_id: object) -> object:
    """Call an honour by its business."""
    named = select(Member.name).join(Honour, col(Honour.member_id) == col(Member.id))
    return named.where(col(Honour.id) == honour_id).scalar_subquery()


# None of it is urgent: it lets all else go first.
PROPOSED = MessageKind(
    BroadcastKind.HONOURS_PROPOSED,
    Lane.DIGEST,
    INCIDENT_SUBJECT,
    named=called(Incident.code),
    sent_again=True,
    replaceable=True,
)
THANKS = MessageKind(BroadcastKind.HONOUR_THANKS, Lane.DIGEST, HONOUR_SUBJECT, named=_business, sent_again=True)
NAMED = MessageKind(BroadcastKind.HONOUR_NAMED, Lane.DIGEST, HONOUR_RELEASE_SUBJECT, named=None, sent_again=True)
KINDS = (PROPOSED, THANKS, NAMED)
