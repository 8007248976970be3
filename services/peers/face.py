"""What the wing `peers` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.peers import documents, kinds, references, telling

FACE = ServiceFace(
    "peers", kinds=kinds.KINDS, due=(Due(telling.tell_due),), tidy=(documents.forget_old, references.forget_old)
)
