"""What the wing `duty` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("duty")
