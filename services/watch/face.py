"""What the wing `watch` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("watch")
