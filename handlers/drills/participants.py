"""Who takes part in a drill: listed with whom it would reach and by what, and taken out before it begins."""

from telegram import Update

from handlers.drills.taps import ParticipantsTap, ParticipantTap
from handlers.drills.views import participants as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from models.drills import Drill
from services.drills import participants, planning


@allow(COORDINATORS)
async def on_list(update: Update, context: Context) -> None:
    """List the businesses that take part, a page at a time."""
    tap = ParticipantsTap.unpack(tapped_data(update))
    drill = await planning.by_id(context.session, drill_id=tap.drill_id)
    await _show_list(context, drill, number=tap.page)


async def _show_list(context: Context, drill: Drill, *, number: int = 0) -> None:
    page = await participants.listing(context.session, drill=drill, number=number, now=context.now)
    context.show(views.listing(context.reader, drill, page))


@allow(COORDINATORS)
async def on_one(update: Update, context: Context) -> None:
    """Show one business that takes part, or take it out of a drill that has not begun."""
    tap = ParticipantTap.unpack(tapped_data(update))
    session, drill_id, member_id, now = context.session, tap.drill_id, tap.member_id, context.now
    drill = await planning.by_id(session, drill_id=drill_id)
    one = await participants.by_id(session, drill=drill, member_id=member_id, now=now)
    match tap.verb:
        case "show":
            speakers = await participants.speakers_of(session, member_id=member_id)
            context.show(views.one(context.reader, drill, one, speakers))
        case "out":
            await participants.take_out(session, drill_id=drill_id, member_id=member_id, by=context.person, now=now)
            context.notice(views.taken_out(context.reader, one.member))
            await _show_list(context, drill)
        case _:
            raise TapUnreadable
