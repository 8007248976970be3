"""What the wing `jobs` adds to the whole."""

from services.ground.faces import ServiceFace
from services.jobs import holdings, kinds, queue

FACE = ServiceFace(
    "jobs",
    kinds=kinds.KINDS,
    tidy=(queue.forget_old,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
)
