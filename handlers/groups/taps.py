"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.frame.taps import Tap


@dataclass(frozen=True)
class GroupTap(Tap):
    """A business's own Telegram group: `verb` is show, link, ask, unbind or topic."""

    word: ClassVar[str] = "gr"
    member_id: int
    verb: str
