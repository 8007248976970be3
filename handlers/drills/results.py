"""How a drill went: shown in chat with bars, and sent as a workbook and a chart."""

from telegram import Update

from handlers.drills import result_file
from handlers.drills.taps import ScoreTap
from handlers.drills.views import results as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.tlp import labelled
from models.attachments import AttachmentKind
from models.drills import Drill
from models.tlp import UNLABELLED
from services.drills import news, planning, scoring


@allow(COORDINATORS)
async def on_score(update: Update, context: Context) -> None:
    """Show how a drill went so far, or in the end."""
    tap = ScoreTap.unpack(tapped_data(update))
    drill = await planning.by_id(context.session, drill_id=tap.drill_id)
    result = await scoring.of_drill(context.session, drill=drill)
    context.show(views.score(context.reader, result, tap.page))


async def send_file(context: Context, drill: Drill) -> None:
    """Send the result as a workbook; its chart follows as a picture as soon as it is drawn."""
    result = await scoring.of_drill(context.session, drill=drill)
    content = result_file.written(context.reader, result)
    caption = context.reader.label("score-file-caption", code=drill.code, title=context.reader.own(drill.title))
    context.send_new_file(AttachmentKind.DOCUMENT, f"{drill.code}.xlsx", content, labelled(caption, UNLABELLED))
    if result.ranked:
        await news.ask_for_chart(context.session, drill=drill, person=context.person, now=context.now)
