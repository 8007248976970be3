"""What a composer of outbox messages works with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.office import Office
from handlers.views.message import Message
from handlers.views.reader import Reader
from models.people import Language
from services.deliveries import Claimed


@dataclass
class Occasion:
    """One batch: what is the same for many recipients is made once for each broadcast and language."""

    session: AsyncSession
    office: Office
    now: datetime
    _made: dict[tuple[int, Language, bool], Message | None] = field(default_factory=dict)

    async def once(self, claimed: Claimed, make: Callable[[], Awaitable[Message | None]]) -> Message | None:
        """Make a message that is the same for all recipients who read one language, or give the one made."""
        key = (claimed.broadcast_id, claimed.language, claimed.is_repeat)
        if key not in self._made:
            self._made[key] = await make()
        return self._made[key]


Composer = Callable[[Occasion, Claimed, Reader], Awaitable[Message | None]]
