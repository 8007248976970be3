"""What the wing `staff` adds to the whole."""

from services.ground.faces import ServiceFace
from services.staff import appointments, kinds

FACE = ServiceFace("staff", kinds=kinds.KINDS, redrawn=(appointments.redraw_revoked,))
