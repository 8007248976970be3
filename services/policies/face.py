"""What the wing `policies` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("policies")
