"""What is said of who stands down: the list of those who have not, and what they are asked."""

from models.broadcasts import BroadcastKind, Lane
from models.incidents import Incident
from services.ground.faces import MessageKind, called

SUBJECT = "incident"
CALLED = called(Incident.code)
LATE = MessageKind(BroadcastKind.STAND_DOWN_LATE, Lane.TALLY, SUBJECT, named=CALLED, sent_again=True, replaceable=True)
ASKED = MessageKind(BroadcastKind.STAND_DOWN_ASKED, Lane.REMINDER, SUBJECT, named=CALLED)
KINDS = (LATE, ASKED)
