"""What the wing `honours` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.honours import holdings, kinds, proposing

FACE = ServiceFace(
    "honours",
    kinds=kinds.KINDS,
    due=(Due(proposing.propose_due),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
