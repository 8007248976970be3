"""What the wing `applications` adds to the whole."""

from services.applications import holdings, kinds
from services.ground.faces import ServiceFace

FACE = ServiceFace(
    "applications",
    kinds=kinds.KINDS,
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_applications,),
)
