"""What the wing `corrections` adds to the whole."""

from services.corrections import holdings
from services.ground.faces import ServiceFace

FACE = ServiceFace("corrections", parts=holdings.PARTS, people=holdings.PEOPLE)
