"""What the wing `tasks` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.tasks import holdings, kinds, ladder

FACE = ServiceFace(
    "tasks",
    kinds=kinds.KINDS,
    due=(Due(ladder.remind_due),),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_tasks,),
)
