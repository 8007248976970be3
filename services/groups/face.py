"""What the wing `groups` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("groups")
