"""What the wing `figures` adds to the whole."""

from services.figures import digests, holdings, kinds
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "figures",
    kinds=kinds.KINDS,
    due=(Due(digests.send_due, wants=("time_zone",)),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
)
