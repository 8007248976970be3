"""What the wing `incidents` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("incidents")
