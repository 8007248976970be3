"""What the wing `cap` adds to the whole."""

from services.cap import messages, withdrawing
from services.ground.faces import Due, Rank, ServiceFace

# What was said in this tick is told in it, after what a feed may tell no more was cancelled.
FACE = ServiceFace(
    "cap",
    due=(
        Due(withdrawing.write_due, rank=Rank.OTHERS, wants=("cap_sender",)),
        Due(messages.write_due, rank=Rank.OTHERS, wants=("cap_sender",)),
    ),
)
