"""What the wing `business` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("business")
