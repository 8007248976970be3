"""The result of a drill as a picture: drawn beside everything else, and sent as a photo to whoever leads drills."""

from handlers.drills.views import charts as views
from handlers.frame.charts import bars, drawing
from handlers.frame.desk import Desk
from handlers.frame.words import (
    SendNewFile,
)
from handlers.frame.work import Fetch, Words
from models.attachments import AttachmentKind
from models.jobs import Job
from services.drills import planning, scoring


async def draw(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Draw the chart of a drill, last time beside it; nothing where no business got anything to do."""
    async with desk.database.reading() as session:
        drill = await planning.by_id(session, drill_id=job.asked["drill"])
        result = await scoring.of_drill(session, drill=drill)
    if not result.ranked:
        return
    content = await drawing.beside(bars.png, views.chart(desk.reader, result))
    yield SendNewFile(AttachmentKind.PHOTO, f"{drill.code}.png", content, views.caption(desk.reader, drill))
