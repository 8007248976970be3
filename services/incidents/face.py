"""What the wing `incidents` adds to the whole."""

from services.ground.faces import Due, Rank, ServiceFace
from services.incidents import holdings, kinds, outcomes, reminders
from services.incidents.touched import duties

FACE = ServiceFace(
    "incidents",
    kinds=(*kinds.KINDS, duties.DUTY),
    due=(
        # Whoever is about to be asked again because of an outage needs no reminder beside it.
        Due(reminders.remind_due, Rank.WHO_WAS_ALERTED, rests_while_catching_up=True),
        Due(duties.run_from_end, wants=("time_zone",)),
        Due(duties.remind_due),
        Due(outcomes.take_over, Rank.LAST, wants=("kinds",)),
    ),
    parts=holdings.PARTS,
    people=holdings.PEOPLE,
    members=holdings.MEMBERS,
    redrawn=(holdings.redraw_tallies, holdings.redraw_answers),
)
