"""What the wing `incidents` adds to the whole."""

from services.ground.faces import Due, Rank, ServiceFace
from services.incidents import holdings, kinds, outcomes, reminders

FACE = ServiceFace(
    "incidents",
    kinds=kinds.KINDS,
    due=(
        # Whoever is about to be asked again because of an outage needs no reminder beside it.
        Due(reminders.remind_due, Rank.WHO_WAS_ALERTED, rests_while_catching_up=True),
        Due(outcomes.take_over, Rank.LAST, wants=("kinds",)),
    ),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_tallies, holdings.redraw_answers),
)
