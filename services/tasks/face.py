"""What the wing `tasks` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.tasks import holdings, kinds, ladder, latecomers

FACE = ServiceFace(
    "tasks",
    kinds=kinds.KINDS,
    due=(
        Due(ladder.remind_due),
        # Whoever is called only now needs no reminder in the same breath.
        Due(latecomers.call_due, wants=("time_zone",)),
    ),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_tasks,),
)
