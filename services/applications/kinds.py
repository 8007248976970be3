"""What is said of applications: to those who decide, and to those concerned."""

from models.broadcasts import BroadcastKind, Lane
from services.ground.faces import MessageKind

APPLICATION = MessageKind(BroadcastKind.APPLICATION, Lane.REPLY, "application")
DECISION = MessageKind(BroadcastKind.DECISION, Lane.REPLY, "application", sent_again=True)
KINDS = (APPLICATION, DECISION)
