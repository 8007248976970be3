"""What the wing `business` adds to the whole."""

from services.business import confirmations, kinds
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "business",
    kinds=kinds.KINDS,
    due=(Due(confirmations.ask_due, wants=("time_zone",)),),
)
