"""What the wing `papers` adds to the whole."""

from services.ground.faces import ServiceFace
from services.papers import holdings

FACE = ServiceFace("papers", parts=holdings.PARTS, people=holdings.PEOPLE)
