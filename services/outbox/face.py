"""What the wing `outbox` adds to the whole."""

from services.ground.faces import ServiceFace
from services.outbox import holdings

FACE = ServiceFace(
    "outbox",
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
