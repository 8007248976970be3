"""What the wing `jobs` adds to the whole."""

from services.ground.faces import ServiceFace
from services.jobs import holdings, queue

FACE = ServiceFace(
    "jobs",
    tidy=(queue.forget_old,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
)
