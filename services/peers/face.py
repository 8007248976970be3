"""What the wing `peers` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.peers import kinds, references, register, telling

FACE = ServiceFace(
    "peers", kinds=kinds.KINDS, due=(Due(telling.tell_due),), tidy=(register.forget_old, references.forget_old)
)
