"""What the wing `business` adds to the whole."""

from services.business import kinds
from services.ground.faces import ServiceFace

FACE = ServiceFace("business", kinds=(kinds.CONFIRMATION,))
