"""What the wing `staff` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("staff")
