"""What the wing `escalation` adds to the whole."""

from services.escalation import former, holdings, kinds, ladder
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "escalation",
    kinds=kinds.KINDS,
    # Of an incident that is over nobody is called in the same breath.
    due=(Due(ladder.end_due), Due(former.release_due), Due(ladder.climb_due), Due(ladder.ask_due)),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    redrawn=(holdings.redraw_escalations,),
)
