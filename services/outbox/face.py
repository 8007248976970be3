"""What the wing `outbox` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("outbox")
