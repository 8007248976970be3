"""What the wing `advisories` adds to the whole."""

from services.advisories import channels, holdings, kinds, latecomers, steps
from services.ground.faces import Due, Rank, ServiceFace

FACE = ServiceFace(
    "advisories",
    kinds=kinds.KINDS,
    due=(
        Due(steps.take_due, wants=("time_zone",)),
        # Before the wing of tasks lets go of those who came late.
        Due(latecomers.give_due, rank=Rank.WHO_WAS_ALERTED, wants=("time_zone",)),
    ),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_advisories,),
    settled=(channels.settle,),
)
