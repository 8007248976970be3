"""What the wing `playbooks` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.playbooks import kinds, runs

FACE = ServiceFace("playbooks", kinds=kinds.KINDS, due=(Due(runs.do_due, wants=("time_zone",)),))
