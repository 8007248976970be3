"""What the wing `calendars` adds to the whole."""

from services.calendars import holdings
from services.ground.faces import ServiceFace

FACE = ServiceFace("calendars", parts=holdings.PARTS, people=holdings.PEOPLE)
