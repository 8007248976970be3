"""What the records know of a planned drill for its review: its injects, who answered them in time, and the points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from models.drills import Drill
from services.drills import injects, scoring
from services.drills.injects import InjectStanding
from services.drills.scoring import DrillResult


@dataclass(frozen=True)
class DrillFacts:
    """What the records know: an answer that counts came in time, since an inject is closed when its time is over."""

    injects: Sequence[InjectStanding]
    result: DrillResult
    lasted: timedelta

    @property
    def missed(self) -> int:
        """Count the answers that did not come in time."""
        return self.result.whole.given - self.result.whole.answered


async def of(session: AsyncSession, *, drill: Drill) -> DrillFacts:
    """Gather what is known of a drill that is over."""
    began_at = drill.began_at or drill.starts_at
    return DrillFacts(
        injects=await injects.standings(session, drill=drill),
        result=await scoring.of_drill(session, drill=drill),
        lasted=(drill.ended_at or began_at) - began_at,
    )
