"""What the wing `privacy` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.privacy import kinds, roleless

FACE = ServiceFace(
    "privacy",
    kinds=kinds.KINDS,
    due=(Due(roleless.tell_due, wants=("time_zone",)), Due(roleless.erase_due, wants=("wings",))),
    tidy=(roleless.forget_old,),
)
