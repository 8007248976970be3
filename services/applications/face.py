"""What the wing `applications` adds to the whole."""

from services.applications import kinds
from services.ground.faces import ServiceFace

FACE = ServiceFace("applications", kinds=(kinds.APPLICATION, kinds.DECISION))
