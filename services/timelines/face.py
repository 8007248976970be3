"""What the wing `timelines` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("timelines")
