"""What the wing `duty` adds to the whole."""

from services.duty import rota
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "duty",
    due=(Due(rota.remind_due),),
    tidy=(rota.forget_old,),
)
