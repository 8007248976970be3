"""What the wing `roster` adds to the whole."""

from services.ground.faces import ServiceFace
from services.roster import holdings

FACE = ServiceFace(
    "roster",
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
