"""What the wing `cap` adds to the whole."""

from services.cap import messages
from services.ground.faces import Due, Rank, ServiceFace

# What was said in this tick is told in it.
FACE = ServiceFace("cap", due=(Due(messages.write_due, rank=Rank.OTHERS, wants=("cap_sender",)),))
