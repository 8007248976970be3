"""What the wing `members` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("members")
