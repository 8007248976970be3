"""What the wing `declarations` adds to the whole: it is asked, and keeps nothing of its own."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("declarations")
