"""What the wing `lettering` adds to the whole: it is asked, and keeps nothing of anybody."""

from services.ground.faces import ServiceFace

FACE = ServiceFace("lettering")
