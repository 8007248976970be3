"""What the wing `incidents` adds to the whole."""

from services.ground.faces import ServiceFace
from services.incidents.kinds import ALERT, ALL_CLEAR, REMINDER, REPLY, TALLY, UPDATE

FACE = ServiceFace("incidents", kinds=(ALERT, REMINDER, REPLY, UPDATE, ALL_CLEAR, TALLY))
