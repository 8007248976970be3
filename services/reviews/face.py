"""What the wing `reviews` adds to the whole."""

from services.ground.faces import Due, ServiceFace
from services.reviews import holdings, kinds, opening, reminding

FACE = ServiceFace(
    "reviews",
    kinds=kinds.KINDS,
    due=(
        Due(opening.open_due, wants=("time_zone",)),
        Due(opening.ask_due),
        Due(reminding.remind_due, wants=("time_zone",)),
    ),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_reviews,),
)
