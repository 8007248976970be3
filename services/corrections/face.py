"""What the wing `corrections` adds to the whole."""

from services.corrections import holdings, kinds
from services.ground.faces import ServiceFace

FACE = ServiceFace("corrections", kinds=kinds.KINDS, parts=holdings.PARTS, people=holdings.PEOPLE)
