"""What the wing `declarations` adds to the whole."""

from services.declarations import holdings
from services.ground.faces import ServiceFace

FACE = ServiceFace("declarations", parts=holdings.PARTS, people=holdings.PEOPLE)
