"""What the wing `updates` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.updates import due, holdings, kinds, newcomers

FACE = ServiceFace(
    "updates",
    kinds=kinds.KINDS,
    due=(Due(due.tell_due),),
    settled=(newcomers.settle,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    redrawn=(holdings.redraw_updates,),
    members=holdings.MEMBERS,
)
