"""What the wing `jobs` adds to the whole."""

from services.ground.faces import ServiceFace
from services.jobs import kinds

FACE = ServiceFace("jobs", kinds=(kinds.TROUBLE,))
