"""What the wing `presence` adds to the whole."""

from services.ground.faces import ServiceFace
from services.presence import holdings

FACE = ServiceFace("presence", parts=holdings.PARTS, people=holdings.PEOPLE, members=holdings.MEMBERS)
