"""What the wing `lessons` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.lessons import holdings, kinds, sending

FACE = ServiceFace(
    "lessons",
    kinds=kinds.KINDS,
    due=(Due(sending.remind_due, wants=("time_zone",)),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_lessons,),
)
