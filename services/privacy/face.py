"""What the wing `privacy` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("privacy")
