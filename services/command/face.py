"""What the wing `command` adds to the whole."""

from services.command import handing, holdings, kinds, vacancies
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace(
    "command",
    kinds=kinds.KINDS,
    due=(Due(vacancies.lapse_due), Due(handing.tell_of_silence), Due(vacancies.tell_due)),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    redrawn=(holdings.redraw_commands,),
)
