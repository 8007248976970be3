"""What the button of this wing carries."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class GreetTap(Tap):
    """The wish to greet the coordinators."""

    word: ClassVar[str] = "hi"
