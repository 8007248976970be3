"""What the wing `people` adds to the whole."""

from services.ground.faces import ServiceFace
from services.people import holdings, invitations, kinds

FACE = ServiceFace(
    "people",
    kinds=kinds.KINDS,
    tidy=(invitations.forget_old,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
