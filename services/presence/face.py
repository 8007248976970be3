"""What the wing `presence` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.presence import holdings, kinds, standing_down

FACE = ServiceFace(
    "presence",
    kinds=kinds.KINDS,
    due=(Due(standing_down.check_due),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
