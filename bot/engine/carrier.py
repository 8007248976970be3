"""What the engine asks of a way to people: a carrier, one for each channel."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from handlers.frame.views.message import Message
from services.outbox.deliveries import Claimed, Result


class Carrier(Protocol):
    """Brings messages to their recipients by one channel, at the channel's own pace."""

    @property
    def in_half_a_second(self) -> int:
        """Tell how many messages half a second lets through; very many where no limit holds."""

    def wait(self, now: datetime, in_line: int = 0) -> timedelta:
        """Tell how long every message must wait, where so many are in line; 0 only asks, and will send nothing yet."""

    def wait_for_recipient(self, claimed: Claimed, now: datetime) -> timedelta:
        """Tell how long messages to this recipient alone must wait."""

    def depart(self, claimed: Claimed, now: datetime) -> Callable[[], None]:
        """Count a message that goes now; what is returned is called once it has come, or never will."""

    async def carry(self, claimed: Claimed, message: Message) -> Result:
        """Send a message, or edit it where it is there already; tell what came of it.

        A failure of the channel's is a result and never raised. Where all its messages should rest, the carrier sees to
        it. What was refused for now is tried again at once, unless the result says when. What was sent has a message
        id; a channel that cannot edit gives any, and says of an edit that it was sent.
        """
