"""What the wing `staff` adds to the whole."""

from services.ground.faces import ServiceFace
from services.staff import kinds

FACE = ServiceFace("staff", kinds=(kinds.STAFF,))
