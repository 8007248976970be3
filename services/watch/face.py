"""What the wing `watch` adds to the whole."""

from services.ground.faces import Due, Rank, ServiceFace
from services.watch import kinds, outages

FACE = ServiceFace(
    "watch",
    kinds=kinds.KINDS,
    due=(Due(outages.ask_due, Rank.BEFORE_ANYONE_IS_REMINDED),),
)
