"""What a composer of outbox messages works with."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, cast

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame.office import Office
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from services.outbox.deliveries import Claimed

Shared = TypeVar("Shared")


@dataclass
class Occasion:
    """One batch: what is the same for many recipients is made once for each broadcast and language."""

    session: AsyncSession
    office: Office
    now: datetime
    batch: Sequence[Claimed] = ()
    _made: dict[Hashable, object] = field(default_factory=dict)

    async def once(self, claimed: Claimed, make: Callable[[], Awaitable[Shared]], *, about: Hashable = None) -> Shared:
        """Make what all recipients who read one language share, or give what was made.

        They share a broadcast, unless `about` names what several broadcasts show in the same words.
        """
        key = (about or claimed.broadcast_id, claimed.language)
        if key not in self._made:
            self._made[key] = await make()
        return cast("Shared", self._made[key])


Composer = Callable[[Occasion, Claimed, Reader], Awaitable[Message | None]]
