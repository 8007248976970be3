"""What the wing `ground` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("ground")
