"""What the wing `duty` adds to the whole."""

from services.duty import holdings, rota
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "duty",
    due=(Due(rota.remind_due),),
    tidy=(rota.forget_old,),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
)
