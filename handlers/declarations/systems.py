"""Naming by hand the systems that a declaration touches."""

from collections.abc import Sequence

from handlers.declarations.forms import DeclarationForm
from handlers.declarations.views import systems as views
from handlers.frame.context import Context
from handlers.frame.views.message import Message
from models.drafts import Draft
from services.declarations import touched
from services.declarations.declaring import Declaration
from services.systems import search, sight


async def ask_systems(context: Context, draft: Draft) -> Message:
    """Look for what was typed among the systems that the person may see, and offer it beside what is chosen."""
    kept = DeclarationForm.of(draft)
    visible = await sight.seen_by(context.session, person=context.person, roles=context.turn.roles)
    found = await search.find(context.session, text=kept.system, visible=visible)
    chosen = await touched.named_by(context.session, form=kept.form)
    return views.ask_systems(context.reader, draft, chosen, found, asked=kept.system, to_preview=kept.from_preview)


async def system_names(context: Context, form: Declaration) -> Sequence[str]:
    """Give the names of the systems that a declaration touches."""
    return [one.name for one in await touched.named_by(context.session, form=form)]
