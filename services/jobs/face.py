"""What the wing `jobs` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("jobs")
