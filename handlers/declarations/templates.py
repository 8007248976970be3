"""The office's templates of alerts (`/mau`): listed in their order, looked at, moved, retired."""

from typing import Any

from telegram import Update

from handlers.declarations import template_writing as writing
from handlers.declarations.taps import TemplateListTap, TemplateNewTap, TemplateTap, TemplateVerb
from handlers.declarations.views import templates as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from services.declarations import templates

BY = {TemplateVerb.UP: -1, TemplateVerb.DOWN: 1}


@allow(COORDINATORS)
async def on_list(_update: Update, context: Context) -> None:
    """List the templates (`/mau`)."""
    await _show_list(context)


@allow(COORDINATORS)
async def on_list_tap(update: Update, context: Context) -> None:
    """Show a page of the templates in the place of the tapped message."""
    tap = TemplateListTap.unpack(tapped_data(update))
    await _show_list(context, retired=bool(tap.retired), number=tap.page)


async def _show_list(context: Context, *, retired: bool = False, number: int = 0) -> None:
    in_use = await templates.in_use(context.session, now=context.now)
    out_of_use = await templates.out_of_use(context.session)
    context.show(views.listing(context.reader, in_use, out_of_use, retired=retired, number=number))


@allow(COORDINATORS)
async def on_new(update: Update, context: Context) -> None:
    """Begin to write a template."""
    TemplateNewTap.unpack(tapped_data(update))
    await writing.begin(context, None)


@allow(COORDINATORS)
async def on_template(update: Update, context: Context) -> None:
    """Show a template, change it, move it, take it out of use after asking, or bring it back."""
    tap = TemplateTap.unpack(tapped_data(update))
    template = await templates.by_id(context.session, template_id=tap.template_id)
    said: dict[str, Any] = {"template_id": tap.template_id, "by": context.person, "now": context.now}
    match tap.verb:
        case TemplateVerb.CHANGE:
            await templates.by_name(context.session, name=template.name, now=context.now)
            await writing.begin(context, template)
            return
        case TemplateVerb.RETIRE:
            context.show(views.ask_retire(context.reader, template))
            return
        case TemplateVerb.UP | TemplateVerb.DOWN:
            await templates.move(context.session, places=BY[tap.verb], **said)
            await _show_list(context)
            return
        case TemplateVerb.RETIRE_NOW:
            template = await templates.retire(context.session, **said)
        case TemplateVerb.BRING_BACK:
            template = await templates.bring_back(context.session, **said)
    context.show(views.template(context.reader, template))
