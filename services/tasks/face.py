"""What the wing `tasks` adds to the whole."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("tasks")
