"""What the wing `tally` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.tally import upkeep

FACE = ServiceFace("tally", due=(Due(upkeep.keep_true),))
