"""The script that comes with the product, in the words of its reader: a power cut that spreads."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.frame.views.reader import Reader
from models.scripts import StepRole, StepStart
from services.scripts.writing import StepWords

# Of each inject, after how many minutes it comes, how many there are to do it in, and who gets it.
POWER_CUT = (
    (0, 10, StepRole.EVERYONE),
    (10, 15, StepRole.TELECOM),
    (15, 15, StepRole.IT),
    (20, 15, StepRole.POSTAL),
    (40, 20, StepRole.EVERYONE),
)


@dataclass(frozen=True)
class Sample:
    """A script with its injects."""

    title: str
    steps: Sequence[StepWords]


def power_cut(reader: Reader) -> Sample:
    """Give the script of a power cut that spreads to networks, systems and deliveries."""
    steps = [
        StepWords(
            text=reader.label(f"sample-power-{number}-text"),
            role=role,
            starts=StepStart.BEGINNING,
            minutes=minutes,
            within=within,
            expected=reader.label(f"sample-power-{number}-expected"),
        )
        for number, (minutes, within, role) in enumerate(POWER_CUT, 1)
    ]
    return Sample(reader.label("sample-power-title"), steps)
