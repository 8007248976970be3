"""What the wing `roster` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("roster")
