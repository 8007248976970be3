"""What is changed of a drill that is planned or running: its moment, who takes part, one more business."""

from datetime import datetime

from telegram import Update

from handlers.drills import boards
from handlers.drills.forms import PlanForm
from handlers.drills.views import changes as views
from handlers.frame.context import Context
from handlers.frame.views.message import Message
from models.drafts import Draft
from services.drills import joining, planning
from services.ground import drafts

ADD = "add"


async def ask_business(context: Context, draft: Draft, form: PlanForm) -> Message:
    """Ask for a business to add, with what was found by what was typed."""
    drill = await joining.open_to(context.session, drill_id=form.drill_id)
    found = await joining.find(context.session, drill=drill, text=form.asked, by=context.person, now=context.now)
    return views.ask_business(context.reader, draft, drill, found, asked=form.asked)


async def move(context: Context, form: PlanForm, moment: datetime) -> None:
    """Let the drill begin at another moment."""
    drill = await planning.move(
        context.session, drill_id=form.drill_id, starts_at=moment, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.show(views.moved_to(context.reader, drill))


async def change_circle(update: Update, context: Context, form: PlanForm) -> None:
    """Let others take part."""
    drill = await planning.change_circle(
        context.session, drill_id=form.drill_id, circle=form.circle, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(views.circle_changed(context.reader))
    await boards.show(update, context, drill)


async def add(update: Update, context: Context, form: PlanForm, member_id: int) -> None:
    """Let one more business take part."""
    member = await joining.add(
        context.session, drill_id=form.drill_id, member_id=member_id, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(views.added(context.reader, member))
    await boards.show(update, context, await planning.by_id(context.session, drill_id=form.drill_id))


async def leave(update: Update, context: Context, form: PlanForm) -> None:
    """Go back to the board, nothing changed."""
    await drafts.discard(context.session, person=context.person)
    await boards.show(update, context, await planning.by_id(context.session, drill_id=form.drill_id))
