"""What the wing `outbox` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.outbox import again, holdings, kinds

FACE = ServiceFace(
    "outbox",
    kinds=kinds.KINDS,
    due=(Due(again.repeat_failed),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
