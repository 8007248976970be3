"""What the wing `scripts` adds to the whole."""

from services.ground.faces import ServiceFace
from services.scripts import holdings

FACE = ServiceFace("scripts", parts=holdings.PARTS, people=holdings.PEOPLE, members=holdings.MEMBERS)
