"""What the wing `members` adds to the whole."""

from services.ground.faces import ServiceFace
from services.members import holdings

FACE = ServiceFace(
    "members",
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
