"""What the wing `notation` adds to the whole: it is asked, and keeps nothing of its own."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("notation")
