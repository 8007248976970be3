"""What the wing `workbooks` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("workbooks")
