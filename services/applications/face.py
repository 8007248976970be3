"""What the wing `applications` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("applications")
