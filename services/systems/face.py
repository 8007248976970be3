"""What the wing `systems` adds to the whole."""

from services.ground.faces import ServiceFace
from services.systems import holdings

FACE = ServiceFace("systems", parts=holdings.PARTS, people=holdings.PEOPLE, members=holdings.MEMBERS)
