"""What the wing `waves` adds to the whole."""

from services.ground.faces import Due, Rank, ServiceFace
from services.waves import calling, course, kinds, overtaken

FACE = ServiceFace(
    "waves",
    kinds=kinds.KINDS,
    due=(
        Due(overtaken.follow, Rank.BEFORE_ANYONE_IS_REMINDED),
        Due(course.watch_headcounts, Rank.WHO_WAS_ALERTED),
        Due(calling.call_due, Rank.WHO_WAS_ALERTED, wants=("time_zone",), rests_while_catching_up=True),
        Due(course.raise_due, Rank.WHO_WAS_ALERTED, rests_while_catching_up=True),
    ),
)
