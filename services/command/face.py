"""What the wing `command` adds to the whole."""

from services.command import handing, holdings, kinds
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "command",
    kinds=kinds.KINDS,
    due=(Due(handing.tell_of_silence),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
)
