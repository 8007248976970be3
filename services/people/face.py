"""What the wing `people` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("people")
